"""Alembic's steps, inside the package: the installed program migrates its own register."""
