"""The command line: reference data, and reading letters without writing anything."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from django.core.management import call_command

from followup.models import Letter, Session, State, StateName

from .conftest import REPOSITORY, SHARED
from .samples import GRADED, UNGRADED


@pytest.mark.django_db
def test_reference_data_is_loaded_once(capsys):
    call_command("load_reference")
    assert capsys.readouterr().out.startswith("60 States and 41 sessions; ")
    assert (State.objects.count(), Session.objects.count()) == (60, 41)
    names, history = StateName.objects.count(), State.history.count()
    call_command("load_reference")
    assert capsys.readouterr().out == ""
    assert (StateName.objects.count(), State.history.count()) == (names, history)


@pytest.mark.django_db
def test_reference_data_leaves_what_a_person_changed(reference, staff):
    person = staff("Secretariat")
    state = State.objects.get(pk="TUR")
    state.name_en = "Turkey"
    state.record_change(by=person, reason="For a test of this rule.")
    call_command("load_reference", verbosity=0)
    state.refresh_from_db()
    assert state.name_en == "Turkey"


FACTS = [
    ("TJK", "Tajikistan", "Tadjikistan", "Tayikistán", "2002-01-08"),
    ("TUR", "Türkiye", "Türkiye", "Türkiye", "2004-09-27"),
    ("BOL", "Bolivia (Plurinational State of)", None, None, "2000-10-16"),
    ("ZWE", "Zimbabwe", "Zimbabwe", "Zimbabwe", None),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("iso3", "english", "french", "spanish", "since"), FACTS)
def test_facts_of_states(reference, iso3, english, french, spanish, since):
    state = State.objects.get(pk=iso3)
    assert state.name_en == english
    assert french in (None, state.name_fr)
    assert spanish in (None, state.name_es)
    assert (str(state.party_since) if state.party_since else None) == since


@pytest.mark.django_db
@pytest.mark.parametrize(
    "words", ["turkey", "turquie", "cape verde", "cote d ivoire", "kyrgyz republic", "xaa"]
)
def test_states_are_found_by_every_name(reference, words):
    from followup.letters import fold

    found = State.objects.filter(search_text__contains=fold(words).replace("d ivoire", "d'ivoire"))
    assert found.count() == (0 if words == "xaa" else 1)


def run(*arguments: str, cwd=REPOSITORY) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(REPOSITORY / "manage.py"), "parse_letter", *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_one_letter_gives_one_record_several_an_array(tmp_path):
    (tmp_path / "a.txt").write_text(GRADED, encoding="utf-8")
    (tmp_path / "b.html").write_text(f"<html><body><pre>{UNGRADED}</pre></body></html>", encoding="utf-8")
    one = run("a.txt", "--json", cwd=tmp_path)
    assert one.returncode == 0, one.stderr
    record = json.loads(one.stdout)
    assert [row["paragraph"] for row in record["assessments"]] == ["15", "29 (c)", "51"]
    two = run("a.txt", "b.html", "--json", cwd=tmp_path)
    assert [record["reference"] for record in json.loads(two.stdout)] == [
        "CMW/FollowUp/38/xx",
        "CMW/followup/28/xx",
    ]
    words = run("a.txt", cwd=tmp_path)
    assert words.stdout.startswith("a.txt: assessment · ")
    assert "29 (c) not_implemented" in words.stdout


REFUSED = [
    ("missing.txt", None, "No such file"),
    ("empty.txt", b"", "empty"),
    ("letter.rtf", b"{\\rtf1 hello}", "PDF"),
    ("old.doc", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "PDF"),
]


@pytest.mark.parametrize(("name", "content", "message"), REFUSED)
def test_a_file_that_is_refused_gives_a_message_and_no_traceback(tmp_path, name, content, message):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_text(GRADED, encoding="utf-8")
    alone = run(name, "--json", cwd=tmp_path)
    assert alone.returncode != 0
    assert alone.stdout == ""
    assert name in alone.stderr
    assert message in alone.stderr
    assert "Traceback" not in alone.stderr
    both = run("good.txt", name, "--json", cwd=tmp_path)
    assert both.returncode != 0
    assert len(json.loads(both.stdout)) == 1


@pytest.mark.django_db
def test_reading_writes_nothing(tmp_path):
    (tmp_path / "a.txt").write_text(GRADED, encoding="utf-8")
    call_command("parse_letter", str(tmp_path / "a.txt"), "--json")
    assert not Letter.objects.exists()
    assert not (tmp_path / "originals").exists()


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real letters are not on this machine")
def test_real_letters_on_the_command_line():
    letters = sorted(str(path) for path in (SHARED / "letters").glob("*.txt"))
    records = json.loads(run(*letters, "--json").stdout)
    assert [(record["state"], len(record["assessments"]), len(record["flags"])) for record in records] == [
        ("KGZ", 4, 4),
        ("TJK", 3, 0),
    ]
