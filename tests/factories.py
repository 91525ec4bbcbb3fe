"""Rows for tests of the public pages: real ones, in the words of the procedure.

estmark = state("XES", "Estmark")
asked = observations(estmark, "12", "35 (a)")
letter(asked, {"12": "partially_implemented", "35 (a)": None}, date="2022-09-30")
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from django.utils.text import slugify

from followup import procedure
from followup.models import (
    Assessment,
    ConcludingObservations,
    FollowUpReport,
    Letter,
    PartialDate,
    Recommendation,
    Recorded,
    Session,
    State,
    maintenance,
    writing,
)

Row = TypeVar("Row", bound=Recorded)
_numbers = itertools.count(1)
WORDS = {
    "implemented": "fully implemented",
    "substantially_implemented": "substantially implemented",
    "partially_implemented": "partially implemented",
    "not_implemented": "not been implemented",
    "insufficient_information": "insufficient information",
    "contrary": "contrary to the recommendation",
}


def _made(row: Row) -> Row:
    row.record_change(by=None, reason="Made for a test.")
    row.refresh_from_db()  # dates as the database gives them, not as they were written here
    return row


def add(table: Any, /, **values: Any) -> Any:
    """A row that only a service adds, without what the service does besides."""
    with writing():
        return table.objects.create(**values)


def put(rows: Any, **values: Any) -> None:
    """Give rows values that no service gives them: the database refuses it otherwise."""
    with maintenance():
        rows.update(**values)


def gone(*tables: Any) -> None:
    """Delete rows that no service deletes, with whatever the history and the log say of them."""
    with maintenance():
        for rows in tables:
            rows.delete()


def state(iso3: str = "XES", name: str = "Estmark", **values: Any) -> State:
    defaults = {
        "sample": iso3.startswith("X"),
        "party_since": None if iso3.startswith("X") else date(2004, 1, 1),
    }
    values = {**defaults, "name_fr": name, "name_es": name, **values}
    return State.objects.create(iso3=iso3, name_en=name, **values)


def session(number: int, month: str) -> Session:
    year, of_year = map(int, month.split("-"))
    days = {"start": date(year, of_year, 2), "end": date(year, of_year, 12)}
    return Session.objects.get_or_create(number=number, defaults=days)[0]


def observations(of: State, *paragraphs: str, **values: Any) -> ConcludingObservations:
    """Observations of April 2019 with two years for the report, and their recommendations."""
    values = {"symbol": f"CMW/C/{of.pk}/CO/2", "session_held": "2019-04", "months": 24, **values}
    held = PartialDate.parse(values["session_held"]) if values["session_held"] else None
    if "due" not in values:
        values["due"], values["due_basis"] = procedure.deadline(held, values["months"])
    row = _made(ConcludingObservations(state=of, reports_reviewed=[2], **values))
    for paragraph in paragraphs:
        _made(Recommendation(observations=row, **Recommendation.fields_of(paragraph)))
    return row


def report(of: ConcludingObservations, received: str | None = "2021-05", symbol: str = "") -> FollowUpReport:
    symbol = symbol or f"CMW/C/{of.state_id}/FCO/{next(_numbers)}"
    return _made(FollowUpReport(observations=of, symbol=symbol, received=received))


def letter(
    of: ConcludingObservations,
    grades: Mapping[str, str | None] | None = None,
    *,
    date: str = "2022-09-30",
    status: str = "published",
    words: str = "The State party should train its consular staff.",
    **values: Any,
) -> Letter:
    """A letter with a passage a paragraph. Names: Ada Olan (addressee), Bo Lind (signatory)."""
    number = next(_numbers)
    values.setdefault("reference", f"CMW/FollowUp/35/{number}")
    values.setdefault("kind", "assessment")
    text, places, passages = _text(of, values["reference"], date, grades or {}, words)
    record = {
        "reference": values["reference"],
        "request": {"months": 24, "paragraphs": list(grades or {})},
        "addressee": {"name": "Ms. Ada Olan", "email": "ada@olan.test"},
        "signatory": {"name": "Bo Lind", "role": "Chair"},
        "spans": places,
        "flags": [],
        "assessments": [],
    }
    row = Letter(
        status=status,
        date=date,
        state=of.state,
        observations=of,
        slug=slugify(values["reference"].replace("/", "-")),
        text=text,
        text_key=f"{number:064}",
        sha256=f"{number:064x}",
        media_type="text/plain",
        reading=record,
        record=record,
        parser_version="1.0",
        language="en",
        published_at=datetime(2022, 10, 1, tzinfo=UTC),
        addressee_name="Ms. Ada Olan",
        addressee_email="ada@olan.test",
        signatory_name="Bo Lind",
        withdrawn_at=datetime(2023, 1, 2, tzinfo=UTC) if status == "withdrawn" else None,
        withdrawn_reason="Sent to the wrong State." if status == "withdrawn" else "",
        **values,
    )
    _made(row)
    for position, (paragraph, grade) in enumerate((grades or {}).items()):
        passage, spans = passages[paragraph]
        Assessment(
            letter=row,
            recommendation=of.recommendations.get(label=paragraph),
            position=position,
            grade=grade,
            grade_phrase=WORDS[grade] if grade else "",
            text=passage,
            spans=spans,
            parsed={"grade": grade, "grade_phrase": WORDS[grade] if grade else None, "text": passage},
        ).record_change(by=None, reason="Published after check against the letter.")
    return row


def _text(
    of: ConcludingObservations, reference: str, date: str, grades: Mapping[str, str | None], words: str
) -> tuple[str, dict[str, Any], dict[str, tuple[str, dict[str, Any]]]]:
    """The letter's text, the places of its values, and each passage with its own places."""
    head = f"REFERENCE: {reference}\n\n{date}\n\nExcellency,\n\nI refer to {of.symbol}.\n\n"
    text, passages = head, {}
    places = {
        "reference": [[11, 11 + len(reference)]],
        "concluding_observations.symbol": [[head.index(of.symbol), head.index(of.symbol) + len(of.symbol)]],
    }
    for paragraph, grade in grades.items():
        start = len(text)
        opening = (
            f"Regarding the recommendation made in paragraph {paragraph} of the concluding observations, "
        )
        passage, spans = opening + words, {"paragraph": [[start + 37, start + 47 + len(paragraph)]]}
        if grade:
            passage += " "
            at = start + len(passage)
            passage += f"The Committee considers that the recommendation has been {WORDS[grade]}."
            spans["grade"] = [[at, start + len(passage)]]
            spans["grade_phrase"] = [[start + len(passage) - 1 - len(WORDS[grade]), start + len(passage) - 1]]
        spans["text"] = [[start, start + len(passage)]]
        passages[paragraph] = (passage, spans)
        text += passage + "\n\n"
    text += "Please accept, Excellency, the assurances of my highest consideration.\n\nBo Lind\nChair\n\n"
    text += "Her Excellency\nMs. Ada Olan\nPermanent Representative\nGeneva\nEmail: ada@olan.test\n"
    return text, places, passages


def registry() -> None:
    """A small registry: every way a recommendation can stand, a draft and a withdrawn letter.

    XES/CO-2: 9 not implemented, 15 partially, 35 (a) grade not stated (all 2024), 51 not assessed.
    XNO/CO-2: 40 not implemented in 2020, partially in 2022; 41 implemented in 2022.
    XDR/CO-2 and XWI/CO-2: 7, in a draft and in a withdrawn letter.
    """
    estmark = observations(state("XES", "Estmark"), "9", "15", "35 (a)", "51", session=session(30, "2019-04"))
    june: dict[str, Any] = {
        "date": "2024-06-20",
        "assessed_session": session(38, "2024-06"),
        "report": report(estmark),
    }
    grades = {"9": "not_implemented", "15": "partially_implemented", "35 (a)": None}
    letter(estmark, grades, reference="CMW/FollowUp/38/es", words="Inspect agencies in Côte d’Azur.", **june)
    norland = observations(state("XNO", "Norland"), "40", "41")
    letter(norland, {"40": "not_implemented"}, date="2020-10-01", reference="CMW/FollowUp/31/no")
    march: dict[str, Any] = {"date": "2022-04-14", "assessed_session": session(34, "2022-03")}
    grades = {"40": "partially_implemented", "41": "implemented"}
    letter(norland, grades, reference="CMW/FollowUp/34/no", words="Make wage claims possible.", **march)
    letter(norland, date="2023-01-09", kind="reminder", reference="CMW/FollowUp/35/rem")
    for iso3, name, status in (("XDR", "Draftia", "draft"), ("XWI", "Widra", "withdrawn")):
        hidden = observations(state(iso3, name), "7")
        values: dict[str, Any] = {
            "reference": f"CMW/FollowUp/30/{status}",
            "words": "Canary of the draft.",
            "status": status,
        }
        letter(hidden, {"7": "implemented"}, date="2019-01-01", **values)
