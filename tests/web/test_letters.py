"""The list of letters and the text of one."""

import pytest

from .. import factories
from .page import Page

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _rows(db):
    factories.registry()


def test_the_list_is_newest_first(client):
    words = Page(client.get("/letters/")).words
    dates = ["20 June 2024", "9 January 2023", "14 April 2022", "1 October 2020"]
    places = [words.find(date) for date in dates]
    assert -1 not in places
    assert places == sorted(places)
    assert "Norland sample 9 January 2023 Reminder" in words


def test_the_whole_text_by_lines(client):
    page = Page(client.get("/letters/cmw-followup-38-es/"))
    assert page.headings[0] == (1, "Letter to Estmark sample, 20 June 2024")
    assert [name for name in page.ids if name[0] == "l" and name[1:].isdigit()] == [
        f"l{n}" for n in (1, 3, 5, 7, 9, 11, 13, 15, 17, 18, 20, 21, 22, 23, 24)
    ]
    assert page.marked == [
        "Sentence that gives a grade",
        "The Committee considers that the recommendation has been not been implemented.",
        "The Committee considers that the recommendation has been partially implemented.",
    ]
    assert {"p9", "p15", "p35a", "g9", "g15", "m-reference"} <= set(page.ids)
    assert page.links["Paragraph 35 (a)"] in {"/recommendations/XES/CO-2/35a/", "#p35a"}


def test_names_and_addresses_are_withheld(client):
    page = Page(client.get("/letters/cmw-followup-38-es/"))
    assert "Email: e-mail withheld" in page.words
    assert "name withheld" in page.words


def test_what_was_read_points_at_its_line(client):
    page = Page(client.get("/letters/cmw-followup-38-es/"))
    assert "Reference CMW/FollowUp/38/es line 1" in page.words
    assert "Observations CMW/C/XES/CO/2 line 7" in page.words
    assert "Asked for 9, 15, 35 (a)" in page.words
    assert "Received May 2021" in page.words


def test_a_passage_of_two_paragraphs_has_both_anchors(client):
    asked = factories.observations(factories.state("XTW", "Twain"), "27", "29")
    letter = factories.letter(asked, {"27": "implemented"}, reference="CMW/FollowUp/36/tw")
    first = letter.assessments.get()
    both = asked.recommendations.get(label="29")
    first.pk, first.recommendation, first.position = None, both, 1
    first._state.adding = True
    first.record_change(by=None, reason="The sentence grades both.")
    page = Page(client.get("/letters/cmw-followup-36-tw/"))
    assert {"p27", "p29", "g27", "g29"} <= set(page.ids)
    assert (
        page.marked.count("The Committee considers that the recommendation has been fully implemented.") == 1
    )


def test_a_withdrawn_letter_says_when_and_why(client):
    page = Page(client.get("/letters/cmw-followup-30-withdrawn/"))
    assert page.status == 410
    assert "was withdrawn from this registry on 2 January 2023." in page.words
    assert "Sent to the wrong State." in page.words
    assert "Canary" not in page.html
