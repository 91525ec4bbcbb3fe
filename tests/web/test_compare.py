"""States side by side."""

import re

import pytest

from .. import factories
from .page import Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows(db):
    factories.registry()
    factories.state("TJK", "Tajikistan")
    factories.state("KGZ", "Kyrgyzstan")
    before = factories.observations(
        factories.State.objects.get(pk="XNO"),
        "7",
        symbol="CMW/C/XNO/CO/1",
        session_held="2012-04",
        by_hand=True,
    )
    factories.report(before, "2014-06")


def heads(page: Page) -> list[str]:
    first = page.html.split("<thead>")[1].split("</thead>")[0]
    return re.findall(r'<th scope="col"><a href="/states/\w+/">(\w+)', first)


def test_without_a_choice_there_are_boxes_to_choose(client, rows):
    page = Page(client.get("/compare/"))
    assert page.html.count('<select id="s-') == 4
    assert " selected>" not in page.html
    assert "<table" not in page.html
    groups = re.findall(r'<optgroup label="([^"]+)">(.*?)</optgroup>', page.html)[:2]
    assert [(title, re.findall(r'value="(\w+)"', body)) for title, body in groups] == [
        ("With follow-up", ["XES", "XNO"]),
        ("No follow-up recorded", ["XDR", "KGZ", "TJK", "XWI"]),
    ]


def test_one_state_asks_for_a_second(client, rows):
    page = Page(client.get("/compare/?s=XES"))
    assert "Choose a second State to compare Estmark with." in page.words
    assert heads(page) == ["Estmark"]


def test_states_stand_in_the_order_they_were_chosen(client, rows):
    page = Page(client.get("/compare/?s=XNO&s=TJK&s=XES&s="))
    assert heads(page) == ["Norland", "Tajikistan", "Estmark"]
    assert page.links["remove Tajikistan"] == "?s=XNO&s=XES"
    assert [words for level, words in page.headings if level == 2] == [
        "Where each stands",
        "Newest cycle",
        "The cycle before",
    ]


def test_cycles_dates_and_grades_stand_side_by_side(client, rows):
    words = Page(client.get("/compare/?s=XES&s=XNO")).words
    lines = [
        "Observations CMW/C/XES/CO/2 April 2019 CMW/C/XNO/CO/2 April 2019",
        "Report due April 2021 (computed) April 2021 (computed)",
        "Report received May 2021, less than a month late none received",
        "With the Committee 37 months –",
        "9 Not implemented 15 Partially implemented 35 (a) Grade not stated 51 Not yet assessed "
        "40 Partially implemented 41 Implemented",
        "Observations none CMW/C/XNO/CO/1 April 2012",
        "Report received – June 2014, 1 month late",
    ]
    places = [words.find(line) for line in lines]
    assert -1 not in places, lines[places.index(-1)]
    assert places == sorted(places)


def test_there_are_no_sums_that_rank(client, rows):
    html = client.get("/compare/?s=XES&s=XNO").content.decode()
    assert "1 partially implemented" not in html
    assert '<td class="n' not in html


def test_more_than_four_are_refused_with_a_message(client, rows):
    page = Page(client.get("/compare/?s=XES&s=XNO&s=TJK&s=KGZ&s=XDR"))
    assert page.status == 400
    assert "You chose 5 States. Side by side there is room for 4: take some away." in page.words
    assert page.html.count(" selected>") == 4
    assert "<table" not in page.html


def test_the_same_state_twice_is_one(client, rows):
    assert heads(Page(client.get("/compare/?s=XES&s=XES&s=xno"))) == ["Estmark", "Norland"]


def test_an_unknown_state_is_named(client, rows):
    page = Page(client.get("/compare/?s=TJX"))
    assert page.status == 400
    assert "“TJX” is not known here. Did you mean TJK (Tajikistan)" in page.words
    assert client.get("/compare/?state=TJK").status_code == 400


def test_the_files_have_the_rows_of_these_states(client, rows):
    page = Page(client.get("/compare/?s=XES&s=XNO"))
    assert page.links["In the list"] == "/recommendations/?state=XES&state=XNO"


def test_queries_do_not_grow_with_states(
    client, rows, django_assert_num_queries, django_assert_max_num_queries
):
    with django_assert_max_num_queries(25) as before:
        client.get("/compare/?s=XES")
    with django_assert_num_queries(len(before.captured_queries)):
        client.get("/compare/?s=XES&s=XNO&s=TJK")
