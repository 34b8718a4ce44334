"""The projections of visits without a dossier, and of dossiers that went together."""

from datetime import datetime

from sqlalchemy import Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from onestop_desk.models.base import Base, Moment


class VisitRow(Base):
    """A visit that ended without a dossier; `kind` is the event's."""

    __tablename__ = "visit"

    uid: Mapped[str] = mapped_column(String(32), primary_key=True)
    kind: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(Moment, index=True)
    serial: Mapped[int] = mapped_column(Integer)
    counter: Mapped[int] = mapped_column(Integer)
    person: Mapped[str] = mapped_column(Text)
    request: Mapped[str] = mapped_column(Text)


class BundleRow(Base):
    """A hand-over list or a return of several dossiers; `kind` is the event's, `to` the receiver's name."""

    __tablename__ = "bundle"

    uid: Mapped[str] = mapped_column(String(32), primary_key=True)
    kind: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(Moment, index=True)
    serial: Mapped[int] = mapped_column(Integer)
    counter: Mapped[int] = mapped_column(Integer)
    to: Mapped[str] = mapped_column(Text)
    size: Mapped[int] = mapped_column(Integer)
