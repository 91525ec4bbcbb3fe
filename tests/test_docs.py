"""What the documents say is true: their examples are read, their names and messages are the code's own."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import django_tasks_db
import pytest
from django.core.management import find_commands, get_commands

from followup.admin.forms import FilesField
from followup.documents import LIMITS
from followup.documents.kinds import KINDS
from followup.documents.refusals import CODES, REFUSALS
from followup.intake.problems import FOR_INFORMATION
from followup.letters import DEFAULT, Flag, StateNames, parse, parse_references
from followup.letters.languages import LANGUAGES
from followup.models import GRADES
from followup.models.trial import FRAMES
from tests.samples import GRADED, REMINDER

from .conftest import REPOSITORY

READING = (REPOSITORY / "docs" / "reading-letters.md").read_text(encoding="utf-8")
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
TESTLAND = StateNames("XTL", (("Testland", "en", "short"),))
KNOWN = replace(DEFAULT, states=(*DEFAULT.states, TESTLAND))


def table(head: str) -> list[list[str]]:
    """The rows of the table of docs/reading-letters.md whose first heading is `head`."""
    lines = iter(READING.splitlines())
    next(line for line in lines if line.startswith(f"| {head} |"))
    next(lines)
    rows = []
    for line in lines:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return rows


def folded(text: str) -> str:
    return " ".join(text.replace("*", "").split())


# ---------- the sentences of docs/reading-letters.md ----------


def language_of(sentence: str) -> str:
    return {"Le": "fr", "El": "es"}.get(sentence.split()[0], "en")


@pytest.mark.parametrize(("sentence", "told"), table("The letter says"), ids=lambda cell: cell[-40:])
def test_a_sentence_is_read_as_the_document_says(sentence, told):
    refs = parse_references(sentence)
    text = FRAMES[language_of(sentence)].format(paragraph=refs[0].label if refs else "12", example=sentence)
    record = parse(text).as_dict()
    (row,) = record["assessments"]
    code = re.search(r"`(\w+)`", told)
    if code is None:
        assert row["grade"] == {label: grade for grade, label in GRADES}[told]
    else:
        assert told.startswith("no grade")
        assert row["grade"] is None
        assert code[1] in {flag["code"] for flag in record["flags"]}


# ---------- the flags ----------

# code: what to change in the sample letter for the flag to be raised
RAISED = {
    "missing_reference": ("REFERENCE: CMW/FollowUp/38/xx", ""),
    "missing_date": ("20 June 2024\n", "\n"),
    "missing_state": ("XTL", "XQQ"),
    "missing_symbol": (" (CMW/C/XTL/CO/2)", ""),
    "missing_session": (" at the Committee's thirty-second session, held in April 2021", ""),
    "missing_paragraphs": ("contained in paragraphs 15, 29 (c) and 51 of the", "contained in the"),
    "missing_report_symbol": (" (CMW/C/XTL/FCO/2)", ""),
    "missing_received": (" received in May 2023", ""),
    "missing_signatory": ("Max Muster\nChair\n", ""),
    "grade_not_stated": ("The Committee considers that the recommendation contained in paragraph 15 has been partially "
                         "implemented.", ""),
    "unknown_grade": ("paragraph 51 has been implemented", "paragraph 51 has been half done"),
    "grade_contradiction": ("contained in paragraph 51 has been", "contained in paragraph 52 has been"),
    "paragraph_not_assessed": ("15, 29 (c) and 51 of", "15, 29 (c), 51 and 60 of"),
    "paragraph_not_requested": ("15, 29 (c) and 51 of", "15 and 29 (c) of"),
    "paragraph_repeated": ("**paragraph 51**", "**paragraph 15**"),
    "state_mismatch": ("CMW/C/XTL/CO/2", "CMW/C/TJK/CO/2"),
    "symbol_mismatch": ("CMW/C/XTL/FCO/2", "CMW/C/TJK/FCO/2"),
    "session_mismatch": ("CMW/FollowUp/38/xx", "CMW/FollowUp/37/xx"),
    "date_order": ("20 June 2024", "20 June 2023"),
    "early_observations": ("thirty-second session, held in April 2021", "twentieth session, held in April 2014"),
    "other_committee": ("Committee on Migrant Workers (CMW)", "Committee against Torture (CAT/C)"),
    "unsupported_language": ("", ""),
    "not_a_follow_up_letter": ("", ""),
    "tracked_changes": ("", ""),
    "text_damaged": ("inspections remain rare", "inspec\ufffdions rem\ufffdin rare"),
}  # fmt: skip
GERMAN = (
    "CMW/FollowUp/38/xx\n\n20. Juni 2024\n\n"
    + (
        "In meiner Eigenschaft als Vorsitzender des Ausschusses (CMW) nehme ich Bezug auf die Prüfung des zweiten "
        "Berichts und auf die abschließenden Bemerkungen des Ausschusses, die er damals verabschiedet hat. "
    )
    * 3
)


def altered(code: str) -> str:
    if code == "other_committee":
        return re.sub(
            r"Committee on (Migrant Workers|the Protection.*\n.*)", "Committee against Torture", GRADED
        ).replace("CMW", "CAT")
    if code == "unsupported_language":
        return GERMAN
    if code == "not_a_follow_up_letter":
        return "Minutes of the garden club, 3 May 2021."
    if code == "missing_state":
        return GRADED.replace("Testland", "the country").replace(*RAISED[code])
    old, new = RAISED[code]
    assert old in GRADED.replace("**", "") or old in GRADED
    return (GRADED if "**" in old else GRADED.replace("**", "")).replace(old, new)


@pytest.mark.parametrize("code", RAISED)
def test_each_flag_is_raised_where_the_document_says(code):
    notices = (Flag("tracked_changes", None, "…"),) if code == "tracked_changes" else ()
    flags = {flag.code for flag in parse(altered(code), KNOWN, notices).flags}
    assert code in flags


def test_a_reminder_and_the_sample_raise_no_flag():
    assert [flag.code for text in (GRADED, REMINDER) for flag in parse(text, KNOWN).flags] == []


def in_the_source() -> set[str]:
    """The codes of all flags that the parser and the readers of documents can raise."""
    written = set()
    for path in (REPOSITORY / "followup").rglob("*.py"):
        written |= set(re.findall(r"(?:Flag|Notice)\(\s*\"(\w+)\"", path.read_text(encoding="utf-8")))
    return written


def test_the_document_names_every_flag_and_no_other():
    rows = table("Flag")
    named = [code for row in rows for code in re.findall(r"`(\w+)`", row[0])]
    assert len(named) == len(set(named))
    assert set(named) == in_the_source() == set(RAISED)


def test_the_document_says_which_flags_hold_up_publishing():
    for flags, meaning, _ in table("Flag"):
        codes = set(re.findall(r"`(\w+)`", flags))
        assert codes <= FOR_INFORMATION if meaning.startswith("Note:") else not codes & FOR_INFORMATION


# ---------- files ----------


def matches(beginning: str, message: str) -> bool:
    """Whether a message begins as the document says; "…" stands for what the message fills in."""
    parts = [re.escape(part.strip()) for part in beginning.split("…")]
    return re.match(r".*?".join(parts), message) is not None


def test_the_messages_of_refusals_are_the_registry_s_own():
    beginnings = [one for row in table("The message begins") for one in row[0].split(" · ")]
    for beginning in beginnings:
        assert any(matches(beginning, message) for _, message in REFUSALS.values()), beginning
    # each kind of refusal is there; that OCR is missing is said under "Scans"
    told = {
        code for code, message in REFUSALS.values() for beginning in beginnings if matches(beginning, message)
    }
    assert told == CODES - {"no_ocr"}


def test_the_files_that_are_taken():
    readers = {kind.name for kind in KINDS.values() if kind.reader}
    assert readers == {"pdf", "docx", "odt", "html", "eml", "txt", "png", "jpeg", "tiff"}
    files = READING.split("## Which files are taken")[1].split("|")[0]
    for words in ("PDF", ".docx", ".odt", "web pages", ".eml", "plain text", "PNG", "JPEG", "TIFF"):
        assert words in files
    limits = dict(LIMITS.rows())
    assert f"up to {limits['File']}\nand {limits['Pages']} pages" in files
    assert f"(up to {limits['Pasted text']})" in READING
    assert (
        f"up to {FilesField.most} files at once, or ZIP archives ({limits['ZIP archive of letters']})"
        in files
    )
    assert {language.name for language in LANGUAGES} == {"English", "French", "Spanish"}


# ---------- README.md ----------


def test_the_sample_letter_of_the_readme_is_read_as_it_says():
    excerpt = re.search(r"A letter in:\s+```\n(.*?)```", README, re.DOTALL)
    claimed = re.search(r"```json\n(.*?)```", README, re.DOTALL)
    assert excerpt
    assert claimed
    for piece in excerpt[1].split("…"):
        assert folded(piece) in folded(GRADED)
    record = parse(GRADED, KNOWN).as_dict()
    claims = json.loads(claimed[1])
    (row,) = claims.pop("assessments")
    number = [read["paragraph"] for read in record["assessments"]].index(row["paragraph"])
    read = record["assessments"][number]
    assert read["text"].startswith(row.pop("text").removesuffix("…").strip())
    assert row == {key: read[key] for key in row}
    for path, ranges in claims.pop("spans").items():
        assert record["spans"][path.replace("[0]", f"[{number}]")] == ranges
    assert claims == {key: record[key] for key in claims}


def test_the_commands_of_the_readme_exist():
    # db_worker is there where the tasks have a database of their own
    workers = find_commands(str(Path(django_tasks_db.__path__[0]) / "management"))
    assert set(re.findall(r"manage\.py (\w+)", README)) <= {*get_commands(), *workers}


LINKS = [
    (path.relative_to(REPOSITORY), link)
    for path in [*REPOSITORY.glob("*.md"), *(REPOSITORY / "docs").glob("*.md")]
    for link in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("path", "link"), LINKS, ids=str)
def test_links_between_documents_lead_somewhere(path, link):
    assert (REPOSITORY / path).parent.joinpath(link).exists()
