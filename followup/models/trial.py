"""Whether a wording of a grade may be taught: what the parser makes of it, and of its rivals' examples.

The parser itself is the judge. It reads the example in a letter of three paragraphs, once with the wording and
once without: the wording is worth teaching where the grade comes from it alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import product
from typing import Any

from ..letters import Grade, Knowledge, Wording, fold, parse, parse_references

MOST_ALTERNATIVES = 60
_LEAST_WORDS = 2
_MOST_GAPS = 1  # each "…" multiplies the time that reading takes
_RECOMMENDATION = re.compile("recomm?[ae]nd")  # in all three languages
_CHOICE = re.compile(r"\(([^()]*)\)")

# The shortest letter that the parser takes for one: to the Committee's own formula belongs a passage.
FRAMES = {
    "en": "In my capacity as Chairperson of the Committee on Migrant Workers (CMW), I have the honour to refer to the "
    "concluding observations of the Committee, in which it requested the State party to provide, within two years, "
    "information on the recommendation contained in paragraph {paragraph}.\n\n"
    "At its thirty-fifth session, the Committee examined the follow-up report of the State party.\n\n"
    "Regarding the recommendation made in paragraph {paragraph} of the concluding observations, the Committee takes "
    "note of the information received. {example}\n",
    "fr": "En ma qualité de Présidente du Comité des travailleurs migrants, j’ai l’honneur de me référer aux "
    "observations finales du Comité, dans lesquelles il a demandé à l’État partie de lui fournir, dans un délai de "
    "deux ans, des renseignements sur la recommandation figurant au paragraphe {paragraph}.\n\n"
    "À sa trente-cinquième session, le Comité a examiné le rapport de suivi de l’État partie.\n\n"
    "S’agissant de la recommandation formulée au paragraphe {paragraph} des observations finales, le Comité prend "
    "note des renseignements reçus. {example}\n",
    "es": "En mi calidad de Presidenta del Comité de Protección de los Derechos de Todos los Trabajadores Migratorios "
    "y de sus Familiares, tengo el honor de referirme a las observaciones finales del Comité, en las que este solicitó "
    "al Estado parte que facilitara, en el plazo de dos años, información sobre la recomendación que figura en el "
    "párrafo {paragraph}.\n\n"
    "En su 35º período de sesiones, el Comité examinó el informe de seguimiento del Estado parte.\n\n"
    "Con respecto a la recomendación formulada en el párrafo {paragraph} de las observaciones finales, el Comité "
    "toma nota de la información recibida. {example}\n",
}


# Sentences that name a recommendation in every usual way and grade nothing.
QUIET = {
    "en": (
        "The Committee considers that the recommendation made in paragraph 12, contained in paragraph 12, set out in "
        "paragraph 12, formulated, issued, addressed to the State party and referred to in its concluding observations "
        "is relevant.",
        "The Committee notes that the recommendation has been under consideration by the State party.",
        "The Committee encourages the State party to take further measures to implement the recommendation.",
    ),
    "fr": (
        "Le Comité considère que la recommandation formulée au paragraphe 12, figurant au paragraphe 12, énoncée au "
        "paragraphe 12, faite, adressée à l’État partie et contenue dans ses observations finales est pertinente.",
        "Le Comité note que la recommandation a été à l’étude dans l’État partie.",
        "Le Comité encourage l’État partie à prendre d’autres mesures pour mettre en œuvre la recommandation.",
    ),
    "es": (
        "El Comité considera que la recomendación formulada en el párrafo 12, que figura en el párrafo 12, contenida en "
        "el párrafo 12, hecha, dirigida al Estado parte y recogida en sus observaciones finales es pertinente.",
        "El Comité observa que la recomendación ha sido objeto de estudio en el Estado parte.",
        "El Comité alienta al Estado parte a que adopte más medidas para aplicar la recomendación.",
    ),
}


class Refusal(Exception):
    """A wording that must not be taught: the field to change, and a sentence that says why and what to do."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message


def try_out(wording: Wording, known: Sequence[Wording], names: dict[str, str]) -> None:
    """Raise Refusal unless `wording` may join the `known` ones. `names` are the grades as people write them."""
    own = {fold(words) for words in alternatives(wording.pattern)}
    if wording.grade is Grade.CONTRARY and not all(_RECOMMENDATION.search(words) for words in own):
        raise Refusal(
            "pattern",
            "For this grade the words must name the recommendation, such as “flies in the face of the "
            "recommendation”: without it they stand in sentences that grade nothing.",
        )
    known = [row for row in known if row.language == wording.language]
    for row in known:
        if shared := own & _alternatives_or_none(row):
            raise Refusal("pattern", _taken(sorted(shared)[0], row, wording, names))
    _require_reading(wording, known, names)
    for sentence in QUIET[wording.language]:
        if any(row["grade"] for row in _rows(sentence, wording.language, [*known, wording])):
            raise Refusal(
                "pattern",
                f"“{wording.pattern}” is too broad: it also stands in sentences that grade nothing, such as "
                f"“{sentence}” Write more of the words around it.",
            )
    for row in known:
        if not _reads(row.example, row, [*known, wording]):
            raise Refusal(
                "pattern",
                f"With “{wording.pattern}” the sentence “{row.example}” would no longer be read as "
                f"“{names[row.grade.value]}”. Write more of the words around it.",
            )


def alternatives(pattern: str) -> list[str]:
    """What a pattern stands for, written out; Refusal where it is mistyped or too broad.

    >>> alternatives("(only |)half done")
    ['only half done', 'half done']
    """
    parts = _CHOICE.split(pattern)
    if any(sign in part for part in parts[::2] for sign in "()|"):
        raise Refusal(
            "pattern",
            "The brackets do not fit. Write a choice as (partly|half), without brackets inside brackets.",
        )
    choices = [part.split("|") if place % 2 else [part] for place, part in enumerate(parts)]
    count = 1
    for choice in choices:
        count *= len(choice)
    if count > MOST_ALTERNATIVES:
        raise Refusal("pattern", f"This stands for {count} wordings; {MOST_ALTERNATIVES} is the limit.")
    if pattern.count("…") > _MOST_GAPS or pattern.startswith("…") or pattern.endswith("…"):
        raise Refusal("pattern", "Use “…” once at most, and with words before and after it.")
    written = [" ".join("".join(chosen).split()) for chosen in product(*choices)]
    for words in written:
        if len(re.findall(r"\w+", words)) < _LEAST_WORDS:
            raise Refusal(
                "pattern",
                f"“{words}” is too broad: one word also stands in sentences that grade nothing. "
                "Write the word beside it too, such as “been achieved”.",
            )
    return written


def _alternatives_or_none(row: Wording) -> set[str]:
    """What a known wording stands for; nothing where it is too long to write out: its example is read anyway."""
    try:
        return {fold(words) for words in alternatives(row.pattern)}
    except Refusal:
        return {fold(row.pattern)}


def _taken(words: str, row: Wording, wording: Wording, names: dict[str, str]) -> str:
    if row.grade == wording.grade:
        return f"“{words}” is here already, as “{names[row.grade.value]}”: there is nothing to teach."
    return (
        f"“{words}” means “{names[row.grade.value]}” already (wording “{row.pattern}”). "
        f"The same words cannot also mean “{names[wording.grade.value]}”."
    )


def _require_reading(wording: Wording, known: Sequence[Wording], names: dict[str, str]) -> None:
    before = _rows(wording.example, wording.language, known)
    for row in before:
        if row["grade"] is None:
            continue
        rival = next((one for one in known if _reads(wording.example, one, [one])), None)
        by = f" (wording “{rival.pattern}”)" if rival else ""
        raise Refusal(
            "example",
            f"This sentence is read as “{names[row['grade']]}” already, by the words "
            f"“{row['grade_phrase']}”{by}. Give a sentence whose grade only the new words tell.",
        )
    if not _reads(wording.example, wording, [*known, wording]):
        raise Refusal(
            "example",
            f"In this sentence “{wording.pattern}” is not read as a grade. Give the Committee’s whole sentence on "
            "a recommendation, as a letter prints it, with these words in it.",
        )


def _reads(example: str, wording: Wording, known: Iterable[Wording]) -> bool:
    """Whether an example is read as its wording's grade."""
    rows = _rows(example, wording.language, known)
    return any(row["grade"] == wording.grade.value for row in rows)


def _rows(example: str, language: str, known: Iterable[Wording]) -> list[dict[str, Any]]:
    """What is read of the example, in a passage on each paragraph that it may be about."""
    # States and sessions have no say in what a grade is
    knowledge = Knowledge(states=(), sessions=(), wordings=tuple(known), look_alikes=())
    paragraphs = [ref.label for ref in parse_references(example)][:5] or ["12"]
    rows: list[dict[str, Any]] = []
    for paragraph in paragraphs:
        text = FRAMES[language].format(paragraph=paragraph, example=example)
        rows += parse(text, knowledge).as_dict()["assessments"]
    return rows
