"""Originals: the bytes as received, kept by their SHA-256, never overwritten and never deleted here."""

import os
import re
from hashlib import sha256
from pathlib import Path
from tempfile import mkstemp

SHA256 = re.compile("[0-9a-f]{64}")


class Damaged(Exception):
    """A stored original is no longer what its name says. A person must look: nothing repairs itself."""


def path_of(digest: str, root: Path) -> Path:
    """Where the original with this SHA-256 (64 lower-case hex digits, else ValueError) lies under `root`."""
    if not SHA256.fullmatch(digest):
        raise ValueError("not a SHA-256")
    return root / digest[:2] / digest[2:4] / digest


def save(data: bytes, root: Path) -> str:
    """Store `data` under `root` and return its SHA-256. Once this returns, the bytes outlive a power cut.

    Saving the same bytes again changes nothing. Damaged where other bytes stand in their place; OSError
    when the disk is full.
    """
    digest = sha256(data).hexdigest()
    path = path_of(digest, root)
    if path.exists():
        read(digest, root)
        return digest
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = mkstemp(dir=path.parent, suffix=".part")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fchmod(stream.fileno(), 0o440)
            os.fsync(stream.fileno())
        temporary.rename(path)  # atomic; two savers of the same bytes rename the same content
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    for directory in (path.parent, path.parent.parent, root):
        sync(directory)
    return digest


def read(digest: str, root: Path) -> bytes:
    """The original with this SHA-256; FileNotFoundError, or Damaged where its bytes have changed."""
    data = path_of(digest, root).read_bytes()
    if sha256(data).hexdigest() != digest:
        raise Damaged(digest)
    return data


def sync(directory: Path) -> None:
    """Make the names in `directory` survive a power cut."""
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
