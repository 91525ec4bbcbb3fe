"""Symbols of UN documents: CMW/C/TJK/CO/2 read, written, and said what kind of document each is.

The same symbol stands in all language versions. Grammar and traps: annual reports and the treaty body
database; a follow-up report was CO/1/Add.1 in the 2018 letters and is FCO/2 in the 2022 ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .text import Prose, fold

_KINDS = {
    "": "report",
    "CO": "observations",
    "FCO": "follow_up_report",
    "Q": "list_of_issues",
    "QPR": "list_of_issues_prior_to_reporting",
}
# digits may run into the day of a date when a line break was lost: CO/630 juillet 2008 is CO/6
_SYMBOL = re.compile(
    r"(?<![A-Z0-9])(CMW|CERD|CEDAW|CCPR|CAT|CRC|CRPD|CED|E)( ?/ ?C(?:\.12)?) ?/ ?([A-Z]{3}) ?/ ?"
    r"(?:(FC[O0]|C[O0]|QPR|Q) ?/ ?)?([0-9]{1,4})(?: ?- ?([0-9]{1,2})(?![0-9]))?"
    r"((?: ?/ ?(?:Add|Corr|Rev)\. ?[0-9]{1,2}){0,3})(?![0-9])",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"(add|corr|rev)\. ?([0-9]{1,2})", re.IGNORECASE)
_MONTH_NEXT = re.compile(r" ?(?:de )?[a-z]{3,10}\.?,? (?:de )?[12][0-9]{3}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Symbol:
    """A document symbol. `number` is "2" or, for combined reports, "1-2"; `suffixes` like ("Add.1",)."""

    committee: str
    iso3: str
    code: str
    number: str
    suffixes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The symbol in its normal spacing: CMW/C/KGZ/CO/1/Add.1."""
        body = "E/C.12" if self.committee == "CESCR" else f"{self.committee}/C"
        return "/".join((body, self.iso3, *([self.code] if self.code else []), self.number, *self.suffixes))

    @property
    def kind(self) -> str:
        """What the document is: report, observations, follow_up_report, list_of_issues, replies and others."""
        added = any(suffix.startswith("Add") for suffix in self.suffixes)
        if added and self.code == "CO":
            return "follow_up_report"
        if added and self.code == "Q":
            return "replies"
        return _KINDS[self.code]

    @property
    def slug(self) -> str:
        """The part after the State, for addresses: CO-2, CO-1-2 for CO/1-2, CO-1-Add-1."""
        parts = (*([self.code] if self.code else []), self.number, *self.suffixes)
        return "-".join(parts).replace(".", "-")

    def __str__(self) -> str:
        return self.text


def parse_symbol(text: str) -> Symbol | None:
    """The symbol that a text consists of, in any spacing, case or kind of dash; None if it is no symbol."""
    squeezed = fold(text).replace(" ", "").rstrip("*.,;)").lstrip("(").upper()
    match = _SYMBOL.fullmatch(squeezed)
    # a zero for the letter O is damage: find_symbols reads it, nobody writes it
    return _symbol(match) if match and len(match[5]) <= 2 and "0" not in (match[4] or "") else None


def find_symbols(prose: Prose, low: int, high: int) -> Iterator[tuple[Symbol, int, int]]:
    """Every symbol in a stretch of prose, with its place there."""
    for match in _SYMBOL.finditer(prose.text, low, high):
        digits = match[5]
        if len(digits) <= 2:
            yield _symbol(match), match.start(), match.end()
        elif not match[6] and not match[7] and _MONTH_NEXT.match(prose.text, match.end()):
            yield _symbol(match, digits[0]), match.start(), match.start(5) + 1


def _symbol(match: re.Match[str], number: str | None = None) -> Symbol:
    committee = match[1].upper()
    number = number or match[5] + (f"-{match[6]}" if match[6] else "")
    suffixes = tuple(f"{name.capitalize()}.{n}" for name, n in _SUFFIX.findall(match[7]))
    return Symbol(
        "CESCR" if committee == "E" else committee,
        match[3].upper(),
        (match[4] or "").upper().replace("0", "O"),
        number,
        suffixes,
    )
