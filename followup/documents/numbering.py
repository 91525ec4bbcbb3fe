"""Automatic numbers of Word paragraphs: "12.", "(a)", "(ii)" are printed, but in no text of the file."""

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from followup.documents.archive import attribute, local

LEVELS = 9
ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
HIGHEST = 3999  # above, no letter is numbered


def roman(number: int) -> str:
    letters = ""
    for value, letter in ROMAN:
        count, number = divmod(number, value)
        letters += letter * count
    return letters


def letter(number: int) -> str:
    """1 -> a, 26 -> z, 27 -> aa, as Word counts."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def written(number: int, style: str) -> str:
    """`number` in a number style of Word or OpenDocument ("lowerRoman", "i" …)."""
    if not 0 < number <= HIGHEST:
        return str(number)
    match style:
        case "lowerLetter" | "a":
            return letter(number)
        case "upperLetter" | "A":
            return letter(number).upper()
        case "lowerRoman" | "i":
            return roman(number)
        case "upperRoman" | "I":
            return roman(number).upper()
        case "decimalZero":
            return f"{number:02}"
        case "none" | "":
            return ""
    return str(number)


@dataclass(slots=True)
class Level:
    style: str = "decimal"
    text: str = ""  # "(%1)": the number of the first level in brackets
    start: int = 1
    restarts: bool = False  # begins anew here, although another list of the same make came before


@dataclass(slots=True)
class Numbering:
    """The lists of one document and where each of them stands."""

    # list number -> its make ("abstract list") and levels
    lists: dict[str, tuple[str, dict[int, Level]]] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)  # paragraph style -> number, level
    counts: dict[str, list[int]] = field(default_factory=dict)  # abstract list -> count a level
    started: set[str] = field(default_factory=set)

    def label(self, number: str, depth: int) -> str:
        """The label of the next paragraph at level `depth` (0 …) of a list; "" where none is printed."""
        if number not in self.lists or not 0 <= depth < LEVELS:
            return ""
        abstract, levels = self.lists[number]
        level = levels.get(depth, Level())
        if level.style == "bullet":
            return "•"
        counts = self.counts.setdefault(abstract, [0] * LEVELS)
        if number not in self.started:
            self.started.add(number)
            if any(each.restarts for each in levels.values()):
                counts[:] = [0] * LEVELS
        counts[depth] = counts[depth] + 1 if counts[depth] else level.start
        counts[depth + 1 :] = [0] * (LEVELS - depth - 1)
        label = level.text
        for place in range(depth + 1):
            above = levels.get(place, Level())
            label = label.replace(f"%{place + 1}", written(counts[place] or above.start, above.style))
        return label.strip()


def numbering_of(root: Element | None, styles: Element | None) -> Numbering:
    """The lists of word/numbering.xml (`root`), and the paragraph styles of word/styles.xml that use them."""
    numbering = Numbering()
    if root is None:
        return numbering
    makes = {
        attribute(each, "abstractNumId"): levels_of(each) for each in root if local(each) == "abstractNum"
    }
    for each in root:
        if local(each) != "num":
            continue
        abstract = next((attribute(child, "val") for child in each if local(child) == "abstractNumId"), "")
        levels = {**makes.get(abstract, {}), **overrides_of(each, makes.get(abstract, {}))}
        numbering.lists[attribute(each, "numId")] = (abstract, levels)
    for style in styles if styles is not None else ():
        place = place_of(next((child for child in style if local(child) == "pPr"), None))
        if place is not None and local(style) == "style":
            numbering.styles[attribute(style, "styleId")] = place
    return numbering


def levels_of(parent: Element) -> dict[int, Level]:
    levels = {}
    for each in parent:
        if local(each) == "lvl":
            values = {local(child): attribute(child, "val") for child in each}
            start = integer(values.get("start", "1"), 1)
            level = Level(values.get("numFmt", "decimal"), values.get("lvlText", ""), start)
            levels[integer(attribute(each, "ilvl"), 0)] = level
    return levels


def overrides_of(number: Element, levels: dict[int, Level]) -> dict[int, Level]:
    """The levels a list changes: begun anew, or written in another way."""
    changed: dict[int, Level] = {}
    for each in number:
        if local(each) != "lvlOverride":
            continue
        depth = integer(attribute(each, "ilvl"), 0)
        level = levels_of(each).get(depth, levels.get(depth, Level()))
        for child in each:
            if local(child) == "startOverride":
                level = Level(level.style, level.text, integer(attribute(child, "val"), 1), restarts=True)
        changed[depth] = level
    return changed


def place_of(properties: Element | None) -> tuple[str, int] | None:
    """List and level that the paragraph `properties` name, None where they name none."""
    if properties is None:
        return None
    numbered = next((child for child in properties if local(child) == "numPr"), None)
    if numbered is None:
        return None
    values = {local(child): attribute(child, "val") for child in numbered}
    return values.get("numId", ""), integer(values.get("ilvl", "0"), 0)


def integer(value: str, otherwise: int) -> int:
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else otherwise
