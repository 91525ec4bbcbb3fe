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
from .wording import choice

_LABELS = choice(label for language in LANGUAGES for label in language.reference_labels)
_PLACES = choice(place for language in LANGUAGES for place in language.place_names)
_LABELLED = re.compile(rf"(?:{_LABELS})(?!\w)\.? ?(?:no\.? )?[:.]? ?", re.IGNORECASE)
_BARE = re.compile(
    r"CMW ?/ ?(?:[A-Za-z.-]{1,12} ?/ ?)?(?:follow ?-? ?up|suivi|seguimiento)(?: ?[/-] ?[A-Za-z0-9.]{0,11}[A-Za-z0-9]){0,6}",
    re.IGNORECASE,
)
_VALUE = re.compile(r"[A-Za-z0-9][^\s]{0,60}(?: [^\s]{1,40}){0,9}")
_WEEKDAYS = (
    "(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    + ("lunes|martes|miercoles|jueves|viernes|sabado|domingo")
)
_DATE_LINE = re.compile(
    rf"^(?:(?:fait a |done at |done in |dado en |hecho en )?(?:{_PLACES})[ ,]{{1,3}}|date ?: ?|fecha ?: ?)?"
    rf"(?:(?:le|la|el|the|on|a|du|al)[ ,]{{1,2}})?(?:(?:{_WEEKDAYS})[ ,]{{1,2}})?(?:(?:le|el|the) )?$",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"\b(?:received|recu|recibido|registered|registry|stamp|sent|mon|tue|wed|thu|fri|sat|sun)\b|[0-9]{1,2}:[0-9]{2}",
    re.IGNORECASE,
)
_REFERENCE_SESSION = re.compile(r"follow-?_?up[/ -]{1,2}([0-9]{1,3})(?![0-9])", re.IGNORECASE)
_HEAD = 60


def find_reference(letter: Letter) -> Found[str] | None:
    """The letter's reference as printed, behind its label or by its form; split over two lines it is made one."""
    lines = [line for line in letter.lines[:_HEAD] if line.noise != "address"]
    for n, line in enumerate(lines):
        label = _LABELLED.match(line.words) if len(line.words) < 90 else None
        if label and (found := _reference_behind(letter, lines, n, label.end())):
            return found
    for line in lines:
        if len(line.words) < 90 and (match := _BARE.search(line.words)):
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
    # the date may stand on the same line
    stop = next((printed.start for printed in read_dates(prose, start)), len(prose.text))
    match = _VALUE.match(prose.text, start, min(stop, start + 80))
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
    first = (
        letter.paragraphs[letter.body].prose.ranges[0][0]
        if letter.body < len(letter.paragraphs)
        else len(letter.text)
    )
    head = [line for line in letter.lines[:_HEAD] if line.start < first and not line.noise]
    tail = [line for line in letter.lines[-25:] if line.start > first and not line.noise]
    for lines in (head, tail):
        dates = [found for line in lines if (found := _date_of(letter, line))]
        full = [found for found in dates if len(found.value) == 10] or dates
        if full:
            return full[0]
    return None


def rival_dates(letter: Letter) -> tuple[str, ...]:
    """Differing full dates above the body, each alone on its line."""
    first = letter.paragraphs[letter.body].prose.ranges[0][0] if letter.body < len(letter.paragraphs) else 0
    head = [line for line in letter.lines[:_HEAD] if line.start < first and not line.noise]
    return tuple(dict.fromkeys(found.value for line in head if (found := _date_of(letter, line))))


def _date_of(letter: Letter, line: Line) -> Found[str] | None:
    if len(line.words) > 60 or not may_hold_date(line.words) or _STAMP.search(line.words):
        return None
    prose = Prose.of(letter.text, letter.plain_all, [line.range])
    for printed in read_dates(prose):
        lead = _BARE.sub("", _LABELLED.sub("", prose.text[: printed.start], count=1), count=1).strip()
        if _DATE_LINE.match(f"{lead} " if lead else "") and len(prose.text) - printed.end <= 1:
            return prose.found(printed.value, printed.start, printed.end)
    return None
