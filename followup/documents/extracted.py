"""The shapes that leave the document readers."""

from dataclasses import dataclass
from typing import NamedTuple


class Notice(NamedTuple):
    """Something staff should look at: a flag code of the letter record, and a plain sentence."""

    code: str  # "tracked_changes" or "text_damaged"
    message: str


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of one document, settled once (see settle.py): spans into it hold for ever."""

    text: str
    format: str  # "txt", "html", "eml", "docx", "odt", "pdf", "scan" or "image"
    media_type: str
    pages: int | None = None  # None where the format knows no pages
    warnings: tuple[Notice, ...] = ()
    encoding: str | None = None  # of txt, html and the chosen part of an e-mail: "utf-8", "cp1252" …


class NeedsOcr(Exception):
    """The document holds pages that only OCR can read: the reader asks to be called again with OCR."""

    def __init__(self, pages: int) -> None:
        super().__init__(pages)
        self.pages = pages  # how many pages are to be read by OCR
