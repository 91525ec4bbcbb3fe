"""What belongs to the sheets leaves the sentence it stands in: running heads, footnotes, job numbers."""

from __future__ import annotations

import pytest

from followup.letters import parse

from .factory import letter

SHEETS = [
    "CMW/FollowUp/35/zz",
    "CMW/FollowUp/35/zz          2/3",
    "CMW/FollowUp/35/zz – page 2",
    "CMW/FollowUp/35/zz\n2/3",
    "GE.22-20113 (E)",
    "GE.22-20113",
    "H.E. Mr. Anton Sample\n5 October 2022\nPage 2",
    "Page 2\nMr. Anton Sample",
    "1 See CMW/C/SEN/2, para. 4.",
    "¹ See CMW/C/SEN/2, para. 4.",
    "[1] Available at www.example.org.",
    "* CMW/C/SEN/2, para. 4.",
    "___________\n1 The report is long.\n2 See CMW/C/SEN/2, paras. 14\nand 15.\n\nCMW/FollowUp/35/zz\npage 3",
    "------------------------------\n1 Act No. 12/2018, sections 36 and 48.\n\n2",
]
CUTTING = ["1/ Act No. 5 of 2019.\n2/ Act No. 6 of 2019.\n\nPage 2", "1 Act No. 5 of 2019."]
OPENING = (
    "Regarding the recommendation made in paragraph 47 of the concluding observations, the Committee notes"
)
REST = "the closure of 58 agencies. The Committee considers that the recommendation has been partially implemented."


@pytest.mark.parametrize("sheet", [*SHEETS, *CUTTING])
def test_it_leaves_the_sentence_it_cuts(sheet: str) -> None:
    first, second = REST.split(" of ", 1)
    text = letter("en", passages=[f"{OPENING} {first} of\n\n{sheet}\n\n{second}"], address_at=None)
    row = parse(text).as_dict()["assessments"][0]
    assert (row["text"], row["grade"]) == (f"{OPENING} {REST}", "partially_implemented")


@pytest.mark.parametrize("sheet", SHEETS)
def test_it_stands_between_two_passages(sheet: str) -> None:
    own = letter("en", address_at=None)
    marked = own.replace("\n\nWith regard to", f"\n\n{sheet}\n\nWith regard to")
    assert marked != own
    assert [row.text for row in parse(marked).assessments] == [row.text for row in parse(own).assessments]


# what looks like a footnote and is an item of the passage
ITEMS = [
    "1. See that the bill is adopted;\n\n2. Train the inspectors.",
    "(1) Adopt the bill;\n\n(2) Train the inspectors.",
    "The State party should:\n\n58 agencies were closed in 2020.",
]


@pytest.mark.parametrize("words", ITEMS)
def test_an_item_of_the_passage_stays(words: str) -> None:
    text = letter("en", passages=[f"{OPENING} the following:\n\n{words}"], address_at=None)
    assert parse(text).assessments[0].text == f"{OPENING} the following:\n\n{words}"
