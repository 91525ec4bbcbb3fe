"""The registry's records. Questions about them are QuerySet methods, named in the words of the procedure."""

from .assessment import GRADES, NOT_ASSESSED, NOT_STATED, Assessment
from .base import Recorded, Stale, claim
from .batch import Batch, BatchFile
from .change import Change
from .correction import Correction
from .door import maintenance, writing
from .letter import Letter
from .newest import NewestAssessment
from .observations import ConcludingObservations, FollowUpReport, Recommendation, paragraph_words
from .outage import RETRY_AFTER, outage
from .parser_run import ParserRun, Rereading
from .partial_date import PartialDate, PartialDateField
from .problem_report import ProblemReport
from .snapshot import Snapshot
from .state import Session, State, StateName
from .theme import Tagging, Theme
from .user import User
from .wording import GradeWording

__all__ = [
    "GRADES",
    "NOT_ASSESSED",
    "NOT_STATED",
    "RETRY_AFTER",
    "Assessment",
    "Batch",
    "BatchFile",
    "Change",
    "ConcludingObservations",
    "Correction",
    "FollowUpReport",
    "GradeWording",
    "Letter",
    "NewestAssessment",
    "ParserRun",
    "PartialDate",
    "PartialDateField",
    "ProblemReport",
    "Recommendation",
    "Recorded",
    "Rereading",
    "Session",
    "Snapshot",
    "Stale",
    "State",
    "StateName",
    "Tagging",
    "Theme",
    "User",
    "claim",
    "maintenance",
    "outage",
    "paragraph_words",
    "writing",
]
