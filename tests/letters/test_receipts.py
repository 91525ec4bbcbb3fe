"""When the follow-up report came: no other document's day, and none of an earlier report."""

from __future__ import annotations

import pytest

from followup.letters import parse

from .factory import letter

EXAMINED = {"en":"At its thirty-fifth session, held in September 2022, the Committee examined the follow-up report (CMW/C/SEN/FCO/2)",
"fr":"À sa trente-cinquième session, tenue en septembre 2022, le Comité a examiné le rapport de suivi (CMW/C/SEN/FCO/2)",
"es":"En su 35º período de sesiones, celebrado en septiembre de 2022, el Comité examinó el informe de seguimiento (CMW/C/SEN/FCO/2)"}  # fmt: skip

# (language, what follows the report's symbol, when it was received)
RECEIPTS = [
("en",", received in May 2021. An interim follow-up report was received on 3 March 2020.","2021-05"),
("en",". An interim follow-up report had been received on 3 March 2020.",None),
("en",", received in May 2021. The Committee had examined an earlier follow-up report, submitted on 11 July 2019, at its thirty-third session, held in September 2021.","2021-05"),
("en",". Your Government's third periodic report, received on 5 January 2022, will be considered in due course.",None),
("en",", received in May 2021. Your Government's third periodic report, received on 5 January 2022, will be considered in due course.","2021-05"),
("en",". The third periodic report had been received on 4 March 2021.",None),
("en",", together with alternative reports received on 30 October 2021.",None),
("en",". It also considered information received from the national human rights institution on 30 October 2021.",None),
("en",". It also considered a submission by civil society organizations, received on 30 October 2021.",None),
("en",", submitted on 30 April 2021 and received on 2 May 2021.","2021-05-02"),
("en",", dated 30 April 2021 and received on 2 May 2021.","2021-05-02"),
("en",", which reached the Committee on 2 May 2021, and the additional information received on 5 June 2021.","2021-05-02"),
("en",". On 2 May 2021, the State party submitted its report.","2021-05-02"),
("en",". On 2 May 2021, the Committee received the reply of the State party.","2021-05-02"),
("en",". On 2 May 2021, the Committee received an alternative report from a coalition of organizations.",None),
("en",". On 2 May 2021, a reminder was sent to the State party.",None),
("en",". The first follow-up report had been submitted on 11 July 2019; the second was received on 2 May 2021.",None),
("en",". The State party submitted its report with a note verbale dated 30 April 2021, received on 2 May 2021.","2021-05-02"),
("fr",", reçu en mai 2021. Un premier rapport de suivi avait été reçu le 3 mars 2020.","2021-05"),
("fr",". Un rapport intérimaire avait été reçu le 3 mars 2020.",None),
("fr",". Le troisième rapport périodique, reçu le 5 janvier 2022, sera examiné ultérieurement.",None),
("fr",", ainsi que des rapports alternatifs reçus le 30 octobre 2021.",None),
("fr",". Il a également tenu compte des informations reçues de l'institution nationale des droits de l'homme le 30 octobre 2021.",None),
("fr",". Le 2 mai 2021, l'État partie a soumis son rapport.","2021-05-02"),
("fr",". Le 2 mai 2021, le Comité a reçu la réponse de l'État partie.","2021-05-02"),
("fr",", transmis par une note verbale du 30 avril 2021 et reçu le 2 mai 2021.","2021-05-02"),
("fr",", parvenu au Comité le 2 mai 2021, et ses annexes, reçues le 4 juin 2021.","2021-05-02"),
("fr",". L'État partie a soumis ce rapport tardivement, le 2 mai 2021.","2021-05-02"),
("es",", recibido en mayo de 2021. Un primer informe de seguimiento se había recibido el 3 de marzo de 2020.","2021-05"),
("es",". Un informe provisional se había recibido el 3 de marzo de 2020.",None),
("es",". El tercer informe periódico, recibido el 5 de enero de 2022, se examinará más adelante.",None),
("es",", así como informes alternativos recibidos el 30 de octubre de 2021.",None),
("es",". También tuvo en cuenta la información recibida de la Defensoría del Pueblo el 30 de octubre de 2021.",None),
("es",". El 2 de mayo de 2021, el Estado parte presentó su informe.","2021-05-02"),
("es",". El 2 de mayo de 2021, el Comité recibió la respuesta del Estado parte.","2021-05-02"),
("es",", remitido mediante nota verbal de 30 de abril de 2021 y recibido el 2 de mayo de 2021.","2021-05-02"),
("es",", que llegó al Comité el 2 de mayo de 2021, y sus anexos, recibidos el 4 de junio de 2021.","2021-05-02"),
("es",". El 2 de mayo de 2021 se envió un recordatorio.",None),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words", "received"), RECEIPTS)
def test_the_day_is_that_of_the_report_examined(language: str, words: str, received: str | None) -> None:
    record = parse(letter(language, report=f"{EXAMINED[language]}{words}", address_at=None)).as_dict()
    assert record["follow_up_report"] == {"symbol": "CMW/C/SEN/FCO/2", "received": received}
    assert record["assessed"] == {"session": 35, "session_held": "2022-09"}
    assert [flag["code"] for flag in record["flags"]] == ([] if received else ["missing_received"])


# (language, a sentence below the examination and the request, the reports reviewed)
TO_COME = [
    ("en", "I also recall that the third periodic report is due on 1 May 2022."),
    ("en", "The third periodic report of Senegal should be submitted by 1 May 2022."),
    ("en", "The follow-up information may also be included in the combined third and fourth periodic reports."),
    ("fr", "Le troisième rapport périodique doit être soumis le 1er mai 2022."),
    ("fr", "Le Comité rappelle que le troisième rapport périodique est attendu le 1er mai 2022."),
    ("es", "El tercer informe periódico deberá presentarse el 1 de mayo de 2022."),
    ("es", "El Comité agradecería que el Senegal incluyera esa información en su tercer informe periódico."),
]  # fmt: skip
PLAIN = {
    "en": "I have the honour to refer to the concluding observations of the Committee on Migrant Workers on Senegal.",
    "fr": "J'ai l'honneur de me référer aux observations finales du Comité des travailleurs migrants sur le Sénégal.",
    "es": "Tengo el honor de referirme a las observaciones finales del Comité de los Trabajadores Migratorios sobre el Senegal.",
}  # fmt: skip
INITIAL = {
    "en": "I refer again to the follow-up to the concluding observations of the Committee on Migrant Workers on the initial report of Senegal.",
    "fr": "Je reviens au suivi des observations finales du Comité des travailleurs migrants sur le rapport initial du Sénégal.",
    "es": "Me refiero de nuevo, como Relator para el seguimiento de las observaciones finales del Comité de los Trabajadores Migratorios, a las observaciones finales sobre el informe inicial del Senegal.",
}  # fmt: skip


@pytest.mark.parametrize(("language", "words"), TO_COME)
def test_a_report_to_come_is_none_that_was_reviewed(language: str, words: str) -> None:
    for examination, reports in ((PLAIN, None), (INITIAL, [1])):
        text = letter(language, examination=examination[language], bridge=words)
        assert parse(text).as_dict()["concluding_observations"]["reports"] == reports
