"""How a letter becomes a record, in plain sentences."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ..exports import COLUMNS
from ..letters import PARSER_VERSION
from ..models import GRADES, NOT_ASSESSED, NOT_STATED

# What each grade means, in the words of the treaty bodies' scale
MEANINGS = {
    "implemented": "The State party did what the recommendation asks.",
    "substantially_implemented": "The State party did most of it; little is left.",
    "partially_implemented": "The State party took steps, but more is needed.",
    "not_implemented": "The Committee finds that the recommendation was not implemented.",
    "insufficient_information": "The Committee says that it lacks the information to assess.",
    "contrary": "The measures taken go against the recommendation, or the State party rejects it.",
    "not_stated": "The letter speaks of the recommendation and states no grade; “encourages” is none.",
    "not_assessed": "No published letter speaks of the recommendation yet.",
}


@require_safe
def methodology(request: HttpRequest) -> HttpResponse:
    codes = [code for code, _ in (*GRADES, NOT_STATED, NOT_ASSESSED)]
    context = {
        "scale": [(code, MEANINGS[code]) for code in codes],
        "columns": [name for name, _ in COLUMNS],
        "parser_version": PARSER_VERSION,
    }
    return render(request, "followup/methodology.html", context)
