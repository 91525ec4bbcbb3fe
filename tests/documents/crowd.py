"""A machine on which every place to read a document is taken, and nobody waits for one."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from followup.documents import LIMITS, queueing


@contextmanager
def crowded(folder: Path) -> Iterator[None]:
    """All places are taken until the block ends; the folder of the locks is the test's own, then as well."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tempfile, "tempdir", str(folder))
        patch.setattr(queueing, "LIMITS", replace(LIMITS, wait_seconds=0))
        taken = [queueing.take(queueing.ours(), LIMITS.readers) for _ in range(LIMITS.readers)]
        try:
            yield
        finally:
            for _, descriptor in taken:
                os.close(descriptor)
