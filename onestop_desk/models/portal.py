"""The projection of requests that came over a portal."""

from datetime import datetime

from sqlalchemy import Boolean, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from onestop_desk.models.base import Base, Moment


class RequestRow(Base):
    """A request as it is now; `stage` is domain.portal.RequestStage's word, `is_doubled` tells that two counters
    accepted it."""

    __tablename__ = "request"

    uid: Mapped[str] = mapped_column(String(32), primary_key=True)
    agency: Mapped[str] = mapped_column(Text)
    number: Mapped[str] = mapped_column(Text, index=True)
    stage: Mapped[str] = mapped_column(Text, index=True)
    submitted_at: Mapped[datetime] = mapped_column(Moment, index=True)
    decided_at: Mapped[datetime | None] = mapped_column(Moment)
    procedure: Mapped[str] = mapped_column(Text)
    person: Mapped[str] = mapped_column(Text)
    code: Mapped[str] = mapped_column(Text)
    is_doubled: Mapped[bool] = mapped_column(Boolean)
    papers: Mapped[int] = mapped_column(Integer)
