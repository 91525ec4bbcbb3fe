"""Corrections: the only writer of a value that is public already.

    correct(assessment, {"grade": "implemented", …}, by=user, reason="…", version=1, key=nonce)
    confirm(correction, by=second_person)      # where two people are asked for
    restore(assessment, earlier, by=user, reason="…", version=2, key=nonce)

What the parser read stays as it is beside the corrected value. The history keeps before, after, who and why; the
public log tells what changed, why, and in which role.
"""

from .service import SHORTEST_REASON, confirm, correct, decline, restore
from .tables import RULES, earlier, rules_of, stands
from .values import Doubtful, Field, Refused, iso

__all__ = [
    "RULES",
    "SHORTEST_REASON",
    "Doubtful",
    "Field",
    "Refused",
    "confirm",
    "correct",
    "decline",
    "earlier",
    "iso",
    "restore",
    "rules_of",
    "stands",
]
