"""The front door: what a file is, plain text and web pages, and the sentences of refusals."""

import pytest

from followup.documents import LIMITS, Extracted, Refused, extract

LETTER = """REFERENCE: CMW/FollowUp/36/ab

3 May 2024

Excellency,

I have the honour to refer to the examination of the initial report of “Côte d’Ivoire”.
The Committee considers that the recommendation contained in paragraph 12 has been partially implemented."""

ENCODED = [
    ("utf-8", LETTER.encode(), "utf-8"),
    ("utf-8 with mark", b"\xef\xbb\xbf" + LETTER.encode(), "utf-8"),
    ("cp1252", LETTER.encode("cp1252"), "cp1252"),
    ("utf-16 with mark", LETTER.encode("utf-16"), "utf-16-le"),
    ("utf-16 big-endian with mark", b"\xfe\xff" + LETTER.encode("utf-16-be"), "utf-16-be"),
    ("utf-16 without mark", LETTER.encode("utf-16-le"), "utf-16-le"),
    ("utf-16 big-endian without mark", LETTER.encode("utf-16-be"), "utf-16-be"),
    ("utf-32 with mark", LETTER.encode("utf-32"), "utf-32-le"),
    ("Windows line ends", LETTER.replace("\n", "\r\n").encode(), "utf-8"),
]


@pytest.mark.parametrize(
    ("data", "encoding"), [case[1:] for case in ENCODED], ids=[case[0] for case in ENCODED]
)
def test_plain_text_is_read_in_any_encoding(data, encoding):
    assert extract(data, "letter.txt") == Extracted(LETTER, "txt", "text/plain", None, (), encoding)


def test_bytes_without_a_character_are_counted():
    extracted = extract(b"L\x92\xc9tat partie\x81 a r\xe9pondu\x8d")
    assert extracted.text == "L’État partie\ufffd a répondu\ufffd"
    message = "2 places were not valid cp1252 and show as �. Check them against the letter."
    assert extracted.warnings == (("text_damaged", message),)


PAGE = """<!DOCTYPE html><html><head><title>Not the letter</title><style>p{color:red}</style></head><body>
<nav><a href="/">Home</a></nav><script>var x = "<p>no</p>";</script>
<div class="head">OFFICE OF THE HIGH<br>COMMISSIONER</div>
<p>The  Committee
considers that <b>paragraph&nbsp;12</b> has been <i>part</i>ially&shy; implemented.</p>
<table><tr><th>Paragraph</th><th>Grade</th></tr><tr><td><p>12</p></td><td><p>partially</p><p>implemented</p></td></tr></table>
<ul><li>first</li><li>second</li></ul>
<p>1<sup>er</sup> mai &amp; 2 &lt; 3</p></body></html>"""
PAGE_TEXT = """OFFICE OF THE HIGH
COMMISSIONER

The Committee considers that paragraph 12 has been partially implemented.

Paragraph\tGrade
12\tpartially implemented

first
second

1er mai & 2 < 3"""


def test_a_web_page_is_read_as_a_reader_sees_it():
    assert extract(PAGE.encode(), "letter.html") == Extracted(
        PAGE_TEXT, "html", "text/html", None, (), "utf-8"
    )


HTML = [
    ("cp1252 as declared", b'<html><meta charset="iso-8859-1"><p>\xc9tat \x93partie\x94', "État “partie”"),
    ("cp1252 undeclared", b"<p>\xc9tat", "État"),
    ("other encoding declared", '<html><meta charset="macintosh"><p>État'.encode("mac-roman"), "État"),
    ("unknown encoding declared", b'<html><meta charset="x-evil"><p>\xc9tat', "État"),
    ("utf-16", "<html><p>État".encode("utf-16"), "État"),
    ("head never closed", b"<html><head><title>x</title><body><p>Letter", "Letter"),
    ("xhtml", b'<?xml version="1.0"?><!DOCTYPE html><html><body><p>Letter</p></body></html>', "Letter"),
    ("preformatted", b"<pre>one\ntwo</pre>", "one\ntwo"),
    ("upper case, unclosed", b"<HTML><BODY><P>one<P>two<BR>three", "one\n\ntwo\nthree"),
    ("comment first", b"<!-- saved --><html><body>Letter<!-- x -->s</body></html>", "Letters"),
]


@pytest.mark.parametrize(("data", "text"), [case[1:] for case in HTML], ids=[case[0] for case in HTML])
def test_web_pages_of_many_makes(data, text):
    extracted = extract(data)
    assert (extracted.format, extracted.text) == ("html", text)


def test_tracked_changes_of_a_web_page_are_told():
    extracted = extract(b"<p>has been <del>partially</del><ins>fully</ins> implemented</p>")
    assert extracted.text == "has been fully implemented"
    message = (
        "The document holds 2 tracked changes that nobody accepted; it was read as if all were accepted: "
        "deleted “partially”, inserted “fully”."
    )
    assert extracted.warnings == (("tracked_changes", message),)


TEXTS = [
    ("begins like a field", b"REFERENCE: CMW/followup/29/bs\n\nExcellency,"),
    ("memo", b"From: the Chair\nTo: the Mission\nSubject: follow-up\n\nExcellency,"),
    ("begins BM", b"BM is not a picture here, Excellency,"),
    ("begins MZ", b"MZ is not a program here, Excellency,"),
    ("mentions a PDF", b"The header of a PDF is %PDF-1.7, Excellency,"),
    ("less than", b"< 40 letters on a page, Excellency,"),
]


@pytest.mark.parametrize("data", [case[1] for case in TEXTS], ids=[case[0] for case in TEXTS])
def test_plain_text_stays_plain_text(data):
    extracted = extract(data)
    assert (extracted.format, extracted.text) == ("txt", data.decode().strip())


DOC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512
OLD = "an old Word document (.doc) or another old Office file"
ADVICE = "Open it and save it as .docx or PDF, and upload that."
ORIGINAL = "Upload the original letter as PDF, Word (.docx), OpenDocument (.odt), web page, e-mail or text."
REFUSED = [
    ("empty", b"", "letter.pdf", "empty", "This file is empty (0 bytes). Upload the original letter again."),
    (
        "too big",
        b"a" * (LIMITS.file_bytes + 1),
        "letter.txt",
        "too_big",
        "This file is 20.1 MB; the limit is 20 MB. Letters are usually below 2 MB. "
        "Remove images or paste the text.",
    ),
    (
        "too much text",
        b"a" * (LIMITS.text_bytes + 1),
        "letter.txt",
        "too_big",
        "This file holds 2.1 MB of text; the limit is 2 MB. A letter is usually about 5 KB. "
        "Upload only the letter.",
    ),
    (
        "old Word",
        DOC,
        "letter.doc",
        "unsupported",
        f"This file is {OLD}, which cannot be read here. {ADVICE}",
    ),
    (
        "old Word, renamed",
        DOC,
        "letter.docx",
        "type_mismatch",
        f"The name ends in .docx but the content is {OLD}. {ADVICE}",
    ),
    (
        "Word with a password",
        DOC + "EncryptedPackage".encode("utf-16-le"),
        "",
        "encrypted",
        "This Word document needs a password. Save a copy without it and upload that.",
    ),
    (
        "RTF",
        b"{\\rtf1\\ansi Excellency}",
        "letter.rtf",
        "unsupported",
        f"This file is a Rich Text document (.rtf), which cannot be read here. {ADVICE}",
    ),
    (
        "program",
        b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00",
        "letter.exe",
        "unsupported",
        f"This file is a program, which cannot be read here. {ORIGINAL}",
    ),
    (
        "unknown",
        bytes(range(256)) * 4,
        "letter.pdf",
        "type_mismatch",
        f"The name ends in .pdf but the content is no document known here. {ORIGINAL}",
    ),
    (
        "text named PDF",
        b"Excellency,",
        "letter.PDF",
        "type_mismatch",
        "The name ends in .pdf but the content is plain text. Upload the original letter.",
    ),
    (
        "no letters",
        b"1 2 3\n--\n",
        "",
        "no_text",
        "This file gave no readable text. If the letter is a picture in it, upload the picture or a scan as PDF, "
        "or paste the text.",
    ),
]


@pytest.mark.parametrize(
    ("data", "name", "code", "message"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_a_refusal_says_what_happened_and_what_to_do(data, name, code, message):
    with pytest.raises(Refused) as caught:
        extract(data, name)
    assert (caught.value.code, caught.value.message) == (code, message)


@pytest.mark.parametrize("count", [LIMITS.text_bytes - 1, LIMITS.text_bytes])
def test_text_up_to_its_limit_is_read(count):
    assert len(extract(b"a" * count).text) == count


NAMES = [
    "letter",
    "letter.htm",
    "letter.TXT",
    "letter.eml",
    "letter.doc",
    "a.pdf.txt",
    "..",
    "x" * 5000,
    ".\x00",
]


@pytest.mark.parametrize("name", NAMES, ids=lambda name: repr(name[:12]))
def test_names_of_text_kinds_are_harmless(name):
    assert extract(b"Excellency,", name).text == "Excellency,"
