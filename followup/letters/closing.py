"""Where a letter ends: its signature, the farewell above that, and the closing sentences below the last passage."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set
from functools import lru_cache

from .languages import LANGUAGES, Language
from .leave import MARKER, announces_table, is_legend, takes_leave
from .paragraphs import Letter, Paragraph, Sentence
from .people import signature_start
from .references import ParagraphRef
from .request import paragraph_lists
from .trailing import Told, is_title, looks_back, plain, shape_of, specific, states, trails
from .wording import Finder, compiled, phrases

Part = tuple[Paragraph, int, int]
Graded = Callable[[Sentence], bool]

_LONGEST_VALEDICTION = 90
_LAST_PARAGRAPHS = 12
_LAST_SENTENCES = 30
_HEAD = 90
_LONGEST_FAREWELL = 350
_INTRODUCED = re.compile(
    r"[^,.;:()0-9]{2,40}, (?=the |le |el |it |il |i |please |accept|veuillez|je |agreez|le ruego|reciba|sirvase)",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?:[0-9]{1,2}[.)]|[(]?[a-z][.)]|[(]?[ivx]{1,5}[.)]|[-•–*·]) ", re.IGNORECASE)
_LONGEST_SENTENCE = 4000  # beyond these no one wrote a sentence
_QUOTED = re.compile(r"[\"“][^\"“”]{0,600}[\"”]")


def find_farewell(letter: Letter, languages: Sequence[Language] = LANGUAGES) -> int | None:
    """Where in the letter's text the farewell begins, or the signature where no formula stands above it."""
    body = letter.paragraphs[letter.body :]
    signed = signature_start(letter)
    above = [p for p in body if signed is None or p.prose.ranges[0][0] < signed]
    for language in languages:
        if (place := _formula(above, language)) is not None:
            return place
    if signed is None:
        return None
    # whatever its words: right above the signature, to the reader, and not on the matter
    if above and _is_personal(above[-1]):
        return above[-1].prose.ranges[0][0]
    return signed


def _formula(body: Sequence[Paragraph], language: Language) -> int | None:
    """Where the farewell formula begins: the last one of the letter, with the paragraph above where it runs over two."""
    found: int | None = None
    for paragraph in body[: -_LAST_PARAGRAPHS - 1 : -1]:
        begin = _formula_in(paragraph, language)
        if begin is None:
            if found is not None:
                return found
            continue
        found = paragraph.prose.at(begin)
        if begin:
            return found
    return found


def _formula_in(paragraph: Paragraph, language: Language) -> int | None:
    text = paragraph.text
    for sentence in paragraph.sentences():
        lead = _INTRODUCED.match(text, sentence.start, sentence.end)
        begins = sentence.match(phrases(language.farewells))
        begins = begins or (lead and phrases(language.farewells).match(text, lead.end(), sentence.end))
        if begins or sentence.search(phrases(language.assurances)):
            return sentence.start
    short = len(text) <= _LONGEST_VALEDICTION
    return 0 if short and compiled(language.valedictions).match(text) else None


def _is_personal(paragraph: Paragraph) -> bool:
    text = paragraph.text
    matter = _matter()
    return (
        len(text) <= _LONGEST_FAREWELL and not matter.search(text) and len(list(paragraph.sentences())) == 1
    )


@lru_cache
def _matter() -> Finder:
    """The words that what a Committee writes on a recommendation cannot do without."""
    words = {
        word
        for language in LANGUAGES
        for word in (
            *language.committee[:2], *language.paragraph, *language.recommendation, *language.observations,
            *language.speech.others[:2], *language.examined,
        )
    }  # fmt: skip
    return compiled(tuple(sorted(words)))


def without_closing(
    parts: Sequence[Part],
    opening: int,
    others: Sequence[tuple[Sequence[ParagraphRef], Sequence[Part]]],
    frame: Set[str],
    graded: Graded,
    language: Language,
) -> list[Part]:
    """The parts of the last passage of a letter without the closing below it, whether told by its words or by its shape.

    `others`: the paragraphs and the parts of the other passages; `frame`: the words above all of them.
    """
    kept = _told_by_words(parts, opening, graded, language)
    on = {ref for refs, _ in others for ref in refs}
    floor = next((n for n in range(len(kept) - 1, 0, -1) if _weighs_any(kept[n], on, graded, language)), 0)
    below = range(max(floor + 1, len(kept) - _LAST_PARAGRAPHS), len(kept))
    if any(kept[n][0].number > opening for n in below):
        judged = any(states(part, graded) for part in kept)
        shape = shape_of([own for _, own in others], graded)
        for n in below:
            words = specific(" ".join(p.text[start:end] for p, start, end in kept[:n]), frame, language)
            told = Told(shape, frame, words, len(plain(kept[:n])), on)
            if kept[n][0].number > opening and trails(kept[n], kept[n - 1], judged, told, language):
                return _untitled(kept[:n], opening)
    return _untitled(kept, opening)


def _untitled(parts: Sequence[Part], opening: int) -> list[Part]:
    """Without a title with nothing below it."""
    kept = list(parts)
    while len(kept) > 1 and kept[-1][0].number > opening and is_title(kept[-1][0].text):
        kept.pop()
    return kept


def _weighs_any(part: Part, others: Set[ParagraphRef], graded: Graded, language: Language) -> bool:
    paragraph, start, end = part
    return any(
        _weighs(sentence, graded, language)
        and (graded(sentence) or not looks_back(sentence, others, language))
        for sentence in paragraph.sentences(start, end)[-_LAST_SENTENCES:]
    )


def _told_by_words(parts: Sequence[Part], opening: int, graded: Graded, language: Language) -> list[Part]:
    """The parts of the last passage without a closing that is known by its words.

    `opening` is the number of the paragraph it opens in. A closing is cut only where nothing behind it speaks
    of a recommendation again: a grade, a paragraph, or what the Committee notes or asks for.
    """
    top = max(0, len(parts) - _LAST_PARAGRAPHS)  # no closing is longer
    below = range(len(parts) - 1, top, -1)
    first = next((n for n in below if _begins_on(parts[n], graded, language)), top)
    for n, (paragraph, start, end) in enumerate(parts[first:], first):
        sentences = _worded(paragraph.sentences(start, end))[-_LAST_SENTENCES:]
        weighty = _last(sentences, lambda s: _weighs(s, graded, language))
        matter = _last(sentences, lambda s: _goes_on(s, graded, language))
        for k, sentence in enumerate(sentences):
            initial = _is_first(paragraph, start, sentence)
            if paragraph.number < opening or (paragraph.number == opening and initial):
                continue
            if k >= (weighty if initial else matter) and closes(sentence, graded, language, initial):
                stop = start if initial else len(paragraph.text[: sentence.start].rstrip())
                return [*parts[:n], *([(paragraph, start, stop)] if stop > start else [])]
    return list(parts)


def _worded(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Sentences without the number of their paragraph, where that stands as one."""
    return [s for s in sentences if not MARKER.fullmatch(s.text)]


def _is_first(paragraph: Paragraph, start: int, sentence: Sentence) -> bool:
    """Whether a sentence is the first of its paragraph, a number before it aside."""
    before = paragraph.text[start : sentence.start].strip()
    return not before or (len(before) <= 5 and MARKER.fullmatch(before) is not None)


def _begins_on(part: Part, graded: Graded, language: Language) -> bool:
    """Whether a paragraph goes on with the passage: by its first sentence, or by a grade or paragraph anywhere in it."""
    paragraph, start, end = part
    sentences = _worded(paragraph.sentences(start, end))
    sentences = [*sentences[:1], *sentences[1:][-_LAST_SENTENCES:]]
    if any(_weighs(sentence, graded, language) for sentence in sentences):
        return True
    return bool(sentences) and _goes_on(sentences[0], graded, language)


def _last(sentences: Sequence[Sentence], holds: Callable[[Sentence], bool]) -> int:
    """The number of the last sentence of which something holds; -1 if it holds of none."""
    return next((n for n in range(len(sentences) - 1, -1, -1) if holds(sentences[n])), -1)


def closes(sentence: Sentence, graded: Graded, language: Language, first: bool) -> bool:
    """Whether a sentence closes the letter: by its words, or, at a paragraph's beginning, by whom it speaks to."""
    text = sentence.prose.text
    if paragraph_lists(sentence, language):
        return False
    marker = MARKER.match(text, sentence.start, sentence.end) if first else None
    start = marker.end() if marker else sentence.start
    if first and is_legend(sentence, start, language):
        return True
    lead = _INTRODUCED.match(text, start, sentence.end)
    pattern = phrases(language.closings)
    closing = any(pattern.match(text, at, sentence.end) for at in (start, lead.end() if lead else start))
    if closing:
        # "trusts that all its recommendations will have been implemented" judges nothing
        return not (
            graded(sentence) and phrases(language.speech.considers).search(text, sentence.start, sentence.end)
        )
    if graded(sentence):
        return False
    if announces_table(sentence, language):
        return True
    unquoted = _QUOTED.sub("", sentence.text)
    if compiled(language.this_letter).search(unquoted):
        return True
    if first and (
        takes_leave(sentence, start, language) or (lead and takes_leave(sentence, lead.end(), language))
    ):
        return True
    on_matter = compiled(language.committee[:1]).match(unquoted) and _says(language).search(unquoted[:_HEAD])
    return first and not on_matter and bool(compiled(language.reader).search(unquoted))


def _weighs(sentence: Sentence, graded: Graded, language: Language) -> bool:
    if paragraph_lists(sentence, language):
        return True
    return graded(sentence) and not closes(sentence, graded, language, first=True)


def _goes_on(sentence: Sentence, graded: Graded, language: Language) -> bool:
    """Whether a sentence goes on with the passage: a grade, a paragraph, an item, or the Committee on the matter."""
    if closes(sentence, graded, language, first=True):
        return False
    if _weighs(sentence, graded, language) or _ITEM.match(sentence.text):
        return True
    return bool(_says(language).search(sentence.text[:_HEAD]))


def _says(language: Language) -> Finder:
    """What the Committee notes, judges and asks for."""
    speech = language.speech
    return compiled((*language.urges, *(row.pattern for row in (*speech.notes, *speech.considers))))
