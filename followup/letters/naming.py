"""Which paragraphs each grade of a sentence is about.

A grade goes to a paragraph only where the order is certain: each has its own list of paragraphs before it, or each behind
it; "respectively" has as many paragraphs as grades; "the former" and "the latter" have two. Anything else is unclear,
and a person decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from .clauses import clauses
from .languages import LANGUAGES, Language
from .languages.telling import LAST, NEARER, OTHER
from .leads import lead_end
from .paragraphs import Sentence
from .references import ParagraphRef, read_list
from .request import PrintedList, crosses, paragraph_lists
from .wording import Finder, choice, compiled, phrases, source

_BARE_REF = re.compile(r"[1-9](?<![0-9.,/(].)[0-9]{0,2}(?: ?\(?[a-z]\))?(?: ?\([ivx]{1,4}\))?(?![0-9])")
_EXCEPTED = 100  # characters between "with the exception of" and the paragraph
_NEXT_CLAUSE = re.compile(r"[:;](?= )|\.(?= )")
_CLAUSE_END = re.compile(r"[,;:]|\.(?=\s|$)")


class Span(NamedTuple):
    """A grade's words in a sentence; `low`: where its clause begins; `ahead`: its words look ahead to the paragraph."""

    start: int
    end: int
    ahead: bool
    low: int


class Named(NamedTuple):
    """The paragraphs of a grade. Without `refs` those of the passage: all, all but some, or one by its place."""

    refs: tuple[ParagraphRef, ...] = ()
    place: tuple[int, int] | None = None  # "the latter": which, and of how many
    but: tuple[ParagraphRef, ...] = ()
    everything: bool = False  # "all the above recommendations"
    clear: bool = True
    pointed: bool = False  # "the latter": of several, even where the passage is on one paragraph


class Place(NamedTuple):
    """A list of paragraphs in a sentence."""

    refs: tuple[ParagraphRef, ...]
    start: int
    end: int


class Deal(NamedTuple):
    """What each grade of a sentence is about, and the paragraphs that a verdict without a known grade is about."""

    named: list[Named]
    unread: list[Place]


def deal(spans: Sequence[Span], text: str, sentence: Sentence, language: Language) -> Deal:
    """Deal out the paragraphs of a sentence among its grades."""
    opened = lead_end(sentence, language)
    places = _references(text, sentence, language)
    claimed = [place for place in places if place.start >= opened]
    excepted = _exception(text, sentence, claimed, language)
    if excepted:
        return _all_but(spans, claimed, excepted, text, sentence, language)
    topic = [place for place in places if place.start < opened]
    if sentence.search(compiled(language.respectively)):
        return Deal(_in_order(spans, claimed, topic), [])
    worded = _ordinals(text, opened, sentence, language)
    if worded and not (len(spans) > 1 and _each_its_own(spans, claimed)):
        return Deal(_by_place(spans, claimed, topic, worded, text, language), [])
    if len(spans) == 1:
        return _alone(spans[0], claimed, topic, text, sentence, language)
    return _in_turn(spans, claimed, topic)


def _each_its_own(spans: Sequence[Span], claimed: Sequence[Place]) -> bool:
    """Whether one list of paragraphs stands before each grade: then "of the first two" counts nothing."""
    edges = [span.start for span in spans]
    before = [sum(place.start >= edge for edge in edges) for place in claimed]
    return before == list(range(len(spans)))


def _flat(places: Sequence[Place]) -> tuple[ParagraphRef, ...]:
    return tuple(dict.fromkeys(ref for place in places for ref in place.refs))


def _alone(
    span: Span,
    claimed: Sequence[Place],
    topic: Sequence[Place],
    text: str,
    sentence: Sentence,
    language: Language,
) -> Deal:
    """One grade: what its clause names, else what stands before it, else the opening, else what stands behind."""
    near = [place for place in claimed if span.low <= place.start < span.start]
    before = [place for place in claimed if place.start < span.start]
    stop = _NEXT_CLAUSE.search(text, span.end, sentence.end)
    behind = [p for p in claimed if span.start <= p.start < (stop.start() if stop else sentence.end)]
    mine = behind if behind and (span.ahead or not (before or topic)) else near or before or list(topic)
    denied = [place for place in mine if _is_denied(text, sentence, place, language)] if len(mine) > 1 else []
    mine = [place for place in mine if place not in denied]
    everything = not mine and bool(sentence.search(phrases(language.telling.everything)))
    unread = [place for place in behind if place not in mine and _stands_in(text, sentence, place, language)]
    return Deal([Named(_flat(mine), everything=everything)], [*unread, *denied])


def _in_turn(spans: Sequence[Span], claimed: Sequence[Place], topic: Sequence[Place]) -> Deal:
    """Several grades: the paragraphs before each, or behind each, where every grade has exactly its own."""
    edges = [span.start for span in spans]
    gaps: list[list[Place]] = [[] for _ in range(len(spans) + 1)]
    for place in claimed:
        gaps[sum(place.start >= edge for edge in edges)].append(place)
    if taken := _as_they_look(spans, gaps):
        return Deal([Named(_flat(own)) for own in taken], [])
    filled = [gap for gap in gaps if gap]
    if len(filled) == len(spans):
        empty = next(n for n, gap in enumerate(gaps) if not gap)
        if all(span.ahead for span in spans[empty : empty + 1] or spans[-1:]) or empty == len(spans):
            return Deal([Named(_flat(gap)) for gap in filled], [])
    if len(filled) == 1 and (gaps[0] or len(spans) == 1 or spans[0].ahead):
        return Deal([Named(_flat(filled[0]))] * len(spans), [])
    if not filled:
        return Deal([Named(_flat(topic))] * len(spans), [])
    return Deal([_unclear(claimed, topic)] * len(spans), [])


def _as_they_look(spans: Sequence[Span], gaps: Sequence[Sequence[Place]]) -> list[list[Place]] | None:
    """Each grade with what stands behind it where its words look ahead, before it elsewhere; None if any are left."""
    left = [list(gap) for gap in gaps]
    taken: list[list[Place]] = []
    for n, span in enumerate(spans):
        near = left[n + span.ahead]
        shared = span.ahead and n + 1 < len(spans) and not spans[n + 1].ahead
        own = near[:1] if shared else near[:]
        del near[: len(own)]
        taken.append(own)
    return taken if all(taken) and not any(left) else None


def _unclear(claimed: Sequence[Place], topic: Sequence[Place]) -> Named:
    return Named(_flat([*topic, *claimed]), clear=False)


def _in_order(spans: Sequence[Span], claimed: Sequence[Place], topic: Sequence[Place]) -> list[Named]:
    """ "Have been implemented and partially implemented, respectively": as many paragraphs as grades, in one row."""
    own = claimed or topic
    refs = [ref for place in own for ref in place.refs]
    if not refs and len(spans) > 1:
        return [Named(place=(n, len(spans))) for n in range(len(spans))]
    together = all(p.start < spans[0].start for p in own) or all(p.start > spans[-1].start for p in own)
    if len(refs) == len(set(refs)) == len(spans) and together:
        return [Named((ref,)) for ref in refs]
    return [_unclear(claimed, topic)] * len(spans)


def _this(start: int, text: str, language: Language) -> bool:
    """Whether words that point at the last of several are "this last recommendation", the one just spoken of."""
    return bool(_last_named(language.code).match(text, start))


@lru_cache
def _last_named(code: str) -> re.Pattern[str]:
    language = next(language for language in LANGUAGES if language.code == code)
    names = choice(language.recommendation)
    return re.compile(rf"(?:this|cette|esta) [a-z]{{4,9}} (?:{names})(?!\w)", re.IGNORECASE)


def _by_place(
    spans: Sequence[Span],
    claimed: Sequence[Place],
    topic: Sequence[Place],
    worded: Sequence[tuple[int, int]],
    text: str,
    language: Language,
) -> list[Named]:
    """ "The former … the latter": one such word for each grade, all different, and all of them counted."""
    unclear = [_unclear(claimed, topic)._replace(pointed=True)] * len(spans)
    edges = [span.start for span in spans]
    gaps: list[list[int]] = [[] for _ in range(len(spans) + 1)]
    for start, place in worded:
        gaps[sum(start >= edge for edge in edges)].append(place)
    many = len(spans)
    if (
        many == 1
        and not claimed
        and [place for _, place in worded] == [LAST]
        and _this(worded[0][0], text, language)
    ):
        return [Named(place=(0, 1))]
    if many < 2 or gaps[-1] or any(len(gap) != 1 for gap in gaps[:-1]):
        return unclear
    own = claimed or topic
    refs = [ref for listed in own for ref in listed.refs]
    if refs and (len(refs) != many or any(listed.start > spans[0].start for listed in own)):
        return unclear
    wanted = [gap[0] for gap in gaps[:-1]]
    if many > 2 and OTHER in wanted:
        return unclear
    at = [many - 1 if n in (LAST, NEARER) else n for n in wanted]
    at = [1 - next(k for k in at if k != OTHER) if n == OTHER else n for n in at] if OTHER in at else at
    if sorted(at) != list(range(many)):
        return unclear
    return [Named((refs[n],)) if refs else Named(place=(n, many)) for n in at]


def _all_but(
    spans: Sequence[Span],
    claimed: Sequence[Place],
    excepted: tuple[int, int, Place],
    text: str,
    sentence: Sentence,
    language: Language,
) -> Deal:
    """ "With the exception of that in paragraph 39, which has not been implemented"."""
    start, stop, left_out = excepted
    inside = [span for span in spans if start <= span.start < stop]
    outside = [span for span in spans if span not in inside]
    rest = [place for place in claimed if not start <= place.start < stop]
    if len(outside) != 1 or len(inside) > 1:
        return Deal([_unclear(claimed, ())] * len(spans), [])
    refs = tuple(ref for ref in _flat(rest) if ref not in left_out.refs)
    others = Named(refs, but=left_out.refs, everything=not refs)
    named = [Named(left_out.refs) if span in inside else others for span in spans]
    return Deal(named, [] if inside else [left_out])


def _exception(
    text: str, sentence: Sentence, claimed: Sequence[Place], language: Language
) -> tuple[int, int, Place] | None:
    """Where words except a paragraph, up to the end of what is said of it, and that paragraph."""
    match = sentence.search(phrases(language.telling.exceptions)) if claimed else None
    if match is None:
        return None
    place = next((p for p in claimed if match.end() <= p.start <= match.end() + _EXCEPTED), None)
    if place is None or _CLAUSE_END.search(text, match.end(), place.start):
        return None
    stop = place.end
    relative = re.compile(rf",? (?:{choice(language.speech.relatives)})(?!\w)", re.IGNORECASE)
    if which := relative.match(text, place.end):
        end = _CLAUSE_END.search(text, which.end(), sentence.end)
        stop = end.start() if end else sentence.end
    return match.start(), stop, place


def _may_except(sentence: Sentence, language: Language) -> bool:
    return phrases(language.telling.exceptions).may_stand_in(sentence.words)


def exception_start(text: str, sentence: Sentence, low: int, high: int, language: Language) -> int:
    """Where behind a grade a paragraph begins to be excepted; `high` where none is."""
    if not _may_except(sentence, language):
        return high
    excepted = _exception(text, sentence, _references(text, sentence, language), language)
    return max(low, len(text[: excepted[0]].rstrip(" ,"))) if excepted and low <= excepted[0] < high else high


def excepts(text: str, sentence: Sentence, at: int, language: Language) -> bool:
    """Whether a grade stands in a clause on a paragraph that is excepted."""
    if not _may_except(sentence, language):
        return False
    excepted = _exception(text, sentence, _references(text, sentence, language), language)
    if excepted is None or not excepted[2].end < at < excepted[1]:
        return False
    between = compiled(
        (*language.speech.relatives, *language.auxiliaries, *language.fillers, *language.speech.negations)
    )
    return not between.sub(" ", text[excepted[2].end : at]).strip(" ,'")


def _ordinals(text: str, low: int, sentence: Sentence, language: Language) -> list[tuple[int, int]]:
    """Words that point at one of several paragraphs, with their place among them."""
    turns = _pointing(language.code)
    if not turns.words.may_stand_in(sentence.words):
        return []
    found = []
    for match in turns.expression.finditer(text, low, sentence.end):
        place = next(place for word, place in turns.places if word.fullmatch(match[0]))
        found.append((match.start(), place))
    # "esta" points at one of several only beside "aquella"
    return found if any(place != NEARER for _, place in found) else []


class _Pointing(NamedTuple):
    words: Finder
    expression: re.Pattern[str]
    places: tuple[tuple[re.Pattern[str], int], ...]


@lru_cache
def _pointing(code: str) -> _Pointing:
    language = next(language for language in LANGUAGES if language.code == code)
    table = language.telling.places
    behind = choice(
        (*language.recommendation, *language.paragraph, *language.auxiliaries, *language.telling.pointed)
    )
    words = "|".join(source(word) for word in table)
    return _Pointing(
        compiled(tuple(table)),
        re.compile(rf"(?:{words})(?= ?[,;.)]| ?$| (?:{behind})(?:(?<=')|(?!\w)))", re.IGNORECASE),
        tuple((re.compile(source(word), re.IGNORECASE), place) for word, place in table.items()),
    )


def _is_denied(text: str, sentence: Sentence, place: Place, language: Language) -> bool:
    """Whether a paragraph is set against the one before it: "that in paragraph 12 but not that in paragraph 47"."""
    near = text[max(sentence.start, place.start - 60) : place.start]
    match = clauses(language).set_against.search(near)
    return match is not None and not _CLAUSE_END.search(near, match.end())


def _stands_in(text: str, sentence: Sentence, place: Place, language: Language) -> bool:
    """Whether a paragraph behind a grade is one of which something else is said: "and that in paragraph 14"."""
    near = text[max(sentence.start, place.start - 60) : place.start]
    return bool(_set_out(language.code).search(near)) and bool(
        clauses(language).said_of.match(text, place.end)
    )


def points(text: str, low: int, high: int, sentence: Sentence, language: Language) -> bool:
    """Whether a stretch names a paragraph of its own: "that in paragraph 14", "the latter"."""
    if any(low <= listed.start < high for listed in paragraph_lists(sentence, language)):
        return True
    return any(low <= start < high for start, _ in _ordinals(text, low, sentence, language))


def _references(text: str, sentence: Sentence, language: Language) -> list[Place]:
    """Paragraphs named in a sentence, cross-references left out; also bare ones behind "and": "and 35 (b) not"."""
    lists = paragraph_lists(sentence, language)
    own = [item for item in lists if _is_own(sentence, item, language)]
    places = [Place(tuple(p.ref for p in item.refs), item.start, item.end) for item in own]
    if not places:
        return []
    covered = [(item.start, item.end) for item in lists]
    for match in _BARE_REF.finditer(text, sentence.start, sentence.end):
        if all(not (low <= match.start() < high) for low, high in covered) and clauses(
            language
        ).said_of.match(text, match.end()):
            refs, end = read_list(text, match.start())
            if refs:
                places.append(Place(tuple(p.ref for p in refs), match.start(), end))
    return sorted(places, key=lambda place: place.start)


def _is_own(sentence: Sentence, item: PrintedList, language: Language) -> bool:
    """No cross-reference; "the recommendation set out in paragraph 35 (b)" names its own paragraph."""
    text = sentence.prose.text
    near = text[max(sentence.start, item.start - 90) : item.start]
    return not crosses(sentence, item, language) or bool(_set_out(language.code).search(near))


@lru_cache
def _set_out(code: str) -> re.Pattern[str]:
    language = next(language for language in LANGUAGES if language.code == code)
    nouns = choice((*language.recommendation, *language.speech.stand_ins))
    attached = choice((*language.speech.contained, *language.speech.attached))
    return re.compile(rf"(?<!\w)(?:{nouns})(?: (?:{attached})){{1,5}} ?$", re.IGNORECASE)
