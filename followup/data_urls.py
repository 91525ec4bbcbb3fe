"""The addresses of the data: every list as a file, and the dated files of them all."""

from datetime import date

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from .filters import LISTS
from .views import data, downloads


class List(StringConverter):
    """The name of a list."""

    regex = "|".join(LISTS)


class Ending(StringConverter):
    """The ending of a file's name."""

    regex = "|".join(downloads.FORMATS)


class Day:
    """A day in ISO form; one that no calendar has is no address."""

    regex = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value)

    def to_url(self, value: str) -> str:
        return value


register_converter(Day, "day")
register_converter(List, "list")
register_converter(Ending, "ending")

urlpatterns = [
    path(
        "recommendations.csv",
        downloads.download,
        {"name": "recommendations", "ending": "csv"},
        name="recommendations_csv",
    ),
    path("data/", data.index, name="data"),
    path("data/changes/", data.changes, name="data_changes"),
    path("data/dataset.jsonld", data.dataset, name="dataset"),
    path("data/<day:on>.zip", data.snapshot, name="snapshot"),
    path("<list:name>.<ending:ending>", downloads.download, name="download"),
]
