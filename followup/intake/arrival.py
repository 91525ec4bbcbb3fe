"""One letter comes in by hand: it is read, and letters like it are shown to the person before a draft is made of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

from ..documents import originals
from ..models import Letter
from . import opening
from .record import Record
from .similar import similar


@dataclass(frozen=True, slots=True)
class Alike:
    """What was read in a letter of which nothing is stored yet but the bytes of its file, and the letters like it."""

    sha256: str
    reading: Record
    others: list[Letter]


def arrive(
    *,
    by: Any,
    data: bytes | None = None,
    filename: str = "",
    text: str = "",
    by_hand: bool = False,
    apart: bool = False,
) -> opening.Opened | Alike:
    """A draft of a letter, the stored letter that is the same, or, unless `apart`, the letters that it is like.

    `apart` says that a person has seen those and wants a draft of this one too. Raises as open_draft does.
    """
    found = opening.read(data=data, filename=filename, text=text, by_hand=by_hand)
    if isinstance(found, opening.Opened):
        return found
    others = [] if apart else list(similar(found.reading).select_related("state"))
    if data is not None or not others:
        # the bytes are on disk, synced, before a row or a page speaks of them
        original = data if data is not None else text.encode("utf-8", "surrogatepass")
        originals.save(original, Path(settings.ORIGINALS_DIR))
    if others:
        return Alike(found.sha256, found.reading, others)
    how = "an uploaded file" if data is not None else "a pasted text"
    return opening.store(found, by=by, reason=f"Read from {how}.")
