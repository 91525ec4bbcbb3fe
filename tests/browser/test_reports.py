"""A reader reports a wrong grade, a corrector answers with a correction, and the log tells everybody."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from followup import intake
from followup.models import Letter, ProblemReport
from tests.samples import GRADED, sample_state


@pytest.fixture
def letter(site) -> Letter:
    from followup.models import User

    sample_state()
    clerk = User.objects.get(username="clerk")
    draft = intake.open_draft(text=GRADED, by=clerk).letter
    return intake.publish(draft, by=clerk, version=draft.version)


def test_from_a_report_to_the_correction_and_the_log(page: Page, site, letter, log_in, console, accessible):
    page.goto(f"{site}/recommendations/XTL/CO-2/15/")
    page.get_by_role("link", name="Grade", exact=True).click()
    expect(page.get_by_role("radio", name="Grade: Partially implemented", exact=True)).to_be_checked()
    page.get_by_role("button", name="Send the report").click()
    expect(page.get_by_role("alert")).to_contain_text("Not sent. What you wrote is still here.")
    accessible()
    page.get_by_label("What should it say?").fill("Substantially implemented")
    page.get_by_label("Where does the letter say so?").fill("Line 13")
    page.get_by_role("button", name="Send the report").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Thank you. Your report has the number")
    accessible()

    log_in("corrector")
    page.goto(f"{site}/admin/followup/problemreport/")
    accessible()
    page.get_by_role("link", name=str(ProblemReport.objects.get().pk), exact=True).click()
    expect(page.get_by_text("has been partially implemented")).to_be_visible()
    accessible()
    page.get_by_role("link", name="Correct this value").click()
    page.get_by_label("Substantially implemented").check()
    page.get_by_label("Reason").fill("The reader is right about line 13.")
    page.get_by_role("button", name="Save the correction").first.click()
    expect(page.get_by_role("alert")).to_contain_text("“Substantially implemented” was chosen.")
    accessible()
    page.get_by_label("I have checked this against the letter").check()
    page.get_by_role("button", name="Save the correction").first.click()
    page.wait_for_load_state()
    assert ProblemReport.objects.get().status == "corrected"

    page.context.clear_cookies()
    page.goto(f"{site}/changes/")
    expect(page.locator(".log li").first).to_contain_text("The reader is right about line 13.")
    expect(page.locator(".log del").first).to_contain_text("Partially implemented")
    expect(page.locator(".log ins").first).to_contain_text("Substantially implemented")
    assert [
        complaint for complaint in console if "422" not in complaint
    ] == []  # the form that was sent empty


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_the_pages_fit_and_are_accessible(page: Page, site, letter, accessible, scheme, width):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 844})
    number = letter.changes.get().pk
    for path in (
        "/changes/",
        "/changes/?year=2005",
        "/changes/?stat=XTL",
        f"/changes/{number}/",
        f"/report/?record=letter:{letter.pk}",
        "/report/",
        "/letters/cmw-followup-38-xx/",
    ):
        page.goto(site + path)
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wider <= 0, path
        if width != 320:
            accessible()
