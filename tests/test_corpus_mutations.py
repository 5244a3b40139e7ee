"""Every reader on damaged files: documents or `UnreadableDocument`, never another exception, a hang, or more than 1 GB."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.conftest import ROOT
from tests.mutations import OWN, fixtures

PER_READER = 2_000


@pytest.mark.slow
@pytest.mark.parametrize("reader", OWN)
def test_a_reader_gives_documents_or_one_clear_refusal_whatever_the_damage(reader: str) -> None:
    assert fixtures(reader), "nothing to damage"
    done = subprocess.run(
        [sys.executable, "-m", "tests.mutations", reader, str(PER_READER)], cwd=ROOT, capture_output=True, text=True, timeout=900, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["wrong"] == []
    assert told.keys() <= {"read", "refused", "wrong", "slowest", "peak_mb"}, told
    assert told["read"] and told["refused"], "the damage is neither nothing nor everything"
    assert told["slowest"][0] < 10
    assert told["peak_mb"] < 1_000
