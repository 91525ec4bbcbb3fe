"""Letters for the benchmarks: generated, each a little different, in the form of the procedure."""

from __future__ import annotations

import random

_STATES = [
    ("Kyrgyzstan", "KGZ"),
    ("Tajikistan", "TJK"),
    ("Mexico", "MEX"),
    ("Senegal", "SEN"),
    ("Peru", "PER"),
]
_GRADES = [
    "been implemented",
    "been partially implemented",
    "not been implemented",
    "been substantially implemented",
]
_SENTENCES = [
    "welcomes the steps taken to register recruitment agencies and to inspect their premises",
    "regrets the lack of disaggregated data on workers in an irregular situation",
    "notes the training of border officials and labour inspectors in several provinces",
    "remains concerned that seasonal workers have no access to the labour courts",
    "encourages the State party to strengthen its efforts in that respect",
]


def letter(seed: int) -> str:
    """One letter of about 4 KB; the same seed gives the same letter."""
    dice = random.Random(seed)  # noqa: S311 - variety, not secrecy
    state, code = dice.choice(_STATES)
    number = dice.randint(1, 3)
    paragraphs = sorted(dice.sample(range(10, 80), dice.randint(3, 6)))
    listed = ", ".join(map(str, paragraphs[:-1])) + f" and {paragraphs[-1]}"
    passages = "\n\n".join(_passage(dice, paragraph) for paragraph in paragraphs)
    return f"""REFERENCE: CMW/FollowUp/35/{seed}

{dice.randint(1, 28)} September 2022

Excellency,

In my capacity as Chairperson of the Committee on Migrant Workers (CMW), I have the honour to refer to the examination of
the second periodic report of {state} at the Committee's thirtieth session, held in April 2019. At the end of that session,
the Committee issued its concluding observations (CMW/C/{code}/CO/{number}). You may recall that in the concluding
observations, the Committee requested {state} to provide, within two years, written information on the steps undertaken to
implement the recommendations contained in paragraphs {listed} of the concluding observations.

At its thirty-fifth session, held in September 2022 in Geneva, the Committee examined the follow-up report of the State
party (CMW/C/{code}/FCO/{number}). The Committee welcomes the follow-up report received in May 2021. With respect to the
follow-up report, the Committee notes the following:

{passages}

Please accept, Excellency, the assurances of my highest consideration.

Max Muster
Chair
"""


def _passage(dice: random.Random, paragraph: int) -> str:
    said = ". It ".join(dice.sample(_SENTENCES, 3))
    grade = dice.choice(_GRADES)
    return (
        f"Regarding the recommendation made in paragraph {paragraph} of the concluding observations, the Committee "
        f"{said}. The Committee considers that the recommendation contained in paragraph {paragraph} has {grade}."
    )
