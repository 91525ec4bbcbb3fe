"""The rows that a letter brings to the public tables: one function a table, each finds or makes its row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils import timezone

from .. import procedure
from ..letters import parse_reference, parse_symbol
from ..models import (
    Assessment,
    ConcludingObservations,
    FollowUpReport,
    Letter,
    PartialDate,
    Recommendation,
    Session,
)
from .record import Record, row_path, value


@dataclass(slots=True)
class Change:
    """What publishing does to one record.

    kind: new, changed (blank values filled) or unchanged. `values` holds (name, before, after) of what is
    written; `kept` (name, what stands, what the letter says) where the registry holds another value: it stays.
    """

    kind: str
    what: str
    values: list[tuple[str, Any, Any]] = field(default_factory=list)
    kept: list[tuple[str, Any, Any]] = field(default_factory=list)
    path: str = ""
    instance: Any = None


def write(letter: Letter, *, by: Any) -> Iterator[Change]:
    """Write the rows that a letter brings, in the order of the procedure; inside a transaction, through the door."""
    record = letter.record
    reason = f"Read from {letter}."
    observations = _observations(letter, record)
    yield from _apply(observations, by, reason)
    recommendations: dict[str, Recommendation] = {}
    for label in _labels(record):
        change = _recommendation(observations.instance, label)
        recommendations[label] = change.instance
        yield from _apply(change, by, reason)
    report = _report(observations.instance, record)
    if report:
        yield from _apply(report, by, reason)
    yield _publish_row(letter, observations.instance, report.instance if report else None)
    for index, row in enumerate(record["assessments"]):
        yield from _apply(_assessment(letter, index, row, recommendations), by, reason)


def _observations(letter: Letter, record: Record) -> Change:
    symbol = parse_symbol(value(record, "concluding_observations.symbol") or "")
    text = symbol.text if symbol else ""
    session = Session.objects.filter(pk=value(record, "concluding_observations.session")).first()
    wanted = {
        "reports_reviewed": value(record, "concluding_observations.reports"),
        "session": session,
        "session_held": _date(record, "concluding_observations.session_held"),
        "months": value(record, "request.months"),
    }
    row = ConcludingObservations.objects.select_related("session").filter(symbol=text).first()
    change = _compare(row or ConcludingObservations(symbol=text, state=letter.state), wanted)
    stands = change.instance
    due = procedure.deadline(stands.held, stands.months, _date(record, "request.due"))
    if due[0] and (not stands.due or (due[1] == "printed" and stands.due_basis == "computed")):
        change.values.append(("due", stands.due, due[0]))
        change.values.append(("due_basis", stands.due_basis, due[1]))
        stands.due, stands.due_basis = due
        if change.kind != "new":
            change.kind = "changed"
    change.what, change.path = f"Concluding observations {text}", "concluding_observations.symbol"
    return change


def _labels(record: Record) -> list[str]:
    """Paragraphs that get a recommendation: each one assessed, and each one requested that no passage meets.

    A request for paragraph 40 is met by passages on 40 (a) and 40 (b).
    """
    assessed = [row["paragraph"] for row in record["assessments"]]
    met = {reference.number for label in assessed if (reference := parse_reference(label))}
    asked = [
        label
        for label in value(record, "request.paragraphs") or []
        if label not in assessed and not (label.isdigit() and int(label) in met)
    ]
    references = [reference for label in assessed + asked if (reference := parse_reference(label))]
    return [reference.label for reference in sorted(references, key=lambda reference: reference.sort_key)]


def _recommendation(observations: ConcludingObservations, label: str) -> Change:
    parts = Recommendation.fields_of(label)
    row = None if observations.pk is None else observations.recommendations.filter(**parts).first()
    change = _compare(row or Recommendation(observations=observations, **parts), {})
    change.what, change.path = f"Recommendation: paragraph {label}", "request.paragraphs"
    return change


def _report(observations: ConcludingObservations, record: Record) -> Change | None:
    if value(record, "follow_up_report") is None:
        return None
    symbol = parse_symbol(value(record, "follow_up_report.symbol") or "")
    text = symbol.text if symbol else (value(record, "follow_up_report.symbol") or "")
    received = _date(record, "follow_up_report.received")
    if not text and not received:
        return None
    row = FollowUpReport.objects.filter(symbol=text).first() if text else None
    if not row and observations.pk:
        same = observations.reports.all()
        # without a symbol the date is all there is to know the report by; with one, a row that lacks it may be it
        row = same.filter(symbol="", received=received).first() or (same.first() if not text else None)
    change = _compare(
        row or FollowUpReport(observations=observations), {"symbol": text or None, "received": received}
    )
    change.what, change.path = f"Follow-up report {text}".strip(), "follow_up_report.symbol"
    return change


def _assessment(
    letter: Letter, index: int, row: Record, recommendations: dict[str, Recommendation]
) -> Change:
    reference = parse_reference(row["paragraph"])
    label = reference.label if reference else row["paragraph"]
    number = row.get("read")
    spans = letter.record["spans"]
    keys = ("paragraph", "grade", "grade_phrase", "text")
    assessment = Assessment(
        letter=letter,
        recommendation=recommendations[label],
        position=index,
        grade=row["grade"],
        grade_phrase=row["grade_phrase"] or "",
        text=row["text"],
        spans={key: spans[row_path(index, key)] for key in keys if row_path(index, key) in spans},
        parsed=letter.reading["assessments"][number] if number is not None else None,
        version=_next_version(recommendations[label]),
    )
    return Change(
        "new", f"Assessment of paragraph {label}", path=row_path(index, "grade"), instance=assessment
    )


def _next_version(recommendation: Recommendation) -> int:
    """One on from the last version that the paragraph ever had, by whichever letter, also one whose publication was undone.

    A citation names paragraph and version: that never means two things.
    """
    observations = recommendation.observations
    same = ConcludingObservations.history.filter(symbol=observations.symbol).values("id")
    paragraphs = Recommendation.history.filter(
        observations_id__in=same,
        paragraph=recommendation.paragraph,
        sub_paragraph=recommendation.sub_paragraph,
        sub_sub_paragraph=recommendation.sub_sub_paragraph,
    ).values("id")
    had = Assessment.history.filter(recommendation_id__in=paragraphs)
    last: int | None = had.aggregate(last=models.Max("version"))["last"]
    return (last or 0) + 1


def _publish_row(
    letter: Letter, observations: ConcludingObservations, report: FollowUpReport | None
) -> Change:
    """The letter's own row: links, address, status. Saved here, so that assessments can point at it."""
    letter.observations, letter.report = observations, report
    letter.slug = letter.slug or letter.free_slug()
    letter.status = Letter.Status.PUBLISHED
    letter.published_at = timezone.now()
    letter.withdrawn_at, letter.withdrawn_reason = None, ""
    letter.save_without_history()
    return Change("new", str(letter), path="reference", instance=letter)


def _compare(row: Any, wanted: dict[str, Any]) -> Change:
    """Fill what is blank, keep what stands: publishing a letter never overwrites a value of another record."""
    if row.pk is None:
        values = [(name, None, after) for name, after in wanted.items() if after is not None]
        for name, _, after in values:
            setattr(row, name, after)
        return Change("new", str(row), values, instance=row)
    filled, kept = [], []
    for name, after in wanted.items():
        before = getattr(row, name)
        if after is None or before == after:
            continue
        if before in (None, ""):
            setattr(row, name, after)
            filled.append((name, before, after))
        else:
            kept.append((name, before, after))
    return Change("changed" if filled else "unchanged", str(row), filled, kept, instance=row)


def _apply(change: Change, by: Any, reason: str) -> Iterator[Change]:
    if change.kind in {"new", "changed"}:
        change.instance.record_change(by=by, reason=reason)
    yield change


def filled(written: list[Change]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Blank values of other public records that this letter filled, before and after, for the public log."""
    values = [
        (
            "report_symbol" if (name, type(change.instance)) == ("symbol", FollowUpReport) else name,
            before,
            after,
        )
        for change in written
        if change.kind == "changed"
        for name, before, after in change.values
    ]
    return {name: before for name, before, _ in values}, {name: after for name, _, after in values}


def remembered(change: Change) -> dict[str, Any]:
    """What undo needs to know of a change: the row, and for a filled one the values it got."""
    plain = {name: str(after) for name, _, after in change.values} if change.kind == "changed" else {}
    return {"model": change.instance._meta.model_name, "pk": change.instance.pk, "filled": plain}


def undoable(change: Change) -> bool:
    """Whether undo takes the row back: it was made or filled by this letter, and is not the letter's own."""
    return change.kind != "unchanged" and change.instance._meta.model_name in TAKEN_BACK


TAKEN_BACK: dict[str, type[models.Model]] = {
    "concludingobservations": ConcludingObservations,
    "recommendation": Recommendation,
    "followupreport": FollowUpReport,
}


def _date(record: Record, path: str) -> PartialDate | None:
    iso = value(record, path)
    return PartialDate.parse(iso) if iso else None
