"""Reminders and acknowledgements in many words: what became of the report decides."""

from __future__ import annotations

import pytest

from followup.letters import parse

from .factory import letter

# (language, what the letter says of the report, kind)
KINDS = [
    ("en", "To date, the Committee has not received this information. I would be grateful if it could be submitted by 1 December 2022.", "reminder"),
    ("en", "The Committee regrets that the follow-up report, which was due on 1 May 2021, has still not been submitted.", "reminder"),
    ("en", "The Committee notes with concern that the report has not yet reached it.", "reminder"),
    ("en", "The deadline expired on 1 May 2021. No reply has been received to date.", "reminder"),
    ("en", "The follow-up report remains outstanding.", "reminder"),
    ("en", "I wish to remind your Government that the follow-up report is overdue.", "reminder"),
    ("en", "At its thirty-fifth session, held in September 2022, the Committee noted that the follow-up report had not been received.", "reminder"),
    ("en", "At its thirty-fifth session, held in September 2022, the Committee examined the status of follow-up reports and noted that the report of Senegal was overdue.", "reminder"),
    ("en", "The Committee is still waiting for the information requested.", "reminder"),
    ("en", "The Committee acknowledges receipt of the follow-up report (CMW/C/SEN/FCO/2), received on 3 May 2021. It will be examined at the thirty-sixth session.", "acknowledgement"),
    ("en", "I have the pleasure of acknowledging receipt of the follow-up report, which was received on 3 May 2021 after two reminders.", "acknowledgement"),
    ("en", "The Committee has received the follow-up report of the State party on 3 May 2021 and will consider it at its thirty-sixth session, to be held in March 2023.", "acknowledgement"),
    ("en", "The secretariat confirms that it has received the follow-up report, which will be considered in due course.", "acknowledgement"),
    ("fr", "À ce jour, ces renseignements ne sont pas parvenus au Comité.", "reminder"),
    ("fr", "Le Comité constate avec regret qu'il n'a toujours pas reçu le rapport de suivi.", "reminder"),
    ("fr", "Le délai est venu à échéance le 1er mai 2021 sans que le rapport de suivi ait été reçu.", "reminder"),
    ("fr", "Le rapport de suivi aurait dû être soumis le 1er mai 2021 au plus tard.", "reminder"),
    ("fr", "Je vous rappelle que le rapport de suivi est toujours attendu.", "reminder"),
    ("fr", "Le Comité accuse réception du rapport de suivi, reçu le 3 mai 2021.", "acknowledgement"),
    ("fr", "Le Comité a bien reçu le rapport de suivi le 3 mai 2021 ; il l'examinera à sa trente-sixième session.", "acknowledgement"),
    ("es", "Hasta la fecha, el Comité no ha recibido dicha información.", "reminder"),
    ("es", "El Comité lamenta que el informe de seguimiento, que debía presentarse antes del 1 de mayo de 2021, todavía no haya sido recibido.", "reminder"),
    ("es", "El plazo venció el 1 de mayo de 2021 sin que se haya recibido el informe de seguimiento.", "reminder"),
    ("es", "El informe de seguimiento sigue pendiente.", "reminder"),
    ("es", "El Comité acusa recibo del informe de seguimiento, recibido el 3 de mayo de 2021.", "acknowledgement"),
    ("es", "El Comité ha recibido el informe de seguimiento el 3 de mayo de 2021 y lo examinará en su 36º período de sesiones.", "acknowledgement"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words", "kind"), KINDS)
def test_what_became_of_the_report_decides(language: str, words: str, kind: str) -> None:
    text = letter(language, report=words, bridge="-", passages=["-"], closing="-", address_at=None)
    read = parse(text).as_dict()
    assert (read["kind"], read["state"], read["assessments"]) == (kind, "SEN", [])
    assert read["request"]["paragraphs"] == ["12", "47"]
    assert read["concluding_observations"]["symbol"] == "CMW/C/SEN/CO/2"
    received = read["follow_up_report"] and read["follow_up_report"]["received"]
    assert received == (
        "2021-05-03"
        if "3 mai 2021" in words or "3 de mayo de 2021" in words or "3 May 2021" in words
        else None
    )


ASSESSED = [
    ("en", "The Committee regrets that the report was received only after two reminders."),
    ("en", "No follow-up report had been received by the date due, 1 April 2021."),
    ("fr", "Le Comité regrette que le rapport n'ait pas été soumis dans le délai fixé."),
    ("es", "El Comité lamenta que no se haya recibido información de la sociedad civil."),
]


@pytest.mark.parametrize(("language", "words"), ASSESSED)
def test_a_late_report_was_assessed_all_the_same(language: str, words: str) -> None:
    clean = letter(language)
    report = clean.split("\n\n")[5]
    record, expected = (parse(text).as_dict() for text in (clean.replace(report, f"{report} {words}"), clean))
    assert {**record, "spans": None} == {**expected, "spans": None}
