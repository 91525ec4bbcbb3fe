"""The lines of a letter, and what each is: text, blank, or noise that reading skips."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .reading import Range
from .text import folded

_LONGEST = 2000  # characters of a line that are looked at
_RULES = "_=‐‑–—―-"
_RULE = re.compile(rf"[{_RULES}]{{3,}}")
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹*†"
_GUTTER = re.compile(r"(?<![\s:,])(?:[ \xa0]{0,40}\t[ \xa0\t]{0,40}|[ \xa0]{3,})(?=\S)")
_COLUMNS = 2  # a line of more has wide gaps between all its words
_SLACK = 6  # characters by which the lines of a column may differ


@dataclass(slots=True)
class Line:
    """One line of the letter: its place, its words with white space folded, and what kind of noise it is."""

    start: int
    end: int  # with the line feed
    words: str
    noise: str = ""  # "letterhead", "furniture", "address"
    after_break: bool = False  # a form feed stands before it
    rule: bool = False  # drawn across the sheet
    raised: bool = False  # it begins with a raised figure, which `words` does not have

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
        words = folded(line[:_LONGEST])
        printed = source[start : min(end, start + _LONGEST)].strip()
        rule = printed[:1] in _RULES and _RULE.fullmatch(printed) is not None
        raised = printed[:1] in _RAISED and bool(printed) and not printed.startswith("**")
        after_break = source[start - 1 : start] == "\f"
        lines.append(Line(start, end, words, after_break=after_break, rule=rule, raised=raised))
        start = end
    return lines


def columns(source: str, plain: str, lines: Sequence[Line]) -> list[Line]:
    """The lines of a letter's head, of two columns first the left one and then the right one.

    What stands on one line with a wide gap between is told apart: "REFERENCE: CMW/followup/29/bs      13 September 2018".
    """
    rows = [_cells(source, plain, line) for line in lines]
    if all(len(row) == 1 for row in rows) or any(len(row) > _COLUMNS for row in rows):
        return list(lines)
    indents = [[_indent(source, line, cell) for cell in row] for line, row in zip(lines, rows, strict=True)]
    edge = min(indent[1] for indent in indents if len(indent) > 1) - _SLACK
    left: list[Line] = []
    right: list[Line] = []
    for line, row, indent in zip(lines, rows, indents, strict=True):
        if line.blank:
            left.append(line)
            right.append(line)
        elif len(row) == 1:
            (right if indent[0] >= edge > _SLACK else left).append(line)
        else:
            left.append(row[0])
            right += row[1:]
    return [*left, Line(lines[-1].end, lines[-1].end, ""), *right]


def _cells(source: str, plain: str, line: Line) -> list[Line]:
    """What stands on a line, parted where a wide gap is."""
    if line.blank or line.noise:
        return [line]
    end = min(line.end, line.start + _LONGEST)
    if "\t" not in source[line.start : end] and "   " not in source[line.start : end].replace("\xa0", " "):
        return [line]
    gaps = [gap.span() for gap in _GUTTER.finditer(source, line.start, end)]
    if not gaps:
        return [line]
    starts, ends = [line.start, *(end for _, end in gaps)], [*(start for start, _ in gaps), line.end]
    return [Line(low, high, folded(plain[low:high])) for low, high in zip(starts, ends, strict=True)]


def _indent(source: str, line: Line, cell: Line) -> int:
    """How many characters stand before a cell on its line."""
    words = source[cell.start : cell.end]
    return cell.start - line.start + len(words) - len(words.lstrip())
