"""Letters as offices save them, and files made to break readers: they lie beside the repository, not in it."""

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from followup.documents import Extracted, Refused, extract
from followup.letters import parse

SHARED = Path(__file__).resolve().parents[3] / "shared"
FILES = SHARED / "files"
pytestmark = pytest.mark.skipif(not FILES.is_dir(), reason="the sample files are not here")
MANIFEST = json.loads((FILES / "MANIFEST.json").read_text(encoding="utf-8")) if FILES.is_dir() else []
LETTERS = [entry["file"] for entry in MANIFEST if entry["kind"] == "letter"]


def marked(names: list[str]) -> list:
    return [pytest.param(name, marks=[pytest.mark.ocr] if "scan" in name else []) for name in names]


@cache
def read(name: str) -> Extracted:
    return extract((FILES / name).read_bytes(), name)


def expected(name: str) -> str:
    """The words of the letter in the file `name`, from another copy of the letter; the last grade as accepted."""
    if name.startswith("en_kgz"):
        return (FILES / "en_kgz.txt").read_text(encoding="utf-8")
    if name.startswith("fr_syn"):
        page = (FILES / "fr_syn_web.html").read_text(encoding="utf-8").partition("<body>")[2]
        page = page.replace("</p>", "\n\n").replace("<br>", "\n").replace("</div>", "\n\n")
        return re.sub(r"<[^<>]{1,200}>", "", page)
    letter = (SHARED / "letters" / "tjk-2022.txt").read_text(encoding="utf-8").replace("**", "")
    letter = re.sub(r"\[([^\[\]]{1,80})\]\([^()]{1,80}\)", r"\1", letter)
    before, _, after = letter.rpartition("partially")
    return f"{before}fully{after}"


def folded(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", [name for name in LETTERS if "scan" not in name])
def test_no_word_of_a_letter_is_lost_or_added(name):
    assert Counter(folded(read(name).text).split(" ")) == Counter(folded(expected(name)).split(" "))


@pytest.mark.parametrize("name", [name for name in LETTERS if "scan" not in name])
def test_the_paragraphs_of_a_letter_are_whole_and_in_order(name):
    # An address, a signature or the letterhead may stand in one paragraph or in a paragraph a line.
    wanted = [
        folded(each) for each in expected(name).split("\n\n") if len(each) > 100 and "\n" not in each.strip()
    ]
    wanted = [paragraph for paragraph in wanted if "GENEVA 10" not in paragraph and " • " not in paragraph]
    blocks = [folded(block) for block in read(name).text.split("\n\n")]
    assert len(wanted) >= 7
    assert [block for block in blocks if block in wanted] == wanted


@pytest.mark.parametrize("name", marked([name for name in LETTERS if "scan" in name]))
def test_a_scan_is_read_with_a_warning(name):
    extracted = read(name)
    wanted = Counter(folded(expected(name)).split(" "))
    found = Counter(folded(extracted.text).split(" "))
    assert (wanted & found).total() / wanted.total() > 0.98
    for value in (
        "CMW/followup/29/bs",
        "13 September 2018",
        "(CMW/C/KGZ/CO/1)",
        "paragraphs 27, 29, 31 and 33",
    ):
        assert value in folded(extracted.text)
    message = "Pages 1 and 2 read by OCR: check every value against the page."
    assert (extracted.format, extracted.pages, extracted.warnings) == (
        "scan",
        2,
        (("text_damaged", message),),
    )


@pytest.mark.parametrize("name", ["en_kgz.pdf", "en_kgz_split.pdf"])
def test_the_addressee_at_the_foot_of_a_page_is_a_block_of_its_own(name):
    block = (
        "His Excellency\nMr. Daniyar Mukashev\nPermanent Representative of the Kyrgyz Republic\n"
        "to the United Nations Office\nGeneva, Switzerland\nEmail: kyrgyzmission@bluewin.ch"
    )
    assert block in read(name).text.split("\n\n")


def test_tracked_changes_of_a_letter_are_told():
    extracted = read("en_tjk_tracked.docx")
    assert "paragraph 47 has been fully implemented." in extracted.text
    message = (
        "The document holds 2 tracked changes that nobody accepted; it was read as if all were accepted: "
        "deleted “partially”, inserted “fully”."
    )
    assert extracted.warnings == (("tracked_changes", message),)


HOSTILE = {
    "bad_empty.pdf": "empty",
    "bad_page_tree_loop.pdf": "corrupt",
    "bad_truncated.docx": "corrupt",
    "bomb_stream_1GiB.pdf": "memory",
    "doc_renamed.docx": "type_mismatch",
    "enc_user_password.pdf": "encrypted",
    "xxe_file.docx": "unsupported",
    "zipbomb_300MB.docx": "unpacks_too_big",
}


def test_every_hostile_file_is_tested():
    assert sorted(HOSTILE) == sorted(entry["file"] for entry in MANIFEST if entry["kind"] == "hostile")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_for_what_it_is(name):
    """Not for the time it took: the child's limits would say so."""
    with pytest.raises(Refused) as caught:
        read(name)
    assert caught.value.code == HOSTILE[name]
    assert len(caught.value.message) > 40


# The manifest's own words for what the parser calls by the codes of the letter record.
GRADES = {
    None: None,
    "partial": "partially_implemented",
    "full": "implemented",
    "not": "not_implemented",
    "insufficient information": "insufficient_information",
}


def canonical(paragraph: str) -> str:
    """ "27 b)", as French letters print it, is "27 (b)" in a record."""
    return re.sub(r"([0-9]+) ([a-z])\)", r"\1 (\2)", paragraph)


@pytest.mark.parametrize("name", marked(LETTERS))
def test_a_letter_reads_from_its_file_as_recorded(name):
    entry = next(entry for entry in MANIFEST if entry["file"] == name)
    record = parse(read(name).text).as_dict()
    assert (record["kind"], record["state"], record["date"]) == ("assessment", entry["state"], entry["date"])
    assert record["concluding_observations"]["symbol"] == entry["symbol"]
    assert record["assessed"]["session"] == entry["session"]
    assert [(row["paragraph"], row["grade"]) for row in record["assessments"]] == [
        (canonical(paragraph), GRADES[grade])
        for paragraph, grade in zip(entry["paragraphs"], entry["grades"], strict=True)
    ]
