"""Scans and pictures, read by tesseract."""

import pytest

from followup.documents import Refused, extract

from .builders import flowing, pdf, picture, saved

pytestmark = pytest.mark.ocr

PRINTED = """REFERENCE: CMW/FollowUp/36/ab

Excellency,

The Committee considers that the recommendation contained in
paragraph 12 has been partially implemented.

The Committee looks forward to its dialogue with the State party
on the implementation of the Convention."""
READ = """REFERENCE: CMW/FollowUp/36/ab

Excellency,

The Committee considers that the recommendation contained in paragraph 12 has been partially implemented.

The Committee looks forward to its dialogue with the State party on the implementation of the Convention."""
PAGE_1 = (("text_damaged", "Page 1 read by OCR: check every value against the page."),)


def test_a_picture_is_read():
    extracted = extract(saved(picture(PRINTED), "PNG"), "letter.png")
    assert extracted.text == READ
    assert (extracted.format, extracted.media_type, extracted.pages) == ("image", "image/png", 1)
    assert extracted.warnings == PAGE_1


def test_a_scanned_pdf_is_read():
    extracted = extract(pdf([[]], pictures={1: picture(PRINTED)}), "letter.pdf")
    assert (extracted.text, extracted.format, extracted.pages) == (READ, "scan", 1)
    assert extracted.warnings == PAGE_1


def test_a_scanned_page_after_a_page_with_text_is_read():
    extracted = extract(pdf([flowing("The annex is a scan."), []], pictures={2: picture(PRINTED)}))
    assert (extracted.text, extracted.format) == (f"The annex is a scan.\n\n{READ}", "pdf")
    assert extracted.warnings == (
        ("text_damaged", "Page 2 read by OCR: check every value against the page."),
    )


def test_an_empty_scan_is_no_success():
    with pytest.raises(Refused) as caught:
        extract(saved(picture(""), "JPEG"), "letter.jpg")
    assert caught.value.code == "no_text"
    assert caught.value.message == "Page 1 gave no readable text. Check the scan, or paste the text."


def test_frames_without_text_are_named():
    frames = [picture(PRINTED), picture("")]
    data = saved(frames[0], "TIFF", save_all=True, append_images=frames[1:], compression="tiff_deflate")
    extracted = extract(data, "letter.tif")
    assert (extracted.text, extracted.pages) == (READ, 2)
    assert [notice.message for notice in extracted.warnings] == [
        "Page 1 read by OCR: check every value against the page.",
        "Page 2 gave no readable text. Check the scan, or type the missing part.",
    ]
