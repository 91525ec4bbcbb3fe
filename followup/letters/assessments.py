"""The rows of a letter: each paragraph's passage with the grade that the Committee states for it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .clauses import clauses
from .grades import statements
from .hits import Rows, rows
from .knowledge import Knowledge
from .languages import Language
from .paragraphs import Sentence
from .passages import Stretch
from .reading import Flag, Found, Passage, Range
from .references import ParagraphRef, Printed
from .statement import Statement
from .topics import topics
from .verdicts import unknown_label, unknown_verdict
from .voice import Who

_DAMAGED = re.compile(r"\b[^\W\d_]+\d+[^\W\d_]+\b")
_MOST_ROWS = 20  # of one number; more are no letter


@dataclass(slots=True)
class Case:
    """One row in the making: a paragraph, its passage, and the statements found for it."""

    printed: Printed
    stretch: Stretch
    own: list[Statement] = field(default_factory=list)
    shared: list[Statement] = field(default_factory=list)
    stray: list[Statement] = field(default_factory=list)  # name another paragraph than the passage does

    @property
    def ref(self) -> ParagraphRef:
        return self.printed.ref


def assess(
    stretches: Sequence[Stretch], graded: Sequence[Statement], knowledge: Knowledge, language: Language
) -> tuple[tuple[Passage, ...], tuple[Flag, ...]]:
    """The rows in the letter's order, and a flag for each that has no clear grade."""
    table = rows(knowledge.wordings, language.code)
    cases: list[Case] = []
    told: list[tuple[Stretch, list[Case], list[Statement]]] = []
    for stretch in stretches:
        found = _statements(stretch.sentences(), table, language)
        group = [Case(printed, stretch) for printed in _refs(stretch, found)]
        cases += group
        told.append((stretch, group, found))
    by_number: dict[int, list[Case]] = {}
    for case in cases:
        by_number.setdefault(case.ref.number, []).append(case)
    so_far: list[Case] = []
    for _, group, found in told:
        so_far += group
        for statement in found:
            _give(statement, group, by_number, so_far)
    for statement in graded:
        for case in (case for ref in statement.refs for case in by_number.get(ref.number, ())):
            if case.ref in statement.refs:
                case.own.append(statement)
    passages, flags = [], []
    for n, case in enumerate(cases):
        passage, flag = _row(case, n, language)
        passages.append(passage)
        flags += [flag] if flag else []
        flags += _damage(passage, n)
    return tuple(passages), tuple(flags)


def _statements(sentences: Sequence[Sentence], table: Rows, language: Language) -> list[Statement]:
    spoken_of = topics(sentences, language)
    found = [
        statement
        for before, sentence, topic in zip([None, *sentences], sentences, spoken_of, strict=False)
        for statement in statements(sentence, topic, table, language, before)
    ]
    if any(not statement.doubtful for statement in found):
        return found
    for sentence, topic in zip(sentences, spoken_of, strict=True):
        told = topic is Who.QUOTED
        unknown = (
            None if told else unknown_label(sentence, language) or unknown_verdict(sentence, topic, language)
        )
        if unknown:
            return [unknown]
    return []


def _refs(stretch: Stretch, found: Sequence[Statement]) -> tuple[Printed, ...]:
    """The paragraphs of a passage; a whole paragraph whose parts are graded one by one becomes its parts."""
    refs = stretch.opening.refs
    if len(refs) != 1:
        return refs
    whole = refs[0]
    parts = [ref for s in found for ref in s.refs if ref != whole.ref and whole.ref.covers(ref)]
    parts = list(dict.fromkeys(parts))
    if len(parts) < 2 or any(whole.ref in s.refs for s in found):
        return refs
    return tuple(Printed(part, whole.spans) for part in parts)


def _matches(ref: ParagraphRef, named: ParagraphRef) -> bool:
    return ref == named or named.covers(ref) or ref.covers(named)


def _give(
    statement: Statement, group: Sequence[Case], by_number: Mapping[int, list[Case]], so_far: Sequence[Case]
) -> None:
    """Give a statement to the rows it is about; `so_far`: those of the letter up to this passage."""
    named = statement.named
    if not named.refs:
        meant = _meant(statement, group, so_far)
        statement = _clear_for(statement, len(meant))
        for case in meant:
            (case.own if any(case is one for one in group) else case.shared).append(statement)
        return
    exact = [case for case in group if case.ref in named.refs]
    own = exact or [case for case in group if any(_matches(case.ref, ref) for ref in named.refs)]
    mine = {id(case) for case in group}
    elsewhere = [ref for ref in named.refs if not any(_matches(case.ref, ref) for case in own)]
    near = [
        case
        for ref in elsewhere
        for case in by_number.get(ref.number, ())[:_MOST_ROWS]
        if ref.covers(case.ref)
    ]
    others = [case for case in near if id(case) not in mine]
    statement = _clear_for(statement, len(own) + len(others))
    for case in own:
        case.own.append(statement)
    for case in others:
        case.shared.append(statement)
    if not own:
        for case in group:
            case.stray.append(statement)


def _clear_for(statement: Statement, count: int) -> Statement:
    """A statement about one row is clear, however it is worded."""
    if statement.named.clear or statement.named.pointed or count > 1:
        return statement
    return statement._replace(named=statement.named._replace(clear=True))


def _meant(statement: Statement, group: Sequence[Case], so_far: Sequence[Case]) -> list[Case]:
    """The rows that a statement is about which names no paragraph: those of its passage, or all up to here."""
    named = statement.named
    if named.place:
        at, many = named.place
        return [group[at]] if len(group) == many else list(group)
    kept = [case for case in group if not any(_matches(case.ref, ref) for ref in named.but)]
    if named.everything and len(group) < 2:
        return [case for case in so_far if not any(_matches(case.ref, ref) for ref in named.but)]
    return kept


def _row(case: Case, n: int, language: Language) -> tuple[Passage, Flag | None]:
    text, ranges = _text(case)
    prose = case.stretch.prose
    places = tuple(piece for span in case.printed.spans for piece in prose.places(*span))
    paragraph = Found(case.ref.label, places)
    field_name = f"assessments[{n}].grade"
    stated, problem = _decide(case)
    if problem:
        # of two verdicts neither is the phrase; one that names another paragraph is what is printed here
        words = Found(stated.phrase, stated.places) if stated else None
        return Passage(paragraph, text, ranges, None, words), Flag("grade_contradiction", field_name, problem)
    if stated is None:
        return Passage(paragraph, text, ranges), Flag(
            "grade_not_stated", field_name, _not_stated(case, language)
        )
    phrase = Found(stated.phrase, stated.places)
    if stated.grade is None:
        message = (
            f"The letter's words on paragraph {case.ref.label}, “{stated.phrase}”, are no grade of the table. "
            "Choose the grade, or add the wording."
        )
        return Passage(paragraph, text, ranges, None, phrase), Flag("unknown_grade", field_name, message)
    sentence = stated.sentence
    grade = Found(stated.grade, sentence.prose.places(sentence.start, sentence.end))
    return Passage(paragraph, text, ranges, grade, phrase), None


def _damage(passage: Passage, n: int) -> list[Flag]:
    """Digits within a word of the grade: "partia1ly implemented" was scanned badly."""
    words = _DAMAGED.findall(passage.grade_phrase.value) if passage.grade_phrase else []
    if not words:
        return []
    message = f"The text is damaged: “{', '.join(words)}”. Compare it with the document."
    return [Flag("text_damaged", f"assessments[{n}].grade", message)]


def _decide(case: Case) -> tuple[Statement | None, str]:
    """The statement that stands for a row; or what is wrong with those found."""
    spoken = [statement for statement in case.own + case.shared if not statement.earlier]
    plain = [statement for statement in spoken if not statement.doubtful]
    firm = [statement for statement in plain if statement.firm] or plain
    if any(statement.grade for statement in firm):
        firm += [statement for statement in spoken if statement.doubtful]
    label = case.ref.label
    unclear = next((statement for statement in firm if not statement.named.clear), None)
    if unclear:
        said = unclear.sentence.prose.quote(unclear.sentence.start, unclear.sentence.end)
        return None, (
            f"One sentence speaks of several paragraphs, and which of its words are meant for paragraph {label} is not "
            f"certain: “{said}” Choose the grade."
        )
    if len({statement.grade for statement in firm}) > 1:
        said = " and ".join(f"“{statement.phrase}”" for statement in _one_each(firm))
        return None, f"The letter says two things on paragraph {label}: {said}. Choose the grade."
    if firm:
        return firm[0], ""
    # a sentence about another paragraph that has its own grade elsewhere was meant for this one, or misplaced
    astray = [statement for statement in case.stray if statement.firm and not statement.earlier]
    if astray:
        named = ", ".join(ref.label for ref in astray[0].refs)
        return astray[0], (
            f"The passage is on paragraph {label}, but its grade sentence (“{astray[0].phrase}”) names "
            f"paragraph {named}."
        )
    return None, ""


def _one_each(found: Sequence[Statement]) -> list[Statement]:
    return list({statement.grade: statement for statement in reversed(found)}.values())[::-1]


def _text(case: Case) -> tuple[str, tuple[Range, ...]]:
    """The passage's words; a sentence elsewhere that grades several paragraphs at once belongs to each, in its place."""
    stretch = case.stretch
    if case.own and case.stray:
        # one below a graded passage that speaks of others only is not of this one
        own = {id(statement.sentence) for statement in case.own}
        others = [s.sentence for s in case.stray if len(s.refs) > 1 and id(s.sentence) not in own]
        stretch = stretch.without(others)
    text, ranges = stretch.text, stretch.ranges
    for sentence in dict.fromkeys(statement.sentence for statement in case.shared):
        said = sentence.prose.quote(sentence.start, sentence.end)
        places = sentence.prose.places(sentence.start, sentence.end)
        before = places[0] < ranges[0]
        text = f"{said}\n\n{text}" if before else f"{text}\n\n{said}"
        ranges = places + ranges if before else ranges + places
    return text, ranges


def _not_stated(case: Case, language: Language) -> str:
    label = case.ref.label
    recalled = next((statement for statement in case.own + case.shared if statement.earlier), None)
    if recalled:
        said = recalled.sentence.prose.quote(recalled.sentence.start, recalled.sentence.end)
        return (
            f"The letter recalls an earlier grade of paragraph {label} (“{said}”) and states none of today."
        )
    message = f"No sentence states a grade for paragraph {label}."
    for sentence in case.stretch.sentences():
        if match := clauses(language).urging.search(sentence.prose.text, sentence.start, sentence.end):
            end = match.end()
            while dangling := clauses(language).dangling.search(sentence.prose.text, match.start(), end):
                end = dangling.start()
            return f"{message} “{sentence.prose.quote(match.start(), end)}” is not a grade."
    return message
