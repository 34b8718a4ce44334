"""Kill -9 the centre's fold worker at any moment: every dossier is counted once, every copy made once."""

import os
import random
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from onestop_desk.domain.events import HandedOver, Noted, ReceiverKind
from onestop_desk.services import centre_register
from onestop_desk.services.progress import take_step
from onestop_desk.services.record import dossier_entries
from onestop_desk.sync.line import Line
from tests.sync.postgres import CentreDatabase
from tests.sync.register.test_register import FREE, PROVINCE, pair, worker
from tests.sync.station.stations import Station

__all__ = ["pair", "worker"]
_ROOT = Path(__file__).resolve().parents[3]
_LIVES = int(os.environ.get("ONESTOP_SYNC_LIVES", "6"))


@pytest.mark.timeout(1200)
def test_a_worker_killed_at_any_moment_counts_and_copies_everything_once(
    pair: tuple[Station, Station],
    worker: Line,
    database: CentreDatabase,
) -> None:
    commune, province = pair
    chance, uids = random.Random(11), list[str]()
    for life in range(_LIVES):
        for _ in range(4):
            made = commune.accept(procedure=FREE)
            uids.append(made.uid)
            take_step(commune.desk, made.uid, HandedOver(commune.clock(), PROVINCE, ReceiverKind.AGENCY))
        if life:
            take_step(commune.desk, uids[0], Noted(commune.clock(), f"lần {life}"))
        commune.round()
        _fold_and_die(database.url_of("router"), chance.uniform(0.0, 0.25))
    while centre_register.fold_once(worker).events:
        pass
    commune.round()
    province.round()
    assert database.run("SELECT count(*), count(DISTINCT uid) FROM rg.dossier")[0] == (len(uids), len(uids))
    copies = database.run("SELECT count(*), count(DISTINCT (agency, uid)) FROM rg.routed")[0]
    assert copies[0] == copies[1] == 2 * len(uids) - len(uids) + (_LIVES - 1)
    for uid in uids:
        entries = dossier_entries(province.desk, uid)[1]
        assert len({entry.uid for entry in entries}) == len(entries)
        assert sum(isinstance(entry.event, HandedOver) for entry in entries) == 1
    assert commune.is_sound()
    assert province.is_sound()


def _fold_and_die(url: str, seconds: float) -> None:
    """Let a worker fold, and kill it some time after its first word."""
    args = [sys.executable, "-m", "tests.sync.register.folder", url]
    process = subprocess.Popen(args, cwd=_ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout is not None
    process.stdout.readline()
    killer = threading.Timer(seconds, process.kill)
    killer.start()
    process.stdout.read()
    process.wait()
    killer.join()
    process.stdout.close()
