"""The text rules: text is settled once, here, so that a place in it stays the same place for ever."""

import re
import unicodedata

from followup.documents.extracted import Notice
from followup.documents.limits import LIMITS, size
from followup.documents.refusals import refused

SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}

FOLDS: dict[int, str | None] = {
    **dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)]),  # C0, DEL and C1 controls: dropped …
    0x09: "\t",
    0x0A: "\n",
    **dict.fromkeys([0x0B, 0x0C, 0x85, 0x2028], "\n"),  # … except what breaks a line
    0x2029: "\n\n",
    **{ord(space): " " for space in SPACES},  # no-break and thin spaces only serve the look of a line
    **{ord(ligature): letters for ligature, letters in LIGATURES.items()},
    **dict.fromkeys([0x2010, 0x2011], "-"),
    # Zero-width spaces and byte order marks carry nothing. Direction marks do: they stay.
    **dict.fromkeys([0x200B, 0x2060, 0xFEFF, 0xFFFE, 0xFFFF, *range(0xFDD0, 0xFDF0)]),
}
SOFT_HYPHEN = "\u00ad"
SURROGATE = re.compile("[\ud800-\udfff]")

# Compounds of the letters whose hyphen is part of the word; at a line end it stays.
COMPOUNDS = """
follow-up co-operation non-discrimination non-governmental non-refoulement non-citizen non-citizens well-being
self-employed self-employment decision-making policy-making law-making awareness-raising capacity-building
long-term short-term short-time full-time part-time so-called cross-border gender-based gender-responsive
gender-sensitive child-friendly child-sensitive human-rights-based rights-based evidence-based community-based
re-entry re-examine inter-ministerial inter-agency multi-stakeholder socio-economic sub-regional sub-paragraph
vice-chair vice-chairperson guinea-bissau timor-leste e-mail
suivi-évaluation ci-après ci-dessus ci-dessous ci-joint celui-ci celle-ci ceux-ci celles-ci lui-même elle-même
eux-mêmes elles-mêmes peut-être sous-paragraphe sous-région au-delà là-dessus vis-à-vis haut-commissariat
haut-commissaire vice-président vice-présidente bien-être demi-journée états-unis main-d’œuvre main-d'œuvre
c’est-à-dire c'est-à-dire
"""
HYPHENATED = frozenset(COMPOUNDS.split())
DOZENS = (
    "twenty thirty forty fifty sixty seventy eighty ninety vingt trente quarante cinquante soixante quatre et"
)
TENS = frozenset(DOZENS.split())  # twenty-ninth, trente-et-unième
PREFIXES = frozenset(["non", "self", "vice"])
UNITS = re.compile(
    "(?:one|two|three|four|five|six|seven|eight|nine|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
    "|un|une|deux|trois|quatre|cinq|sept|huit|neuf|dix|vingts?|onze|douze|treize|quatorze|quinze|seize|et"
    "|(?:un|deux|trois|quatr|cinqu|six|sept|huit|neuv|dix|onz|douz|treiz|quatorz|quinz|seiz)ième)$"
)


def settle(text: str) -> str:
    """`text` as it is stored: NFC, LF line ends, no control characters, words whole.

    Settling twice changes nothing more. Lines lose trailing white space, blank lines come one at a time, and
    none at either end.
    """
    if SURROGATE.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    # A soft hyphen at a line end has split a word; anywhere else it only marks where one may be split.
    text = text.replace(f"{SOFT_HYPHEN}\n", "-\n").replace(SOFT_HYPHEN, "")
    text = unicodedata.normalize("NFC", text.translate(FOLDS))
    lines = rejoin([line.rstrip() for line in text.split("\n")])
    kept = [line for number, line in enumerate(lines) if line or (number and lines[number - 1])]
    return "\n".join(kept).strip("\n")


UNCLEAN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def is_clean(text: str) -> bool:
    """Whether a database can store `text`: NFC, no control character but tab and LF, no surrogate."""
    return UNCLEAN.search(text) is None and unicodedata.is_normalized("NFC", text)


def clean_text(text: str) -> str:
    """Pasted text, settled; Refused("too_big") above LIMITS.paste_bytes."""
    # A character takes a byte at least: nothing far too long is encoded only to be measured.
    count = len(text) if len(text) > LIMITS.paste_bytes else len(text.encode("utf-8", "surrogatepass"))
    if count > LIMITS.paste_bytes:
        raise refused("paste_too_big", size=size(count), limit=size(LIMITS.paste_bytes))
    return settle(text)


def rejoin(lines: list[str], known: frozenset[str] | None = None) -> list[str]:
    """`lines` with the words whole that were split at a line end: the second half moves up to the first.

    `known` are the words of the text, by default those of `lines`.
    """
    whole: list[str] = []
    rest = list(reversed(lines))
    while rest:
        line = rest.pop()
        while rest and splits_word(line, rest[-1]):
            if known is None:
                known = frozenset(word for each in lines for word in words_of(each))
            half, _, after = rest.pop().lstrip().partition(" ")
            line = join(line, half, known)
            after = after.lstrip()
            if after and half[-1] == "-":
                line = f"{line} {after}"  # a line break after this hyphen would make it split another word
            elif after:
                rest.append(after)
                break
        whole.append(line)
    return whole


def splits_word(line: str, following: str) -> bool:
    """Whether `line` ends in the first half of a word, or of a range ("1-2"), that goes on in `following`."""
    start = following.lstrip()[:1]
    if len(line) < 2 or line[-1] != "-" or not start:
        return False
    return (line[-2].isalpha() and start.isalpha()) or (line[-2].isdigit() and start.isdigit())


def join(line: str, half: str, known: frozenset[str]) -> str:
    """`line`, which ends in a hyphen, with the second `half` of its last word."""
    first = line[-60:].split()[-1][:-1]
    return line + half if keeps_hyphen(first, half, known) else line[:-1] + half


def keeps_hyphen(first: str, half: str, known: frozenset[str]) -> bool:
    """Whether the hyphen between `first` and `half` is part of the word."""
    last = first.rpartition("-")[2]
    if len(last) < 2 or not (half[:1].islower() or (half[:2].isupper() and last.isupper())):
        return True  # e-mail, Guinea-Bissau, 2018-2020
    compound, closed = plain(f"{first}-{half}"), plain(first + half)
    if compound in known or closed in known:  # the letter prints it elsewhere, unbroken
        return compound in known
    if compound in HYPHENATED or ELISION.sub("", compound) in HYPHENATED:
        return True
    left, _, right = compound.rpartition("-")
    return left in PREFIXES or (left.rpartition("-")[2] in TENS and UNITS.match(right) is not None)


ELISION = re.compile("^[cdjlmnst][’']")  # l’au-delà


def plain(word: str) -> str:
    """`word` in lower case, without the marks around it."""
    return word.lower().strip(".,;:!?()[]«»“”\"'*")


def words_of(line: str) -> list[str]:
    """The plain words of `line`; the first half of a word split at its end is none."""
    return [word for raw in line.split() if (word := plain(raw)) and word[-1] != "-"]


# "é" read as cp1252 is "Ã©", "’" is "â€™": a letter holds neither.
MOJIBAKE = re.compile(
    "Ã[\u00a0-\u00bf\u0192\u2030\u0160\u2039\u0152\u2018-\u201d\u2022\u20ac\u201a\u201e\u2026]|â€"
)
PRIVATE = re.compile("[\ue000-\uf8ff]")


def damage(text: str) -> tuple[Notice, ...]:
    """Notices about settled `text` whose characters were broken before it came here; () where none were."""
    lost = text.count("\ufffd")
    if lost:
        noun = "character" if lost == 1 else "characters"
        return (
            Notice(
                "text_damaged",
                f"{lost} {noun} could not be read and show as �. Check them against the letter.",
            ),
        )
    if MOJIBAKE.search(text):
        return (
            Notice("text_damaged", "Accents or quotation marks look broken (“Ã©”, “â€™”). Check the text."),
        )
    if PRIVATE.search(text):
        return (
            Notice(
                "text_damaged", "Some characters have no meaning outside the file's own font. Check the text."
            ),
        )
    return ()
