"""The request proved by the passages: the list of paragraphs that the blocks below open, whatever verb asks for it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from .languages import Language
from .paragraphs import Sentence
from .reading import Found
from .references import ParagraphRef, read_list
from .request import Asked, PrintedList, crosses, implied_request, paragraph_lists, with_time
from .wording import compiled, phrases

_NEAR = 110  # characters of a block in which the paragraph that it opens is named
_LABEL = re.compile(
    r"\W{0,3}([1-9][0-9]{0,2})(?![0-9])(?: ?\(?([a-z])\))?(?: ?[.:)|-]|(?= [A-Z]))", re.IGNORECASE
)
_NUMBER = re.compile(r"(?<![\w/.,-])[1-9][0-9]{0,2}(?![\w/])")
_ENOUGH = 2
_ITEM_END = re.compile(r"[;,](?: (?:and|et|y|e))?$", re.IGNORECASE)


def prove_request(
    asked: Asked, sentences: Sequence[Sentence], language: Language, written: str | None
) -> Asked:
    """The request as read by its words; where the passages prove another list, or a longer one, that."""
    proven = _proven_lists(sentences, language)
    if proven and _is_better(proven[1], asked, sentences, language):
        sentence, lists = sentences[proven[0]], proven[1]
        refs = tuple(dict.fromkeys(printed.ref for listed in lists for printed in listed.refs))
        ranges = tuple(place for listed in lists for place in sentence.prose.places(listed.start, listed.end))
        found = Found(tuple(ref.label for ref in refs), ranges)
        asked = Asked(replace(asked.request, paragraphs=found), sentence, refs)
    elif items := _items_below(asked, sentences, language, written):
        return items
    elif not (asked.refs or _opened(sentences, language)):
        implied = implied_request(sentences, language)
        asked = Asked(
            replace(asked.request, paragraphs=implied.request.paragraphs), implied.sentence, implied.refs
        )
    return with_time(asked, sentences, language, written, proven is not None)


def _items_below(
    asked: Asked, sentences: Sequence[Sentence], language: Language, written: str | None
) -> Asked | None:
    """The request whose list stands below it, a paragraph or several in each item, up to the one with a full stop."""
    first = next((n for n, sentence in enumerate(sentences) if sentence is asked.sentence), 0)
    if not first or not sentences[first - 1].text.endswith(":"):
        return None
    lists: list[tuple[Sentence, PrintedList]] = []
    for sentence in sentences[first:]:
        found = paragraph_lists(sentence, language)
        if sentence.start or not found or found[0].start > _NEAR:
            return None
        lists += [(sentence, listed) for listed in found]
        if not _ITEM_END.search(sentence.text):
            break
    refs = tuple(dict.fromkeys(printed.ref for _, listed in lists for printed in listed.refs))
    ranges = tuple(p for s, listed in lists for p in s.prose.places(listed.start, listed.end))
    if len(lists) < _ENOUGH:
        return None
    labels = Found(tuple(ref.label for ref in refs), ranges)
    asked = Asked(replace(asked.request, paragraphs=labels), asked.sentence, refs)
    return replace(with_time(asked, sentences, language, written, proven=False), sentence=lists[-1][0])


def _is_better(
    lists: Sequence[PrintedList], asked: Asked, sentences: Sequence[Sentence], language: Language
) -> bool:
    """Whether nothing that was read as the request is proved, or it is a part of what is."""
    read, proved = set(asked.refs), {printed.ref for listed in lists for printed in listed.refs}
    below = {ref for _, ref in _opened(sentences, language)}
    return read < proved or not any(ref.covers(own) or own.covers(ref) for ref in read for own in below)


def _proven_lists(sentences: Sequence[Sentence], language: Language) -> tuple[int, list[PrintedList]] | None:
    """The number of the sentence above the passages whose list they open, and its lists; None where none does."""
    opened = _opened(sentences, language)
    first = min((number for number, _ in opened), default=0)
    last: dict[int, dict[ParagraphRef, int]] = {}  # the last sentence that opens each, by the number
    for number, ref in opened:
        last.setdefault(ref.number, {})[ref] = number
    best: tuple[int, int, list[PrintedList]] | None = None
    for number, sentence in enumerate(sentences):
        if sentence.match(phrases(language.lead_ins)):
            continue
        lists, hits = [], 0
        for listed in paragraph_lists(sentence, language) or _apart(sentence, language):
            proved = _proved(listed, last, number)
            if proved and (number < first or not crosses(sentence, listed, language)):
                lists.append(listed)
                hits += proved
        asked = sum(len(listed.refs) for listed in lists)
        if hits >= max(_ENOUGH, asked / 2) and (best is None or hits > best[1]):
            best = number, hits, lists
    return (best[0], best[2]) if best else None


def _apart(sentence: Sentence, language: Language) -> list[PrintedList]:
    """The list that stands at some distance behind "paragraphs": "three paragraphs were chosen, namely 15, 27 and 53"."""
    word = sentence.search(compiled(language.paragraph))
    for number in _NUMBER.finditer(sentence.prose.text, word.end(), sentence.end) if word else ():
        refs, _ = read_list(sentence.prose.text, number.start())
        if len(refs) >= _ENOUGH:
            return [PrintedList(tuple(refs), refs[0].spans[0][0], refs[-1].spans[-1][1])]
    return []


def _proved(listed: PrintedList, last: Mapping[int, Mapping[ParagraphRef, int]], at: int) -> int:
    """How many paragraphs of a list are opened below its sentence."""
    return sum(
        any(
            below > at and (printed.ref.covers(ref) or ref.covers(printed.ref))
            for ref, below in last.get(printed.ref.number, {}).items()
        )
        for printed in listed.refs
    )


def _opened(sentences: Sequence[Sentence], language: Language) -> list[tuple[int, ParagraphRef]]:
    """The paragraphs that each block names where it begins, or has as its number, and which sentence that is."""
    found: list[tuple[int, ParagraphRef]] = []
    for number, sentence in enumerate(sentences):
        if sentence.start:
            continue
        listed = next(iter(paragraph_lists(sentence, language)), None)
        if listed and listed.start <= _NEAR:
            found += [(number, printed.ref) for printed in listed.refs]
        elif label := _LABEL.match(sentence.prose.text):
            found.append((number, ParagraphRef(int(label[1]), (label[2] or "").lower())))
    return found
