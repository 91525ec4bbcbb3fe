"""What a researcher does with the list, in a real browser: filter without a reload, go back, search, cite."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests import factories


@pytest.fixture
def registry(site):
    factories.registry()
    return site


def test_a_filter_swaps_the_list_and_the_address_says_which(page: Page, registry, console, accessible):
    page.goto(f"{registry}/recommendations/")
    page.evaluate("window.same = true")
    page.get_by_label("Not implemented").check()
    expect(page).to_have_url(f"{registry}/recommendations/?grade=not_implemented")
    expect(page.locator("#h-res")).to_contain_text("not implemented")
    assert page.evaluate("window.same"), "the page was loaded anew"
    expect(page.get_by_label("Not implemented")).to_be_checked()
    accessible()
    page.get_by_role("link", name=re.compile("remove this filter")).click()
    expect(page).to_have_url(f"{registry}/recommendations/")
    page.go_back()
    expect(page).to_have_url(f"{registry}/recommendations/?grade=not_implemented")
    expect(page.locator("#h-res")).to_contain_text("not implemented")
    assert console == []


def test_search_leads_to_the_sentence_in_three_clicks(page: Page, registry, console, accessible):
    """Has Estmark done what paragraph 12 asks? Show me the sentence."""
    page.goto(registry)
    page.get_by_role("searchbox").first.fill("Estmark 15")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    accessible()
    page.get_by_role("link", name=re.compile("Estmark, 15")).first.click()  # the first click
    expect(page.locator("h1")).to_contain_text("paragraph 15")
    accessible()
    page.get_by_role("link", name=re.compile(r"^\d+ \w+ \d{4}$|letter of")).first.click()  # the second
    expect(page.locator("mark").first).to_be_visible()
    assert console == []
