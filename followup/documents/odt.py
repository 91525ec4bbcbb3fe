"""OpenDocument texts (.odt): all text a reader sees, tracked changes read as if all were accepted."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from followup.documents.archive import Archive, attribute, local
from followup.documents.blocks import once, row, table
from followup.documents.extracted import Extracted
from followup.documents.kinds import KINDS
from followup.documents.numbering import integer, written
from followup.documents.refusals import refused
from followup.documents.tracked import Changes

WHITE = re.compile(r"[ \t\r\n]+")
HEADERS = frozenset(["header", "header-first", "header-left"])
FOOTERS = frozenset(["footer", "footer-first", "footer-left"])
UNSEEN = (
    "tracked-changes sequence-decls variable-decls user-field-decls forms scripts annotation event-listeners"
)
SKIPPED = frozenset([*UNSEEN.split(), "ruby-text", "hidden-text", "note-citation", "title", "desc"])
MANY = 100  # spaces or rows in one element: more are there to fill the memory


def read(data: bytes) -> Extracted:
    archive = Archive(data, "OpenDocument text")
    if b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise refused("encrypted", kind="OpenDocument text")
    root = archive.xml("content.xml")
    if root is None:
        raise archive.corrupt()
    styles = archive.xml("styles.xml")
    document = Document([each for each in (styles, root) if each is not None])
    headers = [document.story(each) for each in parts(styles, HEADERS)]
    body = document.story(root)
    footers = [document.story(each) for each in parts(styles, FOOTERS)]
    return Extracted(
        text="\n\n".join([*once(headers), *body, *document.notes, *once(footers)]),
        format="odt",
        media_type=KINDS["odt"].media_type,
        warnings=document.changes.notices(),
    )


def parts(styles: Element | None, names: frozenset[str]) -> list[Element]:
    """The headers or footers of all master pages in styles.xml."""
    return [each for each in styles.iter() if local(each) in names] if styles is not None else []


class Document:
    """Turns elements into blocks; knows the lists, and collects tracked changes and notes on the way."""

    def __init__(self, roots: list[Element]) -> None:
        self.lists = {
            attribute(each, "name"): each for root in roots for each in root.iter() if is_list_style(each)
        }
        self.changes = Changes()
        self.notes: list[str] = []
        self.boxes: list[str] = []
        self.inserting: set[str] = set()  # changes that began and have not ended
        self.insertions: set[str] = set()
        for root in roots:
            for region in root.iter():
                if local(region) == "changed-region":
                    self.changed(region)

    def changed(self, region: Element) -> None:
        """Note what a tracked change deleted; what it inserted stands in the body, between two marks."""
        for each in region:
            if local(each) == "deletion":
                self.changes.close()
                self.changes.add("del", " ".join(" ".join(each.itertext()).split()))
                self.changes.close()
            elif local(each) == "insertion":
                self.insertions.add(attribute(region, "id"))

    def story(self, root: Element) -> list[str]:
        return [block for block in self.blocks(body_of(root)) if block.strip()]

    def blocks(self, parent: Element) -> Iterator[str]:
        for element in parent:
            name = local(element)
            if name in ("p", "h"):
                yield from self.paragraph(element)
            elif name == "list":
                yield from self.items(element, "", 1)
            elif name == "table":
                yield from table([self.row(each) for each in own(element, "table-row")])
            elif name.startswith("change"):
                self.mark(name, element)
            elif name not in SKIPPED and attribute(element, "display") != "none":
                yield from self.blocks(element)

    def paragraph(self, element: Element) -> Iterator[str]:
        text = "".join(self.inline(element))
        boxes, self.boxes = self.boxes, []
        if text.strip():
            yield text
        yield from boxes

    def items(self, element: Element, style: str, depth: int) -> Iterator[str]:
        """The items of a list, each with the label it is printed with."""
        style = attribute(element, "style-name") or style
        count = self.start(style, depth)
        for item in element:
            count = integer(attribute(item, "start-value"), count)
            label = self.label(style, depth, count) if local(item) == "list-item" else ""
            for child in item:
                if local(child) == "list":
                    yield from self.items(child, style, depth + 1)
                    continue
                for block in self.blocks([child]):  # type: ignore[arg-type]  # anything with elements in it will do
                    yield f"{label} {block}" if label else block
                    label = ""
            count += local(item) == "list-item"

    def level(self, style: str, depth: int) -> Element | None:
        levels = self.lists.get(style)
        found = (
            [each for each in levels if attribute(each, "level") == str(depth)] if levels is not None else []
        )
        return found[0] if found else None

    def start(self, style: str, depth: int) -> int:
        level = self.level(style, depth)
        return integer(attribute(level, "start-value"), 1) if level is not None else 1

    def label(self, style: str, depth: int, count: int) -> str:
        level = self.level(style, depth)
        if level is None or local(level) == "list-level-style-image":
            return ""
        if local(level) == "list-level-style-bullet":
            return "•"
        number = written(count, attribute(level, "num-format"))
        return (
            f"{attribute(level, 'num-prefix')}{number}{attribute(level, 'num-suffix')}".strip()
            if number
            else ""
        )

    def inline(self, parent: Element) -> Iterator[str]:
        yield self.words(WHITE.sub(" ", parent.text or ""))
        for element in parent:
            name = local(element)
            if name == "s":
                yield " " * min(integer(attribute(element, "c"), 1), MANY)
            elif name == "tab":
                yield "\t"
            elif name == "line-break":
                yield "\n"
            elif name == "note":
                self.notes.extend(self.boxed(element))
            elif name in ("text-box", "table"):
                self.boxes.extend(self.boxed(element))
            elif name.startswith("change"):
                self.mark(name, element)
            elif name not in SKIPPED and attribute(element, "display") != "none":
                yield from self.inline(element)
            yield self.words(WHITE.sub(" ", element.tail or ""))

    def boxed(self, element: Element) -> list[str]:
        """The blocks of a text box or note; those of boxes inside it come after its own."""
        outer, self.boxes = self.boxes, []
        blocks = list(self.blocks(element))
        self.boxes = outer
        return blocks

    def words(self, text: str) -> str:
        if self.inserting and text:
            self.changes.add("ins", text)
        return text

    def mark(self, name: str, element: Element) -> None:
        """A `change-start` or `change-end` of an insertion; `change` marks a deletion: changed() noted it."""
        change = attribute(element, "change-id")
        if change in self.insertions:
            self.changes.close()
            if name == "change-start":
                self.inserting.add(change)
            elif name == "change-end":
                self.inserting.discard(change)

    def row(self, element: Element) -> list[str]:
        return row([list(self.blocks(cell)) for cell in own(element, "table-cell")])


def own(parent: Element, name: str) -> Iterator[Element]:
    """The rows of a table or cells of a row, but none of a table inside."""
    for element in parent:
        if local(element) == name:
            yield element
        elif local(element) in ("table-header-rows", "table-rows", "table-row-group"):
            yield from own(element, name)


def is_list_style(element: Element) -> bool:
    return local(element) == "list-style"


def body_of(root: Element) -> Element:
    """The text of content.xml; a header or footer is its own."""
    return next((each for each in root if local(each) == "body"), root)
