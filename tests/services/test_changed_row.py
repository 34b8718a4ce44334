"""A dossier's row brought up to date by what has changed is the row that its whole fold makes."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from onestop_desk.domain.dossier import fold
from onestop_desk.domain.events import Corrected, ProcedureOfTheDay, SupplementRequested
from onestop_desk.services import projection
from onestop_desk.services.intake import accept
from onestop_desk.services.lookup import find
from tests.desks import an_application, open_new_desk
from tests.domain.test_dossier import AT, EVENTS, LATER, RECEIVED, entries

OTHER = ProcedureOfTheDay("1.004873", "Xác nhận tình trạng hôn nhân", "Hộ tịch", on_site_five=True)
MORE = (
    SupplementRequested(AT, ("Ảnh",), "mờ", AT),
    Corrected(AT, "procedure", "1.001193", "1.004873", "nhầm", OTHER, LATER),
    Corrected(AT, "owner.phone", "", "0987654321", "thiếu"),
)
any_events = st.lists(st.sampled_from((*EVENTS, *MORE)), max_size=4)


@settings(max_examples=400)
@given(any_events, any_events)
def test_what_has_changed_makes_the_row_of_the_whole_fold(earlier: list[object], later: list[object]) -> None:
    known = entries(RECEIVED, *earlier)
    whole = entries(RECEIVED, *earlier, *later)
    before, after = fold(known), fold(whole)
    row = projection.row_of("dossier/x", known, 7)
    assert row is not None
    changes = projection.changed_row(before, after, 7)
    assert {**row, **changes} == projection.row_of("dossier/x", whole, 7)
    assert all(row[name] != value for name, value in changes.items() if name != "id")


def test_rows_with_other_changes_and_with_none_are_stored_together(tmp_path: Path) -> None:
    desk = open_new_desk(tmp_path)
    uids = [accept(desk, an_application(f"form-{n}")).uid for n in range(3)]
    table = projection.DOSSIER
    with desk.writing() as writing:
        ids = dict(writing.connection.execute(select(table.c.uid, table.c.id)).tuples().all())
        changes = [{"holder": "Tư pháp"}, {}, {"search_key": "tran thi khac", "stage": 4}]
        rows = [{"id": ids[uid], **change} for uid, change in zip(uids, changes, strict=True)]
        projection.store_dossiers(writing.connection, new=[], changed=rows)
        stored = {row.uid: (row.holder, row.stage) for row in writing.connection.execute(select(table))}
    assert [stored[uid] for uid in uids] == [("Tư pháp", 2), ("", 2), ("", 4)]
    assert [hit.uid for hit in find(desk, "tran thi khac").rows] == [uids[2]]
    desk.close()
