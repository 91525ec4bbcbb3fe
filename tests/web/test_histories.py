"""The history of a record on its page, and the words that differ between two texts."""

from __future__ import annotations

import re

import pytest

from followup.models import Change
from followup.views.histories import difference

from .. import factories
from .entries import assessment, correct, counting, four
from .page import Page

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


DIFFERENCES = [
    ("a b c", "a b c", [("same", "a b c")]),
    ("a b c", "a x c", [("same", "a"), ("cut", "b"), ("added", "x"), ("same", "c")]),
    ("a b", "a b c", [("same", "a b"), ("added", "c")]),
    ("", "a", [("added", "a")]),
    ("a", "", [("cut", "a")]),
    (
        " ".join(map(str, range(40))),
        " ".join(["x", *map(str, range(1, 39)), "y"]),
        [
            ("cut", "0"),
            ("added", "x"),
            ("same", "1 2 3 4 5 6 7 8 … 31 32 33 34 35 36 37 38"),
            ("cut", "39"),
            ("added", "y"),
        ],
    ),
]


@pytest.mark.parametrize(("before", "after", "pieces"), DIFFERENCES)
def test_a_difference_word_by_word(before, after, pieces):
    assert [tuple(piece) for piece in difference(before, after)] == pieces


def test_a_difference_between_very_long_texts_is_not_computed():
    cut, new = difference("a " * 3000, "b " * 3000)
    assert (cut.kind, new.kind) == ("cut", "added")
    assert len(cut.words) + len(new.words) < 400


def test_the_log_is_linked_from_every_page_and_the_feed_from_the_head(client, entries):
    for url in ("/", "/states/XES/", "/recommendations/XES/CO-2/15/", "/letters/", "/no/such/page/"):
        assert Page(client.get(url)).links["Changes"] == "/changes/", url
    html = client.get("/changes/?state=XES").content.decode()
    assert re.search(
        r'<link rel="alternate" type="application/atom\+xml" title="[^"]+" href="/changes/feed\.atom\?state=XES">',
        html,
    )


def test_corrections_of_letter_report_and_observations_are_in_the_history_of_the_letter(client, corrector):
    letter = assessment().letter
    correct(letter.report, corrector, received="2021-06", reason="The letter says June.")
    correct(letter, corrector, date="2024-06-21", reason="The letter is of the 21st.")
    page = Page(client.get("/letters/cmw-followup-38-es/"))
    for words in (
        "Date of the letter corrected from “20 June 2024” to “21 June 2024”. Reason: The letter is of the 21st. "
        "By a corrector.",
        "Report received corrected from “May 2021” to “June 2021”. Reason: The letter says June. By a corrector.",
        "Published after check against the letter. By the secretariat.",
        "Values read from the letter. By the parser, version 1.0.",
    ):
        assert words in page.words, words
    assert page.links["All changes on this State"] == "/changes/?state=XES"


def test_the_history_does_not_tell_of_other_records(client, corrector):
    correct(
        assessment("41"), corrector, grade="not_implemented", grade_phrase="wage", reason="Of another State."
    )
    correct(assessment("9"), corrector, grade="implemented", reason="Of another paragraph.")
    page = Page(client.get("/recommendations/XES/CO-2/15/"))
    assert "Of another" not in page.words
    assert "Of another" not in Page(client.get("/letters/cmw-followup-34-no/")).words


def test_rows_of_the_history_are_not_counted_one_by_one(client, corrector, django_assert_num_queries):
    for url in ("/recommendations/XES/CO-2/15/", "/letters/cmw-followup-38-es/"):
        correct(assessment(), corrector, text=f"{assessment().text} More.")
        with counting() as before:
            client.get(url)
        for _ in range(3):
            correct(assessment(), corrector, text=f"{assessment().text} More.")
        with django_assert_num_queries(len(before)):
            client.get(url)
