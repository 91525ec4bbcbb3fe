"""Whether a sentence takes leave: told by who speaks, to do what, about what, and not by whole phrases.

"The Committee is grateful to Xland for its cooperation" takes leave; "The Committee is grateful for the statistics" and
"encourages cooperation between the two inspectorates" are on the matter.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .languages import LANGUAGES, Language
from .paragraphs import Sentence
from .text import view
from .wording import choice, phrases

MARKER = re.compile(r"(?:[0-9]{1,2}[.)]|[(]?[a-z][.)]|[(]?[ivx]{1,5}[.)]|[-•–*·]) ?", re.IGNORECASE)
_ADVERBS = (
    "(also|further|therefore|again|once again|finally|lastly|likewise|thus|furthermore|moreover|then|"
    "également|aussi|enfin|donc|en outre|par ailleurs|une fois encore|también|asimismo|por último|además|igualmente)"
)
_ADVERB = re.compile(rf"(?:{choice(_ADVERBS.strip('()').split('|'))})(?!\w),? ", re.IGNORECASE)
_STEM = 5  # letters by which a verb is known in all its forms
_SPECIFIES = re.compile(
    r" (?:with|between|among|of|by|from|to|in|on|for|regarding|concerning|towards|against|avec|entre|de|des|du|d'|en|dans|"
    r"sur|pour|a|au|aux|visant|contre|con|del|al|para|sobre|por|made|undertaken|deployes?|consentis?|realizados?|desplegados?)(?!\w)",
    re.IGNORECASE,
)
_NAMED = re.compile(r" ?(?:(?:the|la|le|les|l'|el|los|las) ?)?[A-Z]")
_SOCIAL = re.compile(
    r"(?:social|sociale|sociaux|tripartite|tripartito|bilateral|bilaterale) $", re.IGNORECASE
)
_FAR = 30
_ABOUT = re.compile(
    r" (?:on|about|regarding|concerning|as to|sur|concernant|au sujet|relativ|sobre|acerca|respecto)",
    re.IGNORECASE,
)


def takes_leave(sentence: Sentence, start: int, language: Language) -> bool:
    """Whether a sentence that begins a paragraph takes leave. `start`: behind its number and words such as "Finally,"."""
    text, framing = sentence.prose.text, language.framing
    end = sentence.end
    if writer := phrases(framing.writer).match(text, start, end):
        near = min(end, writer.end() + _FAR)
        return _on_leave(sentence, start, language) or not _stems(language.code).search(text, start, near)
    lead = phrases(framing.concluding).match(text, start, end)
    if lead and text[lead.end() : lead.end() + 1] == ",":
        return _on_leave(sentence, lead.end(), language) or not _stems(language.code).search(
            text, lead.end(), end
        )
    subject = _subject(language.code).match(text, start, end)
    if subject is None and not language.speech.drops_pronouns:
        return False
    at = subject.end() if subject else start
    while adverb := _ADVERB.match(text, at, end):
        at = adverb.end()
    if phrases(framing.takes_leave).match(text, at, end) and _on_leave(sentence, at, language):
        return True
    return bool(phrases(framing.asks).match(text, at, end)) and _of_the_letter(sentence, at, language)


def is_legend(sentence: Sentence, start: int, language: Language) -> bool:
    """The key of a table: "Scale: “implemented”; “partially implemented”." """
    label = phrases(language.framing.legends).match(sentence.prose.text, start, sentence.end)
    return label is not None and sentence.prose.text[label.end() : label.end() + 2].strip()[:1] == ":"


def announces_table(sentence: Sentence, language: Language) -> bool:
    """ "The assessment is summarized in the table below." """
    return bool(sentence.search(phrases(language.framing.table_intros)))


def _on_leave(sentence: Sentence, start: int, language: Language) -> bool:
    """Whether a sentence speaks of what a closing speaks of, and of nothing narrower."""
    text, end = sentence.prose.text, sentence.end
    topics = phrases(language.framing.leave_topics)
    if topics.may_stand_in(sentence.words):
        for topic in topics.finditer(text, start, end):
            if not _SOCIAL.search(text[max(start, topic.start() - 12) : topic.start()]) and _is_general(
                text, topic.end(), end, language
            ):
                return True
    return _of_the_letter(sentence, start, language)


def _is_general(text: str, at: int, end: int, language: Language) -> bool:
    specified = _SPECIFIES.match(text, at, end)
    if specified is None:
        return True
    if phrases(language.framing.specifying).match(text, at + 1, end):
        return True
    return _NAMED.match(text, specified.end(), end) is not None


def _of_the_letter(sentence: Sentence, start: int, language: Language) -> bool:
    """Whether a sentence speaks of the letter or the procedure, or asks for nothing that it names."""
    text, framing, end = sentence.prose.text, language.framing, sentence.end
    if phrases(framing.letter_topics).search(text, start, end):
        return True
    asked = phrases(framing.generic).search(text, start, end)
    if asked is None or not phrases(framing.next_reports).search(text, start, end):
        return False
    return _ABOUT.match(text, asked.end(), end) is None


@lru_cache
def _subject(code: str) -> re.Pattern[str]:
    """The Committee as the subject that a sentence begins with."""
    language = next(language for language in LANGUAGES if language.code == code)
    own = [word for word in language.committee if word not in ("i", "we", "je", "nous", "yo", "nosotros")]
    return re.compile(rf"(?:{choice((*own, *language.speech.pronouns))})(?!\w) ", re.IGNORECASE)


@lru_cache
def _stems(code: str) -> re.Pattern[str]:
    """What the Committee notes and asks for, in any form of the verb; what is a verb of leave as well is left out."""
    language = next(language for language in LANGUAGES if language.code == code)
    leave = view(" ".join(row.pattern for row in language.framing.takes_leave)).lower()
    stems = {view(word).lower()[:_STEM] for word in language.urges if " " not in word and len(word) >= _STEM}
    return re.compile(rf"(?<!\w)(?:{choice(stem for stem in stems if stem not in leave)})", re.IGNORECASE)
