"""Grade statements: the sentences in which the Committee says how far a recommendation was implemented.

A wording of the table is a grade only where the Committee judges, or where a main clause says it of nothing but
the recommendation. What the State party or anybody else said, what is quoted, what is hoped for, what is said of
a law or a programme, is none. A verdict on a recommendation in other words, or in an unclear voice, is a
statement too, of an unknown grade.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .claims import About, Claim, names_part, read_claim
from .clauses import clauses
from .coupled import coupled
from .hits import LONGEST_SENTENCE, Hit, Rows, find_echoes, find_hits, parted, without_quotes
from .insertions import without_insertions
from .insufficiency import lacks_information, with_negation
from .labels import is_label
from .languages import Language
from .limits import left_out, limited
from .measures import contrary
from .naming import Named, Span, deal, exception_start, excepts, points
from .nouns import noun_grade, predicate_grade, predicates
from .paragraphs import Sentence
from .presented import categorised, presented
from .reading import Grade
from .recalled import When, when
from .request import paragraph_lists
from .statement import Context, Statement
from .topics import is_told
from .voice import Verb, Who, attributed, attributed_behind, governing, is_opinion, opens, speaks_here
from .wording import choice, compiled, phrases

_LIMITABLE = frozenset({Grade.IMPLEMENTED, Grade.SUBSTANTIALLY_IMPLEMENTED, Grade.NOT_IMPLEMENTED})
_OF_MEASURES = frozenset(
    {Grade.CONTRARY, Grade.INSUFFICIENT_INFORMATION}
)  # their verbs tell of measures, information
_IN_FAVOUR = frozenset({Grade.IMPLEMENTED, Grade.SUBSTANTIALLY_IMPLEMENTED})
_EDGES = " .,;:()[]\"“”'*|-"
_NO_OTHER_NOUN = 60  # characters: "The Committee does not share this view and considers that it …"
_ASIDE = 5  # words: a longer insertion is a clause of its own


def statements(
    sentence: Sentence, topic: Who | None, table: Rows, language: Language, before: Sentence | None = None
) -> list[Statement]:
    """The grade statements of a sentence, in order; `topic` is who was spoken of before (None: the Committee)."""
    if sentence.end - sentence.start > LONGEST_SENTENCE:
        return []
    possible = table.possible(sentence.words) if topic is not Who.QUOTED else ()
    if not possible:
        return []
    text = without_quotes(sentence.prose.text)
    context = Context(text, sentence, topic or Who.COMMITTEE, table, language, before)
    hits = _with_echoes(find_hits(text, sentence, possible, language), context)
    hits = sorted([*hits, *predicates(text, sentence, language)], key=lambda hit: hit.start)
    found: list[Statement] = []
    shared = bool(hits and sentence.search(compiled(language.respectively)))
    for n, hit in enumerate(hits):
        pair = coupled(text, hit, sentence.start, sentence.end, table) if shared else None
        hit = pair.whole if pair else hit
        stop = hits[n + 1].start if n + 1 < len(hits) else sentence.end
        told = without_insertions(
            text, sentence, hit.start, [(s.start, s.end) for s in found if s.earlier], language
        )
        plain = context if told is text else context._replace(text=told)
        earlier = next((h for h in hits[:n][::-1] if told[h.start : h.end].strip()), None)
        if hit.echo:
            statement = _echo(context, hit, found)
        else:
            statement = _of_exception(plain, hit) or _statement(plain, hit, earlier, found, stop)
        if pair and statement and statement.grade:
            found += [statement._replace(grade=row.grade, start=a, end=b) for row, a, b in pair.each]
            continue
        found += [statement] if statement else []
        if statement and (other := _left_out(context, statement, stop)):
            found.append(other)
    return _dealt(context, found) if found else []


def _dealt(context: Context, found: Sequence[Statement]) -> list[Statement]:
    """The statements of a sentence with the paragraphs that each is about; today's apart from those it recalls."""
    text, sentence, language = context.text, context.sentence, context.language
    dealt: list[Statement] = []
    for group in ([s for s in found if s.earlier], [s for s in found if not s.earlier]):
        if not group:
            continue
        done = deal([Span(s.start, s.end, s.ahead, s.low) for s in group], text, sentence, language)
        dealt += [s._replace(named=named) for s, named in zip(group, done.named, strict=True)]
        if not group[0].earlier:
            dealt += [
                Statement(None, sentence, place.start, place.end, Named(place.refs)) for place in done.unread
            ]
    return dealt


def _statement(
    context: Context, hit: Hit, earlier: Hit | None, found: Sequence[Statement], stop: int
) -> Statement | None:
    text, sentence, language = context.text, context.sentence, context.language
    if is_label(text, sentence, hit, language):
        return Statement(hit.row.grade, sentence, hit.start, hit.end)
    begin = max(text.rfind(";", sentence.start, hit.start), text.rfind(": ", sentence.start, hit.start)) + 1
    begin = max(begin, sentence.start)
    verb = _settled(
        governing(text, sentence.start, hit.start, context.topic, language, sentence.words), hit.row.grade
    )
    if verb and (
        verb.kind == "hopes"
        or verb.who is Who.OTHER
        or (verb.kind == "says" and verb.who is not Who.COMMITTEE)
    ):
        return None
    if verb and verb.end <= begin:
        verb = None
    if (
        verb is None
        and text[begin - 1 : begin] == ":"
        and is_told(text[sentence.start : begin - 1], language)
    ):
        return None
    low = verb.end if verb else begin
    day = When.TODAY if hit.row.grade in _OF_MEASURES else _day(context, verb, low, earlier, hit, stop)
    statement = _judged(context, hit, earlier, found, stop, verb, low)
    if statement is None or day is When.TODAY:
        return statement and statement._replace(low=low)
    grade = None if day is When.UNSURE else statement.grade
    return statement._replace(low=low, grade=grade, earlier=day is When.EARLIER)


def _settled(verb: Verb | None, grade: Grade | None) -> Verb | None:
    """Whose a verb is that may be the State's: no State says of itself that it did not do, or did only in part."""
    if verb is None or verb.who not in (Who.STATE, Who.EITHER):
        return verb
    if verb.kind == "judges" and grade not in _IN_FAVOUR:
        return verb._replace(who=Who.COMMITTEE)
    return verb._replace(who=Who.OTHER if verb.who is Who.STATE else Who.UNCLEAR)


def _of_exception(context: Context, hit: Hit) -> Statement | None:
    """ "… with the exception of that in paragraph 39, which has not been implemented"."""
    text, sentence, language = context.text, context.sentence, context.language
    if not hit.row.done or not excepts(text, sentence, hit.start, language):
        return None
    verb = governing(text, sentence.start, hit.start, context.topic, language, sentence.words)
    if verb and (verb.kind != "judges" or verb.who is not Who.COMMITTEE):
        return None
    return Statement(hit.row.grade, sentence, hit.start, hit.end, low=verb.end if verb else sentence.start)


def _with_echoes(hits: list[Hit], context: Context) -> list[Hit]:
    """The wordings found, and between and behind them what echoes one of another paragraph."""
    text, sentence, language = context.text, context.sentence, context.language
    both: list[Hit] = []
    for n, hit in enumerate(hits):
        both.append(hit)
        stop = hits[n + 1].start if n + 1 < len(hits) else sentence.end
        at = hit.end
        if not hit.row.done or not points(text, at, stop, sentence, language):
            continue
        for echo in find_echoes(text, at, stop, language):
            if points(text, at, echo.start, sentence, language):
                both.append(echo._replace(echo=True))
                at = echo.end
    return both


def _echo(context: Context, hit: Hit, found: Sequence[Statement]) -> Statement | None:
    """The grade of another paragraph whose verb is left out: "… and that in paragraph 14 has not"."""
    if not found or found[-1].earlier:
        return None
    last, text = found[-1], context.text
    if governing(text, last.end, hit.start, context.topic, context.language, context.sentence.words):
        return None
    grade = hit.row.grade if last.grade is not None else None
    return Statement(grade, context.sentence, hit.start, hit.end, firm=last.firm, low=last.end)


def _day(context: Context, verb: Verb | None, low: int, before: Hit | None, hit: Hit, stop: int) -> When:
    last = before.end if before and before.end > low else low
    return when(context.text, context.sentence, verb, last, hit.start, hit.end, stop, context.language)


def _judged(
    context: Context,
    hit: Hit,
    earlier: Hit | None,
    found: Sequence[Statement],
    stop: int,
    verb: Verb | None,
    low: int,
) -> Statement | None:
    text, sentence, language = context.text, context.sentence, context.language
    if hit.predicate:
        return predicate_grade(context, hit, verb, low)
    if hit.row.noun:
        return noun_grade(context, hit, verb, low)
    if hit.row.grade is Grade.INSUFFICIENT_INFORMATION:
        judged = verb is not None and verb.kind != "notes"
        sure = lacks_information(text, sentence, hit, low, judged, context.topic, language)
        if sure is None:
            return None
        start = with_negation(text, sentence.start, hit.start)
        return Statement(hit.row.grade if sure else None, sentence, start, hit.end, ahead=True)
    if hit.row.grade is Grade.CONTRARY:
        return contrary(context, hit, verb, low)
    last = earlier.end if earlier and earlier.end > low else low
    if told := presented(context, hit, verb, last) or categorised(context, hit, verb, last):
        return told
    claim = read_claim(text, sentence, last, hit.start, hit.end, language)
    shared = last > low and bool(found) and claim.joined
    return _implemented(context, hit, verb, claim._replace(about=About.SUBJECT) if shared else claim, stop)


def _implemented(context: Context, hit: Hit, verb: Verb | None, claim: Claim, stop: int) -> Statement | None:
    text, language = context.text, context.language
    target = clauses(language).takes_object.match(text, hit.end)
    if claim.open_question or (claim.agent and not speaks_here(claim.agent, language)):
        return None
    sure = _is_sure(context, verb, claim, target is not None, hit.start)
    if sure and verb is None:
        sure = attributed_behind(text[hit.end : stop], language)
    if sure is None:
        return _doubtful(context, hit, verb, claim)
    grade, start, end = hit.row.grade, hit.start, hit.end
    if (none := _none_of(context, claim, hit)) is not None:
        done = grade is Grade.IMPLEMENTED and (sure or (verb is not None and not verb.denied))
        grade = Grade.NOT_IMPLEMENTED if done else None
        return Statement(grade, context.sentence, none, end, firm=_is_firm(verb), ahead=target is not None)
    if _is_taken_back(context, hit, verb, claim):
        sure = False
    if claim.about is not About.NOTHING and target is None and claim.extra is not None:
        start, sure = claim.extra, False
    insertions = (*claim.asides, *_short(claim, verb is not None, language))
    # blanked ones have no words
    for low, words in ((low, text[low:high]) for low, high in insertions if text[low:high].strip()):
        if together := parted(words, hit, text, context.table):
            grade, start = together, low
        elif not opens(words, language) and not claim.belongs(words, language):
            start, sure = min(low, start), False
    behind = target.end() if target else end
    if grade in _LIMITABLE and not left_out(text, context.sentence, behind, language):
        stop = exception_start(text, context.sentence, behind, stop, language)
        cut = limited(text, behind, stop, grade is not Grade.NOT_IMPLEMENTED, language)
        if cut:
            words = text[end:cut].strip(" ,")
            together = parted(words, hit, text, context.table) if text[end : end + 1] == "," else None
            grade, end, sure = (together or grade), cut, sure and together is not None
    ahead = target is not None
    return Statement(grade if sure else None, context.sentence, start, end, firm=_is_firm(verb), ahead=ahead)


def _doubtful(context: Context, hit: Hit, verb: Verb | None, claim: Claim) -> Statement | None:
    """ "The figures show that the recommendation has been partially implemented": only against another."""
    if not claim.inner or claim.negated or hit.row.grade is None or (verb and verb.kind != "judges"):
        return None
    speech, language = context.language.speech, context.language
    told = (*speech.says, *speech.open_questions, *speech.negations, *language.telling.third, *language.urges)
    if compiled(told).search(claim.named) or phrases((*speech.notes, *speech.hopes)).search(claim.named):
        return None
    return Statement(hit.row.grade, context.sentence, hit.start, hit.end, firm=False, doubtful=True)


def _is_taken_back(context: Context, hit: Hit, verb: Verb | None, claim: Claim) -> bool:
    """Denied, said of a part, or told and not judged."""
    if claim.negated or names_part(claim.named, context.sentence, context.language):
        return True
    return verb.denied if verb else _tells_how(context.text, hit, context.language)


def _none_of(context: Context, claim: Claim, hit: Hit) -> int | None:
    """Where "none of the recommendations", "neither the recommendation in …" begins."""
    text, language = context.text, context.language
    for match in compiled(language.telling.none).finditer(text, claim.low, hit.start):
        if clauses(language).takes_none.match(text, match.end()):
            return match.start()
    return None


def _tells_how(text: str, hit: Hit, language: Language) -> bool:
    """ "The recommendation was implemented by Decree No. 5": nobody judges, somebody tells how it was done."""
    return hit.row.grade is not Grade.NOT_IMPLEMENTED and bool(clauses(language).means.match(text, hit.end))


def _is_firm(verb: Verb | None) -> bool:
    return verb is None or verb.kind != "notes"


def _is_sure(context: Context, verb: Verb | None, claim: Claim, takes_object: bool, at: int) -> bool | None:
    """Whether the Committee says it of a recommendation: None where that is not so, False where it is unclear."""
    language = context.language
    if verb is None:
        if takes_object and claim.about in (About.NOTHING, About.LOOSE):
            return False if claim.finite else None
        if claim.about is not About.SUBJECT or not claim.finite:
            return None
        return attributed(claim.prefix, language)
    if verb.kind == "judges" and _takes_it(context, verb, at):
        return verb.who is Who.COMMITTEE
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
        return verb.start - sentence.start <= _NO_OTHER_NOUN and _was_spoken_of(context)
    between = text[max(spoken) : verb.start]
    inner = governing(text, max(spoken), verb.start, context.topic, language, sentence.words)
    speaker = between.rpartition(",")[2] + text[verb.start : verb.end]  # or behind: "considera el Comité que"
    return inner is None and "," in between and speaks_here(speaker, language)


def _was_spoken_of(context: Context) -> bool:
    """Whether the sentence before says how far the recommendation was implemented, whoever says so."""
    before, language = context.before, context.language
    if before is None or not before.search(compiled(language.recommendation)):
        return False
    possible = context.table.possible(before.words)
    return any(hit.row.done for hit in find_hits(before.prose.text, before, possible, language))


def _takes_it(context: Context, verb: Verb, start: int) -> bool:
    """ "La considera parcialmente aplicada": a pronoun before the verb, and nothing between it and the grade."""
    text, language = context.text, context.language
    objects = language.telling.objects
    near = text[max(context.sentence.start, verb.start - 5) : verb.start]
    if not objects or not re.search(rf"(?<!\w)(?:{choice(objects)}) ?$", near, re.IGNORECASE):
        return False
    speech = language.speech
    between = compiled((*speech.adverbs, *speech.links, *language.fillers)).sub(" ", text[verb.end : start])
    return not between.strip(" ,")


def _short(claim: Claim, judged: bool, language: Language) -> list[tuple[int, int]]:
    """Short insertions in front of the subject: "considers that, in substance, it has been implemented"."""
    found, at = [], claim.low
    if claim.about not in (About.SUBJECT, About.PRONOUN):
        return []
    pieces, longest = claim.prefix.split(","), _ASIDE if judged else _ASIDE - 2
    for piece in pieces if claim.parted else pieces[:-1]:
        words = piece.strip()
        start = at + len(piece) - len(piece.lstrip())
        at += len(piece) + 1
        if 0 < len(words.split()) <= longest and not claim.is_clause(words, language):
            found.append((start, start + len(words)))
    return found


def _left_out(context: Context, statement: Statement, stop: int) -> Statement | None:
    """ "… has been implemented, but not paragraph 35 (b)"."""
    span = left_out(context.text, context.sentence, statement.end, context.language)
    if span is None or span[1] > stop:
        return None
    grade = Grade.NOT_IMPLEMENTED if statement.grade is Grade.IMPLEMENTED else None
    return statement._replace(grade=grade, start=span[0], end=span[1], ahead=True)
