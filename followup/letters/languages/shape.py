"""What the parser knows of a language: the shape of the tables in this folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..wording import Phrase, Wording
from .framing import Framing
from .speech import Speech
from .telling import Telling

Words = tuple[str, ...]
Phrases = tuple[Phrase, ...]


@dataclass(frozen=True)
class Language:
    """One language's words, by what they do in a letter. Patterns: see followup.letters.wording."""

    code: str
    name: str
    # the body's language: the formula a letter opens with, then words only this language has
    honour: Phrases
    markers: Words
    salutations: Phrases
    # figures and dates
    months: tuple[Words, ...]
    ordinals: Mapping[str, int]
    numbers: Mapping[str, int]
    # sessions and reports
    session: Words
    held: Words
    took_place: Words  # a session's verb: behind it any words may stand before the month
    initial: Words
    periodic: Words
    report_links: Words  # between the ordinals of combined reports
    absence: Phrases
    observations: Words
    examined: Words
    upcoming: Words
    follow_up: Words
    replies: Words  # what a follow-up report may be called where it is clear that it is one
    received: Words
    late: Phrases
    owed: Words  # before "submitted": it was not, or not yet
    not_the_report: Words
    # the request
    requested: Words
    within: Phrases
    one_year: Phrases
    after: Words  # "two years after their adoption"
    years: Words
    months_unit: Words
    due: Phrases
    # passages
    paragraph: Words
    subparagraph: Words
    same_paragraph: Words
    recommendation: Words
    lead_ins: Phrases
    cross_references: Phrases
    closings: Phrases
    this_letter: Words  # what no passage speaks of
    reader: Words  # how a letter speaks to its reader, as its passages do not
    farewells: Phrases  # a sentence begins with them
    assurances: Phrases  # wherever they stand, the sentence is a farewell
    valedictions: Words  # with these a short line of its own takes leave
    # grades
    speech: Speech  # who speaks, and of what
    telling: Telling  # of which paragraph, of which day, and in whose words
    framing: Framing  # whose report came, what is still to come, who takes leave
    committee: Words
    auxiliaries: Words
    fillers: Words
    done: Words
    nouns: Words  # words that make the word for "implemented" a noun: "la mise en œuvre"
    wordings: tuple[Wording, ...]
    neither: Phrases
    limits: Words
    no_verdicts: Words
    labels: Words
    respectively: Words
    urges: Words
    # kinds of letters
    reminders: Phrases
    acknowledgements: Phrases
    # people
    honorifics: Words
    titles: Words
    address: Phrases
    contacts: Words
    roles: Words
    signed: Words
    # the first lines
    reference_labels: Words
    place_names: Words
    # layout
    abbreviations: Words
    dangling: Words
