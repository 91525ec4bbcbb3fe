"""Tables of grades at the end of a letter or below its signature, whatever their layout."""

from __future__ import annotations

import pytest

from followup.letters import parse

from .factory import letter

PARTLY, NOT = "partially_implemented", "not_implemented"
PASSAGES = {
    "en": ["Paragraph 12. The Committee notes that the law was amended in 2023.", "Paragraph 47. The Committee notes that no officials were trained."],
    "fr": ["Paragraphe 12. Le Comité note que la loi a été modifiée en 2023.", "Paragraphe 47. Le Comité note qu'aucun agent n'a été formé."],
    "es": ["Párrafo 12. El Comité observa que la ley fue enmendada en 2023.", "Párrafo 47. El Comité observa que no se ha formado a los funcionarios."],
}  # fmt: skip

# each grades paragraph 12 as partially and paragraph 47 as not implemented
TABLES = [
    ("en",["Summary","12 ......... partially implemented\n47 ......... not implemented"]),
    ("en",["Assessment table\n\nParagraph\tGrade\n12\tPartially implemented\n47\tNot implemented"]),
    ("en",["Grades","12: partially implemented\n47: not implemented"]),
    ("en",["Grades","- Paragraph 12: partially implemented\n- Paragraph 47: not implemented"]),
    ("en",["Grades","- Paragraph 12: partially implemented;\n- Paragraph 47: not implemented."]),
    ("en",["| Para. | Topic | Grade |\n| --- | --- | --- |\n| 12 | Recruitment | Partially implemented |\n| 47 | Training | Not implemented |"]),
    ("en",["Para.     Subject            Assessment\n12        Recruitment        Partially implemented\n47        Training           Not implemented"]),
    ("en",["Partially implemented: paragraph 12\nNot implemented: paragraph 47"]),
    ("en",["Partially implemented\n\nParagraph 12\n\nNot implemented\n\nParagraph 47"]),
    ("en",["In sum: paragraph 12, partially implemented; paragraph 47, not implemented."]),
    ("en",["The grades are as follows:\n\n(a) Paragraph 12: partially implemented;\n\n(b) Paragraph 47: not implemented."]),
    ("en",["Recommendation in paragraph 12: partial implementation\nRecommendation in paragraph 47: non-implementation"]),
    ("fr",["Appréciation\n\nPar. 12 – partiellement mise en œuvre\nPar. 47 – non mise en œuvre"]),
    ("fr",["Paragraphe 12 (agences) : mise en œuvre partielle\nParagraphe 47 (formation) : non mise en œuvre"]),
    ("fr",["| 12 | Mise en œuvre partielle |\n| 47 | Absence de mise en œuvre |"]),
    ("es",["12 (agencias)    Parcialmente aplicada\n47 (formación)   No aplicada"]),
    ("es",["Grado de aplicación\n\nPárr. 12 ....... aplicación parcial\nPárr. 47 ....... sin aplicar"]),
    ("es",["CUADRO RECAPITULATIVO\n\nPárrafo 12\tCumplida parcialmente\nPárrafo 47\tNo cumplida"]),
]  # fmt: skip


@pytest.mark.parametrize("below", [False, True], ids=["end", "annex"])
@pytest.mark.parametrize(("language", "parts"), TABLES)
def test_a_table_of_any_layout(language: str, parts: list[str], below: bool) -> None:
    text = letter(language, passages=PASSAGES[language] + ([] if below else parts), address_at=None)
    text = text.rstrip() + "\n\n" + "\n\n".join(parts) + "\n" if below else text
    rows = parse(text).as_dict()["assessments"]
    first, second = PASSAGES[language]
    assert [(row["paragraph"], row["grade"], row["text"]) for row in rows] == [
        ("12", PARTLY, first),
        ("47", NOT, second),
    ]
