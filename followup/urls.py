"""The public addresses. They are cited: a change here needs a redirect."""

from django.urls import include, path, register_converter
from django.urls.converters import StringConverter

from .views import (
    assessments,
    changes,
    citations,
    compare,
    deadlines,
    feeds,
    health,
    home,
    letters,
    methodology,
    observations,
    recommendations,
    reports,
    search,
    states,
    statistics,
)


class Name(StringConverter):
    """A part of an address without control characters: PostgreSQL cannot be asked for some of them."""

    regex = r"[^/\x00-\x1f\x7f]{1,100}"


class Style(StringConverter):
    """A format that reference managers read."""

    regex = "bib|ris"


register_converter(Name, "name")
register_converter(Style, "style")

urlpatterns = [
    path("", home.home, name="home"),
    path("states/", states.index, name="states"),
    path("states/<name:iso3>/", states.detail, name="state"),
    path("observations/<name:iso3>/<name:slug>/", observations.detail, name="observations"),
    path("recommendations/", recommendations.index, name="recommendations"),
    path("", include("followup.data_urls")),
    path(
        "recommendations/<name:iso3>/<name:observations>/<name:paragraph>/",
        recommendations.detail,
        name="recommendation",
    ),
    path(
        "recommendations/<name:iso3>/<name:observations>/<name:paragraph>/cite.<style:style>",
        citations.cite,
        name="recommendation_cite",
    ),
    path("assessments/", assessments.index, name="assessments"),
    path("letters/", letters.index, name="letters"),
    path("letters/<slug:slug>/", letters.detail, name="letter"),
    path("search/", search.search, name="search"),
    path("changes/", changes.index, name="changes"),
    path("changes/feed.atom", changes.feed, name="changes_feed"),
    path("<list:name>/feed.atom", feeds.feed, name="feed"),
    path("changes/<int:number>/", changes.detail, name="change"),
    path("report/", reports.report, name="report"),
    path("report/sent/<name:token>/", reports.sent, name="report_sent"),
    path("compare/", compare.index, name="compare"),
    path("deadlines/", deadlines.index, name="deadlines"),
    path("statistics/", statistics.index, name="statistics"),
    path("deadlines.ics", deadlines.ics, name="deadlines_ics"),
    path("methodology/", methodology.methodology, name="methodology"),
    path("healthz", health.healthz, name="healthz"),
]
