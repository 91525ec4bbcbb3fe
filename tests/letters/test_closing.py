"""Where the last passage ends: above the closing, whatever its words, and never above what belongs to it."""

from __future__ import annotations

import pytest

from followup.letters import parse, withheld

from .factory import letter

NAMES = {"en": "Ada Example", "fr": "Ada Exemple", "es": "Ada Ejemplo"}

FAREWELLS = [
    ("en", "Please accept, Excellency, the assurances of my highest consideration."),
    ("en", "Accept, dear Ambassador, the renewed expression of my high regards."),
    ("en", "Yours sincerely,"),
    ("en", "With kind regards,"),
    ("en", "I take this opportunity to renew to you the expression of my esteem."),
    ("fr", "Agréez, Excellence, les assurances de ma considération la plus distinguée."),
    ("fr", "Avec mes salutations distinguées,"),
    ("fr", "Cordialement,"),
    ("fr", "Recevez, Madame, Monsieur, mes salutations les meilleures."),
    ("fr", "Dans cette attente, veuillez croire, Excellence, en mon profond respect."),
    ("es", "Reciba, Excelencia, las muestras de mi mas alta consideracion."),
    ("es", "Reciba usted, Señor Embajador, un atento saludo."),
    ("es", "Hago propicia la ocasión para reiterarle mi más distinguida consideración."),
    ("es", "Me valgo de la ocasión para saludarle con todo respeto."),
    ("es", "Muy atentamente,"),
    ("es", "Sin otro particular, lo saludo cordialmente."),  # in no table: it stands above the signature
]

CLOSINGS = [
    ("en", "The Committee looks forward to pursuing its constructive dialogue with the authorities of Senegal."),
    ("en", "The Committee trusts that all its recommendations will have been implemented by the next review."),
    ("en", "Finally, the Committee counts on the continued cooperation of the State party."),
    ("en", "It hopes to continue this dialogue with the authorities of Senegal."),
    ("en", "The Committee recalls that the third periodic report of Senegal is due on 1 May 2024."),
    ("en", "I wish to thank your Government for its replies."),
    ("en", "Should you have any question, please write to the office."),
    ("en", "The Committee would be grateful if this letter could be transmitted to the competent authorities."),
    ("en", "The Committee expresses its appreciation for the constructive cooperation of Senegal and hopes it will continue."),
    ("en", "The Committee decides to discontinue the follow-up procedure."),
    ("en", "In accordance with its practice, the Committee will publish the present letter on its web page."),
    ("fr", "Le Comité vous remercie de votre coopération."),
    ("fr", "Conformément à sa pratique, le Comité publiera la présente lettre sur son site Web."),
    ("fr", "Le Comité considère que la procédure de suivi est terminée."),
    ("es", "El Comité da por concluido el procedimiento de seguimiento."),
    ("es", "Se agradecería que la presente carta se transmitiera a las autoridades competentes."),
    ("fr", "Le Comité espère que l'ensemble de ses recommandations auront été pleinement mises en œuvre lors de l'examen du prochain rapport périodique du Sénégal."),
    ("fr", "Enfin, le Comité compte sur la coopération de l'État partie."),
    ("fr", "Le Comité invite le Sénégal à lui fournir un complément d'information dans son quatrième rapport périodique."),
    ("fr", "Je saisis cette occasion pour remercier votre Gouvernement."),
    ("es", "El Comité confía en que todas las recomendaciones habrán sido aplicadas antes del examen del próximo informe periódico."),
    ("es", "Por último, el Comité espera continuar el diálogo con las autoridades del Senegal."),
    ("es", "El Comité aguarda con interés el tercer informe periódico del Senegal."),
    ("es", "Quisiera agradecer a su Gobierno las respuestas facilitadas."),
]  # fmt: skip

# what goes on with the last passage, though it speaks of reports, dialogue or cooperation
OWN = [
    ("en", "It nevertheless invites the State party to indicate, in its next periodic report, how many returnees have benefited from the tax exemption."),
    ("en", "The Committee requests the State party to include statistics on the matter in its next periodic report."),
    ("en", "It also encourages cooperation between the two labour inspectorates."),
    ("en", "The Committee is confident that the bill will be adopted, and looks to its entry into force."),
    ("en", "The Committee regrets that the national secretariat for migration has no budget."),
    ("en", "The Committee regrets the lack of constructive dialogue with trade unions."),
    ("en", "The Committee notes the campaign “Know your rights, you are not alone”."),
    ("en", "The Committee also notes that your Government has not replied to the questions on detention."),
    ("en", "The Committee looks forward to receiving information on the outcome of the investigation."),
    ("en", "It further encourages the State party to pursue its dialogue with employers and to report thereon in its next periodic report."),
    ("fr", "Il invite en outre l'État partie à entretenir un dialogue avec les employeurs."),
    ("fr", "Le Comité espère que le projet de loi sera adopté prochainement."),
    ("es", "El Comité agradecería recibir datos desglosados en el próximo informe periódico."),
    ("fr", "Il invite également l'État partie à renforcer la coopération entre les inspections du travail."),
    ("fr", "Le Comité regrette l'absence de dialogue social avec les travailleurs domestiques."),
    ("fr", "Le Comité reste préoccupé par le manque de coopération des employeurs."),
    ("es", "También alienta la cooperación entre las dos inspecciones del trabajo."),
    ("es", "El Comité lamenta la falta de diálogo social con los trabajadores domésticos."),
    ("es", "El Comité solicita al Estado parte que incluya en su próximo informe periódico datos sobre las personas retornadas."),
    ("es", "El Comité recomienda que el personal consular reciba formación y que se preste la debida consideración a las víctimas."),
]  # fmt: skip


def last(text: str) -> str:
    """The last passage's words below its first paragraph."""
    return str(parse(text).as_dict()["assessments"][-1]["text"]).partition("\n\n")[2]


@pytest.mark.parametrize("closing", [None, "-"])
@pytest.mark.parametrize(("language", "words"), FAREWELLS)
def test_a_farewell_is_no_part_of_a_passage(language: str, words: str, closing: str | None) -> None:
    text = letter(language, farewell=words, **({"closing": closing} if closing else {}))
    assert last(text) == ""
    signatory = parse(text).signatory
    assert signatory is not None
    assert signatory.name is not None
    assert signatory.name.value == NAMES[language]
    public = text
    for start, end in reversed(withheld(text)):
        public = public[:start] + public[end:]
    assert NAMES[language] not in public


@pytest.mark.parametrize(("language", "words"), CLOSINGS)
def test_a_closing_is_no_part_of_a_passage(language: str, words: str) -> None:
    assert last(letter(language, closing=words)) == ""


@pytest.mark.parametrize(("language", "words"), OWN)
def test_the_last_passage_keeps_its_paragraphs(language: str, words: str) -> None:
    text = letter(language)
    closing = last(text)
    assert closing == ""
    marked = letter(language, closing=f"{words}\n\n" + letter(language).split("\n\n")[-3])
    assert last(marked) == words


def test_a_grade_below_is_kept() -> None:
    grade = "The Committee considers that the recommendation contained in paragraph 47 has been partially implemented."
    own = "The Committee remains concerned about the lack of social dialogue with domestic workers."
    opening = "Regarding the recommendation made in paragraph 47 of the concluding observations, the Committee notes a bill."
    text = letter("en", passages=[opening, own, grade], address_at=None)
    row = parse(text).as_dict()["assessments"][0]
    assert (row["text"], row["grade"]) == (f"{opening}\n\n{own}\n\n{grade}", "partially_implemented")


def test_a_closing_sentence_in_the_same_paragraph_is_cut() -> None:
    opening = "Regarding the recommendation made in paragraph 47 of the concluding observations, the Committee notes a bill."
    text = letter(
        "en",
        passages=[
            f"{opening} The Committee looks forward to continuing its dialogue with Senegal on the Convention."
        ],
        address_at=None,
        closing="-",
    )
    assert parse(text).as_dict()["assessments"][0]["text"] == opening


def test_attentively_is_no_farewell() -> None:
    text = letter("es").replace("el Comité examinó el informe", "el Comité examinó atentamente el informe")
    assert len(parse(text).assessments) == 2


def test_a_passage_may_be_written_in_the_first_person() -> None:
    opening = "Regarding the recommendation made in paragraph 47 of the concluding observations, I welcome the bill."
    own = "I would like to encourage the State party to adopt it, and I am concerned about the delay."
    text = letter("en", passages=[opening, own], address_at=None)
    assert parse(text).as_dict()["assessments"][0]["text"] == f"{opening}\n\n{own}"
