"""The addresses of the data: every list as a file."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from .filters import LISTS
from .views import downloads


class List(StringConverter):
    """The name of a list."""

    regex = "|".join(LISTS)


class Ending(StringConverter):
    """The ending of a file's name."""

    regex = "|".join(downloads.FORMATS)


register_converter(List, "list")
register_converter(Ending, "ending")

urlpatterns = [
    path(
        "recommendations.csv",
        downloads.download,
        {"name": "recommendations", "ending": "csv"},
        name="recommendations_csv",
    ),
    path("<list:name>.<ending:ending>", downloads.download, name="download"),
]
