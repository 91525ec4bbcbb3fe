"""The State party's follow-up report: its symbol, and when it was received."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .dates import Printed, read_dates
from .languages import Language
from .observations import names_report, speaks_of_replies, symbols_in
from .paragraphs import Sentence
from .reading import FollowUpReport, Found
from .request import is_due
from .symbols import Symbol
from .wording import compiled, phrases

_DATED = re.compile(
    r"\b(?:dated|date[es]?|datee|du (?:le|en|au|pour)|fechad[oa]|de fecha|due|held|adopted|tenue|"
    r"celebrad[oa]|attendu|prevu|echeance|vencid[oa]|vencia)\b",
    re.IGNORECASE,
)
_OF = re.compile(r",? (?:of|du|de|des|del) ", re.IGNORECASE)
_FAR = 90
_NEAR = 40


def report_symbol(sentences: Sequence[Sentence], language: Language) -> tuple[Symbol, Found[str]] | None:
    """The symbol of the follow-up report: of that kind wherever it stands, else any in the sentence about it."""
    found = symbols_in(sentences)
    for symbol, place in found:
        if symbol.kind == "follow_up_report" and symbol.committee == "CMW":
            return symbol, place
    return None


def received(sentences: Sequence[Sentence], language: Language) -> Found[str] | None:
    """When the report came: the first date beside "received" or "submitted" that belongs to the report itself."""
    spoken_of = False
    for sentence in sentences:
        named = names_report(sentence, language)
        # "It was received on 14 May 2021": the report is named in the sentence before
        about, spoken_of = named or spoken_of or speaks_of_replies(sentence, language), named
        if not about:
            continue
        for printed in read_dates(sentence.prose, sentence.start, sentence.end):
            if _is_receipt(sentence, printed, language):
                return sentence.prose.found(printed.value, printed.start, printed.end)
    return None


def mentions_report(sentences: Sequence[Sentence], language: Language) -> bool:
    """Whether a follow-up report is spoken of at all."""
    return any(names_report(sentence, language) for sentence in sentences)


def _is_receipt(sentence: Sentence, printed: Printed, language: Language) -> bool:
    """Whether the nearest word before a date that can govern it is one of receiving, and of the report."""
    text = sentence.prose.text
    low = max(sentence.start, printed.start - _FAR)
    left = text[low : printed.start]
    words = list(compiled(language.received).finditer(left))
    if not words:
        return _leads(sentence, printed, language)
    begin, end = words[-1].span()
    late = any(m.end() > end for m in phrases(language.late).finditer(left))
    denied = compiled(language.speech.negations).search(left, max(0, begin - _NEAR // 2), begin)
    if compiled(language.owed).search(left, max(0, begin - _NEAR), begin) or (denied and not late):
        return False
    governing = left[end:]
    periodic = tuple(word for word in language.periodic if " " in word)
    barred = compiled((*language.session, *periodic)).search(governing) or ";" in governing
    if barred or _DATED.search(governing) or (is_due(text, low, printed.start, language) and not late):
        return False
    if of := _OF.match(text, printed.end, sentence.end):
        # "receipt, on 12 March 2021, of the additional information"
        added = compiled(language.not_the_report).search(text, of.end(), min(of.end() + _NEAR, sentence.end))
        report = compiled(language.follow_up).search(text, of.end(), min(of.end() + _NEAR, sentence.end))
        if added and (report is None or added.start() < report.start()):
            return False
    return not _about_additions(text, sentence, low + end, language)


def _about_additions(text: str, sentence: Sentence, end: int, language: Language) -> bool:
    """Whether what was received are annexes or additional information rather than the report."""
    left = text[max(sentence.start, end - 110) : end]
    added = [m.start() for m in compiled(language.not_the_report).finditer(left)]
    report = [m.start() for m in compiled(language.follow_up).finditer(left)]
    return bool(added) and added[-1] > (report or [-1])[-1]


def _leads(sentence: Sentence, printed: Printed, language: Language) -> bool:
    """ "In May 2018, the State party submitted its follow-up report": the date comes first."""
    text = sentence.prose.text
    if printed.start - sentence.start > 12:
        return False
    right = text[printed.end : min(sentence.end, printed.end + 120)]
    came = compiled(language.received).search(right)
    return (
        bool(came)
        and bool(compiled(language.follow_up).search(text, printed.end, sentence.end))
        and not _DATED.search(right[: came.start()] if came else "")
    )


def find_report(sentences: Sequence[Sentence], language: Language) -> FollowUpReport | None:
    """The follow-up report, or None where none is spoken of."""
    symbol, came = report_symbol(sentences, language), received(sentences, language)
    if symbol is None and came is None and not mentions_report(sentences, language):
        return None
    return FollowUpReport(symbol[1] if symbol else None, came)
