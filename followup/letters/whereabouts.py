"""Which State a letter is about: by name in the text, by the code in the symbol, and whether the two agree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from .knowledge import Knowledge
from .languages import LANGUAGES, Language
from .paragraphs import Letter, Sentence
from .reading import Found
from .states import Named, find_states
from .symbols import Symbol
from .text import Prose
from .wording import Finder, compiled

_OF = re.compile(
    r"(?: ?\([^)]{1,40}\))?,? (?:of|on|concerning|regarding|by|from|de|du|des|d'|sur|concernant|del|sobre|"
    r"relativ[a-z]{1,3} a)"
    r"(?: ?(?:the|la|le|les|l'|el|los|las|situation in|situacion en|situation en|situation au))* ?",
    re.IGNORECASE,
)
_OWN = re.compile(r"'s? ")
_FAR = 110
_NEAR = 40


@dataclass(frozen=True, slots=True)
class StateRead:
    """The State and its place; the codes of all States that the letter could be about instead, and its own."""

    state: Found[str] | None
    named: tuple[str, ...] = ()


def find_state(
    letter: Letter,
    frame: Sequence[Sentence],
    symbol: tuple[Symbol, Found[str]] | None,
    knowledge: Knowledge,
    language: Language,
) -> StateRead:
    """The State named in the frame; where none is, the one of the symbol.

    A name wins over a code: a wrong symbol is the likelier slip, and the difference is flagged.
    """
    named: list[Found[str]] = []
    spoken: list[
        tuple[set[str], set[str]]
    ] = []  # of each sentence: the States named, those whose matter it is
    for sentence in (*frame[:12], *frame[12:][-3:]):
        if sentence.words.isdisjoint(knowledge.name_words):
            continue
        found = find_states(sentence.prose, knowledge.names, sentence.start, sentence.end)
        named += (sentence.prose.found(state.iso3, state.start, state.end) for state in found)
        matter = {state.iso3 for state in found if _is_matter(sentence, state, language)}
        spoken.append(({state.iso3 for state in found}, matter))
    code = symbol[0].iso3 if symbol else None
    addressed = _addressed(letter, knowledge)
    codes = tuple(dict.fromkeys([*(found.value for found in named), *addressed]))
    if named:
        own = _main(named, code)
        if own.value == code:
            # name and symbol agree: a State named elsewhere is merely mentioned, unless the letter is sent to it,
            # and so are several others in one sentence: "the reports of Benin and Niger"
            rivals = set(addressed if own.value not in addressed else ())
            for states, matter in spoken:
                rivals |= matter if own.value in states or len(states) == 1 else set()
            return StateRead(own, tuple(c for c in codes if c in rivals))
        return StateRead(own, codes)
    if symbol and code in knowledge.codes:
        return StateRead(Found(symbol[0].iso3, symbol[1].ranges), codes)
    return StateRead(None, codes)


def _is_matter(sentence: Sentence, state: Named, language: Language) -> bool:
    """Whether a report or observations are said to be a State's: "the report of Mali", "Mali's report"."""
    text = sentence.prose.text
    finder = _matters(language.code)
    if not finder.may_stand_in(sentence.words):
        return False
    low = max(sentence.start, state.start - _FAR)
    if any(_OF.fullmatch(text, m.end(), state.start) for m in finder.finditer(text, low, state.start)):
        return True
    own = _OWN.match(text, state.end, sentence.end)
    return (
        own is not None and finder.search(text, own.end(), min(sentence.end, own.end() + _NEAR)) is not None
    )


@lru_cache
def _matters(code: str) -> Finder:
    """The words for what may be a State's: its reports, and the observations on them."""
    language = next(language for language in LANGUAGES if language.code == code)
    return compiled((*language.observations, *language.periodic, *language.initial, *language.follow_up))


def _main(named: Sequence[Found[str]], code: str | None) -> Found[str]:
    """The State most spoken of in the frame; of two, the one the symbol bears out, else the first."""
    counts = Counter(found.value for found in named)
    most = counts.most_common(1)[0][1]
    leading = [found for found in named if counts[found.value] == most]
    return next((found for found in leading if found.value == code), leading[0])


def _addressed(letter: Letter, knowledge: Knowledge) -> list[str]:
    """The States named in the address blocks."""
    found = []
    for address in letter.addresses:
        prose = Prose.of(letter.text, letter.plain_all, [address.range])
        found += [state.iso3 for state in find_states(prose, knowledge.names)]
    return list(dict.fromkeys(found))
