"""The languages a letter may be written in. A new one is a copy of fr.py and fr_speech.py, listed here."""

from .en import ENGLISH
from .es import SPANISH
from .fr import FRENCH
from .shape import Language

LANGUAGES: tuple[Language, ...] = (ENGLISH, FRENCH, SPANISH)

__all__ = ["LANGUAGES", "Language"]
