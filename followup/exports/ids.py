"""How records are named in files and addresses: names that stay."""

from __future__ import annotations

from typing import Any

from ..models import Assessment, ConcludingObservations, Letter, Recommendation


def record_id(recommendation: Recommendation) -> str:
    """TJK/CO-2/35a: how a recommendation is cited, and the end of its address."""
    return f"{observations_id(recommendation.observations)}/{recommendation.slug}"


def observations_id(observations: ConcludingObservations) -> str:
    """TJK/CO-2."""
    return f"{observations.state_id}/{observations.slug}"


def page(record: Any) -> str:
    """The permanent path of a record: the English one, whatever language its list was asked for in.

    Written out, as a file has hundreds of thousands of them; a test compares it with the record's own.
    """
    match record:
        case Recommendation():
            return f"/recommendations/{record_id(record)}/"
        case ConcludingObservations():
            return f"/observations/{observations_id(record)}/"
        case Letter():
            return f"/letters/{record.slug}/"
    return f"/states/{record.pk}/"


def assessment_id(assessment: Assessment) -> str:
    """TJK/CO-2/35a/cmw-followup-34-tj: the recommendation and the letter."""
    return f"{record_id(assessment.recommendation)}/{assessment.letter.slug}"
