"""E-mails: the letter is the body or an attachment; the same letter in both is one letter.

Nothing is fetched: pictures and links of a page stay where they are.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from followup.documents import html
from followup.documents.extracted import Extracted
from followup.documents.kinds import KINDS, kind_of
from followup.documents.limits import LIMITS
from followup.documents.reading import Ocr, read_raw
from followup.documents.refusals import Refused, refused
from followup.documents.settle import settle
from followup.documents.txt import decode

PICTURES = frozenset(["png", "jpeg", "tiff", "gif", "bmp", "webp", "heic"])
IGNORED = frozenset(
    ["application/pkcs7-signature", "application/pgp-signature", "text/calendar", "text/x-vcard"]
)
SYMBOL = re.compile(r"CMW/C/[A-Z]{3}/|CMW/follow-?up/", re.IGNORECASE)
LETTER_LETTERS = 800  # a covering note is shorter, a letter longer
SAME = 0.8  # share of the words two documents of one letter have in common


@dataclass(frozen=True, slots=True)
class Part:
    """A leaf of the e-mail: its bytes, what it says it is, and whether it belongs to the body.

    The text of an e-mail inside this one is no body, but a document attached.
    """

    data: bytes
    media_type: str
    charset: str
    is_body: bool
    is_flowed: bool


def read(data: bytes, ocr: Ocr) -> Extracted:
    try:
        mail = message_from_bytes(data.lstrip(b"\r\n"), policy=default)
        parts = list(leaves(mail, 0, [LIMITS.mail_parts]))
    except (RecursionError, ValueError, LookupError, AttributeError, TypeError):
        # The parser of the standard library stumbles over broken headers in all these ways.
        raise refused("corrupt", kind="e-mail") from None
    body = body_of(parts)
    is_complete = body is not None and is_letter(body.text)
    documents, failed = attachments(parts, ocr, pictures=not is_complete)
    letters = different(documents)
    if len(letters) > 1:
        letters = [each for each in letters if is_letter(each.text)] or letters
    if len(letters) > 1:
        raise refused("several_letters", count=len(letters))
    if not letters:
        if failed is not None and not is_complete:
            raise Refused(failed.code, refused("attachment", reason=failed.message).message)
        return mailed(body) if body else mailed(Extracted("", "eml", ""))
    if body and is_complete and not same(body.text, letters[0].text):
        raise refused("several_letters", count=2)
    return mailed(letters[0])


def mailed(extracted: Extracted) -> Extracted:
    return replace(extracted, format="eml", media_type=KINDS["eml"].media_type)


def leaves(mail: EmailMessage, depth: int, left: list[int]) -> Iterator[Part]:
    """The parts of `mail` that hold no others; Refused beyond LIMITS. `left` counts the parts still allowed."""
    if depth > LIMITS.mail_depth:
        raise refused("parts", parts=LIMITS.mail_parts, depth=LIMITS.mail_depth)
    left[0] -= 1
    if left[0] < 0:
        raise refused("parts", parts=LIMITS.mail_parts, depth=LIMITS.mail_depth)
    payload = mail.get_payload()
    if isinstance(payload, list):
        inside = depth + (mail.get_content_maintype() == "message")
        for part in payload:
            if isinstance(part, EmailMessage):
                yield from leaves(part, inside, left)
        return
    content = mail.get_payload(decode=True)
    media_type = mail.get_content_type()
    is_text = media_type in ("text/plain", "text/html")
    yield Part(
        data=content if isinstance(content, bytes) else b"",
        media_type=media_type,
        charset=str(mail.get_content_charset("")),
        is_body=depth == 0
        and is_text
        and mail.get_content_disposition() != "attachment"
        and not mail.get_filename(),
        is_flowed=str(mail.get_param("format", "")).lower() == "flowed",
    )


def body_of(parts: list[Part]) -> Extracted | None:
    """The plain text of the body, or its web page where there is no text; None where both are empty."""
    for media_type in ("text/plain", "text/html"):
        read_parts = [body_text(part) for part in parts if part.is_body and part.media_type == media_type]
        texts = [extracted for extracted in read_parts if extracted.text.strip()]
        if texts:
            text = "\n\n".join(extracted.text for extracted in texts)
            warnings = tuple(notice for extracted in texts for notice in extracted.warnings)
            return replace(texts[0], text=text, warnings=warnings)
    return None


def body_text(part: Part) -> Extracted:
    source, encoding, warnings = decode(part.data, part.charset)
    if part.media_type == "text/html":
        text, changes = html.text_of(source)
        return Extracted(text, "html", "", None, (*warnings, *changes), encoding)
    text = source.replace("\r\n", "\n")
    # A line that ends in a space goes on in the next one; the mark of a signature, "-- ", does not.
    text = re.sub(r"(?<!\n--)(?<=[^\n]) \n(?=[^\n >])", " ", text) if part.is_flowed else text
    return Extracted(text, "txt", "", None, warnings, encoding)


def attachments(parts: list[Part], ocr: Ocr, *, pictures: bool) -> tuple[list[Extracted], Refused | None]:
    """The documents attached, and the refusal of one that could not be read (None where all could).

    `pictures` count only where no document is attached: most of them are logos.
    """
    attached = [part for part in parts if not part.is_body and part.data and part.media_type not in IGNORED]
    papers = [part for part in attached if kind_of(part.data).name not in PICTURES]
    documents: list[Extracted] = []
    failed: Refused | None = None
    for part in papers or (attached if pictures else []):
        try:
            extracted = read_raw(part.data, ocr)
        except Refused as refusal:
            failed = failed or refusal
            continue
        if extracted.text.strip():
            documents.append(extracted)
    return documents, failed


def different(documents: list[Extracted]) -> list[Extracted]:
    """`documents`, each letter once; of two files of one letter the one that names its pages or paragraphs better."""
    letters: list[Extracted] = []
    for document in sorted(documents, key=lambda each: ORDER.index(each.format)):
        if not any(same(document.text, letter.text) for letter in letters):
            letters.append(document)
    return letters


ORDER = ("docx", "odt", "pdf", "html", "txt", "eml", "scan", "image")


def is_letter(text: str) -> bool:
    """Whether `text` can be a follow-up letter, and not a note that covers one."""
    return (
        sum(character.isalpha() for character in text) >= LETTER_LETTERS and SYMBOL.search(text) is not None
    )


def same(one: str, other: str) -> bool:
    """Whether two texts are one letter: most of the words of the shorter are in the longer, and nearly as many."""
    first, second = folded(one), folded(other)
    shared = (first & second).total()
    return shared >= SAME * max(first.total(), second.total())


def folded(text: str) -> Counter[str]:
    """The words of `text` without case and accents."""
    plain = unicodedata.normalize("NFKD", settle(text)).casefold()
    return Counter(
        re.findall(r"[a-z0-9]+", "".join(sign for sign in plain if not unicodedata.combining(sign)))
    )
