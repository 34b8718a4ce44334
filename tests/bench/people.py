"""Synthetic people and their dossiers: a deterministic register of any size, made through the program's own projection.

`person(n)` is the n-th person and never another; names come as often as in Vietnam. `fill(desk, count)` writes whole
lives of dossiers with chained events. Nobody here lives or lived.
"""

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import islice
from typing import Any

from sqlalchemy import func, insert, select

from onestop_desk.domain.application import Charge, GivenPaper, Party, PartyKind
from onestop_desk.domain.calendar import Due, Limit, Unit, WorkingCalendar, on
from onestop_desk.domain.chain import Link, link_hash, payload_of
from onestop_desk.domain.codes import AgencyCode, DossierCode
from onestop_desk.domain.due import due_moment
from onestop_desk.domain.events import (
    Finished,
    HandedOver,
    ProcedureOfTheDay,
    Received,
    Returned,
    SupplementRequested,
    Withdrawn,
)
from onestop_desk.domain.identity import Sex
from onestop_desk.domain.office import ClerkWord, Entry
from onestop_desk.models.base import to_microseconds
from onestop_desk.services import projection
from onestop_desk.services.desk import Desk
from onestop_desk.services.record import EVENT, Writing

AGENCY = AgencyCode("H31.20.11")
PEOPLE = 600_000
LAST_DAY = date(2026, 11, 20)

_A_DAY = 800
_BATCH = 2_000
_PER_TRANSACTION = 100_000
_CLERK = ClerkWord("hoa", "Nguyễn Thị Hoa")
_SLOTS = [time(hour, minute) for hour in (7, 8, 9, 10, 13, 14, 15, 16) for minute in (31, 40, 50, 59)]

# Share of surnames in Vietnam, in per mille (Lê Trung Hoa 2005); the rest share what is left.
_SURNAMES = (
    "Nguyễn 384 Trần 121 Lê 95 Phạm 70 Huỳnh 28 Hoàng 23 Phan 45 Vũ 21 Võ 18 Đặng 21 Bùi 20 Đỗ 14 Hồ 13 Ngô 13 "
    "Dương 10 Lý 5 Đào 8 Đoàn 7 Trịnh 7 Đinh 8 Lâm 6 Phùng 4 Mai 6 Tô 3 Trương 12 Hà 6 Cao 6 Lương 5 Châu 3 Tạ 3 "
    "Thái 3 Tống 2 Quách 1 Kiều 1 Nghiêm 1 Đường 1 Ưng 1 Ông 1 Khương 1 Viên 1"
)
_MEN_MIDDLE = "Văn 40 Đức 8 Hữu 7 Quang 7 Minh 6 Xuân 4 Công 4 Đình 5 Quốc 5 Thanh 4 Ngọc 3 Bá 2 Trọng 2 Duy 3"
_WOMEN_MIDDLE = "Thị 58 Thu 5 Ngọc 7 Thanh 5 Phương 4 Kim 4 Minh 4 Mai 3 Hồng 3 Bích 2 Thùy 3 Diệu 2"
_MEN = (
    "Hùng 20 Dũng 18 Tuấn 18 Minh 16 Nam 14 Hải 13 Long 12 Sơn 12 Thành 12 Đức 11 Anh 11 Cường 11 Hoàng 10 Huy 10 "
    "Khánh 9 Phúc 9 Quân 9 Thắng 9 Trung 9 Việt 8 Bình 8 Đạt 8 Hiếu 8 Hòa 7 Lâm 7 Mạnh 7 Phong 7 Tâm 6 Tùng 6 Vinh 6 "
    "An 5 Bảo 5 Chiến 5 Đông 4 Giang 4 Khoa 4 Kiên 4 Lộc 4 Nghĩa 3 Thiện 3 Toàn 3 Vượng 1 Ước 1 Ngạn 1"
)
_WOMEN = (
    "Hoa 18 Lan 18 Hương 17 Hà 15 Linh 15 Trang 14 Mai 14 Thảo 13 Huyền 12 Nga 12 Hằng 12 Thủy 11 Hạnh 11 Anh 11 "
    "Ngọc 10 Phương 10 Dung 9 Yến 9 Nhung 8 Oanh 7 Vân 8 Liên 7 Loan 7 Hiền 9 Thu 8 Xuân 6 Tuyết 5 Nguyệt 4 Quyên 5 "
    "Trinh 4 Vy 4 Ngân 5 Chi 4 Diệp 2 Đào 2 Ái 1 Thương 3 Tuyền 2 Uyên 2 Hòa 2 Thúy 4 Bưởi 1"
)
_HIGHLAND = ("H'Hen Niê", "K’Brơi", "Y Moan Êban", "H’Lê Mlô", "Y Ngông Niê Kdăm", "K'Thu", "Rơ Ô Tuyết", "Ksor H'Nhi")
_TRADES = ("Xây dựng", "Thương mại", "Vận tải", "Cơ khí", "Nông sản", "May mặc", "Thực phẩm", "Dịch vụ")
_PLACES = ("Hưng Yên", "Phố Hiến", "Sông Hồng", "Khoái Châu", "Ân Thi", "Tiên Lữ", "Kim Động", "Mỹ Hào")
_PAPERS = (GivenPaper("Tờ khai theo mẫu", required=True), GivenPaper("Giấy tờ chứng minh", originals=0, copies=1))


@dataclass(frozen=True, slots=True)
class Offer:
    """A procedure of the synthetic office."""

    procedure: ProcedureOfTheDay
    limit: Limit
    fee: int


_OFFERS = tuple(
    Offer(ProcedureOfTheDay(f"1.{number:06d}", name, field), Limit(days, unit), fee)
    for number, name, field, days, unit, fee in (
        (1193, "Đăng ký khai sinh", "Hộ tịch", 0, Unit.SAME_DAY, 0),
        (894, "Đăng ký kết hôn", "Hộ tịch", 0, Unit.SAME_DAY, 0),
        (4884, "Đăng ký lại khai sinh", "Hộ tịch", 5, Unit.WORKING_DAY, 8_000),
        (908, "Cấp bản sao trích lục hộ tịch", "Hộ tịch", 1, Unit.WORKING_DAY, 8_000),
        (12784, "Đăng ký đất đai, tài sản gắn liền với đất lần đầu", "Đất đai", 17, Unit.WORKING_DAY, 100_000),
        (1612, "Đăng ký thành lập hộ kinh doanh", "Kinh doanh", 3, Unit.WORKING_DAY, 100_000),
    )
)


def _weighted(words: str) -> tuple[list[str], list[int]]:
    pieces = words.split()
    running, sums = 0, []
    for weight in pieces[1::2]:
        running += int(weight)
        sums.append(running)
    return pieces[::2], sums


_CHOICES = {
    True: (_weighted(_MEN_MIDDLE), _weighted(_MEN)),
    False: (_weighted(_WOMEN_MIDDLE), _weighted(_WOMEN)),
}
_SURNAME = _weighted(_SURNAMES)


def person(number: int) -> Party:
    """Return the n-th synthetic person or, one in forty, organisation."""
    dice = random.Random(number)
    phone = f"0{dice.choice('35789')}{dice.randrange(10**8):08d}"
    if number % 40 == 39:
        return _organisation(dice, phone)
    is_man = dice.random() < 0.5
    birth = date(1945, 1, 1) + timedelta(days=dice.randrange(22_000))
    century = 0 if birth.year < 2000 else 2
    # 000 belongs to no province: such a number is nobody's.
    id_number = f"000{century + (not is_man)}{birth:%y}{number % 10**6:06d}"
    name = _HIGHLAND[number % len(_HIGHLAND)] if number % 200 == 7 else _name(dice, is_man)
    sex = Sex.MALE if is_man else Sex.FEMALE
    return Party(name, PartyKind.PERSON, id_number, birth, sex, phone, "", f"Thôn {number % 12 + 1}, Xã Mẫu")


def _name(dice: random.Random, is_man: bool) -> str:
    middles, givens = _CHOICES[is_man]
    words = [_one(dice, _SURNAME), _one(dice, middles), _one(dice, givens)]
    if dice.random() < 0.25:
        words.insert(2, _one(dice, givens))
    return " ".join(words)


def _one(dice: random.Random, choice: tuple[list[str], list[int]]) -> str:
    return dice.choices(choice[0], cum_weights=choice[1])[0]


def _organisation(dice: random.Random, phone: str) -> Party:
    name = f"Công ty TNHH {dice.choice(_TRADES)} {dice.choice(_PLACES)} {dice.randrange(1, 99)}"
    return Party(name, PartyKind.ORGANISATION, f"09{dice.randrange(10**8):08d}", phone=phone, address="Xã Mẫu")


def fill(desk: Desk, count: int) -> None:
    """Write `count` dossiers, the last of them on LAST_DAY, in transactions of 100,000."""
    lives = _lives(desk.calendar, count)
    written = 0
    while written < count:
        with desk.writing() as writing:
            for _ in range(_PER_TRANSACTION // _BATCH):
                batch = list(islice(lives, _BATCH))
                if batch:
                    _write(writing, desk.stream, batch)
                written += len(batch)
        print(f"  {written:,} dossiers", flush=True)
        if not batch:
            return


_Life = tuple[str, list[tuple[str, Any]]]


def _lives(calendar: WorkingCalendar, count: int) -> Iterator[_Life]:
    """Yield uid and (event uid, event) pairs of each dossier, in the order of reception."""
    dice = random.Random(20261120)
    days = _working_days(calendar, -(-count // _A_DAY))
    for number in range(count):
        day, serial = days[number // _A_DAY], number % _A_DAY + 1
        received = _received(calendar, dice, number, (day, serial))
        age = (LAST_DAY - day).days
        events = [received, *_later(dice, received, age)]
        uid = f"{number:032x}"
        yield uid, [(f"{number:026x}{at:06x}", event) for at, event in enumerate(events)]


def _working_days(calendar: WorkingCalendar, count: int) -> list[date]:
    days, day = [], LAST_DAY
    while len(days) < count:
        if calendar.is_working(day):
            days.append(day)
        day -= timedelta(days=1)
    return days[::-1]


def _received(calendar: WorkingCalendar, dice: random.Random, number: int, place: tuple[date, int]) -> Received:
    day, serial = place
    counter, within = divmod(serial - 1, 400)
    offer = _OFFERS[min(int(dice.expovariate(0.5)), len(_OFFERS) - 1)]
    slot = _SLOTS[within * len(_SLOTS) // 400]
    is_for_another = dice.random() < 0.08
    return Received(
        at=on(day, slot),
        ref=f"{number:08x}",
        code=DossierCode(AGENCY, day, (counter + 1) * 1000 + within + 1).official,
        agency=AGENCY.text,
        counter=counter + 1,
        procedure=offer.procedure,
        owner=person(dice.randrange(PEOPLE)),
        due=_due(_Key(calendar), day, slot, offer.limit),
        submitter=person(dice.randrange(PEOPLE)) if is_for_another else None,
        papers=_PAPERS,
        charge=Charge(offer.fee),
    )


class _Key:
    """Lets a calendar be part of a cache's key."""

    def __init__(self, calendar: WorkingCalendar) -> None:
        self.calendar = calendar

    def __hash__(self) -> int:
        return 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.calendar is self.calendar


@cache
def _due(key: _Key, day: date, slot: time, limit: Limit) -> Due:
    return due_moment(key.calendar, on(day, slot), limit)


def _later(dice: random.Random, received: Received, age: int) -> list[Any]:
    at, luck = received.at, dice.random()
    due_at = received.due.due_at or at
    if luck < 0.01:
        return [Withdrawn(at + timedelta(hours=2), "Người nộp đề nghị rút")]
    events: list[Any] = [HandedOver(at + timedelta(hours=1), "Bộ phận chuyên môn")]
    if age < 20 and luck < 0.06:
        return [*events, SupplementRequested(at + timedelta(hours=3), ("Bản sao giấy tờ",))]
    late = timedelta(days=3) if luck > 0.97 else timedelta()
    finished_at = due_at - timedelta(minutes=30) + late
    if finished_at > on(LAST_DAY, time(12)) or (age < 60 and luck > 0.98):
        return events
    events.append(Finished(finished_at, ("Kết quả",)))
    returned_at = finished_at + timedelta(minutes=dice.randrange(10, 3000))
    return events if returned_at > on(LAST_DAY, time(17)) else [*events, Returned(returned_at)]


def _write(writing: Writing, stream: str, lives: list[_Life]) -> None:
    next_id = (writing.connection.execute(select(func.max(EVENT.c.id))).scalar() or 0) + 1
    rows: list[dict[str, Any]] = []
    dossiers = []
    for uid, events in lives:
        subject, first = f"dossier/{uid}", next_id + len(rows)
        entries = []
        for event_uid, event in events:
            link = Link(stream, writing.seq + 1, to_microseconds(event.at), event.kind, event.version, subject)
            payload = payload_of(event_uid, _CLERK, event)
            writing.hash = link_hash(writing.hash, link, hashlib.sha256(payload).digest())
            writing.seq, writing.last_at = link.seq, event.at
            rows.append(_event_row(next_id + len(rows), link, event.at) | {"payload": payload, "hash": writing.hash})
            entries.append(Entry(event_uid, subject, event, _CLERK, event.at, stream, link.seq))
        dossiers.append(projection.row_of(subject, entries, first))
    writing.connection.execute(insert(EVENT), rows)
    projection.store_dossiers(writing.connection, new=[row for row in dossiers if row is not None], changed=[])


def _event_row(event_id: int, link: Link, at: datetime) -> dict[str, Any]:
    names = ("stream", "seq", "kind", "version", "subject")
    return {"id": event_id, "at": at, **{name: getattr(link, name) for name in names}}
