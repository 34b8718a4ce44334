"""The tour: the real window, driven by keys and scans through a short day, with a picture of every step."""

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from onestop_desk.ui.translation import translate

if TYPE_CHECKING:
    from onestop_desk.ui.theme import Look


def play(out: Path, say: Callable[[str], None], look: "Look | None" = None) -> int:
    """Play the day; leaves numbered pictures and every paper in `out`, says a line for each step, returns 0.

    A look is worn in every picture, those that show other looks too. ONESTOP_TOUR_CENTRE names the owner's address of
    an empty centre: then two counters meet there.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from onestop_desk.ui.tour.day import play_day
    from onestop_desk.ui.tour.stage import Stage

    began = time.monotonic()
    out.mkdir(parents=True, exist_ok=True)
    for old in (*out.glob("[0-9][0-9]-*.png"), *out.glob("*.pdf")):
        old.unlink()
    with _private_folder() as folder:
        stage = Stage(out, say, folder / "data", look)
        try:
            play_day(stage)
        finally:
            stage.end()
        centre = os.environ.get("ONESTOP_TOUR_CENTRE", "")
        if centre and look is None:
            from onestop_desk.ui.tour.together import play_together

            stage.pictures = play_together(out, say, folder, centre, stage.pictures)
        papers = _keep_papers(folder / "data" / "papers", out)
    told = translate("Tour", "{pictures} ảnh, {papers} tệp PDF trong {out}; {seconds} giây.")
    seconds = round(time.monotonic() - began)
    say(told.format(pictures=stage.pictures, papers=papers, out=out, seconds=seconds))
    return 0


@contextmanager
def _private_folder() -> Iterator[Path]:
    """Give a folder for register and memory of this machine, both forgotten afterwards."""
    before = os.environ.get("ONESTOP_STATE")
    folder = Path(tempfile.mkdtemp(prefix="onestop-desk-tour-"))
    os.environ["ONESTOP_STATE"] = str(folder / "state")
    try:
        yield folder
    finally:
        if before is None:
            del os.environ["ONESTOP_STATE"]
        else:
            os.environ["ONESTOP_STATE"] = before
        shutil.rmtree(folder, ignore_errors=True)


def _keep_papers(papers: Path, out: Path) -> int:
    found = sorted(papers.rglob("*.pdf"))
    for paper in found:
        shutil.copyfile(paper, out / (paper.name if paper.parent.name != "test" else f"test-{paper.name}"))
    return len(found)
