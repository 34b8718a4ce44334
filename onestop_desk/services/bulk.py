"""Many rows into one table: values made by the columns' own types, the statement handed to SQLite as it is.

For the few places where rows come by the hundred: SQLAlchemy takes as long over the values of a row as SQLite takes to
store it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Dialect, Table

Row = Mapping[str, Any]
_Binds = tuple[tuple[int, Callable[[Any], Any]], ...]


def insert_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows that hold every column; raises what the database raises."""
    wanted = tuple(column.name for column in table.columns)
    places = ", ".join("?" * len(wanted))
    columns = ", ".join(f'"{name}"' for name in wanted)
    _many(connection, f'INSERT INTO "{table.name}" ({columns}) VALUES ({places})', table, wanted, rows)


def update_rows(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    """Write the columns that each row holds, by its primary key; SQLite writes the index of a column that is named,
    also where its value stays."""
    (key,) = (column.name for column in table.primary_key)
    alike: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        alike.setdefault(tuple(name for name in row if name != key), []).append(row)
    alike.pop((), None)
    for names, some in alike.items():
        changes = ", ".join(f'"{name}" = ?' for name in names)
        _many(connection, f'UPDATE "{table.name}" SET {changes} WHERE "{key}" = ?', table, (*names, key), some)


def _many(connection: Connection, sql: str, table: Table, names: tuple[str, ...], rows: Sequence[Row]) -> None:
    if not rows:
        return
    binds = _binds(table, names, connection.dialect)
    values_of = itemgetter(*names)
    connection.exec_driver_sql(sql, [_made(list(values_of(row)), binds) for row in rows])


def _made(values: list[Any], binds: _Binds) -> tuple[Any, ...]:
    for place, bind in binds:
        if values[place] is not None:
            values[place] = bind(values[place])
    return tuple(values)


@cache
def _binds(table: Table, names: tuple[str, ...], dialect: Dialect) -> _Binds:
    """Return the place and the maker of each value that the database does not take as it is."""
    made = [table.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in names]
    return tuple((place, bind) for place, bind in enumerate(made) if bind is not None)
