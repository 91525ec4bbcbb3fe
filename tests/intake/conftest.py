"""A member of the secretariat and a draft."""

from __future__ import annotations

import pytest

from followup import intake
from followup.models import Letter
from tests.samples import GRADED, sample_state


@pytest.fixture
def clerk(reference, staff):
    sample_state()
    return staff("Secretariat", name="clerk")


@pytest.fixture
def draft(clerk) -> Letter:
    return intake.open_draft(text=GRADED, by=clerk).letter
