"""A station that registers and speaks without end, for a test that kills it: prints each code once it is saved."""

import sys
from pathlib import Path

from onestop_desk.domain.errors import DeskError
from onestop_desk.services.desk import open_desk
from onestop_desk.services.intake import accept
from onestop_desk.services.syncing import run_round
from onestop_desk.sync.centre import open_centre
from tests.desks import a_procedure, an_application


def main(folder: str, url: str, name: str) -> None:
    """Work until killed."""
    desk = open_desk(Path(folder))
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
