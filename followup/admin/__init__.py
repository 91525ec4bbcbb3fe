"""The staff's pages: registrations of the records, and the intake pages of a letter."""

from django.contrib import admin

from . import (
    assessments,
    batches,
    decisions,
    letters,
    parser_runs,
    problem_reports,
    records,
    themes,
    users,
    wordings,
)

admin.site.site_header = admin.site.site_title = "CMW follow-up registry"
admin.site.index_title = "Staff pages"

__all__ = [
    "assessments",
    "batches",
    "decisions",
    "letters",
    "parser_runs",
    "problem_reports",
    "records",
    "themes",
    "users",
    "wordings",
]
