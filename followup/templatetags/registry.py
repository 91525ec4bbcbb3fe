"""Tags for what every page names: grades, States, letters, dates. Public and staff pages share them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from django import template
from django.conf import settings
from django.contrib.humanize.templatetags.humanize import apnumber
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from ..models import GRADES, NOT_ASSESSED, NOT_STATED, Assessment, Letter, PartialDate, State

register = template.Library()
LABELS = dict((*GRADES, NOT_STATED, NOT_ASSESSED))
# no verdict: these are shown quieter than a grade
SILENT = {NOT_STATED[0], NOT_ASSESSED[0]}


@register.inclusion_tag("includes/grade.html")
def grade(
    code: str | None, label: str = "", *, count: int | None = None, big: bool = False
) -> dict[str, Any]:
    """A grade as shape and words. No code, or an empty one, is "grade not stated"."""
    code = code or NOT_STATED[0]
    words = label or LABELS.get(code, code)
    return {"code": code, "label": words, "count": count, "big": big, "silent": code in SILENT}


@register.inclusion_tag("includes/tally.html")
def tally(of: Iterable[Assessment | str]) -> dict[str, Any]:
    """How many of each grade, in the order of the scale; of assessments or of codes."""
    counts = Counter(one if isinstance(one, str) else one.grade_code for one in of)
    return {"counts": [(code, counts[code]) for code in LABELS if counts[code]]}


@register.inclusion_tag("includes/state.html")
def state(of: State, *, link: bool = True) -> dict[str, Any]:
    """A State's name, with the tag of a sample State."""
    return {"state": of, "link": link}


@register.inclusion_tag("includes/letter.html")
def letter(of: Letter, *, words: str = "", line: str = "") -> dict[str, Any]:
    """A link to a letter by its reference, with the tag where it is a sample."""
    return {"letter": of, "words": words or of.reference or "Letter without a reference", "line": line}


class Version(NamedTuple):
    """The page in one of the languages of the interface."""

    code: str
    name: str
    address: str
    current: bool


@register.filter
def languages(request: HttpRequest | None) -> list[Version]:
    """The same page, with the same filter, in each language; the start page where the address is none of ours."""
    if not request:  # a page of last resort, made without a request
        return []
    here = request.get_full_path() if request.resolver_match else "/"
    return [
        Version(code, name, translate_url(here, code), code == get_language())
        for code, name in settings.LANGUAGES
    ]


@register.filter
def in_words(number: int) -> str:
    """Small numbers as a sentence writes them: three, but 12."""
    return str(apnumber(number))


@register.filter
def when(day: PartialDate) -> str:
    """on 14 May 2018, in May 2018, in 2018."""
    words = _("on %(date)s") if day.precision == "day" else _("in %(date)s")
    return words % {"date": day.words()}


@register.filter
def months(count: int) -> str:
    """1 month, 26 months."""
    return ngettext("%(n)d\N{NO-BREAK SPACE}month", "%(n)d\N{NO-BREAK SPACE}months", count) % {"n": count}


@register.filter
def period(count: int) -> str:
    """Time given by the Committee: two years, 18 months."""
    years, rest = divmod(count, 12)
    if rest or not years:
        return months(count)
    return _("one year") if years == 1 else _("%(number)s years") % {"number": in_words(years)}
