"""What a document may cost: one table, enforced by the readers and shown in help and error messages."""

from dataclasses import dataclass
from math import ceil

KB = 1024
MB = 1024 * KB


def size(count: int) -> str:
    """`count` bytes for people: "200 KB", "20.1 MB". Rounded up: limit + 1 never reads as the limit."""
    unit, name = (MB, "MB") if count >= MB else (KB, "KB")
    tenths = ceil(count * 10 / unit)
    return f"{tenths // 10} {name}" if tenths % 10 == 0 else f"{tenths / 10} {name}"


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes, counts and seconds. A real letter has two or three pages, 5 KB of text and less than 2 MB."""

    file_bytes: int = 20 * MB
    paste_bytes: int = 200 * KB  # UTF-8
    text_bytes: int = 2 * MB  # UTF-8, as extracted
    pages: int = 60
    page_pixels: int = 40_000_000
    unpacked_bytes: int = 60 * MB  # all members of an archive together
    entries: int = 500
    ratio: int = 100  # of one member, where it unpacks to more than `ratio_from`
    ratio_from: int = 1 * MB
    bundle_bytes: int = 100 * MB  # a ZIP archive of letters; each of its files may have `file_bytes`
    bundle_unpacked_bytes: int = 300 * MB
    bundle_entries: int = 500
    mail_depth: int = 3
    mail_parts: int = 50
    page_letters: int = 40  # a page with fewer letters and a picture on it is read by OCR
    text_seconds: int = 10  # wall clock, every kind but PDF, e-mail and scans
    pdf_seconds: int = 30
    ocr_page_seconds: int = 20
    # Nothing runs in the background: the answer must come before a web worker's 60 seconds are over.
    total_seconds: int = 50
    memory_bytes: int = 256 * MB  # real letters take 30 MB
    ocr_memory_bytes: int = 1024 * MB
    readers: int = 4  # children at once on one machine: with OCR 4 GB at the very most
    wait_seconds: int = 10  # for a free place among them
    written_bytes: int = 64 * MB  # the largest file a child may write
    answer_bytes: int = 8 * MB  # what a child may print

    def rows(self) -> tuple[tuple[str, str], ...]:
        """What staff should know, for the help page: pairs of a name and its limit."""
        return (
            ("File", size(self.file_bytes)),
            ("Pasted text", size(self.paste_bytes)),
            ("Text in a file", size(self.text_bytes)),
            ("Pages", str(self.pages)),
            ("Picture or scanned page", f"{self.page_pixels // 1_000_000} megapixels"),
            ("Unpacked size of a Word or OpenDocument file", size(self.unpacked_bytes)),
            ("ZIP archive of letters", f"{size(self.bundle_bytes)}, {self.bundle_entries} files"),
            ("Time to read a file", f"{self.total_seconds} seconds"),
        )


LIMITS = Limits()
