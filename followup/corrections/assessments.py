"""Corrections of an assessment: paragraph, grade with its words, passage."""

from __future__ import annotations

from typing import Any

from .. import doubts
from ..letters import fold, locate
from ..models import Assessment, GradeWording
from ..models.spans import assessment_spans
from . import values as read
from .recommendations import find_or_add, label_of, remove_unused
from .rules import Act, Rules, Values, taken
from .values import Field, Refused


class AssessmentRules(Rules):
    model = Assessment
    related = ("letter__state", "recommendation__observations__state")
    fields = {
        "paragraph": Field(read.paragraph, lambda row: label_of(row.recommendation_id)),
        "grade": Field(read.grade, lambda row: row.grade, "grade"),
        "grade_phrase": Field(
            read.line(300),
            lambda row: row.grade_phrase,
            help="As they stand in the passage; empty where the letter states no grade.",
        ),
        "text": Field(read.passage, lambda row: row.text, "long"),
    }

    def refuse(self, record: Any, values: Values, changed: set[str]) -> None:
        if not record.letter.published:
            raise Refused("", "Only what is public is corrected: this letter is not published.")
        grade, words, text = values["grade"], values["grade_phrase"], values["text"]
        if not text:
            raise Refused("text", "An assessment holds the Committee's passage.")
        if bool(grade) != bool(words):
            raise Refused("grade_phrase", "A grade and the words it was read from come together.")
        in_passage = fold(words) in fold(text)
        # those of a table at the end of the letter stand in no passage
        outside = fold(words) not in fold(record.text) and locate(record.letter.text, words)
        if words and not in_passage and not outside:
            raise Refused("grade_phrase", f"The words “{words}” do not stand in the letter.")
        label = values["paragraph"]
        if taken(record.letter.assessments.filter(recommendation__label=label), record):
            raise Refused("paragraph", f"This letter has an assessment of paragraph {label} already.")

    def doubt(self, record: Any, values: Values, changed: set[str]) -> tuple[str, str] | None:
        if not changed & {"grade", "grade_phrase", "text"}:
            return None
        known = GradeWording.objects.with_built_in()
        said = doubts.of_grade(
            values["grade"], values["grade_phrase"], values["text"], record.letter.language, known
        )
        return ("grade", said[:1].upper() + said[1:]) if said else None

    def write(self, record: Any, values: Values, changed: set[str], act: Act) -> None:
        before = record.recommendation
        if "paragraph" in changed:
            record.recommendation = find_or_add(before.observations, values["paragraph"], act)
        for name in changed - {"paragraph"}:
            setattr(record, name, values[name])
        record.spans = spans(record, changed)
        act.write(record)
        if "paragraph" in changed:
            remove_unused([before], act)


def spans(record: Assessment, changed: set[str]) -> dict[str, Any]:
    """Places of the new values. The paragraph keeps its place until it is another one: then it has none."""
    if changed & {"grade", "grade_phrase", "text"}:
        found = assessment_spans(record.letter.text, record.text, record.grade_phrase or None)
    else:
        found = {name: ranges for name, ranges in record.spans.items() if name != "paragraph"}
    if "paragraph" in record.spans and "paragraph" not in changed:
        found["paragraph"] = record.spans["paragraph"]
    return found
