"""Staff teach a wording of a grade that they met in a letter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..letters import locate, sentence_around
from ..models import GradeWording, Letter


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a letter proposes to teach: the words of an unknown grade and the sentence they stand in."""

    language: str
    pattern: str
    example: str
    reason: str


def teach(wording: GradeWording, *, by: Any, reason: str) -> GradeWording:
    """Add or change a wording; the next letter is read with it, letters already read stay as they are.

    Raises ValidationError where the parser does not read its example as said, or another wording objects.
    """
    wording.full_clean()
    wording.record_change(by=by, reason=reason)
    return wording


def suggestion(letter: Letter, row: int) -> Suggestion | None:
    """The wording in row `row` of a letter that waits for its grade; None where there is none."""
    rows = letter.record["assessments"]
    if not 0 <= row < len(rows) or not rows[row]["grade_phrase"]:
        return None
    passage, words = rows[row]["text"], rows[row]["grade_phrase"]
    example = words
    if places := locate(passage, words):
        start, end = places[0][0], places[-1][1]
        low, high = sentence_around(passage, start, end)
        example = " ".join(passage[low:high].split())
        if len(words.split()) == 1:
            # one word alone is too broad to be taught: "been achieved", not "achieved"
            words = " ".join([*passage[low:start].split()[-1:], words])
    where = f"letter {letter.reference}" if letter.reference else str(letter)
    reason = f"Printed in {where}, paragraph {rows[row]['paragraph']}."
    return Suggestion(letter.language, words, example, reason)
