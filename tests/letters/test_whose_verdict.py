"""Verdicts that look like the Committee's of today and are not: of an earlier letter, of the State, of another paragraph,
denied, or told and not judged. None of them is ever a grade without a flag.
"""

from __future__ import annotations

import pytest

from followup.letters import parse

from .factory import letter

DONE, PARTLY, NOT = "implemented", "partially_implemented", "not_implemented"
# no grade, but one of these flags
ASK, TWO, NONE = "unknown_grade", "grade_contradiction", "grade_not_stated"

LEAD = {
    "en": "Regarding paragraph 12, ",
    "fr": "S'agissant du paragraphe 12, ",
    "es": "Respecto del párrafo 12, ",
}

RECALLED = [
    ("en", 'the Committee welcomes the law. The Committee found in its first letter that the recommendation was not implemented.', NONE),
    ("en", 'the Committee notes that, when it last considered the matter, it deemed the recommendation partially implemented.', ASK),
    ("en", "the Committee's letter of 2021 concluded that the recommendation had been implemented.", NONE),
    ("en", 'as already stated in 2021, the recommendation had been partially implemented.', NONE),
    ("en", 'the Committee had, in 2021, regarded the recommendation as not implemented.', NONE),
    ("en", 'the earlier finding of the Committee was that the recommendation had been implemented.', NONE),
    ("en", 'the recommendation had earlier been considered partially implemented.', NONE),
    ("en", 'the recommendation was rated partially implemented two years ago.', ASK),
    ("en", 'the recommendation was then considered to be partially implemented.', NONE),
    ("en", 'in the previous cycle the recommendation was found to be not implemented.', NONE),
    ("en", 'the Committee recalls its finding that the recommendation has not been implemented.', NONE),
    ("en", 'the Committee refers to its letter of 8 May 2019, in which it considered that the recommendation has been partially implemented.', NONE),
    ("en", 'the Committee recalls that the recommendation was considered partially implemented.', ASK),
    ("en", 'following its assessment in 2021 that the recommendation had not been implemented, the Committee welcomes the new law.', NONE),
    ("en", 'having found in 2021 that the recommendation had not been implemented, the Committee welcomes the new law.', NONE),
    ("en", 'the Committee was of the view, at its thirtieth session, that the recommendation had not been implemented.', ASK),
    ("en", 'the Committee, which in 2020 had considered that the recommendation had been partially implemented, has received no news.', NONE),
    ("en", "according to the Committee's previous assessment, the recommendation has been partially implemented.", NONE),
    ("en", "the Committee's previous assessment was as follows: partially implemented.", NONE),
    ("en", 'the previous grade was: partially implemented.', NONE),
    ("en", 'the Committee once considered that the recommendation was implemented.', NONE),
    ("en", 'in the letter sent in 2020, the recommendation is considered as partially implemented.', ASK),
    ("en", 'the Committee will decide at its next session whether the recommendation has been implemented.', NONE),
    ("en", 'by 2021 the recommendation had been partially implemented.', NONE),
    ("en", 'until the reform of 2022, the Committee considered that the recommendation had been implemented.', NONE),
    ("en", 'the Committee found in 2021 that the recommendation had not been implemented. It now finds that it has been partially implemented.', TWO),
    ("en", 'the Committee, which had considered in 2021 that the recommendation had not been implemented, considers that it has now been implemented.', ASK),
    ("fr", "le Comité salue la loi. Dans sa première lettre, il a conclu que la recommandation n'était pas mise en œuvre.", NONE),
    ("fr", 'le Comité avait, en 2021, considéré la recommandation comme non mise en œuvre.', NONE),
    ("fr", 'la recommandation avait été considérée comme partiellement mise en œuvre.', NONE),
    ("fr", 'la recommandation a été jugée partiellement mise en œuvre dans la lettre du 3 mai 2020.', NONE),
    ("fr", "la conclusion du Comité était alors que la recommandation n'avait pas été appliquée.", ASK),
    ("fr", "le Comité rappelle qu'il a considéré que la recommandation a été partiellement mise en œuvre.", NONE),
    ("fr", "le Comité rappelle avoir considéré que la recommandation n'a pas été mise en œuvre.", NONE),
    ("fr", "ayant considéré en 2021 que la recommandation n'avait pas été mise en œuvre, le Comité se félicite de la loi.", NONE),
    ("fr", "le Comité, qui avait estimé que la recommandation n'avait pas été appliquée, n'a reçu aucune nouvelle.", NONE),
    ("fr", 'lors du cycle précédent, le Comité considérait que la recommandation était partiellement mise en œuvre.', NONE),
    ("fr", 'le Comité considéra, à sa trentième session, que la recommandation était mise en œuvre.', ASK),
    ("fr", 'selon la précédente évaluation du Comité, la recommandation a été partiellement mise en œuvre.', NONE),
    ("fr", "jusqu'à la réforme de 2022, le Comité considérait que la recommandation était mise en œuvre.", NONE),
    ("fr", "à l'époque, le Comité a jugé la recommandation partiellement appliquée.", NONE),
    ("fr", "l'évaluation précédente était la suivante : partiellement mise en œuvre.", NONE),
    ("fr", "le Comité avait considéré que la recommandation n'avait pas été mise en œuvre ; il considère à présent qu'elle l'a été partiellement.", NONE),
    ("es", 'el Comité acoge la ley. En su primera carta concluyó que la recomendación no se había aplicado.', NONE),
    ("es", 'el Comité había calificado la recomendación de no aplicada.', NONE),
    ("es", 'la recomendación había sido considerada parcialmente aplicada.', NONE),
    ("es", 'la recomendación fue considerada parcialmente aplicada en la carta de 3 de mayo de 2020.', NONE),
    ("es", 'la conclusión del Comité fue entonces que la recomendación no se había aplicado.', ASK),
    ("es", 'el Comité recuerda que consideró que la recomendación se ha aplicado parcialmente.', NONE),
    ("es", 'el Comité recuerda haber considerado que la recomendación no se ha aplicado.', NONE),
    ("es", 'habiendo considerado en 2021 que la recomendación no se había aplicado, el Comité acoge la ley.', NONE),
    ("es", 'el Comité, que había estimado que la recomendación no se había aplicado, no ha recibido noticias.', NONE),
    ("es", 'en el ciclo anterior el Comité consideraba que la recomendación estaba parcialmente aplicada.', NONE),
    ("es", 'en aquella ocasión, el Comité consideró aplicada la recomendación.', NONE),
    ("es", 'hasta la reforma de 2022, el Comité consideraba que la recomendación se había aplicado.', NONE),
    ("es", 'según la evaluación anterior del Comité, la recomendación se ha aplicado parcialmente.', ASK),
    ("es", 'la evaluación anterior era la siguiente: parcialmente aplicada.', NONE),
    ("es", 'en 2021 se consideró aplicada la recomendación.', NONE),
    ("es", 'en 2021 se consideró que la recomendación no se había aplicado.', NONE),
    ("es", 'el Comité, que en 2021 consideró que la recomendación no se había aplicado, considera hoy que se ha aplicado parcialmente.', NONE),
]  # fmt: skip
RETOLD = [
    ("en", "the Committee notes the reply.\n\nState party's position: the recommendation has been implemented.", NONE),
    ("en", 'the Committee received the following reply:\n\nThe recommendation has been implemented.', NONE),
    ("en", 'the Committee asked for details. Answer of the Government: The recommendation has been fully implemented.', NONE),
    ("en", 'the Committee notes the following statement of the Government:\n\n“A law was adopted and enforced by the competent authorities in all regions of the country. The recommendation has been implemented.”', NONE),
    ("en", 'the State party gave this account: a law was adopted. The recommendation has been implemented.', NONE),
    ("en", 'the reply of the State party may be summarized as follows. A law was adopted. The recommendation has been implemented.', NONE),
    ("en", 'the information before the Committee is as follows.\n\n(a) State party: The recommendation has been implemented.\n\n(b) Civil society: The recommendation has not been implemented.', NONE),
    ("en", 'the Committee notes two views. Ombudsman: the recommendation has been partially implemented. Government: the recommendation has been implemented.', NONE),
    ("en", 'Action taken by the State party:\n\nThe recommendation has been implemented through Act No. 5.', NONE),
    ("en", 'Measures taken\n\nThe recommendation has been implemented.\n\nThe Committee requests more details.', NONE),
    ("en", 'Follow-up information: the recommendation has been fully implemented.', NONE),
    ("en", 'Information from NGOs: the recommendation has not been implemented.', NONE),
    ("en", 'the National Commission submitted the following: the recommendation has not been implemented.', NONE),
    ("en", 'the report says: “The recommendation has been implemented.”', NONE),
    ("en", 'the State party writes that it “has implemented the recommendation” in full.', ASK),
    ("en", "State party's self-assessment: implemented.", NONE),
    ("en", 'Grade proposed by the State party: implemented.', NONE),
    ("en", 'Assessment by civil society: not implemented.', NONE),
    ("fr", "Position de l'État partie : la recommandation a été mise en œuvre.", NONE),
    ("fr", 'le Comité a reçu la réponse suivante :\n\nLa recommandation a été mise en œuvre.', NONE),
    ("fr", 'le Gouvernement a déclaré ceci : la recommandation a été mise en œuvre.', NONE),
    ("fr", "Mesures prises par l'État partie :\n\nLa recommandation a été mise en œuvre par la loi no 5.", NONE),
    ("fr", "Informations émanant de la société civile : la recommandation n'a pas été mise en œuvre.", NONE),
    ("fr", 'la réponse se résume comme suit. Une loi a été adoptée. La recommandation a été mise en œuvre.', NONE),
    ("fr", "Auto-évaluation de l'État partie : mise en œuvre.", NONE),
    ("fr", "Renseignements communiqués par l'État partie\n\nLa recommandation a été mise en œuvre.\n\nLe Comité demande des précisions.", NONE),
    ("es", 'Posición del Estado parte: la recomendación se ha aplicado.', NONE),
    ("es", 'el Comité recibió la siguiente respuesta:\n\nLa recomendación se ha aplicado.', NONE),
    ("es", 'el Gobierno declaró lo siguiente: la recomendación se ha aplicado.', NONE),
    ("es", 'Medidas adoptadas por el Estado parte:\n\nLa recomendación se ha aplicado mediante la Ley núm. 5.', NONE),
    ("es", 'Información de la sociedad civil: la recomendación no se ha aplicado.', NONE),
    ("es", 'la respuesta se resume así. Se aprobó una ley. La recomendación se ha aplicado.', NONE),
    ("es", 'Autoevaluación del Estado parte: aplicada.', NONE),
    ("es", 'Información facilitada por el Estado parte\n\nLa recomendación se ha aplicado.\n\nEl Comité pide más detalles.', NONE),
]  # fmt: skip
OF_ANOTHER_PARAGRAPH = [
    ("en", 'the Committee considers that the recommendation contained in paragraph 13 has been implemented.', TWO),
    ("en", 'the Committee considers paragraph 13 to have been implemented.', TWO),
    ("en", 'the Committee considers that paragraphs 13 and 14 have been implemented.', TWO),
    ("en", 'the Committee considers the recommendation in paragraph 47 implemented.', TWO),
    ("en", 'the Committee welcomes the law. The recommendation in paragraph 13 has thus been implemented.', TWO),
    ("fr", 'le Comité considère que la recommandation figurant au paragraphe 13 a été mise en œuvre.', TWO),
    ("fr", 'le Comité considère comme mise en œuvre la recommandation du paragraphe 13.', TWO),
    ("es", 'el Comité considera que la recomendación que figura en el párrafo 13 se ha aplicado.', TWO),
    ("es", 'el Comité considera aplicada la recomendación del párrafo 13.', TWO),
]  # fmt: skip
DENIED = [
    ("en", 'the Committee is not in a position to conclude that the recommendation has been implemented.', NONE),
    ("en", 'the Committee cannot yet regard the recommendation as implemented.', NONE),
    ("en", 'the Committee is unable to find that the recommendation has been implemented.', NONE),
    ("en", 'it would be premature to consider that the recommendation has been implemented.', NONE),
    ("en", 'the Committee finds it difficult to conclude that the recommendation has been implemented.', NONE),
    ("en", 'the Committee sees no reason to consider the recommendation implemented.', NONE),
    ("en", 'the Committee is not convinced that the recommendation has been implemented.', NONE),
    ("en", 'the Committee doubts that the recommendation has been implemented.', NONE),
    ("en", 'the Committee is far from considering that the recommendation has been implemented.', NONE),
    ("en", 'the Committee refrains from concluding that the recommendation has been implemented.', NONE),
    ("en", 'the Committee would only consider the recommendation implemented after ratification.', NONE),
    ("en", 'there is nothing to suggest that the recommendation has been implemented.', NONE),
    ("en", 'the Committee could consider that the recommendation has been implemented.', ASK),
    ("en", 'the Committee might conclude that the recommendation has been implemented.', NONE),
    ("fr", 'le Comité ne saurait conclure que la recommandation a été mise en œuvre.', ASK),
    ("fr", "le Comité n'est pas en mesure de conclure que la recommandation a été mise en œuvre.", NONE),
    ("fr", 'le Comité hésite à considérer que la recommandation a été mise en œuvre.', NONE),
    ("fr", 'il serait prématuré de considérer que la recommandation a été mise en œuvre.', NONE),
    ("fr", 'rien ne permet de conclure que la recommandation a été mise en œuvre.', NONE),
    ("fr", "le Comité n'est pas convaincu que la recommandation a été mise en œuvre.", NONE),
    ("fr", 'le Comité doute que la recommandation ait été mise en œuvre.', NONE),
    ("fr", 'le Comité pourrait considérer que la recommandation a été mise en œuvre.', NONE),
    ("fr", 'on ne saurait considérer que la recommandation a été mise en œuvre.', NONE),
    ("fr", "il n'est pas possible de considérer que la recommandation a été mise en œuvre.", NONE),
    ("es", 'el Comité no está en condiciones de concluir que la recomendación se ha aplicado.', NONE),
    ("es", 'el Comité no podría considerar que la recomendación se ha aplicado.', NONE),
    ("es", 'sería prematuro considerar que la recomendación se ha aplicado.', NONE),
    ("es", 'nada permite concluir que la recomendación se ha aplicado.', NONE),
    ("es", 'el Comité no está convencido de que la recomendación se ha aplicado.', NONE),
    ("es", 'el Comité duda de que la recomendación se haya aplicado.', NONE),
    ("es", 'el Comité podría considerar que la recomendación se ha aplicado.', NONE),
    ("es", 'no cabe considerar que la recomendación se ha aplicado.', ASK),
    ("es", 'no se puede considerar que la recomendación se haya aplicado.', ASK),
    ("es", 'mal puede considerarse que la recomendación se ha aplicado.', ASK),
    ("es", 'el Gobierno puede considerar que la recomendación se ha aplicado.', NONE),
]  # fmt: skip
TOLD = [
    ("en", 'the Committee welcomes the law. The recommendation was implemented by Decree No. 5.', ASK),
    ("en", 'the Committee welcomes the law. The recommendation was implemented in 2019.', ASK),
    ("en", 'the Committee welcomes the law. The recommendation was partially implemented through the 2019 Act.', ASK),
    ("en", 'the Committee welcomes the law. The recommendation falls short of being implemented.', ASK),
    ("en", 'the Committee welcomes the law. The recommendation is to be implemented in 2025.', ASK),
    ("en", 'the Committee welcomes the law. The recommendation has been implemented on paper.', ASK),
    ("en", 'the Committee welcomes the law. The recommendation has all but been implemented.', NONE),
    ("en", 'the Committee welcomes the law. The recommendation has been anything but implemented.', NONE),
    ("en", 'the Committee welcomes the law. The recommendation has been implemented too late.', ASK),
    ("en", 'the Committee welcomes the law. The recommendation is being partially implemented.', ASK),
    ("en", 'the Committee welcomes the law. The recommendation has been badly implemented.', NONE),
    ("en", 'the Committee welcomes the law. The recommendation has been selectively implemented.', NONE),
    ("en", 'the Committee welcomes the law. The recommendation has been implemented except for its second part.', ASK),
    ("en", 'the Committee welcomes the law. The spirit of the recommendation has been implemented.', NONE),
    ("en", 'the Committee welcomes the law. The first sentence of the recommendation has been implemented.', NONE),
    ("en", 'the Committee welcomes the law. The recommendation has been implemented for men, but not for women.', ASK),
    ("en", 'the Committee welcomes the law. The recommendation has only just begun to be implemented.', NONE),
    ("en", 'the Committee welcomes the law. The recommendation has ceased to be implemented.', NONE),
    ("en", 'the Committee welcomes the law. The recommendation has no longer been implemented since 2021.', NONE),
    ("en", 'the Committee welcomes the law. The recommendation is said to have been implemented.', NONE),
    ("en", 'the Committee welcomes the law. The recommendation is reported to have been implemented.', NONE),
    ("en", 'the Committee welcomes the law. The recommendation seems to have been implemented.', NONE),
    ("en", 'the Committee welcomes the law. The recommendation appears not to have been implemented.', NONE),
    ("en", 'the Committee welcomes the law. The recommendation has apparently been implemented.', NONE),
    ("en", 'the Committee welcomes the law. The recommendation may have been implemented.', NONE),
    ("fr", 'le Comité salue la loi. La recommandation fut mise en œuvre par le décret no 5.', NONE),
    ("fr", 'le Comité salue la loi. La recommandation a été mise en œuvre par le décret no 5.', ASK),
    ("fr", 'le Comité salue la loi. La recommandation semble avoir été mise en œuvre.', NONE),
    ("fr", 'le Comité salue la loi. La recommandation aurait été mise en œuvre.', NONE),
    ("fr", "le Comité salue la loi. La recommandation n'a été mise en œuvre que sur le papier.", ASK),
    ("fr", 'le Comité salue la loi. La recommandation a commencé à être mise en œuvre.', NONE),
    ("fr", 'le Comité salue la loi. La recommandation a été mal mise en œuvre.', NONE),
    ("fr", 'le Comité salue la loi. La recommandation a été mise en œuvre pour les hommes, mais pas pour les femmes.', ASK),
    ("fr", "le Comité salue la loi. L'esprit de la recommandation a été mis en œuvre.", NONE),
    ("fr", 'le Comité salue la loi. La recommandation a été tout sauf mise en œuvre.', NONE),
    ("fr", "le Comité salue la loi. La recommandation n'a guère été mise en œuvre.", ASK),
    ("fr", 'le Comité salue la loi. La recommandation a été mise en œuvre avec retard.', ASK),
    ("es", 'el Comité acoge la ley. La recomendación fue aplicada por el Decreto núm. 5.', ASK),
    ("es", 'el Comité acoge la ley. La recomendación se aplicó mediante el Decreto núm. 5.', NONE),
    ("es", 'el Comité acoge la ley. La recomendación parece haberse aplicado.', NONE),
    ("es", 'el Comité acoge la ley. La recomendación se habría aplicado.', NONE),
    ("es", 'el Comité acoge la ley. La recomendación se ha aplicado solo sobre el papel.', ASK),
    ("es", 'el Comité acoge la ley. La recomendación ha empezado a ser aplicada.', NONE),
    ("es", 'el Comité acoge la ley. La recomendación ha sido mal aplicada.', NONE),
    ("es", 'el Comité acoge la ley. La recomendación se ha aplicado a los hombres, pero no a las mujeres.', ASK),
    ("es", 'el Comité acoge la ley. El espíritu de la recomendación se ha aplicado.', NONE),
    ("es", 'el Comité acoge la ley. La recomendación apenas se ha aplicado.', ASK),
    ("es", 'el Comité acoge la ley. La recomendación se ha aplicado con retraso.', ASK),
    ("es", 'el Comité acoge la ley. La recomendación ha dejado de aplicarse y no se considera aplicada.', ASK),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "words", "expected"), [*RECALLED, *RETOLD, *OF_ANOTHER_PARAGRAPH, *DENIED, *TOLD]
)
def test_what_is_read(language: str, words: str, expected: str) -> None:
    passage = LEAD[language] + words
    record = parse(letter(language, passages=[passage], address_at=None)).as_dict()
    (row,) = record["assessments"]
    codes = {flag["field"]: flag["code"] for flag in record["flags"]}
    assert (row["grade"] or codes.get("assessments[0].grade"), row["text"]) == (expected, passage)


def test_a_grade_below_the_committees_own_heading_belongs_to_the_passage() -> None:
    passage = (
        "Paragraph 12: Agencies\n\n“The Committee recommends that the State party license all agencies.”\n\n"
        "Summary of the State party's reply: The recommendation has been implemented. Eleven agencies were closed.\n\n"
        "Committee's evaluation\n\nParagraph 12: partially implemented. The Committee welcomes the closures."
    )
    (row,) = parse(letter("en", passages=[passage], address_at=None)).as_dict()["assessments"]
    assert (row["grade"], row["grade_phrase"], row["text"]) == (PARTLY, "partially implemented", passage)


def test_the_flag_says_that_an_earlier_grade_is_recalled() -> None:
    words = "In 2021 the Committee had found that the recommendation had not been implemented."
    record = parse(
        letter("en", passages=[f"Regarding paragraph 12, progress was made. {words}"], address_at=None)
    )
    (message,) = [flag.message for flag in record.flags if flag.code == NONE]
    assert (
        message
        == f"The letter recalls an earlier grade of paragraph 12 (“{words}”) and states none of today."
    )
