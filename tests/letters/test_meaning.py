"""What words of a passage say as a grade, whoever chose them."""

from __future__ import annotations

import pytest

from followup.letters import DEFAULT, Grade, meanings

PASSAGE = (
    "The Committee encourages the State party to fully implement its plan. The Committee considers that the\n"
    "recommendation made in paragraph 12 has **not been implemented**. It has not received sufficient information to "
    "assess the rest, which is not yet fully implemented."
)
CASES = [
    ("not been implemented", {Grade.NOT_IMPLEMENTED}),
    ("not  been\nimplemented", {Grade.NOT_IMPLEMENTED}),
    ("sufficient information to assess", {Grade.INSUFFICIENT_INFORMATION}),
    ("not yet fully implemented", {None}),
    ("encourages the State party", set()),
    ("", set()),
    # in two places: of each what its own sentence says
    ("implemented", {Grade.NOT_IMPLEMENTED, None}),
    # not in the passage: a cell of a table
    ("Partially implemented", {Grade.PARTIALLY_IMPLEMENTED}),
]


@pytest.mark.parametrize(("words", "said"), CASES, ids=[words for words, _ in CASES])
def test_meanings(words: str, said: set[Grade | None]) -> None:
    assert meanings(words, PASSAGE, "en", DEFAULT.wordings) == said


@pytest.mark.parametrize(
    "words", ["partially implemented", "partiellement mise en œuvre", "aplicada parcialmente"]
)
def test_where_the_language_is_not_known_all_tables_are_asked(words: str) -> None:
    assert meanings(words, "", "", DEFAULT.wordings) == {Grade.PARTIALLY_IMPLEMENTED}
