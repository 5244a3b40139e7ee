"""Briefing notes: how many of the points that a brief should make it makes, and how many of its sentences are worth being there.

    python -m tests.benchmarks.nuggets --pages FOLDER [--words N] [--model SPEC] [--misses] [--home DIR]

Recall: of the vital nuggets (and of all) in ``tests/known/probation.nuggets.toml`` the share whose words the note quotes (of a sentence that a model
wrote: whose passage it cites, with half of the words). Precision: of the sentences under the themes the share judged worth being there, for their
theme; a sentence that makes a nugget of the theme is. Sentences that nobody has judged are counted apart.
"""

from __future__ import annotations

import argparse
import tempfile
import time
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.note import writing
from assistant.note.inquiry import DEFAULT_WORDS, Inquiry
from assistant.note.note import BriefingNote, Said, said
from assistant.opening import checker
from assistant.settings import Settings
from assistant.verify.words import stems
from corpus import reading
from index.embed import SentenceTransformerEmbedder
from index.search import Index

KNOWN = Path(__file__).resolve().parents[1] / "known/probation.nuggets.toml"
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Nugget:
    """A point that the note should make: any of ``words`` makes it."""

    theme: int
    point: str
    words: tuple[str, ...]
    vital: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement of sentences that have ``words``: the themes for which they are worth their place."""

    words: str
    themes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """The file of nuggets."""

    inquiry: Inquiry
    nuggets: tuple[Nugget, ...]
    judged: tuple[Judged, ...]


def load(path: Path = KNOWN) -> Known:
    """The file, read."""
    table = tomllib.loads(path.read_text("utf-8"))
    inquiry = Inquiry(table["title"], tuple(term["question"] for term in table["term"]))
    nuggets = tuple(Nugget(row["theme"], row["point"], tuple(row["words"]), not row.get("okay", False)) for row in table["nugget"])
    judged = tuple(Judged(words, tuple(themes)) for words, themes in table["judged"]["worth"].items()) + tuple(
        Judged(words, ()) for words in table["judged"]["not_worth"]
    )
    return Known(inquiry, nuggets, judged)


def makes(sentence: Said, nugget: Nugget, note: BriefingNote) -> bool:
    """True where the sentence makes the point."""
    if sentence.quoted:
        return any(words in sentence.text for words in nugget.words)
    cited = " ".join(note.citations[number - 1].passage.text for number in sentence.citations)
    own = stems(sentence.text)
    return any(words in cited and len(stems(words) & own) >= _HALF * len(stems(words)) for words in nugget.words)


def missed(note: BriefingNote, known: Known) -> list[Nugget]:
    """The nuggets that the note does not make."""
    every = [sentence for section in note.walk() for sentence in said(section)]
    return [nugget for nugget in known.nuggets if not any(makes(sentence, nugget, note) for sentence in every)]


def judgements(note: BriefingNote, known: Known) -> list[tuple[int, Said, bool | None]]:
    """The sentences of the themes, each with its theme and whether it is worth its place there; ``None``: not judged."""
    found = []
    for section in note.walk():
        parts = section.name.split("/")
        if parts[0] == "themes" and len(parts) > 2 and parts[2] in ("official", "parliament", "organisations", "accounts"):
            found += [(int(parts[1]), sentence, _worth(int(parts[1]), sentence, note, known)) for sentence in said(section)]
    return found


def _worth(theme: int, sentence: Said, note: BriefingNote, known: Known) -> bool | None:
    if any(nugget.theme == theme and makes(sentence, nugget, note) for nugget in known.nuggets):
        return True
    verdicts = [theme in each.themes for each in known.judged if each.words in sentence.text]
    return any(verdicts) if verdicts else None


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--pages", type=Path, required=True)
    options.add_argument("--words", type=int, default=DEFAULT_WORDS)
    options.add_argument("--model")
    options.add_argument("--home", type=Path, help="an index of the pages made before")
    options.add_argument("--misses", action="store_true")
    chosen = options.parse_args()
    known = load()
    with tempfile.TemporaryDirectory() as folder:
        index = opened(chosen.home or Path(folder), chosen.pages)
        started = time.monotonic()
        settings = Settings.read(home=index.home, models=[chosen.model] if chosen.model else [])
        inquiry = replace(known.inquiry, words=chosen.words)
        note = writing.write(inquiry, index, checker(settings, index.embedder, index.speaker_of), writer(settings), today="2018-05-03")
        report(note, known, time.monotonic() - started, chosen.misses)


def opened(home: Path, pages: Path) -> Index:
    """The pages, indexed."""
    index = Index(home, SentenceTransformerEmbedder())
    if not index.documents():
        for document in reading.read(pages):
            index.put(document)
    index.settle()
    return index


def writer(settings: Settings) -> object | None:
    """What the model writes with, where one is named."""
    if not settings.model:
        return None
    from assistant.models.chat import open_chat
    from assistant.models.limits import Limits
    from assistant.writing.writer import Writer

    return Writer(open_chat(settings.model, settings.base_url, Limits(total=settings.patience, context=settings.context)))


def report(note: BriefingNote, known: Known, seconds: float, misses: bool) -> None:
    """Print the figures and, if asked, what is behind them."""
    gone, judged = missed(note, known), judgements(note, known)
    told = [verdict for _, _, verdict in judged if verdict is not None]
    for name, own in (("recall", [nugget for nugget in known.nuggets if nugget.vital]), ("of all", list(known.nuggets))):
        made = sum(nugget not in gone for nugget in own)
        print(f"{name:9} {made / len(own):.3f}  ({made} of {len(own)} points)")
    print(f"precision {sum(told) / max(len(told), 1):.3f}  ({sum(told)} of {len(told)} sentences judged; {len(judged) - len(told)} not judged)")
    words = sum(len(sentence.text.split()) for section in note.walk() for sentence in said(section))
    print(f"words     {words} in sentences that cite, {sum(len(s.text.split()) for _, s, _ in judged)} of them under the themes")
    print(f"withheld  {len(note.withheld)}; notice: {note.notice or 'none'}; {seconds:.0f} s")
    if misses:
        print(*(f"missed {nugget.theme}: {nugget.point}" for nugget in gone), sep="\n")
        print(*(f"{'not worth' if verdict is False else 'not judged'} {theme}: {s.text}" for theme, s, verdict in judged if not verdict), sep="\n")


if __name__ == "__main__":
    main()
