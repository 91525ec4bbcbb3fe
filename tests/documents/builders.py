"""Small documents for the tests, written by hand: what the office programs write, and what only an attacker does."""

import struct
import zlib
from email.message import EmailMessage
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from PIL import Image, ImageDraw, ImageFont

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OPEN = "urn:oasis:names:tc:opendocument:xmlns:"


def packed(members: dict[str, bytes | str], *, stored: bool = False) -> bytes:
    """A ZIP archive of `members`."""
    output = BytesIO()
    with ZipFile(output, "w", ZIP_STORED if stored else ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return output.getvalue()


def w(name: str, body: str = "", **attributes: str) -> str:
    """An element of Word's vocabulary: w("p", …) is <w:p>…</w:p>."""
    written = "".join(f' w:{key}="{value}"' for key, value in attributes.items())
    return f"<w:{name}{written}>{body}</w:{name}>"


def run(text: str) -> str:
    return w("r", f'<w:t xml:space="preserve">{escape(text)}</w:t>')


def paragraph(*pieces: str, properties: str = "") -> str:
    """A Word paragraph of plain strings and of elements (strings that begin with "<")."""
    body = "".join(piece if piece.startswith("<") else run(piece) for piece in pieces)
    return w("p", (w("pPr", properties) if properties else "") + body)


def part(root: str, body: str, namespace: str = WORD) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><w:{root} xmlns:w="{namespace}" xmlns:r="{RELATIONS}" '
        f'xmlns:mc="{COMPATIBILITY}">{body}</w:{root}>'
    )


def docx(
    body: str,
    *,
    header: str = "",
    footer: str = "",
    members: dict[str, bytes | str] | None = None,
    namespace: str = WORD,
) -> bytes:
    """A Word document with these elements in its body, header and footer, and more members."""
    linked = [
        (kind, name, content)
        for kind, name, content in (("header", "header1.xml", header), ("footer", "footer1.xml", footer))
        if content
    ]
    references = "".join(f'<w:{kind}Reference w:type="first" r:id="{name}"/>' for kind, name, _ in linked)
    relations = "".join(
        f'<Relationship Id="{name}" Type="{RELATIONS}/{kind}" Target="{name}"/>' for kind, name, _ in linked
    )
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
            "word/document.xml": part("document", w("body", body + w("sectPr", references)), namespace),
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>',
            **{
                f"word/{name}": part("hdr" if kind == "header" else "ftr", content)
                for kind, name, content in linked
            },
            **(members or {}),
        }
    )


def odt(
    body: str,
    *,
    master: str = "",
    styles: str = "",
    members: dict[str, bytes | str] | None = None,
) -> bytes:
    """An OpenDocument text with these elements in its body, master pages and automatic styles."""
    names = " ".join(
        f'xmlns:{name}="{OPEN}{name}:1.0"' for name in ("office", "text", "table", "style", "draw")
    )
    start = '<?xml version="1.0" encoding="UTF-8"?>'
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"{start}<office:document-content {names}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
            "styles.xml": f"{start}<office:document-styles {names}><office:master-styles>{master}"
            "</office:master-styles></office:document-styles>",
            **(members or {}),
        }
    )


def p(body: str) -> str:
    """A paragraph of OpenDocument."""
    return f"<text:p>{body}</text:p>"


def tracked(*changes: str) -> str:
    """The notice about these changes: "inserted “fully”", …; "" for one without words."""
    count = "1 tracked change" if len(changes) == 1 else f"{len(changes)} tracked changes"
    named = f": {', '.join(change for change in changes if change)}" if any(changes) else ""
    return f"The document holds {count} that nobody accepted; it was read as if all were accepted{named}."


def mail(text: str = "", page: str = "", attached: tuple[tuple[str, bytes], ...] = ()) -> bytes:
    """An e-mail with a text and a page in its body, and files attached."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = (
        "registry@un.test",
        "mission@un.test",
        "Follow-up – letter",
    )
    message["Message-ID"] = "<1@un.test>"
    message.set_content(text)
    if page:
        message.add_alternative(page, subtype="html")
    for name, data in attached:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


HELVETICA = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"


def pdf_objects(objects: list[bytes]) -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    output = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(output))
        output += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(output)
    output += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    output += b"".join(b"%010d 00000 n \n" % place for place in places)
    output += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(output)


def stream(content: bytes, head: bytes = b"") -> bytes:
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (head, len(content), content)


def pdf(
    pages: list[list[tuple[float, float, float, str]]], pictures: dict[int, Image.Image] | None = None
) -> bytes:
    """A PDF of A4 pages; a page is lines of (left, base line from below, size of type, text), all in points.

    `pictures` cover whole pages, by number from 1.
    """
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", HELVETICA.encode()]
    kids = []
    for number, lines in enumerate(pages, 1):
        written = b"".join(
            b"BT /F1 %.2f Tf 1 0 0 1 %.2f %.2f Tm (%b) Tj ET\n" % (size, left, base, literal(text))
            for left, base, size, text in lines
        )
        resources = b"/Font<</F1 3 0 R>>"
        picture = (pictures or {}).get(number)
        if picture is not None:
            written = b"q 595 0 0 842 0 0 cm /I Do Q\n" + written
            head = b"/Type/XObject/Subtype/Image/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode"
            head += b"/Width %d/Height %d" % picture.size
            objects.append(stream(zlib.compress(picture.convert("L").tobytes()), head))
            resources += b"/XObject<</I %d 0 R>>" % len(objects)
        objects.append(stream(written))
        page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<%b>>/Contents %d 0 R>>"
        objects.append(page % (resources, len(objects)))
        kids.append(len(objects))
    listed = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[1] = b"<</Type/Pages/Kids[%b]/Count %d>>" % (listed, len(kids))
    return pdf_objects(objects)


def literal(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def flowing(text: str, *, top: float = 780, left: float = 70, size: float = 11, width: int = 80) -> list:
    """The lines of `text` for pdf(): paragraphs apart by a blank line, lines wrapped after `width` characters."""
    lines = []
    base = top
    for each in text.split("\n\n"):
        for row in wrapped(each, width):
            lines.append((left, base, size, row))
            base -= 1.3 * size
        base -= 0.8 * size
    return lines


def wrapped(text: str, width: int) -> list[str]:
    rows = [""]
    for word in text.split(" "):
        if rows[-1] and len(rows[-1]) + 1 + len(word) > width:
            rows.append(word)
        else:
            rows[-1] = f"{rows[-1]} {word}".strip()
    return rows


def picture(text: str, *, size: tuple[int, int] = (1240, 1754)) -> Image.Image:
    """A clean scan (150 dpi) of `text`, whose lines are printed as they are."""
    image = Image.new("L", size, 255)
    ImageDraw.Draw(image).multiline_text(
        (130, 130), text, fill=0, font=ImageFont.load_default(26), spacing=14
    )
    return image


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    output = BytesIO()
    image.save(output, kind, **options)
    return output.getvalue()


def png_header(width: int, height: int) -> bytes:
    """A PNG of 60 bytes that declares a picture of any size."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        )

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(b"\x00" * 100))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + body + chunk(b"IEND", b"")
