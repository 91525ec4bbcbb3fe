"""Grade statements: the sentences in which the Committee says how far a recommendation was implemented.

A wording of the table is a grade only where the Committee speaks, of a recommendation, as a fact. What the
State party reported, what is quoted, what is hoped for ("to fully implement") is none. A verdict whose words
the table does not have is a statement too, of an unknown grade.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from .clauses import clauses
from .languages import LANGUAGES, Language
from .paragraphs import Sentence
from .reading import Grade
from .references import ParagraphRef, read_list
from .request import crosses, paragraph_lists
from .text import view
from .voice import Voice, speaks
from .wording import Wording, compiled, source

_QUOTED = re.compile(r'“[^”]{0,4000}(?:”|$)|"[^"]{1,3000}"')
LONGEST_SENTENCE = 4000  # beyond these no one wrote a sentence, and no grade is read
_MOST_HITS = 12
_SHORT_QUOTE = 60
_LIMITABLE = frozenset({Grade.IMPLEMENTED, Grade.SUBSTANTIALLY_IMPLEMENTED, Grade.NOT_IMPLEMENTED})
_CONTRAST = re.compile(
    r"[ ,]{1,2}(?:but|mais|pero|sino|aunque|although|except|sauf|salvo) (?:not|only|solely|pas|seulement|uniquement|no|solo|for|en|dans|in)\b",
    re.IGNORECASE,
)
_SECOND_ADVERB = re.compile(r" (?:and|or|et|ou|y|e|o) [a-z]{3,20}(?:ly|ment|mente)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\s,;:()\[\]\"“”]+")
_CLAUSE_END = re.compile(r"[,;.:)]")
_EDGES = " .,;:()[]\"“”'*|-"
_BARE_REF = re.compile(r"(?<![0-9.,/(])[1-9][0-9]{0,2}(?: ?\(?[a-z]\))?(?: ?\([ivx]{1,4}\))?(?![0-9])")


@dataclass(frozen=True, slots=True)
class Statement:
    """A grade as stated: None for words outside the table. `refs` are the paragraphs it names itself."""

    grade: Grade | None
    sentence: Sentence
    start: int
    end: int
    refs: tuple[ParagraphRef, ...] = ()
    firm: bool = True  # False: said in passing ("notes that …"), counts where nothing firmer is said

    @property
    def phrase(self) -> str:
        """The words of the grade as printed."""
        return self.sentence.prose.quote(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Row:
    """A wording ready for looking up. `whole`: it says enough to stand anywhere in a sentence."""

    pattern: re.Pattern[str]
    grade: Grade | None
    needles: tuple[str, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A wording found in a sentence."""

    start: int
    end: int
    row: Row


@lru_cache(maxsize=32)
def rows(wordings: tuple[Wording, ...], code: str) -> tuple[Row, ...]:
    """The wordings of one language, ready for looking up, and those that say neither one grade nor the other."""
    language = next(language for language in LANGUAGES if language.code == code)
    own = [(row.pattern, row.grade) for row in wordings if row.language == code]
    neither = [(row.pattern, None) for row in language.neither]
    return tuple(_row(pattern, grade, language) for pattern, grade in [*own, *neither])


def _row(pattern: str, grade: Grade | None, language: Language) -> Row:
    expression = re.compile(source(pattern, language.done, language.fillers), re.IGNORECASE)
    has_done = language.done[0] in re.sub(r"\([^)]*\)", "", pattern)
    needles = tuple({view(word).lower()[:4] for word in language.done}) if has_done else ()
    return Row(expression, grade, needles, grade is not Grade.INSUFFICIENT_INFORMATION or "…" in pattern)


@lru_cache(maxsize=256)
def without_quotes(text: str) -> str:
    """The text with what is quoted blanked, at the same length. A short quotation may be the grade itself."""

    def blank(match: re.Match[str]) -> str:
        inner = match[0][1:-1]
        return f" {inner} " if len(inner) <= _SHORT_QUOTE and len(match[0]) > 2 else " " * len(match[0])

    return _QUOTED.sub(blank, text)


def statements(
    sentence: Sentence, before: Sentence | None, table: Sequence[Row], language: Language
) -> list[Statement]:
    """The grade statements of a sentence, in order; `before` is the sentence ahead, for what "it" stands for."""
    if sentence.end - sentence.start > LONGEST_SENTENCE:
        return []
    text = without_quotes(sentence.prose.text)
    hits = _hits(text, sentence, table, language)
    if len(hits) > _MOST_HITS:
        return []
    found: list[Statement] = []
    for n, hit in enumerate(hits):
        earlier = hits[n - 1].end if n else sentence.start
        statement = _statement(text, sentence, before, hit, earlier, language)
        if statement:
            found.append(statement)
    return _with_refs(found, text, sentence, language) if found else found


def _hits(text: str, sentence: Sentence, table: Sequence[Row], language: Language) -> list[Hit]:
    """Wordings in the sentence, the longest where several begin or overlap."""
    low = text[sentence.start : sentence.end].lower()
    hits = [
        Hit(match.start(), match.end(), row)
        for row in table
        if not row.needles or any(needle in low for needle in row.needles)
        for match in row.pattern.finditer(text, sentence.start, sentence.end)
    ]
    hits = [hit for hit in hits if not (hit.row.needles and _is_noun(text, hit.start, language))]
    hits.sort(key=lambda hit: (hit.start - hit.end, hit.start))
    kept: list[Hit] = []
    for hit in hits[: 10 * _MOST_HITS]:
        if all(hit.end <= other.start or hit.start >= other.end for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)


def _is_noun(text: str, start: int, language: Language) -> bool:
    """ "La mise en œuvre de la recommandation" names the matter and judges nothing."""
    before = text[max(0, start - 12) : start]
    return any(match.end() == len(before) - 1 for match in compiled(language.nouns).finditer(before))


def _statement(
    text: str, sentence: Sentence, before: Sentence | None, hit: Hit, earlier: int, language: Language
) -> Statement | None:
    if _is_label(text, sentence, hit, language):
        return Statement(hit.row.grade, sentence, hit.start, hit.end)
    voice = speaks(text, sentence, before, hit.start, earlier, language)
    if voice is None:
        return None
    if hit.row.grade is Grade.INSUFFICIENT_INFORMATION:
        return _insufficient(text, sentence, hit, voice, language)
    if hit.row.grade is Grade.CONTRARY:
        firm = voice.firm and not voice.open_question
        return _graded(hit, sentence) if firm and not voice.bare and not voice.negated else None
    return _implemented(text, sentence, hit, voice, language)


def _graded(hit: Hit, sentence: Sentence, firm: bool = True) -> Statement:
    return Statement(hit.row.grade, sentence, hit.start, hit.end, firm=firm)


def _insufficient(
    text: str, sentence: Sentence, hit: Hit, voice: Voice, language: Language
) -> Statement | None:
    """Lack of information is a grade where it keeps the Committee from assessing the recommendation."""
    if not hit.row.whole:
        rest = text[hit.end : sentence.end].strip(_EDGES)
        return _graded(hit, sentence) if voice.firm and not voice.bare and not rest else None
    rest = text[hit.end : sentence.end].strip(_EDGES)
    spoken = compiled(language.recommendation).search(text, sentence.start, sentence.end)
    named = paragraph_lists(sentence, language)
    return _graded(hit, sentence) if not rest or spoken or named else None


def _implemented(
    text: str, sentence: Sentence, hit: Hit, voice: Voice, language: Language
) -> Statement | None:
    if voice.open_question:
        return None
    takes_object = bool(clauses(language).takes_object.match(text, hit.end))
    if not (voice.of_recommendation or takes_object):
        return None
    start, end = hit.start, hit.end
    unclear = voice.negated or voice.in_part or (voice.far and not takes_object)
    if voice.of_recommendation and not takes_object and (extra := voice.extra_start) is not None:
        start, unclear = extra, True
    if hit.row.grade in _LIMITABLE and (limited := _limited(text, sentence, hit.end, language)):
        end, unclear = limited, True
    grade = None if unclear else hit.row.grade
    return Statement(grade, sentence, start, end, firm=voice.firm)


def _limited(text: str, sentence: Sentence, end: int, language: Language) -> int | None:
    """Where words end that take back part of a grade: "implemented in law only", "implemented but not in practice"."""
    rest = text[end : sentence.end]
    if contrast := _CONTRAST.match(rest) or _SECOND_ADVERB.match(rest):
        return _clause_end(text, end + contrast.end(), sentence.end)
    lead = clauses(language).limit.match(rest)
    # "implemented in paragraph 12", "in the light of …" take nothing back
    if not lead or clauses(language).place.match(rest, lead.end()):
        return None
    return _clause_end(text, end + lead.end(), sentence.end)


def _clause_end(text: str, at: int, stop: int) -> int:
    limit = min(stop, at + 60)
    cut = _CLAUSE_END.search(text, at, limit)
    end = cut.start() if cut else limit
    while end < stop and end == limit and text[end - 1 : end].isalnum() and text[end : end + 1].isalnum():
        end += 1
    return end


def _is_label(text: str, sentence: Sentence, hit: Hit, language: Language) -> bool:
    """ "Partially implemented." alone, "Grade: partially implemented", "Paragraph 12: partially implemented"."""
    if text[hit.end : sentence.end].strip(_EDGES):
        return False
    lead = text[sentence.start : hit.start].strip()
    if not lead.strip(_EDGES):
        return True
    if len(lead) > 120:
        return False
    if clauses(language).label.fullmatch(lead + " "):
        return True
    lists = paragraph_lists(Sentence(sentence.prose, sentence.start, hit.start), language)
    head = text[sentence.start : lists[0].start] if lists else lead
    tail = text[lists[-1].end : hit.start] if lists else ""
    return (
        bool(lists)
        and len(head) <= 60
        and not compiled(language.committee[:2]).search(head)
        and bool(re.fullmatch(r"[ ()|]{0,3}[:|(.-][ (|.-]{0,4}", tail))
    )


def _with_refs(found: list[Statement], text: str, sentence: Sentence, language: Language) -> list[Statement]:
    """Each statement with the paragraphs it names: those since the statement before; the first may name them after."""
    places = _references(text, sentence, language)
    if _dealt_out(text, sentence, language) and len(found) > 1:
        names = [ref for refs, _ in places for ref in refs]
        if len(names) == len(found):
            return [replace(statement, refs=(name,)) for statement, name in zip(found, names, strict=True)]
    result: list[Statement] = []
    at = sentence.start
    for n, statement in enumerate(found):
        stop = found[n + 1].start if n + 1 < len(found) else sentence.end
        own = [ref for refs, place in places if at <= place < statement.start for ref in refs]
        if not own and n == 0:
            own = [ref for refs, place in places if statement.end <= place < stop for ref in refs]
            at = stop if own and len(found) == 1 else statement.end
        else:
            at = statement.end
        if not own and n and result:
            own = list(result[-1].refs)
        result.append(replace(statement, refs=tuple(dict.fromkeys(own))))
    return result


def _dealt_out(text: str, sentence: Sentence, language: Language) -> bool:
    """Whether the sentence deals out its grades in order."""
    return bool(compiled(language.respectively).search(text, sentence.start, sentence.end))


def _references(
    text: str, sentence: Sentence, language: Language
) -> list[tuple[tuple[ParagraphRef, ...], int]]:
    """Paragraphs named in a sentence, cross-references left out; also bare ones behind "and": "and 35 (b) not"."""
    lists = paragraph_lists(sentence, language)
    own = [item for item in lists if not crosses(sentence, item, language)] or lists[:1]
    places = [(tuple(p.ref for p in item.refs), item.start) for item in own]
    covered = [(item.start, item.end) for item in lists]
    for match in _BARE_REF.finditer(text, sentence.start, sentence.end):
        if (
            places
            and all(not (low <= match.start() < high) for low, high in covered)
            and clauses(language).said_of.match(text, match.end())
        ):
            refs, _ = read_list(text, match.start())
            if refs:
                places.append((tuple(p.ref for p in refs), match.start()))
    return sorted(places, key=lambda item: item[1])
