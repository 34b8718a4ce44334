"""A file under its name only when it is whole."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from xlsxwriter.exceptions import FileCreateError


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a path to write to; what is written there stands under `path` once nothing was raised. Raises OSError.

    It is made elsewhere and copied beside `path` first: a bad place leaves no half file under its name.
    """
    fresh = path.with_name(f"{path.name}.new")
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "made"
        try:
            yield made
            shutil.copyfile(made, fresh)
            fresh.replace(path)
        except FileCreateError as error:  # the library's own kind hides what the system said
            raise error.args[0] from error
        except BaseException:
            with suppress(OSError):
                fresh.unlink(missing_ok=True)
            raise
