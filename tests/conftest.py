"""What all tests share: the real letters where they are at hand, users, and a place for uploaded files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.test import TransactionTestCase
from django.utils import translation

REPOSITORY = Path(__file__).resolve().parent.parent
SHARED = REPOSITORY.parent / "shared"  # real letters and files; not part of the repository
REQUIRE_ALL = bool(os.environ.get("REQUIRE_ALL_TESTS"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--postgres",
        action="store_true",
        help="this run is the one on PostgreSQL: skip all where there is none",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    engine = django_settings.DATABASES["default"]["ENGINE"]
    if config.getoption("--postgres") and not engine.endswith("postgresql"):
        if REQUIRE_ALL:
            raise pytest.UsageError("no PostgreSQL: POSTGRES_TEST_URL is not set, and REQUIRE_ALL_TESTS is")
        skip = pytest.mark.skip(reason="no PostgreSQL: set POSTGRES_TEST_URL to run the tests on it")
        for item in items:
            item.add_marker(skip)
    elif not engine.endswith("postgresql") and os.environ.get("POSTGRES_TEST_URL"):
        # the run on PostgreSQL, which follows, has them
        later = [item for item in items if item.get_closest_marker("postgres")]
        config.hook.pytest_deselected(items=later)
        items[:] = [item for item in items if item not in later]


def pytest_configure(config: pytest.Config) -> None:
    # playwright drives the browser from an event loop; Django would refuse the database in its thread
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    django_settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True, scope="session")
def _tests_clean_up_through_the_door() -> Iterator[None]:
    """A test with real transactions empties all tables afterwards: the history too."""
    from followup.models import maintenance

    empty = TransactionTestCase._fixture_teardown

    def through_the_door(case: TransactionTestCase) -> None:
        with maintenance():
            empty(case)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", through_the_door)
        yield


def pytest_report_header() -> list[str]:
    engine = django_settings.DATABASES["default"]["ENGINE"].rsplit(".", 1)[-1]
    letters = "found" if SHARED.is_dir() else "not here: their tests are skipped"
    return [f"database: {engine}", f"real letters: {letters}"]


def unavailable(what: str) -> None:
    """Skip with a visible reason; where every test is required, fail instead."""
    if REQUIRE_ALL:
        pytest.fail(f"{what}, and REQUIRE_ALL_TESTS is set")
    pytest.skip(what)


@pytest.fixture(autouse=True)
def _english() -> None:
    """A request to /fr/ leaves its thread in French: no test begins in the language of the one before."""
    translation.activate("en")


@pytest.fixture(autouse=True)
def _originals(tmp_path: Path, settings: object) -> None:
    settings.ORIGINALS_DIR = tmp_path / "originals"  # type: ignore[attr-defined]
    settings.SNAPSHOTS_DIR = tmp_path / "snapshots"  # type: ignore[attr-defined]


@pytest.fixture
def reference(db: None) -> None:
    """States parties, names and sessions."""
    from django.core.management import call_command

    call_command("load_reference", verbosity=0)


@pytest.fixture
def staff(db: None):
    """staff("Secretariat", "Correctors") makes a user of these groups; staff() one of none."""
    from django.contrib.auth.models import Group

    from followup.models import User

    def make(*groups: str, name: str = "") -> User:
        user = User.objects.create_user(name or "-".join(groups).lower() or "nobody", is_staff=True)
        user.groups.set(Group.objects.filter(name__in=groups))
        return user

    return make


def letter_text(name: str) -> str:
    """A real letter by the name of its file, such as kgz-2018; skips where the letters are not at hand."""
    path = SHARED / "letters" / f"{name}.txt"
    if not path.exists():
        pytest.skip("the real letters are not on this machine")
    return path.read_text(encoding="utf-8")
