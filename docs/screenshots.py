"""Takes the pictures of docs/secretariat.md from a running demo: sample letters only.

    make run                                  # in another terminal
    .venv/bin/python docs/screenshots.py      # or with another address: … http://127.0.0.1:8000

It leaves the demo as a visitor would: two drafts are claimed, one letter is published and taken back.
"""

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

FOLDER = Path(__file__).parent / "secretariat"
PASSWORD = "sample-letters-only"  # noqa: S105  # the demo prints it
SIZE = {"width": 1180, "height": 760}
FLAGGED, READY = "Letter to Halvara", "Letter to Brenmoor"


def main(site: str) -> None:
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_context(viewport=SIZE, base_url=site, color_scheme="light").new_page()
        enter(page, "demo-secretariat")
        save(page, "queue")
        page.goto("/admin/followup/letter/upload/")
        save(page, "upload")
        open_draft(page, FLAGGED)
        page.wait_for_load_state("load")
        page.keyboard.press("n")
        page.locator(".linetext .at").first.wait_for()
        save(page, "review")
        open_draft(page, READY)
        page.get_by_role("button", name="Continue to check").click()
        save(page, "check")
        page.get_by_role("button", name="Publish").first.click()
        save(page, "result")
        page.get_by_role("button", name="Undo: make it a draft again").click()
        enter(page, "demo-corrector")
        page.goto("/admin/followup/assessment/")
        page.get_by_role("link", name="Correct", exact=True).first.click()
        save(page, "correct")
        browser.close()


def enter(page: Page, name: str) -> None:
    page.context.clear_cookies()
    page.goto("/admin/login/?next=/admin/")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()


def open_draft(page: Page, name: str) -> None:
    page.goto("/admin/?what=drafts")
    page.get_by_role("link", name=name).first.click()
    take_over = page.get_by_role("button", name="Take this draft over")
    if take_over.count():
        take_over.click()


def save(page: Page, name: str) -> None:
    """The part of the page a person sees first, in few colours: a picture of a page needs no more."""
    FOLDER.mkdir(exist_ok=True)
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    picture.quantize(128, dither=Image.Dither.NONE).save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000")
