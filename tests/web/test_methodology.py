"""The methodology page lists every wording that counts as a grade, built in or taught."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from followup.letters import DEFAULT, Grade, parse
from followup.models import GradeWording
from followup.models.trial import FRAMES
from followup.views.methodology import readable

from ..factories import put
from .page import Page

pytestmark = pytest.mark.django_db

SENTENCE = (
    "The Committee considers that the recommendation contained in paragraph 12 has been <b>half</b> done."
)


def teach(**values) -> GradeWording:
    values = {"language": "en", "pattern": "(only |)half … done", "grade": "partially_implemented", **values}
    row = GradeWording(**values, example=SENTENCE)
    row.record_change(by=None, reason="Met in a letter.")
    put(GradeWording.objects.filter(pk=row.pk), added_at=datetime(2026, 5, 3, 12, tzinfo=UTC))
    return row


def test_every_built_in_wording_stands_with_its_example(client):
    words = Page(client.get("/methodology/")).words
    for row in DEFAULT.wordings:
        assert " ".join(row.example.split()) in words
        assert readable(row.pattern) in words
    assert "taught" not in words.replace("Staff can teach", "")


def test_a_taught_wording_says_since_when(client):
    teach()
    page = Page(client.get("/methodology/"))
    assert "[only] half … done taught 3 May 2026" in page.words
    assert SENTENCE in page.words
    assert "<b>half" not in page.html


def test_a_retired_wording_is_not_listed(client):
    teach(retired=True)
    assert "half … done" not in Page(client.get("/methodology/")).words


def test_the_number_of_queries_does_not_grow(client, django_assert_num_queries):
    with CaptureQueriesContext(connection) as none:
        client.get("/methodology/")
    teach()
    teach(language="fr")
    with django_assert_num_queries(len(none)):
        client.get("/methodology/")


PATTERNS = [
    ("partially implemented", "partially implemented"),
    ("(fully|in full) implemented", "(fully / in full) implemented"),
    ("(only |)half done", "[only] half done"),
    ("n'a (pas|) mise", "n'a [pas] mise"),
    ("too little … known", "too little … known"),
    ("(assez d')(| )(a|b)", "(assez d') (a / b)"),
    ("(a|b)(c|d)", "(a / b)(c / d)"),
]


@pytest.mark.parametrize(("pattern", "words"), PATTERNS)
def test_a_pattern_is_written_for_people(pattern, words):
    assert readable(pattern) == words


SYNONYMS = [
    ("en", "The Committee considers that the recommendation has been complied with.", Grade.IMPLEMENTED),
    ("fr", "Le Comité considère que la recommandation a été appliquée.", Grade.IMPLEMENTED),
    ("es", "El Comité considera que la recomendación ha sido cumplida.", Grade.IMPLEMENTED),
]


@pytest.mark.parametrize(("language", "sentence", "grade"), SYNONYMS)
def test_the_synonyms_that_the_page_names_are_understood(client, language, sentence, grade):
    assert sentence.rsplit(" been ", 1)[-1].split()[-1].strip(".") in Page(client.get("/methodology/")).words
    read = parse(FRAMES[language].format(paragraph="12", example=sentence)).as_dict()
    assert [row["grade"] for row in read["assessments"]] == [grade.value]
