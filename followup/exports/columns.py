"""What a column is, and what the whole file says: the same for CSV, XLSX, JSON and the API."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy

from ..letters import fold
from ..marks import masked, personal
from ..models import Assessment, Letter, PartialDate

CAVEAT = gettext_lazy(
    "Grades cover only the recommendations the Committee selected for follow-up; they do not rank States."
)
LICENCE = gettext_lazy(
    "The registry: BSD-3-Clause. The letters it quotes are documents of the United Nations."
)
EVERYTHING = gettext_lazy("the whole list")


@dataclass(frozen=True, slots=True)
class Context:
    """What is the same for all rows: the site's address, the day, and the filter in words."""

    site: str  # https://registry.example.org, without a slash at its end
    on: date
    selection: str = ""
    query: str = ""  # of the list, in its canonical form
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Column:
    """A value of each row. `kind` is text, integer, boolean, date, time, list, numbers or address; None is "not known"."""

    name: str
    value: Callable[[Any], Any]
    about: str
    kind: str = "text"
    choices: tuple[str, ...] = ()


def cell(value: Any) -> str:
    """A value as CSV and XLSX write it: nothing where it is not known, several parted by semicolons."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return str(value)


def iso(value: PartialDate | date | None) -> str | None:
    """2018, 2018-05 or 2018-05-14, with the precision the letter gives."""
    return str(value) if value else None


def precision(value: PartialDate | None) -> str | None:
    return value.precision if value else None


def names(letter: Letter) -> list[str]:
    """Names to mask in what the letter says; asked for without reading the whole record (see rows.LETTERS)."""
    found = [getattr(letter, name) for name in PEOPLE if name in letter.__dict__]
    if not found:
        return letter.personal_names
    return [name for name in dict.fromkeys([letter.addressee_name, letter.signatory_name, *found]) if name]


_WORD = re.compile(r"\w+")
# the names as the parser read them and as staff left them, beside the two columns
PEOPLE = {
    f"{record}_{who}": f"{record}__{who}__name"
    for record in ("reading", "record")
    for who in ("addressee", "signatory")
}


def public(text: str, letter: Letter) -> str:
    """Words of a letter without what is for staff only."""
    return masked(text, personal(text, names(letter))) if _may_name(text, letter) else text


def _may_name(text: str, letter: Letter) -> bool:
    """Whether anything of a name or an address can be in it; most passages hold nothing, and are then not read twice."""
    if "@" in text:
        return True
    parts = letter.__dict__.get("_name_parts")
    if parts is None:
        found = {part for name in names(letter) for part in _WORD.findall(fold(name)) if len(part) > 1}
        parts = [part for part in found if len(part) > 3], {part for part in found if len(part) <= 3}
        letter.__dict__["_name_parts"] = parts
    folded = text.lower() if text.isascii() else fold(text)
    # a short part stands in many words: it counts as a word of its own
    return any(part in folded for part in parts[0]) or not parts[1].isdisjoint(_WORD.findall(folded))


def passage(assessment: Assessment) -> str:
    """The Committee's words without what is for staff only."""
    return public(assessment.text, assessment.letter)


def sentence(assessment: Assessment) -> str | None:
    """The sentence that states the grade, as the letter prints it; None where it was not found there."""
    text = assessment.letter.text
    pieces = [text[start:end] for start, end in assessment.spans.get("grade", [])]
    words = re.sub(r"\*\*|__", "", " ".join(pieces)).split()
    return public(" ".join(words), assessment.letter) if words else None
