"""The parameters of a query string: what values they may have, and how a refusal names what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from functools import cached_property
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils import timezone

from .letters import fold
from .models import GRADES, NOT_ASSESSED, NOT_STATED, PartialDate, Session, State

MAX_VALUES = 100
MAX_WORDS = 12
# a paragraph with its parts, or any run of characters without white space
TERM = re.compile(r"\d{1,3}\s?(?:\(\s?[a-z]\s?\)\s?(?:\(\s?[ivx]{1,5}\s?\))?)(?!\S)|\S+", re.IGNORECASE)


class Known(NamedTuple):
    """A value that a parameter may have, as a person reads it."""

    words: str
    sample: bool = False


def states() -> dict[str, Known]:
    rows = State.objects.values_list("iso3", "name_en", "sample")
    return {iso3: Known(name, sample) for iso3, name, sample in rows}


def grades() -> dict[str, Known]:
    """The scale of the letters, and the two ways to have no grade, which are never one."""
    return {code: Known(label) for code, label in (*GRADES, NOT_STATED, NOT_ASSESSED)}


def sessions() -> dict[str, Known]:
    return {
        str(session.number): Known(
            f"{session.ordinal}, {PartialDate(session.start.year, session.start.month).words()}"
        )
        for session in Session.objects.all()
    }


def years() -> dict[str, Known]:
    """The Committee first met in 2004."""
    return {str(year): Known(str(year)) for year in range(timezone.localdate().year + 1, 2003, -1)}


def nearest(value: str, known: Mapping[str, Known]) -> list[str]:
    """Up to three known values that are spelt like this one, or whose name is."""
    value = value[:100]
    names = {fold(entry.words): code for code, entry in known.items()}
    cutoff = 0.6 if len(value) < 5 else 0.75  # of a short code one letter is a third
    close = [
        code for form in (value.upper(), value.lower()) for code in get_close_matches(form, known, 3, cutoff)
    ]
    close += [names[name] for name in get_close_matches(fold(value), names, 3, cutoff)]
    return list(dict.fromkeys(close))[:3]


def unknown_parameters(data: QueryDict, known: Iterable[str]) -> list[str]:
    """One message for each parameter that is not among the known ones."""
    known = list(known)
    messages = []
    for name in list(data)[:5]:
        if name not in known:
            close = get_close_matches(name.lower(), known, 1, 0.5)
            hint = f"Did you mean “{close[0]}”?" if close else f"There are: {', '.join(known)}."
            messages.append(f"There is no parameter “{_short(name)}”. {hint}")
    return messages


class Values(forms.Field):
    """A parameter that may stand several times: rows with any of its values. Names what it does not know."""

    widget = forms.SelectMultiple

    def __init__(self, *, known: Callable[[], dict[str, Known]], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._known = known

    @cached_property
    def known(self) -> dict[str, Known]:
        return self._known()

    def clean(self, value: Any) -> list[str]:
        values = list(dict.fromkeys(part.strip() for part in value or [] if part.strip()))
        if not values:
            return []
        if len(values) > MAX_VALUES:
            raise ValidationError(f"has more than {MAX_VALUES} values.")
        values = [part.upper() if part.upper() in self.known else part for part in values]
        wrong = [part for part in values if part not in self.known]
        if wrong:
            raise ValidationError([self._message(part) for part in wrong[:5]])
        return list(dict.fromkeys(values))

    def _message(self, value: str) -> str:
        close = [f"{code} ({self.known[code].words})" for code in nearest(value, self.known)]
        hint = f" Did you mean {' or '.join(close)}?" if close else ""
        return f"“{_short(value)}” is not known here.{hint}"


class Text(forms.CharField):
    """A parameter that stands once: some words, in characters that both databases can hold."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 200, **kwargs})
        self.error_messages["max_length"] = "is longer than %(limit_value)d characters."

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        try:
            text.encode()
        except UnicodeEncodeError:
            raise ValidationError("holds characters that cannot be read.") from None
        return text


class Words(Text):
    """Words to search for. There is a limit, as each one is a question to the database."""

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        terms = TERM.findall(text)
        if len(terms) > MAX_WORDS:
            raise ValidationError(f"has more than {MAX_WORDS} words.")
        if terms and not any(fold(term).strip() for term in terms):
            raise ValidationError(f"“{_short(text)}” holds no letter and no number.")
        return text


class StrictForm(forms.Form):
    """The page of a list, and the refusal of what nobody knows."""

    page = forms.IntegerField(
        required=False,
        min_value=1,
        max_value=1_000_000,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), "is no number of a page."),
    )

    @property
    def problems(self) -> list[str]:
        """What could not be read, each named by its parameter."""
        return [
            str(message) if name == "__all__" else f"{name}: {message}"
            for name, messages in self.errors.items()
            for message in messages
        ]

    def clean(self) -> None:
        for message in unknown_parameters(self.data, self.fields):  # type: ignore[arg-type]
            self.add_error(None, message)
        for name, field in self.fields.items():
            if not isinstance(field, Values) and len(self.data.getlist(name)) > 1:  # type: ignore[attr-defined]
                self.add_error(name, "stands more than once; this parameter has one value.")


def _short(value: str) -> str:
    """What somebody typed, short enough for a message and without characters that do not print."""
    text = "".join(char if char.isprintable() else "�" for char in value[:60])
    return text + ("…" if len(value) > 60 else "")
