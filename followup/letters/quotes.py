"""Where something is quoted in a text, in one pass however many quotation marks are never closed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .reading import Range

_OPENING = re.compile(r"[“\"]")
_LONGEST = 4000
_LONGEST_STRAIGHT = 3000  # between marks that may open as well as close


def quotations(text: str) -> Iterator[Range]:
    """The quotations of a text with their marks; one that is opened near the end and not closed runs to the end."""
    at, closing = 0, 0
    while opening := _OPENING.search(text, at):
        start = opening.start()
        at = start + 1
        if opening[0] == "“":
            if closing < at:
                found = text.find("”", at)
                closing = found if found >= 0 else len(text)
            if closing - at <= _LONGEST:
                at = min(closing + 1, len(text))
                yield start, at
        elif 1 <= text.find('"', at) - at <= _LONGEST_STRAIGHT:
            at = text.find('"', at) + 1
            yield start, at
