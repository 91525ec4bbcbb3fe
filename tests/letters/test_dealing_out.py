"""One sentence that grades two paragraphs: each has its own grade where the order is certain, else a person is asked."""

from __future__ import annotations

import pytest

from followup.letters import parse

from .factory import letter

DONE, PARTLY, NOT = "implemented", "partially_implemented", "not_implemented"
# no grade, but one of these flags
ASK, TWO, NONE = "unknown_grade", "grade_contradiction", "grade_not_stated"

LEAD = {
    "en": "Regarding paragraphs 12 and 47, ",
    "fr": "S'agissant des paragraphes 12 et 47, ",
    "es": "Respecto de los párrafos 12 y 47, ",
}
# what is read of paragraph 12 and of paragraph 47
SENTENCES = [
    ("en", 'the Committee considers that the recommendations have been partially and fully implemented, respectively.', PARTLY, DONE),
    ("en", 'the Committee considers that the recommendations have respectively been implemented and not been implemented.', DONE, NOT),
    ("en", 'the Committee considers that the recommendations were implemented in the first case and not implemented in the second.', TWO, TWO),
    ("en", 'the Committee considers that one recommendation has been implemented and the other has not.', TWO, TWO),
    ("en", 'the Committee considers that only the first recommendation has been implemented.', TWO, TWO),
    ("en", 'the Committee considers that the first of these recommendations has been implemented, the second only in part.', DONE, PARTLY),
    ("en", 'the Committee considers that the latter recommendation has been implemented, while the former has not been implemented.', TWO, TWO),
    ("en", 'the Committee considers that the recommendation in the latter paragraph has been implemented.', TWO, TWO),
    ("en", 'the Committee considers that both recommendations have been implemented, the last one only partially.', TWO, TWO),
    ("en", 'the Committee considers that the recommendations have been implemented, although the second only on paper.', TWO, TWO),
    ("en", 'the Committee considers that the recommendations have been implemented, the one in paragraph 47 only partially.', TWO, TWO),
    ("en", 'the Committee considers that the recommendations have been implemented, albeit only partially as far as paragraph 47 is concerned.', ASK, ASK),
    ("en", 'the Committee considers that the recommendations have been implemented; that in paragraph 47, however, only partially.', TWO, TWO),
    ("en", 'the Committee considers that paragraph 12 has been implemented; as for paragraph 47, it remains unimplemented.', DONE, NONE),
    ("en", 'the Committee considers implemented the recommendation in paragraph 12 but not that in paragraph 47.', DONE, ASK),
    ("en", 'the Committee considers that neither recommendation has been implemented.', NOT, NOT),
    ("en", 'the Committee considers that the recommendation has been implemented in the case of paragraph 12, but not in the case of paragraph 47.', TWO, TWO),
    ("en", 'the Committee considers that the recommendations have been implemented, save for the one in paragraph 47.', DONE, ASK),
    ("en", 'the Committee considers that, paragraph 47 apart, the recommendations have been implemented.', ASK, ASK),
    ("en", 'the Committee considers that, unlike the recommendation in paragraph 47, which has not been implemented, the recommendation in paragraph 12 has been implemented.', DONE, NOT),
    ("en", 'the Committee considers that the recommendation in paragraph 12, like that in paragraph 47, has been implemented.', DONE, DONE),
    ("en", 'the Committee considers that the recommendation in paragraph 12, but not that in paragraph 47, has been implemented.', ASK, NONE),
    ("en", 'the Committee considers that it is the recommendation in paragraph 47 that has been implemented.', NONE, ASK),
    ("en", 'the Committee finds the first recommendation implemented and the second not implemented.', TWO, TWO),
    ("en", 'the Committee considers that half of the recommendations have been implemented.', ASK, ASK),
    ("en", 'the Committee considers that at least one of the recommendations has been implemented.', ASK, ASK),
    ("fr", "le Comité considère que la première recommandation a été mise en œuvre et que la seconde ne l'a pas été.", DONE, NOT),
    ("fr", 'le Comité considère que les recommandations ont été mises en œuvre, la seconde en partie seulement.', ASK, ASK),
    ("fr", 'le Comité considère que seule la première recommandation a été mise en œuvre.', TWO, TWO),
    ("fr", "le Comité considère que l'une des recommandations a été mise en œuvre et que l'autre ne l'a pas été.", TWO, TWO),
    ("fr", 'le Comité considère que les recommandations ont été respectivement mise en œuvre et partiellement mise en œuvre.', DONE, PARTLY),
    ("fr", 'le Comité considère que les recommandations ont été pleinement et partiellement mises en œuvre, respectivement.', DONE, PARTLY),
    ("fr", "le Comité considère que celle-là a été mise en œuvre et que celle-ci ne l'a pas été.", NONE, NONE),
    ("fr", "le Comité considère que les recommandations ont été mises en œuvre, celle du paragraphe 47 ne l'ayant été que partiellement.", TWO, TWO),
    ("fr", "le Comité considère que les recommandations ont été mises en œuvre, à l'exception de celle du paragraphe 47.", DONE, ASK),
    ("fr", 'le Comité considère que, sauf celle du paragraphe 47, les recommandations ont été mises en œuvre.', NONE, ASK),
    ("fr", 'le Comité considère que la recommandation du paragraphe 12 a été mise en œuvre, contrairement à celle du paragraphe 47.', DONE, NONE),
    ("fr", 'le Comité considère comme mise en œuvre la recommandation du paragraphe 12 et comme non mise en œuvre celle du paragraphe 47.', DONE, NOT),
    ("fr", "le Comité considère que ni la recommandation du paragraphe 12 ni celle du paragraphe 47 n'ont été mises en œuvre.", TWO, TWO),
    ("fr", "le Comité considère qu'aucune des deux recommandations n'a été mise en œuvre.", NOT, NOT),
    ("fr", "le Comité considère que la recommandation du paragraphe 47 n'a pas été mise en œuvre, à la différence de celle du paragraphe 12, qui l'a été.", ASK, NOT),
    ("es", 'el Comité considera que la primera recomendación se ha aplicado y la segunda no.', DONE, NOT),
    ("es", 'el Comité considera que solo la primera recomendación se ha aplicado.', TWO, TWO),
    ("es", 'el Comité considera que una recomendación se ha aplicado y la otra no.', TWO, TWO),
    ("es", 'el Comité considera que las recomendaciones se han aplicado, la segunda solo parcialmente.', TWO, TWO),
    ("es", 'el Comité considera que las recomendaciones se han aplicado, si bien la del párrafo 47 solo en parte.', TWO, TWO),
    ("es", 'el Comité considera que las recomendaciones se han aplicado, salvo la del párrafo 47.', DONE, ASK),
    ("es", 'el Comité considera que, a diferencia de la del párrafo 47, que no se ha aplicado, la recomendación del párrafo 12 se ha aplicado.', DONE, NOT),
    ("es", 'el Comité considera aplicada la recomendación del párrafo 12, pero no la del párrafo 47.', DONE, ASK),
    ("es", 'el Comité considera que ninguna de las dos recomendaciones se ha aplicado.', NOT, NOT),
    ("es", 'el Comité considera que se han aplicado parcial y totalmente, respectivamente, las recomendaciones.', PARTLY, DONE),
    ("es", 'el Comité considera que las recomendaciones se han aplicado plena y parcialmente, respectivamente.', DONE, PARTLY),
    ("es", 'el Comité considera que ambas recomendaciones se han aplicado, la última solo en parte.', TWO, TWO),
    ("es", 'el Comité considera que la recomendación del párrafo 12 se ha aplicado, no así la del párrafo 47.', DONE, NONE),
    ("es", 'el Comité considera que ni la recomendación del párrafo 12 ni la del párrafo 47 se han aplicado.', TWO, TWO),
    ("es", 'el Comité considera que esta se ha aplicado y que aquella se ha aplicado parcialmente.', TWO, TWO),
    ("es", 'el Comité considera que tanto la recomendación del párrafo 12 como la del párrafo 47 se han aplicado.', ASK, ASK),
]  # fmt: skip
APART = {
    "en": ("Regarding paragraph 12, the Committee takes note of the bill.", "Regarding paragraph 47, the Committee regrets the delay."),
    "fr": ("S'agissant du paragraphe 12, le Comité prend note du projet.", "S'agissant du paragraphe 47, le Comité regrette le retard."),
    "es": ("Respecto del párrafo 12, el Comité toma nota del proyecto.", "Respecto del párrafo 47, el Comité lamenta la demora."),
}  # fmt: skip
AT_THE_END = [
    ("en", "The Committee considers implemented the recommendation in paragraph 12 and not implemented that in paragraph 47.", DONE, NOT),
    ("en", "The Committee considers that the recommendations in paragraphs 12 and 47 have been, respectively, not implemented and implemented.", NOT, DONE),
    ("en", "All the above recommendations have been partially implemented, with the exception of the one in paragraph 47, which has not been implemented.", PARTLY, NOT),
    ("en", "In the light of the foregoing, the Committee considers that all the above recommendations have been partially implemented.", PARTLY, PARTLY),
    ("en", "With the exception of the recommendation in paragraph 47, which has not been implemented, the recommendations have been partially implemented.", PARTLY, NOT),
    ("fr", "Le Comité considère comme mise en œuvre la recommandation du paragraphe 12 et comme non mise en œuvre celle du paragraphe 47.", DONE, NOT),
    ("fr", "Le Comité considère que toutes les recommandations ci-dessus ont été partiellement mises en œuvre.", PARTLY, PARTLY),
    ("fr", "Le Comité considère que la recommandation du paragraphe 12 a été mise en œuvre et que celle du paragraphe 47 ne l'a pas été.", DONE, NOT),
    ("es", "El Comité considera aplicada la recomendación del párrafo 12 y no aplicada la del párrafo 47.", DONE, NOT),
    ("es", "El Comité considera que se ha aplicado la recomendación del párrafo 12 y que se ha aplicado parcialmente la del párrafo 47.", DONE, PARTLY),
    ("es", "El Comité considera que todas las recomendaciones anteriores se han aplicado parcialmente.", PARTLY, PARTLY),
    ("es", "El Comité considera que la recomendación del párrafo 12 se ha aplicado y la del párrafo 47 solo parcialmente.", DONE, PARTLY),
]  # fmt: skip


def read(language: str, *passages: str) -> list[str | None]:
    """What is read of each row: its grade, or the code of its flag."""
    record = parse(letter(language, passages=list(passages), address_at=None)).as_dict()
    codes = {flag["field"]: flag["code"] for flag in record["flags"]}
    rows = record["assessments"]
    assert [row["paragraph"] for row in rows] == ["12", "47"]
    return [row["grade"] or codes.get(f"assessments[{n}].grade") for n, row in enumerate(rows)]


@pytest.mark.parametrize(("language", "words", "first", "second"), SENTENCES)
def test_of_two_paragraphs_in_one_sentence(language: str, words: str, first: str, second: str) -> None:
    assert read(language, LEAD[language] + words) == [first, second]


@pytest.mark.parametrize(("language", "words", "first", "second"), AT_THE_END)
def test_of_two_paragraphs_behind_their_passages(language: str, words: str, first: str, second: str) -> None:
    assert read(language, *APART[language], words) == [first, second]


def test_a_sentence_on_all_belongs_to_the_text_of_each() -> None:
    words = "The Committee considers that all the above recommendations have been partially implemented."
    record = parse(letter("en", passages=[*APART["en"], words], address_at=None)).as_dict()
    assert [row["text"] for row in record["assessments"]] == [
        "\n\n".join((passage, words)) for passage in APART["en"]
    ]


def test_the_flag_quotes_the_sentence_that_is_unclear() -> None:
    words = "the Committee considers that the recommendation in the latter paragraph has been implemented."
    flags = parse(letter("en", passages=[LEAD["en"] + words], address_at=None)).as_dict()["flags"]
    messages = [flag["message"] for flag in flags if flag["code"] == TWO]
    assert messages == [
        f"One sentence speaks of several paragraphs, and which of its words are meant for paragraph {label} is not "
        f"certain: “{LEAD['en']}{words}” Choose the grade."
        for label in ("12", "47")
    ]
