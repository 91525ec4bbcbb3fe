"""Corrections: the only writer of a value that is public already.

What the parser read stays as it is beside the corrected value; the history keeps before, after, who and why.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction

from .letters import fold
from .models import GRADES, Assessment, claim
from .models.spans import assessment_spans

SHORTEST_REASON = 10  # characters: "typo" explains nothing two years later


class Refused(ValueError):
    """The correction cannot be made; `field` names the value, the message says why."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


def correct(
    assessment: Assessment,
    *,
    by: Any,
    reason: str,
    version: int,
    grade: str | None,
    grade_phrase: str,
    text: str,
) -> Assessment:
    """Correct an assessment: its grade (None: the letter states none), the words of the grade, the passage.

    Raises Refused for values that cannot stand, and Stale when somebody else corrected it meanwhile. A second
    call with the same values and version is the first one sent twice: it changes nothing.
    """
    values = {"grade": grade or None, "grade_phrase": grade_phrase.strip(), "text": text.strip()}
    _refuse(values, reason)
    with transaction.atomic():
        current = Assessment.objects.select_related("letter", "recommendation__observations").get(
            pk=assessment.pk
        )
        stands = {name: getattr(current, name) for name in values}
        if current.version == version + 1 and stands == values:
            return current
        if current.version == version and stands == values:
            raise Refused("grade", "Nothing would change: these are the values that stand.")
        current = claim(current, version)
        for name, value in values.items():
            setattr(current, name, value)
        current.spans = _spans(current)
        current.record_change(by=by, reason=reason.strip())
    return current


def _refuse(values: dict[str, Any], reason: str) -> None:
    if len(reason.strip()) < SHORTEST_REASON:
        raise Refused("reason", f"Say why, in {SHORTEST_REASON} characters or more.")
    grade, words, text = values["grade"], values["grade_phrase"], values["text"]
    if grade and grade not in dict(GRADES):
        raise Refused("grade", f"“{grade}” is not one of the grades.")
    if not text:
        raise Refused("text", "An assessment holds the Committee's passage.")
    if bool(grade) != bool(words):
        raise Refused("grade_phrase", "A grade and the words it was read from come together.")
    if words and fold(words) not in fold(text):
        raise Refused("grade_phrase", f"The words “{words}” do not stand in the passage.")


def _spans(assessment: Assessment) -> dict[str, Any]:
    """Places of the new values; the paragraph's place is not touched by a correction of the others."""
    spans = assessment_spans(assessment.letter.text, assessment.text, assessment.grade_phrase or None)
    if "paragraph" in assessment.spans:
        spans["paragraph"] = assessment.spans["paragraph"]
    return spans
