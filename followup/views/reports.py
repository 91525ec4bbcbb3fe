"""Problem reports: the form on every public record, and the page that thanks for one."""

from __future__ import annotations

import ipaddress
import re
import secrets
from typing import Any

from django import forms
from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.core.validators import MaxLengthValidator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, get_script_prefix, resolve, reverse, translate_url
from django.utils.translation import get_language, get_language_from_path, gettext, ngettext, override
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from .. import problem_reports
from ..models import Assessment, Letter, ProblemReport, Recommendation
from ..problem_reports import LONGEST, NotThere, PublicRecord, TooMany, Withdrawn
from . import errors

_NUMBERS = Signer(salt="followup.problem_report")  # nobody leafs through the thanks for other reports
_KEY = re.compile(r"([a-z]{1,30}):([0-9]{1,18})")
_TOKEN = re.compile(r"[A-Za-z0-9_-]{20,60}")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


class Words(forms.CharField):
    """Some sentences: line ends as the registry keeps them, no characters that do not print."""

    widget = forms.Textarea

    def __init__(self, *, rows: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        # counted after the browser's line ends are folded; the attribute counts them as one, too
        self.validators.append(MaxLengthValidator(LONGEST))
        self.widget.attrs |= {"rows": rows, "maxlength": LONGEST}

    def to_python(self, value: Any) -> str:
        text = str(super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")
        return _CONTROL.sub("", text).strip()


class ReportForm(forms.Form):
    """What is wrong with one public record."""

    field = forms.ChoiceField(label=_("Which value is wrong?"), required=False, widget=forms.RadioSelect)
    should_be = Words(
        label=_("What should it say?"),
        rows=4,
        error_messages={"required": _("Say what the value should be, or what is wrong with it.")},
    )
    where = Words(
        label=_("Where does the letter say so?"),
        rows=3,
        required=False,
        help_text=_(
            "The number of the line on the page of the letter, or the sentence. Any other source helps too."
        ),
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        required=False,
        max_length=254,
        help_text=_("Only if staff may ask you back or answer you. It is never published."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": _("Write an e-mail address like name@example.org, or leave this empty.")},
    )
    # hidden from people by the style sheet; programs fill it in
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    version = forms.IntegerField(required=False, min_value=1, max_value=10**9, widget=forms.HiddenInput)
    token = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)

    def __init__(self, about: PublicRecord, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.about = about
        choices = [(value.field, value.name) for value in about.values]
        self.fields["field"].choices = [*choices, ("", _("Something else"))]  # type: ignore[attr-defined]

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise forms.ValidationError(_("This field is there to stop programs. Empty it, and send again."))
        return ""

    @property
    def values(self) -> list[tuple[Any, str]]:
        """Each choice with what the page says now."""
        words = {value.field: value.words for value in self.about.values}
        return [(radio, words.get(radio.data["value"], "")) for radio in self["field"]]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    """The form for the record that the address names; sending it."""
    try:
        about = _about(request.GET.get("record", ""))
    except Withdrawn as gone:
        return errors.withdrawn(request, letter=gone.letter)
    except NotThere:
        return _no_record(request)
    if request.method != "POST":
        return _page(request, about, ReportForm(about, initial=_initial(about, request.GET.get("field", ""))))
    form = ReportForm(about, request.POST)
    if not form.is_valid():
        return _page(request, about, form, status=422)
    try:
        sent = problem_reports.send(about, address=client_address(request), **_values(form))
    except TooMany as limit:
        response = _page(request, about, form, status=429, minutes=-(-limit.seconds // 60))
        response["Retry-After"] = str(limit.seconds)
        return response
    return redirect("report_sent", _NUMBERS.sign(str(sent.pk)))


@never_cache
@require_safe
def sent(request: HttpRequest, token: str) -> HttpResponse:
    """Thanks, with the number of the report. Nothing of what it says."""
    try:
        number = int(_NUMBERS.unsign(token))
        found = ProblemReport.objects.only("what", "path").get(pk=number)
    except (BadSignature, ProblemReport.DoesNotExist):
        return errors.nothing_there(request, gettext("There is no page at this address."))
    return render(
        request,
        "followup/report_sent.html",
        {"report": found, "address": translate_url(found.path, get_language() or "en")},
    )


def client_address(request: HttpRequest) -> str:
    """The address that the outermost of our proxies saw; that of the connection where there is no proxy.

    Each trusted proxy appends what it saw to X-Forwarded-For. So with two of them the second entry from the end
    is the visitor, and whatever stands before it was written by anybody. IPv6 counts by its /64, which is what
    one household or office holds.
    """
    address = str(request.META.get("REMOTE_ADDR", ""))
    seen = [part.strip() for part in str(request.META.get("HTTP_X_FORWARDED_FOR", "")).split(",")]
    trusted = settings.TRUSTED_PROXIES
    if trusted and len(seen) >= trusted and _parsed(seen[-trusted]):
        address = seen[-trusted]
    parsed = _parsed(address)
    if isinstance(parsed, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed or address)


def _parsed(address: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found


def _about(record: str) -> PublicRecord:
    """The record by its key ("assessment:17") or by the address of its page. Raises NotThere and Withdrawn."""
    match = _KEY.fullmatch(record) or _KEY.fullmatch(_key_at(record))
    if not match:
        raise NotThere(record)
    return problem_reports.find(*match.groups())


def _key_at(path: str) -> str:
    """The key of the record that a page is about: of a recommendation its newest assessment, if it has one."""
    path = "/" + path.split("?")[0].removeprefix(get_script_prefix())
    language = get_language_from_path(path)
    try:
        with override("en"):  # whatever the language of this page: addresses are resolved in the active one
            found = resolve(path.removeprefix(f"/{language}") if language else path)
    except Resolver404:
        return ""
    if found.url_name == "letter":
        letter = Letter.objects.filter(slug=found.kwargs["slug"]).only("pk").first()
        return f"letter:{letter.pk}" if letter else ""
    if found.url_name != "recommendation":
        return ""
    iso3, observations, paragraph = found.kwargs.values()
    where = {"observations__state": iso3, "observations__slug": observations, "slug": paragraph}
    recommendation = Recommendation.objects.filter(**where).first()
    if recommendation is None:
        return ""
    newest = Assessment.objects.published().filter(recommendation=recommendation).newest_first().first()
    return f"assessment:{newest.pk}" if newest else f"recommendation:{recommendation.pk}"


def _initial(about: PublicRecord, field: str) -> dict[str, Any]:
    known = {value.field for value in about.values}
    return {
        "field": field if field in known else "",
        "version": about.version,
        "token": secrets.token_urlsafe(24),
    }


def _values(form: ReportForm) -> dict[str, Any]:
    values = {name: form.cleaned_data[name] for name in ("field", "should_be", "where", "email")}
    token, seen = form.cleaned_data["token"], form.cleaned_data["version"]
    return values | {
        "version": min(seen or form.about.version, form.about.version),
        # without the form's own token two reports are never taken for one
        "token": token if _TOKEN.fullmatch(token) else secrets.token_urlsafe(24),
    }


def _page(
    request: HttpRequest, about: PublicRecord, form: ReportForm, status: int = 200, minutes: int = 0
) -> HttpResponse:
    wait = ngettext("%(count)d minute", "%(count)d minutes", minutes) % {"count": minutes}
    context = {"about": about, "form": form, "wait": wait if minutes else ""}
    return render(request, "followup/report.html", context, status=status)


def _no_record(request: HttpRequest) -> HttpResponse:
    links = [
        (reverse("recommendations"), gettext("All recommendations")),
        (reverse("letters"), gettext("All letters")),
    ]
    sentence = gettext("A problem is reported from the page of the record: each has a link for it.")
    return errors.nothing_there(request, sentence, links)
