"""The Committee's words as pages show them: the sentence of the grade marked, personal data withheld."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..exports import passage as public_words
from ..marks import Kind, Line, Mark, Segment, line_of, lines, personal, refind
from ..models import Assessment

# "Regarding the recommendation made in paragraph 12 of the concluding observations, the Committee …"
_OPENING = re.compile(
    r"[^\n]{0,160}?(?:concluding observations|observations finales|observaciones finales),\s+", re.IGNORECASE
)
# Where one sentence ends and the next begins: a stop before a capital letter, or the end of a line.
_BETWEEN = re.compile(r"(?<=[.!?])[”\")]?\s+(?=[“\"(«¿¡]?[A-ZÀ-ÖØ-Þ])|\n+")
EXCERPT, BEFORE = 24, 24  # words
LONGEST = 45  # words of a sentence that a list quotes whole


@dataclass(frozen=True, slots=True)
class Passage:
    """One assessment, ready for a page."""

    assessment: Assessment

    @property
    def paragraphs(self) -> list[Line]:
        """The passage by paragraphs, with the sentence of the grade as a segment of its own."""
        text, letter = self.assessment.text, self.assessment.letter
        found = refind(text, letter.text, self.assessment.spans.get("grade", []))
        marks = [Mark(start, end, Kind.GRADE) for start, end in found]
        cut = lines(text, marks, withheld=personal(text, letter.personal_names))
        return [line for line in cut if not line.blank]

    @property
    def ending(self) -> list[Segment]:
        """The grade's sentence with the words before it: enough to see where a grade comes from."""
        line = next(
            (one for one in self.paragraphs if any(part.kind is Kind.GRADE for part in one.segments)), None
        )
        segments = list(line.segments) if line else []
        while segments and segments[-1].kind is not Kind.GRADE:
            segments.pop()
        words = segments[0].text.split() if segments and segments[0].kind is Kind.TEXT else []
        if len(words) > BEFORE:
            segments[0] = Segment("… " + " ".join(words[-BEFORE:]) + " ")
        return segments

    @property
    def stated(self) -> list[Segment]:
        """The sentence of the grade by itself; nothing where the letter states none."""
        return [part for line in self.paragraphs for part in line.segments if part.kind is Kind.GRADE]

    @property
    def line(self) -> int | None:
        """The line of the letter where the grade stands, or else where the passage begins."""
        spans = self.assessment.spans
        places = spans.get("grade") or spans.get("text")
        return line_of(self.assessment.letter.text, places[0][0]) if places else None

    @property
    def anchor(self) -> str:
        """Where the passage begins on the letter's page."""
        return f"p{self.assessment.recommendation.slug}"


def excerpt(assessment: Assessment) -> str:
    """What a list quotes: the sentence that states the grade, else the beginning of the passage."""
    text = public_words(assessment)
    return _sentence(assessment, text) or _beginning(text)


def _sentence(assessment: Assessment, text: str) -> str:
    """The sentence around the words of the grade. Where they stand twice, the one nearest to their place in the letter."""
    words, spans = assessment.grade_phrase, assessment.spans
    found = [match.start() for match in re.finditer(re.escape(words), text)] if words else []
    if not found:
        return ""
    places, begins = spans.get("grade_phrase"), spans.get("text")
    expected = places[0][0] - begins[0][0] if places and begins else len(text)
    at = min(found, key=lambda start: abs(start - expected))
    cuts = [(0, 0), *(match.span() for match in _BETWEEN.finditer(text)), (len(text), len(text))]
    start = max(end for _, end in cuts if end <= at)
    stop = min(begin for begin, _ in cuts if begin >= at + len(words))
    return _shortened(text[start:at], text[at:stop])


def _shortened(before: str, after: str) -> str:
    """A sentence whose verdict begins with `after`; of a long one the words around it."""
    head, tail = before.split(), after.split()
    room = max(LONGEST - len(tail), BEFORE)
    first = "… " if len(head) > room else ""
    last = " …" if len(tail) > LONGEST else ""
    return first + " ".join([*head[-room:], *tail[:LONGEST]]) + last


def _beginning(text: str) -> str:
    """The beginning of a passage, without the formula it opens with."""
    opening = _OPENING.match(text)
    words = text[opening.end() if opening else 0 :].split()
    before = "… " if opening else ""
    return before + " ".join(words[:EXCERPT]) + (" …" if len(words) > EXCERPT else "")
