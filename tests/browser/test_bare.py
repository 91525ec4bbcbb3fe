"""The same pages without JavaScript, with the keyboard alone, on a phone, and in the dark."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from followup import intake
from followup.models import Letter
from tests.samples import GRADED, sample_state

from .conftest import PASSWORD


def test_a_letter_is_published_with_the_keyboard_alone_and_no_script(browser: Browser, site):
    sample_state()
    with browser.new_context(java_script_enabled=False, base_url=site) as context:
        _publish(context.new_page())
    assert Letter.objects.published().count() == 1


def _publish(page: Page) -> None:
    keys = page.keyboard
    page.goto("/admin/login/?next=/admin/followup/letter/upload/")
    page.get_by_label("Username").focus()
    keys.type("clerk")
    keys.press("Tab")
    keys.type(PASSWORD)
    keys.press("Enter")
    expect(page.get_by_label("Paste the text")).to_be_focused()
    keys.insert_text(GRADED)
    tab_to(page, "Read the letter")
    keys.press("Enter")
    expect(page.get_by_text("Everything was found")).to_be_visible()
    tab_to(page, "Continue to check")
    keys.press("Enter")
    page.wait_for_url("**/check/")
    tab_to(page, "Publish 1 letter, 3 assessments")
    keys.press("Enter")
    expect(page.get_by_text("3 assessments are public")).to_be_visible()


def tab_to(page: Page, name: str, most: int = 60) -> None:
    """Press Tab until the control with this name has the focus; a person would give up after `most`."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement?.innerText ?? ''").strip() == name:
            return
    raise AssertionError(f"{name} is out of reach of the Tab key on {page.url}")


PAGES = [
    "/",
    "/states/",
    "/states/XTL/",
    "/observations/XTL/CO-2/",
    "/compare/",
    "/compare/?s=XTL&s=TJK",
    "/deadlines/",
    "/statistics/",
    "/recommendations/",
    "/recommendations/?state=XTL&grade=not_implemented&q=courts",
    "/recommendations/?grade=nonsense",
    "/recommendations/XTL/CO-2/29c/",
    "/letters/",
    "/letters/cmw-followup-38-xx/",
    "/methodology/",
    "/nothing/",
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_public_pages_fit_and_are_accessible(page: Page, site, accessible, scheme, width):
    from followup.models import User

    sample_state()
    clerk = User.objects.get(username="clerk")
    letter = intake.open_draft(text=GRADED, by=clerk).letter
    intake.publish(letter, by=clerk, version=letter.version)
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 844})
    for path in PAGES:
        page.goto(site + path)
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wider <= 0, path
        if width != 320:
            accessible()
