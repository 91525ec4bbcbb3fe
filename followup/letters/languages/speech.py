"""Who speaks in a sentence, and of what: the shape of a language's table of speech."""

from __future__ import annotations

from dataclasses import dataclass

from ..wording import Phrase

Words = tuple[str, ...]
Phrases = tuple[Phrase, ...]


@dataclass(frozen=True)
class Speech:
    """The words by which a verdict of the Committee is told from anything else that a letter says."""

    # who speaks
    speakers: Words  # the Committee as a subject
    pronouns: Words  # what may stand for it
    drops_pronouns: bool  # "Considera que …"
    considers: Phrases  # verbs of judging
    impersonal: Phrases  # judgements that need no subject: "in the Committee's view"
    judged: Words  # the same in the passive: "is deemed"
    modals: Words  # with a verb of judging only: "can be considered implemented", not "can be implemented"
    passive: Words
    by: Words  # what names who judges in the passive
    notes: Phrases
    says: Words
    hopes: Phrases
    others: Words
    attributions: Phrases  # "for the Ombudsman": an opinion of somebody else
    no_opinions: Words  # what begins like one: "for the most part"
    adverbs: Words  # between a subject and its verb
    openers: Phrases  # what a clause may begin with before its subject
    governs: Words  # prepositions: the noun behind one is no subject
    # of what
    of: Words  # before whose recommendation it is
    determiners: Words
    stand_ins: Words  # "the one contained in paragraph 35 (b)"
    referring: Words  # pronouns that may mean the recommendation
    contained: Words  # a recommendation "contained in" a paragraph
    attached: Words  # other words between a recommendation and its verb
    relatives: Words
    that: Words
    conjunctions: Words
    finite: Words  # auxiliaries that are nothing but a verb
    verbs: Words  # other verbs that a recommendation is the subject of
    nonfinite: Words  # auxiliaries that make no clause of their own
    links: Words  # "considers it as implemented"
    # what it leaves open, denies or takes back
    open_questions: Words
    negations: Words
    parts: Phrases
    curbs: Words
    contrasts: Words  # before "not paragraph 35 (b)"
    # measures against a recommendation
    rejects: Words
    state: Words  # who may reject it
    # information that is missing
    inability: Words
    lacks: Words  # who is their subject lacks the information
    objects: Words  # "does not enable it"
    assessed: Words  # between "to assess" and "the recommendation"
