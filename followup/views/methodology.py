"""How a letter becomes a record, in plain sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from .. import quality
from ..exports import COLUMNS
from ..letters import DEFAULT, PARSER_VERSION
from ..models import GRADES, NOT_ASSESSED, NOT_STATED, GradeWording, Letter

# What each grade means, in the words of the treaty bodies' scale
MEANINGS = {
    "implemented": _("The State party did what the recommendation asks."),
    "substantially_implemented": _("The State party did most of it; little is left."),
    "partially_implemented": _("The State party took steps, but more is needed."),
    "not_implemented": _("The Committee finds that the recommendation was not implemented."),
    "insufficient_information": _("The Committee says that it lacks the information to assess."),
    "contrary": _("The measures taken go against the recommendation, or the State party rejects it."),
    "not_stated": _("The letter speaks of the recommendation and states no grade; “encourages” is none."),
    "not_assessed": _("No published letter speaks of the recommendation yet."),
}


@dataclass(frozen=True, slots=True)
class Words:
    """A wording as the page shows it; `taught` is the day staff taught it, None where it is built in."""

    language: str
    grade: str
    words: str
    example: str
    taught: date | None = None


def readable(pattern: str) -> str:
    """A pattern for people: a choice in round brackets, what may be missing in square ones.

    >>> readable("(only |)(partly|half) done … far")
    '[only] (partly / half) done … far'
    """

    def choice(match: re.Match[str]) -> str:
        words = [word.strip() for word in match[1].split("|")]
        listed = " / ".join(word for word in words if word)
        if not listed:
            return " "
        return f"[{listed}] " if "" in words else f"({listed})"

    return " ".join(re.sub(r"\(([^()]*)\)", choice, pattern).split())


def wordings() -> list[tuple[str, str, list[tuple[str, list[Words]]]]]:
    """Code and name of each language, with its wordings by grade: built-in ones first, then by the day taught."""
    every = [
        Words(row.language, row.grade.value, readable(row.pattern), row.example) for row in DEFAULT.wordings
    ]
    every += [
        Words(row.language, row.grade, readable(row.pattern), row.example, timezone.localdate(row.added_at))
        for row in GradeWording.objects.in_use().order_by("added_at")
    ]
    return [
        (
            code,
            str(name),
            [
                (grade, [row for row in every if (row.language, row.grade) == (code, grade)])
                for grade, _label in GRADES
            ],
        )
        for code, name in Letter.Language.choices
    ]


@require_safe
def methodology(request: HttpRequest) -> HttpResponse:
    codes = [code for code, _label in (*GRADES, NOT_STATED, NOT_ASSESSED)]
    context = {
        "scale": [(code, MEANINGS[code]) for code in codes],
        "wordings": wordings(),
        "columns": [name for name, _value in COLUMNS],
        "parser_version": PARSER_VERSION,
        "quality": quality.summary(),
    }
    return render(request, "followup/methodology.html", context)
