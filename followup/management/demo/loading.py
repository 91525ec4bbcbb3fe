"""Sample data comes in: States as reference data does, letters through intake as a person brings them."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from django.db import transaction

from followup import corrections, intake, procedure, themes
from followup.management.commands.load_reference import load, load_names
from followup.models import ConcludingObservations, Letter, Recommendation, Session, State, User

from .users import CORRECTOR, SECRETARIAT

FOLDER = Path(__file__).parent
LETTERS = sorted((FOLDER / "letters").glob("*.txt"))
REASON = "Entered from the concluding observations, for the demo."


class Choice(NamedTuple):
    """The grade a person chooses for words that the parser knows no grade for."""

    paragraph: str
    grade: str
    words: str


class Correction(NamedTuple):
    """A grade that a corrector changes after publication."""

    paragraph: str
    grade: str
    reason: str


@dataclass(frozen=True, slots=True)
class Steps:
    """What people do with a letter once it is read."""

    confirm: frozenset[str] = frozenset()  # codes of flags that prove right when compared with the letter
    choose: tuple[Choice, ...] = ()
    publish: bool = True
    correct: tuple[Correction, ...] = ()


STEPS = {
    "01-estmark-2024": Steps(
        choose=(Choice("29", "partially_implemented", "followed in its main points"),),
        correct=(
            Correction(
                "29",
                "substantially_implemented",
                "“Followed in its main points” says more than “partially”: four of five regions have done it.",
            ),
        ),
    ),
    "07-meridia-2021": Steps(confirm=frozenset({"paragraph_not_assessed"})),
    "16-halvara-2024": Steps(publish=False),  # its flags are there for a visitor to work on
    "20-brenmoor-2025": Steps(publish=False),  # nothing stands in the way: a visitor can publish it
}


@dataclass(slots=True)
class Loaded:
    """What one run brought in."""

    published: list[Letter] = field(default_factory=list)
    drafts: list[Letter] = field(default_factory=list)


def load_sample() -> Loaded:
    """Load what is missing, all or nothing; what is here stays as it is, also where a visitor changed it."""
    loaded = Loaded()
    with transaction.atomic():
        secretariat = User.objects.filter(username=SECRETARIAT.username).first()
        corrector = User.objects.filter(username=CORRECTOR.username).first()
        _load_states()
        _load_observations(secretariat)
        for path in LETTERS:
            opened = intake.open_draft(by=secretariat, text=path.read_text(encoding="utf-8"))
            if opened.created:
                steps = STEPS.get(path.stem, Steps())
                letter = _review(opened.letter, steps, secretariat)
                if steps.publish and intake.ready(letter):
                    letter = intake.publish(letter, by=secretariat, version=letter.version)
                    _correct(letter, steps, corrector)
                (loaded.published if letter.published else loaded.drafts).append(letter)
        _confirm_themes(loaded.published, secretariat)
    return loaded


def _confirm_themes(letters: list[Letter], by: User | None) -> None:
    """Confirm what the thesaurus suggests, but for the last letter's: these are there for a visitor to decide."""
    for letter in letters[:-1]:
        for recommendation in Recommendation.objects.filter(assessments__letter=letter).distinct():
            suggested = recommendation.taggings.suggested().values_list("theme", flat=True)
            themes.decide(recommendation, list(suggested), by=by)


def sha256_of(path: Path) -> str:
    """The SHA-256 under which intake keeps a sample letter that was pasted."""
    return hashlib.sha256(path.read_text(encoding="utf-8").encode()).hexdigest()


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _load_states() -> None:
    for row in _rows("states.csv"):
        values = {**row, "party_since": date.fromisoformat(row["party_since"]), "sample": True}
        load(State, values.pop("iso3"), values)
    load_names(list(_rows("names.csv")))


def _load_observations(by: User | None) -> None:
    """Observations whose report is still awaited: staff enter these by hand, before there is any letter."""
    for row in _rows("observations.csv"):
        if ConcludingObservations.objects.filter(symbol=row["symbol"]).exists():
            continue
        observations = ConcludingObservations(
            state_id=row["symbol"].split("/")[2],
            symbol=row["symbol"],
            reports_reviewed=[int(row["report"])],
            session=Session.objects.filter(pk=row["session"]).first(),
            months=int(row["months"]),
            by_hand=True,
        )
        observations.due, observations.due_basis = procedure.deadline(observations.held, observations.months)
        observations.record_change(by=by, reason=REASON)
        for label in row["paragraphs"].split(", "):
            recommendation = Recommendation(observations=observations, **Recommendation.fields_of(label))
            recommendation.record_change(by=by, reason=REASON)


def _review(letter: Letter, steps: Steps, by: User | None) -> Letter:
    record = letter.record
    for choice in steps.choose:
        rows = [
            {**row, "grade": choice.grade, "grade_phrase": choice.words}
            if row["paragraph"] == choice.paragraph
            else row
            for row in record["assessments"]
        ]
        record = {**record, "assessments": rows}
    letter = intake.save_review(letter, record, by=by, version=letter.version)
    keys = [problem.key for problem in intake.problems(letter) if problem.key.split(" ")[0] in steps.confirm]
    return intake.confirm(letter, keys, by=by, version=letter.version) if keys else letter


def _correct(letter: Letter, steps: Steps, by: User | None) -> None:
    for correction in steps.correct:
        assessment = letter.assessments.get(recommendation__label=correction.paragraph)
        corrections.correct(
            assessment,
            {"grade": correction.grade},
            by=by,
            reason=correction.reason,
            version=assessment.version,
            key=f"demo {letter.sha256[:16]} {correction.paragraph}",
            sure=True,
        )
