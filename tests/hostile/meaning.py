"""Mutations of the meaning: negation, direction, mood, opinion told as fact, splices, and words exchanged or added.

Each gives the sentence with one thing wrong, or ``None`` where there is nothing to put wrong.
"""

from __future__ import annotations

import random
import re
from dataclasses import replace

from assistant.verify.direction import _POLES
from assistant.verify.likes import LIGHT, alike
from assistant.verify.words import stem, words
from corpus.document import Kind
from tests.hostile.truths import Mutation, Pool, True_, told

_EMPTY = frozenset(stem(word) for word in LIGHT)


_LOADED = ("scandalous", "disastrous", "illegal", "praised", "condemned", "alarming", "shameful", "dangerous", "excellent", "corrupt", "secret", "sacked")


_CLAIMS = (
    ", which is a scandal", ", which alarmed victims", ", and the trade unions were pleased", ", so that motorists will pay more", " because of a strike",
    ", to the delight of farmers", ", which cost hospitals dearly", ", despite protests from nurses", ", and tenants were furious", ", after a leak",
    ", as scientists had warned", ", with disastrous consequences", ", which bishops opposed", ", and ships were delayed",
)  # fmt: skip


_CALLED = ("a scandal", "a disgrace", "a shambles", "a triumph", "an outrage", "unlawful", "dangerous", "a great success", "a farce", "alarming")


def _word(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    """A word of substance exchanged for one of another passage with the same ending, or for one that judges."""
    own = [w for w in words(true.said) if w.telling and w.low.isalpha() and w.text.islower() and len(w.low) > 4 and w.stem not in _EMPTY]
    if true.quoted or not own:
        return None
    w = chance.choice(own)
    candidates = [v for v in pool.vocabulary if v[-2:] == w.low[-2:] and words(v)[0].telling and not alike(words(v)[0].stem) & alike(w.stem)]
    new = chance.choice(_LOADED if not candidates or chance.random() < 0.25 else candidates)
    said = true.said[: w.start] + new + true.said[w.stop :]
    return told(true, said) if words(new)[0].stem not in {x.stem for x in words(true.passage.text)} else None


def _word_added(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    """A word that judges put before a noun."""
    found = list(re.finditer(r"\b(?:the|a|its|their) (?=[a-z]{4,}\b)", true.said))
    new = chance.choice(_LOADED)
    if true.quoted or not found or words(new)[0].stem in {x.stem for x in words(true.passage.text)}:
        return None
    m = chance.choice(found)
    return told(true, f"{true.said[: m.end()]}{new} {true.said[m.end() :]}")


def _claim_added(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    """A small claim of its own at the end of the sentence."""
    added = chance.choice(_CLAIMS)
    there = {x.stem for x in words(true.passage.text)}
    if true.quoted or len([w for w in words(added) if w.telling and w.stem in there]) > 0:
        return None
    return told(true, f"{true.said.rstrip('.')}{added}.")


def _called(true: True_, pool: Pool, chance: random.Random) -> str | None:
    """The speaker is said to have called the subject of the sentence something that the passage never does."""
    m = re.match(r"(?:the |a )?(?:[\w’'-]+ ){1,5}?(?=(?:is|was|were|are|has|have|had|will|would)\b)", true.said)
    who = true.passage.speaker or true.passage.body
    if true.quoted or not m or not who or true.passage.kind in (Kind.COMMENT, Kind.TESTIMONY, Kind.ARTICLE):
        return None
    what = chance.choice(_CALLED)
    return None if words(what)[-1].stem in {x.stem for x in words(true.passage.text)} else f"{who} called {m[0].strip()} {what}."


def _negation_added(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    if (true.quoted and chance.random() < 0.5) or re.search(r"(?i)\bnot\b|n't|n’t|\bno\b|\bnever\b", true.said):
        return None
    found = list(re.finditer(r"\b(?:is|are|was|were|has|have|had|will|would|should|can|could|may|must)\b(?! (?:also|only|not))", true.said))
    if not found:
        return None
    m = found[0]
    return told(true, true.said[: m.end()] + " not" + true.said[m.end() :])


def _negation_dropped(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    m = re.search(r"\b(?:not|never) (?!only|least|just|more|less)|(?<=\b(?:is|as|re|ve) )no (?!more|less|doubt|fewer|longer)", true.said)
    said = true.said[: m.start()] + true.said[m.end() :] if m else re.sub(r"\bcannot\b", "can", true.said, count=1)
    return told(true, said) if said != true.said else None


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


_CREDITS = re.compile(  # a sentence that credits somebody itself stays true without our attribution
    r"(?i)(?!this|these|that|it\b)(?:[\w’',()-]+ ){1,14}?(?:accepts|accepted|agrees|agreed|argues|argued|asked|believes|believed|concluded|considers|considered"
    r"|emphasi[sz]ed|explained|felt|found|highlighted|identified|noted|recommends|recommended|said|says|sets? out|stated|stressed|suggested|told|warned"
    r"|welcomes|welcomed|wrote)\b(?! by\b)"
)
_VIEWS = re.compile(
    r"(?i)\b(?:should|must|ought|unacceptable|believe|vital|essential|important|wrong|disgrace\w*|excellent|clear|better|worse|best|worst|bad|good|fail\w*|need\w*|crucial)\b"
)


def _opinion(true: True_, pool: Pool, chance: random.Random) -> str | None:
    own = _CREDITS.match(true.said) or "|" in true.passage.text
    if (
        own
        or true.quoted
        or not _VIEWS.search(true.said)
        or (true.passage.kind is Kind.WRITTEN_QUESTION and not re.search("should|must|believe|ought", true.said))
    ):
        return None
    return true.said[0].upper() + true.said[1:]


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
                return told(true, re.sub(rf"\b{form}\b", other, true.said, count=1))
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
    return told(true, said) if said != true.said else None


MEANING: dict[str, Mutation] = {
    "negation added": _negation_added, "negation dropped": _negation_dropped, "two passages spliced": _splice, "opinion made fact": _opinion,
    "direction reversed": _direction, "word exchanged": _word, "word of judgement added": _word_added, "claim added": _claim_added,
    "called a scandal": _called, "hedge dropped": _hedge,
}  # fmt: skip
