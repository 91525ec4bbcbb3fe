"""Wordings that staff teach: which are taken, which are refused and why, and what the parser makes of them."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from followup.letters import DEFAULT, parse
from followup.models import GradeWording
from followup.models.trial import FRAMES, MOST_ALTERNATIVES, QUIET, Refusal, alternatives

pytestmark = pytest.mark.django_db

SAID = "The Committee considers that the recommendation contained in paragraph 12 has been {}."
DIT = "Le Comité considère que les recommandations figurant aux paragraphes 12 et 35 a) ont été {}."
DICHO = "El Comité considera que la recomendación que figura en el párrafo 7 {}."


def wording(grade: str, pattern: str, example: str, language: str = "en", **values) -> GradeWording:
    return GradeWording(language=language, pattern=pattern, grade=grade, example=example, **values)


def taught(*values, **more) -> GradeWording:
    row = wording(*values, **more)
    row.full_clean()
    row.record_change(by=None, reason="Met in a letter.")
    return row


def objection(row: GradeWording) -> tuple[str, str]:
    """The field and the sentence that a wording is refused with."""
    with pytest.raises(ValidationError) as caught:
        row.full_clean()
    ((field, messages),) = caught.value.message_dict.items()
    return field, " ".join(messages)


PART, NOT, FULL, CONTRARY = "partially_implemented", "not_implemented", "implemented", "contrary"
TAKEN = [
    (PART, "half done", SAID.format("half done"), "en"),
    (PART, "half done", "Paragraph 12: half done.", "en"),
    (PART, "(only |)half … done", SAID.format("half, alas, done"), "en"),
    (PART, "not yet fully implemented", SAID.format("not yet been fully implemented"), "en"),
    (FULL, "been achieved", SAID.format("achieved").replace("has", "has now"), "en"),
    (NOT, "in abeyance", "The Committee finds that the recommendation in paragraph 9 remains in abeyance.", "en"),
    (CONTRARY, "flies in the face of the recommendation",
     "The Committee considers that the law flies in the face of the recommendation in paragraph 3.", "en"),
    (PART, "(suivies|suivie) à moitié", DIT.format("suivies à moitié"), "fr"),
    (PART, "hecha a medias", DICHO.format("ha sido hecha a medias"), "es"),
    ("insufficient_information", "too little … known",
     "The Committee considers that too little is known to assess the recommendation in paragraph 12.", "en"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("grade", "pattern", "example", "language"), TAKEN, ids=lambda value: str(value)[:30]
)
def test_a_wording_is_taken(grade, pattern, example, language):
    row = taught(grade, pattern, example, language)
    assert (row.as_known().grade.value, row.as_known().pattern) == (grade, pattern)
    assert row.history.get().history_change_reason == "Met in a letter."


REFUSED = [
    # the words
    ((FULL, "recommendation", SAID.format("half done")), "pattern", "“recommendation” is too broad"),
    ((FULL, "(half|partly done)", SAID.format("half")), "pattern", "“half” is too broad"),
    ((FULL, "the committee", SAID.format("half done")), "example", "“the committee” is not read as a grade"),
    ((PART, "set out", SAID.format("half done").replace("contained", "set out")), "example",
     "“set out” is not read as a grade"),
    ((PART, "has been", SAID.format("half done")), "pattern", "would no longer be read as “Implemented”"),
    ((PART, "(as unheeded|that the measures taken are contrary to)",
     "The Committee considers as unheeded the recommendation contained in paragraph 12."), "pattern",
     "would no longer be read as “Contrary to the recommendation”"),
    ((CONTRARY, "in the face of", SAID.format("in the face of")), "pattern", "must name the recommendation"),
    ((PART, "half|done", SAID.format("half done")), "pattern", "The brackets do not fit"),
    ((PART, "((half) done", SAID.format("half done")), "pattern", "The brackets do not fit"),
    ((PART, "… half done", SAID.format("half done")), "pattern", "Use “…” once at most"),
    ((PART, "half … and … done", SAID.format("half done")), "pattern", "Use “…” once at most"),
    ((PART, "(a|b|c|d) (a|b|c|d) (a|b|c|d)", SAID.format("a b c")), "pattern", "stands for 64 wordings; 60 is the"),
    ((PART, "half " * 41, SAID.format("half " * 41)), "pattern", "at most 200 characters"),
    ((PART, "ﷺ ﷺ" * 60, SAID.format("half done")), "pattern", "too long"),
    # the same words with another meaning, or none
    ((NOT, "Partially  IMPLEMENTED", SAID.format("partially implemented")), "pattern",
     "means “Partially implemented” already (wording “partially implemented”)"),
    ((PART, "partially implemented", SAID.format("partially implemented")), "pattern", "there is nothing to teach"),
    ((NOT, "only (in part|half) done", SAID.format("partly implemented, only half done")), "example",
     "read as “Partially implemented” already, by the words “partly implemented” (wording “partly implemented”)"),
    # the example
    ((PART, "half done", SAID.format("done by halves")), "example", "“half done” is not read as a grade"),
    ((PART, "half done", "The State party reports that the recommendation has been half done."), "example",
     "is not read as a grade"),
    ((PART, "half done", "The Committee encourages the State party to go on until it is half done."), "example",
     "is not read as a grade"),
    ((PART, "half done", SAID.format("half done by Tajikistan")), "example",
     "write “the State party” instead of “Tajikistan”"),
    ((PART, "half done", SAID.format("half done, see desk@example.org")), "example", "take the e-mail address out"),
    # the values
    ((PART, "", SAID.format("half done")), "pattern", "cannot be blank"),
    ((PART, "half done", ""), "example", "cannot be blank"),
    (("B1", "half done", SAID.format("half done")), "grade", "not a valid choice"),
    ((PART, "half done", SAID.format("half done"), "de"), "language", "not a valid choice"),
]  # fmt: skip


@pytest.mark.parametrize(("values", "field", "message"), REFUSED, ids=lambda value: str(value)[:40])
def test_a_wording_is_refused_with_a_sentence(reference, values, field, message):
    found, said = objection(wording(*values))
    assert found == field
    assert message in said


def test_two_taught_wordings_do_not_contradict_each_other():
    first = taught(PART, "half done", SAID.format("half done"))
    field, said = objection(wording(NOT, "Half  done", SAID.format("half done")))
    assert (field, said) == ("pattern", "“half done” is here already, as “Partially implemented”.")
    field, said = objection(wording(NOT, "(half|barely) done", SAID.format("barely done")))
    assert field == "pattern"
    assert said == (
        "“half done” means “Partially implemented” already (wording “half done”). "
        "The same words cannot also mean “Not implemented”."
    )
    # in another language the same words are other words
    assert taught(NOT, "half done", DIT.format("half done"), "fr").pk != first.pk


def test_a_retired_wording_says_so_and_can_be_taken_back():
    row = taught(PART, "half done", SAID.format("half done"))
    row.retired = True
    row.full_clean()
    row.record_change(by=None, reason="It was a slip.")
    assert GradeWording.objects.in_use().as_known() == ()
    assert (
        "It is retired: open it and take it back into use."
        in objection(wording(NOT, "half done", SAID.format("half done")))[1]
    )
    # meanwhile part of the same words got another meaning
    taught(NOT, "(barely|half) done", SAID.format("barely done"))
    row.retired = False
    assert "means “Not implemented” already" in objection(row)[1]


def test_a_wording_can_be_edited_without_being_its_own_rival():
    row = taught(PART, "half done", SAID.format("half done"))
    row.grade, row.example = NOT, SAID.format("only half done")
    row.full_clean()
    row.record_change(by=None, reason="Read wrongly by us.")
    assert [entry.grade for entry in row.history.all()] == [NOT, PART]


def test_the_database_holds_each_wording_once():
    taught(PART, "half done", SAID.format("half done"))
    with pytest.raises(IntegrityError):
        wording(NOT, "HALF done", SAID.format("half done")).save()


def test_white_space_is_folded():
    row = taught(PART, "  half \n done ", SAID.format("half\n done"))
    assert (row.pattern, row.folded) == ("half done", "half done")
    assert "\n" not in row.example


@pytest.mark.parametrize("row", DEFAULT.wordings, ids=lambda row: f"{row.language}-{row.pattern[:40]}")
def test_no_built_in_wording_can_be_given_another_grade(row):
    """Neither its own words nor its example: what the parser knows is not taught otherwise."""
    for grade in (PART, NOT):
        if row.grade.value == grade:
            continue
        with pytest.raises(ValidationError):
            wording(grade, row.pattern[:200], row.example, row.language).full_clean()


def test_what_a_pattern_stands_for():
    assert alternatives("(only |)half (done|met)") == [
        "only half done",
        "only half met",
        "half done",
        "half met",
    ]
    assert alternatives("too little … known") == ["too little … known"]
    for pattern in ("half", "(half|", "…", "", ")", "(a|b|c) " * 4):
        with pytest.raises(Refusal):
            alternatives(pattern)
    assert MOST_ALTERNATIVES < 3**4


def test_every_language_has_a_letter_to_try_wordings_in():
    assert {row.language for row in DEFAULT.wordings} == set(FRAMES) == set(QUIET)


@pytest.mark.parametrize("language", QUIET)
def test_quiet_sentences_grade_nothing(language):
    for sentence in QUIET[language]:
        read = parse(FRAMES[language].format(paragraph="12", example=sentence)).as_dict()
        assert [(row["paragraph"], row["grade"]) for row in read["assessments"]] == [("12", None)]
