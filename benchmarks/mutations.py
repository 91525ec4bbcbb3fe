"""Changed letters by the hundred thousand: what `tests/letters/test_mutations.py` holds of five thousand, of any number.

    .venv/bin/python benchmarks/mutations.py 1000000 [seed]

Prints how many were read, with which seed, the worst and the 99th percentile of the times (CPU seconds of parsing and
checking one letter), and by how much memory grew. A letter that breaks a rule is printed with its number and ends the run.
"""

from __future__ import annotations

import os
import random
import resource
import sys
import time
from array import array
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.letters.mutations import bases, check, mutated

BATCH = 1000


def batch(task: tuple[int, int]) -> tuple[array[float], int, float]:
    """Read the letters of one batch: their times, the worker's number and its memory afterwards in MB."""
    seed, number = task
    rng = random.Random(f"{seed} {number}")  # noqa: S311 - the same letters in every run
    letters = bases()
    for text in letters[:3]:
        check(text)  # the tables of a language are made when it is first read
    times = array("d")
    for n in range(BATCH):
        text = mutated(rng, letters)
        begin = time.process_time()
        try:
            check(text)
        except Exception as broken:
            raise AssertionError(f"seed {seed}, batch {number}, letter {n}: {broken}\n{text}") from broken
        times.append(time.process_time() - begin)
    return times, os.getpid(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10 * BATCH
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    times = array("d")
    first: dict[int, float] = {}
    last: dict[int, float] = {}
    begin = time.perf_counter()
    with ProcessPoolExecutor() as workers:
        for own, worker, memory in workers.map(batch, [(seed, n) for n in range(-(-count // BATCH))]):
            times += own
            first.setdefault(worker, memory)
            last[worker] = memory
            if len(times) % (10 * BATCH) == 0:
                print(report(times, first, last, seed, begin), flush=True)
    print(report(times, first, last, seed, begin))


def report(
    times: array[float], first: dict[int, float], last: dict[int, float], seed: int, begin: float
) -> str:
    ordered = sorted(times)
    drift = max(last[worker] - first[worker] for worker in last)
    return (
        f"{len(times):,} letters, seed {seed}, {time.perf_counter() - begin:,.0f} s: worst {ordered[-1] * 1000:.0f} ms, "
        f"p99 {ordered[int(0.99 * len(ordered))] * 1000:.1f} ms, median {ordered[len(ordered) // 2] * 1000:.1f} ms; "
        f"memory {max(last.values()):.0f} MB a process, {drift:+.1f} MB since its first {BATCH:,}"
    )


if __name__ == "__main__":
    main()
