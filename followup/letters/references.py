"""Paragraph references: "12, 35 (a) and 47" as values with a natural order, and back.

The canonical form is that of UN documents in English, "35 (a) (ii)", whatever the language or spacing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from .counted import is_counted
from .languages import LANGUAGES
from .text import Prose
from .wording import choice

_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_LONGEST_RANGE = 40
_LONGEST_LIST = 200

# a figure that was read as a letter counts beside another figure: "3O", "l2"
_NUMBER = re.compile(
    r"(?:[1-9](?:[0-9]|[OIl](?![A-Za-z])){0,2}|(?<![A-Za-z])[Il](?=[0-9])(?:[0-9]|[OIl](?![A-Za-z])){1,2})(?![0-9])(?![.,/:][0-9])"
)
_LOOKS_LIKE = str.maketrans("OIl", "011")
# "(a)", "a)", "(ii)", "ii)"; a lone i, v or x counts as roman only behind a letter
_ITEM = re.compile(r" ?(?:\( ?)?([a-z]|[ivx]{2,4}) ?\)", re.IGNORECASE)
_ATTACHED = re.compile(
    r"\.?([a-z])(?![\w.)'])(?! (?:session|sesion|periodo))", re.IGNORECASE
)  # "35a", "35.a"
_MORE = r"((?:,| and| et| y| e| to| a|-){1,2}) ?([a-z])(?=[,)-]| (?:and|et|y|e|to|a) |$)"
_TOGETHER = re.compile(rf" ?\(([a-z](?:{_MORE}){{1,9}})\)", re.IGNORECASE)  # "(a, b and c)"
_MORE_TOGETHER = re.compile(_MORE, re.IGNORECASE)
_TO = ("-", "to", "through", "a", "al", "au", "until")
_RANGE = re.compile(r" ?(?:-|to |through |until |a |al |au )(?=[ (a-z0-9])", re.IGNORECASE)
_WHOLES = choice(word for language in LANGUAGES for word in language.paragraph)
_PARTS = choice(word for language in LANGUAGES for word in language.subparagraph)
# "e", "o", "u" and "y" join in Spanish; in "d), e) and f)" they are what is joined
_AND = choice((
    *("and", "or", "et", "ou", "y", "e", "o", "u"),
    *("as well as", "along with", "ainsi que", "de meme que", "asi como", "al igual que"),
))  # fmt: skip
_ASIDE = (
    r"(?:also|in particular|notably|finally|lastly|aussi|egalement|enfin|notamment|en particulier|tambien|en particular|"
    r"por ultimo|finalmente)"
)
_PREPOSITION = (
    r"(?:in|of|to|under|aux?|a la|du|des|dans les?|dans la|en l[ao]s?|en el|en la|l[ao]s?|el|les?|del?|"
    r"de l[ao]s?) "
)
_JOIN = re.compile(
    rf"(?: ?[,;] ?(?:(?:{_AND})(?: |(?=[(,]))|ainsi qu')?| ?[&/] ?| (?:(?:{_AND}) |ainsi qu')|(?<=\))(?:and|et|y)(?=\())"
    rf"(?:,? ?{_ASIDE},? )?(?:{_PREPOSITION}|(?:a |de )?l')?(?:the )?(?:(?:{_WHOLES}|{_PARTS})(?!\w) ?)?",
    re.IGNORECASE,
)
# "alinéas a) et b) du paragraphe 12": the parts stand before their paragraph; "12, alinéas a) et b)": behind it
_OF_WHOLE = re.compile(
    rf",? (?:of|in|du|del?|de l[ao]|au|en el) (?:the |la |el )?(?:{_WHOLES})(?!\w) ?", re.IGNORECASE
)
_PARTS_BEHIND = re.compile(rf",? (?:{_PARTS})(?!\w) ?(?=\(?[a-z])", re.IGNORECASE)
_FAR = 80
_LONGEST_ITEM = 10
# "15 (labour inspection), 27 (data) and 39": words on a paragraph between two of a list
_GLOSS = re.compile(
    r" ?\((?=[^()0-9]{0,3}[^\W\d_]{3})(?![ivx]{1,4}\))[^()]{4,120}\)(?= ?[,;]| (?:and|et|y|e) )"
)
_LEAD = re.compile(
    r"^[( ]*(?:the )?(?:recommendations? )?(?:sub-?)?(?:paragraphs?|paras?\.?|pars?\.?|paragraphes?|parrafos?|"
    r"parrs?\.?|§{1,2})?[ :]*",
    re.IGNORECASE,
)
_SLUG = re.compile(r"([1-9][0-9]{0,2})([a-z])?(?:-([ivx]{1,4}))?")


@dataclass(frozen=True, slots=True, eq=False)
class ParagraphRef:
    """A paragraph of the concluding observations, or a sub-paragraph: 35, 35 (a), 35 (a) (ii).

    The "(i)" of "35 (i)" may be a letter or a numeral: two references are one if they are printed alike.
    """

    number: int
    letter: str = ""
    roman: str = ""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ParagraphRef) and self._printed == other._printed

    def __hash__(self) -> int:
        return hash(self._printed)

    @property
    def _printed(self) -> tuple[int, str, str]:
        """The parts as they are printed, from the left."""
        return (self.number, self.letter or self.roman, self.roman if self.letter else "")

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
        (number, first, second), mine = other._printed, self._printed
        return mine[0] == number and mine[1] in ("", first) and mine[2] in ("", second)

    def __str__(self) -> str:
        return self.label


class Printed(NamedTuple):
    """A reference and the stretches of the prose that print it: "35" and "(c)" of "35 (a) and (c)"."""

    ref: ParagraphRef
    spans: tuple[tuple[int, int], ...]


def _value(number: re.Match[str]) -> int:
    return int(number[0].translate(_LOOKS_LIKE))


@lru_cache(maxsize=1024)  # there are few numbers of paragraphs, and they are asked for again and again
def parse_reference(text: str) -> ParagraphRef | None:
    """The one reference a text consists of ("35(a)", "35 a)", "para. 35 (a)"); None if it is none, or several."""
    prose = Prose.parse(text[:200]).text
    lead = _LEAD.match(prose)
    start = lead.end() if lead else 0
    found, end = read_list(prose, start)
    rest = prose[end:].strip(" .,;:)")
    return found[0].ref if len(found) == 1 and not rest else None


def parse_references(text: str) -> tuple[ParagraphRef, ...]:
    """All references of a printed list: "23 (b) and (c), 27 and 41–43", "12, 35 (a) and 47, respectively"."""
    prose = Prose.parse(text[:20_000]).text
    refs: dict[ParagraphRef, None] = {}
    at = 0
    while digits := _NUMBER.search(prose, at):
        found, end = read_list(prose, list_start(prose, at, digits.start()))
        refs.update((printed.ref, None) for printed in found)
        at = max(end, digits.end())
    return tuple(refs)


def read_list(text: str, at: int) -> tuple[list[Printed], int]:
    """The references printed from `at` on, ranges expanded, and where the list ends."""
    found: list[Printed] = []
    end = at
    while len(found) < _LONGEST_LIST:
        if number := _NUMBER.match(text, at):
            if is_counted(text, number.end(), _value(number)):
                break
            found += _numbered(text, number, found)
            more, end = _items_after(text, found[-1].spans[-1][1], found[-1])
            found += more
        elif parts := _parts_first(text, at):
            found += parts
            end = parts[-1].spans[-1][1]
        else:
            break
        if not (step := _step(text, end)):
            break
        at = step
    if len(found) > 1:
        found = list({printed.ref: printed for printed in reversed(found)}.values())[::-1]
    return found, end


def list_start(text: str, low: int, number: int) -> int:
    """Where a list begins whose first number stands at `number`: at the parts before it, if it has any."""
    low = max(low, number - _FAR)
    for start in _item_starts(text, low, number) if ")" in text[low:number] else ():
        parts = _parts_first(text, start)
        if parts and parts[-1].spans[-1][0] == number:
            return start
    return number


def parts_of(text: str, low: int, stop: int, number: int) -> list[Printed]:
    """The references of the letters that end at `stop`, right before "of the same paragraph"."""
    for start in _item_starts(text, max(low, stop - _FAR), stop):
        run = _run(text, start)
        if run and run[-1].end == stop:
            return _parts(run, number, ())
    return []


def parts_at(text: str, at: int, number: int) -> list[Printed]:
    """The references of the letters that begin at a place, of a paragraph spoken of before."""
    return _parts(_run(text, at), number, ())


class _Item(NamedTuple):
    """One letter of a list of letters, perhaps with a numeral: "(a)", "(b) (ii)"; `ranged`: behind "to"."""

    letter: str
    roman: str
    start: int
    end: int
    ranged: bool


def _item_starts(text: str, low: int, high: int) -> Iterator[int]:
    """Where a list of letters may begin: at no word's end, and not at the letter of a number before it."""
    for item in _ITEM.finditer(text, low, high):
        start = item.start() + len(item[0]) - len(item[0].lstrip())
        before = text[max(0, start - 2) : start]
        if not (before[-1:].isalnum() or before.rstrip().endswith((*"0123456789)",))):
            yield start


def _run(text: str, at: int) -> list[_Item]:
    """The letters joined into one list from `at` on."""
    run: list[_Item] = []
    start, ranged = at, False
    while len(run) < _LONGEST_RANGE and any((read := _items(text, start))[:2]):
        letter, roman, end = read
        run.append(_Item(letter, roman, start, end, ranged))
        step = _next_item(text, end)
        if step is None:
            break
        start, ranged = step
    return run


def _parts_first(text: str, at: int) -> list[Printed]:
    """The references of "(a) and (b) of paragraph 12", if such a list begins here."""
    run = _run(text, at)
    of = _OF_WHOLE.match(text, run[-1].end) if run else None
    number = _NUMBER.match(text, of.end()) if of else None
    if number is None or _ITEM.match(text, number.end()):
        return []
    return _parts(run, _value(number), (number.span(),))


def _parts(run: Sequence[_Item], number: int, of: tuple[tuple[int, int], ...]) -> list[Printed]:
    found: list[Printed] = []
    for item in run:
        ref, spans = ParagraphRef(number, item.letter, item.roman), ((item.start, item.end), *of)
        found += [
            Printed(between, spans) for between in (_between(found[-1].ref, ref) if item.ranged else ())
        ]
        found.append(Printed(ref, spans))
    return found


def _numbered(text: str, number: re.Match[str], before: Sequence[Printed]) -> Iterator[Printed]:
    """One numbered reference with its letter; behind a dash or "to", also the paragraphs in between."""
    opened = "(" in text[number.end() : number.end() + 2]
    if opened and (together := _TOGETHER.match(text, number.end())):
        yield from _together(_value(number), number.start(), together)
        return
    ref, spans, end = _with_items(text, _value(number), number)
    low = before[-1].ref if before else None
    whole = low and not (low.letter or low.roman or ref.letter or ref.roman)
    if low and whole and text[before[-1].spans[-1][1] : number.start()].strip().lower() in _TO:
        span = (before[-1].spans[0][0], end)
        if 1 < ref.number - low.number <= _LONGEST_RANGE:
            yield from (Printed(ParagraphRef(n), (span,)) for n in range(low.number + 1, ref.number))
    yield Printed(ref, spans)


def _with_items(
    text: str, value: int, number: re.Match[str]
) -> tuple[ParagraphRef, tuple[tuple[int, int], ...], int]:
    behind = (
        _PARTS_BEHIND.match(text, number.end()) if ")" in text[number.end() : number.end() + _FAR] else None
    )
    at = behind.end() if behind and not _parts_first(text, behind.end()) else number.end()
    letter, roman, end = _items(text, at)
    if not letter and not roman:
        near = text[number.end() : number.end() + 1]
        attached = _ATTACHED.match(text, number.end()) if near == "." or near.isalpha() else None
        letter, end = (attached[1].lower(), attached.end()) if attached else ("", number.end())
    return ParagraphRef(value, letter, roman), ((number.start(), end),), end


def _together(number: int, start: int, group: re.Match[str]) -> Iterator[Printed]:
    """The references of "16 (a, b and d)" and "16 (a-c)"."""
    spans = ((start, group.end()),)
    last = ParagraphRef(number, group[1][0].lower())
    yield Printed(last, spans)
    at = 1
    while more := _MORE_TOGETHER.match(group[1], at):
        ref, at = ParagraphRef(number, more[2].lower()), more.end()
        if more[1].strip() in ("-", "to", "a"):
            yield from (Printed(between, spans) for between in _between(last, ref))
        yield Printed(ref, spans)
        last = ref


def _items(text: str, at: int) -> tuple[str, str, int]:
    """The letter and the roman numeral printed from `at` on, and where they end."""
    letter = roman = ""
    end = at
    if ")" not in text[at : at + _LONGEST_ITEM]:
        return letter, roman, end
    while item := _ITEM.match(text, end):
        mark = item[1].lower()
        if mark in _ROMANS and not roman and (letter or len(mark) > 1 or mark in "ivx"):
            roman = mark
        elif len(mark) == 1 and not letter and not roman:
            letter = mark
        else:
            break
        end = item.end()
    return letter, roman, end


def _step(text: str, at: int) -> int | None:
    """Where the next numbered reference of the list begins."""
    at = gloss.end() if (gloss := _GLOSS.match(text, at)) else at
    for pattern in (_RANGE, _JOIN):
        step = pattern.match(text, at)
        for end in (step.end(), step.end() + (text[step.end() : step.end() + 1] == " ")) if step else ():
            if _NUMBER.match(text, end) or _parts_first(text, end):
                return end
    return None


def _items_after(text: str, at: int, last: Printed) -> tuple[list[Printed], int]:
    """Further letters of the same paragraph: "and (c)", "–(c)", ", (ii) and (iii)"."""
    found: list[Printed] = []
    if not (last.ref.letter or last.ref.roman):
        return found, at
    head = _head(text, last)
    while True:
        step = _next_item(text, at)
        if step is None or _parts_first(text, step[0]):
            return found, at
        start, ranged = step
        letter, roman, end = _items(text, start)
        ref = _sibling(last.ref, letter, roman)
        if ranged:
            found += [Printed(r, ((head[0], end),)) for r in _between(last.ref, ref)]
        last = Printed(ref, (head, (start, end)))
        found.append(last)
        at = end


def _next_item(text: str, at: int) -> tuple[int, bool] | None:
    """Where the next letter of a list of letters begins, and whether a range leads to it."""
    for pattern, ranged in ((_RANGE, True), (_JOIN, False)):
        step = pattern.match(text, at)
        item = _ITEM.match(text, step.end()) if step else None
        if item:
            return item.start() + len(item[0]) - len(item[0].lstrip()), ranged
    return None


def _head(text: str, printed: Printed) -> tuple[int, int]:
    start = printed.spans[0][0]
    digits = _NUMBER.match(text, start)
    return (start, digits.end() if digits else start + 1)


def _sibling(ref: ParagraphRef, letter: str, roman: str) -> ParagraphRef:
    """The paragraph that a further letter names, (ii) behind 35 (a) (i) or (b) behind 35 (a)."""
    if letter and not roman and ref.roman and letter in _ROMANS:
        letter, roman = "", letter
    if roman and not letter and (ref.roman or len(roman) > 1):
        return ParagraphRef(ref.number, ref.letter, roman)
    return ParagraphRef(ref.number, letter or roman, roman if letter else "")


def _between(low: ParagraphRef, high: ParagraphRef) -> list[ParagraphRef]:
    if low.roman in _ROMANS and high.roman in _ROMANS:
        romans = _ROMANS[_ROMANS.index(low.roman) + 1 : _ROMANS.index(high.roman)]
        return [ParagraphRef(low.number, low.letter, roman) for roman in romans]
    if low.letter and high.letter and not (low.roman or high.roman):
        return [ParagraphRef(low.number, chr(code)) for code in range(ord(low.letter) + 1, ord(high.letter))]
    return []
