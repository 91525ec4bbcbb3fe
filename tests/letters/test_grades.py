"""What the Committee's words say of a grade, sentence by sentence, as the last words of a passage on paragraph 12."""

from __future__ import annotations

import pytest

from followup.letters import Reading, parse

from .factory import letter

OPENING = {
    "en": "Regarding the recommendation made in paragraph 12 of the concluding observations, the Committee welcomes the "
    "new law on recruitment agencies. ",
    "fr": "S'agissant de la recommandation formulée au paragraphe 12 des observations finales, le Comité salue "
    "l'adoption d'une nouvelle loi. ",
    "es": "Respecto de la recomendación formulada en el párrafo 12 de las observaciones finales, el Comité celebra la "
    "aprobación de una nueva ley. ",
}
DONE, MOSTLY, PARTLY, NOT, INFO, AGAINST = (
    "implemented",
    "substantially_implemented",
    "partially_implemented",
    "not_implemented",
    "insufficient_information",
    "contrary",
)

# (language, words, grade, phrase)
GRADED = [
    ("en", "The Committee considers that the recommendation contained in paragraph 12 has been partially implemented.", PARTLY, "partially implemented"),
    ("en", "The Committee considers that the recommendation made in paragraph 12 is partly implemented.", PARTLY, "partly implemented"),
    ("en", "The Committee considers the recommendation to be partially implemented.", PARTLY, "partially implemented"),
    ("en", "The Committee is of the view that the recommendation has only been partially implemented.", PARTLY, "partially implemented"),
    ("en", "The Committee finds that this recommendation has been implemented in part.", PARTLY, "implemented in part"),
    ("en", "In the light of the foregoing, the Committee concludes that the recommendation has been fully implemented.", DONE, "fully implemented"),
    ("en", "The recommendation contained in paragraph 12 has been implemented.", DONE, "implemented"),
    ("en", "The Committee considers that the recommendation has been implemented by the State party.", DONE, "implemented"),
    ("en", "The Committee considers that the recommendation has been substantially implemented.", MOSTLY, "substantially implemented"),
    ("en", "The Committee considers that the recommendation has not been implemented.", NOT, "not been implemented"),
    ("en", "The Committee considers that the recommendation has not yet been implemented.", NOT, "not yet been implemented"),
    ("en", "The Committee considers that the recommendation remains unimplemented.", NOT, "unimplemented"),
    ("en", "The Committee considers that the State party has not implemented the recommendation.", NOT, "not implemented"),
    ("en", "The Committee considers that the State party has partially implemented the recommendation contained in paragraph 12.", PARTLY, "partially implemented"),
    ("en", "In the Committee's view, the recommendation has been partially implemented.", PARTLY, "partially implemented"),
    ("en", "While the State party reports that the recommendation has been fully implemented, the Committee considers that it has been partially implemented.", PARTLY, "partially implemented"),
    ("en", "The Committee, having considered the information provided by the State party, considers that the recommendation has been implemented.", DONE, "implemented"),
    ("en", "The Committee considers that, despite the efforts made, the recommendation has not been implemented.", NOT, "not been implemented"),
    ("en", "Assessment: partially implemented.", PARTLY, "partially implemented"),
    ("en", "[Partially implemented]", PARTLY, "Partially implemented"),
    ("en", "The Committee lacks sufficient information to assess whether the recommendation has been implemented.", INFO, "lacks sufficient information to assess"),
    ("en", "The Committee considers that it has not received sufficient information to assess the implementation of the recommendation.", INFO, "not received sufficient information to assess"),
    ("en", "The Committee considers that the State party did not provide sufficient information to assess whether the recommendation has been implemented.", INFO, "not provide sufficient information to assess"),
    ("en", "The Committee considers that the measures taken are contrary to the recommendation.", AGAINST, "contrary to the recommendation"),
    ("en", "The Committee considers that the State party has rejected the recommendation.", AGAINST, "rejected the recommendation"),
    ("en", "The Committee considers that the recommendation contained in paragraph 12, read in conjunction with paragraph 15, has been partially implemented.", PARTLY, "partially implemented"),
    ("en", "The Committee considers the recommendation “partially implemented”.", PARTLY, "partially implemented"),
    ("fr", "Le Comité considère que la recommandation a été partiellement appliquée.", PARTLY, "partiellement appliquée"),
    ("fr", "Le Comité estime que la recommandation n'a été que partiellement mise en oeuvre.", PARTLY, "que partiellement mise en oeuvre"),
    ("fr", "Le Comité considère que la recommandation figurant au paragraphe 12 a été mise en œuvre en partie.", PARTLY, "mise en œuvre en partie"),
    ("fr", "De l'avis du Comité, la recommandation a été intégralement appliquée.", DONE, "intégralement appliquée"),
    ("fr", "Le Comité considère que la recommandation a été, pour l'essentiel, mise en œuvre.", MOSTLY, "pour l'essentiel, mise en œuvre"),
    ("fr", "Le Comité considère que la recommandation a été appliquée pour l'essentiel.", MOSTLY, "appliquée pour l'essentiel"),
    ("fr", "Le Comité considère que la recommandation n'a pas été appliquée.", NOT, "n'a pas été appliquée"),
    ("fr", "Le Comité considère que la recommandation n'a toujours pas été mise en œuvre.", NOT, "n'a toujours pas été mise en œuvre"),
    ("fr", "Le Comité considère que la recommandation reste inappliquée.", NOT, "inappliquée"),
    ("fr", "Le Comité ne dispose pas de renseignements suffisants pour évaluer la mise en œuvre de la recommandation.", INFO, "ne dispose pas de renseignements suffisants pour évaluer"),
    ("fr", "Le Comité considère que les mesures prises sont contraires à la recommandation.", AGAINST, "contraires à la recommandation"),
    ("fr", "Le Comité considère que l'État partie n'a pas mis en œuvre la recommandation.", NOT, "n'a pas mis en œuvre"),
    ("es", "El Comité considera que la recomendación se ha aplicado parcialmente.", PARTLY, "aplicado parcialmente"),
    ("es", "El Comité estima que la recomendación ha sido parcialmente implementada.", PARTLY, "parcialmente implementada"),
    ("es", "El Comité considera que la recomendación se ha cumplido de manera parcial.", PARTLY, "cumplido de manera parcial"),
    ("es", "El Comité considera que la recomendación ha sido plenamente cumplida.", DONE, "plenamente cumplida"),
    ("es", "A juicio del Comité, la recomendación se ha aplicado en lo esencial.", MOSTLY, "aplicado en lo esencial"),
    ("es", "El Comité considera que la recomendación no ha sido aplicada.", NOT, "no ha sido aplicada"),
    ("es", "El Comité considera que la recomendación aún no se ha aplicado.", NOT, "no se ha aplicado"),
    ("es", "El Comité considera que la recomendación sigue sin aplicarse.", NOT, "sin aplicarse"),
    ("es", "El Comité no ha recibido información suficiente para evaluar la aplicación de la recomendación.", INFO, "no ha recibido información suficiente para evaluar"),
    ("es", "El Comité considera que las medidas adoptadas son contrarias a la recomendación.", AGAINST, "contrarias a la recomendación"),
    ("es", "El Comité considera que el Estado parte no ha aplicado la recomendación.", NOT, "no ha aplicado"),
]  # fmt: skip

# words that are no grade: what is hoped for, what others say, what is said of something else
NOT_A_GRADE = [
    ("en", "The Committee encourages the State party to take all necessary measures to fully implement its recommendations."),
    ("en", "The State party reports that the recommendation has been fully implemented."),
    ("en", "The Committee notes the State party's statement that the recommendation has been fully implemented."),
    ("en", "According to the State party, the recommendation has been implemented."),
    ("en", "The Committee notes that, in its report, the State party considers that the recommendation has been implemented."),
    ("en", "Civil society organizations wrote that “the recommendation has not been implemented in any way at all by the authorities concerned”."),
    ("en", "The Committee urges the State party to ensure that the recommendation is fully implemented."),
    ("en", "The Committee welcomes the information that the national action plan has been partially implemented."),
    ("en", "The Committee requests information on whether the recommendation has been implemented."),
    ("en", "The Committee regrets the lack of specific information on the application of the law."),
    ("en", "The State party submitted its plan. It considers that the recommendation has been implemented."),
    ("en", "The Committee considers that the State party should ensure that the recommendation is fully implemented."),
    ("en", "The Committee is concerned that the new decree is contrary to the Convention."),
    ("en", "The Committee considers that the recommendation remains valid."),
    ("fr", "Le Comité encourage l'État partie à mettre pleinement en œuvre la recommandation."),
    ("fr", "L'État partie indique que la recommandation a été pleinement mise en œuvre."),
    ("fr", "Selon l'État partie, la recommandation a été mise en œuvre."),
    ("fr", "Le Comité invite l'État partie à veiller à ce que la recommandation soit intégralement appliquée."),
    ("fr", "Le Comité note que l'État partie considère que la recommandation a été mise en œuvre."),
    ("fr", "Le Comité regrette que la mise en œuvre de la loi tarde."),
    ("es", "El Comité alienta al Estado parte a que aplique plenamente la recomendación."),
    ("es", "El Estado parte informó de que la recomendación se había aplicado plenamente."),
    ("es", "Según el Estado parte, la recomendación se ha aplicado."),
    ("es", "El Comité insta al Estado parte a velar por que la recomendación sea plenamente aplicada."),
    ("es", "El Comité observa que el Estado parte considera que la recomendación se ha aplicado."),
]  # fmt: skip

# verdicts in words that the table does not have, or that take back what they say
UNKNOWN = [
    ("en", "The Committee considers that the recommendation has not yet been fully implemented.", "not yet been fully implemented"),
    ("en", "The Committee considers that the recommendation has been satisfactorily addressed.", "satisfactorily addressed"),
    ("en", "The Committee considers that the recommendation has been largely implemented.", "largely implemented"),
    ("en", "The Committee considers that the recommendation is being implemented.", "being implemented"),
    ("en", "The Committee considers that part of the recommendation has been implemented.", "implemented"),
    ("en", "The Committee considers that the recommendation has been implemented in law only.", "implemented in law only"),
    ("en", "The Committee considers that the recommendation has been implemented but not in practice.", "implemented but not in practice"),
    ("en", "The Committee does not consider that the recommendation has been implemented.", "implemented"),
    ("en", "The Committee cannot conclude that the recommendation has been implemented.", "implemented"),
    ("en", "The Committee considers that the recommendation has been insufficiently implemented.", "insufficiently implemented"),
    ("en", "The Committee considers that the recommendation has been commendably implemented.", "commendably implemented"),
    ("en", "Grade: B1.", "B1"),
    ("fr", "Le Comité considère que la recommandation n'a pas encore été pleinement mise en œuvre.", "n'a pas encore été pleinement mise en œuvre"),
    ("fr", "Le Comité considère que la recommandation a été largement mise en œuvre.", "largement mise en œuvre"),
    ("fr", "Le Comité considère que la recommandation est en cours de mise en œuvre.", "en cours de mise en œuvre"),
    ("fr", "Le Comité considère qu'une partie de la recommandation a été mise en œuvre.", "mise en œuvre"),
    ("fr", "Le Comité considère que la recommandation est restée lettre morte.", "lettre morte"),
    ("es", "El Comité considera que la recomendación todavía no se ha aplicado plenamente.", "no se ha aplicado plenamente"),
    ("es", "El Comité considera que la recomendación se ha aplicado en gran medida.", "aplicado en gran medida"),
    ("es", "El Comité considera que la recomendación ha sido atendida satisfactoriamente.", "atendida satisfactoriamente"),
]  # fmt: skip


def read(language: str, words: str) -> Reading:
    return parse(letter(language, passages=[OPENING[language] + words], address_at=None))


def codes(reading: Reading) -> list[str]:
    """The flags on the grade of the first row."""
    return [flag.code for flag in reading.flags if flag.field == "assessments[0].grade"]


@pytest.mark.parametrize(("language", "words", "grade", "phrase"), GRADED)
def test_stated(language: str, words: str, grade: str, phrase: str) -> None:
    reading = read(language, words)
    row = reading.as_dict()["assessments"][0]
    assert (row["paragraph"], row["grade"], row["grade_phrase"], codes(reading)) == ("12", grade, phrase, [])


@pytest.mark.parametrize(("language", "words"), NOT_A_GRADE)
def test_not_stated(language: str, words: str) -> None:
    reading = read(language, words)
    row = reading.as_dict()["assessments"][0]
    assert (row["grade"], row["grade_phrase"], codes(reading)) == (None, None, ["grade_not_stated"])


@pytest.mark.parametrize(("language", "words", "phrase"), UNKNOWN)
def test_unknown(language: str, words: str, phrase: str) -> None:
    reading = read(language, words)
    row = reading.as_dict()["assessments"][0]
    assert (row["grade"], row["grade_phrase"], codes(reading)) == (None, phrase, ["unknown_grade"])
