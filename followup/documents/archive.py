"""ZIP archives and XML, read within limits: shared by the Word and OpenDocument readers.

Nothing is unpacked to disk. The sizes an archive declares are checked first, the bytes that really come out
are counted after: the directory of an archive can lie.
"""

import re
import zlib
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from followup.documents.limits import LIMITS
from followup.documents.refusals import Refused, refused

ENTRY = b"PK\x01\x02"  # one in the directory for each member
MACROS = re.compile(r"(?:.*/)?vbaProject\.bin$|Basic/[^/]+/(?!script-l|dialog-l)|Scripts/.+[^/]$")
CHUNK = 1 << 16


class Archive:
    """An archive whose members are read by name, all together no more than LIMITS.unpacked_bytes."""

    def __init__(self, data: bytes, kind: str) -> None:
        self.kind = kind  # for messages: "Word document"
        self.left = LIMITS.unpacked_bytes
        if data.count(ENTRY) > LIMITS.entries:  # a directory of 400,000 would take seconds to read
            raise refused("unpacks")
        try:
            self.file = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, OverflowError, NotImplementedError, UnicodeDecodeError):
            raise self.corrupt() from None
        members = self.file.infolist()
        self.members = {member.filename: member for member in members}
        check_directory(members)
        if len(self.members) != len(members):
            raise self.corrupt()  # which of two members of one name a word processor shows is anybody's guess
        if any(MACROS.match(name) for name in self.members):
            raise refused("macros")

    def corrupt(self) -> Refused:
        return refused("corrupt", kind=self.kind)

    def read(self, name: str) -> bytes:
        """The bytes of the member `name`, b"" where there is none."""
        member = self.members.get(name)
        if member is None:
            return b""
        if member.flag_bits & 1:
            raise refused("encrypted", kind=self.kind)
        if member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise self.corrupt()  # what office programs do not write
        pieces = []
        try:
            with self.file.open(member) as stream:
                while piece := stream.read(CHUNK):
                    self.left -= len(piece)
                    if self.left < 0:
                        raise refused("unpacks")
                    pieces.append(piece)
        except (BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError):
            raise self.corrupt() from None
        return b"".join(pieces)

    def xml(self, name: str) -> Element | None:
        """The root of the XML member `name`, None where there is none; Refused on a DOCTYPE."""
        data = self.read(name)
        if not data:
            return None
        try:
            root: Element = fromstring(data, forbid_dtd=True)
        except DefusedXmlException:
            raise refused("doctype") from None
        except (ParseError, ValueError, LookupError):
            raise self.corrupt() from None
        return root


def check_directory(members: list[ZipInfo]) -> None:
    """Refused where the sizes a directory declares are those of a bomb."""
    if len(members) > LIMITS.entries or sum(member.file_size for member in members) > LIMITS.unpacked_bytes:
        raise refused("unpacks")
    for member in members:
        if member.file_size > max(LIMITS.ratio_from, member.compress_size * LIMITS.ratio):
            raise refused("unpacks")


def local(element: Element) -> str:
    """The name of `element` without its namespace: strict and transitional Word files differ only in that."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """The attribute `name` of `element`, whatever its namespace; "" where it has none."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return value
    return ""


def kind_of_archive(data: bytes) -> str:
    """The name in kinds.KINDS of the ZIP archive `data`, by the members it holds."""
    archive = Archive(data, "document")
    if "word/document.xml" in archive.members:
        return "docx"
    mimetype = archive.read("mimetype").strip()
    if mimetype.startswith(b"application/vnd.oasis.opendocument.text"):
        return "odt"
    if mimetype.startswith(b"application/vnd.oasis.opendocument"):
        return "opendocument"
    if mimetype == b"application/epub+zip":
        return "epub"
    folders = {name.partition("/")[0] for name in archive.members}
    return next((kind for folder, kind in FOLDERS if folder in folders), "zip")


FOLDERS = (("word", "docx"), ("xl", "excel"), ("ppt", "powerpoint"))
