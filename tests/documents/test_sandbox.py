"""The child process: what it may use, what it may say, and that nothing of it stays."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from followup.documents import LIMITS, Notice, Refused, extract, sandbox
from followup.documents.extracted import NeedsOcr
from followup.documents.reading import Ocr

from .builders import docx, flowing, paragraph, pdf


def python(source: str) -> str:
    """What `source` prints, run by another Python."""
    return subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True).stdout


def test_the_child_knows_no_framework_and_reads_lazily():
    loaded = json.loads(
        python("import json, sys, followup.documents.child; print(json.dumps(list(sys.modules)))")
    )
    heavy = {"django", "pypdfium2", "PIL", "pytesseract", "zipfile", "email", "defusedxml", "subprocess"}
    assert heavy.isdisjoint(loaded)


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS does not limit the memory of a process")
@pytest.mark.parametrize(("ocr", "memory"), [("ask", LIMITS.memory_bytes), ("run", LIMITS.ocr_memory_bytes)])
def test_the_child_limits_itself(ocr, memory):
    printed = python(
        "import resource as r, json; from followup.documents.child import confine, Ocr; "
        f"confine(Ocr('{ocr}')); "
        "print(json.dumps([r.getrlimit(x)[0] for x in (r.RLIMIT_AS, r.RLIMIT_FSIZE, r.RLIMIT_NOFILE, r.RLIMIT_CORE)]))"
    )
    assert json.loads(printed) == [memory, LIMITS.written_bytes, 64, 0]


def test_the_child_sees_no_secret(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "secret")
    monkeypatch.setenv("DATABASE_URL", "postgres://secret")
    monkeypatch.setenv("PYTHONSTARTUP", "/secret")
    names = set(sandbox.environment("job"))
    assert names <= {
        "PATH",
        "LD_LIBRARY_PATH",
        "TESSDATA_PREFIX",
        "PYTHONPATH",
        "LANG",
        "OMP_THREAD_LIMIT",
        "HOME",
        "TMPDIR",
    }


def test_a_child_that_takes_too_long_is_killed():
    with pytest.raises(Refused) as caught:
        sandbox.run(b"Excellency,", Ocr.OFF, 0.001)
    assert caught.value.code == "timeout"
    assert caught.value.message == "We could not read this file in time. Paste the text to go on."


def test_letters_are_read_side_by_side():
    letters = {f"Excellency {number},": docx(paragraph(f"Excellency {number},")) for number in range(4)}
    letters |= {f"Dear {number},": pdf([flowing(f"Dear {number},")]) for number in range(4)}
    with ThreadPoolExecutor(4) as threads:
        assert [each.text for each in threads.map(extract, letters.values())] == list(letters)


ANSWER = {
    "text": "Excellency,",
    "format": "txt",
    "media_type": "text/plain",
    "pages": None,
    "warnings": [["text_damaged", "Check it."]],
    "encoding": "utf-8",
}


def test_an_answer_becomes_a_value():
    extracted = sandbox.validated(ANSWER)
    assert (extracted.text, extracted.warnings) == ("Excellency,", (Notice("text_damaged", "Check it."),))


FORGED = [
    ("no object", []),
    ("nothing", {}),
    ("text missing", {key: value for key, value in ANSWER.items() if key != "text"}),
    ("text too long", {**ANSWER, "text": "a" * (LIMITS.text_bytes + 1)}),
    ("text not settled", {**ANSWER, "text": "a\u0301"}),
    ("NUL", {**ANSWER, "text": "a\x00"}),
    ("surrogate", {**ANSWER, "text": "a\ud800"}),
    ("text no text", {**ANSWER, "text": ["a"]}),
    ("unknown format", {**ANSWER, "format": "exe"}),
    ("61 pages", {**ANSWER, "pages": 61}),
    ("pages no number", {**ANSWER, "pages": True}),
    ("unknown notice", {**ANSWER, "warnings": [["published", "yes"]]}),
    ("notice too long", {**ANSWER, "warnings": [["text_damaged", "a" * 2001]]}),
    ("notice of one word", {**ANSWER, "warnings": ["x"]}),
    ("unknown refusal", {"refused": "ok", "message": "a"}),
    ("refusal without a message", {"refused": "corrupt"}),
    ("many pages for OCR", {"needs_ocr": 1_000_000}),
]


@pytest.mark.parametrize("answer", [case[1] for case in FORGED], ids=[case[0] for case in FORGED])
def test_forged_answers_are_not_believed(answer):
    with pytest.raises((ValueError, TypeError, KeyError)):
        sandbox.validated(answer)


def test_a_child_may_refuse_and_ask_for_ocr():
    with pytest.raises(Refused) as caught:
        sandbox.validated({"refused": "corrupt", "message": "Broken."})
    assert (caught.value.code, str(caught.value)) == ("corrupt", "Broken.")
    with pytest.raises(NeedsOcr):
        sandbox.validated({"needs_ocr": 3})


def test_limits_are_shown_to_people():
    assert LIMITS.rows() == (
        ("File", "20 MB"),
        ("Pasted text", "200 KB"),
        ("Text in a file", "2 MB"),
        ("Pages", "60"),
        ("Picture or scanned page", "40 megapixels"),
        ("Unpacked size of a Word or OpenDocument file", "60 MB"),
        ("ZIP archive of letters", "100 MB, 500 files"),
        ("Time to read a file", "50 seconds"),
    )
