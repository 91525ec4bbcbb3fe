"""Where each recommendation's passage begins and ends.

A passage begins with a lead-in and "paragraph N" ("Regarding the recommendation made in paragraph 27"), with
a heading ("Paragraph 27:"), or, where the request names a paragraph that nothing else takes up, with the
first sentence about it. It runs to the next beginning, the closing or a table of grades.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from .closing import Graded, without_closing
from .languages import LANGUAGES, Language
from .leads import lead_stop
from .paragraphs import Paragraph, Sentence
from .reading import Range
from .references import ParagraphRef, Printed
from .request import PrintedList, crosses, paragraph_lists, parts_of_same
from .text import Prose
from .topics import heads_appraisal
from .trailing import is_title, stems
from .wording import choice

_MARKER = re.compile(r"(?:[0-9]{1,2}[.)]|[(]?[a-z][.)]|[IVX]{1,5}[.)]|[-•–*·]) ")
_HEAD_LEAD = re.compile(
    rf"[^.,;:]{{0,12}}(?:(?:{choice(w for language in LANGUAGES for w in language.recommendation)})[^.,;:]{{0,40}})?"
    rf"(?:{choice(w for language in LANGUAGES for w in language.paragraph)})[ :]{{1,3}}",
    re.IGNORECASE,
)
_HEAD_END = re.compile(r" ?(?:[:.|]|-(?= )|\(|$)")
_NUMBERED = re.compile(r"([1-9][0-9]{0,2})(?: ?\(([a-z])\))?[.:)] ")
_HEADING = 120


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a passage begins, and the paragraphs it is about. A heading alone has no words of its own."""

    paragraph: int
    start: int
    refs: tuple[Printed, ...]
    heading: bool = False


@dataclass(slots=True)
class Stretch:
    """A passage: its opening and the parts of paragraphs it is made of."""

    opening: Opening
    prose: Prose
    parts: list[tuple[Paragraph, int, int]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words as printed, paragraphs separated by a blank line."""
        return "\n\n".join(paragraph.prose.quote(start, end) for paragraph, start, end in self.parts)

    @property
    def ranges(self) -> tuple[Range, ...]:
        """The pieces of the letter it is made of."""
        return tuple(
            piece for paragraph, start, end in self.parts for piece in paragraph.prose.places(start, end)
        )

    def sentences(self) -> list[Sentence]:
        """All its sentences."""
        return [s for paragraph, start, end in self.parts for s in paragraph.sentences(start, end)]


def lay_out(
    paragraphs: Sequence[Paragraph],
    asked: Sequence[ParagraphRef],
    language: Language,
    table: frozenset[int],
    graded: Graded,
    heads: Sequence[str] = (),
) -> tuple[Stretch, ...]:
    """Cut the body below the request into passages. `heads`: the words above it.

    `table`: numbers of the paragraphs that are rows of a table; `graded`: whether a sentence states a grade.
    """
    openings = _openings(paragraphs, asked, language, table)
    by_number = {paragraph.number: paragraph for paragraph in paragraphs}
    last = paragraphs[-1].number if paragraphs else 0
    stretches: list[Stretch] = []
    for n, opening in enumerate(openings):
        following = openings[n + 1] if n + 1 < len(openings) else None
        stretch = Stretch(opening, by_number[opening.paragraph].prose)
        if title := _title_above(stretches[-1] if stretches else None, opening, by_number):
            stretch.parts.append(title)
        _fill(stretch, by_number, following, last, table)
        stretches.append(stretch)
    if stretches:
        end = stretches[-1]
        above = (p.text for p in paragraphs if p.number < openings[0].paragraph)
        frame = stems(" ".join((*above, *heads)))
        others = [stretch.parts for stretch in stretches[:-1]]
        end.parts = without_closing(end.parts, end.opening.paragraph, others, frame, graded, language)
    return tuple(stretches)


def _title_above(
    before: Stretch | None, opening: Opening, by_number: dict[int, Paragraph]
) -> tuple[Paragraph, int, int] | None:
    """A short title right above an opening: it belongs to this passage, not to the one before."""
    paragraph = by_number.get(opening.paragraph - 1)
    if paragraph is None or opening.start or not is_title(paragraph.text):
        return None
    part = (paragraph, 0, len(paragraph.text))
    if before is None:
        return part
    if len(before.parts) < 2 or before.parts[-1] != part:
        return None
    before.parts.pop()
    return part


def _openings(
    paragraphs: Sequence[Paragraph], asked: Sequence[ParagraphRef], language: Language, table: frozenset[int]
) -> list[Opening]:
    strong: list[Opening] = []
    for paragraph in paragraphs:
        last = strong[-1].refs[-1].ref.number if strong else None
        if paragraph.number not in table and (opening := _strong(paragraph, language, last)):
            strong.append(opening)
    strong = _without_bridges(strong, paragraphs)
    taken = {printed.ref for opening in strong for printed in opening.refs}
    missing = [ref for ref in asked if not any(ref.covers(t) or t.covers(ref) for t in taken)]
    found = list(strong)
    if missing:
        begun = {opening.paragraph for opening in strong}
        found += _weak(paragraphs, begun, missing, language, table)
    found.sort(key=lambda opening: (opening.paragraph, opening.start))
    return _headings_joined(found, paragraphs, language)


def _strong(paragraph: Paragraph, language: Language, last: int | None) -> Opening | None:
    """A paragraph that begins with a lead-in and "paragraph N", or with a heading. `last`: the number before it."""
    text = paragraph.text
    marker = _MARKER.match(text)
    start = marker.end() if marker else 0
    first = next(iter(paragraph.sentences(start)), None)
    if first is None:
        return None
    listed = _led(first, language, last)
    if listed:
        return Opening(paragraph.number, 0, listed.refs)
    if head := _HEAD_LEAD.match(text, start):
        lists = paragraph_lists(Sentence(paragraph.prose, start, min(len(text), start + 200)), language)
        if lists and lists[0].start <= head.end() + 1 and _HEAD_END.match(text, lists[0].end):
            return Opening(
                paragraph.number, 0, lists[0].refs, heading=len(text) <= _HEADING and not text.endswith(".")
            )
    return None


def _led(sentence: Sentence, language: Language, last: int | None = None) -> PrintedList | None:
    """The list of an opening clause: a lead-in, then "paragraph N" before the main clause begins."""
    stop = lead_stop(sentence, language)
    if stop is None:
        return None
    # the lead-in may itself hold the word: "On paragraph 12"
    for listed in paragraph_lists(sentence, language):
        if listed.start <= stop:
            return listed
    same = parts_of_same(sentence, last, language) if last else None
    return same if same and same.start <= stop else None


def _without_bridges(openings: list[Opening], paragraphs: Sequence[Paragraph]) -> list[Opening]:
    """ "With regard to paragraphs 27, 29 and 31, the Committee notes the following:" opens no passage."""
    texts = {paragraph.number: paragraph.text for paragraph in paragraphs}
    kept = []
    later: set[ParagraphRef] = set()
    for opening in reversed(openings):
        refs = {printed.ref for printed in opening.refs}
        if not (len(refs) > 1 and refs <= later and texts[opening.paragraph].endswith(":")):
            kept.append(opening)
        later |= refs
    return kept[::-1]


def _weak(
    paragraphs: Sequence[Paragraph],
    begun: set[int],
    missing: Sequence[ParagraphRef],
    language: Language,
    table: frozenset[int],
) -> list[Opening]:
    """Beginnings for requested paragraphs that no strong opening takes up: the first sentence that names them."""
    found: list[Opening] = []
    wanted = list(missing)
    for paragraph in paragraphs:
        if not wanted or paragraph.number in table:
            continue
        item = _MARKER.match(paragraph.text)
        below_item = item.end() if item else 0
        for n, sentence in enumerate(paragraph.sentences()):
            first = n == 0 or sentence.start == below_item
            refs = _named(sentence, wanted, language, first=first, begun=paragraph.number in begun)
            if refs:
                found.append(Opening(paragraph.number, 0 if first else sentence.start, refs))
                names = {printed.ref for printed in refs}
                wanted = [ref for ref in wanted if not any(ref.covers(name) for name in names)]
    return found


def _named(
    sentence: Sentence, wanted: Sequence[ParagraphRef], language: Language, first: bool, begun: bool
) -> tuple[Printed, ...]:
    if first and begun:
        return ()
    text = sentence.prose.text
    listed = _led(sentence, language)
    if listed is None and first:
        if number := _NUMBERED.match(text, sentence.start):
            ref = ParagraphRef(int(number[1]), number[2] or "")
            if ref in wanted:
                return (
                    Printed(ref, ((number.start(1), number.end(2) + 1 if number[2] else number.end(1)),)),
                )
        lists = [
            item for item in paragraph_lists(sentence, language) if not crosses(sentence, item, language)
        ]
        listed = lists[0] if lists else None
    if listed is None or not all(any(ref.covers(p.ref) for ref in wanted) for p in listed.refs):
        return ()
    return listed.refs


def _headings_joined(
    openings: list[Opening], paragraphs: Sequence[Paragraph], language: Language
) -> list[Opening]:
    """A heading and the sentence right below it that names the same paragraph are one beginning.

    So is what stands below the Committee's own heading: "Committee's evaluation", "Paragraph 31: implemented."
    """
    above = {after.number: before for before, after in itertools.pairwise(paragraphs)}
    order = {paragraph.number: n for n, paragraph in enumerate(paragraphs)}
    kept: list[Opening] = []
    for opening in openings:
        before = kept[-1] if kept else None
        same = before and {p.ref for p in before.refs} == {p.ref for p in opening.refs}
        if before and before.heading and same and order[opening.paragraph] - order[before.paragraph] <= 2:
            continue
        title = above.get(opening.paragraph)
        if (
            same
            and not opening.start
            and title
            and heads_appraisal(Sentence(title.prose, 0, len(title.text)), language)
        ):
            continue
        kept.append(opening)
    return kept


def _fill(
    stretch: Stretch,
    by_number: dict[int, Paragraph],
    following: Opening | None,
    last: int,
    table: frozenset[int],
) -> None:
    opening = stretch.opening
    stop = following.paragraph if following else last + 1
    for number in range(opening.paragraph, stop + 1):
        paragraph = by_number.get(number)
        if paragraph is None or number in table:
            continue
        start = opening.start if number == opening.paragraph else 0
        end = following.start if following and number == stop else len(paragraph.text)
        if start < end:
            stretch.parts.append((paragraph, start, _trimmed(paragraph.text, end)))


def _trimmed(text: str, end: int) -> int:
    while end and text[end - 1] == " ":
        end -= 1
    return end
