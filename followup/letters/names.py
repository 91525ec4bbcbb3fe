"""The shape of a person's name: letters are what Unicode calls letters, so that Łukasz, Đukić and Yıldırım are names."""

from __future__ import annotations

# Latin capitals, those among them that stand for themselves without marks: Ł, Đ, Ø, Ə
UPPER = "".join(char for code in (*range(0x250), *range(0x1E00, 0x1F00)) if (char := chr(code)).isupper())
PARTICLE = r"(?:de la|de los|de|del|da|dos|van|von|bin|bint|ben|el|al|ould|y|e|la|le|di|du|den|der|ibn)"
WORD = rf"[{UPPER}](?:[^\W\d_]|['.-]){{0,40}}"
NAME = rf"{WORD}(?: (?:{PARTICLE} |d')?{WORD}){{0,6}}"
