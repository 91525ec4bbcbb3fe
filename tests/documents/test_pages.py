"""Pages as pictures: drawn anew in the child process, as PNG, never in the type of the original."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from followup.documents import Refused, has_pages, page_image
from followup.documents.kinds import KINDS
from tests.documents.builders import flowing, pdf


def picture(kind: str, *, size: tuple[int, int] = (300, 400), frames: int = 1, **save: object) -> bytes:
    stream = BytesIO()
    first, *rest = [Image.new("RGB", size, (250, 250 - n, 240)) for n in range(frames)]
    extra = {"save_all": True, "append_images": rest} if rest else {}
    first.save(stream, kind, **extra, **save)
    return stream.getvalue()


PDF = pdf([flowing("A letter of two pages."), flowing("The second page.")])
DRAWN = [
    (PDF, 1, 2),
    (PDF, 2, 2),
    (picture("PNG"), 1, 1),
    (picture("JPEG"), 1, 1),
    (picture("TIFF", frames=3), 3, 3),
    (picture("PNG", size=(3000, 200)), 1, 1),
]


@pytest.mark.parametrize(("data", "number", "pages"), DRAWN)
def test_a_page_is_drawn_as_png(data, number, pages):
    count, png = page_image(data, number)
    with Image.open(BytesIO(png)) as image:
        assert (image.format, image.mode, image.info) == ("PNG", "L", {})
        assert image.width <= 1100
    assert count == pages
    assert png != data


def test_nothing_but_the_points_of_a_picture_is_passed_on():
    hidden = Image.Exif()
    hidden[0x010E] = "<script>alert(1)</script>"
    data = picture("JPEG", exif=hidden, comment=b"<script>alert(2)</script>")
    assert b"<script>" in data
    assert b"script" not in page_image(data, 1)[1]


REFUSED = [
    (PDF, 3, "There is no page 3: the document has 2."),
    (PDF, 0, "There is no page 0"),
    (picture("PNG"), 2, "There is no page 2"),
    (b"A letter in plain text.", 1, "This letter is plain text: there is no image"),
    (b"%PDF-1.4 nothing else", 1, "is damaged or incomplete"),
    (picture("PNG", size=(8000, 8000)), 1, "has 64 megapixels; the limit is 40"),
]


@pytest.mark.parametrize(("data", "number", "message"), REFUSED)
def test_what_has_no_such_page_is_refused(data, number, message):
    with pytest.raises(Refused, match=message):
        page_image(data, number)


@pytest.mark.parametrize(("name", "has"), [("pdf", True), ("png", True), ("docx", False), ("txt", False)])
def test_only_some_documents_have_pages(name, has):
    assert has_pages(KINDS[name].media_type) is has
