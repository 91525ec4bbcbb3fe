"""Calendar files in the form of RFC 5545: all-day events, nothing else. Plain Python.

Section 3.1 of the RFC asks for CRLF and for lines of at most 75 octets, 3.3.11 for escaped texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

PRODUCT = "-//CMW follow-up registry//Deadlines//EN"
OCTETS = 75
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@dataclass(frozen=True, slots=True)
class Event:
    """A day with a text. `uid` never changes, `sequence` goes up with each change that moves or cancels it."""

    uid: str
    on: date
    summary: str
    description: str
    url: str
    sequence: int
    changed: datetime  # in UTC
    cancelled: bool = False


def calendar(name: str, events: Iterable[Event]) -> Iterator[str]:
    """The lines of a calendar, folded, each with its line end."""
    yield from map(_folded, ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN"])
    # NAME is of RFC 7986; the programs people use still ask for the other one
    yield from map(_folded, [f"NAME:{_text(name)}", f"X-WR-CALNAME:{_text(name)}"])
    yield _folded("REFRESH-INTERVAL;VALUE=DURATION:P1D")
    for event in events:
        yield from map(_folded, _lines(event))
    yield _folded("END:VCALENDAR")


def _lines(event: Event) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{_text(event.uid)}",
        f"DTSTAMP:{event.changed:%Y%m%dT%H%M%SZ}",
        f"SEQUENCE:{event.sequence}",
        f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}",
        f"DTSTART;VALUE=DATE:{event.on:%Y%m%d}",
        f"DTEND;VALUE=DATE:{event.on + timedelta(days=1):%Y%m%d}",
        "TRANSP:TRANSPARENT",
        f"SUMMARY:{_text(event.summary)}",
        f"DESCRIPTION:{_text(event.description)}",
        # an address is no text: it is not escaped, and it must not end the line
        "URL:" + "".join(char for char in event.url if char.isprintable()),
        "END:VEVENT",
    ]


def _text(value: str) -> str:
    """A text with its separators escaped, and without the control characters that no text may hold."""
    kept = "".join(char for char in value if char == "\n" or char.isprintable())
    return kept.translate(_ESCAPES)


def _folded(line: str) -> str:
    """The line cut at 75 octets, never within a character; each further part begins with a space."""
    parts, part, size = [], "", 0
    for char in line:
        octets = len(char.encode())
        if size + octets > OCTETS:
            parts.append(part)
            part, size = " ", 1
        part, size = part + char, size + octets
    return "\r\n".join([*parts, part]) + "\r\n"
