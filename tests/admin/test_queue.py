"""The staff's queue on /admin/: drafts, flags, reports, changes, what is overdue; whose, and which."""

from __future__ import annotations

import re

import pytest

from followup import corrections, intake
from followup.models import ProblemReport
from tests import factories
from tests.admin.conftest import page
from tests.samples import GRADED, numbered

pytestmark = pytest.mark.django_db


def words(answer) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def report(state, number: int = 1) -> ProblemReport:
    return ProblemReport.objects.create(
        model="assessment",
        record="1",
        state=state,
        what="Assessment of paragraph 15",
        path="/letters/x/",
        version=1,
        should_be="It should say “not implemented”.",
        sender="x",
        key=str(number),
    )


def test_all_clear_is_said(desk):
    said = words(desk.get("/admin/"))
    assert "All clear. No draft and no problem report waits. Upload a letter ." in said
    assert "Drafts 0 Flags 0 Problem reports 0" in said


def test_what_waits_and_what_happened(desk, draft, clerk):
    flagged = GRADED.replace("/38/xx", "/38/yy").replace("not been implemented", "been heeded well")
    letter = intake.open_draft(text=flagged, by=clerk).letter
    intake.publish(draft, by=clerk, version=1)
    ready = GRADED.replace("/38/xx", "/38/zz").replace("20 June", "19 June")
    intake.open_draft(text=ready.replace("remain rare", "are rare"), by=clerk)
    factories.observations(factories.state(), "12", by_hand=True)  # asked in 2019, nothing came
    report(draft.state)
    answer = desk.get("/admin/")
    said = words(answer)
    assert "Drafts 2 Flags 1 Problem reports 1" in said and "Overdue 1" in said
    assert "1 to check" in said and "ready" in said
    assert f'href="/admin/followup/letter/{letter.pk}/review/#id_rows-1-grade_0"' in answer.content.decode()
    assert "Assessment of paragraph 15 : It should say “not implemented”." in said
    assert re.search(r"Follow-up reports overdue: 1 Estmark .* due April 2021, \d+ months late", said)
    assert "Published, " in said
    assert "All clear" not in said


def test_it_is_narrowed_down_by_who(desk, other_desk, draft, clerk):
    theirs, free = (intake.open_draft(text=numbered(n), by=clerk).letter for n in (1, 2))
    desk.get(page(draft, "review"))
    other_desk.get(page(theirs, "review"))
    shown = {}
    for who in ("", "mine", "free", "others", "nonsense"):
        body = desk.get("/admin/", {"who": who, "what": "drafts"}).content.decode()
        shown[who] = {one.pk for one in (draft, theirs, free) if f"/letter/{one.pk}/review/" in body}
    everything = {draft.pk, theirs.pk, free.pk}
    assert shown == {
        "": everything,
        "mine": {draft.pk},
        "free": {free.pk},
        "others": {theirs.pk},
        "nonsense": everything,
    }
    assert "All 3 Mine 1 Free 1 Others’ 1" in words(desk.get("/admin/"))


@pytest.mark.parametrize(
    ("what", "heading"),
    [
        ("drafts", "Drafts to review, oldest first"),
        ("flags", "Flags open: 0"),
        ("reports", "Problem reports without an answer: 0"),
        ("changes", "Recently changed"),
        ("overdue", "Follow-up reports overdue: 0"),
    ],
)
def test_it_is_narrowed_down_by_what(desk, what, heading):
    answer = desk.get("/admin/", {"what": what}).content.decode()
    headings = re.findall(r'<h2 id="q[1-36]?[5-6]?">([^<]+)</h2>', answer)
    assert [one for one in headings if one != "All records"] == [heading]


def test_its_queries_do_not_grow(
    desk, draft, clerk, django_assert_num_queries, django_assert_max_num_queries
):
    desk.get("/admin/")
    report(draft.state)
    with django_assert_max_num_queries(30) as before:
        desk.get("/admin/")
    number = len(before.captured_queries)
    for n in (1, 2, 3):
        intake.open_draft(text=numbered(n).replace("not been", "been quite"), by=clerk)
        report(draft.state, n + 1)
    with django_assert_num_queries(number):
        desk.get("/admin/")


def test_what_waits_for_a_second_person_is_told(desk, draft, clerk, staff, settings):
    settings.CONFIRM_CORRECTIONS = True
    letter = intake.publish(draft, by=clerk, version=1)
    assessment = letter.assessments.first()
    values = {**corrections.stands(assessment), "grade": "implemented"}
    by = staff("Correctors")
    corrections.correct(assessment, values, by=by, reason="Line 9 says so.", version=1, key="once", sure=True)
    said = words(desk.get("/admin/"))
    assert "1 correction waits for a second person" in said and "All clear" not in said


@pytest.mark.parametrize("group", ["Correctors", "Staff viewers", "Administrators"])
def test_who_may_not_review_sees_the_queue_without_its_links(client, staff, draft, group):
    client.force_login(staff(group), backend="django.contrib.auth.backends.ModelBackend")
    body = client.get("/admin/").content.decode()
    assert "Letter to Testland, 20 June 2024" in body
    assert "/review/" not in body and "/upload/" not in body
