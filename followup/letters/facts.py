"""All that the checks of a letter look at: the reading so far, and what it was made of."""

from __future__ import annotations

from dataclasses import dataclass

from .knowledge import Knowledge
from .paragraphs import Letter
from .reading import Reading
from .references import ParagraphRef
from .sessions import Sessions
from .symbols import Symbol


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the checks look at: the reading so far, and what it was made of."""

    letter: Letter
    reading: Reading
    knowledge: Knowledge
    sessions: Sessions
    observations: Symbol | None
    report: Symbol | None
    named: tuple[str, ...]
    asked: tuple[ParagraphRef, ...]
