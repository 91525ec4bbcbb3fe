"""Every list as a file, over HTTP: its type and name, what it refuses, what it never shows."""

import json

import pytest

from followup.exports import TABLES
from followup.views.downloads import FORMATS

from ..factories import registry

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _rows(db):
    registry()


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("name", TABLES)
def test_every_list_is_a_file(client, name, ending):
    response = client.get(f"/{name}.{ending}")
    assert response.status_code == 200
    assert response["Content-Type"] == FORMATS[ending].media_type
    assert response["Content-Disposition"].startswith(f'attachment; filename="cmw-{name}-2')
    assert response["Content-Disposition"].endswith(f'.{ending}"')
    body = response.getvalue()
    for hidden in (b"Canary", b"30/draft", b"CMW/C/XDR", b"CMW/C/XWI", b"Olan", b"olan.test"):
        assert hidden not in body


@pytest.mark.parametrize("ending", FORMATS)
def test_a_head_request_sends_no_rows(client, ending, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        response = client.head(f"/assessments.{ending}")
    assert response.status_code == 200
    assert response.getvalue() == b""


def test_what_cannot_be_read_is_named_and_there_is_no_file(client):
    response = client.get("/letters.csv?stat=XES&grade=x")
    assert response.status_code == 400
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().splitlines() == [
        "There is no parameter “stat”. Did you mean “state”?",
        "There is no parameter “grade”. There are: page, state, region, kind, session, year, since, until, "
        "language, symbol, sample, q, sort.",
    ]
    response = client.get("/recommendations.json?grade=partialy")
    assert response.status_code == 400
    assert response.json() == {
        "detail": "grade: “partialy” is not known here.",
        "hint": "",
        "problems": [{"parameter": "grade", "detail": "grade: “partialy” is not known here.", "hint": ""}],
    }


def test_files_are_read_only(client):
    for name in TABLES:
        assert client.post(f"/{name}.csv").status_code == 405


@pytest.mark.parametrize(
    "address", ["/users.csv", "/recommendations.xml", "/recommendations.csv/", "/x/states.csv"]
)
def test_nothing_else_is_a_file(client, address):
    assert client.get(address).status_code == 404


def test_a_file_is_the_whole_list_whatever_the_page(client):
    rows = json.loads(client.get("/recommendations.json?page=7&sort=-date").getvalue())["rows"]
    assert len(rows) == 6


def test_a_list_asked_for_in_french_keeps_its_addresses(client):
    found = json.loads(client.get("/fr/recommendations.json?state=XES").getvalue())
    assert found["rows"][0]["permalink"] == "http://testserver/recommendations/XES/CO-2/9/"
