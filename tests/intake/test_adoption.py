"""A person decides on a new reading: value by value, all or none, once; what is not chosen stays."""

from __future__ import annotations

import pytest

from followup import adoption, corrections, intake
from followup.intake import parser_runs
from followup.intake.differences import differences
from followup.letters import PARSER_VERSION
from followup.models import Correction, Letter, Stale

from .rereadings import GRADE, WORDS, adopt, correct, of, read_rows, stored
from .test_rereading import edited, rows, teach

pytestmark = pytest.mark.django_db


def test_values_of_a_draft_are_taken_over_one_by_one(odd, run, clerk):
    teach(clerk)
    row = adopt(of(run(), odd), clerk, GRADE)
    assert (row.status, row.taken, row.decided_by) == ("adopted", [GRADE], clerk)
    odd.refresh_from_db()
    assert (rows(odd)[2], odd.reading) == (("51", "partially_implemented"), row.reading)
    assert odd.history.latest().history_change_reason == "Read again."
    assert intake.ready(odd)


def test_what_is_not_chosen_stays_as_a_person_s_value(odd, clerk, run):
    letter = edited(odd, clerk, reference="TYPED/1")
    letter.reading = {**read_rows(letter, (0, {"grade": "contrary"})), "date": "2024-06-19"}
    letter.record = {**letter.record, "date": "2024-06-19"}
    letter.record["assessments"][0]["grade"] = "contrary"
    letter.record_change(by=None, reason="An older parser read it so.")
    row = of(run(), letter)
    assert [(one.path, one.by_person) for one in parser_runs.compare(row)] == [
        ("reference", True),
        ("date", False),
        ("assessments[15].grade", False),
    ]
    adopt(row, clerk, "date")
    letter.refresh_from_db()
    assert (letter.record["date"], str(letter.date)) == ("2024-06-20", "2024-06-20")
    assert (letter.reference, rows(letter)[0]) == ("TYPED/1", ("15", "contrary"))
    assert letter.reading["assessments"][0]["grade"] == "partially_implemented"
    again = of(run(), letter)
    assert again.status == "same", "what was left is not asked again"


def test_whole_passages_of_a_draft(odd, run, clerk):
    letter = odd
    letter.reading = read_rows(letter, (1, None), (3, {"paragraph": "60"}))
    letter.record = intake.record.from_reading(letter.reading)
    letter.record_change(by=None, reason="An older parser read it so.")
    row = of(run(), letter)
    assert [one.path for one in parser_runs.compare(row)] == ["assessments[60]", "assessments[29 (c)]"]
    adopt(row, clerk, "assessments[29 (c)]", "assessments[60]")
    letter.refresh_from_db()
    assert rows(letter) == [("15", "partially_implemented"), ("51", None), ("29 (c)", "not_implemented")]
    assert [one["read"] for one in letter.record["assessments"]] == [0, 2, 1]


def test_a_published_value_is_taken_over_by_a_correction(published, run, clerk):
    teach(clerk)
    row = of(run(), published)
    adopt(row, clerk, GRADE)
    found = published.assessments.get(recommendation__label="51")
    assert (found.grade, found.version) == ("partially_implemented", 2)
    made = Correction.objects.get()
    assert (made.before, made.after) == ({"grade": "not_implemented"}, {"grade": "partially_implemented"})
    assert made.reason == f"Read again with parser {PARSER_VERSION} and compared with the letter."
    published.refresh_from_db()
    assert published.reading["assessments"][2]["grade"] is None, "the parse is never edited"
    assert of(run(), published).status == "same"


def test_values_of_several_public_records_are_taken_over_together(published, run, clerk, monkeypatch):
    published = Letter.objects.get(pk=published.pk)
    fresh = read_rows(published, (0, {"grade": "contrary", "grade_phrase": "inspections remain rare"}))
    fresh |= {"date": "2024-06-21", "follow_up_report": {**fresh["follow_up_report"], "received": "2023-06"}}
    fresh["concluding_observations"] = {**fresh["concluding_observations"], "session_held": "2021-05"}
    row = stored(run(published), published, fresh)
    paths = [
        "date",
        "follow_up_report.received",
        "concluding_observations.session_held",
        "assessments[15].grade",
    ]
    adopt(row, clerk, *paths)
    assert [(made.model, made.after) for made in Correction.objects.order_by("pk")] == [
        ("assessment", {"grade": "contrary", "grade_phrase": "inspections remain rare"}),
        ("followupreport", {"received": "2023-06"}),
        ("concludingobservations", {"session_held": "2021-05"}),
        ("letter", {"date": "2024-06-21"}),
    ]
    published = Letter.objects.get(pk=published.pk)
    assert (str(published.date), str(published.observations.due)) == ("2024-06-21", "2023-05")
    assert [one.path for one in differences(published, fresh) if not one.known] == []


def test_a_value_that_cannot_stand_is_refused_and_nothing_is_changed(published, run, clerk):
    published = Letter.objects.get(pk=published.pk)
    fresh = {
        **read_rows(published, (0, {"grade": "contrary", "grade_phrase": "nowhere to be found"})),
        "date": "2024-06-21",
    }
    row = stored(run(published), published, fresh)
    with pytest.raises(corrections.Refused, match="do not stand in the letter"):
        adopt(row, clerk, "date", "assessments[15].grade")
    row.refresh_from_db()
    assert (row.status, Correction.objects.count()) == ("differs", 0)
    assert str(Letter.objects.get(pk=published.pk).date) == "2024-06-20"


NOT_PUBLIC = ["assessments[60]", "assessments[29 (c)]", "signatory.name"]


@pytest.mark.parametrize("path", NOT_PUBLIC)
def test_what_is_not_corrected_one_by_one_is_not_taken_over(published, run, clerk, path):
    published = Letter.objects.get(pk=published.pk)
    fresh = read_rows(published, (1, None), (3, {"paragraph": "60"}))
    fresh["signatory"] = {**fresh["signatory"], "name": "Somebody Else"}
    row = stored(run(published), published, fresh)
    assert path in [one.path for one in parser_runs.compare(row)]
    with pytest.raises(adoption.NotAdoptable, match="cannot be taken over"):
        adopt(row, clerk, path)
    assert of(row.run, published).status == "differs"


def test_leaving_it_as_it_is(published, run, clerk, staff):
    teach(clerk)
    row = of(run(), published)
    left = parser_runs.leave(row, by=clerk)
    assert (left.status, left.taken, left.decided_by) == ("kept", [], clerk)
    assert parser_runs.leave(row, by=clerk).decided_at == left.decided_at, "sent twice it is one decision"
    with pytest.raises(parser_runs.Decided):
        parser_runs.leave(row, by=staff("Secretariat", name="other"))
    assert of(run(), published).status == "same", "what was looked at is not asked again"


def test_a_decision_sent_twice_has_one_effect_and_another_one_none(published, run, clerk):
    teach(clerk)
    row = of(run(), published)
    version = adoption.version_of(published)
    first = adoption.adopt(row, [GRADE], by=clerk, version=version)
    again = adoption.adopt(row, [GRADE], by=clerk, version=version)
    assert (again.decided_at, Correction.objects.count()) == (first.decided_at, 1)
    with pytest.raises(parser_runs.Decided):
        parser_runs.leave(row, by=clerk)
    with pytest.raises(parser_runs.Decided):
        adoption.adopt(row, [WORDS], by=clerk, version=version)


def test_who_saw_an_earlier_state_is_told(published, run, clerk):
    teach(clerk)
    row = of(run(), published)
    version = adoption.version_of(published)
    correct(published.assessments.first(), clerk, grade="implemented")
    with pytest.raises(Stale):
        adoption.adopt(row, [GRADE], by=clerk, version=version)
    assert (of(row.run, published).status, Correction.objects.count()) == ("differs", 1)


def test_choosing_nothing_or_what_is_gone_is_refused(odd, run, clerk):
    teach(clerk)
    row = of(run(), odd)
    with pytest.raises(adoption.NotAdoptable, match="Choose the values"):
        adopt(row, clerk)
    with pytest.raises(adoption.NotAdoptable, match="does not differ any more"):
        adopt(row, clerk, "assessments[99].grade")
