"""One effect, and nothing overwritten: stale forms, forms sent twice, a second person, earlier states."""

from __future__ import annotations

import pytest

from followup import corrections
from followup.models import Assessment, Change, Correction, Stale

from .conftest import new_key

pytestmark = pytest.mark.django_db


class TestTwice:
    def test_of_two_corrections_of_one_version_the_second_is_told(self, assessment, correct):
        correct(assessment, {"grade": "implemented"})
        with pytest.raises(Stale) as conflict:
            correct(assessment, {"grade": "contrary"}, version=1)
        assert conflict.value.current.grade == "implemented"
        assert Assessment.objects.get(pk=assessment.pk).version == 2

    def test_the_same_form_sent_twice_has_one_effect(self, assessment, correct):
        first = correct(assessment, {"grade": "implemented"}, version=1, key="nonce")
        assert correct(assessment, {"grade": "implemented"}, version=1, key="nonce") == first
        assessment.refresh_from_db()
        assert (assessment.version, assessment.history.count()) == (2, 2)
        assert (Correction.objects.count(), Change.objects.count()) == (1, 2)

    def test_a_nonce_serves_one_record_only(self, assessment, letter, correct):
        correct(assessment, {"grade": "implemented"}, key="nonce")
        with pytest.raises(corrections.Refused, match="another record"):
            correct(letter, {"date": "2024"}, key="nonce")

    def test_what_belongs_to_a_correction_happens_with_it_or_not_at_all(self, assessment, correct):
        def fail(made):
            assert made.pk
            raise RuntimeError("answered by somebody else")

        with pytest.raises(RuntimeError):
            correct(assessment, {"grade": "implemented"}, then=fail)
        assert (Assessment.objects.get(pk=assessment.pk).version, Correction.objects.count()) == (1, 0)


class TestASecondPerson:
    @pytest.fixture(autouse=True)
    def _two_people(self, settings):
        settings.CONFIRM_CORRECTIONS = True

    @pytest.fixture
    def second(self, staff):
        return staff("Correctors", name="second")

    @pytest.fixture
    def proposal(self, assessment, correct):
        return correct(assessment, {"grade": "implemented"})

    def test_nothing_is_public_before_it_is_confirmed(self, proposal, assessment, corrector, second):
        assessment.refresh_from_db()
        assert (assessment.grade, assessment.version) == ("partially_implemented", 1)
        assert (proposal.status, Change.objects.filter(correction=proposal).exists()) == ("proposed", False)
        made = corrections.confirm(proposal, by=second)
        assessment.refresh_from_db()
        assert (assessment.grade, assessment.version) == ("implemented", 2)
        assert (made.status, made.made_by, made.decided_by) == ("made", corrector, second)
        assert assessment.history.first().history_user == corrector
        assert Change.objects.filter(correction=made).count() == 1
        assert corrections.confirm(proposal, by=second) == made  # sent twice
        assert Assessment.objects.get(pk=assessment.pk).version == 2

    def test_nobody_confirms_their_own(self, proposal, corrector):
        with pytest.raises(corrections.Refused):
            corrections.confirm(proposal, by=corrector)
        with pytest.raises(corrections.Refused):
            corrections.decline(proposal, by=corrector, reason="I changed my mind.")

    def test_a_declined_one_says_why_and_changes_nothing(self, proposal, assessment, second):
        with pytest.raises(corrections.Refused):
            corrections.decline(proposal, by=second, reason="no")
        declined = corrections.decline(proposal, by=second, reason="The letter says partially.")
        assert (declined.status, declined.decision) == ("declined", "The letter says partially.")
        assert Assessment.objects.get(pk=assessment.pk).version == 1
        with pytest.raises(Stale):
            corrections.confirm(proposal, by=second)

    def test_a_record_that_moved_on_is_not_overwritten(self, proposal, assessment, correct, second, settings):
        settings.CONFIRM_CORRECTIONS = False
        correct(assessment, {"grade": "contrary"})
        with pytest.raises(Stale) as conflict:
            corrections.confirm(proposal, by=second)
        assert conflict.value.current.grade == "contrary"
        proposal.refresh_from_db()
        assert proposal.status == "proposed"


def test_any_earlier_state_comes_back_as_a_new_correction(assessment, correct, corrector):
    correct(assessment, {"grade": "implemented"})
    correct(assessment, {"paragraph": "16"})
    assessment.refresh_from_db()
    first = assessment.history.last()
    made = corrections.restore(
        assessment, first, by=corrector, reason="As it was published.", version=3, key=new_key()
    )
    assert made.after == {"paragraph": "15", "grade": "partially_implemented"}
    assessment.refresh_from_db()
    assert (assessment.version, assessment.history.count(), assessment.recommendation.label) == (4, 4, "15")
