"""What stands behind a grade and takes part of it back: "implemented in law only", "implemented but not in practice"."""

from __future__ import annotations

import re

from .clauses import clauses
from .languages import Language
from .paragraphs import Sentence
from .request import paragraph_lists
from .wording import compiled

_CONTRAST = re.compile(
    r"[ ,]{1,2}(?:but|mais|pero|sino|aunque|although|except|sauf|salvo) "
    r"(?:not|only|solely|pas|seulement|uniquement|no|solo|for|en|dans|in)\b",
    re.IGNORECASE,
)
_SECOND_ADVERB = re.compile(r" (?:and|or|et|ou|y|e|o) [a-z]{3,20}(?:ly|ment|mente)\b", re.IGNORECASE)
_ADVERB = re.compile(r" (?P<word>[a-z]{3,20}(?:ly|ment|mente))(?!\w)", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;.:)]")
_CUT = re.compile(r"[,;:(]")


def limited(text: str, end: int, stop: int, whole: bool, language: Language) -> int | None:
    """Where words end that take back part of a grade that ends at `end`; `stop`: where the next one begins.

    `whole`: the grade says that all was done; a "partly" further on takes that back.
    """
    rest = text[end:stop]
    if contrast := _CONTRAST.match(rest) or _SECOND_ADVERB.match(rest):
        return _clause_end(text, end + contrast.end(), stop)
    # "implemented unevenly": an adverb of no table
    known = compiled((*language.speech.adverbs, *language.fillers))
    if (adverb := _ADVERB.match(rest)) and not known.fullmatch(adverb["word"]):
        return end + adverb.end()
    lead = clauses(language).limit.match(rest)
    # "implemented in paragraph 12", "in the light of …" take nothing back
    if lead and not clauses(language).place.match(rest, lead.end()):
        return _clause_end(text, end + lead.end(), stop)
    # "implemented by the State party only in part", "implemented, albeit in the capital only"
    if not whole:
        return None
    curbs = compiled(language.speech.curbs)
    cut = _CUT.search(rest)
    near = rest[: cut.start()] if cut else rest
    if curb := curbs.search(near):
        return _clause_end(text, end + curb.end(), stop)
    if cut and (curb := curbs.search(rest, cut.end(), min(len(rest), cut.end() + 40))):
        after = _CUT.search(rest, cut.end())
        if not after or after.start() >= curb.end():
            return _clause_end(text, end + curb.end(), stop)
    return None


def left_out(text: str, sentence: Sentence, end: int, language: Language) -> tuple[int, int] | None:
    """Where words stand that except another paragraph: "but not paragraph 35 (b)", from "not" on."""
    match = clauses(language).except_for.match(text, end)
    if not match:
        return None
    lists = paragraph_lists(sentence.part(match.start("words"), sentence.end), language)
    return (match.start("words"), lists[0].end) if lists else None


def _clause_end(text: str, at: int, stop: int) -> int:
    limit = min(stop, at + 60)
    cut = _CLAUSE_END.search(text, at, limit)
    end = cut.start() if cut else limit
    opened = text.rfind("(", max(0, at - 60), end)
    if cut and cut[0] == ")" and opened >= 0:  # "paragraph 35 (b)": a bracket is closed with what it holds
        end = cut.end()
    while end < stop and end == limit and text[end - 1 : end].isalnum() and text[end : end + 1].isalnum():
        end += 1
    return end
