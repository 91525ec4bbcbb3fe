"""One cycle of the procedure as a page shows it: what was asked, when, what came, what the Committee said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from .. import exports, procedure
from ..deadlines import Deadline, late
from ..models import (
    NOT_ASSESSED,
    NOT_STATED,
    Assessment,
    ConcludingObservations,
    FollowUpReport,
    Letter,
    PartialDate,
    Recommendation,
)
from ..models.observations import ConcludingObservationsQuerySet
from . import sentences
from .passages import excerpt

# One report is named in a sentence of its own: “tercer informe”, but “informes segundo y tercero”.
PERIODIC = [
    gettext_lazy("Initial report"),
    gettext_lazy("Second periodic report"),
    gettext_lazy("Third periodic report"),
    gettext_lazy("Fourth periodic report"),
    gettext_lazy("Fifth periodic report"),
    gettext_lazy("Sixth periodic report"),
    gettext_lazy("Seventh periodic report"),
    gettext_lazy("Eighth periodic report"),
    gettext_lazy("Ninth periodic report"),
    gettext_lazy("Tenth periodic report"),
]
ORDINALS = [
    gettext_lazy("initial"),
    gettext_lazy("second"),
    gettext_lazy("third"),
    gettext_lazy("fourth"),
    gettext_lazy("fifth"),
    gettext_lazy("sixth"),
    gettext_lazy("seventh"),
    gettext_lazy("eighth"),
    gettext_lazy("ninth"),
    gettext_lazy("tenth"),
]


class Event(NamedTuple):
    """A step of the procedure. `late` is how late a report came; `months` is how long the Committee had it."""

    kind: str  # adopted, due, received, examined, letter, next
    when: PartialDate | None
    of: Any
    months: int = 0
    late: str = ""


class Row(NamedTuple):
    """A recommendation with the newest published assessment of it, and the ones before, newest first."""

    recommendation: Recommendation
    assessment: Assessment | None
    earlier: tuple[Assessment, ...] = ()

    @property
    def words(self) -> str:
        return excerpt(self.assessment) if self.assessment else ""

    @property
    def code(self) -> str:
        return self.assessment.grade_code if self.assessment else NOT_ASSESSED[0]


@dataclass
class Cycle:
    """Concluding observations (from `with_cycle`) and the published assessments of their recommendations."""

    observations: ConcludingObservations
    on: date
    assessments: list[Assessment] = field(default_factory=list)  # newest first

    @cached_property
    def standing(self) -> procedure.Standing:
        return procedure.standing(self.observations, self.on)

    @cached_property
    def rows(self) -> list[Row]:
        rounds: dict[int, list[Assessment]] = defaultdict(list)
        for row in self.assessments:
            rounds[row.recommendation_id].append(row)
        recommendations = self.observations.recommendations.all()
        for one in recommendations:
            one.observations = self.observations  # the same ones: nobody need ask for them again
        return [
            Row(one, next(iter(rounds[one.pk]), None), tuple(rounds[one.pk][1:])) for one in recommendations
        ]

    @cached_property
    def clocks(self) -> procedure.Clocks:
        return procedure.clocks(self.observations, self.on)

    @property
    def selected(self) -> str:
        return sentences.selected(len(self.rows), self.observations.held)

    @property
    def stands(self) -> str:
        return sentences.stands(self.standing, self.assessed, len(self.rows))

    @property
    def phrase(self) -> str:
        return sentences.phrase(self.standing)

    @property
    def overdue(self) -> str:
        """How late the report is that has not come; empty where none is overdue."""
        return late(self.standing.months) if self.standing.turn is procedure.Turn.OVERDUE else ""

    @property
    def turn_words(self) -> str:
        return str(sentences.TURNS[self.standing.turn])

    @property
    def paragraphs(self) -> str:
        return _paragraphs([row.recommendation.words for row in self.rows])

    @property
    def codes(self) -> list[str]:
        return [row.code for row in self.rows]

    @property
    def assessed(self) -> int:
        return sum(row.assessment is not None for row in self.rows)

    @property
    def graded(self) -> int:
        return sum(row.code not in (NOT_ASSESSED[0], NOT_STATED[0]) for row in self.rows)

    @property
    def reports(self) -> list[FollowUpReport]:
        return list(self.observations.reports.all())

    @property
    def letters(self) -> list[Letter]:
        letters: list[Letter] = self.observations.published_letters  # type: ignore[attr-defined]  # with_cycle
        for letter in letters:
            letter.state = self.observations.state  # the same State: nobody need ask for it again
        return letters

    @property
    def silent(self) -> Letter | None:
        """The newest letter that assesses; of a recommendation without an assessment it says nothing."""
        return next(iter(reversed([one for one in self.letters if one.kind == Letter.Kind.ASSESSMENT])), None)

    @property
    def title(self) -> str:
        """What the observations are on: Second periodic report."""
        return reports_reviewed(self.observations.reports_reviewed)

    @cached_property
    def events(self) -> list[Event]:
        """In the order of time; a step without a date stays behind the one it follows."""
        placed, last = [], date.min
        for event in self._events():
            last = event.when.first_day if event.when else last
            placed.append((last, event))
        return [event for _, event in sorted(placed, key=lambda pair: pair[0])]

    def _events(self) -> Iterator[Event]:
        observations = self.observations
        yield Event("adopted", observations.held, observations)
        if observations.due:
            yield Event("due", observations.due, observations)
        for n, report in enumerate(self.reports):
            # the due date is that of the first report; what comes later answers a letter
            overrun = None if n else procedure.months_late(observations.due, report.received)
            yield Event("received", report.received, report, late=late(overrun))
        for letter in self.letters:
            examined = examined_in(letter)
            if letter.kind == Letter.Kind.ASSESSMENT and (examined or letter.assessed_session):
                yield Event("examined", examined, letter, waited(letter))
            yield Event("letter", letter.date, letter)
        if self.standing.turn in (procedure.Turn.OVERDUE, procedure.Turn.WITH_COMMITTEE):
            yield Event("next", PartialDate(9999), Deadline(observations, self.on))

    def of_letter(self, letter: Letter) -> list[Assessment]:
        """The assessments in one letter, in its order."""
        return sorted(
            (row for row in self.assessments if row.letter_id == letter.pk), key=lambda row: row.position
        )

    @property
    def missing(self) -> list[str]:
        """What the registry does not hold of this cycle, in sentences."""
        symbol = self.observations.symbol
        blank = [row.recommendation.words for row in self.rows if not row.recommendation.wording]
        silent = [row.recommendation.words for row in self.rows if row.code == NOT_STATED[0]]
        skipped = [row.recommendation.words for row in self.rows if not row.assessment] if self.silent else []
        month = [report for report in self.reports if report.received and report.received.precision != "day"]
        values = {"symbol": symbol, "blank": _paragraphs(blank), "silent": _paragraphs(silent)}
        values["skipped"] = _paragraphs(skipped)
        found = [
            (not self.rows, _("The paragraphs selected in %(symbol)s have not been entered.")),
            (blank, _("The wording of %(blank)s of %(symbol)s has not been entered.")),
            (skipped, _("No letter published so far says anything on %(skipped)s.")),
            (silent, _("The letter states no grade for %(silent)s.")),
            (not self.observations.due, _("No due date is known for the follow-up report on %(symbol)s.")),
            (month, _("The day the report came is not stated in the letter.")),
        ]
        return [sentence % values for applies, sentence in found if applies]

    @cached_property
    def told(self) -> list[tuple[Event, list[Assessment]]]:
        """The events, each letter with its assessments."""
        return [(event, self.of_letter(event.of) if event.kind == "letter" else []) for event in self.events]


def cycles(observations: ConcludingObservationsQuerySet, on: date) -> list[Cycle]:
    """The cycles of some concluding observations, newest first, in a fixed number of queries."""
    found = list(procedure.with_cycle(observations))
    assessments = (
        Assessment.objects.published()
        .filter(recommendation__observations__in=found)
        .select_related("recommendation")
        .newest_first()
    )
    by_observations: dict[int, list[Assessment]] = defaultdict(list)
    for row in exports.quoted(assessments):
        by_observations[row.recommendation.observations_id].append(row)
    result = [Cycle(one, on, by_observations[one.pk]) for one in found]
    return sorted(result, key=lambda cycle: _adopted(cycle.observations), reverse=True)


def newest(observations: ConcludingObservationsQuerySet) -> ConcludingObservationsQuerySet:
    """Of each State only the observations adopted last; one query more."""
    last: dict[str, ConcludingObservations] = {}
    held = observations.select_related("session").only("state", "symbol", "session_held", "session__start")
    for one in held:
        if one.state_id not in last or _adopted(one) > _adopted(last[one.state_id]):
            last[one.state_id] = one
    return ConcludingObservations.objects.filter(pk__in=[one.pk for one in last.values()])


def examined_in(letter: Letter) -> PartialDate | None:
    """The month of the session at which the report was examined: as printed, else from the table."""
    printed: PartialDate | None = letter.assessed_held
    if printed or not letter.assessed_session:
        return printed
    start = letter.assessed_session.start
    return PartialDate(start.year, start.month)


def waited(letter: Letter) -> int:
    """Months between the report's arrival and its examination; 0 where a date is not known."""
    received, examined = letter.report and letter.report.received, examined_in(letter)
    return max(received.months_until(examined), 0) if received and examined else 0


def reports_reviewed(numbers: list[int] | None) -> str:
    """[2] is "Second periodic report", [2, 3] "Combined second and third periodic reports"."""
    if numbers is None:
        return _("Concluding observations")
    if not numbers:
        return _("Review in the absence of a report")
    if len(numbers) == 1:
        known = dict(enumerate(PERIODIC, 1)).get(numbers[0])
        return str(known or _("Periodic report no. %(number)d") % {"number": numbers[0]})
    known_ordinals = dict(enumerate(ORDINALS, 1))
    names = [str(known_ordinals.get(n) or _("%(number)dth") % {"number": n}) for n in numbers]
    return _("Combined %(ordinals)s periodic reports") % {"ordinals": listed(names)}


def listed(words: list[str]) -> str:
    """12, 35 (a) and 47."""
    if len(words) < 2:
        return "".join(words)
    return _("{first} and {last}").format(first=", ".join(words[:-1]), last=words[-1])


def _paragraphs(labels: list[str]) -> str:
    """paragraph 12; paragraphs 12, 35 (a) and 47."""
    words = ngettext("paragraph %(labels)s", "paragraphs %(labels)s", max(len(labels), 1))
    return words % {"labels": listed(labels)}


def _adopted(observations: ConcludingObservations) -> tuple[date, str]:
    held = observations.held
    return (held.first_day if held else date.min, observations.symbol)
