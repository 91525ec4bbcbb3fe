"""A public page as a test reads it: its words, headings, ids, links and what must not be in it."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from django.core.signals import request_finished
from django.db import close_old_connections
from django.http import HttpResponse

DATA = {"application/ld+json"}  # a block that no browser runs
VOID = {"meta", "link", "input", "br", "img", "hr", "use", "path", "circle", "rect"}


class Page(HTMLParser):
    """`words` is the text with white space folded, without what only carries shapes."""

    def __init__(self, response: HttpResponse) -> None:
        super().__init__()
        self.status = response.status_code
        self.html = b"".join(response).decode()
        self.ids: list[str] = []
        self.headings: list[tuple[int, str]] = []
        self.links: dict[str, str] = {}
        self.marked: list[str] = []
        self.inline: list[str] = []
        self._words: list[str] = []
        self._open: list[tuple[str, str, int]] = []
        self.feed(self.html)

    @property
    def words(self) -> str:
        return " ".join("".join(self._words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if values.get("id"):
            self.ids.append(str(values["id"]))
        if (
            (tag == "script" and "src" not in values and values.get("type") not in DATA)
            or "style" in values
            or any(name.startswith("on") for name in values)
        ):
            self.inline.append(str(self.get_starttag_text()))
        if tag not in VOID:
            self._open.append((tag, str(values.get("href") or ""), len(self._words)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open[-1][0] != tag:
            self._open.pop()
        if not self._open:
            return
        _, href, start = self._open.pop()
        text = " ".join("".join(self._words[start:]).split())
        if tag[0] == "h" and tag[1:].isdigit():
            self.headings.append((int(tag[1]), text))
        elif tag == "a":
            self.links.setdefault(text, href)
        elif tag == "mark":
            self.marked.append(text)
        if tag in {"p", "li", "td", "th", "dt", "dd", "div", "label"}:
            self._words.append("\n")

    def handle_data(self, data: str) -> None:
        self._words.append(data)


def finish(response: Any) -> None:
    """Close what an answer holds open, such as a file, and leave the test its connection to the database."""
    request_finished.disconnect(close_old_connections)
    try:
        response.close()
    finally:
        request_finished.connect(close_old_connections)
