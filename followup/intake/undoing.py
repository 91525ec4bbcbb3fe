"""Whether a publication can still be undone: told by trying."""

from __future__ import annotations

from django.db import transaction

from ..models import Letter, Stale
from .publishing import NotUndoable, undo


def kept_because(letter: Letter) -> str:
    """Why a publication cannot be undone any more; "" while it can.

    The undoing is carried out and rolled back, so that the answer is the one the button would get.
    """
    with transaction.atomic():
        savepoint = transaction.savepoint()
        try:
            undo(letter, by=None, version=letter.version)
        except NotUndoable as refusal:
            return str(refusal)
        except Stale:
            return ""
        finally:
            transaction.savepoint_rollback(savepoint)
    return ""
