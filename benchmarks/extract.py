"""How fast documents become text, a format at a time: against the bare library that opens it, in one run.

    .venv/bin/python benchmarks/extract.py

`inside` is the reading itself, `extract` the same in a child process with limits, as uploads are read. The bare library
only takes the characters out, in no order and unsettled: what it costs is the least that any reader could.
"""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable
from email import message_from_bytes, policy
from html.parser import HTMLParser
from pathlib import Path

import pypdfium2
from defusedxml import ElementTree

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.letters import letter
from benchmarks.parse import seconds
from followup.documents import extract
from followup.documents.reading import Ocr, read
from tests.documents.builders import docx, flowing, mail, odt, p, paragraph, pdf, run

PAGES = 20
LETTERS_A_PAGE = 3000  # characters


def pages() -> list[str]:
    """The letters that the documents hold, about a page each."""
    return [letter(seed)[:LETTERS_A_PAGE] for seed in range(PAGES)]


def documents(texts: list[str]) -> dict[str, tuple[bytes, Callable[[bytes], object]]]:
    """The same pages in each format, with what the bare library does with them."""
    paragraphs = [words for text in texts for words in text.split("\n\n")]
    whole = "\n\n".join(texts)
    page = "<html><body>" + "".join(f"<p>{words}</p>" for words in paragraphs) + "</body></html>"
    return {
        "pdf": (pdf([flowing(text, size=8, top=820) for text in texts]), bare_pdf),
        "docx": (
            docx("".join(paragraph(run(words)) for words in paragraphs)),
            bare_archive("word/document.xml"),
        ),
        "odt": (odt("".join(p(words) for words in paragraphs)), bare_archive("content.xml")),
        "html": (page.encode(), bare_html),
        "eml": (mail(whole), bare_mail),
        "txt": (whole.encode(), bytes.decode),
    }


def bare_pdf(data: bytes) -> int:
    """pypdfium2: the characters of each page."""
    document = pypdfium2.PdfDocument(data)
    return sum(len(page.get_textpage().get_text_range()) for page in document)


def bare_archive(member: str) -> Callable[[bytes], int]:
    """zipfile and defusedxml: the characters of one member."""

    def count(data: bytes) -> int:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return sum(map(len, ElementTree.fromstring(archive.read(member)).itertext()))

    return count


def bare_html(data: bytes) -> None:
    """html.parser: the tags and characters."""
    HTMLParser().feed(data.decode())


def bare_mail(data: bytes) -> int:
    """email: the body."""
    body = message_from_bytes(data, policy=policy.default).get_body()
    return len(body.get_content()) if body else 0


def main() -> None:
    print(f"{PAGES} pages of {LETTERS_A_PAGE} characters in one file: pages a second")
    print(f"{'':6}{'bare':>10}{'inside':>10}{'extract':>10}{'inside/bare':>14}{'child adds':>14}")
    for name, (data, bare) in documents(pages()).items():
        assert len(read(data, Ocr.OFF).text) > PAGES * LETTERS_A_PAGE / 2, name
        least, inside, apart = (
            seconds(work)
            for work in (
                lambda data=data, bare=bare: bare(data),
                lambda data=data: read(data, Ocr.OFF),
                lambda data=data: extract(data, ocr=False),
            )
        )
        print(
            f"{name:6}{PAGES / least:10.0f}{PAGES / inside:10.0f}{PAGES / apart:10.0f}"
            f"{inside / least:13.1f}x{(apart - inside) * 1000:11.0f} ms"
        )


if __name__ == "__main__":
    main()
