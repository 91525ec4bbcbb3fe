"""The child process: a document on standard input, one JSON object on standard output.

`python -m followup.documents.child {ask|run|off|missing}` reads its text, `… child page 3` draws its third page.
Started by sandbox.py only. It limits itself before it imports a reader.
"""

import base64
import json
import os
import resource
import sys
from collections.abc import Callable
from contextlib import suppress

from followup.documents import network
from followup.documents.extracted import Extracted, NeedsOcr
from followup.documents.limits import LIMITS
from followup.documents.reading import Ocr, read
from followup.documents.refusals import Refused, refused


def confine(ocr: Ocr) -> None:
    """Limit network, memory, processor time, files and core dumps of this process and of those it starts."""
    network.leave()
    scans = ocr is Ocr.RUN
    limits = {
        "RLIMIT_AS": LIMITS.ocr_memory_bytes if scans else LIMITS.memory_bytes,
        "RLIMIT_FSIZE": LIMITS.written_bytes,
        "RLIMIT_NOFILE": 64,
        "RLIMIT_CORE": 0,
    }
    seconds = LIMITS.total_seconds if scans else LIMITS.pdf_seconds
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))  # the first is told from other ends
    for name, value in limits.items():
        # macOS refuses to set RLIMIT_AS, and a limit below ours may stand already. The wall clock remains.
        with suppress(ValueError, OSError):
            resource.setrlimit(getattr(resource, name), (value, value))


def answer(work: Callable[[bytes], dict[str, object]], data: bytes) -> dict[str, object]:
    """What is printed: what `work` makes of the data, or `refused` and a message, or `needs_ocr` and a number."""
    try:
        return work(data)
    except NeedsOcr as need:
        return {"needs_ocr": need.pages}
    except Refused as refusal:
        return as_refusal(refusal)
    except MemoryError:
        return as_refusal(refused("memory"))
    except RecursionError:
        return as_refusal(refused("corrupt", kind="document"))
    except Exception as error:  # whatever a hostile file breaks, staff get a sentence and the log a place
        return {**as_refusal(refused("crashed")), "detail": place_of(error)}


def as_answer(extracted: Extracted) -> dict[str, object]:
    return {
        "text": extracted.text,
        "format": extracted.format,
        "media_type": extracted.media_type,
        "pages": extracted.pages,
        "warnings": [list(notice) for notice in extracted.warnings],
        "encoding": extracted.encoding,
    }


def as_image(data: bytes, number: int) -> dict[str, object]:
    from followup.documents import pages  # lazily: reading text needs no picture library

    count, png = pages.draw(data, number)
    return {"pages": count, "png": base64.b64encode(png).decode("ascii")}


def as_refusal(refusal: Refused) -> dict[str, object]:
    return {"refused": refusal.code, "message": refusal.message}


def place_of(error: Exception) -> str:
    """The kind of `error` and the line it came from, without any word of the document."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return type(error).__name__
    return f"{type(error).__name__} in {trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}"


def main() -> None:
    task, *rest = sys.argv[1:]
    drawn = task == "page"
    confine(Ocr.RUN if drawn else Ocr(task))  # a scan is as large when it is drawn
    # A library that prints must not break the answer: standard output is kept aside.
    output = os.dup(1)
    os.dup2(2, 1)

    def work(data: bytes) -> dict[str, object]:
        return as_image(data, int(rest[0])) if drawn else as_answer(read(data, Ocr(task)))

    printed = json.dumps(answer(work, sys.stdin.buffer.read()), ensure_ascii=False).encode("utf-8")
    with os.fdopen(output, "wb") as stream:
        stream.write(printed)


if __name__ == "__main__":
    main()
