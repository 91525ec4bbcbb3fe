"""How the values of a correction are read: as typed, as stored in ISO form, or as they are.

A reader refuses what it cannot read with a ValueError whose message is for people.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import models

from ..letters import parse_partial_date, parse_reference, parse_references, parse_symbol
from ..models import GRADES, Letter, PartialDate, Session, State

Read = Callable[[Any], Any]


class Refused(ValueError):
    """The correction cannot be made; `field` names the value ("" for the whole), the message says why."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


class Doubtful(Refused):
    """The correction can be made, but something speaks against it: whoever is sure says so and sends it again."""


@dataclass(frozen=True, slots=True)
class Field:
    """One value that can be corrected: how it is read, and how the record tells it.

    `ask` is how a form asks for it: text, long, grade, state, session, kind or language.
    """

    read: Read
    get: Callable[[Any], Any]
    ask: str = "text"
    help: str = ""


def iso(value: Any) -> Any:
    """A value in the form that is stored: JSON types, dates in ISO 8601, States and sessions by their key."""
    if isinstance(value, models.Model):
        return value.pk
    return str(value) if isinstance(value, PartialDate) else value


def line(longest: int) -> Read:
    """A text of one line; empty is no value."""

    def read(typed: Any) -> str:
        value = " ".join(str(typed or "").split())
        if len(value) > longest:
            raise ValueError(f"This is longer than {longest} characters.")
        return value

    return read


def passage(typed: Any) -> str:
    return str(typed or "").replace("\r\n", "\n").strip()


def date(typed: Any) -> PartialDate | None:
    if not typed or isinstance(typed, PartialDate):
        return typed or None
    found = parse_partial_date(str(typed))
    if found is None:
        raise ValueError(f"“{typed}” is no date. Write it like 13 September 2018, May 2021 or 2021-05.")
    return PartialDate.parse(found)


def grade(typed: Any) -> str | None:
    if typed and typed not in dict(GRADES):
        raise ValueError(f"“{typed}” is not one of the grades.")
    return typed or None


def paragraph(typed: Any) -> str:
    found = parse_reference(str(typed or ""))
    if found is None:
        raise ValueError(f"“{typed or ''}” is no paragraph. Write it like 12 or 35 (a).")
    return found.label


def paragraphs(typed: Any) -> list[str]:
    text = ", ".join(typed) if isinstance(typed, list | tuple) else str(typed or "")
    found = parse_references(text)
    if text.strip() and not found:
        raise ValueError("Write the paragraphs like 12, 35 (a) and 47.")
    return list(dict.fromkeys(one.label for one in found))


def observations_symbol(typed: Any) -> str:
    found = parse_symbol(str(typed or ""))
    if found is None or found.kind != "observations":
        raise ValueError(f"“{typed or ''}” is no symbol of concluding observations, such as CMW/C/TJK/CO/2.")
    return found.text


def report_symbol(typed: Any) -> str:
    """The symbol of a follow-up report in its normal spacing; empty where it bears none."""
    if not str(typed or "").strip():
        return ""
    found = parse_symbol(str(typed))
    if found is None or found.kind == "observations":
        raise ValueError(f"“{typed}” is no symbol of a follow-up report, such as CMW/C/TJK/FCO/2.")
    return found.text


def state(typed: Any) -> State:
    found = State.objects.filter(pk=getattr(typed, "pk", typed) or "").first()
    if found is None:
        raise ValueError("Choose one of the States in the registry.")
    return found


def session(typed: Any) -> Session | None:
    number = str(getattr(typed, "pk", typed) or "").strip()
    if not number:
        return None
    found = Session.objects.filter(pk=int(number)).first() if _is_number(number) else None
    if found is None:
        raise ValueError(f"Session {number} is not in the table of sessions. Add it there first.")
    return found


def months(typed: Any) -> int | None:
    text = str(typed if typed is not None else "").strip()
    if text and (not _is_number(text) or not 0 < int(text) < 1000):
        raise ValueError(f"“{text}” is no number of months.")
    return int(text) if text else None


def reports(typed: Any) -> list[int] | None:
    """Numbers of the periodic reports; [] for "none", None where the letter does not say."""
    if isinstance(typed, list):
        return typed
    text = str(typed or "").strip().lower()
    if text in {"", "none"}:
        return [] if text else None
    parts = [part.strip() for part in text.replace("and", ",").replace(";", ",").split(",") if part.strip()]
    if not all(_is_number(part) and 0 < int(part) < 100 for part in parts):
        raise ValueError("Write the numbers of the reports, such as 1 or 2, 3, or “none”.")
    return sorted({int(part) for part in parts})


def kind(typed: Any) -> str:
    if typed not in set(Letter.Kind.values) - {Letter.Kind.OTHER.value}:
        raise ValueError("A published letter is an assessment, a reminder or an acknowledgement.")
    return str(typed)


def language(typed: Any) -> str:
    if typed and typed not in Letter.Language.values:
        raise ValueError("The language is English, French or Spanish.")
    return typed or ""


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 5
