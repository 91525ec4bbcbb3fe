"""Reminders in ordinary words, the request they repeat, and letters that leave it open what became of the report."""

from __future__ import annotations

from typing import Any

import pytest

from followup.letters import parse

from .factory import letter


def read(language: str, words: str, **parts: str) -> dict[str, Any]:
    text = letter(language, report=words, bridge="-", passages=["-"], closing="-", address_at=None, **parts)
    return parse(text).as_dict()


# (language, what the letter says of the report, kind)
BECAME = [
("en","The Committee regrets that, despite the reminders sent on 3 May 2021 and 12 December 2021, the requested information has not yet been received.","reminder"),
("en","The Committee has yet to receive the information requested.","reminder"),
("en","The information requested is now overdue.","reminder"),
("en","I wish to remind the State party that its follow-up report was due on 8 April 2021.","reminder"),
("en","The deadline expired on 8 April 2021; kindly submit the report before 30 June 2023.","reminder"),
("en","The deadline for this purpose has passed.","reminder"),
("en","If the information requested is not received by 30 June 2023, the Committee will note this in its annual report. It has not been received to date.","reminder"),
("en","Nothing has been received from the State party in response to this request for information.","reminder"),
("en","The State party has failed to submit the report requested.","reminder"),
("en","The report should have reached the Committee in April 2021.","reminder"),
("en","Despite two reminders, the State party has not replied. The report is therefore awaited.","reminder"),
("en","The follow-up report was expected in April 2021.","reminder"),
("fr","Le Comité regrette que, malgré les rappels des 3 mai et 12 décembre 2021, les renseignements demandés n'aient pas encore été reçus.","reminder"),
("fr","Le délai a expiré le 1er juin 2021 ; le Comité vous saurait gré de soumettre le rapport avant le 30 septembre 2023.","reminder"),
("fr","Je souhaite rappeler à l'État partie que son rapport de suivi était attendu pour le 1er juin 2021.","reminder"),
("fr","Aucun renseignement n'est encore parvenu au secrétariat.","reminder"),
("fr","Le Comité attend toujours les renseignements demandés.","reminder"),
("fr","Les renseignements demandés auraient dû parvenir au Comité en avril 2021.","reminder"),
("fr","Le Comité regrette de ne pas avoir reçu les renseignements demandés.","reminder"),
("fr","À ce jour, l'État partie n'a pas répondu à cette demande de renseignements.","reminder"),
("fr","Si les renseignements ne sont pas reçus avant le 30 juin 2023, le Comité en fera état dans son rapport annuel.","reminder"),
("es","El Comité lamenta que, pese a los recordatorios enviados el 3 de diciembre de 2021, la información solicitada aún no haya sido recibida.","reminder"),
("es","El Comité lamenta no haber recibido aún la información solicitada.","reminder"),
("es","La información solicitada no ha llegado todavía al Comité.","reminder"),
("es","El Comité desea recordar al Estado parte que el informe de seguimiento debía presentarse a más tardar el 9 de septiembre de 2021.","reminder"),
("es","El plazo venció el 9 de septiembre de 2021 y la información solicitada sigue pendiente.","reminder"),
("es","De no recibirse la información solicitada antes del 15 de marzo de 2023, el Comité lo hará constar en su informe anual.","reminder"),
("es","El informe de seguimiento se esperaba para abril de 2021.","reminder"),
("es","El Estado parte no ha respondido a la solicitud de información.","reminder"),
("es","El Comité está aún a la espera de la información solicitada.","reminder"),
("en","The Committee has received the follow-up report, which was due on 1 May 2021, on 3 June 2021.","acknowledgement"),
("fr","Le Comité a reçu le rapport de suivi, attendu pour le 1er mai 2021, le 3 juin 2021.","acknowledgement"),
("es","El Comité ha recibido el informe de seguimiento, que debía presentarse el 1 de mayo de 2021, el 3 de junio de 2021.","acknowledgement"),
("en","I would be grateful for an opportunity to meet with you on the margins of the thirty-sixth session.","other"),
("fr","Je souhaiterais vous rencontrer en marge de la trente-sixième session.","other"),
("es","Quisiera invitarle a una reunión al margen del 36º período de sesiones.","other"),
]  # fmt: skip

# (language, the request, what is said below it, the date and the months of the request)
REQUESTS = [
("en","The Committee requested Senegal to provide, by 1 May 2021, written information on the recommendations contained in paragraphs 12 and 47.","The Committee has not received this information. It requests the State party to submit it by 1 March 2023.","2021-05-01",None),
("en","If the information is not received by 1 March 2023, the Committee will note that the recommendations in paragraphs 12 and 47 have not been implemented.","The information, which the Committee requested Senegal to provide within two years in its concluding observations (CMW/C/SEN/CO/2), has not been received to date.",None,24),
("fr","Le Comité avait prié le Sénégal de lui fournir, le 1er mai 2021 au plus tard, des renseignements sur les recommandations figurant aux paragraphes 12 et 47.","Ces renseignements ne sont pas parvenus. Le Comité vous saurait gré de les lui adresser avant le 1er mars 2023.","2021-05-01",None),
("fr","Faute de recevoir les renseignements avant le 1er mars 2023, le Comité considérera que les recommandations des paragraphes 12 et 47 n'ont pas été mises en œuvre.","Ces renseignements, que le Comité avait demandé au Sénégal de fournir dans un délai de deux ans dans ses observations finales, n'ont pas été reçus à ce jour.",None,24),
("es","El Senegal debía facilitar, en el plazo de dos años, esto es, a más tardar el 1 de mayo de 2021, información sobre las recomendaciones de los párrafos 12 y 47.","El Comité no ha recibido dicha información y agradecería que se remitiera antes del 1 de marzo de 2023.","2021-05-01",24),
("es","De no recibirse la información antes del 1 de marzo de 2023, el Comité considerará que las recomendaciones de los párrafos 12 y 47 no se han aplicado.","La información, que el Comité pidió al Senegal que facilitara en el plazo de dos años en sus observaciones finales, no se ha recibido hasta la fecha.",None,24),
]  # fmt: skip
OPEN = [
    ("en", "The Committee attaches great importance to the follow-up procedure."),
    ("fr", "Le Comité attache une grande importance à la procédure de suivi."),
    ("es", "El Comité concede gran importancia al procedimiento de seguimiento."),
]


@pytest.mark.parametrize(("language", "words", "kind"), BECAME)
def test_what_became_of_the_report_is_told_in_many_words(language: str, words: str, kind: str) -> None:
    record = read(language, words)
    assert (record["kind"], record["state"], record["assessments"]) == (kind, "SEN", [])
    assert record["request"] == {"months": 24, "due": None, "paragraphs": ["12", "47"]}
    report = {"symbol": None, "received": "2021-06-03"} if kind == "acknowledgement" else None
    assert record["follow_up_report"] == report
    codes = ["missing_report_symbol"] if kind == "acknowledgement" else []
    assert [flag["code"] for flag in record["flags"]] == codes


@pytest.mark.parametrize(("language", "request_", "words", "due", "months"), REQUESTS)
def test_a_new_deadline_is_not_the_one_of_the_request(
    language: str, request_: str, words: str, due: str | None, months: int | None
) -> None:
    record = read(language, words, request=request_)
    assert record["kind"] == "reminder"
    assert record["request"] == {"months": months, "due": due, "paragraphs": ["12", "47"]}
    assert record["flags"] == []


@pytest.mark.parametrize(("language", "words"), OPEN)
def test_what_is_left_open_is_flagged(language: str, words: str) -> None:
    record = read(language, words)
    assert record["kind"] == "other"
    assert [(flag["code"], flag["field"]) for flag in record["flags"]] == [("missing_received", "kind")]


MEETINGS = [
    ("en", "The follow-up report (CMW/C/SEN/FCO/2), received on 14 May 2021, has been assessed. I would be grateful for an opportunity to meet with you on 3 April 2023 to discuss it."),
    ("fr", "Le rapport de suivi (CMW/C/SEN/FCO/2), reçu le 14 mai 2021, a été évalué. Je souhaiterais vous rencontrer le 3 avril 2023 pour en parler."),
    ("es", "El informe de seguimiento (CMW/C/SEN/FCO/2), recibido el 14 de mayo de 2021, ha sido evaluado. Quisiera reunirme con usted el 3 de abril de 2023."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words"), MEETINGS)
def test_a_request_to_meet_acknowledges_nothing(language: str, words: str) -> None:
    record = read(language, words)
    assert (record["kind"], record["assessments"], record["flags"]) == ("other", [], [])
    assert record["follow_up_report"] == {"symbol": "CMW/C/SEN/FCO/2", "received": "2021-05-14"}
