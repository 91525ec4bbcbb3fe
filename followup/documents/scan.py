"""Scans and pictures: read by tesseract, in the languages it has here of English, French and Spanish."""

from functools import cache
from io import BytesIO
from math import ceil
from typing import Any

import pypdfium2
import pytesseract
from PIL import Image, ImageFilter, ImageOps, UnidentifiedImageError

from followup.documents.extracted import Extracted, NeedsOcr, Notice
from followup.documents.kinds import kind_of
from followup.documents.layout import Line, text_of
from followup.documents.limits import LIMITS
from followup.documents.reading import Ocr
from followup.documents.refusals import number_list, refused

LANGUAGES = ("eng", "fra", "spa")
DPI = 200  # 300 reads no better and takes longer
ONE_COLUMN = "--psm 4"
WIDTH = 595.0  # of an A4 page in points: pictures seldom know their own measure
WIDEST = 2500  # pixels: what is wider is made smaller first
SPECK = 6  # pixels: a sign of that size without a letter is dirt
FORMATS = ("PNG", "JPEG", "TIFF")
BROKEN = (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError)

Image.MAX_IMAGE_PIXELS = None  # check_pixels() does it, with a message for staff


def read(data: bytes, ocr: Ocr) -> Extracted:
    """The text of a picture, or of each frame of a TIFF."""
    with opened(data) as picture:
        frames = frames_of(picture)
        if ocr is Ocr.ASK:
            raise NeedsOcr(frames)
        if ocr is not Ocr.RUN:
            raise refused("no_ocr" if ocr is Ocr.MISSING else "scan_not_read")
        pages = [lines_of(frame_of(picture, number)) for number in range(1, frames + 1)]
    empty = [number for number, page in enumerate(pages, 1) if not page]
    return Extracted(
        text=text_of(pages),
        format="image",
        media_type=kind_of(data).media_type,
        pages=frames,
        warnings=notices(list(range(1, frames + 1)), empty, alone=not any(pages)),
    )


def opened(data: bytes) -> Image.Image:
    """The picture, its header read and its size checked; nothing is unpacked yet."""
    try:
        picture = Image.open(BytesIO(data), formats=FORMATS)
    except BROKEN:
        raise refused("corrupt", kind="picture") from None
    check_pixels(picture.width, picture.height, 1)
    return picture


def frames_of(picture: Image.Image) -> int:
    try:
        frames = int(getattr(picture, "n_frames", 1))
    except BROKEN:
        raise refused("corrupt", kind="picture") from None
    if frames > LIMITS.pages:
        raise refused("pages", pages=frames, limit=LIMITS.pages)
    return frames


def frame_of(picture: Image.Image, number: int) -> Image.Image:
    """The frame `number` (from 1) in shades of grey, upright."""
    try:
        picture.seek(number - 1)
        check_pixels(picture.width, picture.height, number)
        return ImageOps.exif_transpose(picture).convert("L")
    except BROKEN:
        raise refused("corrupt", kind="picture") from None


def check_pixels(width: float, height: float, page: int) -> None:
    """Refused where a page would be too large to hold, before anything is unpacked or drawn."""
    pixels = width * height
    if pixels > LIMITS.page_pixels:
        shown = f"{ceil(pixels / 100_000) / 10:,.1f}".removesuffix(".0")  # rounded up: never the limit itself
        raise refused("pixels", page=page, pixels=shown, limit=LIMITS.page_pixels // 1_000_000)


def lines_of_page(page: pypdfium2.PdfPage, number: int) -> list[Line]:
    """The lines OCR reads on a page of a PDF; `number` is for messages."""
    scale = DPI / 72
    width, height = page.get_size()
    check_pixels(width * scale, height * scale, number)
    try:
        return lines_of(page.render(scale=scale, grayscale=True).to_pil())
    except pypdfium2.PdfiumError:
        raise refused("corrupt", kind="PDF") from None


def notices(numbers: list[int], empty: list[int], *, alone: bool) -> tuple[Notice, ...]:
    """What staff must know of the pages `numbers` that OCR read, of which `empty` gave nothing.

    Refused where the document gave nothing else (`alone`).
    """
    if alone and len(empty) == len(numbers):
        raise refused("no_text_scan", pages=number_list(numbers))
    read = [number for number in numbers if number not in empty]
    said = []
    if read:
        said.append(
            Notice("text_damaged", f"{number_list(read)} read by OCR: check every value against the page.")
        )
    if empty:
        message = f"{number_list(empty)} gave no readable text. Check the scan, or type the missing part."
        said.append(Notice("text_damaged", message))
    return tuple(said)


@cache
def languages() -> str:
    """The languages to read with, as tesseract wants them: "eng+fra"."""
    try:
        found = pytesseract.get_languages()
    except (pytesseract.TesseractNotFoundError, OSError):
        raise refused("no_ocr") from None
    return "+".join(language for language in LANGUAGES if language in found) or "eng"


def lines_of(picture: Image.Image) -> list[Line]:
    """The lines tesseract sees on `picture`, with places in points; [] where it sees hardly a letter."""
    if picture.width > WIDEST:
        picture = picture.resize((WIDEST, max(1, picture.height * WIDEST // picture.width)))
    # Specks of dust make tesseract read "CMW/followup/29/bs" as "nos a cl".
    picture = picture.filter(ImageFilter.MedianFilter(3))
    try:
        table: dict[str, list[Any]] = pytesseract.image_to_data(
            picture,
            lang=languages(),
            config=f"{ONE_COLUMN} --dpi {DPI}",
            timeout=LIMITS.ocr_page_seconds,
            output_type=pytesseract.Output.DICT,
        )
    except pytesseract.TesseractError:
        raise refused("crashed") from None
    except RuntimeError:  # how pytesseract says that the time is over
        raise refused("timeout") from None
    rows: dict[tuple[int, int, int], list[int]] = {}
    for place in range(len(table["text"])):
        if is_word(table, place):
            key = (table["block_num"][place], table["par_num"][place], table["line_num"][place])
            rows.setdefault(key, []).append(place)
    lines = [line_of(table, places, picture.width, picture.height) for places in rows.values()]
    letters = sum(character.isalpha() for line in lines for character in line.text)
    return lines if letters >= LIMITS.page_letters else []


def is_word(table: dict[str, list[Any]], place: int) -> bool:
    word = str(table["text"][place]).strip()
    if not word or any(character.isalnum() for character in word):
        return bool(word)
    return bool(table["width"][place] > SPECK or table["height"][place] > SPECK)


def line_of(table: dict[str, list[Any]], places: list[int], width: int, height: int) -> Line:
    """The words of one line, in the table of tesseract, as a line with places in points."""
    points = WIDTH / width
    left = [table["left"][place] for place in places]
    right = [table["left"][place] + table["width"][place] for place in places]
    # Of the first words one has no letter below the line; words further right may hang, where the page is skewed.
    bottom = min(table["top"][place] + table["height"][place] for place in places[:3])
    return Line(
        text=" ".join(str(table["text"][place]) for place in places),
        left=left[0] * points,
        right=right[-1] * points,
        base=(height - bottom) * points,
        size=10.0,  # boxes are as high as the letters in them: no measure of the type
        first_word=(right[0] - left[0]) * points,
    )
