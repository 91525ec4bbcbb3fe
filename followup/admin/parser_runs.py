"""Parser runs in the admin: read letters again, see which read differently, decide value by value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Case, IntegerField, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.views.decorators.http import require_POST, require_safe

from .. import adoption, corrections
from ..intake import parser_runs
from ..intake.differences import Difference
from ..letters import PARSER_VERSION
from ..models import Letter, ParserRun, Rereading, Stale
from .differences import in_words
from .intake import allow
from .record_form import FIELDS, RecordForm, RowForm

READING_SECONDS = 8  # without workers a request reads this long; the rest waits for the button
LINES = 100
SHORT = 80
_FIRST = (Rereading.Status.DIFFERS, Rereading.Status.FAILED, Rereading.Status.WAITING)


@dataclass(frozen=True, slots=True)
class Line:
    """One difference as the page shows it."""

    what: str
    stands: str
    reads: str
    path: str
    offered: bool  # whether it can be taken over here

    @property
    def short(self) -> bool:
        """Whether both sides fit into a sentence."""
        return max(len(self.stands), len(self.reads)) <= SHORT


def line(letter: Letter, one: Difference) -> Line:
    """A difference in words."""
    what = f"Paragraph {one.paragraph.partition('#')[0]}" if one.paragraph else _label(FIELDS[one.path])
    if one.whole:
        stands, reads = ((side or {}).get("text", "") for side in (one.stands, one.reads))
        what += ": the passage is read now" if one.stands is None else ": no such passage is read any more"
    else:
        name = one.key if one.paragraph else FIELDS[one.path]
        what += f", {str(RowForm.base_fields[one.key].label).lower()}" if one.paragraph else ""
        stands, reads = in_words(name, one.stands), in_words(name, one.reads)
        if one.key == "grade":
            stands, reads = stands or "Grade not stated", reads or "Grade not stated"
    return Line(what, stands, reads, one.path, adoption.adoptable(letter, one))


def _label(name: str) -> str:
    return "State" if name == "state" else str(RecordForm.base_fields[name].label)


@admin.register(ParserRun)
class ParserRunAdmin(admin.ModelAdmin):
    """Runs are written by intake only; deciding on one goes through its own pages."""

    list_display = ["__str__", "started_by", "read", "to_decide"]
    list_select_related = ["started_by"]
    actions = None

    def get_urls(self) -> list[URLPattern]:
        def route(address: str, view: Any, name: str) -> URLPattern:
            return path(address, self.admin_site.admin_view(view), name=f"followup_{name}")

        return [
            route("<int:pk>/", require_safe(show), "parserrun_page"),
            route("<int:pk>/resume/", require_POST(resume), "parserrun_resume"),
            route("rereading/<int:pk>/", decide, "rereading_decide"),
            *super().get_urls(),
        ]

    def get_queryset(self, request: HttpRequest) -> Any:
        return ParserRun.objects.with_counts()

    @admin.display(description="read")
    def read(self, obj: Any) -> str:
        return f"{obj.total - obj.waiting} of {obj.total}"

    @admin.display(description="to decide", ordering="differing")
    def to_decide(self, obj: Any) -> int:
        return int(obj.differing)

    def add_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return begin(request)

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect("admin:followup_parserrun_page", int(object_id) if object_id.isdecimal() else 0)

    def has_change_permission(self, request: HttpRequest, obj: ParserRun | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: ParserRun | None = None) -> bool:
        return False


def begin(request: HttpRequest) -> HttpResponse:
    """Read one letter again, which the address names, or all of them."""
    user = allow(request, "add_parserrun")
    number = request.GET.get("letter", "")
    letters = Letter.objects.exclude(status=Letter.Status.WITHDRAWN)
    if number:
        letters = letters.filter(pk=int(number) if number.isdecimal() and len(number) < 12 else 0)
    if request.method == "POST":
        return start(request, letters, user)
    context = {"letters": letters.count(), "letter": letters.first() if number else None}
    return _page(request, "start", {"title": "Read letters again", **context})


def start(request: HttpRequest, letters: Any, user: Any) -> HttpResponse:
    """Begin a run, for the form and for the action of the list of letters."""
    try:
        run = parser_runs.start(letters, by=user, seconds=READING_SECONDS)
    except parser_runs.NothingToRead as refusal:
        messages.error(request, str(refusal))
        return redirect("admin:followup_parserrun_changelist")
    return redirect("admin:followup_parserrun_page", run.pk)


@admin.action(description="Read again with the present parser", permissions=["read_again"])
def read_again(model_admin: Any, request: HttpRequest, letters: Any) -> HttpResponse:
    """The action of the list of letters."""
    return start(request, letters, allow(request, "add_parserrun"))


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """How far a run is, and each letter of it; those that differ come first."""
    allow(request, "view_parserrun")
    run = get_object_or_404(ParserRun.objects.select_related("started_by"), pk=pk)
    tally = run.rereadings.tally()
    waiting, total = tally.get(Rereading.Status.WAITING, 0), sum(tally.values())
    only = request.GET.get("status", "") if request.GET.get("status") in tally else ""
    first = Case(
        *(When(status=status, then=Value(place)) for place, status in enumerate(_FIRST)),
        default=Value(len(_FIRST)),
        output_field=IntegerField(),
    )
    rows = run.rereadings.select_related("letter__state").defer("reading", "letter__text", "letter__reading")
    rows = (rows.filter(status=only) if only else rows).order_by(first, "pk")
    context = {
        "run": run,
        "title": str(run),
        "total": total,
        "waiting": waiting,
        "read": total - waiting,
        "workers": settings.READ_BY == "database",
        "page": Paginator(rows, LINES).get_page(request.GET.get("page")),
        "only": only,
        "query": f"status={only}" if only else "",
        "choices": [(Rereading.Status(status), count) for status, count in tally.items()],
    }
    return _page(request, "page", context)


def resume(request: HttpRequest, pk: int) -> HttpResponse:
    """Have the waiting letters read."""
    allow(request, "add_parserrun")
    run = get_object_or_404(ParserRun, pk=pk)
    parser_runs.resume(run, seconds=READING_SECONDS)
    return redirect("admin:followup_parserrun_page", run.pk)


def may_adopt(request: HttpRequest, letter: Letter) -> bool:
    """Whether the user may write this letter's values: a draft is reviewed, what is public is corrected."""
    draft = letter.status == Letter.Status.DRAFT
    return request.user.has_perm("followup.change_letter" if draft else "followup.make_correction")


def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """One letter: what stands beside what is read now; take values over, or leave it as it is."""
    user = allow(request, "change_rereading" if request.method == "POST" else "view_rereading")
    row = get_object_or_404(
        Rereading.objects.select_related(
            "run", "decided_by", "letter__state", "letter__observations", "letter__report"
        ),
        pk=pk,
    )
    if request.method != "POST":
        return _decision_page(request, row)
    take = request.POST.getlist("take")
    try:
        if request.POST.get("action") == "leave":
            parser_runs.leave(row, by=user)
            messages.success(request, f"{row.letter}: left as it is.")
        else:
            if not may_adopt(request, row.letter):
                raise PermissionDenied
            row = adoption.adopt(row, take, by=user, version=request.POST.get("version", "")[:4000])
            messages.success(request, f"{row.letter}: {_taken(row)}.")
    except (adoption.NotAdoptable, corrections.Refused) as refusal:
        return _decision_page(request, row, status=422, refused=str(refusal), take=take)
    except Stale:
        return _decision_page(request, row, status=409, stale=True, take=take)
    except parser_runs.Decided as faster:
        messages.warning(request, f"{faster} Nothing was changed.")
        return redirect("admin:followup_rereading_decide", row.pk)
    return _next(row)


def _taken(row: Rereading) -> str:
    count = len(row.taken)
    proposed = settings.CONFIRM_CORRECTIONS and row.letter.status != Letter.Status.DRAFT
    done = "proposed; another person confirms it" if proposed else "taken over"
    return f"{count} value{'' if count == 1 else 's'} {done}"


def _next(row: Rereading) -> HttpResponse:
    """The next letter of the run that waits for a decision; its page when there is none."""
    waiting = row.run.rereadings.to_decide().order_by("pk")
    following = waiting.filter(pk__gt=row.pk).first() or waiting.first()
    if following:
        return redirect("admin:followup_rereading_decide", following.pk)
    return redirect("admin:followup_parserrun_page", row.run_id)


def _decision_page(
    request: HttpRequest,
    row: Rereading,
    *,
    status: int = 200,
    refused: str = "",
    stale: bool = False,
    take: list[str] | None = None,
) -> HttpResponse:
    letter = row.letter if status == 200 else Letter.objects.get(pk=row.letter_id)
    row.letter = letter
    waits = row.status == Rereading.Status.DIFFERS
    found = parser_runs.compare(row) if waits else []
    lines = {one.path: line(letter, one) for one in found}
    context = {
        "title": f"{letter}: read again",
        "row": row,
        "letter": letter,
        "waits": waits,
        "news": [lines[one.path] for one in found if not one.known and not one.by_person],
        "kept": [lines[one.path] for one in found if not one.known and one.by_person],
        "known": [lines[one.path] for one in found if one.known],
        "then": [] if waits else [line(letter, Difference(*change)) for change in row.differences],
        "version": adoption.version_of(letter),
        "before": letter.parser_version,
        "may_decide": request.user.has_perm("followup.change_rereading"),
        "may_adopt": may_adopt(request, letter),
        "refused": refused,
        "stale": stale,
        "take": take or [],
    }
    return _page(request, "decide", context, status)


def _page(request: HttpRequest, name: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    shared = {**admin.site.each_context(request), "opts": ParserRun._meta, "parser_version": PARSER_VERSION}
    return render(request, f"admin/followup/parserrun/{name}.html", {**shared, **context}, status=status)
