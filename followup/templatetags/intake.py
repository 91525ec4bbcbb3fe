"""Template tags of the intake pages and of the staff's queue."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse

from ..admin.queue import Queue, queue
from ..models import ProblemReport
from ..words import word_by_word

register = template.Library()


@register.simple_tag(takes_context=True)
def queue_of_staff(context: Any) -> Queue:
    """What waits for the staff, as the address narrows it down."""
    return queue(context["request"].user, context["request"].GET)


@register.simple_tag
def reports_address(report: ProblemReport) -> str:
    """Where staff answer a problem report."""
    return reverse("admin:followup_problemreport_change", args=[report.pk])


@register.inclusion_tag("admin/followup/letter/_word_diff.html")
def word_diff(before: str, after: str) -> dict[str, Any]:
    """Two texts in one, word by word: what is gone, what is new."""
    return {"pieces": word_by_word(before, after)}
