"""What the tests of rereadings share: readings as another parser might give them, corrections, decisions."""

from __future__ import annotations

from typing import Any

from followup import adoption, corrections
from followup.intake.differences import differences
from followup.models import Assessment, Letter, ParserRun, Rereading

GRADE = "assessments[51].grade"
WORDS = "assessments[51].grade_phrase"
PASSAGE = "A passage."


def of(run: ParserRun, letter: Letter) -> Rereading:
    return run.rereadings.select_related("letter", "run").get(letter=letter)


def correct(assessment: Assessment, by: Any, **values: Any) -> None:
    corrections.correct(
        assessment,
        values,
        by=by,
        reason="The letter says otherwise.",
        version=assessment.version,
        key=f"{assessment.pk}-{assessment.version}",
        sure=True,
    )


def adopt(row: Rereading, by: Any, *paths: str) -> Rereading:
    row.letter.refresh_from_db()
    return adoption.adopt(row, paths, by=by, version=adoption.version_of(row.letter))


def read_as(letter: Letter, **values: Any) -> dict[str, Any]:
    """The letter's reading with other values, as another parser might give it."""
    return {**letter.reading, **values}


def read_rows(letter: Letter, *changes: tuple[int, dict[str, Any] | None]) -> dict[str, Any]:
    found = {number: dict(row) for number, row in enumerate(letter.reading["assessments"])}
    for number, change in changes:
        if change is None:
            del found[number]
        else:
            found[number] = {**found.get(number, found[0]), **change}
    return read_as(letter, assessments=[found[number] for number in sorted(found)])


def stored(run: ParserRun, letter: Letter, fresh: dict[str, Any]) -> Rereading:
    """The run's rereading as another parser would have left it."""
    found = differences(letter, fresh)
    changes = [[one.path, one.stands, one.reads] for one in found]
    run.rereadings.filter(letter=letter).update(status="differs", reading=fresh, differences=changes)
    return of(run, letter)
