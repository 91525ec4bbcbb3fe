"""Whether the service works, for the machine that watches it."""

from __future__ import annotations

from collections.abc import Callable

from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ..letters import PARSER_VERSION
from ..models import guards


class Failing(Exception):
    """A part that does not work; the message is fit for the public."""


def database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error as error:
        raise Failing("cannot be reached") from error
    return "ok"


def migrations() -> str:
    try:
        executor = MigrationExecutor(connection)
    except Error as error:
        raise Failing("cannot be read") from error
    missing = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    if missing:
        raise Failing(f"{missing} not applied")
    return "ok"


def guarded() -> str:
    try:
        names = guards.missing()
    except Error as error:
        raise Failing("cannot be read") from error
    if names:
        raise Failing(f"{len(names)} missing")
    return "ok"


def parser() -> str:
    return PARSER_VERSION


CHECKS: dict[str, Callable[[], str]] = {
    "database": database,
    "migrations": migrations,
    "guards": guarded,
    "parser": parser,
}


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """200 with every part, or 503 with the parts that fail."""
    parts, status = {}, 200
    for name, check in CHECKS.items():
        try:
            parts[name] = check()
        except Failing as failure:
            parts[name], status = str(failure), 503
    return JsonResponse({"status": "ok" if status == 200 else "failing", **parts}, status=status)
