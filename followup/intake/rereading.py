"""A draft is read again, with what the registry knows now: a wording, a State or a session added since."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import transaction

from ..letters import PARSER_VERSION, Flag, parse
from ..models import Letter, claim
from .differences import differences, pairs
from .notes import note
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
    return letter.record == from_reading(letter.reading) and read_anew(letter) != letter.reading


def read_anew(letter: Letter) -> Record:
    """What the present parser reads in the stored text; nothing is written."""
    warnings = [
        Flag(**flag)
        for flag in letter.reading["flags"]
        if flag["code"] in _OF_THE_DOCUMENT and flag["field"] is None
    ]
    return parse(letter.text, knowledge(), warnings).as_dict()


def reread(letter: Letter, *, by: Any, version: int) -> Letter:
    """Read the stored text again. What a person changed, added, removed or confirmed stays as it is.

    Reading what reads the same changes nothing. Raises Stale when somebody else saved meanwhile, and ValueError
    once the letter is no draft.
    """
    with transaction.atomic():
        fresh = read_anew(letter)
        draft = letter.status == Letter.Status.DRAFT
        if draft and letter.version == version and fresh == letter.reading:
            return letter
        return take_over(letter, fresh, None, by=by, version=version)


def take_over(
    letter: Letter,
    fresh: Record,
    paths: Collection[str] | None,
    *,
    by: Any,
    version: int,
    parser_version: str = PARSER_VERSION,
) -> Letter:
    """Put a new reading in the place of a draft's: of the values that differ those at `paths` are taken over.

    Without `paths` everything is, but what is a person's. Raises as `reread` does.
    """
    with transaction.atomic():
        note(letter)
        letter = claim(letter, version)
        if letter.status != Letter.Status.DRAFT:
            raise ValueError("Only a draft can be read again.")
        if paths is None:
            paths = {one.path for one in differences(letter, fresh) if not one.by_person}
        letter.record, letter.checked = _merged(letter, fresh, paths), _still_checked(letter, fresh)
        letter.reading, letter.parser_version = fresh, parser_version
        mirror(letter)
        letter.record_change(by=by, reason="Read again.")
    return letter


def _merged(letter: Letter, fresh: Record, paths: Collection[str]) -> Record:
    """What stands, with the fresh values at these paths."""
    record = from_reading(fresh)
    for path in SCALARS:
        mine = value(letter.record, path)
        if mine != value(fresh, path) and path not in paths:
            _put(record, path, mine)
    record["assessments"] = _rows(letter, fresh, paths)
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
    record[part] = {**record[part], name: mine}


def _rows(letter: Letter, fresh: Record, paths: Collection[str]) -> list[Record]:
    rows = []
    for pair in pairs(letter.record, letter.reading, fresh):
        path, row = f"assessments[{pair.label}]", pair.stands
        reads = None if pair.number is None else fresh["assessments"][pair.number]
        if row is None:
            if path in paths and reads is not None:
                rows.append({**reads, "read": pair.number})
        elif reads is not None:
            taken = {key: reads[key] for key in ROW_KEYS if f"{path}.{key}" in paths}
            rows.append({**row, **taken, "read": pair.number})
        elif pair.before is None or path not in paths:
            rows.append({**row, "read": None})  # read no more: it is a person's now
    return rows


def _still_checked(letter: Letter, fresh: Record) -> list[str]:
    """Confirmations hold for flags that say the same as before."""
    before = {flag_key(flag) for flag in letter.reading["flags"]}
    same = {flag_key(flag) for flag in fresh["flags"] if flag in letter.reading["flags"]}
    return [key for key in letter.checked if key in same or key not in before]
