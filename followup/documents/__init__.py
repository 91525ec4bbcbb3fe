"""Documents: bytes -> text. The front door of the readers; plain Python, no framework.

    extracted = extract(data, "letter.pdf")   # Extracted, or Refused with a code and a sentence for staff
    text = clean_text(pasted)                 # the same settling for pasted text

Files are hostile until proven otherwise: they are read in a child process with limits, by content and
never by name.
"""

import time

from followup.documents.extracted import Extracted, NeedsOcr, Notice
from followup.documents.kinds import KINDS, Kind, disagrees, kind_of
from followup.documents.limits import LIMITS, Limits, size
from followup.documents.queueing import place
from followup.documents.refusals import Busy, Refused, refused
from followup.documents.settle import clean_text, damage

__all__ = [
    "LIMITS",
    "Busy",
    "Extracted",
    "Limits",
    "Notice",
    "Refused",
    "clean_text",
    "damage",
    "extract",
    "has_pages",
    "page_image",
]
DRAWN = frozenset(["pdf", "png", "jpeg", "tiff"])


def extract(data: bytes, filename: str = "", *, ocr: bool = True) -> Extracted:
    """The text of the document `data`, settled; Refused where it cannot or must not be read.

    `filename` is compared with the content and goes no further. With `ocr`, pages without text are read by
    tesseract where it is installed. Takes LIMITS.total_seconds at most, a real letter a fraction of one.
    """
    if not data:
        raise refused("empty")
    if len(data) > LIMITS.file_bytes:
        raise refused("file_too_big", size=size(len(data)), limit=size(LIMITS.file_bytes))
    kind = kind_of(data)
    if kind.name != "zip" or (disagrees(filename, KINDS["docx"]) and disagrees(filename, KINDS["odt"])):
        check_name(filename, kind)
    extracted = read_apart(data, kind, ocr)
    found = {"scan": "pdf", "image": kind.name}.get(extracted.format, extracted.format)
    check_name(filename, KINDS[found])
    return extracted


def has_pages(media_type: str) -> bool:
    """Whether a document of this type has pages to look at: a PDF or a scan, and no text or Word file."""
    return media_type in {KINDS[name].media_type for name in DRAWN}


def page_image(data: bytes, number: int) -> tuple[int, bytes]:
    """How many pages `data` has, and the page `number` (from 1) as a PNG that is drawn anew.

    Refused where the document has no pages to look at, where it cannot be drawn, and past its last page.
    """
    from followup.documents import sandbox  # lazily: the child process imports this module too

    kind = kind_of(data)
    if kind.name not in DRAWN:
        raise refused("no_pages", content=kind.label)
    with place():
        return sandbox.page(data, number, LIMITS.pdf_seconds)


def check_name(filename: str, kind: Kind) -> None:
    """Refused("type_mismatch") where the extension of `filename` promises something else than `kind`."""
    extension = disagrees(filename, kind)
    if extension:
        advice = "Upload the original letter." if kind.reader or kind.name == "zip" else kind.advice
        raise refused("type_mismatch", extension=extension, content=kind.label, advice=advice)


def read_apart(data: bytes, kind: Kind, ocr: bool) -> Extracted:
    """`data` read in a child process, and in a second one with more memory and time where OCR is needed.

    Busy where too many others are being read.
    """
    from followup.documents import sandbox  # lazily: the child process imports this module too
    from followup.documents.reading import Ocr

    start = time.monotonic()
    first = Ocr.OFF if not ocr else Ocr.ASK if sandbox.tesseract_found() else Ocr.MISSING
    seconds = LIMITS.pdf_seconds if kind.name in ("pdf", "eml") else LIMITS.text_seconds
    with place():
        try:
            return sandbox.run(data, first, seconds)
        except NeedsOcr as need:
            left = LIMITS.total_seconds - (time.monotonic() - start)
            return sandbox.run(
                data, Ocr.RUN, min(left, LIMITS.pdf_seconds + need.pages * LIMITS.ocr_page_seconds)
            )
