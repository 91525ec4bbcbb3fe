"""A page as a picture, drawn anew: what a person looks at is never the original's own bytes or type."""

from io import BytesIO

import pypdfium2
from PIL import Image

from followup.documents.kinds import kind_of
from followup.documents.limits import LIMITS
from followup.documents.pdf import opened as opened_pdf
from followup.documents.refusals import refused
from followup.documents.scan import frame_of, frames_of
from followup.documents.scan import opened as opened_picture

WIDTH = 1100  # pixels: an A4 page at 130 dpi, readable and about 150 KB


def draw(data: bytes, number: int) -> tuple[int, bytes]:
    """How many pages there are, and page `number` (from 1) as PNG; Refused where that cannot be."""
    return draw_pdf(data, number) if kind_of(data).name == "pdf" else draw_picture(data, number)


def draw_pdf(data: bytes, number: int) -> tuple[int, bytes]:
    document = opened_pdf(data)
    check_number(number, len(document))
    try:
        page = document[number - 1]
        width, height = page.get_size()
        scale = min(WIDTH / max(1.0, width), (LIMITS.page_pixels / 4 / max(1.0, width * height)) ** 0.5)
        return len(document), png_of(page.render(scale=scale).to_pil())
    except pypdfium2.PdfiumError:
        raise refused("corrupt", kind="PDF") from None


def draw_picture(data: bytes, number: int) -> tuple[int, bytes]:
    with opened_picture(data) as picture:
        frames = frames_of(picture)
        check_number(number, frames)
        return frames, png_of(frame_of(picture, number))


def check_number(number: int, pages: int) -> None:
    if not 1 <= number <= pages:
        raise refused("no_such_page", page=number, pages=pages)


def png_of(picture: Image.Image) -> bytes:
    """The picture in shades of grey, no wider than WIDTH, with nothing of the original beside its points."""
    picture = picture.convert("L")
    if picture.width > WIDTH:
        picture = picture.resize((WIDTH, max(1, picture.height * WIDTH // picture.width)))
    stream = BytesIO()
    Image.frombytes("L", picture.size, picture.tobytes()).save(stream, "PNG", optimize=True)
    return stream.getvalue()
