"""The first page: every number on it is the number of rows behind its link."""

import re
from html import unescape

import pytest

from followup.models import Letter

from .. import factories
from .page import Page

pytestmark = pytest.mark.django_db


def counters(client) -> dict[str, tuple[int, str]]:
    html = client.get("/").content.decode()
    found = re.findall(r'<li><a href="([^"]+)"><b>(\d+)</b> ([^<]+)</a>', html)
    return {words: (int(number), unescape(href)) for href, number, words in found}


def test_four_numbers_open_their_rows(client):
    factories.registry()
    factories.observations(factories.state("XLA", "Lateland"), "3", by_hand=True)
    factories.observations(factories.state("XLB", "Laterland"), by_hand=True)
    factories.observations(
        factories.state("XFU", "Futureland"), "1", due="2999-01", due_basis="printed", by_hand=True
    )
    found = counters(client)
    assert {words: number for words, (number, _) in found.items()} == {
        "States asked to follow up": 5,
        "recommendations": 8,
        "grades stated": 4,
        "reports overdue": 2,
    }
    for number, href in found.values():
        html = client.get(href).content.decode()
        assert html.count('<th scope="row"') == number, href


def test_each_number_says_what_it_is_a_part_of(client):
    factories.registry()
    factories.observations(factories.state("XLA", "Lateland"), "3", by_hand=True)
    words = Page(client.get("/")).words
    assert "3 States asked to follow up of 0 States parties and 5 sample States" in words
    assert "4 grades stated in the newest letter on 5 recommendations; for 1 it states none" in words
    assert "1 report overdue of 1 not yet received" in words


def test_samples_count_only_where_there_is_nothing_else(client):
    factories.registry()
    of = factories.observations(factories.state("TJK", "Tajikistan", sample=False), "12")
    factories.letter(of, {"12": "implemented"})
    page = Page(client.get("/"))
    assert page.links["1 recommendation"] == "/recommendations/?sample=no"
    assert (
        "1 letter, 1 assessment, 1 recommendation, 1 State, 2 sample States. Records of sample States are not"
        in page.words
    )
    assert "1 of 7 recommendations" in Page(client.get("/recommendations/?sample=no")).words


def test_the_five_latest_letters_newest_first(client):
    asked = factories.observations(factories.state(), "1")
    for year in range(2015, 2023):
        factories.letter(asked, {"1": None}, date=f"{year}-03-01", reference=f"CMW/FollowUp/{year}/x")
    html = client.get("/").content.decode()
    shown = re.findall(r"CMW/FollowUp/(\d{4})/x</a>", html.split('id="h-latest"')[1])
    assert shown == ["2022", "2021", "2020", "2019", "2018"]


def test_the_search_box_asks_the_search(client):
    factories.registry()
    html = client.get("/").content.decode()
    form = re.search(r'<form class="find big" role="search" action="([^"]+)"', html)
    assert form
    assert client.get(form[1], {"q": "Estmark"}).status_code == 200


def test_three_steps_tell_how_it_works(client):
    headings = [words for level, words in Page(client.get("/")).headings if level == 3]
    assert headings == ["The Committee selects", "The State reports back", "The Committee answers"]


def test_an_empty_registry_has_noughts_and_says_so(client):
    assert not Letter.objects.exists()
    assert [number for number, _ in counters(client).values()] == [0, 0, 0, 0]
    assert "No letters published yet. Staff: upload the first." in Page(client.get("/")).words
