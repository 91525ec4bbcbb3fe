"""The translations of the public pages: whole, with the same placeholders, and compiled as they stand."""

from __future__ import annotations

import ast
import gettext
import re
from pathlib import Path
from typing import NamedTuple

import pytest

LOCALE = Path(__file__).parent.parent / "followup" / "locale"
LANGUAGES = ["es", "fr"]
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}|<[^<>]+>")
_LINE = re.compile(r'(?:(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?) )?(".*")')


class Entry(NamedTuple):
    """One string of a catalog; `words` are its translations, one for each plural form."""

    context: str
    text: str
    plural: str
    words: tuple[str, ...]
    fuzzy: bool

    @property
    def name(self) -> str:
        """As a compiled catalog keys it."""
        return f"{self.context}\x04{self.text}" if self.context else self.text


def entries(language: str) -> list[Entry]:
    """The strings of a .po file, its header left out."""
    blocks = (LOCALE / language / "LC_MESSAGES" / "django.po").read_text(encoding="utf-8").split("\n\n")
    return [found for block in blocks if (found := _entry(block)).text]


def _entry(block: str) -> Entry:
    fields: dict[str, str] = {}
    name = ""
    for line in block.splitlines():
        if match := _LINE.fullmatch(line):
            name = match[1] or name
            fields[name] = fields.get(name, "") + ast.literal_eval(match[2])
        else:
            assert line.startswith("#"), line
    words = tuple(text for key, text in sorted(fields.items()) if key.startswith("msgstr"))
    fuzzy = "#, fuzzy" in block or "\n#~" in block
    return Entry(
        fields.get("msgctxt", ""), fields.get("msgid", ""), fields.get("msgid_plural", ""), words, fuzzy
    )


def placeholders(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text))


def test_both_languages_translate_the_same_strings():
    spanish, french = ({(one.context, one.text, one.plural) for one in entries(code)} for code in LANGUAGES)
    assert spanish == french
    assert len(spanish) > 700


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_string_is_translated(language):
    found = entries(language)
    assert [one.name for one in found if one.fuzzy] == []
    assert [one.name for one in found if not all(text.strip() for text in one.words)] == []
    assert [one.name for one in found if len(one.words) != (2 if one.plural else 1)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_placeholders_of_its_string(language):
    wrong = [
        (one.text, text)
        for one in entries(language)
        for number, text in enumerate(one.words)
        # the form for one may say “one” in place of the number
        if placeholders(text)
        not in [placeholders(own) for own in (one.plural or one.text, one.text)[: 2 - number]]
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_begins_and_ends_as_its_string(language):
    """Spaces join a fragment to its neighbours; a full stop ends a sentence."""
    for one in entries(language):
        for text in one.words:
            assert (text[0] == " ") >= (one.text[0] == " "), one.text
            assert (text[-1] == " ") == (one.text[-1] == " "), one.text
            assert text.endswith(".") == one.text.endswith("."), (one.text, text)


@pytest.mark.parametrize(
    ("language", "wrong"),
    [
        ("fr", re.compile(r"['\"](?![^<]*>)|(?<!\u00a0)[;?!»]|\b :|« ")),
        ("es", re.compile(r"\s[:;?!»]|['“”]")),
    ],
)
def test_punctuation_is_that_of_the_language(language, wrong):
    """French sets a no-break space before : ; ? ! and within « »; Spanish sets none."""
    found = [
        text for one in entries(language) for text in one.words if wrong.search(re.sub(r"<[^>]+>", "", text))
    ]
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalog_holds_the_same(language):
    """`make messages` compiles; whoever changes a .po file alone is told here."""
    with (LOCALE / language / "LC_MESSAGES" / "django.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    expected = {
        ((one.name, number) if one.plural else one.name): text
        for one in entries(language)
        for number, text in enumerate(one.words)
    }
    assert {key: text for key, text in compiled.items() if key} == expected
