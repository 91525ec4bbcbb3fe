"""The address block wherever the mission is, and the signature on the closing's own line."""

from __future__ import annotations

import pytest

from followup.letters import left_out, parse

from .factory import letter

SEATS = [
    "Geneva", "1211 Geneva 10", "New York", "New York, NY 10017", "Brussels, Belgium", "Bonn, Germany", "Addis Ababa",
    "Geneva, Switzerland", "Tel. +41 22 000 00 00", "\nNew York\n", "\nBrussels, Belgium\n",
]  # fmt: skip
TITLES = ["Mr.", "Mrs.", "Ms.", "Dr.", "Prof."]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("seat", SEATS)
def test_the_block_is_read_to_its_end(seat: str, title: str) -> None:
    block = f"Her Excellency\n{title} Antonia Sample-Muster\nPermanent Representative of Senegal\nto the United Nations\n{seat}\nEmail: mission@example.org"
    for at in (1, 2):
        text = letter("en", address=block, address_at=at)
        record = parse(text).as_dict()
        assert record["addressee"] == {
            "name": f"{title} Antonia Sample-Muster",
            "email": "mission@example.org",
        }
        assert record["assessments"][1]["text"] == letter("en", address_at=None).split("\n\n")[7]
        shown = text
        for start, end in reversed(left_out(text)):
            shown = shown[:start] + shown[end:]
        assert seat.strip() not in shown.replace("in Geneva, the", "")


# (language, the farewell with the signature behind it, name, role)
RUN_ON = [
    ("en", "Please accept, Excellency, the assurances of my highest consideration. Ada Example, Chairperson.", "Ada Example", "Chairperson"),
    ("en", "Please accept, Excellency, the assurances of my highest consideration. (Signed) Ada\nExample, Chair, Committee on Migrant Workers", "Ada Example", "Chair"),
    ("en", "Yours sincerely, Ada Example, Vice-Chair", "Ada Example", "Vice-Chair"),
    ("fr", "Veuillez agréer, Excellence, l'assurance de ma très haute considération. Ada Exemple, Présidente", "Ada Exemple", "Présidente"),
    ("fr", "Veuillez agréer, Excellence, l'assurance de ma très haute considération. Mme Ada Exemple, la\nPrésidente du Comité", "Mme Ada Exemple", "Présidente"),
    ("es", "Le ruego acepte, Excelencia, las seguridades de mi más alta consideración. Fatimata\nEjemplo, Presidenta.", "Fatimata Ejemplo", "Presidenta"),
    ("es", "Le ruego acepte, Excelencia, las seguridades de mi más alta consideración. Ada María\nEjemplo de la Cruz, Relatora", "Ada María Ejemplo de la Cruz", "Relatora"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "farewell", "name", "role"), RUN_ON)
def test_a_signature_may_stand_on_the_closing_line(
    language: str, farewell: str, name: str, role: str
) -> None:
    record = parse(letter(language, farewell=farewell, signature="-")).as_dict()
    assert record["signatory"] == {"name": name, "role": role}
    assert len(record["assessments"][1]["text"].split("\n\n")) == 1
