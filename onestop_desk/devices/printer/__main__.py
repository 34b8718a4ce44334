"""Run a print worker from source: `python -m onestop_desk.devices.printer`."""

from onestop_desk.devices.printer.worker import worker_main

worker_main()
