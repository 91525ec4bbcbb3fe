"""Where a follow-up stands, in words: a sentence for a head of a page, a phrase for a table, a word for a tile."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from ..models import PartialDate, State
from ..procedure import SOON, Standing, Turn
from ..templatetags.registry import in_words, months, when

TURNS = {
    Turn.ASSESSED: gettext_lazy("assessed"),
    Turn.WITH_COMMITTEE: gettext_lazy("report with the Committee"),
    Turn.DUE: gettext_lazy("report due"),
    Turn.OVERDUE: pgettext_lazy("where a follow-up stands", "report overdue"),
    Turn.NO_DEADLINE: gettext_lazy("no due date known"),
}


def phrase(standing: Standing) -> str:
    """Report due April 2027, in 5 months."""
    since = standing.since.words() if standing.since else ""
    values = {"date": since, "months": span(standing)}
    match standing.turn:
        case Turn.ASSESSED:
            words = _("Assessed %(date)s")
        case Turn.WITH_COMMITTEE:
            words = _("Report with the Committee")
            if since:
                words = _("Report received %(date)s, with the Committee for %(months)s")
        case Turn.DUE:
            words = _("Report due %(date)s, today")
            if standing.days:
                words = _("Report due %(date)s, in %(months)s")
        case Turn.OVERDUE:
            words = _("Report overdue since %(date)s")
            if standing.months:
                words = _("Report overdue since %(date)s, %(months)s")
        case _unknown:
            words = _("No due date known")
    return words % values


def span(standing: Standing) -> str:
    """Full months, of a due date that is near the days until its last one: 5 months, 39 days."""
    if standing.turn is Turn.DUE and standing.days <= SOON.days:
        words = ngettext("%(n)d day", "%(n)d days", standing.days) % {"n": standing.days}
        return words.replace(" ", "\N{NO-BREAK SPACE}", 1)
    return months(standing.months)


def selected(count: int, held: PartialDate | None) -> str:
    """The Committee selected three recommendations in 2019."""
    if not count:
        return ""
    if held:
        words = ngettext(
            "The Committee selected %(n)s recommendation in %(year)s.",
            "The Committee selected %(n)s recommendations in %(year)s.",
            count,
        )
    else:
        words = ngettext(
            "The Committee selected %(n)s recommendation.",
            "The Committee selected %(n)s recommendations.",
            count,
        )
    return words % {"n": in_words(count), "year": held.year if held else ""}


def stands(standing: Standing, assessed: int, count: int) -> str:
    """Next: the follow-up report is due in April 2027, in 5 months. `assessed` of `count` recommendations are."""
    values = {
        "when": when(standing.since) if standing.since else "",
        "months": span(standing),
        "date": standing.since.words() if standing.since else "",
    }
    match standing.turn:
        case Turn.ASSESSED:
            words = (
                assessed_of(assessed, count)
                + " "
                + _("The last letter is of %(date)s. No follow-up report is due.")
            )
        case Turn.WITH_COMMITTEE:
            words = _("The follow-up report is with the Committee, awaiting assessment.")
            if standing.since:
                words = _(
                    "The follow-up report came %(when)s and has been with the Committee for %(months)s, awaiting"
                    " assessment."
                )
        case Turn.DUE:
            words = _("Next: the follow-up report is due %(when)s, today.")
            if standing.days:
                words = _("Next: the follow-up report is due %(when)s, in %(months)s.")
        case Turn.OVERDUE:
            words = _(
                "The follow-up report was due %(when)s and has not come, as far as this registry knows."
            )
            if standing.months:
                words = _(
                    "The follow-up report was due %(when)s and is overdue by %(months)s, as far as this registry knows."
                )
        case _unknown:
            words = _("The registry holds no due date for the follow-up report.")
    return words % values


def assessed_of(assessed: int, count: int) -> str:
    """How many of the recommendations are assessed."""
    if assessed == count:
        return _("All are assessed.") if count > 1 else _("It is assessed.")
    if not assessed:
        return _("None of them is assessed.")
    words = ngettext("%(n)s of them is assessed.", "%(n)s of them are assessed.", assessed)
    return words % {"n": capfirst(in_words(assessed))}


def of_parties(states: Iterable[State]) -> str:
    """of 60 States parties and 13 sample States."""
    samples = [state.sample for state in states]
    parties, invented = samples.count(False), samples.count(True)
    words = ngettext("of %(n)d State party", "of %(n)d States parties", parties) % {"n": parties}
    if not invented:
        return words
    also = ngettext("%(n)d sample State", "%(n)d sample States", invented) % {"n": invented}
    return _("%(parties)s and %(samples)s") % {"parties": words, "samples": also}
