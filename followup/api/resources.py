"""What the API gives: each list by its filter and its table, and how one record of it is found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from .. import exports, parameters
from ..exports import Column, Context, Table
from ..filters import LISTS, ListFilter
from ..letters import withheld
from ..models import Letter
from ..parameters import Known

HIDDEN = "█"  # in place of each character of a name or an address, so that every span still fits


@dataclass(frozen=True, slots=True)
class Resource:
    """One list. `path` is the address of one record below it, `lookup` the columns that it names."""

    name: str
    about: str
    path: str = ""
    lookup: tuple[str, ...] = ()
    more: tuple[Column, ...] = ()  # columns that only one record has, not the list
    known: Callable[[], Mapping[str, Known]] | None = None  # for the nearest to what was asked for
    of_letter: tuple[str, ...] = ()  # the same parts as columns of a letter, which may have been withdrawn

    @property
    def filter(self) -> type[ListFilter]:
        return LISTS[self.name]

    @property
    def table(self) -> Table:
        return exports.TABLES[self.name]

    def records(self, keys: list[Any], context: Context) -> list[dict[str, Any]]:
        """Some records of the list, in the order of their keys."""
        return [self.table.record(row) for row in self.table.fetch(keys, context)]

    def record(self, key: Any, context: Context) -> dict[str, Any] | None:
        """One record with all that is told of it; None where it was withdrawn this moment."""
        for row in self.table.fetch([key], context):
            return self.table.record(row) | {column.name: column.value(row) for column in self.more}
        return None


def public_text(letter: Letter) -> str:
    """The letter's text, as long as it is stored, with names and addresses blacked out."""
    characters = list(letter.text)
    for start, end in withheld(letter.text, exports.names(letter)):
        for place in range(start, end):
            if not characters[place].isspace():
                characters[place] = HIDDEN
    return "".join(characters)


def _keyed(paths: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    return "/".join(paths), tuple(paths.values())


_ASSESSED = "assessments__recommendation__"
_ASSESSES = (f"{_ASSESSED}observations__state", f"{_ASSESSED}observations__slug", f"{_ASSESSED}slug")
STATE, OBSERVATIONS, PARAGRAPH = "<part:state>", "<part:observations>", "<part:paragraph>"

RESOURCES = [
    Resource(
        "states",
        "The States that the registry knows, with and without follow-up.",
        *_keyed({STATE: "pk"}),
        known=parameters.states,
    ),
    Resource(
        "observations",
        "Concluding observations with follow-up, and where each stands today.",
        *_keyed({STATE: "state", OBSERVATIONS: "slug"}),
        of_letter=("observations__state", "observations__slug"),
    ),
    Resource(
        "recommendations",
        "Recommendations selected for follow-up, each with its newest assessment.",
        *_keyed(
            {STATE: "observations__state", OBSERVATIONS: "observations__slug", PARAGRAPH: "slug"},
        ),
        of_letter=_ASSESSES,
    ),
    Resource(
        "assessments",
        "Assessments: every round of every recommendation.",
        *_keyed(
            {
                STATE: "recommendation__observations__state",
                OBSERVATIONS: "recommendation__observations__slug",
                PARAGRAPH: "recommendation__slug",
                "<part:letter>": "letter__slug",
            }
        ),
        of_letter=(*_ASSESSES, "slug"),
    ),
    Resource(
        "letters",
        "Letters of the Committee.",
        *_keyed({"<part:letter>": "slug"}),
        of_letter=("slug",),
        more=(
            Column(
                "text",
                lambda row: public_text(row.letter),
                "The letter, names and addresses blacked out; every span counts its characters.",
            ),
        ),
    ),
    Resource("deadlines", "Follow-up that is open: who is waited for, and since when."),
    Resource("sessions", "Sessions of the Committee.", *_keyed({"<number:session>": "pk"})),
    Resource("themes", "The thesaurus of migrant workers’ rights.", *_keyed({"<part:theme>": "pk"})),
    Resource(
        "changes",
        "The public log: what was published, corrected or withdrawn, newest first.",
        *_keyed({"<number:change>": "pk"}),
    ),
]
