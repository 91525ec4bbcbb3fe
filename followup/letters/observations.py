"""The concluding observations a letter follows up: their symbol, and the reports that were reviewed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from .languages import LANGUAGES, Language
from .numerals import ordinals, report_links
from .paragraphs import Sentence, asked_once
from .reading import Found
from .symbols import Symbol, find_symbols
from .wording import compiled, phrases

_WORD = re.compile(r"[0-9]{1,2}\.[oa](?!\w)|[a-z0-9]+", re.IGNORECASE)
_DIGIT_ORDINAL = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|e|eme|er|re|\.?o|\.?a)", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[;:]|\.(?=\s|$)")
_FAR = 90
_ALL_LATIN = re.compile(r"(?<![\w-])(?:to|through|a|al|au)(?![\w-])|-", re.IGNORECASE)


def symbols_in(sentences: Sequence[Sentence]) -> list[tuple[Symbol, Found[str]]]:
    """Every symbol of some sentences, in order, with its place."""
    found: list[tuple[Symbol, Found[str]]] = []
    for sentence in sentences:
        if "/" in sentence.text:
            found += _symbols_in(sentence)
    return found


@lru_cache(maxsize=64)  # several steps ask what symbols stand in a sentence
def _symbols_in(sentence: Sentence) -> Sequence[tuple[Symbol, Found[str]]]:
    prose = sentence.prose
    return [
        (symbol, prose.found(symbol.text, start, end))
        for symbol, start, end in find_symbols(prose, sentence.start, sentence.end)
    ]


def observations_symbol(
    sentences: Sequence[Sentence], language: Language
) -> tuple[Symbol, Found[str]] | None:
    """The symbol of the concluding observations: the first of that kind, before all where they are spoken of."""
    speaking = [s for s in sentences if s.search(compiled(language.observations))]
    for group in (speaking, sentences):
        for symbol, place in symbols_in(group):
            if symbol.kind == "observations" and symbol.committee == "CMW":
                return symbol, place
    return None


def own_report_words(language: Language) -> tuple[str, ...]:
    """The names of the follow-up report. "Follow-up to the concluding observations" is the procedure and names none."""
    return _own_report_words(language.code)


@lru_cache
def _own_report_words(code: str) -> tuple[str, ...]:
    language = next(language for language in LANGUAGES if language.code == code)
    first = language.observations[0].split()[0]
    return tuple(word for word in language.follow_up if first not in word)


@asked_once
def names_report(sentence: Sentence, language: Language) -> bool:
    """Whether a sentence speaks of the follow-up report: by its name, or by its symbol."""
    if sentence.search(compiled(own_report_words(language))):
        return True
    return any(symbol.kind == "follow_up_report" for symbol, _ in symbols_in([sentence]))


@asked_once
def speaks_of_replies(sentence: Sentence, language: Language) -> bool:
    """Whether a sentence speaks of what the State party sent, under whatever name."""
    return bool(sentence.search(compiled(language.replies)))


def reviewed_reports(
    sentences: Sequence[Sentence], language: Language, symbol: Symbol | None
) -> Found[tuple[int, ...]] | None:
    """The numbers of the periodic reports reviewed: initial = 1; () in the absence of a report.

    What is said of the examination counts first; a report that is still to come does not count at all. The observations
    have the numbers of the reports: where what was read differs from them, a report of their numbers comes before it.
    """
    found = _told_reports(sentences, language)
    if symbol is None or (found and found.value in ((), _numbers(symbol))):
        return found
    borne_out = (
        own for s in sentences for own in _all_numbered(s, language) if own.value == _numbers(symbol)
    )
    return next(borne_out, found)


def _numbers(symbol: Symbol) -> tuple[int, ...]:
    """The numbers in a symbol: 2 and 3 in CMW/C/LKA/CO/2-3."""
    low, _, high = symbol.number.partition("-")
    return tuple(range(int(low), int(high or low) + 1))


def _told_reports(sentences: Sequence[Sentence], language: Language) -> Found[tuple[int, ...]] | None:
    return next((found for s in _by_weight(sentences, language) if (found := _reviewed(s, language))), None)


def _by_weight(sentences: Sequence[Sentence], language: Language) -> Iterator[Sentence]:
    """The sentences that may tell of the reports, in the order in which they count; some come again."""
    closings = phrases(language.closings)
    honour = phrases(language.honour)
    yield from (s for s in sentences if s.search(honour) and not s.match(closings))
    told = [s for s in sentences if not s.match(closings)]
    reviewing = compiled((*language.observations, *language.examined))
    first = [s for s in told if not names_report(s, language)]
    second = [s for s in told if s.search(reviewing)]
    both = set(first).intersection(second)
    yield from (s for s in first if s in both)
    yield from second
    yield from first
    yield from told


@asked_once
def _reviewed(sentence: Sentence, language: Language) -> Found[tuple[int, ...]] | None:
    if absent := _absence(sentence, language):
        return sentence.prose.found((), *absent)
    return _numbered(sentence, language)


def _absence(sentence: Sentence, language: Language) -> tuple[int, int] | None:
    """Where a sentence on the examination says that there was no report; a missing follow-up report is another matter."""
    absent = sentence.search(phrases(language.absence))
    if absent is None:
        return None
    text, told = sentence.prose.text, (*language.observations, *language.examined, *language.session)
    if not sentence.search(compiled(told)):
        return None
    reports = compiled(language.follow_up).finditer(text, absent.start(), sentence.end)
    return None if any(report.start() < absent.end() < report.end() for report in reports) else absent.span()


def _numbered(sentence: Sentence, language: Language) -> Found[tuple[int, ...]] | None:
    return next((found for found in _all_numbered(sentence, language, due=False)), None)


def _all_numbered(
    sentence: Sentence, language: Language, due: bool = True
) -> Iterator[Found[tuple[int, ...]]]:
    """The reports that a sentence names by number; without those that are still due, unless `due`."""
    text, prose = sentence.prose.text, sentence.prose
    for match in sentence.finditer(compiled(language.periodic)):
        if compiled(language.follow_up).match(text, match.start(), sentence.end):
            continue  # "the second report on follow-up" numbers no periodic report
        if not due and _is_to_come(sentence, match, language):
            continue
        numbers, start, end = _around(text, sentence, match, language)
        if numbers:
            yield prose.found(numbers, start, end)
    for initial in sentence.finditer(compiled(tuple(word for word in language.initial if " " in word))):
        if due or not _is_to_come(sentence, initial, language):
            yield prose.found((1,), *initial.span())


def _is_to_come(sentence: Sentence, report: re.Match[str], language: Language) -> bool:
    """Whether a report is one that is still due, by the words nearest to it: "the second report is due on …"."""
    text = sentence.prose.text
    low = max(sentence.start, report.start() - _FAR)
    before = text[low : report.start()]
    reviewed = [m.end() for m in compiled((*language.observations, *language.examined)).finditer(before)]
    coming = phrases(language.framing.to_come)
    if any(m.end() > max(reviewed, default=-1) for m in coming.finditer(f"{before}{report[0]}")):
        return True
    clause = _CLAUSE_END.search(text, report.end(), sentence.end)
    stop = min(clause.start() if clause else sentence.end, report.end() + _FAR)
    return not reviewed and coming.search(text, report.start(), stop) is not None


def _around(
    text: str, sentence: Sentence, match: re.Match[str], language: Language
) -> tuple[tuple[int, ...], int, int]:
    """The ordinals right before "periodic reports", or right behind (Spanish: "informes periódicos segundo y tercero")."""
    low, high = max(sentence.start, match.start() - 70), min(sentence.end, match.end() + 60)
    before = _run(text, low, match.start(), language, backwards=True)
    behind = _run(text, match.end(), high, language, backwards=False) if language.code == "es" else None
    run = before or behind
    if not run:
        return (), 0, 0
    numbers, start, end = run
    return numbers, min(start, match.start()), max(end, match.end())


def _run(
    text: str, low: int, high: int, language: Language, backwards: bool
) -> tuple[tuple[int, ...], int, int] | None:
    """Ordinals joined by nothing but link words, nearest to the word "periodic"; a range is filled."""
    words = list(_WORD.finditer(text, low, high))
    found: list[tuple[int, int, int]] = []
    known = ordinals(language)
    links = report_links(language)
    order = range(len(words) - 1, -1, -1) if backwards else range(len(words))
    skip = -1
    for n in order:
        word = words[n][0].lower()
        if n == skip:
            continue
        if word in ("initial", "inicial"):
            found.append((1, words[n].start(), words[n].end()))
        elif digits := _DIGIT_ORDINAL.fullmatch(word):
            found.append((int(digits[1]), words[n].start(), words[n].end()))
        elif word in known:
            found.append((known[word], words[n].start(), words[n].end()))
        elif word not in links:
            break
    if not found:
        return None
    found.sort(key=lambda item: item[1])
    numbers = sorted({number for number, _, _ in found})
    start, end = found[0][1], found[-1][2]
    if len(found) == 2 and _ALL_LATIN.search(text[found[0][2] : found[1][1]]):
        numbers = list(range(numbers[0], numbers[-1] + 1))
    return tuple(numbers), start, end
