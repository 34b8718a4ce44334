"""`centre fold --follow` as a service: what ends a pass is said and waited for, one feed's trouble holds up no other,
and `centre status` says how far it is."""

import json
from collections.abc import Callable
from datetime import datetime

import pytest

from onestop_desk.__main__ import main
from onestop_desk.cli import centre as command
from onestop_desk.domain.events import HandedOver, ReceiverKind
from onestop_desk.services import centre_register, router
from onestop_desk.services.progress import take_step
from onestop_desk.sync import install
from onestop_desk.sync.fault import CentreUnreachable, CentreWrong
from onestop_desk.sync.line import Line
from tests.sync.postgres import CentreDatabase
from tests.sync.register.test_register import COMMUNE, FREE, PROVINCE, pair, worker
from tests.sync.station.stations import Station

__all__ = ["pair", "worker"]


def _sleeps(monkeypatch: pytest.MonkeyPatch, then: Callable[[int], None], most: int) -> list[float]:
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) == most:
            raise KeyboardInterrupt
        then(len(slept))

    monkeypatch.setattr(command.time, "sleep", sleep)
    return slept


def test_a_centre_that_cannot_be_reached_is_waited_for_longer_and_longer(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def unreachable(_url: str) -> Line:
        raise CentreUnreachable("trungtam")

    monkeypatch.setattr(centre_register, "open_register", unreachable)
    slept = _sleeps(monkeypatch, lambda _: None, 7)
    main(["centre", "fold", "--follow", "--url", "postgresql://r@trungtam/x"])
    assert slept == [2.0, 5.0, 15.0, 30.0, 60.0, 60.0, 60.0]
    said = capsys.readouterr().err.splitlines()
    assert "Không liên lạc được với trung tâm trungtam. Thử lại sau 2 giây." in said[0]
    assert len(said) == 8, "one line a try, and the last one for who stopped it"


def test_the_worker_goes_on_where_the_line_comes_back(
    pair: tuple[Station, Station], worker: Line, database: CentreDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = centre_register.open_register
    tries: list[str] = []

    def flapping(url: str) -> Line:
        tries.append(url)
        if len(tries) in (1, 2, 4):
            raise CentreUnreachable("trungtam")
        return opened(url)

    monkeypatch.setattr(centre_register, "open_register", flapping)
    first = pair[0].accept(procedure=FREE)
    pair[0].round()
    slept = _sleeps(monkeypatch, lambda _: None, 5)
    main(["centre", "fold", "--follow", "--url", database.url_of("router")])
    assert [found.code for found in centre_register.find(worker, first.code)] == [first.code]
    assert slept == [2.0, 5.0, 2.0, 2.0, 2.0], "after a whole pass the pauses begin anew"


def test_an_address_that_can_never_be_used_ends_it() -> None:
    assert main(["centre", "fold", "--follow", "--url", "postgresql://r@centre.example/x?sslmode=require"]) == 2


def test_one_feed_that_cannot_be_folded_holds_up_no_other(
    pair: tuple[Station, Station], worker: Line, database: CentreDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    commune, province = pair
    sent, here = commune.accept(procedure=FREE), province.accept(procedure=FREE)
    take_step(commune.desk, sent.uid, HandedOver(commune.clock(), PROVINCE, ReceiverKind.AGENCY))
    commune.round()
    province.round()
    with monkeypatch.context() as broken:
        broken.setattr(router, "_append", lambda *_: "NOT_ALLOWED")
        centre_register.fold_once(worker)
    assert [len(centre_register.find(worker, one.code)) for one in (sent, here)] == [0, 1]
    told = install.status(database.owner_url)
    assert [one.kind for one in told.incidents] == ["STOPPED"]
    assert {one.agency: one.behind > 0 for one in told.agencies} == {COMMUNE: True, PROVINCE: False}
    centre_register.fold_once(worker)
    assert [len(centre_register.find(worker, one.code)) for one in (sent, here)] == [1, 1]


def test_the_router_names_what_stops_it(worker: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(router, "_append", lambda *_: "NOT_ALLOWED")
    row = router.FeedRow(7, b"s" * 16, 1, 0, "noted", 1, "dossier/x", b"", False)
    with pytest.raises(CentreWrong) as stopped:
        router._appended(worker, COMMUNE, PROVINCE, [row])
    assert (stopped.value.what, stopped.value.pos) == ("router NOT_ALLOWED", 7)


def test_the_status_says_how_far_the_fold_is(
    pair: tuple[Station, Station], worker: Line, database: CentreDatabase, capsys: pytest.CaptureFixture[str]
) -> None:
    pair[0].accept(procedure=FREE)
    pair[0].round()
    url = database.owner_url
    assert main(["centre", "status", "--url", url]) == 0
    assert "sổ chung: còn 4 việc chưa gộp, chưa gộp lần nào" in capsys.readouterr().out
    centre_register.fold_once(worker)
    assert main(["centre", "status", "--url", url]) == 0
    assert "sổ chung: còn 0 việc chưa gộp, lần gộp cuối " in capsys.readouterr().out
    assert main(["centre", "status", "--url", url, "--json"]) == 0
    (agency,) = json.loads(capsys.readouterr().out)["agencies"]
    assert agency["behind"] == 0
    assert datetime.fromisoformat(agency["folded_at"]).tzinfo is not None
