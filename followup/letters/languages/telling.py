"""How a sentence deals out grades, recalls earlier ones, or retells a reply: the shape of a language's table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..reading import Grade
from ..wording import Phrase, Wording

Words = tuple[str, ...]
Phrases = tuple[Phrase, ...]

LAST = -1
OTHER = -2
NEARER = -3
"""Places not counted from the first: "the latter", "the other one", and "esta" where "aquella" stands beside it."""


@dataclass(frozen=True)
class Telling:
    """The words by which a grade is told from a grade of something else, of an earlier day or of somebody else."""

    # several paragraphs graded in one sentence
    places: Mapping[str, int]  # "the former": 0; patterns, see followup.letters.wording
    exceptions: Phrases  # "with the exception of"
    pointed: Words  # what may stand behind such a word: "the latter has"
    everything: Phrases  # "all the above recommendations"
    echoes: tuple[
        Wording, ...
    ]  # a grade without its word for "implemented": "and that in paragraph 14 has not"
    # grades of an earlier day
    judged: Words  # verbs of judging in the past: "found"
    judged_before: Words  # in the pluperfect: "had found"
    perfect: Words  # what makes of such a verb a judgement of today: "has found"
    between: Words  # adverbs of an earlier day: "had previously found"
    was: Words  # verb forms of what was so then: "had been"
    has: Words  # verb forms of what is so now: "has been"
    was_before: Words  # such forms that no main clause of today has: "had been"
    earlier: Phrases  # what names an earlier day, behind a verb of judging in the past: "in 2021"
    acts: Phrases  # those of them that are acts of the Committee and no mere dates
    # the State's reply, retold under a label or in quotation
    answers: Phrases  # a label or heading: "Reply of the State party"
    answered: Phrases  # at the end of a sentence: "replied as follows"
    told: Words  # what somebody says, before a colon: "the following reply:"
    appraisals: Phrases  # the heading under which the Committee speaks again
    disputes: (
        Phrases  # an insertion that names what somebody else says: "contrary to what the State party asserts"
    )
    objects: Words  # a pronoun before a verb of judging that may mean the recommendation: "la considera"
    against: Words  # verbs of measures: they "are contrary to" the recommendation
    each: Words  # pronouns that stand for all recommendations: "each of them"
    verdicts: Phrases  # verdicts in words of no grade
    # grades as nouns
    implementation: Words  # "implementation", as a noun
    degrees: Mapping[str, Grade | None]  # its adjectives; None where they say neither one grade nor another
    undone: Words  # patterns for nouns that say that nothing was done: "non-implementation"
    states: Words  # verbs right before such a noun that state it: "amounts to"
    copulas: Words  # between "implementation of the recommendation" and its adjective
    articles: Words  # before such a noun
    indefinite: Words  # articles of "a recommendation", of which something is said to be one
    gradings: Words  # what a grade is called: "the mark", "the category"
    shows: Words  # verbs of which such a noun is the object, with the recommendation as their subject
    only: Words  # a negation that denies nothing: "n'est que partielle"
    # who speaks
    third: Words  # others than the Committee and the State
    concerned: Words  # the Committee where it is concerned and no subject: "preocupa al Comité"
    concerning: Words  # patterns for insertions: "as far as the Committee is concerned"
    own_view: Words  # "in its view": of whom was spoken of last
    # what is denied
    none: Words  # before a subject: "none of", "neither … nor"
    refusals: Words  # before a verb of judging: "cannot", "is not in a position to"
    means: Words  # behind a bare "was implemented": how it was done, which is a tale and no verdict
