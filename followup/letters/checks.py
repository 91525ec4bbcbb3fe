"""What a person should look at: one function a flag, each a plain sentence that names the words in question."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from .chronology import date_order
from .damage import damaged
from .facts import Facts
from .head import reference_session, rival_dates
from .reading import Flag
from .references import ParagraphRef, parse_reference

FIRST_SESSION = 22
"""Follow-up began with the concluding observations of this session (April 2015)."""


def check(facts: Facts) -> tuple[Flag, ...]:
    """All flags of a letter, in the order of the record; a code once for a field."""
    flags = (flag for one in _CHECKS for flag in one(facts))
    return tuple({(flag.code, flag.field): flag for flag in flags}.values())


def _missing(facts: Facts) -> Iterator[Flag]:
    """What a letter of its kind says and this one does not, or what could not be read."""
    reading = facts.reading
    found = reading.concluding_observations
    if reading.reference is None:
        yield Flag("missing_reference", "reference", "No reference was found at the head of the letter.")
    if reading.date is None:
        yield Flag("missing_date", "date", _no_date(facts))
    if reading.state is None:
        yield Flag("missing_state", "state", _no_state(facts))
    if reading.kind == "other":
        return
    if found is None or found.symbol is None:
        yield Flag(
            "missing_symbol",
            "concluding_observations.symbol",
            "The letter gives no symbol of the concluding observations.",
        )
    if found is None or found.session is None:
        yield Flag(
            "missing_session",
            "concluding_observations.session",
            "The letter does not say at which session the report of the State party was examined.",
        )
    if not reading.request or not reading.request.paragraphs:
        yield Flag(
            "missing_paragraphs",
            "request.paragraphs",
            "No list of the paragraphs that the Committee asked about was found.",
        )


def _missing_report(facts: Facts) -> Iterator[Flag]:
    reading = facts.reading
    if reading.kind in ("reminder", "other"):
        return
    report = reading.follow_up_report
    if report is None or report.symbol is None:
        yield Flag(
            "missing_report_symbol",
            "follow_up_report.symbol",
            "The letter gives no symbol of the follow-up report.",
        )
    if report is None or report.received is None:
        yield Flag(
            "missing_received",
            "follow_up_report.received",
            "The letter does not say when the follow-up report was received.",
        )
    if reading.kind == "assessment" and (reading.assessed is None or reading.assessed.session is None):
        yield Flag(
            "missing_session",
            "assessed.session",
            "The letter does not say at which session the follow-up report was examined.",
        )


def _missing_signatory(facts: Facts) -> Iterator[Flag]:
    signatory = facts.reading.signatory
    if signatory is None or signatory.name is None:
        yield Flag("missing_signatory", "signatory", "No name was found below the closing of the letter.")


def _no_date(facts: Facts) -> str:
    dates = rival_dates(facts.letter)
    if len(dates) > 1:
        return f"The head of the letter shows several dates: {' and '.join(dates)}. Choose the date of the letter."
    return "No date was found at the head of the letter."


def _no_state(facts: Facts) -> str:
    if facts.observations and facts.observations.iso3 not in facts.knowledge.codes:
        code = facts.observations.iso3
        return f"The code {code} in the symbol is not one of a known State, and no State is named in the opening."
    return "No State party is named in the opening of the letter."


def _state_mismatch(facts: Facts) -> Iterator[Flag]:
    state = facts.reading.state
    if state is None:
        return
    name = facts.knowledge.name(state.value)
    if facts.observations and facts.observations.iso3 != state.value:
        yield Flag(
            "state_mismatch",
            "state",
            f"The letter is about {name} ({state.value}), but the symbol {facts.observations.text} carries "
            f"the code {facts.observations.iso3}.",
        )
        return
    rivals = [facts.knowledge.name(code) for code in facts.named if code != state.value]
    if rivals:
        yield Flag(
            "state_mismatch", "state", f"The letter is about {name}, but it also names {', '.join(rivals)}."
        )


def _symbol_mismatch(facts: Facts) -> Iterator[Flag]:
    own, report = facts.observations, facts.report
    if own is None or report is None:
        return
    if report.iso3 != own.iso3:
        why = f"it carries the code {report.iso3}, the concluding observations carry {own.iso3}"
    elif report.number != own.number:
        why = f"it belongs to concluding observations {report.number}, the letter is about {own.text}"
    else:
        return
    yield Flag(
        "symbol_mismatch",
        "follow_up_report.symbol",
        f"The symbol {report.text} of the follow-up report does not fit: {why}.",
    )


def _session_mismatch(facts: Facts) -> Iterator[Flag]:
    reading = facts.reading
    for path, part in (
        ("concluding_observations", reading.concluding_observations),
        ("assessed", reading.assessed),
    ):
        if part is not None and part.session and part.session_held:
            yield from _month_mismatch(
                facts, f"{path}.session_held", part.session.value, part.session_held.value
            )
    assessed = reading.assessed.session.value if reading.assessed and reading.assessed.session else None
    numbered = reference_session(reading.reference.value) if reading.reference else None
    if assessed and numbered and numbered != assessed and reading.kind == "assessment":
        yield Flag(
            "session_mismatch",
            "reference" if _is_borne_out(facts) else "assessed.session",
            f"The letter says that the report was examined at session {assessed}, "
            f"but its reference names session {numbered}.",
        )
    for rival in facts.sessions.rivals:
        yield Flag(
            "session_mismatch",
            "assessed.session",
            f"The letter also names session {rival.number} in the same matter.",
        )
    observed = reading.concluding_observations.session if reading.concluding_observations else None
    if assessed and observed and assessed <= observed.value:
        yield Flag(
            "session_mismatch",
            "assessed.session",
            f"The follow-up report cannot have been examined at session {assessed}: "
            f"the concluding observations are of session {observed.value}.",
        )


def _is_borne_out(facts: Facts) -> bool:
    """Whether the month printed for the session of the assessment is that of the table: then the reference is wrong."""
    assessed = facts.reading.assessed
    if assessed is None or assessed.session is None or assessed.session_held is None:
        return False
    session = facts.knowledge.by_number.get(assessed.session.value)
    return session is not None and session.months[0] <= assessed.session_held.value <= session.months[1]


def _month_mismatch(facts: Facts, path: str, number: int, month: str) -> Iterator[Flag]:
    session = facts.knowledge.by_number.get(number)
    if session is None or session.months[0] <= month <= session.months[1]:
        return
    yield Flag(
        "session_mismatch",
        path,
        f"The letter says that session {number} was held in {month}; "
        f"by the table of sessions it was held in {session.months[0]}.",
    )


def _early_observations(facts: Facts) -> Iterator[Flag]:
    found = facts.reading.concluding_observations
    session = found.session.value if found and found.session else None
    if session and session < FIRST_SESSION:
        yield Flag(
            "early_observations",
            "concluding_observations.session",
            f"The concluding observations are of session {session}; follow-up began with session {FIRST_SESSION}.",
        )


def _paragraphs(facts: Facts) -> Iterator[Flag]:
    """The request's list against the passages: what is missing, what was not asked for, what comes twice."""
    if facts.reading.kind != "assessment":
        return
    rows = facts.reading.assessments
    refs = [ref for row in rows if (ref := parse_reference(row.paragraph.value))]
    missing = [ref.label for ref in facts.asked if not any(ref.covers(own) for own in refs)]
    if missing:
        yield Flag(
            "paragraph_not_assessed",
            "request.paragraphs",
            f"The Committee asked about {_named(missing)}, "
            f"but no passage on {'it' if len(missing) == 1 else 'them'} was found.",
        )
    seen: set[ParagraphRef] = set()
    for n, ref in enumerate(refs):
        if facts.asked and not any(own.covers(ref) for own in facts.asked):
            yield Flag(
                "paragraph_not_requested",
                f"assessments[{n}].paragraph",
                f"There is a passage on paragraph {ref.label}, which the request does not list.",
            )
        if ref in seen:
            yield Flag(
                "paragraph_repeated",
                f"assessments[{n}].paragraph",
                f"There is more than one passage on paragraph {ref.label}.",
            )
        seen.add(ref)


def _named(labels: list[str]) -> str:
    return f"paragraph{'s' if len(labels) > 1 else ''} {', '.join(labels)}"


_CHECKS: tuple[Callable[[Facts], Iterator[Flag]], ...] = (
    damaged,
    _missing,
    _missing_report,
    _missing_signatory,
    _state_mismatch,
    _symbol_mismatch,
    _session_mismatch,
    date_order,
    _early_observations,
    _paragraphs,
)

__all__ = ["FIRST_SESSION", "check"]
