"""Rules about the tree itself: locks, compose file, sizes, and words that must not stand in it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import yaml

from .conftest import REPOSITORY


def tracked(*patterns: str) -> list[Path]:
    """Files under version control; every file where there is none (a downloaded archive)."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--", *patterns],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode == 0:
        names = [name for name in listed.stdout.split("\0") if name]
        return [path for name in names if (path := REPOSITORY / name).is_file()]
    skip = {".venv", ".git", "var", "staticfiles"}
    found = (path for pattern in patterns for path in REPOSITORY.rglob(pattern))
    return [path for path in found if not skip & set(path.relative_to(REPOSITORY).parts)]


def offenders(pattern: str, *files: str, allowed: tuple[str, ...] = ()) -> list[str]:
    expression = re.compile(pattern)
    return [
        f"{path.relative_to(REPOSITORY)}:{number}"
        for path in tracked(*files)
        if path.suffix not in {".png", ".pdf", ".mo"} and path.name not in {Path(__file__).name, *allowed}
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if expression.search(line)
    ]


def test_locks_hold_hashes_and_no_address():
    for lock in ("run", "dev"):
        text = (REPOSITORY / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
        assert "://" not in text
        pins = re.findall(r"^[a-z0-9][\w.\-\[\]]*==", text, re.MULTILINE | re.IGNORECASE)
        assert len(pins) > 10
        assert text.count("--hash=sha256:") >= len(pins)


def test_no_registry_address_in_any_tracked_file():
    hosts = r"pypi\.org|pythonhosted|npmjs|unpkg|jsdelivr|cdnjs|--index-url"
    assert offenders(hosts, "*", allowed=("Makefile", "pyproject.toml")) == []


TRUST = r"mark_safe|\|\s*safe\b|autoescape off|csrf_exempt|shell=True|\bpickle\b|yaml\.load\("


# JSON in a data block of a page, escaped on the same line: its own tests try what could end the block
TRUSTED = ["followup/views/data.py"] * 2


def test_nothing_marks_text_as_safe_or_switches_a_check_off():
    assert [place.partition(":")[0] for place in offenders(TRUST, "*.py", "*.html")] == TRUSTED


def test_no_inline_style_or_script():
    assert (
        offenders(
            r"<style|style=|<script(?![^>]*\bsrc=)(?! type=\"application/ld\+json\">)|\bon\w+=\"",
            "templates/*.html",
            "templates/**/*.html",
        )
        == []
    )


@pytest.mark.parametrize("writer", ["Letter", "Assessment"])
def test_one_writer_a_table(writer):
    """Letters and assessments are saved by the services only: no door beside them."""
    services = ("opening.py", "reviewing.py", "claims.py", "publishing.py", "base.py", "removing.py")
    makes = rf"\b{writer}\.objects\.(create|bulk_create|update_or_create|get_or_create)"
    direct = rf"{makes}|{writer}\.objects\..*\.(update|delete)\("
    assert offenders(direct, "followup/*.py", "followup/**/*.py", allowed=services) == []


def test_no_file_is_longer_than_400_lines():
    long = {
        str(path.relative_to(REPOSITORY)): count
        for path in tracked("*.py")
        if "migrations" not in path.parts
        and (count := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert long == {}


def test_compose_file_describes_database_and_web_service():
    compose = yaml.safe_load((REPOSITORY / "docker-compose.yml").read_text(encoding="utf-8"))
    assert set(compose) == {"services", "volumes"}
    assert set(compose["services"]) == {"db", "migrate", "web", "worker"}
    web, database = compose["services"]["web"], compose["services"]["db"]
    assert web["depends_on"] == {
        "db": {"condition": "service_healthy"},
        "migrate": {"condition": "service_completed_successfully"},
    }
    assert web["build"] == "."
    assert "/healthz" in " ".join(web["healthcheck"]["test"])
    assert "pg_isready" in " ".join(database["healthcheck"]["test"])
    assert web["environment"]["DATABASE_URL"].startswith("postgres://registry:")
    assert web["environment"]["ENVIRONMENT"] == "production"
    worker = compose["services"]["worker"]
    assert worker["command"] == ["python", "manage.py", "db_worker"]
    assert worker["environment"] == web["environment"]
    assert worker["environment"]["TASKS"] == "database"
    assert worker["volumes"] == web["volumes"]
    assert worker["depends_on"] == web["depends_on"]
    named = {
        volume.split(":")[0]
        for service in compose["services"].values()
        for volume in service.get("volumes", [])
    }
    assert named == set(compose["volumes"])
    for service in compose["services"].values():
        assert ("image" in service) != ("build" in service)


def test_image_runs_gunicorn_as_an_unprivileged_user():
    lines = (REPOSITORY / "Dockerfile").read_text(encoding="utf-8").splitlines()
    assert 'CMD ["gunicorn", "cmw.wsgi:application"]' in lines
    user = lines.index("USER registry")
    assert not any(line.startswith("RUN") for line in lines[user:])
    assert any("--require-hashes" in line for line in lines)
    copied = {word for line in lines if line.startswith("COPY") for word in line.split()[1:-1]}
    assert all((REPOSITORY / name).exists() for name in copied)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("followup/letters/languages/en.py", "Wording"),
        ("followup/letters/languages/fr.py", "Wording"),
        ("followup/letters/languages/__init__.py", "fr"),
        ("followup/filters/__init__.py", "RecommendationFilter"),
        ("followup/exports/tables.py", "Column("),
    ],
)
def test_the_files_that_contributing_names_are_there(path, words):
    assert words in (REPOSITORY / path).read_text(encoding="utf-8")
    assert path.rsplit("/", 1)[-1] in (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
