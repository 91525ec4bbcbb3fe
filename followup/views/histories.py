"""The public log as pages show it: entries in words, and the history of one record. Roles, never names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import override

from .. import changes
from ..letters import parse_reference
from ..marks import masked, personal
from ..models import GRADES, NOT_STATED, Assessment, Change, Letter, Recommendation
from ..models.change import ChangeQuerySet
from ..words import MOST, Piece, word_by_word

_ORDER = {name: number for number, name in enumerate(changes.LABELS)}
# a value with more words is a text: of it the log shows what differs
LONG, CONTEXT = 25, 8


class Line(NamedTuple):
    """One value of an entry, before and after; None where there was none. A grade has its code beside its words."""

    name: str
    before: str | None
    after: str | None
    code_before: str = ""
    code_after: str = ""
    pieces: list[Piece] | None = None
    lang: str = ""  # of the two texts, where they are not in the language of the page

    @property
    def sentence(self) -> str:
        """For readers without mark-up."""
        if self.pieces is not None:
            cut = " ".join(piece.words for piece in self.pieces if piece.kind != "added")
            new = " ".join(piece.words for piece in self.pieces if piece.kind != "cut")
            return f"{self.name}: “{cut}” → “{new}”"
        return f"{self.name}: {' → '.join(part for part in (self.before, self.after) if part is not None)}"


class Logged:
    """An entry of the log, ready for a page."""

    def __init__(self, change: Change, names: Iterable[str] = ()) -> None:
        self.change = change
        self._names = list(names)

    @cached_property
    def lines(self) -> list[Line]:
        """Its values in words: of a correction before and after, else what came or went."""
        corrected = self.change.kind == Change.Kind.CORRECTED
        values = sorted(self.change.values, key=lambda value: _place(value[0]))
        return [self._line(*value, corrected) for value in values]

    def _line(self, name: str, before: str | None, after: str | None, corrected: bool) -> Line:
        label = changes.label(name)
        if name == "grade" or name.startswith("paragraph "):
            before, after = (text and changes.told("grade", text) for text in (before, after))
            return Line(label, before, after, _code(before), _code(after))
        lang = ""
        if name in {"text", "wording"}:
            if self.change.letter_id and not self.public:
                return Line(label, None, _("no longer public"))
            before, after = (self._masked(text) for text in (before, after))
            lang = self.change.letter.language if self.change.letter else "en"
        else:
            before, after = (text and changes.told(name, text) for text in (before, after))
        if corrected:
            before, after = (text or _("none") for text in (before, after))
        if len((before or "").split()) + len((after or "").split()) > LONG:
            return Line(label, before, after, pieces=difference(before or "", after or ""), lang=lang)
        return Line(label, before, after, lang=lang)

    def _masked(self, text: str | None) -> str | None:
        return text and masked(text, personal(text, self._names))

    @property
    def public(self) -> bool:
        """Whether the letter that the entry speaks of can be read."""
        return bool(self.change.letter and self.change.letter.published)

    @cached_property
    def what(self) -> str:
        """The record in the active language, where it is called so still; else as it was called then, in English."""
        with override("en"):
            was = self._named()
        return self._named() if was == self.change.what else self.change.what

    @property
    def lang(self) -> str:
        """The language of `what`, where it is not that of the page."""
        return "" if self._named() == self.what else "en"

    def _named(self) -> str:
        letter, recommendation = self.change.letter, self.change.recommendation
        if letter and recommendation:
            return changes.assessment_of(recommendation, letter)
        return str(letter or recommendation or "")

    @property
    def address(self) -> str:
        """The page of the record; empty where there is none any more. A withdrawn one still says why."""
        change = self.change
        if change.letter_id and (change.letter is None or change.letter.status == Letter.Status.DRAFT):
            return ""
        if change.recommendation_id:
            return change.recommendation.get_absolute_url() if change.recommendation else ""
        return (change.letter or change.state).get_absolute_url()

    @property
    def record(self) -> str:
        """The key of the record for the form that reports a problem; empty where nothing of it is public."""
        change = self.change
        if not self.address or (change.letter_id and not self.public):
            return ""
        if change.correction:
            return f"{change.correction.model}:{change.correction.record}"
        if change.letter_id and not change.recommendation_id:
            return f"letter:{change.letter_id}"
        return f"recommendation:{change.recommendation_id}" if change.recommendation_id else ""

    @property
    def who(self) -> str:
        return role(self.change.role)


def _code(grade: str | None) -> str:
    """The code of a grade by its words in the active language."""
    return next((code for code, label in (*GRADES, NOT_STATED) if label == grade), "")


def _place(name: str) -> tuple[int, str]:
    """Values in the order of their table, paragraphs as a person counts. PostgreSQL keeps no order of JSON keys."""
    reference = parse_reference(name.removeprefix("paragraph "))
    if reference:
        return len(_ORDER), reference.sort_key
    return _ORDER.get(name, len(_ORDER)), name


def role(name: str) -> str:
    """The role as a sentence ends with it."""
    return {
        "Secretariat": _("By the secretariat."),
        "Corrector": _("By a corrector."),
        "Administrator": _("By an administrator."),
        "Staff": _("By staff."),
    }.get(name, _("By the registry itself."))


def logged(found: Iterable[Change]) -> list[Logged]:
    """Entries for a page. Personal data in passages is found with the names of their letters, in one query."""
    rows = list(found)
    with_text = {row.letter_id for row in rows if {"text", "wording"} & {*row.before, *row.after}}
    letters = Letter.objects.defer("text").in_bulk(pk for pk in with_text if pk)
    return [
        Logged(row, letters[row.letter_id].personal_names if row.letter_id in letters else ()) for row in rows
    ]


def with_records(found: ChangeQuerySet | QuerySet[Change]) -> QuerySet[Change]:
    """With what a page says of each entry's record, and without the letters' long values."""
    related = ("state", "letter__state", "recommendation__observations", "correction")
    return found.select_related(*related).defer("letter__text", "letter__reading", "letter__record")


def difference(before: str, after: str) -> list[Piece]:
    """What differs between two texts, word by word, with a few words around it."""
    old, new = before.split(), after.split()
    if old == new:  # white space only
        return [Piece("same", _shortened(new))]
    if len(old) + len(new) > MOST:
        return [Piece("cut", _shortened(old)), Piece("added", _shortened(new))]
    found = word_by_word(" ".join(old), " ".join(new))
    return [
        Piece(kind, _context(words.split(), number > 0, number + 1 < len(found)))
        if kind == "same"
        else Piece(kind, words.strip())
        for number, (kind, words) in enumerate(found)
    ]


def _context(words: list[str], after: bool, before: bool) -> str:
    """The words next to a difference; the middle of a long stretch is left out."""
    head, tail = words[: CONTEXT if after else 0], words[-CONTEXT if before else len(words) :]
    if len(head) + len(tail) >= len(words):
        return " ".join(words)
    return " ".join([*head, "…", *tail])


def _shortened(words: list[str]) -> str:
    return " ".join(words[: 5 * CONTEXT]) + (" …" if len(words) > 5 * CONTEXT else "")


# ---- the history of a record ----


class Entry(NamedTuple):
    """Something that happened to a record. `reason` is what the person gave who changed it.

    `correction` tells the corrections of an assessment from those of what it belongs to.
    """

    on: date
    what: str
    who: str
    reason: str = ""
    correction: bool = False
    number: int | None = None  # of the entry in the log


def history(*records: Any) -> list[Entry]:
    """What happened to some records that one page shows together, newest first: a letter, its report, …"""
    asked = Q()
    for record in records:
        asked |= _about(record)
    entries = [_entry(one) for one in logged(with_records(Change.objects.filter(asked).newest_first()))]
    read = next((record for record in records if isinstance(record, Assessment | Letter)), None)
    if read is not None:
        entries += _began(read, logged=any(entry.what == _published() for entry in entries))
    return entries


def _about(record: Any) -> Q:
    """Entries that tell of a record: by the correction, by the row they point at, or by its name."""
    subject = changes.subject(record)
    found = Q(correction__model=record._meta.model_name, correction__record=str(record.pk))
    found |= Q(state=subject.state, path=subject.path, what=subject.what)
    if isinstance(record, Assessment):
        found |= Q(letter=record.letter_id, recommendation=record.recommendation_id)
        found |= Q(letter=record.letter_id, recommendation__isnull=True)
    if isinstance(record, Letter):
        found |= Q(letter=record, recommendation__isnull=True)
    if isinstance(record, Recommendation):
        found |= Q(recommendation=record, letter__isnull=True)
    return found


def _began(record: Assessment | Letter, *, logged: bool) -> list[Entry]:
    """How a record came to be: its publication, where the log has no entry of it, and what it was read by."""
    letter = record if isinstance(record, Letter) else record.letter
    entries, added = [], letter.added_at.date()
    if not logged and letter.published_at:
        entries.append(Entry(letter.published_at.date(), _published(), role("Secretariat")))
    if isinstance(record, Assessment) and record.parsed is None:
        return [*entries, Entry(added, _("Entered by hand from the letter."), role("Secretariat"))]
    is_letter = isinstance(record, Letter)
    what = (
        _("Values read from the letter.")
        if is_letter
        else _("Grade, paragraph and passage read from the letter.")
    )
    who = _("By the parser, version %(version)s.") % {"version": letter.parser_version}
    return [*entries, Entry(added, what, who)]


def _published() -> str:
    return _("Published after check against the letter.")


def _entry(one: Logged) -> Entry:
    change = one.change
    if change.kind == Change.Kind.PUBLISHED:
        return Entry(change.at.date(), _published(), one.who, number=change.pk)
    if change.kind == Change.Kind.CORRECTED:
        what = " ".join(_corrected(line) for line in one.lines)
        own = change.recommendation_id is not None
        return Entry(change.at.date(), what, one.who, change.reason, own, change.pk)
    return Entry(change.at.date(), f"{change.get_kind_display()}.", one.who, change.reason, number=change.pk)


def _corrected(line: Line) -> str:
    """ "Grade corrected from “Partially implemented” to “Implemented”." Long texts are not repeated."""
    if line.pieces is not None:
        return _("%(name)s corrected.") % {"name": line.name}
    values = {"name": line.name, "before": line.before, "after": line.after}
    return _("%(name)s corrected from “%(before)s” to “%(after)s”.") % values
