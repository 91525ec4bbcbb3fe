"""The registry's records. Questions about them are QuerySet methods, named in the words of the procedure."""

from .assessment import GRADES, NOT_ASSESSED, NOT_STATED, Assessment
from .base import Stale, claim
from .batch import Batch, BatchFile
from .letter import Letter
from .observations import ConcludingObservations, FollowUpReport, Recommendation
from .partial_date import PartialDate, PartialDateField
from .state import Session, State, StateName
from .wording import GradeWording

__all__ = [
    "GRADES",
    "NOT_ASSESSED",
    "NOT_STATED",
    "Assessment",
    "Batch",
    "BatchFile",
    "ConcludingObservations",
    "FollowUpReport",
    "GradeWording",
    "Letter",
    "PartialDate",
    "PartialDateField",
    "Recommendation",
    "Session",
    "Stale",
    "State",
    "StateName",
    "claim",
]
