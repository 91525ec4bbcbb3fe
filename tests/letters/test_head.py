"""The head of a letter: reference and date on one line, in two columns, in a letter that runs on without a break."""

from __future__ import annotations

import pytest

from followup.letters import parse

from .factory import letter

# (language, the line or lines of the head, reference, date)
HEADS = [
    ("en", "CMW/FollowUp/35/zz        Geneva, 5 October 2022", "CMW/FollowUp/35/zz", "2022-10-05"),
    ("en", "CMW/FollowUp/35/zz — 5 October 2022", "CMW/FollowUp/35/zz", "2022-10-05"),
    ("en", "Reference CMW/FollowUp/35/zz of 5 October 2022", "CMW/FollowUp/35/zz", "2022-10-05"),
    ("en", "REFERENCE: CMW/FollowUp/35/zz\tGeneva, 5 October 2022", "CMW/FollowUp/35/zz", "2022-10-05"),
    ("en", "Geneva, 5 October 2022          REFERENCE: CMW/FollowUp/35/zz", "CMW/FollowUp/35/zz", "2022-10-05"),
    ("en", "Ref: CMW/FU/35/zz 5 October 2022", "CMW/FU/35/zz", "2022-10-05"),
    ("en", "REFERENCE: CMW/FollowUp/35/zz        By e-mail\n\n5 October 2022", "CMW/FollowUp/35/zz", "2022-10-05"),
    ("en", "REFERENCE: CMW/FollowUp/35/zz (please quote when replying)\n5 October 2022", "CMW/FollowUp/35/zz", "2022-10-05"),
    ("en", "Our ref.: G/SO 221/3 (14)\n\n5 October 2022", "G/SO 221/3", "2022-10-05"),
    ("fr", "RÉFÉRENCE : CMW/FollowUp/35/zz       Genève, le 5 octobre 2022", "CMW/FollowUp/35/zz", "2022-10-05"),
    ("fr", "N/Réf. : CMW/FollowUp/35/zz ; Genève, le 1er octobre 2022", "CMW/FollowUp/35/zz", "2022-10-01"),
    ("fr", "CMW/FollowUp/35/zz – Genève, le 5 octobre 2022", "CMW/FollowUp/35/zz", "2022-10-05"),
    ("es", "CMW/FollowUp/35/zz. Ginebra, 5 de octubre de 2022", "CMW/FollowUp/35/zz", "2022-10-05"),
    ("es", "REFERENCIA: CMW/FollowUp/35/zz            Ginebra, 5 de octubre de 2022", "CMW/FollowUp/35/zz", "2022-10-05"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "lines", "reference", "date"), HEADS)
def test_reference_and_date_are_told_apart(language: str, lines: str, reference: str, date: str) -> None:
    record = parse(letter(language, reference=lines, date="-")).as_dict()
    assert (record["reference"], record["date"], record["flags"]) == (reference, date, [])


def test_two_columns_hold_reference_date_and_addressee() -> None:
    head = (
        "REFERENCE: CMW/followup/35/zz                    H.E. Mr. Anton Sample\n"
        "                                                 Permanent Representative of the\n"
        "5 October 2022                                   Republic of Senegal\n"
        "                                                 Email: mission@example.org"
    )
    record = parse(letter("en", reference=head, date="-", address_at=None)).as_dict()
    assert (record["reference"], record["date"]) == ("CMW/followup/35/zz", "2022-10-05")
    assert record["addressee"] == {"name": "Mr. Anton Sample", "email": "mission@example.org"}
    assert (record["state"], record["flags"]) == ("SEN", [])


def test_a_letter_that_runs_on_without_a_break_has_a_head_all_the_same() -> None:
    opening = "CMW/FollowUp/35/zz. Geneva, 5 October 2022. Excellency, "
    text = letter("en", letterhead="-", reference="-", date="-", salutation="-", address_at=None)
    record = parse(opening + text).as_dict()
    assert (record["reference"], record["date"]) == ("CMW/FollowUp/35/zz", "2022-10-05")
