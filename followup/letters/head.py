"""The first lines of a letter: its reference and its date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .dates import may_hold_date, read_dates
from .languages import LANGUAGES
from .lines import Line
from .paragraphs import Letter
from .reading import Found
from .text import Prose
from .wording import choice, compiled

_LABELS = choice(label for language in LANGUAGES for label in language.reference_labels)
_PLACES = choice(place for language in LANGUAGES for place in language.place_names)
_LABELLED = re.compile(rf"(?:{_LABELS})(?!\w)\.? ?(?:no\.? )?[:.]? ?", re.IGNORECASE)
# no white space but around a stroke, nor before a dash: "CMW/FollowUp/33/si - 14 October" ends before the dash
_BARE = re.compile(
    r"CMW ?/ ?(?:[A-Za-z.-]{1,12} ?/ ?)?(?:follow ?-? ?up|suivi|seguimiento)"
    r"(?:(?: ?/ ?|-)[A-Za-z0-9._]{0,23}[A-Za-z0-9]){0,6}",
    re.IGNORECASE,
)
# one word; a further one only where a stroke joins it, or where it is a number with a stroke: "G/SO 221/3"
_VALUE = re.compile(
    r"[A-Za-z0-9][^\s]{0,60}(?:(?<=/) ?[^\s]{1,40}| /[^\s]{0,40}| (?=[A-Z0-9.-]{0,12}[0-9]/)[A-Z0-9./-]{2,24}){0,9}"
)
_REFERENCE_FIRST = re.compile(
    rf"(?:(?:{_LABELS})(?!\w)\.? ?(?:no\.? )?[:.]? ?(?=[^\s]{{0,60}}[/0-9])[^\s]{{2,60}}"
    r"|CMW/[^\s]{3,60})(?: ?/ ?[^\s]{1,24}){0,6}[,;. ]{0,3}",
    re.IGNORECASE,
)
_WEEKDAYS = (
    "(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    + ("lunes|martes|miercoles|jueves|viernes|sabado|domingo")
)
_DATE_LINE = re.compile(
    rf"^(?:(?:fait a |done at |done in |dado en |hecho en )?(?:{_PLACES})[ ,]{{1,3}}|date ?: ?|fecha ?: ?)?"
    rf"(?:(?:le|la|el|the|on|a|du|al)[ ,]{{1,2}})?(?:(?:{_WEEKDAYS})[ ,]{{1,2}})?(?:(?:le|el|the) )?$",
    re.IGNORECASE,
)
_OF = re.compile(r"(?:of|dated|du|de fecha|del?|en date du)(?= |$)(?: the| le| el)? ?", re.IGNORECASE)
_GREETS = re.compile(
    "[,;.: ]{1,3}(?:"
    + "|".join(compiled(tuple(r.pattern for r in lang.salutations)).expression.pattern for lang in LANGUAGES)
    + ")",
)
_STAMP = re.compile(
    r"\b(?:received|recu|recibido|registered|registry|stamp|sent|mon|tue|wed|thu|fri|sat|sun)\b|[0-9]{1,2}:[0-9]{2}",
    re.IGNORECASE,
)
_REFERENCE_SESSION = re.compile(r"follow-?_?up[/ -]{1,2}([0-9]{1,3})(?![0-9])", re.IGNORECASE)
_HEAD = 60
_SHORT = 90  # characters of a line that may hold a reference
_LONGEST_DATE = 60  # characters of a line that is a date


def find_reference(letter: Letter) -> Found[str] | None:
    """The letter's reference as printed, behind its label or by its form; split over two lines it is made one."""
    head = [line for line in letter.head if line.noise != "address"]
    lines = head or [line for line in letter.lines[:_HEAD] if line.noise != "address"]
    for n, line in enumerate(lines):
        label = _LABELLED.match(line.words) if len(line.words) < _SHORT else None
        if label and (found := _reference_behind(letter, lines, n, label.end())):
            return found
    for line in lines:
        if _BARE.match(line.words) or (len(line.words) < _SHORT and _BARE.search(line.words)):
            prose = Prose.of(letter.text, letter.plain_all, [line.range])
            if match := _BARE.search(prose.text):
                return prose.found(_squeezed(prose.quote(*match.span())), *match.span())
    return None


def _reference_behind(letter: Letter, lines: Sequence[Line], n: int, start: int) -> Found[str] | None:
    ranges = [lines[n].range]
    rest = lines[n].words[start:]
    following = next((line for line in lines[n + 1 : n + 3] if not line.blank), None)
    if following and (not rest or rest.endswith("/")) and len(following.words) < 50:
        ranges.append(following.range)
    prose = Prose.of(letter.text, letter.plain_all, ranges)
    # the date may stand on the same line; behind a stroke it is a part of the reference
    dates = (printed.start for printed in read_dates(prose, start))
    stop = next((place for place in dates if prose.text[place - 1] != "/"), len(prose.text))
    stop = min(stop, start + 80)
    match = _BARE.match(prose.text, start, stop) or _VALUE.match(prose.text, start, stop)
    if not match or ("/" not in match[0] and not any(c.isdigit() for c in match[0])):
        return None
    end = match.start() + len(match[0].rstrip(" ,;."))
    return prose.found(_squeezed(prose.quote(start, end)), start, end)


def _squeezed(reference: str) -> str:
    return re.sub(r" ?/ ?", "/", reference).rstrip(".,;")


def reference_session(reference: str) -> int | None:
    """The session that a reference names: 29 in CMW/followup/29/bs."""
    match = _REFERENCE_SESSION.search(reference)
    return int(match[1]) if match else None


def find_date(letter: Letter) -> Found[str] | None:
    """The date of the letter: the typed line above the body, else below the signature. A stamp is none."""
    first = _first(letter)
    tail = [line for line in letter.lines[-25:] if line.start > first and not line.noise]
    for lines in (_head(letter), tail):
        dates = [found for line in lines if (found := _date_of(letter, line))]
        full = [found for found in dates if len(found.value) == 10] or dates
        if full:
            return full[0]
    return None


def _first(letter: Letter) -> int:
    """Where the body begins."""
    body = letter.paragraphs[letter.body :]
    return body[0].prose.ranges[0][0] if body else len(letter.text)


def _head(letter: Letter) -> list[Line]:
    """The lines above the body; the first line of a letter that runs on without a break."""
    head = [line for line in letter.head[:_HEAD] if not line.noise]
    return head or [line for line in letter.lines[:1] if not line.noise]


def rival_dates(letter: Letter) -> tuple[str, ...]:
    """Differing full dates above the body, each alone on its line."""
    return tuple(dict.fromkeys(found.value for line in _head(letter) if (found := _date_of(letter, line))))


def _date_of(letter: Letter, line: Line) -> Found[str] | None:
    """The date that a line consists of, with the reference before it or a salutation behind it."""
    begin = line.words[:_SHORT]
    if not may_hold_date(begin) or (len(line.words) > _LONGEST_DATE and not _REFERENCE_FIRST.match(begin)):
        return None
    prose = Prose.of(letter.text, letter.plain_all, [line.range])
    for printed in read_dates(prose, 0, min(len(prose.text), _SHORT)):
        named = _REFERENCE_FIRST.match(prose.text)
        start = named.end() if named and named.end() <= printed.start else 0
        lead = prose.text[start : printed.start].strip(" ,;.|-")
        lead = _OF.sub("", lead, count=1) if start else lead
        rest = prose.text[printed.end :]
        if _STAMP.search(prose.text[start : printed.start]) or _STAMP.search(rest[:_LONGEST_DATE]):
            return None
        if _DATE_LINE.match(f"{lead} " if lead else "") and (
            len(rest) <= 1 or (named and _GREETS.match(rest))
        ):
            return prose.found(printed.value, printed.start, printed.end)
    return None
