"""What the numbers, dates and symbols of a letter say of each other, in the words of many drafters.

No verb and no turn of phrase is shared by two of the frames. The passages are plain, so that they prove the request.
"""

from __future__ import annotations

import pytest

from followup.letters import parse

from .frames import FRAMES, Frame


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.reference)
def test_the_frame_is_read_by_what_its_numbers_say_of_each_other(frame: Frame) -> None:
    record = parse(frame.text).as_dict()
    observed, assessed = record["concluding_observations"], record["assessed"] or {}
    report = record["follow_up_report"] or {}
    assert record["kind"] == frame.kind
    assert record["request"] == {"months": frame.months, "due": frame.due, "paragraphs": frame.paragraphs}
    assert (observed["session"], observed["session_held"]) == frame.observed
    assert observed["reports"] == frame.reports
    assert (assessed.get("session"), assessed.get("session_held")) == frame.assessed
    assert report.get("received") == frame.received


LISTS = [
    "The Committee requested Guyana to report within one year on paragraphs 15 (labour inspection), 27 (data) and 47 (a) (children).",
    "The Committee requested Guyana to report within one year on the following recommendations:\n\nParagraph 15, on inspection;\n\n"
    "Paragraph 27, on data; and\n\nParagraph 47 (a), on children.",
]


@pytest.mark.parametrize("words", LISTS)
def test_words_may_stand_between_the_paragraphs_of_a_list(words: str) -> None:
    observations = "I refer to the concluding observations on the initial report of Guyana (CMW/C/GUY/CO/1)."
    missing = "The follow-up report has not been received."
    frame = Frame(
        "en",
        "CMW/r/1",
        "3 May 2021",
        f"{observations} {words}\n\n{missing}",
        "reminder",
        [],
        None,
        None,
        (None, None),
        None,
        (None, None),
        None,
    )
    record = parse(frame.text).as_dict()
    assert (record["kind"], record["request"]["paragraphs"]) == ("reminder", ["15", "27", "47 (a)"])


def test_of_two_days_that_may_both_be_the_receipt_none_is_taken() -> None:
    frame = FRAMES[0]
    words = frame.words.replace(
        "replied on 3 May 2021", "wrote on 2 May 2021, and the secretariat noted it on 9 June 2021, as"
    )
    record = parse(frame.text.replace(frame.words, words)).as_dict()
    assert record["follow_up_report"]["received"] is None
    assert ("missing_received", "follow_up_report.received") in {
        (f["code"], f["field"]) for f in record["flags"]
    }
