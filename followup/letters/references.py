"""Paragraph references: "12, 35 (a) and 47" as values with a natural order, and back.

The canonical form is that of UN documents in English, "35 (a) (ii)", whatever the language or spacing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .text import Prose

_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_LONGEST_RANGE = 40
_LONGEST_LIST = 200

_NUMBER = re.compile(r"[1-9][0-9]{0,2}(?![0-9])(?![.,/:][0-9])")
# "(a)", "a)", "(ii)", "ii)"; a lone i, v or x counts as roman only behind a letter
_ITEM = re.compile(r" ?(?:\( ?)?([a-z]|[ivx]{2,4}) ?\)", re.IGNORECASE)
_BARE_LETTER = re.compile(r"([a-z])(?![a-z0-9])", re.IGNORECASE)
_RANGE = re.compile(r" ?(?:-|to |through |until |a |al |au )(?=[ (a-z0-9])", re.IGNORECASE)
_JOIN = re.compile(
    r" ?(?:[,;] ?(?:and|or|et|ou|y|e|o|u|as well as|ainsi que|asi como)? ?|[&/] ?|"
    r" (?:and|or|et|ou|y|e|o|u|as well as|ainsi que|asi como) )"
    r"(?:also )?(?:in |of |to |under |au |aux |a la |du |des |dans les? |en los? |en el |los? |el |les? |le |del? )?"
    r"(?:the )?(?:sub-?)?(?:paragraphs? |paras?\.? |pars?\.? |paragraphes? |parrafos? |parrs?\.? |§{1,2} ?)?",
    re.IGNORECASE,
)
# what turns a number into something else: "29 per cent", "30 June", "2 years"
_NO_PARAGRAPH = re.compile(
    r" ?(?:%|(?:per cent|percent|pour cent|por ciento|years?|months?|days?|ans?|mois|jours|anos?|meses|dias|million|"
    r"st|nd|rd|th|er|eme|january|february|march|april|may|june|july|august|september|october|november|december|"
    r"janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|"
    r"de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre))(?!\w))",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^[( ]*(?:the )?(?:recommendations? )?(?:sub-?)?(?:paragraphs?|paras?\.?|pars?\.?|paragraphes?|parrafos?|parrs?\.?|§{1,2})?[ :]*",
    re.IGNORECASE,
)
_SLUG = re.compile(r"([1-9][0-9]{0,2})([a-z])?(?:-([ivx]{1,4}))?")


@dataclass(frozen=True, slots=True)
class ParagraphRef:
    """A paragraph of the concluding observations, or a sub-paragraph: 35, 35 (a), 35 (a) (ii)."""

    number: int
    letter: str = ""
    roman: str = ""

    @property
    def label(self) -> str:
        """The canonical form, "35 (a) (ii)"."""
        return " ".join([str(self.number), *(f"({part})" for part in (self.letter, self.roman) if part)])

    @property
    def sort_key(self) -> str:
        """A string whose plain order is the order of the document: 9 < 12 < 35 (a) < 35 (b) (ii) < 47."""
        key = f"{self.number:05d}"
        if self.letter or self.roman:
            key += self.letter or " "
        return key + (f"{_ROMANS.index(self.roman) + 1:02d}" if self.roman in _ROMANS else self.roman)

    @property
    def slug(self) -> str:
        """The form for addresses: 35a-ii, 12."""
        return f"{self.number}{self.letter}" + (f"-{self.roman}" if self.roman else "")

    @classmethod
    def from_slug(cls, slug: str) -> ParagraphRef | None:
        """The reference an address names, or None."""
        match = _SLUG.fullmatch(slug)
        if not match or (match[3] and match[3] not in _ROMANS):
            return None
        return cls(int(match[1]), match[2] or "", match[3] or "")

    @property
    def parent(self) -> ParagraphRef:
        """The whole paragraph: 35 for 35 (a)."""
        return ParagraphRef(self.number)

    def covers(self, other: ParagraphRef) -> bool:
        """Whether the other is this paragraph or a part of it."""
        return (
            self.number == other.number
            and self.letter in ("", other.letter)
            and self.roman in ("", other.roman)
        )

    def __str__(self) -> str:
        return self.label


@dataclass(frozen=True, slots=True)
class Printed:
    """A reference and the stretches of the prose that print it: "35" and "(c)" of "35 (a) and (c)"."""

    ref: ParagraphRef
    spans: tuple[tuple[int, int], ...]


def parse_reference(text: str) -> ParagraphRef | None:
    """The one reference a text consists of ("35(a)", "35 a)", "para. 35 (a)"); None if it is none, or several."""
    prose = Prose.parse(text[:200]).text
    lead = _LEAD.match(prose)
    start = lead.end() if lead else 0
    found, end = read_list(prose, start)
    if not found and (match := _NUMBER.match(prose, start)):  # "35a"
        letter = _BARE_LETTER.match(prose, match.end())
        if letter and letter.end() == len(prose):
            return ParagraphRef(int(match[0]), letter[1].lower())
    rest = prose[end:].strip(" .,;:)")
    return found[0].ref if len(found) == 1 and not rest else None


def parse_references(text: str) -> tuple[ParagraphRef, ...]:
    """All references of a printed list: "23 (b) and (c), 27 and 41–43", "12, 35 (a) and 47, respectively"."""
    prose = Prose.parse(text[:20_000]).text
    refs: dict[ParagraphRef, None] = {}
    at = 0
    while digits := _NUMBER.search(prose, at):
        found, end = read_list(prose, digits.start())
        refs.update((printed.ref, None) for printed in found)
        at = max(end, digits.end())
    return tuple(refs)


def read_list(text: str, at: int) -> tuple[list[Printed], int]:
    """The references printed from `at` on, ranges expanded, and where the list ends."""
    found: list[Printed] = []
    end = at
    while (
        len(found) < _LONGEST_LIST
        and (number := _NUMBER.match(text, at))
        and not _NO_PARAGRAPH.match(text, number.end())
    ):
        found += _numbered(text, number, found)
        end = found[-1].spans[-1][1]
        more, end = _items_after(text, end, found[-1])
        found += more
        if not (step := _step(text, end)):
            break
        at = step
    return list({printed.ref: printed for printed in reversed(found)}.values())[::-1], end


def _numbered(text: str, number: re.Match[str], before: Sequence[Printed]) -> Iterator[Printed]:
    """One numbered reference with its letter; behind a dash or "to", also the paragraphs in between."""
    ref, spans, end = _with_items(text, int(number[0]), number)
    low = before[-1].ref if before else None
    whole = low and not (low.letter or low.roman or ref.letter or ref.roman)
    if low and whole and _is_range(text, before[-1].spans[-1][1], number.start()):
        span = (before[-1].spans[0][0], end)
        if 1 < ref.number - low.number <= _LONGEST_RANGE:
            yield from (Printed(ParagraphRef(n), (span,)) for n in range(low.number + 1, ref.number))
    yield Printed(ref, spans)


def _with_items(
    text: str, value: int, number: re.Match[str]
) -> tuple[ParagraphRef, tuple[tuple[int, int], ...], int]:
    letter = roman = ""
    end = number.end()
    while item := _ITEM.match(text, end):
        mark = item[1].lower()
        if mark in _ROMANS and not roman and (letter or len(mark) > 1 or mark in "ivx"):
            roman = mark
        elif len(mark) == 1 and not letter and not roman:
            letter = mark
        else:
            break
        end = item.end()
    return ParagraphRef(value, letter, roman), ((number.start(), end),), end


def _is_range(text: str, left: int, right: int) -> bool:
    between = text[left:right].strip().lower()
    return between in ("-", "to", "through", "a", "al", "au", "until")


def _step(text: str, at: int) -> int | None:
    """Where the next numbered reference of the list begins."""
    for pattern in (_RANGE, _JOIN):
        if (step := pattern.match(text, at)) and _NUMBER.match(text, step.end()):
            return step.end()
        if step and text[step.end() : step.end() + 1] == " " and _NUMBER.match(text, step.end() + 1):
            return step.end() + 1
    return None


def _items_after(text: str, at: int, last: Printed) -> tuple[list[Printed], int]:
    """Further letters of the same paragraph: "and (c)", "–(c)", ", (ii) and (iii)"."""
    found: list[Printed] = []
    if not (last.ref.letter or last.ref.roman):
        return found, at
    head = _head(text, last)
    while True:
        ranged = _RANGE.match(text, at)
        step = (_item_at(text, ranged.end()) if ranged else None) or None
        if step is None:
            ranged = None
            joined = _JOIN.match(text, at)
            step = _item_at(text, joined.end()) if joined else None
        if step is None:
            return found, at
        mark = step[1].lower()
        ref = _sibling(last.ref, mark)
        span = (step.start() + len(step[0]) - len(step[0].lstrip()), step.end())
        if ranged:
            found += [Printed(r, ((head[0], step.end()),)) for r in _between(last.ref, ref)]
        last = Printed(ref, (head, span))
        found.append(last)
        at = step.end()


def _item_at(text: str, at: int) -> re.Match[str] | None:
    return _ITEM.match(text, at)


def _head(text: str, printed: Printed) -> tuple[int, int]:
    start = printed.spans[0][0]
    digits = _NUMBER.match(text, start)
    return (start, digits.end() if digits else start + 1)


def _sibling(ref: ParagraphRef, mark: str) -> ParagraphRef:
    if len(mark) > 1 or (ref.roman and mark in _ROMANS):
        return ParagraphRef(ref.number, ref.letter, mark)
    return ParagraphRef(ref.number, mark)


def _between(low: ParagraphRef, high: ParagraphRef) -> list[ParagraphRef]:
    if low.roman in _ROMANS and high.roman in _ROMANS:
        romans = _ROMANS[_ROMANS.index(low.roman) + 1 : _ROMANS.index(high.roman)]
        return [ParagraphRef(low.number, low.letter, roman) for roman in romans]
    if low.letter and high.letter and not (low.roman or high.roman):
        return [ParagraphRef(low.number, chr(code)) for code in range(ord(low.letter) + 1, ord(high.letter))]
    return []
