"""Who works on a draft: claimed, renewed, lapsed, taken over, given back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from followup import intake
from followup.intake.claims import LAPSES
from followup.models import Letter

pytestmark = pytest.mark.django_db


@pytest.fixture
def other(staff):
    return staff("Secretariat", name="other")


def stored(letter: Letter) -> Letter:
    return Letter.objects.get(pk=letter.pk)


def age(letter: Letter, minutes: float) -> None:
    Letter.objects.filter(pk=letter.pk).update(claimed_at=timezone.now() - timedelta(minutes=minutes))


def test_the_first_who_comes_holds_it(draft, clerk, other):
    assert intake.holder(draft) is None
    intake.hold(draft, by=clerk)
    with pytest.raises(intake.Claimed, match="clerk works on this draft"):
        intake.hold(stored(draft), by=other)
    assert intake.holder(stored(draft)) == clerk


@pytest.mark.parametrize(("minutes", "holds"), [(29, "clerk"), (31, "other")])
def test_a_claim_lapses_after_half_an_hour(draft, clerk, other, minutes, holds):
    assert timedelta(minutes=30) == LAPSES
    intake.hold(draft, by=clerk)
    age(draft, minutes)
    if holds == "clerk":
        with pytest.raises(intake.Claimed):
            intake.hold(draft, by=other)
    else:
        assert intake.holder(stored(draft)) is None
        intake.hold(draft, by=other)
    assert intake.holder(stored(draft)).username == holds


def test_working_on_renews_the_claim(draft, clerk, other):
    intake.hold(draft, by=clerk)
    age(draft, 29)
    intake.hold(draft, by=clerk)
    assert timezone.now() - stored(draft).claimed_at < timedelta(minutes=1)


def test_anybody_may_take_it_over(draft, clerk, other):
    intake.hold(draft, by=clerk)
    intake.hold(draft, by=other, take_over=True)
    assert intake.holder(stored(draft)) == other
    with pytest.raises(intake.Claimed, match="other works"):
        intake.hold(draft, by=clerk)


def test_only_the_own_claim_is_given_back(draft, clerk, other):
    intake.hold(draft, by=clerk)
    intake.release(draft, by=other)
    assert intake.holder(stored(draft)) == clerk
    intake.release(draft, by=clerk)
    assert intake.holder(stored(draft)) is None


def test_a_claim_is_no_change_of_the_letter(draft, clerk):
    intake.hold(draft, by=clerk)
    assert (stored(draft).version, draft.history.count()) == (1, 1)


def test_what_is_published_is_nobodys_draft(draft, clerk):
    letter = intake.publish(draft, by=clerk, version=draft.version)
    intake.hold(letter, by=clerk)
    assert stored(letter).claimed_by is None
