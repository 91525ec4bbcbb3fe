"""The interface in three languages: the address says which, and a page says everything in it but what letters say."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import translation

from followup.models import Change, PartialDate, ProblemReport, Session
from followup.templatetags.registry import COUNTED, day, in_words, languages, months, period, when

from .. import factories
from .english import Spoken
from .entries import assessment, four, log
from .page import Page
from .test_every_page import PAGES

pytestmark = pytest.mark.django_db
PHYSICAL = re.compile(
    r"(?:margin|padding|border|scroll-margin)-(?:left|right|top|bottom)\b"
    r"|(?<![-\w(])(?:left|right|float|width|height):|text-align:\s*(?:left|right)"
)
# parameters and their values are named as the address names them
PARAMETERS = re.compile(
    r"\w+: («\s?\w+\s?»)? ?(n’|est|no se|il n’|no ha|manque|falta)|Il n’existe pas de paramètre|No existe el parámetro"
)
OTHERS = {"en": "/recommendations/?grade=contrary", "fr": "/fr/recommendations/?grade=contrary"}
MORE = [
    "/search/?q=Estmark",
    "/search/?q=nichts",
    "/search/?q=Estmrk",
    "/recommendations/?q=nichts&state=XES",
    "/deadlines/?q=nichts",
    "/letters/?kind=reminder&since=2020",
    "/changes/",
    "/changes/?kind=corrected&since=2025-01-01",
    "/changes/999/",
    "/report/?record=/recommendations/XES/CO-2/15/",
    "/report/?record=none",
    "/report/sent/none/",
    "/data/",
]


@pytest.mark.parametrize(("address", "language"), [("/", "en"), ("/fr/", "fr"), ("/es/letters/", "es")])
def test_the_address_says_which_language(client, address, language):
    page = Page(client.get(address, headers={"accept-language": "de,es;q=0.9"}))
    assert f'<html lang="{language}" dir="ltr">' in page.html


@pytest.mark.parametrize("address", OTHERS.values())
def test_a_page_leads_to_itself_in_the_other_languages(client, address):
    page = Page(client.get(address))
    for language, other in OTHERS.items():
        assert f'<a href="{other}" hreflang="{language}"' in page.html
        assert f'<link rel="alternate" hreflang="{language}" href="{other}">' in page.html


def test_a_page_in_english_only_offers_no_other_language(rf):
    request = rf.get("/api/v1/")
    request.resolver_match = object()
    assert languages(request) == []


def test_no_cookie_chooses_the_language(client):
    client.cookies["django_language"] = "fr"
    assert '<html lang="en"' in Page(client.get("/states/")).html


def test_staff_pages_stay_in_english(client):
    assert client.get("/admin/login/", headers={"accept-language": "fr"}).headers["content-language"] == "en"


# ---- every page ----


@pytest.mark.parametrize("language", ["fr", "es"])
@pytest.mark.parametrize("address", [*PAGES, *MORE])
def test_a_page_says_nothing_in_english_and_stays_in_its_language(client, language, address):
    factories.registry()
    four()
    response = client.get(f"/{language}{address}")
    assert response.status_code == client.get(address).status_code
    page = Spoken(response.content.decode())
    assert (page.language, page.direction) == (language, "ltr")
    assert [text for text in page.english if not PARAMETERS.match(text)] == []
    leaving = [
        link for link in page.links if not link.startswith((f"/{language}/", "#", "?", "/admin/", "/api/"))
    ]
    assert leaving == []


@pytest.mark.parametrize("language", ["fr", "es"])
def test_the_pages_of_one_entry_and_of_a_thank_you_do_too(client, language):
    factories.registry()
    entry = log()
    assert Spoken(client.get(f"/{language}/changes/{entry.pk}/").content.decode()).english == []
    sent = client.post(
        f"/{language}/report/?record=assessment:{assessment().pk}", {"should_be": "?"}, follow=True
    )
    assert sent.redirect_chain[0][0].startswith(f"/{language}/report/sent/")
    assert Spoken(sent.content.decode()).english == []


def test_the_test_knows_english_when_it_sees_it(client):
    assert len(Spoken(client.get("/methodology/").content.decode()).english) > 40
    html = '<html lang="fr" dir="ltr"><p title="The letter">Oui <i lang="en">of the State</i> <b>due</b>'
    assert Spoken(html).english == ["The letter", "due"]


def test_words_of_a_letter_keep_their_language(client):
    factories.registry()
    html = client.get("/fr/recommendations/XES/CO-2/15/").content.decode()
    assert re.search(r'<blockquote class="passage bar" cite="[^"]+" lang="en">', html)
    assert '<article class="letterpage" aria-label="Texte de la lettre" lang="en">' in (
        client.get("/fr/letters/cmw-followup-38-es/").content.decode()
    )


def test_the_pages_are_ready_for_a_language_that_runs_from_right_to_left():
    """`dir` comes from the language, and the style sheet knows no left and no right."""
    with translation.override("ar"):
        assert '<html lang="ar" dir="rtl">' in render_to_string("404.html")
    sheet = Path(finders.find("style.css")).read_text(encoding="utf-8")
    assert PHYSICAL.findall(sheet) == []
    assert (
        PHYSICAL.findall("a { margin-left: 1em; float: left; text-align: right } b { left: 0; width: 1em }")
        != []
    )


# ---- names, dates, numbers ----

DATES = [
    ("2018-05-14", "14 May 2018", "14 mai 2018", "14 de mayo de 2018"),
    ("2018-05-01", "1 May 2018", "1er mai 2018", "1 de mayo de 2018"),
    ("2018-05", "May 2018", "mai 2018", "mayo de 2018"),
    ("2018", "2018", "2018", "2018"),
]


@pytest.mark.parametrize(("iso", *"efs"), DATES)
def test_a_date_is_written_as_the_language_writes_it(iso, e, f, s):
    for language, expected in zip(("en", "fr", "es"), (e, f, s), strict=True):
        with translation.override(language):
            assert PartialDate.parse(iso).words() == expected


SAID = [
    (lambda: day(date(2026, 3, 1)), "1 March 2026", "1er mars 2026", "1 de marzo de 2026"),
    (lambda: when(PartialDate(2018, 5, 14)), "on 14 May 2018", "le 14 mai 2018", "el 14 de mayo de 2018"),
    (lambda: when(PartialDate(2018, 5)), "in May 2018", "en mai 2018", "en mayo de 2018"),
    (lambda: str(Session(number=1)), "1st session", "1re session", "1.º período de sesiones"),
    (lambda: str(Session(number=22)), "22nd session", "22e session", "22.º período de sesiones"),
    (lambda: str(Session(number=113)), "113th session", "113e session", "113.º período de sesiones"),
    (lambda: months(1), "1\xa0month", "1\xa0mois", "1\xa0mes"),
    (lambda: months(26), "26\xa0months", "26\xa0mois", "26\xa0meses"),
    (lambda: period(12), "one year", "un an", "un año"),
    (lambda: period(24), "two years", "deux ans", "dos años"),
    (lambda: period(18), "18\xa0months", "18\xa0mois", "18\xa0meses"),
    (lambda: in_words(1), "one", "une", "una"),
    (lambda: in_words(12), "12", "12", "12"),
    (lambda: in_words(0), "0", "0", "0"),
    (
        lambda: COUNTED["partially_implemented"] % {"n": 3},
        "3 partially implemented",
        "3 partiellement mises en œuvre",
        "3 parcialmente aplicadas",
    ),
    (lambda: COUNTED["implemented"] % {"n": 1}, "1 implemented", "1 mise en œuvre", "1 aplicada"),
]


@pytest.mark.parametrize(("said", *"efs"), SAID, ids=[row[1] for row in SAID])
def test_numbers_and_times_are_said_in_the_language(said, e, f, s):
    for language, expected in zip(("en", "fr", "es"), (e, f, s), strict=True):
        with translation.override(language):
            assert said() == expected


SENTENCES = {
    "/recommendations/?state=XES&grade=partially_implemented&grade=not_stated&since=2020": "2 of 6 "
    "recommendations: Estmark, partially implemented or grade not stated, since 2020",
    "/fr/recommendations/?state=XES&grade=partially_implemented&grade=not_stated&since=2020": "2 sur 6 "
    "recommandations : Estmark, partiellement mise en œuvre ou note non indiquée, depuis 2020",
    "/es/recommendations/?state=XES&grade=partially_implemented&grade=not_stated&since=2020": "2 de 6 "
    "recomendaciones: Estmark, parcialmente aplicada o calificación no indicada, desde 2020",
    "/fr/recommendations/?status=with_committee&status=assessed": "6 sur 6 recommandations dans 2 États : "
    "à l’étape « entre les mains du Comité ou évalué »",
    "/es/letters/?kind=reminder": "1 de 4 cartas a 1 Estado: recordatorio",
}


@pytest.mark.parametrize(("address", "sentence"), SENTENCES.items())
def test_a_list_says_its_filter_in_the_language(client, address, sentence):
    """Names keep their capitals, whatever stands before them."""
    factories.registry()
    assert sentence in Page(client.get(address)).words.replace("\xa0", " ")


ALPHABETS = {
    "/states/": ["Algeria", "Egypt", "Germania", "Mexico"],
    "/fr/states/": ["Algérie", "Égypte", "Germanie", "Mexique"],
    "/es/states/": ["Alemanida", "Argelia", "Egipto", "México"],
}


@pytest.mark.parametrize("list_name", ["states", "recommendations", "letters"])
@pytest.mark.parametrize("prefix", ["/", "/fr/", "/es/"])
def test_states_have_their_names_and_their_order_in_the_language(client, prefix, list_name):
    """In English Germania stands before Mexico; as Alemanida it is the first. An accent moves no name to the end."""
    rows = [
        ("XAA", "Mexico", "Mexique", "México"),
        ("XAB", "Egypt", "Égypte", "Egipto"),
        ("XAC", "Germania", "Germanie", "Alemanida"),
        ("XAD", "Algeria", "Algérie", "Argelia"),
    ]
    for code, english, french, spanish in rows:
        asked = factories.observations(factories.state(code, english, name_fr=french, name_es=spanish), "3")
        factories.letter(asked, {"3": "implemented"})
    words = Page(client.get(f"{prefix}{list_name}/?sort=state")).words
    table = words[words.index("CSV") :]
    expected = ALPHABETS[f"{prefix}states/"]
    assert sorted(expected, key=table.index) == expected


def test_the_log_tells_in_the_language_what_was_written_in_english(client):
    factories.registry()
    log(before={"date": "14 May 2018", "session": "22nd session", "grade": None}, after={"date": "May 2018"})
    page = Page(client.get("/es/changes/"))
    assert "Corrección" in page.words
    assert "Evaluación: CMW/C/XES/CO/2, párrafo 15 (Carta a Estmark, 20 de junio de 2024)" in page.words
    assert "14 de mayo de 2018" in page.words
    assert "22.º período de sesiones" in page.words
    assert '<span lang="en">Read again.</span>' in page.html
    kept = Change.objects.get()
    assert (kept.what, kept.path) == (
        "Assessment of CMW/C/XES/CO/2, paragraph 15 (Letter to Estmark, 20 June 2024)",
        "/recommendations/XES/CO-2/15/",
    )


def test_a_report_from_a_french_page_is_kept_in_english(client):
    factories.registry()
    record = f"assessment:{assessment().pk}"
    page = Page(client.get(f"/fr/report/?record={record}"))
    assert "Partiellement mise en œuvre" in page.words
    client.post(f"/fr/report/?record={record}", {"field": "grade", "should_be": "Appliquée."})
    kept = ProblemReport.objects.get()
    assert (kept.shown, kept.path) == ("Partially implemented", "/recommendations/XES/CO-2/15/")
    assert kept.what == "Assessment of CMW/C/XES/CO/2, paragraph 15 (Letter to Estmark, 20 June 2024)"


def test_a_file_says_what_belongs_to_it_in_the_language(client):
    factories.registry()
    about = json.loads(client.get("/fr/recommendations.json?grade=partially_implemented").getvalue())["about"]
    assert about["selection"].replace("\xa0", " ") == "partiellement mise en œuvre"
    assert about["caveat"].startswith("Les notes ne portent que")
    text = client.get("/es/recommendations.csv").getvalue().decode()
    assert '"partially_implemented","Parcialmente aplicada"' in text


# ---- the questions of a newcomer, in three clicks ----


def followed(client, address: str, *names: str) -> Page:
    """The page that these links lead to, one after the other, each named by how its words begin."""
    page = Page(client.get(address))
    for name in names:
        here = page.links
        address = next(href for words, href in here.items() if re.match(name, words))
        page = Page(client.get(address))
        assert page.status == 200
    return page


JOURNEYS = [
    # has Estmark done what paragraph 15 asks? show me the sentence: search, the result, its line in the letter
    ("/fr/search/?q=Estmark+15", ["Estmark, 15", "ligne "], "Texte de la lettre"),
    ("/es/search/?q=Estmark+15", ["Estmark, 15", "línea "], "Texto de la carta"),
    # who is overdue? give me that as a spreadsheet
    ("/fr/", [r"\d+ rapports? en retard", "Excel"], None),
    ("/es/", [r"\d+ informes? atrasados?", "Excel"], None),
    # how has this changed?
    ("/fr/", ["États$", "Norland"], "Évaluations antérieures"),
    ("/es/", ["Estados$", "Norland"], "Evaluaciones anteriores"),
]


@pytest.mark.parametrize(("start", "clicks", "there"), JOURNEYS)
def test_the_questions_are_answered_in_three_clicks(client, start, clicks, there):
    factories.registry()
    assert len(clicks) < 3
    factories.observations(
        factories.state("XLA", "Laterra"), "3", due="2020-01", due_basis="printed", by_hand=True
    )
    if there:
        assert there in followed(client, start, *clicks).html
    else:
        page = followed(client, start, *clicks[:1])
        file = client.get(page.links[clicks[1]])
        assert file.headers["Content-Type"].startswith("application/vnd.openxmlformats")
