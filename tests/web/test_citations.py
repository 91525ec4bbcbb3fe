"""What is cited: the sentence, BibTeX and RIS, and the version a citation points at after a correction."""

from __future__ import annotations

import pytest
from django.utils import timezone

from followup import corrections, intake

from .. import factories
from ..samples import GRADED, sample_state
from .page import Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def recommendation(staff):
    asked = factories.observations(factories.state(name="Estmark & Sons"), "12")
    factories.letter(asked, {"12": "partially_implemented"}, reference="CMW/FollowUp/35/xes_1")
    return asked.recommendations.get()


@pytest.fixture
def corrected(recommendation, staff):
    assessment = recommendation.assessments.get()
    text = assessment.text.replace("partially implemented", "fully implemented")
    values = {"grade": "implemented", "grade_phrase": "fully implemented", "text": text}
    corrections.correct(
        assessment, values, by=staff("Correctors"), reason="Read again in the letter.", version=1, key="k"
    )
    return recommendation


def test_the_page_cites_its_version(client, recommendation):
    page = Page(client.get(recommendation.get_absolute_url()))
    assert (
        "Committee on Migrant Workers. Follow-up letter to Estmark & Sons, 30 September 2022 "
        "(CMW/FollowUp/35/xes_1), assessment of paragraph 12 of CMW/C/XES/CO/2: partially implemented. "
        "CMW follow-up registry, record XES/CO-2/12, version 1, as recorded on"
    ) in page.words
    assert "/recommendations/XES/CO-2/12/?version=1. Consulted on" in page.words


def test_bibtex(client, recommendation):
    answer = client.get(recommendation.get_absolute_url() + "cite.bib")
    assert answer.headers["content-type"] == "application/x-bibtex; charset=utf-8"
    lines = answer.content.decode().splitlines()
    assert lines[0] == "@misc{cmw-xes-co-2-12-v1,"
    assert (
        r"  title = {{Follow-up letter to Estmark \& Sons, 30 September 2022 (CMW/FollowUp/35/xes\_1),"
        in lines[2]
    )
    assert lines[3] == "  year = {2022},"
    assert lines[-3] == "  url = {http://testserver/recommendations/XES/CO-2/12/?version=1},"
    assert lines[-2] == f"  urldate = {{{timezone.localdate()}}}"


def test_ris(client, recommendation):
    text = client.get(recommendation.get_absolute_url() + "cite.ris").content.decode()
    assert text.startswith("TY  - RPRT\r\nAU  - Committee on the Protection")
    assert "\r\nDA  - 2022/09/30\r\n" in text
    assert "UR  - http://testserver/recommendations/XES/CO-2/12/?version=1\r\nY2  - " in text
    assert "\r\nSN  - " not in text  # the field of an ISSN or ISBN


def test_an_earlier_version_is_shown_as_it_was(client, corrected):
    address = corrected.get_absolute_url()
    now, then = Page(client.get(address)), Page(client.get(address + "?version=1"))
    assert "This is version 1" not in now.words
    assert "This is version 1, as recorded on" in then.words and "Version 2 stands now." in then.words
    assert ": implemented. CMW follow-up registry" in now.words
    assert ": partially implemented. CMW follow-up registry, record XES/CO-2/12, version 1" in then.words
    assert '<meta name="robots" content="noindex">' in then.html
    assert "?version=1" in client.get(address + "cite.bib?version=1").content.decode()


@pytest.mark.parametrize("version", ["0", "3", "99999999", "x", "", "-1", "١", "1 OR 1=1"])
def test_a_version_that_never_was_is_not_found(client, corrected, version):
    for end in ("", "cite.bib", "cite.ris"):
        assert client.get(corrected.get_absolute_url() + end, {"version": version}).status_code == 404


def test_an_unassessed_recommendation_has_no_citation(client):
    asked = factories.observations(factories.state(), "12", by_hand=True)
    address = asked.recommendations.get().get_absolute_url()
    assert client.get(address).status_code == 200
    assert client.get(address + "cite.bib").status_code == 404
    assert client.get(address + "?version=1").status_code == 404


def test_a_version_never_means_two_grades(client, reference, staff):
    """Undone and published again, and assessed once more in a later letter: the numbers go on."""
    sample_state()
    clerk = staff("Secretariat")
    letter = intake.open_draft(text=GRADED, by=clerk).letter
    letter = intake.publish(letter, by=clerk, version=letter.version)
    letter = intake.undo(letter, by=clerk, version=letter.version)
    letter = intake.publish(letter, by=clerk, version=letter.version)
    address = letter.assessments.in_order().first().get_absolute_url()
    assert "record XTL/CO-2/15, version 2" in Page(client.get(address)).words
    assert client.get(address + "?version=1").status_code == 404  # never public at the same time as version 2
    later = GRADED.replace("CMW/FollowUp/38/xx", "CMW/FollowUp/39/xx").replace(
        "20 June 2024", "20 December 2024"
    )
    later = later.replace(
        "thirty-eighth session, held in June 2024", "thirty-ninth session, held in December 2024"
    )
    again = intake.open_draft(text=later, by=clerk).letter
    again = intake.confirm(again, [one.key for one in intake.waiting(again)], by=clerk, version=again.version)
    intake.publish(again, by=clerk, version=again.version)
    now, then = Page(client.get(address)), Page(client.get(address + "?version=2"))
    assert "20 December 2024 (CMW/FollowUp/39/xx)" in now.words and "version 3, as recorded" in now.words
    assert "This is version 2" in then.words and "20 June 2024 (CMW/FollowUp/38/xx)" in then.words
