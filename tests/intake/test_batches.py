"""Many letters at once: what becomes of each file, whatever stops the reading of it."""

from __future__ import annotations

import sys
from itertools import count
from threading import Barrier, Thread

import pytest
from django.conf import settings
from django.db import DataError, IntegrityError, OperationalError, connection, transaction

from followup import intake
from followup.documents import Busy, Refused, originals
from followup.intake import opening
from followup.models import Assessment, Batch, BatchFile, Letter
from tests.documents.builders import docx, paragraph
from tests.documents.crowd import crowded
from tests.samples import GRADED, REMINDER, numbered, sample_state


@pytest.fixture
def arrive(db, django_capture_on_commit_callbacks):
    """arrive((name, bytes), …) opens a batch as if its transaction were committed."""

    def arrive(*files, by=None, seconds=None) -> Batch:
        with django_capture_on_commit_callbacks(execute=True):
            return intake.open_batch(files, by=by, source="upload", seconds=seconds)

    return arrive


def lines(batch: Batch) -> list[tuple[str, str, int, str]]:
    return [(file.name, file.status, file.flags, file.message) for file in batch.files.all()]


def statuses(batch: Batch) -> list[str]:
    return [file.status for file in batch.files.all()]


def test_a_line_for_each_file(clerk, arrive):
    another = GRADED.replace("inspections remain rare", "inspections are rare").replace("/38/xx", "/38/yy")
    flagged = REMINDER.replace("8 December 2023", "")
    batch = arrive(
        ("letters/a.txt", GRADED.encode()),
        ("b.txt", GRADED.encode()),
        ("c.docx", docx("".join(paragraph(block) for block in GRADED.replace("*", "").split("\n\n")))),
        ("d.txt", another.encode()),
        ("e.txt", flagged.encode()),
        ("f.txt", b"Dear colleagues, the meeting is moved to Tuesday. Please bring your own cup."),
        ("g.pdf", b"%PDF-1.7 and no more"),
        ("h.pdf", Refused("too_big", "This file is 34 MB; the limit is 20 MB.")),
        ("i\x07.txt", b""),
        by=clerk,
    )
    assert [(name, status) for name, status, *_ in lines(batch)] == [
        ("letters/a.txt", "new"),
        ("b.txt", "same"),
        ("c.docx", "same"),
        ("d.txt", "similar"),
        ("e.txt", "new"),
        ("f.txt", "refused"),
        ("g.pdf", "refused"),
        ("h.pdf", "refused"),
        ("i.txt", "refused"),
    ]
    a, b, c, d, e, f, g, h, i = batch.files.select_related("letter", "like")
    assert (a.letter.original_name, a.letter.added_by, a.flags, a.message) == ("a.txt", clerk, 0, "")
    assert (b.letter, c.letter) == (a.letter, a.letter)
    assert b.message.startswith("This file is already here: Letter to Testland, 20 June 2024, added on")
    assert c.message.startswith("A letter with this reference and date is already here")
    assert (d.like, d.letter.reference) == (a.letter, "CMW/FollowUp/38/yy")
    assert d.message.startswith(
        "Letter to Testland, 20 June 2024, CMW/FollowUp/38/xx, has another text on the"
    )
    assert e.flags == len(e.letter.reading["flags"]) > 0
    assert "follow-up letter" in f.message
    assert "damaged" in g.message
    assert (h.message, h.sha256) == ("This file is 34 MB; the limit is 20 MB.", "")
    assert "empty" in i.message
    assert {letter.status for letter in Letter.objects.all()} == {"draft"}
    assert (Letter.objects.count(), Assessment.objects.count()) == (3, 0)
    assert originals.read(f.sha256, settings.ORIGINALS_DIR).startswith(b"Dear colleagues")
    assert a.letter.history.get().history_change_reason == "Read from an uploaded file."
    assert batch.files.tally() == {"new": 2, "same": 2, "similar": 1, "refused": 4}


def test_nothing_is_written_where_the_files_break_off(clerk, arrive):
    def files():
        yield "a.txt", GRADED.encode()
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="disk"):
        intake.open_batch(files(), by=clerk, source="upload")
    assert not Batch.objects.exists()
    assert not Letter.objects.exists()


def test_what_there_was_no_time_for_waits_and_is_resumed(clerk, arrive):
    batch = arrive(*((f"{n}.txt", numbered(n).encode()) for n in (1, 2, 3)), seconds=0)
    assert statuses(batch) == ["waiting"] * 3
    intake.resume(batch)
    assert statuses(batch) == ["new"] * 3
    before = list(BatchFile.objects.values())
    intake.resume(batch)
    intake.read_file(batch.files.first().pk)
    assert list(BatchFile.objects.values()) == before
    assert Letter.history.count() == 3


class Killed(BaseException):
    """The process ends here: nothing catches it but the test."""


def breaking(number: int, error: BaseException, only: str = ""):
    """Statement `number` of those that begin with `only` fails."""
    seen = count(1)

    def execute(run, sql, params, many, context):
        if sql.startswith(only) and next(seen) == number:
            raise error
        return run(sql, params, many, context)

    return connection.execute_wrapper(execute)


def test_killed_at_any_statement_a_file_waits_or_is_finished(clerk, arrive):
    batch = arrive(("a.txt", GRADED.encode()), seconds=0)
    [file] = batch.files.all()
    for number in count(1):
        try:
            with transaction.atomic(), breaking(number, Killed()):
                intake.read_file(file.pk)
        except Killed:
            assert (statuses(batch), Letter.objects.count(), Letter.history.count()) == (["waiting"], 0, 0)
        else:
            break
    assert number > 10
    assert (statuses(batch), Letter.objects.count(), Letter.history.count()) == (["new"], 1, 1)


def test_what_passes_is_tried_again_and_what_does_not_is_refused(clerk, arrive):
    batch = arrive(("a.txt", numbered(1).encode()), ("b.txt", numbered(2).encode()), seconds=0)
    a, b = batch.files.all()
    insert = 'INSERT INTO "followup_letter"'
    with pytest.raises(OperationalError), breaking(1, OperationalError("lock timeout"), insert):
        intake.read_file(a.pk)
    assert statuses(batch) == ["waiting", "waiting"]
    with breaking(1, DataError("value too long"), insert):
        assert intake.read_file(b.pk).message.startswith("The registry failed to read this letter")
    assert intake.read_file(a.pk).status == "new"
    assert statuses(batch) == ["new", "refused"]


def test_a_file_waits_where_too_many_others_are_being_read(clerk, arrive, tmp_path):
    batch = arrive(("a.txt", GRADED.encode()), seconds=0)
    [file] = batch.files.all()
    with crowded(tmp_path):
        with pytest.raises(Busy):
            intake.read_file(file.pk)
        intake.resume(batch)
    assert statuses(batch) == ["waiting"]
    intake.resume(batch)
    assert statuses(batch) == ["new"]


def test_an_original_that_is_gone_is_told(clerk, arrive):
    batch = arrive(("a.txt", GRADED.encode()), seconds=0)
    [file] = batch.files.all()
    originals.path_of(file.sha256, settings.ORIGINALS_DIR).unlink()
    assert "is gone" in intake.read_file(file.pk).message
    assert not Letter.objects.exists()


def test_of_two_read_at_once_with_one_reference_one_becomes_a_draft(clerk):
    texts = (GRADED, GRADED.replace("rare", "seldom"))
    read = [opening.read(data=text.encode(), filename="a.txt") for text in texts]
    for found in read:
        originals.save(GRADED.encode(), settings.ORIGINALS_DIR)
        assert isinstance(found, opening.Unstored)
    first, second = (opening.store(found, by=clerk, reason="Read for a test.") for found in read)
    assert (first.created, second.created, second.same) == (True, False, "reference")
    assert second.letter == first.letter


def test_a_discarded_draft_leaves_its_line(clerk, arrive):
    batch = arrive(("a.txt", GRADED.encode()))
    [file] = batch.files.all()
    intake.discard(file.letter, by=clerk, version=1)
    file.refresh_from_db()
    assert (file.status, file.letter) == ("new", None)


NOT_SO = [
    {"status": "done"},
    {"status": "waiting", "sha256": ""},
    {"status": "waiting", "message": "Said too early."},
    {"status": "waiting", "flags": 1},
    {"status": "refused", "message": ""},
    {"status": "refused", "message": "No.", "letter": True},
    {"status": "new", "sha256": ""},
    {"status": "new", "like": True},
    {"position": 1},
]


def test_the_database_refuses_a_line_that_cannot_be(draft):
    batch = Batch.objects.create(source="upload")
    BatchFile.objects.create(batch=batch, position=1, name="a", sha256="a" * 64)
    for values in NOT_SO:
        letters = {key: draft for key in ("letter", "like") if key in values}
        line = {"position": 2, "name": "b", "sha256": "b" * 64, "status": "waiting", **values, **letters}
        with pytest.raises(IntegrityError), transaction.atomic():
            BatchFile.objects.create(batch=batch, **line)
    with pytest.raises(IntegrityError), transaction.atomic():
        Batch.objects.create(source="pigeon")


# ---- with real transactions ----


@pytest.fixture
def children():
    """Whether each process that was started, such as the reader of a document, was started inside a transaction."""
    started: list[bool] = []
    listening = True

    def hear(event: str, _: object) -> None:
        if listening and event == "subprocess.Popen":
            started.append(connection.in_atomic_block)

    sys.addaudithook(hear)  # stays to the end of the process, and hears nothing more then
    yield started
    listening = False


@pytest.mark.django_db(transaction=True)
def test_no_file_is_read_inside_a_transaction(children):
    batch = intake.open_batch(
        [("a.txt", GRADED.encode()), ("b.txt", b"No letter.")], by=None, source="upload"
    )
    assert statuses(batch) == ["new", "refused"]
    assert children == [False, False]


@pytest.mark.django_db(transaction=True)
def test_two_readers_of_one_file_make_one_letter():
    sample_state()
    files = [BatchFile(batch=Batch.objects.create(source="upload"), position=1, name="a.txt")]
    files[0].sha256 = originals.save(GRADED.encode(), settings.ORIGINALS_DIR)
    BatchFile.objects.bulk_create(files)
    together, found = Barrier(3), []

    def read() -> None:
        together.wait()
        try:
            found.append(intake.read_file(files[0].pk).status)
        except (
            OperationalError
        ):  # SQLite in memory does not wait for its one writer; another attempt would do
            assert connection.vendor == "sqlite"
        finally:
            connection.close()

    readers = [Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert found in ([["new"] * 3] if connection.vendor == "postgresql" else [["new"] * n for n in (1, 2, 3)])
    assert (Letter.objects.count(), Letter.history.count()) == (1, 1)
