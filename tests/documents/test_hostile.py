"""Hostile files: each is refused with a sentence, within its limits, and leaves nothing behind."""

import random
import struct
import subprocess
import sys
import tempfile
import zlib

import pytest

from followup.documents import LIMITS, Extracted, Refused, extract, queueing

from .builders import (
    docx,
    flowing,
    odt,
    packed,
    paragraph,
    part,
    pdf,
    pdf_objects,
    picture,
    png_header,
    saved,
    stream,
    w,
)

UNPACKS = (
    "This file unpacks to far more than a letter needs, so we did not open it. "
    "Save it again as PDF, or paste the text."
)
MB = 1 << 20
GOOD = docx(paragraph("Excellency,"))


@pytest.fixture(autouse=True)
def _nothing_left(monkeypatch, tmp_path):
    """All temporary files of a test, its child processes' too, are gone when it ends."""
    jobs = tmp_path / "jobs"
    jobs.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(jobs))
    yield
    assert [left.name for left in jobs.iterdir() if left != queueing.ours()] == []


def refusal(data: bytes, *, ocr: bool = True) -> Refused:
    """The refusal of `data`: for what it is, since what takes longer than the limits is refused as "timeout"."""
    with pytest.raises(Refused) as caught:
        extract(data, ocr=ocr)
    return caught.value


def lying(data: bytes, name: bytes, size: int, *, head: bool = True) -> bytes:
    """The archive `data`, whose directory (and local header) declare `size` bytes for the member `name`."""
    forged = bytearray(data)
    place = forged.find(b"PK\x01\x02")
    while forged[place + 46 : place + 46 + len(name)] != name:
        place = forged.find(b"PK\x01\x02", place + 1)
    forged[place + 24 : place + 28] = struct.pack("<I", size)
    if head:
        local = struct.unpack("<I", forged[place + 42 : place + 46])[0]
        forged[local + 22 : local + 26] = struct.pack("<I", size)
    return bytes(forged)


def flagged(data: bytes, flag: int, method: int | None = None) -> bytes:
    """The archive `data` with a flag set, or a method named, in each entry of its directory."""
    forged = bytearray(data)
    for mark, flags, methods in ((b"PK\x01\x02", 8, 10), (b"PK\x03\x04", 6, 8)):
        place = forged.find(mark)
        while place >= 0:
            forged[place + flags] |= flag
            if method is not None:
                forged[place + methods] = method
            place = forged.find(mark, place + 1)
    return bytes(forged)


BIG = part("document", w("body", paragraph("a" * (MB + 1))))
SPREAD = {f"word/media/{number}.bin": bytes(MB) for number in range(64)}
ARCHIVES = [
    (
        "one member far too large",
        docx(paragraph("x"), members={"word/media/a.bin": bytes(61 * MB)}),
        "unpacks_too_big",
    ),
    ("the text itself", packed({"word/document.xml": BIG}), "unpacks_too_big"),
    ("1,000 : 1", docx(paragraph("x"), members={"word/media/a.bin": bytes(2 * MB)}), "unpacks_too_big"),
    ("many members together", docx(paragraph("x"), members=SPREAD), "unpacks_too_big"),
    (
        "501 members",
        docx(paragraph("x"), members={f"a/{number}": b"" for number in range(501)}),
        "unpacks_too_big",
    ),
    ("10,000 members", packed({f"word/{number}": b"" for number in range(10_000)}), "unpacks_too_big"),
    (
        "declares less than it holds",
        lying(packed({"word/document.xml": BIG}), b"word/document.xml", 200),
        "corrupt",
    ),
    ("declares more than it holds", lying(GOOD, b"word/document.xml", 4 * MB), "unpacks_too_big"),
    ("declares 4 GB", lying(GOOD, b"word/document.xml", 0xFFFFFFFE), "unpacks_too_big"),
    ("directory and header disagree", lying(GOOD, b"word/document.xml", 90, head=False), "corrupt"),
    ("encrypted members", flagged(GOOD, 1), "encrypted"),
    ("unusual compression", flagged(GOOD, 0, method=14), "corrupt"),
    ("unknown compression", flagged(GOOD, 0, method=99), "corrupt"),
    ("truncated", GOOD[: len(GOOD) // 2], "corrupt"),
    ("end only", b"PK\x05\x06" + bytes(18), "unsupported"),
    ("archive in an archive", packed({"letter.docx": GOOD}), "unsupported"),
    ("nothing but a way out", packed({"../../../../tmp/escaped": b"x", "/etc/escaped": b"x"}), "unsupported"),
]


@pytest.mark.parametrize(
    ("data", "code"), [case[1:] for case in ARCHIVES], ids=[case[0] for case in ARCHIVES]
)
def test_archives_are_bounded(data, code):
    caught = refusal(data)
    assert caught.code == code
    if code == "unpacks_too_big":
        assert caught.message == UNPACKS


def test_two_members_of_one_name_are_refused():
    data = packed(
        {"word/document.xml": part("document", w("body", paragraph("one"))), "word/documenu.xml": b"x"}
    )
    assert refusal(data.replace(b"documenu", b"document")).code == "corrupt"


def test_members_with_odd_names_are_no_way_out(tmp_path):
    members = {"../../escaped": b"x", "/tmp/escaped": b"x", "word/\\..\\escaped": b"x"}  # noqa: S108 - a name in an archive
    assert extract(docx(paragraph("Excellency,"), members=members)).text == "Excellency,"
    assert not list(tmp_path.rglob("escaped"))


def entities(system: str) -> dict[str, str]:
    """Document type declarations that fetch `system`, or grow."""
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return {
        "external entity": f'<!DOCTYPE d [<!ENTITY x SYSTEM "{system}">]>',
        "parameter entity": f'<!DOCTYPE d [<!ENTITY % x SYSTEM "{system}"> %x;]>',
        "external subset": f'<!DOCTYPE d SYSTEM "{system}">',
        "billion laughs": f'<!DOCTYPE d [<!ENTITY a0 "ha">{laughs}<!ENTITY x "&a9;">]>',
        "harmless": '<!DOCTYPE d [<!ENTITY x "y">]>',
    }


SECRET = "canary-5417"


@pytest.mark.parametrize("kind", entities(""))
@pytest.mark.parametrize(
    "place", ["word/document.xml", "word/header1.xml", "content.xml", "styles.xml", "utf-16"]
)
def test_entities_are_never_resolved(kind, place, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text(SECRET)
    declared = entities(secret.as_uri())[kind]
    inside = part("document", w("body", paragraph("&x;" if "document" in place or "16" in place else "one")))
    inside = inside.replace("&amp;", "&").replace("?>", f"?>{declared}", 1)
    if place.startswith("word/header"):
        data = docx(paragraph("one"), header=paragraph("two"), members={place: inside})
    elif place.endswith("16"):
        data = docx("", members={"word/document.xml": inside.replace("UTF-8", "UTF-16").encode("utf-16")})
    elif place.startswith("word"):
        data = docx("", members={place: inside})
    else:
        data = odt("<text:p>one</text:p>", members={place: inside})
    try:
        extracted = extract(data)
    except Refused as caught:
        assert caught.code == "unsupported"
        assert caught.message.startswith("This file holds a document type declaration")
    else:
        pytest.fail(f"read: {extracted}")


PIXELS = [
    ("PNG of 900 megapixels", png_header(30_000, 30_000), "Page 1 has 900 megapixels; the limit is 40."),
    ("PNG of 10 gigapixels", png_header(100_000, 100_000), "Page 1 has 10,000 megapixels; the limit is 40."),
    ("PNG just above", png_header(10_000, 4_001), "Page 1 has 40.1 megapixels; the limit is 40."),
]


@pytest.mark.parametrize(("data", "message"), [case[1:] for case in PIXELS], ids=[case[0] for case in PIXELS])
def test_pictures_are_measured_before_they_are_unpacked(data, message):
    caught = refusal(data)
    assert caught.code == "too_big"
    assert caught.message == f"{message} Scan the letter again at 200 or 300 dpi."


def test_frames_are_counted():
    frame = picture("", size=(8, 8))
    caught = refusal(saved(frame, "TIFF", save_all=True, append_images=[frame] * 60))
    assert caught.code == "too_many_pages"
    assert caught.message == "This document has 61 pages; the limit is 60. Upload only the letter."


@pytest.mark.ocr
def test_a_giant_page_is_not_drawn():
    data = pdf([[]], pictures={1: picture("", size=(8, 8))}).replace(b"0 0 595 842]", b"0 0 9999 9999]")
    caught = refusal(data)
    assert caught.code == "too_big"


def pages(count: int) -> bytes:
    return pdf([[]] * count)


def loop() -> bytes:
    return pdf_objects([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"])


def bomb() -> bytes:
    """One page whose content unpacks to 512 MB of line ends, twice over; about 1 KB."""
    pressed = zlib.compressobj(9)
    once = b"".join(pressed.compress(b"\n" * MB) for _ in range(512)) + pressed.flush()
    content = stream(zlib.compress(once, 9), b"/Filter[/FlateDecode/FlateDecode]")
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>"
    return pdf_objects(
        [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, content]
    )


BOMB = bomb()
PDFS = [
    (
        "61 pages",
        pages(61),
        "too_many_pages",
        "This document has 61 pages; the limit is 60. Upload only the letter.",
    ),
    (
        "5,000 pages",
        pages(5000),
        "too_many_pages",
        "This document has 5000 pages; the limit is 60. Upload only the letter.",
    ),
    ("page tree that bites its tail", loop(), "corrupt", None),
    ("no page", pages(0), "corrupt", None),
    ("header only", b"%PDF-1.7\n", "corrupt", None),
    ("no content at all", pages(1), "no_text", None),
    ("stream of 512 MB in 1 KB", BOMB, "memory", None),
]


@pytest.mark.parametrize(
    ("data", "code", "message"), [case[1:] for case in PDFS], ids=[case[0] for case in PDFS]
)
def test_pdfs_are_bounded(data, code, message):
    caught = refusal(data)
    assert caught.code == code
    assert caught.message == (message or caught.message)


# A process counts the memory of the one it was forked from until it starts its own program; so the reader is
# started by a small process, not by the test's own.
MEASURE = """
import os, subprocess, sys
child = subprocess.Popen([sys.executable, "-m", "followup.documents.child", "ask"], stdin=sys.stdin,
                         stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
_, status, used = os.wait4(child.pid, 0)
child.returncode = os.waitstatus_to_exitcode(status)
print(used.ru_maxrss // (1024 if sys.platform == "darwin" else 1), child.returncode)
"""


def test_a_bomb_stays_under_300_mb():
    """The largest process of a bomb, measured from outside."""
    measured = subprocess.run(
        [sys.executable, "-c", MEASURE], input=BOMB, stdout=subprocess.PIPE, timeout=60, check=True
    )
    kilobytes, code = map(int, measured.stdout.split())
    assert kilobytes < 300 * 1024
    assert code != 0


TEXTS = [
    ("20 MB in one line", b"a" * LIMITS.file_bytes, "too_big"),
    ("20 MB of blank lines", b"\n" * LIMITS.file_bytes, "too_big"),
    ("200,000 open brackets", b"<html>" + b"<" * 200_000, "no_text timeout"),
    ("5,000 open comments", b"<html>" + b"<!--" * 5000, "no_text"),
    ("300,000 elements inside each other", b"<html>" + b"<div>" * 300_000, "no_text"),
    ("5,000 tables inside each other", b"<html>" + b"<table><tr><td>" * 5000, "no_text"),
    (
        "XML 100,000 deep",
        packed({"word/document.xml": "<w>" * 100_000 + "</w>" * 100_000}, stored=True),
        "corrupt",
    ),
    ("XML 900 deep", packed({"word/document.xml": "<p>" * 900 + "</p>" * 900}), "corrupt no_text"),
]


@pytest.mark.parametrize(("data", "codes"), [case[1:] for case in TEXTS], ids=[case[0] for case in TEXTS])
def test_long_and_deep_texts_end(data, codes):
    assert refusal(data).code in codes.split()


def test_mutated_letters_never_break_the_reader():
    """Bytes of good letters changed, cut and doubled at random: text or a refusal, never anything else."""
    dice = random.Random(20_240_503)  # noqa: S311 - the same changes in every run
    letters = [
        pdf([flowing("Excellency,\n\nThe Committee considers.")]),
        GOOD,
        odt("<text:p>Excellency,</text:p>"),
    ]
    letters.append(saved(picture("", size=(64, 64)), "TIFF"))
    for number in range(40):
        data = bytearray(letters[number % len(letters)])
        for _ in range(dice.randint(1, 12)):
            place = dice.randrange(len(data))
            match dice.randrange(4):
                case 0:
                    data[place] = dice.randrange(256)
                case 1:
                    del data[place : place + dice.randrange(40)]
                case 2:
                    data[place:place] = data[place : place + dice.randrange(40)]
                case _:
                    data[place:place] = dice.randbytes(dice.randrange(8))
            data = data or bytearray(b"x")
        try:
            assert isinstance(extract(bytes(data), ocr=False), Extracted)
        except Refused as caught:
            assert caught.code != "crashed", caught
