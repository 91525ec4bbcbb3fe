"""Who says that a recommendation was implemented, and of what."""

from __future__ import annotations

import pytest

from followup.letters import parse

from . import said_en, said_es, said_fr
from .factory import letter
from .test_grades import OPENING

SAID = {"en": said_en, "fr": said_fr, "es": said_es}
LEAD = {
    "en": "Regarding the recommendation made in paragraph 12 of the concluding observations, ",
    "fr": "S'agissant de la recommandation formulée au paragraphe 12 des observations finales, ",
    "es": "Respecto de la recomendación formulada en el párrafo 12 de las observaciones finales, ",
}
TWO = {
    "en": "In regard to the recommendations made in paragraph 35 (a) and (b) of the concluding observations, the "
    "Committee notes the bill. ",
    "fr": "S'agissant des recommandations formulées au paragraphe 35 a) et b) des observations finales, le Comité note "
    "le projet de loi. ",
    "es": "Respecto de las recomendaciones formuladas en el párrafo 35 a) y b) de las observaciones finales, el Comité "
    "observa el proyecto de ley. ",
}
DONE, PARTLY, NOT = "implemented", "partially_implemented", "not_implemented"
INFO, AGAINST = "insufficient_information", "contrary"

# the grades of paragraph 35 (a) and 35 (b), and their phrases
DEALT_OUT = [
    ("en", "The Committee considers that the recommendation contained in paragraph 35 (a) has been implemented, but that it lacks sufficient information to assess the implementation of the recommendation contained in paragraph 35 (b).", (DONE, "implemented"), (INFO, "lacks sufficient information to assess")),
    ("en", "The Committee considers that the recommendation contained in paragraph 35 (a) has been implemented and that it has not received sufficient information to assess the implementation of paragraph 35 (b).", (DONE, "implemented"), (INFO, "not received sufficient information to assess")),
    ("en", "The Committee considers that the recommendation contained in paragraph 35 (a) has been implemented and that the one contained in paragraph 35 (b) has not been implemented.", (DONE, "implemented"), (NOT, "not been implemented")),
    ("en", "The Committee considers that the recommendation contained in paragraph 35 (a) has been implemented, and that that contained in paragraph 35 (b) has not been implemented.", (DONE, "implemented"), (NOT, "not been implemented")),
    ("en", "The Committee considers that the recommendation contained in paragraph 35 (a) has been implemented, while the recommendation set out in paragraph 35 (b) of the same observations remains unimplemented.", (DONE, "implemented"), (NOT, "unimplemented")),
    ("en", "The Committee considers that the recommendation contained in paragraph 35 (a) has been implemented, but not paragraph 35 (b).", (DONE, "implemented"), (NOT, "not paragraph 35 (b)")),
    ("en", "The Committee considers that paragraph 35 (a) has been implemented, but not paragraph 35 (b).", (DONE, "implemented"), (NOT, "not paragraph 35 (b)")),
    ("en", "The Committee considers that the recommendation contained in paragraph 35 (a) has been implemented, but not the recommendation contained in paragraph 35 (b).", (DONE, "implemented"), (NOT, "not the recommendation contained in paragraph 35 (b)")),
    ("en", "The Committee considers that the recommendations contained in paragraph 35 (a) and (b) have been implemented and partially implemented, respectively.", (DONE, "implemented"), (PARTLY, "partially implemented")),
    ("en", "The Committee lacks sufficient information to assess the implementation of the recommendation contained in paragraph 35 (a) and considers that the recommendation contained in paragraph 35 (b) has been implemented.", (INFO, "lacks sufficient information to assess"), (DONE, "implemented")),
    ("en", "The Committee considers that the State party has implemented the recommendation contained in paragraph 35 (a) and has not implemented the recommendation contained in paragraph 35 (b).", (DONE, "implemented"), (NOT, "not implemented")),
    ("en", "The Committee considers that the recommendation contained in paragraph 35 (a) has been partially implemented; the recommendation contained in paragraph 35 (b) has not been implemented.", (PARTLY, "partially implemented"), (NOT, "not been implemented")),
    ("en", "The recommendation contained in paragraph 35 (a) is considered to have been implemented and that contained in paragraph 35 (b) to have been partially implemented.", (DONE, "implemented"), (PARTLY, "partially implemented")),
    ("en", "The Committee considers that the measures taken are contrary to the recommendation contained in paragraph 35 (a) and that the recommendation contained in paragraph 35 (b) has been implemented.", (AGAINST, "contrary to the recommendation"), (DONE, "implemented")),
    ("fr", "Le Comité considère que la recommandation figurant au paragraphe 35 a) a été mise en œuvre et que celle figurant au paragraphe 35 b) n'a pas été mise en œuvre.", (DONE, "mise en œuvre"), (NOT, "n'a pas été mise en œuvre")),
    ("fr", "Le Comité considère que la recommandation figurant au paragraphe 35 a) a été mise en œuvre, mais pas celle figurant au paragraphe 35 b).", (DONE, "mise en œuvre"), (NOT, "pas celle figurant au paragraphe 35 b)")),
    ("fr", "Le Comité considère que la recommandation figurant au paragraphe 35 a) a été mise en œuvre, mais qu'il ne dispose pas de renseignements suffisants pour évaluer la mise en œuvre de la recommandation figurant au paragraphe 35 b).", (DONE, "mise en œuvre"), (INFO, "ne dispose pas de renseignements suffisants pour évaluer")),
    ("fr", "Le Comité considère que la recommandation énoncée au paragraphe 35 a) a été partiellement mise en œuvre, tandis que la recommandation visée au paragraphe 35 b) reste inappliquée.", (PARTLY, "partiellement mise en œuvre"), (NOT, "inappliquée")),
    ("es", "Considera que la recomendación que figura en el párrafo 35 a) se ha aplicado parcialmente y que la que figura en el párrafo 35 b) no se ha aplicado.", (PARTLY, "aplicado parcialmente"), (NOT, "no se ha aplicado")),
    ("es", "El Comité considera que la recomendación que figura en el párrafo 35 a) se ha aplicado, pero no la que figura en el párrafo 35 b).", (DONE, "aplicado"), (NOT, "no la que figura en el párrafo 35 b)")),
    ("es", "El Comité considera que la recomendación contenida en el párrafo 35 a) se ha aplicado, pero que carece de información suficiente para evaluar la aplicación de la recomendación contenida en el párrafo 35 b).", (DONE, "aplicado"), (INFO, "carece de información suficiente para evaluar")),
    ("es", "El Comité considera que la recomendación señalada en el párrafo 35 a) se ha aplicado, mientras que la mencionada en el párrafo 35 b) sigue sin aplicarse.", (DONE, "aplicado"), (NOT, "sin aplicarse")),
]  # fmt: skip


def read(language: str, words: str) -> tuple[object, object, list[str]]:
    """The grade of the one row, its phrase and its flags."""
    passage = LEAD[language] + words[1:] if words.startswith("+") else OPENING[language] + words
    record = parse(letter(language, passages=[passage], address_at=None)).as_dict()
    (row,) = record["assessments"]
    flags = [flag["code"] for flag in record["flags"] if (flag["field"] or "").startswith("assessments")]
    return row["grade"], row["grade_phrase"], flags


@pytest.mark.parametrize(
    ("language", "words", "grade", "phrase"), [(code, *row) for code in SAID for row in SAID[code].GRADED]
)
def test_the_committee_judges(language: str, words: str, grade: str, phrase: str) -> None:
    assert read(language, words) == (grade, phrase, [])


@pytest.mark.parametrize(
    ("language", "words"), [(code, words) for code in SAID for words in SAID[code].NOT_A_GRADE]
)
def test_no_verdict_of_the_committee(language: str, words: str) -> None:
    assert read(language, words) == (None, None, ["grade_not_stated"])


@pytest.mark.parametrize(
    ("language", "words", "phrase"), [(code, *row) for code in SAID for row in SAID[code].UNCLEAR]
)
def test_a_person_is_asked(language: str, words: str, phrase: str) -> None:
    assert read(language, words) == (None, phrase, ["unknown_grade"])


@pytest.mark.parametrize(("language", "words", "first", "second"), DEALT_OUT)
def test_each_paragraph_has_its_own_grade(
    language: str, words: str, first: tuple[str, str], second: tuple[str, str]
) -> None:
    text = letter(language, passages=[TWO[language] + words], address_at=None)
    rows = parse(text).as_dict()["assessments"]
    assert [(row["paragraph"], row["grade"], row["grade_phrase"]) for row in rows] == [
        ("35 (a)", *first),
        ("35 (b)", *second),
    ]


def test_a_damaged_word_is_flagged_beside_the_unknown_grade() -> None:
    words = "The Committee considers that the recommendation has been partia1ly implemented."
    assert read("en", words) == (None, "partia1ly implemented", ["unknown_grade", "text_damaged"])


@pytest.mark.parametrize(
    ("title", "columns"),
    [
        ("EVALUACIÓN", "Párrafo           Calificación"),
        ("Resumen", "Párrafo | Valoración"),
        ("Evaluación", ""),
    ],
)
def test_a_table_of_grades_takes_its_title_along(title: str, columns: str) -> None:
    passages = [
        "Párrafo 12. El Comité observa que la ley fue enmendada en 2023.",
        "Párrafo 47. El Comité observa que no se ha formado a los funcionarios.",
        title,
        "\n".join(
            line
            for line in (columns, "12                No aplicada", "47                Parcialmente aplicada")
            if line
        ),
    ]
    rows = parse(letter("es", passages=passages, address_at=None)).as_dict()["assessments"]
    assert [(row["grade"], row["text"]) for row in rows] == [(NOT, passages[0]), (PARTLY, passages[1])]
