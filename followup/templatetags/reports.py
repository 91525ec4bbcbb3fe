"""Links from a value on a public page to the form that reports a problem with it."""

from __future__ import annotations

from typing import Any

from django import template
from django.db import models

from .. import changes

register = template.Library()


@register.inclusion_tag("includes/report_links.html")
def report_links(record: models.Model, *fields: str) -> dict[str, Any]:
    """A link for each value of the record; without a field one link for the record as a whole."""
    links = [(field, changes.label(field)) for field in fields]
    return {"record": f"{record._meta.model_name}:{record.pk}", "links": links, "of": record}
