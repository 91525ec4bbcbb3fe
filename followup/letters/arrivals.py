"""When the report came, where no known verb says so: the one date of the frame that is nothing else.

It is no session's, no deadline, no date that a document bears; it lies behind the observations, and before the assessment
and the letter; and what the State party sent is spoken of beside it. Where two dates are left, none is taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .dates import Printed, earlier, read_dates
from .kinds import follow_up_word
from .languages import Language
from .observations import names_report, speaks_of_replies, symbols_in
from .paragraphs import Sentence
from .reading import Found
from .report import bears_date, of_another, tells_of_receipt
from .request import AT_THE_LATEST, is_due
from .sessions import Mention
from .wording import compiled, phrases

_PART = re.compile(r"[;:]| (?:and|et|y) ")
_SYMBOL = 40  # characters that a symbol in brackets may take
_OF = re.compile(r"(?<!\w)(?:of|du|del?|d') ?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Limits:
    """Between what a report can have come: the months of the two sessions, and the date of the letter."""

    observed: str | None
    assessed: str | None
    written: str | None


def arrival(
    sentences: Sequence[Sentence], language: Language, sessions: Sequence[Mention], limits: Limits
) -> Found[str] | None:
    """The date that is left when all others of the frame are told for what they are; None where several are."""
    if tells_of_receipt(sentences, language):
        return None
    left: list[tuple[Sentence, Printed]] = []
    named: dict[Sentence, list[Mention]] = {}
    for mention in sessions:
        named.setdefault(mention.sentence, []).append(mention)
    for before, sentence in zip([None, *sentences], sentences, strict=False):
        if not (_speaks(sentence, language) or (before and _speaks(before, language))):
            continue
        for printed in read_dates(sentence.prose, sentence.start, sentence.end):
            if limits_hold(printed.value, limits) and not _is_another(
                sentence, printed, language, named.get(sentence, ())
            ):
                left.append((sentence, printed))
    left = [(s, printed) for s, printed in left if _has_symbol_behind(s, printed)] or left
    if len({printed.value for _, printed in left}) > 1:
        left = [(sentence, printed) for sentence, printed in left if not _is_own(sentence, printed)]
    if len({printed.value for _, printed in left}) != 1:
        return None
    sentence, printed = left[0]
    return sentence.prose.found(printed.value, printed.start, printed.end)


def _speaks(sentence: Sentence, language: Language) -> bool:
    """Whether a sentence speaks of what the State party sent, or of follow-up."""
    return (
        names_report(sentence, language)
        or speaks_of_replies(sentence, language)
        or bool(sentence.search(compiled((follow_up_word(language),))))
    )


def limits_hold(value: str, limits: Limits) -> bool:
    """Whether a report can have come on a day or in a month."""
    if len(value) < len("YYYY-MM") or value == limits.written:
        return False
    after = limits.observed is None or earlier(limits.observed[:7], value[:7])
    in_time = limits.assessed is None or not earlier(limits.assessed[:7], value[:7])
    return after and in_time and (limits.written is None or not earlier(limits.written, value))


def _is_another(
    sentence: Sentence, printed: Printed, language: Language, sessions: Sequence[Mention]
) -> bool:
    """Whether a date is a session's, a deadline, one that a document bears, or that of an annex or a reminder."""
    if any(mention.held and mention.held.start < printed.end <= mention.held.end for mention in sessions):
        return True
    text = sentence.prose.text
    if is_due(text, max(sentence.start, printed.start - 50), printed.start, language):
        return True
    if AT_THE_LATEST.match(text, printed.end):
        return True
    cuts = [
        sentence.start,
        *(m.end() for m in _PART.finditer(text, sentence.start, sentence.end)),
        sentence.end,
    ]
    low = max(cut for cut in cuts if cut <= printed.start)
    part = sentence.part(low, min(cut for cut in cuts if cut >= printed.end))
    framing = language.framing
    if (
        of_another(sentence, low, printed, language)
        or bears_date(text[max(low, printed.start - 30) : printed.start])
        or part.search(phrases(framing.to_come))
    ):
        return True
    if part.search(phrases((*framing.expired, *framing.overdue, *framing.other_senders))):
        return True
    return bool(part.search(compiled(language.not_the_report)))


def _has_symbol_behind(sentence: Sentence, printed: Printed) -> bool:
    """Whether the report's symbol stands right behind a date: "did so on 15 January 2025 (CMW/C/JAM/FCO/1)"."""
    behind = sentence.part(printed.end, min(printed.end + _SYMBOL, sentence.end))
    return behind.text.startswith(" (") and any(
        symbol.kind == "follow_up_report" for symbol, _ in symbols_in([behind])
    )


def _is_own(sentence: Sentence, printed: Printed) -> bool:
    """Whether a date is a document's own: "the letter of 28 April, which came on 4 May"."""
    return _OF.search(sentence.prose.text, max(sentence.start, printed.start - 6), printed.start) is not None
