"""What every registered record shares: a history with who, when, before, after and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from django.db import models
from django.utils.translation import get_language
from simple_history.models import HistoricalRecords

from .door import writing

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

Row = TypeVar("Row", bound=models.Model)


class Recorded(models.Model):
    """A record whose every change is kept, and none of which is written without a reason.

    Saving or deleting one in any other way than by the functions here is refused by the database (see guards).

    `version` counts the changes from 1: who saves says which version they saw (see `claim`).
    """

    version = models.PositiveIntegerField(default=1, editable=False)

    history: Any = HistoricalRecords(inherit=True)

    class Meta:
        abstract = True

    def record_change(self, *, by: AbstractBaseUser | None, reason: str, **save: Any) -> None:
        """Save and write the history row. `by` is None where the registry itself acts (reference data).

        Raises ValueError without a reason: a change nobody can explain later is not made.
        """
        self._explain(by, reason)
        with writing():
            self.save(**save)

    def remove(self, *, by: AbstractBaseUser | None, reason: str) -> None:
        """Delete; the history keeps the last state, who deleted it and why."""
        self._explain(by, reason)
        with writing():
            self.delete()

    def save_without_history(self, **save: Any) -> None:
        """Save a step whose history row the caller writes, or a value derived from others."""
        self.skip_history_when_saving = True
        try:
            with writing():
                self.save(**save)
        finally:
            del self.skip_history_when_saving

    def _explain(self, by: AbstractBaseUser | None, reason: str) -> None:
        if not reason.strip():
            raise ValueError("A change needs a reason.")
        self._change_reason = reason
        self._history_user = by


def localised(row: Any, name: str) -> str:
    """A value kept in the three languages, in the active one; in English for any other language."""
    code = (get_language() or "en").split("-")[0]
    value: str = getattr(row, f"{name}_{code}", "") or getattr(row, f"{name}_en")
    return value


class Stale(Exception):
    """Somebody else changed the row since it was shown; `current` is what stands now."""

    def __init__(self, current: models.Model) -> None:
        super().__init__(f"{current} was changed meanwhile.")
        self.current = current


def claim(instance: Row, version: int) -> Row:
    """Take the right to write one versioned row, inside a transaction: the row as it stands now, one version on.

    The guarded update holds the row until the transaction ends, so of several writers that saw the same
    version exactly one goes on; the others get Stale. Reading the version first and saving later would lose
    updates, also inside atomic(). The instance handed in is left as it was, whatever comes of it.
    """
    rows = type(instance)._default_manager.filter(pk=instance.pk)
    with writing():
        taken = rows.filter(version=version).update(version=models.F("version") + 1)
    if not taken:
        raise Stale(rows.get())
    return rows.get()
