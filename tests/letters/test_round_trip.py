"""What a letter in the fixed formulas tells is what is read from it, whatever that is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from followup.letters import DEFAULT, parse

from .rendering import GRADES, OTHERWISE, REVIEWED, STATES, TIMES, Told

KNOWLEDGE = replace(DEFAULT, today=date(2026, 1, 1))
LAST = 40
GRADE = st.sampled_from([None, *GRADES, *OTHERWISE])


@st.composite
def told(draw: st.DrawFn) -> Told:
    """A letter whose dates and sessions fit each other."""
    observed = draw(st.integers(22, LAST - 1))
    examined = draw(st.integers(observed + 1, LAST))
    first, last = (KNOWLEDGE.by_number[number].start for number in (observed, examined))
    came = first + (last - first) * draw(st.floats(0.1, 0.9))
    paragraphs = sorted(draw(st.sets(st.integers(5, 99), min_size=1, max_size=7)))
    labels = [
        f"{number} ({part})" if part else str(number)
        for number in paragraphs
        for part in draw(st.sampled_from([("",), ("",), ("a",), ("a", "b"), ("b", "c", "f")]))
    ]
    return Told(
        language=draw(st.sampled_from(["en", "fr", "es"])),
        state=draw(st.sampled_from(sorted(STATES))),
        number=draw(st.integers(1, 4)),
        reports=draw(st.sampled_from(sorted(REVIEWED))),
        sessions=(observed, examined),
        months=draw(st.sampled_from(sorted(TIMES))),
        rows=tuple((label, draw(GRADE)) for label in labels),
        received=came.isoformat()[:7],
        written=KNOWLEDGE.by_number[examined].end + timedelta(days=draw(st.integers(1, 120))),
        signed=draw(st.sampled_from(["Ada Example", "Édgar Corzo Sosa", "Can Ünver", "Łukasz O'Neil-Diop"])),
    )


@given(told())
@settings(max_examples=120, deadline=None)
def test_the_record_of_a_letter_is_what_it_was_written_from(told: Told) -> None:
    record = parse(told.text, KNOWLEDGE).as_dict()
    assert without_words(record) == told.record
    flags = {(flag["code"], flag["field"]) for flag in record["flags"]}
    assert flags == {
        ("grade_not_stated", f"assessments[{n}].grade")
        for n, (_, grade) in enumerate(told.rows)
        if grade is None
    }


def without_words(record: dict[str, Any]) -> dict[str, Any]:
    """The record without what a letter says in its own words, and without places and flags."""
    rows = [{"paragraph": row["paragraph"], "grade": row["grade"]} for row in record["assessments"]]
    kept = {key: value for key, value in record.items() if key not in ("addressee", "flags", "spans")}
    return {**kept, "assessments": rows}
