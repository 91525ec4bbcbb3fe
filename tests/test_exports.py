"""Files of exactly the filtered rows: CSV, XLSX and JSON, in a form no spreadsheet runs."""

import csv
import io
import json
from datetime import date

import openpyxl
import pytest
from django.http import QueryDict

from followup import exports
from followup.exports import rows as fetched
from followup.exports import workbook
from followup.filters import LISTS
from followup.models import Assessment, Change, Correction, Letter, Recommendation, State, Tagging, Theme

from .factories import add, gone, letter, observations, put, registry, report, session, state

pytestmark = pytest.mark.django_db

SITE = "https://registry.test"
ON = date(2026, 11, 21)
CONTEXT = exports.Context(SITE, ON, "partially implemented", "grade=partially_implemented")


def export(query: str = "", name: str = "recommendations") -> exports.Export:
    return exports.Export.of(exports.TABLES[name], LISTS[name](QueryDict(query), on=ON).qs, CONTEXT)


def table(query: str = "", name: str = "recommendations") -> list[dict[str, str]]:
    text = "".join(exports.csv_lines(export(query, name)))
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


def told(query: str = "", name: str = "recommendations") -> dict:
    return json.loads("".join(exports.json_lines(export(query, name))))


def book(query: str = "", name: str = "recommendations") -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(b"".join(exports.xlsx_pieces(export(query, name)))))


def sheet(query: str = "", name: str = "recommendations") -> list[dict]:
    head, *lines = book(query, name)[name].iter_rows(values_only=True)
    return [dict(zip(head, line, strict=True)) for line in lines]


@pytest.fixture
def full(db):
    """Rows in every list: a correction, a theme, entries of the log, a draft and a withdrawn letter."""
    registry()
    asked = Recommendation.objects.get(observations__state="XES", paragraph=15)
    theme = Theme.objects.create(slug="wages", kind="right", name_en="Wages")
    Tagging.objects.create(recommendation=asked, theme=theme, status="confirmed")
    Tagging.objects.create(
        recommendation=asked, theme=Theme.objects.create(slug="detention", kind="right", name_en="Detention")
    )
    observations(state("XLA", "Lateland"), "3", session_held="2022-04", by_hand=True)
    shown = Letter.objects.get(reference="CMW/FollowUp/38/es")
    gone = Letter.objects.get(reference="CMW/FollowUp/30/withdrawn")
    for of, kind in ((shown, "published"), (gone, "published"), (gone, "withdrawn")):
        after = {"paragraph 7": "Canary", "text": "Ms. Ada Olan (ada@olan.test) wrote."}
        add(Change, kind=kind, state=of.state, what=str(of), path=of.get_absolute_url(), letter=of, after=after,
            reason="Sent to the wrong State.", role="Secretariat",
        )  # fmt: skip


def test_a_row_says_everything(full):
    [row] = table("state=XES&q=15")
    assert row == {
        "id": "XES/CO-2/15",
        "permalink": "https://registry.test/recommendations/XES/CO-2/15/",
        "state": "XES",
        "state_name": "Estmark",
        "sample": "yes",
        "region": "",
        "region_label": "",
        "observations": "CMW/C/XES/CO/2",
        "observations_session": "30",
        "observations_held": "2019-04",
        "paragraph": "15",
        "wording": "",
        "themes": "wages",
        "status": "assessed",
        "status_label": "Assessed",
        "grade": "partially_implemented",
        "grade_label": "Partially implemented",
        "words_of_the_grade": "partially implemented",
        "sentence": "The Committee considers that the recommendation has been partially implemented.",
        "letter": "CMW/FollowUp/38/es",
        "letter_date": "2024-06-20",
        "letter_date_precision": "day",
        "letter_language": "en",
        "letter_session": "38",
        "report": row["report"],
        "report_received": "2021-05",
        "report_received_precision": "month",
        "report_due": "2021-04",
        "report_due_basis": "computed",
        "report_due_basis_label": "computed from the session and the time given",
        "passage": "Regarding the recommendation made in paragraph 15 of the concluding observations, Inspect "
        "agencies in Côte d’Azur. The Committee considers that the recommendation has been partially implemented.",
        "as_of": "2026-11-21",
        "selection": "partially implemented",
        "caveat": exports.CAVEAT,
    }


@pytest.mark.parametrize("query", ["", "grade=not_assessed", "state=XNO&sort=-date", "q=wage"])
def test_rows_are_those_of_the_filter(full, query):
    expected = [exports.record_id(one) for one in LISTS["recommendations"](QueryDict(query)).qs]
    assert [row["id"] for row in table(query)] == expected
    assert [row["id"] for row in sheet(query)] == expected
    assert [row["id"] for row in told(query)["rows"]] == expected


COUNTS = {"states": 5, "observations": 3, "recommendations": 7, "assessments": 6, "letters": 4, "deadlines": 1,
          "sessions": 3, "themes": 2, "changes": 3}  # fmt: skip


@pytest.mark.parametrize("name", exports.TABLES)
def test_every_list_is_the_same_in_every_format(full, name):
    """Cells are as JSON has them: an empty one is not known, lists are parted by semicolons."""
    found = told("", name)
    assert found["about"]["rows"] == len(found["rows"]) == COUNTS[name]
    columns = exports.TABLES[name].names
    assert columns[:2] == ["id", "permalink"]
    for record, line, row in zip(found["rows"], table("", name), sheet("", name), strict=True):
        record.pop("provenance", None)
        assert list(record) == columns
        assert list(line) == [*columns, "as_of", "selection", "caveat"]
        for column in columns:
            expected = exports.without_formula(cell_of(record[column]))
            assert line[column] == expected
            assert str("" if row[column] is None else row[column]) == expected


def cell_of(value) -> str:
    if isinstance(value, bool) or value is None:
        return {None: "", True: "yes", False: "no"}[value]
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


@pytest.mark.parametrize("name", exports.TABLES)
def test_values_are_of_the_kind_the_column_says(full, name):
    kinds = {"integer": int, "boolean": bool, "list": list, "numbers": list}
    for record in told("", name)["rows"]:
        for column in exports.TABLES[name].columns:
            value = record[column.name]
            assert value is None or type(value) is kinds.get(column.kind, str), column.name
            assert not column.choices or value is None or value in column.choices, column.name


def test_the_paths_of_records_are_their_own(full):
    for model in (Recommendation, Letter, State):
        for record in model.objects.all():
            assert exports.page(record) == record.get_absolute_url()


def test_the_file_says_what_it_holds(full):
    about = {
        "title": "CMW follow-up registry: recommendations",
        "url": f"{SITE}/recommendations/?grade=partially_implemented",
        "selection": "partially implemented",
        "rows": 2,
        "as_of": "2026-11-21",
        "licence": exports.LICENCE,
        "caveat": exports.CAVEAT,
    }
    query = "grade=partially_implemented"
    assert told(query)["about"] == about
    lines = dict(book(query)["About"].iter_rows(values_only=True))
    assert lines == about
    assert {(row["as_of"], row["selection"], row["caveat"]) for row in table(query)} == {
        ("2026-11-21", "partially implemented", exports.CAVEAT)
    }


def test_an_empty_list_is_a_file_with_a_head(full):
    assert table("grade=contrary") == []
    assert sheet("grade=contrary") == []
    assert told("grade=contrary")["rows"] == []


def test_an_assessment_says_where_it_comes_from(full, staff):
    row = Assessment.objects.get(letter__reference="CMW/FollowUp/38/es", recommendation__paragraph=15)
    [record] = told("state=XES&q=15", "assessments")["rows"]
    assert record["provenance"] == {
        "letter": "CMW/FollowUp/38/es",
        "letter_permalink": f"{SITE}/letters/cmw-followup-38-es/",
        "sha256": row.letter.sha256,
        "parser_version": "1.0",
        "role": None,
        "sentence_span": row.spans["grade"],
        "corrected": [],
        "version": 1,
    }
    [[start, end]] = record["provenance"]["sentence_span"]
    assert row.letter.text[start:end] == record["sentence"]
    put(Assessment.objects.filter(pk=row.pk), grade="implemented", version=2)
    add(Correction, model="assessment", record=str(row.pk), state=row.letter.state, version=1, before={}, after={},
        reason="Read again.", key="k", role="Corrector", made_by=staff("Correctors"),
    )  # fmt: skip
    [record] = told("state=XES&q=15", "recommendations")["rows"]
    assert record["provenance"]["corrected"] == ["grade"]
    assert record["provenance"]["role"] == "Corrector"
    put(Assessment.objects.filter(pk=row.pk), parsed=None)
    gone(Correction.objects.all())
    [record] = told("state=XES&q=15", "recommendations")["rows"]
    assert record["provenance"]["parser_version"] is None
    assert record["provenance"]["role"] == "Secretariat"
    [record] = told("grade=not_assessed&state=XES", "recommendations")["rows"]
    assert record["provenance"] is None


def test_rounds_tell_the_newest(full):
    rounds = {(row["letter"], row["newest"]) for row in told("state=XNO&q=40", "assessments")["rows"]}
    assert rounds == {("CMW/FollowUp/31/no", False), ("CMW/FollowUp/34/no", True)}


def test_no_list_shows_a_draft_a_withdrawn_letter_or_a_name(full):
    for name in exports.TABLES:
        files = [
            "".join(exports.csv_lines(export("", name))),
            "".join(exports.json_lines(export("", name))),
            str([list(page.iter_rows(values_only=True)) for page in book("", name)]),
        ]
        for text in files:
            for hidden in (
                "Canary of the draft",
                "30/draft",
                "Olan",
                "olan.test",
                "Lind",
                "CMW/C/XDR",
                "CMW/C/XWI",
            ):
                assert hidden not in text, name
    values = {row["id"]: row["values"] for row in told("sort=date", "changes")["rows"]}
    first, *hidden = values.values()
    assert first == ["paragraph 7: Canary", "text: [name withheld] ([e-mail withheld]) wrote."]
    assert hidden == [[], []]


def test_what_is_withdrawn_on_the_way_is_left_out(full):
    waiting = export("", "assessments")
    put(
        Letter.objects.filter(reference="CMW/FollowUp/38/es"),
        status="withdrawn",
        withdrawn_at="2026-11-21T00:00Z",
        withdrawn_reason="Wrong.",
    )
    found = json.loads("".join(exports.json_lines(waiting)))
    assert {row["letter"] for row in found["rows"]} == {"CMW/FollowUp/31/no", "CMW/FollowUp/34/no"}


def test_no_grade_and_no_letter_are_two_things():
    registry()
    rows = {row["id"]: row for row in table()}
    assert rows["XES/CO-2/35a"]["grade"] == "not_stated"
    assert rows["XES/CO-2/35a"]["letter"] == "CMW/FollowUp/38/es"
    assert rows["XES/CO-2/51"]["grade"] == "not_assessed"
    assert rows["XES/CO-2/51"]["letter"] == rows["XES/CO-2/51"]["passage"] == ""


_SIGNS = "=+-@\t\r\n\0＝＋－＠"
FORMULAS = [
    ("", ""),
    ("plain", "plain"),
    ("a=b", "a=b"),
    ("… + 2", "… + 2"),
    ("'=1", "'=1"),
    *((f"{sign}1", f"'{sign}1") for sign in _SIGNS),
    # white space and characters that do not print, before a sign
    *(
        (f"{space}{sign}1", f"'{space}{sign}1")
        for space in (" ", "  ", "\u00a0", "\u3000")
        for sign in "=+-@＝"
    ),
    *((f"{mark}=1", f"'{mark}=1") for mark in ("\u200b", "\u202e\u00a0", "\ufeff", "\x01", "\x1f \u2060")),
    ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
    ("@SUM(1+1)*cmd", "'@SUM(1+1)*cmd"),
    ("-2+3+cmd", "'-2+3+cmd"),
]


@pytest.mark.parametrize(("text", "expected"), FORMULAS)
def test_no_cell_is_a_formula(text, expected):
    assert len(FORMULAS) > 40
    assert exports.without_formula(text) == expected


def test_no_column_of_any_list_writes_a_formula(full, monkeypatch):
    """Each prefix through every column of every list: as text in both kinds of sheet, unchanged in JSON."""
    odd = [(text, safe) for text, safe in FORMULAS if text != safe and "\0" not in text]
    for name, one in exports.TABLES.items():
        fake = [[text] * len(one.columns) for text, _ in odd]
        poisoned = exports.Table(name, lambda pks, context, fake=fake: fake, tuple(
            exports.Column(column.name, lambda row, n=n: row[n], "", column.kind)
            for n, column in enumerate(one.columns)
        ))  # fmt: skip
        asked = exports.Export(poisoned, [1], CONTEXT)
        lines = list(csv.reader(io.StringIO("".join(exports.csv_lines(asked))[1:], newline="")))
        assert [line[: len(one.columns)] for line in lines[1:]] == [
            [safe] * len(one.columns) for _, safe in odd
        ]
        cells = [
            cell
            for row in openpyxl.load_workbook(io.BytesIO(b"".join(exports.xlsx_pieces(asked))))[
                name
            ].iter_rows(min_row=2)
            for cell in row
        ]
        assert len(cells) == len(odd) * len(one.columns)
        assert {cell.data_type for cell in cells} == {"s"}
        assert all(cell.value.startswith("'") and cell.hyperlink is None for cell in cells)
        record = json.loads("".join(exports.json_lines(asked)))["rows"]
        assert [list(row.values()) for row in record] == fake


def test_a_formula_in_a_letter_stays_text():
    asked = observations(state(name="=1+1"), "12")
    letter(asked, {"12": "implemented"})
    put(Assessment.objects.all(), text='=HYPERLINK("http://x.test","a")\nsecond "line"')
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


# for each batch of rows, after the one query for the keys of the list
QUERIES = {
    "states": 4,
    "observations": 4,
    "recommendations": 11,
    "assessments": 5,
    "letters": 2,
    "deadlines": 4,
    "sessions": 1,
    "themes": 2,
    "changes": 2,
}


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("name", exports.TABLES)
def test_queries_do_not_grow_with_rows(name, rows, django_assert_num_queries):
    for n in range(rows):
        asked = observations(
            state(f"XA{n}".replace(str(n), "ABC"[n])), "1", "2", by_hand=True, session_held="2025-04"
        )
        report(asked)
        sent = letter(asked, {"1": "implemented"}, date="2021-01-01")
        Theme.objects.create(slug=f"t{n}", kind="right", name_en="T")
        for one in asked.recommendations.all():
            Tagging.objects.create(recommendation=one, theme_id=f"t{n}", status="confirmed")
        add(
            Change, kind="published", state=asked.state, what="Letter", path="/", role="Registry", letter=sent
        )
    for n in range(rows):
        session(n + 1, "2019-04")
    asked = export("", name)
    assert len(asked.keys) >= rows
    with django_assert_num_queries(QUERIES[name]):
        assert "".join(exports.json_lines(asked))


def test_batches_make_no_difference(full, monkeypatch):
    whole = {name: (table("", name), told("", name)) for name in exports.TABLES}
    monkeypatch.setattr(fetched, "BATCH", 2)
    assert {name: (table("", name), told("", name)) for name in exports.TABLES} == whole


def test_a_sheet_has_a_limit_and_says_so(full, monkeypatch):
    monkeypatch.setattr(workbook, "ROWS", 6)
    with pytest.raises(exports.TooLong):
        exports.xlsx_pieces(export())


def test_a_cell_that_is_too_long_is_cut_and_counted(full):
    put(Recommendation.objects.filter(observations__state="XES", paragraph=15), wording="word " * 8000)
    assert len(told("q=15")["rows"][0]["wording"]) == 40_000
    cut = book("q=15")
    assert [len(str(cell.value or "")) for cell in cut["recommendations"][2]].count(workbook.LONGEST) == 1
    assert dict(cut["About"].iter_rows(values_only=True))["cut"].startswith("1 cell was cut")
