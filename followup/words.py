"""What differs between two texts, word by word: for the staff's pages and for the public log."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import NamedTuple

MOST = 4000  # words: comparing takes the square of it; a letter has a tenth


class Piece(NamedTuple):
    """Words that both have ("same"), only the first ("cut") or only the second ("added")."""

    kind: str
    words: str


def word_by_word(before: str, after: str) -> list[Piece]:
    """The way from one text to the other; white space belongs to the word before it."""
    old, new = (re.findall(r"\S+\s*|\s+", text) for text in (before, after))
    if len(old) + len(new) > MOST:
        return [piece for piece in (Piece("cut", before), Piece("added", after)) if piece.words]
    pieces = []
    matcher = SequenceMatcher(None, [word.strip() for word in old], [word.strip() for word in new], False)
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal":
            pieces.append(Piece("same", "".join(new[k:m])))
            continue
        pieces += [Piece("cut", "".join(old[i:j]))] if j > i else []
        pieces += [Piece("added", "".join(new[k:m]))] if m > k else []
    return pieces
