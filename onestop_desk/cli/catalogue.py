"""Importing and listing procedures."""

from pathlib import Path
from typing import Annotated

import typer

from onestop_desk.cli.output import Exit, Json, say, say_json
from onestop_desk.services import catalogue
from onestop_desk.services.desk import look_into, open_desk


def add_commands(app: typer.Typer) -> None:
    """Add this room's commands."""
    room = typer.Typer(no_args_is_help=True, help="Danh mục thủ tục.")
    room.command("import")(import_file)
    room.command("list")(show_list)
    room.command("template")(template)
    app.add_typer(room, name="catalogue")
