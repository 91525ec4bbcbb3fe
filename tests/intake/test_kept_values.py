"""No corrected value is overwritten by a newer parser: a thousand of them, ten parsers."""

from __future__ import annotations

from typing import Any

import pytest

from followup import intake
from followup.models import Assessment, Letter
from tests.samples import GRADED

from .rereadings import correct
from .test_rereading import edited, teach

pytestmark = pytest.mark.django_db


LETTERS, PASSAGES, RUNS = 12, 28, 10
OPENING, CLOSING = (
    GRADED.split("Regarding the recommendation", 1)[0],
    GRADED[GRADED.index("The Committee looks") :],
)


def long_letter(number: int) -> str:
    """A letter with a passage on each of many paragraphs, all graded in words that only staff taught."""
    labels = [str(paragraph) for paragraph in range(10, 10 + PASSAGES)]
    head = OPENING.replace("15, 29 (c) and 51", f"{', '.join(labels[:-1])} and {labels[-1]}")
    head = head.replace("/38/xx", f"/38/z{number}").replace("20 June", f"{number + 10} June")
    head = head.replace("XTL/CO/2", f"XTL/CO/{number + 9}").replace("FCO/2", f"FCO/{number + 9}")
    passages = [
        f"Regarding the recommendation made in **paragraph {label}** of the concluding observations, the Committee "
        f"notes measure {label}. **The Committee considers that the recommendation contained in paragraph {label} "
        "has been half done.**\n\n"
        for label in labels
    ]
    return head + "".join(passages) + CLOSING


def corrected_values(letters: list[Letter], clerk: Any) -> int:
    """Correct grade, words and passage of every row: half of the letters published, half as drafts."""
    count = 0
    for number, letter in enumerate(letters):
        values = [
            {**row, "grade": "contrary", "grade_phrase": "measure", "text": f"{row['text']} Corrected."}
            for row in letter.record["assessments"]
        ]
        count += 3 * len(values)
        if number % 2:
            edited(letter, clerk, assessments=values)
            continue
        kept = [
            {**row, "grade": "partially_implemented", "grade_phrase": "half done"}
            for row in letter.record["assessments"]
        ]
        letter = edited(letter, clerk, assessments=kept)
        letter = intake.publish(letter, by=clerk, version=letter.version)
        for row, mine in zip(letter.assessments.in_order(), values, strict=True):
            correct(row, clerk, **{key: mine[key] for key in ("grade", "grade_phrase", "text")})
    return count


def effective() -> list[Any]:
    public = Assessment.objects.order_by("pk").values_list("pk", "grade", "grade_phrase", "text", "version")
    drafts = [letter.record["assessments"] for letter in Letter.objects.drafts().order_by("pk")]
    keys = ("paragraph", "grade", "grade_phrase", "text")
    return [*public, *[[row[key] for key in keys] for rows in drafts for row in rows]]


def test_a_thousand_corrected_values_are_kept_by_ten_changed_parsers(clerk, run):
    """Each parser reads every grade otherwise than the one before; drafts are really read again."""
    letters = [intake.open_draft(text=long_letter(number), by=clerk).letter for number in range(LETTERS)]
    assert [len(letter.record["assessments"]) for letter in letters] == [PASSAGES] * LETTERS
    count = corrected_values(letters, clerk)
    assert count == LETTERS * PASSAGES * 3 >= 1000
    before = effective()
    grades = ["partially_implemented", "not_implemented", "implemented", "insufficient_information"]
    wording, read = None, set()
    for number in range(RUNS):
        if wording is None:
            wording = teach(clerk)
        else:
            wording.grade = grades[number % len(grades)]
            intake.teach(wording, by=clerk, reason="Another meaning of these words.")
        begun = run()
        assert begun.rereadings.tally() == {"differs": LETTERS}
        for row in begun.rereadings.all():
            found = [reads for path, _, reads in row.differences if path.endswith(".grade")]
            assert len(found) == PASSAGES
            read.update(found)
        for letter in Letter.objects.drafts():
            intake.reread(letter, by=clerk, version=letter.version)
        changed = sum(old != new for old, new in zip(before, effective(), strict=True))
        assert changed == 0, f"run {number + 1}"
    assert read == set(grades), "the parsers really read otherwise"
