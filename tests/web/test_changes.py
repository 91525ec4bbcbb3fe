"""The public log: what changed, when, from what to what, why, and in which role."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from followup import intake
from followup.models import Change, Letter

from .. import factories
from ..samples import GRADED, sample_state
from .entries import assessment, correct, counting, four, log
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


def test_nothing_happened_yet(client):
    page = Page(client.get("/changes/"))
    assert page.headings[0] == (1, "Changes")
    assert "No changes in this period." in page.words


def test_a_correction_from_old_to_new_with_reason_and_role(client, corrector):
    correct(assessment(), corrector, grade="implemented", reason="Line 11 says implemented.")
    page = Page(client.get("/changes/"))
    assert (
        "Corrected Assessment of CMW/C/XES/CO/2, paragraph 15 (Letter to Estmark, 20 June 2024) sample "
        "Grade: Partially implemented → changed to Implemented Reason: Line 11 says implemented. By a corrector."
    ) in page.words
    assert "Carla" not in page.html
    what = "Assessment of CMW/C/XES/CO/2, paragraph 15 (Letter to Estmark, 20 June 2024)"
    assert page.links[what] == "/recommendations/XES/CO-2/15/"
    number = Change.objects.get().pk
    assert page.links[f"Permanent address: entry {number}"] == f"/changes/{number}/"
    assert page.links[f"Report a problem: {what}"] == f"/report/?record=assessment:{assessment().pk}"


WORDS = [
    ("concludingobservations", {"due": "2021-10"}, "Due date: April 2021 → changed to October 2021"),
    (
        "concludingobservations",
        {"session": "38"},
        "Adopted at session: 30th session → changed to 38th session",
    ),
    ("concludingobservations", {"months": "12"}, "Months given: 24 → changed to 12"),
    ("followupreport", {"received": "2021-06-03"}, "Report received: May 2021 → changed to 3 June 2021"),
    ("letter", {"date": "2024-06-21"}, "Date of the letter: 20 June 2024 → changed to 21 June 2024"),
    ("letter", {"language": "fr"}, "Language: English → changed to French"),
    ("recommendation", {"wording": "Inspect."}, "Recommendation as adopted: none → changed to Inspect."),
    (
        "assessment",
        {"grade": "", "grade_phrase": ""},
        "Grade: Partially implemented → changed to Grade not stated",
    ),
    ("assessment", {"paragraph": "16"}, "Paragraph: 15 → changed to 16"),
]


@pytest.mark.parametrize(("model", "values", "words"), WORDS)
def test_every_value_is_said_in_words(client, corrector, model, values, words):
    row = assessment()
    record = {
        "assessment": row,
        "recommendation": row.recommendation,
        "concludingobservations": row.recommendation.observations,
        "letter": row.letter,
        "followupreport": row.letter.report,
    }[model]
    correct(record, corrector, **values)
    page = Page(client.get("/changes/"))
    assert words in page.words
    assert page.status == 200


def test_of_a_long_text_the_difference_is_shown_and_personal_data_is_not(client, corrector):
    row = assessment()
    text = row.text.replace("Inspect agencies", "Audit agencies") + " Write to Ms. Ada Olan, ada@olan.test."
    correct(row, corrector, text=text)
    page = Page(client.get("/changes/"))
    assert (
        "… made in paragraph 15 of the concluding observations, cut: Inspect new: Audit agencies in Côte "
    ) in page.words
    assert re.search(r"<del>[^/]*</span> Inspect</del>", page.html)
    assert re.search(r"<ins>[^/]*</span> Audit</ins>", page.html)
    assert "Regarding the recommendation" not in page.words
    assert "Olan" not in page.html
    assert "olan.test" not in page.html
    feed = client.get("/changes/feed.atom").content.decode()
    assert "Olan" not in feed
    assert "olan.test" not in feed


@pytest.fixture
def published(reference, staff) -> Letter:
    Letter.objects.all()
    sample_state()
    clerk = staff("Secretariat", name="clerk")
    letter = intake.open_draft(text=GRADED, by=clerk).letter
    return intake.publish(letter, by=clerk, version=letter.version)


def test_a_publication_lists_what_came(client, published):
    page = Page(client.get("/changes/"))
    assert (
        "Published Letter to Testland, 20 June 2024 sample Paragraph 15: Partially implemented "
        "Paragraph 29 (c): Not implemented Paragraph 51: Implemented"
    ) in page.words
    assert "By the secretariat." in page.words
    assert page.links["Letter to Testland, 20 June 2024"] == "/letters/cmw-followup-38-xx/"


def test_values_stand_in_one_order_whatever_the_database_keeps(client):
    names = [
        "due",
        "months",
        "session",
        "paragraph 51",
        "paragraph 9",
        "paragraph 35 (b)",
        "paragraph 35 (a)",
    ]
    log("published", after=dict.fromkeys(names, "x"), before={}, reason="")
    words = Page(client.get("/changes/")).words
    assert (
        "Adopted at session: x Months given: x Due date: x "
        "Paragraph 9: x Paragraph 35 (a): x Paragraph 35 (b): x Paragraph 51: x"
    ) in words


def test_a_withdrawal_is_in_the_log_and_its_addresses_lead_there(client, published, staff):
    clerk = staff("Secretariat", name="other")
    correct(
        published.assessments.first(),
        staff("Correctors"),
        text="It was partially implemented: secret words.",
    )
    published.refresh_from_db()
    intake.withdraw(published, by=clerk, reason="Sent to another State.", version=published.version)
    entry = Change.objects.newest_first().first()
    page = Page(client.get("/changes/"))
    assert "Withdrawn Letter to Testland, 20 June 2024" in page.words
    assert "Reason: Sent to another State." in page.words
    assert "secret words" not in page.html  # a passage that is not public any more
    assert "no longer public" in page.words
    assert "secret words" not in client.get("/changes/feed.atom").content.decode()
    for address in (
        "/letters/cmw-followup-38-xx/",
        "/recommendations/XTL/CO-2/15/",
        "/recommendations/XTL/CO-2/51/",
        f"/report/?record=letter:{published.pk}",
    ):
        gone = Page(client.get(address))
        assert gone.status == 410, address
        assert gone.links["The withdrawal in the log of changes"] == f"/changes/{entry.pk}/"
        assert "Sent to another State." in gone.words
    assert "No concluding observations with follow-up" in Page(client.get("/states/XTL/")).words
    assert "XTL" not in b"".join(client.get("/recommendations.csv").streaming_content).decode()


def test_an_undone_publication_stays_in_the_log_without_links_to_nothing(client, published, staff):
    clerk = staff("Secretariat", name="other")
    letter = intake.undo(published, by=clerk, version=published.version)
    page = Page(client.get("/changes/"))
    assert "Publication undone Letter to Testland, 20 June 2024" in page.words
    assert "/letters/cmw-followup-38-xx/" not in page.links.values()
    intake.discard(letter, by=clerk, version=letter.version)
    for address in (
        "/changes/",
        "/changes/feed.atom",
        *(f"/changes/{entry.pk}/" for entry in Change.objects.all()),
    ):
        assert client.get(address).status_code == 200, address


def test_the_page_of_an_entry(client, corrector):
    correct(assessment(), corrector, grade="implemented")
    entry = Change.objects.get()
    page = Page(client.get(f"/changes/{entry.pk}/"))
    assert page.headings[0][1].startswith("Corrected: Assessment of CMW/C/XES/CO/2, paragraph 15")
    assert "Grade: Partially implemented → changed to Implemented" in page.words
    assert Page(client.get(f"/changes/{entry.pk + 1}/")).status == 404
    assert client.get(f"/changes/{'9' * 30}/").status_code == 404


FILTERS = [
    ("", [3, 2, 1, 0]),
    ("?state=XES", [3, 0]),
    ("?state=XES&state=XNO", [3, 2, 1, 0]),
    ("?kind=corrected", [3, 1]),
    ("?kind=corrected&kind=withdrawn&state=XNO", [2, 1]),
    ("?year=2025", [2, 1]),
    ("?year=2024&kind=published", [0]),
    ("?year=2023", []),
    ("?kind=undone", []),
]


@pytest.mark.parametrize(("query", "expected"), FILTERS)
def test_page_and_feed_show_the_same_entries_newest_first(client, entries, query, expected):
    html = client.get(f"/changes/{query}").content.decode()
    numbers = [entries[n].pk for n in expected]
    assert [int(number) for number in re.findall(r'<li id="c(\d+)"', html)] == numbers
    feed = ET.fromstring(client.get(f"/changes/feed.atom{query}").content)  # noqa: S314  # our own feed
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]
    assert ids == [f"tag:localhost,2026:change/{number}" for number in numbers]


WRONG = [
    ("?stat=XES", "There is no parameter “stat”."),
    ("?state=Estmrk", "state: “Estmrk” is not known here."),
    ("?kind=deleted", "kind: “deleted” is not known here."),
    ("?year=1999", "year: “1999” is not known here."),
    ("?page=0", "page: is no number of a page."),
    ("?page=99", "page: the last one is 1."),
    ("?page=1&page=2", "page: stands more than once"),
]


@pytest.mark.parametrize(("query", "message"), WRONG)
def test_what_cannot_be_read_is_named_and_nothing_is_shown(client, entries, query, message):
    page = Page(client.get(f"/changes/{query}"))
    assert page.status == 400
    assert message in page.words
    assert "Estmark, 20 June" not in page.html
    if "99" not in query or "year" in query:  # a feed has no pages
        feed = client.get(f"/changes/feed.atom{query}")
        assert (feed.status_code, message in feed.content.decode()) == (400, True)


def test_twenty_five_a_page(client):
    for _ in range(30):
        log()
    page = Page(client.get("/changes/?state=XES"))
    assert page.html.count('<li id="c') == 25
    assert "1 to 25 of 30" in page.words
    assert page.links["Next →"] == "?state=XES&page=2"
    assert Page(client.get("/changes/?state=XES&page=2")).html.count('<li id="c') == 5


@pytest.mark.parametrize("url", ["/changes/", "/changes/feed.atom"])
def test_queries_do_not_grow_with_entries(client, corrector, django_assert_num_queries, url):
    def happen() -> None:
        row = assessment()
        correct(row, corrector, text=f"{row.text} Once more.")
        correct(row.recommendation.observations, corrector, months=str(25 + Change.objects.count()))
        log("published", Letter.objects.get(slug="cmw-followup-34-no"), reason="")

    happen()
    with counting() as before:
        client.get(url)
    for _ in range(3):
        happen()
    with django_assert_num_queries(len(before)):
        client.get(url)
