"""PDF: text with its places from PDFium; pages without text are read by OCR.

PDFium is not safe in threads and ends its process where it gets no memory: it runs in the child process only.
"""

import ctypes
from math import hypot

import pypdfium2
import pypdfium2.raw as pdfium

from followup.documents.extracted import Extracted, NeedsOcr, Notice
from followup.documents.kinds import KINDS
from followup.documents.layout import Line, text_of
from followup.documents.limits import LIMITS
from followup.documents.reading import Ocr
from followup.documents.refusals import number_list, refused

HYPHEN = "\x02"  # what PDFium gives for a hyphen at a line end, without a line end after it
LINE_ENDS = "\r\n" + HYPHEN
INVISIBLE = 3  # text render mode of the words that a scanning program lays over a picture
WHOLE_PAGE = 0.8  # share of the page a picture of it covers at least


def read(data: bytes, ocr: Ocr) -> Extracted:
    document = opened(data)
    count = len(document)
    if count > LIMITS.pages:
        raise refused("pages", pages=count, limit=LIMITS.pages)
    pages: list[list[Line]] = []
    pictured: list[int] = []  # pages that only OCR can read, from 1
    overlaid: list[int] = []  # pages whose text another OCR program wrote
    for number in range(count):
        lines, is_picture, is_overlaid = page_of(document, number)
        pages.append([] if is_picture else lines)
        if is_picture:
            pictured.append(number + 1)
        if is_overlaid:
            overlaid.append(number + 1)
    scan = bool(pictured) and not any(pages)
    warnings: list[Notice] = []
    if pictured and (scan or ocr is not Ocr.OFF):
        warnings = by_ocr(document, pages, pictured, ocr)
    elif pictured:
        warnings.append(
            Notice("text_damaged", f"{unread(pictured)} Check the scan, or type the missing part.")
        )
    if overlaid:
        message = (
            f"{number_list(overlaid)} of the file: a picture with text that another program recognised. "
        )
        warnings.append(Notice("text_damaged", message + "Check every value against the page."))
    return Extracted(
        text=text_of(pages),
        format="scan" if scan else "pdf",
        media_type=KINDS["pdf"].media_type,
        pages=count,
        warnings=tuple(warnings),
    )


def unread(pages: list[int]) -> str:
    return f"{number_list(pages)} gave no readable text."


def opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(data)
        pages = len(document)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise refused("encrypted", kind="PDF") from None
        raise refused("corrupt", kind="PDF") from None
    if pages < 1:
        raise refused("corrupt", kind="PDF")
    return document


def page_of(document: pypdfium2.PdfDocument, number: int) -> tuple[list[Line], bool, bool]:
    """The lines of a page; whether only OCR can read it; whether another OCR program has read it."""
    try:
        page = document[number]
        lines = lines_of(page.get_textpage())
    except pypdfium2.PdfiumError:
        raise refused("corrupt", kind="PDF") from None
    letters = sum(character.isalpha() for line in lines for character in line.text)
    covered = picture_share(page)
    if letters == 0:
        return lines, covered > 0 or has_drawing(page), False
    if letters < LIMITS.page_letters and covered >= WHOLE_PAGE / 2:
        return lines, True, False
    return lines, False, covered >= WHOLE_PAGE and has_invisible_text(page)


def lines_of(page: pypdfium2.PdfTextPage) -> list[Line]:
    """The lines of a page in the order of the file."""
    handle = page.raw
    count = pdfium.FPDFText_CountChars(handle)
    unicode = pdfium.FPDFText_GetUnicode
    characters = [chr(min(unicode(handle, place), 0x10FFFF)) for place in range(count)]
    lines = []
    start = 0
    for place in range(count + 1):
        if place < count and characters[place] not in LINE_ENDS:
            continue
        hyphen = place < count and characters[place] == HYPHEN
        line = line_of(handle, characters, start, place, "-" if hyphen else "")
        if line is not None:
            lines.append(line)
        start = place + 1
    return lines


def line_of(handle: object, characters: list[str], start: int, end: int, hyphen: str) -> Line | None:
    """The line of the characters from `start` to `end`, None where it is blank."""
    while start < end and characters[start].isspace():
        start += 1
    while start < end and characters[end - 1].isspace():
        end -= 1
    if start == end:
        return None
    space = next((place for place in range(start, end) if characters[place].isspace()), end)
    first, word, last = (box(handle, place) for place in (start, space - 1, end - 1))
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(handle, start, x, y)
    return Line(
        text="".join(characters[start:end]) + hyphen,
        left=first.left,
        right=last.right,
        base=y.value,
        size=size_of(handle, start),
        first_word=word.right - first.left,
    )


def size_of(handle: object, place: int) -> float:
    """The size of the type of a character, as it shows on the page; 1 at least."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(handle, place, matrix)
    size = pdfium.FPDFText_GetFontSize(handle, place) * hypot(matrix.c, matrix.d)
    return size if 1.0 < size < 1000.0 else 1.0


def box(handle: object, place: int) -> pdfium.FS_RECTF:
    """The place of a character, its width with the space around the letter."""
    rectangle = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(handle, place, rectangle)
    return rectangle


def picture_share(page: pypdfium2.PdfPage) -> float:
    """The share of `page` that its largest picture covers, 0 … 1."""
    width, height = page.get_size()
    largest = 0.0
    for picture in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=3):
        left, bottom, right, top = picture.get_bounds()
        largest = max(largest, (right - left) * (top - bottom))
    return float(min(1.0, largest / max(1.0, width * height)))


def has_drawing(page: pypdfium2.PdfPage) -> bool:
    """Whether there is anything to see on `page`: its letters may be drawn as outlines."""
    drawn = (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING, pdfium.FPDF_PAGEOBJ_TEXT)
    return next(page.get_objects(filter=drawn, max_depth=3), None) is not None


def has_invisible_text(page: pypdfium2.PdfPage) -> bool:
    texts = page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_TEXT,), max_depth=3)
    return any(pdfium.FPDFTextObj_GetTextRenderMode(text.raw) == INVISIBLE for text in texts)


def by_ocr(
    document: pypdfium2.PdfDocument, pages: list[list[Line]], pictured: list[int], ocr: Ocr
) -> list[Notice]:
    """Put the lines that OCR finds on the `pictured` pages into `pages`; notices about them."""
    if ocr is Ocr.ASK:
        raise NeedsOcr(len(pictured))
    if ocr is not Ocr.RUN and not any(pages):
        raise refused("no_ocr" if ocr is Ocr.MISSING else "scan_not_read")
    if ocr is not Ocr.RUN:
        message = (
            f"{unread(pictured)} It may be a scan, and the program that reads scans is not installed here."
        )
        return [Notice("text_damaged", message)]
    from followup.documents import scan  # lazily: a PDF with text needs no picture library

    empty = []
    for number in pictured:
        pages[number - 1] = scan.lines_of_page(document[number - 1], number)
        if not pages[number - 1]:
            empty.append(number)
    return list(scan.notices(pictured, empty, alone=not any(pages)))
