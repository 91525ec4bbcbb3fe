"""Which State a letter is about: by name in the text, by the code in the symbol, and whether the two agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from .knowledge import Knowledge
from .languages import Language
from .paragraphs import Letter, Sentence
from .reading import Found
from .states import find_states
from .symbols import Symbol
from .text import Prose
from .wording import compiled


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
    concerned: set[str] = set()  # named where reports and observations are spoken of
    matter = compiled((*language.observations, *language.periodic, *language.initial, *language.follow_up))
    for sentence in (*frame[:12], *frame[12:][-3:]):
        if sentence.words.isdisjoint(knowledge.names):
            continue
        for found in find_states(sentence.prose, knowledge.names, sentence.start, sentence.end):
            named.append(sentence.prose.found(found.iso3, found.start, found.end))
            if sentence.search(matter):
                concerned.add(found.iso3)
    code = symbol[0].iso3 if symbol else None
    addressed = _addressed(letter, knowledge)
    codes = tuple(dict.fromkeys([*(found.value for found in named), *addressed]))
    if named:
        own = _main(named, code)
        if own.value == code:
            # name and symbol agree: a State named elsewhere is merely mentioned, unless the letter is sent to it
            rivals = {*concerned, *(addressed if own.value not in addressed else ())}
            return StateRead(own, tuple(c for c in codes if c in rivals))
        return StateRead(own, codes)
    if symbol and code in knowledge.codes:
        return StateRead(Found(symbol[0].iso3, symbol[1].ranges), codes)
    return StateRead(None, codes)


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
