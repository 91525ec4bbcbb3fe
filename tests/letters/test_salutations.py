"""The salutation, however long, stands above the letter's first paragraph and never in it."""

from __future__ import annotations

import pytest

from followup.letters import parse

from .factory import letter
from .layouts import wrapped

SALUTATIONS = [
    ("en", "Dear Mr. Ambassador,"),
    ("en", "Dear Ambassador Khamidov,"),
    ("en", "Madam Ambassador,"),
    ("en", "To the Permanent Mission,"),
    ("fr", "Madame l'Ambassadrice,"),
    ("fr", "Monsieur l'Ambassadeur,"),
    ("fr", "Madame la Représentante permanente,"),
    ("fr", "Cher Ambassadeur,"),
    ("es", "Distinguida Señora Embajadora,"),
    ("es", "Excelentísima Señora Embajadora,"),
    ("es", "De mi mayor consideración,"),
    ("es", "Señor Embajador:"),
]


def values(text: str) -> dict[str, object]:
    record = parse(text).as_dict()
    del record["spans"]
    return record


@pytest.mark.parametrize("width", [None, 72])
@pytest.mark.parametrize("gap", ["\n\n", "\n"])
@pytest.mark.parametrize(("language", "salutation"), SALUTATIONS)
def test_nothing_of_the_opening_is_lost(language: str, salutation: str, gap: str, width: int | None) -> None:
    text = letter(language, salutation=salutation)
    text = wrapped(width)(text) if width else text
    assert values(text.replace(f"{salutation}\n\n", f"{salutation}{gap}")) == values(letter(language))


@pytest.mark.parametrize(
    ("salutation", "opening"),
    [
        ("Monsieur l'Ambassadeur,", "Me référant à l'examen du"),
        ("Madame la Représentante permanente,", "Faisant suite à l'examen du"),
    ],
)
def test_an_opening_without_a_formula_is_read(salutation: str, opening: str) -> None:
    clean = letter("fr")
    text = letter("fr", salutation=salutation).replace(
        "En ma qualité de Présidente du Comité des travailleurs migrants, j'ai l'honneur de me référer à l'examen du",
        opening,
    )
    assert values(text)["concluding_observations"] == values(clean)["concluding_observations"]
    assert values(text)["request"] == values(clean)["request"]
