"""What several lists ask of a row: the words and the symbols it holds."""

from __future__ import annotations

import re
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from ..letters import fold, parse_reference, parse_symbol
from ..models import FollowUpReport, Letter
from ..parameters import TERM


def written(value: str) -> str:
    """A symbol in its canonical form; a reference, which has none, with its white space folded."""
    symbol = parse_symbol(value)
    return str(symbol) if symbol else " ".join(value.split())


def terms(value: str) -> list[str]:
    """The words of a search; one that holds no letter and no number is left out."""
    return [term for term in TERM.findall(value) if fold(term).strip()]


def paragraph(term: str, prefix: str = "") -> Q | None:
    """Rows on the paragraph that a term such as 12 or 35 (a) names; None where the term is a word."""
    number = re.match(r"[0-9]{1,4}(?![0-9])", term)
    reference = parse_reference(term) if number else None
    if reference is None:
        return None
    parts = {"paragraph": reference.number, "sub_paragraph": reference.letter}
    parts["sub_sub_paragraph"] = reference.roman
    return Q(**{prefix + name: value for name, value in parts.items() if value})


def named(word: str, observations: str = "") -> Q:
    """Rows whose State, observations, reports or published letters have a folded word in a name or a symbol."""
    prefix = f"{observations}__" if observations else ""
    return (
        Q(**{f"{prefix}state__search_text__contains": word})
        | Q(**{f"{prefix}symbol__icontains": word})
        | Exists(_reports(prefix).filter(symbol__icontains=word))
        | Exists(letters(prefix).filter(reference__icontains=word))
    )


def documents(text: str, observations: str = "") -> Q:
    """Rows whose observations or report have this symbol, or of which a letter without assessments speaks."""
    prefix = f"{observations}__" if observations else ""
    # a reminder assesses nothing: it speaks of all the recommendations
    reminders = letters(prefix).filter(reference__iexact=text, assessments__isnull=True)
    return (
        Q(**{f"{prefix}symbol__iexact": text})
        | Exists(_reports(prefix).filter(symbol__iexact=text))
        | Exists(reminders)
    )


def letters(prefix: str = "") -> QuerySet[Letter]:
    """Published letters on a row's observations: nothing is ever found by a draft."""
    return Letter.objects.published().filter(observations=OuterRef(f"{prefix}pk"))


def _reports(prefix: str) -> QuerySet[Any]:
    return FollowUpReport.objects.filter(observations=OuterRef(f"{prefix}pk"))
