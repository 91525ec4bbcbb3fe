"""The same letter on other sheets: wrapped, paged, emphasised, in other characters. The words stay the same."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Callable

Change = Callable[[str], str]


def paragraphs(text: str) -> list[str]:
    return text.strip("\n").split("\n\n")


def wrapped(width: int) -> Change:
    """Long paragraphs broken into lines of a width, words not cut."""

    def change(text: str) -> str:
        return "\n\n".join(
            textwrap.fill(p, width, break_long_words=False, break_on_hyphens=False) if len(p) > 100 else p
            for p in paragraphs(text)
        )

    return change


def paged(break_: str, width: int = 76, every: int = 17) -> Change:
    """Wrapped, with a page break after every so many lines, also within a sentence."""

    def change(text: str) -> str:
        lines = wrapped(width)(text).split("\n")
        out: list[str] = []
        for n, line in enumerate(lines):
            out.append(line)
            body = len(line) > 50 and n + 1 < len(lines) and len(lines[n + 1]) > 50
            if n > 12 and n % every == 0 and body:
                out.append(break_.format(page=n // every + 1))
        return "\n".join(out)

    return change


def hyphenated(width: int = 60) -> Change:
    """Wrapped with words cut at line ends, as a typesetter does."""

    def cut(line: str) -> str:
        return re.sub(r" ([a-z]{5})([a-z]{4,})\b(?=[ ,.])", r" \1-\n\2", line, count=1)

    def change(text: str) -> str:
        return "\n\n".join(
            "\n".join(cut(line) for line in textwrap.wrap(p, width, break_on_hyphens=False))
            if len(p) > 100
            else p
            for p in paragraphs(text)
        )

    return change


def bold(pattern: str) -> Change:
    return lambda text: re.sub(pattern, r"**\g<0>**", text)


def replaced(old: str, new: str) -> Change:
    return lambda text: text.replace(old, new)


SAME: dict[str, Change] = {
    "wrapped at 45": wrapped(45),
    "wrapped at 60": wrapped(60),
    "wrapped at 72": wrapped(72),
    "wrapped at 95": wrapped(95),
    "wrapped at 140": wrapped(140),
    "page numbers within sentences": paged("\n\n{page}\n\n"),
    "page numbers between dashes": paged("\n- {page} -\n"),
    "page x of y and a form feed": paged("\nPage {page} of 4\f"),
    "running head below the page number": paged("\n\n{page}\n\nCMW/followup/35/zz\n\n"),
    "continued on the next sheet": paged("\n\n/...\n\n{page}\n\n"),
    "words cut at line ends": hyphenated(),
    "numbers in bold": bold(r"(?<=paragraph )12(?!\d)"),
    "grade sentences in bold": bold(
        r"(?:The Committee considers|Le Comité considère|El Comité considera)[^.]*\."
    ),
    "symbols in bold": bold(r"CMW/C/[A-Z/0-9]+"),
    "no-break spaces": replaced(" ", "\u00a0"),
    "narrow no-break spaces": replaced(" ", "\u202f"),
    "two spaces for one": replaced(" ", "  "),
    "tabs": lambda text: re.sub(r"(?<=\w) (?=\w)", "\t", text),
    "spaces at line ends": replaced("\n", "  \n"),
    "curly apostrophes": replaced("'", "’"),
    "accents as marks of their own": lambda text: unicodedata.normalize("NFD", text),
    "CRLF": replaced("\n", "\r\n"),
    "CR": replaced("\n", "\r"),
    "soft hyphens": lambda text: re.sub(r"(?<=[a-z]{4})(?=[a-z]{3})", "\u00ad", text),
    "zero-width spaces": lambda text: re.sub(r"(?<=\w )(?=\w)", "\u200b", text),
    "marks of writing direction": replaced("\n\n", "\n\n\u202a"),
    "byte order mark": lambda text: "\ufeff" + text,
    "three blank lines for one": replaced("\n\n", "\n\n\n\n"),
    "blank lines at both ends": lambda text: f"\n\n\n{text}\n\n\n\n",
    "en dashes for hyphens": replaced("-", "\u2013"),
    "non-breaking hyphens": replaced("-", "\u2011"),
    "capital P in State Party": replaced("State party", "State Party"),
}
