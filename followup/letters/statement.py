"""What a sentence says of a grade, and the sentence under examination."""

from __future__ import annotations

from typing import NamedTuple

from .hits import Rows
from .languages import Language
from .naming import Named
from .paragraphs import Sentence
from .reading import Grade, Range
from .references import ParagraphRef
from .voice import Who


class Statement(NamedTuple):
    """A grade as stated: None for words outside the table. `named`: the paragraphs it is about."""

    grade: Grade | None
    sentence: Sentence
    start: int
    end: int
    named: Named = Named()
    firm: bool = True  # False: said in passing ("notes that …"), counts where nothing firmer is said
    ahead: bool = (
        False  # its words look ahead to the paragraph: "sufficient information to assess … paragraph 12"
    )

    low: int = 0  # where its clause begins
    doubtful: bool = False  # nobody plainly says it: counts only against another grade
    earlier: bool = False  # the Committee recalls it from an earlier letter

    @property
    def refs(self) -> tuple[ParagraphRef, ...]:
        """The paragraphs that it names itself."""
        return self.named.refs

    @property
    def places(self) -> tuple[Range, ...]:
        """Where its words stand in the letter."""
        return self.sentence.prose.places(self.start, self.end)

    @property
    def phrase(self) -> str:
        """The words of the grade as printed."""
        return self.sentence.prose.quote(self.start, self.end)


class Context(NamedTuple):
    """A sentence under examination: who was spoken of before it, and the table it is read with."""

    text: str
    sentence: Sentence
    topic: Who
    table: Rows
    language: Language
    before: Sentence | None = None  # the sentence before it in its passage
