"""The OpenAPI schema, made from the same tables and filters that answer."""

from __future__ import annotations

from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, inline_serializer
from rest_framework import serializers

from ..exports import Column
from ..parameters import Values
from .paging import MOST, USUAL
from .resources import Resource
from .views import DetailView, ListView

# a year, a month or a day, with the precision that the letter gives
DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
# choices that do not change with the rows: the schema lists them
FIXED = {"region", "grade", "status", "language", "kind", "when"}
NAMES = {
    "states": "State",
    "observations": "Observations",
    "recommendations": "Recommendation",
    "assessments": "Assessment",
    "letters": "Letter",
    "deadlines": "Deadline",
    "sessions": "Session",
    "themes": "Theme",
    "changes": "Change",
}


def _field(column: Column) -> serializers.Field:
    told: dict[str, Any] = {"help_text": column.about, "allow_null": column.name != "id"}
    if column.choices:
        return serializers.ChoiceField(choices=column.choices, **told)
    match column.kind:
        case "integer":
            return serializers.IntegerField(**told)
        case "boolean":
            return serializers.BooleanField(**told)
        case "list":
            return serializers.ListField(child=serializers.CharField(), **told)
        case "numbers":
            return serializers.ListField(child=serializers.IntegerField(), **told)
        case "address":
            return serializers.URLField(**told)
        case "time":
            return serializers.DateTimeField(**told)
        case "date":
            return serializers.RegexField(DATE, **told)
    return serializers.CharField(**told)


def _record(resource: Resource, *more: Column) -> type[serializers.Serializer]:
    fields: dict[str, Any] = {column.name: _field(column) for column in (*resource.table.columns, *more)}
    if resource.table.provenance:
        fields["provenance"] = Provenance(allow_null=True)
    return type(f"{NAMES[resource.name]}Serializer", (serializers.Serializer,), fields)


class Provenance(serializers.Serializer[Any]):
    """Where an assessment comes from."""

    letter = serializers.CharField(help_text="Reference of the letter.")
    letter_permalink = serializers.URLField()
    sha256 = serializers.CharField(help_text="SHA-256 of the file or text as received.")
    parser_version = serializers.CharField(allow_null=True, help_text="Null where a person entered it.")
    role = serializers.CharField(allow_null=True, help_text="Of the person who entered or corrected it.")
    sentence_span = serializers.ListField(
        child=serializers.ListField(child=serializers.IntegerField()),
        help_text="Ranges [start, end) of the letter’s text: the sentence that states the grade.",
    )
    corrected = serializers.ListField(
        child=serializers.CharField(), help_text="Values that are no longer what the parser read."
    )
    version = serializers.IntegerField(help_text="Counts the changes, from 1.")


class Explanation(serializers.Serializer[Any]):
    """Why there is no answer."""

    detail = serializers.CharField(help_text="What is wrong.")
    hint = serializers.CharField(allow_blank=True, help_text="What to do; empty where nothing is near.")


class Problem(Explanation):
    parameter = serializers.CharField(help_text="As it was written.")


class Refusal(Explanation):
    """Parameters that cannot be read."""

    problems = Problem(many=True)


ERRORS = {404: Explanation, 406: Explanation, 429: Explanation}


def _parameters(resource: Resource) -> list[OpenApiParameter]:
    filters = resource.filter
    found = []
    for name, one in filters.base_filters.items():
        many = issubclass(one.field_class, Values)
        schema: Any = OpenApiTypes.STR
        choices = list(one.extra["known"]()) if many and name in FIXED else None
        found.append(
            OpenApiParameter(name, schema, many=many, enum=choices, description=_about(name, one, many))
        )
    sorts = list(filters.SORTS)
    found += [
        OpenApiParameter("sort", OpenApiTypes.STR, enum=sorts, description=f"Order; {sorts[0]} if not given."),
        OpenApiParameter("limit", OpenApiTypes.INT, description=f"Rows a page, 1 to {MOST}; {USUAL} if not given."),
        OpenApiParameter("cursor", OpenApiTypes.STR, description="Where the page begins: follow “next”."),
    ]  # fmt: skip
    return found


ABOUT = {
    "since": "A year, month or day: 2020, 2020-05, 2020-05-14. Rows of that time or later.",
    "until": "A year, month or day. Rows of that time or earlier.",
    "q": "Words, all of which must be found; accents and case are the same. 35 (a) is a paragraph.",
    "symbol": "A symbol such as CMW/C/TJK/CO/2, or the reference of a letter.",
    "state": "ISO 3166-1 alpha-3 code.",
}


def _about(name: str, one: Any, many: bool) -> str:
    several = " Several: rows with any of them." if many else ""
    return ABOUT.get(name, f"{one.label}.") + several


def list_view(resource: Resource) -> Any:
    """The view of a list, described."""
    name = NAMES[resource.name]
    record = _record(resource)
    answer = inline_serializer(
        f"{name}List",
        {
            "count": serializers.IntegerField(help_text="Rows of the whole list."),
            "next": serializers.URLField(allow_null=True, help_text="The next page; null on the last one."),
            "as_of": serializers.DateField(help_text="Day for which statuses and months are computed."),
            "selection": serializers.CharField(allow_blank=True, help_text="The filter in words."),
            "caveat": serializers.CharField(help_text="What grades do not say."),
            "results": record(many=True),
        },
    )
    described = extend_schema(
        operation_id=f"list_{resource.name}",
        summary=resource.about,
        description=resource.about,
        parameters=_parameters(resource),
        responses={200: answer, 400: Refusal, 406: Explanation, 429: Explanation},
        tags=[resource.name],
    )
    view: Any = type(f"{name}ListView", (ListView,), {"resource": resource})
    view.get = described(_own(ListView.get))
    return view


def detail_view(resource: Resource) -> Any:
    """The view of one record, described."""
    name = NAMES[resource.name]
    record = _record(resource, *resource.more)
    fields = {**record().get_fields(), "as_of": serializers.DateField(help_text="Day of the answer.")}
    answer = inline_serializer(f"{name}Record", fields)
    described = extend_schema(
        operation_id=f"get_{resource.name}",
        summary=f"One of the {resource.name}.",
        description=f"One record of {resource.name}, by its id.",
        responses={200: answer, 400: Refusal, 410: Explanation, **ERRORS},
        tags=[resource.name],
    )
    view: Any = type(f"{name}DetailView", (DetailView,), {"resource": resource})
    view.get = described(_own(DetailView.get))
    return view


def _own(method: Any) -> Any:
    """A function of its own to describe: the views share the one of their base."""

    def get(self: Any, request: Any, **parts: Any) -> Any:
        return method(self, request, **parts)

    return get
