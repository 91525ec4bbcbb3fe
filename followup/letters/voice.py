"""Who speaks in a sentence: the Committee, somebody else, or it cannot be told.

A verb counts for the Committee only where the Committee, or a pronoun for it, is its subject, or where it
needs none ("in the Committee's view"). Any other subject is somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from .inverted import subject_behind
from .languages import LANGUAGES, Language
from .wording import Ending, Finder, choice, compiled, phrases

_MARKS = re.compile(r"[,;:]")
_NUMBER_SIGN = re.compile(r"\b(?:no|nos|num|nums)\.? ?(?=[0-9])", re.IGNORECASE)
_NEGATION = 25  # characters before a verb in which it may be denied
_REFUSAL = 45
_NEXT_CLAUSE = re.compile(r"[;:]|(?<!\w)(?:and|but|et|mais|y|e|pero)(?!\w)", re.IGNORECASE)
_MARKER = re.compile(r"^(?:[0-9]{1,2}[.)]|[(]?[a-z][.)]|[IVX]{1,5}[.)]|[-•–*·]) ")
_NAMES_FIRST = re.compile(r"(?:that|que|qu')(?: |(?<='))(?:(?:the|a|an|le|la|les|el|los|las|l') ?)?[A-Z]")
_NAME_FIRST = re.compile(r"(?:[A-Z][a-z']{0,3} )?[A-Z][\w'-]{2,30} (?:[a-z']{1,4} ){0,2}[A-Z][\w'-]{2,30}")
_AS = re.compile(r"(?<!\w)as $", re.IGNORECASE)
_AFFIRMED = re.compile(
    r"(?<!\w)(?:but|que|sino|menos) ", re.IGNORECASE
)  # "cannot but consider", "ne peut que constater"
_MOST_INSERTS = 5
_A_CLAUSE = 4  # words: "on paper" is no clause
_YEAR = re.compile(r"(?<![\w/])(?:19|20)[0-9]{2}(?![\w/])")
_MOST_ADVERBS = 6
_NO_SUBJECT = re.compile(r"(?:en|al?|ante|con|del?|desde|por|sin|sobre|tras|visto|dado) ", re.IGNORECASE)


class Who(Enum):
    """Whose words a sentence gives."""

    COMMITTEE = "committee"
    OTHER = "other"
    UNCLEAR = "unclear"
    STATE = "state"  # a pronoun, and the State was spoken of last
    EITHER = "either"  # the Committee or the State: "notes that the State party did … and considers"
    QUOTED = "quoted"  # a block that gives the State's reply


class Verb(NamedTuple):
    """The verb that governs a place: "judges", "notes", "says", "hopes"; and whose it is."""

    start: int
    end: int
    kind: str
    who: Who
    denied: bool = False  # "does not consider that"


@dataclass(frozen=True, slots=True)
class Turns:
    """One language's patterns for the end of what stands before a verb."""

    speaker: Ending
    pronoun: Ending
    adverb: Ending
    conjunction: Ending
    that: Ending
    relative: Ending
    passive: Ending
    noun: Ending
    governed: Ending
    joins: re.Pattern[str]


@lru_cache
def _turns(code: str) -> Turns:
    language = next(language for language in LANGUAGES if language.code == code)
    speech = language.speech

    return Turns(
        speaker=Ending(speech.speakers),
        pronoun=Ending(speech.pronouns),
        adverb=Ending(speech.adverbs),
        conjunction=Ending(speech.conjunctions),
        that=Ending(speech.that),
        relative=Ending(speech.relatives),
        passive=Ending(speech.passive),
        noun=Ending((*language.recommendation, *language.paragraph)),
        governed=Ending(speech.governs),
        joins=re.compile(
            rf"(?: ?(?:{choice((*speech.conjunctions, *speech.that))})(?!\w)){{1,2}} ?", re.IGNORECASE
        ),
    )


def governing(
    text: str, low: int, at: int, topic: Who, language: Language, words: Set[str], retold: bool = True
) -> Verb | None:
    """The last verb of judging, noting, saying or hoping before a place, and whose it is.

    `words`: those of the whole sentence; `retold`: whether to ask who tells of it, one level deep.
    """
    best: tuple[int, int, str] | None = None
    for kind, pattern in _verbs(language.code):
        for match in pattern.finditer(text, low, at) if pattern.may_stand_in(words) else ():
            later = best is None or (match.end(), -match.start()) > (best[1], -best[0])
            if later and _is_verb(text, low, match, kind, language):
                best = (match.start(), match.end(), kind)
    if best is None:
        return None
    start, end, kind = best
    if kind == "impersonal":
        own = compiled(language.telling.own_view).match(text, start)
        who = topic if own else Who.COMMITTEE
        return Verb(start, end, "judges", who, _is_denied(text, low, start, language, words))
    left = text[low:start]
    behind = subject_behind(text, end, at, language) if kind in ("judges", "notes") else None
    end = behind.end if behind else end
    if behind and behind.own is not None:
        who = Who.COMMITTEE if behind.own else Who.OTHER
        if behind.own and _turns(language.code).that.search(left):  # "señala que considera el Comité que"
            outer = governing(text, low, start, topic, language, words, retold=False)
            who = outer.who if outer else Who.UNCLEAR
        who = Who.OTHER if is_opinion(left, language) else who
        return Verb(start, end, kind, who, _is_denied(text, low, start, language, words))
    # "According to …", "The Committee was informed that …"
    if kind == "says" and (not left.strip() or _is_passive(left, language)):
        return Verb(start, end, kind, Who.OTHER)
    who = holder(left, topic, language)
    if retold and who is Who.COMMITTEE and kind == "judges":
        who = _retold(text, low, left, topic, language, words)
    return Verb(start, end, kind, who, _is_denied(text, low, start, language, words))


def _is_denied(text: str, low: int, start: int, language: Language, words: Set[str]) -> bool:
    """Whether a verb is denied: "does not consider", "cannot consider", but "does not agree and considers"."""
    for denials, far in ((language.speech.negations, _NEGATION), (language.telling.refusals, _REFUSAL)):
        finder = compiled(denials)
        if not finder.may_stand_in(words):
            continue
        begin = max(low, start - far)
        begin += max((match.end() for match in _NEXT_CLAUSE.finditer(text[begin:start])), default=0)
        match = finder.search(text, begin, start)
        if match and not _NUMBER_SIGN.match(text, match.start()):
            return not _AFFIRMED.search(text, match.end(), start)
    return False


def _retold(text: str, low: int, left: str, topic: Who, language: Language, words: Set[str]) -> Who:
    """Whose the Committee's judgement is where somebody else tells of it: "NGOs note that the Committee considers"."""
    turns = _turns(language.code)
    speaker = max(subjects(left, language), key=lambda match: match.end(), default=None)
    if speaker is None:
        return Who.COMMITTEE
    prefix = left[: speaker.start()]
    if that := turns.that.search(prefix):
        outer = governing(text, low, low + that.start(), topic, language, words, retold=False)
        return outer.who if outer else Who.COMMITTEE
    pieces = prefix.rstrip(" ,").split(",")
    return (
        Who.UNCLEAR if prefix.rstrip().endswith(",") and is_opinion(pieces[-1], language) else Who.COMMITTEE
    )


@lru_cache
def _verbs(code: str) -> tuple[tuple[str, Finder], ...]:
    speech = next(language for language in LANGUAGES if language.code == code).speech
    return (
        ("judges", phrases(speech.considers)),
        ("impersonal", phrases(speech.impersonal)),
        ("notes", phrases(speech.notes)),
        ("hopes", phrases(speech.hopes)),
        ("says", compiled(speech.says)),
    )


def _is_verb(text: str, low: int, match: re.Match[str], kind: str, language: Language) -> bool:
    """Not a passive ("is deemed"), nor what is said of a recommendation ("the recommendation stated in")."""
    if kind == "impersonal":
        own = compiled(language.telling.own_view).match(text, match.start())
        return own is None or _begins_clause(text[low : match.start()], language)
    left = text[max(low, match.start() - 60) : match.start()]
    if _AS.search(left):  # "as regards"
        return False
    passive = kind == "judges" and _is_passive(left, language)
    return not passive and not _turns(language.code).noun.search(left)


def _begins_clause(left: str, language: Language) -> bool:
    """Whether nothing, a mark or "and" stands before a place: there "its view is that" is a main clause."""
    words = left.rstrip()
    return not words or words[-1] in ",;:" or bool(_turns(language.code).conjunction.search(words))


def _is_passive(left: str, language: Language) -> bool:
    turns = _turns(language.code)
    return bool(turns.passive.search(_without_adverbs(left, turns, keep=turns.passive)))


def holder(left: str, topic: Who, language: Language) -> Who:
    """Whose a verb is, from what stands before it in its sentence; `topic` is who was spoken of before."""
    turns = _turns(language.code)
    for _ in range(_MOST_INSERTS):
        left = _without_adverbs(left, turns).rstrip(" :")
        if not left or _MARKER.fullmatch(f"{left} "):
            return topic
        if match := turns.speaker.search(left):
            return _as_subject(left[: match.start()], language)
        if match := turns.pronoun.search(left):
            return _antecedent(left[: match.start()], topic, language)
        if match := turns.conjunction.search(left):
            return _shared(left[: match.start()], topic, language)
        if match := turns.relative.search(left):
            before = left[: match.start()].rstrip(" ,")
            return Who.COMMITTEE if turns.speaker.search(before) else Who.OTHER
        if left[-1] not in ",;":
            return Who.OTHER
        cut = _last_mark(left[:-1])
        if cut < 0:
            # nothing but an opening: "On that basis, considers that …"
            opened = opens(left, language) or _NO_SUBJECT.match(left)
            free = opened and language.speech.drops_pronouns and not is_opinion(left, language)
            return topic if free else Who.OTHER
        left = left[: cut + 1] if _ends_clause(left[:cut], turns) else left[:cut]
    return Who.UNCLEAR


def _ends_clause(left: str, turns: Turns) -> bool:
    """Whether what stands before an insertion is no noun for a verb to have: go on with the comma kept."""
    ends = (turns.speaker, turns.pronoun, turns.conjunction, turns.relative)
    return not any(end.search(left) for end in ends)


def _without_adverbs(left: str, turns: Turns, keep: Ending | None = None) -> str:
    for _ in range(_MOST_ADVERBS):
        match = turns.adverb.search(left)
        if not match or (keep and keep.search(left)):
            break
        left = left[: match.start()].rstrip()
    return left


def _last_mark(text: str) -> int:
    return max(text.rfind(","), text.rfind(";"), text.rfind(":"))


def opens(text: str, language: Language) -> bool:
    """Whether a clause begins with what goes before a subject: "On that basis", "Regarding paragraph 12"."""
    words = _turns(language.code).joins.sub("", text, count=1) if _joined(text, language) else text
    words = words.lstrip()
    speech = language.speech
    return bool(phrases(speech.openers).match(words) or phrases(language.lead_ins).match(words))


def speaks_here(text: str, language: Language) -> bool:
    """Whether the Committee is named."""
    return bool(compiled(language.speech.speakers[:1]).search(text))


def attributed(prefix: str, language: Language) -> bool | None:
    """Whether the Committee speaks in a main clause: True behind nothing but openings, None behind an opinion
    of somebody else, False where what stands before the subject is unclear.
    """
    sure = True
    for piece in _MARKS.split(prefix):
        words = piece.strip()
        if is_opinion(words, language):
            return None
        if not words or _turns(language.code).joins.fullmatch(words + " ") or opens(words, language):
            continue
        if speaks_here(words, language) and phrases(language.speech.attributions).match(words):
            continue
        if compiled(language.speech.others).search(words) or begins_with_name(words):
            return None
        sure = sure and _is_circumstance(words, language)
    return sure


def _is_circumstance(words: str, language: Language) -> bool:
    """ "No measure having been taken, …": words before a main clause that are nobody's, nor of an earlier day."""
    speech, telling = language.speech, language.telling
    if len(words.split()) < _A_CLAUSE or _YEAR.search(words):
        return False
    told = (*speech.says, *speech.open_questions, *telling.judged)
    spoken = (*speech.considers, *speech.notes, *speech.hopes, *telling.acts, *telling.earlier)
    return not compiled(told).search(words) and not phrases(spoken).search(words)


def attributed_behind(rest: str, language: Language) -> bool | None:
    """The same from what stands behind a main clause: ", according to the State party", ", the State party reports"."""
    disputed = phrases(language.telling.disputes)  # ", despite what is stated in paragraph 25"
    pieces = [piece for piece in _MARKS.split(rest)[1:3] if not disputed.match(piece.lstrip())]
    own = phrases((*language.speech.attributions, *language.speech.impersonal))
    pieces = [p for p in pieces if not (speaks_here(p, language) and own.match(p.lstrip()))]
    if any(is_opinion(piece, language) for piece in pieces):
        return None
    said = any(compiled(language.speech.says).search(piece) for piece in pieces)
    return not said


def is_opinion(prefix: str, language: Language) -> bool:
    """Whether what stands before a subject gives somebody else's opinion: "for the Ombudsman,"."""
    speech = language.speech
    matter = compiled((*language.recommendation, *language.paragraph))
    for piece in _MARKS.split(prefix):
        words = piece.strip()
        harmless = phrases(speech.openers).match(words) or compiled(speech.no_opinions).match(words)
        if harmless or matter.search(words) or speaks_here(words, language):
            continue
        if phrases(speech.attributions).match(words):
            return True
    return False


def _joined(text: str, language: Language) -> bool:
    return bool(_turns(language.code).joins.match(text))


def _as_subject(prefix: str, language: Language) -> Who:
    """Whether "the Committee" behind `prefix` is a subject: nothing before it in its clause, or an opening."""
    turns = _turns(language.code)
    clause = prefix[_last_mark(prefix) + 1 :].strip()
    if not clause or turns.conjunction.search(clause) or turns.that.search(clause):
        return Who.COMMITTEE
    if turns.governed.search(clause) or compiled(language.speech.relatives).search(clause):
        return Who.UNCLEAR
    return Who.COMMITTEE if opens(clause, language) else Who.UNCLEAR


def subjects(text: str, language: Language) -> Iterator[re.Match[str]]:
    """The places where the Committee is a subject."""
    for match in compiled(language.speech.speakers).finditer(text):
        if _as_subject(text[: match.start()], language) is Who.COMMITTEE:
            yield match


def _shared(left: str, topic: Who, language: Language) -> Who:
    """Whose a verb is that shares the subject of a verb before: "The Committee welcomes … and considers"."""
    turns = _turns(language.code)
    last = max(subjects(left, language), key=lambda match: match.end(), default=None)
    if last is None:
        first = _MARKER.sub("", left.lstrip(), count=1)
        while opens(head := first.partition(",")[0], language) and head != first:
            first = first[len(head) + 1 :].lstrip()
        if turns.pronoun.pattern.match(first.split(" ", 1)[0]):
            return topic
        return topic if begins_with_verb(first, language) else Who.OTHER
    between = left[last.end() :]
    if not compiled((*language.speech.that, *language.speech.relatives)).search(between):
        return Who.COMMITTEE
    others = compiled(language.speech.others).search(between)
    # "notes that fees are charged and considers": what is charged considers nothing
    agent = others or _NAMES_FIRST.search(between)
    if agent and left.rstrip().endswith(
        ","
    ):  # "clarifies that …, and considers": the comma ends what it clarifies
        return Who.UNCLEAR if compiled(language.telling.third).search(between) else Who.COMMITTEE
    if agent and is_state(between, language) and not _NAMES_FIRST.search(between):
        return Who.EITHER
    return Who.UNCLEAR if agent else Who.COMMITTEE


def is_state(words: str, language: Language) -> bool:
    """Whether words name the State, its organs or its reply, and nobody else."""
    third = compiled(language.telling.third)
    return bool(compiled(language.speech.others).search(third.sub(" ", words))) and not third.search(words)


def begins_with_verb(text: str, language: Language) -> bool:
    speech = language.speech
    if not speech.drops_pronouns:
        return False
    return phrases((*speech.considers, *speech.notes, *speech.hopes)).match(text) is not None


def _antecedent(left: str, topic: Who, language: Language) -> Who:
    """Who "it" is: the subject of the clause before in its sentence, else who was spoken of before."""
    others = compiled(language.speech.others)
    last = max(subjects(left, language), key=lambda match: match.end(), default=None)
    if last is not None:
        between = left[last.end() :]
        inner = compiled((*language.speech.that, *language.speech.relatives)).search(between)
        return Who.UNCLEAR if inner and others.search(between, inner.end()) else Who.COMMITTEE
    for clause in _MARKS.split(left):
        words = clause.strip()
        if not words or (opens(words, language) and not _joined(words + " ", language)):
            continue
        if others.search(words):
            return Who.UNCLEAR if _joined(words + " ", language) else Who.OTHER
        if not _joined(words + " ", language):
            return Who.UNCLEAR
    return topic


def begins_with_name(words: str) -> bool:
    """Whether a sentence begins with a name of several words: "Amnesty International …"."""
    return _NAME_FIRST.match(words) is not None
