"""The lines of a letter, and what each is: text, blank, or noise that reading skips."""

from __future__ import annotations

from dataclasses import dataclass

from .reading import Range
from .text import folded

_LONGEST = 2000  # characters of a line that are looked at


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
    lines, start = [], 0
    for line in plain.splitlines(keepends=True):
        end = start + len(line)
        lines.append(Line(start, end, folded(line[:_LONGEST]), after_break=source[start - 1 : start] == "\f"))
        start = end
    return lines
