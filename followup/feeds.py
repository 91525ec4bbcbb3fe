"""Atom feeds (RFC 4287) of any list. A list has one when its view says what its entries are:

feed = Feed("changes", title="Changes", query="state=XES", page=…, address=…, entries=[Entry("change/12", …)])
return feed.answer(request)
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html_join
from django.utils.http import http_date, quote_etag
from django.utils.translation import gettext_lazy

AUTHOR = gettext_lazy("CMW follow-up registry")
# The year from which on the domain stands for this registry: a part of every id (RFC 4151), never to be changed.
SINCE = 2026
# what XML 1.0 cannot hold, and what it discourages
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class Entry(NamedTuple):
    """One entry. `id` is what is permanent of it; `updated` differs from `published` where it was changed since."""

    id: str
    title: str
    link: str
    published: datetime
    updated: datetime
    paragraphs: Sequence[str] = ()
    category: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A list as a feed. `name` and `query` (in its canonical form) make its permanent id."""

    name: str
    title: str
    query: str
    page: str  # the address of the list for people, and of the feed itself: both absolute
    address: str
    entries: Sequence[Entry]
    language: str = "en"

    @property
    def updated(self) -> datetime:
        """When something in it last changed; of an empty feed the day its id was taken."""
        return max((entry.updated for entry in self.entries), default=datetime(SINCE, 1, 1, tzinfo=UTC))

    def xml(self) -> str:
        feed = _Atom(
            title=plain(self.title),
            link=self.page,
            description=None,
            language=self.language,
            author_name=str(AUTHOR),
            feed_url=self.address,
            feed_guid=tag(f"{self.name}?{self.query}" if self.query else self.name),
            updated=self.updated,
        )
        for entry in self.entries:
            feed.add_item(
                title=plain(entry.title),
                link=entry.link,
                # the paragraphs are escaped here as HTML, and the whole once more as XML
                description=format_html_join("", "<p>{}</p>", ((plain(text),) for text in entry.paragraphs)),
                pubdate=entry.published,
                updateddate=entry.updated,
                unique_id=tag(entry.id),
                categories=[entry.category] if entry.category else (),
            )
        return str(feed.writeString("utf-8"))

    def answer(self, request: HttpRequest) -> HttpResponse:
        """The feed, or 304 for a reader that has it already."""
        body = self.xml().encode()
        etag = quote_etag(hashlib.sha256(body).hexdigest()[:32])
        response = HttpResponse(body, content_type=Atom1Feed.content_type)
        response["ETag"], response["Last-Modified"] = etag, http_date(self.updated.timestamp())
        found = get_conditional_response(request, etag, int(self.updated.timestamp()), response)
        return found if isinstance(found, HttpResponse) else response


class _Atom(Atom1Feed):
    """Django's writer, which would date an empty feed with the moment somebody asks for it."""

    def latest_post_date(self) -> datetime:
        updated: Any = self.feed["updated"]
        return updated


def tag(name: str) -> str:
    """The permanent id of a feed or an entry: it stays when addresses change."""
    return f"tag:{settings.FEED_DOMAIN},{SINCE}:{name}"


def plain(text: str) -> str:
    """The text without characters that an XML document cannot hold."""
    return _NOT_XML.sub("", text)
