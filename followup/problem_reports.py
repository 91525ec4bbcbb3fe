"""Problem reports: the only writer of them. Anybody sends one; staff answer, with a correction or without.

    record = find("assessment", "17")
    report = send(record, field="grade", version=2, should_be="…", address=address, token=token, …)
    decline(report, by=user, answer="The letter says what the page says.")

A correction answers a report in its own transaction: correct(…, then=partial(corrected, report, by=user)).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from operator import attrgetter
from typing import Any, NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ObjectDoesNotExist
from django.db import models, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import override

from . import changes
from .marks import masked, personal
from .models import (
    Assessment,
    ConcludingObservations,
    Correction,
    FollowUpReport,
    Letter,
    ProblemReport,
    Recommendation,
)

MODELS: dict[str, type[models.Model]] = {
    "assessment": Assessment,
    "recommendation": Recommendation,
    "concludingobservations": ConcludingObservations,
    "followupreport": FollowUpReport,
    "letter": Letter,
}
# The values that public pages show of each record, by the names that corrections and the log have for them.
FIELDS: dict[str, tuple[str, ...]] = {
    "assessment": ("grade", "grade_phrase", "text", "paragraph"),
    "recommendation": ("paragraph", "wording"),
    "concludingobservations": (
        "state",
        "symbol",
        "reports_reviewed",
        "session",
        "session_held",
        "months",
        "due",
    ),
    "followupreport": ("report_symbol", "received"),
    "letter": (
        "state",
        "date",
        "reference",
        "kind",
        "observations",
        "paragraphs",
        "months",
        "report",
        "assessed_session",
        "assessed_held",
    ),
}
# where a record has them, unless in an attribute of that name
_AT: dict[tuple[str, str], Callable[[Any], Any]] = {
    ("assessment", "paragraph"): lambda row: row.recommendation.label,
    ("recommendation", "paragraph"): lambda row: row.label,
    ("followupreport", "report_symbol"): lambda row: row.symbol,
    ("letter", "paragraphs"): lambda row: (row.record.get("request") or {}).get("paragraphs"),
    ("letter", "months"): lambda row: (row.record.get("request") or {}).get("months"),
}
LONGEST = 2000  # characters of each text
SHORTEST_ANSWER = 10
# how many reports in how long: of one sender, and of all together
LIMITS = (
    (True, 5, timedelta(hours=1)),
    (True, 20, timedelta(days=1)),
    (False, 200, timedelta(hours=1)),
)


class NotThere(LookupError):
    """There is no public record by this key, and none was withdrawn."""


class Withdrawn(Exception):
    """The record was public and was withdrawn with its letter."""

    def __init__(self, letter: Letter) -> None:
        super().__init__(f"{letter} was withdrawn.")
        self.letter = letter


class TooMany(Exception):
    """The limit is reached; the next report is taken in `seconds`."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"Too many reports: again in {seconds} seconds.")
        self.seconds = seconds


class Refused(ValueError):
    """The answer cannot be taken; the message says why."""


class Answered(Exception):
    """Somebody else answered meanwhile; `report` is what stands now."""

    def __init__(self, report: ProblemReport) -> None:
        super().__init__(f"Report {report.pk} is answered already.")
        self.report = report


class Value(NamedTuple):
    """A public value of a record: the name of its field, and what a page says."""

    field: str
    words: str

    @property
    def name(self) -> str:
        return changes.label(self.field)


@dataclass(frozen=True)
class PublicRecord:
    """A record that a report may be about, with the values that pages show of it."""

    record: Any

    @property
    def model(self) -> str:
        return str(self.record._meta.model_name)

    @property
    def key(self) -> str:
        """assessment:17, as the address of the form has it."""
        return f"{self.model}:{self.record.pk}"

    @property
    def version(self) -> int:
        return int(self.record.version)

    @cached_property
    def subject(self) -> changes.Subject:
        """Whose it is, what it is called in the active language, and the page that shows it."""
        return changes.named(self.record)

    @property
    def values(self) -> list[Value]:
        return [Value(field, self.words(field)) for field in FIELDS[self.model]]

    def words(self, field: str, version: int | None = None) -> str:
        """What a page says of one value, or said when the record had that version. Personal data is withheld."""
        then = self.record
        if version not in (None, self.version):
            then = self.record.history.filter(version=version).first() or then
        try:
            value = _AT.get((self.model, field), attrgetter(field))(then)
        except ObjectDoesNotExist:  # what an earlier version pointed at was removed since
            return ""
        text = changes.shown(field, value)
        if field == "text":
            text = masked(text, personal(text, self.record.letter.personal_names))
        return text


def find(model: str, key: str) -> PublicRecord:
    """The public record by the name of its model and its key. Raises NotThere and Withdrawn."""
    record = stored(model, key)
    if record is None:
        raise NotThere(f"{model}:{key}")
    if not _public(record):
        letter = _withdrawn_letter(record)
        raise Withdrawn(letter) if letter else NotThere(f"{model}:{key}")
    return PublicRecord(record)


def stored(model: str, key: str) -> Any:
    """The record as it stands, public or not; None where there is none (any more)."""
    if model not in MODELS or not (key.isascii() and key.isdecimal() and len(key) < 19):
        return None
    return MODELS[model]._default_manager.select_related(*_RELATED[model]).filter(pk=key).first()


def sender(address: str, on: date | None = None) -> str:
    """The keyed hash that stands for a visitor's address on one day. Nobody can turn it back."""
    day = on or timezone.localdate()
    return salted_hmac("followup.problem_reports", f"{day} {address}", algorithm="sha256").hexdigest()


def send(
    about: PublicRecord,
    *,
    field: str,
    version: int,
    should_be: str,
    where: str,
    email: str,
    address: str,
    token: str,
) -> ProblemReport:
    """Take a report. The same texts sent twice from one form (`token`) are one report.

    Raises TooMany beyond the limits. They are kept in the database, so they hold for all processes together.
    """
    said = "\0".join((token, about.key, field, should_be, where, email))
    key = hashlib.sha256(said.encode()).hexdigest()
    subject = changes.subject(about.record)
    with transaction.atomic(), override("en"):  # what staff read is in English
        _one_at_a_time()
        sent = ProblemReport.objects.filter(key=key).first()
        if sent:
            return sent
        _refuse_too_many(address)
        return ProblemReport.objects.create(
            model=about.model,
            record=str(about.record.pk),
            state=subject.state,
            what=subject.what[:300],
            path=subject.path[:300],
            field=field,
            version=version,
            shown=about.words(field, version) if field else "",
            should_be=should_be,
            where=where,
            email=email,
            sender=sender(address),
            key=key,
        )


def decline(report: ProblemReport, *, by: Any, answer: str) -> ProblemReport:
    """Answer a report without changing anything. Raises Refused without an answer, Answered if there is one."""
    answer = answer.strip()
    if len(answer) < SHORTEST_ANSWER:
        raise Refused(f"Say in {SHORTEST_ANSWER} characters or more why nothing changes.")
    return _answer(report, by=by, status=ProblemReport.Status.DECLINED, answer=answer)


def corrected(report: ProblemReport, correction: Correction, *, by: Any) -> ProblemReport:
    """Answer a report with the correction it led to, in the transaction of that correction.

    Raises Answered if somebody was faster, which takes the correction back with it.
    """
    return _answer(
        report,
        by=by,
        status=ProblemReport.Status.CORRECTED,
        answer=correction.reason,
        correction=correction,
    )


def _answer(report: ProblemReport, *, by: Any, status: str, **said: Any) -> ProblemReport:
    with transaction.atomic():
        rows = ProblemReport.objects.filter(pk=report.pk)
        # the guard holds the row: of two who answer at once the second finds it answered
        taken = rows.filter(status=ProblemReport.Status.OPEN).update(
            status=status, answered_at=timezone.now(), answered_by=by, **said
        )
        current = rows.get()
        if not taken:
            raise Answered(current)
    return current


def _one_at_a_time() -> None:
    """Hold the row that stands for the table until the transaction ends: senders are counted one by one.

    SQLite lets one writer in at a time anyway.
    """
    table = ContentType.objects.get_for_model(ProblemReport)
    list(ContentType.objects.select_for_update(no_key=True).filter(pk=table.pk))


def _refuse_too_many(address: str) -> None:
    now = timezone.now()
    today = timezone.localdate(now)
    # the hash changes at midnight, the limits do not
    same = {sender(address, today), sender(address, today - timedelta(days=1))}
    for of_sender, most, period in LIMITS:
        rows = ProblemReport.objects.filter(at__gt=now - period)
        if of_sender:
            rows = rows.filter(sender__in=same)
        times: list[datetime] = list(rows.order_by("-at").values_list("at", flat=True)[:most])
        if len(times) == most:
            raise TooMany(max(int((times[-1] + period - now).total_seconds()) + 1, 1))


# ---- whether the public sees a record ----

_RELATED = {
    "assessment": ("letter__state", "recommendation__observations__state"),
    "recommendation": ("observations__state",),
    "concludingobservations": ("state", "session"),
    "followupreport": ("observations__state",),
    "letter": ("state", "observations", "report", "assessed_session"),
}


def _public(record: Any) -> bool:
    if isinstance(record, Letter):
        return record.published
    if isinstance(record, Assessment):
        return record.letter.published
    return ConcludingObservations.objects.public().filter(pk=_observations(record).pk).exists()


def _observations(record: Any) -> ConcludingObservations:
    return record if isinstance(record, ConcludingObservations) else record.observations


def _withdrawn_letter(record: Any) -> Letter | None:
    """The withdrawn letter that took the record along, if one did."""
    withdrawn = Letter.objects.filter(status=Letter.Status.WITHDRAWN).select_related("state")
    if isinstance(record, Letter):
        return withdrawn.filter(pk=record.pk).first()
    if isinstance(record, Assessment):
        return withdrawn.filter(pk=record.letter_id).first()
    return withdrawn.filter(observations=_observations(record)).newest_first().first()
