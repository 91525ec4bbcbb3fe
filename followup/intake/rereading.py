"""A draft is read again, with what the registry knows now: a wording, a State or a session added since."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from ..letters import PARSER_VERSION, Flag, parse
from ..models import Letter, claim
from .opening import knowledge
from .problems import flag_key
from .record import ROW_KEYS, SCALARS, Record, from_reading, place, value
from .reviewing import mirror

# what the reader of the document noticed: the text alone does not tell it again
_OF_THE_DOCUMENT = {"tracked_changes", "text_damaged"}


def reads_anew(letter: Letter) -> bool:
    """Whether a draft that nobody has edited would be read differently now."""
    if letter.status != Letter.Status.DRAFT or letter.checked:
        return False
    return letter.record == from_reading(letter.reading) and _read(letter) != letter.reading


def reread(letter: Letter, *, by: Any, version: int) -> Letter:
    """Read the stored text again. What a person changed, added, removed or confirmed stays as it is.

    Reading what reads the same changes nothing. Raises Stale when somebody else saved meanwhile, and ValueError
    once the letter is no draft.
    """
    with transaction.atomic():
        fresh = _read(letter)
        draft = letter.status == Letter.Status.DRAFT
        if draft and letter.version == version and fresh == letter.reading:
            return letter
        letter = claim(letter, version)
        if letter.status != Letter.Status.DRAFT:
            raise ValueError("Only a draft can be read again.")
        letter.record, letter.checked = _merged(letter, fresh), _still_checked(letter, fresh)
        letter.reading, letter.parser_version = fresh, PARSER_VERSION
        mirror(letter)
        letter.record_change(by=by, reason="Read again.")
    return letter


def _read(letter: Letter) -> Record:
    warnings = [
        Flag(**flag)
        for flag in letter.reading["flags"]
        if flag["code"] in _OF_THE_DOCUMENT and flag["field"] is None
    ]
    return parse(letter.text, knowledge(), warnings).as_dict()


def _merged(letter: Letter, fresh: Record) -> Record:
    """The fresh reading with every value that a person changed."""
    record = from_reading(fresh)
    for path in SCALARS:
        mine = value(letter.record, path)
        if mine != value(letter.reading, path):
            _put(record, path, mine)
    record["assessments"] = _rows(letter, fresh)
    if "selected" in letter.record:
        record["selected"] = letter.record["selected"]
    record["spans"] = place(record, fresh, letter.text)
    return record


def _put(record: Record, path: str, mine: Any) -> None:
    part, _, name = path.rpartition(".")
    if not part:
        record[name] = mine
        return
    if record[part] is None:
        names = [other.rpartition(".")[2] for other in SCALARS if other.startswith(f"{part}.")]
        record[part] = {other: [] if other == "paragraphs" else None for other in names}
    record[part][name] = mine


def _rows(letter: Letter, fresh: Record) -> list[Record]:
    """A person's rows stay; rows that only the reading knows become what is read now."""
    then, now = letter.reading["assessments"], fresh["assessments"]
    counterparts = _counterparts(then, now)
    rows = []
    for row in letter.record["assessments"]:
        number = row["read"]
        if number is None:
            rows.append(row)
            continue
        mine = {key: row[key] for key in ROW_KEYS if row[key] != then[number][key]}
        mine |= {"selected": row["selected"]} if "selected" in row else {}
        if number in counterparts:
            rows.append({**now[counterparts[number]], **mine, "read": counterparts[number]})
        elif mine:
            rows.append({**row, "read": None})  # read no more, but a person worked on it
    known = set(counterparts.values())
    return rows + [{**row, "read": number} for number, row in enumerate(now) if number not in known]


def _counterparts(then: list[Record], now: list[Record]) -> dict[int, int]:
    """Which row of the fresh reading each earlier one is: the same paragraph, the first to the first."""
    free = list(range(len(now)))
    found: dict[int, int] = {}
    for number, row in enumerate(then):
        same = next((n for n in free if now[n]["paragraph"] == row["paragraph"]), None)
        if same is not None:
            found[number] = same
            free.remove(same)
    return found


def _still_checked(letter: Letter, fresh: Record) -> list[str]:
    """Confirmations hold for flags that say the same as before."""
    before = {flag_key(flag) for flag in letter.reading["flags"]}
    same = {flag_key(flag) for flag in fresh["flags"] if flag in letter.reading["flags"]}
    return [key for key in letter.checked if key in same or key not in before]
