"""Every wording of the language tables is read back from the example beside it."""

from __future__ import annotations

from dataclasses import fields

import pytest

from followup.letters import DEFAULT, Grade, Knowledge, Wording, parse
from followup.letters.languages import LANGUAGES, Language
from followup.letters.paragraphs import Sentence
from followup.letters.request import paragraph_lists
from followup.letters.text import Prose
from followup.letters.wording import Phrase, phrases

from .factory import letter
from .test_grades import OPENING


def rows_of(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()


PHRASES = [
    pytest.param(row, id=f"{language.code}-{field.name}-{row.pattern[:40]}")
    for language in LANGUAGES
    for table in (language, language.speech, language.framing)
    for field in fields(table)
    if field.name
    not in ("neither", "speech")  # the first is read back as grades are, the second has its own rows
    for row in rows_of(getattr(table, field.name))
    if isinstance(row, Phrase)
]
WORDINGS = [pytest.param(row, id=f"{row.language}-{row.pattern[:50]}") for row in DEFAULT.wordings]
NEITHER = [
    pytest.param(language, row, id=f"{language.code}-{row.pattern[:50]}")
    for language in LANGUAGES
    for row in language.neither
]
LEADS = [
    pytest.param(language, row, id=f"{language.code}-{row.pattern[:40]}")
    for language in LANGUAGES
    for row in language.lead_ins
]


def first_row(language: str, words: str) -> dict[str, object]:
    text = letter(language, passages=[OPENING[language] + words], address_at=None)
    return parse(text).as_dict()["assessments"][0]


@pytest.mark.parametrize("row", PHRASES)
def test_a_phrase_is_found_in_its_example(row: Phrase) -> None:
    assert phrases((row,)).search(Prose.parse(row.example).text)


@pytest.mark.parametrize("row", WORDINGS)
def test_a_wording_gives_its_grade_in_its_example(row: Wording) -> None:
    words = row.example.replace("paragraph 35 (a)", "paragraph 12")
    assert first_row(row.language, words)["grade"] == row.grade.value


@pytest.mark.parametrize(("language", "row"), NEITHER)
def test_a_wording_that_says_neither_gives_no_grade(language: Language, row: Phrase) -> None:
    read = first_row(language.code, row.example)
    assert read["grade"] is None
    assert read["grade_phrase"] is not None


@pytest.mark.parametrize(("language", "row"), LEADS)
def test_a_lead_in_opens_a_passage(language: Language, row: Phrase) -> None:
    words = (
        row.example.rstrip(" …").rstrip(",:")
        + ", "
        + {"en": "the Committee", "fr": "le Comité", "es": "el Comité"}[language.code]
    )
    prose = Prose.parse(words + " …")
    assert phrases((row,)).match(prose.text)
    assert paragraph_lists(Sentence(prose, 0, len(prose.text)), language)[0].refs[0].ref.label == "12"


def test_every_language_has_every_grade() -> None:
    for language in LANGUAGES:
        assert {row.grade for row in language.wordings} == set(Grade)
        assert {row.language for row in language.wordings} == {language.code}


def test_every_language_counts_sessions_to_forty_nine() -> None:
    for language in LANGUAGES:
        assert set(range(1, 50)) <= set(language.ordinals.values())
        assert len(language.months) == 12


def test_staff_can_add_a_wording() -> None:
    words = "The Committee considers that the recommendation contained in paragraph 12 has been half done."
    text = letter("en", passages=[OPENING["en"] + words], address_at=None)
    row = parse(text).as_dict()["assessments"][0]
    assert (row["grade"], row["grade_phrase"]) == (None, "half done")
    added = Wording(Grade.PARTIALLY_IMPLEMENTED, "half done", words, "en")
    more = Knowledge(states=DEFAULT.states, sessions=DEFAULT.sessions, wordings=(*DEFAULT.wordings, added))
    assert parse(text, more).as_dict()["assessments"][0]["grade"] == "partially_implemented"


@pytest.mark.parametrize(
    "pattern",
    ["", "(", "((a)|b", "a|b", "(((", "…", "… …", "*", "[a-z]+", "(?P<x>", "\\", "a" * 5000, "\x03"],
)
def test_a_pattern_that_staff_mistype_breaks_nothing(pattern: str) -> None:
    added = Wording(Grade.CONTRARY, pattern, "", "en")
    more = Knowledge(states=DEFAULT.states, sessions=DEFAULT.sessions, wordings=(*DEFAULT.wordings, added))
    assert parse(letter("en"), more).as_dict()["assessments"][0]["paragraph"] == "12"
