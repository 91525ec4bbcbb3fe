"""Every address × role × method × state of the record answers as the matrix says, and no address is without a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from ..web.page import finish
from .matrix import METHODS, ROLES, ROWS, Row
from .world import World, build, user

pytestmark = pytest.mark.django_db

BACKEND = "django.contrib.auth.backends.ModelBackend"
ANY = "-"


def addresses(patterns: Any = None, route: str = "", space: str = "") -> Iterator[str]:
    """The name of every address of the project; the route of one that has no name."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        here = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from addresses(pattern.url_patterns, here, inner)
        else:
            yield f"{space}{pattern.name}" if pattern.name else here


def test_every_address_has_a_row_and_every_row_an_address():
    known = set(addresses())
    without = [f"no row: {name}" for name in sorted(known - set(ROWS))]
    without += [f"no address: {name}" for name in sorted(set(ROWS) - known)]
    assert not without, "\n".join(["", *without])


def requests(row: Row, world: World) -> Iterator[tuple[str, list[Any]]]:
    """The states in which a row is asked, each with the arguments of the address."""
    values = [world[name] for name in row.args]
    by_state = [value for value in values if isinstance(value, dict)]
    for state in by_state[0] if by_state else [ANY]:
        yield state, [value[state] if isinstance(value, dict) else value for value in values]


def path_of(name: str, args: list[Any]) -> str:
    if "/" not in name:
        return reverse(name, args=args)
    # an address without a name: its last part is the argument
    return "/" + name[: name.index("<" if "<" in name else "(")] + f"{args[0]}/"


def state_of(row: Row, role: str, state: str) -> str:
    """What a status may depend on: the state of the record, or of an address without one, who asks."""
    return ("anonymous" if role == "anonymous" else "staff") if state == ANY else state


@pytest.mark.parametrize("role", ROLES)
def test_every_address_answers_as_the_matrix_says(role, reference):
    world, somebody = build(), user(role)
    client = Client(raise_request_exception=False)
    if somebody:
        client.force_login(somebody, backend=BACKEND)
    cookies = client.cookies.copy()
    wrong = []
    asked = 0
    for name, row in ROWS.items():
        for state, args in requests(row, world):
            path = path_of(name, args) + row.query
            for method in METHODS:
                expected = row.expected(role, method, state_of(row, role, state))
                client.cookies = cookies.copy()
                with transaction.atomic():
                    # each from an address of its own: the limits of the API are not what is asked here
                    address = f"10.0.{asked // 250}.{asked % 250}"
                    response = client.generic(method, path, REMOTE_ADDR=address)
                    answered = response.status_code
                    finish(response)  # a file that is sent stays open until then
                    transaction.set_rollback(True)
                asked += 1
                if answered != expected:
                    wrong.append(f"{method} {name} {state}: {answered}, not {expected}")
    assert not wrong, "\n".join(["", *wrong])
    assert asked >= len(ROWS) * len(METHODS)
