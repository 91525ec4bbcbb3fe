"""The address block: where it stands, and the name and e-mail address in it.

A page break throws it into the middle of the Committee's words, in both real letters. Its shape is
honorific, name, rank, post, seat, place, contact, a line each; it is personal data.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .languages import LANGUAGES
from .lines import Line
from .names import NAME, UPPER
from .reading import Range
from .text import Prose
from .wording import ANY, choice, source

_HONORIFICS = choice(word for language in LANGUAGES for word in language.honorifics)
_TITLES = choice(word for language in LANGUAGES for word in language.titles)
_CONTACTS = choice(word for language in LANGUAGES for word in language.contacts)
_PARTS = "|".join(
    source(row.pattern).replace(ANY, "[^;:!?@]{0,90}") for language in LANGUAGES for row in language.address
)

EMAIL = re.compile(r"[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}")

_HONORIFIC = re.compile(
    rf"(?:to:? |a |al |a la )?(?:{_HONORIFICS}|(?:his|her) ?/ ?(?:her|his) excellency)(?!\w),? ?",
    re.IGNORECASE,
)
_TITLED = re.compile(rf"(?:the )?(?:{_TITLES})(?!\w) ?(?=[{UPPER}])", re.IGNORECASE)
_SEAT = r"(?:geneva|geneve|ginebra) \((?:switzerland|suisse|suiza)\)"
_PART = re.compile(rf"(?:{_PARTS}|{_SEAT})[ .,]*", re.IGNORECASE)
_STRONG = re.compile(
    r"permanent (?:representative|mission)|representante? permanent|mission permanente|representante permanente|"
    r"mision permanente|united nations|nations unies|naciones unidas|ambassad|embajador|geneva|geneve|ginebra|"
    r"charge|encargad|@",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    rf"(?:\[?{EMAIL.pattern})|(?:{_CONTACTS})[ .]{{0,2}}:? ?[^@]{{0,60}}(?:@|[0-9])", re.IGNORECASE
)
_POSTAL = re.compile(
    r"(?:(?:ch-? ?)?[0-9]{4,5} [a-z]|[0-9]{1,4},? (?:bis,? )?(?:rue|avenue|av\.|chemin|ch\.|route|place|quai|boulevard)\b|"
    r"(?:rue|avenue|av\.|chemin|route|place|quai|boulevard|case postale|p\.?o\.? box|c\.p\.)\b)",
    re.IGNORECASE,
)
_NAME = re.compile(NAME)
# where a name ends when rank and post stand on the same line
_RANK = re.compile(
    r"[ ,]{1,8}(?=(?:Deputy|Acting|Ambassador|Permanent|Representative|Minister|Counsellor|Charg|Ambassad|Represent|Mission|"
    r"Ministre|Conseill|Embajador|Mision|Encargad|Ministr|Consejer|Extraordinar|Her |His )[a-z]*)",
    re.IGNORECASE,
)
_POST = re.compile(r"(?:deputy |acting )?permanent |represent|mission perm|mision perm", re.IGNORECASE)
_SENTENCE = re.compile(r"[a-z]{2}[.;:!?](?: |$)|[.!?]$")
_TITLES_IN = re.compile(rf"(?<!\w)(?:{_TITLES})(?!\w)", re.IGNORECASE)
# a place as an address prints it: "Brussels, Belgium", "New York, NY 10017"
_PLACE = re.compile(
    rf"[{UPPER}0-9][\w.'-]{{0,24}}(?:(?:, ?| |-)(?:[{UPPER}0-9][\w.'-]{{0,24}}|of|de|la|le|and|et|y)){{0,6}}"
)
_LONGEST_LINE = 130
_LONGEST_PLACE = 60
_MOST_LINES = 12
_LONGEST_FOLDED = 500  # a whole block that was folded into one line


@dataclass(frozen=True, slots=True)
class Address:
    """An address block: its place, and where the name and the e-mail address stand in the letter."""

    range: Range
    name: tuple[str, Range] | None
    email: tuple[str, Range] | None


def find_addresses(text: str, plain: str, lines: Sequence[Line]) -> list[Address]:
    """The address blocks of a letter; their lines are marked as noise."""
    found, n = [], 0
    while n < len(lines):
        last = _block_end(lines, n) if _opens(lines, n) else None
        if last is None:
            n += 1
            continue
        own = [line for line in lines[n : last + 1] if not line.noise]
        for line in own:
            line.noise = "address"
        found.append(_read(text, plain, own))
        n = last + 1
    return found


def _opens(lines: Sequence[Line], n: int) -> bool:
    words = lines[n].words
    if lines[n].noise or not words or len(words) > _LONGEST_FOLDED or "CMW/" in words:
        return False
    if len(words) > _LONGEST_LINE:
        return _is_folded(words)
    if match := _HONORIFIC.match(words):
        # "His Excellency met the Committee" is a sentence; "Excellency," is a salutation
        rest = words[match.end() :]
        return not rest or bool(
            _TITLED.match(rest) or _NAME.fullmatch(rest.split(",")[0].strip()) or _is_part(rest)
        )
    if _name_end(words, 0):
        return _next_is_part(lines, n)
    return _is_post(words) and _next_is_part(lines, n) and (n == 0 or not lines[n - 1].words)


def _is_folded(words: str) -> bool:
    """A whole block in one line: honorific, title, name, then rank or post, and no sentence."""
    honorific = _HONORIFIC.match(words)
    if not honorific or not (name := _name_end(words, honorific.end())):
        return False
    return bool(_RANK.match(words, name) and _STRONG.search(words)) and not _SENTENCE.search(words)


def _is_post(words: str) -> bool:
    return bool(_POST.match(words)) and _is_part(words)


def _next_is_part(lines: Sequence[Line], n: int) -> bool:
    return n + 1 < len(lines) and (_is_part(lines[n + 1].words) or bool(_CONTACT.match(lines[n + 1].words)))


def _is_part(words: str) -> bool:
    if not words or len(words) > _LONGEST_LINE or "CMW/" in words or _SENTENCE.search(words.rstrip(" .,")):
        return False
    return bool(_PART.fullmatch(words))


def _block_end(lines: Sequence[Line], first: int) -> int | None:
    """The last line of the block that begins at `first`; None if what follows is no address."""
    last = _together_end(lines, first) or _run_end(lines, first)
    if last is None:
        return None
    # contacts and the seat may stand below blank lines
    n, blanks = last + 1, 0
    while n < min(len(lines), last + 12) and blanks <= 4:
        if lines[n].words and not lines[n].noise:
            if not (_belongs(lines[n].words) or _is_place(lines, n)):
                break
            last, blanks = n, 0
        blanks += lines[n].blank
        n += 1
    return last


def _together_end(lines: Sequence[Line], first: int) -> int | None:
    """The last line before a blank one, where all of them together are an address and hold no sentence."""
    stop = first
    while stop < len(lines) and not lines[stop].blank and stop - first <= _MOST_LINES:
        stop += 1
    own = [line.words for line in lines[first:stop] if not line.noise and not _CONTACT.match(line.words)]
    whole = " ".join(own)
    if stop - first > _MOST_LINES or len(whole) > _LONGEST_FOLDED or not _STRONG.search(whole):
        return None
    return None if any(_is_sentence(words) for words in own) else stop - 1


def _is_sentence(words: str) -> bool:
    """Whether a line holds the end of a sentence; the point of a civil title or of "Excmo." is none."""
    return bool(
        _SENTENCE.search(words) and _SENTENCE.search(_TITLES_IN.sub("", _HONORIFIC.sub("", words, 1)))
    )


def _run_end(lines: Sequence[Line], first: int) -> int | None:
    """The last of the lines that belong to an address, where body text follows without a blank line."""
    last, strong = first, bool(_STRONG.search(lines[first].words))
    for n in range(first + 1, min(first + _MOST_LINES, len(lines))):
        named = n == first + 1 and len(lines[n].words) <= _LONGEST_LINE
        if not lines[n].words or not (_belongs(lines[n].words) or named or _is_place(lines, n)):
            break
        last, strong = n, strong or bool(_STRONG.search(lines[n].words))
    return last if strong and last > first else None


def _belongs(words: str) -> bool:
    if len(words) > _LONGEST_LINE or "CMW/" in words:
        return False
    if _is_part(words) or _CONTACT.match(words) or (_POSTAL.match(words) and not _SENTENCE.search(words)):
        return True
    return bool(_name_end(words, 0)) and not _SENTENCE.search(words[6:])


def _is_place(lines: Sequence[Line], n: int) -> bool:
    """Whether a line is a place and the next one with text a contact: missions are not all in Geneva."""
    words = lines[n].words
    below = next((line.words for line in lines[n + 1 : n + 4] if line.words), "")
    return len(words) <= _LONGEST_PLACE and bool(_PLACE.fullmatch(words) and _CONTACT.match(below))


def _name_end(words: str, start: int) -> int | None:
    """Where a name with its civil title ends: at a comma, a rank, or the end of the line."""
    title = _TITLED.match(words, start)
    if not title or (_RANK.match(words, title.end() - 1) and " " not in words[title.end() :]):
        return None  # "Sr. Embajador" names nobody
    rank = _RANK.search(words, title.end())
    stop = rank.start() if rank else len(words)
    name = _NAME.match(words, title.end(), stop)
    return name.end() if name and (name.end() == stop or words[name.end()] == ",") else None


def _read(text: str, plain: str, lines: Sequence[Line]) -> Address:
    whole = (lines[0].start, lines[-1].end)
    name = email = None
    for n, line in enumerate(lines):
        prose = Prose.of(text, plain, [line.range])
        if email is None and (match := EMAIL.search(prose.text)):
            email = (prose.quote(*match.span()), prose.places(*match.span())[0])
        if name is None and n < 4 and (span := _name_span(prose.text, n)):
            name = (prose.quote(*span), prose.places(*span)[0])
    return Address(whole, name, email)


def _name_span(words: str, n: int) -> tuple[int, int] | None:
    start = match.end() if (match := _HONORIFIC.match(words)) else 0
    if start == len(words) or _CONTACT.match(words):
        return None
    if _TITLED.match(words, start):
        end = _name_end(words, start)
        return (start, end) if end else None
    # a line without a civil title is a name only right behind the honorific
    rank = _RANK.search(words, start)
    stop = rank.start() if rank else len(words)
    name = _NAME.match(words, start, stop)
    filled = name and (name.end() == stop or words[name.end()] == ",")
    if name and filled and n <= 1 and " " in name[0] and not _is_part(words[start:]):
        return (start, name.end())
    return None
