"""A letter made ready for reading: its noise found, the rest cut into paragraphs and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from .address import Address, find_addresses
from .furniture import mark_furniture
from .languages import LANGUAGES
from .lines import Line, split_lines
from .reading import Range
from .text import Prose, merged, rejoin, view
from .wording import choice, compiled

_ABBREVIATIONS = frozenset(view(word).lower() for language in LANGUAGES for word in language.abbreviations)
_DANGLING = re.compile(
    rf"(?:(?<!\w)(?:{choice(word for language in LANGUAGES for word in language.dangling)})|,|-)$",
    re.IGNORECASE,
)
_SALUTATION = re.compile(
    "|".join(compiled(tuple(row.pattern for row in language.salutations)).pattern for language in LANGUAGES),
    re.IGNORECASE,
)
_HONOUR = compiled(tuple(row.pattern for language in LANGUAGES for row in language.honour))
_STARTS = re.compile(
    "(?:[0-9]{1,2}[.)] |[(]?[a-zA-Z][.)] |[-•–] )?(?:"
    + "|".join(
        compiled(
            tuple(row.pattern for row in (*language.lead_ins, *language.closings, *language.farewells))
        ).pattern
        for language in LANGUAGES
    )
    + r"|At (?:its|the)\b|A sa |En su |The Committee|Le Comite|El Comite)",
    re.IGNORECASE,
)
_LIST_ITEM = re.compile(r"(?:[(]?(?:[a-z]|[ivx]{1,5}|[0-9]{1,2})[.)] |[-•–*·] )", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]*]{0,4} (?=[\"'“‘(\[]{0,3}[A-Z0-9])")
_LAST_WORD = re.compile(r"[^\s(\[\"'“]{1,30}$")
_ENDS = re.compile(r"[.!?:;…][\"'”’)\]]{0,4}$")
_HEADING = re.compile(
    rf"(?:{choice(word for language in LANGUAGES for word in (*language.paragraph, *language.recommendation))})\b.{{0,40}}[0-9]",
    re.IGNORECASE,
)
_ROW = re.compile(
    rf"\||[-•*– ]{{0,3}}(?:(?:{choice(word for language in LANGUAGES for word in language.paragraph)}) )?"
    r"[1-9][0-9]{0,2}(?![0-9.,/]?[0-9])(?: ?\(?[a-z]\))?(?: ?\([ivx]{1,4}\))?[ :|.-]{1,4}(?!January|February|March|April|May|June|"
    r"July|August|September|October|November|December)\(?[A-Za-z]",
    re.IGNORECASE,
)
_UNWRAPPED = 180


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its place in its paragraph's prose."""

    prose: Prose
    start: int
    end: int

    @property
    def text(self) -> str:
        """The sentence, folded."""
        return self.prose.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the letter, put together again where a page break cut it."""

    prose: Prose
    number: int

    @property
    def text(self) -> str:
        """The paragraph, folded."""
        return self.prose.text

    def sentences(self, start: int = 0, end: int | None = None) -> Iterator[Sentence]:
        """The sentences from one place to another. An abbreviation ends none."""
        text, at = self.prose.text, start
        end = len(text) if end is None else end
        for match in _SENTENCE_END.finditer(text, start, end):
            if text[match.start()] == "." and _abbreviated(text, match.start()):
                continue
            yield Sentence(self.prose, at, match.end() - 1)
            at = match.end()
        if at < end:
            yield Sentence(self.prose, at, end)


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
    addresses = find_addresses(text, plain, lines)
    masked = list(plain)
    for line in lines:
        if line.noise:
            masked[line.start : line.end] = ["\n" if c == "\n" else " " for c in plain[line.start : line.end]]
    settled = rejoin(text, "".join(masked))
    groups = _joined(_groups(lines), lines)
    paragraphs = [
        Paragraph(Prose.of(text, settled, _ranges(lines, group)), n) for n, group in enumerate(groups)
    ]
    below = lines[head].start if head < len(lines) else len(text)
    body = next((p.number for p in paragraphs if p.prose.ranges[0][0] >= below), len(paragraphs))
    return Letter(text, plain, settled, lines, addresses, paragraphs, body)


def _head_lines(lines: Sequence[Line]) -> int:
    """The number of the line the body begins with: the one below the salutation, or the opening formula."""
    for n, line in enumerate(lines[:120]):
        if len(line.words) <= 60 and _SALUTATION.match(line.words) and line.words[-1] in ",:.":
            return n + 1
    for n, line in enumerate(lines[:120]):
        if _HONOUR.search(line.words):
            while n and not lines[n - 1].blank and len(lines[n - 1].words) > 50:
                n -= 1
            return n
    return 0


def _groups(lines: Sequence[Line]) -> list[list[int]]:
    """Numbers of the lines of each paragraph: parted by blank lines, then by line breaks that were meant."""
    groups: list[list[int]] = []
    run: list[int] = []
    for n, line in enumerate(lines):
        if line.blank:
            groups += _cut(lines, run)
            run = []
        elif not line.noise:
            run.append(n)
    return groups + _cut(lines, run)


def _cut(lines: Sequence[Line], run: Sequence[int]) -> list[list[int]]:
    """Lines without a blank one between, cut where a break is no wrapping."""
    groups: list[list[int]] = []
    width = max((len(lines[n].words) for n in run), default=0)
    rows = _table_lines(lines, run)
    for n in run:
        if (
            groups
            and not (n in rows or groups[-1][-1] in rows)
            and not _breaks(lines[groups[-1][-1]].words, lines[n].words, width)
        ):
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
    return bool(_ENDS.search(before)) and bool(
        after[0].isupper() or _LIST_ITEM.match(after) or _STARTS.match(after)
    )


def _joined(groups: Sequence[list[int]], lines: Sequence[Line]) -> list[list[int]]:
    """Paragraphs that a page break or the address block cut in two, made one."""
    joined: list[list[int]] = []
    for group in groups:
        if joined and _continues(lines, joined[-1][-1], group[0]):
            joined[-1] += group
        else:
            joined.append(list(group))
    return joined


def _continues(lines: Sequence[Line], left: int, right: int) -> bool:
    before, after = lines[left].words, lines[right].words
    if _ENDS.search(before) or _LIST_ITEM.match(after):
        return False
    if after[0].islower():
        return True
    if _STARTS.match(after):
        return False
    if _DANGLING.search(before) and len(before) >= 20:
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
    word = _LAST_WORD.search(text, max(0, dot - 30), dot)
    if not word:
        return False
    last = word[0].lower()
    return (
        last in _ABBREVIATIONS
        or (len(last) == 1 and last.isalpha())
        or last.endswith(("/add", "/corr", "/rev"))
    )
