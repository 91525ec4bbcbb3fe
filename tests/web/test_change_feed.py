"""The feed of the public log, and feeds of any list."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import UTC, datetime

import pytest

from followup import feeds
from followup.models import Change

from .. import factories
from .entries import assessment, correct, four, log

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(autouse=True)
def _rows(db):
    factories.registry()


@pytest.fixture
def corrector(staff):
    return staff("Correctors", name="Carla Cor")


@pytest.fixture
def entries(db) -> list[Change]:
    return four()


def read(response) -> ET.Element:
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ET.fromstring(response.content)  # noqa: S314  # our own feed


def test_the_feed_is_atom(client, corrector):
    correct(assessment(), corrector, grade="implemented", reason="Line 11 says implemented.")
    change = Change.objects.get()
    feed = read(client.get("/changes/feed.atom?state=XES"))
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {
        "self": "http://testserver/changes/feed.atom?state=XES",
        "alternate": "http://testserver/changes/?state=XES",
    }
    assert feed.findtext(f"{ATOM}id") == "tag:localhost,2026:changes?state=XES"
    assert feed.findtext(f"{ATOM}title") == "Changes in the CMW follow-up registry, Estmark"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "CMW follow-up registry"
    [entry] = feed.findall(f"{ATOM}entry")
    at = change.at.isoformat().replace("+00:00", "Z")
    assert entry.findtext(f"{ATOM}published")[:19] == at[:19]
    assert entry.findtext(f"{ATOM}updated")[:19] == at[:19]
    assert feed.findtext(f"{ATOM}updated") == entry.findtext(f"{ATOM}updated")
    assert entry.find(f"{ATOM}link").get("href") == f"http://testserver/changes/{change.pk}/"
    assert entry.find(f"{ATOM}category").get("term") == "XES"
    assert entry.findtext(f"{ATOM}title") == (
        "Corrected: Assessment of CMW/C/XES/CO/2, paragraph 15 (Letter to Estmark, 20 June 2024) (sample)"
    )
    assert entry.findtext(f"{ATOM}summary") == (
        "<p>Grade: Partially implemented → Implemented</p><p>Reason: Line 11 says implemented.</p>"
        "<p>By a corrector.</p>"
    )


def test_an_empty_feed_is_valid_and_always_the_same(client):
    first, second = client.get("/changes/feed.atom"), client.get("/changes/feed.atom")
    feed = read(first)
    assert feed.findall(f"{ATOM}entry") == []
    assert feed.findtext(f"{ATOM}updated") == "2026-01-01T00:00:00+00:00"
    assert first.content == second.content


def test_a_reader_that_has_the_feed_gets_304(client, entries):
    first = client.get("/changes/feed.atom")
    assert first.headers["Last-Modified"] == "Sun, 01 Mar 2026 12:00:00 GMT"
    known = [
        {"HTTP_IF_NONE_MATCH": first.headers["ETag"]},
        {"HTTP_IF_MODIFIED_SINCE": first.headers["Last-Modified"]},
    ]
    for headers in known:
        again = client.get("/changes/feed.atom", **headers)
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["ETag"] == first.headers["ETag"]
    log()
    for headers in known:
        assert client.get("/changes/feed.atom", **headers).status_code == 200
    assert client.get("/changes/feed.atom?state=XNO", **known[0]).status_code == 200


def test_the_ids_stay_when_the_site_is_reached_by_another_name(client, settings, entries):
    settings.ALLOWED_HOSTS, settings.FEED_DOMAIN = ["*"], "registry.example.org"
    ids = [
        re.findall(r"<id>(.*?)</id>", client.get("/changes/feed.atom", HTTP_HOST=host).content.decode())
        for host in ("one.example.org", "two.example.org:8443")
    ]
    assert ids[0] == ids[1]
    assert ids[0][0] == "tag:registry.example.org,2026:changes"


HOSTILE = [
    "<script>alert(1)</script>",
    "]]></summary><entry>",
    "&amp; &lt; &",
    "\x00\x08\x0b\x1f\x7f\x85",
    "\ufffe\uffff",
    "</p><img src=x onerror=alert(1)>",
]


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_text_in_the_log_is_text(client, payload):
    stored = payload.replace("\x00", "")  # which PostgreSQL cannot hold
    log(reason=f"Because {stored} it is.", before={"wording": stored}, after={"wording": stored * 2})
    html = client.get("/changes/").content.decode()
    feed = read(client.get("/changes/feed.atom"))
    summary = feed.findtext(f"{ATOM}entry/{ATOM}summary")
    if "<" in payload:
        assert payload not in html
        assert payload not in summary
    assert "<img" not in summary
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]", summary)


def test_any_list_can_have_a_feed(rf):
    published, updated = datetime(2025, 1, 1, tzinfo=UTC), datetime(2025, 2, 1, tzinfo=UTC)
    entries = [feeds.Entry("x/1", "One", "http://testserver/x/1/", published, updated, ["a < b", "c"])]
    feed = feeds.Feed("x", "X", "", "http://testserver/x/", "http://testserver/x/feed.atom", entries)
    root = read(feed.answer(rf.get("/x/feed.atom")))
    assert root.findtext(f"{ATOM}updated") == "2025-02-01T00:00:00+00:00"
    assert root.findtext(f"{ATOM}entry/{ATOM}published") == "2025-01-01T00:00:00+00:00"
    assert root.findtext(f"{ATOM}entry/{ATOM}updated") == "2025-02-01T00:00:00+00:00"
    assert root.findtext(f"{ATOM}entry/{ATOM}summary") == "<p>a &lt; b</p><p>c</p>"
    assert root.find(f"{ATOM}entry/{ATOM}category") is None
