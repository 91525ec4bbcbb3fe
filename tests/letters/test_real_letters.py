"""The two real letters, read to the last field."""

from __future__ import annotations

from typing import Any

import pytest

from followup.letters import fold, left_out, locate, parse, sentence_around, withheld

from .real import real_letter
from .schema import validate

KYRGYZSTAN = {
    "kind": "assessment",
    "language": "en",
    "reference": "CMW/followup/29/bs",
    "date": "2018-09-13",
    "state": "KGZ",
    "concluding_observations": {
        "symbol": "CMW/C/KGZ/CO/1",
        "reports": [1],
        "session": 22,
        "session_held": "2015-04",
    },
    "request": {"months": 24, "due": None, "paragraphs": ["27", "29", "31", "33"]},
    "follow_up_report": {"symbol": "CMW/C/KGZ/CO/1/Add.1", "received": "2018-05"},
    "assessed": {"session": 29, "session_held": "2018-09"},
    "addressee": {"name": "Mr. Daniyar Mukashev", "email": "kyrgyzmission@bluewin.ch"},
    "signatory": {"name": "Ahmadou Tall", "role": "Chairperson"},
}
TAJIKISTAN = {
    "kind": "assessment",
    "language": "en",
    "reference": "CMW/FollowUp/35/ik",
    "date": "2022-09-30",
    "state": "TJK",
    "concluding_observations": {
        "symbol": "CMW/C/TJK/CO/2",
        "reports": [2],
        "session": 30,
        "session_held": "2019-04",
    },
    "request": {"months": 24, "due": None, "paragraphs": ["12", "35 (a)", "47"]},
    "follow_up_report": {"symbol": "CMW/C/TJK/FCO/2", "received": "2021-05"},
    "assessed": {"session": 35, "session_held": "2022-09"},
    "addressee": {"name": "Mr. Jamshed Khamidov", "email": "tajikistanmission@bluewin.ch"},
    "signatory": {"name": "Edgar Corzo Sosa", "role": "Chair"},
}
# where each passage begins and ends, and its grade
ROWS = {
    "kgz-2018": [
        (
            "27",
            None,
            "Regarding the recommendation made in paragraph 27 ",
            "their rights under the Convention.",
        ),
        ("29", None, "Regarding the recommendation made in paragraph 29 ", "other human rights treaties."),
        (
            "31",
            None,
            "In regards to the recommendation made in paragraph 31 ",
            "territory of the State party.",
        ),
        ("33", None, "Regarding the recommendation made in paragraph 33 ", "remain in the education system."),
    ],
    "tjk-2022": [
        ("12", "partially_implemented", "Regarding the ", "paragraph 12 has been partially implemented."),
        (
            "35 (a)",
            "partially_implemented",
            "In regard to ",
            "paragraph 35 (a) has been partially implemented.",
        ),
        ("47", "partially_implemented", "Regarding the ", "paragraph 47 has been partially implemented."),
    ],
}


def record(name: str) -> dict[str, Any]:
    return parse(real_letter(name)).as_dict()


@pytest.mark.parametrize(("name", "expected"), [("kgz-2018", KYRGYZSTAN), ("tjk-2022", TAJIKISTAN)])
def test_every_value_is_read(name: str, expected: dict[str, Any]) -> None:
    read = record(name)
    validate(read)
    assert {key: read[key] for key in expected} == expected


@pytest.mark.parametrize("name", ROWS)
def test_passages_begin_and_end_where_they_should(name: str) -> None:
    rows = record(name)["assessments"]
    assert [(row["paragraph"], row["grade"]) for row in rows] == [row[:2] for row in ROWS[name]]
    for row, (_, grade, begin, end) in zip(rows, ROWS[name], strict=True):
        assert row["text"].startswith(begin)
        assert row["text"].endswith(end)
        assert row["grade_phrase"] == (grade and "partially implemented")


def test_the_letter_without_grades_is_flagged_for_that_and_nothing_else() -> None:
    flags = record("kgz-2018")["flags"]
    assert [(flag["code"], flag["field"]) for flag in flags] == [
        ("grade_not_stated", f"assessments[{n}].grade") for n in range(4)
    ]
    assert flags[0]["message"] == (
        "No sentence states a grade for paragraph 27. “encourages the State party to take all necessary "
        "measures” is not a grade."
    )


def test_the_letter_with_grades_has_no_flags() -> None:
    assert record("tjk-2022")["flags"] == []


def test_the_passage_goes_on_over_a_paragraph_break() -> None:
    text = record("tjk-2022")["assessments"][2]["text"]
    assert "countries of destination by:\n\n(i) evaluating the implementation" in text


@pytest.mark.parametrize("name", ROWS)
def test_the_address_block_is_in_no_passage(name: str) -> None:
    for row in record(name)["assessments"]:
        for word in ("Excellency", "Mr.", "Permanent Representative", "@", "Geneva, Switzerland", "**"):
            assert word not in row["text"]


@pytest.mark.parametrize("name", ROWS)
def test_every_place_quotes_its_value(name: str) -> None:
    text, read = real_letter(name), record(name)
    for path, pieces in read["spans"].items():
        value: Any = read
        for key in path.replace("[", ".").replace("]", "").split("."):
            value = value[int(key)] if key.isdigit() else value[key]
        quoted = fold(" ".join(text[start:end] for start, end in pieces).replace("**", ""))
        if isinstance(value, str) and path.rsplit(".", 1)[-1] not in (
            "date",
            "session_held",
            "received",
            "state",
            "grade",
        ):
            assert quoted == fold(value), path


@pytest.mark.parametrize("name", ROWS)
def test_personal_data_is_withheld_on_public_pages(name: str) -> None:
    text, read = real_letter(name), record(name)
    public = text
    for start, end in reversed(withheld(text)):
        public = public[:start] + public[end:]
    assert "registry@ohchr.org" in public  # the letterhead's: an office, and no person
    for secret in (read["addressee"]["name"], read["signatory"]["name"], "bluewin", "@"):
        assert secret not in public.replace("registry@ohchr.org", "")


@pytest.mark.parametrize("name", ROWS)
def test_letterhead_and_address_block_are_left_out(name: str) -> None:
    text = real_letter(name)
    skipped = "".join(text[start:end] for start, end in left_out(text))
    assert "HAUT-COMMISSARIAT" in skipped
    assert "Permanent Representative of the" in skipped
    assert "Regarding the recommendation" not in skipped


def test_a_passage_is_found_again_in_the_letter() -> None:
    text, row = real_letter("tjk-2022"), record("tjk-2022")
    found = locate(text, row["assessments"][2]["text"])
    assert [list(piece) for piece in found] == row["spans"]["assessments[2].text"]


def test_the_sentence_around_a_grade_is_the_one_the_record_points_at() -> None:
    text, spans = real_letter("tjk-2022"), record("tjk-2022")["spans"]
    start, end = spans["assessments[1].grade_phrase"][0]
    assert [list(sentence_around(text, start, end))] == spans["assessments[1].grade"]
