"""The filters of all lists: which rows they give, and that none shows a draft or a withdrawn letter."""

import random
from datetime import date

import pytest
from django.http import QueryDict

from followup import procedure
from followup.filters import LISTS, AssessmentFilter, after
from followup.models import Change, ConcludingObservations, Letter, State

from .factories import add, letter, observations, put, registry, report, state

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 21)


def rows(name: str, query: str = "") -> list[str]:
    found = LISTS[name](QueryDict(query), on=ON)
    assert not found.problems
    assert found.totals.rows == len(found.qs)
    return [str(row) for row in found.qs]


@pytest.fixture
def small(db):
    registry()
    put(State.objects.filter(pk="XNO"), region="african")
    late = observations(state("XLA", "Lateland"), "3", session_held="2022-04", by_hand=True)
    observations(state("XON", "Ontime"), "3", session_held="2025-04", by_hand=True)
    sent = observations(state("XSE", "Sentland"), "3", session_held="2022-04", by_hand=True)
    report(sent, "2024-01", "CMW/C/XSE/FCO/1")
    observations(state("XNN", "Nodate"), session_held=None, months=None, due=None, due_basis="", by_hand=True)
    for kind, of, what in (
        ("published", late, "Letter to Lateland"),
        ("withdrawn", sent, "Letter to Sentland"),
    ):
        add(Change, kind=kind, state=of.state, what=what, path="/", reason="Why.", role="Secretariat")


CASES = [
    ("states", "", ["Draftia", "Estmark", "Lateland", "Nodate", "Norland", "Ontime", "Sentland", "Widra"]),
    ("states", "status=overdue", ["Lateland"]),
    ("states", "status=with_committee&status=due", ["Ontime", "Sentland"]),
    ("states", "region=african", ["Norland"]),
    ("states", "q=xno", ["Norland"]),
    ("states", "q=land&sort=-state", ["Sentland", "Norland", "Lateland"]),
    # Draftia and Widra have observations only in a draft and in a withdrawn letter
    ("states", "status=assessed", ["Estmark", "Norland"]),
    (
        "observations",
        "",
        [f"CMW/C/{iso3}/CO/2" for iso3 in ("XES", "XLA", "XNN", "XNO", "XON", "XSE")],
    ),
    ("observations", "state=XDR&state=XWI", []),
    ("observations", "status=no_deadline", ["CMW/C/XNN/CO/2"]),
    ("observations", "year=2019", ["CMW/C/XES/CO/2", "CMW/C/XNO/CO/2"]),
    ("observations", "since=2022&until=2022-04", ["CMW/C/XLA/CO/2", "CMW/C/XSE/CO/2"]),
    ("observations", "session=30", ["CMW/C/XES/CO/2"]),
    ("observations", "symbol=cmw/c/xse/fco/1", ["CMW/C/XSE/CO/2"]),
    ("observations", "symbol=CMW/FollowUp/31/no", ["CMW/C/XNO/CO/2"]),
    ("observations", "q=followup/30", []),
    ("observations", "sort=-date&q=XNO", ["CMW/C/XNO/CO/2"]),
    ("deadlines", "", [f"CMW/C/{iso3}/CO/2" for iso3 in ("XLA", "XSE", "XON")]),
    ("deadlines", "status=overdue", ["CMW/C/XLA/CO/2"]),
    ("deadlines", "since=2025", ["CMW/C/XON/CO/2"]),
    (
        "letters",
        "",
        ["Letter to Estmark, 20 June 2024", "Letter to Norland, 9 January 2023", "Letter to Norland, 14 April 2022",
         "Letter to Norland, 1 October 2020"],
    ),
    ("letters", "kind=reminder", ["Letter to Norland, 9 January 2023"]),
    ("letters", "session=38", ["Letter to Estmark, 20 June 2024"]),
    ("letters", "year=2020", ["Letter to Norland, 1 October 2020"]),
    ("letters", "q=wage", ["Letter to Norland, 14 April 2022"]),
    ("letters", "q=41", ["Letter to Norland, 14 April 2022"]),
    ("letters", "q=Olan", []),
    ("letters", "q=canary", []),
    ("letters", "symbol=CMW/FollowUp/30/withdrawn", []),
    ("letters", "region=african&language=en&sort=date", [
        "Letter to Norland, 1 October 2020", "Letter to Norland, 14 April 2022", "Letter to Norland, 9 January 2023"]),
    ("changes", "", ["Withdrawn: Letter to Sentland", "Published: Letter to Lateland"]),
    ("changes", "kind=withdrawn", ["Withdrawn: Letter to Sentland"]),
    ("changes", "state=XLA", ["Published: Letter to Lateland"]),
    ("changes", "until=2020", []),
    ("changes", "q=lateland&sort=date", ["Published: Letter to Lateland"]),
    ("sessions", "", ["38th session", "34th session", "30th session"]),
    ("sessions", "year=2022", ["34th session"]),
    ("themes", "", []),
]  # fmt: skip


@pytest.mark.parametrize(("name", "query", "expected"), CASES)
def test_rows(small, name, query, expected):
    assert rows(name, query) == expected


ASSESSED = [
    ("", ["XES 9 2024", "XES 15 2024", "XES 35 (a) 2024", "XNO 40 2022", "XNO 40 2020", "XNO 41 2022"]),
    ("grade=not_implemented", ["XES 9 2024", "XNO 40 2020"]),
    ("grade=not_stated", ["XES 35 (a) 2024"]),
    ("year=2020&state=XNO", ["XNO 40 2020"]),
    ("until=2022&sort=date", ["XNO 40 2020", "XNO 40 2022", "XNO 41 2022"]),
    ("q=40", ["XNO 40 2022", "XNO 40 2020"]),
    ("q=agencies+9", ["XES 9 2024"]),
    ("q=canary", []),
    ("symbol=CMW/FollowUp/34/NO", ["XNO 40 2022", "XNO 41 2022"]),
    ("session=38&sort=-date", ["XES 9 2024", "XES 15 2024", "XES 35 (a) 2024"]),
]


@pytest.mark.parametrize(("query", "expected"), ASSESSED)
def test_assessments_of_all_rounds(query, expected):
    registry()
    found = AssessmentFilter(QueryDict(query))
    told = [
        f"{row.letter.state_id} {row.recommendation.label} {row.letter.date.year}"
        for row in found.qs.select_related("recommendation", "letter")
    ]
    assert told == expected


@pytest.mark.parametrize("name", LISTS)
def test_what_nobody_knows_is_refused_by_every_list(name):
    for query in ("letters__status=draft", "pk=1", "sort=pk", "page=x", "page=1&page=2"):
        found = LISTS[name](QueryDict(query))
        assert found.problems
        assert list(found.qs) == []


@pytest.mark.parametrize("name", LISTS)
def test_counts_of_every_facet_are_the_rows_one_gets(small, name):
    for one in LISTS[name](QueryDict(""), on=ON).facets:
        for choice in one.choices:
            assert len(rows(name, f"{one.name}={choice.value}")) == choice.rows


@pytest.mark.parametrize(
    ("name", "sort"), [(name, sort) for name, one in LISTS.items() for sort in one.SORTS]
)
def test_pages_by_the_last_row_are_the_whole_list(small, name, sort):
    """Without a value and with one, in either direction: no row is lost or comes twice."""
    found = LISTS[name](QueryDict(f"sort={sort}"), on=ON)
    columns = [key.column for key in found.keys]
    whole = list(found.qs.values_list("pk", flat=True))
    seen, rest = [], found.qs
    while page := list(rest.values_list("pk", *columns)[:2]):
        seen += [row[0] for row in page]
        rest = found.qs.filter(after(found.keys, page[-1][1:]))
    assert seen == whole


def test_the_status_is_where_the_procedure_stands():
    """Asked of the database and computed from dates: over generated cycles, on days around their dates."""
    pick = random.Random(7)  # noqa: S311 - the same cycles in each run, no secret
    days = [date(2022, 4, 30), date(2022, 5, 1), date(2024, 1, 31), date(2024, 2, 29), date(2024, 3, 1)]
    for n in range(60):
        held = pick.choice([None, "2020-04", "2022-02-28"])
        own = {"session_held": held, "symbol": f"CMW/C/XAA/CO/{n}", "months": pick.choice([None, 24])}
        of = observations(State.objects.get_or_create(pk="XAA", sample=True)[0], "1", by_hand=True, **own)
        received = [
            report(of, pick.choice([None, "2021", "2023-01", "2024-02-10"]), f"CMW/C/XAA/FCO/{n}-{i}")
            for i in range(pick.choice([0, 0, 1, 2]))
        ]
        for _ in range(pick.choice([0, 0, 1, 2])):
            letter(
                of,
                {"1": None},
                date=pick.choice(["2022-12-01", "2023-01-15", "2024-02-10", "2024-03-01"]),
                kind=pick.choice(["assessment", "assessment", "reminder"]),
                status=pick.choice(["published", "published", "draft", "withdrawn"]),
                report=pick.choice([None, *received]),
            )
    cycles = list(procedure.with_cycle(ConcludingObservations.objects.all()))
    met = set()
    for on in days:
        by_turn = {
            turn: set(
                LISTS["observations"](QueryDict(f"status={turn}"), on=on).qs.values_list("pk", flat=True)
            )
            for turn in procedure.Turn
        }
        for cycle in cycles:
            stands = procedure.standing(cycle, on).turn
            met.add(stands)
            assert [turn for turn, found in by_turn.items() if cycle.pk in found] == [stands], cycle.symbol
    assert met == set(procedure.Turn)
    assert Letter.objects.exclude(status="published").exists()
