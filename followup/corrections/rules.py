"""What the rules of the five models share: which values can be corrected, what they must fulfil, how they are written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db import models

from .. import changes
from ..models import Change, Recorded
from .values import Field, Refused

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Act:
    """Who corrects, and why: what every row written for one correction has in its history."""

    by: Any
    reason: str

    def write(self, row: Recorded) -> None:
        row.record_change(by=self.by, reason=self.reason)

    def remove(self, row: Recorded) -> None:
        row.remove(by=self.by, reason=self.reason)

    def log(self, about: changes.Subject, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
        """Tell in the public log what the correction changed in another record."""
        changes.log(Change.Kind.CORRECTED, about, by=self.by, reason=self.reason, before=before, after=after)


class Rules:
    """The rules of one model. `fields` is the table of its values; the methods say what goes beyond one value."""

    model: ClassVar[Any]
    related: ClassVar[tuple[str, ...]] = ()
    fields: ClassVar[dict[str, Field]]

    def get(self, pk: Any) -> Any:
        return self.model._default_manager.select_related(*self.related).get(pk=pk)

    def values(self, record: Any) -> Values:
        """What stands, by field."""
        return {name: field.get(record) for name, field in self.fields.items()}

    def read(self, given: Mapping[str, Any]) -> Values:
        """The values as they would be stored. Raises Refused naming the first field that cannot be read."""
        if unknown := set(given) - set(self.fields):
            raise Refused("", f"{min(unknown)} is no value that can be corrected here.")
        read = {}
        for name, typed in given.items():
            try:
                read[name] = self.fields[name].read(typed)
            except ValueError as error:
                raise Refused(name, str(error)) from error
        return read

    def refuse(self, record: Any, values: Values, changed: set[str]) -> None:
        """Raise Refused where the values, taken together, cannot stand. `values` are all of the record's."""

    def doubt(self, record: Any, values: Values, changed: set[str]) -> tuple[str, str] | None:
        """What speaks against values that can stand: the name of one and a sentence. None where nothing does."""
        return None

    def write(self, record: Any, values: Values, changed: set[str], act: Act) -> None:
        """Put the changed values in, derive what depends on them, and save."""
        raise NotImplementedError


def taken(rows: models.QuerySet[Any], record: Any) -> bool:
    """Whether another row than this one is among `rows`."""
    return rows.exclude(pk=record.pk).exists()
