"""PDF: paragraphs, page furniture, sentences split by a page break; pages that hold no text."""

import pytest

from followup.documents import Refused, extract
from followup.documents.layout import Line, text_of

from .builders import flowing, pdf, pdf_objects, picture, stream

HEAD = "REFERENCE: CMW/FollowUp/36/ab\n\n3 May 2024\n\nExcellency,"
ONE = (
    "In regard to the recommendation made in paragraph 35 (a) of the concluding observations, the Committee "
    "welcomes the amendments made to the code of procedure, and the follow-up report that describes them. "
    "It encourages the State party to ensure that migrant workers can exercise their rights."
)
TWO = (
    "Regarding the recommendation made in paragraph 47, the Committee takes note of the bilateral agreements with "
    "countries of destination. The Committee considers that the recommendation contained in paragraph 47 has been "
    "partially implemented by the authorities of the country."
)
ADDRESS = "His Excellency\nMr. Ada Olan\nPermanent Representative of Ruritania\nGeneva, Switzerland"
SIGNED = "Please accept, Excellency, the assurances of my highest consideration."


def address(top: float = 120, size: float = 9) -> list:
    return [(70, top - 11 * place, size, line) for place, line in enumerate(ADDRESS.split("\n"))]


def split(lines: list, at: int) -> tuple[list, list]:
    """`lines` over two pages: those from `at` on begin at the top of the next."""
    step = 780 - lines[at][1]
    return lines[:at], [(left, base + step, size, text) for left, base, size, text in lines[at:]]


LETTER = f"{HEAD}\n\n{ONE}\n\n{TWO}\n\n{SIGNED}"
MIDDLE = len(HEAD.split("\n\n")) + 2  # a line inside ONE
FIRST, SECOND = split(flowing(LETTER), MIDDLE)
FULL, REST = split(flowing(LETTER), len(flowing(f"{HEAD}\n\n{ONE}")))


def numbered(lines: list, text: str, base: float = 30) -> list:
    return [*lines, (290, base, 9, text)]


HYPHENS = [
    (70, 700, 11, "The Committee refers to the examination of the follow-"),
    (70, 686, 11, "up report of the State party, and to its recommen-"),
    (70, 672, 11, "dations on the protection of all migrant workers and "),
    (70, 658, 11, "members of their families, which the follow-up procedure co-"),
    (70, 644, 11, "vers since the twenty-second session of the Committee, as"),
    (70, 630, 11, "agreed."),
]
PAGES = [
    ("one page", [flowing(LETTER)], LETTER),
    ("foot of page 1", [[*flowing(f"{HEAD}\n\n{ONE}"), *address()], flowing(f"{TWO}\n\n{SIGNED}")],
     f"{HEAD}\n\n{ONE}\n\n{ADDRESS}\n\n{TWO}\n\n{SIGNED}"),
    ("sentence split by the page", [FIRST, SECOND], LETTER),
    ("sentence split by the addressee", [[*FIRST, *address()], SECOND],
     f"{HEAD}\n\n{ONE}\n\n{ADDRESS}\n\n{TWO}\n\n{SIGNED}"),
    ("close under the text, in its type", [[*FIRST, *address(FIRST[-1][1] - 14, 11)], SECOND],
     f"{HEAD}\n\n{ONE}\n\n{ADDRESS}\n\n{TWO}\n\n{SIGNED}"),
    ("page numbers", [numbered(FIRST, "1"), numbered(SECOND, "- 2 -")], LETTER),
    ("page numbers above", [numbered(FIRST, "Page 1 of 2", 820), numbered(SECOND, "Page 2 of 2", 820)], LETTER),
    ("foot before the text in the file", [[*address(), *FIRST], SECOND],
     f"{HEAD}\n\n{ONE}\n\n{ADDRESS}\n\n{TWO}\n\n{SIGNED}"),
    ("running head", [numbered(FIRST, "UNITED NATIONS", 820), numbered(SECOND, "UNITED NATIONS", 820)],
     f"UNITED NATIONS\n\n{LETTER}"),
    ("head of page 2 in the sentence", [FIRST, [(70, 810, 9, "CMW/FollowUp/36/ab"), *SECOND]],
     f"{HEAD}\n\n{ONE}\n\nCMW/FollowUp/36/ab\n\n{TWO}\n\n{SIGNED}"),
    ("paragraph ends with the page", [FULL, REST], LETTER),
    ("hyphens", [HYPHENS],
     "The Committee refers to the examination of the follow-up report of the State party, and to its recommendations "
     "on the protection of all migrant workers and members of their families, which the follow-up procedure covers "
     "since the twenty-second session of the Committee, as agreed."),
]  # fmt: skip


@pytest.mark.parametrize(("pages", "text"), [case[1:] for case in PAGES], ids=[case[0] for case in PAGES])
def test_pages_become_paragraphs(pages, text):
    extracted = extract(pdf(pages), "letter.pdf")
    assert (extracted.text, extracted.format, extracted.pages) == (text, "pdf", len(pages))
    assert extracted.warnings == ()


def lines(*rows: tuple[float, float, float, str]) -> list[Line]:
    """Lines as an extractor gives them: (left, right, base line, text), eleven points high."""
    return [Line(text, left, right, base, 11, 5.5 * len(text.split()[0])) for left, right, base, text in rows]


LAYOUTS = [
    (
        "no space between paragraphs",
        lines(
            (70, 520, 700, "The first paragraph of the letter is long and fills its"),
            (70, 520, 686, "line, and another one, and it ends"),
            (70, 200, 672, "in the middle of a line."),
            (70, 520, 658, "The second paragraph of the letter is long as well, it"),
            (70, 300, 644, "ends too."),
        ),
        "The first paragraph of the letter is long and fills its line, and another one, and it ends in the middle of "
        "a line.\n\nThe second paragraph of the letter is long as well, it ends too.",
    ),
    (
        "indents, and a last line that is full",
        lines(
            (100, 520, 700, "The first paragraph of the letter is long and fills its"),
            (70, 518, 686, "line, and another one, and it ends where the line ends."),
            (100, 520, 672, "The second paragraph of the letter is long as well, it"),
            (70, 300, 658, "ends too."),
        ),
        "The first paragraph of the letter is long and fills its line, and another one, and it ends where the line "
        "ends.\n\nThe second paragraph of the letter is long as well, it ends too.",
    ),
    (
        "lines of an address",
        lines((70, 150, 700, "Mr. Ada Olan"), (70, 250, 686, "Permanent Mission"), (70, 130, 672, "Geneva")),
        "Mr. Ada Olan\nPermanent Mission\nGeneva",
    ),
    (
        "hyphen of justified setting, and a dash",
        lines(
            (70, 520, 700, "The State party - which the Committee thanks - takes the recom -"),
            (70, 520, 686, "mendation made in the letter of the Committee to the State party -"),
            (70, 300, 672, "which it thanks - to heart."),
        ),
        "The State party - which the Committee thanks - takes the recommendation made in the letter of the Committee to "
        "the State party - which it thanks - to heart.",
    ),
    ("two columns keep the order of the file", lines((70, 200, 700, "HAUT-COMMISSARIAT"), (70, 200, 686, "AUX DROITS"),
      (300, 500, 700, "OFFICE OF THE"), (300, 500, 686, "HIGH COMMISSIONER")),
     "HAUT-COMMISSARIAT\nAUX DROITS\n\nOFFICE OF THE\nHIGH COMMISSIONER"),
    (
        "addressee and signature at the end",
        [
            *lines((70, 520, 700, "The Committee thanks the State party for its report, and"),
                   (70, 300, 686, "looks forward to its answer.")),
            *lines((70, 150, 640, "Her Excellency"), (70, 180, 626, "Ms. Ada Olan"), (70, 130, 612, "Geneva"),
                   (70, 250, 590, "Email: mission@rur.test")),
            *lines((300, 380, 540, "Ben Ode"), (300, 360, 526, "Chair")),
        ],
        "The Committee thanks the State party for its report, and looks forward to its answer.\n\n"
        "Her Excellency\nMs. Ada Olan\nGeneva\nEmail: mission@rur.test\n\nBen Ode\nChair",
    ),
    ("nothing", [], ""),
]  # fmt: skip


@pytest.mark.parametrize(("page", "text"), [case[1:] for case in LAYOUTS], ids=[case[0] for case in LAYOUTS])
def test_lines_become_paragraphs(page, text):
    assert text_of([page]) == text


def test_a_page_without_text_is_named_where_ocr_is_off():
    data = pdf([flowing(LETTER), []], pictures={2: picture("lost")})
    extracted = extract(data, ocr=False)
    assert extracted.text == LETTER
    message = "Page 2 gave no readable text. Check the scan, or type the missing part."
    assert extracted.warnings == (("text_damaged", message),)


def test_an_empty_page_is_no_damage():
    assert extract(pdf([flowing(LETTER), []])).warnings == ()


def test_a_scan_is_refused_where_ocr_is_off():
    with pytest.raises(Refused) as caught:
        extract(pdf([[]], pictures={1: picture("lost")}), ocr=False)
    assert caught.value.code == "no_text"
    assert caught.value.message == (
        "This is a scan: it holds pictures of pages and no text. Paste the text to go on."
    )


def test_a_scan_is_refused_where_tesseract_is_missing(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    for data in (pdf([[]], pictures={1: picture("lost")}), b"\x89PNG"):
        if data.startswith(b"%PDF"):
            with pytest.raises(Refused) as caught:
                extract(data)
            assert caught.value.code == "no_ocr"
            assert "(tesseract) is not installed here" in caught.value.message
    extracted = extract(pdf([flowing(LETTER), []], pictures={2: picture("lost")}))
    message = "Page 2 gave no readable text. It may be a scan, and the program that reads scans is not installed here."
    assert extracted.warnings == (("text_damaged", message),)


def test_text_that_another_program_recognised_is_told():
    shown = pdf([flowing(LETTER)], pictures={1: picture("")})
    assert extract(shown).warnings == ()
    hidden = shown.replace(b"BT /F1", b"3 Tr BT /F1", 1)
    # The stream is longer now: PDFium finds its end all the same, as it does in many files out there.
    extracted = extract(hidden)
    message = (
        "Page 1 of the file: a picture with text that another program recognised. "
        "Check every value against the page."
    )
    assert extracted.text == LETTER
    assert extracted.warnings == (("text_damaged", message),)


def test_scripts_and_links_of_a_pdf_are_not_run(tmp_path):
    touched = tmp_path / "touched"
    script = b"<</S/JavaScript/JS(app.launchURL\\('file://%b'\\))>>" % str(touched).encode()
    launch = b"<</S/Launch/F(touch %b)>>" % str(touched).encode()
    data = pdf_objects(
        [
            b"<</Type/Catalog/Pages 2 0 R/OpenAction %b/AA<</WC %b>>>>" % (script, launch),
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/AA<</O %b>>"
            b"/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>" % launch,
            stream(b"BT /F1 11 Tf 70 700 Td (Excellency,) Tj ET"),
        ]
    )
    assert extract(data).text == "Excellency,"
    assert not touched.exists()
