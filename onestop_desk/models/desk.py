"""What belongs to this desk alone and is never sent anywhere: drafts, print jobs, serials, local facts."""

from datetime import date, datetime

from sqlalchemy import Date, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from onestop_desk.models.base import Base, Moment


class Draft(Base):
    """A form that is not saved yet: one a clerk and page, content as plain JSON."""

    __tablename__ = "draft"

    login: Mapped[str] = mapped_column(Text, primary_key=True)
    page: Mapped[str] = mapped_column(Text, primary_key=True)
    content: Mapped[str] = mapped_column(Text)
    changed_at: Mapped[datetime] = mapped_column(Moment)


class PrintJob(Base):
    """One paper on its way to a printer; `dossier` is empty for a test page, `about` is the event that the paper is
    about (empty: the reception), or the bundle or visit where there is no one dossier.

    `state` is a services.printing.JobState word; a job of an earlier `run` never prints by itself.
    """

    __tablename__ = "print_job"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    dossier: Mapped[str] = mapped_column(String(32), index=True)
    form: Mapped[str] = mapped_column(Text)
    about: Mapped[str] = mapped_column(Text, default="")
    copy: Mapped[int] = mapped_column(Integer)
    reason: Mapped[str] = mapped_column(Text, default="")
    printer: Mapped[str] = mapped_column(Text)
    paper: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(Text, index=True)
    fault: Mapped[str] = mapped_column(Text, default="")
    run: Mapped[str] = mapped_column(String(32))
    made_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)


class SerialCounter(Base):
    """The last serial given from one range on one day; `series` tells dossiers from refusals and guidance."""

    __tablename__ = "serial_counter"

    series: Mapped[str] = mapped_column(Text, primary_key=True)
    agency: Mapped[str] = mapped_column(Text, primary_key=True)
    day: Mapped[date] = mapped_column(Date, primary_key=True)
    first: Mapped[int] = mapped_column(Integer, primary_key=True)
    last: Mapped[int] = mapped_column(Integer)


class LocalFact(Base):
    """A named fact about this database alone: its stream, its life token."""

    __tablename__ = "local_fact"

    name: Mapped[str] = mapped_column(Text, primary_key=True)
    value: Mapped[str] = mapped_column(Text)
