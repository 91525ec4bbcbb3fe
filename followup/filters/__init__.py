"""The one reading of a query string: page, count, facets, downloads, feeds and API ask the same filter.

A new filter is one line in its list; where the page is to show it as a list of choices it also stands in FACETS.
"""

from .base import Chip, Choice, Facet, ListFilter, Relief, Totals
from .documents import ChangeFilter, LetterFilter, SessionFilter, ThemesFilter
from .order import Key, after
from .procedure import CalendarFilter, DeadlineFilter, ObservationsFilter, StateFilter
from .recommendations import SORTS, AssessmentFilter, RecommendationFilter

# Every public list, by its name in addresses.
LISTS: dict[str, type[ListFilter]] = {
    one.NOUN: one
    for one in (
        StateFilter,
        ObservationsFilter,
        RecommendationFilter,
        AssessmentFilter,
        LetterFilter,
        DeadlineFilter,
        SessionFilter,
        ThemesFilter,
        ChangeFilter,
    )
}

__all__ = [
    "LISTS",
    "SORTS",
    "AssessmentFilter",
    "CalendarFilter",
    "ChangeFilter",
    "Chip",
    "Choice",
    "DeadlineFilter",
    "Facet",
    "Key",
    "LetterFilter",
    "ListFilter",
    "ObservationsFilter",
    "RecommendationFilter",
    "Relief",
    "SessionFilter",
    "StateFilter",
    "ThemesFilter",
    "Totals",
    "after",
]
