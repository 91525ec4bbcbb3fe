"""The pages for many letters at once: upload, how far it is, a line on each file."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from followup import intake
from followup.models import Batch, BatchFile, Letter
from tests.documents.builders import packed
from tests.samples import GRADED, numbered, sample_state

pytestmark = pytest.mark.django_db

UPLOAD = "/admin/followup/letter/upload-many/"
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def clerk(staff):
    sample_state()
    return staff("Secretariat", name="clerk")


@pytest.fixture
def desk(client, clerk):
    client.force_login(clerk, backend=BACKEND)
    return client


@pytest.fixture
def send(desk, django_capture_on_commit_callbacks):
    """send({name: bytes}) uploads files; the answer is the page it leads to."""

    def send(files: dict[str, bytes]):
        letters = [SimpleUploadedFile(name, data) for name, data in files.items()]
        with django_capture_on_commit_callbacks(execute=True):
            answer = desk.post(UPLOAD, {"letters": letters})
        return desk.get(answer.headers["Location"]) if answer.status_code == 302 else answer

    return send


@pytest.fixture
def waiting(desk) -> Batch:
    """A batch of three files that nobody has read: its transaction is not committed in a test."""
    files = [(f"{number}.txt", numbered(number).encode()) for number in (1, 2, 3)]
    return intake.open_batch(files, by=None, source="upload")


def words(answer) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def test_files_and_an_archive_become_drafts_and_lines(send, desk, clerk):
    archive = packed({"2024/b.txt": numbered(1), "2024/c.txt": GRADED})
    answer = send({"a.txt": GRADED.encode(), "letters.zip": archive, "d.txt": b"Lunch is at noon."})
    said = words(answer)
    assert "4 of 4 read" in said
    assert "All 4 New 2 Same 1 Refused 1" in said
    assert "Read the waiting files" not in said
    batch = Batch.objects.get()
    assert (batch.source, batch.added_by) == ("upload", clerk)
    assert [(file.name, file.status) for file in batch.files.all()] == [
        ("a.txt", "new"),
        ("letters.zip/2024/b.txt", "new"),
        ("letters.zip/2024/c.txt", "same"),
        ("d.txt", "refused"),
    ]
    assert {letter.status for letter in Letter.objects.all()} == {"draft"}
    for letter in Letter.objects.all():
        assert f'href="/admin/followup/letter/{letter.pk}/review/"' in answer.content.decode()
    assert words(desk.get(page(batch), {"status": "refused"})).count("refused") == 1
    assert "Refresh" not in answer.headers


def page(batch: Batch) -> str:
    return f"/admin/followup/batch/{batch.pk}/"


def test_waiting_files_are_read_with_the_button(desk, waiting):
    answer = desk.get(page(waiting))
    assert "0 of 3 read" in words(answer)
    assert '<progress max="3" value="0"' in answer.content.decode()
    assert "Refresh" not in answer.headers  # nothing moves by itself where no worker reads
    assert desk.get(f"{page(waiting)}resume/").status_code == 405
    answer = desk.post(f"{page(waiting)}resume/", follow=True)
    assert "3 of 3 read" in words(answer)
    assert Letter.objects.count() == 3


def test_the_page_looks_again_while_workers_read(desk, waiting, settings):
    settings.READ_BY = "database"
    answer = desk.get(page(waiting))
    assert answer.headers["Refresh"] == "5"
    answer = desk.get(page(waiting), {"stay": 1})
    assert "Refresh" not in answer.headers
    assert "status=waiting&amp;stay=1" in answer.content.decode()
    intake.resume(waiting)
    assert "Refresh" not in desk.get(page(waiting)).headers


MISTAKES = [
    ({}, "Choose the files of the letters"),
    ({f"{n}.txt": b"x" for n in range(201)}, "These are 201 files; the limit is 200 at once."),
]


@pytest.mark.parametrize(("files", "message"), MISTAKES, ids=["none", "too many"])
def test_a_mistake_gets_a_plain_message(send, files, message):
    answer = send(files)
    assert answer.status_code == 422
    assert message in words(answer)
    assert not Batch.objects.exists()


def test_an_archive_that_is_not_opened_is_one_line(send):
    said = words(send({"letters.zip": packed({"../a.txt": GRADED}), "b.txt": GRADED.encode()}))
    assert "2 of 2 read" in said
    assert "outside its own folders, so we did not open it" in said
    assert Letter.objects.count() == 1


def test_names_are_shown_as_text_and_a_discarded_draft_is_said(send, desk, clerk):
    answer = send({"x.zip": packed({"<script>alert(1)</script>.txt": GRADED})})
    assert "<script>alert" not in answer.content.decode()
    assert "&lt;script&gt;" in answer.content.decode()
    intake.discard(Letter.objects.get(), by=clerk, version=1)
    assert "The draft was discarded." in words(desk.get(page(Batch.objects.get())))


def test_lists_lead_to_the_pages(desk, waiting):
    assert "0 of 3" in words(desk.get("/admin/followup/batch/"))
    assert desk.get(f"{page(waiting)}change/").headers["Location"] == page(waiting)
    assert desk.get("/admin/followup/batch/add/").headers["Location"] == UPLOAD
    assert desk.get("/admin/followup/batch/99/").status_code == 404
    for address in ("/admin/", "/admin/followup/letter/upload/"):
        assert UPLOAD in desk.get(address).content.decode()


@pytest.mark.parametrize("group", ["Correctors", "Staff viewers"])
def test_only_who_may_add_letters_gets_in(client, staff, group):
    batch = intake.open_batch([("a.txt", GRADED.encode())], by=None, source="upload")
    client.force_login(staff(group, name="somebody"), backend=BACKEND)
    for address in (UPLOAD, page(batch), "/admin/followup/batch/"):
        assert client.get(address).status_code == 403, address
    assert client.post(UPLOAD, {"letters": BytesIO(b"x")}).status_code == 403
    assert client.post(f"{page(batch)}resume/").status_code == 403
    assert "upload-many" not in client.get("/admin/").content.decode()
    client.logout()
    assert client.get(page(batch)).headers["Location"].startswith("/admin/login/")
    assert set(BatchFile.objects.values_list("status")) == {("waiting",)}


def test_a_large_body_is_for_this_page_and_who_is_logged_in(desk, clerk):
    def answer(client, path, length):
        return client.generic("POST", path, data=b"", CONTENT_LENGTH=str(length)).status_code

    limit = 101 * 1024 * 1024
    assert answer(desk, UPLOAD, limit + 1) == 413
    assert answer(desk, "/admin/followup/letter/upload/", limit) == 413
    assert answer(desk, "/admin/followup/batch/1/resume/", limit) == 413
    assert answer(Client(), UPLOAD, limit) == 413
    assert answer(Client(HTTP_COOKIE="sessionid=made-up"), UPLOAD, limit) == 413
    assert answer(desk, UPLOAD, 0) == 422
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(clerk, backend=BACKEND)
    assert strict.post(UPLOAD, {"letters": BytesIO(b"x")}).status_code == 403


def test_queries_do_not_grow_with_lines(send, desk, django_assert_num_queries, django_assert_max_num_queries):
    send({"1.txt": numbered(1).encode()})
    with django_assert_max_num_queries(15) as before:
        desk.get(page(Batch.objects.get()))
    number = len(before.captured_queries)
    send({f"{n}.txt": numbered(n).encode() for n in (1, 2, 3)})
    with django_assert_num_queries(number):
        desk.get(page(Batch.objects.latest("pk")))
