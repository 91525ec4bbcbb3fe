"""The schema, the page that explains it, and any request that fits it or does not: no error of ours, no surprise."""

import os
from collections import Counter

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from cmw.wsgi import application
from followup.api.resources import RESOURCES
from followup.exports import TABLES
from followup.filters import LISTS

from ..web.page import Page

# requests an operation; API_EXAMPLES=2000 makes a long run, other requests each time
EXAMPLES = int(os.environ.get("API_EXAMPLES", "10"))


@pytest.fixture(autouse=True)
def _connection():
    """Each request begins and ends as on a server; the test keeps its connection to the database."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def schema(client):
    response = client.get("/api/v1/schema/")
    assert response.status_code == 200
    return response.json()


def test_it_is_openapi_3_1_with_an_operation_for_every_address(schema):
    assert schema["openapi"] == "3.1.0"
    described = {
        operation["operationId"] for methods in schema["paths"].values() for operation in methods.values()
    }
    lists = {f"list_{resource.name}" for resource in RESOURCES}
    assert described == lists | {f"get_{resource.name}" for resource in RESOURCES if resource.path}
    assert {resource.name for resource in RESOURCES} == set(LISTS) == set(TABLES)


def test_a_record_has_the_columns_of_its_table_and_a_list_the_filters(schema):
    for resource in RESOURCES:
        operation = schema["paths"][f"/api/v1/{resource.name}/"]["get"]
        asked = [one["name"] for one in operation["parameters"]]
        assert sorted(asked) == sorted([*resource.filter.base_filters, "sort", "limit", "cursor"])
        answer = operation["responses"]["200"]["content"]["application/json"]["schema"]["$ref"].rsplit(
            "/", 1
        )[-1]
        results = schema["components"]["schemas"][answer]["properties"]["results"]["items"]["$ref"].rsplit(
            "/", 1
        )[-1]
        fields = list(schema["components"]["schemas"][results]["properties"])
        assert [name for name in fields if name != "provenance"] == resource.table.names
        assert "400" in operation["responses"]


def test_the_page_names_every_address_parameter_and_field(client):
    response = client.get("/api/v1/", headers={"Accept": "text/html"})
    page = Page(response)
    assert page.status == 200
    assert page.inline == []
    for resource in RESOURCES:
        assert f"GET /api/v1/{resource.name}/" in page.words
        for name in (*resource.filter.base_filters, *resource.table.names):
            assert name in page.words


def test_a_program_gets_the_addresses(client):
    answer = client.get("/api/v1/").json()
    assert answer["states"] == "http://testserver/api/v1/states/"
    assert set(answer) == {*LISTS, "schema"}
    assert all(client.get(address).status_code == 200 for address in answer.values())


@pytest.mark.parametrize("mode", list(GenerationMode))
def test_requests_of_every_kind_are_answered_as_the_schema_says(mode):
    """Schemathesis makes requests that fit the schema, and some that do not; it checks status, headers and body."""
    loaded = schemathesis.openapi.from_wsgi("/api/v1/schema/", application)
    met: Counter[int] = Counter()
    for found in loaded.get_all_operations():
        operation = found.ok()

        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            database=None,
            derandomize=not os.environ.get("API_EXAMPLES"),
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy(generation_mode=mode))
        def ask(case):
            response = case.call()
            met[response.status_code] += 1
            # what fits the schema may be unknown all the same, such as a State that there is not: 400 or 404
            left_out = [positive_data_acceptance]
            if not all(part.strip() for value in (case.query or {}).values() for part in _parts(value)):
                left_out.append(negative_data_rejection)  # an empty value is none: forms send them
            case.validate_response(response, excluded_checks=left_out)

        ask()
    print(mode, dict(met))  # noqa: T201 - the figures of the long run
    assert max(met) < 500
    assert met[400]


def _parts(value):
    return [str(part) for part in value] if isinstance(value, list) and value else [str(value or "")]
