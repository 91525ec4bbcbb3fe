"""The interface in three languages: the address says which, and every page leads to itself in the others."""

from __future__ import annotations

import pytest

from .page import Page

pytestmark = pytest.mark.django_db
OTHERS = {"en": "/recommendations/?grade=contrary", "fr": "/fr/recommendations/?grade=contrary"}


@pytest.mark.parametrize(("address", "language"), [("/", "en"), ("/fr/", "fr"), ("/es/letters/", "es")])
def test_the_address_says_which_language(client, address, language):
    page = Page(client.get(address, headers={"accept-language": "de,es;q=0.9"}))
    assert f'<html lang="{language}" dir="ltr">' in page.html


@pytest.mark.parametrize("address", OTHERS.values())
def test_a_page_leads_to_itself_in_the_other_languages(client, address):
    page = Page(client.get(address))
    for language, other in OTHERS.items():
        assert f'<a href="{other}" hreflang="{language}"' in page.html
        assert f'<link rel="alternate" hreflang="{language}" href="{other}">' in page.html


def test_no_cookie_chooses_the_language(client):
    client.cookies["django_language"] = "fr"
    assert '<html lang="en"' in Page(client.get("/states/")).html


def test_staff_pages_stay_in_english(client):
    assert client.get("/admin/login/", headers={"accept-language": "fr"}).headers["content-language"] == "en"
