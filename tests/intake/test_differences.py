"""What a new reading says otherwise than what stands: in a draft its record, else the public rows."""

from __future__ import annotations

import pytest

from followup import corrections, intake
from followup.intake import parser_runs
from followup.intake.differences import Difference, differences
from followup.letters import PARSER_VERSION
from followup.models import Letter

from .rereadings import GRADE, PASSAGE, correct, of, read_rows
from .test_rereading import edited, edited_row, rows, teach

pytestmark = pytest.mark.django_db


def test_what_reads_as_before_is_the_same(odd, published, run):
    row = of(run(), published)
    assert (row.status, row.reading, row.run.parser_version) == ("same", None, PARSER_VERSION)


def test_a_person_s_value_that_the_parser_still_does_not_read_is_nothing_new(published, run):
    """The grade a person gave differs from what is read, and was so from the beginning."""
    row = of(run(), published)
    assert row.differences == [[GRADE, "not_implemented", None]]
    assert row.status == "same"


def test_a_draft_that_reads_differently_now(odd, run, clerk):
    teach(clerk)
    row = of(run(), odd)
    assert (row.status, row.differences) == ("differs", [[GRADE, None, "partially_implemented"]])
    odd.refresh_from_db()
    assert (rows(odd)[2], odd.version) == (("51", None), 1), "nothing changes by itself"


def test_a_published_letter_is_compared_with_the_public_rows(published, run, clerk):
    teach(clerk)
    row = of(run(), published)
    assert (row.status, row.differences) == (
        "differs",
        [[GRADE, "not_implemented", "partially_implemented"]],
    )
    assert parser_runs.compare(row) == [
        Difference(GRADE, "not_implemented", "partially_implemented", by_person=True)
    ]
    correct(published.assessments.get(recommendation__label="51"), clerk, grade="partially_implemented")
    assert parser_runs.compare(row) == [], "what stands now is what is compared"
    again = of(run(), published)
    assert (again.status, again.differences) == ("same", [])


def test_values_of_observations_and_report_are_those_of_the_public_rows(published, clerk):
    published = Letter.objects.get(pk=published.pk)
    observations, report = published.observations, published.report
    assert differences(published, published.reading) == [
        Difference(GRADE, "not_implemented", None, by_person=True, known=True)
    ]
    for record, values in (
        (observations, {"session_held": "2021-05", "months": 18}),
        (report, {"received": "2023-06"}),
        (published, {"date": "2024-06-21"}),
    ):
        corrections.correct(
            record, values, by=clerk, reason="As printed.", version=record.version, key=str(values)
        )
    found = {
        one.path: (one.stands, one.reads, one.by_person, one.known)
        for one in differences(Letter.objects.get(pk=published.pk), published.reading)
    }
    del found[GRADE]
    assert found == {
        "date": ("2024-06-21", "2024-06-20", True, True),
        "concluding_observations.session_held": ("2021-05", "2021-04", True, True),
        "request.months": (18, 24, True, True),
        "follow_up_report.received": ("2023-06", "2023-05", True, True),
    }


ROWS = [
    # what the new parser reads, and the differences from the draft
    ("another text", [(0, {"text": PASSAGE})], [("assessments[15].text", False, False)]),
    ("a passage more", [(3, {"paragraph": "60"})], [("assessments[60]", False, False)]),
    ("a second passage", [(3, {})], [("assessments[15#2]", False, False)]),
    ("a passage less", [(1, None)], [("assessments[29 (c)]", False, False)]),
    ("another paragraph", [(1, {"paragraph": "30"})], [("assessments[29 (c)]", 0, 0), ("assessments[30]", 0, 0)]),
    ("moved", [(1, None), (3, {"paragraph": "29 (c)", "text": PASSAGE})],
     [("assessments[29 (c)].grade", 0, 0), ("assessments[29 (c)].grade_phrase", 0, 0), ("assessments[29 (c)].text", 0, 0)]),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_passages_are_followed_by_their_paragraph(odd, changes, expected):
    found = differences(odd, read_rows(odd, *changes))
    assert [(one.path, one.by_person, one.known) for one in found] == expected


def test_a_passage_is_followed_whatever_a_person_made_of_its_paragraph(odd, clerk):
    letter = edited_row(odd, 1, clerk, paragraph="30")
    assert differences(letter, read_rows(letter, (1, {"text": PASSAGE}))) == [
        Difference("assessments[30].paragraph", "30", "29 (c)", by_person=True, known=True),
        Difference("assessments[30].text", letter.record["assessments"][1]["text"], PASSAGE),
    ]


def test_a_passage_that_a_person_removed_or_added(odd, clerk):
    added = {**intake.blank_row(), "paragraph": "60", "text": PASSAGE}
    letter = edited(odd, clerk, assessments=[*odd.record["assessments"][1:], added])
    assert differences(letter, letter.reading) == [
        Difference("assessments[15]", None, letter.reading["assessments"][0], by_person=True, known=True)
    ]
    sixty = {"paragraph": "60", "grade": None, "grade_phrase": None, "text": "Another."}
    assert differences(letter, read_rows(letter, (3, sixty)))[0] == Difference(
        "assessments[60].text", PASSAGE, "Another.", by_person=True
    )
