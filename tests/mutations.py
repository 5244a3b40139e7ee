"""Damages a reader's fixtures in seeded ways and reads each: documents or `UnreadableDocument`, and nothing else.

    python -m tests.mutations parlparse 2000

Run in a process of its own, so that its peak of memory is the reader's. Prints a line of JSON: how many were read, refused, what else
was raised (with the seed that does it again), the slowest in seconds, and the peak of memory in MB.
"""

from __future__ import annotations

import io
import json
import random
import resource
import signal
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from corpus.unreadable import UnreadableDocument

FIXTURES = Path(__file__).parent / "fixtures"
OWN = {
    "plain_text": "pages/*.txt", "parlparse": "parlparse/*.xml", "hansard_archive": "hansard_archive/*.xml", "hansard_html": "hansard_html/*.htm*",
    "hansard_api": "hansard_api/*.json", "questions_csv": "questions/*.csv", "questions_api": "questions/*.json", "pdf": "pdf/report.pdf",
    "docx": "docx/*.docx",
    "html": "html/*.htm*", "govuk": "govuk/*.json", "markdown": "papers/*.md",
}  # fmt: skip
"""The fixtures of each reader below ``fixtures``."""
LONGEST = 20  # seconds for one file before it counts as a hang


def fixtures(reader: str) -> list[bytes]:
    """What each of the reader's fixtures holds."""
    return [path.read_bytes() for path in sorted(FIXTURES.glob(OWN[reader]))]


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The data with one to three faults such as a broken copy, a bad editor or a bad intention leaves."""
    for _ in range(chance.randint(1, 3)):
        data = chance.choice(_FAULTS)(data, chance) or b"\x00"
    return data


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def _headless(data: bytes, chance: random.Random) -> bytes:
    return data[chance.randrange(len(data)) :]


def _flipped(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 5, 50))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _gap(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + data[at + chance.choice((1, 10, 200)) :]


def _doubled(data: bytes, chance: random.Random) -> bytes:
    at, size = chance.randrange(len(data)), chance.choice((5, 100, 1000))
    return data[:at] + data[at : at + size] * chance.choice((2, 20)) + data[at + size :]


def _moved(data: bytes, chance: random.Random) -> bytes:
    a, b, c = sorted(chance.randrange(len(data)) for _ in range(3))
    return data[:a] + data[b:c] + data[a:b] + data[c:]


def _unclosed(data: bytes, chance: random.Random) -> bytes:
    """Without one of the marks that close something."""
    mark = chance.choice((b"</", b">", b'"', b"}", b"]", b",", b"\n", b"endobj", b"PK"))
    places = data.count(mark)
    if not places:
        return data
    parts = data.split(mark)
    at = chance.randrange(places)
    return mark.join(parts[: at + 1]) + mark.join([b"", *parts[at + 1 :]])[len(mark) :]


def _other_value(data: bytes, chance: random.Random) -> bytes:
    """Another value of another sort where one stood."""
    old, new = chance.choice(_VALUES)
    at = data.find(old, chance.randrange(len(data)))
    return data if at < 0 else data[:at] + new + data[at + len(old) :]


_VALUES = (
    (b"1", b"99999999999999999999"), (b"20", b"-0"), (b'"', b"'"), (b":", b":null,"), (b"<p", b"<table"), (b"/", b"\\"), (b"0", b"\xf0"),
)  # fmt: skip
_FAULTS: tuple[Callable[[bytes, random.Random], bytes], ...] = (_cut, _headless, _flipped, _gap, _doubled, _moved, _unclosed, _other_value)


def repacked(data: bytes, chance: random.Random) -> bytes:
    """A packed file with damage to one of the files inside."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return damaged(data, chance)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    struck = chance.choice(sorted(name for name in files if files[name]))
    files[struck] = damaged(files[struck], chance)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for name, inside in files.items():
            packed.writestr(name, inside)
    return made.getvalue()


def cases(reader: str, count: int) -> list[tuple[str, Callable[[], bytes]]]:
    """The files of all other readers as they are, then ``count`` of its own damaged; each with the name to do it again by."""
    own = fixtures(reader)
    others = [(f"{other}[{n}]", data) for other in OWN if other != reader for n, data in enumerate(fixtures(other))]
    whole: list[tuple[str, Callable[[], bytes]]] = [(name, lambda data=data: data) for name, data in others]

    def damage(seed: int) -> bytes:
        chance = random.Random(seed)
        data = chance.choice(own)
        return repacked(data, chance) if seed % 2 and reader == "docx" else damaged(data, chance)

    return whole + [(f"seed {seed}", lambda seed=seed: damage(seed)) for seed in range(count)]


def run(reader: str, count: int) -> dict[str, object]:
    """Read every case and tell what came of it."""
    read = import_module(f"corpus.readers.{reader}").read
    told, wrong, slowest = Counter(), [], (0.0, "")
    signal.signal(signal.SIGALRM, _hang)
    for name, make in cases(reader, count):
        data = make()
        began = time.monotonic()
        signal.alarm(LONGEST)
        try:
            documents = read(data, f"/saved/{reader}", "0" * 64)
            told["read" if all(_sound(document) for document in documents) else "unsound"] += 1
        except UnreadableDocument as refused:
            told["refused" if "\n" not in str(refused) else "refused in more than a line"] += 1
        except BaseException as error:
            wrong.append(f"{name}: {type(error).__name__}: {error}")
        signal.alarm(0)
        slowest = max(slowest, (round(time.monotonic() - began, 2), name))
    return {**told, "wrong": wrong, "slowest": slowest, "peak_mb": peak_kb() // 1024}


def peak_kb() -> int:
    """The most memory this process has had. Linux hands ``ru_maxrss`` on from the process that started this one, so its own
    account is asked where there is one."""
    status = Path("/proc/self/status")
    if status.exists():
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _hang(signal: int, frame: object) -> None:
    raise TimeoutError(f"more than {LONGEST} s")


def _sound(document: object) -> bool:
    """Ids are there once each, ordinals run on, and no passage is without words."""
    passages = document.passages  # type: ignore[attr-defined]
    ids = [passage.id for passage in passages]
    return len(set(ids)) == len(ids) and all(p.text.strip() and p.locator and p.document_id == document.id for p in passages)  # type: ignore[attr-defined]


if __name__ == "__main__":
    print(json.dumps(run(sys.argv[1], int(sys.argv[2]))))
