"""What holds for every request: headers, size of the body, caches, and nothing unpublished anywhere."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from followup import intake
from tests.samples import GRADED, sample_state

pytestmark = pytest.mark.django_db

HEADERS = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
ANSWERS = [
    ("get", "/", 200),
    ("get", "/admin/login/", 200),
    ("get", "/recommendations/?nonsense=1", 400),
    ("get", "/recommendations.csv?nonsense=1", 400),
    ("get", "/nothing/", 404),
    ("post", "/admin/login/", 200),
    ("post", "/", 405),
    ("get", "/healthz", 200),
]


@pytest.mark.parametrize(("method", "path", "status"), ANSWERS)
def test_every_answer_carries_the_headers(client, method, path, status):
    answer = getattr(client, method)(path)
    assert answer.status_code == status
    check_headers(answer)


def check_headers(answer) -> None:
    for name, value in HEADERS.items():
        assert answer.headers[name] == value, name
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


TOO_LARGE = [
    ("/", 256 * 1024),
    ("/admin/login/", 2 * 1024 * 1024),
    ("/admin/followup/letter/upload/", 21 * 1024 * 1024),
    ("/nowhere/", 256 * 1024),
]


@pytest.mark.parametrize(("path", "limit"), TOO_LARGE)
def test_a_body_is_refused_before_it_is_read(client, path, limit):
    def answer(length: str, **more: str):
        return client.generic("POST", path, data=b"", CONTENT_LENGTH=length, **more)

    for length in (str(limit + 1), "-1", "many"):
        refused = answer(length)
        assert refused.status_code == 413, length
        check_headers(refused)
    assert answer("0", HTTP_TRANSFER_ENCODING="chunked").status_code == 413
    assert answer("0").status_code != 413


def test_a_public_page_asks_for_no_cookie_and_a_staff_page_for_no_cache(client, staff):
    answer = client.get("/states/")
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert not answer.cookies
    client.force_login(staff("Secretariat"), backend="django.contrib.auth.backends.ModelBackend")
    assert "no-store" in client.get("/states/").headers["Cache-Control"]
    assert "no-store" in client.get("/admin/").headers["Cache-Control"]


@pytest.mark.parametrize("host", ["evil.example", "testserver.evil.example", "a b", "testserver:80@evil"])
def test_a_host_that_is_not_ours_is_refused(host):
    assert Client(HTTP_HOST=host).get("/").status_code == 400


CANARY = "xylophonecanary"


def public_addresses() -> list[str]:
    """Every public address without arguments, from the URL configuration itself."""

    def walk(patterns, prefix=""):
        for pattern in patterns:
            route = prefix + str(pattern.pattern)
            if isinstance(pattern, URLResolver):
                yield from walk(pattern.url_patterns, route)
            elif isinstance(pattern, URLPattern) and "<" not in route and not route.startswith("admin/"):
                yield "/" + route

    return sorted(walk(get_resolver().url_patterns))


def test_a_draft_leaks_nowhere(client, reference, staff):
    sample_state()
    clerk = staff("Secretariat")
    text = GRADED.replace("recruitment agencies", f"recruitment {CANARY} agencies").replace(
        "/38/xx", f"/38/{CANARY}"
    )
    draft = intake.open_draft(text=text, by=clerk).letter
    addresses = public_addresses()
    assert {"/", "/states/", "/letters/", "/recommendations/", "/recommendations.csv"} <= set(addresses)
    queries = [
        "",
        f"?q={CANARY}",
        "?state=XTL",
        "?symbol=CMW/C/XTL/CO/2",
        f"?symbol=CMW/FollowUp/38/{CANARY}",
    ]
    hidden = ["/states/XTL/", "/recommendations/XTL/CO-2/15/", f"/letters/cmw-followup-38-{CANARY}/"]
    for address in [*(path + query for path in addresses for query in queries), *hidden]:
        answer = client.get(address)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        text = body.decode().replace(f"“{CANARY}”", "").replace(f'value="{CANARY}"', "")
        assert "CMW/C/XTL/FCO/2" not in text, address
        assert f"recruitment {CANARY}" not in text, address
        if address in hidden[1:]:
            assert answer.status_code == 404, address
    draft = intake.publish(draft, by=clerk, version=draft.version)
    assert f"recruitment {CANARY}" in client.get(hidden[1]).content.decode()


def test_names_and_addresses_are_public_nowhere(client, reference, staff):
    sample_state()
    clerk = staff("Secretariat")
    letter = intake.open_draft(text=GRADED, by=clerk).letter
    intake.publish(letter, by=clerk, version=letter.version)
    pages = [
        "/letters/cmw-followup-38-xx/",
        "/states/XTL/",
        "/recommendations/XTL/CO-2/29c/",
        *public_addresses(),
    ]
    for address in pages:
        answer = client.get(address)
        body = (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode()
        for personal in ("Probe", "Muster", "mission.testland", "example.org"):
            assert personal not in body, (address, personal)
