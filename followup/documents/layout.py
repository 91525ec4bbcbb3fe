"""Lines with their places -> paragraphs: shared by PDF pages and by pages read by OCR.

Places are in points (1/72 inch) from the lower left corner of the page. A page keeps no paragraphs: they are
told from the distance of lines, from indents, and from lines that end before the right margin.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from followup.documents.blocks import is_page_number
from followup.documents.settle import rejoin, settle, words_of

# The first line of an addressee's block. Letters print the block at the foot of page 1, and a file gives it
# where the page ends: in the middle of a sentence.
ADDRESSEE = re.compile(
    r"(?:(?:His|Her|His/Her|Their) Excellenc(?:y|ies)|H\. ?E\.|S\. ?E\.|(?:Son|Leurs) Excellences?"
    r"|Sus? Excelencias?"
    r"|Excelentísim[oa]s?(?:/a)?|Exc?m[oa]\.)(?![\w,:])",
    re.IGNORECASE,
)
ADDRESSEE_LENGTH = 80  # characters of its longest line
ADDRESSEE_LINES = 12
WIDE = 250.0  # points: no line of an address or signature is as wide as half a page
CONTACT = re.compile(r"(?:e-?mail|courriel|correo|tel|fax)\b|[^ ]{1,60}@", re.IGNORECASE)
TERMINAL = re.compile(r"[.:;!?…][)\]”’»\"']*$")
LIST_MARK = re.compile(r"\(?[a-z0-9]{1,5}\)|[•–-]|[0-9]{1,3}\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line."""

    text: str
    left: float
    right: float
    base: float  # height of the base line above the lower edge of the page
    size: float  # of the type
    first_word: float  # width of its first word: would it have fitted on the line above?


@dataclass(slots=True)
class Block:
    """Lines that belong together."""

    lines: list[Line] = field(default_factory=list)

    @property
    def top(self) -> float:
        return max(line.base for line in self.lines)

    @property
    def bottom(self) -> float:
        return min(line.base for line in self.lines)


def text_of(pages: list[list[Line]]) -> str:
    """The text of all pages: paragraphs apart by a blank line, page furniture gone, split sentences whole."""
    pages = without_furniture(pages)
    pitch = pitch_of(pages)
    cut = [in_order(blocks_of(page, pitch)) for page in pages]
    edge = right_edge([block for page in cut for block in page])
    blocks = joined(cut, edge)
    # The first half of a split word is no word of the letter.
    texts = [settle(line.text) for block in blocks for line in block.lines]
    known = frozenset(
        word for text in texts for word in words_of(f"{text[:-2]}-" if text.endswith(" -") else text)
    )
    return "\n\n".join(words for block in blocks if (words := written(block, edge, known)))


def without_furniture(pages: list[list[Line]]) -> list[list[Line]]:
    """`pages` without page numbers, and with running heads and feet on the first of their pages only."""
    seen: set[tuple[str, int]] = set()
    kept = []
    for page in pages:
        heights = sorted(line.base for line in page)
        outer = {*heights[:3], *heights[-3:]}
        rest = []
        for line in page:
            if line.base in outer:
                place = (line.text.strip(), round(line.base / 4))
                near = [(place[0], place[1] + step) for step in (-1, 0, 1)]
                if is_page_number(line.text) or not seen.isdisjoint(near):
                    continue
                seen.add(place)
            rest.append(line)
        kept.append(rest)
    return kept


def pitch_of(pages: list[list[Line]]) -> float:
    """The usual distance between the base lines of a paragraph; 0 where there are too few lines to tell.

    Short lines are left out: what follows them is another paragraph, and a short letter has many.
    """
    widths = sorted(line.right - line.left for page in pages for line in page)
    wide = 0.85 * widths[len(widths) * 8 // 10] if widths else 0.0
    steps = sorted(
        above.base - line.base
        for page in pages
        for above, line in pairwise(page)
        if above.right - above.left >= wide
        and 0 < above.base - line.base < 4 * line.size
        and abs(above.size - line.size) < 0.5
    )
    return steps[(len(steps) - 1) // 2] if steps else 0.0


def blocks_of(page: list[Line], pitch: float) -> list[Block]:
    """The lines of one page, in the order of the file, as blocks."""
    blocks: list[Block] = []
    for line in page:
        if not blocks or begins_block(blocks[-1].lines[-1], line, pitch):
            blocks.append(Block())
        blocks[-1].lines.append(line)
    return blocks


def begins_block(above: Line, line: Line, pitch: float) -> bool:
    step = above.base - line.base
    if step <= 0 or is_addressee(line):
        return True
    if not 0.85 < line.size / above.size < 1.18:
        return True
    # Without a usual distance, a line and a half of type is one.
    usual = max(pitch, 1.15 * line.size) if pitch else 1.45 * line.size
    return step > 1.25 * usual


def is_addressee(line: Line) -> bool:
    return len(line.text) <= ADDRESSEE_LENGTH and ADDRESSEE.match(line.text) is not None


def in_order(page: list[Block]) -> list[Block]:
    """Blocks from top to bottom where none stand side by side: files hold head and foot out of their place."""
    ordered = sorted(page, key=lambda block: -block.top)
    apart = all(above.bottom > block.top for above, block in pairwise(ordered))
    return ordered if apart else page


def right_edge(blocks: Iterable[Block]) -> float:
    """Where full lines end: nine in ten wide lines that go on in the next one end no further to the right."""
    followed = [line for block in blocks for line in block.lines[:-1]]
    ends = sorted(line.right for line in followed if line.right - line.left >= WIDE)
    return ends[len(ends) * 9 // 10] if ends else 0.0


def own_edge(block: Block, edge: float) -> float:
    """Where the full lines of `block` end: at its own right margin where most of its lines reach it."""
    ends = [line.right for line in block.lines]
    left = min(line.left for line in block.lines)
    reach = [end for end in ends[:-1] if end > max(ends) - 0.1 * (max(ends) - left)]
    return max(ends) if len(ends) > 3 and len(reach) > 0.6 * (len(ends) - 1) else edge


def is_full(line: Line, following: Line, edge: float) -> bool:
    """Whether `line` ends because it was full: the first word of the `following` had no room."""
    return is_split(line) or (edge > 0 and line.right + 0.2 * line.size + following.first_word >= edge - 1)


def is_split(line: Line) -> bool:
    """Whether `line` ends in the first half of a word."""
    return line.text[-1:] == "-" and line.text[-2:-1].isalpha()


def joined(pages: list[list[Block]], edge: float) -> list[Block]:
    """The blocks of all pages, sentences that a page break split made whole.

    What stands between the halves (the addressee's block, footnotes, a running head) follows the paragraph.
    """
    result: list[Block] = []
    split = -1  # the block in `result` whose sentence may go on
    for page in pages:
        body, foot = foot_cut(page, edge)
        head: list[Block] = []
        for place in range(min(3, len(body))):
            if split >= 0 and goes_on(result[split], body[place], edge):
                result[split].lines.extend(body[place].lines)
                head, body = body[:place], body[place + 1 :]
                break
        result.extend([*head, *body])
        if body:
            split = len(result) - 1
        result.extend(foot)
    return result


def foot_cut(page: list[Block], edge: float) -> tuple[list[Block], list[Block]]:
    """`page` cut in two: its body, and the addressee's block or the small print at its foot."""
    usual = Counter(round(line.size) for block in page for line in block.lines).most_common(1)
    for place in range(max(1, len(page) - ADDRESSEE_LINES), len(page)):
        foot = page[place:]
        lines = [line for block in foot for line in block.lines]
        if len(lines) > ADDRESSEE_LINES:
            continue
        short = not any(is_full(line, following, edge) for line, following in pairwise(lines))
        if short and is_addressee(lines[0]):
            return page[:place], with_contact(foot)
        if max(line.size for line in lines) < 0.93 * usual[0][0]:
            return page[:place], foot
    return page, []


def with_contact(foot: list[Block]) -> list[Block]:
    """The blocks of a foot, the line "Email: …" in the addressee's block: it often stands a little apart."""
    if len(foot) > 1 and len(foot[1].lines) == 1 and CONTACT.match(foot[1].lines[0].text):
        return [Block(foot[0].lines + foot[1].lines), *foot[2:]]
    return foot


def goes_on(block: Block, following: Block, edge: float) -> bool:
    """Whether the paragraph `block` at the end of a page goes on in `following` on the next one."""
    last, first = block.lines[-1], following.lines[0]
    if TERMINAL.search(last.text) or LIST_MARK.match(first.text) or not 0.85 < first.size / last.size < 1.18:
        return False
    # Two paragraphs made one can hide where a recommendation begins: only a full line goes on with a capital.
    return first.text[:1].islower() or (is_full(last, first, edge) and len(block.lines) > 1)


def written(block: Block, edge: float, known: frozenset[str]) -> str:
    """The text of `block`: full lines run on, others end where they are printed."""
    edge = own_edge(block, edge)
    runs = [[block.lines[0]]]
    for above, line in pairwise(block.lines):
        if begins_line(above, line, edge):
            runs.append([])
        runs[-1].append(line)
    text = flowed(runs[0], known)
    for above_run, run in pairwise(runs):
        text += ("\n\n" if begins_paragraph(above_run, run) else "\n") + flowed(run, known)
    return text


def begins_line(above: Line, line: Line, edge: float) -> bool:
    if not is_full(above, line, edge):
        return True
    is_indented = line.left > above.left + 1.2 * line.size
    return is_indented and not line.text[:1].islower() and TERMINAL.search(above.text) is not None


def begins_paragraph(above: list[Line], run: list[Line]) -> bool:
    """Whether `run` begins a paragraph of a text set without space between them, and not a line of an address."""
    first = run[0].text
    if first[:1].islower():
        return False
    return len(above) > 1 or len(run) > 1 or TERMINAL.search(above[-1].text) is not None


def flowed(run: list[Line], known: frozenset[str]) -> str:
    """The lines of a run as one, split words whole."""
    lines = [settle(line.text) for line in run]
    for place in range(len(lines) - 1):
        lines[place] = without_gap(lines[place], lines[place + 1], known)
    return " ".join(line for line in rejoin(lines, known) if line)


def without_gap(line: str, following: str, known: frozenset[str]) -> str:
    """`line` with "recom -" made "recom-", where that is a word split by justified setting and not a dash."""
    if not line.endswith(" -") or not following[:1].islower():
        return line
    first, half = line[:-2].split(" ")[-1], following.split(" ")[0]
    closed = words_of(first + half)
    if closed and (closed[0] in known or words_of(first)[0] not in known):
        return line[:-2] + "-"
    return line
