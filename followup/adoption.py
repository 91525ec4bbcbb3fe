"""Adoption: values of a new reading take the place of what stands, chosen one by one by a person.

In a draft the new reading takes the place of the old one; a published value is corrected like any other, and the
reason names the parser. What is not chosen stays.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from django.db import transaction

from . import corrections
from .intake import parser_runs, take_over
from .intake.differences import Difference
from .models import Letter, Rereading, Stale

# which value of which public record a path of the letter record is: corrected in this order, what moves others last
_PUBLIC: dict[str, tuple[str, str]] = {
    "follow_up_report.symbol": ("report", "report_symbol"),
    "follow_up_report.received": ("report", "received"),
    "concluding_observations.reports": ("observations", "reports_reviewed"),
    "concluding_observations.session": ("observations", "session"),
    "concluding_observations.session_held": ("observations", "session_held"),
    "request.months": ("observations", "months"),
    "request.due": ("observations", "due"),
    "kind": ("letter", "kind"),
    "language": ("letter", "language"),
    "reference": ("letter", "reference"),
    "date": ("letter", "date"),
    "state": ("letter", "state"),
    "concluding_observations.symbol": ("letter", "observations"),
    "assessed.session": ("letter", "assessed_session"),
    "assessed.session_held": ("letter", "assessed_held"),
    "request.paragraphs": ("letter", "paragraphs"),
}
_ORDER = ("assessment", "report", "observations", "letter")


class NotAdoptable(ValueError):
    """A value cannot be taken over; the message says which and why. Nothing was changed."""


def adoptable(letter: Letter, difference: Difference) -> bool:
    """Whether a value can be taken over here. A public passage is neither added nor removed, and a name of a
    person is not corrected: what is public of such has its own way."""
    if letter.status == Letter.Status.DRAFT:
        return True
    if not letter.published or difference.whole:
        return False
    if difference.paragraph:
        return True
    record = _PUBLIC.get(difference.path, ("",))[0]
    return record != "" and (record == "letter" or getattr(letter, record) is not None)


def version_of(letter: Letter) -> str:
    """What a person saw: the versions of every row that a decision may change."""
    rows: list[Any] = [letter]
    if letter.status != Letter.Status.DRAFT:
        rows += [row for row in (letter.observations, letter.report) if row]
        rows += letter.assessments.order_by("pk")
    return ",".join(f"{row._meta.model_name}-{row.pk}-{row.version}" for row in rows)


def adopt(row: Rereading, paths: Collection[str], *, by: Any, version: str) -> Rereading:
    """Take the values at these paths over from a rereading, all of them or none.

    The same decision sent twice is one. Raises Stale when something changed since the page was shown, Decided
    when somebody else was faster, NotAdoptable and corrections.Refused for values that cannot stand.
    """
    with transaction.atomic():
        letter = Letter.objects.select_related("state", "observations", "report").get(pk=row.letter_id)
        row.letter = letter
        chosen = _chosen(letter, parser_runs.compare(row), set(paths)) if _waits(row) else []
        row = parser_runs.settle(row, Rereading.Status.ADOPTED, sorted(paths), by=by)
        if not chosen:
            return row
        if version_of(letter) != version:
            raise Stale(letter)
        if letter.status == Letter.Status.DRAFT:
            take_over(
                letter,
                row.reading or {},
                {one.path for one in chosen},
                by=by,
                version=letter.version,
                parser_version=row.run.parser_version,
            )
        else:
            _correct(row, letter, chosen, by)
    return row


def _waits(row: Rereading) -> bool:
    return Rereading.objects.to_decide().filter(pk=row.pk).exists()


def _chosen(letter: Letter, found: list[Difference], paths: set[str]) -> list[Difference]:
    """The differences at these paths; a grade and its words come together."""
    together = {"grade": "grade_phrase", "grade_phrase": "grade"}
    wanted = set(paths)
    for path in paths:
        passage, _, key = path.rpartition(".")
        if passage.endswith("]") and key in together:
            wanted.add(f"{passage}.{together[key]}")
    if gone := paths - {one.path for one in found}:
        raise NotAdoptable(f"{min(gone)} does not differ any more: look at the page again.")
    chosen = [one for one in found if one.path in wanted]
    if not chosen:
        raise NotAdoptable("Choose the values to take over, or leave everything as it is.")
    for one in chosen:
        if not adoptable(letter, one):
            raise NotAdoptable(f"{one.path} of a published letter cannot be taken over from here.")
    return chosen


def _correct(row: Rereading, letter: Letter, chosen: list[Difference], by: Any) -> None:
    """One correction for each public record that changes."""
    labels = {one.recommendation.label: one for one in letter.assessments.select_related("recommendation")}
    values: dict[str, dict[str, Any]] = defaultdict(dict)
    records: dict[str, Any] = {}
    for one in chosen:
        kind, field = ("assessment", one.key) if one.paragraph else _PUBLIC[one.path]
        found = (
            labels[one.paragraph] if one.paragraph else letter if kind == "letter" else getattr(letter, kind)
        )
        name = f"{kind}-{found.pk}"
        records[name] = found
        values[name][field] = one.reads
    reason = f"Read again with parser {row.run.parser_version} and compared with the letter."
    for name in sorted(records, key=lambda name: _ORDER.index(name.partition("-")[0])):
        record = records[name]
        corrections.correct(
            record,
            values[name],
            by=by,
            reason=reason,
            version=record.version,
            key=f"reread-{row.pk}-{name}",
            sure=True,
        )
