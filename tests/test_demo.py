"""The demo: what every sample letter reads to, one effect of many runs, and no trace after it is removed."""

from __future__ import annotations

from collections import Counter
from datetime import date
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.password_validation import validate_password
from django.core import serializers
from django.core.management import CommandError, call_command
from django.test import TestCase, override_settings

from followup import intake, procedure
from followup.letters import fold
from followup.management.demo.loading import LETTERS, sha256_of
from followup.management.demo.users import CORRECTOR, LOGINS, PASSWORD, SECRETARIAT
from followup.models import (
    GRADES,
    Assessment,
    ConcludingObservations,
    Correction,
    FollowUpReport,
    Letter,
    Recommendation,
    State,
    StateName,
    User,
)
from tests.factories import gone
from tests.samples import GRADED

pytestmark = pytest.mark.django_db

FULL, MOST, PART = "implemented", "substantially_implemented", "partially_implemented"
NOT, UNKNOWN, CONTRARY = "not_implemented", "insufficient_information", "contrary"


def not_stated(rows: int) -> list[str]:
    return [f"grade_not_stated assessments[{row}].grade" for row in range(rows)]


# fmt: off
# file: (State, observations, kind, date, {paragraph: grade}, flags), as the parser reads it
READINGS: dict[str, tuple[str, str, str, str, dict[str, str | None], list[str]]] = {
    "01-estmark-2024": (
        "XES", "CO/2", "assessment", "2024-06-21",
        {"15": PART, "22 (b)": PART, "29": None, "41": UNKNOWN},
        ["unknown_grade assessments[2].grade"],
    ),
    "02-sulica-2016": (
        "XSU", "CO/1", "assessment", "2016-09-09", {"12": None, "21": None, "30": None}, not_stated(3),
    ),
    "03-halvara-2017": (
        "XHA", "CO/1", "assessment", "2017-09-18", {"14": None, "25 (b)": None, "36": None}, not_stated(3),
    ),
    "04-quindara-2018": (
        "XQU", "CO/1", "assessment", "2018-04-27", {"8": None, "29 (d)": None}, not_stated(2),
    ),
    "05-estmark-2018": (
        "XES", "CO/1", "assessment", "2018-09-14",
        {"20": None, "27": None, "28": None, "29": None}, not_stated(4),
    ),
    "06-brenmoor-2019": (
        "XBR", "CO/1", "assessment", "2019-09-16", {"11": MOST, "35 (a)": FULL, "35 (b) (ii)": NOT}, [],
    ),
    "07-meridia-2021": (
        "XME", "CO/1", "assessment", "2021-04-20", {"17": PART, "37 (b)": UNKNOWN},
        ["paragraph_not_assessed request.paragraphs"],
    ),
    "08-verania-2021": ("XVE", "CO/1", "assessment", "2021-10-12", {"18": NOT, "40 (a)": CONTRARY}, []),
    "09-brenmoor-2021": ("XBR", "CO/1", "assessment", "2021-10-14", {"11": FULL, "35 (b) (ii)": PART}, []),
    "10-norland-2022": (
        "XNO", "CO/1", "assessment", "2022-04-14", {"9": FULL, "24 (c)": MOST, "33": PART}, [],
    ),
    "11-ostrelle-2022": (
        "XOS", "CO/1", "assessment", "2022-04-21", {"16": PART, "32 (b)": FULL, "48": NOT}, [],
    ),
    "12-quindara-2022": (
        "XQU", "CO/2", "assessment", "2022-10-06", {"18": PART, "27 (a)": NOT, "44": FULL}, [],
    ),
    "13-verania-2023": ("XVE", "CO/1", "assessment", "2023-04-14", {"18": PART, "40 (a)": CONTRARY}, []),
    "14-tarsia-2023": (
        "XTA", "CO/1", "assessment", "2023-12-15",
        {"13": UNKNOWN, "31 (a)": PART, "31 (b)": PART, "45": NOT}, [],
    ),
    "15-sulica-2024": ("XSU", "CO/2", "reminder", "2024-12-16", {}, []),
    "16-halvara-2024": (
        "XHA", "CO/2", "assessment", "2024-12-18", {"16": None, "28 (a)": None, "34": NOT},
        [
            "grade_contradiction assessments[1].grade",
            "paragraph_not_assessed request.paragraphs",
            "unknown_grade assessments[0].grade",
        ],
    ),
    "17-orrin-2025": ("XOR", "CO/1", "reminder", "2025-04-24", {}, []),
    "18-norland-2025": (
        "XNO", "CO/2", "assessment", "2025-04-28",
        {"19 (a)": FULL, "19 (b)": MOST, "19 (c)": PART, "46": MOST}, [],
    ),
    "19-caldrey-2025": (
        "XCA", "CO/1-2", "assessment", "2025-12-15",
        {"21": CONTRARY, "23 (a)": FULL, "23 (b)": UNKNOWN, "50": PART, "51": PART, "52": PART}, [],
    ),
    "20-brenmoor-2025": ("XBR", "CO/2", "assessment", "2025-12-17", {"20": FULL, "39 (c)": PART, "43": NOT}, []),
    "21-orrin-2026": ("XOR", "CO/1", "acknowledgement", "2026-01-16", {}, []),
}
# fmt: on

RECORDS = (State, StateName, ConcludingObservations, Recommendation, FollowUpReport, Letter, Assessment)


def demo(*options: str) -> str:
    output = StringIO()
    call_command("demo", *options, stdout=output)
    return output.getvalue()


def everything() -> dict[str, str]:
    """All rows of the registry and of its history, and the users."""
    models: list[Any] = [*apps.get_app_config("followup").get_models(), User]
    return {
        model.__name__: serializers.serialize("json", model._default_manager.order_by("pk"))
        for model in models
    }


def summary(reading: dict[str, Any]) -> tuple[Any, ...]:
    symbol = reading["concluding_observations"]["symbol"]
    return (
        reading["state"],
        symbol.removeprefix(f"CMW/C/{reading['state']}/"),
        reading["kind"],
        reading["date"],
        {row["paragraph"]: row["grade"] for row in reading["assessments"]},
        sorted(f"{flag['code']} {flag['field'] or ''}".strip() for flag in reading["flags"]),
    )


def real_letter(by: User | None) -> Letter:
    """A published letter to a State that is not of the demo."""
    text = GRADED.replace("CMW/C/XTL/", "CMW/C/TJK/").replace("Testland", "Tajikistan")
    draft = intake.open_draft(by=by, text=text).letter
    return intake.publish(draft, by=by, version=draft.version)


def summary_of_registry() -> dict[str, int]:
    return {model.__name__: model._default_manager.count() for model in RECORDS}


class Registry(TestCase):
    """A registry with the reference data and the demo; every test begins with it as loaded."""

    output: str

    @classmethod
    def setUpTestData(cls) -> None:
        with TemporaryDirectory() as folder, override_settings(ORIGINALS_DIR=Path(folder)):
            call_command("load_reference", verbosity=0)
            cls.output = demo("--port", "8123")

    def test_output_names_addresses_and_logins(self):
        assert "19 letters published, 2 left as drafts" in self.output
        assert "http://127.0.0.1:8123/\n" in self.output and "http://127.0.0.1:8123/admin/" in self.output
        assert all(login.username in self.output for login in LOGINS) and PASSWORD in self.output

    def test_every_letter_reads_as_expected(self):
        stored = {path.stem: Letter.objects.get(sha256=sha256_of(path)) for path in LETTERS}
        assert Letter.objects.count() == len(stored)
        assert {stem: summary(letter.reading) for stem, letter in stored.items()} == READINGS

    def test_names_and_addresses_are_in_no_passage(self):
        for assessment in Assessment.objects.select_related("letter"):
            names = [name.split()[-1] for name in assessment.letter.personal_names]
            assert names
            assert not [
                word for word in (*names, ".example", "Geneva", "Excellency") if word in assessment.text
            ]

    def test_every_grade_is_published_twice_or_more(self):
        count = Counter(Assessment.objects.published().values_list("grade", flat=True))
        assert {code for code, _ in GRADES if count[code] >= 2} == {code for code, _ in GRADES}
        assert count[None] == 12  # letters of 2016 to 2018 state no grade

    def test_every_sample_is_published_but_two_drafts(self):
        drafts = {letter.reference: intake.ready(letter) for letter in Letter.objects.drafts()}
        assert drafts == {"CMW/FollowUp/39/xx": False, "CMW/FollowUp/41/xx": True}
        assert Letter.objects.published().count() == len(LETTERS) - len(drafts)
        assert all(letter.sample for letter in Letter.objects.all())

    def test_every_stage_of_the_procedure_is_there(self):
        on = date(2026, 11, 21)
        cycles = procedure.with_cycle(ConcludingObservations.objects.public())
        turns: dict[str, set[str]] = {}
        for observations in cycles:
            turn = procedure.standing(observations, on).turn.value
            turns.setdefault(turn, set()).add(observations.symbol.removeprefix("CMW/C/"))
        assert turns.pop("assessed") >= {"XES/CO/1", "XES/CO/2", "XNO/CO/1", "XNO/CO/2"}
        assert turns == {
            "with_committee": {"XOR/CO/1"},
            "overdue": {"XSU/CO/2", "XME/CO/2"},
            "due": {"XLI/CO/1", "XTA/CO/2"},
        }

    def test_due_dates_printed_and_computed_and_a_late_report(self):
        tarsia = ConcludingObservations.objects.get(symbol="CMW/C/XTA/CO/1")
        assert (str(tarsia.due), tarsia.due_basis) == ("2021-05-01", "printed")
        assert procedure.months_late(tarsia.due, tarsia.reports.get().received) == 13
        estmark = ConcludingObservations.objects.get(symbol="CMW/C/XES/CO/2")
        assert (str(estmark.due), estmark.due_basis) == ("2023-04", "computed")

    def test_a_second_round_changes_the_grade(self):
        verania = Assessment.objects.filter(recommendation__observations__symbol="CMW/C/XVE/CO/1")
        rounds = verania.filter(recommendation__label="18").order_by("letter__date")
        assert [assessment.grade for assessment in rounds] == [NOT, PART]

    def test_a_requested_paragraph_without_passage_is_not_assessed(self):
        waiting = Recommendation.objects.public().with_latest().not_assessed()
        assert waiting.filter(observations__symbol="CMW/C/XME/CO/1").get().label == "44"

    def test_one_grade_was_corrected_with_a_reason(self):
        corrected = Assessment.objects.get(Correction.objects.made_of("assessment"))
        after, before = corrected.history.all()
        assert (before.grade, after.grade, corrected.grade) == (PART, MOST, MOST)
        assert (before.history_user.username, after.history_user.username) == (
            SECRETARIAT.username,
            CORRECTOR.username,
        )
        assert "four of five regions" in after.history_change_reason

    def test_sample_states_cannot_be_taken_for_real_ones(self):
        real = State.objects.filter(sample=False)
        names = {fold(name) for state in real for name in (state.name_en, state.name_fr, state.name_es)}
        names |= {
            fold(name) for name in StateName.objects.filter(state__in=real).values_list("name", flat=True)
        }
        samples = State.objects.filter(sample=True)
        assert samples.count() == 13
        for state in samples:
            assert "XAA" <= state.iso3 <= "XZZ"
            assert not names & {fold(name) for name in (state.name_en, state.name_fr, state.name_es)}
            assert not names & {fold(entry.name) for entry in state.names.all()}

    def test_a_second_run_changes_nothing(self):
        before = everything()
        assert "nothing was changed" in demo()
        assert everything() == before

    def test_a_run_leaves_what_a_visitor_did(self):
        draft = next(letter for letter in Letter.objects.drafts() if intake.ready(letter))
        intake.publish(draft, by=None, version=draft.version)
        published = Letter.objects.get(reference="CMW/FollowUp/37/xx")
        intake.withdraw(published, by=None, reason="To try it.", version=published.version)
        before = everything()
        demo()
        assert everything() == before

    def test_remove_takes_a_sample_letter_that_got_another_state(self):
        draft = next(letter for letter in Letter.objects.drafts() if not intake.ready(letter))
        intake.save_review(draft, {**draft.record, "state": "TJK"}, by=None, version=draft.version)
        demo("--remove")
        assert not Letter.objects.exists() and not Letter.history.exists()

    def test_remove_twice_and_load_again(self):
        before = summary_of_registry()
        demo("--remove")
        assert "0 States, 0 letters, 0 demo users" in demo("--remove")
        demo()
        assert summary_of_registry() == before

    def test_a_demo_user_with_real_work_is_closed_not_deleted(self):
        user = User.objects.get(username=SECRETARIAT.username)
        real_letter(user)
        assert "demo-secretariat can no longer log in" in demo("--remove")
        user = User.objects.get()
        assert not user.is_active and not user.has_usable_password() and not user.groups.exists()
        assert Letter.history.filter(history_user=user).exists()
        demo()
        user.refresh_from_db()
        assert user.is_active and user.check_password(PASSWORD) and user.has_perm("followup.publish_letter")

    def test_logins_work_and_have_the_rights_of_their_group(self):
        for login in LOGINS:
            user = User.objects.get(username=login.username)
            validate_password(PASSWORD, user)
            assert user.check_password(PASSWORD) and user.is_staff
            assert [group.name for group in user.groups.all()] == [login.group] * bool(login.group)
            assert user.is_superuser == (not login.group)
        assert User.objects.get(username=SECRETARIAT.username).has_perm("followup.publish_letter")
        assert User.objects.get(username=CORRECTOR.username).has_perm("followup.make_correction")


def test_every_letter_says_that_it_is_invented():
    for path in LETTERS:
        assert path.read_text(encoding="utf-8").startswith("SAMPLE LETTER – invented"), path.name


def test_once_loads_into_an_empty_registry_and_then_never_again(reference):
    assert "19 letters published" in demo("--once")
    before = everything()
    assert PASSWORD in demo("--once")
    assert everything() == before
    demo("--remove")
    output = demo("--once")
    assert "/admin/" in output and PASSWORD not in output
    assert not Letter.objects.exists()


def test_once_leaves_a_registry_alone_that_ever_held_a_letter(reference):
    real = real_letter(None)
    intake.undo(real, by=None, version=real.version)
    intake.discard(real, by=None, version=Letter.objects.get(pk=real.pk).version)
    before = everything()
    demo("--once")
    assert everything() == before


def test_it_needs_the_table_of_sessions(db):
    with pytest.raises(CommandError, match="load_reference"):
        demo()


def test_remove_leaves_no_trace_and_all_that_is_real(reference, staff):
    clerk = staff("Secretariat")
    real_letter(clerk)
    before = everything()
    demo()
    draft = next(letter for letter in Letter.objects.drafts() if not intake.ready(letter))
    intake.discard(draft, by=clerk, version=draft.version)
    assert "13 States, 20 letters, 4 demo users" in demo("--remove")
    after = everything()
    marks = State.history.filter(sample=True)
    assert {mark.history_change_reason for mark in marks} == {"Sample data removed."}
    assert after.pop("HistoricalState") != before["HistoricalState"]
    gone(marks)  # what remains of the demo: that it was removed
    assert everything() == before


def test_remove_takes_the_originals_of_samples_only(reference, settings):
    real = real_letter(None)
    demo()
    demo("--remove")
    assert [path.name for path in settings.ORIGINALS_DIR.rglob("*") if path.is_file()] == [real.sha256]


def test_production_refuses_logins_that_everybody_can_read(reference, settings):
    settings.PRODUCTION = True
    before = everything()
    with pytest.raises(CommandError, match="--no-users"):
        demo()
    assert everything() == before


def test_production_loads_without_users_and_removes(reference, settings):
    settings.PRODUCTION = True
    before = everything()
    assert PASSWORD not in demo("--no-users")
    assert Letter.objects.published().exists() and not User.objects.exists()
    demo("--remove")
    gone(State.history.filter(sample=True))
    assert everything() == before
