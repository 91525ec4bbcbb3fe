"""Whether an error says that nothing can be read or written for now, rather than that something is wrong with us."""

from __future__ import annotations

import errno
import sqlite3

from django.db import DatabaseError, InterfaceError, OperationalError

RETRY_AFTER = 60  # seconds
# another writer has the lock, no memory, a disk that fails or is full or cannot be opened or written
_SQLITE = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
}
# classes and codes of https://www.postgresql.org/docs/current/errcodes-appendix.html: connection, resources, the
# operator or a time limit, the system; deadlock, no lock in time, a server that is a stand-by for the moment
_POSTGRESQL = ("08", "53", "57", "58", "40001", "40P01", "55P03", "25006", "25P03")
_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO}


def outage(error: BaseException) -> bool:
    """True for a database that is busy, locked, full or out of reach, and for a full disk: later it may work again.

    A mistake of ours, such as a column that does not exist, is none: it would be the same in a minute.
    """
    if isinstance(error, OSError):
        return error.errno in _DISK
    if isinstance(error, InterfaceError):
        return True  # the driver has no connection to speak to
    if not isinstance(error, DatabaseError):
        return False
    told = error.__cause__
    if isinstance(told, sqlite3.Error):
        # the low byte is the kind; SQLITE_BUSY_SNAPSHOT is a SQLITE_BUSY
        return getattr(told, "sqlite_errorcode", 0) & 0xFF in _SQLITE
    state = getattr(told, "sqlstate", None)
    if state:
        return str(state).startswith(_POSTGRESQL)
    # without a code it does not come from the server: the connection was refused or lost
    return isinstance(error, OperationalError)
