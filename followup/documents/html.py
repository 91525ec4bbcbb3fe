"""Web pages: the text a reader sees, a line for each block, a row of a table a line."""

import re
from html.parser import HTMLParser

from followup.documents.extracted import Extracted, Notice
from followup.documents.tracked import Changes
from followup.documents.txt import decode

UNSEEN = "script style head nav template noscript title svg select textarea button iframe object"
APART = "p h1 h2 h3 h4 h5 h6 table ul ol dl blockquote pre hr address section article"
BELOW = "div li tr dt dd header footer main aside figure figcaption form fieldset caption center body"
SKIPPED = frozenset(UNSEEN.split())
PARAGRAPHS = frozenset(APART.split())  # a blank line around them
LINES = frozenset(BELOW.split())  # a line of their own
CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE
)
WHITE = re.compile(r"[ \t\r\n\f]+")
SPACES = re.compile(" +")


def read(data: bytes) -> Extracted:
    declared = CHARSET.search(data[:4096])
    source, encoding, warnings = decode(data, declared[1].decode("ascii") if declared else "")
    text, changes = text_of(source)
    return Extracted(
        text=text,
        format="html",
        media_type="text/html",
        warnings=(*warnings, *changes),
        encoding=encoding,
    )


def text_of(source: str) -> tuple[str, tuple[Notice, ...]]:
    """The visible text of the page `source`, and a notice where it holds tracked changes."""
    page = Page()
    page.feed(source)
    page.close()
    return page.text(), page.changes.notices()


class Page(HTMLParser):
    """Collects text; blocks and line breaks become line ends, white space folds to one space."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.skipped: list[str] = []  # open elements whose text nobody sees
        self.ends = 2  # line ends the pieces end in
        self.preformatted = 0
        self.rows: list[list[int]] = []  # for each open table, where the cells of its row begin in the pieces
        self.marked: list[str] = []  # open <ins> and <del>
        self.changes = Changes()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "body":
            self.skipped.clear()  # a head that nobody closed
        if self.skipped:
            if tag == self.skipped[-1]:
                self.skipped.append(tag)
            return
        if tag in SKIPPED:
            self.skipped.append(tag)
        elif tag == "br":
            self.pieces.append("\n")
            self.ends += 1
        elif tag in ("td", "th"):
            self.rows = self.rows or [[]]
            self.rows[-1].append(len(self.pieces))
        elif tag in ("ins", "del"):
            self.marked.append(tag)
        else:
            if tag == "tr":
                self.end_row()  # one that nobody closed
            self.block(tag)
            if tag == "table":
                self.rows.append([])
            self.preformatted += tag == "pre"

    def handle_endtag(self, tag: str) -> None:
        if self.skipped:
            if tag == self.skipped[-1]:
                self.skipped.pop()
            return
        if tag in ("ins", "del"):
            if tag in self.marked:
                self.marked.remove(tag)
            self.changes.close()
        else:
            if tag in ("tr", "table"):
                self.end_row()
            if tag == "table" and self.rows:
                self.rows.pop()
            self.block(tag)
            self.preformatted = max(0, self.preformatted - (tag == "pre"))

    def block(self, tag: str) -> None:
        """Line ends before or after the block `tag`."""
        if tag not in PARAGRAPHS and tag not in LINES:
            return
        wanted = 2 if tag in PARAGRAPHS else 1
        self.pieces.append("\n" * (wanted - self.ends))
        self.ends = max(wanted, self.ends)

    def end_row(self) -> None:
        """Make the cells of a row one line; a row with a single cell that is not empty keeps its blocks.

        Pages and e-mails are often laid out in tables of such rows.
        """
        if not self.rows or not self.rows[-1]:
            return
        starts, self.rows[-1] = self.rows[-1], []
        cells = [
            "".join(self.pieces[start:end]) for start, end in zip(starts, [*starts[1:], None], strict=True)
        ]
        if sum(bool(cell.strip()) for cell in cells) > 1:
            self.pieces[starts[0] :] = ["\t".join(" ".join(cell.split()) for cell in cells)]
            self.ends = 0

    def handle_data(self, data: str) -> None:
        if self.skipped:
            return
        text = data if self.preformatted else WHITE.sub(" ", data)
        if not text.strip() and self.ends:
            return  # between blocks
        if self.marked:
            self.changes.add(self.marked[-1], text)
        if "del" not in self.marked:
            self.pieces.append(text)
            self.ends = 0

    def text(self) -> str:
        """The lines, without the spaces that stood between blocks."""
        folded = SPACES.sub(" ", "".join(self.pieces)).replace(" \t", "\t").replace("\t ", "\t")
        return "\n".join(line.strip(" ") for line in folded.split("\n"))
