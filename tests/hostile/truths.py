"""True sentences from real sources, and all the words that mutations take their wrong ones from."""

from __future__ import annotations

import json
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.attribution import lead_in
from assistant.verify.evidence import Evidence
from assistant.verify.names import names
from corpus import reading
from corpus.dates import in_words
from corpus.document import Document, Kind, Passage
from corpus.unreadable import UnreadableDocument
from index.chunk import sentences

KNOWN = Path(__file__).resolve().parents[1] / "known" / "paraphrases.jsonl"
SEED = 20


@dataclass(frozen=True)
class True_:
    """A true sentence: its attribution ``lead``, the passage's own words ``said``, and whether they are quoted."""

    lead: str
    said: str
    quoted: bool
    evidence: tuple[Evidence, ...]

    @property
    def text(self) -> str:
        return f"{self.lead}: “{self.said}”" if self.quoted else f"{self.lead} {self.said}"

    @property
    def passage(self) -> Passage:
        return self.evidence[0].passage


@dataclass(frozen=True)
class Pool:
    """All that mutations take their wrong words from."""

    items: tuple[True_, ...]
    speakers: tuple[str, ...]
    offices: tuple[str, ...]
    names: tuple[str, ...]
    vocabulary: tuple[str, ...]


Mutation = Callable[[True_, Pool, random.Random], "True_ | str | None"]


def documents(folder: Path) -> list[Document]:
    """Every readable source below the folder."""
    found: list[Document] = []
    for source in reading.sources(folder):
        try:
            found += [] if source.name.endswith(".md") else reading.read(source)
        except UnreadableDocument:
            continue
    return found


def truths(found: Sequence[Document], chance: random.Random, most: int) -> list[True_]:
    """Up to ``most`` true sentences of each kind of source, no more than a quarter of them from one document."""
    by_kind: dict[Kind, list[tuple[Document, Passage]]] = defaultdict(list)
    for document in found:
        for passage in document.passages:
            by_kind[passage.kind].append((document, passage))
    made = []
    for kind in sorted(by_kind):
        pairs = by_kind[kind]
        chance.shuffle(pairs)
        made += [each for pair in pairs[: 4 * most] for each in _of(*pair, chance)][: 2 * most]
    return made


def _of(document: Document, passage: Passage, chance: random.Random) -> Iterator[True_]:
    evidence = (Evidence(1, passage, document.title, document.publisher),)
    spans = sentences(passage.text)
    told = [
        passage.text[s.start : s.stop] for s in spans if 8 <= len(passage.text[s.start : s.stop].split()) <= 45 and "|" not in passage.text[s.start : s.stop]
    ]
    if not told:
        return
    words = chance.choice(told)
    yield True_(lead_in(passage, document.title, words), words, True, evidence)
    own = [
        t
        for t in told
        if t[-1] == "." and not re.search(r"\b(?:I|we|We|my|our|us|Our|My|you|me)\b|[“”\"\[\]]|\?", t) and not re.match(r"(?:To ask|And|But|So|No|Yes)\b", t)
    ]
    if own and (lead := _credit(passage, document, chance)):
        yield True_(lead, _small(chance.choice(own), passage), False, evidence)


def _credit(passage: Passage, document: Document, chance: random.Random) -> str | None:
    when = f" on {in_words(passage.date)}" if passage.date and len(passage.date) == 10 else ""
    if passage.kind.authority == 1:
        by = passage.body or passage.speaker
        return by and chance.choice((f"{by}’s {passage.kind.words} says that", f"According to {by},", f"{by} reported that"))
    who = f"{passage.speaker}{f', {passage.office},' if passage.office else ''}"
    if passage.kind is Kind.COMMENT:
        return f"An anonymous reader commented, in {passage.locator}, that" if not passage.speaker else None
    if passage.kind is Kind.TESTIMONY:
        return "An unnamed practitioner wrote that"
    if passage.kind is Kind.ARTICLE:
        return f"The author of the article ‘{document.title}’ writes that"
    if not passage.speaker:
        return None
    if passage.kind is Kind.WRITTEN_QUESTION:
        return f"{who} answered in writing{when} that" if passage.reply_to else None
    return chance.choice((f"{who} said{when} that", f"According to {passage.speaker},", f"{who} argued that"))


def _small(sentence: str, passage: Passage) -> str:
    first = sentence.split()[0]
    named = re.search(rf"[a-z,] {re.escape(first)}\b", passage.text) or not first[1:].islower() or any(n.start == 0 for n in names(sentence))
    return sentence if named else sentence[0].lower() + sentence[1:]


def told(true: True_, said: str) -> True_:
    return replace(true, said=said)


def mutants(name: str, mutate: Mutation, pool: Pool, per: int) -> list[tuple[str, True_]]:
    """Up to ``per`` mutations of one class as (text, what it was made of with the evidence to check it against)."""
    chance = random.Random(f"{SEED} {name}")
    made: list[tuple[str, True_]] = []
    shuffled = chance.sample(pool.items, len(pool.items))
    for true in sorted(shuffled, key=lambda true: true.quoted and chance.random() < 0.7):  # quotations are the easier part
        if len(made) == per:
            break
        wrong = mutate(true, pool, chance)
        if isinstance(wrong, str):
            made.append((wrong, true))
        elif (wrong is not None and wrong.text != true.text) or (wrong is not None and wrong.evidence != true.evidence):
            made.append((wrong.text, wrong))
    return made


def pool_of(items: Sequence[True_], found: Sequence[Document]) -> Pool:
    """The wrong words, from all the sources."""
    passages = [passage for document in found for passage in document.passages]
    speakers = sorted({p.speaker for p in passages if p.speaker and " " in p.speaker and p.speaker != p.body and len(p.speaker.split()) < 5})
    offices = sorted({p.office for p in passages if p.office})
    named = sorted({n.said for t in items for n in names(t.passage.text) if not n.opens and 1 <= len(n.said.split()) <= 3})
    vocabulary = sorted({w for t in items[:400] for w in re.findall(r"\b[a-z]{5,9}\b", t.passage.text)})
    return Pool(tuple(items), tuple(speakers), tuple(offices), tuple(named), tuple(vocabulary))


def paraphrases(found: Sequence[Document]) -> list[tuple[str, str, tuple[Evidence, ...]]]:
    """The hand-written paraphrases: which set each is of, the sentence, and the passages it cites."""
    by_id = {passage.id: (document, passage) for document in found for passage in document.passages}
    rows = [json.loads(line) for line in KNOWN.read_text("utf-8").splitlines() if line.strip()] if KNOWN.exists() else []
    made = []
    for row in rows:
        ids = [row["passage"], *([row["also"]] if "also" in row else [])]
        if all(each in by_id for each in ids):
            pairs = [by_id[each] for each in ids]
            cited = tuple(Evidence(i, passage, document.title, document.publisher) for i, (document, passage) in enumerate(pairs, 1))
            made.append((row["set"], row["sentence"], cited))
    return made
