"""Intake: a letter's way from upload over draft, review and check to the public pages.

The only writer of letters and assessments. Every function is one change, in one transaction, guarded by the
letter's version; the same call made twice has one effect.
"""

from .opening import NotALetter, Opened, knowledge, open_draft
from .problems import Problem, problems, ready
from .publishing import Change, NotReady, NotUndoable, check, discard, publish, undo, withdraw
from .reviewing import blank_row, confirm, save_review

__all__ = [
    "Change",
    "NotALetter",
    "NotReady",
    "NotUndoable",
    "Opened",
    "Problem",
    "blank_row",
    "check",
    "confirm",
    "discard",
    "knowledge",
    "open_draft",
    "problems",
    "publish",
    "ready",
    "save_review",
    "undo",
    "withdraw",
]
