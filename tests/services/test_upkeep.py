"""The register can prove itself: gaps, altered events and wrong projections are found, and made anew."""

import random
from pathlib import Path

import pytest

from onestop_desk.services.desk import REGISTER, Desk
from onestop_desk.services.intake import accept
from onestop_desk.services.upkeep import check, rebuild
from tests.desks import alter, an_application, an_owner


@pytest.fixture
def filled(desk: Desk) -> Desk:
    for n in range(20):
        accept(desk, an_application(f"f{n}", owner=an_owner(name=f"Trần Thị Mẫu {n}")))
    return desk


def _kinds(desk: Desk) -> set[str]:
    return {finding.kind for finding in check(desk).findings}


def test_a_sound_register_has_no_findings(filled: Desk) -> None:
    assert check(filled).findings == ()
    assert check(filled).dossiers == 20


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("UPDATE event SET payload = replace(payload, 'Mẫu 7', 'Mẫu 8') WHERE id = 11", "altered"),
        ("UPDATE event SET payload = CAST(replace(payload, 'Mẫu 7', 'Mẫu 8') AS BLOB) WHERE id = 11", "altered"),
        ("UPDATE event SET payload = x'00' WHERE id = 11", "altered"),
        ("UPDATE event SET at = at + 1 WHERE id = 9", "altered"),
        ("UPDATE event SET subject = 'dossier/x' WHERE id = 9", "altered"),
        ("DELETE FROM event WHERE id = 9", "gap"),
        ("UPDATE dossier SET owner_name = 'Ai đó' WHERE serial = 2003", "projection"),
        ("UPDATE dossier SET due_at = NULL WHERE serial = 2003", "projection"),
        ("DELETE FROM dossier WHERE serial = 2003", "projection"),
        ("INSERT INTO clerk VALUES ('x', 'X', 'admin', 1)", "projection"),
        ("DELETE FROM dossier_search_data WHERE id > 10", "file"),
    ],
)
def test_what_was_altered_behind_the_programs_back_is_found(filled: Desk, statement: str, kind: str) -> None:
    alter(filled, statement)
    assert kind in _kinds(filled)


def test_projections_are_made_anew_from_the_log_and_are_equal(filled: Desk) -> None:
    alter(filled, "DELETE FROM dossier WHERE serial > 2010")
    alter(filled, "UPDATE dossier SET owner_name = 'Ai đó'")
    assert rebuild(filled) == 20
    assert check(filled).findings == ()


def test_random_bytes_in_the_file_are_found(filled: Desk, tmp_path: Path) -> None:
    filled.database.close()
    path = filled.folder / REGISTER
    content = bytearray(path.read_bytes())
    for place in random.Random(5).sample(range(9000, len(content)), 200):
        content[place] ^= 0x55
    path.write_bytes(content)
    assert check(filled).findings != ()
