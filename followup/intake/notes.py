"""The history of a draft while somebody works on it: a row for a stretch of work, not for each save that happens by itself.

The first save of a stretch writes a row, and whatever ends the stretch writes another one for what was saved by itself
since: a save by hand, a colleague who takes the draft over, a reading anew, the publication. Rows are only ever added.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from ..models import Letter

LAPSES = timedelta(minutes=30)  # a claim that is not renewed ends then, and so does a stretch of work
REVIEWED = "Reviewed."


def within_a_stretch(letter: Letter, by: Any) -> bool:
    """Whether the newest row of a draft already says that this person, who holds it, is at work on it."""
    newest = _newest(letter)
    return bool(
        letter.claimed_by_id == by.pk
        and newest.history_user_id == by.pk
        and newest.history_change_reason == REVIEWED
        and newest.history_date > timezone.now() - LAPSES
    )


def note(letter: Letter) -> None:
    """Write the row of what was saved by itself since the newest one, by who did it and when; inside a transaction.

    Only who holds a draft saves it by itself, and holding is renewed with each save: so the claim says both.
    """
    current = Letter.objects.drafts().select_for_update(of=("self",)).filter(pk=letter.pk).first()
    if current is None or _newest(current).version >= current.version:
        return
    if current.claimed_at:
        current._history_date = current.claimed_at  # type: ignore[attr-defined]  # the history asks for it
    current.record_change(by=current.claimed_by, reason=REVIEWED)


def _newest(letter: Letter) -> Any:
    return letter.history.order_by("-history_id").first()
