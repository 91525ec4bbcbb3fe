"""A letter comes in: bytes or pasted text become a draft, or lead to the letter that is already here."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Q

from ..documents import clean_text, extract, originals
from ..letters import PARSER_VERSION, Flag, Knowledge, SessionDates, StateNames, fold, parse
from ..models import GradeWording, Letter, Session, State
from .record import Record, from_reading
from .reviewing import mirror
from .similar import similar

_NO_LETTER = {"not_a_follow_up_letter", "other_committee", "unsupported_language"}


class NotALetter(Exception):
    """The text is no follow-up letter of the Committee; the message says why. A person may enter it by hand."""


_SAME_AS = {
    "file": "This file is already here",
    "text": "This text is already here",
    "reference": "A letter with this reference and date is already here",
}


@dataclass(frozen=True, slots=True)
class Opened:
    """The stored letter; `same` says what made it the same as an earlier one: file, text or reference.

    `like` is an earlier letter with another text on the same examination, where the new one has such.
    """

    letter: Letter
    created: bool
    same: str = ""
    like: Letter | None = None

    @property
    def sentence(self) -> str:
        """What to say about a letter that was here already; "" about a new one."""
        if self.created:
            return ""
        added = self.letter.added_at.strftime("%-d %B %Y")
        return f"{_SAME_AS[self.same]}: {self.letter}, added on {added}. Nothing was changed."


@dataclass(frozen=True, slots=True)
class Unstored:
    """A letter that was read; nothing of it is stored yet."""

    sha256: str
    filename: str
    source: _Source
    reading: Record


def knowledge() -> Knowledge:
    """What the parser may know, from the database: staff can add a State, a name, a session or a wording."""
    states = tuple(
        StateNames(
            state.iso3,
            (
                (state.name_en, "en", "short"),
                (state.name_fr, "fr", "short"),
                (state.name_es, "es", "short"),
                *((name.name, name.language, name.kind) for name in state.names.all()),
            ),
        )
        for state in State.objects.prefetch_related("names")
    )
    sessions = tuple(SessionDates(s.number, s.start, s.end, s.days_certain) for s in Session.objects.all())
    return Knowledge(states=states, sessions=sessions, wordings=GradeWording.objects.with_built_in())


def open_draft(
    *, by: Any, data: bytes | None = None, filename: str = "", text: str = "", by_hand: bool = False
) -> Opened:
    """Read an uploaded file or a pasted text into a draft.

    The same file, the same text, or a letter with the same reference and date opens the stored one and changes
    nothing. Raises documents.Refused for what cannot be read and NotALetter for what is no follow-up letter,
    unless `by_hand` says that a person will enter the values.
    """
    original = data if data is not None else text.encode("utf-8", "surrogatepass")
    found = read(data=data, filename=filename, text=text, by_hand=by_hand)
    if isinstance(found, Opened):
        return found
    # the bytes are on disk, synced, before a row speaks of them
    originals.save(original, Path(settings.ORIGINALS_DIR))
    return store(found, by=by, reason=f"Read from {'an uploaded file' if data else 'a pasted text'}.")


def read(
    *, data: bytes | None = None, filename: str = "", text: str = "", by_hand: bool = False
) -> Opened | Unstored:
    """What a file or a text says, or the stored letter that is the same; writes nothing.

    Takes as long as reading the file does: not to be called inside a transaction. Raises as open_draft does.
    """
    original = data if data is not None else text.encode("utf-8", "surrogatepass")
    sha256 = hashlib.sha256(original).hexdigest()
    if stored := Letter.objects.filter(sha256=sha256).first():
        return Opened(stored, created=False, same="file" if data is not None else "text")
    source = _source(data, filename, text)
    if stored := Letter.objects.filter(text_key=source.key).first():
        return Opened(stored, created=False, same="text")
    reading = _read(source, by_hand)
    if stored := _same_reference(reading):
        return Opened(stored, created=False, same="reference")
    return Unstored(sha256, filename, source, reading)


def store(found: Unstored, *, by: Any, reason: str) -> Opened:
    """Make a draft of a letter that was read, or open the one that somebody else stored meanwhile.

    Letters to one State are stored one after another, so that of two with the same reference and date that were
    read at the same time one becomes a draft. The bytes must be among the originals already.
    """
    letter = Letter(
        text=found.source.text,
        text_key=found.source.key,
        sha256=found.sha256,
        original_name=_display_name(found.filename),
        media_type=found.source.media_type,
        reading=found.reading,
        record=from_reading(found.reading),
        parser_version=PARSER_VERSION,
        added_by=by,
    )
    mirror(letter)
    with transaction.atomic():
        # SQLite has one writer anyway, and ignores the lock
        State.objects.select_for_update(no_key=True).filter(pk=letter.state_id).first()
        if stored := _same_reference(found.reading):
            return Opened(stored, created=False, same=_same_as(stored, found))
        like = similar(found.reading).first()
        try:
            with transaction.atomic():
                letter.record_change(by=by, reason=reason)
        except IntegrityError:
            # somebody stored the same letter between the look and the write
            stored = Letter.objects.filter(Q(sha256=found.sha256) | Q(text_key=found.source.key)).get()
            return Opened(stored, created=False, same=_same_as(stored, found))
    return Opened(letter, created=True, like=like)


def _read(source: _Source, by_hand: bool) -> Record:
    reading: Record = parse(source.text, knowledge(), source.warnings).as_dict()
    refusals = [flag["message"] for flag in reading["flags"] if flag["code"] in _NO_LETTER]
    if refusals and not by_hand:
        raise NotALetter(refusals[0])
    return reading


@dataclass(frozen=True, slots=True)
class _Source:
    text: str
    media_type: str
    warnings: tuple[Flag, ...]

    @property
    def key(self) -> str:
        """The same for one text with other line breaks, spaces or apostrophes."""
        return hashlib.sha256(fold(self.text).encode("utf-8", "surrogatepass")).hexdigest()


def _source(data: bytes | None, filename: str, text: str) -> _Source:
    if data is None:
        return _Source(clean_text(text), "text/plain", ())
    extracted = extract(data, filename)
    warnings = tuple(Flag(notice.code, None, notice.message) for notice in extracted.warnings)
    return _Source(extracted.text, extracted.media_type, warnings)


def _display_name(filename: str) -> str:
    """The name of the upload as staff see it: no folders, nothing unprintable, 120 characters at most."""
    name = filename.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(character for character in name if character.isprintable())[:120]


def _same_as(stored: Letter, found: Unstored) -> str:
    if stored.sha256 == found.sha256:
        return "file" if found.filename else "text"
    return "text" if stored.text_key == found.source.key else "reference"


def _same_reference(reading: Record) -> Letter | None:
    if not reading["reference"] or not reading["date"]:
        return None
    return (
        Letter.objects.exclude(status=Letter.Status.WITHDRAWN)
        .filter(reference=reading["reference"], date=reading["date"])
        .first()
    )
