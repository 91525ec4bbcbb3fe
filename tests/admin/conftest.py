"""A member of the secretariat at a desk, a colleague, and a draft."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from followup import intake
from followup.admin.record_form import RecordForm
from followup.models import Letter
from tests.samples import GRADED, sample_state

BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def clerk(reference, staff):
    sample_state()
    return staff("Secretariat", name="clerk")


@pytest.fixture
def desk(client, clerk) -> Client:
    """A browser of the secretariat, logged in."""
    client.force_login(clerk, backend=BACKEND)
    return client


@pytest.fixture
def other_desk(clerk, staff) -> Client:
    """The browser of a colleague, whose name is other."""
    client = Client()
    client.force_login(staff("Secretariat", name="other"), backend=BACKEND)
    return client


@pytest.fixture
def draft(clerk) -> Letter:
    return intake.open_draft(text=GRADED, by=clerk).letter


def page(letter: Letter, step: str) -> str:
    return reverse(f"admin:followup_letter_{step}", args=[letter.pk])


def typed(letter: Letter, action: str = "save", **changed: Any) -> dict[str, Any]:
    """What a browser sends from the review page."""
    shown = RecordForm.initial_of(letter.record)
    rows = letter.record["assessments"]
    data: dict[str, Any] = {name: "" if entry is None else entry for name, entry in shown.items()}
    data |= {"action": action, "version": letter.version, "selection": "", "checked": letter.checked}
    data |= {"rows-TOTAL_FORMS": len(rows), "rows-INITIAL_FORMS": len(rows)}
    for index, row in enumerate(rows):
        data |= {
            f"rows-{index}-{key}": "" if row[key] is None else row[key] for key in row if key != "selected"
        }
    return data | changed
