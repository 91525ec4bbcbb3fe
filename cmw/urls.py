"""The registry at the root in English, below /fr/ and /es/ in French and Spanish; the staff's pages below /admin/.

The language stands in the address, never in a cookie: what is cited is what another reader sees.
"""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.sitemaps import views as sitemaps
from django.urls import include, path, re_path
from django.views.decorators.http import require_safe

from followup.admin import quality
from followup.views import crawlers, errors

urlpatterns = [
    path("admin/followup/quality/", require_safe(admin.site.admin_view(quality.page)), name="quality"),
    path("admin/", admin.site.urls),
    path("api/v1/", include("followup.api.urls")),
    path("robots.txt", crawlers.robots, name="robots"),
    path(
        "sitemap.xml",
        require_safe(sitemaps.index),
        {"sitemaps": crawlers.SECTIONS, "sitemap_url_name": "sitemap_section"},
        name="sitemap",
    ),
    path(
        "sitemap-<slug:section>.xml",
        require_safe(sitemaps.sitemap),
        {"sitemaps": crawlers.SECTIONS},
        name="sitemap_section",
    ),
    *i18n_patterns(path("", include("followup.urls")), prefix_default_language=False),
]
if settings.DEBUG:  # `make run`: the registry's own page, and not the list of its addresses
    urlpatterns.append(re_path(r"^.*/$", errors.nowhere))

handler400 = "followup.views.errors.bad_request"
handler403 = "followup.views.errors.permission_denied"
handler404 = "followup.views.errors.page_not_found"
handler500 = "followup.views.errors.server_error"
