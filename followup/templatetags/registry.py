"""Tags for what every page names: grades, States, letters, dates. Public and staff pages share them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from html import unescape
from typing import Any, NamedTuple
from urllib.parse import quote

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.urls import translate_url
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import (
    get_language,
    gettext_lazy,
    ngettext,
    ngettext_lazy,
    pgettext,
    pgettext_lazy,
)
from django.utils.translation import gettext as _

from ..letters import Grade
from ..models import GRADES, NOT_ASSESSED, NOT_STATED, Assessment, Letter, PartialDate, State
from ..parameters import lowered

register = template.Library()
LABELS = dict((*GRADES, NOT_STATED, NOT_ASSESSED))
# no verdict: these are shown quieter than a grade
SILENT = {NOT_STATED[0], NOT_ASSESSED[0]}
# How many recommendations have a grade: a form of its own for several, as French and Spanish need one.
COUNTED = {
    Grade.IMPLEMENTED: ngettext_lazy("%(n)d implemented", "%(n)d implemented", "n"),
    Grade.SUBSTANTIALLY_IMPLEMENTED: ngettext_lazy(
        "%(n)d substantially implemented", "%(n)d substantially implemented", "n"
    ),
    Grade.PARTIALLY_IMPLEMENTED: ngettext_lazy(
        "%(n)d partially implemented", "%(n)d partially implemented", "n"
    ),
    Grade.NOT_IMPLEMENTED: ngettext_lazy("%(n)d not implemented", "%(n)d not implemented", "n"),
    Grade.INSUFFICIENT_INFORMATION: ngettext_lazy(
        "%(n)d insufficient information", "%(n)d insufficient information", "n"
    ),
    Grade.CONTRARY: ngettext_lazy(
        "%(n)d contrary to the recommendation", "%(n)d contrary to the recommendation", "n"
    ),
    NOT_STATED[0]: ngettext_lazy("%(n)d grade not stated", "%(n)d grade not stated", "n"),
    NOT_ASSESSED[0]: ngettext_lazy("%(n)d not yet assessed", "%(n)d not yet assessed", "n"),
}
NUMBERS = [
    pgettext_lazy("one recommendation", "one"),
    gettext_lazy("two"),
    gettext_lazy("three"),
    gettext_lazy("four"),
    gettext_lazy("five"),
    gettext_lazy("six"),
    gettext_lazy("seven"),
    gettext_lazy("eight"),
    gettext_lazy("nine"),
]


@register.inclusion_tag("includes/grade.html")
def grade(
    code: str | None, label: str = "", *, count: int | None = None, big: bool = False
) -> dict[str, Any]:
    """A grade as shape and words. No code, or an empty one, is "grade not stated"."""
    code = code or NOT_STATED[0]
    words = label or LABELS.get(code, code)
    if count:
        words = COUNTED[code] % {"n": count}
    return {"code": code, "label": words, "big": big, "silent": code in SILENT}


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
    return {"letter": of, "words": words or of.reference or _("Letter without a reference"), "line": line}


@register.inclusion_tag("includes/original.html")
def original(of: Letter) -> dict[str, Any]:
    """That a letter is quoted in another language than that of the page; nothing where it is the same."""
    words = {"en": _("Original in English."), "fr": _("Original in French."), "es": _("Original in Spanish.")}
    here = (get_language() or "en").split("-")[0]
    return {"words": words.get(of.language, "") if of.language != here else ""}


class Version(NamedTuple):
    """The page in one of the languages of the interface."""

    code: str
    name: str
    address: str
    current: bool


@register.filter
def languages(request: HttpRequest | None) -> list[Version]:
    """The same page, with the same filter, in each language; the start page where the address is none of ours.

    None of a page that stands outside /fr/ and /es/ and is in English only.
    """
    if not request:  # a page of last resort, made without a request
        return []
    here = request.get_full_path() if request.resolver_match else "/"
    found = [
        Version(code, name, translate_url(here, code), code == get_language())
        for code, name in settings.LANGUAGES
    ]
    return found if len({one.address for one in found}) > 1 else []


@register.filter
def in_words(number: int) -> str:
    """Small numbers of recommendations as a sentence writes them: three, but 12."""
    return str(NUMBERS[number - 1]) if 0 < number <= len(NUMBERS) else str(number)


@register.filter
def day(on: date | None) -> str:
    """A day in the active language: 14 May 2018, 14 mai 2018, 14 de mayo de 2018."""
    if isinstance(on, datetime):
        on = timezone.localdate(on)
    return PartialDate.of(on).words() if on else ""


register.filter("lowered", lowered)


@register.simple_tag(takes_context=True)
def block_text(context: Any, name: str) -> str:
    """The words of a block of this page once more: what the browser's tab says is what a shared link says."""
    blocks = context.render_context.get(BLOCK_CONTEXT_KEY)
    block = blocks.get_block(name) if blocks else None
    return " ".join(unescape(block.render(context)).split()) if block else ""


@register.simple_tag
def paragraph_links(rows: Iterable[Any]) -> SafeString:
    """12, 35 (a) and 47, each a link to its recommendation."""
    found = [row.recommendation for row in rows]
    links = [
        format_html('<a class="nowrap" href="{}">{}</a>', one.get_absolute_url(), one.words) for one in found
    ]
    first = format_html_join(", ", "{}", ((link,) for link in links[:-1] or links))
    return format_html(_("{first} and {last}"), first=first, last=links[-1]) if links[1:] else first


@register.filter
def un_document(symbol: str) -> str:
    """Where the United Nations keep the document of a symbol: its wording and its languages."""
    return f"https://undocs.org/{quote(symbol)}"


@register.filter
def when(day: PartialDate) -> str:
    """on 14 May 2018, in May 2018, in 2018."""
    if day.precision == "day":
        return pgettext("14 May 2018", "on %(date)s") % {"date": day.words()}
    return pgettext("May 2018", "in %(date)s") % {"date": day.words()}


@register.filter
def months(count: int) -> str:
    """1 month, 26 months."""
    words = ngettext("%(n)d month", "%(n)d months", count) % {"n": count}
    return words.replace(" ", "\N{NO-BREAK SPACE}", 1)


@register.filter
def period(count: int) -> str:
    """Time given by the Committee: two years, 18 months."""
    years, rest = divmod(count, 12)
    if rest or not years:
        return months(count)
    return _("one year") if years == 1 else _("%(number)s years") % {"number": in_words(years)}
