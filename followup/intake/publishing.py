"""From draft to public and off the public pages: what would be written is the same list that is written.

`check` lists the changes and writes nothing; `publish` carries out that very list in one transaction.
"""

from __future__ import annotations

from typing import Any, cast

from django.db import transaction
from django.utils import timezone

from .. import changes, themes
from ..models import Change as PublicChange
from ..models import Letter, Recommendation, Stale, claim, writing
from .notes import note
from .problems import Problem, problems
from .rows import Change, filled, remembered, undoable, write


class NotReady(Exception):
    """The draft has problems that keep it from being published."""

    def __init__(self, waiting: list[Problem]) -> None:
        super().__init__("; ".join(problem.message for problem in waiting))
        self.problems = waiting


class NotUndoable(Exception):
    """Something depends on the publication; the message says what, and what to do instead."""


def check(letter: Letter) -> list[Change]:
    """What publishing this draft would create, change and leave alone, in the order of the procedure.

    It carries the publication out and rolls it back, so that the list cannot differ from what publish does.
    Raises NotReady as publish does.
    """
    with transaction.atomic(), writing():
        _refuse_unready(letter)
        savepoint = transaction.savepoint()
        try:
            return list(write(Letter.objects.get(pk=letter.pk), by=None))
        finally:
            transaction.savepoint_rollback(savepoint)


def publish(letter: Letter, *, by: Any, version: int) -> Letter:
    """Write everything the check page listed, in one transaction.

    Publishing what is published already returns it: a double click has one effect. Raises Stale when the draft
    changed since it was shown, and NotReady with the problems that wait for a person.
    """
    with transaction.atomic(), writing():
        note(letter)
        letter, done = claimed_for(letter, version, Letter.Status.PUBLISHED)
        if done:
            return letter
        if letter.status != Letter.Status.DRAFT:
            raise NotUndoable("A withdrawn letter is not published again: open it as a draft first.")
        _refuse_unready(letter)
        written = list(write(letter, by=by))
        letter.written = [remembered(change) for change in written if undoable(change)]
        reason = "Published after check against the letter."
        letter.record_change(by=by, reason=reason)
        before, after = filled(written)
        after = {**changes.grades(letter), **after}
        changes.log(PublicChange.Kind.PUBLISHED, letter, by=by, reason=reason, before=before, after=after)
        themes.suggest(Recommendation.objects.filter(assessments__letter=letter))
    return letter


def withdraw(letter: Letter, *, by: Any, reason: str, version: int) -> Letter:
    """Take a letter and its assessments off the public pages; its address then says when and why."""
    if not reason.strip():
        raise ValueError("A withdrawal needs a reason.")
    with transaction.atomic(), writing():
        letter, done = claimed_for(letter, version, Letter.Status.WITHDRAWN)
        if done:
            return letter
        if not letter.published:
            raise NotUndoable("Only a published letter can be withdrawn; a draft can be discarded.")
        letter.status, letter.withdrawn_at, letter.withdrawn_reason = (
            Letter.Status.WITHDRAWN,
            timezone.now(),
            reason.strip(),
        )
        letter.record_change(by=by, reason=reason)
        before = changes.grades(letter)
        changes.log(PublicChange.Kind.WITHDRAWN, letter, by=by, reason=reason, before=before)
    return letter


def discard(letter: Letter, *, by: Any, version: int) -> None:
    """Delete a draft; its history stays, and so do the bytes of its file."""
    with transaction.atomic(), writing():
        note(letter)
        letter = claim(letter, version)
        if letter.status != Letter.Status.DRAFT:
            raise NotUndoable("Only a draft can be discarded.")
        letter.remove(by=by, reason="Draft discarded.")


def claimed_for(letter: Letter, version: int, wanted: str) -> tuple[Letter, bool]:
    """The letter to write, or the letter as it stands where it has the wanted status already: then it is done."""
    current = Letter.objects.get(pk=letter.pk)
    if current.status != wanted:
        try:
            return claim(letter, version), False
        except Stale as conflict:
            # the same form sent twice at one moment: the other was faster, and nothing else happened
            current = cast(Letter, conflict.current)
            if current.status != wanted:
                raise
    return current, True


def _refuse_unready(letter: Letter) -> None:
    waiting = [problem for problem in problems(letter) if problem.blocks and not problem.settled]
    if waiting:
        raise NotReady(waiting)
