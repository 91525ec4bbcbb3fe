"""The little language that the tables of wordings are written in, and how it becomes a regular expression.

A pattern is the words themselves. One space stands for any white space; case, accents and the kind of
quotes do not matter. `(a|b)` is a choice, `(a |)` a word that may be missing, `…` up to 120 other
characters of the same clause. A pattern that staff type without these signs stands for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from .reading import Grade
from .text import view

ANY = "[^.;:!?]{0,120}?"
_GAP = rf"(?!\w){ANY}(?<!\w)"
EDGE = r"(?!(?<=\w)\w)"  # no word is cut here
_TIGHT = "\x06"  # stands for a blank in which no filler may stand
_DONE = "\x03"  # stands for "implemented" and its like while a pattern is put together


class Phrase(NamedTuple):
    """A wording that has a function in a letter, and a sentence that shows it."""

    pattern: str
    example: str


class Wording(NamedTuple):
    """A wording of a grade. It is written with its language's first word for "implemented";
    the other words for it (see `Language.done`) are understood, and so are fillers such as "been" between words.
    """

    grade: Grade
    pattern: str
    example: str
    language: str = "en"


class Finder:
    """Any of some patterns as whole words. `search`, `match` and the others are those of its regular expression.

    `keys` holds the longest word of each pattern, with the sets of words of each of which it needs one beside that: where
    these do not stand, nothing has to be searched. None where a pattern needs no word. Some words are `enough` alone.
    """

    __slots__ = ("enough", "expression", "finditer", "fullmatch", "keys", "match", "search", "sub", "words")

    def __init__(
        self, expression: re.Pattern[str], keys: Mapping[str, Set[frozenset[frozenset[str]]]] | None
    ) -> None:
        self.expression = expression
        self.enough = frozenset(word for word, needed in (keys or {}).items() if frozenset() in needed)
        self.keys = None if keys is None else {word: keys[word] for word in keys if word not in self.enough}
        self.words = frozenset(self.keys or ())
        self.search = expression.search
        self.match = expression.match
        self.fullmatch = expression.fullmatch
        self.finditer = expression.finditer
        self.sub = expression.sub

    def may_stand_in(self, words: Set[str]) -> bool:
        """Whether one of the patterns may be found in a text of these words."""
        if self.keys is None or not self.enough.isdisjoint(words):
            return True
        if not self.words.isdisjoint(words):
            for key in self.words & words:
                for beside in self.keys[key]:
                    if not any(map(words.isdisjoint, beside)):
                        return True
        return False


def body(pattern: str, done: Sequence[str] = (), fillers: Sequence[str] = ()) -> str:
    """The regular expression of a pattern, bounded and without word boundaries at its ends."""
    return _expression(_with_done(plain(pattern), done), done, fillers)


def plain(pattern: str) -> str:
    """A pattern as it is matched: without accents and capitals, and without brackets that do not pair."""
    words = view(pattern[:600]).lower().strip()
    return " ".join((words if _balanced(words) else re.sub(r"[()|]", " ", words)).split())


def _with_done(words: str, done: Sequence[str]) -> str:
    return re.sub(rf"(?<!\w){re.escape(view(done[0]).lower())}(?!\w)", _DONE, words) if done else words


def _expression(words: str, done: Sequence[str] = (), fillers: Sequence[str] = ()) -> str:
    words = re.sub(r" ?… ?", "…", words)
    gap = rf" (?:(?:{choice(fillers)}) ){{0,4}}" if fillers else " "
    inner = "".join(
        f"(?:{choice(done)})" if char == _DONE else _char(char, gap) for char in words.rstrip("…")
    )
    return inner + (rf"(?!\w){ANY}" if words.endswith("…") else "") or "(?!)"


def source(pattern: str, done: Sequence[str] = (), fillers: Sequence[str] = ()) -> str:
    """The regular expression of a pattern as whole words."""
    return rf"{EDGE}(?:{body(pattern, done, fillers)}){EDGE}"


def needs(pattern: str, done: Sequence[str] = ()) -> tuple[frozenset[str], ...]:
    """Sets of words, of each of which one stands in whatever a pattern finds."""
    pieces = re.split(r"(\([^()]*\)|\x03)", _with_done(plain(pattern), done))
    found: list[frozenset[str]] = []
    for n, piece in enumerate(pieces):
        if n % 2 == 0:
            # what touches a choice is perhaps no whole word
            inner = rf"{'(?!^)' if n else ''}\b\w+\b{'(?!$)' if n + 1 < len(pieces) else ''}"
            found += [_spellings([word]) for word in re.findall(inner, piece)]
            continue
        options = done if piece == _DONE else piece[1:-1].split("|")
        free = not re.search(r"\w$", pieces[n - 1]) and not re.match(r"\w", pieces[n + 1])
        longest = [max(re.findall(r"\w+", view(option).lower()), key=len, default="") for option in options]
        if free and all(longest) and (pieces[n - 1] or n == 1) and (pieces[n + 1] or n + 2 == len(pieces)):
            found.append(_spellings(longest))
    return tuple(found)


def _spellings(words: Iterable[str]) -> frozenset[str]:
    return frozenset(spelt for word in words for spelt in (word, word.replace("œ", "oe")))


def choice(patterns: Iterable[str]) -> str:
    """A regular expression for any of some plain words or phrases, the longest first, without boundaries.

    Those of one first letter stand together, and the letter is told without re.IGNORECASE: so all others are passed over
    at once. The order counts only among those that begin alike.
    """
    return _choice(tuple(patterns))


@lru_cache(maxsize=128)
def _choice(patterns: tuple[str, ...]) -> str:
    by_letter: dict[str, list[str]] = {}
    for pattern in sorted({view(pattern).lower() for pattern in patterns}, key=len, reverse=True):
        by_letter.setdefault(pattern[:1], []).append("".join(_char(char, " ") for char in pattern[1:]))
    return "|".join(f"{_first(letter)}(?:{'|'.join(rest)})" for letter, rest in by_letter.items()) or "(?!)"


def _first(char: str) -> str:
    return f"(?-i:[{char}{char.upper()}])" if char.isascii() and char.isalpha() else _char(char, " ")


@lru_cache(maxsize=512)
def compiled(patterns: tuple[str, ...]) -> Finder:
    """What finds any of some patterns as whole words, the longest where several begin."""
    longest_first = [plain(pattern) for pattern in sorted(patterns, key=len, reverse=True)]
    return Finder(_whole_words(longest_first) if patterns else re.compile(r"(?!)"), _keys(patterns))


def of_grade(pattern: str, done: Sequence[str], fillers: Sequence[str]) -> re.Pattern[str]:
    """What finds a wording of a grade as whole words, with synonyms for "implemented" and fillers between its words."""
    return _whole_words([_with_done(plain(pattern), done)], done, fillers)


def _whole_words(
    patterns: Sequence[str], done: Sequence[str] = (), fillers: Sequence[str] = ()
) -> re.Pattern[str]:
    """One regular expression for any of some patterns.

    One that begins with a set of letters is searched for by machine code; case is told by hand there, since
    re.IGNORECASE would forbid it. The order of patterns counts only among those of one first letter.
    """
    begun = [opened for pattern in patterns for opened in _unfolded(pattern, done)]
    if not all(_HEAD.match(opening + rest) for opening, rest in begun):
        bodies = "|".join(_expression(pattern, done, fillers) for pattern in patterns)
        return re.compile(rf"{EDGE}(?:{bodies}){EDGE}", re.IGNORECASE)
    by_letter: dict[str, dict[str, list[str]]] = {}
    for opening, rest in begun:
        openings = by_letter.setdefault(opening[0], {}).setdefault(rest, [])
        openings.append(_expression(opening, done, fillers)[1:])
    rests = {rest: _expression(rest, done, fillers) if rest else "" for _, rest in begun}
    shared = rests.popitem()[1] if len(rests) == 1 else ""
    letters = {letter: f"[{letter}{letter.upper()}]" for letter in by_letter}
    bodies = "|".join(
        f"(?<={letters[letter]})(?i:{'|'.join(_either(tails) + rests.get(rest, '') for rest, tails in own.items())})"
        for letter, own in by_letter.items()
    )
    anywhere = "".join(both[1:-1] for both in letters.values())
    return re.compile(rf"[{anywhere}](?<!\w\w)(?:{bodies})(?i:{shared}){EDGE}")


def _either(bodies: Sequence[str]) -> str:
    return bodies[0] if len(bodies) == 1 else f"(?:{'|'.join(bodies)})"


@lru_cache(maxsize=512)
def phrases(rows: tuple[Phrase, ...]) -> Finder:
    """What finds any of some phrases."""
    return compiled(tuple(row.pattern for row in rows))


class Ending:
    """Any of some plain phrases at the end of a text, where alone they are looked for.

    `before` and `behind`: expressions for what may stand before such a phrase, and between it and the end.
    """

    __slots__ = ("longest", "pattern")

    def __init__(self, phrases: Sequence[str], before: str = r"(?<!\w)", behind: str = " ?") -> None:
        self.pattern = re.compile(rf"{before}(?:{choice(phrases)}){behind}$", re.IGNORECASE)
        self.longest = max(map(len, phrases), default=0) + 8  # an œ may be printed as two letters

    def search(self, text: str) -> re.Match[str] | None:
        """Where such a phrase begins, the longest if there are several."""
        return self.pattern.search(text, max(0, len(text) - self.longest))


def _keys(patterns: Iterable[str]) -> Mapping[str, Set[frozenset[frozenset[str]]]] | None:
    found: dict[str, set[frozenset[frozenset[str]]]] = {}
    for pattern in patterns:
        needed = needs(pattern)
        if not needed:
            return None
        rarest = likely_rarest(needed)
        for word in rarest:
            found.setdefault(word, set()).add(frozenset(need for need in needed if need is not rarest))
    return found


def likely_rarest(needed: Sequence[frozenset[str]], common: Set[str] = frozenset()) -> frozenset[str]:
    """Of sets of words the one that the fewest sentences have a word of: that of the longest ones not known as common."""
    return max(needed, key=lambda need: (need.isdisjoint(common), min(map(len, need))), default=frozenset())


_HEAD = re.compile(r"[a-z0-9]\w*(?![\w(])")  # the first word of a pattern, if it is whole


def _unfolded(words: str, done: Sequence[str] = ()) -> list[tuple[str, str]]:
    """A pattern with its first choice written out, as openings that begin with a whole word, each with what follows."""
    if words.startswith(_DONE):
        synonyms = sorted({view(word).lower() for word in done}, key=len, reverse=True)
        return [(synonym.replace(" ", _TIGHT), words[1:]) for synonym in synonyms]
    if "(" not in words or _HEAD.match(words):
        return [(words, "")]
    before, _, rest = words.partition("(")
    options, _, rest = rest.partition(")")
    found: list[tuple[str, str]] = []
    for opening in (before + option for option in options.split("|")):
        whole = opening and _HEAD.match(opening + rest)
        found += [(opening, rest)] if whole else _unfolded(opening + rest, done)
    return found


def _char(char: str, gap: str) -> str:
    if char == "(":
        return "(?:"
    if char in ")|":
        return char
    if char in (" ", _TIGHT):
        return gap if char == " " else " "
    if char == "…":
        return _GAP
    return "(?:œ|oe)" if char == "œ" else re.escape(char)


def _balanced(pattern: str) -> bool:
    depth = 0
    for char in pattern:
        depth += (char == "(") - (char == ")")
        if depth not in (0, 1) or (char == "|" and depth == 0):
            return False
    return depth == 0
