"""Earlier states of a record: what a citation of version 1 pointed at, when version 3 stands."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ..models import Assessment, Recommendation


class Version(NamedTuple):
    """An assessment as it stood in one version, and the day from which it did."""

    assessment: Assessment
    recorded: date
    newest: bool
    standing: int  # the version that stands now
    numbers: list[int]  # of all versions, those of earlier letters among them


def version_of(recommendation: Recommendation, number: str | None) -> Version | None:
    """What stands for a recommendation, or what stood in the version asked for, be it of an earlier letter.

    None where there is no assessment or it never had that version. The values come from the history; the letter
    they were read from does not change.
    """
    related = ("letter__state", "letter__report", "letter__assessed_session")
    assessments = list(recommendation.assessments.published().select_related(*related).newest_first())
    if not assessments:
        return None
    stands, letters = assessments[0], {one.pk: one.letter for one in assessments}
    rows = stands.history.model.objects.filter(id__in=letters).exclude(history_type="-")
    wanted = str(stands.version) if number is None else number
    if not (wanted.isascii() and wanted.isdecimal() and 0 < len(wanted) < 7):
        return None
    row = rows.filter(version=int(wanted)).order_by("-history_id").first()
    newest = int(wanted) == stands.version
    if row is None and not newest:
        return None
    shown = stands if newest else row.instance
    shown.letter, shown.recommendation = letters[shown.pk], recommendation
    recorded = row.history_date if row else stands.letter.published_at or stands.letter.added_at
    numbers = sorted({*rows.values_list("version", flat=True), stands.version})
    return Version(shown, recorded.date(), newest, stands.version, numbers)
