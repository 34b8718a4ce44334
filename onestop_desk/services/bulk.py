"""Many rows into one table: values made by the columns' own types, the statement handed to SQLite as it is.

For the few places where rows come by the hundred: SQLAlchemy takes as long over the values of a row as SQLite takes to
store it.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Dialect, Table

Row = Mapping[str, Any]
_Bind = Callable[[Any], Any] | None


def insert_rows(connection: Connection, table: Table, rows: Sequence[Row], names: Sequence[str] = ()) -> None:
    """Insert rows that hold the columns `names` (all of them unless named); raises what the database raises."""
    wanted = tuple(names) or tuple(column.name for column in table.columns)
    places = ", ".join("?" * len(wanted))
    columns = ", ".join(f'"{name}"' for name in wanted)
    _many(connection, f'INSERT INTO "{table.name}" ({columns}) VALUES ({places})', table, wanted, rows)


def update_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Write all columns of rows that are there, known by their primary key."""
    (key,) = (column.name for column in table.primary_key)
    names = tuple(column.name for column in table.columns if column.name != key)
    changes = ", ".join(f'"{name}" = ?' for name in names)
    _many(connection, f'UPDATE "{table.name}" SET {changes} WHERE "{key}" = ?', table, (*names, key), rows)


def _many(connection: Connection, sql: str, table: Table, names: tuple[str, ...], rows: Sequence[Row]) -> None:
    if not rows:
        return
    binds = _binds(table, names, connection.dialect)
    made = [tuple(_made(row[name], bind) for name, bind in zip(names, binds, strict=True)) for row in rows]
    connection.exec_driver_sql(sql, made)


def _made(value: Any, bind: _Bind) -> Any:
    return value if bind is None or value is None else bind(value)


@cache
def _binds(table: Table, names: tuple[str, ...], dialect: Dialect) -> tuple[_Bind, ...]:
    return tuple(table.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in names)
