"""Runs of the present parser over stored letters: each letter once, whatever is cut off, and nothing changed."""

from __future__ import annotations

import pytest

from followup import intake
from followup.intake import parser_runs
from followup.models import Letter, ParserRun, Rereading
from tests.samples import GRADED, UNGRADED

from .rereadings import GRADE, adopt, of
from .test_rereading import teach

pytestmark = pytest.mark.django_db


def test_a_run_reads_drafts_and_published_letters_only(odd, clerk, run):
    other = intake.open_draft(text=UNGRADED, by=clerk).letter
    other = intake.publish(other, by=clerk, version=other.version)
    gone = intake.open_draft(text=GRADED.replace("/38/xx", "/38/yy").replace("20 June", "21 June"), by=clerk)
    gone = intake.publish(gone.letter, by=clerk, version=1)
    intake.withdraw(gone, by=clerk, reason="Sent to the wrong State.", version=gone.version)
    assert [row.letter for row in run().rereadings.all()] == [odd, other]
    with pytest.raises(parser_runs.NothingToRead):
        run(gone)
    assert ParserRun.objects.count() == 1


def test_a_run_that_was_cut_off_goes_on_and_reads_nothing_twice(odd, clerk):
    intake.open_draft(text=UNGRADED, by=clerk)
    begun = parser_runs.start(Letter.objects.all(), by=clerk)  # not committed in a test: nobody reads it
    assert begun.rereadings.tally() == {"waiting": 2}
    parser_runs.resume(begun, seconds=0)
    assert begun.rereadings.tally() == {"waiting": 2}
    parser_runs.resume(begun)
    assert begun.rereadings.tally() == {"same": 2}
    teach(clerk)
    parser_runs.read_one(of(begun, odd).pk)
    assert begun.rereadings.tally() == {"same": 2}
    assert [(one.total, one.waiting, one.differing) for one in ParserRun.objects.with_counts()] == [(2, 0, 0)]


def test_a_draft_discarded_meanwhile_is_no_fault(odd, clerk):
    begun = parser_runs.start(Letter.objects.all(), by=clerk)
    row = of(begun, odd)
    intake.discard(odd, by=clerk, version=odd.version)
    parser_runs.read_one(row.pk)
    assert begun.rereadings.tally() == {}


def test_a_letter_that_breaks_the_parser_is_told_and_does_not_stop_the_others(odd, clerk, run, caplog):
    """A stored reading whose flags have another shape than the parser of today gives them."""
    broken = intake.open_draft(text=UNGRADED, by=clerk).letter
    broken.reading = {**broken.reading, "flags": [{"code": "text_damaged", "field": None}]}
    broken.record_change(by=None, reason="As an older version stored it.")
    found = run()
    assert {row.letter_id: row.status for row in found.rereadings.all()} == {
        odd.pk: "same",
        broken.pk: "failed",
    }
    assert f"letter {broken.pk} could not be read again" in caplog.text


def test_what_waits_of_an_earlier_run_is_replaced(odd, run, clerk):
    wording = teach(clerk)
    first = of(run(), odd)
    wording.grade = "not_implemented"
    intake.teach(wording, by=clerk, reason="It was a slip.")
    second = of(run(), odd)
    first.refresh_from_db()
    assert (first.status, second.status) == ("replaced", "differs")
    with pytest.raises(parser_runs.Decided, match="read again since"):
        adopt(first, clerk, GRADE)
    with pytest.raises(parser_runs.Decided):
        parser_runs.leave(first, by=clerk)
    assert list(Rereading.objects.to_decide()) == [second]
