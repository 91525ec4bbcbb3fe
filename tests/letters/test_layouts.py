"""White space, page furniture, emphasis and line width change nothing of what is read."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest

from followup.letters import fold, parse

from .factory import ADDRESS, letter
from .layouts import SAME, Change, paged, paragraphs
from .real import real_letter

LETTERS = {
    "English": letter("en"),
    "French": letter("fr"),
    "Spanish": letter("es"),
    "English with lists": letter(
        "en",
        passages=[
            "Regarding the recommendation made in paragraph 12 of the concluding observations, the Committee encourages "
            "the State party to take the necessary measures to:",
            "(a) Adopt a comprehensive law on recruitment agencies, with the participation of civil society organizations;",
            "(b) Train the officials who are in charge of the inspection of workplaces, including those in rural areas.",
            "The Committee considers that the recommendation contained in paragraph 12 has been partially implemented.",
            "With respect to paragraph 47, the Committee lacks sufficient information to assess the implementation of "
            "the recommendation.",
        ],
    ),
}


def values(text: str) -> Any:
    """Everything read, folded: the characters of a letter are its own, what they say is compared."""

    def folded(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: folded(item) for key, item in value.items() if key != "message"}
        if isinstance(value, list):
            return [folded(item) for item in value]
        return fold(value) if isinstance(value, str) else value

    record = parse(text).as_dict()
    del record["spans"]
    return folded(record)


@pytest.mark.parametrize("change", SAME.values(), ids=SAME)
@pytest.mark.parametrize("name", LETTERS)
def test_the_same_is_read(name: str, change: Change) -> None:
    assert values(change(LETTERS[name])) == values(LETTERS[name])


@pytest.mark.parametrize("change", SAME.values(), ids=SAME)
@pytest.mark.parametrize("name", ["kgz-2018", "tjk-2022"])
def test_the_same_is_read_from_real_letters(name: str, change: Change) -> None:
    text = real_letter(name)
    assert values(change(text)) == values(text)


@pytest.mark.parametrize("language", ADDRESS)
def test_the_address_block_may_split_a_sentence(language: str) -> None:
    whole = letter(language, address_at=0)
    first = paragraphs(letter(language, address_at=None))[5:7]
    words = first[1].split(" ")
    for cut in range(3, len(words) - 3, 4):
        split = " ".join(words[:cut]) + "\n\n" + ADDRESS[language] + "\n\n" + " ".join(words[cut:])
        assert values(letter(language, address_at=None).replace(first[1], split)) == values(whole), words[cut]


def test_the_address_block_may_stand_anywhere() -> None:
    own = letter("en", address_at=None)
    parts = paragraphs(own)
    expected = values(letter("en", address_at=1))
    for at in range(2, len(parts) + 1):
        assert values("\n\n".join([*parts[:at], ADDRESS["en"], *parts[at:]])) == expected, at


def test_a_paragraph_cut_by_a_page_is_one_paragraph() -> None:
    text = paged("\n\n2\n\n")(letter("fr"))
    for row in parse(text).assessments:
        assert "\n" not in row.text
        assert unicodedata.normalize("NFC", row.text) == row.text


def test_words_at_a_line_end_keep_a_hyphen_of_their_own() -> None:
    text = letter("en").replace("the follow-up report received", "the follow-\nup report re-\nceived")
    assert values(text) == values(letter("en"))
