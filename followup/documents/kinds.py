"""What a file is, by its bytes alone: a name is only compared with the answer, never believed."""

import re
from typing import Final, NamedTuple

AS_DOCX = "Open it and save it as .docx or PDF, and upload that."
AS_PICTURE = "Save it as PDF, PNG or JPEG, and upload that."
ORIGINAL = "Upload the original letter as PDF, Word (.docx), OpenDocument (.odt), web page, e-mail or text."


class Kind(NamedTuple):
    """One kind of file; `reader` is the module that reads it, "" where nothing does."""

    name: str
    label: str  # "is {label}": goes into messages
    reader: str = ""
    media_type: str = "application/octet-stream"
    family: str = ""  # extensions and kinds of one family agree
    advice: str = ORIGINAL


DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
KINDS: Final[dict[str, Kind]] = {
    kind.name: kind
    for kind in (
        Kind("txt", "plain text", "txt", "text/plain", "text"),
        Kind("html", "a web page", "html", "text/html", "text"),
        Kind("eml", "an e-mail", "eml", "message/rfc822", "text"),
        Kind("docx", "a Word document (.docx)", "docx", DOCX_TYPE, "docx"),
        Kind("odt", "an OpenDocument text (.odt)", "odt", "application/vnd.oasis.opendocument.text", "odt"),
        Kind("pdf", "a PDF", "pdf", "application/pdf", "pdf"),
        Kind("png", "a picture (PNG)", "scan", "image/png", "image"),
        Kind("jpeg", "a picture (JPEG)", "scan", "image/jpeg", "image"),
        Kind("tiff", "a picture (TIFF)", "scan", "image/tiff", "image"),
        Kind("zip", "a ZIP archive"),  # docx and odt are told from it by archive.py, in the child process
        Kind("doc", "an old Word document (.doc) or another old Office file", advice=AS_DOCX),
        Kind("rtf", "a Rich Text document (.rtf)", advice=AS_DOCX),
        Kind("word xml", "a Word document saved as XML", advice=AS_DOCX),
        Kind("excel", "an Excel workbook"),
        Kind("powerpoint", "a PowerPoint presentation", advice="Save it as PDF and upload that."),
        Kind(
            "opendocument",
            "an OpenDocument file that holds no text document",
            advice="Save it as PDF and upload that.",
        ),
        Kind("epub", "an e-book"),
        Kind("xml", "an XML file"),
        Kind("postscript", "a PostScript file", advice="Save it as PDF and upload that."),
        Kind("gif", "a picture (GIF)", advice=AS_PICTURE),
        Kind("bmp", "a picture (BMP)", advice=AS_PICTURE),
        Kind("webp", "a picture (WebP)", advice=AS_PICTURE),
        Kind("heic", "a picture or film (HEIC, MP4)", advice=AS_PICTURE),
        Kind("archive", "an archive (RAR, 7z, gzip …)"),
        Kind("program", "a program"),
        Kind(
            "outlook",
            "a winmail.dat attachment of Outlook",
            advice="Ask for the letter as PDF, or save it from Outlook.",
        ),
        Kind("binary", "no document known here"),
    )
}

FAMILIES: Final[dict[str, str]] = {
    "pdf": "pdf",
    "docx": "docx",
    "odt": "odt",
    **dict.fromkeys(["png", "jpg", "jpeg", "jpe", "tif", "tiff"], "image"),
    **dict.fromkeys(["txt", "text", "htm", "html", "xhtml", "eml"], "text"),
}

# Places in the file, and what stands there. The first that fits decides.
MAGIC: Final[tuple[tuple[int, bytes, str], ...]] = (
    (0, b"PK\x03\x04", "zip"),
    (0, b"PK\x05\x06", "zip"),
    (0, b"\x89PNG\r\n\x1a\n", "png"),
    (0, b"\xff\xd8\xff", "jpeg"),
    (0, b"II*\x00", "tiff"),
    (0, b"MM\x00*", "tiff"),
    (0, b"II+\x00", "tiff"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
    (0, b"{\\rtf", "rtf"),
    (0, b"%!PS", "postscript"),
    (0, b"GIF8", "gif"),
    (0, b"BM", "bmp"),
    (8, b"WEBP", "webp"),
    (4, b"ftyp", "heic"),
    (0, b"Rar!", "archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "archive"),
    (0, b"\x1f\x8b", "archive"),
    (0, b"BZh", "archive"),
    (0, b"\xfd7zXZ", "archive"),
    (257, b"ustar", "archive"),
    (0, b"MZ", "program"),
    (0, b"\x7fELF", "program"),
    (0, b"\x78\x9f\x3e\x22", "outlook"),
)
TEXTUAL: Final = frozenset(
    {"bmp", "archive", "program", "postscript"}
)  # their marks may also begin a plain text

HTML_START = re.compile(
    rb"\s*(?:<!doctype\s+html|<(?:html|head|body|meta|title|style|div|p|table|span|font|center|article|section|h[1-6]|[bh]r|pre|[uod]l|[biu]|em|strong)[\s>/])",
    re.IGNORECASE,
)
MAIL_FIELD = re.compile(rb"([A-Za-z][A-Za-z0-9-]{1,40}):")
# A letter may begin "REFERENCE: …", a memo "From: …": only fields that mail programs write make an e-mail.
MAIL_START = frozenset(
    b"received return-path delivered-to mime-version message-id from to cc bcc subject date sender reply-to "
    b"content-type dkim-signature authentication-results arc-seal thread-topic thread-index".split()
)
MAIL_PROOF = frozenset(b"received return-path mime-version message-id content-type dkim-signature".split())


def kind_of(data: bytes) -> Kind:
    """The kind of `data`. A ZIP archive stays "zip" here: its directory is read in the child process only."""
    for place, mark, name in MAGIC:
        if data.startswith(mark, place) and not (name in TEXTUAL and is_text(data)):
            return KINDS[name]
    # A PDF may begin with up to 1 KB of something else; a text that only mentions one does not count.
    place = data.find(b"%PDF-", 0, 1024)
    if place >= 0 and (place == 0 or b"startxref" in data[-4096:]):
        return KINDS["pdf"]
    return KINDS[text_kind(data)]


def text_kind(data: bytes) -> str:
    start = data[:4096].removeprefix(b"\xef\xbb\xbf")
    if start[:2] in (b"\xff\xfe", b"\xfe\xff") or is_utf16(data):
        start = start.replace(b"\x00", b"")[2 if start[:2] in (b"\xff\xfe", b"\xfe\xff") else 0 :]
    elif not is_text(data):
        return "binary"
    if HTML_START.match(start):
        return "html"
    if start.lstrip()[:4] == b"<!--" and re.search(rb"<(?:html|body)[\s>]", start, re.IGNORECASE):
        return "html"
    if start.lstrip()[:5] == b"<?xml":
        return xml_kind(start)
    return "eml" if is_mail(start) else "txt"


def xml_kind(start: bytes) -> str:
    if re.search(rb"<(?:!doctype\s+)?html[\s>]", start, re.IGNORECASE):
        return "html"
    return "word xml" if b"Word.Document" in start or b"wordprocessingml" in start else "xml"


def is_mail(start: bytes) -> bool:
    lines = start.lstrip(b"\r\n").splitlines()
    if lines and lines[0].startswith(b"From ") and b":" in lines[0]:
        lines = lines[1:]  # the separator of a mailbox file
    fields = []
    for line in lines:
        if not line.strip():
            break
        if line[:1] in b" \t":
            continue
        field = MAIL_FIELD.match(line)
        if field is None:
            return False
        fields.append(field[1].lower())
    return bool(fields) and fields[0] in MAIL_START and not MAIL_PROOF.isdisjoint(fields)


def is_utf16(data: bytes) -> str:
    """The UTF-16 codec of `data` whose every other byte is mostly NUL, as without its mark; else ""."""
    head = data[:4096]
    half = len(head) // 2
    if half < 2:
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > half * 0.6 and even < half * 0.1:
        return "utf-16-le"
    if even > half * 0.6 and odd < half * 0.1:
        return "utf-16-be"
    return ""


PRINTABLE = bytes(set(range(256)) - set(range(32)) - {127}) + b"\t\n\r\f\v\x1a\x1b"


def is_text(data: bytes) -> bool:
    """Whether fewer than one byte in a hundred of the first 64 KB is a control character no text holds."""
    head = data[:65536]
    return len(head.translate(None, PRINTABLE)) * 100 <= len(head)


def extension_of(filename: str) -> str:
    """The extension of `filename` in lower case, "" where it has none or none a message could show."""
    extension = filename.rpartition(".")[2].strip().lower() if "." in filename else ""
    return extension if extension.isalnum() and extension.isascii() and len(extension) <= 10 else ""


def disagrees(filename: str, kind: Kind) -> str:
    """The extension of `filename` where it promises another family than `kind` is of; "" where they agree.

    Text is one family (an e-mail saved as .txt is harmless), and unknown extensions promise nothing.
    """
    extension = extension_of(filename)
    promised = FAMILIES.get(extension)
    return extension if promised and promised != kind.family else ""
