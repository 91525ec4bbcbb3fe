"""Cuts a letter's text into numbered lines and segments, with the places values were read from.

Pure functions over text and ranges, for the public letter page and for the staff's review beside the
form. Offsets are characters of `Letter.text`; line 21 is the 21st piece of the text split at line feeds.

    marks = value_marks(record["spans"]) + assessment_marks(row.spans, "35a", href="…", label="35 (a)")
    for line in lines(letter.text, marks, withheld=…, left_out=…, dropped=emphasis(letter.text)):
        for segment in line.segments: …  # segment.kind, .text, .mark, .ids
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import groupby, pairwise

from django.utils.translation import gettext_lazy

from .letters import fold, withheld

Ranges = Iterable[Sequence[int]]

# Bold, italics and links as letters pasted from other systems carry them; a pair stands within one line.
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)[^*_\n]{1,5000}(?<=\S)(\1)")
_LINK = re.compile(r"(\[)[^\[\]\n]{1,300}(\]\((?:https?:|mailto:)[^()\s]{1,300}\))")
_ASSESSMENT = re.compile(r"assessments\[(\d+)\]\.(\w+)")
PERSONAL = ("addressee", "signatory.name")
WITHHELD = {"e-mail": gettext_lazy("e-mail withheld"), "name": gettext_lazy("name withheld")}


class Kind(IntEnum):
    """What a piece of text is. Where two overlap, the one listed first is shown."""

    DROPPED = 1  # marks of emphasis and of links: printed by nobody
    WITHHELD = 2  # personal data: the text itself is left out
    GRADE = 3  # the sentence that states a grade, and the words of it
    PARAGRAPH = 4  # the words that name the paragraph
    VALUE = 5  # any other value: a date, a symbol, a session
    PASSAGE = 6  # the Committee's passage: a property of whole lines
    LEFT_OUT = 7  # letterhead, address block, page numbers: a property of whole lines
    TEXT = 8

    @property
    def code(self) -> str:
        """The name for templates and style sheets."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Mark:
    """A range of the text, what was read there and where it leads. `id` is unique within a page."""

    start: int
    end: int
    kind: Kind
    id: str = ""
    href: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of one line that is shown one way. `text` is empty where it is withheld.

    `ids` are those of all marks that begin here, also of marks that a stronger one covers: no link breaks.
    """

    text: str
    kind: Kind = Kind.TEXT
    mark: Mark | None = None
    ids: tuple[str, ...] = ()
    withheld: str = ""  # "e-mail" or "name", where the text is left out

    @property
    def note(self) -> str:
        """What stands in the place of a text that is left out, in the active language."""
        return str(WITHHELD[self.withheld])


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the letter, by its number from 1. `passages` are the passages it belongs to."""

    number: int
    start: int
    end: int
    segments: tuple[Segment, ...]
    passages: tuple[Mark, ...] = ()
    left_out: bool = False

    @property
    def anchor(self) -> str:
        return f"l{self.number}"

    @property
    def blank(self) -> bool:
        return all(
            segment.kind is not Kind.WITHHELD and not segment.text.strip() for segment in self.segments
        )


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that follow each other in the same passages. `opens` are the passages whose first block it is."""

    passages: tuple[Mark, ...]
    lines: tuple[Line, ...]
    opens: tuple[Mark, ...] = ()

    @property
    def paragraphs(self) -> list[list[Line]]:
        """Lines with no blank line between them."""
        result: list[list[Line]] = []
        for line in self.lines:
            if result and result[-1][-1].number == line.number - 1:
                result[-1].append(line)
            else:
                result.append([line])
        return result


def lines(
    text: str,
    marks: Iterable[Mark] = (),
    *,
    withheld: Ranges = (),
    left_out: Ranges = (),
    dropped: Ranges = (),
) -> list[Line]:
    """All lines of the text, cut at the marks. Ranges that do not lie within the text are cut to it."""
    spans = [mark for mark in marks if mark.kind is not Kind.PASSAGE]
    spans += [Mark(start, end, Kind.WITHHELD) for start, end in withheld]
    spans += [Mark(start, end, Kind.DROPPED) for start, end in dropped]
    starts = _line_starts(text)
    pieces = list(_pieces(_clip(spans, len(text)), len(text), starts))
    ids = _Ids(spans)
    passages = _Cover(text, [mark for mark in marks if mark.kind is Kind.PASSAGE])
    noise = _Cover(text, [Mark(start, end, Kind.LEFT_OUT) for start, end in left_out])
    result, at = [], 0
    for number, start in enumerate(starts, 1):
        end = starts[number] - 1 if number < len(starts) else len(text)
        own = []
        while at < len(pieces) and pieces[at][0] < end:
            own.append(pieces[at])
            at += 1
        segments = tuple(_segments(text, own, ids))
        result.append(
            Line(number, start, end, segments, passages.of(start, end), left_out=noise.whole(start, end))
        )
    return result


def blocks(cut: Iterable[Line]) -> list[Block]:
    """Lines that have text, grouped into passages and what stands between them."""
    result: list[Block] = []
    seen: set[str] = set()
    full = [line for line in cut if not line.blank]
    for key, group in groupby(full, key=lambda line: tuple(dict.fromkeys(mark.id for mark in line.passages))):
        own = tuple(group)
        by_id = {mark.id: mark for mark in reversed(own[0].passages)}
        passages = tuple(by_id[name] for name in key)
        result.append(Block(passages, own, tuple(mark for mark in passages if mark.id not in seen)))
        seen.update(key)
    return result


def line_of(text: str, offset: int) -> int:
    """The number of the line that holds a character."""
    return text.count("\n", 0, max(offset, 0)) + 1


def emphasis(text: str) -> list[tuple[int, int]]:
    """Ranges of the marks of emphasis, ** and __, where they stand in pairs, and of links: all but their words."""
    return [
        match.span(group)
        for marks in (_EMPHASIS, _LINK)
        for match in marks.finditer(text)
        for group in (1, 2)
    ]


def masked(text: str, withheld: Ranges) -> str:
    """The text with a note in place of what is withheld, for places that show text and no marks."""
    cut = lines(text, withheld=withheld)
    return "\n".join(
        "".join(
            segment.text or (f"[{segment.note}]" if segment.withheld else "") for segment in line.segments
        )
        for line in cut
    )


def personal(passage: str, names: Iterable[str]) -> Ranges:
    """Ranges of personal data in a passage. Most hold none: only where a part of a name or an @ stands is it read."""
    names = list(names)
    folded = fold(passage)
    parts = {word for name in names for word in fold(name).split() if len(word) > 1}
    if "@" not in passage and not any(part in folded for part in parts):
        return ()
    return withheld(passage, names)


def refind(passage: str, text: str, ranges: Ranges) -> list[tuple[int, int]]:
    """Where words of the letter stand in a passage, which has its line breaks folded and emphasis dropped.

    Words that a page break cuts in two may be found piece by piece; what was edited away is not found.
    """
    pieces = [" ".join(text[start:end].replace("**", "").split()) for start, end in ranges]
    for words in ([" ".join(pieces)], pieces):
        found = [(passage.find(part), len(part)) for part in words if part]
        if found and all(start >= 0 for start, _ in found):
            return [(start, start + length) for start, length in found]
    return []


def value_marks(
    spans: Mapping[str, Ranges], *, hrefs: Mapping[str, str] | None = None, personal: bool = False
) -> list[Mark]:
    """Marks of the values of a letter record that belong to the whole letter, each with its path as label.

    Places of personal data are marked for staff only (`personal`); `hrefs` says where a path leads.
    """
    return [
        Mark(start, end, Kind.VALUE, mark_id(path, n), (hrefs or {}).get(path, ""), path)
        for path, ranges in spans.items()
        if not _ASSESSMENT.match(path) and (personal or not path.startswith(PERSONAL))
        for n, (start, end) in enumerate(ranges)
    ]


def assessment_marks(
    spans: Mapping[str, Ranges], name: str, *, href: str = "", label: str = ""
) -> list[Mark]:
    """One assessment: its passage (id p35a), grade sentence (g35a), words (w35a) and paragraph (n35a)."""
    kinds = {
        "text": (Kind.PASSAGE, "p"),
        "grade": (Kind.GRADE, "g"),
        "grade_phrase": (Kind.GRADE, "w"),
        "paragraph": (Kind.PARAGRAPH, "n"),
    }
    marks = []
    for field, (kind, letter) in kinds.items():
        for n, (start, end) in enumerate(spans.get(field, [])):
            # a passage in several pieces is one passage; other marks carry the id once
            again = "" if n == 0 or kind is Kind.PASSAGE else f"-{n + 1}"
            marks.append(Mark(start, end, kind, f"{letter}{name}{again}", href, label))
    return marks


def assessment_spans(spans: Mapping[str, Ranges], index: int) -> dict[str, Ranges]:
    """The ranges of one assessment of a letter record, by field: what an Assessment row keeps as `spans`."""
    found = ((_ASSESSMENT.fullmatch(path), ranges) for path, ranges in spans.items())
    return {match[2]: ranges for match, ranges in found if match and int(match[1]) == index}


def mark_id(path: str, n: int = 0) -> str:
    """concluding_observations.symbol gives m-concluding-observations-symbol; its second place ends in -2."""
    name = "m-" + re.sub(r"[^a-z0-9]+", "-", path.lower()).strip("-")
    return name if n == 0 else f"{name}-{n + 1}"


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]


def _clip(marks: Iterable[Mark], length: int) -> list[tuple[int, int, Mark]]:
    ranges = ((max(mark.start, 0), min(mark.end, length), mark) for mark in marks)
    return [(start, end, mark) for start, end, mark in ranges if start < end]


def _pieces(
    ranges: list[tuple[int, int, Mark]], length: int, line_starts: list[int]
) -> Iterator[tuple[int, int, Mark | None]]:
    """The text from end to end, each piece with the strongest mark over it; none holds a line feed."""
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for n, (start, end, _) in enumerate(ranges):
        opening.setdefault(start, []).append(n)
        closing.setdefault(end, []).append(n)
    feeds = {start - 1 for start in line_starts[1:]}
    cuts = sorted({0, length, *opening, *closing, *feeds, *line_starts})
    active: set[int] = set()
    for start, end in pairwise(cuts):
        active.difference_update(closing.get(start, ()))
        active.update(opening.get(start, ()))
        if start in feeds:
            continue
        # of two marks of one kind the one listed first is shown
        best = min(active, key=lambda n: (ranges[n][2].kind, n), default=None)
        yield start, end, None if best is None else ranges[best][2]


def _segments(text: str, pieces: list[tuple[int, int, Mark | None]], ids: _Ids) -> Iterator[Segment]:
    """One line's pieces without what is dropped; neighbours under one mark become one segment."""
    shown = [piece for piece in pieces if piece[2] is None or piece[2].kind is not Kind.DROPPED]
    for mark, group in groupby(shown, key=lambda piece: piece[2]):
        own = list(group)
        names = ids.up_to(own[-1][1])
        words = "".join(text[start:end] for start, end, _ in own)
        if mark is None:
            yield Segment(words, ids=names)
        elif mark.kind is Kind.WITHHELD:
            yield Segment("", Kind.WITHHELD, ids=names, withheld="e-mail" if "@" in words else "name")
        else:
            yield Segment(words, mark.kind, mark, names)


class _Ids:
    """Hands out the ids of marks in the order of the text, each once."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._waiting = sorted(((mark.start, mark.id) for mark in marks if mark.id), reverse=True)
        self._given: set[str] = set()

    def up_to(self, end: int) -> tuple[str, ...]:
        """Ids of marks that begin before `end` and were not handed out yet."""
        names = []
        while self._waiting and self._waiting[-1][0] < end:
            name = self._waiting.pop()[1]
            if name not in self._given:
                self._given.add(name)
                names.append(name)
        return tuple(names)


class _Cover:
    """Which ranges a line shares text with. White space at either end of a range or line does not count."""

    def __init__(self, text: str, marks: list[Mark]) -> None:
        self._text = text
        self._marks = marks

    def of(self, start: int, end: int) -> tuple[Mark, ...]:
        own = ((max(start, mark.start), min(end, mark.end), mark) for mark in self._marks)
        return tuple(mark for low, high, mark in own if low < high and self._text[low:high].strip())

    def whole(self, start: int, end: int) -> bool:
        """Whether the line has text and all of it lies within the ranges."""
        rest, at = [], start
        for mark in sorted(self.of(start, end), key=lambda mark: mark.start):
            rest.append(self._text[at : max(mark.start, at)])
            at = max(at, min(mark.end, end))
        rest.append(self._text[at:end])
        return at > start and not "".join(rest).strip()
