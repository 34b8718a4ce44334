"""A station that registers and speaks without end, for a test that kills it: prints each code once it is saved."""

import sys
from datetime import timedelta
from pathlib import Path

from onestop_desk.domain.errors import DeskError
from onestop_desk.services.desk import open_desk, system_clock
from onestop_desk.services.intake import accept
from onestop_desk.services.syncing import run_round
from onestop_desk.sync.centre import open_centre
from tests.desks import a_procedure, an_application


def main(folder: str, url: str, name: str, days_back: str) -> None:
    """Work until killed, so many days ago: a counter has 999 numbers a day."""
    back = timedelta(days=int(days_back))
    desk = open_desk(Path(folder), lambda: system_clock() - back)
    number = 0
    while True:
        for _ in range(3):
            made = accept(desk, an_application(f"{name}-{number}", procedure=a_procedure(fees=())))
            sys.stdout.write(f"{made.code}\n")
            sys.stdout.flush()
            number += 1
        try:
            with open_centre(url) as centre:
                run_round(desk, centre)
        except DeskError as error:
            sys.stderr.write(f"{error.code}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
