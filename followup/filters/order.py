"""The order of a list, by columns, and the rows that come after one of them in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db.models import F, Q, Value
from django.db.models.functions import Replace
from django.utils.translation import get_language

ACCENTS = dict(zip("ÁÉÎÍÓáâãèéëíîïñóôúü", "AEIIOaaaeeeiiinoouu", strict=True))  # those in names of States


def by_name(column: str) -> Any:
    """A column to order by. Names of States come in the order of the active language, accents not counted.

    SQLite knows no alphabet but that of ASCII, so each accent is taken off by a step of its own.
    """
    language = (get_language() or "en").split("-")[0]
    if language == "en" or not column.endswith("name_en"):
        return F(column)
    names: Any = F(f"{column.removesuffix('en')}{language}")
    for accented, plain in ACCENTS.items():
        names = Replace(names, Value(accented), Value(plain))
    return names


class Key(NamedTuple):
    """One column of an order. Rows without a value come last in either direction where it is `nullable`."""

    column: str
    descending: bool = False
    nullable: bool = False

    @property
    def expression(self) -> Any:
        column = by_name(self.column)
        last = True if self.nullable else None
        return column.desc(nulls_last=last) if self.descending else column.asc(nulls_last=last)


def after(keys: Sequence[Key], values: Sequence[Any]) -> Q:
    """Rows that come after the one with these values, in the order of the keys; the last key is unique."""
    found, equal = Q(pk__in=[]), Q()
    for key, value in zip(keys, values, strict=True):
        column, beyond = key.column, "lt" if key.descending else "gt"
        if value is not None:
            later = Q(**{f"{column}__{beyond}": value})
            found |= equal & (later | Q(**{f"{column}__isnull": True}) if key.nullable else later)
        equal &= Q(**{f"{column}__isnull": True}) if value is None else Q(**{column: value})
    return found
