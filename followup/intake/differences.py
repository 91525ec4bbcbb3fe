"""What a new reading of a stored letter says otherwise than what stands: in a draft its record, else the public rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ..models import Letter
from .record import ROW_KEYS, SCALARS, Record, value


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that stands otherwise than it is read now.

    `path` names a value of the letter ("date") or of a passage by its paragraph ("assessments[35 (a)].grade");
    without a name after it ("assessments[35 (a)]") it is the whole passage, None on the side that lacks it.
    `by_person` says that what stands is a person's; `known`, that the parser read the same before, so that a
    person has seen it already.
    """

    path: str
    stands: Any
    reads: Any
    by_person: bool = False
    known: bool = False

    @property
    def paragraph(self) -> str:
        """The paragraph of the passage; "" for a value of the letter itself."""
        return self.path.partition("[")[2].partition("]")[0]

    @property
    def key(self) -> str:
        """The name of the value within its passage, or the path of a value of the letter."""
        return self.path.rpartition("].")[2] if self.paragraph else self.path

    @property
    def whole(self) -> bool:
        """Whether it is about a whole passage."""
        return self.path.endswith("]")


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage that stands, beside the one of the new reading; one of them may be missing.

    `before` is what the parser read at first, None where a person added the passage.
    """

    label: str
    stands: Record | None
    before: Record | None
    number: int | None  # the passage's number in the new reading


def differences(letter: Letter, fresh: Record, seen: Iterable[Record] = ()) -> list[Difference]:
    """Every value of `fresh` that differs from what stands now, the letter's own first.

    `seen` are earlier readings that a person decided on: what they said already is known.
    """
    record, before = standing(letter), letter.reading
    found = []
    for path in SCALARS:
        stands, reads = value(record, path), value(fresh, path)
        if stands != reads:
            known = any(value(reading, path) == reads for reading in (before, *seen))
            found.append(Difference(path, stands, reads, stands != value(before, path), known))
    for pair in pairs(record, before, fresh):
        found += _of_pair(pair, fresh, list(seen))
    return found


def standing(letter: Letter) -> Record:
    """What stands now in the shape of the letter record: the draft's, or with what the public rows say."""
    if letter.status == Letter.Status.DRAFT:
        return letter.record
    record: Record = {**letter.record, "assessments": list(_public_rows(letter))}
    if row := letter.observations:
        record["concluding_observations"] = {
            "symbol": row.symbol,
            "reports": row.reports_reviewed,
            "session": row.session_id,
            "session_held": row.session_held and str(row.session_held),
        }
        due = str(row.due) if row.due and row.due_basis == "printed" else None
        record["request"] = {**(letter.record["request"] or {}), "months": row.months, "due": due}
    if report := letter.report:
        received = report.received and str(report.received)
        record["follow_up_report"] = {"symbol": report.symbol or None, "received": received}
    return record


def _public_rows(letter: Letter) -> Iterator[Record]:
    numbers = [row.get("read") for row in letter.record["assessments"]]
    for row in letter.assessments.select_related("recommendation").in_order():
        yield {
            "paragraph": row.recommendation.label,
            "grade": row.grade,
            "grade_phrase": row.grade_phrase or None,
            "text": row.text,
            "read": numbers[row.position] if row.position < len(numbers) else None,
        }


def pairs(record: Record, before: Record, fresh: Record) -> list[Pair]:
    """The passages that stand, in their order, each with its counterpart; then those only the new reading has.

    A passage that was read is followed by the paragraph it was read with, whatever a person made of it; one that
    a person added, by the paragraph they gave it. Of two with one paragraph the first goes to the first.
    """
    rows, then = record["assessments"], before["assessments"]
    free = list(range(len(fresh["assessments"])))

    def counterpart(paragraph: str) -> int | None:
        number = next((n for n in free if fresh["assessments"][n]["paragraph"] == paragraph), None)
        if number is not None:
            free.remove(number)
        return number

    # in the order of the first reading: a row that a person moved keeps its counterpart
    numbers = {number: counterpart(row["paragraph"]) for number, row in enumerate(then)}
    labels = _labels([row["paragraph"] for row in rows])
    found = []
    for label, row in zip(labels, rows, strict=True):
        number = row.get("read")
        if number is None:
            found.append(Pair(label, row, None, counterpart(row["paragraph"])))
        else:
            found.append(Pair(label, row, then[number], numbers.get(number)))
    standing_numbers = {row.get("read") for row in rows}
    removed = {n: then[number] for number, n in numbers.items() if number not in standing_numbers}
    rest = sorted([*free, *(n for n in removed if n is not None)])
    names = _labels(
        [*(row["paragraph"] for row in rows), *(fresh["assessments"][n]["paragraph"] for n in rest)]
    )
    for label, n in zip(names[len(rows) :], rest, strict=True):
        found.append(Pair(label, None, removed.get(n), n))
    return found


def _labels(paragraphs: list[str]) -> list[str]:
    """The paragraphs as names; the second of one paragraph is 12#2."""
    counts: dict[str, int] = {}
    names = []
    for paragraph in paragraphs:
        counts[paragraph] = counts.get(paragraph, 0) + 1
        names.append(paragraph if counts[paragraph] == 1 else f"{paragraph}#{counts[paragraph]}")
    return names


def _of_pair(pair: Pair, fresh: Record, seen: list[Record]) -> Iterator[Difference]:
    path, row = f"assessments[{pair.label}]", pair.stands
    reads = None if pair.number is None else fresh["assessments"][pair.number]
    if row is None:
        # a passage that was read before and does not stand was removed by a person
        known = pair.before is not None or any(_passages(one, pair.label) for one in seen)
        yield Difference(path, None, reads, by_person=pair.before is not None, known=known)
    elif reads is None:
        if pair.before is not None:  # a person's own passage is nothing the parser could lack
            edited = any(row[key] != pair.before[key] for key in ROW_KEYS)
            known = any(not _passages(one, pair.before["paragraph"]) for one in seen)
            yield Difference(path, row, None, by_person=edited, known=known)
    else:
        earlier = [pair.before] if pair.before else []
        earlier += [found for one in seen for found in _passages(one, reads["paragraph"])]
        for key in ROW_KEYS:
            if row[key] != reads[key]:
                by_person = pair.before is None or row[key] != pair.before[key]
                known = any(one[key] == reads[key] for one in earlier)
                yield Difference(f"{path}.{key}", row[key], reads[key], by_person, known)


def _passages(reading: Record, label: str) -> list[Record]:
    paragraph = label.partition("#")[0]
    return [row for row in reading["assessments"] if row["paragraph"] == paragraph]
