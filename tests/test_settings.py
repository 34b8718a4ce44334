"""Settings from a file: what cannot be keeps its default and is named; what was chosen is found again."""

from pathlib import Path

import pytest

from onestop_desk.settings import Settings, load_settings, save_settings, with_setting


@pytest.mark.parametrize("points", ["4=3", "10=1", "4=2 4=1", "bốn"])
def test_points_that_cannot_be_are_named_and_left_out(tmp_path: Path, points: str) -> None:
    (tmp_path / "settings.toml").write_text(f'evaluation_points = "{points}"\nscale = 115\n', encoding="utf-8")
    read = load_settings(tmp_path)
    assert (read.evaluation_points, read.refused, read.scale) == ("", ("evaluation_points",), 115)
    with pytest.raises(ValueError, match="evaluation_points"):
        with_setting(Settings(), "evaluation_points", points)


def test_points_are_kept_in_the_file(tmp_path: Path) -> None:
    save_settings(tmp_path, with_setting(Settings(), "evaluation_points", "4=2 5=2 7=1"))
    read = load_settings(tmp_path)
    assert (read.evaluation_points, read.refused) == ("4=2 5=2 7=1", ())
