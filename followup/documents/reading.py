"""bytes -> Extracted, inside the child process: the reader is chosen by content."""

from dataclasses import replace
from enum import StrEnum
from importlib import import_module

from followup.documents.extracted import Extracted
from followup.documents.kinds import KINDS, Kind, kind_of
from followup.documents.limits import LIMITS, size
from followup.documents.refusals import Refused, refused
from followup.documents.settle import damage, settle


class Ocr(StrEnum):
    """What to do with pages that only OCR can read."""

    ASK = "ask"  # raise NeedsOcr
    RUN = "run"
    OFF = "off"  # the caller wants none
    MISSING = "missing"  # tesseract is not installed


def read(data: bytes, ocr: Ocr) -> Extracted:
    """The settled text of `data`, with all its notices; Refused, or NeedsOcr under Ocr.ASK."""
    raw = read_raw(data, ocr)
    check_size(raw.text)
    text = settle(raw.text)
    check_size(text)
    if not any(character.isalpha() for character in text):
        raise refused("no_text")
    codes = {notice.code for notice in raw.warnings}
    # One sentence about damage is enough: what a reader said is the more exact one.
    found = () if "text_damaged" in codes else damage(text)
    return replace(raw, text=text, warnings=(*raw.warnings, *found))


def read_raw(data: bytes, ocr: Ocr) -> Extracted:
    """As `read`, before the text is settled."""
    kind = kind_of(data)
    if kind.name == "zip":
        from followup.documents.archive import kind_of_archive  # lazily: plain text needs no zipfile

        kind = KINDS[kind_of_archive(data)]
    if not kind.reader:
        raise unsupported(kind, data)
    reader = import_module(f"followup.documents.{kind.reader}")
    if kind.reader in ("pdf", "scan", "eml"):
        extracted: Extracted = reader.read(data, ocr)
    else:
        extracted = reader.read(data)
    return extracted


def unsupported(kind: Kind, data: bytes) -> Refused:
    """Why `data` of a `kind` without a reader is refused, and what to do about it."""
    # A .docx with a password is an OLE container, as an old .doc is.
    if kind.name == "doc" and "EncryptedPackage".encode("utf-16-le") in data:
        return refused("encrypted", kind="Word document")
    return refused("unsupported", content=kind.label, advice=kind.advice)


def check_size(text: str) -> None:
    count = len(text) if len(text) > LIMITS.text_bytes else len(text.encode("utf-8", "surrogatepass"))
    if count > LIMITS.text_bytes:
        raise refused("text_too_big", size=size(count), limit=size(LIMITS.text_bytes))
