"""Tests marked `ocr` need tesseract: skipped without it, except where every test must run."""

import os
import shutil
from pathlib import Path

import pytest

HERE = Path(__file__).parent
REQUIRED = any(os.environ.get(name) for name in ("CI", "REQUIRE_ALL_TESTS"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if REQUIRED or shutil.which("tesseract"):
        return
    skip = pytest.mark.skip(reason="tesseract is not installed here: apt-get install tesseract-ocr")
    for item in items:
        if HERE in item.path.parents and item.get_closest_marker("ocr"):
            item.add_marker(skip)
