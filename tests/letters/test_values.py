"""Values by themselves: references, symbols, dates, State names, folded keys, what is withheld."""

from __future__ import annotations

from datetime import date

import pytest

from followup.letters import (
    DEFAULT,
    Knowledge,
    ParagraphRef,
    StateNames,
    fold,
    parse,
    parse_partial_date,
    parse_reference,
    parse_symbol,
    withheld,
)

from .factory import letter


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("30 September 2022", "2022-09-30"),
        ("September 30, 2022", "2022-09-30"),
        ("13 Sept. 2018", "2018-09-13"),
        ("13th September 2018", "2018-09-13"),
        ("13/09/2018", "2018-09-13"),
        ("2021-05", "2021-05"),
        ("2021-05-14", "2021-05-14"),
        ("May 2021", "2021-05"),
        ("2021", "2021"),
        ("le 1er octobre 2022", "2022-10-01"),
        ("1ᵉʳ août 2022", "2022-08-01"),
        ("13 aout 2022", "2022-08-13"),
        ("5 de octubre de 2022", "2022-10-05"),
        ("1º de mayo de 2009", "2009-05-01"),
        ("30 de setiembre de 2022", "2022-09-30"),
        ("13\u00a0September\u00a02018", "2018-09-13"),
        ("31 September 2022", None),
        ("29 February 2021", None),
        ("35 (a)", None),
        ("2021-13", None),
        ("soon", None),
        ("", None),
    ],
)
def test_partial_dates(printed: str, value: str | None) -> None:
    assert parse_partial_date(printed) == value


@pytest.mark.parametrize(
    ("printed", "text", "kind", "slug"),
    [
        ("CMW/C/TJK/CO/2", "CMW/C/TJK/CO/2", "observations", "CO-2"),
        ("cmw/c/ tjk/CO/ 2", "CMW/C/TJK/CO/2", "observations", "CO-2"),
        ("CMW/C/NGA/CO/1–2", "CMW/C/NGA/CO/1-2", "observations", "CO-1-2"),
        ("CMW/C/KGZ/CO/1/Add.1", "CMW/C/KGZ/CO/1/Add.1", "follow_up_report", "CO-1-Add-1"),
        ("CMW/C/TJK/FCO/2", "CMW/C/TJK/FCO/2", "follow_up_report", "FCO-2"),
        ("CMW/C/TJK/2", "CMW/C/TJK/2", "report", "2"),
        ("CMW/C/TJK/Q/2", "CMW/C/TJK/Q/2", "list_of_issues", "Q-2"),
        ("CMW/C/TJK/Q/2/Add.1", "CMW/C/TJK/Q/2/Add.1", "replies", "Q-2-Add-1"),
        ("CMW/C/TJK/CO/2/Corr.1", "CMW/C/TJK/CO/2/Corr.1", "observations", "CO-2-Corr-1"),
    ],
)
def test_symbols(printed: str, text: str, kind: str, slug: str) -> None:
    symbol = parse_symbol(printed)
    assert symbol is not None
    assert (symbol.text, symbol.kind, symbol.slug) == (text, kind, slug)


@pytest.mark.parametrize(
    "printed", ["", "CMW", "CMW/C/1", "CMW/C/TJK/CO/", "CMW/C/TJKX/CO/2", "ТJK", "CMW/C/TJK/XX/2"]
)
def test_what_is_no_symbol(printed: str) -> None:
    assert parse_symbol(printed) is None


def test_a_symbol_does_not_swallow_the_date_glued_to_it() -> None:
    text = letter("fr").replace("(CMW/C/SEN/CO/2)", "(CMW/C/SEN/CO/230 avril 2019)")
    assert parse(text).as_dict()["concluding_observations"]["symbol"] == "CMW/C/SEN/CO/2"


def test_references_sort_as_in_the_document() -> None:
    labels = ["9", "12", "35", "35 (a)", "35 (b)", "35 (b) (ii)", "35 (b) (x)", "47", "101"]
    refs = [parse_reference(label) for label in labels]
    keys = [ref.sort_key for ref in refs if ref]
    assert keys == sorted(keys)
    assert [ref.label for ref in refs if ref] == labels
    assert [ParagraphRef.from_slug(ref.slug) for ref in refs if ref] == refs


@pytest.mark.parametrize("text", ["", "x", "0", "35 (a", "12 and 14", "35 (a) (b)", "a)", "1234"])
def test_what_is_no_single_reference(text: str) -> None:
    assert parse_reference(text) is None


@pytest.mark.parametrize("slug", ["", "a", "0", "35A", "35-b", "35a-", "35a-vx", "35a-ii-x"])
def test_what_is_no_slug(slug: str) -> None:
    assert ParagraphRef.from_slug(slug) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Côte d'Ivoire", "Co\u0302te d’Ivoire"),
        ("Türkiye", "TURKIYE"),
        ("Guinea-Bissau", "Guinea\u2011Bissau"),
        ("Sri  Lanka", "Sri\u00a0Lanka"),
        ("Tajik\u200bistan", "Tajikistan"),
    ],
)
def test_spellings_that_fold_to_the_same_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_look_alike_letters_do_not_fold_to_the_same_key() -> None:
    assert fold("Тajikistan") != fold("Tajikistan")  # a Cyrillic capital


NAMED = [
    ("en", name, state.iso3)
    for state in DEFAULT.states
    for name, language, kind in state.names
    if language == "en" and kind in ("short", "formal")
]


@pytest.mark.parametrize(("language", "name", "iso3"), NAMED)
def test_every_state_is_known_by_its_names(language: str, name: str, iso3: str) -> None:
    text = letter(language, address_at=None).replace("Senegal", name).replace("/SEN/", f"/{iso3}/")
    record = parse(text).as_dict()
    assert (record["state"], [f for f in record["flags"] if f["code"] == "state_mismatch"]) == (iso3, [])


@pytest.mark.parametrize(
    "name",
    [
        "the Democratic Republic of the Congo",
        "Equatorial Guinea",
        "Papua New Guinea",
        "Тajikistan",
        "Nigerland",
        "Mauritius",
    ],
)
def test_a_name_that_only_looks_like_one_is_no_state(name: str) -> None:
    text = letter("en", address_at=None).replace("Senegal", name).replace("/SEN/", "/ZZZ/")
    record = parse(text).as_dict()
    assert record["state"] is None
    assert "missing_state" in [flag["code"] for flag in record["flags"]]


def test_sample_states_come_in_through_knowledge() -> None:
    sample = StateNames("XAA", (("Arland", "en", "short"), ("Republic of Arland", "en", "formal")))
    text = letter("en", address_at=None).replace("Senegal", "Arland").replace("/SEN/", "/XAA/")
    assert parse(text).as_dict()["state"] is None
    known = Knowledge(states=(sample,), sessions=DEFAULT.sessions, wordings=DEFAULT.wordings)
    assert parse(text, known).as_dict()["state"] == "XAA"


def test_the_future_is_measured_from_the_day_given() -> None:
    def flagged(today: date) -> bool:
        known = Knowledge(DEFAULT.states, DEFAULT.sessions, DEFAULT.wordings, today=today)
        return ("date_order", "date") in [
            (flag.code, flag.field) for flag in parse(letter("en"), known).flags
        ]

    assert flagged(date(2022, 10, 4))
    assert not flagged(date(2022, 10, 5))


def public(text: str, names: tuple[str, ...] = ()) -> str:
    for start, end in reversed(withheld(text, names)):
        text = text[:start] + text[end:]
    return text


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_no_name_and_no_address_is_public(language: str) -> None:
    shown = public(letter(language))
    assert "@" not in shown
    for name in ("Sample", "Modèle", "Muestra", "Example", "Exemple", "Ejemplo"):
        assert name not in shown.replace("example.org", "")


def test_the_address_of_the_office_is_public() -> None:
    shown = public("E-MAIL: registry@ohchr.org\n\nWrite to ada.registry@ohchr.org or cmw@un.org.\n")
    assert shown == "E-MAIL: registry@ohchr.org\n\nWrite to  or cmw@un.org.\n"


@pytest.mark.parametrize(
    "salutation",
    ["Dear Ambassador Sample,", "Dear Mr. Sample,", "Dear Mr. Anton  Sample,", "Dear Mr. ANTON SAMPLE,"],
)
def test_the_addressee_is_withheld_in_the_salutation_too(salutation: str) -> None:
    assert "sample" not in public(letter("en", salutation=salutation)).lower()


def test_further_names_are_withheld_where_they_stand() -> None:
    text = letter(
        "en",
        closing="The Committee thanks Ms. Berta\nMuster and Ambassador Muster for the fruitful dialogue.",
    )
    assert "Muster" in public(text)
    assert "Muster" not in public(text, ("Ms. Berta Muster",))


def test_an_address_block_without_a_name_is_withheld_whole() -> None:
    block = "H.E. Ambassador\nPermanent Representative of Senegal\nto the United Nations Office\nGeneva, Switzerland"
    assert "Permanent Representative" not in public(letter("en", address=block))
