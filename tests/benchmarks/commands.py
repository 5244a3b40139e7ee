"""Whole commands from a cold start, beside ``python -c "import sentence_transformers"`` in the same run.

python -m tests.benchmarks.commands --pages FOLDER [--runs 3]
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
QUESTION = "What did inspectors say about telephone supervision in Suffolk?"


def seconds(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)
    return time.perf_counter() - began


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--pages", type=Path, required=True)
    options.add_argument("--runs", type=int, default=3)
    chosen = options.parse_args()
    taken: dict[str, list[float]] = {}
    for _ in range(chosen.runs):
        with tempfile.TemporaryDirectory() as home:
            briefing, tail = [sys.executable, "-m", "assistant.cli"], ["--home", home, "--no-bundled"]
            commands = {
                "import sentence_transformers": [sys.executable, "-c", "import sentence_transformers"],
                "briefing --help": [*briefing, "--help"],
                "briefing index add (five pages, new)": [*briefing, "index", "add", str(chosen.pages), *tail],
                "briefing index add (unchanged)": [*briefing, "index", "add", str(chosen.pages), *tail],
                "briefing index list": [*briefing, "index", "list", *tail],
                "briefing ask (cold)": [*briefing, "ask", QUESTION, *tail],
                "briefing search (cold)": [*briefing, "search", QUESTION, *tail],
            }
            for name, command in commands.items():
                taken.setdefault(name, []).append(seconds(command))
    for name, runs in taken.items():
        print(f"{name:40} median {statistics.median(runs):6.2f} s   ({', '.join(f'{run:.2f}' for run in runs)})")


if __name__ == "__main__":
    main()
