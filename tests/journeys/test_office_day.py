"""A short day through the real window: every dossier is there once, went where it should, and the register is sound."""

from pathlib import Path

import pytest

from onestop_desk.domain.dossier import Stage as DossierStage
from onestop_desk.domain.question import View
from onestop_desk.services import board, hand_over
from onestop_desk.services.desk import open_desk
from onestop_desk.services.record import dossier_entries
from onestop_desk.services.upkeep import check, rebuild
from tests.journeys.office_day import Timed, open_day, play

COUNT = 24


@pytest.mark.usefixtures("qapp")
def test_a_day_at_the_counter_leaves_every_dossier_where_it_belongs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONESTOP_STATE", str(tmp_path / "state"))
    stage = open_day(tmp_path)
    try:
        play(stage, COUNT, Timed())
    finally:
        stage.end()
    desk = open_desk(tmp_path / "data", stage.clock)
    lines = board.page(desk, board.Listing(View.ALL), 0, 1000)
    stages = [dossier_entries(desk, line.uid)[0].stage for line in lines]
    assert len({line.code for line in lines}) == COUNT
    assert stages.count(DossierStage.SUPPLEMENT) == 2
    assert stages.count(DossierStage.RETURNED) == COUNT - 2
    assert [one.size for one in hand_over.recent_lists(desk)] == [22]
    assert all(dossier_entries(desk, line.uid)[0].rating for line in lines if line.stage == DossierStage.RETURNED)
    before = check(desk)
    assert before.findings == ()
    rebuild(desk)
    assert check(desk) == before
    desk.close()
