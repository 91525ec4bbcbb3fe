"""The shape of the letter record, as its JSON Schema says it, for checking whatever the parser returns."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema

SCHEMA = json.loads((Path(__file__).parent / "letter-record.schema.json").read_text(encoding="utf-8"))
_VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def validate(record: dict[str, Any]) -> None:
    """Raise where the record is not of the shape."""
    _VALIDATOR.validate(record)
