"""Same-length views of a letter's text, so that every place found is a place in the text as given.

`view` gives one character for each character of the text: accents off, quotes and dashes plain, white
space a space or a line feed. `Prose` is a stretch of it with white space folded and silent characters left
out, which knows for each of its characters where that stands in the text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .reading import Found, Range, T

SILENT = "\x00"  # printed, but no part of any wording: a combining accent, a footnote figure
DROPPED = "\x01"  # neither printed nor matched: emphasis marks, format characters
JOINED = "\x02"  # likewise: the hyphen and the line break within a word that a line end cut in two

_QUOTES = {"’": "'", "‘": "'", "‛": "'", "′": "'", "`": "'", "´": "'", "ʼ": "'", "＇": "'"}
_QUOTES |= {"„": "“", "«": "“", "‹": "“", "‟": "“", "»": "”", "›": "”", "″": "”", "＂": '"'}
_DASHES = dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
_BREAKS = dict.fromkeys("\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", "\n")
_ONE_FOR_ONE = {**_QUOTES, **_DASHES, **_BREAKS, "“": "“", "”": "”", "\t": " ", "°": "o", "№": "№"}
_FOOTNOTE_FIGURES = "⁰¹²³⁴⁵⁶⁷⁸⁹"


class _Plain(dict[int, str]):
    """One plain character for each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = plain = _plain(chr(code))
        return plain


def _plain(char: str) -> str:
    if char in _ONE_FOR_ONE:
        return _ONE_FOR_ONE[char]
    if char in _FOOTNOTE_FIGURES:
        return SILENT
    if char == "ı":
        return "i"  # a small letter without its dot; no other one has a capital in common with another letter
    category = unicodedata.category(char)
    if category in ("Cc", "Cf"):
        return DROPPED
    if category[0] == "M":
        return SILENT
    if category[0] == "Z":
        return " "
    base = [c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c)]
    return base[0] if len(base) == 1 else char


_TABLE = _Plain()


class _Words(dict[int, int]):
    """Each character of a word, and a blank for any other."""

    def __missing__(self, code: int) -> int:
        self[code] = code if _WORD.match(chr(code)) else ord(" ")
        return self[code]


_WORD = re.compile(r"\w")
_WORDS = _Words()


def words_of(text: str) -> set[str]:
    """The words of a text, in small letters."""
    return set(text.lower().translate(_WORDS).split())


# A pair of bytes of UTF-8 that was read as Windows-1252: "Ã©" for é, "â€™" for ’
_MOJIBAKE = re.compile(
    "[ÂÃÅâ](?:(?<!â)[\x80-\xbfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]|(?<=â)€[\x80-\xbfœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™])"
)
_EMPHASIS = re.compile(r"[*]{2,4}|_{2,}")
_LEANING = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])[^*_\n]{1,200}(?<=[^\s*_])(\1)(?![\w*])")
_LINE_MARK = re.compile(r"^ {0,3}(#{1,6} |> )", re.MULTILINE)
# A word cut at a line end. Where the hyphen is part of the word, only the break goes.
_HYPHENATED = re.compile(r"([-\x01])(?<=[A-Za-zœ].)( {0,200}\n[ \n]{0,2000})(?=[a-zœ]{2})")
_COMPOUND = re.compile(r"(?<![A-Za-zœ-])[A-Za-zœ]{1,40}-[a-zœ]{2,40}(?![A-Za-zœ-])")
_WHOLE_WORD = re.compile(r"(?<![A-Za-zœ-])[A-Za-zœ]{4,40}(?![A-Za-zœ-])")
_WORD_BEFORE = re.compile(r"[A-Za-zœ]{1,40}$")
_WORD_AFTER = re.compile(r"[a-zœ]{2,40}")
_OWN_HYPHEN = frozenset({
    "follow", "non", "self", "co", "anti", "well", "long", "short", "multi", "inter", "socio", "semi", "pre", "post",
    "sub", "cross", "ex", "vice", "low", "high", "twenty", "thirty", "forty", "fifty", "sixty", "decision", "policy",
    "vingt", "trente", "quarante", "cinquante", "soixante", "dix", "sous", "peut", "est", "celui",
    "celle", "ceux", "celles", "quelques", "rendez", "savoir", "lui", "elle", "eux", "nous", "vous", "guinea", "guinee",
    "timor", "teorico", "law", "rights", "gender", "age", "year",
})  # fmt: skip


def view(text: str) -> str:
    """The text made plain, character by character: same length, same places."""
    plain = text.replace("\r\n", " \n").translate(_TABLE)
    if _may_be_mojibake(text):
        plain = _in_place(_MOJIBAKE, text, plain, _mended)
    if "*" in plain or "_" in plain:
        plain = _in_place(_EMPHASIS, plain, plain, lambda found: DROPPED * len(found))
    if "#" in plain or ">" in plain:
        plain = _LINE_MARK.sub(lambda found: DROPPED * len(found[0]), plain)
    if "*" in plain or "_" in plain:
        plain = _LEANING.sub(lambda found: DROPPED + found[0][1:-1] + DROPPED, plain)
    return plain


def _may_be_mojibake(text: str) -> bool:
    return any(mark in text for mark in "ÂÃÅâ")


def _in_place(pattern: re.Pattern[str], source: str, target: str, change: Callable[[str], str]) -> str:
    """`target` with each stretch that matches in `source` changed to another of the same length."""
    pieces: list[str] = []
    at = 0
    for match in pattern.finditer(source):
        pieces += (target[at : match.start()], change(match[0]))
        at = match.end()
    return "".join(pieces) + target[at:] if pieces else target


def _mended(found: str) -> str:
    data = bytearray()
    for char in found:
        data += char.encode("latin-1") if ord(char) < 256 else char.encode("cp1252")
    try:
        char = data.decode("utf-8")
    except UnicodeDecodeError:
        return found.translate(_TABLE)
    if not ("\xa0" <= char <= "\u017f" or "\u2010" <= char <= "\u2026"):
        return found.translate(_TABLE)
    return _TABLE[ord(char)] + SILENT * (len(found) - 1)


def is_garbled(text: str) -> bool:
    """Whether the text shows broken encoding: replacement characters, or UTF-8 read as Windows-1252."""
    if "\ufffd" in text:
        return True
    return _may_be_mojibake(text) and any(
        _mended(match[0]).endswith(SILENT) for match in _MOJIBAKE.finditer(text)
    )


def rejoin(text: str, plain: str) -> str:
    """The view with the words that a line end cut in two made one; the places stay what they are."""
    pieces: list[str] = []
    at = 0
    elsewhere: frozenset[str] | None = None
    for match in _HYPHENATED.finditer(plain):
        hyphen = match[1]
        if hyphen == DROPPED and text[match.start()] != "\xad":
            continue
        if elsewhere is None:
            near = plain[:50_000]
            elsewhere = frozenset(_COMPOUND.findall(near)).union(_WHOLE_WORD.findall(near))
        keep = hyphen == "-" and _keeps_hyphen(plain, match.start(), match.end(), elsewhere)
        pieces += (plain[at : match.start()], "-" if keep else JOINED, JOINED * len(match[2]))
        at = match.end()
    return "".join(pieces) + plain[at:] if pieces else plain


def _keeps_hyphen(plain: str, left_end: int, right_start: int, elsewhere: frozenset[str]) -> bool:
    """A compound keeps its hyphen: one that stands so elsewhere in the letter, or the list knows and stands not as one."""
    left = _WORD_BEFORE.search(plain[max(0, left_end - 40) : left_end])
    right = _WORD_AFTER.match(plain, right_start)
    if not left or not right:
        return False
    if f"{left[0]}-{right[0]}" in elsewhere:
        return True
    return left[0].lower() in _OWN_HYPHEN and left[0] + right[0] not in elsewhere


def fold(text: str) -> str:
    """The key by which names and searches are compared: accents, case, quotes, dashes and spaces made the same.

    Look-alike letters of other scripts stay what they are, so that a Cyrillic Т never equals a Latin T.
    """
    kept = []
    for char in unicodedata.normalize("NFKD", text):
        category = unicodedata.category(char)
        if category[0] == "M" or category == "Cf" or (category == "Cc" and not char.isspace()):
            continue
        kept.append(_ONE_FOR_ONE.get(char, char))
    plain = "".join(kept).replace("“", '"').replace("”", '"').casefold()
    return " ".join(unicodedata.normalize("NFKD", plain).split())


_MARKS = str.maketrans("", "", SILENT + DROPPED + JOINED)
# words with a single blank or line feed between them
_RUN = re.compile(r"[^ \n\x00-\x02]+(?:[ \n][^ \n\x00-\x02]+)*")
_NO_WORD = " \n\x00\x01\x02"
_SPACE = re.compile(r"[ \n]")  # a view has no other white space


def folded(plain: str) -> str:
    """The text of a stretch of prose, where nobody will ask for places in it."""
    if SILENT in plain or DROPPED in plain or JOINED in plain:
        plain = plain.translate(_MARKS)
    return " ".join(plain.split())


@dataclass(eq=False, slots=True)
class Prose:
    """A stretch of the letter with white space folded.

    `ranges` are the pieces of the letter it is made of: more than one where noise stands between. It is put together
    from runs of characters; run k begins at `runs[k]` in the prose and at `origins[k]` in the letter.
    """

    source: str
    plain: str
    text: str
    ranges: tuple[Range, ...]
    runs: Sequence[int]
    origins: Sequence[int]

    @classmethod
    def of(cls, source: str, plain: str, ranges: Iterable[Range]) -> Prose:
        """The prose of some ranges of a letter, in order; one space stands between two of them."""
        parts: list[str] = []
        runs: list[int] = []
        origins: list[int] = []
        length, blank = 0, True  # whether a blank stands at the end, or nothing yet
        kept = tuple(ranges)
        for start, end in kept:
            at = start
            for match in _RUN.finditer(plain, start, end):
                low, high = match.span()
                if not blank and low > at and (space := _SPACE.search(plain, at, low)):
                    parts.append(" ")
                    runs.append(length)
                    origins.append(space.start())
                    length += 1
                parts.append(match[0].replace("\n", " "))
                runs.append(length)
                origins.append(low)
                length += high - low
                at, blank = high, False
            space = _SPACE.search(plain, at, end)
            if not blank and (space or plain[end - 1] != JOINED):
                parts.append(" ")
                runs.append(length)
                origins.append(space.start() if space else end - 1)
                length += 1
                blank = True
        return cls(source, plain, "".join(parts).rstrip(" "), kept, runs, origins)

    @classmethod
    def parse(cls, text: str) -> Prose:
        """The prose of a whole text."""
        return cls.of(text, rejoin(text, view(text)), [(0, len(text))] if text else [])

    def at(self, index: int) -> int:
        """Where a character of the prose stands in the letter."""
        run = bisect_right(self.runs, index) - 1
        return self.origins[run] + index - self.runs[run]

    def before(self, place: int) -> int:
        """How many of its characters stand before a place in the letter."""
        run = bisect_left(self.origins, place) - 1
        if run < 0:
            return 0
        end = self.runs[run + 1] if run + 1 < len(self.runs) else len(self.text)
        return min(self.runs[run] + place - self.origins[run], end, len(self.text))

    def until(self, end: int) -> Prose:
        """The same up to a character of it."""
        return Prose(self.source, self.plain, self.text[:end], self.places(0, end), self.runs, self.origins)

    def places(self, start: int, end: int) -> tuple[Range, ...]:
        """Where a stretch of the prose stands in the letter: a range for each piece, trimmed of white space."""
        first, last = self.at(start), self.at(end - 1) + 1
        while last < len(self.plain) and self.plain[last] == SILENT:
            last += 1
        if (
            len(self.ranges) == 1
            and self.plain[first] not in _NO_WORD
            and self.plain[last - 1] not in _NO_WORD
        ):
            return ((first, last),)
        pieces = []
        for n in range(max(0, bisect_right(self.ranges, (first, len(self.source))) - 1), len(self.ranges)):
            low, high = max(self.ranges[n][0], first), min(self.ranges[n][1], last)
            if self.ranges[n][0] >= last:
                break
            while low < high and self.plain[low] in _NO_WORD:
                low += 1
            while low < high and self.plain[high - 1] in " \n\x01\x02":
                high -= 1
            if low < high:
                pieces.append((low, high))
        return tuple(pieces)

    def quote(self, start: int, end: int) -> str:
        """A stretch as printed: one space for any white space, emphasis marks and format characters dropped."""
        printed = []
        for low, high in self.places(start, end):
            words, marks = self.source[low:high], self.plain[low:high]
            if DROPPED in marks or JOINED in marks:
                words = "".join(
                    c for c, mark in zip(words, marks, strict=True) if mark not in (DROPPED, JOINED)
                )
            printed.append(words if self.plain[high : high + 1] == JOINED else f"{words} ")
        return " ".join("".join(printed).split())

    def found(self, value: T, start: int, end: int) -> Found[T]:
        """A value and where in the letter it was read."""
        return Found(value, self.places(start, end))


def subtract(whole: Range, holes: Iterable[Range]) -> list[Range]:
    """What is left of a range when sorted, disjoint holes are cut out of it."""
    left, at = [], whole[0]
    for start, end in holes:
        if start < whole[1] and end > at:
            if start > at:
                left.append((at, start))
            at = max(at, end)
    if at < whole[1]:
        left.append((at, whole[1]))
    return left


def merged(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """Ranges in order, those that touch or overlap made one."""
    result: list[Range] = []
    for start, end in sorted(ranges):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)


def gaps(ranges: Iterable[Range]) -> list[Range]:
    """The stretches between neighbouring ranges."""
    return [(left[1], right[0]) for left, right in pairwise(ranges)]
