"""What the parser knows beside the languages: States, sessions, wordings of grades, as one frozen value.

The default is built from the data files and the language tables. Staff's additions reach the parser as
another value: `Knowledge(states=…, sessions=…, wordings=…)`.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from importlib.resources import files

from .languages import LANGUAGES
from .reading import Grade
from .states import Index, StateNames, index
from .wording import Wording

__all__ = ["DEFAULT", "Grade", "Knowledge", "SessionDates", "StateNames", "Wording"]


@dataclass(frozen=True, slots=True)
class SessionDates:
    """A session of the Committee and its days. The months are certain, the days not always."""

    number: int
    start: date
    end: date
    days_certain: bool = False  # whether the days are known, and not the month alone

    @property
    def months(self) -> tuple[str, str]:
        """The months in which it began and ended, YYYY-MM."""
        return self.start.isoformat()[:7], self.end.isoformat()[:7]


def _rows(name: str) -> list[dict[str, str]]:
    text = files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _look_alikes() -> tuple[str, ...]:
    return tuple(row["name"] for row in _rows("look_alikes.csv"))


@dataclass(frozen=True)
class Knowledge:
    """States, sessions and wordings. `today` fixes the day that "in the future" is measured from.

    `look_alikes` are names that hold a State's name and are not that State ("Guinée équatoriale").
    """

    states: tuple[StateNames, ...]
    sessions: tuple[SessionDates, ...]
    wordings: tuple[Wording, ...]
    look_alikes: tuple[str, ...] = field(default_factory=_look_alikes)
    today: date | None = None

    @cached_property
    def names(self) -> Index:
        """The States' names, ready for looking up."""
        return index(self.states, self.look_alikes)

    @cached_property
    def name_words(self) -> frozenset[str]:
        """The longest word of each name: where none of them stands, no State is named."""
        return frozenset(
            max(words, key=len) for names in self.names.values() for words, iso3 in names if iso3
        )

    @cached_property
    def by_code(self) -> Mapping[str, StateNames]:
        """The States by code; of several rows of one code the first."""
        return {state.iso3: state for state in reversed(self.states)}

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes of all known States."""
        return frozenset(self.by_code)

    @cached_property
    def by_number(self) -> Mapping[int, SessionDates]:
        """The sessions by number."""
        return {session.number: session for session in self.sessions}

    def name(self, iso3: str, language: str = "en") -> str:
        """A State's short name, for messages; the code itself where it is not known."""
        state = self.by_code.get(iso3)
        return state.short(language) if state else iso3


def _default() -> Knowledge:
    more: dict[str, list[tuple[str, str, str]]] = {}
    for row in _rows("names.csv"):
        more.setdefault(row["iso3"], []).append((row["name"], row["language"], row["kind"]))
    states = tuple(
        StateNames(
            row["iso3"],
            (
                *((row[f"name_{lang}"], lang, "short") for lang in ("en", "fr", "es")),
                *more.get(row["iso3"], ()),
            ),
        )
        for row in _rows("states.csv")
    )
    sessions = tuple(
        SessionDates(
            int(row["number"]),
            date.fromisoformat(row["start"]),
            date.fromisoformat(row["end"]),
            row["days_certain"] == "yes",
        )
        for row in _rows("sessions.csv")
    )
    return Knowledge(states, sessions, tuple(row for language in LANGUAGES for row in language.wordings))


DEFAULT: Knowledge = _default()
"""The knowledge of the data files and language tables."""
