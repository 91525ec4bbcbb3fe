"""A made-up registry of any size for benchmarks, written past the services: its database is thrown away.

Every third set of observations is assessed twice, some not at all: 10,000 recommendations have about 12,000
assessments in 2,000 letters, to 170 States.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

OF = 6  # recommendations in one set of concluding observations
STATES = 170
PASSAGE = (
    "Regarding the recommendation made in paragraph {n} of the concluding observations, the Committee notes the "
    "training of border officials and labour inspectors in several provinces of {state}, the law on {topic} and its "
    "budget, and regrets the lack of data on workers in an irregular situation, on {other} and on complaints. "
    "It encourages the State party to go on, and to report on {topic} in its next periodic report. "
)
TOPICS = [
    "wages",
    "detention",
    "consular help",
    "recruitment agencies",
    "children",
    "trade unions",
    "health",
    "data",
]
VERDICTS = {
    "implemented": "fully implemented",
    "substantially_implemented": "substantially implemented",
    "partially_implemented": "partially implemented",
    "not_implemented": "not been implemented",
    "insufficient_information": "insufficient information",
    "contrary": "contrary to the recommendation",
}
REASON = "Made for a benchmark."


def fill(recommendations: int, seed: int = 1) -> None:
    """The rows; inside a transaction and with the door open for maintenance."""
    pick = random.Random(seed)  # noqa: S311  the same registry each time, no secret
    states = _states(pick)
    _observations(recommendations // OF, states, pick)
    _themes(pick)
    _log()


def _states(pick: random.Random) -> list[Any]:
    """Those of the reference data, and made-up ones with codes that no State has."""
    from django.core.management import call_command

    from followup.models import State

    call_command("load_reference", verbosity=0)
    made = STATES - State.objects.count()
    for n in range(made):
        State(
            iso3=f"Q{chr(65 + n // 26)}{chr(65 + n % 26)}", name_en=f"Province {n:03}", name_fr=f"Département {n:03}",
            name_es=f"Región {n:03}", party_since=date(2005, 1, 1), region=pick.choice(State.Region.values),
        ).save_without_history()  # fmt: skip
    return list(State.objects.all())


def _observations(number: int, states: list[Any], pick: random.Random) -> None:
    """Sets of observations by turns of the States, in pieces that memory holds."""
    from followup.models import ConcludingObservations, Recommendation, Session

    sessions = list(Session.objects.order_by("number"))
    for start in range(0, number, 100):
        sets = [
            _set(n, states[n % len(states)], n // len(states), sessions, pick)
            for n in range(start, min(start + 100, number))
        ]
        ConcludingObservations.objects.bulk_create(sets)
        _remember(sets)
        asked = Recommendation.objects.bulk_create(
            Recommendation(
                observations=of, paragraph=10 + n, label=str(10 + n), slug=str(10 + n), sort_key=f"{10 + n:03}",
                wording=f"The Committee recommends that the State party act on {TOPICS[n % len(TOPICS)]}.",
            )
            for of in sets for n in range(OF)
        )  # fmt: skip
        _remember(asked)
        _letters(sets, asked, sessions, pick)


def _set(n: int, state: Any, cycle: int, sessions: list[Any], pick: random.Random) -> Any:
    from followup.models import ConcludingObservations, PartialDate

    year = 2006 + (cycle * 2) % 20
    session = pick.choice([one for one in sessions if one.start.year == year] or sessions)
    month = PartialDate(session.start.year, session.start.month)
    return ConcludingObservations(
        state=state, symbol=f"CMW/C/{state.pk}/CO/{cycle + 1}", slug=f"CO-{cycle + 1}", reports_reviewed=[cycle + 1],
        session=session, session_held=month, months=24, due=month.plus_months(24), due_basis="computed",
        by_hand=n % 7 == 0,
    )  # fmt: skip


def _letters(sets: list[Any], asked: list[Any], sessions: list[Any], pick: random.Random) -> None:
    """A report and a letter for most sets, a second round for every third, a reminder for every twentieth."""
    from followup.models import Assessment, FollowUpReport, Letter

    of = {one.pk: asked[n * OF : n * OF + OF] for n, one in enumerate(sets)}
    reports, letters, rows = [], [], []
    for n, one in enumerate(sets):
        if n % 20 == 19:
            continue  # nobody has answered
        came = one.due.plus_months(pick.randrange(-6, 18))
        reports.append(
            FollowUpReport(observations=one, symbol=one.symbol.replace("/CO/", "/FCO/"), received=came)
        )
        for turn in range(2 if n % 3 == 0 else 1):
            kind = "reminder" if n % 20 == 18 else "assessment"
            letter, said = _letter(
                one, of[one.pk], came.plus_months(6 + 12 * turn), turn, kind, sessions, pick
            )
            letter.report = reports[-1] if kind == "assessment" else None
            letters.append(letter)
            rows += said
    FollowUpReport.objects.bulk_create(reports)
    _remember(reports)
    Letter.objects.bulk_create(letters)
    _remember(letters)
    Assessment.objects.bulk_create(rows)
    _remember(rows)


def _letter(
    of: Any, asked: list[Any], day: Any, turn: int, kind: str, sessions: list[Any], pick: random.Random
) -> tuple[Any, list[Any]]:
    from followup.letters import fold
    from followup.models import Assessment, Letter

    reference = f"CMW/FollowUp/{of.symbol[6:9]}/{of.slug[3:]}-{turn}"
    text = f"REFERENCE: {reference}\n\nExcellency,\n\nI refer to {of.symbol}.\n\n"
    filler = {"spans": {f"assessments[{n}].text": [[n, n + 1]] for n in range(150)}, "flags": []}
    record = {
        "reference": reference,
        "request": {"months": 24, "paragraphs": []},
        "assessments": [],
        **filler,
    }
    letter = Letter(
        status="published", kind=kind, reference=reference, date=f"{day.year}-{day.month:02}-{pick.randrange(1, 29):02}",
        language=pick.choice(["en", "en", "fr", "es"]), state_id=of.state_id, observations=of,
        assessed_session=pick.choice(sessions), slug=reference.lower().replace("/", "-"),
        text_key=f"{of.pk:060}{turn:04}", sha256=f"{of.pk:060x}{turn:04}", media_type="text/plain", parser_version="1",
        signatory_name="Bo Lind", reading=record, record=record, published_at=datetime(2026, 1, 1, tzinfo=UTC),
    )  # fmt: skip
    rows = []
    for position, one in (
        enumerate(asked[: OF if turn or of.pk % 4 else OF - 1]) if kind == "assessment" else ()
    ):
        grade = pick.choice([*VERDICTS, "partially_implemented", "not_implemented", None])
        topics = {"topic": TOPICS[position % len(TOPICS)], "other": pick.choice(TOPICS)}
        passage = PASSAGE.format(n=one.label, state=of.state.name_en, **topics) * 3
        verdict = (
            f"The Committee considers that the recommendation has been {VERDICTS[grade]}." if grade else ""
        )
        spans = {"text": [[len(text), len(text) + len(passage + verdict)]]}
        if grade:
            spans["grade"] = [[len(text) + len(passage), len(text) + len(passage + verdict)]]
        text += passage + verdict + "\n\n"
        parsed = {"paragraph": one.label, "grade": grade, "grade_phrase": VERDICTS[grade] if grade else None}
        record["assessments"].append({**parsed, "text": passage + verdict, "read": position})
        rows.append(
            Assessment(
                letter=letter,
                recommendation=one,
                position=position,
                grade=grade,
                spans=spans,
                parsed=parsed,
                grade_phrase=VERDICTS[grade] if grade else "",
                text=passage + verdict,
                search_text=fold(passage + verdict),
            )
        )
    letter.text = text + "Bo Lind\nChair\n"
    return letter, rows


def _remember(rows: list[Any]) -> None:
    if rows:
        type(rows[0]).history.bulk_history_create(rows, default_change_reason=REASON)


def _themes(pick: random.Random) -> None:
    """Two confirmed themes for a recommendation, one that waits."""
    from followup.models import Recommendation, Tagging, Theme

    themes = list(Theme.objects.values_list("pk", flat=True))
    Tagging.objects.bulk_create(
        (
            Tagging(recommendation_id=pk, theme_id=theme, status="suggested" if n == 2 else "confirmed")
            for pk in Recommendation.objects.values_list("pk", flat=True)
            for n, theme in enumerate(pick.sample(themes, 3))
        ),
        batch_size=2000,
    )


def _log() -> None:
    """An entry for each letter, and a correction of every tenth assessment."""
    from followup.models import Assessment, Change, Letter

    letters = Letter.objects.select_related("state").defer("text", "reading", "record")
    Change.objects.bulk_create(
        (_entry("published", one, {"paragraph 10": "Implemented"}) for one in letters), 500
    )
    corrected = Assessment.objects.filter(pk__in=_tenth()).select_related("letter__state", "recommendation")
    Change.objects.bulk_create(
        (_entry("corrected", one.letter, {"grade": "Implemented"}, one.recommendation) for one in corrected),
        500,
    )


def _tenth() -> Iterator[int]:
    from followup.models import Assessment

    yield from list(Assessment.objects.order_by("pk").values_list("pk", flat=True))[::10]


def _entry(kind: str, letter: Any, after: dict[str, str], recommendation: Any = None) -> Any:
    from followup.models import Change

    return Change(
        kind=kind, state=letter.state, what=f"Letter to {letter.state.name_en}", path=f"/letters/{letter.slug}/",
        after=after, reason="" if kind == "published" else "Read again.", role="Secretariat", letter=letter,
        recommendation=recommendation,
    )  # fmt: skip
