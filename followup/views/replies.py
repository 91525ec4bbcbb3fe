"""Whether reports come: the reports by their reply, with the two clocks of each, as the page of figures shows them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.core.paginator import InvalidPage, Page, Paginator
from django.utils.translation import gettext_lazy

from ..filters import ListFilter
from ..statistics import Answer, Replies, Reply
from .choices import narrowed, percent
from .lists import PER_PAGE

REPLIES = {
    Reply.IN_TIME: gettext_lazy("In time"),
    Reply.LATE: gettext_lazy("Up to 6 months late"),
    Reply.LATE_YEAR: gettext_lazy("More than 6, up to 12 months late"),
    Reply.LATE_LONG: gettext_lazy("More than 12 months late"),
    Reply.OVERDUE: gettext_lazy("Overdue, not received"),
    Reply.NOT_DUE: gettext_lazy("Not yet due"),
    Reply.UNKNOWN: gettext_lazy("Report or due date not known"),
}


class Clock(NamedTuple):
    """The months of one report as a bar: with the State in time, with the State late, with the Committee."""

    answer: Answer
    in_time: str
    late: str
    committee: str
    late_from: str
    committee_from: str


class Group(NamedTuple):
    """The reports of one reply: a bar, and the rows it stands for, of which the table shows some."""

    reply: str
    label: str
    every: int
    rows: list[Clock]
    width: str
    query: str  # of the page that lists them all

    @property
    def more(self) -> bool:
        return len(self.rows) < self.every


def page_of(replies: Replies, asked: dict[str, Any]) -> Page[Answer] | None:
    """One page of the reports of the reply that was asked for, if one was. Raises InvalidPage."""
    of = replies.of(Reply(asked["reply"])) if asked["reply"] else []
    number = asked["page"] or 1
    if not asked["reply"] and number > 1:
        raise InvalidPage
    return Paginator(of, PER_PAGE).page(number) if of else None


def groups(found: ListFilter, replies: Replies, page: Page[Answer] | None) -> list[Group]:
    """The reports by their reply: the first ones of each, or one page of those that were asked for."""
    longest = max((_months(answer) for answer in replies.answers), default=0)
    of = {reply: replies.of(reply) for reply in REPLIES}
    most = max(map(len, of.values()))
    found_groups = []
    for reply, words in REPLIES.items():
        shown: Sequence[Answer] = of[reply][:PER_PAGE]
        if page:
            shown = list(page) if found.values["reply"] == reply else []
        rows = [_of_answer(answer, longest) for answer in shown]
        query = narrowed(found, reply=reply.value)
        found_groups.append(
            Group(reply.value, str(words), len(of[reply]), rows, percent(len(of[reply]), most), query)
        )
    return found_groups


def _of_answer(answer: Answer, longest: int) -> Clock:
    state, committee = answer.clocks.state, answer.clocks.committee
    in_time = (state.months or 0) - state.late
    return Clock(
        answer,
        percent(in_time, longest),
        percent(state.late, longest),
        percent(committee.months or 0, longest),
        percent(in_time, longest),
        percent(in_time + state.late, longest),
    )


def _months(answer: Answer) -> int:
    return (answer.clocks.state.months or 0) + (answer.clocks.committee.months or 0)
