"""Where each recommendation's passage begins and ends.

A passage begins with a lead-in and "paragraph N" ("Regarding the recommendation made in paragraph 27"), with
a heading ("Paragraph 27:"), or, where the request names a paragraph that nothing else takes up, with the
first sentence about it. It runs to the next beginning, the closing or a table of grades.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .beginnings import Opening, find_openings
from .closing import Graded, without_closing
from .languages import Language
from .paragraphs import Paragraph, Sentence
from .reading import Range
from .references import ParagraphRef
from .text import Prose
from .trailing import is_title, stems


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

    def without(self, said: Sequence[Sentence]) -> Stretch:
        """The passage without the paragraphs below its beginning that consist of one of some sentences."""
        places = {(id(sentence.prose), sentence.start, sentence.end) for sentence in said}
        kept = [(p, start, end) for p, start, end in self.parts if (id(p.prose), start, end) not in places]
        return Stretch(self.opening, self.prose, kept) if kept else self

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
    openings = find_openings(paragraphs, asked, language, table, graded)
    by_number = {paragraph.number: paragraph for paragraph in paragraphs}
    last = paragraphs[-1].number if paragraphs else 0
    stretches: list[Stretch] = []
    for n, opening in enumerate(openings):
        following = openings[n + 1] if n + 1 < len(openings) else None
        printing = opening.paragraph if opening.named is None else opening.named
        stretch = Stretch(opening, by_number[printing].prose)
        if title := _title_above(stretches[-1] if stretches else None, opening, following, by_number):
            stretch.parts.append(title)
        _fill(stretch, by_number, following, last, table)
        stretches.append(stretch)
    if stretches:
        end = stretches[-1]
        above = (p.text for p in paragraphs if p.number < openings[0].paragraph)
        frame = stems(" ".join((*above, *heads)))
        others = [([p.ref for p in stretch.opening.refs], stretch.parts) for stretch in stretches[:-1]]
        end.parts = without_closing(end.parts, end.opening.paragraph, others, frame, graded, language)
    return tuple(stretches)


def _title_above(
    before: Stretch | None, opening: Opening, following: Opening | None, by_number: dict[int, Paragraph]
) -> tuple[Paragraph, int, int] | None:
    """A short title right above an opening: it belongs to this passage, not to the one before.

    Above the first heading it is one of all passages, unless the next one has a title as well.
    """
    paragraph = by_number.get(opening.paragraph - 1)
    if paragraph is None or opening.start or not is_title(paragraph.text):
        return None
    if before is None and opening.heading and following:
        other = by_number.get(following.paragraph - 1)
        if other is None or other.number == opening.paragraph or not is_title(other.text):
            return None
    part = (paragraph, 0, len(paragraph.text))
    if before is None:
        return part
    if len(before.parts) < 2 or before.parts[-1] != part:
        return None
    before.parts.pop()
    return part


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
