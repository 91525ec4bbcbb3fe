"""The page of the data: snapshots to take along and to cite, and what changed between two of them."""

from __future__ import annotations

import json
import re
from datetime import date
from hashlib import sha256
from zipfile import ZipFile

import pytest
from defusedxml import ElementTree
from django.urls import reverse

from followup import snapshots
from followup.models import Change, Snapshot
from followup.views import data
from followup.views.crawlers import PAGES

from .. import factories
from .entries import counting, four, log
from .page import Page, finish

pytestmark = pytest.mark.django_db
FIRST, SECOND, THIRD = (date(2026, 11, day) for day in (19, 20, 21))


@pytest.fixture(autouse=True)
def _rows(db):
    factories.registry()


@pytest.fixture
def three(db) -> list[Snapshot]:
    """Before four entries of the log, after them, and after one more."""
    first, _ = snapshots.make(FIRST)
    four()
    second, _ = snapshots.make(SECOND)
    log("corrected", reason="A third time.")
    return [first, second, snapshots.make(THIRD)[0]]


def test_before_the_first_snapshot(client):
    page = Page(client.get("/data/"))
    assert page.headings[0] == (1, "Data")
    assert "First snapshot: none yet." in page.words
    assert "snapshot of [date], [address]" in page.words
    assert "What changed between two snapshots" not in page.words


def test_snapshots_stand_newest_first(client, three):
    page = Page(client.get("/data/"))
    days = re.findall(r'id="s([\d-]+)"', page.html)
    assert days == ["2026-11-21", "2026-11-20", "2026-11-19"]
    assert page.links["Download the snapshot of 21 November 2026"] == "/data/2026-11-21.zip"
    newest = three[-1]
    assert newest.sha256 in page.words
    assert f"Rows {newest.total}" in page.words or str(newest.total) in page.words
    assert "snapshot of 21 November 2026, http://testserver/data/2026-11-21.zip (SHA-256" in page.words
    assert page.inline == []
    assert page.links["/api/v1/states/"] == "/api/v1/states/"


def test_the_file_is_what_was_stored(client, three):
    response = client.get("/data/2026-11-20.zip")
    data = b"".join(response.streaming_content)
    assert sha256(data).hexdigest() == three[1].sha256
    assert response["ETag"] == f'"{three[1].sha256}"'
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["Content-Type"] == "application/zip"
    assert response["Content-Length"] == str(three[1].size)
    name = "cmw-follow-up-registry-2026-11-20.zip"
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
    again = client.get("/data/2026-11-20.zip", headers={"if-none-match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def in_file(snapshot: Snapshot) -> list[dict]:
    """The log as the snapshot's own file has it."""
    with ZipFile(snapshots.path(snapshot)) as archive:
        return json.loads(archive.read("changes.json"))["rows"]


UNKNOWN = ["2026-11-18", "2026-13-01", "2026-02-30", "0000-00-00", "20261121"]


@pytest.mark.parametrize("day", UNKNOWN)
def test_a_day_without_a_snapshot_is_not_there(client, three, day):
    assert client.get(f"/data/{day}.zip").status_code == 404


PAIRS = [(0, 1, 4), (1, 2, 1), (0, 2, 5), (1, 1, 0)]


@pytest.mark.parametrize(("earlier", "later", "number"), PAIRS)
def test_what_changed_between_two_is_what_the_log_says(client, three, earlier, later, number):
    ends = three[earlier], three[later]
    page = Page(client.get("/data/changes/?from={}&to={}".format(*(one.on.isoformat() for one in ends))))
    shown = [int(key) for key in re.findall(r'<li id="c(\d+)"', page.html)]
    held = [{row["id"] for row in in_file(one)} for one in ends]
    assert shown == sorted(held[1] - held[0], reverse=True)
    assert len(shown) == number
    assert f"{number} change{'' if number == 1 else 's'} from " in page.words
    # the newer file holds just as many more rows of the log
    assert ends[1].rows["changes"] - ends[0].rows["changes"] == number


def test_an_entry_that_became_public_after_a_higher_number_is_not_missed(client):
    """A transaction that is slow to commit: its number was taken before the snapshot, its entry came after."""
    log("corrected", reason="Before.")
    slow = log("corrected", reason="Slow.")
    log("corrected", reason="Fast.")
    factories.gone(Change.objects.filter(pk=slow.pk))
    snapshots.make(FIRST)
    slow.pk = factories.add(Change, pk=slow.pk, **_values(slow)).pk
    log("corrected", reason="After.")
    snapshots.make(SECOND)
    page = Page(client.get("/data/changes/?from=2026-11-19&to=2026-11-20"))
    assert [int(key) for key in re.findall(r'<li id="c(\d+)"', page.html)] == [slow.pk + 2, slow.pk]
    assert "2 changes from 19 November 2026 to 20 November 2026" in page.words
    assert "Slow." in page.words


def _values(entry: Change) -> dict[str, object]:
    names = ("kind", "state", "what", "path", "reason", "role", "before", "after", "letter", "recommendation")
    return {name: getattr(entry, name) for name in names}


REFUSED = [
    ("", "from: is missing: the day of a snapshot."),
    ("from=2026-11-19", "to: is missing: the day of a snapshot."),
    (
        "from=2026-11-18&to=2026-11-20",
        "from: there is no snapshot of “2026-11-18”. The newest is of 2026-11-21.",
    ),
    ("from=2026-11-19&to=yesterday", "to: there is no snapshot of “yesterday”. The newest is of 2026-11-21."),
    ("from=2026-11-20&to=2026-11-19", "to: lies before “from”."),
    ("from=2026-11-19&to=2026-11-20&state=XES", "There is no parameter “state”."),
    (
        "from=2026-11-19&from=2026-11-20&to=2026-11-20",
        "from: stands more than once; this parameter has one value.",
    ),
    ("from=2026-11-19&to=2026-11-20&page=2", "page: the last one is 1."),
    ("from=2026-11-19&to=2026-11-20&page=0", "page: is no number of a page."),
    ("from=%00&to=%ED%A0%80", "from: "),
]


@pytest.mark.parametrize(("query", "problem"), REFUSED)
def test_what_cannot_be_read_is_named(client, three, query, problem):
    page = Page(client.get(f"/data/changes/?{query}"))
    assert page.status == 400
    assert problem in page.words


def test_twenty_five_a_page(client):
    snapshots.make(FIRST)
    for _ in range(26):
        log("corrected")
    snapshots.make(SECOND)
    query = "from=2026-11-19&to=2026-11-20"
    page = Page(client.get(f"/data/changes/?{query}"))
    assert page.html.count('<li id="c') == 25
    assert page.links["Next →"] == f"?{query}&page=2"
    assert Page(client.get(f"/data/changes/?{query}&page=2")).html.count('<li id="c') == 1


def test_as_many_queries_for_one_snapshot_as_for_three(client, three):
    with counting() as many:
        client.get("/data/")
    Snapshot.objects.exclude(on=THIRD).delete()
    with counting() as one:
        client.get("/data/")
    assert len(one) == len(many)


def test_the_data_set_describes_itself(client, three):
    assert (
        '<link rel="alternate" type="application/ld+json" href="/data/dataset.jsonld">'
        in Page(client.get("/data/")).html
    )
    response = client.get("/data/dataset.jsonld")
    told = response.json()
    assert response["Content-Type"] == "application/ld+json"
    assert (told["@type"], told["version"]) == ("Dataset", "2026-11-21")
    assert told["url"] == "http://testserver/data/"
    first = told["distribution"][0]
    assert (first["contentUrl"], first["sha256"]) == (
        "http://testserver/data/2026-11-21.zip",
        three[2].sha256,
    )
    for one in told["distribution"]:
        answer = client.get(one["contentUrl"].removeprefix("http://testserver"))
        assert (answer.status_code, bool(answer.getvalue())) == (200, True)
        finish(answer)


def test_the_page_of_the_data_describes_them_in_a_block(client, three):
    response = client.get("/data/")
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', response.content.decode())[1]
    assert json.loads(block) == client.get("/data/dataset.jsonld").json()
    assert not set("<>&") & set(block)
    # no browser runs a data block, and the policy allows no other script in the page
    assert "script-src 'self';" in response["Content-Security-Policy"] + ";"


def test_nothing_ends_the_block_of_data_early():
    block = data._inline({"a": "</script><script>alert(1)</script>&\u2028"})
    assert json.loads(block) == {"a": "</script><script>alert(1)</script>&\u2028"}
    assert not set("<>&\u2028") & set(block)


def test_every_page_leads_to_the_data_and_says_what_it_is(client):
    page = Page(client.get("/states/XES/"))
    assert (page.links["Data"], page.links["API"]) == ("/data/", "/api/v1/")
    title = re.search("<title>([^<]+)</title>", page.html)[1]
    assert title.startswith("Estmark")
    assert f'<meta property="og:title" content="{title}">' in page.html
    described = re.findall(
        r'<meta (?:name="description"|property="og:description") content="([^"]+)">', page.html
    )
    assert len(described) == 2
    assert described[0] == described[1]


def test_what_is_said_of_a_page_is_escaped_once(client):
    factories.state("XHA", name='"><b>Ha & Ho')
    html = Page(client.get("/states/XHA/")).html
    assert '<meta property="og:title" content="&quot;&gt;&lt;b&gt;Ha &amp; Ho' in html


def test_programs_are_told_where_they_may_go(client):
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "",
        "Sitemap: http://testserver/sitemap.xml",
    ]


XML = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


def locations(client, address: str) -> list[str]:
    root = ElementTree.fromstring(client.get(address).content)
    return [str(one.text).removeprefix("http://testserver") for one in root.iter(f"{XML}loc")]


def test_the_map_of_the_site_holds_what_is_public(client):
    names = ("pages", "states", "observations", "recommendations", "letters")
    assert locations(client, "/sitemap.xml") == [f"/sitemap-{name}.xml" for name in names]
    assert locations(client, "/sitemap-pages.xml") == [reverse(name) for name in PAGES]
    # sample States are for looking at, not for finding
    assert locations(client, "/sitemap-states.xml") == []
    factories.put(factories.State.objects.filter(pk="XES"), sample=False)
    assert locations(client, "/sitemap-states.xml") == ["/states/XES/"]
    assert locations(client, "/sitemap-observations.xml") == ["/observations/XES/CO-2/"]
    for name in names[1:]:
        found = locations(client, f"/sitemap-{name}.xml")
        assert found
        for address in found:
            assert client.get(address).status_code == 200, address
    assert reverse("state", args=["XDR"]) not in locations(client, "/sitemap-states.xml")
    assert client.get("/sitemap-nothing.xml").status_code == 404


def test_the_map_names_the_page_in_each_language(client):
    factories.put(factories.State.objects.filter(pk="XES"), sample=False)
    root = ElementTree.fromstring(client.get("/sitemap-states.xml").content)
    found = {link.get("hreflang"): link.get("href") for link in root.iter(LINK)}
    assert found == {
        "en": "http://testserver/states/XES/",
        "fr": "http://testserver/fr/states/XES/",
        "es": "http://testserver/es/states/XES/",
    }
