"""No regular expression of the parser takes its time over a hostile text: four times the text, about four times the time."""

from __future__ import annotations

import re
import time

from .expressions import expressions

UNITS = [
    *("1", "12, ", "paragraph 12 and ", "paragraphs 12, 13 and 14, ", " ", "\n", " \n\n", "(", "(a) ", "(a)(", "“", '"', "'"),
    *("a", "A", "i", "o", "é", "\x00", "\x01", "*", "_", "*a", "|", "…", ".", "1.", "1/", "-", "-\n", "ab-\n", "> ", "# "),
    *("a ", "and ", "not ", "of the ", "by ", "Ab ", "Aa Bb ", "Mr. A", "State party ", "recommendation ", "information "),
    *("the Committee considers that the recommendation ", "12 May ", "2021-", "CMW/", "CMW/C/", "a.b@", "a@b."),
]  # fmt: skip
SHORT, LONG = 4_000, 16_000
QUICK = 0.0006  # seconds for 1,000 characters: no growth needs to be measured
TOLERATED = 0.05  # seconds for the long text, below which no growth matters
LIMIT = 0.5


def test_expressions_are_gathered():
    names = expressions()
    assert len(names) > 500
    assert {"dates._FORMS", "en.honour", "paragraphs._SENTENCE_END"} <= set(names)


def test_time_grows_with_the_text_and_no_faster():
    slow = [
        f"{name} over {unit!r}: {short:.3f} s, then {long:.3f} s"
        for name, expression in expressions().items()
        for unit in (*UNITS, _own_words(expression))
        if seconds(expression, unit, 1_000) > QUICK
        for short, long in [(seconds(expression, unit, SHORT), seconds(expression, unit, LONG))]
        if long > LIMIT or (long > TOLERATED and long > 2 * (LONG / SHORT) * short)
    ]
    assert not slow


def seconds(expression: re.Pattern[str], unit: str, length: int) -> float:
    """The better of two runs over as many characters."""
    text = (unit * (length // len(unit) + 1))[:length]
    times = []
    for _ in range(2):
        begin = time.process_time()
        expression.search(text)
        times.append(time.process_time() - begin)
        if times[-1] < QUICK:
            break
    return min(times)


def _own_words(expression: re.Pattern[str]) -> str:
    """The words that an expression is made of."""
    return " ".join(re.findall(r"\w{2,}", expression.pattern)[:40]) + " "
