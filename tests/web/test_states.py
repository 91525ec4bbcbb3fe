"""The list of States and the page of one."""

import re

import pytest

from .. import factories
from .page import Page

pytestmark = pytest.mark.django_db


def test_the_list_says_where_each_stands(client):
    factories.registry()
    factories.state("TJK", "Tajikistan", region="asia_pacific")
    page = Page(client.get("/states/"))
    assert "2 States asked to follow up, of 1 State party and 4 sample States." in page.words
    assert "Estmark sample CMW/C/XES/CO/2 April 2019" in page.words
    assert "1 partially implemented" in page.words
    assert "Assessed 20 June 2024" in page.words
    assert "Tajikistan, no follow-up recorded" in page.words
    assert page.links["TJKTajikistan, no follow-up recorded"] == "/states/TJK/"
    assert page.links["CMW/C/XES/CO/2"] == "/observations/XES/CO-2/"


LISTS = [
    # query, rows of the table, tiles
    ("", "Estmark Norland", "XDR XES XNO XWI TJK"),
    ("?sort=-state", "Norland Estmark", "XDR XES XNO XWI TJK"),
    ("?q=norl", "Norland", "XNO"),
    ("?q=xes", "Estmark", "XES"),
    ("?region=asia_pacific", "", "TJK"),
    ("?region=not_recorded", "Estmark Norland", "XDR XES XNO XWI"),
    ("?status=assessed", "Estmark Norland", "XES XNO"),
    ("?status=overdue", "", ""),
]


@pytest.mark.parametrize(("query", "names", "codes"), LISTS)
def test_the_list_is_searched_filtered_and_sorted(client, query, names, codes):
    factories.registry()
    factories.state("TJK", "Tajikistan", region="asia_pacific")
    html = client.get(f"/states/{query}").content.decode()
    rows = re.findall(r'<th scope="row" class="full"><a href="/states/\w+/">(\w+)', html)
    assert " ".join(rows) == names
    tiles = re.findall(r'<span aria-hidden="true">([A-Z]{3})</span>', html)
    assert sorted(tiles) == sorted(codes.split())
    assert ("No State matches." in html) == (not codes)


def test_a_parameter_nobody_knows_is_refused(client):
    assert client.get("/states/?region=atlantis").status_code == 400
    assert client.get("/states/?order=name").status_code == 400


def test_the_head_that_sorts_says_how(client):
    factories.registry()
    html = client.get("/states/").content.decode()
    assert 'aria-sort="ascending"><a class="nowrap" href="?sort=-state">' in html
    html = client.get("/states/?sort=-state&q=land").content.decode()
    assert 'aria-sort="descending"><a class="nowrap" href="?q=land">' in html


STANDINGS = [
    (
        {"due": "2000-01", "due_basis": "printed"},
        None,
        "The follow-up report was due in January 2000 and is overdue by",
    ),
    (
        {"due": "2999-01-15", "due_basis": "printed"},
        None,
        "Next: the follow-up report is due on 15 January 2999, in",
    ),
    ({"due": None, "due_basis": ""}, None, "The registry holds no due date for the follow-up report."),
    ({}, "2021-05", "The follow-up report came in May 2021 and has been with the Committee for"),
]


@pytest.mark.parametrize(("values", "received", "sentence"), STANDINGS)
def test_a_standing_is_a_sentence(client, values, received, sentence):
    asked = factories.observations(factories.state(), "5", "6", by_hand=True, **values)
    if received:
        factories.report(asked, received)
    page = Page(client.get("/states/XES/"))
    assert sentence in page.words
    assert "The Committee selected two recommendations in 2019." in page.words


def test_a_cycle_is_a_timeline(client):
    asked = factories.observations(
        factories.state(), "12", "35 (a)", "47", session=factories.session(30, "2019-04")
    )
    report = factories.report(asked, "2021-05", "CMW/C/XES/FCO/2")
    values = {
        "report": report,
        "assessed_session": factories.session(35, "2022-09"),
        "reference": "CMW/FollowUp/35/ik",
    }
    factories.letter(asked, {"12": "partially_implemented", "35 (a)": None, "47": "contrary"}, **values)
    factories.letter(asked, kind="reminder", date="2021-04-28", reference="CMW/FollowUp/32/re")
    words = Page(client.get("/states/XES/")).words
    steps = [
        "Second periodic report, CMW/C/XES/CO/2",
        "April 2019 The Committee adopts its concluding observations CMW/C/XES/CO/2",
        "30th session. It asks for written information within two years on paragraphs 12, 35 (a) and 47.",
        "April 2021 Follow-up report due",
        "Computed: April 2019 and two years. The letter prints no date.",
        "28 April 2021 The Committee sends a reminder CMW/FollowUp/32/re",
        "May 2021 Follow-up report received, less than a month late CMW/C/XES/FCO/2",
        "The letter gives the month, not the day.",
        "September 2022 The Committee examines the report",
        "35th session, 16 months after the report came.",
        "30 September 2022 The Committee sends its letter CMW/FollowUp/35/ik",
        "3 of 3 assessed, 2 grades stated.",
        "The letter states no grade for paragraph 35 (a).",
    ]
    places = [words.find(step) for step in steps]
    assert -1 not in places, steps[places.index(-1)]
    assert places == sorted(places)


def test_a_late_second_report_is_not_measured_by_the_first_deadline(client):
    asked = factories.observations(factories.state(), "12", by_hand=True)
    factories.report(asked, "2021-05")
    factories.report(asked, "2023-05")
    assert Page(client.get("/states/XES/")).words.count(" late") == 1


def test_newest_observations_come_first(client):
    estmark = factories.state()
    factories.observations(estmark, "1", symbol="CMW/C/XES/CO/1", session_held="2012-04", by_hand=True)
    factories.observations(estmark, "2", symbol="CMW/C/XES/CO/2", session_held="2019-04", by_hand=True)
    headings = [text for level, text in Page(client.get("/states/XES/")).headings if level == 2]
    assert headings[:2] == [
        "Second periodic report, CMW/C/XES/CO/2",
        "Second periodic report, CMW/C/XES/CO/1",
    ]


def test_a_party_without_follow_up(client):
    factories.state("TJK", "Tajikistan")
    page = Page(client.get("/states/TJK/"))
    assert "party to the Convention since 1 January 2004" in page.words
    assert "No concluding observations with follow-up in this registry." in page.words


@pytest.mark.parametrize(
    ("asked", "nearest"),
    [
        ("TJX", "Tajikistan"),
        ("Tajikistan", "Tajikistan"),
        ("tadjikistan", "Tajikistan"),
        ("KGX", "Kyrgyzstan"),
    ],
)
def test_an_unknown_code_gives_the_nearest_names(client, asked, nearest):
    for iso3, name in (("TJK", "Tajikistan"), ("KGZ", "Kyrgyzstan"), ("ALB", "Albania")):
        factories.state(iso3, name)
    page = Page(client.get(f"/states/{asked}/"))
    assert page.status == 404
    assert nearest in page.links
    assert "Albania" not in page.links


def test_a_code_in_small_letters_leads_to_the_address(client):
    factories.state("TJK", "Tajikistan")
    response = client.get("/states/tjk/")
    assert (response.status_code, response.headers["Location"]) == (301, "/states/TJK/")


def test_sample_states_carry_their_tag_wherever_they_are_named(client):
    factories.registry()
    for url in (
        "/",
        "/states/",
        "/states/XES/",
        "/recommendations/",
        "/letters/",
        "/letters/cmw-followup-38-es/",
    ):
        words = Page(client.get(url)).words
        named = [words[match.end() : match.end() + 30] for match in re.finditer("Estmark", words)]
        assert named, url
        assert all("sample" in after for after in named), (url, named)


def test_all_rounds_of_a_recommendation_are_shown(client):
    factories.registry()
    page = Page(client.get("/states/XNO/"))
    assert "Partially implemented Not implemented 1 October 2020" in page.words
    assert page.links["1 October 2020"] == "/letters/cmw-followup-31-no/#p40"


def test_the_clocks_stand_under_the_timeline(client):
    asked = factories.observations(factories.state(), "12")
    factories.letter(asked, {"12": None}, date="2022-09-30", report=factories.report(asked, "2021-05"))
    earlier = factories.observations(asked.state, "3", symbol="CMW/C/XES/CO/1", session_held="2012-04")
    factories.letter(earlier, {"3": None}, date="2015-01-30", report=factories.report(earlier, "2014-04"))
    words = Page(client.get("/states/XES/")).words
    assert "With the State 25 months from the observations to the report With the Committee" in words
    assert "With the Committee 16 months from the report to the letter" in words
    assert "With the State 49 months With the Committee 25 months" in words


NEXT = [
    ({"due": "2000-01", "due_basis": "printed"}, None, "Next The State sends its report."),
    ({}, "2021-05", "Next The Committee examines the report and sends its letter."),
]


@pytest.mark.parametrize(("values", "received", "step"), NEXT)
def test_the_timeline_ends_with_the_next_step(client, values, received, step):
    asked = factories.observations(factories.state(), "5", by_hand=True, **values)
    if received:
        factories.report(asked, received)
    assert step in Page(client.get("/states/XES/")).words


def test_links_of_a_state_lead_to_its_rows(client):
    factories.registry()
    page = Page(client.get("/states/XES/"))
    links = {
        "In the list, with filters": "/recommendations/?state=XES",
        "As figures": "/statistics/?state=XES",
        "Its deadlines": "/deadlines/?state=XES",
        "as a calendar": "/deadlines.ics?state=XES",
        "What changed": "/changes/?state=XES",
        "Compare with other States": "/compare/?s=XES",
        "CSV": "/recommendations.csv?state=XES",
    }
    assert {words: page.links.get(words) for words in links} == links
    for url in links.values():
        assert client.get(url).status_code == 200, url


# ---- concluding observations ----


def test_observations_have_a_page(client):
    factories.registry()
    page = Page(client.get("/observations/XES/CO-2/"))
    assert (1, "Estmark sample, CMW/C/XES/CO/2") in page.headings
    assert (
        "Session 30th session Adopted April 2019 Time given two years Report due April 2021 (computed)"
        in page.words
    )
    assert "Follow-up paragraphs 9, 15, 35 (a) and 51" in page.words
    assert (
        "concluding observations on Estmark, CMW/C/XES/CO/2: follow-up. CMW follow-up registry, version 1"
        in page.words
    )
    assert page.links["Its recommendations in the list"] == "/recommendations/?symbol=CMW%2FC%2FXES%2FCO%2F2"


WRONG = [
    (
        "/observations/XES/CO-9/",
        404,
        {"CMW/C/XES/CO/2": "/observations/XES/CO-2/", "Estmark": "/states/XES/"},
    ),
    ("/observations/XEZ/CO-2/", 404, {"Estmark": "/states/XES/"}),
    ("/observations/XDR/CO-2/", 404, {"Draftia": "/states/XDR/"}),
    ("/observations/XWI/CO-2/", 410, {}),
]


@pytest.mark.parametrize(("url", "status", "links"), WRONG)
def test_an_address_of_no_observations_gives_the_nearest(client, url, status, links):
    factories.registry()
    page = Page(client.get(url))
    assert page.status == status
    assert links.items() <= page.links.items()


def test_an_address_in_small_letters_leads_to_the_observations(client):
    factories.registry()
    response = client.get("/observations/xes/co-2/")
    assert (response.status_code, response.headers["Location"]) == (301, "/observations/XES/CO-2/")
