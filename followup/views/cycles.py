"""One cycle of the procedure as a page shows it: what was asked, when, what came, what the Committee said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from .. import procedure
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
from .passages import excerpt

ORDINALS = ["initial", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]


class Event(NamedTuple):
    """A step of the procedure. `months` is how late a report came, or how long the Committee had it."""

    kind: str  # adopted, due, received, examined, letter
    when: PartialDate | None
    of: Any
    months: int = 0


class Row(NamedTuple):
    """A recommendation with the newest published assessment of it."""

    recommendation: Recommendation
    assessment: Assessment | None

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
        newest = {row.recommendation_id: row for row in reversed(self.assessments)}
        return [Row(one, newest.get(one.pk)) for one in self.observations.recommendations.all()]

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
    def title(self) -> str:
        """Second periodic report, CMW/C/TJK/CO/2."""
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
            late = 0 if n else procedure.months_late(observations.due, report.received)
            yield Event("received", report.received, report, late)
        for letter in self.letters:
            examined = examined_in(letter)
            if letter.kind == Letter.Kind.ASSESSMENT and (examined or letter.assessed_session):
                yield Event("examined", examined, letter, waited(letter))
            yield Event("letter", letter.date, letter)

    def of_letter(self, letter: Letter) -> list[Assessment]:
        """The assessments in one letter, in its order."""
        return sorted(
            (row for row in self.assessments if row.letter_id == letter.pk), key=lambda row: row.position
        )

    @property
    def missing(self) -> list[str]:
        """What the registry does not hold of this cycle, in sentences."""
        symbol = self.observations.symbol
        blank = [row.recommendation.label for row in self.rows if not row.recommendation.wording]
        silent = [row.recommendation.label for row in self.rows if row.code == NOT_STATED[0]]
        month = [report for report in self.reports if report.received and report.received.precision != "day"]
        found = [
            (not self.rows, f"The paragraphs selected in {symbol} have not been entered."),
            (blank, f"The wording of {_paragraphs(blank)} of {symbol} has not been entered."),
            (silent, f"The letter states no grade for {_paragraphs(silent)}."),
            (not self.observations.due, f"No due date is known for the follow-up report on {symbol}."),
            (month, "The day the report came is not stated in the letter."),
        ]
        return [sentence for applies, sentence in found if applies]

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
        .select_related("letter__state", "recommendation")
        .defer("letter__text")
        .newest_first()
    )
    by_observations: dict[int, list[Assessment]] = defaultdict(list)
    for row in assessments:
        by_observations[row.recommendation.observations_id].append(row)
    result = [Cycle(one, on, by_observations[one.pk]) for one in found]
    return sorted(result, key=lambda cycle: _adopted(cycle.observations), reverse=True)


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
        return "Concluding observations"
    if not numbers:
        return "Review in the absence of a report"
    if numbers == [1]:
        return "Initial report"
    names = [ORDINALS[n - 1] if 0 < n <= len(ORDINALS) else f"{n}th" for n in numbers]
    if len(names) == 1:
        return f"{names[0].capitalize()} periodic report"
    return f"Combined {', '.join(names[:-1])} and {names[-1]} periodic reports"


def _paragraphs(labels: list[str]) -> str:
    """paragraph 12; paragraphs 12, 35 (a) and 47."""
    if len(labels) < 2:
        return f"paragraph {''.join(labels)}"
    return f"paragraphs {', '.join(labels[:-1])} and {labels[-1]}"


def _adopted(observations: ConcludingObservations) -> tuple[date, str]:
    held = observations.held
    return (held.first_day if held else date.min, observations.symbol)
