"""Where a letter says a published value, and what the parser read there: what a person corrects it by."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from .. import corrections
from ..corrections.letters import PATHS
from ..intake.record import value
from ..marks import emphasis, line_of
from ..models import Assessment, ConcludingObservations, FollowUpReport, Letter

AROUND = 160  # characters of the letter shown on either side of a value
# where the letter's record has a value of another record, by the name of its model
_PATHS = {
    "letter": PATHS,
    "concludingobservations": {
        "state": "state",
        "symbol": "concluding_observations.symbol",
        "reports_reviewed": "concluding_observations.reports",
        "session": "concluding_observations.session",
        "session_held": "concluding_observations.session_held",
        "months": "request.months",
        "due": "request.due",
    },
    "followupreport": {"report_symbol": "follow_up_report.symbol", "received": "follow_up_report.received"},
}
_UNREAD = object()
_SPACE = re.compile(r"\s")


class Excerpt(NamedTuple):
    """Words of a letter and what stands around them."""

    before: str
    words: str
    after: str
    line: int


class Evidence(NamedTuple):
    """What is known of one value: its place in the letter, and what the parser read, if it read this record."""

    excerpt: Excerpt | None
    was_read: bool
    read: Any = None


def letter_of(record: Any) -> Letter | None:
    """The letter that says something of a record: its own, or the newest published one that speaks of it."""
    if isinstance(record, Letter):
        return record
    if isinstance(record, Assessment):
        return record.letter
    published = Letter.objects.published().newest_first()
    if isinstance(record, FollowUpReport):
        return published.filter(report=record).first()
    observations = record if isinstance(record, ConcludingObservations) else record.observations
    return published.filter(observations=observations).first()


def evidence(record: Any, name: str, letter: Letter | None) -> Evidence:
    """What a letter has for one value of a record."""
    if letter is None:
        return Evidence(None, False)
    if isinstance(record, Assessment):
        spans = record.spans.get(name, [])
        read = (record.parsed or {}).get(name, _UNREAD)
    else:
        path = _PATHS.get(record._meta.model_name, {}).get(name, "")
        spans = letter.spans(path) if path else []
        read = value(letter.reading, path) if path else _UNREAD
    excerpt = _excerpt(letter.text, spans[0]) if spans else None
    return (
        Evidence(excerpt, False) if read is _UNREAD else Evidence(excerpt, True, _typed(record, name, read))
    )


def _typed(record: Any, name: str, read: Any) -> Any:
    """The parser's value in the type of the record's; as it is where the record would refuse it."""
    try:
        return corrections.rules_of(record).fields[name].read(read)
    except ValueError:
        return read


def _excerpt(text: str, span: list[int]) -> Excerpt:
    start, end = span
    end = min(end, start + 4 * AROUND)
    low, high = max(start - AROUND, 0), min(end + AROUND, len(text))
    # whole words only
    if low and (space := _SPACE.search(text, low, start)):
        low = space.end()
    if high < len(text):
        high = end + len(text[end:high].rpartition(" ")[0])
    marks = emphasis(text)  # of bold print and links: they say nothing here
    before, words, after = (
        _without(marks, text, *piece) for piece in ((low, start), (start, end), (end, high))
    )
    return Excerpt(before, words, after, line_of(text, start))


def _without(ranges: list[tuple[int, int]], text: str, start: int, end: int) -> str:
    """The text from start to end but for the ranges."""
    kept, at = [], start
    for low, high in sorted(ranges):
        if low < end and high > at:
            kept.append(text[at:low])
            at = max(at, high)
    return "".join([*kept, text[at:end]])
