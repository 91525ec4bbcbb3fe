"""The one reading of a query string: which rows it gives, and what it refuses."""

import pytest
from django.http import QueryDict

from followup.exports import record_id
from followup.filters import SORTS, RecommendationFilter
from followup.models import Letter, Recommendation, State, Tagging, Theme

from .factories import observations, put, registry, state

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _rows(db):
    registry()
    put(State.objects.filter(pk="XNO"), region="african")
    put(Letter.objects.filter(reference="CMW/FollowUp/34/no"), language="fr")
    tag("detention", "XES", "9")
    tag("detention", "XNO", "40")
    tag("wages", "XES", "9")
    tag("wages", "XES", "15", status="suggested")
    tag("wages", "XES", "51", status="declined")
    tag("wages", "XDR", "7")


def tag(slug: str, iso3: str, label: str, status: str = "confirmed") -> None:
    theme, _ = Theme.objects.get_or_create(slug=slug, kind="right", name_en=slug.capitalize())
    asked = Recommendation.objects.get(observations__state=iso3, label=label)
    Tagging.objects.create(theme=theme, recommendation=asked, status=status)


def ask(query: str) -> RecommendationFilter:
    return RecommendationFilter(QueryDict(query))


def ids(query: str) -> list[str]:
    """The rows by their record ids, in order, without the part that all of these have."""
    rows = ask(query).qs.select_related("observations__state")
    return [record_id(row).replace("/CO-2/", " ") for row in rows]


ESTMARK = ["XES 9", "XES 15", "XES 35a", "XES 51"]
NORLAND = ["XNO 40", "XNO 41"]
EVERY = ESTMARK + NORLAND

ROWS = [
    ("", EVERY),
    ("q=&symbol=&state=", EVERY),
    # State
    ("state=XES", ESTMARK),
    ("state=xes", ESTMARK),
    ("state=XES&state=XNO", EVERY),
    ("state=XDR", []),
    # grade: that of the newest published letter
    ("grade=partially_implemented", ["XES 15", "XNO 40"]),
    ("grade=not_implemented", ["XES 9"]),
    ("grade=not_stated", ["XES 35a"]),
    ("grade=not_assessed", ["XES 51"]),
    ("grade=not_stated&grade=not_assessed", ["XES 35a", "XES 51"]),
    ("grade=contrary", []),
    # AND between parameters, OR within one
    ("grade=partially_implemented&grade=implemented&state=XNO", NORLAND),
    # session and year of the newest letter
    ("session=34", NORLAND),
    ("session=34&session=38", ["XES 9", "XES 15", "XES 35a", *NORLAND]),
    ("session=30", []),
    ("year=2022", NORLAND),
    ("year=2020", []),
    ("year=2024&grade=not_stated", ["XES 35a"]),
    # a period: the two ends belong to it, in whatever precision
    ("since=2024", ESTMARK[:3]),
    ("since=2024-06-20", ESTMARK[:3]),
    ("since=2024-06-21", []),
    ("since=2022-04&until=2022-04-14", NORLAND),
    ("until=2022-04-13", []),
    ("until=2023&grade=implemented", ["XNO 41"]),
    # region, language of the newest letter, status of the procedure on the day
    ("region=african", NORLAND),
    ("region=not_recorded", ESTMARK),
    ("language=fr", NORLAND),
    ("language=fr&language=en", [*ESTMARK[:3], *NORLAND]),
    ("status=assessed", EVERY),
    ("status=overdue", []),
    # themes, as a person confirmed them
    ("theme=detention", ["XES 9", "XNO 40"]),
    ("theme=wages", ["XES 9"]),
    ("theme=not_recorded&state=XNO", ["XNO 41"]),
    ("sample=no", []),
    ("sample=yes&state=XNO", ["XNO 40", "XNO 41"]),
    ("theme=wages&theme=detention", ["XES 9", "XNO 40"]),
    # symbol or reference
    ("symbol=CMW/C/XES/CO/2", ESTMARK),
    ("symbol=cmw/c/xes/co/2", ESTMARK),
    ("symbol=CMW/C/XES/CO/2%20", ESTMARK),
    ("symbol=CMW/FollowUp/38/es", ["XES 9", "XES 15", "XES 35a"]),
    ("symbol=cmw/followup/34/NO", NORLAND),
    ("symbol=CMW/FollowUp/31/no", ["XNO 40"]),
    ("symbol=CMW/FollowUp/35/rem", NORLAND),
    ("symbol=CMW/FollowUp/30/draft", []),
    ("symbol=CMW/C/XES", []),
    ("symbol=%25", []),
    # words: of the passage, the State, a symbol; every one of them; accents, case and quotes are the same
    ("q=wage", NORLAND),
    ("q=WAGE+claims", NORLAND),
    ("q=wage+agencies", []),
    ("q=cote+d'azur", ["XES 9", "XES 15", "XES 35a"]),
    ("q=C%C3%B4te", ["XES 9", "XES 15", "XES 35a"]),
    ("q=estmark", ESTMARK),
    ("q=XNO", NORLAND),
    ("q=CO/2", EVERY),
    ("q=followup/38", ESTMARK),
    ("q=canary", []),
    ("q=%25", []),
    ("q=_", []),
    # a number is a paragraph, alone and with its letter
    ("q=35", ["XES 35a"]),
    ("q=35+(a)", ["XES 35a"]),
    ("q=35(a)", ["XES 35a"]),
    ("q=35+(b)", []),
    ("q=norland+41", ["XNO 41"]),
    ("q=9", ["XES 9"]),
    # order
    ("sort=-state", NORLAND + ESTMARK),
    ("sort=date", [*NORLAND, "XES 9", "XES 15", "XES 35a", "XES 51"]),
    ("sort=-date", ["XES 9", "XES 15", "XES 35a", *NORLAND, "XES 51"]),
    ("page=2", EVERY),
]


@pytest.mark.parametrize(("query", "expected"), ROWS, ids=[query or "-" for query, _ in ROWS])
def test_rows(query, expected):
    assert ids(query) == expected
    assert ask(query).totals.rows == len(expected)


REFUSED = [
    ("grade=partly", ["grade: “partly” is not known here."]),
    (
        "grade=partialy_implemented",
        [
            "grade: “partialy_implemented” is not known here. Did you mean "
            "partially_implemented (Partially implemented) or "
            "substantially_implemented (Substantially implemented)?"
        ],
    ),
    ("grade=Not stated&state=XES", None),
    ("state=XEX", None),
    ("state=Estmark", ["state: “Estmark” is not known here. Did you mean XES (Estmark)?"]),
    ("state=XES&state=nowhere", ["state: “nowhere” is not known here."]),
    ("session=99", None),
    ("session=34.0", None),
    ("session=" + "9" * 31, None),
    ("year=20222", None),
    ("year=-1", None),
    ("sort=grade", [f"sort: “grade” is no order. There are: {', '.join(SORTS)}."]),
    ("sort=observations__state__name_en", None),
    ("page=0", ["page: is no number of a page."]),
    ("page=x", ["page: is no number of a page."]),
    ("page=" + "9" * 31, ["page: is no number of a page."]),
    ("grad=implemented", ["There is no parameter “grad”. Did you mean “grade”?"]),
    (
        "zzz=1",
        [
            "There is no parameter “zzz”. There are: page, state, region, grade, theme, status, session, year, "
            "since, until, language, symbol, sample, q, sort."
        ],
    ),
    ("theme=wage", ["theme: “wage” is not known here. Did you mean wages (Wages)?"]),
    ("status=overdu", ["status: “overdu” is not known here. Did you mean overdue (Report overdue)?"]),
    ("region=Africa", None),
    ("language=de", None),
    ("since=20", ["since: “20” is no year, month or day. Write 2020, 2020-05 or 2020-05-14."]),
    ("since=2020-02-30", None),
    ("until=0000", None),
    ("since=2020&until=2019-12", ["until: lies before since: nothing can be in between."]),
    ("letters__status=draft", None),
    ("observations__letters__signatory_name__startswith=B", None),
    ("q=a&q=b", ["q: stands more than once; this parameter has one value."]),
    ("symbol=a&symbol=b", None),
    ("q=" + "a" * 201, ["q: is longer than 200 characters."]),
    ("q=" + "a+" * 20, ["q: has more than 12 words."]),
    ("q=a%00b", None),
    ("symbol=%00", None),
    ("state=%00", None),
    ("q=%CC%81", ["q: “\u0301” holds no letter and no number."]),
    ("&".join(f"state=X{n}" for n in range(101)), ["state: has more than 100 values."]),
]


@pytest.mark.parametrize(("query", "expected"), REFUSED, ids=[query[:40] for query, _ in REFUSED])
def test_what_cannot_be_read_is_named_and_gives_no_rows(query, expected):
    found = ask(query)
    assert list(found.qs) == []
    assert found.problems
    if expected:
        assert found.problems == expected


def test_lone_surrogates_are_refused():
    data = QueryDict("", mutable=True)
    data["q"] = "\ud800"
    assert RecommendationFilter(data).problems == ["q: holds characters that cannot be read."]


def facet(query: str, name: str) -> dict[str, int]:
    [found] = [facet for facet in ask(query).facets if facet.name == name]
    return {choice.value: choice.rows for choice in found.choices}


FACETS = [
    ("", "state", {"XES": 4, "XNO": 2}),
    (
        "",
        "grade",
        {
            "implemented": 1,
            "partially_implemented": 2,
            "not_implemented": 1,
            "not_stated": 1,
            "not_assessed": 1,
        },
    ),
    ("", "year", {"2024": 3, "2022": 2}),
    ("", "session", {"38": 3, "34": 2}),
    ("", "region", {"african": 2, "not_recorded": 4}),
    ("", "status", {"assessed": 6}),
    ("", "language", {"en": 3, "fr": 2}),
    # of two themes a recommendation counts for both; suggested, declined and hidden ones for none
    ("", "theme", {"detention": 2, "wages": 1, "not_recorded": 4}),
    ("theme=wages", "theme", {"detention": 2, "wages": 1, "not_recorded": 4}),
    ("theme=wages", "state", {"XES": 1}),
    ("language=fr", "theme", {"detention": 1, "not_recorded": 1}),
    ("region=african", "region", {"african": 2, "not_recorded": 4}),
    # the facet's own filter is lifted, the others hold
    ("state=XNO", "state", {"XES": 4, "XNO": 2}),
    ("state=XNO", "grade", {"implemented": 1, "partially_implemented": 1}),
    ("state=XNO&grade=implemented", "grade", {"implemented": 1, "partially_implemented": 1}),
    ("state=XNO&grade=implemented", "state", {"XNO": 1}),
    ("q=wage", "state", {"XNO": 2}),
    # a choice without rows is shown only where it is chosen
    ("grade=contrary&state=XNO", "grade", {"implemented": 1, "partially_implemented": 1, "contrary": 0}),
    ("grade=contrary", "state", {}),
]


@pytest.mark.parametrize(("query", "name", "expected"), FACETS)
def test_facets_count_with_their_own_filter_lifted(query, name, expected):
    assert facet(query, name) == expected


@pytest.mark.parametrize(
    "query",
    ["", "state=XES", "grade=not_stated&year=2024", "q=wage", "theme=detention", "region=african&since=2020"],
)
def test_every_count_is_the_number_of_rows_one_gets(query):
    for one in ask(query).facets:
        for choice in one.choices:
            own = "&".join(part for part in query.split("&") if part and not part.startswith(one.name))
            assert len(ids(f"{own}&{one.name}={choice.value}")) == choice.rows


def test_chips_lead_to_the_list_without_them():
    found = ask("grade=not_stated&grade=implemented&state=XES&q=a b&sort=-date&page=3")
    assert [(chip.words, chip.query) for chip in found.chips] == [
        ("Estmark", "grade=not_stated&grade=implemented&q=a+b&sort=-date"),
        ("Grade not stated", "state=XES&grade=implemented&q=a+b&sort=-date"),
        ("Implemented", "state=XES&grade=not_stated&q=a+b&sort=-date"),
        ("with the words “a b”", "state=XES&grade=not_stated&grade=implemented&sort=-date"),
    ]
    assert found.query() == "state=XES&grade=not_stated&grade=implemented&q=a+b&sort=-date"
    assert found.query(page="2").endswith("&sort=-date&page=2")


def test_an_empty_list_says_what_to_remove():
    found = ask("grade=contrary&year=2022")
    assert [(relief.words, relief.count, relief.query) for relief in found.reliefs] == [
        ("Contrary to the recommendation", 2, "year=2022")
    ]


IN_WORDS = [
    ("", ""),
    ("state=XES&state=XNO", "Estmark or Norland"),
    ("grade=partially_implemented&grade=not_stated", "partially implemented or grade not stated"),
    ("year=2022&session=34", "in letters of the session 34th, March 2022, in letters of 2022"),
    ("q=wage&symbol=CMW/C/XES/CO/2", "symbol CMW/C/XES/CO/2, with the words “wage”"),
]


@pytest.mark.parametrize(("query", "expected"), IN_WORDS)
def test_filters_in_words(query, expected):
    assert ask(query).in_words() == expected


SENTENCES = [
    ("", "6 recommendations in 2 States"),
    ("state=XES&grade=not_assessed", "1 of 6 recommendations: Estmark, not yet assessed"),
    ("grade=partially_implemented&since=2020", "2 of 6 recommendations in 2 States: partially implemented, since 2020"),
    ("since=2020-05-14&until=2023-01&language=fr",
     "2 of 6 recommendations in 1 State: since 14 May 2020, until January 2023, in letters in French"),
    ("region=african&theme=detention&status=assessed&status=overdue",
     "1 of 6 recommendations in 1 State: African States, theme “Detention”, at the stage “assessed or report overdue”"),
    ("grade=contrary", "0 of 6 recommendations: contrary to the recommendation"),
]  # fmt: skip


@pytest.mark.parametrize(("query", "expected"), SENTENCES)
def test_the_list_in_one_sentence(query, expected):
    assert ask(query).sentence == expected


def test_sorting_turns_round():
    assert ask("").sort_queries == {"state": "sort=-state", "date": "sort=-date"}
    assert ask("sort=-date&state=XES").sort_queries == {"state": "state=XES", "date": "state=XES&sort=date"}


def test_counting_takes_the_same_queries_for_more_rows(django_assert_num_queries):
    def look():
        found = ask("state=XES&grade=not_assessed")
        assert not found.problems
        return [list(found.qs), found.totals, found.facets, found.chips]

    with django_assert_num_queries(10):
        look()
    for n in range(3):
        observations(state(f"XA{'ABC'[n]}", f"Another {n}"), "1", "2", by_hand=True)
    with django_assert_num_queries(10):
        look()
