"""Themes: what the thesaurus suggests, and that only a person's decision is public."""

from __future__ import annotations

import pytest

from followup import themes
from followup.letters import fold
from followup.models import Recommendation, Tagging, Theme

from . import factories

pytestmark = pytest.mark.django_db

# words of a passage, themes suggested, one for each kind and language
PASSAGES = [
    (
        "Train labour inspectors and increase labour inspections of domestic workers.",
        {"working-conditions", "domestic-workers"},
    ),
    ("Guarantee the birth registration of all children.", {"birth-registration", "children"}),
    ("In line with article 33 of the Convention, inform them.", {"article-33"}),
    ("See target 8.7 of the Sustainable Development Goals.", {"sdg-8-7"}),
    ("Faciliter le regroupement familial.", {"family"}),
    ("Garantizar el derecho a votar en el exterior.", {"political-rights", "nationals-abroad"}),
    ("Repair the sewage system.", set()),  # no wage in it
]


@pytest.fixture
def recommendation(reference) -> Recommendation:
    asked = factories.observations(factories.state(), "12")
    factories.letter(asked, {"12": "implemented"}, words="Nothing.")
    return asked.recommendations.get()


@pytest.mark.parametrize(("words", "found"), PASSAGES, ids=[words for words, _ in PASSAGES])
def test_suggests(recommendation, words, found):
    recommendation.wording = words
    themes.suggest([recommendation])
    assert set(recommendation.taggings.values_list("theme", flat=True)) == found
    assert not Tagging.objects.confirmed().exists()


def test_each_term_is_folded_and_each_theme_named_in_three_languages():
    rows = list(themes.rows())
    assert len(rows) == len({row["slug"] for row in rows}) == 85
    for row in rows:
        assert all(row[f"name_{language}"] for language in ("en", "fr", "es"))
        assert row["terms"] == [fold(term) for term in row["terms"] if term]


def test_what_a_person_decided_stays(recommendation, staff):
    recommendation.wording = "Birth registration of children."
    assert themes.suggest([recommendation]) == 2
    themes.decide(recommendation, ["children", "data"], by=staff("Secretariat"))
    assert themes.suggest([recommendation]) == 0
    stands = {row.theme_id: row.status for row in recommendation.taggings.all()}
    assert stands == {"children": "confirmed", "data": "confirmed", "birth-registration": "declined"}


def test_an_unknown_theme_is_refused(recommendation, staff):
    with pytest.raises(Theme.DoesNotExist):
        themes.decide(recommendation, ["no-theme"], by=staff("Secretariat"))
    assert not recommendation.taggings.exists()


def test_the_page_shows_the_words_and_saves(recommendation, staff, client):
    recommendation.wording = "Birth registration of children."
    recommendation.record_change(by=None, reason="Entered from the observations.")
    themes.suggest([recommendation])
    client.force_login(staff("Secretariat"))
    page = f"/admin/followup/theme/of/{recommendation.pk}/"
    assert "“children”" in client.get(page).content.decode()
    answer = client.post(page, {"theme": ["children", "nonsense"]})
    assert answer.status_code == 302
    assert list(Tagging.objects.confirmed().values_list("theme", flat=True)) == ["children"]


def test_a_viewer_looks_and_saves_nothing(recommendation, staff, client):
    client.force_login(staff("Staff viewers"))
    page = f"/admin/followup/theme/of/{recommendation.pk}/"
    assert client.get(page).status_code == 200
    assert client.post(page, {"theme": ["children"]}).status_code == 403
