"""The program as it is installed: its wheel carries resources, guide and SQL, and finds them where they then are."""

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_ASK = """
import sys
sys.prefix = {prefix!r}
from onestop_desk import paths
from onestop_desk.sync import install
import onestop_desk
assert onestop_desk.__file__.startswith(sys.prefix), onestop_desk.__file__
found = [*paths.resource("").rglob("*"), *paths.guide().rglob("*")]
print(len([one for one in found if one.is_file()]))
for name in ("fonts/Tinos-Regular.ttf", "icons/report.svg", "catalogue/starter.json", "notice/page.html"):
    assert paths.resource(name).is_file(), name
assert (paths.guide() / "README.md").is_file() and (paths.guide() / "pictures").is_dir()
from onestop_desk.__main__ import main
assert main(["--data", {data!r}, "version"]) == 0
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from a copy of what git knows, and install it into a folder of its own."""
    copy, prefix = tmp_path_factory.mktemp("source") / "copy", tmp_path_factory.mktemp("prefix")
    for name in ("onestop_desk", "resources", "docs/guide"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, copy / name)
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*pip, "--ignore-installed", "--prefix", str(prefix), str(copy)], check=True)
    return prefix


def test_an_installed_program_finds_everything_it_ships(installed: Path, tmp_path: Path) -> None:
    here = sysconfig.get_path("purelib", vars={"base": str(installed)})
    own = sysconfig.get_path("purelib")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((here, own)), "ONESTOP_STATE": str(tmp_path / "state")}
    words = _ASK.format(prefix=str(installed), data=str(tmp_path / "data"))
    ran = subprocess.run(
        [sys.executable, "-c", words], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    shipped = [*(ROOT / "resources").rglob("*"), *(ROOT / "docs" / "guide").rglob("*")]
    assert int(ran.stdout.splitlines()[0]) >= len([one for one in shipped if one.is_file()])
