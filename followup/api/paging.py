"""Pages by the last row of the one before: no row comes twice or is left out when others are added meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from hashlib import sha256
from typing import Any, NamedTuple

from django import forms
from django.core.signing import BadSignature, Signer
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..filters import ListFilter, after
from ..parameters import Problem, StrictForm, Text
from .errors import Refused

USUAL, MOST = 50, 200
_signer = Signer(salt="followup.api.cursor")


class CursorForm(StrictForm):
    """What belongs to a page of the API: there are no numbered pages here."""

    page = None  # type: ignore[assignment]  # Django takes a field away so
    cursor = Text(required=False, max_length=2000)
    limit = forms.IntegerField(
        required=False,
        min_value=1,
        max_value=MOST,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), gettext_lazy(f"is no number from 1 to {MOST}.")
        ),
    )

    @cached_property
    def refusals(self) -> list[Problem]:
        hint = _("Pages have no numbers here: follow “next”.")
        return [replace(one, hint=hint) if one.parameter == "page" else one for one in super().refusals]


class Page(NamedTuple):
    """The keys of one page, and the cursor of the next one, if there is one."""

    keys: list[Any]
    cursor: str


def page(found: ListFilter) -> Page:
    """The page that the filter's `cursor` and `limit` ask for. Raises Refused for a cursor that is not of this list."""
    limit = found.values.get("limit") or USUAL
    rows = found.qs
    if cursor := found.values.get("cursor"):
        rows = rows.filter(after(found.keys, _opened(cursor, found)))
    columns = [key.column for key in found.keys]
    lines = list(rows.values_list("pk", *columns)[: limit + 1])
    keys = [line[0] for line in lines[:limit]]
    return Page(keys, _closed(lines[limit - 1][1:], found) if len(lines) > limit else "")


def _closed(values: Sequence[Any], found: ListFilter) -> str:
    # without a time in it: the same page has the same cursor, and so the same ETag
    told = [value if value is None or isinstance(value, int) else str(value) for value in values]
    return _signer.sign_object([_list(found), *told])


def _opened(cursor: str, found: ListFilter) -> list[Any]:
    try:
        of, *values = _signer.unsign_object(cursor)
    except (BadSignature, ValueError):
        of, values = None, []
    if of != _list(found) or len(values) != len(found.keys):
        detail = _("cursor: this one is not of this list, or is out of date.")
        raise Refused([Problem("cursor", detail, _("Begin without it, and follow “next”."))])
    return values


def _list(found: ListFilter) -> str:
    """Which list a cursor is of: a page of another one would begin anywhere."""
    return sha256(f"{found.NOUN}?{found.query()}".encode()).hexdigest()[:16]
