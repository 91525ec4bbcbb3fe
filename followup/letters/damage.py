"""Damage that a value was read from: broken encoding, and letters where figures should be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from .dates import is_torn
from .facts import Facts
from .paragraphs import Letter
from .reading import Flag, Found, Range
from .symbols import parse_symbol
from .text import Prose, folded, is_garbled

_TORN_NUMBER = re.compile(r"[0-9][OIl|](?![a-z])|(?<![A-Za-z])[Il|][0-9]")


def damaged(facts: Facts) -> Iterator[Flag]:
    """A flag for the text as a whole where its characters are garbled, and one for each value in damaged words."""
    if is_garbled(facts.letter.text):
        yield Flag(
            "text_damaged",
            None,
            "The text holds characters that were lost or garbled when it was read from the document.",
        )
    for path, found in _values(facts):
        printed = _printed(facts.letter, found.ranges)
        if printed and _is_damaged(path, found.value, printed):
            value = ", ".join(found.value) if isinstance(found.value, tuple) else found.value
            yield Flag(
                "text_damaged", path, f"The words “{printed}” look damaged: they were read as {value}."
            )


def _values(facts: Facts) -> Iterator[tuple[str, Found[Any]]]:
    reading = facts.reading
    if reading.date:
        yield "date", reading.date
    for part, names in (
        ("concluding_observations", ("symbol", "session_held")),
        ("request", ("due", "paragraphs")),
        ("follow_up_report", ("symbol", "received")),
        ("assessed", ("session_held",)),
    ):
        for name in names:
            if found := getattr(getattr(reading, part), name, None):
                yield f"{part}.{name}", found
    for n, row in enumerate(reading.assessments):
        yield f"assessments[{n}].paragraph", row.paragraph


def _printed(letter: Letter, ranges: Sequence[Range]) -> str:
    if len(ranges) == 1:
        return folded(letter.plain[slice(*ranges[0])])
    return Prose.of(letter.text, letter.plain, ranges).text


def _is_damaged(path: str, value: Any, printed: str) -> bool:
    name = path.rpartition(".")[2]
    if name == "symbol":
        return printed != value and parse_symbol(printed) is None
    if name in ("paragraph", "paragraphs"):
        return bool(_TORN_NUMBER.search(printed))
    return is_torn(value, printed)
