"""Who speaks in a sentence, and of what: whether words that could be a grade are the Committee's verdict."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .languages import Language
from .paragraphs import Sentence
from .request import paragraph_lists
from .wording import compiled, phrases

_WORD = re.compile(r"[^\s,;:()\[\]\"“”]+")
_NUMBER_SIGN = re.compile(r"\b(?:no|nos)\.? ?(?=[0-9])", re.IGNORECASE)
_PARENTHESIS = re.compile(r"(?: ?,[^,]{0,90},)? ?(?:[a-z'-]+ ){0,2}$", re.IGNORECASE)
_PRONOUN = re.compile(
    r"\W{0,3}(?:that |que |de que |qu'|it to be |as )?(?:it|they|this|these|both|all|elle|elles|celle-ci|celles-ci|cette derniere|"
    r"esta|estas|esta ultima|dicha|la misma|las mismas)(?!\w)",
    re.IGNORECASE,
)
_IT = re.compile(r"(?:it|they|il|elle|ils|este|esta|esto)$", re.IGNORECASE)
_SUBJECT_WORDS = 6


@dataclass(frozen=True, slots=True)
class Voice:
    """What stands before a wording in its sentence.

    `firm`: a verb of judging, or nothing but the recommendation; `bare`: no verb of the Committee at all;
    `of_recommendation`: a recommendation or paragraph is what is spoken of; `far`: it is not the subject itself;
    `extra_start`: where words begin that stand between the auxiliary and the wording and change it.
    """

    firm: bool
    bare: bool
    of_recommendation: bool
    far: bool
    open_question: bool
    negated: bool
    in_part: bool
    extra_start: int | None

    @property
    def is_verdict(self) -> bool:
        """Whether the Committee judges, with a verb of judging, a recommendation as a fact."""
        judges = self.firm and not self.bare and not self.open_question
        return judges and self.of_recommendation and not self.far


def speaks(
    text: str, sentence: Sentence, before: Sentence | None, at: int, earlier: int, language: Language
) -> Voice | None:
    """The voice in front of a wording at `at`; None where somebody else than the Committee says it.

    `earlier` is where the wording before ends: with no verb in between, what stood before it still holds.
    """
    verb = _governing(text, sentence.start, at, language)
    if verb is None:
        return _voice(text, sentence, _clause_start(text, sentence.start, at), at, "bare", language)
    start, end, kind = verb
    if kind == "says" and not _is_committee(text[sentence.start : start], language):
        return None
    if _is_other(text[sentence.start : start], language):
        return None
    if _IT.search(text[sentence.start : start].rstrip()) and before and _begins_with_other(before, language):
        return None
    region = max(end, earlier) if earlier > end else end
    voice = _voice(text, sentence, region, at, "notes" if kind == "notes" else "considers", language)
    if earlier > end and not voice.of_recommendation:
        # "has been implemented in law and not implemented in practice": one subject for both
        voice = Voice(voice.firm, False, True, False, voice.open_question, voice.negated, voice.in_part, None)
    denied = compiled(language.negations).search(text, max(sentence.start, start - 25), start)
    if denied and not _NUMBER_SIGN.match(text, denied.start()):
        return Voice(
            voice.firm,
            voice.bare,
            voice.of_recommendation,
            voice.far,
            voice.open_question,
            True,
            voice.in_part,
            voice.extra_start,
        )
    return voice


def _governing(text: str, low: int, high: int, language: Language) -> tuple[int, int, str] | None:
    """The last verb of judging, noting or saying before a place."""
    best: tuple[int, int, str] | None = None
    for kind, pattern in (
        ("considers", phrases(language.considers)),
        ("notes", phrases(language.notes)),
        ("says", compiled(language.says)),
    ):
        for match in pattern.finditer(text, low, high):
            # "reports" in "periodic reports" is no verb: a saying needs its that-clause, a comma or the end
            if best is None or match.end() > best[1]:
                best = (match.start(), match.end(), kind)
    return best


def _clause_start(text: str, low: int, at: int) -> int:
    cut = max(text.rfind(";", low, at), text.rfind(": ", low, at))
    return cut + 1 if cut >= 0 else low


def _is_committee(left: str, language: Language) -> bool:
    """Whether the Committee is the subject right before a verb."""
    return _adjacent(left, compiled(language.committee))


def _is_other(left: str, language: Language) -> bool:
    return _adjacent(left, compiled(language.others))


def _adjacent(left: str, subject: re.Pattern[str]) -> bool:
    near = left[-200:]
    ends = [match.end() for match in subject.finditer(near)]
    return bool(ends) and bool(_PARENTHESIS.fullmatch(near[ends[-1] :]))


def _begins_with_other(sentence: Sentence, language: Language) -> bool:
    words = sentence.text[:60]
    other = compiled(language.others).search(words)
    committee = compiled(language.committee[:2]).search(words)
    return other is not None and (committee is None or committee.start() > other.start())


def _voice(text: str, sentence: Sentence, low: int, at: int, kind: str, language: Language) -> Voice:
    region = text[low:at]
    subject = _subject(text, sentence, low, at, language)
    close = text[subject[0] if subject and kind != "bare" else low : at]
    negation = compiled(language.negations).search(_NUMBER_SIGN.sub("   ", close))
    pronoun = kind != "bare" and (bool(_PRONOUN.match(region)) or _is_implied(region, language))
    return Voice(
        firm=kind != "notes",
        bare=kind == "bare",
        of_recommendation=subject is not None or pronoun,
        far=subject is not None and subject[1] > (3 if kind == "bare" else _SUBJECT_WORDS) and not pronoun,
        open_question=bool(compiled(language.open_questions).search(region)),
        negated=bool(negation),
        in_part=bool(phrases(language.parts).search(region)),
        extra_start=_extra(text, subject[0] if subject else low, at, language),
    )


def _is_implied(region: str, language: Language) -> bool:
    """ "Considera que se ha aplicado": nothing but auxiliaries, the subject is understood."""
    rest = compiled((*language.auxiliaries, *language.fillers, "que", "de que")).sub(" ", region)
    return bool(region.strip()) and language.code == "es" and not _WORD.search(rest)


def _subject(text: str, sentence: Sentence, low: int, at: int, language: Language) -> tuple[int, int] | None:
    """Where the recommendation is named, and how many words stand before it in its clause."""
    places = [m.start() for m in compiled(language.recommendation).finditer(text, low, at)]
    if not places:
        places = [item.start for item in paragraph_lists(Sentence(sentence.prose, low, at), language)]
    if not places:
        return None
    first = places[0]
    lead = text[low:first].rsplit(",", 1)[-1]
    return first, len(_WORD.findall(lead))


def _extra(text: str, low: int, at: int, language: Language) -> int | None:
    """Where words begin between the last auxiliary and the wording that are no mere fillers."""
    known = compiled((*language.auxiliaries, *language.fillers))
    auxiliaries = [match.end() for match in compiled(language.auxiliaries).finditer(text, low, at)]
    if not auxiliaries:
        return None
    rest = text[auxiliaries[-1] : at]
    without = known.sub(lambda match: " " * len(match[0]), rest)
    word = _WORD.search(without)
    return auxiliaries[-1] + word.start() if word else None
