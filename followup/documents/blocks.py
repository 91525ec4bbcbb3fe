"""Blocks: what the readers of Word, OpenDocument, PDF and scans build a text from.

A block is a paragraph, or the lines of a table or an address; blocks stand apart by a blank line.
"""

import re

# "2", "- 2 -", "Page 2 of 3", "página 2/3", "/…", "…/2": a whole line of it is a page number.
PAGE_NUMBER = re.compile(
    r"(?:page|página|pág\.|p\.)? ?[-–—]? ?[0-9]{1,3} ?[-–—]?(?: ?(?:/|of|de|sur) ?[0-9]{1,3})?"
    r"|(?:\.\.\.|…) ?/? ?[0-9]{0,3}|/ ?(?:\.\.\.|…)",
    re.IGNORECASE,
)


def is_page_number(line: str) -> bool:
    words = line.strip()
    return len(words) <= 30 and PAGE_NUMBER.fullmatch(words) is not None


def row(cells: list[list[str]]) -> list[str]:
    """The blocks of a table row, from the blocks of its cells: one line, the cells apart by a tab.

    A row with a single cell that is not empty serves the layout of the page: its paragraphs stay paragraphs.
    """
    filled = [cell for cell in cells if any(block.strip() for block in cell)]
    if len(filled) == 1:
        return filled[0]
    return ["\t".join(" ".join(" ".join(cell).split()) for cell in cells)] if filled else []


def table(rows: list[list[str]]) -> list[str]:
    """The blocks of a table: neighbouring rows of one line make one block."""
    blocks: list[str] = []
    last_was_line = False
    for each in rows:
        is_line = len(each) == 1 and "\t" in each[0]
        if is_line and last_was_line:
            blocks[-1] += "\n" + each[0]
        else:
            blocks.extend(each)
        last_was_line = is_line or (last_was_line and not each)
    return blocks


def once(stories: list[list[str]]) -> list[str]:
    """The blocks of several headers or footers, each text once, page numbers left out."""
    blocks: list[str] = []
    for story in stories:
        for block in story:
            if block.strip() and block not in blocks and not is_page_number(block):
                blocks.append(block)
    return blocks
