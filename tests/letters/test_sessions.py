"""The two sessions of a letter: told apart by what was done there, read in any form of the number."""

from __future__ import annotations

import pytest

from followup.letters import parse

from .factory import letter

# (language, the number of the session of the observations)
NUMBERS = [
    ("en", "30th"), ("en", "thirtieth"), ("en", "30th regular"), ("en", "XXX"),
    ("fr", "30e"), ("fr", "30ème"), ("fr", "30ᵉ"), ("fr", "30e ordinaire"),
    ("es", "30.º"), ("es", "30º"), ("es", "30.o"), ("es", "trigésimo"), ("es", "XXX"),
]  # fmt: skip
THIRTIETH = {"en": "thirtieth", "fr": "trentième", "es": "30º"}


@pytest.mark.parametrize(("language", "number"), NUMBERS)
def test_the_number_in_many_forms(language: str, number: str) -> None:
    text = letter(language).replace(THIRTIETH[language], number, 1)
    observed = parse(text).as_dict()["concluding_observations"]
    assert (observed["session"], observed["session_held"]) == (30, "2019-04")


def test_a_spanish_number_before_a_masculine_noun() -> None:
    text = letter("es").replace("30º", "31.er").replace("abril de 2019", "septiembre de 2019")
    assert parse(text).as_dict()["concluding_observations"]["session"] == 31


HELD = {
    "en": "held from 19 to 30 September 2022",
    "fr": "tenue du 19 au 30 septembre 2022",
    "es": "celebrado del 19 al 30 de septiembre de 2022",
}
# (language, the sentences on the report: examined at the thirty-fifth session)
EXAMINED = [
    ("en", "The follow-up report (CMW/C/SEN/FCO/2) was received in May 2021. The Committee took it up at its thirty-fifth session, {}."),
    ("en", "The follow-up report (CMW/C/SEN/FCO/2) was received in May 2021. The thirty-fifth session, {}, was devoted to it."),
    ("en", "The Committee had examined a first follow-up report at its thirty-third session, held in September 2021. It considered the second follow-up report (CMW/C/SEN/FCO/2), received in May 2021, at its thirty-fifth session, {}."),
    ("fr", "Le Comité a déjà examiné un premier rapport de suivi à sa trente-troisième session, tenue en septembre 2021. Il a examiné le deuxième (CMW/C/SEN/FCO/2), reçu en mai 2021, à sa trente-cinquième session, {}."),
    ("fr", "Le rapport de suivi (CMW/C/SEN/FCO/2) a été reçu en mai 2021. Le Comité s'y est consacré à sa trente-cinquième session, {}."),
    ("es", "El Comité ya examinó un primer informe de seguimiento en su 33.er período de sesiones, celebrado en septiembre de 2021. El segundo informe de seguimiento (CMW/C/SEN/FCO/2), recibido en mayo de 2021, fue examinado en el 35º período de sesiones, {}."),
    ("es", "El informe de seguimiento (CMW/C/SEN/FCO/2) se recibió en mayo de 2021. El Comité se ocupó de él en su 35º período de sesiones, {}."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words"), EXAMINED)
def test_where_the_report_was_examined(language: str, words: str) -> None:
    record = parse(letter(language, report=words.format(HELD[language]), address_at=None)).as_dict()
    assert record["assessed"] == {"session": 35, "session_held": "2022-09"}
    assert record["concluding_observations"]["session"] == 30
    assert record["follow_up_report"]["received"] == "2021-05"
    assert record["flags"] == []


ADOPTED = [
    ("en", "I have the honour to refer to the follow-up to the concluding observations on the second periodic report of Senegal (CMW/C/SEN/CO/2), adopted by the Committee on Migrant Workers at its thirtieth session, held from 1 to 12 April 2019."),
    ("fr", "J'ai l'honneur de me référer au suivi des observations finales sur le deuxième rapport périodique du Sénégal (CMW/C/SEN/CO/2), adoptées par le Comité des travailleurs migrants à sa trentième session, tenue du 1er au 12 avril 2019."),
    ("es", "Tengo el honor de referirme al seguimiento de las observaciones finales sobre el segundo informe periódico del Senegal (CMW/C/SEN/CO/2), aprobadas por el Comité de los Trabajadores Migratorios en su 30º período de sesiones, celebrado del 1 al 12 de abril de 2019."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words"), ADOPTED)
def test_what_is_adopted_at_a_session_are_the_observations(language: str, words: str) -> None:
    record = parse(letter(language, examination=words, observations="-", address_at=None)).as_dict()
    assert record["concluding_observations"] == {
        "symbol": "CMW/C/SEN/CO/2",
        "reports": [2],
        "session": 30,
        "session_held": "2019-04",
    }
    assert (record["assessed"]["session"], record["flags"]) == (35, [])
