"""The tour in another look: what it cannot wear is named before anything is played."""

from pathlib import Path

from tests.cli.calls import Command


def test_a_look_that_does_not_exist_is_refused_with_those_that_do(bare: Command, tmp_path: Path) -> None:
    found = bare("tour", "--out", tmp_path / "out", "--theme", "pink")
    assert found.code == 2
    assert "light, dark, high_contrast" in found.err
    assert not (tmp_path / "out").exists()
