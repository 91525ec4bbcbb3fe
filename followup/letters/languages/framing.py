"""What frames the passages, told by its structure: whose report came, what is still to come, who takes leave."""

from __future__ import annotations

from dataclasses import dataclass

from ..wording import Phrase

Phrases = tuple[Phrase, ...]


@dataclass(frozen=True)
class Framing:
    """The words by which one report is told from another, and a closing from a passage. Each row has its example."""

    # the follow-up report and other documents
    other_reports: Phrases  # documents that are not the follow-up report
    other_senders: Phrases  # who else sends information
    earlier_reports: Phrases  # the words before "report" that make it one of an earlier day
    examined_before: Phrases  # the Committee examined it on an earlier day
    by_means: Phrases  # a cover letter: it is not what was received
    arrived: Phrases  # words of receiving; the others are of sending
    reply_of_state: (
        Phrases  # what the State sent, where it leads the sentence: "the reply of the State party"
    )
    adopted: Phrases  # what is done with concluding observations, and with no report
    to_come: Phrases  # what is said of a periodic report that is still due
    # where nothing has come
    expired: Phrases  # a deadline that has passed
    overdue: Phrases  # a report that should have come
    missing: Phrases  # a verb of receiving denied, in any mood
    silent: Phrases  # the State has not replied
    conditions: Phrases  # a sentence on what follows if nothing comes, or when it should come now
    meetings: Phrases  # what else a letter of the procedure may be about
    # the closing
    writer: Phrases  # a sentence begins with the writer of the letter in person
    concluding: Phrases  # words that lead a closing in
    takes_leave: Phrases  # a verb that takes leave, behind the Committee as the subject
    leave_topics: Phrases  # what such a sentence speaks of
    asks: Phrases  # other verbs of a closing, with the Committee as the subject
    letter_topics: Phrases  # what a closing says and no passage does, whatever its verb
    specifying: Phrases  # a preposition behind a topic, and what it may be about: anybody else is the matter
    generic: Phrases  # what is asked for without being named: "this information"
    next_reports: Phrases  # where it should be given
    legends: Phrases  # the label of a key below a table
    table_intros: Phrases  # what announces a table
