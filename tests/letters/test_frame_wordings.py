"""The frame of ordinary letters in many wordings: examination, other documents, address, signature, request, outcome."""

from __future__ import annotations

from typing import Any

import pytest

from followup.letters import parse

from .factory import letter


def read(language: str, **parts: Any) -> dict[str, Any]:
    return parse(letter(language, **parts)).as_dict()


# (language, the sentences on the report, when it was received)
EXAMINED = [
    ("en", "The State party submitted its follow-up report (CMW/C/SEN/FCO/2) on 14 May 2021. It was examined at the thirty-fifth session of the Committee, which took place in Geneva from 19 to 30 September 2022."),
    ("fr", "L'État partie a soumis son rapport de suivi (CMW/C/SEN/FCO/2) le 14 mai 2021. Celui-ci a été examiné à la trente-cinquième session du Comité, qui s'est tenue à Genève du 19 au 30 septembre 2022."),
    ("es", "El Estado parte presentó su informe de seguimiento (CMW/C/SEN/FCO/2) el 14 de mayo de 2021. Dicho informe fue examinado en el 35.º período de sesiones del Comité, que tuvo lugar en Ginebra del 19 al 30 de septiembre de 2022."),
    ("en", "The follow-up report (CMW/C/SEN/FCO/2), which had been due by 1 May 2021, was received on 14 May 2021 and was discussed at the Committee's thirty-fifth session (19 to 30 September 2022)."),
    ("fr", "Le rapport de suivi (CMW/C/SEN/FCO/2), attendu pour le 1er mai 2021, a été reçu le 14 mai 2021 et étudié à la trente-cinquième session du Comité (19-30 septembre 2022)."),
    ("es", "El informe de seguimiento (CMW/C/SEN/FCO/2), que debía presentarse a más tardar el 1 de mayo de 2021, se recibió el 14 de mayo de 2021 y se analizó en el 35.º período de sesiones (19 a 30 de septiembre de 2022)."),
    ("en", "At its thirty-fifth session, held in September 2022, the Committee considered the follow-up report (CMW/C/SEN/FCO/2), received on 14 May 2021, and shadow reports received on 2 June 2022. The third periodic report, due on 1 May 2024, may contain further information."),
    ("fr", "À sa trente-cinquième session, tenue en septembre 2022, le Comité a étudié le rapport de suivi (CMW/C/SEN/FCO/2), reçu le 14 mai 2021, et des contributions de la société civile reçues le 2 juin 2022. Le troisième rapport périodique, attendu le 1er mai 2024, pourra contenir d'autres renseignements."),
    ("es", "En su 35º período de sesiones, celebrado en septiembre de 2022, el Comité estudió el informe de seguimiento (CMW/C/SEN/FCO/2), recibido el 14 de mayo de 2021, y contribuciones de la sociedad civil recibidas el 2 de junio de 2022. El tercer informe periódico, que debe presentarse el 1 de mayo de 2024, podrá contener más información."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "report"), EXAMINED)
def test_the_examination_of_the_report(language: str, report: str) -> None:
    record = read(language, report=report)
    assert record["assessed"] == {"session": 35, "session_held": "2022-09"}
    assert record["follow_up_report"] == {"symbol": "CMW/C/SEN/FCO/2", "received": "2021-05-14"}
    observed = record["concluding_observations"]
    assert (observed["session"], observed["reports"], record["flags"]) == (30, [2], [])


SESSION = {
    "en": "At its thirty-fifth session, held in September 2022, the Committee examined the follow-up report (CMW/C/SEN/FCO/2).",
    "fr": "À sa trente-cinquième session, tenue en septembre 2022, le Comité a examiné le rapport de suivi (CMW/C/SEN/FCO/2).",
    "es": "En su 35º período de sesiones, celebrado en septiembre de 2022, el Comité examinó el informe de seguimiento (CMW/C/SEN/FCO/2).",
}  # fmt: skip
# (language, a sentence with the date of something else)
OTHER_DATES = [
    ("en", "A letter was sent to your Government on 2 June 2022."),
    ("en", "The list of issues was transmitted on 2 June 2018."),
    (
        "en",
        "It had invited the national human rights institution, whose comments were received on 2 June 2022.",
    ),
    ("fr", "Une lettre a été envoyée à votre Gouvernement le 2 juin 2022."),
    ("fr", "La Commission nationale des droits de l'homme a présenté ses observations le 2 juin 2022."),
    ("es", "El 2 de junio de 2022 se envió una carta a su Gobierno."),
    ("es", "La Defensoría del Pueblo presentó sus observaciones el 2 de junio de 2022."),
]


@pytest.mark.parametrize(("language", "words"), OTHER_DATES)
def test_the_date_of_something_else_is_not_the_report_s(language: str, words: str) -> None:
    record = read(language, report=f"{SESSION[language]} {words}")
    assert record["follow_up_report"]["received"] is None
    assert [flag["code"] for flag in record["flags"]] == ["missing_received"]


BLOCKS = [
    ("en", "H.E. Mr. Anton Sample\nAmbassador, Permanent Representative of Senegal to the United Nations Office\nat Geneva", "Mr. Anton Sample"),
    ("fr", "S.E. M. Antoine Modèle\nAmbassadeur, Représentant permanent du Sénégal auprès de l'Office des Nations Unies\nà Genève", "M. Antoine Modèle"),
    ("es", "Excmo. Sr. Antonio Muestra\nEmbajador, Representante Permanente del Senegal ante la Oficina de las Naciones Unidas\nen Ginebra", "Sr. Antonio Muestra"),
]  # fmt: skip


@pytest.mark.parametrize("at", [0, 1, 2])
@pytest.mark.parametrize("email", ["", "m.x@mission.example"])
@pytest.mark.parametrize(("language", "block", "name"), BLOCKS)
def test_the_address_block(language: str, block: str, name: str, email: str, at: int) -> None:
    record = read(language, address=f"{block}\n{email}".strip(), address_at=at)
    assert record["addressee"] == {"name": name, "email": email or None}
    assert [row["paragraph"] for row in record["assessments"]] == ["12", "47"]


SIGNATURES = [
    ("en", "Ada Example\nChair, Committee on Migrant Workers", "(Signed) ", "Chair"),
    ("fr", "Ada Exemple\nPrésidente du Comité des travailleurs migrants", "(Signé) ", "Présidente"),
    ("es", "Ada Ejemplo\nPresidenta del Comité de los Trabajadores Migratorios", "(Firmado) ", "Presidenta"),
]


@pytest.mark.parametrize(("language", "signature", "signed", "role"), SIGNATURES)
def test_the_signature(language: str, signature: str, signed: str, role: str) -> None:
    expected = {"name": signature.split("\n")[0], "role": role}
    for words in (signature, f"[signature]\n\n{signature}", f"{signed}{signature}"):
        assert read(language, signature=words)["signatory"] == expected


# (language, the request, months, due)
REQUESTS = [
    ("en", "The Committee requested the State party to inform it, within one year of their adoption, of the measures taken to implement the recommendations contained in paragraphs 12 and 47 of the concluding observations.", 12, None),
    ("en", "In paragraph 60 of the concluding observations, the Committee requested Senegal to provide, by 1 May 2021 at the latest, information on the implementation of the recommendations contained in paragraphs 12 and 47.", None, "2021-05-01"),
    ("en", "The State party was requested to provide, within 24 months, information on the recommendations contained in paragraphs 12 and 47 of the concluding observations.", 24, None),
    ("fr", "Au paragraphe 60 de ses observations finales, le Comité a prié le Sénégal de lui fournir, avant le 1er mai 2021, des renseignements sur la suite donnée aux recommandations figurant aux paragraphes 12 et 47.", None, "2021-05-01"),
    ("fr", "L'État partie a été invité à fournir, dans les vingt-quatre mois, des renseignements sur les recommandations figurant aux paragraphes 12 et 47 des observations finales.", 24, None),
    ("es", "En el párrafo 60 de sus observaciones finales, el Comité pidió al Senegal que proporcionara, antes del 1 de mayo de 2021, información sobre el seguimiento dado a las recomendaciones que figuran en los párrafos 12 y 47.", None, "2021-05-01"),
    ("es", "Se invitó al Estado parte a que facilitara, en el plazo de 24 meses, información sobre las recomendaciones de los párrafos 12 y 47 de las observaciones finales.", 24, None),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words", "months", "due"), REQUESTS)
def test_the_request(language: str, words: str, months: int | None, due: str | None) -> None:
    record = read(language, request=words)
    assert record["request"] == {"months": months, "due": due, "paragraphs": ["12", "47"]}
    assert (record["kind"], record["flags"]) == ("assessment", [])


# (language, kind, what became of the report)
OUTCOMES = [
    ("en", "reminder", "As at the date of this letter, the State party's report is still outstanding."),
    ("en", "reminder", "To the Committee's regret, the information has not reached it, although a first reminder was sent on 3 May 2022."),
    ("en", "reminder", "The Committee wishes to draw attention to the fact that the time limit for the submission of the report expired in April 2021."),
    ("en", "reminder", "The Committee notes with regret the absence of a reply and asks the State party to submit its report by 1 March 2023 at the latest."),
    ("en", "acknowledgement", "The secretariat acknowledges with thanks receipt of the State party's follow-up report (CMW/C/SEN/FCO/2) on 14 May 2021."),
    ("en", "acknowledgement", "Your Government's follow-up report (CMW/C/SEN/FCO/2) reached the secretariat on 14 May 2021 and will be examined by the Committee at its thirty-sixth session."),
    ("fr", "reminder", "À la date de la présente lettre, le rapport de l'État partie n'a toujours pas été reçu."),
    ("fr", "reminder", "Le Comité constate avec regret que, malgré un premier rappel du 3 mai 2022, ces informations ne lui ont pas été communiquées."),
    ("fr", "reminder", "Le délai imparti pour la soumission du rapport est échu depuis avril 2021."),
    ("fr", "reminder", "Le Comité regrette l'absence de réponse et prie l'État partie de soumettre son rapport le 1er mars 2023 au plus tard."),
    ("fr", "acknowledgement", "Le rapport de suivi de votre Gouvernement (CMW/C/SEN/FCO/2) est parvenu au secrétariat le 14 mai 2021 et sera examiné par le Comité à sa trente-sixième session."),
    ("es", "reminder", "A la fecha de la presente carta, el informe del Estado parte no se ha recibido."),
    ("es", "reminder", "El Comité constata con pesar que, a pesar de un primer recordatorio de 3 de mayo de 2022, dicha información no le ha sido facilitada."),
    ("es", "reminder", "El plazo para la presentación del informe expiró en abril de 2021."),
    ("es", "reminder", "El Comité lamenta la falta de respuesta y ruega al Estado parte que presente su informe a más tardar el 1 de marzo de 2023."),
    ("es", "acknowledgement", "El informe de seguimiento de su Gobierno (CMW/C/SEN/FCO/2) llegó a la secretaría el 14 de mayo de 2021 y será examinado por el Comité en su 36º período de sesiones."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "kind", "words"), OUTCOMES)
def test_what_became_of_the_report(language: str, kind: str, words: str) -> None:
    record = read(language, report=words, bridge="-", passages=["-"], closing="-", address_at=None)
    assert (record["kind"], record["flags"]) == (kind, [])
    assert record["request"] == {"months": 24, "due": None, "paragraphs": ["12", "47"]}
    came = {"symbol": "CMW/C/SEN/FCO/2", "received": "2021-05-14"}
    assert record["follow_up_report"] == (came if kind == "acknowledgement" else None)
