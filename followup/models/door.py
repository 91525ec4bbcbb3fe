"""The door to the guarded tables: shut, unless one of the registry's own functions opens it for what it writes.

The database itself refuses a write that comes past the door (see guards): a bulk update, a shell, another program.
PostgreSQL is told by a setting of the transaction, SQLite asks a function of the connection.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from contextvars import ContextVar
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.backends.signals import connection_created

SHUT, WRITING, MAINTENANCE = "", "writing", "maintenance"
SETTING = "followup.door"
FUNCTION = "followup_door"

_door: ContextVar[str] = ContextVar(FUNCTION, default=SHUT)


@contextmanager
def writing() -> Iterator[None]:
    """Write graded and public records, in one transaction. For services: each leaves a reason and a history row."""
    with _open(WRITING):
        yield


@contextmanager
def maintenance() -> Iterator[None]:
    """Also rewrite history, in one transaction: for taking the sample data away, and for the tests' clean-up."""
    with _open(MAINTENANCE):
        yield


@contextmanager
def _open(how: str) -> Iterator[None]:
    before = _door.get()
    if before in (how, MAINTENANCE):
        yield
        return
    connection: Any = connections[DEFAULT_DB_ALIAS]
    with nullcontext() if connection.in_atomic_block else transaction.atomic():
        token = _door.set(how)
        try:
            _tell(connection, how)
            yield
        finally:
            _door.reset(token)
            if _works(connection):
                _tell(connection, before)


def _tell(connection: Any, how: str) -> None:
    """Let PostgreSQL know, until the transaction ends at the latest."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config(%s, %s, true)", [SETTING, how])


def _works(connection: Any) -> bool:
    """Whether the transaction takes another statement; after an error its end, or the savepoint's, shuts the door."""
    if connection.vendor != "postgresql":
        return True
    if connection.needs_rollback:  # Django refuses it, and the error that is on its way would be lost
        return False
    from psycopg.pq import TransactionStatus

    stands = connection.connection is not None and not connection.connection.closed
    return bool(stands and connection.connection.info.transaction_status == TransactionStatus.INTRANS)


def _answer_sqlite(connection: Any, **kwargs: Any) -> None:
    """Give each connection the function that the guards ask; a client without it is refused."""
    if connection.vendor == "sqlite":
        connection.connection.create_function(FUNCTION, 0, _door.get)


connection_created.connect(_answer_sqlite, dispatch_uid=FUNCTION)
