"""Problem reports: one effect however often sent, limits that hold for everybody, an answer once."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from threading import Barrier, Thread

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from followup import corrections, problem_reports
from followup.models import (
    Assessment,
    ConcludingObservations,
    Correction,
    FollowUpReport,
    Letter,
    ProblemReport,
    Recommendation,
)
from followup.problem_reports import Answered, NotThere, Refused, TooMany, Withdrawn

from . import factories

pytestmark = pytest.mark.django_db

ADDRESS = "192.0.2.7"


@pytest.fixture(autouse=True)
def _rows(db):
    factories.registry()


@pytest.fixture
def assessment() -> Assessment:
    return Assessment.objects.get(recommendation__label="15")


def send(record, *, address: str = ADDRESS, **said) -> ProblemReport:
    values = {
        "field": "",
        "version": 1,
        "should_be": "Not implemented",
        "where": "",
        "email": "",
        "token": "t",
    }
    about = problem_reports.find(record._meta.model_name, str(record.pk))
    return problem_reports.send(about, address=address, **{**values, **said})


def test_a_report_keeps_what_the_page_said_and_nothing_of_the_sender(assessment):
    report = send(
        assessment, field="grade", should_be="Not implemented", where="Line 11", email="eve@example.org"
    )
    report.refresh_from_db()
    assert (report.model, report.record, report.field, report.version) == (
        "assessment",
        str(assessment.pk),
        "grade",
        1,
    )
    assert report.what == "Assessment of CMW/C/XES/CO/2, paragraph 15 (Letter to Estmark, 20 June 2024)"
    assert (report.state_id, report.path) == ("XES", "/recommendations/XES/CO-2/15/")
    assert (report.shown, report.should_be, report.where) == (
        "Partially implemented",
        "Not implemented",
        "Line 11",
    )
    assert (report.email, report.status) == ("eve@example.org", "open")
    assert ADDRESS not in str(vars(report))


def test_the_sender_is_a_keyed_hash_of_address_and_day(settings):
    monday, tuesday = date(2026, 11, 2), date(2026, 11, 3)
    one = problem_reports.sender(ADDRESS, monday)
    assert len(one) == 64
    assert one == problem_reports.sender(ADDRESS, monday)
    assert one != problem_reports.sender(ADDRESS, tuesday)
    assert one != problem_reports.sender("192.0.2.8", monday)
    settings.SECRET_KEY = "another"
    assert one != problem_reports.sender(ADDRESS, monday)


def test_each_value_that_pages_show_can_be_reported_and_corrected():
    for model, fields in problem_reports.FIELDS.items():
        assert set(fields) <= set(corrections.RULES[model].fields), model


VALUES = [
    (Assessment, {"recommendation__label": "35 (a)"}, {"grade": "Grade not stated", "paragraph": "35 (a)"}),
    (Recommendation, {"label": "51"}, {"paragraph": "51", "wording": ""}),
    (
        ConcludingObservations,
        {"symbol": "CMW/C/XES/CO/2"},
        {"state": "Estmark", "session": "30th session", "months": "24", "due": "April 2021"},
    ),
    (FollowUpReport, {}, {"received": "May 2021"}),
    (
        Letter,
        {"slug": "cmw-followup-38-es"},
        {
            "date": "20 June 2024",
            "kind": "Assessment",
            "paragraphs": "9, 15, 35 (a)",
            "observations": "CMW/C/XES/CO/2",
        },
    ),
]


@pytest.mark.parametrize(("model", "which", "words"), VALUES)
def test_values_are_shown_in_words(model, which, words):
    row = model.objects.get(**which)
    about = problem_reports.find(model._meta.model_name, str(row.pk))
    shown = {value.field: value.words for value in about.values}
    assert list(shown) == list(problem_reports.FIELDS[about.model])
    assert {name: shown[name] for name in words} == words


def test_names_and_addresses_in_a_passage_are_withheld(assessment):
    assessment.text = "Ms. Ada Olan wrote from ada@olan.test."
    assessment.record_change(by=None, reason="Made for a test.")
    words = problem_reports.find("assessment", str(assessment.pk)).words("text")
    assert "Olan" not in words
    assert "olan.test" not in words


def test_what_an_older_page_said_is_read_from_the_history(assessment, staff):
    values = {"grade": "implemented"}
    corrections.correct(
        assessment,
        values,
        by=staff("Correctors"),
        reason="The sentence says so.",
        version=1,
        key="k",
        sure=True,
    )
    assert send(assessment, field="grade", version=1, token="a").shown == "Partially implemented"
    assert send(assessment, field="grade", version=2, token="b").shown == "Implemented"


HIDDEN = [
    ("assessment", "0"),
    ("assessment", "-1"),
    ("assessment", "9" * 30),
    ("assessment", "١"),
    ("assessment", ""),
    ("user", "1"),
    ("", ""),
]


@pytest.mark.parametrize(("model", "key"), HIDDEN)
def test_what_is_no_public_record_is_not_found(model, key):
    with pytest.raises(NotThere):
        problem_reports.find(model, key)


def test_drafts_are_not_there_and_withdrawn_records_say_so():
    for state, outcome in (("XDR", NotThere), ("XWI", Withdrawn)):
        recommendation = Recommendation.objects.get(observations__state=state)
        letter = Letter.objects.get(state=state)
        for record in (
            letter,
            letter.assessments.get(),
            recommendation,
            recommendation.observations,
            factories.report(recommendation.observations),
        ):
            with pytest.raises(outcome):
                problem_reports.find(record._meta.model_name, str(record.pk))


def test_the_same_report_sent_twice_is_one(assessment):
    first, second = send(assessment), send(assessment)
    assert first.pk == second.pk
    assert (
        send(assessment, should_be="Implemented").pk != first.pk
    )  # changed and sent again from the same form
    assert send(assessment, token="another form").pk != first.pk
    assert ProblemReport.objects.count() == 3


def age(**ago: float) -> None:
    """Let every report so far be older."""
    for row in ProblemReport.objects.all():
        ProblemReport.objects.filter(pk=row.pk).update(at=row.at - timedelta(**ago))


def test_five_an_hour_from_one_sender_and_twenty_a_day(assessment):
    for n in range(5):
        send(assessment, token=f"a{n}")
    with pytest.raises(TooMany) as limit:
        send(assessment, token="a5")
    assert 3590 <= limit.value.seconds <= 3601
    send(assessment, address="192.0.2.8", token="b")  # another sender may
    send(assessment, token="a0")  # sent twice: no sixth report
    for hour in range(3):
        age(hours=1.01)
        for n in range(5):
            send(assessment, token=f"c{hour}{n}")
    age(hours=1.01)
    with pytest.raises(TooMany) as limit:
        send(assessment, token="d")
    assert 3600 * 19 < limit.value.seconds < 3600 * 21
    assert ProblemReport.objects.count() == 21


def test_midnight_changes_the_hash_and_not_the_limit(assessment, monkeypatch):
    late = datetime(2026, 11, 2, 23, 50, tzinfo=UTC)
    monkeypatch.setattr(timezone, "now", lambda: late)
    for n in range(5):
        send(assessment, token=f"a{n}")
    monkeypatch.setattr(timezone, "now", lambda: late + timedelta(minutes=20))
    with pytest.raises(TooMany):
        send(assessment, token="b")
    assert ProblemReport.objects.values("sender").distinct().count() == 1


def test_two_hundred_an_hour_from_all_together(assessment):
    report = send(assessment)
    copies = [
        ProblemReport(**{**values(report), "sender": f"{n:064}", "key": f"{n:064}"}) for n in range(199)
    ]
    ProblemReport.objects.bulk_create(copies)
    with pytest.raises(TooMany):
        send(assessment, address="192.0.2.8", token="b")
    age(hours=1.01)
    send(assessment, address="192.0.2.8", token="b")


def values(report: ProblemReport) -> dict:
    names = [field.attname for field in ProblemReport._meta.concrete_fields if not field.primary_key]
    return {name: getattr(report, name) for name in names}


@pytest.mark.django_db(transaction=True)
def test_the_limit_holds_for_reports_sent_at_once(assessment):
    results: list[object] = []
    together = Barrier(12)

    def one(n: int) -> None:
        together.wait()
        try:
            results.append(send(assessment, token=f"at-once-{n % 10}").pk)
        except TooMany:
            results.append(TooMany)
        except OperationalError:  # SQLite in memory does not wait for its one writer
            assert connection.vendor == "sqlite"
        finally:
            connection.close()

    senders = [Thread(target=one, args=(n,)) for n in range(12)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    kept = set(ProblemReport.objects.values_list("pk", flat=True))
    assert {result for result in results if result is not TooMany} == kept
    assert (len(results), len(kept)) == (12, 5) if connection.vendor == "postgresql" else len(kept) <= 5


def test_declining_says_why_who_and_when(assessment, staff):
    clerk = staff("Secretariat", name="clerk")
    report = problem_reports.decline(send(assessment), by=clerk, answer="  Line 11 says partially.  ")
    assert (report.status, report.answer, report.answered_by) == (
        "declined",
        "Line 11 says partially.",
        clerk,
    )
    assert report.answered_at is not None
    assert not ProblemReport.objects.unanswered().exists()


def test_an_answer_needs_words(assessment, staff):
    report = send(assessment)
    with pytest.raises(Refused):
        problem_reports.decline(report, by=staff("Secretariat"), answer="   no      ")
    assert ProblemReport.objects.unanswered().get() == report


def test_of_two_answers_the_second_is_told(assessment, staff):
    report = send(assessment)
    problem_reports.decline(report, by=staff("Secretariat", name="one"), answer="Line 11 says partially.")
    with pytest.raises(Answered) as conflict:
        problem_reports.decline(report, by=staff("Correctors", name="two"), answer="Something quite else.")
    assert conflict.value.report.answer == "Line 11 says partially."
    assert ProblemReport.objects.get().answered_by.username == "one"


def correct(assessment, report, by, key="k") -> Correction:
    return corrections.correct(
        assessment,
        {"grade": "implemented"},
        by=by,
        reason="The sentence says so.",
        version=1,
        key=key,
        sure=True,
        then=lambda correction: problem_reports.corrected(report, correction, by=by),
    )


def test_a_correction_answers_the_report_it_came_from(assessment, staff):
    report, corrector = send(assessment, field="grade"), staff("Correctors")
    correction = correct(assessment, report, corrector)
    report.refresh_from_db()
    assert (report.status, report.correction, report.answer, report.answered_by) == (
        "corrected",
        correction,
        "The sentence says so.",
        corrector,
    )


def test_a_correction_for_a_report_that_is_answered_already_does_not_happen(assessment, staff):
    report = send(assessment)
    problem_reports.decline(report, by=staff("Secretariat", name="one"), answer="Line 11 says partially.")
    with pytest.raises(Answered):
        correct(assessment, report, staff("Correctors", name="two"))
    assessment.refresh_from_db()
    assert (assessment.grade, assessment.version) == ("partially_implemented", 1)
    assert not Correction.objects.exists()
