"""A fold worker that works without end, for a test that kills it: says a word before each pass."""

import sys

from onestop_desk.services import centre_register


def main(url: str) -> None:
    """Fold until killed."""
    line = centre_register.open_register(url)
    while True:
        sys.stdout.write("pass\n")
        sys.stdout.flush()
        centre_register.fold_once(line)


if __name__ == "__main__":
    main(*sys.argv[1:])
