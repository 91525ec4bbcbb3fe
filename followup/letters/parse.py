"""The steps by which a letter's text becomes a reading, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .arrivals import Limits, arrival
from .assessments import assess
from .checks import check
from .dates import earlier
from .facts import Facts
from .head import find_reference
from .kinds import awaits, body_text, find_kind, find_language, is_absent, is_of_procedure, unsaid
from .knowledge import DEFAULT, Knowledge
from .languages import Language
from .observations import observations_symbol, reviewed_reports
from .outline import Outline, outline
from .paragraphs import Letter, Sentence, make_ready
from .passages import Stretch
from .people import find_addressee, find_signatory
from .reading import Flag, FollowUpReport, Found, Observations, Passage, Reading
from .references import ParagraphRef
from .refusals import not_a_letter, refusal
from .report import find_report, report_symbol
from .session_roles import Setting, month_of, settle
from .sessions import Sessions, find_sessions, observed_month
from .symbols import Symbol
from .whereabouts import find_state

PARSER_VERSION = "1.0"
"""Raised with every change of what the parser reads; stored with each reading."""

LONGEST = 300_000
"""Characters that are read, about a hundred pages: more than any letter has, so that hostile texts cost little."""


def parse(text: str, knowledge: Knowledge = DEFAULT, warnings: Sequence[Flag] = ()) -> Reading:
    """Read one letter. Any text gives a reading; what is not said is None and flagged, never guessed.

    `warnings` is what the reader of the document noticed (tracked_changes, text_damaged): it joins the flags.
    """
    if len(text) > LONGEST:
        warnings = (*warnings, _too_long(text))
    letter = make_ready(text[:LONGEST])
    language = find_language(body_text(letter))
    refused = refusal(letter, language)
    if language is None or refused:
        code = language.code if language and refused and refused.code == "other_committee" else None
        return Reading(language=code, flags=(*warnings, refused or not_a_letter()))

    told = _told(letter, knowledge, language)
    kind, passages = _kind(told, told.passages)
    grade_flags = told.grade_flags
    if kind == "other" and not is_of_procedure(letter, told.parts.farewell, bool(told.asked), language):
        return Reading(flags=(*warnings, not_a_letter()))
    if kind != "assessment":
        passages, grade_flags = (), ()
    symbol = observations_symbol(told.parts.frame, language)
    state = find_state(letter, told.parts.frame, symbol, knowledge, language)
    reading = _reading(told, kind, passages, symbol, state.state)
    if kind == "other":
        reading = reading.without_empty_parts()
        unclear = unsaid(bool(told.asked), told.sentences(passages), language)
        warnings = (*warnings, unclear) if unclear else warnings
    own_symbol = report_symbol(told.parts.frame, language)
    facts = Facts(
        letter=letter,
        reading=reading,
        knowledge=knowledge,
        sessions=told.sessions,
        observations=symbol[0] if symbol else None,
        report=own_symbol[0] if own_symbol and kind != "reminder" else None,
        named=state.named,
        asked=told.asked,
    )
    flags = {(flag.code, flag.field): flag for flag in (*warnings, *grade_flags, *check(facts))}
    return replace(reading, flags=tuple(flags.values()))


@dataclass(frozen=True, slots=True)
class Told:
    """What a letter tells, before it is known of what kind it is."""

    letter: Letter
    language: Language
    knowledge: Knowledge
    parts: Outline
    above: Sequence[Sentence]  # the frame above the first passage
    passages: tuple[Passage, ...]
    grade_flags: tuple[Flag, ...]
    reference: Found[str] | None
    sessions: Sessions
    report: FollowUpReport | None

    @property
    def asked(self) -> tuple[ParagraphRef, ...]:
        """The paragraphs of the request."""
        return self.parts.asked.refs

    def sentences(self, passages: Sequence[Passage]) -> Sequence[Sentence]:
        """The sentences of the frame; where there are no passages, those too that looked like some."""
        looked = () if passages else self.parts.passages
        return (*self.parts.frame, *(sentence for passage in looked for sentence in passage.sentences()))


def _told(letter: Letter, knowledge: Knowledge, language: Language) -> Told:
    """Cut the letter, and find what its frame and its passages tell."""
    parts = outline(letter, knowledge, language)
    passages, grade_flags = assess(parts.passages, parts.table, knowledge, language)
    reference = find_reference(letter)
    sessions = settle(
        find_sessions(parts.frame, language, knowledge.by_number),
        Setting(knowledge.by_number, parts.date, reference, bool(passages)),
    )
    above = _above(parts.frame, parts.passages)
    report = find_report(parts.frame, language)
    if (report is None or report.received is None) and (passages or (report and report.symbol)):
        limits = Limits(
            month_of(sessions.observations, knowledge.by_number),
            month_of(sessions.assessed, knowledge.by_number),
            parts.date.value if parts.date else None,
        )
        came = arrival(above, language, sessions.told, limits)
        report = FollowUpReport(report.symbol if report else None, came) if came else report
    return Told(letter, language, knowledge, parts, above, passages, grade_flags, reference, sessions, report)


def _kind(told: Told, passages: tuple[Passage, ...]) -> tuple[str, tuple[Passage, ...]]:
    """The kind of a letter, and its passages if what looked like some are."""
    report, parts, language = told.report, told.parts, told.language
    received = report is not None and bool(report.symbol or report.received)
    assessed = told.sessions.assessed is not None
    if not (assessed or received) and all(_is_no_passage(row, language) for row in parts.passages):
        passages = ()  # what looked like passages says that nothing came
    if not (assessed or any(p.grade for p in passages)) and len(passages) * 2 < len(told.asked):
        passages = ()  # no session, and hardly a paragraph of those asked about: what the State says, or what is awaited
    kind = find_kind(told.sentences(passages), len(passages), assessed, received, language)
    if kind == "other" and parts.date and told.asked:
        due = parts.asked.request.due
        passed = due is not None and earlier(due.value, parts.date.value)
        kind = "reminder" if awaits(parts.frame, parts.date.value, passed, language) else kind
    return kind, passages


def _reading(
    told: Told,
    kind: str,
    passages: tuple[Passage, ...],
    symbol: tuple[Symbol, Found[str]] | None,
    state: Found[str] | None,
) -> Reading:
    sessions, language = told.sessions, told.language
    observed = sessions.observations
    held = observed.month if observed else None
    if held is None:
        came = told.report.received if told.report else None
        held = observed_month(told.above, sessions, came, told.knowledge.by_number, language)
    return Reading(
        kind=kind,
        language=language.code,
        reference=told.reference,
        date=told.parts.date,
        state=state,
        concluding_observations=Observations(
            symbol=symbol[1] if symbol else None,
            reports=reviewed_reports(told.parts.frame, language, symbol[0] if symbol else None),
            session=observed.session if observed else None,
            session_held=held,
        ),
        request=told.parts.asked.request,
        follow_up_report=None if kind == "reminder" else told.report,
        assessed=sessions.assessment if kind == "assessment" else None,
        assessments=passages,
        addressee=find_addressee(told.letter),
        signatory=find_signatory(told.letter, told.parts.farewell),
    )


def _above(frame: Sequence[Sentence], passages: Sequence[Stretch]) -> list[Sentence]:
    """The sentences of the frame above the first passage."""
    first = min((p.ranges[0][0] for p in passages), default=None) if passages else None
    return [s for s in frame if first is None or s.prose.at(s.start) < first]


def _is_no_passage(passage: Stretch, language: Language) -> bool:
    """Whether a passage begins by saying that the report did not come, or what follows if it does not."""
    return is_absent(passage.sentences()[:1], language)


def _too_long(text: str) -> Flag:
    return Flag(
        "text_damaged", None, f"The text has {len(text):,} characters; only the first {LONGEST:,} were read."
    )
