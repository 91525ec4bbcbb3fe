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
EXCERPT, BEFORE = 24, 24  # words


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
    """The beginning of a passage, without the formula it opens with."""
    text = public_words(assessment)
    opening = _OPENING.match(text)
    words = text[opening.end() if opening else 0 :].split()
    before = "… " if opening else ""
    return before + " ".join(words[:EXCERPT]) + (" …" if len(words) > EXCERPT else "")
