"""Every regular expression of the parser comes to its end over hostile texts; `benchmarks/expressions.py` has the seconds."""

from __future__ import annotations

import pytest

from .expressions import UNITS, expressions, own_words

EXPRESSIONS = expressions()


def test_expressions_are_gathered():
    assert len(EXPRESSIONS) > 500
    assert {"dates._FORMS", "en.honour", "paragraphs._SENTENCE_END"} <= set(EXPRESSIONS)


@pytest.mark.parametrize("unit", (*UNITS, ""), ids=repr)
def test_every_expression_ends(unit: str):
    """One that grows faster than its text would not: exponential growth never ends, cubic growth takes hours."""
    for expression in EXPRESSIONS.values():
        pump = unit or own_words(expression)
        text = (pump * (20_000 // len(pump) + 1))[:20_000]
        assert all(found.end() <= len(text) for found in [expression.search(text)] if found)
