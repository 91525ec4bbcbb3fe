"""docs/secretariat.md names what is on the pages: its buttons, links and messages are those of the templates."""

from __future__ import annotations

import re

import pytest

from .conftest import REPOSITORY

PAGE = REPOSITORY / "docs" / "secretariat.md"
TEXT = PAGE.read_text(encoding="utf-8")
SOURCES = [
    *(REPOSITORY / "templates" / "admin").rglob("*.html"),
    *(REPOSITORY / "followup" / "admin").glob("*.py"),
    REPOSITORY / "static" / "followup" / "review.js",
]
# what people press or tick: controls, and labels of forms in Python
CONTROL = re.compile(r"<(button|a|summary|label|h2)\b(?:\{[{%].*?[%}]\}|[^>])*>(.*?)</\1>", re.DOTALL)
SAID_IN_PYTHON = re.compile(r'"([^"\n]+)"')


def shown(markup: str) -> str:
    """The words of a control as a pattern: what the template fills in may be anything."""
    words = re.sub(r"<(?:\{[{%].*?[%}]\}|[^>])*>", " ", markup)
    pieces = re.split(r"\{%.*?%\}|\{\{.*?\}\}|\{\w+\}", " ".join(words.split()))
    return r"[^\n]*".join(re.escape(piece) for piece in pieces)


def controls() -> list[str]:
    found = []
    for path in SOURCES:
        source = path.read_text(encoding="utf-8")
        if path.suffix == ".html":
            found += [shown(match[2]) for match in CONTROL.finditer(source)]
        else:
            found += [re.escape(words) for words in SAID_IN_PYTHON.findall(source)]
    # one that begins with what the template fills in would fit everything
    return [pattern for pattern in found if re.match(r"\w", pattern)]


CONTROLS = controls()
NAMED = list(dict.fromkeys(" ".join(name.split()) for name in re.findall(r"\*\*(.+?)\*\*", TEXT, re.DOTALL)))


@pytest.mark.parametrize("name", NAMED)
def test_what_the_page_names_is_there(name):
    if name == "bold":
        return
    assert any(re.fullmatch(rf"{pattern}\W*", name) for pattern in CONTROLS if pattern) or any(
        re.match(rf"{re.escape(name)}\b", re.sub(r"\\(.)", r"\1", pattern)) for pattern in CONTROLS
    ), name


def test_a_name_that_is_on_no_page_would_be_found():
    with pytest.raises(AssertionError):
        test_what_the_page_names_is_there("Publish everything")
    assert len(NAMED) > 25


MESSAGES = [
    line.split("|")[1].strip() for line in TEXT.split("| The page says |")[1].splitlines()[2:] if "|" in line
]


@pytest.mark.parametrize("message", MESSAGES)
def test_a_message_is_one_of_the_registry(message):
    wanted = re.sub(r"the letter was", r"the {what} was", message)
    pages = [
        *SOURCES,
        REPOSITORY / "templates" / "503.html",
        REPOSITORY / "followup" / "documents" / "refusals.py",
    ]
    sources = " ".join(path.read_text(encoding="utf-8") for path in pages)
    assert wanted in " ".join(re.sub(r'"\s*f?"', "", sources).split()), message


PICTURES = re.findall(r"!\[([^\]]+)\]\(([^)]+)\)", TEXT)


@pytest.mark.parametrize(("words", "name"), PICTURES)
def test_a_picture_is_there_and_small(words, name):
    path = PAGE.parent / name
    assert path.read_bytes().startswith(b"\x89PNG")
    assert path.stat().st_size <= 120 * 1024
    assert len(words) > 20


def test_every_picture_is_shown():
    taken = {path.name for path in (PAGE.parent / "secretariat").iterdir()}
    assert taken == {name.rpartition("/")[2] for _, name in PICTURES}
