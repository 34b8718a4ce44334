"""The bookings of dossiers to which something happened after their month was closed; all others need none."""

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from onestop_desk.models.base import Base


class LateBooking(Base):
    """A dossier's bookings as plain JSON; made from the log when figures are asked for, never written by hand."""

    __tablename__ = "late_booking"

    uid: Mapped[str] = mapped_column(String(32), primary_key=True)
    bookings: Mapped[str] = mapped_column(Text)
