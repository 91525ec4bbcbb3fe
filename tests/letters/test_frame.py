"""What frames the passages: reports reviewed, the follow-up report, the State, and letters of no common kind."""

from __future__ import annotations

from typing import Any

import pytest

from followup.letters import parse

from .factory import ADDRESS, letter


def read(text: str) -> dict[str, Any]:
    return parse(text).as_dict()


def codes(record: dict[str, Any]) -> list[tuple[str, str | None]]:
    return [(flag["code"], flag["field"]) for flag in record["flags"]]


# (language, the opening, its observations and request left as they are, reports)
REVIEWED = [
    ("en", "I refer to the concluding observations adopted by the Committee on Migrant Workers, under its follow-up procedure, on the initial report of Senegal at its thirtieth session, held in April 2019.", [1]),
    ("en", "I refer to the follow-up to the concluding observations on the combined second and third periodic reports of Senegal, adopted by the Committee on Migrant Workers at its thirtieth session, held in April 2019.", [2, 3]),
    ("fr", "Je me réfère, au titre du suivi des observations finales, aux observations finales du Comité des travailleurs migrants concernant le rapport initial du Sénégal, adoptées à sa trentième session, tenue en avril 2019.", [1]),
    ("es", "Cúmpleme dirigirme a usted, como Relatora para el seguimiento de las observaciones finales del Comité de Trabajadores Migratorios, a propósito de las observaciones finales sobre el informe inicial del Senegal, aprobadas en su 30º período de sesiones, celebrado en abril de 2019.", [1]),
]  # fmt: skip


# (language, words of the default letter, other words, reports)
COMBINED = [
    ("fr", "du deuxième rapport périodique", "du rapport initial et du deuxième rapport périodique", [1, 2]),
    ("es", "del segundo informe periódico", "del 2.º informe periódico", [2]),
    (
        "es",
        "del segundo informe periódico",
        "de los informes periódicos segundo a cuarto combinados",
        [2, 3, 4],
    ),
    ("en", "the second periodic report", "the third to fifth periodic reports", [3, 4, 5]),
]


@pytest.mark.parametrize(("language", "old", "new", "reports"), COMBINED)
def test_combined_reports_are_numbered(language: str, old: str, new: str, reports: list[int]) -> None:
    assert read(letter(language).replace(old, new))["concluding_observations"]["reports"] == reports


@pytest.mark.parametrize(("language", "examination", "reports"), REVIEWED)
def test_reports_are_read_beside_words_on_follow_up(
    language: str, examination: str, reports: list[int]
) -> None:
    observed = read(letter(language, examination=examination))["concluding_observations"]
    assert observed == {
        "symbol": "CMW/C/SEN/CO/2",
        "reports": reports,
        "session": 30,
        "session_held": "2019-04",
    }


def test_a_report_to_come_is_not_the_one_reviewed() -> None:
    text = letter(
        "en",
        examination="I have the honour to refer to the concluding observations of the Committee on Migrant Workers on "
        "Senegal, adopted at its thirtieth session, held in April 2019.",
        closing="The Committee recalls that the third periodic report of Senegal is due on 1 May 2024.",
    )
    assert read(text)["concluding_observations"]["reports"] is None


# (language, the words on the report's receipt, when it was received)
RECEIPTS = [
    ("en", "The Committee acknowledges with thanks the receipt on 3 May 2021 of the follow-up report.", "2021-05-03"),
    ("en", "The Committee acknowledges receipt, on 3 May 2021, of the follow-up report of the State party.", "2021-05-03"),
    ("en", "The Committee welcomes the follow-up report but regrets its late submission, on 3 May 2021.", "2021-05-03"),
    ("en", "The follow-up report was not submitted until 3 May 2021.", "2021-05-03"),
    ("en", "The follow-up report was received on 3 May 2021 and its annexes on 12 June 2021.", "2021-05-03"),
    ("en", "The Committee acknowledges receipt, on 3 May 2021, of the additional information on the follow-up report.", None),
    ("en", "The follow-up report, dated 3 May 2021, was considered carefully.", None),
    ("fr", "Le Comité accuse réception, le 3 mai 2021, du rapport de suivi.", "2021-05-03"),
    ("fr", "Le rapport de suivi n'a été soumis que le 3 mai 2021.", "2021-05-03"),
    ("fr", "Le Comité regrette la soumission tardive du rapport de suivi, le 3 mai 2021.", "2021-05-03"),
    ("es", "El Comité lamenta que el informe de seguimiento, esperado para abril de 2021, no se presentara hasta el 3 de mayo de 2021.", "2021-05-03"),
    ("es", "El Comité acusa recibo, el 3 de mayo de 2021, del informe de seguimiento.", "2021-05-03"),
    ("es", "La respuesta se recibió el 3 de mayo de 2021 y sus anexos, el 2 de junio de 2021.", "2021-05-03"),
]  # fmt: skip
EXAMINED = {
    "en": "At its thirty-fifth session, held in September 2022, the Committee examined the follow-up report (CMW/C/SEN/FCO/2).",
    "fr": "À sa trente-cinquième session, tenue en septembre 2022, le Comité a examiné le rapport de suivi (CMW/C/SEN/FCO/2).",
    "es": "En su 35º período de sesiones, celebrado en septiembre de 2022, el Comité examinó el informe de seguimiento (CMW/C/SEN/FCO/2).",
}  # fmt: skip


@pytest.mark.parametrize(("language", "words", "received"), RECEIPTS)
def test_when_the_report_came(language: str, words: str, received: str | None) -> None:
    record = read(letter(language, report=f"{EXAMINED[language]} {words}"))
    assert record["follow_up_report"] == {"symbol": "CMW/C/SEN/FCO/2", "received": received}
    assert codes(record) == ([] if received else [("missing_received", "follow_up_report.received")])


# a report under another name
NAMED_OTHERWISE = [
    ("fr", "Le Comité a examiné les renseignements communiqués par le Sénégal au titre du suivi (CMW/C/SEN/CO/2/Add.1), reçus en mai 2021, à sa 35e session, qui s'est tenue à Genève en septembre 2022."),
    ("fr", "Le Comité a étudié ces renseignements (CMW/C/SEN/CO/2/Add.1), parvenus en mai 2021, à sa 35e session, tenue en septembre 2022."),
    ("es", "El Comité examinó la respuesta del Senegal (CMW/C/SEN/CO/2/Add.1), recibida en mayo de 2021, en su 35º período de sesiones, celebrado en septiembre de 2022."),
    ("en", "The Committee considered the replies of Senegal (CMW/C/SEN/CO/2/Add.1), received in May 2021, at its thirty-fifth session, held in September 2022."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "report"), NAMED_OTHERWISE)
def test_the_report_under_another_name(language: str, report: str) -> None:
    record = read(letter(language, report=report, address_at=None))
    assert record["follow_up_report"] == {"symbol": "CMW/C/SEN/CO/2/Add.1", "received": "2021-05"}
    assert record["assessed"] == {"session": 35, "session_held": "2022-09"}
    assert codes(record) == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "It notes that, unlike Senegal, Guinea, Guinea-Bissau and Mali are not concerned."),
        ("fr", "Il note que, contrairement au Sénégal, la Guinée et le Mali ne sont pas concernés."),
        ("es", "Observa que, a diferencia del Senegal, Guinea y Malí no se ven afectados."),
    ],
)
def test_a_state_that_is_merely_mentioned_is_no_mismatch(language: str, words: str) -> None:
    record = read(letter(language, report=f"{letter_report(language)} {words}"))
    assert (record["state"], codes(record)) == ("SEN", [])


def letter_report(language: str) -> str:
    text = letter(language, bridge="-", address_at=None)
    return text.split("\n\n")[5]


def test_a_letter_sent_to_another_state_is_a_mismatch() -> None:
    address = ADDRESS["en"].replace("Senegal", "Mali")
    assert codes(read(letter("en", address=address))) == [("state_mismatch", "state")]


OTHERS = {
    "a meeting": ("en", "In accordance with the follow-up procedure, I would be grateful for an opportunity to meet with you on Tuesday, 4 October 2022, at 1.30 p.m."),
    "a closure": ("en", "The Committee has decided to discontinue the follow-up procedure with regard to these concluding observations."),
    "a question": ("fr", "Dans le cadre de la procédure de suivi, je vous serais reconnaissante de préciser la portée du décret."),
    "an invitation": ("es", "En el marco del procedimiento de seguimiento, quisiera invitar a su Gobierno a una reunión con el Comité."),
}  # fmt: skip


@pytest.mark.parametrize(("language", "words"), OTHERS.values(), ids=OTHERS)
def test_another_letter_of_the_procedure_gives_what_it_says(language: str, words: str) -> None:
    text = letter(language, request="-", report=words, bridge="-", passages=["-"], closing="-", address_at=0)
    record = read(text)
    assert (record["kind"], record["language"], record["state"]) == ("other", language, "SEN")
    assert record["reference"].endswith("/35/zz")
    assert record["date"] == "2022-10-05"
    assert record["concluding_observations"] == {
        "symbol": "CMW/C/SEN/CO/2",
        "reports": [2],
        "session": 30,
        "session_held": "2019-04",
    }
    assert (record["request"], record["assessed"], record["assessments"]) == (None, None, [])
    assert record["addressee"]["email"] == "mission@example.org"
    assert record["signatory"]["name"].startswith("Ada")
    assert codes(record) == []


def test_a_text_that_is_no_letter_gives_nothing() -> None:
    text = (
        "GENEVA (8 December 2023) – The United Nations Committee on Migrant Workers today closed its session after "
        "adopting concluding observations on the States parties whose reports it had considered, and after examining "
        "follow-up reports received under its follow-up procedure.\n\nENDS"
    )
    record = read(text)
    assert (record["kind"], record["language"], record["state"]) == ("other", None, None)
    assert codes(record) == [("not_a_follow_up_letter", None)]


NAMES = [
    ("fr", "La Présidente\n\nMme Fatimata Diallo", "Mme Fatimata Diallo", "Présidente"),
    ("fr", "Le Président,\nMohamed Charef", "Mohamed Charef", "Président"),
    ("fr", "Le Président du Comité\n\n(signé)\n\nJean-Pierre Dupont", "Jean-Pierre Dupont", "Président"),
    ("es", "La Presidenta del Comité,\n\nMaría Landázuri de Mora", "María Landázuri de Mora", "Presidenta"),
    ("en", "(Signed) Łukasz Đukić\nChair", "Łukasz Đukić", "Chair"),
    ("en", "Sadık Yıldırım\nVice-Chair", "Sadık Yıldırım", "Vice-Chair"),
    ("en", "Søren Əmirbəyov, Chairperson", "Søren Əmirbəyov", "Chairperson"),
    ("en", "The Chair\nJosé Serrano Brillantes", "José Serrano Brillantes", "Chair"),
]


@pytest.mark.parametrize(("language", "signature", "name", "role"), NAMES)
def test_who_signed(language: str, signature: str, name: str, role: str) -> None:
    assert read(letter(language, signature=signature))["signatory"] == {"name": name, "role": role}


@pytest.mark.parametrize(
    "name", ["Mr. Łukasz Wójcik", "Mr. Sadık Yıldırım", "Mr. Elşən Əmirbəyov", "Mr. Søren Ørsted"]
)
def test_whom_it_is_sent_to(name: str) -> None:
    text = letter("en", address=ADDRESS["en"].replace("Mr. Anton Sample", name))
    assert read(text)["addressee"]["name"] == name


@pytest.mark.parametrize(
    "number", ["Página 2 de 3", "Pág. 2", "Page 2 sur 3", "Feuillet 2", "Hoja 2 de 3", "- 2 -"]
)
@pytest.mark.parametrize(
    "head", ["CMW/FollowUp/35/zz\n{}", "{}\nCMW/FollowUp/35/zz", "CMW/FollowUp/35/zz, {}"]
)
def test_a_running_head_leaves_the_sentence(head: str, number: str) -> None:
    if "," in head and number == "- 2 -":
        head = head.replace(",", "")
    words = "El Comité lamenta que no se haya formado a los funcionarios y toma nota de la"
    opening = (
        "En relación con la recomendación formulada en el párrafo 47, el Comité celebra un plan nacional."
    )
    text = letter(
        "es",
        passages=[f"{opening}\n\n{words}\n\n{head.format(number)}\n\ncreación de un registro nacional."],
        address_at=None,
    )
    assert read(text)["assessments"][0]["text"] == f"{opening}\n\n{words} creación de un registro nacional."


QUOTED = [
    ("1. “The Committee recommends that the State party adopt a law” (CMW/C/SEN/CO/2, para. 12).", "12"),
    ("“The Committee recommends that the State party adopt a law” (CMW/C/SEN/CO/2, para. 12).", "12"),
    ("A. “The Committee recommends that the State party adopt a law” (paragraph 12).", "12"),
    ("II. “The Committee recommends that the State party adopt a law” (para. 12 (a)).", "12 (a)"),
]


@pytest.mark.parametrize(("quoted", "paragraph"), QUOTED)
def test_a_quoted_recommendation_opens_its_passage(quoted: str, paragraph: str) -> None:
    comment = (
        "The Committee notes a bill. The Committee considers that the recommendation has been implemented."
    )
    rows = read(letter("en", passages=[quoted, comment], address_at=None))["assessments"]
    assert [(row["paragraph"], row["grade"], row["text"]) for row in rows] == [
        (paragraph, "implemented", f"{quoted}\n\n{comment}")
    ]


SAME = [
    ("fr", "Touchant les recommandations formulées aux alinéas d) et e) du paragraphe 12, le Comité note un projet.", "Touchant la recommandation formulée à l'alinéa f) du même paragraphe, le Comité regrette le retard."),
    ("en", "Regarding the recommendations in paragraph 12 (d) and (e), the Committee notes a bill.", "Regarding subparagraph (f) of the same paragraph, the Committee regrets the delay."),
    ("es", "Respecto de las recomendaciones del párrafo 12 d) y e), el Comité observa un proyecto.", "Respecto del apartado f) del mismo párrafo, el Comité lamenta el retraso."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "first", "second"), SAME)
def test_a_part_of_the_same_paragraph_opens_a_passage(language: str, first: str, second: str) -> None:
    rows = read(letter(language, passages=[first, second], address_at=None))["assessments"]
    assert [(row["paragraph"], row["text"]) for row in rows] == [
        ("12 (d)", first),
        ("12 (e)", first),
        ("12 (f)", second),
    ]


ABSENT = [
    ("en", "the second periodic report of Senegal", "Senegal, in the absence of its second periodic report,", []),
    ("fr", "du deuxième rapport périodique du Sénégal", "du Sénégal, en l'absence de son deuxième rapport périodique", []),
    ("es", "del segundo informe periódico del Senegal", "del Senegal, en ausencia del segundo informe periódico,", []),
    ("es", "del segundo informe periódico del Senegal", "de la situación en el Senegal", None),
]  # fmt: skip


@pytest.mark.parametrize(("language", "old", "new", "reports"), ABSENT)
def test_a_report_that_was_not_there(language: str, old: str, new: str, reports: list[int] | None) -> None:
    text = letter(language).replace(old, new)
    text = text.replace(
        "El Comité espera continuar",
        "En ausencia de un informe de seguimiento completo, el Comité espera continuar",
    )
    assert read(text)["concluding_observations"]["reports"] == reports


@pytest.mark.parametrize(
    ("line", "reference"),
    [
        ("CMW/FollowUp/35/zz                    5 October 2022", "CMW/FollowUp/35/zz"),
        ("CMW/follow-up/35/zz/2 Geneva, 5 October 2022", "CMW/follow-up/35/zz/2"),
        ("Ref.: CMW / FollowUp / 35 / zz", "CMW/FollowUp/35/zz"),
        ("REFERENCE: CMW/FollowUp/35/zz 5 October 2022", "CMW/FollowUp/35/zz"),
    ],
)
def test_the_reference_ends_before_the_date(line: str, reference: str) -> None:
    assert read(letter("en", reference=line))["reference"] == reference
