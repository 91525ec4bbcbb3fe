"""Word: what a reader sees is read, in the order of the page, and tracked changes are told."""

import pytest

from followup.documents import Refused, extract

from .builders import docx, odt, p, paragraph, part, run, tracked, w

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def box(*paragraphs: str) -> str:
    """A text box, as Word writes it: once for itself, once for old programs."""
    content = w("txbxContent", "".join(paragraphs))
    return w(
        "r",
        f"<mc:AlternateContent><mc:Choice>{content}</mc:Choice><mc:Fallback>{content}</mc:Fallback></mc:AlternateContent>",
    )


def cell(*paragraphs: str) -> str:
    return w("tc", "".join(paragraphs))


def numbered(number: int, level: int = 0) -> str:
    return w("numPr", w("ilvl", val=str(level)) + w("numId", val=str(number)))


def level(depth: int, style: str, text: str) -> str:
    return w("lvl", w("start", val="1") + w("numFmt", val=style) + w("lvlText", val=text), ilvl=str(depth))


NUMBERING = {
    "word/numbering.xml": part(
        "numbering",
        w("abstractNum", level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)"), abstractNumId="0")
        + w("abstractNum", level(0, "lowerRoman", "(%1)"), abstractNumId="1")
        + w("abstractNum", level(0, "bullet", "\uf0b7"), abstractNumId="2")
        + w("num", w("abstractNumId", val="0"), numId="1")
        + w("num", w("abstractNumId", val="1"), numId="2")
        + w("num", w("abstractNumId", val="2"), numId="3")
        + w(
            "num",
            w("abstractNumId", val="1") + w("lvlOverride", w("startOverride", val="4"), ilvl="0"),
            numId="4",
        ),
    ),
    "word/styles.xml": part("styles", w("style", w("pPr", numbered(2)), styleId="Roman")),
}
FOOTNOTES = {
    "word/footnotes.xml": part(
        "footnotes",
        w("footnote", paragraph("drawn line"), type="separator", id="-1")
        + w("footnote", paragraph("See A/77/48."), id="1"),
    )
}

WORD_CASES = [
    (
        "paragraphs",
        docx(paragraph("Excellency,") + paragraph() + paragraph("One ", run("two"), " three")),
        "Excellency,\n\nOne two three",
    ),
    (
        "breaks and tabs",
        docx(
            paragraph(
                "one",
                w("r", "<w:br/>"),
                "two",
                w("r", "<w:tab/>"),
                "three",
                w("r", "<w:noBreakHyphen/>"),
                "four",
            )
        ),
        "one\ntwo\tthree-four",
    ),
    (
        "head and foot",
        docx(
            paragraph("Excellency,"),
            header=paragraph("LETTERHEAD"),
            footer=paragraph("His Excellency") + paragraph("2"),
        ),
        "LETTERHEAD\n\nExcellency,\n\nHis Excellency",
    ),
    (
        "text box",
        docx(paragraph("one", box(paragraph("in a"), paragraph("box")), " more") + paragraph("two")),
        "one more\n\nin a\n\nbox\n\ntwo",
    ),
    (
        "table",
        docx(
            w(
                "tbl",
                "".join(
                    w("tr", cell(paragraph(a)) + cell(paragraph(b), paragraph("met")))
                    for a, b in (("12", "fully"), ("35 (a)", "not"))
                ),
            )
            + paragraph("end")
        ),
        "12\tfully met\n35 (a)\tnot met\n\nend",
    ),
    (
        "layout table",
        docx(w("tbl", w("tr", cell(paragraph("one"), paragraph("two")) + cell(paragraph())))),
        "one\n\ntwo",
    ),
    (
        "table in a table",
        docx(
            w(
                "tbl",
                w(
                    "tr",
                    cell(w("tbl", w("tr", cell(paragraph("a")) + cell(paragraph("b")))), paragraph())
                    + cell(paragraph("c")),
                ),
            )
        ),
        "a b\tc",
    ),
    ("field", docx(paragraph("page ", w("r", "<w:instrText> PAGE </w:instrText>"), run("2"))), "page 2"),
    (
        "hidden text",
        docx(paragraph("not ", w("r", w("rPr", w("vanish")) + "<w:t>ever </w:t>"), "seen")),
        "not seen",
    ),
    (
        "shown again",
        docx(paragraph("not ", w("r", w("rPr", w("vanish", val="0")) + "<w:t>ever</w:t>"))),
        "not ever",
    ),
    ("content control", docx(w("sdt", w("sdtPr", run("no")) + w("sdtContent", paragraph("yes")))), "yes"),
    ("link", docx(paragraph("see ", w("hyperlink", run("the page")))), "see the page"),
    ("footnotes", docx(paragraph("one"), members=FOOTNOTES), "one\n\nSee A/77/48."),
    ("strict namespace", docx(paragraph("Excellency,"), namespace=STRICT), "Excellency,"),
    (
        "numbers",
        docx(
            paragraph("first", properties=numbered(1))
            + paragraph("under", properties=numbered(1, 1))
            + paragraph("under too", properties=numbered(1, 1))
            + paragraph("between")
            + paragraph("second", properties=numbered(1))
            + paragraph("under again", properties=numbered(1, 1))
            + paragraph("by style", properties=w("pStyle", val="Roman"))
            + paragraph("by style too", properties=w("pStyle", val="Roman"))
            + paragraph("begun anew", properties=numbered(4))
            + paragraph("point", properties=numbered(3))
            + paragraph("unknown list", properties=numbered(9)),
            members=NUMBERING,
        ),
        "1. first\n\n(a) under\n\n(b) under too\n\nbetween\n\n2. second\n\n(a) under again\n\n"
        "(i) by style\n\n(ii) by style too\n\n"
        "(iv) begun anew\n\n• point\n\nunknown list",
    ),
]


@pytest.mark.parametrize(
    ("data", "text"), [case[1:] for case in WORD_CASES], ids=[case[0] for case in WORD_CASES]
)
def test_word_is_read_as_printed(data, text):
    extracted = extract(data, "letter.docx")
    assert (extracted.text, extracted.format, extracted.warnings) == (text, "docx", ())


def inserted(text: str) -> str:
    return w("ins", run(text), id="1", author="A")


def deleted(text: str) -> str:
    return w("del", w("r", f"<w:delText>{text}</w:delText>"), id="1", author="A")


TRACKED = [
    (
        "word replaced",
        paragraph("has been ", deleted("partially"), inserted("fully"), " implemented"),
        "has been fully implemented",
        tracked("deleted “partially”", "inserted “fully”"),
    ),
    (
        "moved",
        paragraph(w("moveFrom", run("away")), "stays ", w("moveTo", run("here"))),
        "stays here",
        tracked("deleted “away”", "inserted “here”"),
    ),
    (
        "paragraph end deleted",
        paragraph("one ", properties=w("rPr", w("del", id="1"))) + paragraph("goes on"),
        "one goes on",
        tracked(""),
    ),
    (
        "last paragraph end deleted",
        paragraph("one", properties=w("rPr", w("del", id="1"))),
        "one",
        tracked(""),
    ),
    (
        "paragraph split",
        paragraph("one", properties=w("rPr", w("ins", id="1"))) + paragraph("two"),
        "one\n\ntwo",
        tracked(""),
    ),
    (
        "row deleted",
        w(
            "tbl",
            w("tr", w("trPr", w("del", id="1")) + cell(paragraph("12")))
            + w("tr", cell(paragraph("not met"))),
        ),
        "not met",
        tracked("deleted “12”"),
    ),
    (
        "inserted and deleted again",
        paragraph("a", w("ins", w("del", w("r", "<w:delText>b</w:delText>"))), "c"),
        "ac",
        tracked("deleted “b”"),
    ),
    (
        "many",
        paragraph("x", *(w("ins", run(f" word{number}")) for number in range(9))),
        "x word0 word1 word2 word3 word4 word5 word6 word7 word8",
        tracked(*(f"inserted “word{number}”" for number in range(6)), *[""] * 3).replace(
            "word5”.", "word5”, and 3 more."
        ),
    ),
]


@pytest.mark.parametrize(
    ("body", "text", "message"), [case[1:] for case in TRACKED], ids=[case[0] for case in TRACKED]
)
def test_tracked_changes_are_read_as_accepted_and_told(body, text, message):
    extracted = extract(docx(body))
    assert (extracted.text, extracted.warnings) == (text, (("tracked_changes", message),))


def test_a_document_inside_is_told():
    extracted = extract(docx(paragraph("one") + '<w:altChunk r:id="x"/>'))
    message = "The document holds another document inside it, which was not read. Check the end."
    assert extracted.warnings == (("text_damaged", message),)


EXCEL = "Upload the original letter as PDF, Word (.docx), OpenDocument (.odt), web page, e-mail or text."
MACROS = "This document holds macros, so we did not open it. Save it as .docx or PDF without macros and upload that."
REFUSED = [
    ("macros", docx(paragraph("one"), members={"word/vbaProject.bin": b"x"}), "unsupported", MACROS),
    (
        "macro type",
        docx(paragraph("one"), members={"[Content_Types].xml": "macroEnabled.main+xml"}),
        "unsupported",
        MACROS,
    ),
    (
        "macros of LibreOffice",
        odt(p("one"), members={"Basic/Standard/Module1.xml": "x"}),
        "unsupported",
        MACROS,
    ),
    (
        "password of LibreOffice",
        odt(p("one"), members={"META-INF/manifest.xml": "<m:encryption-data/>"}),
        "encrypted",
        "This OpenDocument text needs a password. Save a copy without it and upload that.",
    ),
    (
        "picture only",
        docx(paragraph(w("r", "<w:drawing/>"))),
        "no_text",
        "This file gave no readable text. If the letter is a picture in it, "
        "upload the picture or a scan as PDF, or paste the text.",
    ),
    (
        "spreadsheet",
        docx("").replace(b"word/document", b"xlxx/document").replace(b"word/", b"xl///"),
        "unsupported",
        f"This file is an Excel workbook, which cannot be read here. {EXCEL}",
    ),
    (
        "broken XML",
        docx("<w:p>"),
        "corrupt",
        "This Word document is damaged or incomplete and cannot be opened. Upload the original again, or paste the text.",
    ),
]


@pytest.mark.parametrize(
    ("data", "code", "message"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_office_files_that_are_refused(data, code, message):
    with pytest.raises(Refused) as caught:
        extract(data)
    assert (caught.value.code, caught.value.message) == (code, message)


def test_word_named_as_opendocument_is_told():
    with pytest.raises(Refused) as caught:
        extract(docx(paragraph("Excellency,")), "letter.odt")
    assert caught.value.code == "type_mismatch"
    assert caught.value.message == (
        "The name ends in .odt but the content is a Word document (.docx). Upload the original letter."
    )


def test_word_named_as_pdf_is_told():
    with pytest.raises(Refused) as caught:
        extract(docx(paragraph("Excellency,")), "letter.pdf")
    assert (
        caught.value.message
        == "The name ends in .pdf but the content is a ZIP archive. Upload the original letter."
    )
