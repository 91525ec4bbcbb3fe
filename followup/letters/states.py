"""From a State's name to its ISO 3166-1 alpha-3 code: whole names only, the longest first, never a guess.

Fuzzy matching gives Nigeria for "Niger"; here a name is in the table or it is not found. Look-alikes
("Guinée équatoriale", the Democratic Republic of the Congo) are known so that they are not taken for
Guinea or the Congo.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .text import Prose, fold

_TOKEN = re.compile(r"\w+")
_BETWEEN = re.compile(r"[ '().,&/-]{0,3}")


@dataclass(frozen=True, slots=True)
class StateNames:
    """A State and its names, each with its language (en, fr, es) and kind (short, formal, former, informal)."""

    iso3: str
    names: tuple[tuple[str, str, str], ...]

    def short(self, language: str) -> str:
        """The name the Committee uses in running text."""
        own = [name for name, lang, kind in self.names if lang == language and kind == "short"]
        return own[0] if own else self.iso3


class Named(NamedTuple):
    """A State's name in a stretch of prose."""

    iso3: str
    start: int
    end: int


Index = Mapping[str, Sequence[tuple[tuple[str, ...], str]]]


def index(states: Iterable[StateNames], look_alikes: Iterable[str]) -> Index:
    """Names by their first word, the longest first. A look-alike has no code."""
    rows: dict[str, dict[tuple[str, ...], str]] = {}
    for name, iso3 in [
        *((name, "") for name in look_alikes),
        *((name, state.iso3) for state in states for name, _, _ in state.names),
    ]:
        words = tuple(_TOKEN.findall(fold(name)))
        if words:
            rows.setdefault(words[0], {}).setdefault(words, iso3)
    return {first: sorted(names.items(), key=lambda row: -len(row[0])) for first, names in rows.items()}


def find_states(prose: Prose, names: Index, start: int = 0, end: int | None = None) -> list[Named]:
    """Every State named in a stretch of prose, in order. A name runs over no other punctuation than its own."""
    text = prose.text
    tokens = [(m[0].casefold(), *m.span()) for m in _TOKEN.finditer(text, start, end or len(text))]
    found, behind = [], 0
    for at, (first, _, _) in enumerate(tokens):
        if first not in names or at < behind:
            continue
        for words, iso3 in names[first]:
            if _stands(text, tokens, at, words):
                own = tokens[at : at + len(words)]
                if iso3 and any(text[low].isupper() for _, low, _ in own):
                    found.append(Named(iso3, own[0][1], own[-1][2]))
                behind = at + len(words)
                break
    return found


def _stands(text: str, tokens: Sequence[tuple[str, int, int]], at: int, words: tuple[str, ...]) -> bool:
    if at + len(words) > len(tokens):
        return False
    for n, word in enumerate(words):
        if tokens[at + n][0] != word:
            return False
        if n and not _BETWEEN.fullmatch(text, tokens[at + n - 1][2], tokens[at + n][1]):
            return False
    return True
