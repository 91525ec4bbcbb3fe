"""What a verdict is about: whether the words in front of a wording make a recommendation its subject."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from .languages import LANGUAGES, Language
from .paragraphs import Sentence
from .request import paragraph_lists
from .wording import Ending, Finder, choice, compiled, phrases

_NUMBER_SIGN = re.compile(r"\b(?:no|nos|num|nums)\.? ?(?=[0-9])", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]{1,120}\)")
_WORD = re.compile(r"[^\s,;:()\[\]\"“”]+")
_LIST = "\x04"  # stands for every character of a list of paragraphs
_AND = re.compile(r" (?:and|or|et|ou|y|e|o|u) ", re.IGNORECASE)
_MOST_STEPS = 14
_ADVERBIAL = 2  # rows of openers, the first ones, that take no clause of their own: "hence", "to date"


class About(Enum):
    """How a recommendation stands in front of a wording."""

    SUBJECT = "subject"
    PRONOUN = "pronoun"  # a pronoun that may mean it
    LOOSE = "loose"  # it is named, but is not plainly the subject
    NOTHING = "nothing"


class Claim(NamedTuple):
    """What stands between a verb, or the beginning of a clause, and a wording.

    `start`: where the subject begins; `finite`: a verb form stands with the wording; `extra`: where words begin
    that may change the wording; `asides`: places of what commas part off; `prefix`: what stands before the subject.
    """

    about: About
    start: int
    finite: bool
    open_question: bool
    negated: bool
    extra: int | None = None
    asides: tuple[tuple[int, int], ...] = ()
    low: int = 0
    prefix: str = ""
    named: str = ""  # what stands before the verb group
    agent: str = ""  # "by the Ombudsman", behind a verb of judging in the passive
    parted: bool = False  # a comma stands before the subject
    inner: bool = (
        False  # it is the subject of a clause within another: "the figures show that the recommendation has"
    )
    joined: bool = False  # nothing but a conjunction stands before the verb group: "and not implemented"

    @staticmethod
    def belongs(words: str, language: Language) -> bool:
        """Whether an insertion goes with the recommendation: "contained in paragraph 12"."""
        # "of the first two recommendations, that in paragraph 12 has been implemented"
        part = phrases(language.speech.parts).search(words)
        told = compiled(language.recommendation).search(words) and not part
        return bool(told or _shapes(language.code).contained.match(words))

    @staticmethod
    def is_clause(words: str, language: Language) -> bool:
        """Whether words are "and that", or have a verb of their own."""
        shapes = _shapes(language.code)
        return bool(shapes.implied.fullmatch(words) or shapes.finite.search(words))


@dataclass(frozen=True, slots=True)
class Shapes:
    """One language's patterns."""

    token: Ending
    subject: re.Pattern[str]
    inner: re.Pattern[str]
    at_once: re.Pattern[str]
    must: re.Pattern[str]
    pronoun: re.Pattern[str]
    implied: re.Pattern[str]
    attached: re.Pattern[str]
    foreign: re.Pattern[str]
    contained: re.Pattern[str]
    attached_only: re.Pattern[str]
    joined: Ending
    that: re.Pattern[str]
    relative: re.Pattern[str]
    finite: re.Pattern[str]
    auxiliary: re.Pattern[str]
    agent: re.Pattern[str]
    own_agent: re.Pattern[str]
    two_words: Finder  # conjunctions
    verbs: Finder
    fillers: Finder


@lru_cache
def _shapes(code: str) -> Shapes:
    language = next(language for language in LANGUAGES if language.code == code)
    speech = language.speech
    conj, that = choice(speech.conjunctions), choice(speech.that)
    gap = r"(?: |(?<='))"
    adverb = choice(speech.adverbs)
    boundary = rf"(?:^ ?(?:(?:{adverb}){gap}){{0,3}}|[,;:] ?|(?<!\w)(?=(?:{conj}) ))(?:(?:{conj}){gap})?(?:(?:{that}){gap})?"
    contained, attached = choice(speech.contained), choice((*speech.contained, *speech.attached))
    named = (
        rf"(?:{choice(language.recommendation)})(?!\w)|(?:{choice(language.paragraph)}) ?(?={_LIST})"
        rf"|(?:{choice(speech.stand_ins)})(?= (?:{contained})(?!\w))|(?:{choice(language.telling.each)})(?!\w)"
    )
    between = choice((*language.fillers, *speech.adverbs, *speech.nonfinite))
    finite_only = [word for word in language.auxiliaries if word not in (*speech.links, *speech.nonfinite)]
    known = (
        *language.auxiliaries,
        *language.fillers,
        *speech.negations,
        *speech.judged,
        *speech.modals,
        *speech.links,
        *speech.finite,
    )

    def ready(pattern: str) -> re.Pattern[str]:
        return re.compile(pattern, re.IGNORECASE)

    return Shapes(
        token=Ending(known, before=r"(?<![\w'])"),
        subject=ready(rf"{boundary}(?:(?:{choice(speech.determiners)}){gap}){{0,5}}(?:{named})"),
        inner=ready(rf"(?<!\w)(?:{that}){gap}(?:(?:{choice(speech.determiners)}){gap}){{0,5}}(?:{named})"),
        at_once=ready(rf" (?P<subject>(?:(?:{choice(speech.determiners)}){gap}){{1,5}}(?:{named}))"),
        must=ready(
            rf"(?<!\w)(?:{choice(speech.modals)}) (?:(?:{between}) ){{0,4}}(?={choice(speech.judged)})"
        ),
        pronoun=ready(rf"{boundary}(?:{choice(speech.referring)}) ?$"),
        implied=ready(rf"(?: ?(?:{conj})(?!\w))? ?(?:(?:{that}) ?)?"),
        attached=ready(rf" ?(?:(?:{attached})(?:(?<=')|(?!\w))|{_LIST})"),
        # "the recommendation of the Special Rapporteur", "made by the Ombudsman"
        foreign=re.compile(
            rf"(?i:(?:(?:{contained}) )?(?:{choice((*speech.by, *speech.of))}){gap})(?:[a-z']{{1,4}}{gap}){{0,2}}"
            rf"(?:(?i:{choice(speech.others)})(?!\w)|[A-Z](?!omm?itt?ee?\b|on?ven[ct]i)"
            r"|[Cc]omm?itt?ee? (?:against|on|of|for|contre|contra|des|du|pour|de) (?![^,;:]{0,60}migra))"
        ),
        contained=ready(rf"(?:(?:{choice(speech.links)}) )?(?:{contained})(?!\w)"),
        attached_only=ready(rf"(?:[ ]|{_LIST}|(?<!\w)(?:{attached})(?!\w))*"),
        joined=Ending(speech.conjunctions, behind=" ?,?"),
        that=ready(rf" ?(?:{that})(?:(?<=')|(?!\w))"),
        relative=ready(rf"(?<!\w)(?:{choice(speech.relatives)}) ?,?$"),
        finite=ready(
            rf"(?<!\w)(?P<relative>(?:{choice(speech.relatives)}) (?:se |le |la )?)?"
            rf"(?:{choice((*speech.finite, *speech.verbs))})(?!\w)"
        ),
        auxiliary=ready(
            rf"(?<!\w)(?:{choice([*finite_only, *speech.finite, *speech.judged, *speech.modals])})(?!\w)"
        ),
        own_agent=ready(rf"(?<!\w)(?:{choice(speech.by)}) (?:{choice(speech.speakers)})(?!\w)"),
        agent=ready(rf"(?<!\w)(?:{choice(speech.by)}) (?P<who>[^,;:]{{2,60}})"),
        two_words=compiled(tuple(c for c in speech.conjunctions if " " in c) or ("\x05",)),
        verbs=compiled((*language.auxiliaries, *speech.judged)),
        fillers=compiled(
            (*language.auxiliaries, *language.fillers, *speech.judged, *speech.links, *speech.negations)
        ),
    )


def read_claim(text: str, sentence: Sentence, low: int, start: int, end: int, language: Language) -> Claim:
    """What the words from `low` on make of a wording that stands from `start` to `end`."""
    shapes = _shapes(language.code)
    region = _masked(text, sentence, low, start, language)
    speech, words = language.speech, sentence.words
    region = shapes.own_agent.sub(lambda match: " " * len(match[0]), region)
    head, asides = _before_group(region, shapes)
    group = region[head:]
    about, begin = _about(region[:head], shapes, language)
    finite = bool(shapes.auxiliary.search(_NUMBER_SIGN.sub("   ", group + text[start:end])))
    if about is About.SUBJECT and not finite:
        about = _small(region[:head], begin, shapes)
    prefix = region[:begin]
    return Claim(
        about=about,
        start=low + begin,
        finite=finite,
        open_question=_is_open(region, language, words) or _is_possible(group, language),
        negated=_stands_in(group, compiled(speech.negations), words),
        extra=_extra(text, low, region, _behind_name(region, begin, language), language),
        asides=tuple((low + a, low + b) for a, b in asides),
        low=low,
        prefix=prefix,
        named=region[:head],
        agent=_agent(region, shapes, language, words),
        parted=region[begin : begin + 1] in (",", ";", ":"),
        inner=about is About.LOOSE and finite and _is_inner(region[:head], shapes),
        joined=bool(shapes.joined.search(region[:head].rstrip())),
    )


def _masked(text: str, sentence: Sentence, low: int, high: int, language: Language) -> str:
    """The region with its lists of paragraphs made one word each, and what stands in brackets blanked."""
    region = text[low:high]
    for listed in paragraph_lists(sentence.part(low, high), language):
        start, end = listed.start - low, listed.end - low
        region = region[:start] + _LIST * (end - start) + region[end:]
    return _BRACKETS.sub(lambda match: " " * len(match[0]), region) if "(" in region else region


def _before_group(region: str, shapes: Shapes) -> tuple[int, list[tuple[int, int]]]:
    """Where the verb group that ends the region begins ("has not yet been"), and the insertions within it."""
    end, asides = len(region.rstrip().removesuffix(",")), []
    for _ in range(_MOST_STEPS):
        left = region[:end].rstrip()
        if token := shapes.token.search(left):
            end = token.start()
            continue
        if not left.endswith(",") or (comma := left.rfind(",", 0, len(left) - 1)) < 0:
            break
        inside = left[comma + 1 : -1]
        asides.append((comma + 1 + len(inside) - len(inside.lstrip()), len(left) - 1))
        end = comma
    return end, asides


def _about(left: str, shapes: Shapes, language: Language) -> tuple[About, int]:
    """What stands in front of a verb group, and where it begins."""
    if language.speech.drops_pronouns and shapes.implied.fullmatch(_without_adverbs(left, language)):
        return About.PRONOUN, 0
    if match := shapes.pronoun.search(left):
        return About.PRONOUN, match.start()
    named = compiled(language.recommendation).search(left)
    at = named.start() if named else left.find(_LIST * 2)
    found: tuple[About, int] = (About.NOTHING, len(left)) if at < 0 else (About.LOOSE, at)
    for match in shapes.subject.finditer(left):
        verdict = _attachment(left[match.end() :], shapes)
        if verdict is not About.LOOSE:
            found = (verdict, match.start())
    return _behind_opener(left, shapes, language) or found if found[0] is About.LOOSE else found


def _behind_opener(left: str, shapes: Shapes, language: Language) -> tuple[About, int] | None:
    """ "So far the recommendation", "À ce jour la recommandation": a subject behind a short opening without a comma."""
    adverbs = language.speech.openers[:_ADVERBIAL]
    opened = phrases(adverbs).match(left.lstrip()) if "," not in left else None
    if opened is None:
        return None
    at = len(left) - len(left.lstrip()) + opened.end()
    match = shapes.at_once.match(left, at)
    if match is None or _attachment(left[match.end() :], shapes) is not About.SUBJECT:
        return None
    return About.SUBJECT, match.start("subject")


def _is_inner(left: str, shapes: Shapes) -> bool:
    last = max(shapes.inner.finditer(left), key=lambda match: match.end(), default=None)
    return last is not None and _attachment(left[last.end() :], shapes) is About.SUBJECT


def _without_adverbs(left: str, language: Language) -> str:
    """The words without adverbs between commas: "considera, sin embargo, que"."""
    if "," not in left:
        return left
    adverbs = compiled(language.speech.adverbs)
    kept = [piece for piece in left.split(",") if piece.strip() and not adverbs.fullmatch(piece.strip())]
    return " ".join(piece.strip() for piece in kept)


def _attachment(rest: str, shapes: Shapes) -> About:
    """Whether words behind "recommendation" belong to it, so that the verb behind them is its own."""
    rest = rest.strip()
    if not rest:
        return About.SUBJECT
    if shapes.relative.search(rest):
        return About.NOTHING
    if shapes.joined.search(rest):  # "is welcome and has been implemented"
        return About.SUBJECT
    if not shapes.attached.match(rest) or shapes.foreign.match(rest):
        return About.LOOSE
    if any(not match["relative"] for match in shapes.finite.finditer(rest)):
        return About.LOOSE
    _, comma, last = rest.rpartition(",")  # "on children, women and men", but not "in paragraph 12, measures"
    goes_on = shapes.attached.match(last) or _AND.search(last)
    return About.LOOSE if comma and not goes_on else About.SUBJECT


def _small(left: str, begin: int, shapes: Shapes) -> About:
    """ "Considers the recommendation in paragraph 12 partially implemented": no word but of the recommendation."""
    if shapes.that.match(left):  # "considers that the recommendation set out …": a verb is still to come
        return About.NOTHING
    match = shapes.subject.search(left, begin)
    return About.SUBJECT if match and shapes.attached_only.fullmatch(left[match.end() :]) else About.LOOSE


def _stands_in(region: str, finder: Finder, words: Set[str]) -> bool:
    """Whether any of some patterns stands in a part of a sentence; `words` are those of the sentence."""
    return finder.may_stand_in(words) and finder.search(region) is not None


def _is_open(region: str, language: Language, words: Set[str]) -> bool:
    questions = compiled(language.speech.open_questions)
    if not questions.may_stand_in(words):
        return False
    shapes = _shapes(language.code)
    left = shapes.must.sub(" ", shapes.two_words.sub(" ", region))  # "must be regarded as implemented"
    return questions.search(left) is not None


def _is_possible(group: str, language: Language) -> bool:
    """ "May have been", "can be": no fact, but for "can be considered"."""
    speech = language.speech
    return bool(compiled(speech.modals).search(group)) and not compiled(speech.judged).search(group)


def _agent(region: str, shapes: Shapes, language: Language, words: Set[str]) -> str:
    finder = compiled(language.speech.judged)
    judged = finder.search(region) if finder.may_stand_in(words) else None
    match = shapes.agent.search(region, judged.end()) if judged else None
    return match["who"] if match else ""


def _behind_name(region: str, begin: int, language: Language) -> int:
    """Where "recommendation" ends in a subject that begins at a place: what is before it is no verb group."""
    named = compiled(language.recommendation).search(region, begin)
    return named.end() if named else begin


def _extra(text: str, low: int, region: str, named: int, language: Language) -> int | None:
    """Where words begin between the last auxiliary and the wording that are no mere fillers.

    The region shows what is no auxiliary: the "a" of "au paragraphe 29 a)".
    """
    shapes = _shapes(language.code)
    auxiliaries = [match.end() for match in shapes.verbs.finditer(region, named)]
    begin = max(auxiliaries, default=named)
    behind = region.rfind(_LIST, begin) + 1  # "celle du paragraphe 29 a)"
    if not auxiliaries:
        return None
    begin = max(begin, behind)
    rest = text[low + begin : low + len(region)]
    without = shapes.fillers.sub(lambda match: " " * len(match[0]), rest)
    word = _WORD.search(without)
    return low + begin + word.start() if word else None


def names_part(region: str, sentence: Sentence, language: Language) -> bool:
    """ "Part of the recommendation"."""
    return _stands_in(region, phrases(language.speech.parts), sentence.words)


def is_foreign(text: str, at: int, language: Language) -> bool:
    """Whether words behind "the recommendation" make it somebody else's: "of the Ombudsman"."""
    return bool(_shapes(language.code).foreign.match(text[at:].lstrip()))


def is_name(words: str, language: Language) -> bool:
    """Whether words are "recommendation" or "the recommendation" and nothing else."""
    return bool(_shapes(language.code).subject.fullmatch(words)) and not words.endswith(_LIST)
