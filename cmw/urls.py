"""The registry at the root, the staff's pages below /admin/."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("followup.urls")),
]

handler400 = "followup.views.errors.bad_request"
handler403 = "followup.views.errors.permission_denied"
handler404 = "followup.views.errors.page_not_found"
handler500 = "followup.views.errors.server_error"
