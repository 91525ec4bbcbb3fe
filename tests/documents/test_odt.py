"""OpenDocument: what a reader sees is read, in the order of the page, and tracked changes are told."""

import pytest

from followup.documents import extract

from .builders import odt, p, tracked

MASTER = (
    '<style:master-page style:name="First"><style:header><text:p>LETTERHEAD</text:p></style:header>'
    "<style:footer><text:p>His Excellency<text:line-break/>Mr. Ada Olan</text:p><text:p>2</text:p></style:footer>"
    '</style:master-page><style:master-page style:name="Next"><style:header><text:p>LETTERHEAD</text:p></style:header>'
    "</style:master-page>"
)
LIST = (
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" '
    'style:num-suffix=")"/></text:list-style>'
    '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1"/></text:list-style>'
)
ODT_CASES = [
    (
        "paragraphs",
        odt(p("Excellency,") + p("") + p("One <text:span>two</text:span>\n three")),
        "Excellency,\n\nOne two three",
    ),
    (
        "breaks, tabs and spaces",
        odt(p('one<text:line-break/>two<text:tab/>three<text:s text:c="2"/>four')),
        "one\ntwo\tthree  four",
    ),
    (
        "head and foot",
        odt(p("Excellency,"), master=MASTER),
        "LETTERHEAD\n\nExcellency,\n\nHis Excellency\nMr. Ada Olan",
    ),
    (
        "text box",
        odt(p(f"one<draw:frame><draw:text-box>{p('in a box')}</draw:text-box></draw:frame> more") + p("two")),
        "one more\n\nin a box\n\ntwo",
    ),
    (
        "table",
        odt(
            "<table:table><table:table-header-rows><table:table-row>"
            f"<table:table-cell>{p('Paragraph')}</table:table-cell><table:table-cell>{p('Grade')}</table:table-cell>"
            "</table:table-row></table:table-header-rows><table:table-row>"
            f"<table:table-cell>{p('12')}</table:table-cell><table:table-cell>{p('fully')}{p('met')}</table:table-cell>"
            f"</table:table-row></table:table>{p('end')}"
        ),
        "Paragraph\tGrade\n12\tfully met\n\nend",
    ),
    (
        "note and comment",
        odt(
            p(
                f"one<text:note><text:note-citation>1</text:note-citation><text:note-body>{p('a note')}"
                f"</text:note-body></text:note><office:annotation>{p('a comment')}</office:annotation>."
            )
            + p("two")
        ),
        "one.\n\ntwo\n\na note",
    ),
    (
        "lists",
        odt(
            f'<text:list text:style-name="L1"><text:list-item>{p("first")}<text:list>'
            f"<text:list-item>{p('under')}</text:list-item>"
            f"</text:list></text:list-item><text:list-item>{p('second')}{p('more')}</text:list-item></text:list>"
            f'<text:list text:style-name="L2"><text:list-item>{p("point")}</text:list-item></text:list>',
            styles=LIST,
        ),
        "1. first\n\n(a) under\n\n2. second\n\nmore\n\n• point",
    ),
]


@pytest.mark.parametrize(
    ("data", "text"), [case[1:] for case in ODT_CASES], ids=[case[0] for case in ODT_CASES]
)
def test_opendocument_is_read_as_printed(data, text):
    extracted = extract(data, "letter.odt")
    assert (extracted.text, extracted.format, extracted.warnings) == (text, "odt", ())


def test_tracked_changes_of_opendocument_are_told():
    regions = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info/>'
        f'{p("partially")}</text:deletion></text:changed-region><text:changed-region text:id="c2"><text:insertion/>'
        "</text:changed-region></text:tracked-changes>"
    )
    body = p(
        'has been <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>fully'
        '<text:change-end text:change-id="c2"/> implemented'
    )
    extracted = extract(odt(regions + body))
    assert extracted.text == "has been fully implemented"
    assert extracted.warnings == (("tracked_changes", tracked("deleted “partially”", "inserted “fully”")),)
