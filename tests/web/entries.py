"""Entries of the public log for tests, as intake and corrections write them."""

from __future__ import annotations

from datetime import UTC, datetime

from django.db import connection
from django.test.utils import CaptureQueriesContext

from followup import changes, corrections
from followup.models import Assessment, Change

from .. import factories


def correct(record, by, **values):
    reason = values.pop("reason", "The letter says so.")
    record.refresh_from_db()
    key = f"key-{Change.objects.count()}"
    return corrections.correct(
        record, values, by=by, reason=reason, version=record.version, key=key, sure=True
    )


def assessment(label: str = "15") -> Assessment:
    return Assessment.objects.get(recommendation__label=label)


def log(kind: str = "corrected", record=None, **values) -> Change:
    """An entry as intake and corrections write it."""
    values = {"reason": "Read again.", "before": {"grade": None}, "after": {"grade": "implemented"}, **values}
    return changes.log(kind, record or assessment(), by=None, **values)


def on(entry: Change, day: datetime) -> Change:
    factories.put(Change.objects.filter(pk=entry.pk), at=day)
    return entry


def four() -> list[Change]:
    """Four entries of three years, on two States, of three kinds."""
    norland = Assessment.objects.get(recommendation__label="41")
    return [
        on(log("published", assessment().letter, reason=""), datetime(2024, 12, 31, 23, 59, tzinfo=UTC)),
        on(log("corrected", norland), datetime(2025, 1, 1, 0, 0, tzinfo=UTC)),
        on(log("withdrawn", norland.letter), datetime(2025, 6, 1, 12, 0, tzinfo=UTC)),
        on(log("corrected"), datetime(2026, 3, 1, 12, 0, tzinfo=UTC)),
    ]


def counting() -> CaptureQueriesContext:
    """The queries of a block, to compare their number with that of another."""
    return CaptureQueriesContext(connection)
