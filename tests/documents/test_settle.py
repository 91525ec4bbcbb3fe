"""The text rules, case by case."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.documents import LIMITS, Refused, clean_text, damage
from followup.documents.settle import is_clean, settle

CASES = [
    ("line ends", "one\r\ntwo\rthree\u2028four\x0bfive\x0csix", "one\ntwo\nthree\nfour\nfive\nsix"),
    ("paragraph separator", "one\u2029two", "one\n\ntwo"),
    ("controls", "a\x00b\x07c\td\x7fe\x9ff", "abc\tdef"),
    ("lone surrogate", "a\ud800b", "a\ufffdb"),
    ("split pair", "a\ud83d\ude00b", "a😀b"),
    ("NFC", "Co\u0302te d’Ivoire", "Côte d’Ivoire"),
    ("ordinals stay", "35º 1ᵉʳ", "35º 1ᵉʳ"),
    ("ligatures", "o\ufb03ce \ufb01nal bene\ufb01t œuvre", "office final benefit œuvre"),
    ("no-break spaces", "paragraphe\u00a035\u202f: a\u2009b", "paragraphe 35 : a b"),
    ("no-break hyphen", "9\u2011 20 follow\u2010up", "9- 20 follow-up"),
    ("zero width", "\ufeffpar\u200btially\u2060", "partially"),
    ("direction marks stay", "a\u202eb\u200fc", "a\u202eb\u200fc"),
    ("soft hyphen", "imple\u00admented", "implemented"),
    ("soft hyphen at a line end", "imple\u00ad\nmented in full", "implemented\nin full"),
    ("blank lines", "\n\none  \n \n\n\ntwo\n\n", "one\n\ntwo"),
    ("indents stay", "one\n  (a)\ttwo", "one\n  (a)\ttwo"),
    ("split word", "the recommen-\ndation was met", "the recommendation\nwas met"),
    ("split word, indented", "the recommen-  \n   dation was met", "the recommendation\nwas met"),
    ("last word of a line", "the recommen-\ndation\nwas met", "the recommendation\nwas met"),
    ("split over three lines", "imple-\nmen-\ntation of it", "implementation\nof it"),
    ("two splits on one line", "imple-\nmented recom-\nmendations", "implemented\nrecommendations"),
    ("capitals", "THE RECOMMEN-\nDATION", "THE RECOMMENDATION"),
    ("not over a blank line", "imple-\n\nmented", "imple-\n\nmented"),
    ("not a dash", "the State party -\nwhich", "the State party -\nwhich"),
    ("not a list", "-\nwhich", "-\nwhich"),
    ("follow-up", "the follow-\nup report", "the follow-up\nreport"),
    ("follow-up, brackets", "(follow-\nup)", "(follow-up)"),
    ("twenty-ninth", "its twenty-\nninth session", "its twenty-ninth\nsession"),
    ("vingt-deuxième", "la vingt-\ndeuxième session", "la vingt-deuxième\nsession"),
    ("trente-et-unième", "trente-et-\nunième", "trente-et-unième"),
    ("elision", "l’au-\ndelà", "l’au-delà"),
    ("prefix", "non-\nnationals", "non-nationals"),
    ("name", "Guinea-\nBissau", "Guinea-Bissau"),
    ("single letter", "e-\nmail", "e-mail"),
    ("range", "paragraphs 41-\n43", "paragraphs 41-43"),
    ("symbol", "CMW/C/NGA/CO/1-\n2", "CMW/C/NGA/CO/1-2"),
    ("printed with its hyphen elsewhere", "in-kind help, in-\nkind help", "in-kind help, in-kind\nhelp"),
    ("printed without elsewhere", "cooperation and co-\noperation", "cooperation and cooperation"),
]


@pytest.mark.parametrize(("raw", "settled"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_text_is_settled(raw, settled):
    assert settle(raw) == settled


@pytest.mark.parametrize("raw", [case[1] for case in CASES], ids=[case[0] for case in CASES])
def test_settled_text_stays(raw):
    assert settle(settle(raw)) == settle(raw)


PIECES = st.sampled_from(
    [*"ab-AB1 \n\r\t\u00ad\u0301\ufb01\u2011\u2029\ud800\udc00\x00\u200b", "é", "\n\n", "-\n"]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=60).map("".join)))
def test_any_text_settles_once_and_for_all(raw):
    settled = settle(raw)
    assert settle(settled) == settled
    assert is_clean(settled)
    assert unicodedata.is_normalized("NFC", settled)
    assert not any(line != line.rstrip() for line in settled.split("\n"))
    settled.encode("utf-8")


@pytest.mark.parametrize(
    "hostile",
    [
        "-\n" * 100_000,
        "a-\n" * 100_000,
        "a" * 200_000 + "-\n" + "b" * 4000,
        "\n" * 200_000,
        "1-\n" * 99_999 + "2",
    ],
    ids=["hyphens", "chain", "one word", "blank lines", "range"],
)
def test_hostile_text_settles(hostile):
    assert settle(settle(hostile)) == settle(hostile)


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("a" * LIMITS.paste_bytes, False),
        ("a" * (LIMITS.paste_bytes + 1), True),
        ("é" * (LIMITS.paste_bytes // 2), False),
        ("é" * (LIMITS.paste_bytes // 2) + "a", True),
        ("\ud800" * LIMITS.paste_bytes, True),
    ],
    ids=["limit", "limit + 1", "limit in two bytes", "two bytes + 1", "surrogates"],
)
def test_pasted_text_has_a_limit(text, refused):
    if not refused:
        assert clean_text(text) == text
        return
    with pytest.raises(Refused) as caught:
        clean_text(text)
    assert caught.value.code == "too_big"
    assert "the limit is 200 KB" in caught.value.message


DAMAGED = [
    ("as printed", "L’État partie a été entendu", None),
    (
        "one character lost",
        "L\ufffdÉtat",
        "1 character could not be read and show as �. Check them against the letter.",
    ),
    (
        "mojibake",
        "Lâ€™Ã‰tat partie a Ã©tÃ©",
        "Accents or quotation marks look broken (“Ã©”, “â€™”). Check the text.",
    ),
    (
        "private use",
        "\uf0b7 first",
        "Some characters have no meaning outside the file's own font. Check the text.",
    ),
]


@pytest.mark.parametrize(
    ("text", "message"), [case[1:] for case in DAMAGED], ids=[case[0] for case in DAMAGED]
)
def test_damage_is_told(text, message):
    assert damage(text) == (() if message is None else (("text_damaged", message),))
