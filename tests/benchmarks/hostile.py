"""What `assistant.verify` lets through: true sentences from real sources, mutated one way each, and true ones left as they are.

    python -m tests.benchmarks.hostile --sources ../shared/sources [--per 170] [--no-model] [--show 3]

A true sentence is a passage's quotation with our lead-in, its own sentence with an attribution, or one of the paraphrases in
``tests/known/paraphrases.jsonl``. Most mutations are made from one of the first two, those named so from a paraphrase. One that leaves the
sentence true by accident (the other year stands in the passage as well) is not counted. The bounds in `assistant.verify` were set by
hand while looking at such tables, so the honest measure of true sentences withheld is that of a set of paraphrases when it was first judged.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from assistant.attribution import lead_in
from assistant.verify import meaning
from assistant.verify.check import check
from assistant.verify.closeness import EmbeddingCloseness
from assistant.verify.direction import _POLES
from assistant.verify.evidence import Closeness, Evidence
from assistant.verify.likes import LIGHT, alike
from assistant.verify.moments import moments
from assistant.verify.names import known, names
from assistant.verify.quantities import quantities
from assistant.verify.verdict import Verdict
from assistant.verify.words import stem, words
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


# Each mutation gives the sentence with one thing wrong, or None where there is nothing to put wrong.


def _digit(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    found = [q for q in quantities(true.said) if any(c.isdigit() for c in q.said) and q.unit != "nth" and true.said[q.start - 1 : q.start] not in ("[", "_")]
    if not found:
        return None
    q = chance.choice(found)
    at = chance.choice([i for i in range(q.start, q.stop) if true.said[i].isdigit()])
    new = chance.choice([d for d in "123456789" if d != true.said[at]])
    said = true.said[:at] + new + true.said[at + 1 :]
    made = {x.value for x in quantities(said)} - {x.value for x in quantities(true.said)}
    return _with(true, said) if made and not made & {x.value for x in quantities(true.passage.text)} else None


_COUNTS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty", "thirty", "forty", "fifty"]
_SHARES = ("two-thirds", "three-quarters", "one-fifth", "half of", "a quarter of", "a third of", "one in five", "one in ten")


def _number_word(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    found = [q for q in quantities(true.said) if not any(c.isdigit() for c in q.said) and (q.part or q.said.lower() in _COUNTS)]
    if not found:
        return None
    q = chance.choice(found)
    new = chance.choice(_SHARES if q.part else _COUNTS)
    there = {round(x.value, 1) for x in quantities(true.passage.text)}
    value = quantities(f"{new} people")[0].value
    return _with(true, true.said[: q.start] + new + true.said[q.stop :]) if round(value, 1) not in there else None


def _unit(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    for old, new in chance.sample(
        (("million", "billion"), ("billion", "million"), ("thousand", "million"), ("per cent", "percentage points"), ("%", " percentage points")), 5
    ):
        if re.search(rf"\d ?{old}", true.said) and new.strip() not in true.passage.text:
            return _with(true, true.said.replace(old, new, 1))
    return None


def _figures_crossed(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    """Two figures of the sentence change places: both are in the passage, each of the other thing."""
    found = [q for q in quantities(true.said) if q.unit != "nth" and not q.part and q.said[0].isdigit()]
    pair = next(((a, b) for a, b in pairwise(found) if a.unit == b.unit and a.value != b.value and b.start - a.stop > 12), None)
    if true.quoted or not pair:
        return None
    a, b = pair
    return _with(true, true.said[: a.start] + b.said + true.said[a.stop : b.start] + a.said + true.said[b.stop :])


def _in_passage(true: True_, found: Sequence[tuple[str, int, int]], others: Sequence[str], chance: random.Random) -> True_ | None:
    """One of ``found`` exchanged for another that stands elsewhere in the passage, in another sentence than the one told."""
    pairs = [(start, stop, other) for said, start, stop in found for other in others if other.lower() not in true.said.lower() and said != other]
    if true.quoted or not pairs:
        return None
    start, stop, other = chance.choice(pairs)
    return _with(true, true.said[:start] + other + true.said[stop:])


def _figure_from_elsewhere(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    own = [q for q in quantities(true.said) if q.said[0].isdigit() or q.said[0] == "£"]
    q = chance.choice(own) if own else None
    there = [o.said for o in quantities(true.passage.text) if q and (o.unit, o.unit) == (q.unit, "" if not q.unit else o.unit) and o.value != q.value]
    there = [o for o in there if o[0].isdigit() or o[0] == "£"]
    return _in_passage(true, [(q.said, q.start, q.stop)], there, chance) if q and q.unit != "nth" else None


def _date_from_elsewhere(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    own = [m for m in moments(true.said) if not m.words]
    m = chance.choice(own) if own else None
    there = [o.said for o in moments(true.passage.text) if m and not o.words and bool(o.month) == bool(m.month) and not o.holds(m) and not m.holds(o)]
    return _in_passage(true, [(m.said, m.start, m.stop)], there, chance) if m else None


def _names_crossed(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    """Two names of the sentence change places, where neither is joined to the other as its like."""
    found = [n for n in names(true.said) if not n.opens and n.said in true.said]
    for a, b in pairwise(found):
        between = true.said[a.start + len(a.said) : b.start]
        if true.quoted or a.parts & b.parts or len(between) < 12 or _SYMMETRIC.search(between) or between.count(",") > 1:
            continue
        rest = true.said[b.start + len(b.said) :]
        return _with(true, true.said[: a.start] + b.said + between + a.said + rest)
    return None


_SYMMETRIC = re.compile(r"^,? ?(?:and|or|with|between|both|[,;(]|&)\b|\b(?:and|or|between|with|as well as|to)(?: the)? $|^['’]s? $")


def _name_from_elsewhere(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    own = [(n.said, n.start, n.start + len(n.said)) for n in names(true.said) if not n.opens and n.start > 0 and true.said[n.start :].startswith(n.said)]
    there = [n.said for n in names(true.passage.text) if not n.opens and not re.search(r"(?i)bill|clause|hon\b|member|government", n.said)]
    parts = {part for n in names(true.said) for part in n.parts}
    there = [said for said in there if not set(said.lower().split()) & parts]
    return _in_passage(true, own, there, chance)


def _word(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    """A word of substance exchanged for one of another passage with the same ending, or for one that judges."""
    own = [w for w in words(true.said) if w.telling and w.low.isalpha() and w.text.islower() and len(w.low) > 4 and w.stem not in _EMPTY]
    if true.quoted or not own:
        return None
    w = chance.choice(own)
    candidates = [v for v in pool.vocabulary if v[-2:] == w.low[-2:] and words(v)[0].telling and not alike(words(v)[0].stem) & alike(w.stem)]
    new = chance.choice(_LOADED if not candidates or chance.random() < 0.25 else candidates)
    said = true.said[: w.start] + new + true.said[w.stop :]
    return _with(true, said) if words(new)[0].stem not in {x.stem for x in words(true.passage.text)} else None


def _word_added(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    """A word that judges put before a noun."""
    found = list(re.finditer(r"\b(?:the|a|its|their) (?=[a-z]{4,}\b)", true.said))
    new = chance.choice(_LOADED)
    if true.quoted or not found or words(new)[0].stem in {x.stem for x in words(true.passage.text)}:
        return None
    m = chance.choice(found)
    return _with(true, f"{true.said[: m.end()]}{new} {true.said[m.end() :]}")


def _claim_added(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    """A small claim of its own at the end of the sentence."""
    added = chance.choice(_CLAIMS)
    there = {x.stem for x in words(true.passage.text)}
    if true.quoted or len([w for w in words(added) if w.telling and w.stem in there]) > 0:
        return None
    return _with(true, f"{true.said.rstrip('.')}{added}.")


def _called(true: True_, pool: Pool, chance: random.Random) -> str | None:
    """The speaker is said to have called the subject of the sentence something that the passage never does."""
    m = re.match(r"(?:the |a )?(?:[\w’'-]+ ){1,5}?(?=(?:is|was|were|are|has|have|had|will|would)\b)", true.said)
    who = true.passage.speaker or true.passage.body
    if true.quoted or not m or not who or true.passage.kind in (Kind.COMMENT, Kind.TESTIMONY, Kind.ARTICLE):
        return None
    what = chance.choice(_CALLED)
    return None if words(what)[-1].stem in {x.stem for x in words(true.passage.text)} else f"{who} called {m[0].strip()} {what}."


_CALLED = ("a scandal", "a disgrace", "a shambles", "a triumph", "an outrage", "unlawful", "dangerous", "a great success", "a farce", "alarming")
_EMPTY = frozenset(stem(word) for word in LIGHT)
_LOADED = ("scandalous", "disastrous", "illegal", "praised", "condemned", "alarming", "shameful", "dangerous", "excellent", "corrupt", "secret", "sacked")
_CLAIMS = (
    ", which is a scandal", ", which alarmed victims", ", and the trade unions were pleased", ", so that motorists will pay more", " because of a strike",
    ", to the delight of farmers", ", which cost hospitals dearly", ", despite protests from nurses", ", and tenants were furious", ", after a leak",
    ", as scientists had warned", ", with disastrous consequences", ", which bishops opposed", ", and ships were delayed",
)  # fmt: skip


def _bound(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    swaps = {
        "at least": "at most",
        "more than": "less than",
        "less than": "more than",
        "up to": "at least",
        "fewer than": "more than",
        "over": "under",
        "nearly": "more than",
    }
    found = [old for old in swaps if re.search(rf"\b{old} [£\d]", true.said)]
    return _with(true, re.sub(rf"\b{found[0]} (?=[£\d])", f"{swaps[found[0]]} ", true.said, count=1)) if found and not true.quoted else None


def _speaker(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    speaker = true.passage.speaker
    if not speaker or speaker not in true.lead or " " not in speaker:
        return None
    other = chance.choice(pool.speakers)
    return replace(true, lead=true.lead.replace(speaker, other)) if other.split()[-1] not in speaker + true.passage.text else None


def _office(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    office = true.passage.office
    if not office or office not in true.lead:
        return None
    other = chance.choice(pool.offices)
    plain = [re.sub(r"(?i)^the ", "", each).lower() for each in (office, other)]
    return replace(true, lead=true.lead.replace(office, other)) if plain[0] not in plain[1] and plain[1] not in plain[0] else None


def _date(part: str) -> Mutation:
    def mutate(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
        where = chance.choice(("lead", "said"))
        text = getattr(true, where)
        found = [m for m in moments(text) if getattr(m, part) and not m.words and (part != "day" or m.month)]
        if not found:
            return None
        m = chance.choice(found)
        said = _moved(m.said, part, getattr(m, part), chance)
        there = [*moments(true.passage.text), *(x for h in true.passage.headings for x in moments(h))]
        new = next(iter(moments(said)), None)
        if not new or said == m.said or any(new.holds(x) for x in there) or (true.passage.date and new.holds(moments(in_words(true.passage.date))[0])):
            return None
        return replace(true, **{where: text[: m.start] + said + text[m.stop :]})

    return mutate


_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]


def _moved(said: str, part: str, value: int, chance: random.Random) -> str:
    if part == "year":
        return said.replace(str(value), str(value + chance.choice((-3, -2, -1, 1, 2, 3))), 1)
    if part == "month":
        return re.sub(r"[A-Z][a-z]+", chance.choice([m for i, m in enumerate(_MONTHS, 1) if i != value]), said, count=1)
    return re.sub(r"\b\d{1,2}", str(value % 28 + 1), said, count=1)


def _negation_added(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    if (true.quoted and chance.random() < 0.5) or re.search(r"(?i)\bnot\b|n't|n’t|\bno\b|\bnever\b", true.said):
        return None
    found = list(re.finditer(r"\b(?:is|are|was|were|has|have|had|will|would|should|can|could|may|must)\b(?! (?:also|only|not))", true.said))
    if not found:
        return None
    m = found[0]
    return _with(true, true.said[: m.end()] + " not" + true.said[m.end() :])


def _negation_dropped(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    m = re.search(r"\b(?:not|never) (?!only|least|just|more|less)|(?<=\b(?:is|as|re|ve) )no (?!more|less|doubt|fewer|longer)", true.said)
    said = true.said[: m.start()] + true.said[m.end() :] if m else re.sub(r"\bcannot\b", "can", true.said, count=1)
    return _with(true, said) if said != true.said else None


def _citation(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    other = chance.choice(pool.items)
    same = true.said in other.passage.text or other.passage.text in true.passage.text or true.passage.text in other.passage.text
    return None if same else replace(true, evidence=(replace(other.evidence[0], number=1),))


def _neighbour(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    """A wrong citation close at hand: another passage of the same speaker or body."""
    near = [
        o
        for o in pool.items
        if o.passage.document_id == true.passage.document_id and o.passage.speaker == true.passage.speaker and o.passage.id != true.passage.id
    ]
    found = [o for o in near if true.said[1:-1] not in o.passage.text]
    return replace(true, evidence=chance.choice(found).evidence) if found else None


def _invented_quotation(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    other = chance.choice(pool.items)
    return replace(true, said=other.said) if true.quoted and other.quoted and other.said not in true.passage.text else None


def _altered_word(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    if not true.quoted:
        return None
    m = chance.choice(list(re.finditer(r"[a-z]{4,}", true.said)) or [None])
    new = chance.choice(pool.vocabulary)
    said = true.said[: m.start()] + new + true.said[m.end() :] if m else true.said
    return _with(true, said) if said not in true.passage.text else None


def _unknown_citation(true: True_, pool: Pool, chance: random.Random) -> str:
    return f"{true.text} [{chance.randint(2, 60)}]"


def _splice(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    """The first half of one passage's sentence and the second half of another's, both cited."""
    others = [o for o in pool.items if o.passage.kind is true.passage.kind and not o.quoted and o.passage.id != true.passage.id]
    if true.quoted or not others:
        return None
    other = chance.choice(others)
    a, b = (re.split(r"(?<=,) | (?=(?:which|that|because|to|for|by|in|and|with)\b)", each.said) for each in (true, other))
    first, second = " ".join(a[: max(1, len(a) // 2)]), " ".join(b[max(1, len(b) // 2) :])
    if min(len(first.split()), len(second.split())) < 5:
        return None
    return replace(true, said=f"{first} {second}", evidence=(*true.evidence, replace(other.evidence[0], number=2)))


_VIEWS = re.compile(
    r"(?i)\b(?:should|must|ought|unacceptable|believe|vital|essential|important|wrong|disgrace\w*|excellent|clear|better|worse|best|worst|bad|good|fail\w*|need\w*|crucial)\b"
)


def _opinion(true: True_, pool: Pool, chance: random.Random) -> str | None:
    own = re.search(
        r"(?i)\b(?:inquiry|government|committee|consultation paper|PHSO|DWP)"
        r"\b.{0,30}\b(?:accept|agree|consider|believ|recommend|ask|welcom|conclu|found|sa(?:id|ys))",
        true.said,
    )
    if (
        own
        or true.quoted
        or not _VIEWS.search(true.said)
        or (true.passage.kind is Kind.WRITTEN_QUESTION and not re.search("should|must|believe|ought", true.said))
    ):
        return None
    return true.said[0].upper() + true.said[1:]


_REPORTS = (
    "HM Inspectorate of Probation’s inspection report says",
    "The Justice Committee’s report says",
    "The inspection report found",
    "The inspectors found",
    "An official report said",
)


def _called_report(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    if true.passage.kind not in (Kind.COMMENT, Kind.TESTIMONY, Kind.ARTICLE, Kind.DEBATE, Kind.PRESS_RELEASE, Kind.WRITTEN_QUESTION):
        return None
    lead = chance.choice(_REPORTS)
    if (
        (true.passage.body or "x") in lead
        or re.search(r"(?i)report|inspect", true.passage.text)
        or re.search("(?i)inspect", f"{true.passage.speaker} {true.passage.office}")
    ):
        return None
    return replace(true, lead=lead if true.quoted else f"{lead} that")


def _name(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    found = [n for n in names(true.said) if not n.opens and n.start > 0 and len(n.parts) and n.said in true.said]
    if not found:
        return None
    n = chance.choice(found)
    other = chance.choice(pool.names)
    fake = names(f"x {other}")
    if (
        not fake
        or known(fake[0], true.passage.text)
        or any(known(fake[0], each) for each in (*true.passage.headings, true.evidence[0].title, true.passage.speaker or ""))
    ):
        return None
    return _with(true, true.said.replace(n.said, other, 1))


def _direction(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    pairs = [(a, b) for left, right in _POLES for one, two in ((left, right), (right, left)) for a in one.split() for b in two.split()[:1]]
    chance.shuffle(pairs)
    for old, new in pairs:
        for form, other in (_forms(old, new)) if not true.quoted else ():
            if (
                re.search(rf"\b{form}\b", true.said)
                and not re.search(rf"\b{other}\b", true.passage.text)
                and form not in ("good", "first", "long", "over", "certain", "so")
            ):
                return _with(true, re.sub(rf"\b{form}\b", other, true.said, count=1))
    return None


_PAST = {"rise": "rose", "fall": "fell", "grow": "grew", "win": "won", "lose": "lost", "begin": "began"}


def _forms(old: str, new: str) -> list[tuple[str, str]]:
    past = [_PAST.get(w, w + ("d" if w.endswith("e") else "ed")) for w in (old, new)]
    return [(old, new), (past[0], past[1]), (f"{old}s", f"{new}s"), (f"{old.removesuffix('e')}ing", f"{new.removesuffix('e')}ing")]


def _hedge(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    """*May fail* becomes *fails*, *should be* becomes *is*."""
    if true.quoted:
        return None
    said = re.sub(r"\b(?:may|might|could|should) (?:well )?be\b", "is", true.said, count=1)
    said = re.sub(r"\b(?:may|might|could) have\b", "has", said, count=1) if said == true.said else said
    return _with(true, said) if said != true.said else None


def _with(true: True_, said: str) -> True_:
    return replace(true, said=said)


EXACT: dict[str, Mutation] = {
    "digit changed": _digit, "number-word changed": _number_word, "unit changed": _unit, "bound turned": _bound, "speaker swapped": _speaker,
    "office changed": _office, "year changed": _date("year"), "month changed": _date("month"), "day changed": _date("day"), "wrong citation": _citation,
    "wrong citation, same voice": _neighbour, "invented quotation": _invented_quotation, "altered quotation word": _altered_word,
    "invented citation number": _unknown_citation, "comment called a report": _called_report, "name or place swapped": _name,
}  # fmt: skip
MEANING: dict[str, Mutation] = {
    "negation added": _negation_added, "negation dropped": _negation_dropped, "two passages spliced": _splice, "opinion made fact": _opinion,
    "direction reversed": _direction, "figures crossed": _figures_crossed,
    "figure of another sentence": _figure_from_elsewhere, "date of another sentence": _date_from_elsewhere, "names crossed": _names_crossed,
    "name of another sentence": _name_from_elsewhere, "word exchanged": _word, "word of judgement added": _word_added, "claim added": _claim_added,
    "called a scandal": _called, "hedge dropped": _hedge,
}  # fmt: skip


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


def main() -> None:
    """Run and print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sources", type=Path, required=True)
    options.add_argument("--per", type=int, default=170, help="mutations of each class (default 170)")
    options.add_argument("--no-model", action="store_true", help="by shared words alone")
    options.add_argument("--show", type=int, default=0, help="print so many of the wrong verdicts of each class")
    options.add_argument("--seed", type=int, default=SEED, help="of the choice of sentences")
    given = options.parse_args()
    closeness = None if given.no_model else _embedding()
    found = documents(given.sources)
    chance = random.Random(given.seed)
    items = truths(found, chance, 260)
    pool = pool_of(items, found)
    print(f"closeness: {'none' if closeness is None else 'all-MiniLM-L6-v2'}")
    _wrong(pool, given.per, closeness, given.show)
    _right(pool, paraphrases(found), closeness, given.show)


def inexact(text: str, evidence: Sequence[Evidence]) -> str | None:
    """The first figure or capitalised word of a shown sentence that stands nowhere in its passages or what is known of them.

    Written from the raw text and without anything of `assistant.verify`, as a check on it. Words that open a sentence or a quotation are left
    out, as are ours that say who speaks.
    """
    known = " ".join(str(part) for e in evidence for part in (e.passage, e.title, e.publisher, in_words(e.passage.date) if e.passage.date else ""))
    digits = {re.sub(r"\D", "", each) for each in re.findall(r"\d[\d,.]*", known)} | {str(int(each)) for each in re.findall(r"\d+", known)}
    plain = known.lower()
    said = re.sub(r"\[\d+\]$", "", text)
    for match in re.finditer(r"\d[\d,.]*\d|\d|(?<![.?!:“‘] )(?<![“‘.])(?<!^)\b[A-Z][\w’'-]+", said):
        word = re.sub(r"['’]s?$", "", match[0])
        if word[0].isdigit() and re.sub(r"\D", "", word) not in digits and re.sub(r"\D", "", word).lstrip("0") not in digits:
            return word
        if not word[0].isdigit() and word.lower() not in plain and word not in _OURS:
            return word
    return None


_OURS = frozenset(("According", "House", "Commons", "Lords", "Member", "An", "MPs"))


def _embedding() -> Closeness:
    from index.embed import SentenceTransformerEmbedder

    return EmbeddingCloseness(SentenceTransformerEmbedder())


def _wrong(pool: Pool, per: int, closeness: Closeness | None, show: int) -> None:
    total = 0
    for sort, classes in (("exact", EXACT), ("meaning", MEANING)):
        for name, mutate in classes.items():
            made = mutants(name, mutate, pool, per)
            verdicts = [(text, true, check(text, true.evidence, closeness)) for text, true in made]
            shown = [each for each in verdicts if each[2].supported]
            faults = Counter(v.fault.value for _, _, v in verdicts if v.fault)
            print(f"{sort:8}{name:28}{len(made):5} made {len(shown):4} shown {len(shown) / max(1, len(made)):6.1%}  {dict(faults.most_common(4))}")
            for text, true, _ in shown[:show]:
                print(f"      SHOWN {text}\n        OF  {true.passage.text[:600]}")
            total += len(made)
    print(f"{total} mutations")


def _right(pool: Pool, by_hand: Sequence[tuple[str, str, tuple[Evidence, ...]]], closeness: Closeness | None, show: int) -> None:
    chance = random.Random(SEED)
    for name, kept in (("quotation with lead-in", True), ("own sentence, credited", False)):
        items = [t for t in pool.items if t.quoted == kept]
        _told(name, [(t.text, t.evidence) for t in chance.sample(items, min(600, len(items)))], closeness, show)
    for one in dict.fromkeys(each[0] for each in by_hand):
        for count, name in ((1, f"paraphrase, {one} set"), (2, f"two citations, {one} set")):
            rows = [(text, evidence) for of, text, evidence in by_hand if of == one and len(evidence) == count]
            if rows:
                _told(name, rows, closeness, show)


def _told(name: str, rows: Sequence[tuple[str, tuple[Evidence, ...]]], closeness: Closeness | None, show: int) -> None:
    verdicts: list[tuple[str, tuple[Evidence, ...], Verdict]] = [(text, evidence, check(text, evidence, closeness)) for text, evidence in rows]
    withheld = [each for each in verdicts if not each[2].supported]
    faults = Counter(v.fault.value for _, _, v in withheld if v.fault)
    odd = [(word, text) for text, evidence, verdict in verdicts if verdict.supported and (word := inexact(text, evidence))]
    print(f"true    {name:28}{len(rows):5} told {len(withheld):4} withheld {len(withheld) / max(1, len(rows)):6.1%}  {dict(faults.most_common())}")
    print(f"        shown with a figure or name that no raw text has: {len(odd)} {odd[:show]}")
    for text, evidence, verdict in withheld[:show]:
        print(f"      WITHHELD {verdict.fault} {verdict.reason}\n        {text}\n        OF {evidence[0].passage.text[:500]}")
    print(f"        least scores: {sorted(round(v.score, 2) for _, _, v in verdicts if v.supported)[:8]}; the bound is {meaning.LEAST}")


if __name__ == "__main__":
    main()
