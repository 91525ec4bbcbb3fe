"""The secretariat in a real browser: two minutes a letter by keyboard, places, selections, colleagues, many letters."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from followup import intake
from followup.models import GradeWording, Letter, User
from tests.conftest import SHARED
from tests.documents.builders import flowing, packed, pdf
from tests.samples import GRADED, UNGRADED, numbered, sample_state
from tests.web.test_outages import locked

from .conftest import PASSWORD

WORDS = "has been heeded in a promising manner"
UNKNOWN = GRADED.replace("has not been implemented", WORDS)


def _letters() -> dict[str, tuple[str, int]]:
    """Letters by name: the text and how many assessments it has."""
    if not (SHARED / "letters").is_dir():
        return {"sample-graded": (GRADED, 3), "sample-ungraded": (UNGRADED, 2)}
    texts = {
        name: (SHARED / "letters" / f"{name}.txt").read_text("utf-8") for name in ("kgz-2018", "tjk-2022")
    }
    return {"kgz-2018": (texts["kgz-2018"], 4), "tjk-2022": (texts["tjk-2022"], 3)}


class Keys:
    """A keyboard that counts: a chord, or pasting, is one stroke."""

    def __init__(self, page: Page) -> None:
        self.page, self.strokes = page, 0

    def press(self, chord: str) -> None:
        self.strokes += 1
        self.page.keyboard.press(chord)

    def paste(self, text: str) -> None:
        self.strokes += 1
        self.page.keyboard.insert_text(text)


@pytest.fixture
def clerk(site) -> User:
    sample_state()
    return User.objects.get(username="clerk")


@pytest.fixture
def review(page: Page, site, clerk, log_in) -> Callable[[Letter], Letter]:
    """Logs the clerk in and opens the review of a letter."""

    def show(letter: Letter) -> Letter:
        log_in("clerk")
        page.goto(f"{site}/admin/followup/letter/{letter.pk}/review/")
        return letter

    return show


def draft(clerk, text: str = GRADED, **source) -> Letter:
    return intake.open_draft(by=clerk, **(source or {"text": text})).letter


@pytest.mark.parametrize("name", _letters())
def test_two_minutes_by_keyboard(name, page: Page, site, clerk, log_in, accessible, console, record_property):
    """Paste, read, continue, publish: four strokes; and every value looked at on the way."""
    text, count = _letters()[name]
    log_in("clerk")
    accessible()
    page.goto(f"{site}/admin/followup/letter/upload/")
    accessible()
    keys = Keys(page)
    keys.paste(text)  # the field has the focus
    keys.press("Control+Enter")
    expect(page.get_by_text("Compare each grade with its sentence")).to_be_visible()
    accessible()
    looked = Keys(page)
    for _ in range(page.locator("[data-value]").count()):
        looked.press("Alt+ArrowDown")
    expect(page.locator("#position")).to_contain_text(re.compile(r"^Value (\d+) of \1: role$"))
    accessible()  # everything stands open now
    keys.press("Control+Enter")
    page.wait_for_url("**/check/")
    accessible()
    keys.press("Control+Enter")
    expect(page.get_by_text(f"1 letter and {count} assessments are public.")).to_be_visible()
    accessible()
    record_property("strokes", keys.strokes)
    record_property("strokes to look at every value", looked.strokes)
    assert keys.strokes == 4
    assert looked.strokes <= 40
    assert Letter.objects.published().count() == 1
    assert console == []


def test_the_same_way_by_mouse_takes_four_clicks(page: Page, site, clerk, log_in):
    log_in("clerk")
    for name in (
        "Upload a letter",
        "Read the letter",
        "Continue to check",
        "Publish 1 letter, 3 assessments",
    ):
        if name == "Read the letter":
            page.get_by_label("Paste the text").fill(GRADED)
        role = "link" if name == "Upload a letter" else "button"
        page.get_by_role(role, name=name).first.click()
    expect(page.get_by_text("3 assessments are public.")).to_be_visible()


def test_a_field_and_its_words_find_each_other(page: Page, review, clerk, console):
    review(draft(clerk))
    page.keyboard.press("Alt+ArrowDown")
    expect(page.locator("#position")).to_have_text("Value 1 of 32: Paragraph 15, grade")
    outlined = page.locator(".linetext .at")
    assert "".join(outlined.all_inner_texts()).endswith("paragraph 15 has been partially implemented.")
    page.keyboard.press("Alt+ArrowDown")
    assert outlined.all_inner_texts() == ["partially implemented"]
    page.locator("#id_reference").evaluate("node => { node.closest('details').open = true; node.focus(); }")
    assert outlined.all_inner_texts() == ["CMW/FollowUp/38/xx"]
    expect(outlined).to_be_in_viewport()
    page.locator(".linetext .val", has_text="May 2023").click()
    expect(page.locator("#id_received")).to_be_focused()
    page.locator(".linetext mark", has_text="not been implemented").last.click()
    expect(page.locator("#id_rows-1-grade_phrase")).to_be_focused()
    assert console == []


def test_on_a_phone_the_letter_stays_above_its_values_and_moves_with_them(page: Page, review, clerk, console):
    page.set_viewport_size({"width": 390, "height": 844})
    review(draft(clerk))
    outlined = page.locator(".linetext .at")
    for number in range(1, 13):
        page.keyboard.press("Alt+ArrowDown")
        expect(page.locator("#position")).to_contain_text(f"Value {number} of 32")
        for part in (page.locator("#position"), page.locator(":focus")):
            expect(part).to_be_in_viewport()
        if outlined.count():
            expect(outlined.first).to_be_in_viewport()
        below = page.evaluate(
            "document.activeElement.getBoundingClientRect().top"
            " - document.getElementById('pane-letter').getBoundingClientRect().bottom"
        )
        assert below >= 0, number
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert console == []


def test_keys_go_from_flag_to_flag_and_do_not_disturb_who_types(page: Page, review, clerk):
    letter = draft(clerk, UNKNOWN.replace("\n20 June 2024\n", "\n"))
    review(letter)
    page.keyboard.press("n")
    expect(page.locator("#id_rows-1-grade_0")).to_be_focused()
    page.keyboard.press("n")
    expect(page.locator("#id_date")).to_be_focused()
    page.keyboard.type("np")  # typed, for the field has the focus
    expect(page.locator("#id_date")).to_have_value("np")
    page.keyboard.press("Alt+n")
    expect(page.locator("#id_rows-1-grade_0")).to_be_focused()
    page.keyboard.press("Alt+p")
    expect(page.locator("#id_date")).to_be_focused()
    # from a value between two flags: on to the one after it, back to the one before it
    for key, found in (("Alt+n", "#id_date"), ("Alt+p", "#id_rows-1-grade_0")):
        page.locator("#id_rows-1-grade_phrase").focus()
        page.keyboard.press(key)
        expect(page.locator(found)).to_be_focused()
    page.locator("#id_date").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("20 June 2024")
    page.keyboard.press("Alt+s")
    expect(page.get_by_text("The draft is saved.")).to_be_visible()
    assert Letter.objects.get().record["date"] == "2024-06-20"


SELECT = """([selector, words]) => {
  const node = [...document.querySelectorAll(selector)].find((one) => one.textContent.includes(words));
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const at = text.data.indexOf(words);
    if (at < 0) continue;
    getSelection().setBaseAndExtent(text, at, text, at + words.length);
    return true;
  }
}"""


def test_a_selection_fills_the_field_and_its_place_is_recorded(page: Page, review, clerk, console):
    """“paragraph 51” stands three times: its place is the one that was selected."""
    letter = draft(clerk)
    review(letter)
    page.locator("#row-0 > summary").click()
    page.locator("#id_rows-0-grade_phrase").focus()
    assert page.evaluate(SELECT, [".linetext li:last-of-type, .linetext li", "constructive dialogue"])
    page.get_by_role("button", name="Use selection: Paragraph 15, words printed").click()
    expect(page.locator("#id_rows-0-grade_phrase")).to_have_value("constructive dialogue")
    page.locator("#the-letter summary", has_text="The letter").first.click()
    page.locator("#id_date").focus()
    assert page.evaluate(SELECT, [".linetext .val", "June 2024"]) is True
    page.keyboard.press("Alt+u")
    expect(page.locator("#id_date")).to_be_focused()
    page.keyboard.press("Alt+s")
    expect(page.get_by_text("The draft is saved.")).to_be_visible()
    letter.refresh_from_db()
    at = letter.text.index("constructive dialogue")
    assert letter.record["spans"]["assessments[0].grade_phrase"] == [[at, at + len("constructive dialogue")]]
    ((start, end),) = letter.record["spans"]["date"]
    assert letter.text[start:end] == "June 2024" and letter.record["date"] == "2024-06"
    assert console == []


def test_a_passage_is_selected_split_and_joined(page: Page, review, clerk):
    letter = draft(clerk)
    review(letter)
    assert page.evaluate(SELECT, [".linetext li", "The Committee looks forward to"])
    page.get_by_role("button", name="Add it as a recommendation").click()
    expect(page.locator("#id_rows-3-text")).to_have_value("The Committee looks forward to")
    page.get_by_role("button", name="Join to the one before").first.click()
    expect(page.locator("#row-3")).to_have_count(0)
    letter.refresh_from_db()
    assert letter.record["assessments"][2]["text"].endswith("The Committee looks forward to")
    page.locator("#row-0 > summary").click()
    page.locator("#row-0 .passagebox > summary").click()
    text = letter.record["assessments"][0]["text"]
    page.locator("#id_rows-0-text").evaluate(
        "(node, at) => node.setSelectionRange(at, at)", text.index("The Committee considers")
    )
    page.locator("#row-0").get_by_role("button", name="Split in two").click()
    expect(page.locator("#id_rows-1-text")).to_have_value(
        "The Committee considers that the recommendation contained in paragraph 15 has been partially implemented."
    )


def test_half_done_work_is_saved_by_itself_and_leaving_warns(page: Page, review, clerk, console):
    letter = draft(clerk)
    review(letter)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.locator("#the-letter summary", has_text="The letter").first.click()
    page.locator("#id_reference").fill("HALF/1")
    page.get_by_role("link", name="Letters").first.click()
    expect(page.locator("#id_reference")).to_have_value("HALF/1")
    assert asked == ["beforeunload"]
    expect(page.locator("#saved")).to_contain_text("Saved at", timeout=10_000)
    letter.refresh_from_db()
    assert (letter.reference, letter.version) == ("HALF/1", 2)
    page.locator("#id_reference").fill("HALF/2")
    page.keyboard.press("Alt+s")  # its own saves are nobody else's
    expect(page.get_by_text("The draft is saved.")).to_be_visible()
    page.get_by_role("link", name="Letters").first.click()
    page.wait_for_url("**/letter/")
    assert asked == ["beforeunload"] and console == []


def test_a_colleague_is_told_and_may_take_over(page: Page, site, browser: Browser, review, clerk, accessible):
    letter = draft(clerk)
    review(letter)
    User.objects.create_user("other", password=PASSWORD, is_staff=True).groups.set(clerk.groups.all())
    with browser.new_context(base_url=site) as context:
        theirs = context.new_page()
        theirs.goto(f"/admin/login/?next=/admin/followup/letter/{letter.pk}/review/")
        theirs.get_by_label("Username").fill("other")
        theirs.get_by_label("Password").fill(PASSWORD)
        theirs.get_by_role("button", name="Log in").click()
        expect(theirs.get_by_role("alert")).to_contain_text("clerk works on this draft")
        theirs.get_by_role("button", name="Take this draft over").click()
        expect(theirs.get_by_role("button", name="Save draft")).to_be_visible()
    page.locator("#the-letter summary", has_text="The letter").first.click()
    page.locator("#id_reference").fill("MINE/1")
    expect(page.locator("#saved")).to_contain_text("other works on this draft.", timeout=10_000)
    page.get_by_role("button", name="Save draft").click()
    expect(page.get_by_role("alert")).to_contain_text("What you typed is not saved")
    expect(page.locator("#id_reference")).to_have_value("MINE/1")
    accessible()
    page.get_by_role("button", name="Take this draft over").click()
    page.get_by_role("button", name="Save draft").click()
    expect(page.get_by_text("The draft is saved.")).to_be_visible()
    assert Letter.objects.get().reference == "MINE/1"


def test_the_page_of_a_pdf_stands_beside_the_text_when_asked_for(
    page: Page, review, clerk, accessible, console
):
    review(draft(clerk, data=pdf([flowing(GRADED)]), filename="letter.pdf"))
    image = page.get_by_role("img", name="Page 1 of 1 of the original")
    expect(image).to_be_hidden()
    page.get_by_text("Image of the page").click()
    expect(image).to_be_visible()
    expect(image).to_have_js_property("naturalWidth", 1100)
    boxes = [page.locator(one).bounding_box() for one in ("#page-image", "#pane-letter", "#pane-values")]
    assert boxes[0]["x"] < boxes[1]["x"] < boxes[2]["x"]
    accessible()
    assert console == []


def test_several_files_and_an_archive(page: Page, site, clerk, log_in, accessible, tmp_path: Path):
    (tmp_path / "one.txt").write_text(GRADED, "utf-8")
    (tmp_path / "lunch.txt").write_text("Lunch is at noon.", "utf-8")
    (tmp_path / "more.zip").write_bytes(packed({"a.txt": numbered(1), "b.txt": numbered(2)}))
    log_in("clerk")
    page.get_by_role("link", name="Upload several letters").click()
    accessible()
    page.get_by_label("Choose the files").set_input_files(sorted(tmp_path.iterdir()))
    page.get_by_role("button", name="Read the letters").click()
    expect(page.get_by_role("heading", name="4 of 4 read")).to_be_visible()
    accessible()
    page.get_by_role("link", name="Refused 1").click()
    expect(page.locator("tbody tr")).to_have_count(1)
    page.get_by_role("link", name="All 4").click()
    page.get_by_role("link", name="Letter to Testland").first.click()
    expect(page.get_by_role("button", name="Continue to check")).to_be_visible()
    page.goto(f"{site}/admin/?what=drafts")
    expect(page.locator("tbody tr")).to_have_count(3)
    accessible()


def test_a_wording_is_taught_from_a_letter(page: Page, review, clerk, accessible):
    letter = draft(clerk, UNKNOWN)
    review(letter)
    page.get_by_role("link", name="Teach this wording").click()
    expect(page.get_by_label("Words:")).to_have_value("heeded in a promising manner")
    page.get_by_label("Grade:").select_option(label="Partially implemented")
    accessible()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("is taught: letters are read with it from now on")).to_be_visible()
    page.get_by_role("button", name="Read this letter again").click()
    expect(page.get_by_text("Everything was found")).to_be_visible()
    accessible()
    assert GradeWording.objects.count() == 1
    letter.refresh_from_db()
    assert letter.record["assessments"][1]["grade"] == "partially_implemented"


def test_a_similar_letter_is_compared_before_a_draft_is_made(page: Page, site, clerk, log_in, accessible):
    draft(clerk)
    log_in("clerk")
    page.goto(f"{site}/admin/followup/letter/upload/")
    page.get_by_label("Paste the text").fill(GRADED.replace("/38/xx", "/38/yy").replace("rare", "very rare"))
    page.get_by_role("button", name="Read the letter").click()
    expect(page.get_by_role("heading", name="A similar letter is here already")).to_be_visible()
    accessible()
    page.set_viewport_size({"width": 390, "height": 844})
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert Letter.objects.count() == 1
    with page.context.expect_page() as other:
        page.get_by_role("link", name="Open the other letter").click()
    expect(other.value.get_by_text("CMW/FollowUp/38/xx").first).to_be_visible()
    page.get_by_role("button", name="Go on with this letter").click()
    page.wait_for_url("**/review/")
    assert Letter.objects.count() == 2


def test_what_cannot_be_saved_now_is_sent_again(page: Page, review, clerk, accessible):
    letter = review(draft(clerk))
    with locked():
        page.locator("#the-letter summary", has_text="The letter").first.click()
        page.locator("#id_reference").fill("TYPED/1")
        expect(page.locator("#saved")).to_contain_text("The registry cannot save right now", timeout=10_000)
        page.keyboard.press("Alt+s")
        expect(page.get_by_role("heading", name="The registry cannot save right now")).to_be_visible()
        accessible()
    expect(page.get_by_role("button", name="Send again")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("The draft is saved.")).to_be_visible()
    letter.refresh_from_db()
    assert (letter.reference, letter.version) == ("TYPED/1", 2)
