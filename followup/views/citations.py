"""How a record is cited: in a sentence as UN documents do it, in BibTeX and in RIS."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from ..exports import record_id
from ..models import Assessment, PartialDate, Recommendation
from ..parameters import lowered
from . import errors
from .versions import Version, version_of

AUTHOR = gettext_lazy(
    "Committee on the Protection of the Rights of All Migrant Workers and Members of Their Families"
)


@dataclass(frozen=True, slots=True)
class Citation:
    """One version of an assessment, as it was recorded on a day. `address` is that version's own."""

    assessment: Assessment
    recorded: date
    address: str

    @property
    def record(self) -> str:
        return record_id(self.assessment.recommendation)

    @property
    def title(self) -> str:
        """Follow-up letter to Tajikistan, 14 May 2022 (CMW/FollowUp/34/tj): assessment of paragraph 35 (a) of …"""
        letter, recommendation = self.assessment.letter, self.assessment.recommendation
        values = {
            "state": letter.state.name if letter.state else "",
            "date": letter.date.words() if letter.date else "",
            "reference": f" ({letter.reference})" if letter.reference else "",
            "paragraph": recommendation.words,
            "symbol": recommendation.observations.symbol,
            "grade": lowered(self.assessment.grade_label),
        }
        return (
            _(
                "Follow-up letter to %(state)s, %(date)s%(reference)s, assessment of paragraph %(paragraph)s "
                "of %(symbol)s: %(grade)s"
            )
            % values
        )

    @property
    def note(self) -> str:
        """CMW follow-up registry, record TJK/CO-2/35a, version 1, as recorded on 21 November 2026."""
        values = {
            "record": self.record,
            "version": self.assessment.version,
            "date": PartialDate.of(self.recorded).words(),
        }
        return (
            _("CMW follow-up registry, record %(record)s, version %(version)s, as recorded on %(date)s")
            % values
        )

    @property
    def consulted(self) -> str:
        """Consulted on 22 November 2026."""
        return _("Consulted on %(date)s") % {"date": PartialDate.of(timezone.localdate()).words()}

    def bibtex(self) -> str:
        """One @misc entry. Braces keep capitals; what BibTeX takes for a command is written out."""
        letter = self.assessment.letter
        fields = {
            "author": "{" + str(AUTHOR) + "}",
            "title": "{" + _escaped(self.title) + "}",
            "year": str(letter.date.year) if letter.date else "",
            "number": _escaped(letter.reference),
            "note": _escaped(self.note),
            "url": self.address,
            "urldate": timezone.localdate().isoformat(),
        }
        lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
        key = slugify(f"cmw-{self.record.replace('/', '-')}-v{self.assessment.version}")
        return f"@misc{{{key},\n" + ",\n".join(lines) + "\n}\n"

    def ris(self) -> str:
        """One RIS record: a tag a line, ended by ER."""
        letter = self.assessment.letter
        lines = [
            ("TY", "RPRT"),
            ("AU", str(AUTHOR)),
            ("TI", self.title),
            ("PY", str(letter.date.year) if letter.date else ""),
            ("DA", str(letter.date).replace("-", "/") if letter.date else ""),
            ("N1", self.note),
            ("UR", self.address),
            ("Y2", timezone.localdate().strftime("%Y/%m/%d")),
        ]
        return "".join(f"{tag}  - {_line(value)}\r\n" for tag, value in lines if value) + "ER  - \r\n"


def _line(text: str) -> str:
    """On one line, whatever the letter's reference holds."""
    return " ".join("".join(c for c in text if unicodedata.category(c) != "Cc" or c.isspace()).split())


def _escaped(text: str) -> str:
    return re.sub(r"([\\{}$&#%_~^])", lambda match: _SPECIAL.get(match[1], "\\" + match[1]), _line(text))


_SPECIAL = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


FILES = {
    "bib": ("application/x-bibtex", Citation.bibtex),
    "ris": ("application/x-research-info-systems", Citation.ris),
}


def citation(request: HttpRequest, shown: Version) -> Citation:
    """The citation of a version, with the address that shows this version for ever, also after a correction."""
    address = f"{shown.assessment.recommendation.get_absolute_url()}?version={shown.assessment.version}"
    return Citation(shown.assessment, shown.recorded, request.build_absolute_uri(address))


@require_safe
def cite(request: HttpRequest, iso3: str, observations: str, paragraph: str, style: str) -> HttpResponse:
    """The citation as a file for a reference manager; `?version=` cites an earlier version."""
    where = {"observations__state": iso3, "observations__slug": observations, "slug": paragraph}
    recommendation = Recommendation.objects.public().filter(**where).first()
    shown = version_of(recommendation, request.GET.get("version")) if recommendation else None
    if shown is None:
        return errors.nothing_there(request, _("There is no such record, or no such version of it."))
    media_type, write = FILES[style]
    cited = citation(request, shown)
    response = HttpResponse(write(cited), content_type=f"{media_type}; charset=utf-8")
    name = cited.record.replace("/", "-")
    response["Content-Disposition"] = f'attachment; filename="cmw-{name}.{style}"'
    return response
