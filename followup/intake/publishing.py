"""From draft to public rows, and back: what would be written is the same list that is written.

`check` lists the changes and writes nothing; `publish` carries out that very list in one transaction.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from .. import changes, procedure, themes
from ..letters import parse_reference, parse_symbol
from ..models import (
    Assessment,
    ConcludingObservations,
    Correction,
    FollowUpReport,
    Letter,
    PartialDate,
    Recommendation,
    Session,
    Stale,
    claim,
    writing,
)
from ..models import Change as PublicChange
from .notes import note
from .problems import Problem, problems
from .record import Record, row_path, value


class NotReady(Exception):
    """The draft has problems that keep it from being published."""

    def __init__(self, waiting: list[Problem]) -> None:
        super().__init__("; ".join(problem.message for problem in waiting))
        self.problems = waiting


class NotUndoable(Exception):
    """Something depends on the publication; the message says what, and what to do instead."""


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


def check(letter: Letter) -> list[Change]:
    """What publishing this draft would create, change and leave alone, in the order of the procedure.

    It carries the publication out and rolls it back, so that the list cannot differ from what publish does.
    Raises NotReady as publish does.
    """
    with transaction.atomic(), writing():
        _refuse_unready(letter)
        savepoint = transaction.savepoint()
        try:
            return list(_write(Letter.objects.get(pk=letter.pk), by=None))
        finally:
            transaction.savepoint_rollback(savepoint)


def publish(letter: Letter, *, by: Any, version: int) -> Letter:
    """Write everything the check page listed, in one transaction.

    Publishing what is published already returns it: a double click has one effect. Raises Stale when the draft
    changed since it was shown, and NotReady with the problems that wait for a person.
    """
    with transaction.atomic(), writing():
        note(letter)
        letter, done = _claim(letter, version, Letter.Status.PUBLISHED)
        if done:
            return letter
        if letter.status != Letter.Status.DRAFT:
            raise NotUndoable("A withdrawn letter is not published again: open it as a draft first.")
        _refuse_unready(letter)
        written = list(_write(letter, by=by))
        letter.written = [_remembered(change) for change in written if _undoable(change)]
        reason = "Published after check against the letter."
        letter.record_change(by=by, reason=reason)
        before, after = _filled(written)
        after = {**changes.grades(letter), **after}
        changes.log(PublicChange.Kind.PUBLISHED, letter, by=by, reason=reason, before=before, after=after)
        themes.suggest(Recommendation.objects.filter(assessments__letter=letter))
    return letter


def undo(letter: Letter, *, by: Any, version: int) -> Letter:
    """Take a publication back: the letter is a draft again, and rows that only it brought are removed.

    Raises NotUndoable once a value that it brought was corrected, or a correction is proposed.
    """
    with transaction.atomic(), writing():
        letter, done = _claim(letter, version, Letter.Status.DRAFT)
        if done:
            return letter
        reason = f"Publication of {letter} undone."
        _refuse_corrected(letter)
        written, about, before = letter.written, changes.subject(letter), changes.grades(letter)
        letter.status, letter.slug, letter.published_at = Letter.Status.DRAFT, None, None
        letter.observations = letter.report = None
        letter.written = []
        letter.record_change(by=by, reason=reason)
        for assessment in letter.assessments.all():
            assessment.remove(by=by, reason=reason)
        for row in reversed(written):
            _take_back(row, by=by, reason=reason)
        changes.log(PublicChange.Kind.UNDONE, about, by=by, reason=reason, before=before)
    return letter


def withdraw(letter: Letter, *, by: Any, reason: str, version: int) -> Letter:
    """Take a letter and its assessments off the public pages; its address then says when and why."""
    if not reason.strip():
        raise ValueError("A withdrawal needs a reason.")
    with transaction.atomic(), writing():
        letter, done = _claim(letter, version, Letter.Status.WITHDRAWN)
        if done:
            return letter
        if not letter.published:
            raise NotUndoable("Only a published letter can be withdrawn; a draft can be discarded.")
        letter.status, letter.withdrawn_at, letter.withdrawn_reason = (
            Letter.Status.WITHDRAWN,
            timezone.now(),
            reason.strip(),
        )
        letter.record_change(by=by, reason=reason)
        before = changes.grades(letter)
        changes.log(PublicChange.Kind.WITHDRAWN, letter, by=by, reason=reason, before=before)
    return letter


def discard(letter: Letter, *, by: Any, version: int) -> None:
    """Delete a draft; its history stays, and so do the bytes of its file."""
    with transaction.atomic(), writing():
        note(letter)
        letter = claim(letter, version)
        if letter.status != Letter.Status.DRAFT:
            raise NotUndoable("Only a draft can be discarded.")
        letter.remove(by=by, reason="Draft discarded.")


def _claim(letter: Letter, version: int, wanted: str) -> tuple[Letter, bool]:
    """The letter to write, or the letter as it stands where it has the wanted status already: then it is done."""
    current = Letter.objects.get(pk=letter.pk)
    if current.status != wanted:
        try:
            return claim(letter, version), False
        except Stale as conflict:
            # the same form sent twice at one moment: the other was faster, and nothing else happened
            current = cast(Letter, conflict.current)
            if current.status != wanted:
                raise
    return current, True


def _refuse_unready(letter: Letter) -> None:
    waiting = [problem for problem in problems(letter) if problem.blocks and not problem.settled]
    if waiting:
        raise NotReady(waiting)


def _refuse_corrected(letter: Letter) -> None:
    """A correction stays on record: what it corrected cannot vanish under it."""
    brought = [("letter", letter.pk), *((row["model"], row["pk"]) for row in letter.written)]
    brought += [("assessment", pk) for pk in letter.assessments.values_list("pk", flat=True)]
    mine = Q(*(Q(model=model, record=str(pk)) for model, pk in brought), _connector=Q.OR)
    waiting_or_made = Correction.objects.exclude(status=Correction.Status.DECLINED)
    correction = waiting_or_made.filter(mine).select_related("change").first()
    if correction:
        change = getattr(correction, "change", None)
        what = change.what if change else f"The {correction.get_model_display().lower()}"
        raise NotUndoable(
            f"{what} was corrected after publication, or is about to be. "
            "Withdraw the letter instead: that keeps the correction on record."
        )


# ---- the list of changes: one function a table, each finds or makes its row ----


def _write(letter: Letter, *, by: Any) -> Iterator[Change]:
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
    )
    return Change(
        "new", f"Assessment of paragraph {label}", path=row_path(index, "grade"), instance=assessment
    )


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


# ---- comparing and writing ----


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


def _filled(written: list[Change]) -> tuple[dict[str, Any], dict[str, Any]]:
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


def _remembered(change: Change) -> dict[str, Any]:
    """What undo needs to know of a change: the row, and for a filled one the values it got."""
    plain = {name: str(after) for name, _, after in change.values} if change.kind == "changed" else {}
    return {"model": change.instance._meta.model_name, "pk": change.instance.pk, "filled": plain}


def _undoable(change: Change) -> bool:
    return change.kind != "unchanged" and change.instance._meta.model_name in _TAKEN_BACK


_TAKEN_BACK: dict[str, type[models.Model]] = {
    "concludingobservations": ConcludingObservations,
    "recommendation": Recommendation,
    "followupreport": FollowUpReport,
}


def _take_back(row: dict[str, Any], *, by: Any, reason: str) -> None:
    """Remove a row this letter brought, or empty the values it filled, unless something else uses them."""
    instance: Any = _TAKEN_BACK[row["model"]]._default_manager.filter(pk=row["pk"]).first()
    if instance is None:
        return
    if row["filled"]:
        mine = [name for name, after in row["filled"].items() if str(getattr(instance, name)) == after]
        for name in mine:
            setattr(instance, name, instance._meta.get_field(name).get_default())
        if mine:
            instance.record_change(by=by, reason=reason)
        return
    try:
        with transaction.atomic():
            instance.remove(by=by, reason=reason)
    except models.ProtectedError:
        pass  # another letter speaks of it too: it stays


def _date(record: Record, path: str) -> PartialDate | None:
    iso = value(record, path)
    return PartialDate.parse(iso) if iso else None
