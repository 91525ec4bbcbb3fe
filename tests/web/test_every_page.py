"""What holds for every public page."""

import re
from collections import Counter
from itertools import pairwise

import pytest

from followup.models import Assessment, Letter

from .. import factories
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
    "/no/such/page/": 404,
}


@pytest.fixture(autouse=True)
def _rows(db):
    factories.registry()


@pytest.mark.parametrize(("url", "status"), PAGES.items())
def test_page(client, url, status):
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
def test_drafts_withdrawn_letters_and_personal_data_are_nowhere(client, url):
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
    "/states/XES/",
    "/observations/XES/CO-2/",
    "/compare/?s=XES&s=XNO",
    "/deadlines/",
    "/deadlines.ics",
    "/statistics/",
    "/recommendations/",
    "/recommendations/?state=XES&q=inspect",
    "/recommendations/XES/CO-2/9/",
    "/letters/",
    "/letters/cmw-followup-38-es/",
]


@pytest.mark.parametrize("url", GROWING)
def test_queries_do_not_grow_with_rows(client, url, django_assert_num_queries, django_assert_max_num_queries):
    with django_assert_max_num_queries(25) as before:
        client.get(url)
    for n in range(3):
        more = factories.observations(factories.state(f"XA{'ABC'[n]}", f"Another {n}"), "1", "2", "3")
        factories.letter(more, {"1": "implemented", "2": None}, report=factories.report(more))
        estmark = Letter.objects.get(slug="cmw-followup-38-es").observations
        again = {"9": "implemented", "15": "implemented", "35 (a)": "contrary"}
        factories.letter(estmark, again, date=f"2023-0{n + 1}", report=factories.report(estmark))
    with django_assert_num_queries(len(before.captured_queries)):
        client.get(url)


def test_an_empty_registry_says_so(client, db):
    factories.gone(Assessment.objects.all())
    factories.gone(Letter.objects.all())
    assert "No letters published yet." in Page(client.get("/")).words
    assert "No letters published yet." in Page(client.get("/letters/")).words
    assert "No recommendations are published yet." in Page(client.get("/recommendations/")).words
