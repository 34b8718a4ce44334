"""Run the migrations on an open connection, in the caller's one transaction."""

from pathlib import Path
from typing import Any

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from onestop_desk.models import catalogue, desk, dossier, figures, log, people, portal, sync, visit
from onestop_desk.models.base import Base

TABLES = (catalogue, desk, dossier, figures, log, people, portal, sync, visit)
"""The modules whose tables make up the metadata."""


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Bring the register to a revision, the latest unless named; an interruption leaves it as it was."""
    scripts = _scripts()

    def steps(found: Any, _context: Any) -> Any:
        return scripts._upgrade_revs(revision, found)

    environment = EnvironmentContext(_config(), scripts, fn=steps, as_sql=False)
    environment.configure(connection=connection, target_metadata=Base.metadata, transactional_ddl=True)
    environment.run_migrations()


def differences(connection: Connection) -> list[Any]:
    """Return what the models have and the register has not, or the other way round; empty when they agree."""
    from alembic.autogenerate import compare_metadata

    context = MigrationContext.configure(connection, opts={"include_object": _is_ours})
    return list(compare_metadata(context, Base.metadata))


def _is_ours(_item: Any, name: str | None, kind: str, _reflected: bool, _other: Any) -> bool:
    return not (kind == "table" and name is not None and name.startswith("dossier_search"))


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    return config


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())
