"""Themes of recommendations: suggested by the terms of the thesaurus, confirmed or declined by a person.

The only writer of Tagging. Public pages, filters and files know confirmed themes only.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from typing import Any

from django.db import transaction
from django.utils import timezone

from ..letters import fold
from ..models import Recommendation, Tagging, Theme


def rows() -> Iterator[dict[str, Any]]:
    """The thesaurus the registry comes with: themes.csv, terms separated by bars."""
    text = resources.files(__package__).joinpath("themes.csv").read_text(encoding="utf-8")
    for position, row in enumerate(csv.DictReader(text.splitlines())):
        yield {**row, "position": position, "terms": [fold(term) for term in row["terms"].split("|")]}


def suggest(recommendations: Iterable[Recommendation]) -> int:
    """Suggest themes for recommendations by their wording and what was said of them; returns how many are new.

    What a person decided stays decided, and a theme is suggested once, however often this runs.
    """
    patterns = [(theme, _pattern(tuple(theme.terms))) for theme in Theme.objects.all() if theme.terms]
    new = []
    for recommendation in recommendations:
        known = set(recommendation.taggings.values_list("theme", flat=True))
        text = _text(recommendation)
        for theme, pattern in patterns:
            found = None if theme.pk in known else pattern.search(text)
            if found:
                new.append(Tagging(recommendation=recommendation, theme=theme, term=found[0][:120]))
    Tagging.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)


def decide(recommendation: Recommendation, confirmed: Iterable[str], *, by: Any) -> None:
    """Confirm these themes of a recommendation, added or suggested, and decline all others it has.

    `confirmed` are slugs; a slug that is no theme raises Theme.DoesNotExist. Deciding the same twice changes nothing.
    """
    wanted = {slug: Theme.objects.get(pk=slug) for slug in set(confirmed)}
    with transaction.atomic():
        rows = {row.theme_id: row for row in recommendation.taggings.select_for_update()}
        for slug, theme in wanted.items():
            rows.setdefault(slug, Tagging(recommendation=recommendation, theme=theme))
        for slug, row in rows.items():
            status = Tagging.Status.CONFIRMED if slug in wanted else Tagging.Status.DECLINED
            if row.status != status:
                row.status, row.decided_at, row.decided_by = status, timezone.now(), by
                row.save()


def _text(recommendation: Recommendation) -> str:
    """What the themes are read from: the recommendation as adopted, else the Committee's passages on it."""
    if recommendation.wording:
        return fold(recommendation.wording)
    passages = recommendation.assessments.published().values_list("search_text", flat=True)
    return "\n".join(passages)


@cache
def _pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the terms, each from the beginning of a word: "child" finds children, "wage" no "sewage"."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, terms))})\w*")
