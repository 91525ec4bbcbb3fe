"""The real letters: they are no part of the repository; tests of them say so when they are not there."""

from __future__ import annotations

from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "letters"


def real_letter(name: str) -> str:
    """The text of a real letter, or a skip with the reason."""
    path = FOLDER / f"{name}.txt"
    if not path.exists():
        pytest.skip(f"the real letter {name} is not beside this repository")
    return path.read_text(encoding="utf-8")
