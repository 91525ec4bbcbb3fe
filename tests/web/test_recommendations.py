"""The list of recommendations, its file, and the page of one."""

import csv
import io

import pytest

from followup import corrections
from followup.models import Assessment, ConcludingObservations, Recommendation

from .. import factories
from .page import Page

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _rows(db):
    factories.registry()


SENTENCES = [
    ("", "6 recommendations in 2 States"),
    (
        "?grade=partially_implemented&grade=not_stated",
        "3 of 6 recommendations in 2 States: partially implemented or grade not stated",
    ),
    ("?state=XNO", "2 of 6 recommendations: Norland"),
    (
        "?grade=contrary&year=2022",
        "0 of 6 recommendations: contrary to the recommendation, in letters of 2022",
    ),
    ("?q=wage", "2 of 6 recommendations in 1 State: with the words “wage”"),
]


@pytest.mark.parametrize(("query", "sentence"), SENTENCES)
def test_the_result_is_a_sentence(client, query, sentence):
    assert sentence in Page(client.get(f"/recommendations/{query}")).words


def test_a_swap_asks_for_the_address_without_its_empty_boxes(client):
    answer = client.get(
        "/recommendations/?q=&symbol=&since=&until=&state=XNO", headers={"HX-Request": "true"}
    )
    assert answer.headers["HX-Push-Url"] == "/recommendations/?state=XNO"
    assert "HX-Push-Url" not in client.get("/recommendations/?state=XNO").headers


def test_a_row_links_and_says(client):
    page = Page(client.get("/recommendations/?state=XES"))
    assert page.links["Estmark 35 (a)"] == "/recommendations/XES/CO-2/35a/"
    assert (
        "Estmark 35 (a) sample CMW/C/XES/CO/2 … Inspect agencies in Côte d’Azur. Grade not stated 20 June 2024"
        in page.words
    )
    assert "Estmark 51 sample CMW/C/XES/CO/2 Not yet assessed" in page.words
    assert page.links["CSV"] == "/recommendations.csv?state=XES"


def test_chips_remove_and_the_empty_list_says_what_helps(client):
    page = Page(client.get("/recommendations/?grade=contrary&year=2022"))
    assert page.links["Contrary to the recommendation, remove this filter"] == "?year=2022"
    assert page.links["Clear all"] == "/recommendations/"
    assert "No match. Remove: Contrary to the recommendation (2 more)." in page.words


def test_a_refusal_names_the_parameter_and_shows_no_rows(client):
    response = client.get("/recommendations/?grade=partly&sate=XES")
    page = Page(response)
    assert response.status_code == 400
    assert "“partly” is not known here" in page.words
    assert "There is no parameter “sate”. Did you mean “state”?" in page.words
    assert "CO-2" not in page.html


def test_paging_keeps_the_filters(client):
    many = factories.observations(
        factories.state("XMA", "Many"), *[str(n) for n in range(1, 31)], by_hand=True
    )
    assert many.recommendations.count() == 30
    page = Page(client.get("/recommendations/?state=XMA&sort=-date"))
    assert "1 to 25 of 30" in page.words
    assert page.links["Next →"] == "?state=XMA&sort=-date&page=2"
    page = Page(client.get("/recommendations/?state=XMA&sort=-date&page=2"))
    assert "26 to 30 of 30" in page.words
    assert page.links["← Previous"] == "?state=XMA&sort=-date&page=1"
    assert client.get("/recommendations/?state=XMA&page=3").status_code == 400


def test_the_file_has_the_rows_of_the_list(client):
    response = client.get("/recommendations.csv?state=XNO&sort=-date&page=1")
    assert response.streaming
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert response.headers["Content-Disposition"].startswith('attachment; filename="cmw-recommendations-')
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["permalink"] for row in rows] == [
        "http://testserver/recommendations/XNO/CO-2/40/",
        "http://testserver/recommendations/XNO/CO-2/41/",
    ]
    assert rows[0]["selection"] == "Norland"


def test_the_file_refuses_as_the_list_does(client):
    response = client.get("/recommendations.csv?grade=partly")
    assert (response.status_code, response.content.decode()) == (400, "grade: “partly” is not known here.\n")
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"


def test_one_recommendation(client):
    page = Page(client.get("/recommendations/XES/CO-2/15/"))
    assert page.headings[0] == (1, "Estmark sample, paragraph 15")
    for sentence in (
        "Partially implemented in the Committee’s letter of 20 June 2024",
        "Information within two years on paragraph 15 of CMW/C/XES/CO/2, adopted at the 30th session in April 2019. "
        "The report was due in April 2021 (computed).",
        "received in May 2021, less than a month late.",
        "The Committee examined it at the 38th session in June 2024, 37 months after it came.",
        "The marked sentence gives the grade; its words are “partially implemented”.",
        "Checked by the secretariat",
        "Corrected never",
        "record XES/CO-2/15, version 1",
    ):
        assert sentence in page.words
    # under the heading, and in its passage
    said = "The Committee considers that the recommendation has been partially implemented."
    assert page.marked == [said, said]
    assert page.words.index(said) < page.words.index("What was asked")
    assert page.links["line 11"] == "/letters/cmw-followup-38-es/#l11"
    assert page.links["← Paragraph 9"] == "/recommendations/XES/CO-2/9/"
    assert page.links["Paragraph 35 (a) →"] == "/recommendations/XES/CO-2/35a/"


def test_the_line_is_the_line_of_the_letter(client):
    letter = Page(client.get("/letters/cmw-followup-38-es/"))
    assert {"l11", "p15", "g15"} <= set(letter.ids)
    row = Assessment.objects.get(recommendation__label="15")
    assert row.letter.text.split("\n")[10] == row.text


def test_grade_not_stated_has_no_mark(client):
    page = Page(client.get("/recommendations/XES/CO-2/35a/"))
    assert page.marked == []
    assert "The letter states no grade." in page.words


def test_not_yet_assessed(client):
    page = Page(client.get("/recommendations/XES/CO-2/51/"))
    assert "Not yet assessed" in page.words
    assert "Cite this record" not in page.words
    due = factories.observations(
        factories.state("XLI", "Lirien"),
        "5",
        by_hand=True,
        session_held=None,
        due="2999-04",
        due_basis="printed",
    )
    page = Page(client.get(due.recommendations.get().get_absolute_url()))
    assert "Not yet assessed; report due in April 2999." in page.words
    assert "The report is due in April 2999 (printed)." in page.words


def test_earlier_rounds_stay(client):
    page = Page(client.get("/recommendations/XNO/CO-2/40/"))
    assert "Partially implemented in the Committee’s letter of 14 April 2022" in page.words
    assert "Not implemented letter of 1 October 2020" in page.words


def test_history_names_roles_and_never_persons(client, staff):
    row = Assessment.objects.get(recommendation__label="15")
    corrections.correct(
        row,
        {"grade": "implemented", "grade_phrase": "implemented"},
        by=staff("Correctors", name="Carla Cor"),
        reason="Read again: it says implemented.",
        version=1,
        key="k",
        sure=True,
    )
    page = Page(client.get("/recommendations/XES/CO-2/15/"))
    assert (
        "Grade corrected from “Partially implemented” to “Implemented”. Words of the grade corrected from "
        "“partially implemented” to “implemented”. Reason: Read again: it says implemented. By a corrector."
    ) in page.words
    assert "Published after check against the letter. By the secretariat." in page.words
    assert "Grade, paragraph and passage read from the letter. By the parser, version 1.0." in page.words
    assert "Corrected 1 time" in page.words
    assert "Carla" not in page.html


def test_a_withdrawn_letter_takes_its_recommendation_along(client):
    page = Page(client.get("/recommendations/XWI/CO-2/7/"))
    assert "was withdrawn from this registry on 2 January 2023." in page.words
    assert "Reason: Sent to the wrong State." in page.words


def test_hidden_and_missing_look_the_same(client):
    answers = [client.get(f"/recommendations/XDR/CO-2/{slug}/").content for slug in ("7", "8")]
    assert (
        answers[0].replace(b"/CO-2/7/", b"/CO-2/8/") == answers[1]
    )  # but for the address in other languages


def test_observations_that_staff_entered_are_public(client):
    factories.put(ConcludingObservations.objects.filter(state="XDR"), by_hand=True)
    page = Page(client.get(Recommendation.objects.get(observations__state="XDR").get_absolute_url()))
    assert page.status == 200
    assert "Not yet assessed" in page.words
    assert "Canary" not in page.html
