"""The page of figures: every number is the number of rows behind its link."""

import re
from html import unescape
from itertools import chain

import pytest

from followup.models import ConcludingObservations, State, Tagging, Theme

from .. import factories
from .page import Page

pytestmark = pytest.mark.django_db

COUNTED = re.compile(r'<a href="([^"]+)"[^>]*data-count="(\d+)"')


@pytest.fixture
def rows(db):
    """The small registry with regions, two themes, and more letters: enough to draw."""
    factories.registry()
    factories.put(State.objects.filter(pk="XES"), region="african")
    for n, iso3 in enumerate(("XMA", "XMB")):
        of = factories.observations(factories.state(iso3, f"More {n}", region="asia_pacific"), "1", "2", "3")
        grades = {"1": "implemented", "2": "contrary", "3": None}
        factories.letter(of, grades, date=f"201{n + 8}-05-01", report=factories.report(of, f"202{n + 1}-02"))
    names = [Theme.objects.create(slug=slug, kind="right", name_en=slug) for slug in ("wages", "health")]
    for of in ConcludingObservations.objects.public():
        for theme, recommendation in zip(names * 2, of.recommendations.all(), strict=False):
            Tagging.objects.create(recommendation=recommendation, theme=theme, status="confirmed")
    twice = ConcludingObservations.objects.get(state="XNO").recommendations.get(label="40")
    Tagging.objects.get_or_create(recommendation=twice, theme=names[1], defaults={"status": "confirmed"})


FILTERS = ["", "state=XES&state=XMA", "grade=implemented&grade=not_stated", "year=2024&region=african"]
FILTERS += [
    "theme=health",
    "theme=health&theme=wages&since=2019",
    "q=wage",
    "status=assessed",
    "grade=not_assessed",
]


@pytest.mark.parametrize("query", FILTERS)
def test_every_bar_and_number_opens_its_rows(client, rows, query):
    html = client.get(f"/statistics/?{query}").content.decode()
    links = {(unescape(href), int(count)) for href, count in COUNTED.findall(html)}
    assert links
    for href, count in links:
        assert href.startswith(("/recommendations/?", "/assessments/?"))
        page = Page(client.get(href))
        assert page.html.count('<th scope="row"') == count, href


def test_the_bars_say_what_the_table_says(client, rows):
    html = client.get("/statistics/").content.decode()
    for section in html.split('<section class="block"')[1:]:
        if 'class="seg"' not in section or "data-count" not in section:
            continue
        chart, table = section.split("<table")
        drawn = set(COUNTED.findall(chart))
        assert drawn
        assert drawn <= set(COUNTED.findall(table))
        body = table.split("<tbody>")[1]
        # all that the table counts is drawn, but the sums and what no letter assesses
        grades = {
            link for link in COUNTED.findall(body) if "grade=" in link[0] and "not_assessed" not in link[0]
        }
        assert grades == drawn


def test_bars_are_drawn_to_one_scale(client, rows):
    html = client.get("/statistics/").content.decode()
    year = html.split('class="bars year"')[1].split("</ol>")[0]
    lines = {line[:4]: line for line in year.split('<span class="name">')[1:]}
    assert list(lines) == [str(n) for n in range(2018, 2025)]
    widths = {y: [float(w) for w in re.findall(r'width="([\d.]+)%"', line)] for y, line in lines.items()}
    assert widths["2024"] == pytest.approx([33.333] * 3)
    assert widths["2022"] == pytest.approx([33.333] * 2)
    assert "no letter" in lines["2021"]


def test_the_title_has_the_denominators_and_the_caveat(client, rows):
    words = Page(client.get("/statistics/")).words
    assert (
        "12 recommendations in 4 States: 11 assessed, 8 of them with a grade, 3 in letters that state none."
        in words
    )
    assert (
        "11 of 12 recommendations assessed, each counted by its newest letter; for 3 of them the letter states no "
        "grade. Grades cover only the recommendations selected for follow-up and do not rank States."
    ) in words


def test_the_numbers_of_the_head_open_their_rows(client, rows):
    page = Page(client.get("/statistics/?state=XES"))
    assert page.links["4 of 12 recommendations: Estmark"] == "/recommendations/?state=XES"
    assert page.links["1 in a letter that states none"] == "/recommendations/?state=XES&grade=not_stated"


def test_too_few_are_not_drawn(client, rows):
    page = Page(client.get("/statistics/?state=XNO"))
    assert "Too few assessments to chart (2, fewer than 5); here is the table." in page.words
    assert 'class="bars year"' not in page.html
    assert "2022 0 0 1" not in page.html
    assert "Partially implemented" in page.words


def test_reports_are_counted_with_the_rows_below(client, rows):
    html = client.get("/statistics/").content.decode()
    bars = re.findall(r'<a href="#([a-z0-9-]+)" data-rows="(\d+)">', html)
    bodies = dict(re.findall(r'<tbody id="([a-z0-9-]+)">(.*?)</tbody>', html, re.DOTALL))
    assert {name: int(count) for name, count in bars} == {
        name: body.count('<th scope="row" ') for name, body in bodies.items()
    }
    assert dict(bars) == {"in-time": "1", "late": "1", "late-over-6-months": "1", "not-known": "1"}
    words = Page(client.get("/statistics/")).words
    assert "3 of 3 reports due have come 2 of 3 came late" in words


def test_of_many_reports_the_first_are_shown_and_all_have_a_page(client, rows):
    for n in range(27):
        of = factories.observations(
            factories.state(f"XQ{chr(65 + n % 26)}" if n < 26 else "XRA", f"Late {n:02}")
        )
        factories.put(ConcludingObservations.objects.filter(pk=of.pk), by_hand=True)
        factories.report(of, "2021-06")
    page = Page(client.get("/statistics/"))
    bars = dict(re.findall(r'<a href="([^"]*)#late" data-rows="(\d+)">', page.html))
    assert bars == {"?reply=late": "28"}
    assert page.links["Show all: Up to 6 months late"] == "?reply=late#late"

    def listed(query: str) -> list[str]:
        html = client.get(f"/statistics/{query}").content.decode().split("clocktable")[1]
        return re.findall(r'<th scope="row" class="full"><a href="/states/(\w+)/', html)

    first, second = listed("?reply=late"), listed("?reply=late&page=2")
    assert (len(first), len(second), len({*first, *second})) == (25, 3, 28)
    assert "?reply=late&amp;page=2" in client.get("/statistics/?reply=late").content.decode()
    assert listed("?reply=in-time") == ["XMA"]
    for query in ("reply=soon", "reply=late&page=3", "page=2", "reply=late&page=0"):
        assert client.get(f"/statistics/?{query}").status_code == 400


def test_no_state_is_ranked(client, rows):
    """States stand in tables only, in alphabetical order, and in the filter: no bar is a State's."""
    html = client.get("/statistics/").content.decode()
    table = html.split("clocktable")[1]
    groups = re.findall(r"<tbody.*?</tbody>", table, re.DOTALL)
    names = [re.findall(r'<a href="/states/\w+/">([^<]+)', group) for group in groups]
    assert all(group == sorted(group) for group in names)
    assert sorted(chain(*names)) == ["Estmark", "More 0", "More 1", "Norland"]
    before, by_state = html.split('id="h-clocks"')[0].split("</form>", 2)[-1].split('id="h-state"')
    assert "Norland" not in before
    assert 'class="bars' not in by_state.split("</section>")[0]
    rows_of = re.findall(r'<th scope="row" class="full">([^<]+)', by_state.split("</section>")[0])
    assert rows_of == ["Estmark", "More 0", "More 1", "Norland"]


def test_an_earlier_grade_stays_in_the_year_of_its_letter(client, rows):
    """XNO 40 was not implemented in 2020 and is partially implemented now."""
    html = client.get("/statistics/?state=XNO").content.decode()
    year = html.split('id="h-year"')[1].split("</section>")[0]
    assert "?state=XNO&amp;year=2020&amp;grade=not_implemented" in year
    page = Page(client.get("/assessments/?state=XNO&year=2020&grade=not_implemented"))
    assert page.html.count('<th scope="row"') == 1
    assert "Norland 40" in page.words
    assert "not_assessed" not in year
    only = client.get("/statistics/?grade=not_assessed").content.decode()
    assert 'id="h-year"' not in only


def test_an_empty_selection_says_so(client, rows):
    page = Page(client.get("/statistics/?q=nowhere"))
    assert "No recommendation matches: there is nothing to count." in page.words
    assert page.status == 200


@pytest.mark.parametrize("query", ["grade=good", "foo=1", "year=20"])
def test_what_cannot_be_read_is_refused(client, query):
    assert client.get(f"/statistics/?{query}").status_code == 400


def test_queries_do_not_grow_with_rows(
    client, rows, django_assert_num_queries, django_assert_max_num_queries
):
    with django_assert_max_num_queries(40) as before:
        client.get("/statistics/")
    for n in range(3):
        more = factories.observations(factories.state(f"XQ{'ABC'[n]}", f"Again {n}"), "1", "2")
        factories.letter(
            more, {"1": "implemented", "2": None}, report=factories.report(more), date=f"2023-0{n + 1}-01"
        )
    with django_assert_num_queries(len(before.captured_queries)):
        client.get("/statistics/")
