"""The turns of phrase around a grade, a language's words put into regular expressions once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from .languages import LANGUAGES, Language
from .wording import choice

# labels that head other things than a grade: with them, words outside the table say nothing
_LOOSE_LABELS = frozenset({
    "recommendation", "implementation", "conclusion", "result", "outcome", "finding", "recommandation", "mise en œuvre",
    "résultat", "note", "recomendación", "aplicación", "conclusión", "resultado",
})  # fmt: skip
_NOTHING_TAKEN_BACK = r"(?:.{0,6}) (?:light|view|period|regard|lumiere|ce jour|la fecha|luz)\b|date\b| date\b"


@dataclass(frozen=True, slots=True)
class Clauses:
    """One language's patterns.

    `takes_object`: "the recommendation" behind a verb; `except_for`: "but not paragraph";
    `limit`: what takes back part of a grade; `place`: what
    looks like a limit and is none; `label`: "Assessment:"; `odd_label`: the same with words of no table;
    `verdict`: a recommendation, an auxiliary and the words behind it; `lead`: auxiliaries and fillers; `said_of`:
    the auxiliary behind a bare number; `means`: how something was done; `urging`: what the Committee asks for, for messages.
    """

    takes_object: re.Pattern[str]
    except_for: re.Pattern[str]
    limit: re.Pattern[str]
    place: re.Pattern[str]
    label: re.Pattern[str]
    odd_label: re.Pattern[str]
    verdict: re.Pattern[str]
    lead: re.Pattern[str]
    said_of: re.Pattern[str]
    urging: re.Pattern[str]
    dangling: re.Pattern[str]
    means: re.Pattern[str]
    set_against: re.Pattern[str]
    takes_none: re.Pattern[str]


def clauses(language: Language) -> Clauses:
    """The patterns of a language, made once."""
    return _clauses(language.code)


@lru_cache
def _clauses(code: str) -> Clauses:
    language = next(language for language in LANGUAGES if language.code == code)
    recommendation, auxiliary = choice(language.recommendation), choice(language.auxiliaries)
    speech = language.speech
    determiners, negations = choice(speech.determiners), choice(speech.negations)
    strict = choice(word for word in language.labels if word not in _LOOSE_LABELS)

    def ready(pattern: str) -> re.Pattern[str]:
        return re.compile(pattern, re.IGNORECASE)

    return Clauses(
        takes_object=ready(
            rf" (?:(?:(?:{determiners})(?: |(?<='))){{0,4}}(?:{recommendation})\b"
            rf"|(?:{choice(speech.stand_ins)}) (?:{choice(speech.contained)})(?!\w))"
        ),
        except_for=ready(
            rf"[ ,]{{1,3}}(?:{choice(speech.contrasts)}) (?P<words>(?:{negations})(?!\w))"
            rf"(?: [a-z']{{1,12}}){{0,5}} (?={recommendation}|{choice(language.paragraph)})"
        ),
        limit=ready(rf" (?:{choice(language.limits)})(?!\w)"),
        place=ready(rf" (?:[a-z']{{1,6}} )?(?:{choice(language.paragraph)})|{_NOTHING_TAKEN_BACK}"),
        label=ready(rf"\W{{0,3}}(?:the )?(?:{choice(language.labels)})(?!\w)[^.;]{{0,60}}[:|-]\W{{0,3}}"),
        odd_label=ready(
            rf"\W{{0,3}}(?:the )?(?:{strict})(?!\w)[^.;:]{{0,40}}:\W{{0,3}}(?P<words>[^.;:]{{1,60}})[.\])]{{0,3}}$"
        ),
        verdict=ready(
            rf"(?<!\w)(?:{recommendation})(?!\w)[^.;:]{{0,140}}? (?:{auxiliary}) "
            r"(?P<words>[^.,;:()]{3,80})(?=[.,;:()]|$)"
        ),
        lead=ready(rf"(?:(?:{choice((*language.auxiliaries, *language.fillers))}) ){{0,4}}"),
        said_of=ready(
            rf" (?:(?:of|de|del) [a-z ]{{3,40}} )?(?:{choice((*language.auxiliaries, *speech.negations))})(?!\w)"
        ),
        urging=ready(rf"(?<!\w)(?:{choice(language.urges)})(?!\w)(?: [^\s.,;:()]{{1,30}}){{2,9}}"),
        takes_none=ready(
            rf" (?:(?:{determiners}|{choice(speech.of)})(?: |(?<='))){{0,5}}(?:{recommendation})\b"
        ),
        set_against=ready(rf"(?<!\w)(?:{choice(speech.contrasts)}),? (?:{negations})(?!\w)"),
        means=ready(rf" (?:(?:{choice(language.telling.means)})(?!\w)|(?:in|en) (?:19|20)[0-9]{{2}})"),
        dangling=ready(rf" (?:{choice(language.dangling)})$"),
    )
