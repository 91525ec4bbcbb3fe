"""How well letters are read: every figure counted by hand, on letters that staff changed before and after publication."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.checks import run_checks
from django.db import OperationalError
from django.urls import reverse

from followup import corrections, intake, quality
from followup.management.demo.users import create_users
from followup.models import Letter, State, User
from tests.samples import GRADED, UNGRADED, sample_state

pytestmark = pytest.mark.django_db

BACKEND = "django.contrib.auth.backends.ModelBackend"
ODD = GRADED.replace(
    "contained in paragraph 51 has been implemented", "contained in paragraph 51 has been half done"
)


@pytest.fixture
def clerk(reference, staff):
    sample_state()
    return staff("Secretariat", name="clerk")


@pytest.fixture
def viewer(client, staff):
    client.force_login(staff("Staff viewers", name="viewer"), backend=BACKEND)
    return client


def numbered(number: int, text: str = GRADED) -> str:
    """A letter of its own: another reference, day, observations and report."""
    text = text.replace("/38/xx", f"/38/q{number}").replace("20 June", f"{number + 10} June")
    return text.replace("XTL/CO/2", f"XTL/CO/{number + 9}").replace("FCO/2", f"FCO/{number + 9}")


def publish(clerk: Any, text: str, values: dict[str, Any] | None = None, rows: Any = None) -> Letter:
    """Read, review (`rows` changes the passages by their number, None removes one), publish."""
    letter = intake.open_draft(text=text, by=clerk).letter
    passages = [dict(row) for row in letter.record["assessments"]]
    for number, change in sorted((rows or {}).items(), reverse=True):
        if change is None:
            del passages[number]
        elif number < len(passages):
            passages[number] |= change
        else:
            passages.append({**intake.blank_row(), **change})
    record = {**letter.record, **(values or {}), "assessments": passages}
    letter = intake.save_review(letter, record, by=clerk, version=letter.version)
    keys = [problem.key for problem in intake.problems(letter) if problem.key]
    letter = intake.confirm(letter, keys, by=clerk, version=letter.version)
    return intake.publish(letter, by=clerk, version=letter.version)


def correct(record: Any, clerk: Any, **values: Any) -> None:
    record = type(record).objects.get(pk=record.pk)
    key = f"{record._meta.model_name}-{record.pk}-{record.version}"
    corrections.correct(
        record, values, by=clerk, reason="As printed.", version=record.version, key=key, sure=True
    )


def figures(path: str, group: quality.Group | None = None) -> tuple[int, ...]:
    """(values, read, flagged, changed, unflagged, corrected) of a field."""
    cell = (group or quality.report().groups[0]).cells[path]
    return cell.values, cell.read, cell.flagged, cell.changed, cell.unflagged, cell.corrected


GRADE, WORDS, TEXT = "assessments.grade", "assessments.grade_phrase", "assessments.text"


def test_nothing_published_is_nothing_counted(clerk):
    intake.open_draft(text=GRADED, by=clerk)
    assert quality.report() == quality.Report((), sample=True)
    assert quality.summary() == quality.Summary(0, 0, 0, 0, sample=True)


def test_a_letter_published_as_it_was_read(clerk):
    publish(clerk, GRADED)
    (group,) = quality.report().groups
    assert (group.language, group.version, group.letters, group.enough) == ("en", "1.0", 1, False)
    assert figures("date") == (1, 1, 0, 0, 0, 0)
    assert figures("request.due") == (0, 0, 0, 0, 0, 0), "neither read nor entered: no value"
    assert figures("assessments") == (3, 3, 0, 0, 0, 0)
    assert figures(GRADE) == (3, 3, 0, 0, 0, 0)
    assert figures(WORDS) == (3, 3, 0, 0, 0, 0)


def test_a_letter_without_grades_has_grades_that_are_not_stated(clerk):
    publish(clerk, UNGRADED)
    assert figures(GRADE) == (2, 0, 0, 0, 0, 0)
    assert figures(WORDS) == (0, 0, 0, 0, 0, 0)


def test_what_staff_changed_in_review(clerk):
    """A value changed without a flag, one emptied, one filled; a grade that had a flag; a passage each way."""
    letter = publish(
        clerk,
        ODD,
        {"date": "2024-06-21", "reference": None},
        {
            0: {"text": "Another passage that is partially implemented."},
            1: None,
            2: {"grade": "contrary"},
            3: {"paragraph": "60", "text": "Entered by hand."},
        },
    )
    assert figures("date") == (1, 1, 0, 1, 1, 0)
    assert figures("reference") == (1, 1, 0, 1, 1, 0)
    assert figures("state") == (1, 1, 0, 0, 0, 0)
    assert figures("assessments") == (4, 3, 0, 2, 2, 0), "two kept, one removed, one added"
    assert figures(TEXT) == (2, 2, 0, 1, 1, 0)
    assert figures(GRADE) == (2, 1, 1, 1, 0, 0), "the unknown words were flagged, and a person settled them"
    cell = quality.report().groups[0].cells[GRADE]
    assert cell.examples["changed"] == [quality.Example(letter.pk, "51", None, "contrary")]
    removed, added = sorted(quality.report().groups[0].cells["assessments"].examples["changed"], key=str)[
        ::-1
    ]
    assert {removed.paragraph, added.paragraph} == {"29 (c)", "60"}


def test_what_was_corrected_after_publication(clerk):
    """Each value once, however often it is corrected, and for what was published: not for what stands now."""
    letter = publish(clerk, GRADED, {"date": "2024-06-21"})
    correct(letter, clerk, date="2024-06-22")
    correct(letter, clerk, date="2024-06-23")
    correct(letter.observations, clerk, session_held="2021-05", months=18)
    correct(letter.report, clerk, received="2023-06")
    first = letter.assessments.in_order().first()
    correct(first, clerk, grade="implemented", text=f"{first.text} And more.")
    assert figures("date") == (1, 1, 0, 1, 1, 1)
    cell = quality.report().groups[0].cells["date"]
    assert cell.examples["changed"] == [quality.Example(letter.pk, "", "2024-06-20", "2024-06-21")]
    assert cell.examples["corrected"] == [quality.Example(letter.pk, "", "2024-06-21", "2024-06-22")]
    assert figures("concluding_observations.session_held")[-1] == 1
    assert figures("request.months")[-1] == 1
    assert figures("follow_up_report.received")[-1] == 1
    assert figures(GRADE) == (3, 3, 0, 0, 0, 1)
    assert figures(TEXT) == (3, 3, 0, 0, 0, 1)
    assert quality.report().groups[0].cells[GRADE].examples["corrected"][0].paragraph == "15"
    corrected = {name: cell.corrected for name, cell in quality.report().groups[0].cells.items()}
    assert sum(corrected.values()) == 6


def test_a_proposed_correction_has_corrected_nothing(clerk, settings):
    letter = publish(clerk, GRADED)
    settings.CONFIRM_CORRECTIONS = True
    correct(letter, clerk, date="2024-06-22")
    assert figures("date") == (1, 1, 0, 0, 0, 0)


def test_observations_count_for_the_letter_that_brought_them(clerk):
    """Two letters on one cycle; a correction of the cycle is one, and that of the first letter."""
    first = publish(clerk, GRADED)
    text = GRADED.replace("/38/xx", "/38/yy").replace("20 June", "21 June")
    publish(clerk, text)
    correct(first.observations, clerk, session_held="2021-05")
    cell = quality.report().groups[0].cells["concluding_observations.session_held"]
    assert (cell.values, cell.corrected) == (2, 1)
    assert [one.letter for one in cell.examples["corrected"]] == [first.pk]


def test_a_withdrawn_letter_was_published_and_an_undone_one_is_a_draft(clerk):
    gone = publish(clerk, numbered(1))
    intake.withdraw(gone, by=clerk, reason="Sent to the wrong State.", version=gone.version)
    undone = publish(clerk, numbered(2))
    intake.undo(undone, by=clerk, version=undone.version)
    assert [group.letters for group in quality.report().groups] == [1]


def older(letter: Letter, version: str) -> None:
    letter.refresh_from_db()
    letter.parser_version = version
    letter.record_change(by=None, reason="As an older parser read it.")


def test_versions_and_languages_are_counted_apart_newest_first(clerk):
    for number, version in ((1, "1.0"), (2, "1.10"), (3, "1.9")):
        older(publish(clerk, numbered(number)), version)
    assert [(one.version, one.letters) for one in quality.report().groups] == [
        ("1.10", 1),
        ("1.9", 1),
        ("1.0", 1),
    ]
    publish(clerk, numbered(4), {"language": "fr"})
    assert {(one.language, one.version) for one in quality.report().groups} == {
        ("en", "1.10"),
        ("en", "1.9"),
        ("en", "1.0"),
        ("fr", "1.0"),
    }


def test_sample_letters_count_only_while_there_is_no_other(clerk):
    publish(clerk, numbered(1))
    assert quality.report().sample
    text = GRADED.replace("CMW/C/XTL/", "CMW/C/TJK/").replace("Testland", "Tajikistan")
    real = publish(clerk, text)
    assert State.objects.get(pk="TJK") == real.state
    assert (quality.report().sample, quality.report().groups[0].letters) == (False, 1)


def test_what_the_public_is_told(clerk, client):
    letter = publish(
        clerk, GRADED, {"signatory": {"name": "Somebody Else", "role": "Chair"}, "date": "2024-06-21"}
    )
    correct(letter, clerk, reference="CMW/FollowUp/38/yy")
    found = quality.summary()
    assert (found.letters, found.changed, found.corrected) == (1, 1, 1), "names of persons are not public"
    # 15 values of the letter, 4 of each of 3 passages
    assert found.values == 27
    body = " ".join(client.get("/methodology/").content.decode().split())
    assert "1 letter is published so far." in body and "The program looks for 27 values in all." in body
    assert "1 of them was changed by staff before publication" in body
    assert "1 was corrected after it." in body


def test_before_anything_is_published_the_public_is_told_so(client, reference):
    assert "No letter is published yet. Here it will say" in client.get("/methodology/").content.decode()


# ---- the page ----


def test_fewer_than_five_letters_give_no_rate(viewer, clerk):
    address = reverse("quality")
    assert address == "/admin/followup/quality/"
    assert "Needs 5 letters: none is published yet." in viewer.get(address).content.decode()
    for number in range(1, 5):
        publish(clerk, numbered(number))
    body = viewer.get(address).content.decode()
    assert "Needs 5 letters before a rate says anything; 4 are published so far." in body
    assert "<table" not in body
    publish(clerk, numbered(5))
    body = viewer.get(address).content.decode()
    assert "English, parser 1.0: 5 letters" in body and "<table" in body


def test_a_figure_leads_to_its_examples(viewer, clerk):
    letters = [publish(clerk, numbered(number)) for number in range(1, 5)]
    letters.append(publish(clerk, numbered(5), {"date": "2024-06-30"}))
    page = viewer.get(reverse("quality"))
    line = next(line for line in page.context["groups"][0][2] if line[0] == "Date of the letter")
    changed = next(figure for figure in line[2] if figure.kind == "changed")
    assert (changed.count, changed.of, changed.rate) == (1, 5, "20.0 %")
    assert "20.0 %" in page.content.decode()
    shown = viewer.get(reverse("quality") + changed.address.partition("#")[0])
    assert shown.context["examples"]["rows"] == [(letters[-1], "", "15 June 2024", "30 June 2024")]
    assert reverse("admin:followup_letter_done", args=[letters[-1].pk]) in shown.content.decode()
    for nonsense in ("?field=x&what=changed&language=en&version=1.0", "?language=en", "?version=%00"):
        assert viewer.get(reverse("quality") + nonsense).context["examples"] is None


def test_examples_are_escaped(viewer, clerk):
    text = "Another passage, <script>alert(1)</script> partially implemented."
    publish(clerk, GRADED, None, {0: {"text": text}})
    query = "?language=en&version=1.0&field=assessments.text&what=changed"
    body = viewer.get(reverse("quality") + query).content.decode()
    assert "&lt;script&gt;" in body and "<script>alert" not in body


@pytest.mark.parametrize("count", [5, 8])
def test_the_number_of_queries_does_not_grow(viewer, clerk, count, django_assert_num_queries):
    for number in range(1, count + 1):
        letter = publish(clerk, numbered(number), {"date": "2024-06-30"})
        correct(letter, clerk, reference=f"CMW/{number}")
        correct(letter.assessments.first(), clerk, grade="implemented")
    query = "?language=en&version=1.0&field=date&what=changed"
    viewer.get(reverse("quality") + query)  # sessions and content types are asked for once
    quality.cache.clear()
    with django_assert_num_queries(11):
        viewer.get(reverse("quality") + query)


# ---- demo users in production ----


def warnings() -> list[Any]:
    return [one for one in run_checks(include_deployment_checks=True) if one.id == "followup.W001"]


def test_demo_users_that_may_log_in_are_warned_of(db):
    assert warnings() == []
    create_users()
    (warning,) = warnings()
    assert "demo-administrator, demo-corrector, demo-secretariat, demo-viewer" in warning.msg
    User.objects.exclude(username="demo-viewer").update(is_active=False)
    assert warnings()[0].msg.endswith("read: demo-viewer.")
    User.objects.update(is_active=False)
    assert warnings() == []


def test_development_is_not_warned(db):
    create_users()
    assert [one for one in run_checks() if one.id == "followup.W001"] == []


def test_without_a_database_nothing_is_said(db, monkeypatch):
    from followup.management.demo import users

    def away() -> None:
        raise OperationalError

    monkeypatch.setattr(users, "demo_users", away)
    assert warnings() == []
