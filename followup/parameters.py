"""The parameters of a query string: what values they may have, and how a refusal names what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy, pgettext_lazy

from .letters import fold
from .models import GRADES, NOT_ASSESSED, NOT_STATED, Change, Letter, PartialDate, Session, State, Theme
from .procedure import Turn

MAX_VALUES = 100
MAX_WORDS = 12
# a paragraph with its parts, or any run of characters without white space
TERM = re.compile(r"\d{1,3}\s?(?:\(?\s?[a-z]\s?\)\s?(?:\(?\s?[ivx]{1,5}\s?\))?)(?!\S)|\S+", re.IGNORECASE)

# The turns of the procedure as a list names them.
TURNS = {
    Turn.OVERDUE: gettext_lazy("Report overdue"),
    Turn.DUE: pgettext_lazy("where the procedure stands", "Report due"),
    Turn.WITH_COMMITTEE: gettext_lazy("With the Committee"),
    Turn.ASSESSED: gettext_lazy("Assessed"),
    Turn.NO_DEADLINE: gettext_lazy("No deadline"),
}
NO_THEME = ("not_recorded", gettext_lazy("No theme recorded"))
NO_REGION = ("not_recorded", gettext_lazy("Region not recorded"))


class Known(NamedTuple):
    """A value that a parameter may have, as a person reads it."""

    words: str
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be read. `parameter` is as it was written; `hint` says what to write instead, if known."""

    parameter: str
    detail: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.detail} {self.hint}".strip()


def explained(problems: Iterable[Problem]) -> dict[str, Any]:
    """Problems as JSON says them: a sentence, what to write instead, and each by its parameter."""
    problems = list(problems)
    return {
        "detail": " ".join(one.detail for one in problems),
        "hint": " ".join(one.hint for one in problems if one.hint),
        "problems": [
            {"parameter": one.parameter, "detail": one.detail, "hint": one.hint} for one in problems
        ],
    }


def states() -> dict[str, Known]:
    found = sorted(State.objects.all(), key=lambda state: fold(state.name))
    return {state.iso3: Known(state.name, state.sample) for state in found}


def regions() -> dict[str, Known]:
    """The regional groups of the United Nations; sample States belong to none."""
    return _known((*State.Region.choices, NO_REGION))


def grades() -> dict[str, Known]:
    """The scale of the letters, and the two ways to have no grade, which are never one."""
    return _known((*GRADES, NOT_STATED, NOT_ASSESSED))


def given_grades() -> dict[str, Known]:
    """What an assessment can have: a grade, or none."""
    return _known((*GRADES, NOT_STATED))


def turns() -> dict[str, Known]:
    return _known((turn.value, words) for turn, words in TURNS.items())


def open_turns() -> dict[str, Known]:
    """The turns in which somebody is waited for."""
    closed = (Turn.ASSESSED, Turn.NO_DEADLINE)
    return _known((turn.value, words) for turn, words in TURNS.items() if turn not in closed)


def themes() -> dict[str, Known]:
    """The thesaurus, and the way to have no theme: nobody confirmed one yet."""
    known = {theme.slug: Known(theme.name) for theme in Theme.objects.all()}
    return {**known, **_known([NO_THEME])}


def samples() -> dict[str, Known]:
    """Whether invented records count: without this parameter real and invented ones stand side by side."""
    return _known([("no", gettext("Without samples")), ("yes", gettext("Samples only"))])


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


def languages() -> dict[str, Known]:
    return _known(Letter.Language.choices)


def letter_kinds() -> dict[str, Known]:
    """The kinds that a published letter can have."""
    return _known(choice for choice in Letter.Kind.choices if choice[0] != Letter.Kind.OTHER)


def change_kinds() -> dict[str, Known]:
    return _known(Change.Kind.choices)


def theme_kinds() -> dict[str, Known]:
    return _known(Theme.Kind.choices)


def _known(choices: Iterable[tuple[Any, Any]]) -> dict[str, Known]:
    return {str(value): Known(str(label)) for value, label in choices}


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


def lowered(words: str) -> str:
    """The words as they stand within a sentence: only the first letter, as names keep their capitals."""
    return words[:1].lower() + words[1:]


def unknown_parameters(data: QueryDict, known: Iterable[str]) -> list[Problem]:
    """One problem for each parameter that is not among the known ones."""
    known = list(known)
    problems = []
    for name in list(data)[:5]:
        if name not in known:
            close = get_close_matches(name.lower(), known, 1, 0.5)
            hint = gettext("There are: %(names)s.") % {"names": ", ".join(known)} if known else ""
            if close:
                hint = gettext("Did you mean “%(name)s”?") % {"name": close[0]}
            written = _short(name)
            problems.append(
                Problem(written, gettext("There is no parameter “%(name)s”.") % {"name": written}, hint)
            )
    return problems


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
            raise ValidationError(gettext("has more than %(number)d values."), params={"number": MAX_VALUES})
        values = [part.upper() if part.upper() in self.known else part for part in values]
        wrong = [part for part in values if part not in self.known]
        if wrong:
            raise ValidationError([self._refusal(part) for part in wrong[:5]])
        return list(dict.fromkeys(values))

    def _refusal(self, value: str) -> ValidationError:
        close = [f"{code} ({self.known[code].words})" for code in nearest(value, self.known)]
        hint = gettext("Did you mean %(names)s?") % {"names": gettext(" or ").join(close)} if close else ""
        return ValidationError(
            gettext("“%(value)s” is not known here."), params={"value": _short(value), "hint": hint}
        )


class Text(forms.CharField):
    """A parameter that stands once: some words, in characters that both databases can hold."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 200, **kwargs})
        self.error_messages["max_length"] = gettext_lazy("is longer than %(limit_value)d characters.")

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        try:
            text.encode()
        except UnicodeEncodeError:
            raise ValidationError(gettext("holds characters that cannot be read.")) from None
        return text


class Words(Text):
    """Words to search for. There is a limit, as each one is a question to the database."""

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        terms = TERM.findall(text)
        if len(terms) > MAX_WORDS:
            raise ValidationError(gettext("has more than %(number)d words."), params={"number": MAX_WORDS})
        if terms and not any(fold(term).strip() for term in terms):
            raise ValidationError(
                gettext("“%(value)s” holds no letter and no number."), params={"value": _short(text)}
            )
        return text


class Time(Text):
    """A year, a month or a day in ISO form, for the two ends of a period."""

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        if not text:
            return ""
        try:
            return str(PartialDate.parse(text))
        except ValueError:
            raise ValidationError(
                gettext("“%(value)s” is no year, month or day."),
                params={"value": _short(text), "hint": gettext("Write 2020, 2020-05 or 2020-05-14.")},
            ) from None


class StrictForm(forms.Form):
    """The page of a list, and the refusal of what nobody knows."""

    page = forms.IntegerField(
        required=False,
        min_value=1,
        max_value=1_000_000,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), gettext_lazy("is no number of a page.")
        ),
    )

    @cached_property
    def refusals(self) -> list[Problem]:
        """What could not be read, by parameter; the ones that nobody knows come last."""
        found = [
            Problem(name, f"{name}: {error.messages[0]}", str((error.params or {}).get("hint", "")))
            for name, errors in self.errors.as_data().items()
            for error in errors
        ]
        return found + unknown_parameters(self.data, self.fields)  # type: ignore[arg-type]

    @property
    def problems(self) -> list[str]:
        """The same as sentences."""
        return [str(problem) for problem in self.refusals]

    def is_valid(self) -> bool:
        return bool(self.is_bound and not self.refusals)

    def clean(self) -> None:
        for name, field in self.fields.items():
            if not isinstance(field, Values) and len(self.data.getlist(name)) > 1:  # type: ignore[attr-defined]
                self.add_error(name, gettext("stands more than once; this parameter has one value."))
        since, until = self.cleaned_data.get("since"), self.cleaned_data.get("until")
        if since and until and PartialDate.parse(until).last_day < PartialDate.parse(since).first_day:
            self.add_error("until", gettext("lies before since: nothing can be in between."))


def _short(value: str) -> str:
    """What somebody typed, short enough for a message and without characters that do not print."""
    text = "".join(char if char.isprintable() else "�" for char in value[:60])
    return text + ("…" if len(value) > 60 else "")
