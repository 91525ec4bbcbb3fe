"""Which State a letter is about where others are named: merely mentioned, or taken for it."""

from __future__ import annotations

import pytest

from followup.letters import parse

from .factory import letter

# (language, a sentence of the frame, whether a person should look)
NAMED = [
    ("en", "Having regard to migrants who cross Niger and Benin, the Committee attaches importance to its concluding observations on Senegal.", False),
    ("en", "At that session, the Committee also assessed the follow-up reports of Benin and of Niger.", False),
    ("en", "The Committee refers to the concluding observations on Senegal and to the situation of nationals of Mali.", False),
    ("en", "The Committee recalls the follow-up report of Mali.", True),
    ("en", "The Committee recalls Mali's second periodic report.", True),
    ("en", "The Committee recalls its concluding observations (CMW/C/SEN/CO/2) on Mali.", True),
    ("fr", "Le Comité a également évalué les rapports de suivi du Bénin et du Niger.", False),
    ("fr", "Eu égard aux migrants qui traversent le Niger, le Comité attache de l'importance à ses observations finales sur le Sénégal.", False),
    ("fr", "Le Comité rappelle le rapport de suivi du Mali.", True),
    ("es", "El Comité evaluó asimismo los informes de seguimiento de Benin y del Níger.", False),
    ("es", "Habida cuenta de los migrantes que cruzan el Níger, el Comité concede importancia a sus observaciones finales sobre el Senegal.", False),
    ("es", "El Comité recuerda el informe de seguimiento de Malí.", True),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words", "rival"), NAMED)
def test_another_state_is_mentioned_or_meant(language: str, words: str, rival: bool) -> None:
    record = parse(letter(language, bridge=words, address_at=None)).as_dict()
    assert record["state"] == "SEN"
    assert [flag["code"] for flag in record["flags"]] == (["state_mismatch"] if rival else [])
