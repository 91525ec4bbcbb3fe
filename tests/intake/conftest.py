"""A member of the secretariat, drafts, and letters that are read again."""

from __future__ import annotations

import pytest

from followup import intake
from followup.intake import parser_runs
from followup.models import Letter, ParserRun
from tests.samples import GRADED, sample_state

from .test_rereading import ODD, edited_row


@pytest.fixture
def clerk(reference, staff):
    sample_state()
    return staff("Secretariat", name="clerk")


@pytest.fixture
def draft(clerk) -> Letter:
    return intake.open_draft(text=GRADED, by=clerk).letter


@pytest.fixture
def odd(clerk) -> Letter:
    """A draft whose last recommendation has an unknown grade."""
    return intake.open_draft(text=ODD, by=clerk).letter


@pytest.fixture
def published(odd, clerk) -> Letter:
    """The same published: a person said what the unknown words mean."""
    letter = edited_row(odd, 2, clerk, grade="not_implemented")
    return intake.publish(letter, by=clerk, version=letter.version)


@pytest.fixture
def run(clerk, django_capture_on_commit_callbacks):
    """run() reads all letters again; run(letter) one of them."""

    def run(*letters: Letter) -> ParserRun:
        chosen = Letter.objects.filter(pk__in=[one.pk for one in letters]) if letters else Letter.objects
        with django_capture_on_commit_callbacks(execute=True):
            return parser_runs.start(chosen.all(), by=clerk)

    return run
