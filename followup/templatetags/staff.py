"""Template tags of the staff pages."""

from __future__ import annotations

from typing import Any

from django import template

from ..changes import label
from ..models import PartialDate

register = template.Library()

# what the machinery keeps beside the values: it changes with them and says nothing of its own
_MACHINERY = {
    "Record",
    "Reading",
    "Written",
    "Spans",
    "Version",
    "Search text",
    "Slug",
    "Text key",
    "Checked",
    "Claimed by",
    "Claimed at",
}


@register.filter
def for_people(changes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The changed values of a history row without the machinery's own."""
    return [change for change in changes or [] if str(change["field"]) not in _MACHINERY]


@register.filter
def field_name(name: str, instance: Any) -> str:
    """What a field is called on staff pages."""
    return str(instance._meta.get_field(name).verbose_name)


@register.filter
def plainly(value: Any) -> str:
    """A value as a person writes it: "May 2021", "2, 3", "none"."""
    if isinstance(value, PartialDate):
        return value.words()
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    return str(value)


@register.filter
def field_label(name: str) -> str:
    """What a published value is called."""
    return label(name)
