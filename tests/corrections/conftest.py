"""What the tests of corrections start from: a published letter, and correct(record, values) as a corrector."""

from __future__ import annotations

import secrets

import pytest

from followup import corrections, intake
from followup.models import Assessment, Letter, State

from ..samples import GRADED, sample_state

REASON = "Line 21 says something else."


def new_key() -> str:
    """A nonce, as each form has its own."""
    return secrets.token_urlsafe(16)


@pytest.fixture
def corrector(reference, staff):
    sample_state()
    State(iso3="XOT", name_en="Otherland", name_fr="Autre", name_es="Otra", sample=True).record_change(
        by=None, reason="Made for a test."
    )
    return staff("Correctors", name="corrector")


@pytest.fixture
def letter(corrector) -> Letter:
    letter = intake.open_draft(text=GRADED, by=corrector).letter
    return intake.publish(letter, by=corrector, version=letter.version)


@pytest.fixture
def assessment(letter) -> Assessment:
    return letter.assessments.in_order().first()


@pytest.fixture
def records(letter):
    """A record of each model, by the name of the model."""
    first = letter.assessments.in_order().first()
    return {
        "assessment": first,
        "recommendation": first.recommendation,
        "concludingobservations": letter.observations,
        "followupreport": letter.report,
        "letter": letter,
    }


@pytest.fixture
def correct(corrector):
    def make(record, values, **how):
        record = type(record).objects.get(pk=record.pk)
        how = {"by": corrector, "reason": REASON, "version": record.version, "key": new_key(), **how}
        return corrections.correct(record, values, **{"sure": True, **how})

    return make
