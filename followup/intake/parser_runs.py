"""Stored letters are read again with the present parser, for a person to compare: a run of many, a letter each.

A letter is read outside any transaction; what was found and how it differs are then written in one, behind a
guarded update. So a run may be killed at any moment, and a letter may be queued twice. Nothing that stands is
changed by it: a person takes values over (followup.adoption) or leaves them as they are.
"""

from __future__ import annotations

import logging
import time
from typing import Any

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from ..letters import PARSER_VERSION
from ..models import Letter, ParserRun, Rereading
from .batches import PASSING
from .differences import Difference, differences
from .record import Record
from .rereading import read_anew

logger = logging.getLogger(__name__)
_AT_ONCE = 500  # rows written with one statement


class NothingToRead(ValueError):
    """None of the letters is a draft or published; the message says so."""


def start(letters: Any, *, by: Any, seconds: float | None = None) -> ParserRun:
    """Begin a run over these letters, a QuerySet, and have them read; withdrawn ones are left alone.

    Without workers they are read here and now, for `seconds` at most: the rest waits for resume().
    Raises NothingToRead.
    """
    keys = letters.exclude(status=Letter.Status.WITHDRAWN).order_by("pk").values_list("pk", flat=True)
    with transaction.atomic():
        run = ParserRun.objects.create(started_by=by, parser_version=PARSER_VERSION)
        rows = [Rereading(run=run, letter_id=pk) for pk in keys]
        if not rows:
            raise NothingToRead("There is no letter to read again: only drafts and published letters are.")
        Rereading.objects.bulk_create(rows, batch_size=_AT_ONCE)
        transaction.on_commit(lambda: resume(run, seconds=seconds))
    return run


def resume(run: ParserRun, *, seconds: float | None = None) -> None:
    """Have the waiting letters read: those nobody began with, and those whose reader was killed."""
    begun = time.monotonic()
    for pk in list(run.rereadings.waiting().order_by("pk").values_list("pk", flat=True)):
        if seconds is not None and time.monotonic() - begun >= seconds:
            return
        reread_queued.enqueue(pk)


@task()
def reread_queued(pk: int) -> None:
    """What a worker runs."""
    read_one(pk)


def read_one(pk: int) -> None:
    """Read one waiting letter; one that is read, or whose draft was discarded meanwhile, is left alone.

    What another attempt may get over is raised, and the letter waits; everything else is its result.
    """
    row = Rereading.objects.waiting().select_related("letter").filter(pk=pk).first()
    if row is None:
        return
    try:
        fresh = read_anew(row.letter)
    except PASSING:
        raise
    except Exception:  # a letter that breaks the parser must not be tried for ever
        logger.exception("letter %s could not be read again", row.letter_id)
        Rereading.objects.waiting().filter(pk=pk).update(status=Rereading.Status.FAILED)
        return
    with transaction.atomic():
        # the guarded update holds the row to the end of the transaction: of two readers one goes on
        if Rereading.objects.waiting().filter(pk=pk).update(status=Rereading.Status.WAITING):
            _finish(row, fresh)


def _finish(row: Rereading, fresh: Record) -> None:
    """Compare with what stands at this moment; what waits of earlier runs is replaced by it."""
    letter = Letter.objects.select_related("observations", "report").get(pk=row.letter_id)
    found = differences(letter, fresh, _seen(row))
    news = any(not one.known for one in found)
    Rereading.objects.filter(pk=row.pk).update(
        status=Rereading.Status.DIFFERS if news else Rereading.Status.SAME,
        reading=fresh if news else None,
        differences=[[one.path, one.stands, one.reads] for one in found],
    )
    earlier = Rereading.objects.to_decide().filter(letter=row.letter_id, run__lt=row.run_id)
    earlier.update(status=Rereading.Status.REPLACED)


def compare(row: Rereading) -> list[Difference]:
    """How a rereading differs from what stands now; [] where it says nothing new."""
    if row.reading is None:
        return []
    return differences(row.letter, row.reading, _seen(row))


def _seen(row: Rereading) -> list[Record]:
    """What a person decided on before: the same said again is nothing new."""
    decided = Rereading.objects.decided().filter(letter=row.letter_id).exclude(pk=row.pk)
    return [one.reading for one in decided.order_by("pk") if one.reading]


class Decided(Exception):
    """Somebody has decided on it meanwhile, or it was read again since; `current` is what it is now."""

    def __init__(self, current: Rereading) -> None:
        super().__init__(f"This was decided meanwhile: {current.get_status_display().lower()}.")
        self.current = current


def leave(row: Rereading, *, by: Any) -> Rereading:
    """Leave everything as it stands. Raises Decided unless it still waits for a decision, or by the same person."""
    return settle(row, Rereading.Status.KEPT, [], by=by)


def settle(row: Rereading, status: str, taken: list[str], *, by: Any) -> Rereading:
    """Note a decision, once: the guarded update holds the row to the end of the caller's transaction."""
    waiting = Rereading.objects.to_decide().filter(pk=row.pk)
    decided = waiting.update(status=status, taken=taken, decided_by=by, decided_at=timezone.now())
    current = Rereading.objects.select_related("letter", "run").get(pk=row.pk)
    if not decided and (current.status, current.taken, current.decided_by_id) != (status, taken, by.pk):
        raise Decided(current)
    return current
