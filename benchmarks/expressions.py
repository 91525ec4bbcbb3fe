"""How long the parser's regular expressions take over hostile texts, and how that grows with the text.

    .venv/bin/python benchmarks/expressions.py

Every expression searches some 50 pumps of its own words and of a letter's: 4,000 characters, then 16,000, where that takes
long enough to measure, and the slowest ones 256,000, which the parser itself never gives them. Prints the slowest; ends
with 1 where four times the text takes more than eight times as long. Times are CPU seconds, the better of two runs.
"""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.letters.expressions import UNITS, expressions, own_words

SHORT, LONG, LONGEST = 4_000, 16_000, 256_000
QUICK = 0.0006  # seconds for 1,000 characters: no growth needs to be measured
TOLERATED = 0.05  # seconds for the long text, below which no growth matters


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


def main() -> int:
    named = expressions()
    slow = [
        (seconds(expression, unit, LONG), seconds(expression, unit, SHORT), name, unit, expression)
        for name, expression in named.items()
        for unit in (*UNITS, own_words(expression))
        if seconds(expression, unit, 1_000) > QUICK
    ]
    slow.sort(key=lambda row: row[0], reverse=True)
    print(f"{len(named)} expressions, {len(UNITS) + 1} pumps each; the slowest over 16,000 characters:")
    for long, short, name, unit, expression in slow[:10]:
        longest = seconds(expression, unit, LONGEST) * 1000
        print(
            f"{long * 1000:7.1f} ms  x{long / short:4.1f} of 4,000; 256 kB {longest:7.0f} ms  {name} {unit[:40]!r}"
        )
    steep = [row for row in slow if row[0] > TOLERATED and row[0] > 2 * (LONG / SHORT) * row[1]]
    for long, short, name, unit, _ in steep:
        print(f"too steep: {name} over {unit!r}: {short:.3f} s, then {long:.3f} s")
    return 1 if steep else 0


if __name__ == "__main__":
    sys.exit(main())
