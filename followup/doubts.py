"""What speaks against a value that a person enters: told to them before it is public, so that nothing is wrong unseen."""

from __future__ import annotations

from collections.abc import Sequence

from .letters import Wording, meanings
from .models import GRADES

_LABELS = dict(GRADES)


def of_grade(
    grade: str | None, words: str | None, passage: str, language: str, wordings: Sequence[Wording]
) -> str:
    """Why a grade is perhaps not what its words in the passage say, as a sentence; "" where they say it, or are missing.

    Staff may be right and the tables wrong: whoever asks shows the sentence, and takes the grade once it is confirmed.
    """
    if not grade or not words:
        return ""
    said = meanings(words, passage, language, wordings)
    if grade in said:
        return ""
    others = " or ".join(f"“{_LABELS[one.value]}”" for one in sorted(filter(None, said)))
    if others:
        return f"the letter's words “{words}” say {others}; “{_LABELS[grade]}” was chosen."
    return f"“{words}” is no wording of a grade in the tables; “{_LABELS[grade]}” was chosen."
