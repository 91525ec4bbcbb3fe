"""Word documents (.docx): all text a reader sees, with tracked changes read as if all were accepted.

Walks every element itself: libraries drop inserted words, so that "has been partially implemented" reads
"has been  implemented".
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from followup.documents.archive import Archive, attribute, local
from followup.documents.blocks import once, row, table
from followup.documents.extracted import Extracted, Notice
from followup.documents.kinds import KINDS
from followup.documents.numbering import Numbering, numbering_of, place_of
from followup.documents.refusals import refused
from followup.documents.tracked import Changes

DELETED = frozenset(["del", "moveFrom"])
INSERTED = frozenset(["ins", "moveTo"])
MARKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# Properties, field codes, readings above a word, the copy of a drawing for old programs: no text to see.
UNSEEN = "pPr rPr sectPr tblPr tblGrid trPr tcPr sdtPr sdtEndPr instrText delInstrText fldData"
SKIPPED = frozenset([*UNSEEN.split(), "rt", "rubyPr", "Fallback"])


def read(data: bytes) -> Extracted:
    archive = Archive(data, "Word document")
    if b"macroEnabled" in archive.read("[Content_Types].xml"):
        raise refused("macros")
    part = main_part(archive)
    root = archive.xml(part)
    if root is None:
        raise archive.corrupt()
    lists = archive.xml("word/numbering.xml")
    styles = archive.xml("word/styles.xml") if lists is not None else None
    document = Document(numbering_of(lists, styles))
    linked = relations(archive, part)
    headers = [document.story(archive.xml(name)) for name in references(root, linked, "headerReference")]
    body = document.story(root)
    notes = [document.notes(archive.xml(f"word/{name}.xml")) for name in ("footnotes", "endnotes")]
    footers = [document.story(archive.xml(name)) for name in references(root, linked, "footerReference")]
    blocks = [*once(headers), *body, *notes[0], *notes[1], *once(footers)]
    return Extracted(
        text="\n\n".join(block for block in blocks if block.strip()),
        format="docx",
        media_type=KINDS["docx"].media_type,
        warnings=(*document.changes.notices(), *document.lost),
    )


def main_part(archive: Archive) -> str:
    """The name of the member that holds the body; word/document.xml unless the archive names another."""
    found = archive.xml("_rels/.rels")
    for relation in found if found is not None else ():
        if attribute(relation, "Type").endswith("/officeDocument"):
            return attribute(relation, "Target").lstrip("/")
    return "word/document.xml"


def relations(archive: Archive, part: str) -> dict[str, str]:
    """Names of members by the id that `part` links them with."""
    folder, _, name = part.rpartition("/")
    found = archive.xml(f"{folder}/_rels/{name}.rels")
    linked = {}
    for each in found if found is not None else ():
        target = attribute(each, "Target")
        linked[attribute(each, "Id")] = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
    return linked


def references(root: Element, linked: dict[str, str], kind: str) -> list[str]:
    """Members that `root` names as its headers or footers, in its order, each once."""
    names = [linked.get(attribute(each, "id"), "") for each in root.iter() if local(each) == kind]
    return [name for name in dict.fromkeys(names) if name]


class Document:
    """Turns elements into blocks; knows the lists, and collects tracked changes on the way."""

    def __init__(self, numbering: Numbering) -> None:
        self.numbering = numbering
        self.changes = Changes()
        self.lost: tuple[Notice, ...] = ()
        self.boxes: list[str] = []  # blocks of the text boxes anchored in the paragraph at hand
        self.inserted = 0  # depth of insertions
        self.open: str | None = None  # a paragraph whose end was deleted: the next one goes on with it

    def story(self, root: Element | None) -> list[str]:
        """The blocks of a body, header or footer."""
        blocks = list(self.blocks(root)) if root is not None else []
        if self.open is not None:
            blocks.append(self.open)
            self.open = None
        return blocks

    def notes(self, root: Element | None) -> list[str]:
        """The blocks of all footnotes or endnotes but the lines drawn above them."""
        notes = [each for each in root if not attribute(each, "type")] if root is not None else []
        return [block for note in notes for block in self.story(note)]

    def blocks(self, parent: Element) -> Iterator[str]:
        for element in parent:
            name = local(element)
            if name == "p":
                yield from self.paragraph(element)
            elif name == "tbl":
                yield from table([self.row(each) for each in own(element, "tr")])
            elif name in DELETED:
                self.deleted(element)
            elif name in INSERTED:
                self.inserted += 1
                yield from self.blocks(element)
                self.inserted -= 1
            elif name == "altChunk":
                message = "The document holds another document inside it, which was not read. Check the end."
                self.lost = (Notice("text_damaged", message),)
            elif name not in SKIPPED:
                yield from self.blocks(element)

    def paragraph(self, element: Element) -> Iterator[str]:
        properties = next((child for child in element if local(child) == "pPr"), None)
        before = len(self.changes.stretches)
        text = "".join(self.inline(element))
        boxes, self.boxes = self.boxes, []
        label = self.label(properties) if text.strip() else ""
        text = f"{label} {text}" if label else text
        if self.open is not None:
            text, self.open = self.open + text, None
        mark = mark_of(properties)
        if mark in INSERTED and len(self.changes.stretches) == before:
            self.changes.add("ins", "")  # a paragraph was split
            self.changes.close()
        if mark in DELETED:
            self.changes.add("del", "")
            self.changes.close()
            self.open = text
        elif text.strip():
            yield text
        yield from boxes

    def label(self, properties: Element | None) -> str:
        place = place_of(properties)
        if place is None and properties is not None:
            style = next((attribute(child, "val") for child in properties if local(child) == "pStyle"), "")
            place = self.numbering.styles.get(style)
        return self.numbering.label(*place) if place is not None else ""

    def inline(self, parent: Element) -> Iterator[str]:
        """The text of `parent`, a paragraph, a run or anything in between."""
        for element in parent:
            name = local(element)
            if name == "t":
                yield self.words(element.text or "")
            elif name in MARKS:
                yield self.words(MARKS[name])
            elif name in DELETED:
                self.deleted(element)
            elif name in INSERTED:
                yield from self.inserting(element)
            elif name == "txbxContent":
                self.boxes.extend(self.boxed(element))
            elif name not in SKIPPED and not (name == "r" and is_hidden(element)):
                yield from self.inline(element)

    def boxed(self, element: Element) -> list[str]:
        """The blocks of a text box; those of boxes inside it come after its own."""
        outer, self.boxes = self.boxes, []
        blocks = list(self.blocks(element))
        self.boxes = outer
        return blocks

    def words(self, text: str) -> str:
        if self.inserted:
            self.changes.add("ins", text)
        return text

    def inserting(self, element: Element) -> Iterator[str]:
        self.inserted += 1
        self.changes.close()
        yield from self.inline(element)
        self.changes.close()
        self.inserted -= 1

    def deleted(self, element: Element) -> None:
        words = [each.text or "" for each in element.iter() if local(each) in ("t", "delText")]
        self.changes.close()
        self.changes.add("del", "".join(words))
        self.changes.close()

    def row(self, element: Element) -> list[str]:
        if any(local(mark) in DELETED for each in element if local(each) == "trPr" for mark in each):
            self.deleted(element)
            return []
        return row([list(self.blocks(cell)) for cell in own(element, "tc")])


def own(parent: Element, name: str) -> Iterator[Element]:
    """The rows of a table or cells of a row, also those in content controls, but none of a table inside."""
    for element in parent:
        if local(element) == name:
            yield element
        elif local(element) in ("sdt", "sdtContent", "customXml"):
            yield from own(element, name)


def mark_of(properties: Element | None) -> str:
    """The tracked change of the end of a paragraph: "ins", "del" … or ""."""
    runs = [child for child in properties if local(child) == "rPr"] if properties is not None else []
    return next((local(each) for run in runs for each in run if local(each) in DELETED | INSERTED), "")


def is_hidden(run: Element) -> bool:
    """Whether `run` is hidden text, which no reader of the letter sees."""
    for properties in run:
        if local(properties) == "rPr":
            hidden = [attribute(each, "val") for each in properties if local(each) == "vanish"]
            return bool(hidden) and hidden[0] not in ("0", "false", "off")
    return False
