"""Texts that are not read any further, and the reason in a sentence."""

from __future__ import annotations

from .kinds import body_text, follow_up_words, other_name, whose
from .languages import LANGUAGES, Language
from .paragraphs import Letter
from .reading import Flag


def refusal(letter: Letter, language: Language | None) -> Flag | None:
    """The flag that ends the reading, or None where the text is the Committee's and in a known language."""
    owner = whose(letter)
    if owner == "other":
        return Flag(
            "other_committee",
            None,
            f"The letter is from another treaty body: it names “{other_name(letter)}” "
            "and not the Committee on Migrant Workers.",
        )
    if owner == "cmw" and language is None and sum(c.isalpha() for c in body_text(letter)) > 200:
        known = ", ".join(known.name for known in LANGUAGES)
        return Flag(
            "unsupported_language",
            None,
            f"The body of the letter is in none of the languages read here: {known}.",
        )
    if not owner or language is None or not follow_up_words(language.code).search(body_text(letter)):
        return not_a_letter()
    return None


def not_a_letter() -> Flag:
    """The flag for a text that is no follow-up letter."""
    return Flag(
        "not_a_follow_up_letter",
        None,
        "The text is not a follow-up letter of the Committee: nothing was read from it.",
    )
