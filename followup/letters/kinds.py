"""What a text is: which language, whose letter, and which kind of letter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from .dates import earlier, read_dates
from .languages import LANGUAGES, Language
from .languages.shape import Phrases
from .paragraphs import Letter, Sentence
from .reading import Flag
from .text import view
from .wording import Finder, compiled, phrases

_CMW = re.compile(
    r"(?<![A-Za-z])CMW(?![A-Za-z])|committee on migrant workers|migrant workers and members of their famil|"
    r"rights of all migrant workers|tous les travailleurs migrants|comite des travailleurs migrants|"
    r"todos los trabajadores migratorios|comite de trabajadores migratorios|trabajadores migratorios y de sus famil",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"(?<![A-Za-z])(?:CERD|CEDAW|CCPR|CAT|CRC|CRPD|CED)(?: ?/ ?(?:C|follow|FU)|(?=\)))|E ?/ ?C\.12|"
    r"committee (?:on the elimination of (?:racial discrimination|all forms of|discrimination against women)|"
    r"against torture|"
    r"on the rights of (?:the child|persons with)|on enforced disappearances|on economic, social)|human rights committee|"
    r"comite (?:pour l'elimination de la discrimination|des droits de l'homme|contre la torture|des droits de l'enfant|"
    r"des droits des personnes handicapees|des disparitions forcees|des droits economiques)|"
    r"comite (?:para la eliminacion de la discriminacion|de derechos humanos|contra la tortura|de los derechos del nino|"
    r"sobre los derechos de las personas con discapacidad|contra la desaparicion|"
    r"contra las desapariciones|de derechos economicos)",
    re.IGNORECASE,
)
_LONGEST_NAME = 200  # of a committee
_HONOURS = phrases(tuple(row for language in LANGUAGES for row in language.honour))
_FAR = 60_000
_NEAR = 70
_CLAUSE = re.compile(r"[.;:]")
_STANDS_IN = re.compile(
    r"(?:it|they|these|this|none|nothing|il|ils|elle|elles|ceux-ci|celles-ci|rien|esta|esto|no)(?!\w)",
    re.IGNORECASE,
)
_SENT_BY_US = re.compile(r"remind|rappel|recordator|note|nota", re.IGNORECASE)


def body_text(letter: Letter) -> str:
    """The letter's paragraphs from the body on, folded: as much as telling needs."""
    parts, length = [], 0
    for paragraph in letter.paragraphs[letter.body :]:
        parts.append(paragraph.text)
        length += len(paragraph.text)
        if length > _FAR:
            break
    return "\n".join(parts)[:_FAR]


def find_language(body: str) -> Language | None:
    """The body's language: by the opening formula, else by words that only one language has."""
    if formula := _HONOURS.search(body):
        first = next(known for known in LANGUAGES if phrases(known.honour).match(body, formula.start()))
        if _markers(body, first, enough=3) >= 3:
            return first
    counts = {language.code: _markers(body, language) for language in LANGUAGES}
    best = max(LANGUAGES, key=lambda language: counts[language.code])
    others = max(count for code, count in counts.items() if code != best.code)
    enough = counts[best.code] >= 6 and counts[best.code] > 2 * others
    return best if enough or (counts[best.code] >= 4 and not others) else None


def _markers(body: str, language: Language, enough: int | None = None) -> int:
    """How many of a language's own words stand in the text; when there are enough, no more are counted."""
    found: set[str] = set()
    for match in compiled(language.markers).finditer(body):
        found.add(match[0].lower())
        if len(found) == enough:
            break
    return len(found)


def whose(letter: Letter) -> str:
    """Whose letter it is by the first evidence: "cmw", "other" or "" when no treaty body is named."""
    text = "\n".join(paragraph.text for paragraph in letter.paragraphs[:40])[:_FAR]
    own = _CMW.search(text)
    other = _OTHER.search(text, 0, own.start() + _LONGEST_NAME if own else len(text))
    if own and (other is None or own.start() <= other.start() or letter_is_own(letter)):
        return "cmw"
    return "other" if other else ""


def letter_is_own(letter: Letter) -> bool:
    """Whether the body's first sentences speak of the Committee on Migrant Workers and of no other."""
    body = body_text(letter)[:1500]
    return bool(_CMW.search(body)) and not _OTHER.search(body)


def other_name(letter: Letter) -> str:
    """The other committee as the letter names it, for the message."""
    text = "\n".join(paragraph.text for paragraph in letter.paragraphs[:40])[:_FAR]
    match = _OTHER.search(text)
    return match[0] if match else ""


def find_kind(
    sentences: Sequence[Sentence], passages: int, assessed: bool, received: bool, language: Language
) -> str:
    """Which kind of letter: what was done with the follow-up report decides, then whether there are passages."""
    if passages and (assessed or received):
        return "assessment"
    absent = is_absent(sentences, language)
    overdue = absent or any(_says(sentence, language.reminders, language) for sentence in sentences)
    arrived = any(
        s.search(phrases(language.acknowledgements)) for s in sentences if not _denies(s, None, language)
    )
    if arrived and not passages and not (assessed and not overdue):
        return "acknowledgement"
    if (absent and not (assessed and received)) or (overdue and not received):
        return "reminder"
    if received and not passages and not assessed:
        return (
            "other" if any(_asks_to_meet(sentence, language) for sentence in sentences) else "acknowledgement"
        )
    if not (passages or received) and any(_is_overdue(sentence, language) for sentence in sentences):
        return "reminder"
    if not (passages or assessed) and any(_says_nothing_came(sentence, language) for sentence in sentences):
        return "reminder"
    return "assessment" if passages or assessed else "other"


def awaits(sentences: Sequence[Sentence], written: str, passed: bool, language: Language) -> bool:
    """Whether a letter that tells of no report awaits one: the day for it has `passed`, or a day to come is named.

    That is not so where it is about something else, and a day of a periodic report or a session does not count.
    """
    framing = language.framing
    if any(s.search(phrases(framing.meetings)) for s in sentences):
        return False
    if passed:
        return True
    others = (phrases((*framing.other_reports, *framing.to_come[:1])), compiled(language.session))
    return any(
        earlier(written, printed.value)
        for s in sentences
        if not any(s.search(other) for other in others)
        for printed in read_dates(s.prose, s.start, s.end)
    )


def _asks_to_meet(sentence: Sentence, language: Language) -> bool:
    """ "I would be grateful for an opportunity to meet with you": the report that came is only told of."""
    framing = language.framing
    return bool(
        sentence.search(phrases(framing.meetings[:1])) and sentence.search(phrases(framing.conditions))
    )


def is_absent(sentences: Sequence[Sentence], language: Language) -> bool:
    """Whether any of some sentences says that the report did not come."""
    silent = phrases(language.framing.silent)
    return any(
        s.search(silent) or _denies(s, before, language)
        for before, s in zip([None, *sentences], sentences, strict=False)
    )


def _says(sentence: Sentence, rows: Phrases, language: Language) -> bool:
    """Whether a sentence about the follow-up report has one of some phrases."""
    if not sentence.search(compiled((*language.follow_up, *language.replies))):
        return False
    return bool(sentence.search(phrases(rows)))


def _is_overdue(sentence: Sentence, language: Language) -> bool:
    """Whether a sentence says that the day for the follow-up report has passed; a periodic report is another matter."""
    if sentence.search(phrases(language.framing.expired)):
        return True
    named = sentence.search(compiled((*language.follow_up, *language.replies)))
    if named is None or not sentence.search(phrases(language.framing.overdue)):
        return False
    periodic = sentence.search(phrases(language.framing.other_reports))
    return periodic is None or bool(sentence.search(compiled(language.follow_up)))


def _denies(sentence: Sentence, before: Sentence | None, language: Language) -> bool:
    """Whether a sentence says that the report did not come: a word of receiving with a negation before it.

    "It has not been received to date": then the report is named in the sentence before.
    """
    words = compiled((*language.follow_up, *language.replies))
    named = sentence.search(words)
    if not named and not (before and before.search(words) and _STANDS_IN.match(sentence.text)):
        return False
    if sentence.search(phrases(language.late)) or sentence.search(phrases(language.framing.other_senders)):
        return False
    others = (*additions(language.code), *language.examined)
    if sentence.search(compiled(others)):
        return False
    if sentence.search(phrases(language.framing.missing)):
        return True
    text = sentence.text
    for came in compiled(language.received).finditer(text):
        clause = _CLAUSE.split(text[max(0, came.start() - _NEAR) : came.start()])[-1]
        if compiled(language.speech.negations).search(clause):
            return True
    return False


def _says_nothing_came(sentence: Sentence, language: Language) -> bool:
    """Whether a word of receiving is denied, whatever did not come: "nothing has reached us"."""
    received, text = compiled(language.received), sentence.text
    return any(
        compiled((*language.speech.negations, *_NOTHING[language.code])).search(
            _CLAUSE.split(text[max(0, came.start() - _NEAR) : came.start()])[-1]
        )
        for came in received.finditer(text)
    ) and not sentence.search(compiled(additions(language.code)))


_NOTHING = {"en": ("nothing", "none"), "fr": ("rien", "aucun", "aucune"), "es": ("nada", "ningún", "ninguna")}


@lru_cache
def additions(code: str) -> tuple[str, ...]:
    """What comes besides the report: annexes, additional information. Reminders and cover letters are no such thing."""
    language = next(language for language in LANGUAGES if language.code == code)
    return tuple(word for word in language.not_the_report if not _SENT_BY_US.match(view(word)))


def unsaid(asked: bool, sentences: Sequence[Sentence], language: Language) -> Flag | None:
    """The flag for a letter that asks for a report and says neither that it came nor that it did not.

    None where it is plainly about something else, such as a meeting.
    """
    if not asked or any(s.search(phrases(language.framing.meetings)) for s in sentences):
        return None
    return Flag(
        "missing_received",
        "kind",
        "The letter asks for a follow-up report and does not say whether it came: check the kind of letter.",
    )


def is_of_procedure(letter: Letter, farewell: int | None, asked: bool, language: Language) -> bool:
    """Whether a text of no known kind is a letter of the follow-up procedure all the same: a meeting, a closure.

    It has a letter's end, and speaks of concluding observations, and of follow-up or of what was asked for; a press
    release has no end, an invitation speaks of neither.
    """
    body = body_text(letter)
    follow_up = compiled((_FOLLOW_UP[language.code],)).search(body)
    return (
        farewell is not None
        and bool(follow_up or asked)
        and bool(compiled(language.observations).search(body))
    )


def follow_up_word(language: Language) -> str:
    """The word for following up."""
    return _FOLLOW_UP[language.code]


_FOLLOW_UP = {"en": "follow-up", "fr": "suivi", "es": "seguimiento"}


@lru_cache
def follow_up_words(code: str) -> Finder:
    """What shows that a letter is about follow-up at all."""
    language = next(language for language in LANGUAGES if language.code == code)
    return compiled(tuple(view(word).lower() for word in (*language.observations, _FOLLOW_UP[code])))
