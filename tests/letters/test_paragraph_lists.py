"""Lists of paragraphs as letters print them: every reference is read, none is made up."""

from __future__ import annotations

import pytest

from followup.letters import parse, parse_reference, parse_references
from followup.letters.languages import LANGUAGES
from followup.letters.paragraphs import Sentence
from followup.letters.request import paragraph_lists
from followup.letters.text import Prose

from .factory import letter

# (words, references)
LISTS = [
    ("paragraphs 12, 35 (a) and 47, respectively", "12, 35 (a), 47"),
    ("paragraphs 24 to 26 and 40 (a) and (c)", "24, 25, 26, 40 (a), 40 (c)"),
    ("paragraphs 35 (a) (i), (ii) and (iii), and 47", "35 (a) (i), 35 (a) (ii), 35 (a) (iii), 47"),
    ("paragraphs 35 (a) (i) and (b) (ii)", "35 (a) (i), 35 (b) (ii)"),
    ("paragraphs 12(a),(b)and(c)", "12 (a), 12 (b), 12 (c)"),
    ("paragraphs 12 (a), (b), (c), and (d)", "12 (a), 12 (b), 12 (c), 12 (d)"),
    ("paragraphs 9 (i) and (ii)", "9 (i), 9 (ii)"),
    ("paragraphs 16 (a, b and d) and 20", "16 (a), 16 (b), 16 (d), 20"),
    ("paragraphs 16 (a–c)", "16 (a), 16 (b), 16 (c)"),
    ("paragraphs 35a and 47", "35 (a), 47"),
    ("paragraphs 12, 14 and, in particular, 18", "12, 14, 18"),
    ("paragraph 12 as well as in paragraph 15 (b)", "12, 15 (b)"),
    # a letter that is also a conjunction
    ("aux paragraphes 16 d), e) et f), 29 et 30", "16 (d), 16 (e), 16 (f), 29, 30"),
    ("en los párrafos 16 d), e) y f), 29 y 30", "16 (d), 16 (e), 16 (f), 29, 30"),
    ("en los párrafos 12 n), o) y u), 14 x) e y)", "12 (n), 12 (o), 12 (u), 14 (x), 14 (y)"),
    ("en los párrafos 30 b), c) y e) y 64", "30 (b), 30 (c), 30 (e), 64"),
    ("les paragraphes 16 (d, e et f) et 20", "16 (d), 16 (e), 16 (f), 20"),
    ("los párrafos 16 (d, e y f)", "16 (d), 16 (e), 16 (f)"),
    # the parts before their paragraph
    ("aux alinéas a) et b) du paragraphe 20", "20 (a), 20 (b)"),
    ("los apartados a) y b) del párrafo 27", "27 (a), 27 (b)"),
    ("los literales a) a d) del párrafo 12", "12 (a), 12 (b), 12 (c), 12 (d)"),
    ("subparagraphs (a) and (b) of paragraph 20", "20 (a), 20 (b)"),
    ("items (a) (i) and (b) (ii) of paragraph 40", "40 (a) (i), 40 (b) (ii)"),
    ("paragraphes 27 et 47 et à l'alinéa a) du paragraphe 35", "27, 47, 35 (a)"),
    (
        "aux alinéas a) à c) du paragraphe 20 et à l'alinéa d) du paragraphe 31",
        "20 (a), 20 (b), 20 (c), 31 (d)",
    ),
    # the parts behind their paragraph, by name
    ("au paragraphe 12, alinéas a) et b), et au paragraphe 30", "12 (a), 12 (b), 30"),
    ("párrafos 12, apartado a), y 13, apartados b) y c)", "12 (a), 13 (b), 13 (c)"),
    ("aux paragraphes 12 et 15, ainsi qu'au paragraphe 30 b)", "12, 15, 30 (b)"),
    ("en los párrafos 12 y 15, así como en el párrafo 30 b)", "12, 15, 30 (b)"),
    # what only looks like a further reference
    ("paragraph 12 in two years", "12"),
    ("paragraphs 12 and 30 June", "12"),
    ("paragraphs 45 (d) and 61 may be taken up again", "45 (d), 61"),
    ("paragraphs 14, 35 (h) and (i) and 55", "14, 35 (h), 35 (i), 55"),
    ("en los párrafos 14, 35 a) e i) y 55", "14, 35 (a), 35 (i), 55"),
    ("aux paragraphes 12 et 14 par la suite", "12, 14"),
]


@pytest.mark.parametrize(("words", "references"), LISTS)
def test_a_list_is_read_whole(words: str, references: str) -> None:
    assert ", ".join(ref.label for ref in parse_references(words)) == references


def test_what_is_printed_alike_is_one_paragraph() -> None:
    assert parse_reference("35 (i)") == parse_references("paragraphs 35 (h) and (i)")[1]


# (language, sentence, references of each list)
IN_SENTENCES = [
    ("en", "Paragraph 12, 40 of 42 inspectors have been trained.", ["12"]),
    ("en", "As to paragraph 12, 40 inspectors were hired.", ["12"]),
    ("fr", "Paragraphe 12, 9 juges sur 10 ont été formés.", ["12"]),
    ("en", "Paragraphs 12, 27 of the concluding observations remain.", ["12, 27"]),
    ("en", "Those in paragraph 27 (a) and (b) were heeded; that in subparagraph (c) was not.", ["27 (a), 27 (b)", "27 (c)"]),
    ("fr", "Celles des alinéas a) et b) du paragraphe 27 ont été suivies ; celle de l'alinéa c) ne l'a pas été.", ["27 (a), 27 (b)", "27 (c)"]),
    ("es", "Las de los apartados a) y b) del párrafo 27 se han atendido; la del apartado c), no.", ["27 (a), 27 (b)", "27 (c)"]),
    ("en", "The Committee recalls paragraph 27 and article 8, subparagraph (c).", ["27"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words", "lists"), IN_SENTENCES)
def test_the_lists_of_a_sentence(language: str, words: str, lists: list[str]) -> None:
    prose = Prose.parse(words)
    own = next(known for known in LANGUAGES if known.code == language)
    found = paragraph_lists(Sentence(prose, 0, len(prose.text)), own)
    assert [", ".join(printed.ref.label for printed in listed.refs) for listed in found] == lists


@pytest.mark.parametrize("words", ["35 (a)", "35(a)", "35 a)", "35a", "para. 35 (a)", "paragraph 35 (a)"])
def test_one_reference_in_many_forms(words: str) -> None:
    ref = parse_reference(words)
    assert ref is not None
    assert (ref.label, ref.slug) == ("35 (a)", "35a")


REQUESTS = [
    ("fr", "paragraphes 12 et 47", "alinéas a) et e) du paragraphe 12, ainsi qu'au paragraphe 47"),
    ("es", "los párrafos 12 y 47", "los apartados a) y e) del párrafo 12, y el párrafo 47"),
    ("en", "paragraphs 12 and 47", "subparagraphs (a) and (e) of paragraph 12, and in paragraph 47"),
]


@pytest.mark.parametrize(("language", "old", "new"), REQUESTS)
def test_a_request_names_the_parts_first(language: str, old: str, new: str) -> None:
    read = parse(letter(language).replace(old, new)).as_dict()
    assert read["request"]["paragraphs"] == ["12 (a)", "12 (e)", "47"]


OPENINGS = [
    (
        "fr",
        "S'agissant de la recommandation formulée aux alinéas d), e) et f) du paragraphe 12, le Comité note …",
    ),
    (
        "es",
        "Respecto de la recomendación que figura en los apartados d), e) y f) del párrafo 12, el Comité observa …",
    ),
    (
        "en",
        "Regarding the recommendations in subparagraphs (d), (e) and (f) of paragraph 12, the Committee notes …",
    ),
    ("fr", "S'agissant de la recommandation formulée au paragraphe 12 d), e) et f), le Comité note …"),
    ("es", "Respecto de la recomendación que figura en el párrafo 12 d), e) y f), el Comité observa …"),
]


@pytest.mark.parametrize(("language", "opening"), OPENINGS)
def test_a_passage_opens_with_several_parts(language: str, opening: str) -> None:
    read = parse(letter(language, passages=[opening], address_at=None)).as_dict()
    assert [row["paragraph"] for row in read["assessments"]] == ["12 (d)", "12 (e)", "12 (f)"]
