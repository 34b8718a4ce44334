"""Alembic asks for this file; the configured EnvironmentContext of run.py is all there is to do."""

from alembic import context

context.run_migrations()
