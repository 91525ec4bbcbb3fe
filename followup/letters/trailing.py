"""What stands below the last passage of a letter: told by the shape its passages share, and by what is spoken of.

A closing has none of the passage's own words, speaks of the next report, of all recommendations, of the dialogue; and
where no other passage goes on behind its grade, or over so many paragraphs, the last one does not either.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from .languages import LANGUAGES, Language
from .languages.procedure import PROCEDURE
from .paragraphs import Paragraph, Sentence
from .references import ParagraphRef
from .request import paragraph_lists
from .topics import heads_appraisal, heads_reply
from .wording import choice, compiled

Part = tuple[Paragraph, int, int]
Graded = Callable[[Sentence], bool]

_ITEM = re.compile(r"(?:[(]?(?:[a-z]|[ivx]{1,5}|[0-9]{1,2})[.)] |[-•–*·] )", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4,}|(?<!\w)(?:law|ley|loi|act)s?(?!\w)", re.IGNORECASE)
# a law, a decree, an amount: no day and no session
_FIGURE = re.compile(
    r"(?:(?:no|nos|num|nums|number)\.? |[0-9][0-9./-]{0,20}[/-])[0-9]{1,6}|[0-9]{1,3}(?:[ ,.][0-9]{3})+",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?:;…][\"'”’)\]]{0,4}$")
_MARKED = re.compile(r"(?:[0-9]{1,2}[.)]|[(]?[a-z][.)]|[IVX]{1,5}[.)]|[-•–*·]) ")
_LONGEST_TITLE = 100
_SHORT = 50
_STEM = 6
_SHORTEST = 4  # letters by which a word is known in all its forms
_WITNESSES = 2  # other passages that show the shape of a letter's passages
_FEW = 2  # words of its own that a closing may have
_REPORT = {
    "en": r"(?:next|future|forthcoming|upcoming|initial|second|third|fourth|fifth|sixth|periodic) (?:\w+ ){0,3}report",
    "fr": r"(?:prochain|futur|\w+ieme|second) (?:\w+ ){0,2}rapport|rapport (?:initial|periodique)",
    "es": r"(?:proximo|futuro|segundo|tercero?|cuarto|quinto|sexto) (?:\w+ ){0,2}informe|informe (?:inicial|periodico)",
}
_IMPERSONAL = re.compile(
    r"it (?:(?:would|will|may|might|should) be (?!grateful|glad|pleased)|only remains|goes without)|"
    r"il (?:va |reste a |serait |conviendrait |importe|suffirait)",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"(?<!\w)(?:in|within|dans|en|with|avec|con) (?:(?:the|its|their|your|le|son|leur|votre|el|su) )?(?:combined )?$",
    re.IGNORECASE,
)


class Shape(NamedTuple):
    """What the other passages of a letter have in common."""

    many: int = 0
    most: int = 0  # paragraphs of the longest one, items of lists aside
    graded_last: bool = False  # each that states a grade ends with the paragraph that does


class Told(NamedTuple):
    """What is known above a paragraph of the last passage: the shape of the others, the frame's words, and its own."""

    shape: Shape
    frame: Set[str]
    words: Set[str]
    length: int  # paragraphs, items of lists aside
    others: Set[ParagraphRef]  # what the other passages are on


def is_title(text: str) -> bool:
    """Whether a paragraph is a title: short, without a full stop, no item of a list."""
    return len(text) <= _LONGEST_TITLE and not _ENDS.search(text) and not _MARKED.match(text.lower())


def shape_of(others: Sequence[Sequence[Part]], graded: Graded) -> Shape:
    """The shape of some passages."""
    closed = []
    for parts in others:
        stating = [n for n, part in enumerate(parts) if states(part, graded)]
        if stating:
            closed.append(stating[-1] == len(parts) - 1)
    most = max((len(plain(parts)) for parts in others), default=0)
    return Shape(len(others), most, len(closed) >= _WITNESSES and all(closed))


def plain(parts: Sequence[Part]) -> list[int]:
    """Numbers of the paragraphs of a passage that are no items of a list."""
    return [n for n, (paragraph, start, _) in enumerate(parts) if not n or not is_item(paragraph.text, start)]


def is_item(text: str, start: int = 0) -> bool:
    """Whether a paragraph is an item of a list."""
    return _ITEM.match(text, start) is not None


def states(part: Part, graded: Graded) -> bool:
    """Whether a paragraph states a grade."""
    paragraph, start, end = part
    return any(graded(sentence) for sentence in paragraph.sentences(start, end))


def trails(part: Part, above: Part, judged: bool, told: Told, language: Language) -> bool:
    """Whether a paragraph of the last passage, below another, begins the closing. `judged`: the grade stands above it."""
    paragraph, start, end = part
    text = paragraph.text[start:end]
    if is_item(text) or above[0].text.endswith(":") or text.endswith(":") or _goes_on(part, language):
        return False
    sentences = paragraph.sentences(start, end)
    own = specific(text, told.frame, language)
    shared = own & told.words
    report = report_itself(text, language) or any(looks_back(s, told.others, language) for s in sentences)
    shape = told.shape
    if shape.many >= _WITNESSES:
        if judged and shape.graded_last and (not shared or (report and len(shared) < _FEW)):
            return True
        if told.length >= shape.most and (report or (len(own) <= _FEW and not shared)):
            return True
    return not shared and len(own) <= (_FEW if report else 0)


def _goes_on(part: Part, language: Language) -> bool:
    """Whether a paragraph begins with a pronoun that stands for the Committee, with a label, or asks for "more details"."""
    paragraph, start, end = part
    first = next(iter(paragraph.sentences(start, end)), None)
    if first is None:
        return False
    if heads_reply(first, language) or heads_appraisal(first, language):
        return True
    if end - start < _SHORT and first.search(compiled(language.urges)):
        return True
    # "It remains for the Committee", "It would be helpful if" are no pronoun of it
    pronoun = _pronoun(language.code).match(first.text)
    if pronoun is None or _IMPERSONAL.match(first.text):
        return False
    return not first.search(compiled(language.committee[:2]))


def looks_back(sentence: Sentence, others: Set[ParagraphRef], language: Language) -> bool:
    """Whether a sentence names several paragraphs, with one that another passage is on."""
    refs = {printed.ref for listed in paragraph_lists(sentence, language) for printed in listed.refs}
    return len(refs) > 1 and not refs.isdisjoint(others)


def specific(text: str, frame: Set[str], language: Language) -> set[str]:
    """The words of a text that not every letter is made of, by their first letters."""
    common = _common(language.code)
    found = set()
    for match in _WORD.finditer(text):
        word = match[0].lower()
        if (
            word[:_STEM] in frame
            or f"{word}." in common
            or any(word[:k] in common for k in range(_SHORTEST, len(word) + 1))
        ):
            continue
        found.add(word[:_STEM])
    return found | set(_FIGURE.findall(text))


def stems(text: str) -> set[str]:
    """The words of a text by their first letters."""
    return {match[0].lower()[:_STEM] for match in _WORD.finditer(text)}


def report_itself(text: str, language: Language) -> bool:
    """Whether a text speaks of a report to come, and not only of what should stand in it."""
    return any(not _INSIDE.search(text, 0, m.start()) for m in _report(language.code).finditer(text))


@lru_cache
def _report(code: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_REPORT[code]})", re.IGNORECASE)


@lru_cache
def _common(code: str) -> frozenset[str]:
    return frozenset(PROCEDURE[code].split())


@lru_cache
def _pronoun(code: str) -> re.Pattern[str]:
    language = next(language for language in LANGUAGES if language.code == code)
    return re.compile(rf"(?:{choice(language.speech.pronouns)})(?!\w)", re.IGNORECASE)
