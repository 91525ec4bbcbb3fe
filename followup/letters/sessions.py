"""Sessions of the Committee as letters name them: "its twenty-ninth session, held in September 2018"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .dates import Printed, held, read_dates
from .knowledge import SessionDates
from .languages import LANGUAGES, Language
from .numerals import ordinals
from .observations import names_report, own_report_words, speaks_of_replies
from .paragraphs import Sentence
from .reading import Assessed, Found
from .text import view
from .wording import Finder, choice, compiled, phrases

_DIGITS = re.compile(
    r"(?<![0-9])([0-9]{1,3}) ?(?:st|nd|rd|th|\.?(?:i?eme|er|re|e|o|a)|\.)?"
    r"(?: (?:regular|ordinary|ordinaire|ordinario))? $"
)
_ROMAN = re.compile(r"(?<![\w-])([XLIV]{2,8}|[XV]) $")  # "XXXV período de sesiones"
_ROMAN_FIGURES = {"I": 1, "V": 5, "X": 10, "L": 50}
_BEHIND = re.compile(
    r" (?:no\.? |num\.? |numero |number |n\.o )?([1-9][0-9]?)(?![0-9.,]?[0-9])(?! [a-z]{3,10} [12][0-9]{3})",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[a-z]+", re.IGNORECASE)
_HIGHEST = 199
_FAR = 130
_FAR_BEFORE = 240
_NEAR = 250
_BEFORE_VERB = 3


@dataclass(frozen=True, slots=True)
class Mention:
    """A session named in a sentence, with the month it was held where that is printed beside it."""

    sentence: Sentence
    number: int
    start: int
    end: int
    held: Printed | None

    @property
    def session(self) -> Found[int]:
        """The number and its place."""
        return self.sentence.prose.found(self.number, self.start, self.end)

    @property
    def month(self) -> Found[str] | None:
        """The month held and its place."""
        return (
            self.sentence.prose.found(self.held.value, self.held.start, self.held.end) if self.held else None
        )


@dataclass(frozen=True, slots=True)
class Sessions:
    """The sessions of the concluding observations and of the assessment, further, differing ones, and all told of."""

    observations: Mention | None = None
    assessed: Mention | None = None
    rivals: tuple[Mention, ...] = ()
    told: tuple[Mention, ...] = ()

    @property
    def assessment(self) -> Assessed:
        """The session of the assessment as the record has it."""
        return Assessed(self.assessed.session, self.assessed.month) if self.assessed else Assessed()


def find_sessions(
    sentences: Iterable[Sentence], language: Language, table: Mapping[int, SessionDates]
) -> Sessions:
    """Tell the two sessions of a letter apart by what the sentence says was done there."""
    observed: list[Mention] = []
    assessed: list[Mention] = []
    told: list[Mention] = []
    on_report = False
    for sentence in sentences:
        if found := mentions(sentence, language, table):
            coming = _is_to_come(sentence, language)
            told += [mention for mention in found if not coming or mention.number in table]
            # "At its next session, the Committee studied these replies": the request was told before
            on_report = on_report or (bool(observed) and speaks_of_replies(sentence, language))
            _share_out(found, language, observed, assessed, on_report)
        on_report = names_report(sentence, language)
    assessed = _without_earlier(assessed, language)
    return Sessions(
        observed[0] if observed else None,
        assessed[0] if assessed else None,
        tuple(m for group in (observed, assessed) for m in group[1:] if m.number != group[0].number),
        tuple(told),
    )


def _is_to_come(sentence: Sentence, language: Language) -> bool:
    """Whether a sentence speaks of a session that is still to be held."""
    return bool(sentence.search(compiled(language.upcoming))) and not sentence.search(_reviewed(language))


def _without_earlier(assessed: Sequence[Mention], language: Language) -> list[Mention]:
    """The sessions of the assessment without those at which an earlier report was examined."""
    framing = language.framing
    before = phrases(framing.examined_before)
    today = [m for m in assessed if not m.sentence.search(before)]
    if len({m.number for m in today}) < 2:
        return today
    first = phrases(framing.earlier_reports)
    return [m for m in today if not m.sentence.search(first)] or today


def mentions(sentence: Sentence, language: Language, table: Mapping[int, SessionDates]) -> list[Mention]:
    """The sessions a sentence names by number."""
    text = sentence.prose.text
    places = list(sentence.finditer(compiled(language.session)))
    found = []
    for n, match in enumerate(places):
        end = match.end()
        if ordinal := _ordinal(text, sentence.start, match.start(), language):
            number, start = ordinal
        elif behind := _BEHIND.match(text, match.end(), sentence.end):
            number, start, end = int(behind[1]), match.start(), behind.end()
        else:
            continue
        stop = places[n + 1].start() if n + 1 < len(places) else sentence.end
        when = _held_after(sentence, end, min(stop, end + _FAR), language)
        when = when or _held_before(sentence, start, language)
        when = when or _held_by_table(sentence, start, table.get(number))
        found.append(Mention(sentence, number, start, end, when))
    return [*found, *_bare(sentence, found, language, table)]


def _bare(
    sentence: Sentence, named: Sequence[Mention], language: Language, table: Mapping[int, SessionDates]
) -> list[Mention]:
    """A session named by its number alone: "at the thirty-ninth, in December 2024", where the table bears the month out."""
    text, known = sentence.prose.text, ordinals(language)
    months = {when.value for when in _dates_held(sentence)}
    months -= {mention.held.value for mention in named if mention.held}
    for number, session in table.items() if months else ():
        if not any(session.months[0] <= month <= session.months[1] for month in months):
            continue
        words = choice(word.replace("-", " ") for word, n in known.items() if n == number).replace(
            " ", "[ -]"
        )
        printed = re.search(
            rf"(?<![\w,.]){number}(?:st|nd|rd|th|\.?(?:i?eme|er|e|o))(?!\w)|(?<!\w)(?:{words})(?!\w)",
            text[sentence.start : sentence.end],
            re.IGNORECASE,
        )
        if printed:
            start, end = sentence.start + printed.start(), sentence.start + printed.end()
            return [Mention(sentence, number, start, end, _held_by_table(sentence, start, session))]
    return []


def _dates_held(sentence: Sentence) -> list[Printed]:
    """The dates of a sentence, read as those of a session."""
    dates = read_dates(sentence.prose, sentence.start, sentence.end)
    return [when for printed in dates if (when := held(sentence.prose.text, printed))]


def _of_roman(numeral: str) -> int:
    values = [_ROMAN_FIGURES[figure] for figure in numeral]
    return sum(-value if value < max(values[n:]) else value for n, value in enumerate(values))


def _ordinal(text: str, low: int, end: int, language: Language) -> tuple[int, int] | None:
    if roman := _ROMAN.search(text, max(low, end - 12), end):
        return _of_roman(roman[1]), roman.start(1)
    left = text[max(low, end - 60) : end].lower()
    if digits := _DIGITS.search(left):
        number = int(digits[1])
        return (number, end - len(left) + digits.start()) if 0 < number <= _HIGHEST else None
    words = list(_WORDS.finditer(left))[-4:]
    known = ordinals(language)
    for n in range(max(0, len(words) - 3), len(words)):
        number = known.get("-".join(word[0] for word in words[n:]), 0)
        if number:
            return number, end - len(left) + words[n].start()
    # an adjective may stand between: "twenty-ninth regular session"
    for n in range(max(0, len(words) - 4), len(words) - 1):
        number = known.get("-".join(word[0] for word in words[n:-1]), 0)
        if number:
            return number, end - len(left) + words[n].start()
    return None


def _held_after(sentence: Sentence, start: int, stop: int, language: Language) -> Printed | None:
    text = sentence.prose.text
    for printed in read_dates(sentence.prose, start, stop):
        when = held(text, printed)
        gap = text[start : when.start] if when else ""
        if when and when.start >= start and (_only_held_words(gap, language) or _took_place(gap, language)):
            return when
        break
    return None


def _held_before(sentence: Sentence, end: int, language: Language) -> Printed | None:
    text, low = sentence.prose.text, sentence.start
    dates = read_dates(sentence.prose, max(low, end - 90), end)
    if not dates:
        return None
    when = held(text, dates[-1])
    plain_words = when and _only_held_words(text[when.end : end], language)
    if when and plain_words and _only_held_words(text[low : when.start], language):
        return when
    return None


def _held_by_table(sentence: Sentence, place: int, known: SessionDates | None) -> Printed | None:
    """Of a sentence's dates the nearest one that falls into the session by the table, whatever stands between."""
    if known is None:
        return None
    near = sentence.part(max(sentence.start, place - _NEAR), min(sentence.end, place + _NEAR))
    fitting = [w for w in _dates_held(near) if known.months[0] <= w.value <= known.months[1]]
    return min(fitting, key=lambda when: abs(when.start - place), default=None)


def observed_month(
    sentences: Iterable[Sentence],
    sessions: Sessions,
    received: Found[str] | None,
    table: Mapping[int, SessionDates],
    language: Language,
) -> Found[str] | None:
    """The month of the observations, where it stands in no sentence with their session's number.

    It is a month of that session by the table, or, where no session is named, of any one before the assessment;
    it is not that in which the report was received, and the only one in the sentences on the observations.
    """
    own = sessions.observations
    last = sessions.assessed.number if sessions.assessed else None
    known = [s for s in table.values() if (s.number == own.number if own else last and s.number < last)]
    found = [
        sentence.prose.found(when.value, when.start, when.end)
        for sentence in sentences
        if sentence.search(_reviewed(language))
        for when in _dates_held(sentence)
        if not (received and when.value == received.value[:7])
        and any(s.months[0] <= when.value <= s.months[1] for s in known)
    ]
    return found[0] if len({month.value for month in found}) == 1 else None


def _only_held_words(gap: str, language: Language) -> bool:
    if any(sign in gap for sign in ".;:"):
        return False
    return _held_words(language.code).issuperset(_WORDS.findall(gap.lower()))


@lru_cache
def _held_words(code: str) -> frozenset[str]:
    """The words that may stand between a session and the month it was held."""
    language = next(language for language in LANGUAGES if language.code == code)
    return frozenset(view(word).lower() for word in language.held)


def _took_place(gap: str, language: Language) -> bool:
    """Whether a session's verb begins the words before a date, and nothing in them has a date of its own."""
    verb = compiled(language.took_place).search(gap)
    if verb is None or len(_WORDS.findall(gap[: verb.start()])) > _BEFORE_VERB:
        return False
    others = (
        *language.received,
        *language.examined,
        *language.observations,
        *language.follow_up,
        *language.requested,
    )
    return not any(sign in gap for sign in ".;:") and not compiled(others).search(gap)


def _share_out(
    found: Sequence[Mention],
    language: Language,
    observed: list[Mention],
    assessed: list[Mention],
    on_report: bool,
) -> None:
    """`on_report`: the sentence before speaks of the follow-up report, "examined it" means that."""
    sentence = found[0].sentence
    follow_up = names_report(sentence, language) and bool(sentence.search(compiled(language.examined)))
    reviewed = bool(sentence.search(_reviewed(language)))
    if _is_to_come(sentence, language):
        return
    if follow_up and reviewed and len(found) > 1:
        ordered = sorted(found, key=lambda mention: mention.number)
        observed.append(ordered[0])
        assessed.append(ordered[-1])
    elif follow_up and not (reviewed and _about_observations(found[0], language)):
        assessed.append(found[0])
    elif reviewed or sentence.search(phrases(language.honour)):
        observed.append(found[0])
    elif on_report and (sentence.search(compiled(language.examined)) or not assessed):
        assessed.append(found[0])


def _reviewed(language: Language) -> Finder:
    """Words for the report reviewed and for what came of it."""
    initial = tuple(word for word in language.initial if " " in word)
    periodic = tuple(word for word in language.periodic if " " in word)
    absence = tuple(row.pattern for row in language.absence)
    return compiled((*language.observations, *periodic, *initial, *absence))


def _about_observations(mention: Mention, language: Language) -> bool:
    """Whether a session is that of the observations, by what is spoken of nearest to it: before it, else behind."""
    text = mention.sentence.prose.text
    before = text[max(mention.sentence.start, mention.start - _FAR_BEFORE) : mention.start]
    adopted = phrases(language.framing.adopted)
    report_words = compiled(own_report_words(language))
    reviewed = [m.end() for finder in (_reviewed(language), adopted) for m in finder.finditer(before)]
    follow_up = [m.end() for m in report_words.finditer(before)]
    if reviewed or follow_up:
        return max(reviewed, default=-1) > max(follow_up, default=-1)
    report = report_words.search(text, mention.end, mention.sentence.end)
    other = _reviewed(language).search(text, mention.end, mention.sentence.end)
    return other is not None and (report is None or other.start() < report.start())
