"""A restored centre writes its router's numbers anew: every station follows, and what was lost is routed again."""

from pathlib import Path

from onestop_desk.domain.events import HandedOver, ReceiverKind
from onestop_desk.services import centre_register, lookup
from onestop_desk.services.lost import lost_work
from onestop_desk.services.progress import take_step
from onestop_desk.sync import install
from onestop_desk.sync.line import Line
from tests.sync.postgres import CentreDatabase
from tests.sync.register.test_register import FREE, PROVINCE, pair, station, worker  # noqa: F401  fixtures
from tests.sync.station.stations import Station


def _hand_over(commune: Station) -> str:
    made = commune.accept(procedure=FREE)
    take_step(commune.desk, made.uid, HandedOver(commune.clock(), PROVINCE, ReceiverKind.AGENCY))
    commune.round()
    return made.code


def test_the_router_writes_other_copies_under_the_numbers_that_were_lost(
    pair: tuple[Station, Station],  # noqa: F811
    worker: Line,  # noqa: F811
    database: CentreDatabase,
    tmp_path: Path,
) -> None:
    commune, province = pair
    _hand_over(commune)
    centre_register.fold_once(worker)
    province.round()
    worker.close()
    older = database.backed_up()
    line = centre_register.open_register(database.url_of("router"))
    lost = _hand_over(commune)
    centre_register.fold_once(line)
    line.close()
    province.round()
    install.rotate_epoch(older.owner_url)
    commune.database = province.database = older
    other = station(tmp_path, older, "H31.20.12", commune.clock)
    line = centre_register.open_register(older.url_of("router"))
    made = _hand_over(other)
    centre_register.fold_once(line)
    commune.round()
    centre_register.fold_once(line)
    province.round()
    for code in (made, lost):
        assert [found.code for found in lookup.by_code(province.desk, code)] == [code]
    assert lost_work(province.desk) == ()
    assert province.is_sound()
    line.close()
    other.desk.close()
    older.drop()
