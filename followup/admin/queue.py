"""The staff's queue: what waits for a person, what happened last, and whose turn it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.db.models import Q
from django.utils import timezone

from .. import intake
from ..intake.problems import Known, Problem
from ..models import Change, ConcludingObservations, Correction, Letter, ProblemReport, Rereading
from .review import anchor_of

SHOWN = 25
WHO = {"": "All", "mine": "Mine", "free": "Free", "others": "Others’"}
WHAT = {
    "": "Everything",
    "drafts": "Drafts",
    "flags": "Flags",
    "reports": "Problem reports",
    "changes": "Recently changed",
    "overdue": "Overdue",
}


class Choice(NamedTuple):
    """One way to narrow the queue down; `number` is None where everything is shown."""

    label: str
    number: int | None
    address: str
    chosen: bool


@dataclass(slots=True)
class Draft:
    """A draft, and what keeps it from being published."""

    letter: Letter
    waiting: list[Problem]
    holder: Any


class Open(NamedTuple):
    """One flag that nobody has settled, and the address of its field."""

    letter: Letter
    problem: Problem
    anchor: str


@dataclass(slots=True)
class Queue:
    """What the dashboard shows; a list that is not asked for is empty."""

    who: str
    what: str
    counts: dict[str, int]
    whose: list[Choice]
    kinds: list[Choice]
    drafts: list[Draft] = field(default_factory=list)
    flags: list[Open] = field(default_factory=list)
    reports: list[ProblemReport] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    overdue: list[tuple[ConcludingObservations, int]] = field(default_factory=list)

    def shows(self, what: str) -> bool:
        return self.what in ("", what)

    @property
    def clear(self) -> bool:
        """Whether nothing waits for anybody."""
        return not any(self.counts[what] for what in ("drafts", "reports", "corrections", "rereadings"))

    @property
    def more(self) -> int:
        """Drafts beyond those shown."""
        return max(self.counts[f"drafts {self.who}".strip()] - len(self.drafts), 0)

    @property
    def show_drafts(self) -> bool:
        return self.shows("drafts")

    @property
    def show_flags(self) -> bool:
        return self.shows("flags")

    @property
    def show_reports(self) -> bool:
        return self.shows("reports")

    @property
    def show_changes(self) -> bool:
        return self.shows("changes")

    @property
    def show_overdue(self) -> bool:
        return self.shows("overdue")


def queue(user: Any, asked: Mapping[str, str]) -> Queue:
    """The queue of a member of staff; `asked` may narrow it down by `who` and `what`."""
    today = timezone.localdate()
    who = asked.get("who", "") if asked.get("who", "") in WHO else ""
    what = asked.get("what", "") if asked.get("what", "") in WHAT else ""
    mine, others = intake.held() & Q(claimed_by=user), intake.held() & ~Q(claimed_by=user)
    whose = {"": Q(), "mine": mine, "free": ~intake.held(), "others": others}
    drafts = Letter.objects.drafts()
    overdue = ConcludingObservations.objects.public().overdue(today)
    reports = ProblemReport.objects.unanswered()
    counts = {f"drafts {name}".strip(): drafts.filter(own).count() for name, own in whose.items()}
    counts |= {"reports": reports.count(), "overdue": overdue.count()}
    counts |= {"corrections": Correction.objects.waiting().count()}
    counts |= {"rereadings": Rereading.objects.to_decide().count()}
    waiting = _drafts(drafts.filter(whose[who]))
    flags = [Open(one.letter, flag, anchor_of(flag.field)) for one in waiting for flag in one.waiting]
    counts["flags"] = len(flags)
    found = Queue(who, what, counts, *_choices(who, what, counts), drafts=waiting, flags=flags)
    if found.shows("reports"):
        found.reports = list(reports.select_related("state")[:SHOWN])
    if found.shows("changes"):
        found.changes = list(Change.objects.newest_first().select_related("state")[:10])
    if found.shows("overdue"):
        found.overdue = _overdue(overdue, today)
    return found


def _choices(who: str, what: str, counts: dict[str, int]) -> tuple[list[Choice], list[Choice]]:
    def address(**asked: str) -> str:
        return "?" + urlencode({name: value for name, value in asked.items() if value})

    whose = [
        Choice(label, counts[f"drafts {name}".strip()], address(who=name, what=what), name == who)
        for name, label in WHO.items()
    ]
    kinds = [
        Choice(label, counts.get(name), address(who=who, what=name), name == what)
        for name, label in WHAT.items()
    ]
    return whose, kinds


def _drafts(drafts: Any) -> list[Draft]:
    """The oldest drafts with what keeps each from being published; the text is not needed for that."""
    letters = list(
        drafts.defer("text")
        .select_related("state", "claimed_by", "added_by")
        .order_by("added_at", "pk")[:SHOWN]
    )
    known = Known.of(letters)
    return [Draft(letter, intake.waiting(letter, known), intake.holder(letter)) for letter in letters]


def _overdue(observations: Any, today: date) -> list[tuple[ConcludingObservations, int]]:
    """Those that wait longest first, with the months they are late."""
    rows = observations.select_related("state", "session").order_by("due", "pk")[:SHOWN]
    return [(row, row.due.months_past(today) if row.due else 0) for row in rows]
