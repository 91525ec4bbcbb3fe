"""How fast the parser reads: against a bare scan of the same text, with growing length, and in memory.

    .venv/bin/python benchmarks/parse.py

Speeds of a machine drift, so every claim is a ratio of two measurements of one run.
"""

from __future__ import annotations

import re
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.letters import letter
from followup.letters import parse

SCAN = re.compile(
    r"CMW/C/[A-Z]{3}/(?:F?CO/)?[0-9]{1,2}"
    r"|paragraphs? [0-9]{1,3}(?: \([a-z]\))?"
    r"|(?:not (?:been )?|partially |substantially |fully )?implemented",
    re.IGNORECASE,
)
HOSTILE = {
    "one long line of words": "the recommendation in paragraph 12 has been implemented ",
    "digits and commas": "12, 13 and 14, ",
    "openings": "Regarding the recommendation made in paragraph 12,\n\n",
    "brackets": "((35 (a) (b) (c) ",
    "line feeds": "\n",
    "names": "Niger Nigeria Guinea-Bissau ",
}


def seconds(work: Callable[[], object], least: float = 1.0) -> float:
    """The best time of several runs, which together take at least `least` seconds."""
    best, spent = float("inf"), 0.0
    while best == float("inf") or spent < least:
        start = time.perf_counter()
        work()
        took = time.perf_counter() - start
        best, spent = min(best, took), spent + took
    return best


def peak() -> float:
    """Peak memory of this process in MB."""
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / (1024 * 1024 if sys.platform == "darwin" else 1024)


def main() -> None:
    letters = [letter(seed) for seed in range(1000)]
    size = sum(map(len, letters)) / 1e6
    for text in letters[:100]:
        assert parse(text).as_dict()["assessments"]
    before = peak()
    parsing = seconds(lambda: [parse(text) for text in letters], least=0.1)
    scanning = seconds(lambda: [sum(1 for _ in SCAN.finditer(text)) for text in letters])
    print(f"{len(letters)} letters, {size:.1f} MB")
    print(f"parse      {size / parsing:8.2f} MB/s  {len(letters) / parsing:8.0f} letters/s")
    print(f"bare scan  {size / scanning:8.2f} MB/s")
    print(f"ratio      {parsing / scanning:8.1f}")
    print(f"memory     {peak() - before:8.1f} MB more after 1,000 letters than after 100")
    print(
        "\ngrowth with length: seconds at 75, 150 and 300 kB and at 2 MB, and the factor of the last doubling"
    )
    for name, pump in HOSTILE.items():
        times = [growth(pump, length) for length in (75_000, 150_000, 300_000, 2_000_000)]
        print(f"{name:24}", *(f"{took:7.2f}" for took in times), f"  x{times[2] / times[1]:.1f}")


def growth(pump: str, length: int) -> float:
    """Seconds for a letter whose passages are a pump; of more than 300,000 characters only these are read."""
    frame = letter(0).split("Regarding the recommendation", 1)[0]
    text = frame + pump * (length // len(pump))
    return seconds(lambda: parse(text), least=0.0)


if __name__ == "__main__":
    main()
