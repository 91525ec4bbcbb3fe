"""Dates in damaged words: the evident one and a flag, never a day that is not printed."""

from __future__ import annotations

import pytest

from followup.letters import parse

from .factory import letter

# (printed, read)
TORN = [
    ("1O December 2021", "2021-12-10"),
    ("3O September 2021", "2021-09-30"),
    ("3o September 2021", "2021-09-30"),
    ("l2 May 2021", "2021-05-12"),
    ("ll May 2021", "2021-05-11"),
    ("I2 May 2021", "2021-05-12"),
    ("12 May 2O21", "2021-05-12"),
    ("12 May 202l", "2021-05-12"),
    ("1Z May 2021", "2021-05"),
    ("#2 May 2021", "2021-05"),
    ("12 Septernber 2021", "2021-09-12"),
    ("l2 0ctober 2021", "2021-10-12"),
]
WHOLE = [
    ("en", "12 May 2021", "2021-05-12"),
    ("en", "3rd of May 2021", "2021-05-03"),
    ("fr", "1° mai 2021", "2021-05-01"),
    ("fr", "1er mai 2021", "2021-05-01"),
    ("es", "1º de mayo de 2021", "2021-05-01"),
    ("es", "1o de mayo de 2021", "2021-05-01"),
    ("es", "3° de mayo de 2021", "2021-05-03"),
]
RECEIVED = {
    "en": ("received in May 2021", "received on {}"),
    "fr": ("reçu en mai 2021", "reçu le {}"),
    "es": ("recibido en mayo de 2021", "recibido el {}"),
}


def received(language: str, printed: str) -> tuple[str | None, list[tuple[str, str | None]]]:
    old, new = RECEIVED[language]
    reading = parse(letter(language).replace(old, new.format(printed))).as_dict()
    return reading["follow_up_report"]["received"], [
        (flag["code"], flag["field"]) for flag in reading["flags"]
    ]


@pytest.mark.parametrize(("printed", "value"), TORN)
def test_a_damaged_date_is_flagged(printed: str, value: str) -> None:
    assert received("en", printed) == (value, [("text_damaged", "follow_up_report.received")])


@pytest.mark.parametrize(("language", "printed", "value"), WHOLE)
def test_a_whole_date_is_not(language: str, printed: str, value: str) -> None:
    assert received(language, printed) == (value, [])


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("5 October 2022", "l5 October 2022", "date"),
        ("CMW/C/SEN/CO/2)", "CMW/C/SEN/C0/2)", "concluding_observations.symbol"),
        ("held in September 2022", "held in September 2O22", "assessed.session_held"),
        ("held in September 2022", "held from l9 to 30 September 2O22", "assessed.session_held"),
        ("paragraphs 12 and 47", "paragraphs l2 and 47", "request.paragraphs"),
    ],
)
def test_damage_in_other_values_is_flagged(old: str, new: str, path: str) -> None:
    clean = parse(letter("en")).as_dict()
    read = parse(letter("en").replace(old, new)).as_dict()
    assert [(flag["code"], flag["field"]) for flag in read["flags"]] == [("text_damaged", path)]
    for key in ("concluding_observations", "request", "assessed"):
        assert read[key] == clean[key]


# (session's words, the month)
SESSIONS = [
    ("en", "held in September 2022 in Geneva", "held online in September 2022"),
    ("en", "held in September 2022 in Geneva", "which was held in a hybrid format, because of the pandemic, in September 2022"),
    ("en", "held in September 2022 in Geneva", "which took place virtually from 19 to 30 September 2022"),
    ("fr", "tenue en septembre 2022 à Genève", "qui s'est déroulée en septembre 2022"),
    ("fr", "tenue en septembre 2022 à Genève", "tenue en mode hybride en septembre 2022"),
    ("fr", "tenue en septembre 2022 à Genève", "qui s'est tenue par voie de visioconférence du 19 au 30 septembre 2022"),
    ("es", "celebrado en septiembre de 2022 en Ginebra", "celebrado por vía virtual en septiembre de 2022"),
    ("es", "celebrado en septiembre de 2022 en Ginebra", "celebrado por vía telemática del 19 al 30 de septiembre de 2022"),
    ("es", "celebrado en septiembre de 2022 en Ginebra", "celebrado a distancia en septiembre de 2022"),
    ("es", "celebrado en septiembre de 2022 en Ginebra", "que se desarrolló en septiembre de 2022"),
    ("en", "thirty-fifth session, held in September 2022", "session No. 35, held in September 2022"),
    ("en", "thirty-fifth session, held in September 2022", "XXXV session, held in September 2022"),
    ("fr", "trente-cinquième session, tenue en septembre 2022", "session no 35, tenue en septembre 2022"),
    ("es", "35º período de sesiones, celebrado en septiembre de 2022", "XXXV período de sesiones (19 a 30 de septiembre de 2022)"),
    ("es", "35º período de sesiones, celebrado", "período de sesiones número 35, celebrado"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "old", "new"), SESSIONS)
def test_the_month_of_a_session_is_read_however_it_was_held(language: str, old: str, new: str) -> None:
    text = letter(language)
    assert old in text
    assert parse(text.replace(old, new)).as_dict()["assessed"] == {"session": 35, "session_held": "2022-09"}


def test_a_month_behind_another_event_is_no_session() -> None:
    text = letter("en").replace(
        "held in September 2022 in Geneva", "held in Geneva after the report was received in May 2021"
    )
    assert parse(text).as_dict()["assessed"] == {"session": 35, "session_held": None}


@pytest.mark.parametrize(
    ("written", "session", "flagged"),
    [
        ("18 September 2022", "held from 19 to 30 September 2022", True),
        ("20 September 2022", "held from 19 to 30 September 2022", False),
        ("18 September 2022", "held in September 2022", False),  # the table is not certain of the days
    ],
)
def test_a_letter_is_not_written_before_its_session_began(written: str, session: str, flagged: bool) -> None:
    text = letter("en", date=written).replace("held in September 2022", session)
    codes = [(flag.code, flag.field) for flag in parse(text).flags]
    assert codes == ([("date_order", "date")] if flagged else [])


YEARS = [
    ("en", "within two years", "in two years", 24),
    ("en", "within two years", "no later than two years after their adoption", 24),
    ("en", "within two years", "two years after the adoption of the observations", 24),
    ("fr", "dans un délai de deux ans", "dans un délai ne dépassant pas deux ans", 24),
    ("es", "en el plazo de dos años", "en un plazo no superior a dos años", 24),
    ("en", "within two years", "within the year following their adoption", 12),
    ("fr", "dans un délai de deux ans", "dans l'année suivant leur adoption", 12),
    ("es", "en el plazo de dos años", "en el año siguiente a su aprobación", 12),
]


@pytest.mark.parametrize(("language", "old", "new", "months"), YEARS)
def test_the_time_given_is_read_in_months(language: str, old: str, new: str, months: int) -> None:
    assert parse(letter(language).replace(old, new)).as_dict()["request"]["months"] == months


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Wednesday, 5 October 2022"),
        ("fr", "Genève, le mercredi 5 octobre 2022"),
        ("fr", "Fait à Genève, le 5 octobre 2022"),
        ("es", "Ginebra, miércoles 5 de octubre de 2022"),
    ],
)
def test_a_weekday_stands_before_the_date(language: str, line: str) -> None:
    assert parse(letter(language, date=line)).as_dict()["date"] == "2022-10-05"
