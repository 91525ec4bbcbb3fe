"""The quality page: how well the parser reads real letters, by what staff made of what it read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode

from .. import quality
from ..models import Letter, ParserRun
from .differences import in_words
from .intake import allow
from .record_form import FIELDS, RecordForm, RowForm

# what the figures are called, in the order of their columns
KINDS = {
    "flagged": "Flagged",
    "changed": "Changed in review",
    "unflagged": "Changed without a flag",
    "corrected": "Corrected later",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a line, with its rate and the address of its examples."""

    kind: str
    label: str
    count: int
    of: int
    address: str

    @property
    def rate(self) -> str:
        return f"{100 * self.count / self.of:.1f} %" if self.of else ""


def label(path: str) -> str:
    """What a field is called on the review screen."""
    if path == quality.PASSAGES:
        return "Passages found"
    if path.startswith(quality.PASSAGES):
        return str(RowForm.base_fields[path.rpartition(".")[2]].label)
    return "State" if path == "state" else str(RecordForm.base_fields[FIELDS[path]].label)


def page(request: HttpRequest) -> HttpResponse:
    """Figures by language and version of the parser; `?field=` and `what=` show the values behind one of them."""
    allow(request, "view_parserrun")
    found = quality.report()
    context = {
        **admin.site.each_context(request),
        "opts": ParserRun._meta,
        "title": "Quality of reading",
        "sample": found.sample,
        "fewest": quality.FEWEST,
        "kinds": list(KINDS.values()),
        "groups": [(group, language_of(group), lines(group)) for group in found.groups],
        "examples": _examples(request, found),
    }
    return render(request, "admin/followup/quality/page.html", context)


def language_of(group: quality.Group) -> str:
    return str(dict(Letter.Language.choices).get(group.language, "Language not known"))


def lines(group: quality.Group) -> list[tuple[str, quality.Cell, list[Figure]]]:
    """A line for each field that some letter has; none while there are too few letters."""
    if not group.enough:
        return []
    where = {"language": group.language, "version": group.version}
    return [
        (
            label(path),
            cell,
            [
                Figure(
                    kind,
                    words,
                    getattr(cell, kind),
                    cell.values,
                    f"?{urlencode({**where, 'field': path, 'what': kind})}#examples",
                )
                for kind, words in KINDS.items()
            ],
        )
        for path, cell in group.cells.items()
        if cell.values
    ]


def _examples(request: HttpRequest, found: quality.Report) -> dict[str, Any] | None:
    group = found.group(request.GET.get("language", ""), request.GET.get("version", ""))
    path, kind = request.GET.get("field", ""), request.GET.get("what", "")
    if group is None or path not in quality.FIELDS or kind not in KINDS:
        return None
    cell, name = group.cells[path], FIELDS.get(path) or path.rpartition(".")[2]
    some = cell.examples.get(kind, [])
    letters = Letter.objects.select_related("state").defer("text", "reading", "record")
    by_key = letters.in_bulk([one.letter for one in some])
    return {
        "title": f"{label(path)}, {KINDS[kind].lower()}",
        "of": f"{language_of(group)}, parser {group.version}",
        "count": getattr(cell, kind),
        "rows": [
            (by_key[one.letter], one.paragraph, _words(name, one.read), _words(name, one.put)) for one in some
        ],
    }


def _words(name: str, entry: Any) -> str:
    """A value in words; a grade that the letter does not state is one too."""
    return in_words(name, entry) or ("Grade not stated" if name == "grade" else "")
