"""What a page says in the language it declares: text and labels, without what is marked as another language."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from .page import VOID

# Words of the interface that are no words of French or Spanish; `on`, `date` or `document` would be.
ENGLISH = re.compile(
    r"\b(all|also|and|are|assessed|assessment|assessments|been|before|by|changed|changes|choose"
    r"|committee|computed|corrected|country|deadline|deadlines|download|due|earlier"
    r"|every|figures|file|filter|filters|find|follow-up|from|grade|grades|has|have|here|history|how|information"
    r"|its|kind|last|late|latest|letter|letters|line|list|month|months|more|name|newest|next|none|not|of"
    r"|overdue|paragraph|paragraphs|party|previous|printed|published|read|received|recommendation|recommendations"
    r"|record|region|registry|reminder|remove|report|reports|sample|search|selected|send|sent|shown?|since"
    r"|staff|state|states|stated|status|such|that|the|their|these|this|to|until|value|values|was"
    r"|were|what|when|where|which|with|withheld|words|year|years|yet|you|your)\b",
    re.IGNORECASE,
)
SPOKEN = {"aria-label", "title", "placeholder", "alt", "data-label"}
LETTER = {"letterpage", "passage", "words", "url"}


class Spoken(HTMLParser):
    """The text nodes and the spoken attributes of a page in its own language, and the addresses it links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.language = self.direction = ""
        self.texts: list[str] = []
        self.links: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self.feed(html)

    @property
    def english(self) -> list[str]:
        """The texts in which an English word stands."""
        return [text for text in self.texts if ENGLISH.search(text)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "html":
            self.language, self.direction = values["lang"] or "", values["dir"] or ""
        own = self._open[-1][1] if self._open else True
        if values.get("lang"):
            own = values["lang"] == self.language
        # what a letter says is in the letter's language, whatever part of it is quoted
        if tag in {"script", "style", "code"} or LETTER & set(str(values.get("class")).split()):
            own = False
        if own:
            self.texts += [str(value) for name, value in attrs if name in SPOKEN and value]
        if tag == "a" and values.get("href") and not values.get("hreflang"):
            self.links.append(str(values["href"]))
        if tag not in VOID:
            self._open.append((tag, own))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if data.strip() and (not self._open or self._open[-1][1]):
            self.texts.append(" ".join(data.split()))
