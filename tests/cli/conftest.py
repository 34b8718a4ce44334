"""The program, called in this process on a real data folder."""

from functools import partial
from pathlib import Path

import pytest

from onestop_desk.__main__ import main
from onestop_desk.services.catalogue import import_starter
from tests.cli.calls import Command, Ran
from tests.desks import admit_hoa, open_new_desk


@pytest.fixture
def bare(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """Call the program on a folder where nothing is set up."""
    folder = tmp_path / "data"

    def call(*words: object, data: Path = folder) -> Ran:
        capsys.readouterr()
        code = main(["--data", str(data), *map(str, words)])
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return Ran(code, out, err)

    return call


@pytest.fixture
def command(tmp_path: Path, bare: Command) -> Command:
    """Call the program on a set-up folder: counter 2 of H31.20.11, starter catalogue, clerk hoa."""
    _set_up(tmp_path / "data")
    return bare


@pytest.fixture(scope="session")
def common_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give one set-up folder for the tests that do not mind what others left there."""
    folder = tmp_path_factory.mktemp("common") / "data"
    _set_up(folder)
    return folder


@pytest.fixture
def common(bare: Command, common_folder: Path) -> Command:
    """Call the program on the common folder."""
    return partial(bare, data=common_folder)


def _set_up(folder: Path) -> None:
    desk = open_new_desk(folder)
    admit_hoa(desk)
    import_starter(desk)
    desk.close()
