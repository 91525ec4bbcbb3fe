"""Each flag has a letter that earns it, and no letter earns one it should not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from followup.letters import DEFAULT, Knowledge, parse

from .factory import DEFAULTS, letter

KNOWN = Knowledge(DEFAULT.states, DEFAULT.sessions, DEFAULT.wordings, today=date(2026, 1, 1))
EN = {key: value for key, value in DEFAULTS["en"].items() if isinstance(value, str)}
P12, P47 = DEFAULTS["en"]["passages"]  # type: ignore[misc]


def swap(part: str, old: str, new: str) -> dict[str, Any]:
    """A part of the clean letter with some words exchanged."""
    assert old in EN[part]
    return {part: EN[part].replace(old, new)}


# (code, field, what differs from the clean letter); the flag stands alone unless others follow from it
FLAGS: list[tuple[str, str | None, dict[str, Any]]] = [
    ("missing_reference", "reference", {"reference": "-"}),
    ("missing_date", "date", {"date": "-"}),
    ("missing_date", "date", {"date": "31 September 2022"}),
    ("missing_symbol", "concluding_observations.symbol", swap("observations", " (CMW/C/SEN/CO/2)", "")),
    ("missing_session", "concluding_observations.session", swap("examination", "thirtieth session", "session")),
    ("missing_session", "assessed.session", swap("report", "At its thirty-fifth session, held in September 2022 in Geneva, t", "T")),
    ("missing_paragraphs", "request.paragraphs", {"request": "-"}),
    ("missing_report_symbol", "follow_up_report.symbol", swap("report", " (CMW/C/SEN/FCO/2)", "")),
    ("missing_received", "follow_up_report.received", swap("report", "received in May 2021 ", "")),
    ("missing_signatory", "signatory", {"signature": "Chairperson"}),
    ("grade_not_stated", "assessments[0].grade", {"passages": [P12.split(". The Committee considers")[0] + ".", P47]}),
    ("unknown_grade", "assessments[0].grade", {"passages": [P12.replace("been implemented", "been broached"), P47]}),
    ("grade_contradiction", "assessments[0].grade", {"passages": [P12.replace("contained in paragraph 12", "contained in paragraph 13"), P47]}),
    ("grade_contradiction", "assessments[0].grade", {"passages": [P12 + " The Committee finds that the recommendation has not been implemented.", P47]}),
    ("paragraph_not_assessed", "request.paragraphs", {"passages": [P12]}),
    ("paragraph_not_requested", "assessments[2].paragraph", {"passages": [P12, P47, P47.replace("47", "48")]}),
    ("paragraph_repeated", "assessments[1].paragraph", {"passages": [P12, P12, P47]}),
    ("state_mismatch", "state", swap("examination", "Senegal", "Mali")),
    ("symbol_mismatch", "follow_up_report.symbol", swap("report", "SEN/FCO/2", "SEN/FCO/1")),
    ("symbol_mismatch", "follow_up_report.symbol", swap("report", "SEN/FCO/2", "MLI/FCO/2")),
    ("session_mismatch", "reference", {"reference": "REFERENCE: CMW/followup/34/zz"}),
    ("session_mismatch", "assessed.session_held", swap("report", "September 2022", "August 2022")),
    ("session_mismatch", "concluding_observations.session_held", swap("examination", "April 2019", "May 2019")),
    ("date_order", "date", {"date": "5 August 2022"}),
    ("date_order", "date", {"date": "5 October 2092"}),
    ("date_order", "date", {"date": "5 October 2025"}),
    ("date_order", "follow_up_report.received", swap("report", "May 2021", "May 2018")),
    ("early_observations", "concluding_observations.session", swap("examination", "thirtieth session, held in April 2019", "twentieth session, held in April 2014")),
    ("text_damaged", None, swap("closing", "constructive", "constr\ufffdctive")),
    ("text_damaged", None, swap("closing", "Senegal", "SÃ©nÃ©gal")),
]  # fmt: skip


def flags(text: str) -> list[tuple[str, str | None]]:
    return [(flag.code, flag.field) for flag in parse(text, KNOWN).flags]


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_a_clean_letter_has_none(language: str) -> None:
    assert flags(letter(language)) == []


@pytest.mark.parametrize(("code", "field", "parts"), FLAGS)
def test_a_letter_earns_its_flag_and_no_other(code: str, field: str | None, parts: dict[str, Any]) -> None:
    assert flags(letter("en", address_at=None, **parts)) == [(code, field)]


def test_a_symbol_of_another_state_is_flagged_and_the_state_named_stays() -> None:
    text = letter("en", address_at=None).replace("CMW/C/SEN", "CMW/C/MLI")
    assert flags(text) == [("state_mismatch", "state")]
    assert parse(text, KNOWN).as_dict()["state"] == "SEN"


def test_every_message_is_a_sentence() -> None:
    for _, _, parts in FLAGS:
        for flag in parse(letter("en", address_at=None, **parts), KNOWN).flags:
            assert flag.message[0].isupper()
            assert flag.message.endswith(".")
