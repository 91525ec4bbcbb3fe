"""What holds for every public page."""

import re
from collections import Counter
from datetime import date
from itertools import pairwise

import pytest

from followup import snapshots
from followup.filters import LISTS
from followup.models import Assessment, Letter, Tagging, Theme

from .. import factories
from .entries import log
from .page import Page

pytestmark = pytest.mark.django_db

PAGES = {
    "/": 200,
    "/states/": 200,
    "/states/XES/": 200,
    "/states/XNO/": 200,
    "/states/XDR/": 200,
    "/states/QQQ/": 404,
    "/states/Estmrk/": 404,
    "/observations/XES/CO-2/": 200,
    "/observations/XNO/CO-2/": 200,
    "/observations/XDR/CO-2/": 404,
    "/observations/XWI/CO-2/": 410,
    "/observations/XES/CO-9/": 404,
    "/observations/XEZ/CO-2/": 404,
    "/states/?region=african&q=es": 200,
    "/states/?region=atlantis": 400,
    "/compare/": 200,
    "/compare/?s=XES&s=XNO": 200,
    "/compare/?s=XES&s=XNO&s=XDR&s=XWI&s=XXX": 400,
    "/compare/?s=XES&s=XNO&s=XDR&s=XWI&s=XES&s=TJK": 400,
    "/deadlines/": 200,
    "/statistics/": 200,
    "/statistics/?state=XES&grade=not_stated": 200,
    "/statistics/?grade=good": 400,
    "/deadlines/?when=overdue&state=XES": 200,
    "/deadlines/?when=never": 400,
    "/recommendations/": 200,
    "/recommendations/?q=canary": 200,
    "/recommendations/?q=Olan": 200,
    "/recommendations/?state=XDR&state=XWI": 200,
    "/recommendations/?grade=partly&foo=1": 400,
    "/recommendations/?page=2": 400,
    "/recommendations/XES/CO-2/35a/": 200,
    "/recommendations/XES/CO-2/51/": 200,
    "/recommendations/XNO/CO-2/40/": 200,
    "/recommendations/XDR/CO-2/7/": 404,
    "/recommendations/XWI/CO-2/7/": 410,
    "/recommendations/XES/CO-9/35a/": 404,
    "/assessments/": 200,
    "/assessments/?year=2022": 200,
    "/assessments/?status=sometimes": 400,
    "/letters/": 200,
    "/letters/?page=9": 400,
    "/letters/?state=XES": 200,
    "/letters/?sate=XES": 400,
    "/letters/cmw-followup-38-es/": 200,
    "/letters/cmw-followup-35-rem/": 200,
    "/letters/cmw-followup-30-draft/": 404,
    "/letters/cmw-followup-30-withdrawn/": 410,
    "/letters/none/": 404,
    "/methodology/": 200,
    "/data/": 200,
    "/data/?page=2": 400,
    "/data/changes/": 400,
    "/data/changes/?from=2026-11-19&to=2026-11-20": 200,
    "/data/changes/?from=2026-11-20&to=2026-11-19": 400,
    "/data/2026-11-18.zip": 404,
    "/statistics/?reply=in-time": 200,
    "/statistics/?reply=soon": 400,
    "/no/such/page/": 404,
}


@pytest.fixture(autouse=True)
def _rows(db):
    factories.registry()


@pytest.fixture
def two_snapshots(db):
    for day in (19, 20):
        snapshots.make(date(2026, 11, day))


@pytest.mark.parametrize(("url", "status"), PAGES.items())
def test_page(client, two_snapshots, url, status):
    response = client.get(url)
    page = Page(response)
    assert page.status == status
    # one title of the page, and no step left out below it
    levels = [level for level, _ in page.headings]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert [name for name, count in Counter(page.ids).items() if count > 1] == []
    assert page.inline == []
    policy = response.headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "script-src 'self'" in policy
    assert 'lang="en"' in page.html
    assert '<a class="skip" href="#main">' in page.html
    # template code that was not understood would stand in the page as it is
    assert not re.search(r"{[{%#]|[%}]}", page.html)
    for href in page.links.values():
        if href.startswith("#"):
            assert href[1:] in page.ids, href


@pytest.mark.parametrize("url", [*PAGES, "/recommendations.csv", "/healthz"])
def test_drafts_withdrawn_letters_and_personal_data_are_nowhere(client, two_snapshots, url):
    html = Page(client.get(url)).html
    assert "Canary" not in html
    assert "30/draft" not in html
    assert "CMW/C/XDR" not in html
    assert "CMW/C/XWI" not in html
    if "q=Olan" not in url:
        assert "Olan" not in html
    assert "olan.test" not in html
    assert "Lind" not in html


def test_hidden_rows_are_in_no_count(client):
    page = Page(client.get("/"))
    assert "4 letters, 6 assessments, 6 recommendations, 0 States, 2 sample States." in page.words
    assert "5 of 6 assessments, earlier rounds included, state a grade" in page.words


def test_links_lead_somewhere(client):
    seen, waiting = set(), ["/"]
    while waiting:
        url = waiting.pop()
        response = client.get(url)
        assert response.status_code == 200, url
        if response.headers["Content-Type"].startswith("text/html"):
            for href in Page(response).links.values():
                target = re.sub(r"#.*", "", href)
                if target.startswith("?"):
                    target = url.split("?")[0] + target
                # combinations of filters are without end: one step from the plain list is enough; the other
                # languages are crawled in test_languages
                if (
                    target
                    and not target.startswith(("/admin", "/fr/", "/es/"))
                    and target.count("=") < 3
                    and not ("=" in url and "=" in target)
                    and target not in seen
                ):
                    seen.add(target)
                    waiting.append(target)
    assert len(seen) > 30


OWN_SCRIPT = '<script src="/static/django_htmx/htmx-2.min.js" defer>'
PAYLOADS = ["<script>alert(1)</script>", "\"'><img src=x onerror=alert(1)>", "</title><b>"]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_text_of_letters_and_names_is_escaped(client, payload):
    harm = factories.state("XHA", name=payload)
    asked = factories.observations(harm, "3", symbol=f"CMW/C/XHA/CO/2 {payload}"[:60], by_hand=True)
    factories.put(asked.recommendations, wording=payload)
    slug = factories.letter(asked, {"3": "implemented"}, words=payload, reference=payload).slug
    factories.put(Assessment.objects.filter(letter__slug=slug), grade_phrase=payload)
    address = asked.recommendations.get().get_absolute_url()
    for url in (
        "/",
        "/states/",
        "/states/XHA/",
        "/recommendations/",
        f"/letters/{slug}/",
        address,
        "/letters/",
    ):
        html = client.get(url).content.decode()
        assert payload not in html, url
        assert "<img" not in html
        assert "<script" not in html.replace(OWN_SCRIPT, "")


ODD = [
    "%00",
    "%ED%A0%80",
    "9" * 31,
    "%F0%9F%98%80",
    "../../etc/passwd",
    "' OR 1=1 --",
    "%0d%0aSet-Cookie: a=b",
    "a" * 3000,
    "\u202e",
]


@pytest.mark.parametrize("value", ODD)
def test_odd_input_is_answered(client, value):
    addresses = [
        f"/recommendations/?{name}={value}"
        for name in ("state", "grade", "q", "symbol", "page", "sort", value)
    ]
    addresses += [f"/recommendations.csv?q={value}", f"/letters/?page={value}", f"/letters/{value}/"]
    addresses += [
        f"/states/{value}/",
        f"/recommendations/XES/CO-2/{value}/",
        f"/recommendations/{value}/{value}/{value}/",
    ]
    for address in addresses:
        assert client.get(address).status_code in {200, 400, 404}, address


GROWING = [
    "/",
    "/states/",
    "/states/?region=african&status=assessed",
    "/states/XES/",
    "/observations/XES/CO-2/",
    "/compare/",
    "/compare/?s=XES&s=XNO",
    "/deadlines/",
    "/deadlines/?when=overdue",
    "/deadlines.ics",
    "/statistics/",
    "/statistics/?reply=late&theme=wages",
    "/search/?q=inspect",
    "/search/?q=Another",
    "/recommendations/",
    "/recommendations/?state=XES&q=inspect",
    "/recommendations/?theme=wages&sort=-date",
    "/recommendations/XES/CO-2/9/",
    "/recommendations/XES/CO-2/9/cite.bib",
    "/letters/",
    "/letters/?q=inspect&sort=state",
    "/letters/cmw-followup-38-es/",
    "/changes/",
    "/changes/?kind=corrected",
    "/data/",
    "/methodology/",
    "/report/?record=/recommendations/XES/CO-2/9/",
    "/sitemap.xml",
    "/sitemap-recommendations.xml",
    *(f"/api/v1/{name}/" for name in LISTS),
    "/api/v1/states/XES/",
    "/api/v1/recommendations/XES/CO-2/9/",
    "/api/v1/letters/cmw-followup-38-es/",
]


@pytest.mark.parametrize("url", GROWING)
def test_queries_do_not_grow_with_rows(client, url, django_assert_max_num_queries, settings):
    """As many queries with one row more of each kind as with three, and few."""
    settings.API_RATE = "100000/min"
    Theme(slug="wages", kind="right", name_en="Wages").record_change(by=None, reason="Made for a test.")
    asked = []
    for numbers in ([0], [1, 2]):  # one, then three
        for number in numbers:
            _one_more(number)
        with django_assert_max_num_queries(25) as queries:
            response = client.get(url)
            assert response.status_code == 200
        asked.append(len(queries))
    assert asked[0] == asked[1]


def _one_more(number: int) -> None:
    """A State with a cycle, a late report and a letter; a letter of a State that has one; an entry of the log."""
    more = factories.observations(factories.state(f"XA{'ABCDEFG'[number]}", f"Another {number}"), "1", "2")
    of = factories.report(more, "2021-08")
    letter = factories.letter(more, {"1": "implemented", "2": None}, report=of, words="Inspect.")
    factories.observations(more.state, "3", by_hand=True, symbol=f"CMW/C/{more.state.pk}/CO/3")
    estmark = Letter.objects.get(slug="cmw-followup-38-es").observations
    again = {"9": "implemented", "15": "implemented", "35 (a)": "contrary"}
    factories.letter(estmark, again, date=f"2023-0{number + 1}", report=factories.report(estmark))
    for one in more.recommendations.all():
        Tagging.objects.create(recommendation=one, theme_id="wages", status="confirmed")
    log("published", letter)
    log("corrected", letter.assessments.first())
    factories.session(50 + number, f"203{number}-04")


def test_an_empty_registry_says_so(client, db):
    factories.gone(Assessment.objects.all())
    factories.gone(Letter.objects.all())
    assert "No letters published yet." in Page(client.get("/")).words
    assert "No letters published yet." in Page(client.get("/letters/")).words
    assert "No recommendations are published yet." in Page(client.get("/recommendations/")).words
