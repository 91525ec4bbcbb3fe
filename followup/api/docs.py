"""The page that explains the API, written from its own schema: no script, and nothing that can differ from it."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe
from drf_spectacular.generators import SchemaGenerator

from .resources import RESOURCES


class Row(NamedTuple):
    """A parameter or a field, for a table."""

    name: str
    kind: str
    about: str
    choices: list[str]


class Operation(NamedTuple):
    """One address of the API."""

    path: str
    about: str
    parameters: list[Row]
    fields: list[Row]
    example: str = ""


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """For people a page, for programs the addresses."""
    groups = _groups()
    if "text/html" in request.headers.get("Accept", ""):
        response = render(request, "followup/api.html", {"groups": groups, "schema": schema()["info"]})
    else:
        site = request.build_absolute_uri("/").rstrip("/")
        lists = [group[0].path for group in groups.values()]
        response = JsonResponse(
            {path.rstrip("/").rsplit("/", 1)[-1]: site + path for path in [*lists, "/api/v1/schema/"]}
        )
    patch_vary_headers(response, ["Accept"])
    return response


@cache
def schema() -> dict[str, Any]:
    """The schema, which changes only with the code."""
    found: dict[str, Any] = SchemaGenerator().get_schema(request=None, public=True)
    return found


@cache
def _groups() -> dict[str, list[Operation]]:
    """The addresses by list, in the order of RESOURCES."""
    groups: dict[str, list[Operation]] = {resource.name: [] for resource in RESOURCES}
    for path, methods in schema()["paths"].items():
        for operation in methods.values():
            for name in groups.keys() & set(operation["tags"]):
                groups[name].append(_operation(path, operation))
    return groups


def _operation(path: str, operation: dict[str, Any]) -> Operation:
    answer = _followed(operation["responses"]["200"]["content"]["application/json"]["schema"])
    record = answer["properties"].get("results")
    if record:
        answer = _followed(record["items"])
    fields = [_row(name, one) for name, one in answer["properties"].items()]
    parameters = [
        _row(one["name"], {**one["schema"], "description": one.get("description", "")})
        for one in operation.get("parameters", [])
        if one["in"] == "query"
    ]
    return Operation(path, operation["description"], parameters, fields)


def _row(name: str, one: dict[str, Any]) -> Row:
    about = one.get("description", "")
    one = _followed(one)
    for part in one.get("oneOf", one.get("allOf", []))[:1]:
        one = {**one, **_followed(part)}
    kinds = one.get("type", "object")
    named = kinds if isinstance(kinds, list) else [kinds]
    choices = one.get("enum") or one.get("items", {}).get("enum") or []
    return Row(name, " or ".join(named), about, [str(choice) for choice in choices if choice])


def _followed(one: dict[str, Any]) -> dict[str, Any]:
    """A part of the schema, or the component that it refers to."""
    if "$ref" not in one:
        return one
    found: dict[str, Any] = schema()["components"]["schemas"][one["$ref"].rsplit("/", 1)[-1]]
    return found
