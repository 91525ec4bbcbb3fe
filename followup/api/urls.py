"""The addresses of version 1. They are the contract: what changes them is version 2."""

from django.urls import path, register_converter
from django.urls.converters import IntConverter, StringConverter
from drf_spectacular.views import SpectacularJSONAPIView

from .docs import docs
from .resources import RESOURCES
from .schema import detail_view, list_view
from .views import NothingHere


class Part(StringConverter):
    """A part of an address without control characters: PostgreSQL cannot be asked for some of them."""

    regex = r"[^/\x00-\x1f\x7f]{1,120}"


class Number(IntConverter):
    """A number that every database can hold."""

    regex = "[0-9]{1,9}"


class Rest(StringConverter):
    """Any other address, with a slash at its end: without one it is redirected to that."""

    regex = "(?s:.*/)?"


register_converter(Part, "part")
register_converter(Number, "number")
register_converter(Rest, "rest")

urlpatterns = [
    path("", docs, name="api"),
    path("schema/", SpectacularJSONAPIView.as_view(), name="api_schema"),
]
for resource in RESOURCES:
    urlpatterns.append(path(f"{resource.name}/", list_view(resource).as_view(), name=f"api_{resource.name}"))
    if resource.path:
        urlpatterns.append(
            path(
                f"{resource.name}/{resource.path}/",
                detail_view(resource).as_view(),
                name=f"api_{resource.name}_record",
            )
        )
urlpatterns.append(path("<rest:rest>", NothingHere.as_view()))
