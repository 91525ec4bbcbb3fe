"""Many letters at once: files come in together, are kept first, and are read one by one as tasks.

A file is read outside any transaction; what became of it and the draft are then written in one. A process that
is killed at any moment leaves the file waiting or finished, and a waiting one can be read again by anybody.
"""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import IntegrityError, InterfaceError, OperationalError, models, transaction
from django_tasks import task

from ..documents import Busy, Refused, originals
from ..models import Batch, BatchFile, Letter
from . import opening

logger = logging.getLogger(__name__)

_GONE = (
    "The stored original of this file is gone or is no longer what came in. Add the file again, and tell an "
    "administrator: the store has to be checked."
)
_FAULT = (
    "The registry failed to read this letter, which is a fault of its own. Tell an administrator; until it is "
    "mended, enter the letter by hand."
)

# what another attempt may get over: the database or the readers are busy or away, the disk or the memory is full
PASSING = (OperationalError, InterfaceError, IntegrityError, OSError, MemoryError, Busy)

File = tuple[str, bytes | Refused]


def open_batch(
    files: Iterable[File], *, by: Any, source: Batch.Source | str, seconds: float | None = None
) -> Batch:
    """Keep these files, each a name and its bytes or why it was refused, and have them read.

    The bytes are among the originals, synced, before a row speaks of them; one file at a time is in memory.
    Without workers the files are read here and now, for `seconds` at most: the rest waits for resume().
    """
    kept = [_keep(name, data) for name, data in files]
    with transaction.atomic():
        batch = Batch.objects.create(added_by=by, source=source)
        _add(batch, kept)
        transaction.on_commit(lambda: resume(batch, seconds=seconds))
    return batch


def resume(batch: Batch, *, seconds: float | None = None) -> None:
    """Have the waiting files read: those that nobody began with, and those whose reader was killed.

    A file that is queued twice is read into one draft: the second task finds it finished.
    """
    start = time.monotonic()
    for pk in list(batch.files.waiting().order_by("position").values_list("pk", flat=True)):
        if seconds is not None and time.monotonic() - start >= seconds:
            return
        _enqueue(pk)


def _enqueue(pk: int) -> None:
    read_queued.enqueue(pk)


@task()
def read_queued(pk: int) -> None:
    """What a worker runs."""
    read_file(pk)


def read_file(pk: int) -> BatchFile:
    """Read one waiting file into a draft; a file that is finished stays as it is.

    What another attempt may get over is raised, and the file waits; everything else is the file's result.
    """
    file = BatchFile.objects.select_related("batch__added_by").get(pk=pk)
    if file.status == BatchFile.Status.WAITING:
        try:
            _finish(file, _read(file))
        except PASSING:
            raise
        except Exception:  # a file that breaks the parser or the database must not be tried for ever
            logger.exception("file %s of a batch could not be read", file.pk)
            _finish(file, _FAULT)
        file.refresh_from_db()
    return file


def _read(file: BatchFile) -> opening.Opened | opening.Unstored | str:
    """What the file says, the stored letter that is the same, or the sentence of its refusal."""
    try:
        data = originals.read(file.sha256, Path(settings.ORIGINALS_DIR))
    except (FileNotFoundError, originals.Damaged):
        return _GONE
    try:
        return opening.read(data=data, filename=file.name)
    except Busy:
        raise
    except (Refused, opening.NotALetter) as refusal:
        return str(refusal)


def _finish(file: BatchFile, found: opening.Opened | opening.Unstored | str) -> None:
    """Write the draft and the file's result in one transaction, unless another reader was first."""
    with transaction.atomic():
        # the guarded update holds the row to the end of the transaction: of two readers one goes on
        if BatchFile.objects.waiting().filter(pk=file.pk).update(status=BatchFile.Status.WAITING):
            BatchFile.objects.filter(pk=file.pk).update(**_result(file, found))


def _result(file: BatchFile, found: opening.Opened | opening.Unstored | str) -> dict[str, Any]:
    """Store what was read; the values of the file's line."""
    if isinstance(found, str):
        return {"status": BatchFile.Status.REFUSED, "message": found}
    opened = found
    if isinstance(opened, opening.Unstored):
        how = "an uploaded" if file.batch.source == Batch.Source.UPLOAD else "an imported"
        opened = opening.store(opened, by=file.batch.added_by, reason=f"Read from {how} file.")
    letter = opened.letter
    if not opened.created:
        return {"status": BatchFile.Status.SAME, "letter": letter, "message": opened.sentence}
    result = {"status": BatchFile.Status.NEW, "letter": letter, "flags": len(letter.reading["flags"])}
    if opened.like is None:
        return result
    other = f"{opened.like}, {opened.like.reference}," if opened.like.reference else opened.like
    message = f"{other} has another text on the same examination. Compare the two before you publish."
    return {**result, "status": BatchFile.Status.SIMILAR, "like": opened.like, "message": message}


def _keep(name: str, data: bytes | Refused) -> BatchFile:
    """The line of a file whose bytes are stored, or of one that was refused before."""
    if isinstance(data, Refused):
        return BatchFile(name=_shown(name), status=BatchFile.Status.REFUSED, message=data.message)
    return BatchFile(name=_shown(name), sha256=originals.save(data, Path(settings.ORIGINALS_DIR)))


def _add(batch: Batch, files: list[BatchFile]) -> None:
    last = batch.files.aggregate(last=models.Max("position"))["last"] or 0
    for position, file in enumerate(files, last + 1):
        file.batch, file.position = batch, position
    BatchFile.objects.bulk_create(files)


def _shown(name: str) -> str:
    """A name with the folders it came in, without what cannot be printed; of a long one its end."""
    return "".join(character for character in name if character.isprintable())[-250:] or "without a name"


class Import:
    """One run of the command import_letters, file by file; its batch is made when the first unknown file comes.

    A file that an earlier run finished is not written again, one that it left waiting is read, and one that
    was refused is tried once more: the registry may have learnt since.
    """

    def __init__(self, *, by: Any) -> None:
        self.by = by
        self.batch: Batch | None = None

    def add(self, name: str, data: bytes | Refused) -> BatchFile:
        """What became of this file; waiting where workers will read it."""
        name = _shown(name)
        sha256 = "" if isinstance(data, Refused) else hashlib.sha256(data).hexdigest()
        if sha256 and (same := _stored(sha256)):
            return BatchFile(
                name=name,
                sha256=sha256,
                status=BatchFile.Status.SAME,
                letter=same.letter,
                message=same.sentence,
            )
        unread = BatchFile.objects.filter(status__in=[BatchFile.Status.WAITING, BatchFile.Status.REFUSED])
        file = unread.filter(name=name, sha256=sha256).order_by("-pk").first() or self._new(name, data)
        if sha256:
            _reopen(file)
            _enqueue(file.pk)
        file.refresh_from_db()
        return file

    def _new(self, name: str, data: bytes | Refused) -> BatchFile:
        kept = _keep(name, data)
        with transaction.atomic():
            self.batch = self.batch or Batch.objects.create(added_by=self.by, source=Batch.Source.COMMAND)
            _add(self.batch, [kept])
        return kept


def _stored(sha256: str) -> opening.Opened | None:
    """The letter that these bytes led to before."""
    lines = BatchFile.objects.filter(sha256=sha256, letter__isnull=False)
    letters = Letter.objects.filter(models.Q(sha256=sha256) | models.Q(pk__in=lines.values("letter")))
    letter = letters.select_related("state").first()
    return opening.Opened(letter, created=False, same="file") if letter else None


def _reopen(file: BatchFile) -> None:
    refused = BatchFile.objects.filter(pk=file.pk, status=BatchFile.Status.REFUSED)
    refused.update(status=BatchFile.Status.WAITING, message="")
