"""Clerks as the log has them, and their passwords, which never leave this desk."""

from sqlalchemy import Boolean, Integer, Text
from sqlalchemy.orm import Mapped, mapped_column

from onestop_desk.models.base import Base


class Clerk(Base):
    """A clerk as of now; roles are words separated by spaces."""

    __tablename__ = "clerk"

    login: Mapped[str] = mapped_column(Text, primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    roles: Mapped[str] = mapped_column(Text)
    is_active: Mapped[bool] = mapped_column(Boolean)


class Credential(Base):
    """A clerk's argon2 hashes on this desk: the password, and the PIN where one was chosen. `pin_misses` counts wrong
    PINs since the last right one."""

    __tablename__ = "credential"

    login: Mapped[str] = mapped_column(Text, primary_key=True)
    password_hash: Mapped[str] = mapped_column(Text)
    pin_hash: Mapped[str] = mapped_column(Text, default="", server_default="")
    pin_misses: Mapped[int] = mapped_column(Integer, default=0, server_default="0")
