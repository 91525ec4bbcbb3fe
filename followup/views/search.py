"""Search: one question to States, recommendations and letters, with the words that matched marked."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from .. import parameters
from ..exports import passage, quoted
from ..filters import LISTS, LetterFilter, RecommendationFilter, asked
from ..filters.boards import WORDS
from ..letters import fold
from ..models import GRADES, NOT_ASSESSED, NOT_STATED, Assessment, Recommendation, State
from ..procedure import When
from . import errors
from .passages import excerpt

SHOWN = 5  # of each group; the rest is a link to the list
AROUND = 12  # words before and after the first one that matched
_WORD = re.compile(r"[^\W_](?:[\w'’.-]*\w)?|\([a-z]{1,5}\)")


class Part(NamedTuple):
    """A stretch of text; marked where it matched."""

    text: str
    marked: bool


class Found(NamedTuple):
    """One result: where it leads, its name, and the words around the first match."""

    address: str
    name: list[Part]
    sample: bool
    words: list[Part]
    language: str = ""
    grade: str = ""


class Offer(NamedTuple):
    """A list whose name was typed: of a grade, or of a stage of the procedure."""

    address: str
    words: str
    rows: int
    grade: str = ""


class SearchForm(parameters.StrictForm):
    """The words. There is one box, so there is one parameter."""

    q = parameters.Words(required=False)

    page = None  # type: ignore[assignment]  # the groups are no pages: each leads to its list


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Up to five of each group, and the way to all of them."""
    form = SearchForm(request.GET)
    if form.problems:
        return errors.refused(request, form.problems, "search")
    text = form.cleaned_data["q"]
    terms = [fold(term).strip() for term in asked.terms(text)]
    context = {"q": text, "query": urlencode({"q": text}), "states": [], "recommendations": [], "letters": []}
    context["grades"] = list(offers(text))
    if terms:
        question = QueryDict(mutable=True)
        question["q"] = text
        recommendations, letters = RecommendationFilter(question), LetterFilter(question)
        context |= {
            "states": list(_states(terms)),
            "recommendations": list(_recommendations(recommendations, terms)),
            "recommendations_total": recommendations.totals.rows,
            "letters": list(_letters(letters, terms)),
            "letters_total": letters.totals.rows,
        }
        if not any(context[group] for group in ("grades", "states", "recommendations", "letters")):
            context["near"] = near(text)
    return render(request, "followup/search.html", context)


def offers(text: str) -> Iterator[Offer]:
    """The lists of grades and of stages that these words name, in any of the three languages.

    Words that make up a whole name offer that one alone: “not implemented” is no search for “implemented”.
    """
    wanted = _plain(text)
    grades = [
        ("recommendations", "grade", code, label) for code, label in (*GRADES, NOT_STATED, NOT_ASSESSED)
    ]
    stages = [("recommendations", "status", turn.value, label) for turn, label in parameters.TURNS.items()]
    stages.append(("deadlines", "when", When.OVERDUE.value, WORDS[When.OVERDUE]))
    found = []
    for name, parameter, value, label in [*grades, *stages]:
        names = _in_every_language(label)
        if wanted in names:
            found.append((0, name, parameter, value, label))
        elif wanted and any(set(wanted) <= set(words) for words in names):
            found.append((1, name, parameter, value, label))
    best = min((one[0] for one in found), default=0)
    for _, name, parameter, value, label in (one for one in found if one[0] == best):
        query = urlencode({parameter: value})
        rows = LISTS[name](QueryDict(query)).totals.rows
        yield Offer(f"{reverse(name)}?{query}", str(label), rows, value if parameter == "grade" else "")


def _in_every_language(label: Any) -> list[list[str]]:
    found = []
    for language, _name in settings.LANGUAGES:
        with override(language):
            found.append(_plain(str(label)))
    return found


def _plain(text: str) -> list[str]:
    """The words of a name, also where a keyboard has no œ."""
    return fold(text.replace("œ", "oe").replace("Œ", "oe")).split()


def _states(terms: list[str]) -> Iterator[Found]:
    """States with every word in one of their names, be it an old one or in another language, or in their code."""
    states = State.objects.parties() | State.objects.asked()
    for term in terms:
        states = states.filter(search_text__contains=term)
    for state in states.distinct().prefetch_related("names")[:SHOWN]:
        name = marked(state.name, terms)
        if all(term in fold(state.name) for term in terms):
            yield Found(state.get_absolute_url(), name, state.sample, [])
            continue
        others = [one for one in state.names.all() if all(term in fold(one.name) for term in terms)]
        words, language = (others[0].name, others[0].language) if others else ("", "")
        yield Found(state.get_absolute_url(), name, state.sample, marked(words, terms), language)


def _recommendations(found: RecommendationFilter, terms: list[str]) -> Iterator[Found]:
    rows = list(found.qs.select_related("observations__state")[:SHOWN])
    newest = quoted(Assessment.objects.published())
    said = newest.in_bulk([row.latest_id for row in rows if row.latest_id])
    for row in rows:
        assessment = said.get(row.latest_id)
        yield Found(
            row.get_absolute_url(),
            marked(_name(row), terms),
            row.observations.state.sample,
            _quoted(assessment, terms) if assessment else [],
            assessment.letter.language if assessment else "",
            assessment.grade_code if assessment else "not_assessed",
        )


def _quoted(assessment: Assessment, terms: list[str]) -> list[Part]:
    """The words around the first match; the sentence of the grade where the passage has none of them."""
    words = around(passage(assessment), terms)
    return words if any(part.marked for part in words) else marked(excerpt(assessment), terms)


def _letters(found: LetterFilter, terms: list[str]) -> Iterator[Found]:
    for letter in found.qs.select_related("state").defer("text", "reading", "record")[:SHOWN]:
        yield Found(
            letter.get_absolute_url(),
            marked(str(letter), terms),
            letter.sample,
            marked(letter.reference, terms),
            letter.language,
        )


def _name(recommendation: Recommendation) -> str:
    observations = recommendation.observations
    return f"{observations.state.name}, {recommendation.words} ({observations.symbol})"


def marked(text: str, terms: Iterable[str]) -> list[Part]:
    """The text cut at the words that hold one of the folded terms; accents and case do not count."""
    wanted = [word for term in terms for word in term.split()]
    parts, at = [], 0
    for match in _WORD.finditer(text):
        folded = fold(match[0])
        if any(word in folded or word in folded.split("/") for word in wanted):
            parts += [Part(text[at : match.start()], False), Part(match[0], True)]
            at = match.end()
    return [part for part in [*parts, Part(text[at:], False)] if part.text]


def around(text: str, terms: list[str]) -> list[Part]:
    """The words around the first match, the matches marked; the beginning of the text where none matches."""
    words = text.split()
    hit = next((n for n, word in enumerate(words) if any(part.marked for part in marked(word, terms))), 0)
    start, end = max(hit - AROUND, 0), hit + AROUND + 1
    cut = ("… " if start else "") + " ".join(words[start:end]) + (" …" if end < len(words) else "")
    return marked(cut, terms)


def near(text: str) -> list[State]:
    """States whose name is written much like what was asked: for a slip of the keyboard, never for a result."""
    names: dict[str, State] = {}
    for state in State.objects.prefetch_related("names"):
        for name in [state.name_en, state.name_fr, state.name_es, *(one.name for one in state.names.all())]:
            names[fold(name)] = state
    close = difflib.get_close_matches(fold(text).strip(), names, n=3, cutoff=0.75)
    return list(dict.fromkeys(names[name] for name in close))
