"""Grades that stand as labels: "Grade: partially implemented", "Paragraph 12 (not implemented).", "[Implemented]"."""

from __future__ import annotations

import re

from .claims import is_name
from .clauses import clauses
from .hits import Hit
from .languages import Language
from .paragraphs import Sentence
from .request import paragraph_lists
from .voice import attributed_behind, speaks_here
from .wording import phrases

_EDGES = " .,;:()[]\"“”'*|-"
_LONGEST = 120
_LONGEST_HEAD = 60
_CLOSED = re.compile(r" ?[)\]*\"”»]{0,3} ?(?:[.;:|,]|- |$)")
_BRACKETED = re.compile(r" ?[\])]")
_MARKER = re.compile(r"^(?:[0-9]{1,2}[.)]|[(]?[a-z][.)]|[IVX]{1,5}[.)]|[-•*·]) ?$")
_SET_OFF = re.compile(r"(?:[:|(\[]|(?<= )-) ?[*\"“]{0,3}$")


def is_label(text: str, sentence: Sentence, hit: Hit, language: Language) -> bool:
    """Whether a wording stands alone, or behind a label, a paragraph's number or a heading, and no clause goes on."""
    lead = text[sentence.start : hit.start].strip()
    bare = lead.strip(_EDGES)
    rest = text[hit.end : sentence.end]
    if lead[-1:] in ("[", "(") and _BRACKETED.match(rest) and (not bare or _MARKER.match(bare)):
        return True  # "[Partially implemented] With regard to paragraph 12, …"
    if not bare and rest[:1] == "," and _in_its_view(rest.strip(_EDGES), language):
        return True
    if not _CLOSED.match(rest) or attributed_behind(rest, language) is not True:
        return False
    if not bare:
        return not rest.strip(_EDGES)
    if len(lead) > _LONGEST:
        return False
    head = _without_name(lead, language)
    if rest.strip(_EDGES) and not _SET_OFF.search(head):
        return False
    if clauses(language).label.fullmatch(head + " ") or is_name(lead, language):
        return True
    return _names_paragraph(text, sentence, hit, head, language) or _ends_heading(text, sentence, hit, head)


def _in_its_view(words: str, language: Language) -> bool:
    """ "Partially implemented, in the view of the Committee."."""
    match = phrases(language.speech.impersonal).search(words)
    return match is not None and match.start() <= len("in ") and match.end() == len(words)


def _without_name(lead: str, language: Language) -> str:
    """ "Assessment: recommendation" without its last word, which the grade may be said of."""
    cut = max(lead.rfind(mark) for mark in (":", "|", "- ", "(", "[")) + 1
    return lead[:cut] if cut and is_name(lead[cut:].strip(), language) else lead


def _names_paragraph(text: str, sentence: Sentence, hit: Hit, head: str, language: Language) -> bool:
    """ "Paragraph 12: partially implemented"."""
    if head[-1] not in ":|([.-":
        return False
    lists = paragraph_lists(sentence.part(sentence.start, hit.start), language)
    if not lists:
        return False
    before, end = text[sentence.start : lists[0].start], sentence.start + len(head)
    tail = text[lists[-1].end : max(end, lists[-1].end)]
    return (
        len(before) <= _LONGEST_HEAD
        and not speaks_here(before, language)
        and bool(re.fullmatch(r"[ ()|\]]{0,3}[:|(\[.-][ (\[|.*-]{0,4}", tail))
    )


def _ends_heading(text: str, sentence: Sentence, hit: Hit, head: str) -> bool:
    """ "Paragraph 12: Detention (not implemented)": the end of a heading, in brackets or behind a bar."""
    alone = sentence.start == 0 and sentence.end == len(text) and text[-1] not in ".;!?:"
    return alone and head[-1] in "([|" and bool(re.search(r"[0-9]", head))
