"""Grade statements: the sentences in which the Committee says how far a recommendation was implemented.

A wording of the table is a grade only where the Committee judges, or where a main clause says it of nothing but
the recommendation. What the State party or anybody else said, what is quoted, what is hoped for, what is said of
a law or a programme, is none. A verdict on a recommendation in other words, or in an unclear voice, is a
statement too, of an unknown grade.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from .claims import About, Claim, is_name, names_part, read_claim
from .clauses import clauses
from .hits import LONGEST_SENTENCE, Hit, Rows, find_hits, parted, without_quotes
from .insufficiency import lacks_information
from .languages import Language
from .limits import left_out, limited
from .naming import names
from .paragraphs import Sentence
from .reading import Grade
from .references import ParagraphRef
from .request import paragraph_lists
from .voice import Verb, Who, attributed, attributed_behind, governing, is_opinion, opens, speaks_here
from .wording import compiled

_LIMITABLE = frozenset({Grade.IMPLEMENTED, Grade.SUBSTANTIALLY_IMPLEMENTED, Grade.NOT_IMPLEMENTED})
_EDGES = " .,;:()[]\"“”'*|-"
_ASIDE = 5  # words: a longer insertion is a clause of its own


class Statement(NamedTuple):
    """A grade as stated: None for words outside the table. `refs` are the paragraphs it names itself."""

    grade: Grade | None
    sentence: Sentence
    start: int
    end: int
    refs: tuple[ParagraphRef, ...] = ()
    firm: bool = True  # False: said in passing ("notes that …"), counts where nothing firmer is said
    ahead: bool = (
        False  # its words look ahead to the paragraph: "sufficient information to assess … paragraph 12"
    )

    @property
    def phrase(self) -> str:
        """The words of the grade as printed."""
        return self.sentence.prose.quote(self.start, self.end)


class Context(NamedTuple):
    """A sentence under examination: who was spoken of before it, and the table it is read with."""

    text: str
    sentence: Sentence
    topic: Who
    table: Rows
    language: Language


def statements(sentence: Sentence, topic: Who | None, table: Rows, language: Language) -> list[Statement]:
    """The grade statements of a sentence, in order; `topic` is who was spoken of before (None: the Committee)."""
    if sentence.end - sentence.start > LONGEST_SENTENCE:
        return []
    text = without_quotes(sentence.prose.text)
    context = Context(text, sentence, topic or Who.COMMITTEE, table, language)
    found: list[Statement] = []
    hits = find_hits(text, sentence, table, language)
    for n, hit in enumerate(hits):
        stop = hits[n + 1].start if n + 1 < len(hits) else sentence.end
        statement = _statement(context, hit, hits[n - 1] if n else None, found, stop)
        found += [statement] if statement else []
        if statement and (other := _left_out(context, statement, stop)):
            found.append(other)
    if not found:
        return []
    named = names([(s.start, s.end, s.ahead) for s in found], text, sentence, language)
    return [statement._replace(refs=refs) for statement, refs in zip(found, named, strict=True)]


def _statement(
    context: Context, hit: Hit, earlier: Hit | None, found: Sequence[Statement], stop: int
) -> Statement | None:
    text, sentence, language = context.text, context.sentence, context.language
    if _is_label(text, sentence, hit, language):
        return Statement(hit.row.grade, sentence, hit.start, hit.end)
    begin = max(text.rfind(";", sentence.start, hit.start), text.rfind(": ", sentence.start, hit.start)) + 1
    begin = max(begin, sentence.start)
    verb = governing(text, sentence.start, hit.start, context.topic, language, sentence.words)
    if verb and (
        verb.kind == "hopes"
        or verb.who is Who.OTHER
        or (verb.kind == "says" and verb.who is not Who.COMMITTEE)
    ):
        return None
    if verb and verb.end <= begin:
        verb = None
    low = verb.end if verb else begin
    if hit.row.grade is Grade.INSUFFICIENT_INFORMATION:
        judged = verb is not None and verb.kind != "notes"
        sure = lacks_information(text, sentence, hit, low, judged, context.topic, language)
        if sure is None:
            return None
        return Statement(hit.row.grade if sure else None, sentence, hit.start, hit.end, ahead=True)
    if hit.row.grade is Grade.CONTRARY:
        return _contrary(context, hit, verb)
    last = earlier.end if earlier and earlier.end > low else low
    claim = read_claim(text, sentence, last, hit.start, hit.end, language)
    shared = last > low and bool(found) and claim.joined
    return _implemented(context, hit, verb, claim._replace(about=About.SUBJECT) if shared else claim, stop)


def _contrary(context: Context, hit: Hit, verb: Verb | None) -> Statement | None:
    if verb is None or verb.kind == "notes":
        return None
    region = context.text[verb.end : hit.start]
    speech = context.language.speech
    if compiled((*speech.open_questions, *speech.negations)).search(region):
        return None
    rejected = compiled(speech.rejects).match(context.text, hit.start)
    sure = verb.who is Who.COMMITTEE and (not rejected or bool(compiled(speech.state).search(region)))
    grade = hit.row.grade if sure else None
    return Statement(grade, context.sentence, hit.start, hit.end, ahead=True)


def _implemented(context: Context, hit: Hit, verb: Verb | None, claim: Claim, stop: int) -> Statement | None:
    text, language = context.text, context.language
    target = clauses(language).takes_object.match(text, hit.end)
    if claim.open_question or (claim.agent and not speaks_here(claim.agent, language)):
        return None
    sure = _is_sure(context, verb, claim, target is not None)
    if sure and verb is None:
        sure = attributed_behind(text[hit.end : stop], language)
    if sure is None:
        return None
    grade, start, end = hit.row.grade, hit.start, hit.end
    if claim.negated or (verb and verb.denied) or names_part(claim.named, language):
        sure = False
    if claim.about is not About.NOTHING and target is None and claim.extra is not None:
        start, sure = claim.extra, False
    for low, high in (*claim.asides, *_short(claim, language)):
        words = text[low:high]
        if together := parted(words, hit, text, context.table):
            grade, start = together, low
        elif not opens(words, language) and not claim.belongs(words, language):
            start, sure = min(low, start), False
    behind = target.end() if target else end
    if grade in _LIMITABLE and not left_out(text, context.sentence, behind, language):
        cut = limited(text, behind, stop, grade is not Grade.NOT_IMPLEMENTED, language)
        if cut:
            words = text[end:cut].strip(" ,")
            together = parted(words, hit, text, context.table) if text[end : end + 1] == "," else None
            grade, end, sure = (together or grade), cut, sure and together is not None
    ahead = target is not None
    return Statement(grade if sure else None, context.sentence, start, end, firm=_is_firm(verb), ahead=ahead)


def _is_firm(verb: Verb | None) -> bool:
    return verb is None or verb.kind != "notes"


def _is_sure(context: Context, verb: Verb | None, claim: Claim, takes_object: bool) -> bool | None:
    """Whether the Committee says it of a recommendation: None where that is not so, False where it is unclear."""
    language = context.language
    if verb is None:
        if takes_object and claim.about in (About.NOTHING, About.LOOSE):
            return False if claim.finite else None
        if claim.about is not About.SUBJECT or not claim.finite:
            return None
        return attributed(claim.prefix, language)
    if is_opinion(claim.prefix, language):
        return None
    judged = verb.kind != "notes" and verb.who is Who.COMMITTEE
    if takes_object and claim.about is not About.SUBJECT:
        return judged
    if claim.about is About.SUBJECT:
        return judged
    if claim.about is About.PRONOUN:
        return judged and _means_recommendation(context, verb)
    return False if judged and claim.about is About.LOOSE else None


def _means_recommendation(context: Context, verb: Verb) -> bool:
    """Whether "it" can mean nothing but the recommendation: the clause before names it, and no other verb comes between."""
    text, sentence, language = context.text, context.sentence, context.language
    spoken = [m.end() for m in compiled(language.recommendation).finditer(text, sentence.start, verb.start)]
    spoken += [p.end for p in paragraph_lists(sentence.part(sentence.start, verb.start), language)]
    if not spoken:
        return False
    between = text[max(spoken) : verb.start]
    inner = governing(text, max(spoken), verb.start, context.topic, language, sentence.words)
    return inner is None and "," in between and speaks_here(between.rsplit(",", 1)[1], language)


def _short(claim: Claim, language: Language) -> list[tuple[int, int]]:
    """Short insertions in front of the subject: "considers that, in substance, it has been implemented"."""
    found, at = [], claim.low
    if claim.about not in (About.SUBJECT, About.PRONOUN):
        return []
    pieces = claim.prefix.split(",")
    for piece in pieces if claim.parted else pieces[:-1]:
        words = piece.strip()
        start = at + len(piece) - len(piece.lstrip())
        at += len(piece) + 1
        if 0 < len(words.split()) <= _ASIDE and not claim.is_clause(words, language):
            found.append((start, start + len(words)))
    return found


def _left_out(context: Context, statement: Statement, stop: int) -> Statement | None:
    """ "… has been implemented, but not paragraph 35 (b)"."""
    span = left_out(context.text, context.sentence, statement.end, context.language)
    if span is None or span[1] > stop:
        return None
    grade = Grade.NOT_IMPLEMENTED if statement.grade is Grade.IMPLEMENTED else None
    return statement._replace(grade=grade, start=span[0], end=span[1], ahead=True)


def _is_label(text: str, sentence: Sentence, hit: Hit, language: Language) -> bool:
    """ "Partially implemented." alone, "Grade: partially implemented", "Paragraph 12: partially implemented"."""
    if text[hit.end : sentence.end].strip(_EDGES):
        return False
    lead = text[sentence.start : hit.start].strip()
    if not lead.strip(_EDGES):
        return True
    if len(lead) > 120:
        return False
    before, _, name = lead.rpartition(":")  # "Assessment: recommendation not implemented"
    head = f"{before}: " if before and is_name(name.strip(), language) else lead + " "
    if clauses(language).label.fullmatch(head) or is_name(lead, language):
        return True
    if lead[-1] not in ":|(.-":
        return False
    lists = paragraph_lists(sentence.part(sentence.start, hit.start), language)
    head = text[sentence.start : lists[0].start] if lists else lead
    tail = text[lists[-1].end : hit.start] if lists else ""
    return (
        bool(lists)
        and len(head) <= 60
        and not speaks_here(head, language)
        and bool(re.fullmatch(r"[ ()|]{0,3}[:|(.-][ (|.-]{0,4}", tail))
    )
