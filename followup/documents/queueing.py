"""How many documents are read at once on one machine, whichever processes ask: a semaphore made of file locks.

A lock goes with the process that holds it: one that is killed leaves no place taken.
"""

import fcntl
import logging
import os
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from followup.documents.limits import LIMITS
from followup.documents.refusals import REFUSALS, Busy

logger = logging.getLogger(__name__)
PAUSE = 0.05  # seconds between two looks for a free place


@contextmanager
def place(folder: Path | None = None, places: int = 0, seconds: float | None = None) -> Iterator[int]:
    """One of the places, held until the block ends; Busy where none is free within `seconds`.

    Without more said: LIMITS.readers on this machine, LIMITS.wait_seconds. Without a folder that is ours alone
    nothing is counted: somebody else could take every place for good.
    """
    places, seconds = places or LIMITS.readers, LIMITS.wait_seconds if seconds is None else seconds
    own = folder or ours()
    if own is None:
        yield 0
        return
    deadline = time.monotonic() + seconds
    while (taken := take(own, places)) is None:
        if time.monotonic() >= deadline:
            raise Busy(*REFUSALS["busy"])
        time.sleep(PAUSE)
    number, descriptor = taken
    try:
        yield number
    finally:
        os.close(descriptor)


def take(folder: Path, places: int) -> tuple[int, int] | None:
    """The number of a place that was free and the descriptor that holds it; None where all are taken."""
    for number in range(1, places + 1):
        descriptor = os.open(folder / f"{number}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
        else:
            return number, descriptor
    return None


def ours() -> Path | None:
    """The folder of the locks, made where it is missing; None where it belongs to somebody else."""
    folder = Path(tempfile.gettempdir()) / f"followup-readers-{os.getuid()}"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        found = folder.lstat()
    except OSError as error:
        logger.warning("readers are not counted: %s", type(error).__name__)
        return None
    if stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid():
        return folder
    logger.warning("readers are not counted: %s is not ours", folder)
    return None
