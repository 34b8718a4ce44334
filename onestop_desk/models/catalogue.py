"""The catalogue projection: one row a procedure, ready for the picker and the list."""

from sqlalchemy import Boolean, Text
from sqlalchemy.orm import Mapped, mapped_column

from onestop_desk.models.base import Base


class ProcedureRow(Base):
    """A procedure as offered now; `entry` is the plain JSON of the whole catalogue entry."""

    __tablename__ = "procedure"

    code: Mapped[str] = mapped_column(Text, primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    field: Mapped[str] = mapped_column(Text)
    search_key: Mapped[str] = mapped_column(Text)
    is_offered: Mapped[bool] = mapped_column(Boolean)
    is_adapted: Mapped[bool] = mapped_column(Boolean)
    entry: Mapped[str] = mapped_column(Text)
