"""The public log: the only writer of its entries, and the words they are written in.

An entry is written in the transaction of the act it tells of. Its words are English, as they were printed that
day; whoever shows them translates the names of the values with `label` and what they were with `told`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from django.db import models
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from .models import (
    GRADES,
    NOT_STATED,
    Assessment,
    Change,
    ConcludingObservations,
    Correction,
    FollowUpReport,
    Letter,
    PartialDate,
    Recommendation,
    Session,
    State,
    paragraph_words,
    writing,
)

REGISTRY = "Registry"  # the role where no person acts: a command, the demo
LABELS: dict[str, str | Promise] = {
    "grade": gettext_lazy("Grade"),
    "grade_phrase": gettext_lazy("Words of the grade"),
    "text": gettext_lazy("Passage"),
    "paragraph": gettext_lazy("Paragraph"),
    "wording": gettext_lazy("Recommendation as adopted"),
    "state": gettext_lazy("State"),
    "symbol": gettext_lazy("Symbol of the concluding observations"),
    "observations": gettext_lazy("Concluding observations"),
    "report": gettext_lazy("Follow-up report"),
    "reports_reviewed": gettext_lazy("Periodic reports reviewed"),
    "session": gettext_lazy("Adopted at session"),
    "session_held": gettext_lazy("Session held in"),
    "months": gettext_lazy("Months given"),
    "due": gettext_lazy("Due date"),
    "due_basis": gettext_lazy("Due date is"),
    "report_symbol": gettext_lazy("Symbol of the follow-up report"),
    "received": gettext_lazy("Report received"),
    "kind": gettext_lazy("Kind of letter"),
    "language": gettext_lazy("Language"),
    "reference": gettext_lazy("Reference"),
    "paragraphs": gettext_lazy("Paragraphs asked about"),
    "date": gettext_lazy("Date of the letter"),
    "assessed_session": gettext_lazy("Examined at session"),
    "assessed_held": gettext_lazy("That session held in"),
}

SESSIONS = {"session", "assessed_session"}
DATES = {"date", "due", "received", "session_held", "assessed_held"}
CHOICES: dict[str, Any] = {
    "kind": Letter.Kind,
    "language": Letter.Language,
    "due_basis": ConcludingObservations.DueBasis,
}


class Subject(NamedTuple):
    """What an entry says of a record: whose it is, what it is called, where it stands."""

    state: State
    what: str
    path: str
    letter: Letter | None = None
    recommendation: Recommendation | None = None


def label(name: str) -> str:
    """The name of a value for people, in the active language: of a field, or of "paragraph 35 (a)"."""
    if name.startswith("paragraph "):
        return _("Paragraph %(label)s") % {"label": paragraph_words(name.removeprefix("paragraph "))}
    return str(LABELS.get(name, name))


def printed(name: str, value: Any) -> str | None:
    """A value as an English page prints it; None where there is none."""
    if name == "grade":
        with override("en"):
            return str(dict([*GRADES, NOT_STATED])[value or NOT_STATED[0]])
    if name == "reports_reviewed" and value == []:
        return "none"
    if value in (None, ""):
        return None
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    if isinstance(value, PartialDate):
        with override("en"):
            return value.words()
    with override("en"):
        return str(CHOICES[name](value).label) if name in CHOICES else str(value)


def told(name: str, value: str) -> str:
    """A printed value in the active language: a grade, a date, a kind. Any other as it was printed."""
    if name in DATES:
        for form, parts in (("%d %B %Y", 3), ("%B %Y", 2)):
            with suppress(ValueError):
                day = datetime.strptime(value, form)
                return PartialDate(*(day.year, day.month, day.day)[:parts]).words()
    if name in SESSIONS and (match := re.fullmatch(r"(\d{1,3})\w\w session", value)):
        return str(Session(number=int(match[1])))
    return str(_printed().get((name, value), value))


def shown(name: str, value: Any) -> str:
    """A value as a page in the active language prints it; empty where there is none."""
    return value.name if isinstance(value, State) else told(name, printed(name, value) or "")


@cache
def _printed() -> dict[tuple[str, str], Any]:
    """What can be told in another language, by the name of the value and its English words."""
    with override("en"):
        found = {("grade", str(label)): label for _code, label in (*GRADES, NOT_STATED)}
        for name, choices in CHOICES.items():
            found |= {(name, str(choice.label)): choice.label for choice in choices}
        return found


def subject(record: models.Model) -> Subject:
    """What the log says of a letter, an assessment, a recommendation, observations or a report."""
    with override("en"):
        return named(record)


def named(record: models.Model) -> Subject:
    """The same in the active language, for a page."""
    return _SUBJECTS[type(record)](record)


def log(
    kind: str,
    about: models.Model | Subject,
    *,
    by: Any,
    reason: str = "",
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    correction: Correction | None = None,
) -> Change:
    """Write one entry, inside the transaction of the act.

    `before` and `after` map the names of fields to their values, printed or not. Where the act changes what the
    record is called or where it stands, `about` is the subject it was before.
    """
    of = about if isinstance(about, Subject) else subject(about)
    entry = Change(
        kind=kind,
        state=of.state,
        what=of.what[:300],
        path=of.path,
        letter=of.letter,
        recommendation=of.recommendation,
        before={name: printed(name, value) for name, value in (before or {}).items()},
        after={name: printed(name, value) for name, value in (after or {}).items()},
        reason=reason.strip(),
        role=role(by),
        correction=correction,
    )
    with writing():
        entry.save()
    return entry


def moved_recommendation(iso3: str, observations: str, paragraph: str) -> Recommendation | None:
    """The public recommendation that stood at an address before a correction gave it another one."""
    rows = Recommendation.objects.public().select_related("observations")
    with override("en"):
        path = reverse("recommendation", args=[iso3, observations, paragraph])
    entries = Change.objects.filter(path=path, kind=Change.Kind.CORRECTED).newest_first()
    if found := rows.filter(pk__in=entries.values("recommendation")[:1]).first():
        return found
    # of a paragraph whose observations were corrected the history knows the address
    of = ConcludingObservations.history.filter(state=iso3, slug=observations).values("id")
    stood = Recommendation.history.filter(slug=paragraph, observations__in=of).values("id")
    return rows.filter(pk__in=stood).first()


def moved_letter(slug: str) -> Letter | None:
    """The published letter that stood at an address before its reference was corrected."""
    return Letter.objects.published().filter(pk__in=Letter.history.filter(slug=slug).values("id")).first()


def undone_letter(slug: str) -> Change | None:
    """The entry that tells why the letter that stood at an address is no longer public: its publication was undone."""
    with override("en"):
        path = reverse("letter", args=[slug])
    return _undone().filter(path=path).first()


def undone_with(iso3: str, observations: str, paragraph: str = "") -> Change | None:
    """The same for concluding observations, or a recommendation of them, that only that letter had brought."""
    of = ConcludingObservations.history.filter(state=iso3, slug=observations).values("id")
    if paragraph and not Recommendation.history.filter(slug=paragraph, observations__in=of).exists():
        return None
    letters = Letter.history.filter(observations__in=of).values("id")
    return _undone().filter(letter__in=letters).first()


def _undone() -> models.QuerySet[Change]:
    """The entries of publications that were undone and not carried out again, newest first."""
    entries = Change.objects.filter(kind=Change.Kind.UNDONE).newest_first().select_related("letter", "state")
    return entries.exclude(letter__in=Letter.objects.published())


def grades(letter: Letter) -> dict[str, str]:
    """What a letter brings to the public: the grade of each paragraph, as "paragraph 35 (a)"."""
    rows = letter.assessments.select_related("recommendation").in_order()
    with override("en"):
        return {f"paragraph {row.recommendation.label}": row.grade_label for row in rows}


def role(by: Any) -> str:
    """The role that the public reads for a person; of several the first in the order of User.role."""
    return str(by.role) if by else REGISTRY


def _of_letter(letter: Any) -> Subject:
    return Subject(letter.state, str(letter), letter.get_absolute_url(), letter=letter)


def assessment_of(recommendation: Recommendation, letter: Letter) -> str:
    """What an assessment is called, in the active language."""
    values = {"recommendation": recommendation, "letter": letter}
    return _("Assessment of %(recommendation)s (%(letter)s)") % values


def _of_assessment(row: Any) -> Subject:
    recommendation = row.recommendation
    of = _of_recommendation(recommendation)
    return of._replace(what=assessment_of(recommendation, row.letter), letter=row.letter)


def _of_recommendation(row: Any) -> Subject:
    return Subject(row.observations.state, str(row), row.get_absolute_url(), recommendation=row)


def _of_observations(row: Any) -> Subject:
    what = _("Concluding observations %(symbol)s") % {"symbol": row.symbol}
    return Subject(row.state, what, row.state.get_absolute_url())


def _of_report(row: Any) -> Subject:
    of = _of_observations(row.observations)
    words = _("Follow-up report %(symbol)s") % {"symbol": row.symbol}
    return of._replace(what=words if row.symbol else str(row))


_SUBJECTS: dict[type[models.Model], Any] = {
    Letter: _of_letter,
    Assessment: _of_assessment,
    Recommendation: _of_recommendation,
    ConcludingObservations: _of_observations,
    FollowUpReport: _of_report,
}
