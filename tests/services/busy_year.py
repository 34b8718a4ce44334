"""A register with everything that figures count: 160 dossiers of two months, every way to end, a month closed on the
way, corrections and late facts after that."""

import random
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from onestop_desk.domain.application import Channel, ReturnWay
from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.errors import DeskError
from onestop_desk.domain.events import (
    Extended,
    Finished,
    HandedOver,
    Rated,
    Refused,
    Returned,
    Stopped,
    SupplementRequested,
    Withdrawn,
)
from onestop_desk.services import catalogue, months
from onestop_desk.services.desk import PROGRAM, Desk
from onestop_desk.services.intake import accept
from onestop_desk.services.progress import take_step
from onestop_desk.services.step import Correction, Payment, Supplement
from tests.desks import SettableClock, a_procedure, an_application, open_new_desk

START = datetime(2026, 9, 1, 8, 0, tzinfo=VIETNAM)
PROCEDURES = tuple(
    a_procedure(code=f"1.00000{number}", field=field, on_site_five=number % 2 == 0)
    for number, field in enumerate(("Hộ tịch", "Đất đai", "Chứng thực"))
)
_CHANNELS = (Channel.DIRECT, Channel.ONLINE, Channel.POST)


def make_busy_register(folder: Path, seed: int = 7, size: int = 160) -> Desk:
    """Make the register; the same seed makes the same one."""
    luck, clock = random.Random(seed), SettableClock(START)
    desk = open_new_desk(folder, clock=clock)
    desk.clerk = PROGRAM
    for procedure in PROCEDURES:
        catalogue.begin(desk, procedure)
    uids: list[str] = []
    for day in range(61):
        clock.now = START + timedelta(days=day)
        for _ in range(luck.randint(0, 2 * size // 61)):
            clock.forward(minutes=luck.randint(0, 60))
            uids.append(_received(desk, luck, len(uids), clock))
        for uid in luck.sample(uids, min(len(uids), 6)):
            _try_step(desk, uid, luck, clock)
        if clock.now.astimezone(VIETNAM).day == 6 and day > 20:
            months.close_month(desk, (clock.now - timedelta(days=10)).date())
    return desk


def _received(desk: Desk, luck: random.Random, number: int, clock: SettableClock) -> str:
    form = an_application(f"b{number}", procedure=luck.choice(PROCEDURES), channel=luck.choice(_CHANNELS))
    if luck.random() < 0.15:
        form = replace(form, received_at=clock() - timedelta(days=luck.randint(1, 40)))
    return accept(desk, form).uid


def _try_step(desk: Desk, uid: str, luck: random.Random, clock: SettableClock) -> None:
    """Take one step at random; what may not follow is refused, as at a counter."""
    at = clock() - timedelta(days=luck.choice((0, 0, 0, 9, 30)))
    steps: list[Any] = [
        HandedOver(at, luck.choice(("Tư pháp", "Địa chính"))),
        SupplementRequested(at, ("Ảnh",), "mờ"),
        Supplement(at),
        Payment(at, 8_000, luck.choice(("tiền mặt", "chuyển khoản")), payer="Nguyễn Văn Mẫu"),
        Payment(at, exempt_reason="hộ nghèo"),
        Extended(at, at + timedelta(days=20), "thiếu người"),
        Finished(at, ("Giấy",)),
        Finished(at, ("Giấy",)),
        Withdrawn(at, "thôi"),
        Stopped(at, "không bổ sung"),
        Refused(at, "không đủ"),
        Returned(at, way=luck.choice(list(ReturnWay))),
        Rated(at, luck.randint(1, 3), luck.choice(("", "chờ lâu"))),
        Correction(at, "channel", luck.choice(_CHANNELS).value, "chọn nhầm"),
        Correction(at, "procedure", luck.choice(PROCEDURES).code, "nhầm thủ tục"),
    ]
    try:
        take_step(desk, uid, luck.choice(steps))
    except DeskError:
        return
