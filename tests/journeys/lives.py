"""Many short lives of a desk, each ended by kill -9 at a random moment; prints what was acknowledged and found.

Run as a program (POSIX: it forks): `python -m tests.journeys.lives FOLDER LIVES SEED`.
"""

import json
import os
import random
import select
import signal
import sys
import time
from pathlib import Path

from onestop_desk.devices.printer import PrintPool, folder_printer
from onestop_desk.services import printing
from onestop_desk.services.desk import Desk, open_desk, system_clock
from onestop_desk.services.printing import JobState
from onestop_desk.services.upkeep import check
from onestop_desk.settings import with_setting
from tests.desks import an_application, open_new_desk

_PATIENCE = 30.0
LONGEST_LIFE = 0.12
LONGEST_PRINTING_LIFE = 0.9
_PRINTS_EVERY = 10


def main(folder: Path, lives: int, seed: int) -> dict[str, object]:
    """Live and die; return the codes acknowledged, the codes found, the findings and the job states at the end."""
    rng = random.Random(seed)
    desk = open_new_desk(folder / "data", clock=system_clock)
    desk.close()
    acknowledged: list[str] = []
    for number in range(lives):
        is_printing = number % _PRINTS_EVERY == 0
        longest = LONGEST_PRINTING_LIFE if is_printing else LONGEST_LIFE
        acknowledged += _one_life(folder, number, is_printing, rng.uniform(0, longest))
    return {"acknowledged": acknowledged, **_found(folder)}


def _one_life(folder: Path, number: int, is_printing: bool, seconds: float) -> list[str]:
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        _work_until_killed(folder, f"life-{number}", is_printing, writing)
    os.close(writing)
    if number % 2:  # every other life is ended at work, however slowly this machine opens a desk
        select.select([reading], [], [], _PATIENCE)
    select.select([], [], [], seconds)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    with os.fdopen(reading) as heard:
        return [line.strip() for line in heard if line.endswith("\n")]


def _work_until_killed(folder: Path, name: str, is_printing: bool, writing: int) -> None:
    desk = open_desk(folder / "data")
    printing.settle_earlier_runs(desk)
    pool = PrintPool()
    if is_printing:
        (folder / "printed").mkdir(exist_ok=True)
        desk.settings = with_setting(desk.settings, "receipt_printer", folder_printer(folder / "printed"))
    for number in range(10_000):
        accepted = printing.register(desk, an_application(f"{name}-{number}", clock_confirmed=True))
        os.write(writing, f"{accepted.code}\n".encode())
        _print(desk, pool)
    os._exit(0)


def _print(desk: Desk, pool: PrintPool) -> None:
    printing.hand_in(desk, pool)
    printing.take_outcomes(desk, pool)


def _found(folder: Path) -> dict[str, object]:
    desk = open_desk(folder / "data")
    printing.settle_earlier_runs(desk)
    with desk.reading() as connection:
        codes = [row[0] for row in connection.exec_driver_sql("SELECT code FROM dossier")]
        states = [row[0] for row in connection.exec_driver_sql("SELECT state FROM print_job")]
    findings = [f"{finding.kind} {finding.where}" for finding in check(desk).findings]
    unsettled = len(printing.jobs(desk, (JobState.WAITING, JobState.SENDING)))
    desk.close()
    return {"codes": codes, "findings": findings, "states": sorted(set(states)), "unsettled": unsettled}


if __name__ == "__main__":
    started = time.monotonic()
    found = main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
    print(json.dumps({**found, "seconds": round(time.monotonic() - started, 1)}))
