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

    @property
    def numbers(self) -> range:
        return range(1, self.standing + 1)


def version_of(recommendation: Recommendation, number: str | None) -> Version | None:
    """The newest published assessment of a recommendation, in the version asked for or as it stands.

    None where there is no assessment or it never had that version. The values come from the history; the letter
    they were read from does not change.
    """
    related = ("letter__state", "letter__report", "letter__assessed_session")
    stands = recommendation.assessments.published().select_related(*related).newest_first().first()
    if stands is None:
        return None
    wanted = str(stands.version) if number is None else number
    if not (wanted.isascii() and wanted.isdecimal() and 0 < len(wanted) < 7):
        return None
    row = stands.history.filter(version=int(wanted)).exclude(history_type="-").order_by("-history_id").first()
    newest = int(wanted) == stands.version
    if row is None and not newest:
        return None
    shown = stands if newest else row.instance
    shown.letter, shown.recommendation = stands.letter, recommendation
    recorded = row.history_date if row else stands.letter.published_at or stands.letter.added_at
    return Version(shown, recorded.date(), newest, stands.version)
