"""How tests send problem reports, and what hostile people write into them."""

from __future__ import annotations

import re
from typing import Any

from django.test import Client

from followup.models import ProblemReport


def address(record, field: str = "") -> str:
    return f"/report/?record={record._meta.model_name}:{record.pk}" + (f"&field={field}" if field else "")


def hidden(html: str, name: str) -> str:
    return re.search(rf'name="{name}" value="([^"]*)"', html)[1]


def filled(client, url: str, **said: str) -> dict[str, str]:
    html = client.get(url).content.decode()
    sent = {name: hidden(html, name) for name in ("version", "token")}
    return {
        **sent,
        "field": "grade",
        "should_be": "Not implemented",
        "where": "",
        "email": "",
        "website": "",
        **said,
    }


def make(record: Any, **said: str) -> ProblemReport:
    """A report as a visitor sends it."""
    visitor = Client()
    url = address(record)
    visitor.post(url, filled(visitor, url, **said))
    return ProblemReport.objects.latest("pk")


PAYLOADS = [
    "<script>alert(1)</script>",
    "<ScRiPt >alert(1)</sCrIpT>",
    '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)//",
    "<svg/onload=alert(1)>",
    "<svg><script>alert&#40;1)</script>",
    "<body onload=alert(1)>",
    "<iframe src=javascript:alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "<!--<script>alert(1)//-->",
    "]]><script>alert(1)</script>",
    "<math><mi xlink:href=javascript:alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<select onfocus=alert(1) autofocus>",
    "<video><source onerror=alert(1)>",
    "<object data=javascript:alert(1)>",
    "<embed src=javascript:alert(1)>",
    "<link rel=stylesheet href=//evil.example>",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<base href=//evil.example>",
    "<form action=//evil.example><input>",
    "<b>bold</b>",
    "<p style=position:fixed>x",
    "{{ 7|add:7 }}",
    "{% debug %}",
    "{% include 'admin/index.html' %}",
    "${alert(1)}",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "＜script＞alert(1)＜/script＞",
    "\u202e<script>alert(1)</script>",
    "onmouseover=alert(1) x=",
    "' OR '1'='1'; DROP TABLE followup_problemreport; --",
]
