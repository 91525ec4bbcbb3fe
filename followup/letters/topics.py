"""Who was spoken of before each sentence of a passage, and where the words of the State's reply begin and end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from .languages import LANGUAGES, Language
from .leads import lead_end
from .paragraphs import Sentence, asked_once
from .voice import Who, begins_with_name, begins_with_verb, governing, is_state, subjects
from .wording import Finder, compiled, phrases

_HEADING = 60
_COMMITTEE = re.compile("comm?it", re.IGNORECASE)
_FEELING = 45  # characters in which "Causa viva inquietud al Comité" is said
_ITEM = re.compile(r"(?:[0-9]{1,2}[.)]|[(]?[a-z][.)]|[(]?[ivx]{1,5}[.)]|[-–•*·]) ")
_LAST_SENTENCE = re.compile(r"^.*[.;!?] ", re.DOTALL)


def topics(sentences: Sequence[Sentence], language: Language) -> list[Who]:
    """For each sentence, who was spoken of last before it. A letter begins with the Committee speaking."""
    found, topic, told, listing = [], Who.COMMITTEE, False, False
    for sentence in sentences:
        if told:
            told = not _speaks_again(sentence, language)
        told = told or heads_reply(sentence, language)
        found.append(Who.QUOTED if told else topic)
        own = _subject_in(sentence, language) or (
            topic is Who.COMMITTEE and begins_with_verb(sentence.text, language)
        )
        listing = (listing and _is_item(sentence)) or (own and sentence.text.rstrip()[-1:] == ":")
        # what the Committee lists changes nothing: "The Committee invites the State party: (a) To adopt the law; …"
        topic = topic if listing and _is_item(sentence) else _next_topic(sentence, topic, language)
        told = told or _announces_reply(sentence, own, language)
    return found


def _is_item(sentence: Sentence) -> bool:
    return bool(_ITEM.match(sentence.text))


def heads_reply(sentence: Sentence, language: Language) -> bool:
    """ "Reply of the State party: …", or that alone as a heading: what follows are the words of the State."""
    answers = _labels(language.code, "answers")
    if not (_may_have_label(sentence) and answers.may_stand_in(sentence.words)):
        return False
    label = sentence.match(answers)
    if label is None and (opened := lead_end(sentence, language)) > sentence.start:
        label = answers.match(sentence.prose.text, opened + 2, sentence.end)
    return label is not None and _is_label(sentence, label.end())


def heads_appraisal(sentence: Sentence, language: Language) -> bool:
    """ "Committee's evaluation", with what follows on its line or as a heading."""
    label = sentence.match(_labels(language.code, "appraisals")) if _may_have_label(sentence) else None
    return label is not None and _is_label(sentence, label.end())


def _may_have_label(sentence: Sentence) -> bool:
    """What a label cannot do without."""
    return ":" in sentence.text or _is_alone(sentence)


def _is_alone(sentence: Sentence) -> bool:
    return sentence.start == 0 and sentence.end == len(sentence.prose.text)


def _is_label(sentence: Sentence, end: int) -> bool:
    """Whether words that a sentence begins with end in a colon, or are a paragraph of their own."""
    rest = sentence.prose.text[end : sentence.end]
    if re.match(r"[^:.;!?]{0,60}:", rest):
        return True
    return _is_alone(sentence) and len(rest) < _HEADING and (not rest or rest[-1] not in ".;!?")


@lru_cache
def _labels(code: str, kind: str) -> Finder:
    language = next(language for language in LANGUAGES if language.code == code)
    rows = language.telling.answers if kind == "answers" else language.telling.appraisals
    articles = ("(the |la |le |el |las |los |les |l'|)",)
    return compiled(tuple(f"{articles[0]}{row.pattern}" for row in rows))


def _announces_reply(sentence: Sentence, own: bool, language: Language) -> bool:
    """ "The State party replied as follows.", "The following reply was received:", "It gave this account: …".

    `own`: whether the Committee is the subject.
    """
    text = sentence.prose.text
    match = sentence.search(phrases(language.telling.answered))
    if match is not None and sentence.end - match.end() <= 2 and not own:
        return True
    colon = text.find(":", sentence.start, sentence.end)
    if colon < 0:
        return False
    open_end = colon >= sentence.end - 1
    told = compiled(language.telling.told)
    if own:
        return open_end and bool(told.search(text, sentence.start, colon))
    others = compiled(language.speech.others)
    return bool(told.search(text, sentence.start, colon) or others.search(text, sentence.start, colon))


def is_told(label: str, language: Language) -> bool:
    """Whether what stands before a colon is who says what follows, or that somebody does."""
    if compiled((*language.telling.told, *language.speech.others)).search(label):
        return True
    words = _LAST_SENTENCE.sub("", label).strip(" -–•*")
    return bool(words) and begins_with_name(words)


@asked_once
def _subject_in(sentence: Sentence, language: Language) -> bool:
    if not compiled(language.speech.speakers).may_stand_in(sentence.words):
        return False
    return next(subjects(sentence.text[:1500], language), None) is not None


def _speaks_again(sentence: Sentence, language: Language) -> bool:
    """Whether the Committee speaks again behind a reply: as the subject, or below a label of its own."""
    own = sentence.match(phrases(language.speech.impersonal))  # "De l'avis du Comité, …"
    spoken = own is not None and bool(_COMMITTEE.search(own.group()))
    return spoken or heads_appraisal(sentence, language) or _subject_in(sentence, language)


def _next_topic(sentence: Sentence, topic: Who, language: Language) -> Who:
    if _subject_in(sentence, language):
        return Who.COMMITTEE
    words = sentence.text[:1500]
    if compiled(language.speech.pronouns).match(words) or begins_with_verb(words, language):
        return topic
    if _concerns_the_committee(words, language):
        return Who.COMMITTEE
    verb = governing(words, 0, len(words), topic, language, sentence.words)
    if (verb and verb.who is Who.OTHER) or compiled(language.speech.others).search(words[:60]):
        before = words[: verb.start] if verb and verb.who is Who.OTHER else words[:60]
        state = is_state(before, language) and not begins_with_name(
            words
        )  # "Amnesty International sent a report"
        return Who.STATE if state else Who.OTHER
    return Who.UNCLEAR if begins_with_name(words) else topic


def _concerns_the_committee(words: str, language: Language) -> bool:
    """ "Preocupa al Comité que …": a feeling of the Committee, which is not the subject."""
    objects = compiled(language.telling.concerned)
    match = objects.search(words, 0, _FEELING)
    return match is not None and not compiled((*language.speech.says, *language.speech.others)).search(
        words[: match.end()]
    )
