"""The last word on each recommendation, as the database itself tells it: a view, so that it is never out of date.

It has one table and no window or group, so that both databases ask it only for the rows that are wanted, by an
index, and SQLite does so without statistics; the other values are asked for only where a query names them.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import connections, models, transaction

from .assessment import GRADES, Assessment
from .letter import Letter
from .observations import Recommendation
from .partial_date import PartialDateField
from .state import Session

VIEW = "followup_newestassessment"
# the order of AssessmentQuerySet.newest_first; a test compares the two
_SELECT = """
SELECT said.recommendation_id, said.id AS assessment_id, said.grade,
  (SELECT date FROM followup_letter WHERE id = said.letter_id) AS date,
  (SELECT assessed_session_id FROM followup_letter WHERE id = said.letter_id) AS session_id,
  (SELECT language FROM followup_letter WHERE id = said.letter_id) AS language
FROM followup_assessment AS said
WHERE said.id = (
  SELECT assessment.id
  FROM followup_assessment AS assessment
  JOIN followup_letter AS letter ON letter.id = assessment.letter_id
  WHERE assessment.recommendation_id = said.recommendation_id AND letter.status = 'published'
  ORDER BY letter.date DESC NULLS LAST, letter.id DESC, assessment.id DESC
  LIMIT 1
)
"""
_CREATE = f'CREATE VIEW "{VIEW}" AS {_SELECT.strip()}'
_DROP = f'DROP VIEW IF EXISTS "{VIEW}"'


class NewestAssessment(models.Model):
    """What the newest published letter says of a recommendation. One that no letter assesses has no row here."""

    recommendation = models.OneToOneField(
        Recommendation, on_delete=models.DO_NOTHING, primary_key=True, related_name="newest"
    )
    assessment = models.OneToOneField(Assessment, on_delete=models.DO_NOTHING, related_name="+")
    # NULL: that letter states no grade
    grade = models.CharField(max_length=30, choices=GRADES, null=True)  # noqa: DJ001
    date = PartialDateField(null=True)
    session = models.ForeignKey(Session, on_delete=models.DO_NOTHING, null=True, related_name="+")
    language = models.CharField(max_length=2, choices=Letter.Language.choices, blank=True)

    class Meta:
        managed = False
        db_table = VIEW
        default_permissions: ClassVar[tuple[str, ...]] = ()

    def __str__(self) -> str:
        return str(self.assessment)


def install(using: str = "default", **kwargs: Any) -> None:
    """Put the view in place after each migrate; one that says the same stays, as whoever reads it would have to wait."""
    connection: Any = connections[using]
    if (
        Assessment._meta.db_table not in connection.introspection.table_names()
        or _standing(connection) == _CREATE
    ):
        return
    with transaction.atomic(using=using), connection.cursor() as cursor:
        cursor.execute(_DROP)
        cursor.execute(_CREATE)
        if connection.vendor == "postgresql":
            cursor.execute(f'COMMENT ON VIEW "{VIEW}" IS %s', [_CREATE])


def remove_before_migrating(using: str = "default", plan: Any = (), **kwargs: Any) -> None:
    """Take the view away where migrations are to run: SQLite rebuilds the tables that it reads."""
    if plan:
        with connections[using].cursor() as cursor:
            cursor.execute(_DROP)


def _standing(connection: Any) -> str | None:
    """What the view in the database was made with; PostgreSQL keeps that in a comment, and the view in its own words."""
    query = f"SELECT sql FROM sqlite_master WHERE type = 'view' AND name = '{VIEW}'"  # noqa: S608  a constant
    if connection.vendor == "postgresql":
        query = f"SELECT obj_description(to_regclass('{VIEW}'), 'pg_class')"
    with connection.cursor() as cursor:
        cursor.execute(query)
        row = cursor.fetchone()
    return row[0] if row else None
