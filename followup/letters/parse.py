"""The steps by which a letter's text becomes a reading, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

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
from .outline import outline
from .paragraphs import Sentence, make_ready
from .passages import Stretch
from .people import find_addressee, find_signatory
from .reading import Flag, FollowUpReport, Observations, Reading
from .refusals import not_a_letter, refusal
from .report import find_report, report_symbol
from .session_roles import Setting, month_of, settle
from .sessions import find_sessions, observed_month
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

    parts = outline(letter, knowledge, language)
    passages, grade_flags = assess(parts.passages, parts.table, knowledge, language)
    reference, written = find_reference(letter), parts.date
    sessions = settle(
        find_sessions(parts.frame, language, knowledge.by_number),
        Setting(knowledge.by_number, written, reference, bool(passages)),
    )
    report = find_report(parts.frame, language)
    above = _above(parts.frame, parts.passages)
    if (report is None or report.received is None) and (passages or (report and report.symbol)):
        limits = Limits(
            month_of(sessions.observations, knowledge.by_number),
            month_of(sessions.assessed, knowledge.by_number),
            written.value if written else None,
        )
        came = arrival(above, language, sessions.told, limits)
        report = FollowUpReport(report.symbol if report else None, came) if came else report
    received = report is not None and bool(report.symbol or report.received)
    assessed = sessions.assessed is not None
    if not (assessed or received) and all(_is_no_passage(row, language) for row in parts.passages):
        passages = ()  # what looked like passages says that nothing came
    if not (assessed or any(p.grade for p in passages)) and len(passages) * 2 < len(parts.asked.refs):
        passages = ()  # no session, and hardly a paragraph of those asked about: what the State says, or what is awaited
    sentences = parts.frame if passages else (*parts.frame, *_within(parts.passages))
    kind = find_kind(sentences, len(passages), assessed, received, language)
    if kind == "other" and written and parts.asked.refs:
        due = parts.asked.request.due
        passed = due is not None and earlier(due.value, written.value)
        kind = "reminder" if awaits(parts.frame, written.value, passed, language) else kind
    if kind == "other" and not is_of_procedure(letter, parts.farewell, bool(parts.asked.refs), language):
        return Reading(flags=(*warnings, not_a_letter()))
    if kind != "assessment":
        passages, grade_flags = (), ()

    symbol = observations_symbol(parts.frame, language)
    state = find_state(letter, parts.frame, symbol, knowledge, language)
    observed = sessions.observations
    session_held = observed.month if observed else None
    if session_held is None:
        came = report.received if report else None
        session_held = observed_month(above, sessions, came, knowledge.by_number, language)
    reading = Reading(
        kind=kind,
        language=language.code,
        reference=reference,
        date=written,
        state=state.state,
        concluding_observations=Observations(
            symbol=symbol[1] if symbol else None,
            reports=reviewed_reports(parts.frame, language, symbol[0] if symbol else None),
            session=observed.session if observed else None,
            session_held=session_held,
        ),
        request=parts.asked.request,
        follow_up_report=None if kind == "reminder" else report,
        assessed=sessions.assessment if kind == "assessment" else None,
        assessments=passages,
        addressee=find_addressee(letter),
        signatory=find_signatory(letter, parts.farewell),
    )
    if kind == "other":
        reading = reading.without_empty_parts()
        unclear = unsaid(bool(parts.asked.refs), sentences, language)
        warnings = (*warnings, unclear) if unclear else warnings
    own_symbol = report_symbol(parts.frame, language)
    facts = Facts(
        letter=letter,
        reading=reading,
        knowledge=knowledge,
        sessions=sessions,
        observations=symbol[0] if symbol else None,
        report=own_symbol[0] if own_symbol and kind != "reminder" else None,
        named=state.named,
        asked=parts.asked.refs,
    )
    flags = {(flag.code, flag.field): flag for flag in (*warnings, *grade_flags, *check(facts))}
    return replace(reading, flags=tuple(flags.values()))


def _above(frame: Sequence[Sentence], passages: Sequence[Stretch]) -> list[Sentence]:
    """The sentences of the frame above the first passage."""
    first = min((p.ranges[0][0] for p in passages), default=None) if passages else None
    return [s for s in frame if first is None or s.prose.at(s.start) < first]


def _within(passages: Sequence[Stretch]) -> list[Sentence]:
    return [sentence for passage in passages for sentence in passage.sentences()]


def _is_no_passage(passage: Stretch, language: Language) -> bool:
    """Whether a passage begins by saying that the report did not come, or what follows if it does not."""
    return is_absent(passage.sentences()[:1], language)


def _too_long(text: str) -> Flag:
    return Flag(
        "text_damaged", None, f"The text has {len(text):,} characters; only the first {LONGEST:,} were read."
    )
