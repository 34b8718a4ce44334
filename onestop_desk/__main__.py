"""Start the program: the window without a command, the command line with one, a printer's worker when asked."""

import sys

WINDOW_OPTIONS = 2
"""`--data DIR` is all the window takes."""


def main(arguments: list[str] | None = None) -> int:
    """Run what the arguments ask for; returns the exit code. Only what is asked for is imported."""
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == ["--print-worker"]:
        from onestop_desk.devices.printer.worker import worker_main

        worker_main()
        return 0
    if _is_window(given):
        from onestop_desk.app import run

        return run(_window_folder(given))
    from onestop_desk.cli.program import run_command

    return run_command(given)


def _is_window(given: list[str]) -> bool:
    if given[:1] == ["--data"]:
        return len(given) == WINDOW_OPTIONS
    return not given or (len(given) == 1 and given[0].startswith("--data="))


def _window_folder(given: list[str]) -> str | None:
    return given[-1].removeprefix("--data=") if given else None


if __name__ == "__main__":
    sys.exit(main())
