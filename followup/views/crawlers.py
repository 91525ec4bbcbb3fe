"""What programs that walk the public pages read: where they may go, and every address that stays."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from ..models import ConcludingObservations, Letter, Recommendation, State

PAGES = (
    "home",
    "states",
    "recommendations",
    "letters",
    "deadlines",
    "statistics",
    "changes",
    "compare",
    "methodology",
    "data",
)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Public pages may be read, the staff's may not."""
    lines = (
        "User-agent: *",
        "Disallow: /admin/",
        "",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
    )
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


class Section(Sitemap):
    """Addresses with the same page in each language; some thousands at a time, so that memory has a limit."""

    limit = 2000

    def get_urls(
        self, page: int | str = 1, site: Any = None, protocol: str | None = None
    ) -> list[dict[str, Any]]:
        urls = super().get_urls(page, site, protocol)
        base = f"{self.get_protocol(protocol)}://{self.get_domain(site)}"
        prefixes = {}
        for code, _name in settings.LANGUAGES:
            with override(code):
                prefixes[code] = reverse("home").removesuffix("/")
        for url in urls:
            path = url["location"].removeprefix(base)
            url["alternates"] = [
                {"lang_code": code, "location": f"{base}{prefix}{path}"} for code, prefix in prefixes.items()
            ]
        return urls


class Pages(Section):
    def items(self) -> tuple[str, ...]:
        return PAGES

    def location(self, item: Any) -> str:
        return reverse(item)


class States(Section):
    def items(self) -> Any:
        return State.objects.filter(sample=False).order_by("pk")


class Observations(Section):
    def items(self) -> Any:
        return ConcludingObservations.objects.public().filter(state__sample=False).order_by("pk")


class Recommendations(Section):
    def items(self) -> Any:
        rows = Recommendation.objects.public().filter(observations__state__sample=False)
        return rows.select_related("observations").order_by("pk")


class Letters(Section):
    def items(self) -> Any:
        rows = Letter.objects.published().filter(state__sample=False)
        return rows.only("slug", "state_id").order_by("pk")


SECTIONS: dict[str, type[Sitemap]] = {
    "pages": Pages,
    "states": States,
    "observations": Observations,
    "recommendations": Recommendations,
    "letters": Letters,
}
