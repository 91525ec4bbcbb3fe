"""Letters that say little: what they say is read, and what they leave out is flagged."""

from __future__ import annotations

import pytest

from followup.letters import parse

BARE = [
    ("en", "Geneva, January 2021\n\nExcellency,\n\nThe Committee on Migrant Workers has considered the information that Senegal sent it in response to its concluding observations on the second periodic report (CMW/C/SEN/CO/2), and in particular on paragraphs 12 and 47.\n\nAs to paragraph 12, the Committee considers that the recommendation has been partially implemented.\n\nAs to paragraph 47, the Committee wishes to receive statistics. The recommendation has not been implemented.\n\nAccept, Excellency, the assurances of my highest consideration."),
    ("fr", "Genève, janvier 2021\n\nExcellence,\n\nLe Comité des travailleurs migrants a examiné les renseignements que le Sénégal lui a fait parvenir en réponse à ses observations finales sur le deuxième rapport périodique (CMW/C/SEN/CO/2), notamment sur les paragraphes 12 et 47.\n\nQuant au paragraphe 12, le Comité considère que la recommandation a été partiellement mise en œuvre.\n\nQuant au paragraphe 47, le Comité souhaite recevoir des statistiques. La recommandation n'a pas été mise en œuvre.\n\nAgréez, Excellence, les assurances de ma considération distinguée."),
    ("es", "Ginebra, enero de 2021\n\nExcelencia:\n\nEl Comité de los Trabajadores Migratorios ha examinado la información que el Senegal le hizo llegar en respuesta a sus observaciones finales sobre el segundo informe periódico (CMW/C/SEN/CO/2), y en concreto sobre los párrafos 12 y 47.\n\nPor lo que hace al párrafo 12, el Comité considera que la recomendación se ha aplicado parcialmente.\n\nPor lo que hace al párrafo 47, el Comité desearía recibir datos. La recomendación no se ha aplicado.\n\nReciba, Excelencia, las seguridades de mi más alta consideración."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), BARE, ids=[language for language, _ in BARE])
def test_a_bare_letter_is_a_letter(language: str, text: str) -> None:
    record = parse(text).as_dict()
    assert (record["kind"], record["language"], record["state"]) == ("assessment", language, "SEN")
    assert record["date"] == "2021-01"
    assert record["concluding_observations"]["symbol"] == "CMW/C/SEN/CO/2"
    assert record["concluding_observations"]["reports"] == [2]
    assert record["request"]["paragraphs"] == ["12", "47"]
    assert [(row["paragraph"], row["grade"]) for row in record["assessments"]] == [
        ("12", "partially_implemented"),
        ("47", "not_implemented"),
    ]
    assert {flag["code"] for flag in record["flags"]} == {
        "missing_reference",
        "missing_session",
        "missing_report_symbol",
        "missing_received",
        "missing_signatory",
    }
