"""Plain text: which characters the bytes are."""

import codecs

from followup.documents.extracted import Extracted, Notice
from followup.documents.kinds import is_utf16

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Names a document may give its encoding; ISO 8859-1 is read as cp1252, as browsers do.
DECLARED = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "windows-1252": "cp1252",
    "cp1252": "cp1252",
    "iso-8859-15": "iso-8859-15",
    "macintosh": "mac-roman",
    "windows-1250": "cp1250",
    "windows-1254": "cp1254",
}


def read(data: bytes) -> Extracted:
    text, encoding, warnings = decode(data)
    return Extracted(text=text, format="txt", media_type="text/plain", warnings=warnings, encoding=encoding)


def decode(data: bytes, declared: str = "") -> tuple[str, str, tuple[Notice, ...]]:
    """`data` as text, the name of its encoding, and a notice where bytes had no character.

    Mark, strict UTF-8, UTF-16 without a mark, what the document itself `declared`, cp1252: in this order,
    because the first three cannot succeed by chance and the last always does.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return replaced(data[len(mark) :], encoding)
    encoding = is_utf16(data)
    if encoding:
        return replaced(data, encoding)
    try:
        return data.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError:
        return replaced(data, DECLARED.get(declared.strip().lower(), "cp1252"))


def replaced(data: bytes, encoding: str) -> tuple[str, str, tuple[Notice, ...]]:
    """`data` decoded; bytes without a character become U+FFFD and are counted in a notice."""
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd")
    if not lost:
        return text, encoding, ()
    noun = "place was" if lost == 1 else "places were"
    message = f"{lost} {noun} not valid {encoding} and show as �. Check them against the letter."
    return text, encoding, (Notice("text_damaged", message),)
