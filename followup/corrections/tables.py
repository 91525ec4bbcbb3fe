"""The five models whose values can be corrected, each with its rules."""

from __future__ import annotations

from typing import Any

from ..models import Correction
from .assessments import AssessmentRules
from .letters import LetterRules
from .observations import ObservationsRules, ReportRules
from .recommendations import RecommendationRules
from .rules import Rules, Values

RULES: dict[str, Rules] = {
    Correction.Model.ASSESSMENT: AssessmentRules(),
    Correction.Model.RECOMMENDATION: RecommendationRules(),
    Correction.Model.OBSERVATIONS: ObservationsRules(),
    Correction.Model.REPORT: ReportRules(),
    Correction.Model.LETTER: LetterRules(),
}


def rules_of(record: Any) -> Rules:
    """The rules of a record. Raises KeyError for a model whose values are not corrected here."""
    return RULES[record._meta.model_name]


def stands(record: Any) -> Values:
    """What stands now, by field."""
    return rules_of(record).values(record)


def earlier(record: Any, row: Any) -> Values:
    """What stood by a row of the record's history."""
    return rules_of(record).values(row.instance)
