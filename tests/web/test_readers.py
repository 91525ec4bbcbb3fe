"""What somebody asks who comes for the first time: where is the sentence, what became of it, is it real?"""

import csv
import io

import pytest

from followup import intake
from followup.models import Assessment, Letter
from followup.views.passages import excerpt

from .. import factories
from ..samples import GRADED, sample_state
from .page import Page

pytestmark = pytest.mark.django_db

SAID = "The Committee considers that the recommendation has been partially implemented."


def downloaded(client, address: str) -> str:
    return b"".join(client.get(address).streaming_content).decode("utf-8-sig")


@pytest.fixture
def rows(db):
    factories.registry()


def test_a_list_quotes_the_sentence_of_the_grade(rows):
    row = Assessment.objects.get(recommendation__label="15")
    assert excerpt(row) == SAID
    row.text += " The Committee recalls that it was partially implemented before."
    assert excerpt(row) == SAID  # of two places the one the letter has
    assert (
        excerpt(Assessment.objects.get(recommendation__label="35 (a)"))
        == "… Inspect agencies in Côte d’Azur."
    )


def test_a_long_sentence_is_cut_around_the_words_of_the_grade(rows):
    row = Assessment.objects.get(recommendation__label="15")
    row.text = "After " + "very " * 90 + "long words it has been partially implemented."
    assert excerpt(row).startswith("… very")
    assert excerpt(row).endswith("it has been partially implemented.")
    assert len(excerpt(row).split()) < 50


def test_a_letter_that_is_silent_on_a_paragraph_is_named(client, rows):
    page = Page(client.get("/recommendations/XES/CO-2/51/"))
    assert "The Committee’s letter of 20 June 2024 says nothing on this paragraph." in page.words
    assert page.links["letter of 20 June 2024"] == "/letters/cmw-followup-38-es/"
    state = Page(client.get("/states/XES/")).words
    assert "No letter published so far says anything on paragraph 51." in state
    assert "says nothing" not in Page(client.get("/recommendations/XES/CO-2/15/")).words


@pytest.mark.parametrize("language", ["fr", "es"])
def test_paragraphs_are_written_as_the_documents_of_the_language_do(client, rows, language):
    page = Page(client.get(f"/{language}/recommendations/XES/CO-2/35a/"))
    assert "35 a)" in page.headings[0][1]
    assert "35 (a)" not in page.headings[0][1]
    assert "35 a)" in Page(client.get(f"/{language}/letters/cmw-followup-38-es/")).words
    assert "Estmark, 35 a)" in Page(client.get(f"/{language}/search/?q=35+a)")).words
    # data and addresses keep one form
    table = downloaded(client, f"/{language}/recommendations.csv?q=35+a)")
    assert [row["paragraph"] for row in csv.DictReader(io.StringIO(table))] == ["35 (a)"]


@pytest.mark.parametrize(
    ("address", "note"),
    [("/", ""), ("/fr/", "Texte original en anglais."), ("/es/", "Original en inglés.")],
)
def test_a_quotation_says_that_it_is_in_another_language(client, rows, address, note):
    for page in (address, f"{address}recommendations/XES/CO-2/15/"):
        words = Page(client.get(page)).words
        assert note in words
        assert ("riginal en" in words) is bool(note)


OFFERED = [
    ("/search/?q=not+implemented", "/recommendations/?grade=not_implemented"),
    ("/search/?q=Not%20Implemented", "/recommendations/?grade=not_implemented"),
    ("/es/search/?q=no+aplicada", "/es/recommendations/?grade=not_implemented"),
    ("/search/?q=non+mise+en+oeuvre", "/recommendations/?grade=not_implemented"),
    ("/search/?q=overdue", "/deadlines/?when=overdue"),
]


@pytest.mark.parametrize(("address", "offered"), OFFERED)
def test_the_name_of_a_grade_offers_its_list(client, rows, address, offered):
    html = client.get(address).content.decode()
    assert f'<a href="{offered}">' in html.split('aria-labelledby="h-lists"')[1].split("</section>")[0]
    assert "grade=implemented" not in html


def test_other_words_offer_no_list(client, rows):
    assert 'id="h-lists"' not in client.get("/search/?q=wage+claims").content.decode()


def test_a_symbol_leads_to_the_document_of_a_real_state(client, rows):
    real = factories.observations(factories.state("TJK", "Tajikistan"), "12", by_hand=True)
    page = Page(client.get(real.recommendations.get().get_absolute_url()))
    assert page.links[f"{real.symbol}, at the United Nations"] == f"https://undocs.org/{real.symbol}"
    assert "undocs.org" in client.get(real.get_absolute_url()).content.decode()
    assert "undocs.org" not in client.get("/recommendations/XES/CO-2/15/").content.decode()


def test_an_undone_publication_leaves_its_addresses(client, reference, staff):
    sample_state()
    clerk = staff("Secretariat")
    letter = intake.open_draft(text=GRADED, by=clerk).letter
    letter = intake.publish(letter, by=clerk, version=letter.version)
    recommendation = letter.assessments.first().recommendation
    addresses = [one.get_absolute_url() for one in (letter, recommendation, letter.observations)]
    assert [client.get(address).status_code for address in addresses] == [200, 200, 200]
    letter = intake.undo(letter, by=clerk, version=letter.version)
    for address in addresses:
        page = Page(client.get(address))
        assert page.status == 410, address
        assert "Reason: Publication of Letter to Testland, 20 June 2024 undone." in page.words
        assert "This in the log of changes" in page.links
    assert "what happened, and why" in Page(client.get("/states/XTL/")).links
    assert client.get("/observations/XTL/CO-9/").status_code == 404
    assert client.get("/recommendations/XTL/CO-2/99/").status_code == 404
    intake.publish(Letter.objects.get(pk=letter.pk), by=clerk, version=letter.version)
    assert {client.get(address).status_code for address in addresses} <= {200, 301}


def test_lateness_stands_in_a_column_of_its_own(client, db):
    late = factories.observations(
        factories.state(region="african"), "3", by_hand=True, due="2024-09", due_basis="printed"
    )
    table = downloaded(client, "/fr/deadlines.csv?status=overdue")
    [row] = csv.DictReader(io.StringIO(table))
    assert row["symbol"] == late.symbol
    assert int(row["months_late"]) >= 25
    assert (row["months_left"], row["months_waiting"]) == ("", "")
    assert (row["status"], row["status_label"]) == ("overdue", "Rapport en retard")
    assert (row["region"], row["region_label"]) == ("african", "États d’Afrique")
