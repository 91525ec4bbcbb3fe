"""The correction page, the second person's page, the history with earlier states, and conflicts told as such."""

from __future__ import annotations

import pytest
from django.urls import reverse

from followup import intake, problem_reports
from followup.models import Assessment, Change, Correction

from ..samples import GRADED, sample_state

pytestmark = pytest.mark.django_db

BACKEND = "django.contrib.auth.backends.ModelBackend"
REASON = "Line 21 says something else."


@pytest.fixture
def letter(reference, staff):
    sample_state()
    clerk = staff("Secretariat", name="clerk")
    letter = intake.open_draft(text=GRADED, by=clerk).letter
    return intake.publish(letter, by=clerk, version=letter.version)


@pytest.fixture
def corrector(client, staff, letter):
    client.force_login(staff("Correctors", name="corrector"), backend=BACKEND)
    return client


def page_of(record, page: str = "correct") -> str:
    return reverse(f"admin:followup_{record._meta.model_name}_{page}", args=[record.pk])


def typed(client, record, **changed):
    """The form of a record as the browser would send it."""
    form = client.get(page_of(record)).context["form"]
    data = {name: form[name].value() for name in form.fields}
    return {
        name: value
        for name, value in {**data, "reason": REASON, "sure": "on", **changed}.items()
        if value is not None
    }


def body(answer) -> str:
    return " ".join(answer.content.decode().split())


def records_of(letter):
    first = letter.assessments.in_order().first()
    return [letter, first, first.recommendation, letter.observations, letter.report]


CHANGED = [
    {"date": "21 June 2024"},
    {"grade": "contrary"},
    {"paragraph": "16"},
    {"months": "12"},
    {"received": "June 2023"},
]


@pytest.mark.parametrize(("number", "changed"), list(enumerate(CHANGED)))
def test_one_page_corrects_every_model(corrector, letter, number, changed):
    record = records_of(letter)[number]
    answer = corrector.get(page_of(record))
    assert answer.status_code == 200
    for words in ("Stands now", "Reason", "Save the correction"):
        assert words in body(answer)
    answer = corrector.post(page_of(record), typed(corrector, record, **changed))
    assert answer.headers["Location"] == page_of(record, "history")
    made = Correction.objects.get()
    assert (set(made.after), made.made_by.username) == (set(changed), "corrector")
    assert REASON in body(corrector.get(page_of(record, "history")))


def test_the_page_shows_the_sentence_what_was_read_and_what_stands(corrector, letter):
    row = letter.assessments.in_order().first()
    corrector.post(page_of(row), typed(corrector, row, grade="contrary"))
    page = body(corrector.get(page_of(row)))
    sentence = "The Committee considers that the recommendation contained in paragraph 15 has been partially"
    assert sentence in page
    assert "The parser read: <strong>Partially implemented</strong>" in page
    assert "Stands now: <strong>Contrary to the recommendation</strong>" in page
    assert "not as read" in page


WRONG = [
    ({"reason": "typo"}, "Say why, in 10 characters or more"),
    ({"grade": "", "grade_phrase": "partially implemented"}, "come together"),
    ({"paragraph": "51"}, "has an assessment of paragraph 51 already"),
    ({"source": "javascript:alert(1)"}, "Enter a valid URL"),
    ({}, "Nothing would change"),
]


@pytest.mark.parametrize(("changed", "words"), WRONG)
def test_what_cannot_stand_is_told_beside_what_was_typed(corrector, letter, changed, words):
    row = letter.assessments.in_order().first()
    answer = corrector.post(page_of(row), typed(corrector, row, **changed))
    assert answer.status_code == 422
    assert words in body(answer)
    assert not Correction.objects.exists()


def test_a_stale_form_shows_both_versions_and_keeps_what_was_typed(corrector, letter, staff):
    row = letter.assessments.in_order().first()
    mine = typed(corrector, row, grade="contrary", reason="I read it otherwise.")
    theirs = typed(corrector, row, grade="implemented", paragraph="16")
    corrector.post(page_of(row), theirs)
    answer = corrector.post(page_of(row), mine)
    assert answer.status_code == 409
    page = body(answer)
    assert "somebody else corrected this meanwhile" in page
    assert f"“{REASON}”" in page
    rows = (
        ("Grade", "Partially implemented", "Implemented", "Contrary to the recommendation"),
        ("Paragraph", "15", "16", "nothing else"),
    )
    for name, seen, now, mine in rows:
        words = f"<dt>{name}: you saw</dt><dd>{seen}</dd><dt>stands now</dt><dd><strong>{now}</strong></dd>"
        assert f"{words}<dt>you typed</dt><dd>{mine}</dd>" in page
    form = answer.context["form"]
    # the grade that was typed is kept; the paragraph that was left alone is what stands
    assert (form["grade"].value(), form["paragraph"].value(), form["reason"].value()) == (
        "contrary",
        "16",
        "I read it otherwise.",
    )
    again = {name: form[name].value() for name in form.fields if form[name].value() is not None}
    assert corrector.post(page_of(row), again).status_code == 302
    row.refresh_from_db()
    assert (row.grade, row.recommendation.label, row.version) == ("contrary", "16", 3)


def test_a_form_sent_twice_is_one_correction(corrector, letter):
    row = letter.assessments.first()
    data = typed(corrector, row, grade="contrary")
    answers = [corrector.post(page_of(row), data) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [302, 302, 302]
    assert (Correction.objects.count(), Assessment.objects.get(pk=row.pk).version) == (1, 2)


@pytest.fixture
def report(letter):
    row = letter.assessments.in_order().first()
    return problem_reports.send(
        problem_reports.find("assessment", str(row.pk)),
        field="grade",
        version=1,
        should_be="It says contrary.",
        where="Line 21.",
        email="",
        address="192.0.2.1",
        token="a" * 32,
    )


def test_a_correction_answers_the_report_it_was_opened_from(corrector, letter, report):
    row = letter.assessments.in_order().first()
    address = f"{page_of(row)}?problem={report.pk}"
    assert "It says contrary." in body(corrector.get(address))
    data = typed(corrector, row, grade="contrary", problem=report.pk)
    corrector.post(address, data)
    report.refresh_from_db()
    assert (report.status, report.answer, report.correction) == (
        "corrected",
        REASON,
        Correction.objects.get(),
    )


class TestASecondPerson:
    @pytest.fixture(autouse=True)
    def _two_people(self, settings):
        settings.CONFIRM_CORRECTIONS = True

    @pytest.fixture
    def proposal(self, corrector, letter):
        row = letter.assessments.in_order().first()
        answer = corrector.post(page_of(row), typed(corrector, row, grade="contrary"))
        made = Correction.objects.get()
        assert answer.headers["Location"] == reverse("admin:followup_correction_change", args=[made.pk])
        return made

    @pytest.fixture
    def second(self, client, staff, proposal):
        client.force_login(staff("Correctors", name="second"), backend=BACKEND)
        return client

    def test_one_proposes_another_confirms(self, proposal, second, letter, report):
        page = reverse("admin:followup_correction_change", args=[proposal.pk])
        shown = body(second.get(page))
        assert "<del>Partially implemented</del> <ins>Contrary to the recommendation</ins>" in shown
        assert "waits for a second person" in body(second.get(page_of(letter.assessments.in_order().first())))
        assert second.post(page, {"action": "confirm", "reports": [report.pk]}).status_code == 302
        row = letter.assessments.in_order().first()
        assert (row.grade, row.version) == ("contrary", 2)
        report.refresh_from_db()
        assert report.correction_id == proposal.pk
        assert "confirmed by second" in body(second.get(page_of(row, "history")))

    def test_their_own_nobody_confirms(self, proposal, corrector, letter):
        page = reverse("admin:followup_correction_change", args=[proposal.pk])
        assert "another corrector confirms" in body(corrector.get(page))
        assert corrector.post(page, {"action": "confirm"}).status_code == 422
        assert letter.assessments.in_order().first().version == 1

    def test_a_declined_one_needs_a_reason(self, proposal, second):
        page = reverse("admin:followup_correction_change", args=[proposal.pk])
        assert second.post(page, {"action": "decline", "decision": "no"}).status_code == 422
        assert second.post(page, {"action": "decline", "decision": "It says partially."}).status_code == 302
        assert second.post(page, {"action": "confirm"}).status_code == 409
        assert Change.objects.filter(kind="corrected").count() == 0


def test_an_earlier_state_is_restored_from_the_history(corrector, letter):
    row = letter.assessments.in_order().first()
    corrector.post(page_of(row), typed(corrector, row, grade="contrary"))
    history = body(corrector.get(page_of(row, "history")))
    assert "Parser" in history
    first = row.history.last()
    address = f"{page_of(row)}?restore=history-{first.pk}"
    assert address in history
    form = corrector.get(address).context["form"]
    assert form["grade"].value() == "partially_implemented"
    data = {name: form[name].value() for name in form.fields if form[name].value() is not None}
    corrector.post(address, {**data, "reason": "As it was published."})
    row.refresh_from_db()
    assert (row.grade, row.version, row.history.count()) == ("partially_implemented", 3, 3)


def test_the_page_of_a_correction_brings_back_what_stood_before(corrector, letter):
    row = letter.assessments.in_order().first()
    corrector.post(page_of(row), typed(corrector, row, grade="contrary"))
    made = Correction.objects.get()
    address = f"{page_of(row)}?restore=correction-{made.pk}"
    assert address in body(corrector.get(reverse("admin:followup_correction_change", args=[made.pk])))
    form = corrector.get(address).context["form"]
    data = {name: form[name].value() for name in form.fields if form[name].value() is not None}
    corrector.post(address, {**data, "reason": "It was right before."})
    assert Correction.objects.order_by("-pk").first().restores == made


MAY = [
    ("Correctors", {200}),
    ("Secretariat", {200, 403}),
    ("Staff viewers", {403}),
    ("Administrators", {403}),
]


@pytest.mark.parametrize(("group", "allowed"), MAY)
def test_who_may_correct(client, staff, letter, group, allowed):
    """The secretariat corrects what it also enters: observations, recommendations, reports."""
    client.force_login(staff(group, name="one"), backend=BACKEND)
    answers = {}
    for record in records_of(letter):
        assert client.get(page_of(record)).status_code == 200
        answer = client.post(page_of(record), typed(client, record, reason="no"))
        answers[record._meta.model_name] = {422: 200}.get(answer.status_code, answer.status_code)
    assert set(answers.values()) == allowed
    if group == "Secretariat":
        assert {name for name, code in answers.items() if code == 403} == {"letter", "assessment"}


@pytest.mark.parametrize(
    ("group", "sent"), [("Correctors", 409), ("Secretariat", 403), ("Staff viewers", 403)]
)
def test_what_is_not_public_is_not_corrected_and_the_page_says_what_to_do(client, staff, letter, group, sent):
    """First whether somebody may, then whether the letter can be."""
    clerk = staff("Secretariat", name="somebody")
    draft = intake.open_draft(text=GRADED.replace("/38/xx", "/38/xy"), by=clerk).letter
    gone = intake.withdraw(letter, by=clerk, reason="Sent to the wrong State.", version=letter.version)
    client.force_login(staff(group, name="one"), backend=BACKEND)
    for record, words, step in ((draft, "changed in the review", "review"), (gone, "is withdrawn", "done")):
        answer = client.get(page_of(record))
        assert (answer.status_code, words in body(answer)) == (409, True)
        assert f'href="{page_of(record, step)}"' in body(answer)
        assert client.post(page_of(record), {"reason": REASON}).status_code == sent
    draft.pk = 0
    assert client.get(page_of(draft)).status_code == 404
    assert client.post(page_of(draft), {"reason": REASON}).status_code == (404 if sent == 409 else 403)


EMPHASISED = [
    # what the letter has, what the page shows of it
    ("**Regarding** the recommendation", "Regarding the recommendation"),
    ("[mail](mailto:a@example.org) the __recommendation__", "mail the recommendation"),
]


@pytest.mark.parametrize(("printed", "shown"), EMPHASISED)
def test_an_excerpt_has_no_marks_of_emphasis(corrector, staff, letter, printed, shown):
    clerk = staff("Secretariat", name="somebody")
    text = GRADED.replace("Regarding the recommendation", printed).replace("/38/xx", "/38/xy")
    text = text.replace("20 June", "21 June").replace("XTL/CO/2", "XTL/CO/4").replace("FCO/2", "FCO/4")
    other = intake.open_draft(text=text, by=clerk).letter
    other = intake.publish(other, by=clerk, version=other.version)
    words = []
    for record in (other, other.assessments.in_order().first()):
        blocks = corrector.get(page_of(record)).context["blocks"]
        excerpts = [block.evidence.excerpt for block in blocks if block.evidence.excerpt]
        words += ["".join((one.before, one.words, one.after)) for one in excerpts]
    assert not [one for one in words if "**" in one or "__" in one or "](" in one]
    assert any(shown in " ".join(one.split()) for one in words)
    whole = set(text.replace("**", "").replace("__", "").split())
    assert {end for one in words for end in (one.split()[0], one.split()[-1])} <= whole


def test_a_grade_that_its_words_do_not_say_is_saved_only_by_who_is_sure(corrector, letter):
    assessment = records_of(letter)[1]
    data = typed(corrector, assessment, grade="contrary", sure="")
    answer = corrector.post(page_of(assessment), data)
    assert answer.status_code == 422
    said = body(answer)
    assert "say “Partially implemented”; “Contrary to the recommendation” was chosen" in said
    assert 'name="sure"' in said and not Correction.objects.exists()
    assert 'name="sure"' not in body(corrector.get(page_of(assessment)))
    assert corrector.post(page_of(assessment), {**data, "sure": "on"}).status_code == 302
    assessment.refresh_from_db()
    assert (assessment.grade, assessment.version) == ("contrary", 2)


def test_who_may_not_correct_sees_the_values_and_whom_to_ask(client, staff, letter):
    staff("Correctors", name="ana")
    client.force_login(staff("Staff viewers", name="viewer"), backend=BACKEND)
    answer = client.get(page_of(records_of(letter)[1]))
    assert "If a value is wrong, tell a corrector (ana)." in body(answer)
    form = answer.context["form"]
    assert all(field.disabled for field in form.fields.values())
    assert "Save the correction" not in body(answer) and 'name="reason"' not in body(answer)
