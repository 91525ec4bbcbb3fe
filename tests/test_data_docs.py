"""The examples of docs/api.md and docs/researchers.md are asked of the registry, with the sample letters in it."""

import csv
import io
import json
import re

import pytest
from django.core.cache import cache
from django.core.management import call_command

from followup.filters import LISTS

from .conftest import REPOSITORY

pytestmark = pytest.mark.django_db
HOST = "https://registry.example.org"
EXAMPLE = re.compile(
    r"```console\ncurl '(?P<address>[^']+)'\n```\n```(?P<kind>json|csv)\n(?P<answer>.*?)```", re.DOTALL
)


def examples(name: str) -> list[tuple[str, str, str]]:
    text = (REPOSITORY / "docs" / name).read_text(encoding="utf-8")
    found = [(one["address"], one["kind"], one["answer"]) for one in EXAMPLE.finditer(text)]
    assert len(found) == text.count("curl ")  # an example whose answer is not shown is none
    return found


@pytest.fixture
def ask(reference, client, settings):
    cache.clear()
    settings.ALLOWED_HOSTS = ["registry.example.org"]
    call_command("demo", verbosity=0, stdout=io.StringIO())

    def ask(address: str) -> str:
        response = client.get(
            address.removeprefix(HOST), SERVER_NAME="registry.example.org", SERVER_PORT=443, secure=True
        )
        return response.getvalue().decode().removeprefix("\ufeff")

    return ask


def compare(shown, got, where: str) -> None:
    """What a document shows is in the answer, exactly; it may leave fields out, but no rows."""
    if isinstance(shown, dict):
        for name, value in shown.items():
            assert name in got, f"{where}.{name}"
            compare(value, got[name], f"{where}.{name}")
    elif isinstance(shown, list):
        assert len(shown) == len(got), where
        for n, (one, other) in enumerate(zip(shown, got, strict=True)):
            compare(one, other, f"{where}[{n}]")
    else:
        assert shown == got, where


@pytest.mark.parametrize("name", ["api.md", "researchers.md"])
def test_every_example_is_answered_as_shown(ask, name):
    for address, kind, answer in examples(name):
        got = ask(address)
        if kind == "json":
            compare(json.loads(answer), json.loads(got), address)
        else:
            compare(*(list(csv.DictReader(io.StringIO(text, newline=""))) for text in (answer, got)), address)


def test_every_list_is_named_by_both():
    api, researchers = (
        (REPOSITORY / "docs" / name).read_text(encoding="utf-8") for name in ("api.md", "researchers.md")
    )
    for name in LISTS:
        assert f"`{name}`" in api
        assert f"`/{name}.csv`" in researchers
