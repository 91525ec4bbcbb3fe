"""Letters: the list, and the text of one with the places its values were read from."""

from __future__ import annotations

from typing import NamedTuple, cast

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from .. import changes
from ..documents.kinds import KINDS
from ..filters import LetterFilter
from ..letters import left_out, withheld
from ..marks import Block, assessment_marks, blocks, emphasis, line_of, lines, value_marks
from ..models import Assessment, ConcludingObservations, Letter, paragraph_words
from ..parameters import lowered
from ..templatetags.registry import period
from . import errors
from .cycles import examined_in, reports_reviewed
from .histories import history
from .lists import list_page

# what a letter was read from, by the kind of its file
SOURCES = {
    "txt": _("plain text"),
    "html": _("a web page"),
    "eml": _("an e-mail"),
    "docx": _("a Word document (.docx)"),
    "odt": _("an OpenDocument text (.odt)"),
    "pdf": _("a PDF"),
    "png": _("a picture (PNG)"),
    "jpeg": _("a picture (JPEG)"),
    "tiff": _("a picture (TIFF)"),
}
BY_MEDIA_TYPE = {KINDS[name].media_type: words for name, words in SOURCES.items()}


class Fact(NamedTuple):
    """A value of the letter and the line it was read from."""

    name: str
    value: str
    line: int | None


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Published letters, newest first."""
    found = LetterFilter(request.GET)
    assessments = Prefetch("assessments", Assessment.objects.in_order())
    rows = found.qs.select_related("state").prefetch_related(assessments).defer("text", "reading", "record")
    return list_page(request, found, rows)


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    """The text of a letter by numbered lines, with passages, grades and values marked."""
    related = ("state", "observations__session", "report", "assessed_session")
    letter = Letter.objects.published().select_related(*related).filter(slug=slug).first()
    if letter is None:
        return _missing(request, slug)
    assessments = list(letter.assessments.in_order().select_related("recommendation__observations"))
    context = {
        "letter": letter,
        "assessments": assessments,
        "codes": [row.grade_code for row in assessments],
        "blocks": _blocks(letter, assessments),
        "facts": _facts(letter),
        "history": history(letter, *([letter.report] if letter.report else [])),
        "source": BY_MEDIA_TYPE.get(letter.media_type, _("a file"))
        if letter.original_name
        else _("pasted text"),
    }
    return render(request, "followup/letter.html", context)


def _blocks(letter: Letter, assessments: list[Assessment]) -> list[tuple[Block, list[Assessment]]]:
    """The text in blocks, each with the assessments whose passage it is."""
    marks = value_marks(letter.record.get("spans", {}))
    for row in assessments:
        marks += assessment_marks(row.spans, row.recommendation.slug)
    cut = lines(
        letter.text,
        marks,
        withheld=withheld(letter.text, letter.personal_names),
        left_out=left_out(letter.text),
        dropped=emphasis(letter.text),
    )
    of = {f"p{row.recommendation.slug}": row for row in assessments}
    return [(block, [of[mark.id] for mark in block.passages]) for block in blocks(cut)]


def _facts(letter: Letter) -> list[Fact]:
    """What stands now, each value with its place in the letter."""
    report, request = letter.report, letter.record.get("request") or {}
    observations = cast(ConcludingObservations, letter.observations)  # a published letter has them
    adopted, examined = observations.held, examined_in(letter)
    values = [
        (_("Reference"), letter.reference, "reference"),
        (_("Date"), letter.date.words() if letter.date else "", "date"),
        (_("Observations"), observations.symbol, "concluding_observations.symbol"),
        (
            pgettext_lazy("concluding observations on a report", "On the"),
            lowered(reports_reviewed(observations.reports_reviewed)),
            "concluding_observations.reports",
        ),
        (
            _("Adopted"),
            _joined(observations.session, adopted and adopted.words()),
            "concluding_observations.session",
        ),
        (
            _("Asked for"),
            ", ".join(map(paragraph_words, request.get("paragraphs") or [])),
            "request.paragraphs",
        ),
        (_("Time given"), period(request["months"]) if request.get("months") else "", "request.months"),
        (_("Report"), report.symbol if report else "", "follow_up_report.symbol"),
        (
            _("Received"),
            report.received.words() if report and report.received else "",
            "follow_up_report.received",
        ),
        (_("Examined"), _joined(letter.assessed_session, examined and examined.words()), "assessed.session"),
    ]
    return [Fact(str(name), value, _line(letter, path)) for name, value, path in values if value]


def _joined(*parts: object) -> str:
    return ", ".join(str(part) for part in parts if part)


def _line(letter: Letter, path: str) -> int | None:
    places = letter.spans(path)
    return line_of(letter.text, places[0][0]) if places else None


def _missing(request: HttpRequest, slug: str) -> HttpResponse:
    letter = Letter.objects.filter(status=Letter.Status.WITHDRAWN, slug=slug).select_related("state").first()
    if letter:
        return errors.withdrawn(request, letter=letter)
    if moved := changes.moved_letter(slug):
        return redirect(moved, permanent=True)
    if entry := changes.undone_letter(slug):
        return errors.undone(request, entry)
    return errors.nothing_there(
        request,
        gettext("No published letter has this address."),
        [(reverse("letters"), gettext("All letters"))],
    )
