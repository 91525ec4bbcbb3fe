"""A letter made ready for reading: its noise found, the rest cut into paragraphs and sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, wraps
from typing import Any

from .address import Address, find_addresses
from .dates import Printed, read_dates
from .furniture import mark_furniture
from .languages import LANGUAGES, Language
from .lines import Line, columns, split_lines
from .names import UPPER
from .reading import Range, T
from .text import Prose, merged, rejoin, view, words_of
from .wording import Finder, choice, compiled

_ABBREVIATIONS = frozenset(view(word).lower() for language in LANGUAGES for word in language.abbreviations)
_DANGLING = re.compile(
    rf"(?:(?<!\w)(?:{choice(word for language in LANGUAGES for word in language.dangling)})|,|-)$",
    re.IGNORECASE,
)
_SALUTATION = re.compile(
    "|".join(
        compiled(tuple(row.pattern for row in language.salutations)).expression.pattern
        for language in LANGUAGES
    ),
    re.IGNORECASE,
)
_HONOUR = compiled(tuple(row.pattern for language in LANGUAGES for row in language.honour))
_STARTS = re.compile(
    "(?:[0-9]{1,2}[.)] |[(]?[a-zA-Z][.)] |[-•–] )?(?:"
    + "|".join(
        compiled(
            tuple(row.pattern for row in (*language.lead_ins, *language.closings, *language.farewells))
        ).expression.pattern
        for language in LANGUAGES
    )
    + r"|At (?:its|the)\b|A sa |En su |The Committee|Le Comite|El Comite)",
    re.IGNORECASE,
)
_LIST_ITEM = re.compile(r"(?:[(]?(?:[a-z]|[ivx]{1,5}|[0-9]{1,2})[.)] |[-•–*·] )", re.IGNORECASE)
_SENTENCE_END = re.compile(rf"[.!?…][\"'”’)\]*]{{0,4}} (?=[\"'“‘(\[]{{0,3}}[{UPPER}0-9])")
_BEFORE_WORD = re.compile(r"[\s(\[\"'“]")
_ENDS = re.compile(r"[.!?:;…][\"'”’)\]]{0,4}$")
_HEADING = re.compile(
    rf"(?:{choice(w for language in LANGUAGES for w in (*language.paragraph, *language.recommendation))})"
    r"\b.{0,40}[0-9]",
    re.IGNORECASE,
)
_ROW = re.compile(
    rf"\||[-•*– ]{{0,3}}(?:(?:{choice(word for language in LANGUAGES for word in language.paragraph)}) )?"
    r"[1-9][0-9]{0,2}(?![0-9.,/]?[0-9])(?: ?\(?[a-z]\))?(?: ?\([ivx]{1,4}\))?[ :|.-]{1,4}"
    r"(?!January|February|March|April|May|June|July|August|September|October|November|December)\(?[A-Za-z]",
    re.IGNORECASE,
)
_LONGEST_DANGLING = 40
_UNWRAPPED = 180
_LONGEST_SALUTATION = 75
_HEAD_LINES = 120
_LONG = 50  # of a line that is no part of a head


class Sentence:
    """A sentence: its place in its paragraph's prose. A part of one knows the `whole` it was taken from.

    `words`: those it is made of, in small letters; of a part, those of the whole. `answers`: see `asked_once`.
    """

    __slots__ = ("answers", "end", "prose", "start", "text", "whole", "words")

    def __init__(self, prose: Prose, start: int, end: int, whole: Sentence | None = None) -> None:
        self.prose = prose
        self.start = start
        self.end = end
        self.whole = whole
        self.text = prose.text[start:end]  # folded
        self.words: Set[str] = whole.words if whole else words_of(self.text)
        self.answers: dict[object, Any] = {}

    def dates(self) -> list[Printed]:
        """The dates that stand in it."""
        if "dates" not in self.answers:
            self.answers["dates"] = read_dates(self.prose, self.start, self.end)
        return self.answers["dates"]  # type: ignore[no-any-return]

    def part(self, start: int, end: int) -> Sentence:
        """What stands in it from one place to another."""
        return Sentence(self.prose, start, end, self.whole or self)

    def search(self, finder: Finder) -> re.Match[str] | None:
        """The first of some patterns that stands in it."""
        if finder.may_stand_in(self.words):
            return finder.search(self.prose.text, self.start, self.end)
        return None

    def finditer(self, finder: Finder) -> Iterable[re.Match[str]]:
        """All of some patterns that stand in it."""
        if finder.may_stand_in(self.words):
            return finder.finditer(self.prose.text, self.start, self.end)
        return ()

    def match(self, finder: Finder) -> re.Match[str] | None:
        """The one of some patterns that it begins with."""
        if finder.may_stand_in(self.words):
            return finder.match(self.prose.text, self.start, self.end)
        return None


def asked_once(question: Callable[[Sentence, Language], T]) -> Callable[[Sentence, Language], T]:
    """A question about a sentence that several steps of the reading ask: the sentence keeps the answer."""

    @wraps(question)
    def ask(sentence: Sentence, language: Language) -> T:
        key = (question, language.code)
        if key not in sentence.answers:
            sentence.answers[key] = question(sentence, language)
        return sentence.answers[key]  # type: ignore[no-any-return]

    return ask


@dataclass(frozen=True, eq=False)
class Paragraph:
    """A paragraph of the letter, put together again where a page break cut it."""

    prose: Prose
    number: int

    @property
    def text(self) -> str:
        """The paragraph, folded."""
        return self.prose.text

    @cached_property
    def all_sentences(self) -> tuple[Sentence, ...]:
        """Its sentences. An abbreviation ends none."""
        text, at, found = self.prose.text, 0, []
        for match in _SENTENCE_END.finditer(text):
            if text[match.start()] != "." or not _abbreviated(text, match.start()):
                found.append(Sentence(self.prose, at, match.end() - 1))
                at = match.end()
        if at < len(text):
            found.append(Sentence(self.prose, at, len(text)))
        return tuple(found)

    def sentences(self, start: int = 0, end: int | None = None) -> Sequence[Sentence]:
        """The sentences from one place to another, which may cut the first and the last of them."""
        end = len(self.text) if end is None else end
        if start == 0 and end == len(self.text):
            return self.all_sentences
        return [
            s if start <= s.start and s.end <= end else s.part(max(start, s.start), min(end, s.end))
            for s in self.all_sentences
            if start < s.end and s.start < end
        ]


@dataclass(frozen=True)
class Letter:
    """A letter's text, the noise in it, and its paragraphs. `body` is the first paragraph below the head."""

    text: str
    plain_all: str  # the view of everything
    plain: str  # the view with the noise blanked
    lines: list[Line]
    addresses: list[Address]
    paragraphs: list[Paragraph] = field(default_factory=list)
    body: int = 0
    head: Sequence[Line] = ()  # the lines above the body, of two columns one after the other

    @property
    def noise(self) -> tuple[Range, ...]:
        """Letterhead, address blocks and page furniture, in order."""
        return merged(line.range for line in self.lines if line.noise)


@lru_cache(maxsize=4)
def make_ready(text: str) -> Letter:
    """Settle a text for reading. Kept for a few texts, since a review asks for the same one again and again."""
    plain = view(text)
    lines = split_lines(text, plain)
    head = _head_lines(lines)
    mark_furniture(lines, head)
    above = columns(text, plain, lines[:head])
    addresses = find_addresses(text, plain, above) if len(above) > head else []
    addresses += find_addresses(text, plain, lines)
    settled = rejoin(
        text, "".join(_blanked(plain, line) if line.noise else plain[slice(*line.range)] for line in lines)
    )
    groups = _joined(_groups(lines, head), lines, head)
    paragraphs = [
        Paragraph(Prose.of(text, settled, _ranges(lines, group)), n) for n, group in enumerate(groups)
    ]
    below = lines[head].start if head < len(lines) else len(text)
    body = next((p.number for p in paragraphs if p.prose.ranges[0][0] >= below), len(paragraphs))
    return Letter(text, plain, settled, lines, addresses, paragraphs, body, above)


def _blanked(plain: str, line: Line) -> str:
    """A line of the same length without a word."""
    return " " * (line.end - line.start - 1) + ("\n" if plain[line.end - 1] == "\n" else " ")


def _head_lines(lines: Sequence[Line]) -> int:
    """The number of the line the body begins with: the one below the salutation, or the opening formula."""
    top = range(min(len(lines), _HEAD_LINES))
    known = next((n + 1 for n in top if _is_salutation(lines[n].words)), None)
    if known is not None:
        return known
    opening = next((n for n in top if _opens(lines, n)), None)
    greeting = next((n + 1 for n in top[:opening] if _greets(lines, n)), None)
    if greeting is not None or opening is None:
        return greeting or 0
    while opening and not lines[opening - 1].blank and len(lines[opening - 1].words) > _LONG:
        opening -= 1
    return opening


def _is_salutation(words: str) -> bool:
    """Whether a line is a salutation: "Excellency,", "Madame la Représentante permanente,"."""
    return len(words) <= _LONGEST_SALUTATION and bool(_SALUTATION.match(words)) and words[-1] in ",:."


def _opens(lines: Sequence[Line], n: int) -> bool:
    """Whether the opening formula begins in a line; it may run over to the next one."""
    words = lines[n].words
    both = f"{words} {lines[n + 1].words[:60]}" if n + 1 < len(lines) else words
    formula = _HONOUR.search(both)
    return formula is not None and formula.start() < len(words)


def _greets(lines: Sequence[Line], n: int) -> bool:
    """Whether a line has the form of a salutation: alone above long lines, without a figure, a comma at its end."""
    words = lines[n].words
    if not 3 < len(words) <= _LONGEST_SALUTATION or words[-1] != "," or not words[0].isupper():
        return False
    if (n and not lines[n - 1].blank) or any(char.isdigit() or char == "@" for char in words):
        return False
    below = next((line.words for line in lines[n + 1 : n + 4] if line.words), "")
    return len(below) > _LONG and below[0].isupper()


def _groups(lines: Sequence[Line], head: int) -> list[list[int]]:
    """Numbers of the lines of each paragraph: parted by blank lines, then by line breaks that were meant."""
    groups: list[list[int]] = []
    run: list[int] = []
    for n, line in enumerate(lines):
        if line.blank:
            groups += _cut(lines, run, head)
            run = []
        elif not line.noise:
            run.append(n)
    return groups + _cut(lines, run, head)


def _cut(lines: Sequence[Line], run: Sequence[int], head: int) -> list[list[int]]:
    """Lines without a blank one between, cut where a break is no wrapping."""
    groups: list[list[int]] = []
    width = max((len(lines[n].words) for n in run), default=0)
    rows = _table_lines(lines, run)
    for n in run:
        before = groups[-1][-1] if groups else n
        apart = before < head <= n or n in rows or before in rows or _is_greeting(run[:1], lines, before)
        if groups and not apart and not _breaks(lines[before].words, lines[n].words, width):
            groups[-1].append(n)
        else:
            groups.append([n])
    return groups


def _table_lines(lines: Sequence[Line], run: Sequence[int]) -> set[int]:
    """Lines that are rows of a table: several in a row that begin with a paragraph's number, or with a bar."""
    alike = [n for n in run if _ROW.match(lines[n].words)]
    near = set(alike)
    return {n for n in alike if {n - 1, n + 1} & near or lines[n].words.startswith("|")}


def _breaks(before: str, after: str, width: int) -> bool:
    """Whether a line break parts two paragraphs: the next word would have had room on the line before."""
    if width > _UNWRAPPED:
        return True
    if len(before) + len(after.split(" ", 1)[0]) + 1 > 0.85 * width:
        return False
    if _HEADING.match(before) and len(before) <= 60 and after[0].isupper():
        return True
    return _ends(before) and bool(after[0].isupper() or _LIST_ITEM.match(after) or _STARTS.match(after))


def _ends(words: str) -> bool:
    """Whether a line ends as a sentence does."""
    return _ENDS.search(words, max(0, len(words) - 5)) is not None


def _joined(groups: Sequence[list[int]], lines: Sequence[Line], head: int) -> list[list[int]]:
    """Paragraphs that a page break or the address block cut in two, made one. Nothing above the body joins it."""
    joined: list[list[int]] = []
    for group in groups:
        above = joined and (
            joined[-1][-1] < head <= group[0] or _is_greeting(joined[-1], lines, joined[-1][-1])
        )
        if joined and not above and _continues(lines, joined[-1][-1], group[0]):
            joined[-1] += group
        else:
            joined.append(list(group))
    return joined


def _is_greeting(group: Sequence[int], lines: Sequence[Line], last: int) -> bool:
    """Whether the lines up to `last` are a salutation and nothing else."""
    return list(group) == [last] and _is_salutation(lines[last].words)


def _continues(lines: Sequence[Line], left: int, right: int) -> bool:
    before, after = lines[left].words, lines[right].words
    if _ends(before) or _LIST_ITEM.match(after):
        return False
    if after[0].islower():
        return True
    if _STARTS.match(after):
        return False
    # a short line that ends in a comma takes leave: "Avec mes salutations distinguées,"
    if _DANGLING.search(before, max(0, len(before) - _LONGEST_DANGLING)) and len(before) >= (
        _LONG if before[-1] == "," else 20
    ):
        return True
    interrupted = any(lines[n].noise for n in range(left + 1, min(right, left + 40)))
    return interrupted and len(before) >= 40


def _ranges(lines: Sequence[Line], group: Sequence[int]) -> list[Range]:
    """The ranges of a paragraph: one, or several where noise stands between its lines."""
    ranges: list[Range] = []
    for before, n in zip([None, *group], group, strict=False):
        clean = before is not None and not any(lines[k].noise for k in range(before + 1, n))
        if clean:
            ranges[-1] = (ranges[-1][0], lines[n].end)
        else:
            ranges.append(lines[n].range)
    return ranges


def _abbreviated(text: str, dot: int) -> bool:
    last = _BEFORE_WORD.split(text[max(0, dot - 30) : dot].rpartition(" ")[2])[-1].lower()
    return (
        last in _ABBREVIATIONS
        or (len(last) == 1 and last.isalpha())
        or last.endswith(("/add", "/corr", "/rev"))
    )
