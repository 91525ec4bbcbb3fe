"""Intake: a letter's way from upload over draft, review and check to the public pages.

The only writer of letters and assessments. Every function is one change, in one transaction, guarded by the
letter's version; the same call made twice has one effect.
"""

from .arrival import Alike, arrive
from .batches import Import, open_batch, read_file, resume
from .claims import LAPSES, Claimed, held, hold, holder, open_to, release
from .opening import NotALetter, Opened, knowledge, open_draft
from .passages import blank_row
from .problems import Known, Problem, problems, ready, waiting
from .publishing import NotReady, NotUndoable, check, discard, publish, withdraw
from .rereading import reads_anew, reread, take_over
from .reviewing import confirm, save_review
from .rows import Change
from .similar import similar
from .teaching import Suggestion, suggestion, teach
from .undoing import kept_because, undo

__all__ = [
    "LAPSES",
    "Alike",
    "Change",
    "Claimed",
    "Import",
    "Known",
    "NotALetter",
    "NotReady",
    "NotUndoable",
    "Opened",
    "Problem",
    "Suggestion",
    "arrive",
    "blank_row",
    "check",
    "confirm",
    "discard",
    "held",
    "hold",
    "holder",
    "kept_because",
    "knowledge",
    "open_batch",
    "open_draft",
    "open_to",
    "problems",
    "publish",
    "read_file",
    "reads_anew",
    "ready",
    "release",
    "reread",
    "resume",
    "save_review",
    "similar",
    "suggestion",
    "take_over",
    "teach",
    "undo",
    "waiting",
    "withdraw",
]
