"""Cutting a letter into lines and segments: what is shown, what is marked, what is withheld."""

import pytest

from followup.marks import (
    Kind,
    Mark,
    assessment_marks,
    assessment_spans,
    blocks,
    emphasis,
    line_of,
    lines,
    value_marks,
)

VALUE, GRADE, PARAGRAPH, PASSAGE = Kind.VALUE, Kind.GRADE, Kind.PARAGRAPH, Kind.PASSAGE


def shown(text, marks=(), **ranges):
    """The lines as lists of (kind, text), the way a test reads them."""
    return [
        [(segment.kind.code, segment.text) for segment in line.segments]
        for line in lines(text, marks, **ranges)
    ]


def at(text, words, kind, **rest):
    start = text.index(words)
    return Mark(start, start + len(words), kind, **rest)


CASES = {
    "empty": ("", [], [[]]),
    "lines": ("one\n\ntwo", [], [[("text", "one")], [], [("text", "two")]]),
    "last line feed opens a line": ("one\n", [], [[("text", "one")], []]),
    "one mark": ("a value b", [(2, 7, VALUE)], [[("text", "a "), ("value", "value"), ("text", " b")]]),
    "mark over two lines": (
        "a bc\nde f",
        [(2, 7, GRADE)],
        [[("text", "a "), ("grade", "bc")], [("grade", "de"), ("text", " f")]],
    ),
    "grade over paragraph over value": (
        "in paragraph 12 so",
        [(0, 15, VALUE), (3, 15, PARAGRAPH), (13, 18, GRADE)],
        [[("value", "in "), ("paragraph", "paragraph "), ("grade", "12 so")]],
    ),
    "of two equal marks the first": ("words", [(0, 5, GRADE), (2, 5, GRADE)], [[("grade", "words")]]),
    "cut to the text": (
        "abc",
        [(-5, 1, VALUE), (2, 99, VALUE)],
        [[("value", "a"), ("text", "b"), ("value", "c")]],
    ),
    "empty or turned ranges": ("abc", [(1, 1, VALUE), (2, 1, VALUE)], [[("text", "abc")]]),
}


@pytest.mark.parametrize(("text", "ranges", "expected"), CASES.values(), ids=CASES)
def test_text_is_cut_at_marks(text, ranges, expected):
    assert shown(text, [Mark(start, end, kind) for start, end, kind in ranges]) == expected


@pytest.mark.parametrize(
    "text", ["", "\n", "a\nb\n\nc", "one line", "a\r\nb", "para\u2028graph\nx\x0by", "ends\n\n"]
)
def test_lines_are_numbered_and_keep_every_character(text):
    cut = lines(text, [Mark(0, 3, VALUE), Mark(1, 6, GRADE)])
    assert "\n".join("".join(segment.text for segment in line.segments) for line in cut) == text
    assert [line.number for line in cut] == list(range(1, len(text.split("\n")) + 1))
    assert [text[line.start : line.end] for line in cut] == text.split("\n")


def test_withheld_text_is_nowhere_in_the_result():
    text = "Mr. Ada Olan\nEmail: [ada@olan.test](mailto:ada@olan.test)\nRegarding"
    name, mail = text.index("Ada Olan"), text.index("[ada")
    marks = [at(text, "Mr. Ada Olan", VALUE, id="m"), at(text, "ada@olan.test", GRADE)]
    cut = lines(text, marks, withheld=[(name, name + 8), (mail, text.index("\nReg"))])
    assert "Olan" not in repr(cut)
    assert "olan.test" not in repr(cut)
    assert [segment.withheld for line in cut for segment in line.segments] == ["", "name", "", "e-mail", ""]


def test_a_withheld_line_is_not_blank():
    assert [line.blank for line in lines("Ada Olan\n \nx", withheld=[(0, 8)])] == [False, True, False]


def test_emphasis_is_dropped_and_its_words_stay_one_segment():
    text = "in **paragraph 12** of. **It has been **partially** done.**\n2 ** 3"
    marks = [at(text, "paragraph 12", PARAGRAPH), at(text, "It has been **partially** done.", GRADE)]
    assert shown("a **b** c", dropped=emphasis("a **b** c")) == [[("text", "a b c")]]
    assert shown(text, marks, dropped=emphasis(text))[0][:2] == [
        ("text", "in "),
        ("paragraph", "paragraph 12"),
    ]
    assert shown(text, dropped=emphasis(text))[1] == [("text", "2 ** 3")]


def test_a_link_is_its_words():
    text = "Email: [ada@olan.test](mailto:ada@olan.test), [1] (so)"
    mails = [(8, 21), (30, 43)]
    assert shown(text, withheld=mails, dropped=emphasis(text)) == [
        [("text", "Email: "), ("withheld", ""), ("text", ", [1] (so)")]
    ]


def test_every_id_is_kept_once_also_under_a_stronger_mark():
    text = "It has been partially implemented.\nnext"
    marks = [
        at(text, "It has been partially implemented.", GRADE, id="g12"),
        at(text, "It has been partially implemented.", GRADE, id="g47"),
        at(text, "partially implemented", GRADE, id="w12"),
        Mark(30, 39, VALUE, id="m-late"),
    ]
    cut = lines(text, marks)
    assert [segment.ids for line in cut for segment in line.segments] == [("g12", "g47", "w12", "m-late"), ()]


def test_lines_know_their_passages_and_blocks_open_them_once():
    text = "Dear\nfirst\n\nHis Excellency\nrest of it\nboth\nlast"
    marks = [
        at(text, "first\n", PASSAGE, id="p12"),
        at(text, "rest of it\nboth", PASSAGE, id="p12"),
        at(text, "both\nlast", PASSAGE, id="p47"),
    ]
    cut = lines(text, marks, left_out=[(text.index("His"), text.index("rest"))])
    assert [[mark.id for mark in line.passages] for line in cut] == [
        [], ["p12"], [], [], ["p12"], ["p12", "p47"], ["p47"],
    ]  # fmt: skip
    assert [line.number for line in cut if line.left_out] == [4]
    assert [
        (
            [mark.id for mark in block.passages],
            [mark.id for mark in block.opens],
            [line.number for line in block.lines],
        )
        for block in blocks(cut)
    ] == [
        ([], [], [1]),
        (["p12"], ["p12"], [2]),
        ([], [], [4]),
        (["p12"], [], [5]),
        (["p12", "p47"], ["p47"], [6]),
        (["p47"], [], [7]),
    ]


@pytest.mark.parametrize(
    ("ranges", "expected"),
    [([], False), ([(0, 8)], True), ([(0, 4)], False), ([(0, 4), (4, 8)], True), ([(2, 7), (0, 3)], True)],
)
def test_a_line_is_left_out_when_all_its_text_is(ranges, expected):
    assert lines(" page 2 ", left_out=ranges)[0].left_out is expected


def test_marks_of_a_record():
    spans = {
        "reference": [[3, 9]],
        "request.paragraphs": [[20, 30], [40, 50]],
        "addressee.name": [[60, 65]],
        "signatory.name": [[70, 75]],
        "signatory.role": [[76, 80]],
        "assessments[0].text": [[80, 99]],
        "assessments[1].grade": [[90, 95]],
        "assessments[10].grade": [[96, 97]],
    }
    assert [(mark.id, mark.start) for mark in value_marks(spans)] == [
        ("m-reference", 3),
        ("m-request-paragraphs", 20),
        ("m-request-paragraphs-2", 40),
        ("m-signatory-role", 76),
    ]
    staff = value_marks(spans, hrefs={"reference": "#id_reference"}, personal=True)
    assert [mark.id for mark in staff if mark.label in ("addressee.name", "signatory.name")] == [
        "m-addressee-name",
        "m-signatory-name",
    ]
    assert staff[0].href == "#id_reference"
    assert assessment_spans(spans, 1) == {"grade": [[90, 95]]}


def test_marks_of_an_assessment():
    spans = {"text": [[0, 10], [20, 30]], "grade": [[25, 30]], "grade_phrase": [[26, 27], [28, 29]]}
    marks = assessment_marks(spans, "35a", href="/there/", label="35 (a)")
    assert [(mark.kind, mark.id) for mark in marks] == [
        (PASSAGE, "p35a"), (PASSAGE, "p35a"), (GRADE, "g35a"), (GRADE, "w35a"), (GRADE, "w35a-2"),
    ]  # fmt: skip
    assert {(mark.href, mark.label) for mark in marks} == {("/there/", "35 (a)")}


@pytest.mark.parametrize(("offset", "number"), [(-1, 1), (0, 1), (3, 1), (4, 2), (99, 3)])
def test_line_of(offset, number):
    assert line_of("one\ntwo\nthree", offset) == number


def test_many_marks_stay_quick():
    text = "word " * 40_000
    cut = lines(text, [Mark(n, n + 7, VALUE, f"m{n}") for n in range(0, 190_000, 40)])
    assert sum(len(line.segments) for line in cut) == 2 * 4750
