"""The API's answers: pages of a list, single records, and every way to say no."""

import json

import pytest
from django.core.cache import cache
from django.urls import reverse

from followup.api.resources import RESOURCES, public_text
from followup.filters import LISTS
from followup.models import Change, Letter, State, Theme

from ..factories import add, letter, observations, put, report, session, state

NAMES = [resource.name for resource in RESOURCES]


def ids(answer):
    return [row["id"] for row in answer["results"]]


def test_a_list_says_what_it_is(get):
    answer = get("recommendations/", "state=XES&grade=partially_implemented&limit=1")
    [row] = answer.pop("results")
    as_of = answer.pop("as_of")
    assert answer == {
        "count": 1,
        "next": None,
        "selection": "Estmark, partially implemented",
        "caveat": "Grades cover only the recommendations the Committee selected for follow-up; they do not rank States.",
    }
    assert len(as_of) == 10
    assert row["id"] == "XES/CO-2/15"
    assert row["permalink"] == "http://testserver/recommendations/XES/CO-2/15/"
    assert row["sample"] is True
    assert row["letter_session"] == 38
    assert (
        row["sentence"] == "The Committee considers that the recommendation has been partially implemented."
    )
    assert row["provenance"]["parser_version"] == "1.0"
    assert row["provenance"]["corrected"] == []


RECORDS = [
    ("states/XES/", "XES"),
    ("observations/XES/CO-2/", "XES/CO-2"),
    ("recommendations/XES/CO-2/35a/", "XES/CO-2/35a"),
    ("assessments/XNO/CO-2/40/cmw-followup-31-no/", "XNO/CO-2/40/cmw-followup-31-no"),
    ("letters/cmw-followup-38-es/", "cmw-followup-38-es"),
    ("sessions/38/", 38),
]


@pytest.mark.parametrize(("path", "expected"), RECORDS)
def test_a_record_is_the_one_of_its_list(get, path, expected):
    record = get(path)
    assert record["id"] == expected
    [of] = [row for row in get(path.split("/")[0] + "/")["results"] if row["id"] == expected]
    assert {name: record[name] for name in of} == of
    assert set(record) - set(of) == {"as_of"} | ({"text"} if path.startswith("letters") else set())


def test_the_text_of_a_letter_holds_no_name_and_keeps_its_places(get):
    row = Letter.objects.get(reference="CMW/FollowUp/38/es")
    text = get("letters/cmw-followup-38-es/")["text"]
    assert len(text) == len(row.text)
    for name in ("Ada", "Olan", "olan.test", "Lind"):
        assert name in row.text
        assert name not in text
    record = get("assessments/XES/CO-2/15/cmw-followup-38-es/")
    [[start, end]] = record["provenance"]["sentence_span"]
    assert text[start:end] == record["sentence"]
    assert public_text(row) == text


NOTHING = [
    ("states/XEX/", "Did you mean XES (Estmark)"),
    ("states/xes/", "Did you mean XES (Estmark)?"),
    ("observations/XDR/CO-2/", ""),
    ("recommendations/XDR/CO-2/7/", ""),
    ("recommendations/XES/CO-2/16/", ""),
    ("recommendations/XWI/CO-2/8/", ""),
    ("observations/XWI/CO-3/", ""),
    ("assessments/XDR/CO-2/7/cmw-followup-30-draft/", ""),
    ("assessments/XES/CO-2/51/cmw-followup-38-es/", ""),
    ("letters/cmw-followup-30-draft/", ""),
    ("letters/none/", ""),
    ("sessions/999999999/", ""),
    ("changes/999999999/", ""),
    ("themes/%27/", ""),
    ("sessions/9999999999999999999999/", ""),
    ("users/", ""),
    ("states/XES/CO-2/", ""),
    ("recommendations/%E2%80%A8/x/y/", ""),
    ("themes/%00/", ""),
    ("themes/a%0Ab/", ""),
]


@pytest.mark.parametrize(("path", "hint"), NOTHING)
def test_what_is_not_there_is_404_with_the_nearest(get, path, hint):
    answer = get(path, status=404)
    assert answer["detail"] == "There is nothing at this address."
    assert answer["hint"].startswith(hint or "The addresses are listed at /api/v1/.")


WITHDRAWN = [
    "letters/cmw-followup-30-withdrawn/",
    "assessments/XWI/CO-2/7/cmw-followup-30-withdrawn/",
    "recommendations/XWI/CO-2/7/",
    "observations/XWI/CO-2/",
]


@pytest.mark.parametrize("path", WITHDRAWN)
def test_what_was_withdrawn_is_410_and_says_when_and_why(get, path):
    assert get(path, status=410) == {
        "detail": "This letter was withdrawn on 2023-01-02.",
        "hint": "Sent to the wrong State.",
    }


REFUSED = [
    ("recommendations/", "grad=implemented", "There is no parameter “grad”.", "Did you mean “grade”?"),
    ("recommendations/", "page=2", "There is no parameter “page”.", "Pages have no numbers here: follow “next”."),
    ("recommendations/", "format=xml", "There is no parameter “format”.", ""),
    ("states/", "region=Africa", "region: “Africa” is not known here.", ""),
    ("letters/", "state=XEX", "state: “XEX” is not known here.", "Did you mean XES (Estmark)"),
    ("letters/", "limit=0", "limit: is no number from 1 to 200.", ""),
    ("letters/", "limit=201", "limit: is no number from 1 to 200.", ""),
    ("letters/", "limit=10&limit=20", "limit: stands more than once; this parameter has one value.", ""),
    ("letters/", "cursor=x", "cursor: this one is not of this list, or is out of date.", "Begin without it"),
    ("letters/", "cursor=%00", "cursor: ", ""),
    ("letters/", "since=1.1.2020", "since: “1.1.2020” is no year, month or day.", "Write 2020, 2020-05 or"),
    ("letters/", "sort=pk", "sort: “pk” is no order. There are: -date, date, state.", ""),
    ("assessments/", "grade=not_assessed", "grade: “not_assessed” is not known here.", ""),
    ("states/XES/", "fields=id", "There is no parameter “fields”.", "One record has none."),
]  # fmt: skip


@pytest.mark.parametrize(("path", "query", "detail", "hint"), REFUSED)
def test_what_cannot_be_read_is_400_and_named(get, path, query, detail, hint):
    answer = get(path, query, status=400)
    assert answer["detail"].startswith(detail)
    assert answer["hint"].startswith(hint)
    assert answer["problems"][0]["parameter"] == query.split("=")[0]


@pytest.mark.parametrize(("name", "sort"), [(name, sort) for name in NAMES for sort in LISTS[name].SORTS])
def test_pages_follow_one_another_to_the_end(get, client, name, sort):
    Theme.objects.create(slug="a", kind="right", name_en="A")
    Theme.objects.create(slug="b", kind="group", name_en="B")
    for kind in ("published", "withdrawn", "undone"):
        add(Change, kind=kind, state_id="XES", what="x", path="/", reason="y", role="Registry")
    whole = get(f"{name}/", f"sort={sort}&limit=200")
    seen, address, pages = [], f"/api/v1/{name}/?sort={sort}&limit=2", 0
    while address:
        answer = client.get(address).json()
        assert answer["count"] == whole["count"]
        seen += ids(answer)
        address, pages = answer["next"], pages + 1
    assert seen == ids(whole)
    assert pages == max(-(-whole["count"] // 2), 1)


def test_a_row_added_meanwhile_moves_no_other(get, client):
    first = get("states/", "limit=2")
    assert ids(first) == ["XDR", "XES"]
    state("XAA", "Aland")
    assert ids(client.get(first["next"]).json()) == ["XNO", "XWI"]


def test_a_cursor_is_of_one_list_in_one_order(get):
    cursor = get("states/", "limit=1")["next"].split("cursor=")[1]
    assert ids(get("states/", f"cursor={cursor}&limit=1")) == ["XES"]
    for path, query in (("letters/", ""), ("states/", "&sort=-state"), ("states/", "&region=african")):
        get(path, f"cursor={cursor}{query}", status=400)


def test_an_unchanged_answer_is_304(client, get):
    response = client.get("/api/v1/recommendations/?limit=2")
    etag = response["ETag"]
    again = client.get("/api/v1/recommendations/?limit=2", headers={"If-None-Match": etag})
    assert again.status_code == 304
    assert again.content == b""
    assert again["ETag"] == etag
    assert again["Access-Control-Allow-Origin"] == "*"
    put(State.objects.filter(pk="XES"), name_en="Estmarch")
    assert client.get("/api/v1/recommendations/?limit=2", headers={"If-None-Match": etag}).status_code == 200


def test_too_many_requests_wait(client, settings):
    settings.API_RATE = "2/min"
    assert [client.get("/api/v1/sessions/").status_code for _ in range(3)] == [200, 200, 429]
    response = client.get("/api/v1/letters/none/")
    assert response.status_code == 429
    wait = int(response["Retry-After"])
    assert 0 < wait <= 60
    assert response.json() == {
        "detail": "Too many requests.",
        "hint": f"Wait {wait} seconds. All rows at once are in the files at /data/.",
    }
    # who is behind a proxy that nobody trusts cannot choose another address
    assert client.get("/api/v1/sessions/", headers={"X-Forwarded-For": "10.0.0.9"}).status_code == 429
    assert client.get("/api/v1/sessions/", REMOTE_ADDR="10.0.0.9").status_code == 200
    cache.clear()
    assert client.get("/api/v1/sessions/").status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(client, method):
    response = getattr(client, method)("/api/v1/states/", data="{}", content_type="application/json")
    assert response.status_code == 405
    assert response.json()["hint"] == "The API is read-only: GET, HEAD and OPTIONS."
    assert "Access-Control-Allow-Origin" not in response


def test_only_json_is_given(get, client):
    assert (
        get("states/", status=406, Accept="application/xml")["hint"] == "The API gives application/json only."
    )
    assert client.head("/api/v1/states/").status_code == 200


ORIGINS = ["/api/v1/", "/api/v1/schema/", "/api/v1/states/", "/api/v1/states/QQQ/", "/api/v1/states/?x=1", "/api/v1/x",
           "/api/v1/states"]  # fmt: skip


@pytest.mark.parametrize("address", ORIGINS)
def test_a_script_of_any_site_may_read(client, address):
    response = client.get(address, headers={"Origin": "https://example.org"})
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in response
    ask = {"Origin": "https://example.org", "Access-Control-Request-Method": "GET"}
    preflight = client.options(address, headers=ask)
    assert preflight.status_code == 204
    assert preflight["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    for page in ("/", "/recommendations.json", "/admin/login/"):
        assert "Access-Control-Allow-Origin" not in client.get(
            page, headers={"Origin": "https://example.org"}
        )


def test_an_address_without_its_slash_leads_to_it(client):
    response = client.get("/api/v1/states?limit=1")
    assert response.status_code == 301
    assert response["Location"] == "/api/v1/states/?limit=1"


def test_an_error_of_ours_is_json_too(client, monkeypatch, settings, caplog):
    def broken(*args):
        raise RuntimeError("secret of the machine")

    monkeypatch.setattr("followup.api.views.page", broken)
    response = client.get("/api/v1/states/")
    assert response.status_code == 500
    assert response.json()["detail"] == "Something went wrong here."
    assert "secret" not in response.content.decode()
    assert "secret of the machine" in caplog.text


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("name", NAMES)
def test_queries_do_not_grow_with_rows(client, name, rows, django_assert_max_num_queries):
    for n in range(rows):
        asked = observations(state(f"XA{'ABC'[n]}"), "1", "2", by_hand=True, session_held="2025-04")
        sent = letter(asked, {"1": "implemented"}, date="2021-01-01", report=report(asked))
        session(n + 1, "2019-04")
        Theme.objects.create(slug=f"t{n}", kind="right", name_en="T")
        add(Change, kind="published", state=asked.state, what="x", path="/", role="Registry", letter=sent)
    # two for the list, and the batch; the recommendations have the most
    with django_assert_max_num_queries({"recommendations": 13, "states": 7, "assessments": 7}.get(name, 6)):
        client.get(f"/api/v1/{name}/")


def test_no_answer_shows_a_draft_a_withdrawn_letter_or_a_name(client):
    addresses = [reverse(f"api_{name}") for name in NAMES]
    for address in tuple(addresses):
        for record in client.get(address).json()["results"]:
            if address != "/api/v1/deadlines/":
                addresses.append(f"{address}{record['id']}/")
    for address in dict.fromkeys(addresses):
        response = client.get(address)
        assert response.status_code == 200, address
        text = json.dumps(response.json(), ensure_ascii=False)
        for hidden in (
            "Canary",
            "30/draft",
            "30/withdrawn",
            "Olan",
            "olan.test",
            "Lind",
            "CMW/C/XDR",
            "CMW/C/XWI",
        ):
            assert hidden not in text, address
