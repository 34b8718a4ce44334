"""Drafts: a form that is not saved yet, kept by clerk and page, so that a crash or a change of clerk loses nothing."""

import json

from sqlalchemy import Table, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from onestop_desk.domain.plain import canonical
from onestop_desk.models.desk import Draft
from onestop_desk.services.desk import Desk
from onestop_desk.services.intake import Alongside
from onestop_desk.services.projection import DOSSIER
from onestop_desk.services.record import Writing

DRAFT: Table = Draft.metadata.tables["draft"]

_HERE = (DRAFT.c.login == bindparam("of_login"), DRAFT.c.page == bindparam("of_page"))
_LOAD = select(DRAFT.c.content).where(*_HERE)
_DROP = delete(DRAFT).where(*_HERE)
_SAVED = select(DOSSIER.c.code).where(DOSSIER.c.ref == bindparam("of_ref"))
_NEW = upsert(DRAFT)
_KEEP = _NEW.on_conflict_do_update(
    index_elements=["login", "page"],
    set_={"content": _NEW.excluded.content, "changed_at": _NEW.excluded.changed_at},
)


def keep(desk: Desk, login: str, page: str, content: object) -> None:
    """Keep plain data as this clerk's draft of a page, in place of the one before."""
    row = {"login": login, "page": page, "content": canonical(content).decode(), "changed_at": desk.clock()}
    with desk.database.writing() as connection:
        connection.execute(_KEEP, row)


def load(desk: Desk, login: str, page: str) -> object:
    """Return the plain data of this clerk's draft of a page; None where there is none, or none that can be read."""
    with desk.reading() as connection:
        content = connection.execute(_LOAD, {"of_login": login, "of_page": page}).scalar()
    try:
        return json.loads(content) if content else None
    except ValueError:
        return None


def drop(desk: Desk, login: str, page: str) -> None:
    """Forget a draft."""
    with desk.database.writing() as connection:
        connection.execute(_DROP, {"of_login": login, "of_page": page})


def dropped_with(login: str, page: str) -> Alongside:
    """Return what forgets a draft in the very transaction that saves its dossier."""

    def alongside(writing: Writing, _uid: str) -> None:
        writing.connection.execute(_DROP, {"of_login": login, "of_page": page})

    return alongside


def saved_code(desk: Desk, ref: str) -> str:
    """Return the code of the dossier that a draft's form became; empty while it became none."""
    with desk.reading() as connection:
        return str(connection.execute(_SAVED, {"of_ref": ref}).scalar() or "")
