"""The State party's follow-up report: its symbol, and when it was received."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from .dates import Printed
from .languages import Language
from .observations import names_report, own_report_words, speaks_of_replies, symbols_in
from .paragraphs import Sentence
from .reading import FollowUpReport, Found
from .request import is_due
from .symbols import Symbol, find_symbols
from .wording import compiled, phrases

_DATED = re.compile(
    r"\b(?:dated|date[es]?|datee|du (?:le|en|au|pour)|fechad[oa]|de fecha|due|held|adopted|tenue|"
    r"celebrad[oa]|attendu|prevu|echeance|vencid[oa]|vencia|vencio|expir[a-z]{1,4}|echue?s?|lapsed|passed|elapsed)\b",
    re.IGNORECASE,
)
_OF = re.compile(r",? (?:of|du|de|des|del) ", re.IGNORECASE)
_COMPLEMENT = re.compile(
    r" (?:of|to|on|concerning|regarding|under|about|de|du|des|d'|a|au|aux|sur|concernant|del|al|sobre|"
    r"relati(?:f|fs|ve|ves|vo|va|vas))(?!\w)(?:(?! (?:and|et|y|e|ou|or|o) )[^,.;:()]){0,60}",
    re.IGNORECASE,
)
_CUT = re.compile(r"[,.;:()]")
_INSERTED = re.compile(r",[^,;.]{3,80},")
_FAR = 90
_NEAR = 40
_LEAD = 12  # characters before a date that leads a sentence
_ADJECTIVES = 30  # characters before a report in which an adjective stands


def report_symbol(sentences: Sequence[Sentence], language: Language) -> tuple[Symbol, Found[str]] | None:
    """The symbol of the follow-up report: of that kind wherever it stands, else any in the sentence about it."""
    found = symbols_in(sentences)
    for symbol, place in found:
        if symbol.kind == "follow_up_report" and symbol.committee == "CMW":
            return symbol, place
    return None


class Receipt(NamedTuple):
    """A date on which a report came, as one sentence says it."""

    found: Found[str]
    number: int  # of the sentence
    arrived: bool  # it was received, and not merely sent
    earlier: bool  # the report is one of an earlier day: "the first follow-up report", "an interim report"


def received(sentences: Sequence[Sentence], language: Language) -> Found[str] | None:
    """When the report came that the letter is about; None where several could be meant."""
    receipts = _receipts(sentences, language)
    current = [receipt for receipt in receipts if not receipt.earlier]
    if not current and any(_names_current(sentence, language) for sentence in sentences):
        return None
    current = current or receipts
    current = [receipt for receipt in current if receipt.arrived] or current
    if not current:
        return None
    first = current[0]
    rivals = [
        r for r in current if not (_agrees(r.found.value, first.found.value) or r.number == first.number)
    ]
    if rivals:
        symbols = [r for r in current if _has_symbol(sentences[r.number])]
        return symbols[0].found if len({r.found.value for r in symbols}) == 1 else None
    return first.found


def tells_of_receipt(sentences: Sequence[Sentence], language: Language) -> bool:
    """Whether a letter says of any report when it came."""
    return bool(_receipts(sentences, language))


def _receipts(sentences: Sequence[Sentence], language: Language) -> list[Receipt]:
    found: list[Receipt] = []
    spoken_of = False
    for number, sentence in enumerate(sentences):
        named = names_report(sentence, language)
        # "It was received on 14 May 2021": the report is named in the sentence before
        about, spoken_of = named or spoken_of or speaks_of_replies(sentence, language), named
        if not about:
            continue
        for printed in sentence.dates():
            if receipt := _is_receipt(sentence, printed, language):
                value = sentence.prose.found(printed.value, printed.start, printed.end)
                found.append(Receipt(value, number, *receipt))
    return found


def _agrees(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _has_symbol(sentence: Sentence) -> bool:
    return any(symbol.kind == "follow_up_report" for symbol, _ in symbols_in([sentence]))


def _names_current(sentence: Sentence, language: Language) -> bool:
    """Whether a sentence names a follow-up report and no earlier one."""
    named = compiled(own_report_words(language))
    return any(not _is_earlier(sentence, m.start(), m.end(), language) for m in sentence.finditer(named))


def _is_earlier(sentence: Sentence, start: int, end: int, language: Language) -> bool:
    """Whether the words before a report, or its own, make it one of an earlier day."""
    text = sentence.prose.text
    words = text[max(sentence.start, start - _ADJECTIVES) : end]
    earlier = phrases(language.framing.earlier_reports)
    return any(not _CUT.search(words[m.end() : len(words) - (end - start)]) for m in earlier.finditer(words))


def mentions_report(sentences: Sequence[Sentence], language: Language) -> bool:
    """Whether a follow-up report is spoken of at all."""
    return any(names_report(sentence, language) for sentence in sentences)


def _is_receipt(sentence: Sentence, printed: Printed, language: Language) -> tuple[bool, bool] | None:
    """Whether the nearest word before a date that can govern it is one of receiving, and of the report.

    If so, whether the report was received rather than sent, and whether it is one of an earlier day.
    """
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
        return None
    governing = _INSERTED.sub(" ", left[end:])  # "received, though due on 1 May 2021, on 3 June 2021"
    if compiled((*language.session, *language.owed)).search(governing) or ";" in governing:
        return None
    if _DATED.search(governing):
        return None
    if is_due(text, low, printed.start, language) and not late:
        return None
    # "information received from the Ombudsman on 30 October 2024"
    if phrases(language.framing.other_senders).search(governing):
        return None
    arrived = phrases(language.framing.arrived).fullmatch(left[begin:end]) is not None
    if of := _OF.match(text, printed.end, sentence.end):
        # "receipt, on 12 March 2021, of the additional information"
        behind = _named(sentence, of.end(), min(of.end() + _NEAR, sentence.end), language)
        if behind:
            return None if behind[0].kind == "other" else (arrived, behind[0].earlier)
    before = _named(sentence, sentence.start, low + begin, language)
    # "the receipt of the follow-up report on 3 May 2021": what stands between is nearer
    between = _named(sentence, low + end, printed.start, language)
    nearest = (between or before)[-1:]
    if nearest and nearest[0].kind == "other":
        return None
    # "a submission by civil society, received on …", "the Ombudsman submitted its comments on …"
    since = nearest[0].end if nearest else sentence.start
    if since < low + begin and phrases(language.framing.other_senders).search(text, since, low + begin):
        return None
    return arrived, bool(nearest) and nearest[0].earlier


class _Noun(NamedTuple):
    """What a sentence speaks of at a place: the report, or something else that is sent."""

    kind: str
    start: int
    end: int
    earlier: bool


def _named(sentence: Sentence, low: int, high: int, language: Language) -> list[_Noun]:
    """The reports and other documents named in a stretch, in order; of two that overlap, the longer one."""
    text, framing = sentence.prose.text, language.framing
    found: list[_Noun] = []
    by_means = [m.span() for m in phrases(framing.by_means).finditer(text, low, high)]

    def add(kind: str, start: int, end: int) -> None:
        if any(start < stop and begin < end for begin, stop in by_means):
            return
        earlier = kind == "own" and _is_earlier(sentence, start, end, language)
        found.append(_Noun(kind, start, end, earlier))

    for match in compiled((*own_report_words(language), *language.replies)).finditer(text, low, high):
        add("own", *match.span())
    for finder in (phrases(framing.other_reports), compiled(language.not_the_report)):
        for match in finder.finditer(text, low, high):
            add("other", *match.span())
    for symbol, start, end in find_symbols(sentence.prose, low, high):
        add("own" if symbol.kind == "follow_up_report" else "symbol", start, end)
    found.sort(key=lambda noun: (noun.start, -noun.end, noun.kind == "own"))
    kept: list[_Noun] = []
    at = low  # the end of the last noun, kept or not
    for noun in found:
        # "follow-up report on the concluding observations on the third periodic report" is one document
        if noun.start >= at and not (kept and _COMPLEMENT.fullmatch(text, at, noun.start)):
            kept.append(noun)
        at = max(at, noun.end)
    return [noun for noun in kept if noun.kind != "symbol"]


def _leads(sentence: Sentence, printed: Printed, language: Language) -> tuple[bool, bool] | None:
    """ "In May 2018, the State party submitted its follow-up report": the date comes first."""
    text = sentence.prose.text
    if printed.start - sentence.start > _LEAD or is_due(text, sentence.start, printed.start, language):
        return None
    stop = min(sentence.end, printed.end + 160)
    came = compiled(language.received).search(text, printed.end, stop)
    if came is None or _DATED.search(text, printed.end, came.start()):
        return None
    between = text[printed.end : came.start()]
    if compiled((*language.speech.negations, *language.session)).search(between) or ";" in between:
        return None
    named = _named(sentence, came.end(), stop, language) or _named(
        sentence, printed.end, came.start(), language
    )
    if not named or named[0].kind == "other":
        return None
    sent_by = text[came.end() : max(came.end(), named[0].start)]
    if phrases(language.framing.other_senders).search(sent_by):
        return None
    certain = compiled(own_report_words(language)).search(text, printed.end, sentence.end)
    certain = certain or phrases(language.framing.reply_of_state).search(text, printed.end, sentence.end)
    if not certain and not _has_symbol(sentence):
        return None
    return phrases(language.framing.arrived).fullmatch(came[0]) is not None, named[0].earlier


def bears_date(words: str) -> bool:
    """Whether words before a date say that a document bears it, or that something else was on it: "dated", "held"."""
    return _DATED.search(words) is not None


def of_another(sentence: Sentence, low: int, printed: Printed, language: Language) -> bool:
    """Whether what stands nearest before a date, else right behind it, is another document or a report of an earlier day."""
    before = _named(sentence, low, printed.start, language)[-1:]
    behind = _named(sentence, printed.end, min(printed.end + _NEAR, sentence.end), language)[:1]
    if behind and behind[0].kind == "own" and sentence.prose.text[printed.end : behind[0].start] == " (":
        return False  # "took this up in May 2024 (CMW/C/BFA/FCO/2)"
    nouns = before or behind
    return bool(nouns) and (nouns[0].kind == "other" or nouns[0].earlier)


def find_report(sentences: Sequence[Sentence], language: Language) -> FollowUpReport | None:
    """The follow-up report, or None where none is spoken of."""
    symbol, came = report_symbol(sentences, language), received(sentences, language)
    if symbol is None and came is None and not mentions_report(sentences, language):
        return None
    return FollowUpReport(symbol[1] if symbol else None, came)
