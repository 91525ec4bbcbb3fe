"""Letters that may be one and the same: other texts on the same examination."""

from __future__ import annotations

from ..models import Letter
from ..models.letter import LetterQuerySet
from .record import Record, value


def similar(record: Record) -> LetterQuerySet:
    """Stored letters on the same examination: State, concluding observations and assessed session are the same.

    Where one of the three was not read there is none: a person sees at the review what the letter is.
    """
    symbol, session = value(record, "concluding_observations.symbol"), value(record, "assessed.session")
    if not (record["state"] and symbol and session):
        return Letter.objects.none()
    same = Letter.objects.exclude(status=Letter.Status.WITHDRAWN).filter(
        state=record["state"], assessed_session=session, record__concluding_observations__symbol=symbol
    )
    return same.order_by("pk")
