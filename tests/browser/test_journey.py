"""The whole way of a letter in a browser: paste, review, check, publish, find, filter, read, download, correct."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import SHARED
from tests.samples import GRADED, UNGRADED, sample_state


@dataclass(frozen=True)
class Journey:
    """A letter and what a researcher must find of it."""

    text: str
    state: str
    iso3: str
    paragraphs: dict[str, str]
    grade: str
    grade_code: str
    sentence: str
    slug: str


def _journeys() -> dict[str, Journey]:
    sample = {"state": "Testland", "iso3": "XTL"}
    journeys = {
        "sample-graded": Journey(
            GRADED,
            **sample,
            paragraphs={"15": "15", "29 (c)": "29c", "51": "51"},
            grade="Not implemented",
            grade_code="not_implemented",
            sentence="The Committee considers that the recommendation made in paragraph 29 (c) has not been implemented.",
            slug="cmw-followup-38-xx",
        ),
        "sample-ungraded": Journey(
            UNGRADED,
            **sample,
            paragraphs={"21": "21", "33": "33"},
            grade="Grade not stated",
            grade_code="not_stated",
            sentence="to train border officials",
            slug="cmw-followup-28-xx",
        ),
    }
    if not (SHARED / "letters").is_dir():
        return journeys
    return {
        "kgz-2018": Journey(
            (SHARED / "letters" / "kgz-2018.txt").read_text(encoding="utf-8"),
            "Kyrgyzstan",
            "KGZ",
            {"27": "27", "29": "29", "31": "31", "33": "33"},
            "Grade not stated",
            "not_stated",
            "ensure access to emergency medical care",
            "cmw-followup-29-bs",
        ),
        "tjk-2022": Journey(
            (SHARED / "letters" / "tjk-2022.txt").read_text(encoding="utf-8"),
            "Tajikistan",
            "TJK",
            {"12": "12", "35 (a)": "35a", "47": "47"},
            "Partially implemented",
            "partially_implemented",
            "The Committee considers that the recommendation made in paragraph 35 (a) has been partially implemented.",
            "cmw-followup-35-ik",
        ),
    }


JOURNEYS = _journeys()


@pytest.mark.parametrize("name", JOURNEYS)
def test_from_paste_to_corrected_grade(name, page: Page, site, log_in, console, accessible, tmp_path):
    journey = JOURNEYS[name]
    if journey.iso3 == "XTL":
        sample_state()
    count = len(journey.paragraphs)

    # the secretariat: paste, review, check, publish
    log_in("clerk")
    accessible()
    page.get_by_role("link", name="Upload a letter").first.click()
    accessible()
    page.get_by_label("Paste the text").fill(journey.text)
    page.get_by_role("button", name="Read the letter").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"Letter to {journey.state}")
    accessible()
    mark = page.locator(".linetext .refmark").nth(1)
    mark.click()
    expect(page.locator("#id_rows-1-paragraph")).to_be_focused()
    page.get_by_role("button", name="Continue to check").click()
    accessible()
    publish = f"Publish 1 letter, {count} assessments"
    page.get_by_role("button", name=publish).first.click()
    expect(page.get_by_text(f"{count} assessments are public")).to_be_visible()
    accessible()

    # a researcher: find by country, read the Committee's words
    page.context.clear_cookies()
    page.goto(site)
    accessible()
    page.get_by_role("navigation", name="Main").get_by_role("link", name="States").click()
    accessible()
    page.get_by_role("main").get_by_role("link", name=journey.state, exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(journey.state)
    accessible()

    # filter the list, download exactly its rows
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Recommendations").click()
    accessible()
    page.goto(f"{site}/recommendations/?state={journey.iso3}&grade={journey.grade_code}")
    rows = page.locator("table tbody tr")
    expected = rows.count()
    assert expected >= 1
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").first.click()
    target = tmp_path / "rows.csv"
    download.value.save_as(target)
    table = list(csv.DictReader(io.StringIO(Path(target).read_text(encoding="utf-8-sig"))))
    assert len(table) == expected

    # the grade is one click from the sentence of the letter
    label, slug = list(journey.paragraphs.items())[1 if count > 1 else 0]
    label, slug = next(
        (
            (label, slug)
            for label, slug in journey.paragraphs.items()
            if f"paragraph {label} " in journey.sentence
        ),
        (label, slug),
    )
    page.locator(f"a[href*='/{slug}/']").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"paragraph {label}")
    expect(page.get_by_role("main")).to_contain_text(journey.grade)
    accessible()
    page.locator(f"a[href*='/letters/{journey.slug}/#']").first.click()
    expect(page).to_have_url(re.compile(rf"/letters/{journey.slug}/#"))
    body = page.content()
    assert journey.sentence in page.locator("body").inner_text()
    addresses = set(re.findall(r"\S+@\S+", page.locator("main").inner_text()))
    assert addresses <= {"registry@ohchr.org", "cmw@ohchr.org"}  # of the office, in the letterhead
    for personal in ("Mukashev", "Khamidov", "Ada Probe", "Muster", "Corzo", "Tall\n"):
        assert personal not in body
    accessible()

    # a corrector: change the grade with a reason, see the history
    log_in("corrector")
    page.goto(f"{site}/admin/followup/assessment/?q={journey.iso3}")
    page.get_by_role("link", name="Correct", exact=True).first.click()
    accessible()
    page.get_by_label("Substantially implemented").check()
    page.get_by_label("Words of the grade").fill("implement")
    page.get_by_label("Reason").fill("Corrected in the browser test.")
    page.get_by_role("button", name="Save the correction").first.click()
    # neither letter says that in these words: the corrector is asked, and sure
    page.get_by_label("I have checked this against the letter").check()
    page.get_by_role("button", name="Save the correction").first.click()
    expect(page.get_by_role("heading", name=re.compile("history", re.IGNORECASE)).first).to_be_visible()
    expect(page.get_by_text("Corrected in the browser test.").first).to_be_visible()
    assert [complaint for complaint in console if "422" not in complaint] == []
