"""Search: what is found by which words, what is marked, and what is said where nothing is found."""

from __future__ import annotations

import pytest

from followup.models import State
from followup.views.search import around, marked, near

from .. import factories
from .page import Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows(reference):
    asked = factories.observations(State.objects.get(pk="TUR"), "12", "35 (a)", symbol="CMW/C/TUR/CO/1")
    factories.letter(
        asked,
        {"12": "implemented", "35 (a)": "contrary"},
        words="The State party should register the birth of every child.",
    )
    hidden = factories.observations(State.objects.get(pk="MAR"), "9", symbol="CMW/C/MAR/CO/1")
    factories.letter(hidden, {"9": "implemented"}, status="draft", words="Canary.")


# what is asked, States found, recommendations found (by address)
QUESTIONS = [
    ("Turkey", ["Türkiye"], ["12", "35a"]),
    ("turkiye", ["Türkiye"], ["12", "35a"]),
    ("TÜRKİYE", ["Türkiye"], ["12", "35a"]),
    ("cote d ivoire", ["Côte d’Ivoire"], []),
    ("Ivory Coast", ["Côte d’Ivoire"], []),
    ("CMW/C/TUR/CO/1", [], ["12", "35a"]),
    ("35 (a)", [], ["35a"]),
    ("Türkiye 35 (a)", [], ["35a"]),
    ("birth child", [], ["12", "35a"]),
    ("canary", [], []),
    ("", [], []),
]


@pytest.mark.parametrize(("question", "states", "paragraphs"), QUESTIONS, ids=[q for q, *_ in QUESTIONS])
def test_finds(client, rows, question, states, paragraphs):
    answer = client.get("/search/", {"q": question})
    found = answer.context
    names = ["".join(part.text for part in one.name) for one in found.get("states") or []]
    assert [name.replace("'", "’") for name in names] == states
    addresses = [one.address.rstrip("/").rsplit("/", 1)[1] for one in found.get("recommendations") or []]
    assert addresses == paragraphs


def test_the_words_that_match_are_marked(client, rows):
    page = Page(client.get("/search/?q=BIRTH"))
    assert '<mark class="hit">birth</mark>' in page.html


@pytest.mark.parametrize(
    ("text", "terms", "hits"),
    [
        ("Côte d’Ivoire", ["ivoire"], ["d’Ivoire"]),
        ("paragraph 35 (a) and 36", ["35 (a)"], ["35", "(a)"]),
        ("Enfants migrants, l’enfant", ["enfant"], ["Enfants", "l’enfant"]),
        ("nothing here", ["birth"], []),
        ("<b>birth</b>", ["birth"], ["birth"]),
    ],
)
def test_marks_whole_words(text, terms, hits):
    parts = marked(text, terms)
    assert "".join(part.text for part in parts) == text
    assert [part.text for part in parts if part.marked] == hits


def test_shows_the_words_around_the_match():
    text = " ".join(f"word{n}" for n in range(40)) + " needle end"
    cut = "".join(part.text for part in around(text, ["needle"]))
    assert cut.startswith("… word28") and cut.endswith("needle end")


def test_a_slip_of_the_keyboard_leads_to_the_state(client, rows):
    assert [state.pk for state in near("Tajikstan")] == ["TJK"]
    assert "Did you mean" in Page(client.get("/search/?q=Tajikstan")).words


def test_hostile_words_are_shown_as_text(client, rows):
    page = Page(client.get("/search/", {"q": "<script>alert(1)</script>"}))
    assert "<script>alert" not in page.html


@pytest.mark.parametrize(
    "query", ["?q=" + "a" * 201, "?q=a&q=b", "?x=1", "?page=2", "?q=" + "+".join("abcdefghijklmnopqrstuvw")]
)
def test_what_cannot_be_read_is_named(client, rows, query):
    assert client.get("/search/" + query).status_code == 400


def test_queries_do_not_grow_with_the_rows(client, rows, django_assert_max_num_queries):
    with django_assert_max_num_queries(20):
        client.get("/search/?q=birth")
