"""Places in a letter: where a value stands, which sentence is around it, what is skipped, what is personal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from .address import EMAIL
from .languages import LANGUAGES
from .paragraphs import make_ready
from .reading import Range
from .text import Prose, merged, subtract, view
from .wording import choice

_TITLES = choice(
    (
        *(title for language in LANGUAGES for title in language.titles),
        "ambassador", "ambassadeur", "ambassadrice", "embajador", "embajadora",
    )
)  # fmt: skip
_TITLE = re.compile(rf"(?:{_TITLES})(?!\w) ?", re.IGNORECASE)
# The Committee's own office: no person's address, printed in letterheads for whoever wants to write to it.
_OFFICE = re.compile(r"(?:registry|cmw|ohchr-(?:registry|cmw))@(?:ohchr|un)\.org", re.IGNORECASE)
_BREAK = re.compile(r"\n[ \x00-\x02]*\n[ \n\x00-\x02]*")


def left_out(text: str) -> tuple[Range, ...]:
    """The ranges that reading skips: letterhead, address block, page furniture; whole lines, in order."""
    return make_ready(text).noise


def withheld(text: str, names: Iterable[str] = ()) -> tuple[Range, ...]:
    """The ranges of personal data, to be masked on public pages.

    Every e-mail address but those of the Committee's office; the names of addressee and signatory as read and
    wherever they come again, the surname alone behind a civil title; the same for the given names. An address
    block in which no name could be read is withheld whole.
    """
    from .closing import find_farewell
    from .people import find_signatory

    letter = make_ready(text)
    prose = Prose.of(text, letter.plain_all, [(0, len(text))] if text else [])
    addresses = (one for one in EMAIL.finditer(prose.text) if not _OFFICE.fullmatch(one[0]))
    ranges = [place for match in addresses for place in prose.places(*match.span())]
    people = list(names)
    for address in letter.addresses:
        if address.name is None:
            ranges.append(address.range)
        else:
            ranges.append(address.name[1])
            people.append(address.name[0])
    signatory = find_signatory(letter, find_farewell(letter))
    if signatory and signatory.name:
        ranges += signatory.name.ranges
        people.append(signatory.name.value)
    for name in people:
        ranges += [
            place for start, end in _occurrences(prose.text, name) for place in prose.places(start, end)
        ]
    return merged(ranges)


def _occurrences(text: str, name: str) -> Iterator[Range]:
    """Where a name stands: with or without its civil title, and its surname alone behind a title."""
    plain = " ".join(view(name[:200]).replace("\x00", "").split())
    bare = _TITLE.sub("", plain, count=1) if _TITLE.match(plain) else plain
    words = [word for word in bare.split(" ") if word]
    if not words:
        return
    whole = re.compile(rf"(?<!\w)(?:(?:{_TITLES})(?!\w) ?)?{re.escape(' '.join(words))}(?!\w)", re.IGNORECASE)
    for match in whole.finditer(text):
        yield match.span()
    if len(words[-1]) > 1:
        surname = re.compile(
            rf"(?<!\w)(?:{_TITLES})(?!\w) ?(?P<name>{re.escape(words[-1])})(?!\w)", re.IGNORECASE
        )
        for match in surname.finditer(text):
            yield match.span("name")


def locate(text: str, value: str, within: Range | None = None) -> tuple[Range, ...]:
    """Where a value stands in the letter, whatever white space, line breaks and emphasis marks are in it.

    One range a piece: a paragraph break, page furniture or the address block may stand between two pieces.
    () when it does not stand there; `within` narrows the search.
    """
    wanted = _squeezed(view(value))
    if not wanted:
        return ()
    letter = make_ready(text)
    low, high = within or (0, len(text))
    for plain, holes in ((letter.plain_all, ()), (letter.plain, letter.noise)):
        ranges = subtract((max(0, low), min(high, len(text))), holes)
        prose = Prose.of(text, plain, ranges)
        if places := _found(prose, wanted, holes):
            return places
    return ()


def _squeezed(plain: str) -> str:
    return re.sub(r"[\s\x00-\x02]+", "", plain)


def _found(prose: Prose, wanted: str, holes: Iterable[Range]) -> tuple[Range, ...]:
    kept = [n for n, char in enumerate(prose.text) if char != " "]
    squeezed = prose.text.replace(" ", "")
    at = squeezed.find(wanted)
    if at < 0:
        folded = squeezed.lower()
        at = folded.find(wanted.lower()) if len(folded) == len(squeezed) else -1
    if at < 0:
        return ()
    start, end = kept[at], kept[at + len(wanted) - 1] + 1
    pieces: list[Range] = []
    for low, high in prose.places(start, end):
        pieces += _paragraph_pieces(prose.plain, low, high)
    return tuple(pieces)


def _paragraph_pieces(plain: str, low: int, high: int) -> Iterator[Range]:
    cuts = [(m.start(), m.end()) for m in _BREAK.finditer(plain, low, high)]
    for (_, start), (end, _) in pairwise([(low, low), *cuts, (high, high)]):
        if start < end:
            yield (start, end)


def sentence_around(text: str, start: int, end: int) -> Range:
    """The sentence, or the sentences, that a range of the letter lies in; the range itself where it lies in none."""
    for paragraph in make_ready(text).paragraphs:
        low, high = paragraph.prose.ranges[0][0], paragraph.prose.ranges[-1][1]
        if not low <= start < high:
            continue
        inside = [
            s
            for s in paragraph.sentences()
            if s.end > s.start and _overlaps(paragraph.prose, s.start, s.end, start, max(end, start + 1))
        ]
        if inside:
            first = paragraph.prose.places(inside[0].start, inside[0].end)[0][0]
            return (first, paragraph.prose.places(inside[-1].start, inside[-1].end)[-1][1])
    return (start, end)


def _overlaps(prose: Prose, low: int, high: int, start: int, end: int) -> bool:
    return prose.at(low) < end and prose.at(high - 1) >= start
