"""A file under its name only when it is whole."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onestop_desk.models.session import require_no_device


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a path to write to; what is written there stands under `path` once nothing was raised. Raises OSError, and
    FileIsDevice for a pipe or a device.

    It is made in a folder of its own beside `path`: on the same disk, so that a full one is that which is named.
    """
    require_no_device(path)
    with tempfile.TemporaryDirectory(prefix=".onestop-", dir=path.parent, ignore_cleanup_errors=True) as folder:
        made = Path(folder) / "made"
        yield made
        made.replace(path)
