"""Many processes at one database: corrections at once, forms sent again and again, processes killed while they publish.

By hand, on a database of its own that may be filled:

    DATABASE_URL=sqlite:////tmp/run.sqlite3 python -m tests.concurrency.runs corrections --total 10000 --processes 16

Each run prints what it found as one JSON object. A process acknowledges what a service has answered, no sooner.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import select
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

Acks = list[list[Any]]
LETTERS = 8  # three assessments each
WAIT = 20  # seconds for the first sign of a process


def prepare(*, publish: bool) -> None:
    """Reference data and letters of a sample State, all drafts or all published; once a database."""
    from django.core.management import call_command

    from followup import intake
    from followup.models import Letter, Session, State, User
    from tests.samples import sample_state

    call_command("migrate", verbosity=0)
    if not Session.objects.exists():
        call_command("load_reference", verbosity=0)
    if not State.objects.filter(pk="XTL").exists():
        sample_state()
    clerk = User.objects.get_or_create(username="clerk", defaults={"is_staff": True})[0]
    for number in range(1, LETTERS + 1):
        intake.open_draft(text=letter_text(number), by=clerk)
    for letter in Letter.objects.drafts() if publish else []:
        intake.publish(letter, by=clerk, version=letter.version)


def letter_text(number: int) -> str:
    """A letter that nothing keeps from being published, on concluding observations of its own."""
    from tests.samples import GRADED

    text = GRADED.replace("/38/xx", f"/38/x{number}").replace("XTL/CO/2", f"XTL/CO/{number + 9}")
    return text.replace("FCO/2", f"FCO/{number + 9}")


def fork(work: Callable[[Callable[..., None]], None]) -> tuple[int, int]:
    """A process that does `work(ack)`; its number, and the pipe that its acknowledgements come through."""
    from django.db import connections

    connections.close_all()  # a connection serves one process only
    reads, writes = os.pipe()
    if child := os.fork():
        os.close(writes)
        return child, reads
    os.close(reads)
    code = 1
    try:
        work(lambda *told: os.write(writes, (json.dumps(told) + "\n").encode()))
        code = 0
    except Exception as error:  # told to whoever waits: a process that fails is a finding
        os.write(writes, (json.dumps(["failed", repr(error)]) + "\n").encode())
    finally:
        connections.close_all()
        os._exit(code)


def gather(processes: Iterable[tuple[int, int]]) -> Acks:
    """Everything that the processes acknowledged, when all of them are done."""
    pipes = {reads: b"" for _, reads in processes}
    open_ones = set(pipes)
    while open_ones:
        for reads in select.select(list(open_ones), [], [])[0]:
            if some := os.read(reads, 65536):
                pipes[reads] += some
            else:
                open_ones.discard(reads)
                os.close(reads)
    for child, _ in processes:
        os.waitpid(child, 0)
    lines = [line for told in pipes.values() for line in told.split(b"\n")]
    return [json.loads(line) for line in lines if line.endswith(b"]")]


def shared_out(total: int, processes: int) -> list[int]:
    return [total // processes + (n < total % processes) for n in range(processes)]


# ---- corrections at once ----


def corrections_at_once(total: int, processes: int, seed: int) -> dict[str, Any]:
    """Each process corrects records taken at random; whoever is told that theirs is stale looks again."""
    from followup.models import Assessment

    prepare(publish=True)
    pks = list(Assessment.objects.order_by("pk").values_list("pk", flat=True)[:12])
    before = {row.pk: (row.version, row.text) for row in Assessment.objects.filter(pk__in=pks)}
    start = time.monotonic()
    shares = shared_out(total, processes)
    acks = gather([fork(_corrector(n, share, pks, seed)) for n, share in enumerate(shares)])
    seconds = time.monotonic() - start
    return {**_accounts(acks, before), "seconds": round(seconds, 1), "processes": processes, "seed": seed}


def _corrector(number: int, share: int, pks: list[int], seed: int) -> Callable[[Callable[..., None]], None]:
    def work(ack: Callable[..., None]) -> None:
        from django.db import OperationalError

        from followup import corrections
        from followup.models import Assessment, Stale, User

        chance = random.Random(seed * 1000 + number)  # noqa: S311  a test's, not a secret's
        by = User.objects.get(username="clerk")
        for n in range(share):
            token = f"process {number} correction {n}"
            row = Assessment.objects.get(pk=chance.choice(pks))
            while True:
                text = f"{token}. It has been {row.grade_phrase}."
                try:
                    corrections.correct(
                        row,
                        {"text": text},
                        by=by,
                        reason=f"Reason of {token}.",
                        version=row.version,
                        key=token,
                        sure=True,
                    )
                except Stale as told:
                    ack("stale", token)
                    row = told.current
                except OperationalError:
                    ack(
                        "busy", token
                    )  # so many writers that the wait for a turn was too long: told, and tried again
                else:
                    ack("done", token, row.pk)
                    break

    return work


def _accounts(acks: Acks, before: dict[int, tuple[int, str]]) -> dict[str, Any]:
    """Compare what was acknowledged with the corrections, the histories, the public log and what stands."""
    from followup.models import Assessment, Change, Correction

    done = {token: pk for kind, token, *pk in acks if kind == "done"}
    made = Correction.objects.filter(key__in=done).in_bulk(field_name="key")
    logged = set(Change.objects.filter(correction__isnull=False).values_list("correction__key", flat=True))
    history = Counter(Assessment.history.values_list("history_change_reason", flat=True))
    broken = []
    for pk, (version, text) in before.items():
        chain = Correction.objects.filter(model="assessment", record=str(pk), version__gte=version)
        for one in chain.order_by("version"):
            if (one.version, one.before["text"]) != (version, text):
                broken.append(one.key)
            version, text = one.version + 1, one.after["text"]
        row = Assessment.objects.get(pk=pk)
        if (row.version, row.text) != (version, text):
            broken.append(f"assessment {pk}")
    return {
        "acknowledged": len(done),
        "told stale": sum(kind == "stale" for kind, *_ in acks),
        "told busy": sum(kind == "busy" for kind, *_ in acks),
        "failed": [told for kind, *told in acks if kind == "failed"],
        "lost": sorted(set(done) - set(made)),
        "not in the public log": sorted(set(done) - logged),
        "not once in the history": sorted(token for token in done if history[f"Reason of {token}."] != 1),
        "broken chains": broken,
        "more than acknowledged": Correction.objects.filter(key__startswith="process ").count() - len(done),
    }


# ---- the same, sent again and again ----


def duplicates(total: int, processes: int, seed: int) -> dict[str, Any]:
    """One correction form, one publication and one upload, each sent from all sides at once."""
    from followup.models import Assessment, Change, Correction, Letter

    prepare(publish=False)
    letter = Letter.objects.drafts().order_by("pk")[0]
    shares = shared_out(total, processes)

    def sender(share: int) -> Callable[[Callable[..., None]], None]:
        def work(ack: Callable[..., None]) -> None:
            from followup import corrections, intake
            from followup.models import User

            by = User.objects.get(username="clerk")
            for _ in range(share):
                published = intake.publish(letter, by=by, version=letter.version)
                row = published.assessments.in_order()[0]
                row.version = 1  # as the form was shown
                made = corrections.correct(
                    row,
                    {"grade": "contrary"},
                    by=by,
                    reason="Sent again and again.",
                    version=1,
                    key="one form",
                    sure=True,
                )
                opened = intake.open_draft(text=letter_text(40), by=by)
                ack("done", published.pk, made.pk, opened.letter.pk, opened.created)

        return work

    acks = gather([fork(sender(share)) for share in shares])
    done = [told for kind, *told in acks if kind == "done"]
    row = Assessment.objects.filter(letter=letter).order_by("position")[0]
    return {
        "acknowledged": len(done),
        "failed": [told for kind, *told in acks if kind == "failed"],
        "answers": len({tuple(told[:3]) for told in done}),
        "told that they made the draft": sum(told[3] for told in done),
        "corrections": Correction.objects.filter(key="one form").count(),
        "version": row.version,
        "history": row.history.count(),
        "log": Change.objects.filter(letter=letter).count(),
        "assessments": Assessment.objects.filter(letter=letter).count(),
        "drafts": Letter.objects.filter(reference="CMW/FollowUp/38/x40").count(),
    }


# ---- killed while publishing ----


def kills(total: int, processes: int, seed: int) -> dict[str, Any]:
    """A process publishes letter after letter and is killed at a random moment; then every letter is looked at."""
    from followup.models import Letter

    prepare(publish=False)
    chance = random.Random(seed)  # noqa: S311
    pks = list(Letter.objects.order_by("pk").values_list("pk", flat=True)[:LETTERS])
    whole = _time_of(pks)
    found: dict[str, Any] = {
        "kills": 0,
        "acknowledged": 0,
        "unacknowledged": 0,
        "failed": [],
        "lost": [],
        "torn": [],
    }
    for _ in range(total):
        _take_back(pks)
        child, reads = fork(_publisher(pks))
        select.select([reads], [], [], WAIT)  # it is at work
        time.sleep(chance.uniform(0, whole))
        os.kill(child, signal.SIGKILL)
        told = gather([(child, reads)])
        acks = {pk for kind, pk in told if kind == "done"}
        found["failed"] += [pk for kind, pk in told if kind == "failed"]
        found["kills"] += 1
        found["acknowledged"] += len(acks)
        published = set(Letter.objects.published().filter(pk__in=pks).values_list("pk", flat=True))
        found["unacknowledged"] += len(published - acks)
        found["lost"] += sorted(acks - published)
        found["torn"] += _torn(pks)
    return {**found, "integrity": _integrity(), "seed": seed, "seconds for all letters": round(whole, 2)}


def _publisher(pks: list[int]) -> Callable[[Callable[..., None]], None]:
    def work(ack: Callable[..., None]) -> None:
        from followup import intake
        from followup.models import Letter, User

        by = User.objects.get(username="clerk")
        ack("begun", 0)
        for letter in Letter.objects.filter(pk__in=pks).order_by("pk"):
            intake.publish(letter, by=by, version=letter.version)
            ack("done", letter.pk)

    return work


def _time_of(pks: list[int]) -> float:
    """How long publishing them all takes here and now."""
    start = time.monotonic()
    told = gather([fork(_publisher(pks))])
    if len(told) != len(pks) + 1:
        raise RuntimeError(f"The letters cannot be published: {told}")
    return time.monotonic() - start


def _take_back(pks: list[int]) -> None:
    from followup import intake
    from followup.models import Letter

    for letter in Letter.objects.published().filter(pk__in=pks):
        intake.undo(letter, by=None, version=letter.version)


def _torn(pks: list[int]) -> list[str]:
    """What of a publication is there without the rest, or missing from it."""
    from followup.models import Assessment, ConcludingObservations, FollowUpReport, Letter, Recommendation

    torn = []
    for letter in Letter.objects.filter(pk__in=pks):
        kinds = Counter(letter.changes.values_list("kind", flat=True))
        last = letter.history.first()
        assessments = letter.assessments.count()
        told = Assessment.history.filter(letter_id=letter.pk, history_type="+").count()
        gone = Assessment.history.filter(letter_id=letter.pk, history_type="-").count()
        stands = {
            "status": (letter.published, letter.slug is not None, kinds["published"] - kinds["undone"] == 1),
            "rows": (letter.published, assessments == 3, told - gone == 3),
        }
        torn += [f"letter {letter.pk}: {name} {are}" for name, are in stands.items() if len(set(are)) != 1]
        if (last.status, last.version) != (letter.status, letter.version):
            torn.append(f"letter {letter.pk}: its history is at another version")
    published = Letter.objects.published().count()
    for table, each in ((ConcludingObservations, 1), (FollowUpReport, 1), (Recommendation, 3)):
        if table.objects.count() != each * published and table is not FollowUpReport:
            torn.append(f"{table.__name__}: {table.objects.count()} rows for {published} letters")
    return torn


def _integrity() -> str:
    from django.db import connection

    if connection.vendor != "sqlite":
        return "ok"
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        told = cursor.fetchone()[0]
        cursor.execute("PRAGMA foreign_key_check")
        return str(told) if not cursor.fetchall() else "foreign keys"


RUNS = {"corrections": corrections_at_once, "duplicates": duplicates, "kills": kills}


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", choices=RUNS)
    parser.add_argument("--total", type=int, required=True)
    parser.add_argument("--processes", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cmw.settings")
    import django

    django.setup()
    found = RUNS[options.run](options.total, options.processes, options.seed)
    sys.stdout.write(json.dumps(found, indent=1) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
