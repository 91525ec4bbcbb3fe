"""One filter: whatever somebody asks, page, counts, facets, files, feed and API speak of the same rows."""

import csv
import io
import json
import os
import re
from urllib.parse import parse_qsl, urlencode

import openpyxl
import pytest
from django.core.cache import cache
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from followup.filters import LISTS
from followup.models import Change, Recommendation, Tagging, Theme

from .factories import add, letter, observations, registry, report, session, state

pytestmark = pytest.mark.django_db

EXAMPLES = int(os.environ.get("FILTER_EXAMPLES", "8"))
# values that are known, values that are not, and text of any kind; the empty one is no value
POOLS = {
    "state": ["XES", "XNO", "xes", "XDR", "XAF", "Estmark", ""],
    "region": ["african", "not_recorded", "asia_pacific", "Africa"],
    "grade": [
        "implemented",
        "not_implemented",
        "partially_implemented",
        "not_stated",
        "not_assessed",
        "partly",
    ],
    "theme": ["wages", "detention", "not_recorded", "none"],
    "sample": ["yes", "no", "maybe"],
    "status": ["assessed", "overdue", "due", "with_committee", "no_deadline", "late"],
    "kind": ["assessment", "reminder", "published", "withdrawn", "right", "other"],
    "when": ["overdue", "newly-overdue", "awaiting-assessment", "now"],
    "session": ["38", "34", "30", "1", "x"],
    "year": ["2019", "2020", "2022", "2024", "1999"],
    "since": ["2019", "2022-04", "2022-04-14", "2024-07", "then"],
    "until": ["2020", "2022-04", "2024-06-20", "2019-12-31", "9999"],
    "language": ["en", "fr", "de"],
    "symbol": ["CMW/C/XES/CO/2", "cmw/followup/34/no", "CMW/FollowUp/30/draft", "%", ""],
    "q": ["wage", "côte d'azur", "35 (a)", "40", "followup/38", "Estmark 15", "_", "canary", "Olan"],
    "sort": ["state", "-state", "date", "-date", "due", "grade"],
    "page": ["1", "0"],
    "foo": ["1"],
}
QUESTION = st.one_of(st.sampled_from(POOLS["q"]), st.text(max_size=8))
PAIR = st.sampled_from(sorted(POOLS)).flatmap(
    lambda name: st.tuples(st.just(name), st.sampled_from(POOLS[name]) if name != "q" else QUESTION)
)
PAGES = {"recommendations": r'<th scope="row"[^>]*><a href="/recommendations/([^"]+)/"'}


@pytest.fixture
def rows(db, settings):
    cache.clear()
    settings.API_RATE = "1000000/min"
    registry()
    african = state("XAF", "Aferia", region="african")
    due = observations(african, "1", "2", session_held="2030-04", by_hand=True)
    late = observations(african, "35 (a)", session_held="2018-04", by_hand=True, symbol="CMW/C/XAF/CO/1")
    sent = observations(state("XSE", "Sentland"), "3", by_hand=True, session=session(1, "2004-03"))
    report(sent, "2022-01", "CMW/C/XSE/FCO/1")
    letter(late, {"35 (a)": "contrary"}, date="2022-04-14", words="Pay wages.")
    for slug, of in (("wages", due), ("detention", late)):
        theme = Theme.objects.create(slug=slug, kind="right", name_en=slug.capitalize())
        for one in of.recommendations.all():
            Tagging.objects.create(recommendation=one, theme=theme, status="confirmed")
    for kind, of in (("published", due), ("corrected", late), ("withdrawn", sent)):
        add(
            Change,
            kind=kind,
            state=of.state,
            what=f"Letter on {of}",
            path="/",
            reason="Why.",
            role="Registry",
        )


def told(client, name: str, query: str) -> dict[str, list[str] | int]:
    """The ids of a list by every way to ask for it; the status where there are none."""
    answers: dict[str, list[str] | int] = {}
    for ending in ("csv", "xlsx", "json"):
        response = client.get(f"/{name}.{ending}?{query}")
        answers[ending] = (
            READ[ending](response.getvalue()) if response.status_code == 200 else response.status_code
        )
    # the API has no numbered pages
    asked = urlencode([pair for pair in _pairs(query) if pair[0] != "page"])
    response = client.get(f"/api/v1/{name}/?limit=200&{asked}")
    answers["api"] = (
        [str(row["id"]) for row in response.json()["results"]] if response.status_code == 200 else 400
    )
    if name in PAGES:
        response = client.get(f"/{name}/?{query}")
        found = re.findall(PAGES[name], response.content.decode())
        answers["page"] = found if response.status_code == 200 else response.status_code
    response = client.get(f"/{name}/feed.atom?{query}")
    found = re.findall(
        rf"<id>tag:[^<]*:{'change' if name == 'changes' else name}/([^<]+)</id>", response.content.decode()
    )
    # a feed is always newest first: only which rows it has is compared
    order = {one: place for place, one in enumerate(answers["json"])} if response.status_code == 200 else {}
    answers["feed"] = sorted(found, key=lambda one: order.get(one, -1)) if order else response.status_code
    if response.status_code == 200 and not order:
        answers["feed"] = found
    return answers


def _pairs(query):
    return parse_qsl(query, keep_blank_values=True)


READ = {
    "csv": lambda body: [row["id"] for row in csv.DictReader(io.StringIO(body.decode()[1:], newline=""))],
    "xlsx": lambda body: [
        str(cells[0])
        for cells in openpyxl.load_workbook(io.BytesIO(body), read_only=True)
        .worksheets[0]
        .iter_rows(min_row=2, max_col=1, values_only=True)
    ],
    "json": lambda body: [str(row["id"]) for row in json.loads(body)["rows"]],
}


@pytest.mark.parametrize("name", LISTS)
def test_whatever_is_asked_all_answers_are_the_same_rows(rows, client, name):
    met = set()
    known = [*LISTS[name].base_filters, "sort"]

    @settings(
        max_examples=EXAMPLES, deadline=None, database=None, derandomize=True,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(pairs=st.lists(PAIR.filter(lambda pair: pair[0] in known), max_size=3), odd=st.lists(PAIR, max_size=1),
           lucky=st.integers(0, 3))  # fmt: skip
    def ask(pairs, odd, lucky):
        query = urlencode([*pairs, *(odd if not lucky else [])])
        answers = told(client, name, query)
        whole = answers["json"]
        # an odd page is refused by the page and the files; the API was not asked for it
        if "page=0" in query:
            answers.pop("api")
        assert all(answer == whole for answer in answers.values()), (query, answers)
        met.add(type(whole))
        if not isinstance(whole, list):
            assert whole == 400
            return
        asked = urlencode([pair for pair in _pairs(query) if pair[0] != "page"])
        assert client.get(f"/api/v1/{name}/?limit=1&{asked}").json()["count"] == len(whole)
        _compare_facets(client, name, query)

    ask()
    assert list in met  # what is refused has a test of its own below


@pytest.mark.parametrize("name", LISTS)
def test_each_value_alone_gives_the_same_rows_everywhere(rows, client, name):
    """Every parameter of the list with every value above, known or not: chance does not choose among these."""
    for parameter in [*LISTS[name].base_filters, "foo"]:
        for value in POOLS[parameter]:
            query = urlencode([(parameter, value)])
            answers = told(client, name, query)
            assert all(answer == answers["json"] for answer in answers.values()), (query, answers)


def _compare_facets(client, name: str, query: str) -> None:
    """The number beside each choice is the number of rows that one gets with it."""
    found = LISTS[name](QueryDict(query))
    for facet in found.facets[:3]:
        for choice in facet.choices[:2]:
            others = [pair for pair in _pairs(query) if pair[0] not in {facet.name, "page"}]
            asked = urlencode([*others, (facet.name, choice.value), ("limit", "1")])
            assert client.get(f"/api/v1/{name}/?{asked}").json()["count"] == choice.rows, (query, choice)


def test_the_rows_are_enough_to_tell_filters_apart(rows):
    assert Recommendation.objects.public().count() == 10
