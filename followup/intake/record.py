"""The letter record as a value: reading a path, and the places its values stand in the letter.

A record is what the parser's `Reading.as_dict()` returns. In a draft each assessment also carries `read`:
its number in the reading, or None where a person added it. Where a person selected the words of a value in the
letter, the record, or the row, says so in `selected`: by name the value, the words, and about where they stand.
"""

from __future__ import annotations

import re
from typing import Any

from ..letters import locate, sentence_around
from ..models.spans import assessment_spans

Record = dict[str, Any]

_ROW = re.compile(r"assessments\[(\d+)\]")
ROW_KEYS = ("paragraph", "grade", "grade_phrase", "text")
# values printed as they are stored, so that a changed one can be looked for in the letter
_PRINTED = (
    "reference",
    "concluding_observations.symbol",
    "follow_up_report.symbol",
    "addressee.name",
    "addressee.email",
    "signatory.name",
    "signatory.role",
)
_NORMALISED = (
    "kind",
    "language",
    "date",
    "state",
    "concluding_observations.reports",
    "concluding_observations.session",
    "concluding_observations.session_held",
    "request.months",
    "request.due",
    "request.paragraphs",
    "follow_up_report.received",
    "assessed.session",
    "assessed.session_held",
)
SCALARS = _PRINTED + _NORMALISED
NEAR = 12  # characters a browser may be off: marks of emphasis stand in the text and are not shown


def value(record: Record, path: str) -> Any:
    """The value at a path such as "request.due" or "assessments[0].grade"; None where a part is missing."""
    found: Any = record
    for part in path.split("."):
        row = _ROW.fullmatch(part)
        if row:
            rows = found.get("assessments") or []
            found = rows[int(row[1])] if int(row[1]) < len(rows) else None
        else:
            found = found.get(part) if isinstance(found, dict) else None
        if found is None:
            return None
    return found


def row_path(index: int, key: str) -> str:
    return f"assessments[{index}].{key}"


def from_reading(reading: Record) -> Record:
    """A draft's first record: the reading, each assessment numbered."""
    rows = [{**row, "read": number} for number, row in enumerate(reading["assessments"])]
    return {**reading, "assessments": rows}


def path_in_draft(path: str | None, record: Record) -> str | None:
    """Where a path of the reading is now: rows move when one is added or removed; None when the row is gone."""
    match = _ROW.match(path or "")
    if not match or path is None:
        return path
    for index, row in enumerate(record["assessments"]):
        if row.get("read") == int(match[1]):
            return f"assessments[{index}]{path[match.end() :]}"
    return None


def place(record: Record, reading: Record, text: str) -> dict[str, list[list[int]]]:
    """Spans for a record: the parser's where its value stands, a search in the letter where a person changed it."""
    spans: dict[str, list[list[int]]] = {}
    for path in SCALARS:
        now = value(record, path)
        if now is None:
            continue
        chosen = _chosen(record, path, now, text)
        if chosen:
            ranges = chosen
        elif now == value(reading, path):
            ranges = reading["spans"].get(path, [])
        else:
            ranges = [list(span) for span in locate(text, now)] if path in _PRINTED else []
        if ranges:
            spans[path] = ranges
    for index, row in enumerate(record["assessments"]):
        spans.update(_place_row(index, row, reading, text))
    return spans


def _place_row(index: int, row: Record, reading: Record, text: str) -> dict[str, list[list[int]]]:
    spans, unchanged = _read_spans(row, reading)
    if unchanged != set(ROW_KEYS):
        looked_up = assessment_spans(text, row["text"], row["grade_phrase"])
        # the sentence of the grade stays where it was read while neither the grade nor its words changed
        kept = unchanged if {"grade", "grade_phrase"} <= unchanged else unchanged - {"grade"}
        spans = {**looked_up, **{key: ranges for key, ranges in spans.items() if key in kept}}
    for key in ROW_KEYS:
        if chosen := _chosen(row, key, row[key], text):
            spans[key] = chosen
            if key == "grade_phrase":
                spans["grade"] = [list(sentence_around(text, chosen[0][0], chosen[-1][1]))]
    return {row_path(index, key): ranges for key, ranges in spans.items()}


def near(text: str, words: str, offset: int) -> list[list[int]]:
    """Where words that a person selected stand: at about `offset`, or else wherever they stand first; [] if nowhere."""
    window = (max(0, offset - NEAR), offset + 2 * len(words) + NEAR)
    return [list(span) for span in locate(text, words, window) or locate(text, words)]


def _chosen(holder: Record, name: str, now: Any, text: str) -> list[list[int]]:
    """The place a person selected for a value, while the value is still the one it was selected for."""
    entry = (holder.get("selected") or {}).get(name)
    if entry is None or entry["value"] != now:
        return []
    return near(text, entry["words"], entry["at"])


def _read_spans(row: Record, reading: Record) -> tuple[dict[str, list[list[int]]], set[str]]:
    """The parser's places for the values of a row that nobody changed, and the names of these values."""
    number = row.get("read")
    if number is None:
        return {}, set()
    read = reading["assessments"][number]
    unchanged = {key for key in ROW_KEYS if read[key] == row[key]}
    paths = {key: row_path(number, key) for key in unchanged}
    found = reading["spans"]
    return {key: found[path] for key, path in paths.items() if path in found}, unchanged
