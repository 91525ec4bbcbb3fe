"""Who signed: the name and the bare title below the closing formula."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .languages import LANGUAGES
from .lines import Line
from .names import NAME
from .paragraphs import Letter
from .reading import Addressee, Found, Signatory
from .text import Prose
from .wording import choice, compiled, phrases

_ROLE = re.compile(
    rf"(?<!\w)(?:{choice(role for language in LANGUAGES for role in language.roles)})(?!\w)", re.IGNORECASE
)
_ROLES = compiled(tuple(role for language in LANGUAGES for role in language.roles))
_ROLE_LEAD = re.compile(r"(?:the |le |la |el |acting |interim )?$", re.IGNORECASE)
_SIGNED = re.compile(
    rf"[(\[]? ?(?:{choice(word for language in LANGUAGES for word in language.signed)})(?!\w) ?[)\]]?[:.]? ?",
    re.IGNORECASE,
)
_FAREWELL = [phrases((*language.farewells, *language.assurances)) for language in LANGUAGES]
_TITLES = choice(title for language in LANGUAGES for title in language.titles)
_NAME = re.compile(rf"(?:(?i:{_TITLES})(?!\w) ?)?{NAME}(?: \([^)]{{1,30}}\))?")
# "the", "(signed)" and capitals as they are printed: a name has capitals, a title may have none
_NAME_AND_ROLE = re.compile(
    rf"(?<=[.,;:)] )(?P<name>{_NAME.pattern}), ?(?i:the |la |le |el )?(?P<role>(?i:{_ROLE.pattern}))(?=[ .,;]|$)"
)
_LONGEST_FAREWELL = 700
_LAST_LINES = 30
_LONGEST_SIGNATURE = 260
_ARTICLE = re.compile(r"(?:the|le|la|el) ", re.IGNORECASE)
_NO_NAME = re.compile(
    r"committee|comite|united nations|nations unies|naciones unidas|migrant|convention|geneva|geneve|ginebra|office|"
    r"protection|yours|sincerely|enclosure|annex|copy|page|chair|president|excellency|excellence|excelencia|consideration|rights|families",
    re.IGNORECASE,
)


def find_signatory(letter: Letter, farewell: int | None) -> Signatory | None:
    """The signature: the first name and title below the farewell (a place in the text), or at the letter's end."""
    if farewell is not None and (signed := _run_on(letter, farewell)):
        return signed
    lines = [line for line in letter.lines if line.words and not line.noise]
    below = lines[-8:] if farewell is None else [line for line in lines if line.end > farewell]
    # the farewell itself may run over several lines, and the signature may stand right behind it
    return _signature(letter, below[:14])


def _run_on(letter: Letter, farewell: int) -> Signatory | None:
    """The signature that stands right behind the farewell: "… consideration. Ada Example, Chairperson." """
    paragraph = next((p for p in reversed(letter.paragraphs) if p.prose.ranges[0][0] <= farewell), None)
    if paragraph is None or paragraph.number < letter.body:
        return None
    prose, start = paragraph.prose, paragraph.prose.before(farewell)
    if not _ROLES.search(prose.text, start, start + _LONGEST_FAREWELL):
        return None
    match = _NAME_AND_ROLE.search(prose.text, start, start + _LONGEST_FAREWELL)
    if match is None or _NO_NAME.search(match["name"]):
        return None
    name, role = match.span("name"), match.span("role")
    return Signatory(prose.found(prose.quote(*name), *name), prose.found(prose.quote(*role), *role))


def signature_start(letter: Letter) -> int | None:
    """Where the signature begins: a name and a title near the letter's end, in lines of their own."""
    first = letter.paragraphs[letter.body].prose.ranges[0][0] if letter.body < len(letter.paragraphs) else 0
    lines = [line for line in letter.lines if line.words and not line.noise and line.start >= first]
    lines = lines[-_LAST_LINES:]
    for n, line in enumerate(lines):
        role = _ROLES.search(line.words) if len(line.words) <= 120 and line.words[-1] not in ".;:" else None
        if role is None or not _stands_apart(letter, line):
            continue
        before = _SIGNED.sub("", line.words[: role.start()], count=1)
        if _ROLE_LEAD.fullmatch(before):
            near = [
                other for other in _near(lines, n) if _stands_apart(letter, other) and _name(letter, other)
            ]
            if near:
                return min(near[0].start, line.start)
        elif _name(letter, line, role.start()):
            return line.start
    return None


def _stands_apart(letter: Letter, line: Line) -> bool:
    """Whether a line is part of no long paragraph."""
    own = next((p for p in reversed(letter.paragraphs) if p.prose.ranges[0][0] <= line.start), None)
    return own is None or len(own.text) <= _LONGEST_SIGNATURE


def _signature(letter: Letter, lines: Sequence[Line]) -> Signatory | None:
    for n, line in enumerate(lines):
        role = _ROLES.search(line.words) if len(line.words) <= 200 else None
        if role is None or any(pattern.search(line.words) for pattern in _FAREWELL):
            continue
        before = _SIGNED.sub("", line.words[: role.start()], count=1)
        name = None
        if before.strip(" ,-") and not _ROLE_LEAD.fullmatch(before):
            name = _name(letter, line, role.start())
            if name is None:
                continue
        else:
            name = next((found for near in _near(lines, n) if (found := _name(letter, near))), None)
        prose = Prose.of(letter.text, letter.plain, [line.range])
        return Signatory(name, prose.found(prose.quote(*role.span()), *role.span()))
    return None


def _near(lines: Sequence[Line], n: int) -> list[Line]:
    """The lines that may print the name that belongs to a title: those above; below "The Chair," the one below first."""
    above, below = lines[max(0, n - 3) : n][::-1], lines[n + 1 : n + 3]
    words = lines[n].words
    return [*below, *above] if words.endswith((",", ":")) or _ARTICLE.match(words) else [*above, *below]


def _name(letter: Letter, line: Line, end: int | None = None) -> Found[str] | None:
    prose = Prose.of(letter.text, letter.plain, [line.range])
    signed = _SIGNED.match(prose.text)
    start = signed.end() if signed else 0
    words = prose.text[start:end].rstrip(" ,-")
    if not words or len(words) > 70 or _NO_NAME.search(words):
        return None
    match = _NAME.fullmatch(words)
    if not match:
        return None
    return prose.found(prose.quote(start, start + len(words)), start, start + len(words))


def find_addressee(letter: Letter) -> Addressee | None:
    """Name and e-mail address of the first address block; None where there is no block."""
    if not letter.addresses:
        return None
    names = [address.name for address in letter.addresses if address.name]
    emails = [address.email for address in letter.addresses if address.email]
    return Addressee(
        Found(names[0][0], (names[0][1],)) if names else None,
        Found(emails[0][0], (emails[0][1],)) if emails else None,
    )
