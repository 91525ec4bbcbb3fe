"""ZIP archives of letters: their files one by one, with the same distrust as in archive.py.

    for name, data in files("letters.zip", stream):   # data: bytes, or Refused for this file or the archive

Nothing is unpacked to disk, archives in an archive stay closed, and one file at a time is in memory. A Word or
OpenDocument file is a ZIP archive too, but no bundle.
"""

import zlib
from collections.abc import Iterator
from stat import S_ISLNK
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from followup.documents.archive import CHUNK
from followup.documents.limits import LIMITS, MB, size
from followup.documents.refusals import Refused, refused

KIND = "ZIP archive"
START = (b"PK\x03\x04", b"PK\x05\x06")
DIRECTORY_BYTES = 1 * MB  # 500 files take 50 KB
# each office format and e-book has one of these, whatever else it holds
OF_A_DOCUMENT = frozenset(["[Content_Types].xml", "mimetype", "META-INF/container.xml", "word/document.xml"])
BROKEN = (BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError, OverflowError)


def files(name: str, stream: BinaryIO) -> Iterator[tuple[str, bytes | Refused]]:
    """The file `name`, or the files in it where it is a bundle; Refused in the place of what must not be read."""
    try:
        if is_bundle(stream):
            for member, data in members(stream):
                yield f"{name}/{member}", data
        else:
            check_file(length(stream))
            yield name, stream.read()
    except Refused as refusal:
        yield name, refusal


def is_bundle(stream: BinaryIO) -> bool:
    """Whether `stream` is a ZIP archive and no document; one too damaged to tell is left to the readers."""
    stream.seek(0)
    if stream.read(4) not in START:
        return False
    if length(stream) > LIMITS.bundle_bytes:
        raise refused("bundle_too_big", size=size(length(stream)), limit=size(LIMITS.bundle_bytes))
    try:
        names = opened(stream).namelist()
    except BROKEN:
        return False
    return not OF_A_DOCUMENT.intersection(names)


def members(stream: BinaryIO) -> Iterator[tuple[str, bytes | Refused]]:
    """The files of a bundle, sorted by name; Refused for one that is too large, or raised for the whole bundle.

    All is checked before the first file is handed out: the sizes as declared, then every byte that comes out.
    """
    try:
        archive = opened(stream)
    except BROKEN:
        raise refused("corrupt", kind=KIND) from None
    check_directory(archive.infolist())
    wanted = sorted((shown(member), member) for member in archive.infolist() if is_letter(member))
    if not wanted:
        raise refused("bundle_empty")
    for _, member in wanted:
        for _ in pieces(archive, member):
            pass
    return ((name, content(archive, member)) for name, member in wanted)


class Bounded:
    """A stream that gives at most DIRECTORY_BYTES at once: ZipFile reads a directory in one go, however long."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.seek, self.tell, self.seekable = stream.seek, stream.tell, stream.seekable

    def read(self, count: int = -1) -> bytes:
        data = self.stream.read(DIRECTORY_BYTES + 1 if count < 0 else min(count, DIRECTORY_BYTES + 1))
        if len(data) > DIRECTORY_BYTES:
            raise refused("bundle_entries", limit=LIMITS.bundle_entries)
        return data


def opened(stream: BinaryIO) -> ZipFile:
    return ZipFile(Bounded(stream))


def check_directory(found: list[ZipInfo]) -> None:
    """Refused where a bundle as a whole is not in order, by what its directory declares."""
    if len(found) > LIMITS.bundle_entries:
        raise refused("bundle_entries", limit=LIMITS.bundle_entries)
    if len({shown(member) for member in found}) != len(found) or any(map(astray, found)):
        raise refused("bundle_names")
    if any(member.flag_bits & 1 for member in found):
        raise refused("encrypted", kind=KIND)
    if any(member.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for member in found):
        raise refused("corrupt", kind=KIND)
    if sum(member.file_size for member in found) > LIMITS.bundle_unpacked_bytes or any(map(swells, found)):
        raise refused("bundle_unpacks")


def content(archive: ZipFile, member: ZipInfo) -> bytes | Refused:
    try:
        check_file(member.file_size)
    except Refused as refusal:
        return refusal
    return b"".join(pieces(archive, member))


def check_file(count: int) -> None:
    if count > LIMITS.file_bytes:
        raise refused("file_too_big", size=size(count), limit=size(LIMITS.file_bytes))


def pieces(archive: ZipFile, member: ZipInfo) -> Iterator[bytes]:
    """The bytes of a member; Refused where they are damaged or not as many as the directory declares."""
    left = member.file_size
    try:
        with archive.open(member) as stream:
            while piece := stream.read(CHUNK):
                left -= len(piece)
                yield piece
    except BROKEN:
        raise refused("corrupt", kind=KIND) from None
    if left:
        raise refused("corrupt", kind=KIND)


def length(stream: BinaryIO) -> int:
    """How many bytes there are; the stream stands at its beginning after."""
    count = stream.seek(0, 2)
    stream.seek(0)
    return count


def shown(member: ZipInfo) -> str:
    """The name of a member; some programs write it with the separators of Windows."""
    return member.filename.replace("\\", "/")


def astray(member: ZipInfo) -> bool:
    """Whether a member is a link or its name leads out of the archive: no honest program packs letters so."""
    name = shown(member)
    outside = name.startswith("/") or name[1:2] == ":" or ".." in name.split("/")
    return outside or "\0" in member.orig_filename or S_ISLNK(member.external_attr >> 16)


def swells(member: ZipInfo) -> bool:
    return member.file_size > max(LIMITS.ratio_from, member.compress_size * LIMITS.ratio)


def is_letter(member: ZipInfo) -> bool:
    """Whether a person put this file there: it is no folder, no dotfile and nothing that macOS adds."""
    parts = shown(member).split("/")
    return not shown(member).endswith("/") and not any(p.startswith(".") or p == "__MACOSX" for p in parts)
