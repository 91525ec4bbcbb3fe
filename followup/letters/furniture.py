"""What belongs to the sheets and not to the letter: the letterhead, page numbers, running heads.

The letterhead is bilingual whatever the letter's language: it says nothing about the body.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from .dates import parse_partial_date
from .languages import LANGUAGES
from .lines import Line
from .wording import choice

_HEAD_LINES = 40
# in capitals wherever they stand; otherwise only above the salutation
_LETTERHEAD = re.compile(
    r"HAUT-COMMISSARIAT AUX DROITS|OFFICE OF THE (?:UNITED NATIONS )?HIGH COMMISSIONER|PALAIS DES NATIONS|"
    r"OFICINA DEL ALTO COMISIONADO|ALTO COMISIONADO (?:DE LAS NACIONES UNIDAS )?PARA LOS DERECHOS|"
    r"HUMAN RIGHTS TREATIES (?:BRANCH|DIVISION)|TREATY BOD(?:Y|IES)|^(?:UNITED NATIONS|NATIONS UNIES|NACIONES UNIDAS)\b"
)
_LETTERHEAD_ABOVE = re.compile(
    r"www\.ohchr\.org|ohchr\.org|high commissioner|haut-commissariat|alto comisionado|palais des nations|"
    r"^(?:united nations|nations unies|naciones unidas)|^(?:tel|fax|phone)[.: ]|1211 (?:geneva|geneve|ginebra)",
    re.IGNORECASE,
)
_CONTACT_LINE = re.compile(
    r"\A(?:(?=.{0,200}\bTEL)(?=.{0,200}\b(?:FAX|E-?MAIL)).{0,300}$|www\.ohchr\.org)", re.IGNORECASE
)
_PAGE_WORD = r"page|pagina|pag\.?|pg\.?|p\.?|feuillet|feuille|sheet|hoja|folio"
_PAGE = re.compile(
    rf"(?:(?:{_PAGE_WORD}) ?)?[-(\[/]? ?(?:page |pagina )?[0-9]{{1,3}}(?: ?(?:/|of|de|sur|out of) ?[0-9]{{1,3}})? ?[-)\]]?"
    r"|(?:\.\.\.|…|\. \. \.) ?/? ?(?:\.\.\.|…)?[0-9]{0,3}|/ ?(?:\.\.\.|…)|\((?:continued|suite|continuacion|cont\.)\)",
    re.IGNORECASE,
)
_BARE = re.compile(r"[0-9]{1,3}")
# a number alone on a line may be the end of a wrapped sentence: "contained in paragraphs 27, 29 and / 31"
_EXPECTS_NUMBER = re.compile(
    r"(?:,|\(|-|/|\b(?:and|or|to|et|ou|a|au|y|e|o|session|page|of|the|le|les|los|el|in|en|aux|no\.?|num\.?|CMW/C))$",
    re.IGNORECASE,
)
_NAMES_NUMBER = re.compile(
    r"\b(?:paragraphs?|paras?\.?|paragraphes?|par\.?|parrafos?|parrs?\.?|articles?|articulos?|arts?\.?)$",
    re.IGNORECASE,
)
# the reference or a symbol alone on its line, with or without a page number
_REFERENCE = r"CMW/[A-Za-z0-9/.-]{3,40}"
_SHEET = (
    rf" ?[,|-]? ?(?:(?:{_PAGE_WORD}) ?[0-9]{{1,3}}(?: ?(?:/|of|de|sur) ?[0-9]{{1,3}})?|[-–(] ?[0-9]{{1,3}} ?[-–)]"
    r"|[0-9]{1,3} ?/ ?[0-9]{1,3}|[0-9]{1,3}(?= ?[|])|(?<=[|] )[0-9]{1,3})"
)
_HEAD_AND_PAGE = re.compile(rf"{_REFERENCE}{_SHEET}|{_SHEET} ?[,|]? ?{_REFERENCE}", re.IGNORECASE)
_HEAD_ALONE = re.compile(rf"CMW/[A-Za-z0-9/. -]{{3,40}}(?:{_SHEET})?", re.IGNORECASE)
# the letter's own reference and nothing else
_OWN_REFERENCE = re.compile(
    r"CMW ?/ ?(?:[a-z.-]{1,12} ?/ ?)?(?:follow ?-? ?up|suivi|seguimiento)[^\s]{0,40}", re.IGNORECASE
)
_JOB_NUMBER = re.compile(r"GE\.[0-9]{2}-[0-9]{3,6}(?: ?\([A-Z]\))?(?: [0-9]{6})?", re.IGNORECASE)
# "1 See …", "[1] …", "1/ …": a figure without a point, which would number an item
_NOTE_MARK = re.compile(r"(?:\[[0-9]{1,2}\]|[0-9]{1,2} ?/|[0-9]{1,2}|\*{1,3}|[a-z]/) (?=[\"“(]?[A-Z])")
_CITES = re.compile(
    r"(?:see|voir|vease|veanse|ver|ibid|idem|cf|available|disponible|consultable|https?:|www\.|(?:A|E|CMW|CERD|CEDAW|CCPR|"
    r"CAT|CRC|CRPD|CED|HRI|INT)/[A-Z0-9])(?![a-z])",
    re.IGNORECASE,
)
_TITLED = re.compile(
    rf"(?:{choice(w for language in LANGUAGES for w in (*language.honorifics, *language.titles))})(?!\w)",
    re.IGNORECASE,
)
_LONGEST_IN_HEAD = 70
_PARAGRAPH = re.compile(
    rf"(?<!\w)(?:{choice(w for language in LANGUAGES for w in language.paragraph)}) ?[0-9]", re.IGNORECASE
)
_FIGURES = re.compile(r"[0-9]+")
_OFFICE = re.compile(r"(?<!\w)(?:CMW|OHCHR|HCDH|ACNUDH)(?!\w)")
_LAST_RUNNING = 110
_MOST_CUT = 4  # lines of a foot and a head together
_LONGEST_CUT = 40
_SHORTEST_LINE = 25
_GOES_ON = re.compile(r"[a-z](?![.)])")


def mark_furniture(lines: Sequence[Line], body: int) -> None:
    """Mark letterhead, page numbers and running heads. `body` is the number of the line the body begins with."""
    before = ""  # the last line with text that is no noise
    for n, line in enumerate(lines):
        if line.noise or line.blank:
            continue
        if len(line.words) <= 320:
            line.noise = _kind_of_noise(lines, n, body, before)
        if not line.noise and not _HEAD_ALONE.fullmatch(line.words):
            before = line.words
    _mark_running_heads(lines, body)
    _mark_own_heads(lines, body)
    _mark_notes(lines, body)
    _mark_cuts(lines, body)


def _kind_of_noise(lines: Sequence[Line], n: int, body: int, before: str) -> str:
    words = lines[n].words
    low = words.lower()
    if words.upper() == words and _LETTERHEAD.search(words):
        return "letterhead"
    if ("tel" in low or "ohchr" in low) and _CONTACT_LINE.match(words):
        return "letterhead"
    if n < min(body, _HEAD_LINES) and len(words) < 200 and _LETTERHEAD_ABOVE.search(words):
        return "letterhead"
    if words.startswith("GE.") and _JOB_NUMBER.fullmatch(words):
        return "furniture"
    if "cmw/" in low and _HEAD_AND_PAGE.fullmatch(words):
        return "furniture"
    return "furniture" if _is_page_number(lines, n, before) else ""


def _words_below(lines: Sequence[Line], n: int) -> str:
    """The next line with text, a running head aside, if it is near."""
    near = (line.words for line in lines[n + 1 : n + 13] if not line.blank)
    return next((words for words in near if not _HEAD_ALONE.fullmatch(words)), "")


def _is_page_number(lines: Sequence[Line], n: int, before: str) -> bool:
    line = lines[n]
    if len(line.words) > 30 or not _PAGE.fullmatch(line.words):
        return False
    if not _BARE.fullmatch(line.words) or not before:
        return True
    after = _words_below(lines, n)
    if not after:
        return True
    if _NAMES_NUMBER.search(before):
        # the list goes on below: "contained in paragraphs / 2 / 12, 35 (a) and 47"
        return after[0].isdigit()
    return _alone(lines, n) or not _EXPECTS_NUMBER.search(before)


def _mark_running_heads(lines: Sequence[Line], body: int) -> None:
    """Short lines that come again on every sheet, and the reference beside a page number.

    A line in the middle of a wrapped sentence may come again too: a running head stands alone.
    """
    short = [n for n, line in enumerate(lines) if not line.noise and 2 < len(line.words) <= _LAST_RUNNING]
    keys = [_key(lines[n]) for n in short]
    counts = Counter(keys)
    below = Counter(key for n, key in zip(short, keys, strict=True) if n >= body)
    broken = Counter(key for n, key in zip(short, keys, strict=True) if n >= body and _at_break(lines, n))
    seen: set[str] = set()
    for n, key in zip(short, keys, strict=True):
        line = lines[n]
        again = key in seen
        seen.add(key)
        if line.words[-1] in ".;:," or not line.words[0].isupper() or not (again or _at_break(lines, n)):
            continue
        # a heading comes again as well, but not at the breaks
        comes_again = counts[key] > 1 and 2 * broken[key] > below[key]
        if _HEAD_ALONE.fullmatch(line.words) or (comes_again and _at_break(lines, n) and _alone(lines, n)):
            line.noise = "furniture"


def _alone(lines: Sequence[Line], n: int) -> bool:
    above = n == 0 or lines[n - 1].blank or bool(lines[n - 1].noise) or lines[n].after_break
    return above and (n + 1 == len(lines) or lines[n + 1].blank or bool(lines[n + 1].noise))


def _key(line: Line) -> str:
    """What comes again of a line: all but the figures, which count where they are a paragraph's."""
    if _PARAGRAPH.search(line.words):
        return line.words.lower()
    return _FIGURES.sub("#", line.words.lower())


def _at_break(lines: Sequence[Line], n: int) -> bool:
    """Whether a page number or a form feed stands right above or below, blank lines aside."""
    if lines[n].after_break:
        return True
    for step in (-1, 1):
        at = n + step
        while 0 <= at < len(lines) and abs(at - n) <= 4:
            if lines[at].noise == "furniture" or (step == 1 and lines[at].after_break):
                return True
            if not lines[at].blank:
                break
            at += step
    return False


def _mark_own_heads(lines: Sequence[Line], body: int) -> None:
    """Below the first sheet's head: the reference alone, and the addressee with the date beside a page number."""
    for n in range(body, len(lines)):
        line = lines[n]
        if line.blank:
            continue
        if (
            not line.noise
            and _alone(lines, n)
            and (
                ("CMW" in line.words and _OWN_REFERENCE.fullmatch(line.words))
                or (_OFFICE.search(line.words) and _is_short(line.words) and _at_break(lines, n))
            )
        ):
            line.noise = "furniture"
        elif line.noise == "furniture" and not _BARE.fullmatch(line.words):
            around = _around(lines, n)
            if around and all(_is_of_head(other.words) for other in around):
                for other in around:
                    other.noise = "furniture"


def _around(lines: Sequence[Line], n: int) -> list[Line]:
    """The few lines that stand together with one, if they are few."""
    low, high = n, n + 1
    while low and not lines[low - 1].blank and n - low < 4:
        low -= 1
    while high < len(lines) and not lines[high].blank and high - n < 4:
        high += 1
    return [line for line in lines[low:high] if not line.noise] if high - low <= 4 else []


def _is_of_head(words: str) -> bool:
    """Whether a line is the date or the addressee as a running head has them."""
    if len(words) > _LONGEST_IN_HEAD:
        return False
    return _TITLED.match(words) is not None or parse_partial_date(words) is not None


def _mark_cuts(lines: Sequence[Line], body: int) -> None:
    """Short lines that stand alone in the middle of a sentence: whatever they say, the foot and the head of a sheet."""
    own = [n for n in range(body, len(lines)) if not lines[n].blank and not lines[n].noise]
    at = 0
    while at + 2 < len(own):
        first, at = own[at], at + 1
        if not _breaks_off(lines[first].words):
            continue
        short = 0
        while short <= _MOST_CUT and at + short < len(own) and _is_short(lines[own[at + short]].words):
            short += 1
        if not 0 < short <= _MOST_CUT or at + short == len(own):
            continue
        after = own[at + short]
        inside = own[at : at + short]
        apart = inside[0] > first + 1 or lines[inside[0]].after_break
        sheet = any(_is_of_sheet(line) for line in lines[first + 1 : after])
        if apart and sheet and after > inside[-1] + 1 and _GOES_ON.match(lines[after].words):
            for n in inside:
                lines[n].noise = "furniture"


def _is_of_sheet(line: Line) -> bool:
    """Whether a line shows that a sheet ends: a page number, a form feed, the office, the reference."""
    return bool(line.noise) or line.after_break or _OFFICE.search(line.words) is not None


def _breaks_off(words: str) -> bool:
    """Whether a line of text ends in the middle of a sentence."""
    return len(words) > _SHORTEST_LINE and (words[-1].isalnum() or words[-1] == ",")


def _is_short(words: str) -> bool:
    """Whether a line is as short as a running head, and begins as none of a sentence that goes on does."""
    return len(words) <= _LONGEST_CUT and not words[0].islower() and words[-1] not in ".;:,!?"


def _mark_notes(lines: Sequence[Line], body: int) -> None:
    """Footnotes: below a rule, or with a citation, or where they cut a sentence in two."""
    n, before, ruled = body, "", False
    while n < len(lines):
        line = lines[n]
        if line.rule:
            line.noise, ruled = line.noise or "furniture", True
        elif not line.blank and not line.noise:
            stop = next((k for k in range(n, len(lines)) if lines[k].blank or lines[k].noise), len(lines))
            if _is_note(lines, n, stop, before, ruled):
                for own in lines[n:stop]:
                    own.noise = "furniture"
            else:
                before, ruled = lines[stop - 1].words, False
            n = stop - 1
        n += 1


def _is_note(lines: Sequence[Line], n: int, stop: int, before: str, ruled: bool) -> bool:
    """Whether lines that stand together are a footnote. `before`: the line of text above; `ruled`: below a rule."""
    words = lines[n].words
    mark = _NOTE_MARK.match(words)
    if mark is None and not lines[n].raised and not _CITES.match(words):
        return False
    if ruled and (mark or lines[n].raised):
        return True
    if not (n == 0 or lines[n - 1].blank or lines[n - 1].noise):
        return False
    if (mark or lines[n].raised) and _CITES.match(words, mark.end() if mark else 0):
        return True
    after = next((line.words for line in lines[stop : stop + 14] if line.words and not line.noise), "")
    return bool(before) and before[-1] not in ".;:!?" and (after[:1].islower() or after[:1].isdigit())
