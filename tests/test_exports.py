"""The CSV: exactly the filtered rows, in a form no spreadsheet runs."""

import csv
import io
from datetime import date

import pytest
from django.http import QueryDict

from followup import exports
from followup.filters import RecommendationFilter
from followup.models import Assessment

from .factories import letter, observations, registry, state

pytestmark = pytest.mark.django_db

CONTEXT = exports.Context("https://registry.test", date(2026, 11, 21), "partially implemented")


def table(query: str = "") -> list[dict[str, str]]:
    text = "".join(exports.csv_lines(RecommendationFilter(QueryDict(query)).qs, CONTEXT))
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:])))


def test_a_row_says_everything(db):
    registry()
    [row] = table("state=XES&q=15")
    assert row == {
        "id": "XES/CO-2/15",
        "permalink": "https://registry.test/recommendations/XES/CO-2/15/",
        "state": "XES",
        "state_name": "Estmark",
        "sample": "yes",
        "observations": "CMW/C/XES/CO/2",
        "observations_session": "30",
        "observations_held": "2019-04",
        "paragraph": "15",
        "grade": "partially_implemented",
        "grade_label": "Partially implemented",
        "words_of_the_grade": "partially implemented",
        "letter": "CMW/FollowUp/38/es",
        "letter_date": "2024-06-20",
        "letter_date_precision": "day",
        "letter_session": "38",
        "report": row["report"],
        "report_received": "2021-05",
        "report_received_precision": "month",
        "report_due": "2021-04",
        "report_due_basis": "computed",
        "passage": "Regarding the recommendation made in paragraph 15 of the concluding observations, Inspect "
        "agencies in Côte d’Azur. The Committee considers that the recommendation has been partially implemented.",
        "as_of": "2026-11-21",
        "selection": "partially implemented",
        "caveat": exports.CAVEAT,
    }


@pytest.mark.parametrize(
    "query", ["", "grade=not_assessed", "state=XNO&sort=-date", "grade=contrary", "q=wage"]
)
def test_rows_are_those_of_the_filter(query):
    registry()
    found = RecommendationFilter(QueryDict(query)).qs
    assert [row["id"] for row in table(query)] == [exports.record_id(one) for one in found]


def test_no_grade_and_no_letter_are_two_things():
    registry()
    rows = {row["id"]: row for row in table()}
    assert rows["XES/CO-2/35a"]["grade"] == "not_stated"
    assert rows["XES/CO-2/35a"]["letter"] == "CMW/FollowUp/38/es"
    assert rows["XES/CO-2/51"]["grade"] == "not_assessed"
    assert rows["XES/CO-2/51"]["letter"] == rows["XES/CO-2/51"]["passage"] == ""


FORMULAS = [
    ("", ""),
    ("plain", "plain"),
    ("a=b", "a=b"),
    ("… + 2", "… + 2"),
    *((sign + "1", "'" + sign + "1") for sign in "=+-@\t\r\n\0＝＋－＠"),
    ("  =1", "'  =1"),
    ("\u200b=1", "'\u200b=1"),
    ("\u202e\u00a0@x", "'\u202e\u00a0@x"),
    ("\x01=1", "'\x01=1"),
    ("'=1", "'=1"),
]


@pytest.mark.parametrize(("cell", "expected"), FORMULAS)
def test_no_cell_is_a_formula(cell, expected):
    assert exports.without_formula(cell) == expected


def test_a_formula_in_a_letter_stays_text():
    asked = observations(state(name="=1+1"), "12")
    letter(asked, {"12": "implemented"})
    Assessment.objects.update(text='=HYPERLINK("http://x.test","a")\nsecond "line"')
    [row] = table()
    assert row["state_name"] == "'=1+1"
    assert row["passage"] == '\'=HYPERLINK("http://x.test","a")\nsecond "line"'


def test_personal_data_is_in_no_cell():
    asked = observations(state(), "12")
    letter(asked, {"12": "implemented"}, words="Ms. Ada Olan (ada@olan.test) wrote to Bo Lind.")
    [row] = table()
    assert "Olan" not in str(row)
    assert "olan.test" not in str(row)
    assert "Lind" not in str(row)


@pytest.mark.parametrize("rows", [1, 3])
def test_queries_do_not_grow_with_rows(rows, django_assert_num_queries):
    asked = observations(state(), *[str(n) for n in range(1, rows + 1)])
    letter(asked, {str(n): "implemented" for n in range(1, rows + 1)})
    found = RecommendationFilter(QueryDict("")).qs
    with django_assert_num_queries(3):
        assert len(list(exports.csv_lines(found, CONTEXT))) == rows + 1


def test_batches_make_no_difference(monkeypatch):
    registry()
    whole = table()
    monkeypatch.setattr(exports, "BATCH", 2)
    assert table() == whole
