"""A person goes through a draft: values are changed, rows added or removed, flags confirmed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from ..models import Letter, PartialDate, Session, State, claim
from .notes import REVIEWED, note, within_a_stretch
from .record import Record, place, value


def save_review(
    letter: Letter,
    record: Record,
    *,
    by: Any,
    version: int,
    checked: Iterable[str] = (),
    by_itself: bool = False,
) -> Letter:
    """Save what a person left on the review screen; half-done work is welcome, publishing asks for the rest.

    `record` has the shape of the letter record (flags and spans are computed here, whatever it holds);
    `checked` names the flags confirmed against the letter. Saving what is stored already changes nothing.
    A save that comes twice, because of a double click or a lost answer, finds its values stored and has one
    effect. What is saved `by_itself`, while a person types, has one history row for a stretch of work (see notes).
    Raises Stale when somebody else saved meanwhile, and ValueError once the letter is no draft.
    """
    with transaction.atomic():
        current = Letter.objects.get(pk=letter.pk)
        record = {**record, "flags": current.reading["flags"]}
        record["spans"] = place(record, current.reading, current.text)
        confirmed = sorted(set(checked))
        same = (current.status, current.record, current.checked) == (Letter.Status.DRAFT, record, confirmed)
        if not by_itself and (same or current.claimed_by_id != getattr(by, "pk", None)):
            note(current)
        if same:
            return current
        letter = claim(letter, version)
        if letter.status != Letter.Status.DRAFT:
            raise ValueError("Only a draft can be reviewed.")
        letter.record, letter.checked = record, confirmed
        mirror(letter)
        if by_itself and within_a_stretch(letter, by):
            letter.save_without_history()
        else:
            letter.record_change(by=by, reason=REVIEWED)
    return letter


def confirm(letter: Letter, keys: Iterable[str], *, by: Any, version: int) -> Letter:
    """Confirm flags without changing a value."""
    return save_review(letter, letter.record, by=by, version=version, checked={*letter.checked, *keys})


def mirror(letter: Letter) -> None:
    """Copy the record's values to the columns that lists, filters and constraints use."""
    record = letter.record
    letter.kind = record["kind"]
    letter.language = record["language"] or ""
    letter.reference = record["reference"] or ""
    letter.date = PartialDate.parse(record["date"]) if record["date"] else None
    letter.state = State.objects.filter(pk=record["state"]).first() if record["state"] else None
    letter.assessed_session = Session.objects.filter(pk=value(record, "assessed.session")).first()
    held = value(record, "assessed.session_held")
    letter.assessed_held = PartialDate.parse(held) if held else None
    letter.addressee_name = value(record, "addressee.name") or ""
    letter.addressee_email = value(record, "addressee.email") or ""
    letter.signatory_name = value(record, "signatory.name") or ""
    letter.signatory_role = value(record, "signatory.role") or ""
