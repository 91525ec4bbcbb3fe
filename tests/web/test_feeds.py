"""Every list as a feed: the rows of the filter, dated by the record's history."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET

import pytest

from followup.filters import LISTS
from followup.models import Assessment, Theme

from .. import factories
from .entries import correct, counting, four
from .page import Page

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
OWN = sorted(set(LISTS) - {"changes"})


@pytest.fixture(autouse=True)
def _rows(db):
    factories.registry()
    Theme(slug="wages", kind="right", name_en="Wages").record_change(by=None, reason="Made for a test.")
    factories.observations(factories.state("XLA", "Lateland"), "3", by_hand=True)  # overdue
    four()


def read(client, url: str) -> ET.Element:
    response = client.get(url)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ET.fromstring(response.content)  # noqa: S314  # our own feed


@pytest.mark.parametrize("name", OWN)
def test_a_feed_has_the_rows_of_its_list(client, name):
    feed = read(client, f"/{name}/feed.atom")
    ids = {entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")}
    rows = json.loads(client.get(f"/{name}.json").getvalue())["rows"]
    assert ids == {f"tag:localhost,2026:{name}/{row['id']}" for row in rows}
    assert ids
    assert feed.findtext(f"{ATOM}id") == f"tag:localhost,2026:{name}"
    updated = [entry.findtext(f"{ATOM}updated") for entry in feed.findall(f"{ATOM}entry")]
    assert updated == sorted(updated, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == updated[0]
    for entry in feed.findall(f"{ATOM}entry"):
        assert entry.findtext(f"{ATOM}published") <= entry.findtext(f"{ATOM}updated")
        link = entry.find(f"{ATOM}link").get("href").removeprefix("http://testserver").split("#")[0]
        assert client.get(link).status_code == 200
    page = feed.find(f"{ATOM}link[@rel='alternate']").get("href").removeprefix("http://testserver")
    assert client.get(page).status_code == 200


def test_an_entry_says_what_the_record_says(client):
    feed = read(client, "/recommendations/feed.atom?state=XES&grade=partially_implemented")
    [entry] = feed.findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "Estmark 15 (CMW/C/XES/CO/2): Partially implemented (sample)"
    assert "<p>Regarding the recommendation made in paragraph 15" in entry.findtext(f"{ATOM}summary")
    assert entry.find(f"{ATOM}category").get("term") == "XES"
    assert feed.findtext(f"{ATOM}title") == (
        "Recommendations in the CMW follow-up registry, Estmark, partially implemented"
    )
    letter = read(client, "/letters/feed.atom?symbol=CMW/FollowUp/38/es").find(f"{ATOM}entry")
    assert letter.findtext(f"{ATOM}title") == "Estmark, 2024-06-20 (cmw-followup-38-es) (sample)"
    assert letter.findtext(f"{ATOM}published") == "2022-10-01T00:00:00+00:00"
    assert "<p>35 (a): Grade not stated</p>" in letter.findtext(f"{ATOM}summary")


def test_a_corrected_record_comes_first_with_the_time_of_the_correction(client, staff):
    row = Assessment.objects.get(recommendation__label="41")
    correct(row, staff("Correctors"), grade="contrary", reason="Line 11 says contrary.")
    first = read(client, "/recommendations/feed.atom").find(f"{ATOM}entry")
    assert first.findtext(f"{ATOM}title").startswith("Norland 41 (CMW/C/XNO/CO/2): Contrary")
    last = row.history.latest().history_date.isoformat()
    assert first.findtext(f"{ATOM}updated")[:19] == last[:19]


def test_nothing_that_is_not_public(client):
    for name in OWN:
        text = client.get(f"/{name}/feed.atom").content.decode()
        for hidden in ("Canary", "30/draft", "CMW/C/XDR", "CMW/C/XWI", "Olan", "olan.test", "Lind"):
            assert hidden not in text, (name, hidden)


@pytest.mark.parametrize("name", OWN)
def test_what_cannot_be_read_is_named_and_a_reader_that_has_it_gets_304(client, name):
    refused = client.get(f"/{name}/feed.atom?foo=1")
    assert (refused.status_code, "There is no parameter “foo”." in refused.content.decode()) == (400, True)
    first = client.get(f"/{name}/feed.atom")
    again = client.get(f"/{name}/feed.atom", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_each_list_page_names_its_feed(client):
    for name in ("recommendations", "letters", "changes"):
        page = Page(client.get(f"/{name}/?state=XES"))
        assert page.links["Atom"] == f"/{name}/feed.atom?state=XES"
        assert 'type="application/atom+xml" title="' in page.html


@pytest.mark.parametrize("name", OWN)
def test_queries_do_not_grow_with_rows(client, name):
    with counting() as before:
        client.get(f"/{name}/feed.atom")
    for n in range(3):
        more = factories.observations(factories.state(f"XA{'ABC'[n]}", f"Another {n}"), "1", "2")
        factories.letter(more, {"1": "implemented", "2": None}, report=factories.report(more))
        factories.observations(more.state, "3", by_hand=True, symbol=f"CMW/C/XA{'ABC'[n]}/CO/3")
        factories.session(50 + n, f"203{n}-04")
        Theme(slug=f"t{n}", kind="right", name_en="T").record_change(by=None, reason="Made for a test.")
    with counting() as after:
        client.get(f"/{name}/feed.atom")
    assert len(after) == len(before)
