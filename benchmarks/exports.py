"""Downloads of a large list: rows a second, and megabytes above what the process had before.

    .venv/bin/python -m benchmarks.exports 500000 recommendations assessments

A scratch database is filled with that many recommendations, each with an assessment in a letter; nothing
else is touched. Each format is written in a process of its own, to nowhere.
"""

from __future__ import annotations

import os
import sys
import time
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

OF = 100  # recommendations in one set of concluding observations, all assessed in one letter
PASSAGE = (
    "Regarding the recommendation made in paragraph {n} of the concluding observations, the Committee notes the "
    "training of border officials and labour inspectors in several provinces, and regrets the lack of data on workers "
    "in an irregular situation. "
)
VERDICT = "The Committee considers that the recommendation has been partially implemented."


def fill(rows: int) -> None:
    """The rows, written past the services: this database is thrown away."""
    from followup.models import Assessment, ConcludingObservations, Letter, Recommendation, State

    for n in range(60):
        code = f"X{chr(65 + n // 26)}{chr(65 + n % 26)}"
        State.objects.create(pk=code, name_en=f"State {n:02}", name_fr="É", name_es="E", sample=True)
    codes = list(State.objects.values_list("pk", flat=True))
    for number in range(rows // OF):
        code = codes[number % len(codes)]
        of = ConcludingObservations.objects.create(
            state_id=code, symbol=f"CMW/C/{code}/CO/{number}", session_held="2019-04", by_hand=True
        )
        asked = Recommendation.objects.bulk_create(
            Recommendation(observations=of, paragraph=n, label=str(n), slug=str(n), sort_key=f"{n:03}")
            for n in range(1, OF + 1)
        )
        passages = [PASSAGE.format(n=one.paragraph) + VERDICT for one in asked]
        text = "\n\n".join(["Excellency,", *passages, "Bo Lind"])
        letter = Letter.objects.create(
            status="published", kind="assessment", reference=f"CMW/FollowUp/35/{number}", date="2022-09-30",
            language="en", state_id=code, observations=of, slug=f"l{number}", text=text, text_key=f"{number:064}",
            sha256=f"{number:064x}", media_type="text/plain", parser_version="1", signatory_name="Bo Lind",
            reading={"spans": {"filler": [[0, 1]] * 500}}, record={"spans": {"filler": [[0, 1]] * 500}},
            published_at=datetime(2022, 10, 1, tzinfo=UTC),
        )  # fmt: skip
        rows_of, at = [], len("Excellency,\n\n")
        for position, (one, passage) in enumerate(zip(asked, passages, strict=True)):
            end = at + len(passage)
            spans = {"text": [[at, end]], "grade": [[end - len(VERDICT), end]]}
            rows_of.append(
                Assessment(
                    letter=letter, recommendation=one, position=position, grade="partially_implemented",
                    grade_phrase="partially implemented", text=passage, spans=spans,
                    parsed={"grade": "partially_implemented", "grade_phrase": "partially implemented"},
                )
            )  # fmt: skip
            at = end + 2
        Assessment.objects.bulk_create(rows_of)


def memory(name: str) -> int:
    """VmRSS or VmHWM (the highest it was) of this process, in kilobytes."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1])
    raise LookupError(name)


def measure(name: str, write: str, query: str) -> None:
    """One format, in a child process."""
    if child := os.fork():
        os.waitpid(child, 0)
        return
    from django.db import connection
    from django.http import QueryDict

    from followup import exports
    from followup.filters import LISTS

    connection.close()
    context = exports.Context("https://registry.example.org", date(2026, 11, 21))

    def size(query: str) -> tuple[int, int]:
        found = LISTS[name](QueryDict(query), on=context.on)
        export = exports.Export.of(exports.TABLES[name], found.qs, context)
        return len(export.keys), sum(len(piece) for piece in getattr(exports, write)(export))

    size("state=XAA&q=7")  # everything that is loaded once
    Path("/proc/self/clear_refs").write_text("5")  # VmHWM begins anew
    before, start = memory("VmRSS"), time.monotonic()
    rows, length = size(query)
    seconds, above = time.monotonic() - start, (memory("VmHWM") - before) / 1024
    print(
        f"{name} {write:12} {rows:8,} rows {length / 1e6:7.1f} MB file {seconds:7.1f} s "
        f"{rows / seconds:8,.0f} rows/s {above:6.1f} MB above {before / 1024:.1f} MB",
        flush=True,
    )
    os._exit(0)


def main(rows: int, names: list[str]) -> None:
    with TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{folder}/benchmark.sqlite3"
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cmw.settings")
        import django
        from django.core.management import call_command
        from django.db import connection, transaction

        django.setup()
        call_command("migrate", verbosity=0)
        start = time.monotonic()
        with transaction.atomic():
            from followup.models import maintenance

            with maintenance():
                fill(rows)
        connection.close()
        print(f"filled in {time.monotonic() - start:.0f} s", flush=True)
        for name in names:
            for write in ("csv_lines", "json_lines", "xlsx_pieces"):
                measure(name, write, "")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500_000, sys.argv[2:] or ["recommendations"])
