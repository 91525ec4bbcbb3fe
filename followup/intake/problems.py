"""What stands between a draft and its publication, in plain sentences.

Two sources: the parser's flags, which a person settles by changing the value or by confirming it against the
letter; and checks of the record itself, which only a right value settles.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from .. import doubts
from ..letters import Wording, fold, parse_reference, parse_symbol
from ..models import GradeWording, Letter, Session, State
from .record import Record, path_in_draft, row_path, value

# flags that say what the letter does not say: worth a look, but publishing need not wait for them
FOR_INFORMATION = {
    "grade_not_stated",
    "missing_reference",
    "missing_report_symbol",
    "missing_received",
    "missing_signatory",
    "missing_session",
    "missing_paragraphs",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to look at: the path of the value, the sentence, and whether publishing waits for it.

    `key` names what a person can confirm; it is empty where only another value helps. `code` is the parser's
    flag; it is empty for what was checked here.
    """

    field: str
    message: str
    blocks: bool = True
    key: str = ""
    settled: bool = False
    code: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What the registry holds that drafts are compared with; asked for once, for any number of drafts."""

    states: Mapping[str, State]
    sessions: frozenset[int]
    published: Mapping[tuple[str, str], int]  # (reference, date) -> the letter that bears them
    wordings: tuple[Wording, ...]  # of grades

    @classmethod
    def of(cls, letters: Iterable[Letter]) -> Known:
        letters = list(letters)
        symbols = [parse_symbol(value(one.record, _SYMBOL) or "") for one in letters]
        states = {symbol.iso3 for symbol in symbols if symbol}
        numbers = {value(one.record, path) for one in letters for path in _SESSIONS} - {None}
        references = {one.reference for one in letters if one.reference}
        same = Letter.objects.published().filter(reference__in=references)
        return cls(
            State.objects.in_bulk(states),
            frozenset(Session.objects.filter(pk__in=numbers).values_list("pk", flat=True)),
            {
                (reference, str(date)): pk
                for reference, date, pk in same.values_list("reference", "date", "pk")
            },
            GradeWording.objects.with_built_in(),
        )


_SYMBOL = "concluding_observations.symbol"
_SESSIONS = ("concluding_observations.session", "assessed.session")


def flag_key(flag: Record) -> str:
    """The name under which a confirmation of a flag is kept."""
    return f"{flag['code']} {flag['field'] or ''}".strip()


def problems(letter: Letter, known: Known | None = None) -> list[Problem]:
    """All problems of a draft, in the order of the letter; settled ones included.

    Who asks about many drafts hands in what is `known` for all of them.
    """
    known = known or Known.of([letter])
    flags = list(_flags(letter))
    said = {problem.field for problem in flags if not problem.settled}
    # one sentence for one matter: where the parser flagged a value, its own sentence stands
    checks = [
        problem for problem in [*_values(letter, known), *_rows(letter, known)] if problem.field not in said
    ]
    return sorted([*flags, *checks], key=lambda problem: (problem.settled, not problem.blocks))


def ready(letter: Letter) -> bool:
    """Whether nothing keeps the draft from being published."""
    return not waiting(letter)


def waiting(letter: Letter, known: Known | None = None) -> list[Problem]:
    """The problems that keep a draft from being published."""
    return [problem for problem in problems(letter, known) if problem.blocks and not problem.settled]


def _flags(letter: Letter) -> Iterator[Problem]:
    for flag in letter.reading["flags"]:
        path = path_in_draft(flag["field"], letter.record)
        if path is None and flag["field"]:
            continue  # the row the flag speaks of was removed
        edited = bool(path) and value(letter.record, path or "") != value(letter.reading, flag["field"])
        if flag["code"] in FOR_INFORMATION:
            yield Problem(path or "", flag["message"], blocks=False, settled=edited, code=flag["code"])
        elif _words_without_grade(letter.record, path):
            yield Problem(path or "", flag["message"], code=flag["code"])
        else:
            key = flag_key(flag)
            settled = edited or key in letter.checked
            yield Problem(path or "", flag["message"], key=key, settled=settled, code=flag["code"])


def _words_without_grade(record: Record, path: str | None) -> bool:
    """Words of a grade that stand without one: no confirmation helps, only a grade or the words taken out."""
    if not path or not path.endswith(".grade"):
        return False
    return value(record, path) is None and value(record, f"{path}_phrase") is not None


def _values(letter: Letter, known: Known) -> Iterator[Problem]:
    record = letter.record
    if record["kind"] == Letter.Kind.OTHER:
        yield Problem("kind", "Say what kind of letter this is: assessment, reminder or acknowledgement.")
    if letter.state is None:
        yield Problem("state", "Choose the State the letter was sent to.")
    if not record["date"]:
        yield Problem("date", "Enter the date of the letter.")
    yield from _symbol(letter, known)
    for path in _SESSIONS:
        number = value(record, path)
        if number is not None and number not in known.sessions:
            yield Problem(
                path, f"Session {number} is not in the table of sessions. Add it there, or correct it."
            )
    other = known.published.get((letter.reference, str(letter.date)))
    if letter.reference and letter.date and other not in (None, letter.pk):
        yield Problem(
            "reference", f"A letter {letter.reference} of {letter.date.words()} is published already."
        )


def _symbol(letter: Letter, known: Known) -> Iterator[Problem]:
    path = _SYMBOL
    printed = value(letter.record, path)
    symbol = parse_symbol(printed) if printed else None
    if not printed:
        yield Problem(path, "Enter the symbol of the concluding observations, such as CMW/C/TJK/CO/2.")
    elif symbol is None or symbol.kind != "observations":
        yield Problem(path, f"“{printed}” is no symbol of concluding observations, such as CMW/C/TJK/CO/2.")
    elif letter.state and symbol.iso3 != letter.state.iso3:
        owner = known.states.get(symbol.iso3, symbol.iso3)
        yield Problem(path, f"{printed} belongs to {owner}; the State of this letter is {letter.state}.")


def _rows(letter: Letter, known: Known) -> Iterator[Problem]:
    rows = letter.record["assessments"]
    if letter.record["kind"] == Letter.Kind.ASSESSMENT and not rows:
        yield Problem(
            "assessments", "No recommendation was found. Add one and take its passage from the text."
        )
    if letter.record["kind"] in {Letter.Kind.REMINDER, Letter.Kind.ACKNOWLEDGEMENT} and rows:
        kind = Letter.Kind(letter.record["kind"]).label.lower()
        yield Problem(
            "assessments", f"A letter of the kind “{kind}” assesses nothing: remove the recommendations."
        )
    count = Counter(row["paragraph"] for row in rows)
    for index, row in enumerate(rows):
        name = f"paragraph {row['paragraph']}" if row["paragraph"] else "this recommendation"
        if not parse_reference(row["paragraph"] or ""):
            yield Problem(row_path(index, "paragraph"), "Enter the paragraph, such as 12 or 35 (a).")
        elif count[row["paragraph"]] > 1:
            yield Problem(
                row_path(index, "paragraph"),
                f"Paragraph {row['paragraph']} stands here twice: put both passages into one, and remove the other.",
            )
        yield from _grade(letter, index, row, name)
        yield from _other_than_the_letter(letter, index, row, known)
        yield from _passage(letter, index, row, name)


def _grade(letter: Letter, index: int, row: Record, name: str) -> Iterator[Problem]:
    grade, words = row["grade"], row["grade_phrase"]
    if grade and not words:
        yield Problem(
            row_path(index, "grade_phrase"), f"Enter the words the letter uses for the grade of {name}."
        )
    elif words and not grade:
        yield Problem(
            row_path(index, "grade"),
            f"Choose the grade that “{words}” means for {name}, or empty the words if they are no grade.",
        )
    elif words and not _stand(words, letter, index, row):
        yield Problem(
            row_path(index, "grade_phrase"), f"The words “{words}” on {name} do not stand in the letter."
        )


def _stand(words: str, letter: Letter, index: int, row: Record) -> bool:
    """Whether the words of a grade stand in its passage, or elsewhere in the letter, as those of a table at its end do."""
    return fold(words) in fold(row["text"]) or row_path(index, "grade_phrase") in letter.record["spans"]


def _other_than_the_letter(letter: Letter, index: int, row: Record, known: Known) -> Iterator[Problem]:
    """A grade that a person gave, where its words say another or none: it waits until they say that it is meant.

    Where the parser asked what unknown words mean, their answer is what it asked for.
    """
    read = [
        (one["grade"], one["grade_phrase"])
        for one in letter.reading["assessments"]
        if one["paragraph"] == row["paragraph"]
    ]
    grade, words = row["grade"], row["grade_phrase"]
    if (grade, words) in read or (None, words) in read:
        return
    doubt = doubts.of_grade(grade, words, row["text"], letter.language, known.wordings)
    if doubt:
        key = f"grade_other_than_words {row['paragraph']} {grade} {_hash(words)}"
        message = f"Paragraph {row['paragraph']}: {doubt}"
        yield Problem(row_path(index, "grade"), message, key=key, settled=key in letter.checked)


def _passage(letter: Letter, index: int, row: Record, name: str) -> Iterator[Problem]:
    path = row_path(index, "text")
    if not row["text"]:
        yield Problem(path, f"Enter the Committee's passage on {name}.")
    elif path not in letter.record["spans"]:
        key = f"passage_not_found {row['paragraph']} {_hash(row['text'])}"
        yield Problem(
            path,
            f"The passage on {name} does not stand in the letter word for word: no link to its place can be made.",
            key=key,
            settled=key in letter.checked,
        )


def _hash(text: str) -> str:
    """A short name for a text: a confirmation holds for this wording only."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
