"""Every published value can be corrected, with a reason and a place in the public log; nothing wrong gets in."""

from __future__ import annotations

import pytest

from followup import corrections, intake
from followup.models import Change, Correction, Letter

from .conftest import REASON, new_key

pytestmark = pytest.mark.django_db


def test_a_correction_keeps_the_parse_and_says_who_and_why(assessment, corrector, correct):
    read, letter = assessment.parsed, assessment.letter
    made = correct(assessment, {"grade": "substantially_implemented"}, source="https://ohchr.test/letter")
    assessment.refresh_from_db()
    assert (assessment.grade, assessment.version) == ("substantially_implemented", 2)
    assert (assessment.parsed, assessment.corrected) == (read, ["grade"])
    assert Letter.objects.get().reading == letter.reading
    new, old = assessment.history.all()
    assert (old.grade, new.grade) == ("partially_implemented", "substantially_implemented")
    assert (new.history_user, new.history_change_reason, new.version) == (corrector, REASON, 2)
    assert (made.before, made.after) == (
        {"grade": "partially_implemented"},
        {"grade": "substantially_implemented"},
    )
    assert (made.status, made.made_by, made.role, made.version) == ("made", corrector, "Corrector", 1)
    assert made.source == "https://ohchr.test/letter"


def test_the_public_log_tells_what_changed_and_why_and_names_a_role(assessment, corrector, correct):
    made = correct(assessment, {"grade": None, "grade_phrase": ""})
    entry = Change.objects.newest_first().first()
    assert entry.correction == made
    assert (entry.kind, entry.state_id, entry.reason, entry.role) == (
        "corrected",
        "XTL",
        REASON,
        "Corrector",
    )
    assert entry.values == [
        ("grade", "Partially implemented", "Grade not stated"),
        ("grade_phrase", "partially implemented", None),
    ]
    assert entry.what == "Assessment of CMW/C/XTL/CO/2, paragraph 15 (Letter to Testland, 20 June 2024)"
    assert (entry.recommendation, entry.letter) == (assessment.recommendation, assessment.letter)


# model, what is typed, what stands then (ISO), what was derived along with it
VALUES = [
    ("assessment", {"paragraph": "15(b)"}, {"paragraph": "15 (b)"}),
    ("assessment", {"grade": "contrary"}, {"grade": "contrary"}),
    ("assessment", {"grade_phrase": "inspections remain rare"}, {"grade_phrase": "inspections remain rare"}),
    (
        "assessment",
        {"text": "It has been  partially\r\nimplemented."},
        {"text": "It has been  partially\nimplemented."},
    ),
    ("recommendation", {"paragraph": "16"}, {"paragraph": "16"}),
    ("recommendation", {"wording": "Register agencies."}, {"wording": "Register agencies."}),
    ("concludingobservations", {"symbol": "cmw/c/xtl/co/3"}, {"symbol": "CMW/C/XTL/CO/3"}),
    (
        "concludingobservations",
        {"symbol": "CMW/C/XOT/CO/2", "state": "XOT"},
        {"state": "XOT", "symbol": "CMW/C/XOT/CO/2"},
    ),
    ("concludingobservations", {"reports_reviewed": "none"}, {"reports_reviewed": []}),
    ("concludingobservations", {"session": "33"}, {"session": 33}),
    (
        "concludingobservations",
        {"session_held": "May 2021"},
        {"session_held": "2021-05", "due": "2023-05"},
    ),
    ("concludingobservations", {"months": "12"}, {"months": 12, "due": "2022-04"}),
    ("concludingobservations", {"due": "1 May 2023"}, {"due": "2023-05-01"}),
    ("followupreport", {"report_symbol": "CMW/C/XTL/FCO/3"}, {"report_symbol": "CMW/C/XTL/FCO/3"}),
    ("followupreport", {"report_symbol": ""}, {"report_symbol": ""}),
    ("followupreport", {"received": "2023-06"}, {"received": "2023-06"}),
    ("letter", {"reference": "CMW/FollowUp/38/yy"}, {"reference": "CMW/FollowUp/38/yy"}),
    ("letter", {"date": "21 June 2024"}, {"date": "2024-06-21"}),
    ("letter", {"language": "fr"}, {"language": "fr"}),
    ("letter", {"assessed_session": 37}, {"assessed_session": 37}),
    ("letter", {"assessed_held": "December 2023"}, {"assessed_held": "2023-12"}),
    ("letter", {"paragraphs": "15, 29 (c), 51 and 60"}, {"paragraphs": ["15", "29 (c)", "51", "60"]}),
    ("letter", {"months": "18"}, {"months": 18}),
    ("letter", {"observations": "CMW/C/XTL/CO/1"}, {"observations": "CMW/C/XTL/CO/1"}),
    (
        "letter",
        {"observations": "CMW/C/XOT/CO/1", "state": "XOT"},
        {"state": "XOT", "observations": "CMW/C/XOT/CO/1"},
    ),
    ("letter", {"report": ""}, {"report": ""}),
]


@pytest.mark.parametrize(("model", "typed", "stands"), VALUES)
def test_every_published_value_can_be_corrected_and_brought_back(
    records, correct, corrector, model, typed, stands
):
    record = records[model]
    before = corrections.stands(record)
    made = correct(record, typed)
    record = type(record).objects.get(pk=record.pk)
    now = corrections.stands(record)
    assert {name: corrections.iso(now[name]) for name in now if now[name] != before[name]} == stands
    assert set(made.after) == set(typed)
    entry = Change.objects.get(correction=made)
    assert set(entry.after) == set(stands)
    assert record.history.first().history_change_reason == REASON
    back = corrections.restore(
        record, made, by=corrector, reason="It was right before.", version=record.version, key=new_key()
    )
    assert back.restores == made
    assert back.after == made.before
    assert corrections.stands(type(record).objects.get(pk=record.pk)) == before


REFUSED = [
    ("assessment", {"grade": "contrary"}, {"reason": "typo"}, "reason"),
    ("assessment", {"grade": "contrary"}, {"reason": "         x         "}, "reason"),
    ("assessment", {"grade": "contrary"}, {"source": "javascript:alert(1)"}, "source"),
    ("assessment", {"grade": "excellent"}, {}, "grade"),
    ("assessment", {"grade": None}, {}, "grade_phrase"),
    ("assessment", {"grade_phrase": ""}, {}, "grade_phrase"),
    ("assessment", {"grade_phrase": "fully implemented"}, {}, "grade_phrase"),
    ("assessment", {"text": "  "}, {}, "text"),
    ("assessment", {"text": "Other words."}, {}, "grade_phrase"),
    ("assessment", {"paragraph": "fifteen"}, {}, "paragraph"),
    ("assessment", {"paragraph": "51"}, {}, "paragraph"),
    ("assessment", {"grade": "partially_implemented"}, {}, "grade"),
    ("assessment", {"version": 7}, {}, ""),
    ("assessment", {"parsed": None}, {}, ""),
    ("assessment", {}, {}, ""),
    ("recommendation", {"paragraph": "51"}, {}, "paragraph"),
    ("recommendation", {"paragraph": ""}, {}, "paragraph"),
    ("concludingobservations", {"symbol": "CMW/C/XTL/2"}, {}, "symbol"),
    ("concludingobservations", {"symbol": "CMW/C/XOT/CO/2"}, {}, "symbol"),
    ("concludingobservations", {"state": "XOT"}, {}, "symbol"),
    ("concludingobservations", {"state": "ZZZ"}, {}, "state"),
    ("concludingobservations", {"session": "99"}, {}, "session"),
    ("concludingobservations", {"months": "-3"}, {}, "months"),
    ("concludingobservations", {"due": "soon"}, {}, "due"),
    ("concludingobservations", {"reports_reviewed": "second"}, {}, "reports_reviewed"),
    ("followupreport", {"report_symbol": "CMW/C/XTL/CO/2"}, {}, "report_symbol"),
    ("followupreport", {"report_symbol": "CMW/C/XOT/FCO/2"}, {}, "report_symbol"),
    ("followupreport", {"received": "2023-02-30"}, {}, "received"),
    ("letter", {"date": ""}, {}, "date"),
    ("letter", {"kind": "other"}, {}, "kind"),
    ("letter", {"kind": "reminder"}, {}, "kind"),
    ("letter", {"language": "de"}, {}, "language"),
    ("letter", {"state": "XOT"}, {}, "observations"),
    ("letter", {"observations": "CMW/C/XOT/CO/2"}, {}, "observations"),
    ("letter", {"report": "CMW/C/XTL/FCO/9"}, {}, "report"),
    ("letter", {"paragraphs": "all"}, {}, "paragraphs"),
    ("letter", {"reference": "x" * 101}, {}, "reference"),
]


@pytest.mark.parametrize(("model", "typed", "how", "field"), REFUSED)
def test_what_cannot_stand_is_refused_and_changes_nothing(records, correct, model, typed, how, field):
    record = records[model]
    with pytest.raises(corrections.Refused) as refusal:
        correct(record, typed, **how)
    assert refusal.value.field == field
    assert type(record).objects.get(pk=record.pk).version == record.version
    assert not Correction.objects.exists()
    assert Change.objects.count() == 1


def test_only_what_is_public_is_corrected(letter, assessment, correct, corrector):
    intake.withdraw(letter, by=corrector, reason="Sent to another State.", version=letter.version)
    for record, values in ((letter, {"date": "2024"}), (assessment, {"grade": "contrary"})):
        with pytest.raises(corrections.Refused, match="not published"):
            correct(record, values)


DOUBTS = [
    (
        {"grade": "contrary"},
        "grade",
        "say “Partially implemented”; “Contrary to the recommendation” was chosen",
    ),
    (
        {"grade": "implemented", "grade_phrase": "regrets"},
        "grade",
        "“regrets” is no wording of a grade in the tables",
    ),
]


@pytest.mark.parametrize(("values", "field", "message"), DOUBTS)
def test_a_grade_that_its_words_do_not_say_asks_whether_one_is_sure(
    assessment, correct, values, field, message
):
    with pytest.raises(corrections.Doubtful, match=message) as caught:
        correct(assessment, values, sure=False)
    assert (caught.value.field, Correction.objects.count()) == (field, 0)
    correct(assessment, values, sure=True)
    assessment.refresh_from_db()
    assert assessment.grade == values["grade"]


def test_a_grade_with_the_words_that_say_it_needs_no_second_look(assessment, correct):
    text = assessment.text.replace("partially implemented", "not been implemented")
    correct(
        assessment,
        {"grade": "not_implemented", "grade_phrase": "not been implemented", "text": text},
        sure=False,
    )
    assessment.refresh_from_db()
    assert assessment.grade == "not_implemented"
