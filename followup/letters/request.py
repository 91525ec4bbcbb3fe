"""The request: which paragraphs the Committee asked about, and by when. It is the letter's own checksum."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from .dates import earlier
from .languages import LANGUAGES, Language
from .numerals import cardinals
from .paragraphs import Sentence, asked_once
from .reading import Found, Request
from .references import ParagraphRef, Printed, list_start, parts_at, parts_of, read_list
from .text import view
from .wording import body, choice, compiled, phrases

_FIRST = 4  # sentences of a letter in which it says what it is about
_AROUND = 2  # sentences on either side of the request in which its time may be told
_FARTHER = 6  # the same where they speak of the concluding observations
_AND_A_HALF = re.compile(r" (?:and a half|et demie?|y medi[oa])(?!\w)", re.IGNORECASE)
_LONGEST_TIME = 48  # months
# what makes a time one of delay, habit or the past: "a delay of two years", "every two years", "two years later"
_OTHER_TIME = re.compile(
    r"(?:last|past|previous|preceding|every|delay|late|over|for|(?<!not )more than|retard|depuis|dernieres?|derniers|"
    r"tous les|il y a|pendant|(?<!pas )plus de|retraso|desde(?: hace)?|ultimos|cada|hace|durante|(?<!no )mas de)"
    r"(?: (?:of|d[e']|by|the|les|l[ao]s|some))* ?$",
    re.IGNORECASE,
)
_TIME_GONE = re.compile(
    r"(?: of)?,? (?:ago|earlier|late|later|before|old|overdue|plus tot|plus tard|auparavant|de retard|atras|antes|mas tarde|"
    r"de retraso)(?!\w)",
    re.IGNORECASE,
)
_ENOUGH = 3  # by which a sentence is taken for the request
_CERTAIN = 7  # what no other sentence can exceed: it asks, gives a time, and names observations, recommendations, paragraphs
_PERFECT = re.compile(r"(?<!\w)(?:a|ont|avait|avaient|ait|has|have|had|ha|han|habia) $", re.IGNORECASE)
AT_THE_LATEST = re.compile(
    r",? (?:at the latest|au plus tard|a mas tardar|como (?:muy tarde|maximo))", re.IGNORECASE
)
_LIST_GAP = re.compile(r" ?:? ?")
_DUE_GAP = re.compile(r"[ ,(]{0,3}(?:(?:that is|i\.e\.|le|el|the|on|or)[ ,]{0,2}){0,3}$", re.IGNORECASE)


class PrintedList(NamedTuple):
    """A list of paragraphs in a sentence: the references, and the place of the whole list."""

    refs: tuple[Printed, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What was requested, in which sentence, and the paragraphs as references."""

    request: Request
    sentence: Sentence | None = None
    refs: tuple[ParagraphRef, ...] = ()


def parts_of_same(sentence: Sentence, number: int, language: Language) -> PrintedList | None:
    """ "Subparagraph (f) of the same paragraph": of the paragraph that was spoken of last."""
    text = sentence.prose.text
    for match in sentence.finditer(compiled(language.same_paragraph)):
        stop = len(text[: match.start()].rstrip())
        if refs := parts_of(text, sentence.start, stop, number):
            return PrintedList(tuple(refs), refs[0].spans[0][0], stop)
    return None


@asked_once
def paragraph_lists(sentence: Sentence, language: Language) -> Sequence[PrintedList]:
    """Every "paragraph(s) N …" of a sentence. Paragraphs of an article or a general comment are none."""
    text, at = sentence.prose.text, sentence.start
    found: list[PrintedList] = []
    for match in sentence.finditer(compiled(language.paragraph)):
        gap = _LIST_GAP.match(text, match.end())
        start = gap.end() if gap else match.end()
        if start < at:
            continue
        start = list_start(text, max(at, start - 100), start)
        if not (refs := read_list(text, start))[0]:
            # as in "those in (a) and (b) of paragraph 27 …; that in subparagraph (c) …"
            number = _number_before(sentence, start, found, language)
            parts = parts_at(text, start, number) if number else []
            if not parts:
                continue
            refs = (parts, parts[-1].spans[-1][1])
        elif _SINGULAR.fullmatch(match[0]):
            refs = _alone(text, *refs)
        at = refs[1]
        if not _of_another_text(text, sentence.start, match.start(), at):
            found.append(PrintedList(tuple(refs[0]), start, refs[0][-1].spans[-1][1]))
    return found


def _number_before(
    sentence: Sentence, at: int, found: Sequence[PrintedList], language: Language
) -> int | None:
    """The paragraph that a sentence, or what it is a part of, named last before a place that prints a letter."""
    if _LETTER.match(sentence.prose.text, at) is None:
        return None
    if not found and sentence.whole:
        found = [listed for listed in paragraph_lists(sentence.whole, language) if listed.end <= at]
    return found[-1].refs[-1].ref.number if found else None


def _alone(text: str, refs: list[Printed], end: int) -> tuple[list[Printed], int]:
    """ "Paragraph 12, 40 inspectors": behind a singular, a comma alone and a word in small letters, no second number."""
    if len(refs) == 2 and refs[0].ref.number != refs[1].ref.number:
        stop = refs[0].spans[-1][1]
        if text[stop : refs[1].spans[0][0]] == ", " and re.match(r" [a-z]{3,}", text[end:]):
            return refs[:1], stop
    return refs, end


_LETTER = re.compile(r"[(]?[a-z]{1,4}[)]", re.IGNORECASE)
_SINGULAR = re.compile(r"paragraph|para\.?|par\.?|paragraphe|parrafo|parr\.?|recommendation", re.IGNORECASE)
_ARTICLE_BEFORE = re.compile(
    r"(?:articles?|arts?\.|articulos?) [0-9]{1,3}[ ,]{1,2}(?:\(?[0-9a-z]\)?,? )?$", re.IGNORECASE
)
_ARTICLE_AFTER = re.compile(
    r",? (?:of|de|del|de l')(?: (?:the|la|el|its|su))? ?(?:articles?|arts?\.|articulo|convention|convencion|general comment|"
    r"general recommendation|observation generale|observacion general|protocol|resolution|report|rapport|informe)",
    re.IGNORECASE,
)


def _of_another_text(text: str, low: int, start: int, end: int) -> bool:
    before = text[max(low, start - 24) : start]
    return bool(_ARTICLE_BEFORE.search(before) or _ARTICLE_AFTER.match(text, end))


def crosses(sentence: Sentence, listed: PrintedList, language: Language) -> bool:
    """Whether a list is a cross-reference: "see also paragraph 29", "read in conjunction with paragraph 15"."""
    low = max(sentence.start, listed.start - 60)
    before = sentence.prose.text[low : listed.start]
    marks = [m.end() for m in phrases(language.cross_references).finditer(before)]
    return bool(marks) and len(before) - marks[-1] < 34


def find_request(sentences: Sequence[Sentence], language: Language, written: str | None = None) -> Asked:
    """The request of a letter; where the sentence has no list, the list of the sentence behind it or before it counts.

    `written`: the date of the letter. What it asks for today, in a reminder, is not the request.
    """
    ranked = _ranked(sentences, language, written)
    if not ranked:
        return implied_request(sentences, language)
    best = max(ranked, key=lambda item: (item[0], -item[1]))[1]
    sentence = sentences[best]
    listed = _requested_list(sentence, language)
    for near in (best + 1, best - 1):
        if (
            listed is None
            and 0 <= near < len(sentences)
            and (near > best or _is_of_today(sentences[near], language))
        ):
            listed = _requested_list(sentences[near], language)
            sentence = sentences[near] if listed else sentence
    found: Found[tuple[str, ...]] | None = None
    refs: tuple[ParagraphRef, ...] = ()
    if listed:
        refs = tuple(printed.ref for printed in listed.refs)
        labels = tuple(ref.label for ref in refs)
        found = sentence.prose.found(labels, listed.start, listed.end)
    # the time may be told in another sentence about the same request
    told = [sentences[best], *(sentences[n] for _, n in sorted(ranked, reverse=True) if n != best)]
    timed = next((s for s in told if _is_timed(s, language, written)), told[0])
    request = Request(_months_asked(timed, language, written), _due(timed, language, written), found)
    return Asked(request, sentence, refs)


def _ranked(sentences: Sequence[Sentence], language: Language, written: str | None) -> list[tuple[int, int]]:
    """How much each sentence looks like the request, with its number; up to one that is it for certain."""
    ranked: list[tuple[int, int]] = []
    for n, sentence in enumerate(sentences):
        rank = _rank(sentence, language, written)
        if rank >= _ENOUGH:
            ranked.append((rank, n))
        if rank == _CERTAIN:
            break
    return ranked


def implied_request(sentences: Sequence[Sentence], language: Language) -> Asked:
    """What a letter is about that tells of no request: "information on its observations, notably paragraphs 12 and 47"."""
    matter = compiled((*language.observations, *language.recommendation))
    for sentence in sentences[:_FIRST]:
        if sentence.match(phrases(language.lead_ins)) or not sentence.search(matter):
            continue
        listed = _requested_list(sentence, language)
        if listed and (len(listed.refs) > 1 or sentence.search(compiled(language.replies))):
            refs = tuple(printed.ref for printed in listed.refs)
            found = sentence.prose.found(tuple(ref.label for ref in refs), listed.start, listed.end)
            return Asked(Request(paragraphs=found), sentence, refs)
    return Asked(Request())


def with_time(
    asked: Asked, sentences: Sequence[Sentence], language: Language, written: str | None, proven: bool
) -> Asked:
    """The request with the time given for it, where that is told beside the list in no known turn of phrase.

    `proven`: by passages. A letter without any may give a new time today.
    """
    request, at = asked.request, next((n for n, s in enumerate(sentences) if s is asked.sentence), None)
    if at is None:
        return asked
    around = sorted(
        (abs(n - at), n) for n in range(max(0, at - _FARTHER), min(len(sentences), at + _FARTHER))
    )
    near = [
        sentence
        for far, sentence in ((far, sentences[n]) for far, n in around)
        if not far or _may_tell_time(sentence, far, language, proven)
    ]
    for sentence in near if request.months is None else ():
        if months := _months_asked(sentence, language, written) or _time_named(sentence, language):
            due = request.due or _due(sentence, language, written)
            return replace(asked, request=replace(request, months=months, due=due))
    return asked


def _may_tell_time(sentence: Sentence, far: int, language: Language, proven: bool) -> bool:
    if sentence.match(phrases(language.lead_ins)) or (not proven and _is_of_today(sentence, language)):
        return False
    return far <= _AROUND or sentence.search(compiled(language.observations)) is not None


def _time_named(sentence: Sentence, language: Language) -> Found[int] | None:
    """A number of months or years that a sentence names, if it is no delay, no habit and no time gone by."""
    duration, text = _duration(language.code), sentence.prose.text
    if duration.units.isdisjoint(sentence.words):
        return None
    for match in duration.named.finditer(text, sentence.start, sentence.end):
        months = _in_months(match, duration, language)
        before = text[max(sentence.start, match.start() - 30) : match.start()]
        if 2 < months <= _LONGEST_TIME and not (
            _OTHER_TIME.search(before) or _TIME_GONE.match(text, match.end())
        ):
            return sentence.prose.found(months, *match.span())
    return None


def _in_months(match: re.Match[str], duration: Duration, language: Language) -> int:
    word = match["n"].lower().replace(" ", "-")
    number = int(word) if word.isdigit() else cardinals(language).get(word, 0)
    if match["unit"].lower() not in duration.years:
        return number
    return number * 12 + (6 if _AND_A_HALF.match(match.string, match.end()) else 0)


def _is_timed(sentence: Sentence, language: Language, written: str | None) -> bool:
    return bool(_months_asked(sentence, language, written) or _due(sentence, language, written))


def _rank(sentence: Sentence, language: Language, written: str | None) -> int:
    """How much a sentence looks like the request: asking, a time, observations, paragraphs."""
    timed = _is_timed(sentence, language, written)
    spoken = bool(sentence.search(compiled(language.observations)))
    lists = paragraph_lists(sentence, language) if timed or spoken else ()
    if not (timed or (lists and spoken)):
        return 0
    asked = sentence.search(compiled(language.requested))
    if not (asked or timed):
        return 0
    told = bool(sentence.search(compiled(language.recommendation)))
    rank = bool(asked) + 2 * bool(lists) + 2 * timed + spoken + told
    late = asked and lists and all(item.end < asked.start() for item in lists)
    return rank - 2 * bool(late)


def _is_of_today(sentence: Sentence, language: Language) -> bool:
    """Whether a sentence says that nothing came, what follows from that, or what should be done now."""
    framing = language.framing
    if sentence.search(phrases(framing.missing)):
        return True
    text = sentence.prose.text
    # without its accent, "a invité" has the same word as "invite"
    return any(
        not _PERFECT.search(text, max(sentence.start, m.start() - 8), m.start())
        for m in sentence.finditer(phrases(framing.conditions))
    )


def _months_asked(sentence: Sentence, language: Language, written: str | None) -> Found[int] | None:
    """The time given in the request; a time that is given now, to a State that has not replied, is another one."""
    months = _months(sentence, language)
    if months is None or written is None:
        return months
    own = sentence.search(compiled(language.observations)) or sentence.search(
        compiled(language.recommendation)
    )
    return months if own or not _is_of_today(sentence, language) else None


def _requested_list(sentence: Sentence, language: Language) -> PrintedList | None:
    """The list behind "recommendations contained in", else the longest one of the sentence."""
    lists = paragraph_lists(sentence, language)
    recommended = compiled(language.recommendation)
    for item in lists:
        if recommended.search(sentence.prose.text, max(sentence.start, item.start - 110), item.start):
            return item
    return max(lists, key=lambda item: (len(item.refs), item.start), default=None)


@dataclass(frozen=True, slots=True)
class Duration:
    """How a language prints a time that is given, and the words of its units: without one there is no such time."""

    pattern: re.Pattern[str]
    named: re.Pattern[str]  # the time alone
    units: frozenset[str]
    years: frozenset[str]


@lru_cache
def _duration(code: str) -> Duration:
    language = next(language for language in LANGUAGES if language.code == code)
    within = "|".join(body(row.pattern) for row in language.within)
    numbers = choice(word.replace("-", " ") for word in language.numbers).replace(" ", "[ -]")
    units = choice((*language.years, *language.months_unit))
    length = rf"(?:[0-9]{{1,2}}|{numbers})(?: \([0-9a-z]{{1,12}}\))?[ -](?:{units})(?!\w)"
    after = choice(language.after)
    pattern = re.compile(
        rf"(?<!\w)(?:(?:{within}) ?(?={length})|(?={length} (?:{after})(?!\w)))"
        rf"(?P<n>[0-9]{{1,2}}|{numbers})(?: \([0-9a-z]{{1,12}}\))?[ -](?P<unit>{units})(?!\w)",
        re.IGNORECASE,
    )
    named = re.compile(
        rf"(?<!\w)(?P<n>[0-9]{{1,2}}|{numbers})(?: \([0-9a-z]{{1,12}}\))?[ -](?P<unit>{units})(?!\w)",
        re.IGNORECASE,
    )
    years = frozenset(view(word).lower() for word in language.years)
    return Duration(pattern, named, years.union(view(word).lower() for word in language.months_unit), years)


def _months(sentence: Sentence, language: Language) -> Found[int] | None:
    duration = _duration(language.code)
    if duration.units.isdisjoint(sentence.words):
        match = None
    else:
        match = duration.pattern.search(sentence.prose.text, sentence.start, sentence.end)
    if not match:
        year = sentence.search(phrases(language.one_year))
        return sentence.prose.found(12, *year.span()) if year else None
    months = _in_months(match, duration, language)
    return sentence.prose.found(months, match.start("n"), match.end()) if months else None


def is_due(text: str, low: int, at: int, language: Language) -> bool:
    """Whether a date at a place is one by which something is due: "by", "not later than" right before it."""
    lead = [m.end() for m in phrases(language.due).finditer(text, low, at)]
    return bool(lead) and _DUE_GAP.fullmatch(text, lead[-1], at) is not None


def _due(sentence: Sentence, language: Language, written: str | None) -> Found[str] | None:
    """The date printed by which the report was due. A date to come, for what is asked now, is a new deadline."""
    text = sentence.prose.text
    for printed in sentence.dates():
        low = max(sentence.start, printed.start - 50)
        if not (is_due(text, low, printed.start, language) or AT_THE_LATEST.match(text, printed.end)):
            continue
        if _is_of_today(sentence, language) and (written is None or not earlier(printed.value, written)):
            continue
        return sentence.prose.found(printed.value, printed.start, printed.end)
    return None
