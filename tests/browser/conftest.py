"""A real browser on the real pages: the machine's own Chromium, driven by Playwright."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.conftest import unavailable

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
PASSWORD = "a-long-enough-password"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    if CHROMIUM is None:
        unavailable("Chromium is not on this machine")
    return {
        **browser_type_launch_args,
        "executable_path": CHROMIUM,
        "args": ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
    }


@pytest.fixture
def site(live_server: Any, transactional_db: None) -> str:
    """The address of the registry with reference data and two members of staff: clerk and corrector."""
    from django.apps import apps
    from django.contrib.auth.models import Group
    from django.core.management import call_command

    from followup.models import User
    from followup.roles import create_groups

    create_groups(sender=apps.get_app_config("followup"))
    call_command("load_reference", verbosity=0)
    for name, group in (("clerk", "Secretariat"), ("corrector", "Correctors")):
        user = User.objects.create_user(name, password=PASSWORD, is_staff=True)
        user.groups.add(Group.objects.get(name=group))
    return str(live_server.url)


@pytest.fixture
def log_in(page: Page, site: str) -> Callable[[str], None]:
    def enter(name: str) -> None:
        page.context.clear_cookies()
        page.goto(f"{site}/admin/login/?next=/admin/")
        page.get_by_label("Username").fill(name)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Log in").click()

    return enter


@pytest.fixture
def console(page: Page) -> list[str]:
    """What the browser complains about: script errors and breaches of the content security policy."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return complaints


@pytest.fixture
def accessible(page: Page) -> Callable[[], None]:
    """Fails where axe finds anything on the page as it stands."""

    def check() -> None:
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES["runOnly"]}})
        violations = [
            (rule["id"], node["target"]) for rule in found.response["violations"] for node in rule["nodes"]
        ]
        assert violations == [], page.url

    return check
