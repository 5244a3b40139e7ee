"""How well each sentence of the passages found bears on a term of reference."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from assistant.abstention import names, topical
from assistant.note.gathering.searches import topic
from assistant.note.gathering.worth import weight
from assistant.selection import Chosen, sentence_spans
from index.context import context_line
from index.embed import Tokens, Vectors
from index.hits import Hit
from index.matching import Match, matches_of, weighted
from index.search import Index

_KEPT = 6000  # texts whose word pieces are kept for the next term (about 25 KB each)
_CONTEXT = 0.7  # what a match in the context line counts, against one in the sentence
_PASSAGE = 0.25  # what the best sentence of its passage counts in each sentence's bearing
_FUNDING = re.compile(r"(?i)\b(?:fund(?:s|ed|ing)?|costs?|financ\w+|budgets?|spen(?:d|t|ding)|money|pa(?:y|id|yments?)|price[ds]?|fees?|prices?)\b")
_MONEY = re.compile(r"[£$€]\s?\d|(?i:\bfinanc\w+|\bbail(?:ed)? out\b)")
_PAID = 0.12  # what money named adds to how near a sentence is to what is asked of funding, in which neither needs to say so
_BATCH = 256  # texts made ready at a time
_PART = 0.95  # what bearing on one part of a term counts, against bearing on all of it


class Looking:
    """Looks at passages for one term after another; what the model made of a text is kept for the next."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._tokens: OrderedDict[str, Tokens] = OrderedDict()
        self._vectors: dict[str, Vectors] = {}

    def look(self, term: str, parts: Sequence[str], hits: Sequence[Hit]) -> list[Chosen]:
        """The hits with how well each of their sentences bears on the term; nothing taken."""
        spans = [sentence_spans(hit) for hit in hits]
        told = [_Told(hit, hit.passage.text[span.start : span.stop]) for hit, own in zip(hits, spans, strict=True) for span in own]
        found = iter(self._bearings([topic(term), *parts], told))
        return [Chosen(hit, own, _together([next(found) for _ in own]), set()) for hit, own in zip(hits, spans, strict=True)]

    def _bearings(self, queries: Sequence[str], told: Sequence[_Told]) -> list[float]:
        """Of the term and its parts what a sentence bears on most, and a third of what it bears on all of them; times its weight as a point."""
        if not told:
            return []
        near = self._encoded([each.under for each in told]) @ self._index.embedder.encode(list(queries)).T
        both = (near + np.array([self._late(query, told) for query in queries]).T) / 2
        both[[bool(_MONEY.search(each.text)) for each in told]] += _PAID * np.array([bool(_FUNDING.search(query)) for query in queries])
        most = (both * np.array([1.0, *[_PART] * (len(queries) - 1)])).max(axis=1)
        near = (2 * most + both.mean(axis=1)) / 3
        return [min(float(value) * weight(each.text, each.hit.passage), 1.0) for value, each in zip(near, told, strict=True)]

    def _late(self, query: str, told: Sequence[_Told]) -> list[float]:
        """Of each word of the query the better of its match in the sentence and (counting less) in the line of context, weighted by rarity."""
        pieces = self._tokenised([query, *dict.fromkeys(text for each in told for text in (each.text, each.context))])
        asked, named = pieces[query], names(query)
        rarities = [self._index.rarity(word) for word in asked.words]
        matched = {text: topical(matches_of(asked, rarities, own.vectors), named) for text, own in pieces.items()}
        return [weighted([replace(a, alike=max(a.alike, _CONTEXT * b.alike)) for a, b in zip(*_both(matched, each), strict=True)]) for each in told]

    def _tokenised(self, texts: Sequence[str]) -> dict[str, Tokens]:
        missing = [text for text in dict.fromkeys(texts) if text not in self._tokens]
        for start in range(0, len(missing), _BATCH):
            batch = missing[start : start + _BATCH]
            for text, tokens in zip(batch, self._index.embedder.tokens(batch), strict=True):
                self._tokens[text] = Tokens(tokens.words, tokens.vectors.astype(np.float16))
        found = {text: self._tokens[text] for text in texts}
        _forget(self._tokens, texts)
        return found

    def _encoded(self, texts: Sequence[str]) -> Vectors:
        if missing := [text for text in dict.fromkeys(texts) if text not in self._vectors]:
            self._vectors.update(zip(missing, self._index.embedder.encode(missing), strict=True))
        return np.array([self._vectors[text] for text in texts], dtype=np.float32)


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence of a hit."""

    hit: Hit
    text: str

    @property
    def context(self) -> str:
        """Who says it, in what, and when."""
        return context_line(self.hit.title, self.hit.passage)

    @property
    def under(self) -> str:
        """The sentence under its headings."""
        return ". ".join([*self.hit.passage.headings, self.text])


def _together(values: list[float]) -> list[float]:
    """Sentences of a passage that bears on the term are nearer to it than they look by themselves."""
    return [(1 - _PASSAGE) * value + _PASSAGE * max(values) for value in values]


def _both(matched: dict[str, list[Match]], told: _Told) -> tuple[list[Match], list[Match]]:
    return matched[told.text], matched[told.context]


def _forget(kept: OrderedDict[str, Tokens], needed: Sequence[str]) -> None:
    """Keep the texts last needed."""
    for text in dict.fromkeys(needed):
        kept.move_to_end(text)
    while len(kept) > _KEPT:
        kept.popitem(last=False)
