"""The boards of deadlines and the calendar of the same filter."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.utils import timezone

from followup import intake
from followup.models import ConcludingObservations, PartialDate

from .. import factories
from ..samples import GRADED, REMINDER, sample_state
from .page import Page

pytestmark = pytest.mark.django_db


def month(offset: int) -> PartialDate:
    today = timezone.localdate()
    return PartialDate(today.year, today.month).plus_months(offset)


def asked(iso3: str, name: str, months: int | None, **values) -> ConcludingObservations:
    """Observations whose report is due so many months from now, on the month."""
    given = (
        {"due": str(month(months)), "due_basis": "computed"}
        if months is not None
        else {"due": None, "due_basis": ""}
    )
    return factories.observations(factories.state(iso3, name), "12", "35 (a)", by_hand=True, **given | values)


@pytest.fixture
def boards(db):
    asked("XSO", "Soonland", 1)
    asked("XLT", "Laterland", 8)
    late = asked("XOV", "Overland", -5)
    factories.letter(late, date=str(month(-2)) + "-03", kind="reminder", reference="CMW/FollowUp/40/rem")
    asked("XLO", "Longland", -26, due=str(month(-26)) + "-01", due_basis="printed")
    sent = asked("XSE", "Sentland", -12)
    factories.report(sent, str(month(-10)), "CMW/C/XSE/FCO/2")
    done = asked("XDO", "Doneland", -30)
    factories.letter(done, {"12": "implemented"}, date="2024-02-01", report=factories.report(done, "2023-05"))
    asked("XNN", "Nodateland", None)


def tables(page: Page) -> dict[str, str]:
    """The words of each board by its heading."""
    heads = [words for level, words in page.headings if level == 2]
    cuts = [page.words.index(head) for head in heads] + [page.words.index("Methodology How to cite")]
    return {head: page.words[start:end] for head, (start, end) in zip(heads, pairwise(cuts), strict=True)}


def test_each_row_is_on_one_board(client, boards):
    found = tables(Page(client.get("/deadlines/")))
    assert list(found) == [
        "Overdue by more than 12 months: 1",
        "Overdue, up to 12 months: 1",
        "Due in the next 90 days: 1",
        "Report in, awaiting assessment: 1",
        "Due later: 1",
        "No due date known: 1",
    ]
    names = ["Longland", "Overland", "Soonland", "Sentland", "Laterland", "Nodateland"]
    for name, words in zip(names, found.values(), strict=True):
        assert [one for one in [*names, "Doneland"] if one in words] == [name]


def test_a_row_says_when_how_late_reminded_and_what_comes_next(client, boards):
    page = Page(client.get("/deadlines/"))
    # full months after the last day of the due month
    late = "5 months late" if (timezone.localdate() + timedelta(days=1)).day == 1 else "4 months late"
    assert (
        f"Overland sample CMW/C/XOV/CO/2 {month(-5).words()} (computed, month only) {late} "
        f"3 {month(-2).words()} sample The State sends its report, of which it was reminded."
    ) in page.words
    assert (
        f"1 {month(-26).words()} (printed) 26 months late no reminder recorded The State sends its report."
    ) in page.words
    assert (
        f"{month(-10).words()} due {month(-12).words()}, 1 month late 10 months with the Committee no reminder "
        "recorded The Committee examines the report and sends its letter."
    ) in page.words
    assert page.links["CMW/C/XOV/CO/2"] == "/observations/XOV/CO-2/"
    assert page.links[f"3 {month(-2).words()}"] == "/letters/cmw-followup-40-rem/"


FILTERS = [
    ("when=overdue", "Longland Overland"),
    ("when=overdue-over-12-months", "Longland"),
    ("when=newly-overdue", ""),
    ("when=due-in-90-days&when=due-later", "Laterland Soonland"),
    ("when=awaiting-assessment", "Sentland"),
    ("state=XOV", "Overland"),
    ("state=XOV&when=due-later", ""),
    ("since=2000", "Laterland Longland Overland Sentland Soonland"),
]


@pytest.mark.parametrize(("query", "names"), FILTERS)
def test_the_boards_by_state_and_time(client, boards, query, names):
    page = Page(client.get(f"/deadlines/?{query}"))
    every = ["Doneland", "Laterland", "Longland", "Nodateland", "Overland", "Sentland", "Soonland"]
    shown = " ".join(tables(page).values())
    assert " ".join(name for name in every if name in shown) == names
    assert page.status == 200


def test_the_numbers_of_the_first_sentence_are_the_rows_behind_them(client, boards):
    page = Page(client.get("/deadlines/"))
    numbers = {
        "2 follow-up reports are overdue": "/deadlines/?when=overdue",
        "1 falls due in the next 90 days": "/deadlines/?when=due-in-90-days",
        "1 awaits assessment": "/deadlines/?when=awaiting-assessment",
    }
    for words, url in numbers.items():
        assert page.links[words] == url
        assert client.get(url).content.decode().count('<th scope="row"') == int(words[0])


def test_nothing_overdue_is_said_as_good_news(client):
    asked("XSO", "Soonland", 1)
    page = Page(client.get("/deadlines/"))
    today = timezone.localdate()
    assert f"Nothing overdue as of {today.day} {PartialDate(today.year, today.month).words()}." in page.words
    assert "No report waits for its assessment." in page.words


@pytest.mark.parametrize("query", ["when=never", "state=QQQ", "foo=1", "when=overdue&since=x"])
def test_what_cannot_be_read_is_refused(client, query):
    assert client.get(f"/deadlines/?{query}").status_code == 400
    response = client.get(f"/deadlines.ics?{query}")
    assert response.status_code == 400
    assert query.split("&")[-1].split("=")[0] in response.content.decode()


# ---- the calendar ----


def events(response) -> list[dict[str, str]]:
    text = response.content.decode().replace("\r\n ", "")
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    blocks = text.split("BEGIN:VEVENT\r\n")[1:]
    return [dict(line.split(":", 1) for line in block.split("\r\n") if ":" in line) for block in blocks]


def test_the_calendar_has_the_due_dates(client, boards):
    found = {one["UID"].split("@")[0]: one for one in events(client.get("/deadlines.ics"))}
    assert sorted(found) == [f"due-{code}-CO-2" for code in ("XDO", "XLO", "XLT", "XOV", "XSE", "XSO")]
    soon = found["due-XSO-CO-2"]
    assert soon["DTSTART;VALUE=DATE"] == f"{month(1).last_day:%Y%m%d}"
    assert soon["SUMMARY"] == (f"Follow-up report of Soonland (sample) due (approximate: {month(1).words()})")
    assert soon["URL"] == "http://testserver/observations/XSO/CO-2/"
    assert "approximate" not in found["due-XLO-CO-2"]["SUMMARY"]
    cancelled = {uid for uid, one in found.items() if one["STATUS"] == "CANCELLED"}
    assert cancelled == {"due-XDO-CO-2", "due-XSE-CO-2"}


def test_the_calendar_has_the_filter_of_the_page(client, boards):
    only = events(client.get("/deadlines.ics?when=overdue"))
    assert [one["UID"].split("@")[0] for one in only] == ["due-XLO-CO-2", "due-XOV-CO-2"]
    assert [one["UID"].split("@")[0] for one in events(client.get("/deadlines.ics?state=XDO"))] == [
        "due-XDO-CO-2"
    ]


def test_an_unchanged_calendar_is_not_sent_twice(client, boards):
    first = client.get("/deadlines.ics")
    again = client.get("/deadlines.ics", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    late = ConcludingObservations.objects.get(state="XOV")
    late.due = str(month(-4))
    late.record_change(by=None, reason="The letter gives another month.")
    assert client.get("/deadlines.ics", headers={"if-none-match": first["ETag"]}).status_code == 200


def test_an_event_keeps_its_uid_and_counts_up_when_it_moves_and_when_the_report_comes(
    client, reference, staff
):
    sample_state()
    clerk = staff("Secretariat")

    def event() -> tuple[str, int, str, str]:
        (one,) = events(client.get("/deadlines.ics"))
        return one["UID"].split("@")[0], int(one["SEQUENCE"]), one["DTSTART;VALUE=DATE"], one["STATUS"]

    reminder = intake.open_draft(text=REMINDER, by=clerk).letter
    intake.publish(reminder, by=clerk, version=reminder.version)
    uid, first, day, status = event()
    assert (uid, day, status) == ("due-XTL-CO-2", "20230430", "CONFIRMED")

    row = ConcludingObservations.objects.get()
    row.due, row.due_basis = "2023-06-01", "printed"
    row.record_change(by=clerk, reason="The letter prints a day.")
    uid, moved, day, status = event()
    assert (uid, day, status) == ("due-XTL-CO-2", "20230601", "CONFIRMED")
    assert moved > first

    letter = intake.open_draft(text=GRADED, by=clerk).letter
    letter = intake.publish(letter, by=clerk, version=letter.version)
    uid, answered, day, status = event()
    assert (uid, status) == ("due-XTL-CO-2", "CANCELLED")
    assert answered > moved


def test_queries_do_not_grow_with_rows(
    client, boards, django_assert_num_queries, django_assert_max_num_queries
):
    for url in ("/deadlines/", "/deadlines.ics"):
        with django_assert_max_num_queries(25) as before:
            client.get(url)
        for n in range(3):
            more = asked(f"X{'ABC'[n]}{url[-1].upper().replace('/', 'Z')}", f"More {n}", -3)
            factories.letter(more, date=str(month(-1)) + "-03", kind="reminder")
        with django_assert_num_queries(len(before.captured_queries)):
            client.get(url)


def test_the_page_holds_on_every_day_of_a_month(boards):
    """The database's parts and the record's are the same on the edges of the year."""
    from django.http import QueryDict

    from followup.deadlines import deadlines
    from followup.filters import DeadlineFilter

    for day in (date(2026, 1, 1), date(2026, 1, 31), date(2026, 12, 31), date(2024, 2, 29)):
        for when in ("overdue", "newly-overdue", "overdue-over-12-months", "due-later"):
            found = DeadlineFilter(QueryDict(f"when={when}"), on=day)
            rows = deadlines(DeadlineFilter(QueryDict(""), on=day).qs, day)
            expected = {row.observations.pk for row in rows if row.standing.fits(when, day)}
            assert {row.pk for row in found.qs} == expected
