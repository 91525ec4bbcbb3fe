"""A letter on an examination that a stored one is on: shown before a draft is made of it, by each way in."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from followup.documents import originals
from followup.models import BatchFile, Letter
from tests.admin.conftest import page
from tests.samples import GRADED, numbered

pytestmark = pytest.mark.django_db

UPLOAD = "/admin/followup/letter/upload/"
MANY = "/admin/followup/letter/upload-many/"
AGAIN = GRADED.replace("/38/xx", "/38/yy").replace("partially implemented", "substantially implemented")


def pasted():
    return {"text": AGAIN}


def uploaded():
    return {"file": SimpleUploadedFile("again.txt", AGAIN.encode())}


def hidden(answer) -> dict[str, str]:
    """The form of the page as a browser sends it."""
    form = answer.content.decode().split("<form", 2)[-1]
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form)
    unescaped = {name: value.replace("&#x27;", "'").replace("&amp;", "&") for name, value in found}
    return {name: value for name, value in unescaped.items() if name != "csrfmiddlewaretoken"}


@pytest.mark.parametrize("send", [pasted, uploaded])
def test_the_other_letter_is_shown_and_nothing_is_stored_until_somebody_goes_on(desk, draft, send):
    answer = desk.post(UPLOAD, send())
    body = " ".join(answer.content.decode().split())
    assert answer.status_code == 409
    assert "A similar letter is here already" in body
    for words in (
        "CMW/FollowUp/38/xx",
        "CMW/FollowUp/38/yy",
        "15: Partially implemented",
        "15: Substantially",
    ):
        assert words in body
    assert f'href="{page(draft, "review")}" target="_blank" rel="noopener">Open the other letter' in body
    assert (Letter.objects.count(), Letter.history.count()) == (1, 1)

    sent = hidden(answer)
    for _ in range(2):  # pressed twice it is one draft
        answer = desk.post(UPLOAD, sent)
        letter = Letter.objects.latest("pk")
        assert answer.headers["Location"] == page(letter, "review")
    assert Letter.objects.count() == 2
    assert (letter.reference, letter.original_name) == (
        "CMW/FollowUp/38/yy",
        "again.txt" if send is uploaded else "",
    )
    assert letter.text.strip() == AGAIN.strip()
    for step in ("review", "check"):
        assert "A similar letter is here already" in desk.get(page(letter, step)).content.decode()


def test_a_letter_like_no_other_is_a_draft_at_once(desk, draft):
    answer = desk.post(UPLOAD, {"text": numbered(5)})
    assert answer.headers["Location"] == page(Letter.objects.latest("pk"), "review")


@pytest.mark.parametrize("forged", ["x", "eyJzaGEyNTYiOiJhIn0:1:abc"])
def test_a_made_up_file_is_none(desk, draft, forged):
    answer = desk.post(UPLOAD, {"kept": forged, "apart": "on"})
    assert answer.status_code == 422
    assert "Paste the text of a letter, or choose a file." in answer.content.decode()


def test_a_file_that_is_gone_meanwhile_is_asked_for_again(desk, draft, settings):
    answer = desk.post(UPLOAD, uploaded())
    [path] = [
        one
        for one in settings.ORIGINALS_DIR.rglob("*")
        if one.is_file() and one.read_bytes() == AGAIN.encode()
    ]
    assert originals.path_of(path.name, settings.ORIGINALS_DIR) == path
    path.unlink()
    answer = desk.post(UPLOAD, hidden(answer))
    assert answer.status_code == 422
    assert "Choose it again" in answer.content.decode()


def archive() -> SimpleUploadedFile:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as bundle:
        bundle.writestr("again.txt", AGAIN)
        bundle.writestr("new.txt", numbered(5))
    return SimpleUploadedFile("letters.zip", packed.getvalue())


def files() -> list[SimpleUploadedFile]:
    return [
        SimpleUploadedFile("again.txt", AGAIN.encode()),
        SimpleUploadedFile("new.txt", numbered(5).encode()),
    ]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("send", [archive, files])
def test_of_many_each_that_is_like_another_says_so_with_a_link_to_either(desk, draft, send):
    """Many are drafts at once, which are no more public than before; the page of the batch names the similar ones."""
    answer = desk.post(MANY, {"letters": send()}, follow=True)
    assert [file.status for file in BatchFile.objects.order_by("position")] == ["similar", "new"]
    body = answer.content.decode()
    similar = BatchFile.objects.get(status="similar")
    assert f'href="{page(similar.letter, "review")}"' in body
    assert f'href="/admin/followup/letter/{draft.pk}/change/"' in body
    assert not Letter.objects.published().exists()
