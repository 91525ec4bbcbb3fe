"""Links from a figure to its rows: the same list with some parameters set anew; and its share of a bar."""

from __future__ import annotations

from urllib.parse import urlencode

from ..filters import ListFilter


def narrowed(found: ListFilter, **values: str) -> str:
    """The query string of a list where these parameters have this one value; "" takes a parameter away."""
    kept = [(chip.name, chip.value) for chip in found.chips if chip.name not in values]
    return urlencode([*kept, *((name, value) for name, value in values.items() if value)])


def percent(part: float, whole: float) -> str:
    """For an attribute of an SVG: with a point in every language."""
    return f"{100 * part / whole:.3f}" if whole else "0"
