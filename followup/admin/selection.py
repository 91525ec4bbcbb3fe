"""Words that a person selected in the letter: they come with the form, and say where its values stand."""

from __future__ import annotations

import json
from typing import Any

from ..intake.record import ROW_KEYS, Record, value
from ..letters import fold
from ..models import State
from .record_form import FIELDS, PATHS, RecordForm


def selected_in(record: Record) -> str:
    """What a person selected in the letter for the values of a record, by field of the form, as JSON."""
    fields = {FIELDS[path]: entry for path, entry in record.get("selected", {}).items()}
    for index, row in enumerate(record["assessments"]):
        fields |= {f"rows-{index}-{key}": entry for key, entry in row.get("selected", {}).items()}
    return json.dumps({name: {key: entry[key] for key in ("words", "at")} for name, entry in fields.items()})


class Selected:
    """The places that come with a form: for each field the words that were selected, and about where they stand."""

    def __init__(self, sent: str) -> None:
        try:
            places = json.loads(sent[:400_000]) if sent else {}
        except ValueError:
            places = {}
        self._places = places if isinstance(places, dict) else {}

    def of(self, name: str, now: Any, read: Any) -> Record:
        """{} or the entry of a field whose value is `now`, where `read(words)` is that value too."""
        place = self._places.get(name)
        if not isinstance(place, dict) or now in (None, "", []):
            return {}
        words, at = place.get("words"), place.get("at")
        if (
            not isinstance(words, str)
            or type(at) is not int
            or not 0 <= at < 10_000_000
            or read(words) != now
        ):
            return {}
        return {"value": now, "words": words, "at": at}

    def put(self, record: Record, rows: list[Record]) -> Record:
        """The record with these rows, and the places of the values that were selected."""
        chosen = {path: self.of(name, value(record, path), _reader(name)) for name, path in PATHS.items()}
        record = {key: entry for key, entry in record.items() if key != "selected"} | {"assessments": rows}
        for index, row in enumerate(rows):
            places = {key: self.of(f"rows-{index}-{key}", row[key], _plain) for key in ROW_KEYS}
            if places := {key: entry for key, entry in places.items() if entry}:
                row["selected"] = places
        if chosen := {path: entry for path, entry in chosen.items() if entry}:
            record["selected"] = chosen
        return record


def _plain(words: str) -> str:
    return words.replace("\r\n", "\n").strip()


def _reader(name: str) -> Any:
    """What the form reads in words selected for a field."""

    def read(words: str) -> Any:
        if name == "state":
            named = [
                state.pk for state in State.objects.all() if fold(words) in state.search_text.split("\n")
            ]
            return named[0] if len(named) == 1 else None
        form = RecordForm({name: words})
        form.full_clean()
        return form.cleaned_data.get(name)

    return read
