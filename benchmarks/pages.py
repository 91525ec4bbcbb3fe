"""Every public address: milliseconds and queries, in a registry of N recommendations.

    .venv/bin/python -m benchmarks.pages 10000
    DATABASE_URL=postgres://postgres@127.0.0.1:5432/empty .venv/bin/python -m benchmarks.pages 10000

Without DATABASE_URL a scratch SQLite database is filled and thrown away; with it that database, which must be
empty or filled by an earlier run. Each address is asked three times: `first` is the first answer, `ms` the
middle one, `cpu` the least that this process itself was busy (with SQLite all of it), whatever else ran.
A word after the number asks only the addresses that hold it.
"""

from __future__ import annotations

import os
import sys
import time
from statistics import median
from tempfile import TemporaryDirectory

LISTS = (
    "states",
    "observations",
    "recommendations",
    "assessments",
    "letters",
    "deadlines",
    "sessions",
    "themes",
    "changes",
)
SLOW = 500  # milliseconds: such an address gets a star


def addresses() -> list[str]:
    """Pages, lists with each way to narrow and sort them, files, feeds and the API."""
    from followup.models import Assessment, ConcludingObservations

    assessment = Assessment.objects.select_related("letter", "recommendation__observations").order_by("pk")[
        10
    ]
    one, letter = assessment.recommendation.get_absolute_url(), assessment.letter.get_absolute_url()
    of = ConcludingObservations.objects.get(pk=assessment.recommendation.observations_id)
    state, symbol, reference = of.state_id, of.symbol, assessment.letter.reference
    lists = [
        "", "?page=200", "?sort=-date", "?sort=-state", f"?state={state}", "?grade=partially_implemented&grade=not_stated",
        "?grade=not_assessed", "?region=african", "?theme=training", "?status=overdue", "?status=with_committee",
        "?year=2014", "?session=20", "?language=fr", "?since=2012&until=2018", f"?symbol={symbol}",
        f"?symbol={reference}", "?q=wages", "?q=Département 007", "?q=35 (a) inspectors budget",
        "?grade=contrary&region=african&year=2014&theme=training&language=en&status=assessed&q=wages",
        "?q=nothing&grade=contrary&region=african",
    ]  # fmt: skip
    pages = [
        "/", "/states/", "/states/?region=african", "/states/?status=overdue", "/states/?q=province", f"/states/{state}/",
        of.get_absolute_url(), one, f"{one}cite.bib", letter, "/deadlines/", "/deadlines/?when=overdue",
        "/deadlines.ics", "/statistics/", f"/statistics/?state={state}", "/statistics/?region=african&grade=contrary",
        "/statistics/?theme=training", "/statistics/?q=wages", "/compare/", f"/compare/?s={state}&s=TJK&s=KGZ&s=MEX",
        "/search/?q=wages", "/search/?q=Tajikistan", f"/search/?q={symbol}", "/search/?q=35 (a)", "/search/?q=nothing such",
        "/methodology/", "/data/",
        f"/report/?record=recommendation:{assessment.recommendation_id}", "/letters/?page=50", "/letters/?q=wages",
        f"/letters/?state={state}&year=2014", "/letters/?sort=state", "/changes/", "/changes/?kind=corrected&q=tajik",
        "/letters/", "/changes/1/", "/fr/recommendations/?sort=-state", "/es/statistics/", "/robots.txt", "/sitemap.xml",
        "/sitemap-recommendations.xml", "/sitemap-letters.xml", "/healthz",
    ]  # fmt: skip
    found = [*pages, *(f"/recommendations/{query}" for query in lists)]
    found += [f"/{name}.{ending}" for name in LISTS for ending in ("csv",)]
    found += [f"/api/v1/{name}/" for name in LISTS] + [f"/api/v1/{name}/?limit=200" for name in LISTS]
    found += [
        "/api/v1/", "/api/v1/schema/", f"/api/v1/states/{state}/", f"/api/v1{one}", f"/api/v1{letter}",
        "/api/v1/states/?status=overdue", "/api/v1/recommendations/?q=wages&grade=contrary",
        "/api/v1/recommendations/?sort=-date&theme=training", "/api/v1/assessments/?q=wages&sort=-date",
        "/api/v1/observations/?status=overdue", "/changes/feed.atom",
    ]  # fmt: skip
    return found


def measure(address: str) -> None:
    """One line: address, status, bytes, queries, milliseconds."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client, times, busy = Client(), [], []
    for _ in range(3):
        start, worked = time.perf_counter(), time.process_time()
        with CaptureQueriesContext(connection) as queries:
            response = client.get(address.replace("+", "%2B"))
            size = len(response.getvalue())
        times.append(1000 * (time.perf_counter() - start))
        busy.append(1000 * (time.process_time() - worked))
    usual = median(times)
    star = "*" if usual > SLOW else ""
    print(
        f"{usual:8.0f} ms  cpu {min(busy):6.0f}  first {times[0]:7.0f}  {len(queries):4} queries {size / 1024:8.0f} kB  "
        f"{response.status_code}  {address} {star}",
        flush=True,
    )


def main(rows: int, only: str) -> None:
    with TemporaryDirectory() as folder:
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/benchmark.sqlite3")
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cmw.settings")
        os.environ |= {"API_RATE": "1000000/min", "SNAPSHOTS_DIR": folder, "DEBUG": "0"}
        import django
        from django.conf import settings
        from django.core.management import call_command
        from django.db import connection, transaction

        django.setup()
        settings.ALLOWED_HOSTS = ["testserver"]
        call_command("migrate", verbosity=0)
        from benchmarks.registry import fill
        from followup.models import Assessment, Letter, Recommendation, State, maintenance

        if not Recommendation.objects.exists():
            start = time.monotonic()
            with transaction.atomic(), maintenance():
                fill(rows)
            if connection.vendor == "postgresql":  # which does so by itself; SQLite never does
                with connection.cursor() as cursor:
                    cursor.execute("ANALYZE")
            print(f"filled in {time.monotonic() - start:.0f} s")
        counts = {
            model.__name__: model._default_manager.count()
            for model in (State, Recommendation, Assessment, Letter)
        }
        print(connection.vendor, ", ".join(f"{count:,} {name}" for name, count in counts.items()), flush=True)
        for address in addresses():
            if only in address:
                measure(address)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000, sys.argv[2] if len(sys.argv) > 2 else "")
