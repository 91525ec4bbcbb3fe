"""The store of originals: written once, safely, under the hash of the bytes."""

import os
import stat
from hashlib import sha256
from threading import Thread

import pytest

from followup.documents import originals

LETTER = b"Geneva, 3 May 2024\n"
DIGEST = sha256(LETTER).hexdigest()


def test_an_original_is_kept_under_its_hash(tmp_path):
    assert originals.save(LETTER, tmp_path) == DIGEST
    path = tmp_path / DIGEST[:2] / DIGEST[2:4] / DIGEST
    assert originals.path_of(DIGEST, tmp_path) == path
    assert path.read_bytes() == LETTER
    assert stat.S_IMODE(path.stat().st_mode) == 0o440
    assert originals.read(DIGEST, tmp_path) == LETTER
    assert [each for each in tmp_path.rglob("*") if each.is_file()] == [path]


def test_saving_again_changes_nothing(tmp_path):
    originals.save(LETTER, tmp_path)
    before = originals.path_of(DIGEST, tmp_path).stat()
    assert originals.save(LETTER, tmp_path) == DIGEST
    after = originals.path_of(DIGEST, tmp_path).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_ten_savers_leave_one_file(tmp_path):
    savers = [Thread(target=originals.save, args=(LETTER, tmp_path)) for _ in range(10)]
    for saver in savers:
        saver.start()
    for saver in savers:
        saver.join()
    assert [each.name for each in tmp_path.rglob("*") if each.is_file()] == [DIGEST]
    assert originals.read(DIGEST, tmp_path) == LETTER


def test_changed_bytes_are_never_handed_out_nor_overwritten(tmp_path):
    originals.save(LETTER, tmp_path)
    path = originals.path_of(DIGEST, tmp_path)
    path.chmod(0o640)
    path.write_bytes(b"forged")
    with pytest.raises(originals.Damaged):
        originals.read(DIGEST, tmp_path)
    with pytest.raises(originals.Damaged):
        originals.save(LETTER, tmp_path)
    assert path.read_bytes() == b"forged"


@pytest.mark.parametrize(
    "name", ["", "../../etc/passwd", DIGEST.upper(), DIGEST[:-1], DIGEST + "0", f"{DIGEST}\n"]
)
def test_only_a_hash_names_an_original(name, tmp_path):
    with pytest.raises(ValueError, match="not a SHA-256"):
        originals.path_of(name, tmp_path)


def test_an_unknown_original_is_not_found(tmp_path):
    with pytest.raises(FileNotFoundError):
        originals.read(DIGEST, tmp_path)


def test_a_full_disk_leaves_no_partial_file(tmp_path, monkeypatch):
    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        originals.save(LETTER, tmp_path)
    assert [each for each in tmp_path.rglob("*") if each.is_file()] == []
