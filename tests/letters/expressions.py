"""All regular expressions of the parser, gathered from its modules and made from its tables."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import followup.letters
from followup.letters import DEFAULT
from followup.letters.hits import rows
from followup.letters.languages import LANGUAGES, Language
from followup.letters.wording import Finder, Phrase, compiled, phrases

MODULES = [
    importlib.import_module(found.name)
    for found in pkgutil.walk_packages(followup.letters.__path__, "followup.letters.")
]

# what a hostile text is pumped up with
UNITS = [
    *("1", "12, ", "paragraph 12 and ", "paragraphs 12, 13 and 14, ", " ", "\n", " \n\n", "(", "(a) ", "(a)(", "“", '"', "'"),
    *("a", "A", "i", "o", "é", "\x00", "\x01", "*", "_", "*a", "|", "…", ".", "1.", "1/", "-", "-\n", "ab-\n", "> ", "# "),
    *("a ", "and ", "not ", "of the ", "by ", "Ab ", "Aa Bb ", "Mr. A", "State party ", "recommendation ", "information "),
    *("the Committee considers that the recommendation ", "12 May ", "2021-", "CMW/", "CMW/C/", "a.b@", "a@b."),
]  # fmt: skip


def expressions() -> dict[str, re.Pattern[str]]:
    """Each expression once, by where it was found."""
    found: dict[tuple[str, int], tuple[str, re.Pattern[str]]] = {}
    for where, value in _values():
        for name, expression in _within(where, value):
            found.setdefault((expression.pattern, expression.flags), (name, expression))
    return dict(found.values())


def _values() -> Iterator[tuple[str, Any]]:
    """What holds expressions: the modules' constants, what they make once for a language, and the tables."""
    for module in MODULES:
        for name, value in vars(module).items():
            where = f"{module.__name__.removeprefix('followup.letters.')}.{name}"
            if not hasattr(value, "cache_info"):
                yield where, value
            elif list(_parameters(value)) == ["code"]:
                yield from ((f"{where}({language.code})", value(language.code)) for language in LANGUAGES)
            elif not _parameters(value):
                yield where, value()
    for language in LANGUAGES:
        yield f"rows({language.code})", rows(DEFAULT.wordings, language.code)
        yield from _tables(language)


def _tables(language: Language) -> Iterator[tuple[str, Finder]]:
    for table in (language, language.speech, language.framing):
        for field in dataclasses.fields(table):
            value = getattr(table, field.name)
            if isinstance(value, tuple) and value and all(type(row) is str for row in value):
                yield f"{language.code}.{field.name}", compiled(value)
            elif isinstance(value, tuple) and value and all(isinstance(row, Phrase) for row in value):
                yield f"{language.code}.{field.name}", phrases(value)


def _parameters(function: Any) -> list[str]:
    code = function.__wrapped__.__code__
    return list(code.co_varnames[: code.co_argcount])


def _within(where: str, value: Any) -> Iterator[tuple[str, re.Pattern[str]]]:
    if isinstance(value, re.Pattern):
        yield where, value
    elif isinstance(value, Finder):
        yield where, value.expression
    elif dataclasses.is_dataclass(value) and not isinstance(value, (type, Language)):
        for field in dataclasses.fields(value):
            yield from _within(f"{where}.{field.name}", getattr(value, field.name))
    elif isinstance(value, (tuple, list)):
        for n, item in enumerate(value):
            yield from _within(f"{where}[{n}]", item)
    elif hasattr(value, "pattern") and not isinstance(value, (str, type, Phrase)):
        yield from _within(f"{where}.pattern", value.pattern)


def own_words(expression: re.Pattern[str]) -> str:
    """The words that an expression is made of."""
    return " ".join(re.findall(r"\w{2,}", expression.pattern)[:40]) + " "
