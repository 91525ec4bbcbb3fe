"""Why a document is refused: one table of codes and plain sentences that say what happened and what to do."""

from typing import Final

# case -> (code, message). Messages are for staff: they never hold a trace, a path or text of the document.
REFUSALS: Final[dict[str, tuple[str, str]]] = {
    "empty": ("empty", "This file is empty (0 bytes). Upload the original letter again."),
    "unreadable": ("unreadable", "This file cannot be opened: {reason}."),
    "file_too_big": (
        "too_big",
        "This file is {size}; the limit is {limit}. Letters are usually below 2 MB. Remove images or paste "
        "the text.",
    ),
    "paste_too_big": (
        "too_big",
        "This text is {size}; the limit is {limit}. A letter is usually about 5 KB. Paste only the letter.",
    ),
    "text_too_big": (
        "too_big",
        "This file holds {size} of text; the limit is {limit}. A letter is usually about 5 KB. Upload only "
        "the letter.",
    ),
    "pixels": (
        "too_big",
        "Page {page} has {pixels} megapixels; the limit is {limit}. Scan the letter again at 200 or 300 dpi.",
    ),
    "type_mismatch": (
        "type_mismatch",
        "The name ends in .{extension} but the content is {content}. {advice}",
    ),
    "unsupported": ("unsupported", "This file is {content}, which cannot be read here. {advice}"),
    "macros": (
        "unsupported",
        "This document holds macros, so we did not open it. Save it as .docx or PDF without macros and "
        "upload that.",
    ),
    "doctype": (
        "unsupported",
        "This file holds a document type declaration, which no word processor writes, so we did not open it. "
        "Save it again as .docx or PDF, or paste the text.",
    ),
    "several_letters": (
        "unsupported",
        "This e-mail holds {count} different documents. Save them and upload the letters one by one.",
    ),
    "attachment": ("", "An attachment of this e-mail could not be read. {reason}"),
    "encrypted": ("encrypted", "This {kind} needs a password. Save a copy without it and upload that."),
    "corrupt": (
        "corrupt",
        "This {kind} is damaged or incomplete and cannot be opened. Upload the original again, or paste "
        "the text.",
    ),
    "pages": (
        "too_many_pages",
        "This document has {pages} pages; the limit is {limit}. Upload only the letter.",
    ),
    "unpacks": (
        "unpacks_too_big",
        "This file unpacks to far more than a letter needs, so we did not open it. Save it again as PDF, "
        "or paste the text.",
    ),
    "bundle_too_big": (
        "too_big",
        "This ZIP archive is {size}; the limit is {limit}. Make several smaller ones.",
    ),
    "bundle_entries": (
        "unpacks_too_big",
        "This ZIP archive holds more than {limit} files. Make several smaller ones.",
    ),
    "bundle_unpacks": (
        "unpacks_too_big",
        "This ZIP archive unpacks to far more than its letters need, so we did not open it. Make several smaller "
        "ones, or upload the letters themselves.",
    ),
    "bundle_names": (
        "unsupported",
        "This ZIP archive holds a link, a file twice, or a file outside its own folders, so we did not open it. "
        "Pack the letters again.",
    ),
    "bundle_empty": ("empty", "This ZIP archive holds no files. Pack the letters again."),
    "parts": (
        "unpacks_too_big",
        "This e-mail holds more than {parts} parts or more than {depth} e-mails inside each other. "
        "Save the letter from it and upload that.",
    ),
    "no_pages": ("unsupported", "This letter is {content}: there is no image of a page to look at."),
    "no_such_page": ("unsupported", "There is no page {page}: the document has {pages}."),
    "busy": (
        "busy",
        "Other documents are being read at this moment. Nothing is wrong with this one: try again in a minute.",
    ),
    "timeout": (
        "timeout",
        "We could not read this file in time. Paste the text to go on.",
    ),
    "memory": (
        "memory",
        "This file needs far more memory than a letter does, so we stopped reading it. Save it again as a "
        "new PDF, or paste the text.",
    ),
    "crashed": (
        "crashed",
        "We could not read this file: it broke the reader, which runs apart from the registry. "
        "Save it again as a new PDF, or paste the text.",
    ),
    "no_text": (
        "no_text",
        "This file gave no readable text. If the letter is a picture in it, upload the picture or a scan as "
        "PDF, or paste the text.",
    ),
    "no_text_scan": (
        "no_text",
        "{pages} gave no readable text. Check the scan, or paste the text.",
    ),
    "scan_not_read": (
        "no_text",
        "This is a scan: it holds pictures of pages and no text. Paste the text to go on.",
    ),
    "no_ocr": (
        "no_ocr",
        "This is a scan, and the program that reads scans (tesseract) is not installed here. Paste the text, "
        "or ask an administrator to install it.",
    ),
}


CODES: Final = frozenset(code for code, _ in REFUSALS.values() if code)


class Refused(Exception):
    """A document was not read. `code` is one of CODES, `message` a plain sentence to show to staff."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message

    def __str__(self) -> str:
        return self.message


class Busy(Refused):
    """Nothing is wrong with the document: too many others are being read. Worth another attempt."""


def refused(case: str, **values: object) -> Refused:
    """The refusal of REFUSALS[case], its message filled with `values`; to be raised by the caller."""
    code, message = REFUSALS[case]
    return Refused(code, message.format(**values))


def number_list(numbers: list[int]) -> str:
    """Page numbers for people: [2] -> "Page 2", [2, 3, 5] -> "Pages 2, 3 and 5"."""
    if len(numbers) == 1:
        return f"Page {numbers[0]}"
    return f"Pages {', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"
