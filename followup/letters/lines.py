"""The lines of a letter, and what each is: text, blank, or noise that reading skips."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .reading import Range
from .text import Prose

_LINE = re.compile(r"[^\n]*\n?")


@dataclass(slots=True)
class Line:
    """One line of the letter: its place, its words with white space folded, and what kind of noise it is."""

    start: int
    end: int  # with the line feed
    words: str
    noise: str = ""  # "letterhead", "furniture", "address"
    after_break: bool = False  # a form feed stands before it

    @property
    def blank(self) -> bool:
        return not self.words

    @property
    def range(self) -> Range:
        return (self.start, self.end)


def split_lines(source: str, plain: str) -> list[Line]:
    """The lines of a letter's view, folded. Very long lines keep only their beginning as `words`."""
    lines = []
    for match in _LINE.finditer(plain):
        if match.end() == match.start():
            continue
        start, end = match.span()
        words = Prose.of(source, plain, [(start, min(end, start + 2000))]).text if match[0].strip() else ""
        broken = match.start() > 0 and source[match.start() - 1] == "\f"
        lines.append(Line(match.start(), match.end(), words, after_break=broken))
    return lines
