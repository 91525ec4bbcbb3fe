"""Which of a letter's sessions is which, where the words do not tell: by what numbers, dates and reference say.

Of two sessions the earlier is that of the concluding observations, the later that of the assessment. A letter is written
within months of the assessment, whose number its reference repeats; the observations are years old by then.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from .head import reference_session
from .knowledge import SessionDates
from .reading import Found
from .sessions import Mention, Sessions

_RECENT_MONTHS = 9  # between the session of an assessment and the letter on it


@dataclass(frozen=True, slots=True)
class Setting:
    """What the sessions of a letter are held against: the table, its date and reference, and whether it has passages."""

    table: Mapping[int, SessionDates]
    date: Found[str] | None
    reference: Found[str] | None
    passages: bool


def settle(told: Sessions, setting: Setting) -> Sessions:
    """The roles that the words left open or gave to the wrong session, filled by the other witnesses."""
    numbered = reference_session(setting.reference.value) if setting.reference else None
    if told.assessed and told.assessed.number == numbered:
        # what comes after the session of the letter is still to come
        told = replace(told, rivals=tuple(rival for rival in told.rivals if rival.number < numbered))
    past = [mention for mention in told.told if not _is_to_come(mention, setting)]
    if not setting.passages:
        coming = told.assessed is not None and _is_to_come(told.assessed, setting)
        told = replace(told, assessed=None) if coming else told
        return _with_earlier(told, past, setting) if past else told
    return _settled(told, past, setting) if past else told


def _settled(told: Sessions, past: Sequence[Mention], setting: Setting) -> Sessions:
    """The roles in a letter with passages: the last session is the one it reports on, if it is a recent one."""
    observed, assessed = told.observations, told.assessed
    last = max(past, key=lambda mention: mention.number)
    if not _is_recent(last, setting) or (assessed and _is_recent(assessed, setting)):
        last = assessed or last
    elif assessed is None or assessed.number < last.number:
        assessed = last
    if assessed and (observed is None or (observed.number >= assessed.number and told.assessed != assessed)):
        observed = _earlier(past, assessed)
    return _of(told, observed, assessed)


def _with_earlier(told: Sessions, past: Sequence[Mention], setting: Setting) -> Sessions:
    """The observations' session of a letter without passages: not the recent one, where an earlier one is told of."""
    observed = told.observations
    if observed is None:
        old = [mention for mention in past if not _is_recent(mention, setting) and mention != told.assessed]
        observed = min(old, key=lambda mention: mention.number, default=None)
    elif _is_recent(observed, setting):
        observed = _earlier(past, observed) or observed
    return _of(told, observed, told.assessed)


def _earlier(past: Sequence[Mention], assessed: Mention) -> Mention | None:
    return min(
        (mention for mention in past if mention.number < assessed.number),
        key=lambda mention: mention.number,
        default=None,
    )


def _of(told: Sessions, observed: Mention | None, assessed: Mention | None) -> Sessions:
    settled = {mention.number for mention in (observed, assessed) if mention}
    same = observed == told.observations and assessed == told.assessed
    rivals = told.rivals if same else tuple(m for m in told.rivals if m.number not in settled)
    return replace(told, observations=observed, assessed=assessed, rivals=rivals)


def _is_recent(mention: Mention, setting: Setting) -> bool:
    """Whether the reference names a session, or the letter was written within months of it."""
    if setting.reference and reference_session(setting.reference.value) == mention.number:
        return True
    opened, written = month_of(mention, setting.table), setting.date
    if written is None or opened is None:
        return setting.reference is None
    return 0 <= _months(written.value) - _months(opened) <= _RECENT_MONTHS


def _is_to_come(mention: Mention, setting: Setting) -> bool:
    """Whether a session had not begun when the letter was written."""
    opened, written = month_of(mention, setting.table), setting.date
    return written is not None and opened is not None and _months(opened) > _months(written.value)


def month_of(mention: Mention | None, table: Mapping[int, SessionDates]) -> str | None:
    """The month in which a session began, as printed or else by the table."""
    if mention is None or mention.held:
        return mention.held.value if mention and mention.held else None
    known = table.get(mention.number)
    return known.months[0] if known else None


def _months(value: str) -> int:
    return int(value[:4]) * 12 + int(value[5:7] or 1)
