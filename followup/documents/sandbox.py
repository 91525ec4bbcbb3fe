"""The parent of the child process: starts it, limits it, believes nothing it says."""

import base64
import json
import logging
import os
import selectors
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import Any, TypeVar

from followup.documents.extracted import Extracted, NeedsOcr, Notice
from followup.documents.limits import LIMITS
from followup.documents.reading import Ocr
from followup.documents.refusals import CODES, Refused, refused
from followup.documents.settle import is_clean

logger = logging.getLogger(__name__)
Answer = TypeVar("Answer")

ROOT = Path(__file__).resolve().parents[2]  # where the child finds this package
FORMATS = frozenset(["txt", "html", "eml", "docx", "odt", "pdf", "scan", "image"])
NOTICES = frozenset(["tracked_changes", "text_damaged"])
PASSED_ON = (
    "PATH",
    "LD_LIBRARY_PATH",
    "TESSDATA_PREFIX",
)  # all of the environment that Python and tesseract need


def tesseract_found() -> bool:
    return shutil.which("tesseract") is not None


def run(data: bytes, ocr: Ocr, seconds: float) -> Extracted:
    """`data` read in a child process within `seconds` of wall clock; Refused, or NeedsOcr under Ocr.ASK."""
    return believed(validated, *answer_of(data, [ocr.value], seconds))


def page(data: bytes, wanted: int, seconds: float) -> tuple[int, bytes]:
    """The number of pages of `data`, and the page `wanted` as PNG, drawn in a child process; Refused."""
    return believed(validated_page, *answer_of(data, ["page", str(wanted)], seconds))


def believed(validate: Callable[[Any], Answer], code: int, output: bytes) -> Answer:
    """What a child printed, once it is validated; Refused where it is no answer."""
    try:
        return validate(json.loads(output))
    except (ValueError, TypeError, KeyError):
        logger.warning("document reader ended with %s and %d bytes of no answer", code, len(output))
        raise refused(ENDS.get(-code, "crashed")) from None


# PDFium ends its process where it gets no memory: nothing is raised in the child.
ENDS: dict[int, str] = {
    signal.SIGABRT: "memory",
    signal.SIGTRAP: "memory",
    signal.SIGILL: "memory",
    signal.SIGKILL: "memory",  # by the system, which has none left
    signal.SIGXCPU: "timeout",
}


def answer_of(data: bytes, task: list[str], seconds: float) -> tuple[int, bytes]:
    """The return code and standard output of a child; Refused("timeout") when it takes too long."""
    deadline = time.monotonic() + seconds
    # Deleting may meet a file of a process that is just being killed; that one file may stay behind.
    with (
        TemporaryDirectory(prefix="letter-", ignore_cleanup_errors=True) as job,
        TemporaryFile(dir=job) as document,
    ):
        document.write(data)
        document.seek(0)
        child = subprocess.Popen(  # noqa: S603 - a fixed command; the document comes on standard input
            [sys.executable, "-P", "-s", "-m", "followup.documents.child", *task],
            stdin=document,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=job,
            env=environment(job),
            start_new_session=True,
        )
        try:
            output = output_of(child, deadline)
            return child.wait(max(0.1, deadline - time.monotonic())), output
        except (TimeoutError, subprocess.TimeoutExpired):
            raise refused("timeout") from None
        finally:
            end(child)


def environment(job: str) -> dict[str, str]:
    kept = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    return {
        **kept,
        "PYTHONPATH": str(ROOT),
        "LANG": "C.UTF-8",
        "OMP_THREAD_LIMIT": "1",
        "HOME": job,
        "TMPDIR": job,
    }


def output_of(child: subprocess.Popen[bytes], deadline: float) -> bytes:
    """What `child` prints, b"" where it prints more than LIMITS.answer_bytes; TimeoutError at `deadline`."""
    stream = child.stdout
    if stream is None:  # for the type checker: stdout is a pipe
        return b""
    pieces: list[bytes] = []
    left = LIMITS.answer_bytes
    with selectors.DefaultSelector() as selector:
        selector.register(stream, selectors.EVENT_READ)
        while left > 0:
            if not selector.select(max(0.0, deadline - time.monotonic())):
                raise TimeoutError
            piece = os.read(stream.fileno(), min(left, 1 << 16))
            if not piece:
                break
            pieces.append(piece)
            left -= len(piece)
    if left <= 0:
        child.kill()  # an answer of that length is none
        return b""
    return b"".join(pieces)


def end(child: subprocess.Popen[bytes]) -> None:
    """Kill `child` and whatever it started, and take its pipe and its process entry away."""
    with suppress(ProcessLookupError, PermissionError):  # nothing of the group is left
        os.killpg(child.pid, signal.SIGKILL)
    if child.stdout is not None:
        child.stdout.close()
    child.wait()


def validated(answer: Any) -> Extracted:
    """The child's `answer` as a value; ValueError, TypeError or KeyError where a child may not say that."""
    if "needs_ocr" in answer:
        raise NeedsOcr(number(answer["needs_ocr"]))
    if "refused" in answer:
        raise refusal_of(answer)
    text = words(answer["text"], LIMITS.text_bytes)
    if not is_clean(text):
        raise ValueError("text")
    return Extracted(
        text=text,
        format=one_of(FORMATS, answer["format"]),
        media_type=words(answer["media_type"], 100),
        pages=None if answer["pages"] is None else number(answer["pages"]),
        warnings=tuple(Notice(one_of(NOTICES, code), words(said, 2000)) for code, said in answer["warnings"]),
        encoding=None if answer["encoding"] is None else words(answer["encoding"], 20),
    )


def validated_page(answer: Any) -> tuple[int, bytes]:
    """As `validated`, for a drawn page: what is no PNG is no answer."""
    if "refused" in answer:
        raise refusal_of(answer)
    png = base64.b64decode(answer["png"], validate=True)
    if not png.startswith(b"\x89PNG\r\n\x1a\n"):
        raise ValueError("png")
    return number(answer["pages"]), png


def refusal_of(answer: dict[str, Any]) -> Refused:
    if "detail" in answer:
        logger.warning("document reader failed: %s", words(answer["detail"], 200))
    return Refused(one_of(CODES, answer["refused"]), words(answer["message"], 2000))


def one_of(allowed: frozenset[str], value: object) -> str:
    if not isinstance(value, str) or value not in allowed:
        raise ValueError(value)
    return value


def words(value: object, limit: int) -> str:
    if not isinstance(value, str) or len(value.encode("utf-8")) > limit or "\x00" in value:
        raise ValueError("text")
    return value


def number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= LIMITS.pages:
        raise ValueError("number")
    return value
