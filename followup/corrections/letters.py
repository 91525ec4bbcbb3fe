"""Corrections of a letter: what it is, its State and observations, its dates, sessions and what it asked for."""

from __future__ import annotations

from typing import Any

from .. import changes, procedure
from ..letters import locate
from ..models import (
    ConcludingObservations,
    FollowUpReport,
    Letter,
    PartialDate,
    Recommendation,
    Session,
    claim,
)
from . import values as read
from .observations import belongs
from .recommendations import find_or_add, remove_unused
from .rules import Act, Rules, Values, taken
from .values import Field, Refused, iso

# where the letter's record has the values, so that it says what stands
PATHS = {
    "kind": "kind",
    "language": "language",
    "reference": "reference",
    "date": "date",
    "state": "state",
    "observations": "concluding_observations.symbol",
    "report": "follow_up_report.symbol",
    "assessed_session": "assessed.session",
    "assessed_held": "assessed.session_held",
    "paragraphs": "request.paragraphs",
    "months": "request.months",
}
# printed as they are stored, so that a new value can be looked for in the letter
_PRINTED = {"reference", "observations", "report"}


class LetterRules(Rules):
    model = Letter
    related = ("state", "observations__state", "report", "assessed_session")
    fields = {
        "state": Field(read.state, lambda row: row.state, "state"),
        "observations": Field(
            read.observations_symbol,
            lambda row: row.observations.symbol if row.observations else "",
            help="The observations this letter is about; its assessments move along.",
        ),
        "kind": Field(read.kind, lambda row: row.kind, "kind"),
        "reference": Field(read.line(100), lambda row: row.reference),
        "date": Field(read.date, lambda row: row.date),
        "language": Field(read.language, lambda row: row.language, "language"),
        "report": Field(
            read.report_symbol,
            lambda row: row.report.symbol if row.report else "",
            help="Its symbol. Another symbol or date of the same report is corrected in the report.",
        ),
        "assessed_session": Field(read.session, lambda row: row.assessed_session, "session"),
        "assessed_held": Field(read.date, lambda row: row.assessed_held),
        "paragraphs": Field(read.paragraphs, lambda row: _of_record(row, "paragraphs") or []),
        "months": Field(read.months, lambda row: _of_record(row, "months"), help="As this letter says."),
    }

    def refuse(self, record: Any, values: Values, changed: set[str]) -> None:
        if not record.published:
            raise Refused("", "Only what is public is corrected: this letter is not published.")
        if values["date"] is None:
            raise Refused("date", "A published letter has a date.")
        assessed = record.assessments.exists()
        if assessed and values["kind"] != Letter.Kind.ASSESSMENT:
            raise Refused("kind", "This letter assesses recommendations: it is an assessment.")
        if not assessed and values["kind"] == Letter.Kind.ASSESSMENT:
            raise Refused("kind", "This letter assesses nothing: it is no assessment.")
        same = Letter.objects.published().filter(reference=values["reference"], date=values["date"])
        if values["reference"] and taken(same, record):
            raise Refused("reference", "A letter with this reference and date is published already.")
        if changed & {"state", "observations"}:
            belongs(values["observations"], values["state"], "observations")
        if "report" in changed and values["report"]:
            _report(values)

    def write(self, record: Any, values: Values, changed: set[str], act: Act) -> None:
        before = record.observations
        for name in changed & {"state", "kind", "reference", "date", "language", "assessed_session"}:
            setattr(record, name, values[name])
        record.assessed_held = values["assessed_held"]
        if "report" in changed:
            record.report = _report(values) if values["report"] else None
        record.record = _put(record, values, changed)
        if changed & {"reference", "date", "state"}:
            record.slug = record.free_slug()
        if "observations" in changed:
            record.observations = _find_or_add(record, values, act)
        act.write(record)
        if "observations" in changed:
            _move(record, before, record.observations, act)
        if "paragraphs" in changed:
            _ask(record.observations, values["paragraphs"], act)


def _of_record(letter: Letter, name: str) -> Any:
    return (letter.record.get("request") or {}).get(name)


def _put(letter: Letter, values: Values, changed: set[str]) -> dict[str, Any]:
    """The letter's record with the new values and their places; the reading is left alone."""
    record = {**letter.record, "spans": dict(letter.record.get("spans") or {})}
    for name in changed:
        part, _, key = PATHS[name].rpartition(".")
        value = iso(values[name]) or ([] if name == "paragraphs" else None)
        if part:
            record[part] = {**(record.get(part) or {}), key: value}
        else:
            record[key] = value
        places = locate(letter.text, str(value)) if name in _PRINTED and value else ()
        record["spans"].pop(PATHS[name], None)
        if places:
            record["spans"][PATHS[name]] = [list(place) for place in places]
    return record


def _report(values: Values) -> FollowUpReport:
    found = FollowUpReport.objects.filter(symbol=values["report"]).select_related("observations").first()
    if found is None or found.observations.symbol != values["observations"]:
        raise Refused(
            "report",
            f"No follow-up report {values['report']} on {values['observations']} is in the registry. "
            "Add it first, or correct the symbol of the report that is here.",
        )
    return found


def _find_or_add(letter: Letter, values: Values, act: Act) -> ConcludingObservations:
    """The observations of a symbol; made from what the letter says of them where the registry has none yet."""
    found = ConcludingObservations.objects.filter(symbol=values["observations"]).first()
    if found:
        return found
    said = letter.record.get("concluding_observations") or {}
    request = letter.record.get("request") or {}
    found = ConcludingObservations(
        state=values["state"],
        symbol=values["observations"],
        reports_reviewed=said.get("reports"),
        session=Session.objects.filter(pk=said.get("session") or 0).first(),
        session_held=PartialDate.parse(said["session_held"]) if said.get("session_held") else None,
        months=request.get("months"),
    )
    printed = PartialDate.parse(request["due"]) if request.get("due") else None
    found.due, found.due_basis = procedure.deadline(found.held, found.months, printed)
    act.write(found)
    return found


def _move(letter: Letter, before: ConcludingObservations, after: ConcludingObservations, act: Act) -> None:
    """File the letter's assessments and its report under its other observations, each with an entry in the log."""
    for assessment in letter.assessments.select_related("recommendation__observations__state"):
        was, about = assessment.recommendation, changes.subject(assessment)
        moved = claim(assessment, assessment.version)
        moved.recommendation = find_or_add(after, was.label, act)
        act.write(moved)
        symbols = {"observations": before.symbol}, {"observations": after.symbol}
        act.log(about._replace(recommendation=moved.recommendation), *symbols)
    report = letter.report
    if report and report.observations_id == before.pk and not report.letters.exclude(pk=letter.pk).exists():
        moved_report = claim(report, report.version)
        moved_report.observations = after
        act.write(moved_report)
    for label in _of_record(letter, "paragraphs") or []:
        if not _met(after, label):
            find_or_add(after, label, act)
    if not before.letters.exists():
        remove_unused(before.recommendations.select_related("observations"), act)


def _ask(observations: ConcludingObservations, labels: list[str], act: Act) -> None:
    """A recommendation for each paragraph asked about; none for one that was only misread."""
    for label in labels:
        if not _met(observations, label):
            find_or_add(observations, label, act)
    remove_unused(observations.recommendations.exclude(label__in=labels).select_related("observations"), act)


def _met(observations: ConcludingObservations, label: str) -> bool:
    """A request for paragraph 40 is met by 40 (a) and 40 (b)."""
    return (
        label.isdigit() and Recommendation.objects.filter(observations=observations, paragraph=label).exists()
    )
