"""The keyword index: BM25 over stemmed words. The only file that knows tantivy."""

from __future__ import annotations

import math
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tantivy import Document, Filter, Index, IndexWriter, Occur, Query, SchemaBuilder, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

from index.errors import IndexBusy
from index.spelling import Alternative

_ANALYSER = "parliament"
_MEMORY = 32_000_000  # bytes for the writer
_PATIENCE = 10.0  # seconds to wait for another writer
_CONTEXT_WEIGHT = 0.5  # of a word in the context line against one in the text
_BESIDE_WEIGHT = 0.5  # of a short form looked for besides the words that it stands for, which are looked for too
_FEEDBACK_WEIGHT = 0.3  # of the first term of feedback against a word of the question
_GAPS = 2  # function words inside a phrase that the index does not hold
_FEEDBACK_TERMS = 12
_FEEDBACK_LENGTH = 1500  # characters of a text that feedback looks at
_ASKING = frozenset({
    "what", "who", "whom", "whose", "which", "when", "where", "why", "how", "did", "do", "does", "done", "say", "says", "said", "tell", "told",
    "was", "were", "is", "are", "be", "been", "has", "have", "had", "any", "there", "about", "please",
    "ask", "asks", "asked", "think", "thinks", "thought", "argue", "argued", "find", "found", "mention", "mentioned", "according",
})  # fmt: skip
"""Words of asking that name nothing asked for; English's own function words are the library's list."""


@dataclass(frozen=True, slots=True)
class Words:
    """What is indexed of a chunk: its words, and the words of its context line."""

    key: int
    text: str
    context: str


class KeywordIndex:
    """Words of chunks by chunk key."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        builder = SchemaBuilder()
        builder.add_unsigned_field("key", stored=True, indexed=True, fast=True)
        builder.add_text_field("text", tokenizer_name=_ANALYSER)
        builder.add_text_field("context", tokenizer_name=_ANALYSER)
        self._schema = builder.build()
        self._analyser = _analyser()
        self._index = Index(self._schema, path=str(folder))
        self._index.register_tokenizer(_ANALYSER, self._analyser)

    def put(self, words: Iterable[Words]) -> None:
        """Keep the words of some chunks, in place of older ones."""
        entries = list(words)
        writer = self._writer()
        writer.delete_documents_by_query(self._keyed([entry.key for entry in entries]))
        for entry in entries:
            writer.add_document(_document(entry))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def forget(self, keys: Sequence[int]) -> None:
        """Drop these chunks; keys that are not there do no harm."""
        writer = self._writer()
        writer.delete_documents_by_query(self._keyed(keys))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def best(
        self, question: str, count: int, allowed: set[int] | None = None, also: Mapping[str, float] | None = None, alternatives: Sequence[Alternative] = ()
    ) -> list[tuple[int, float]]:
        """The ``count`` chunk keys with the highest BM25 score for the question's words, of the ``allowed`` ones if given.

        ``also`` are stems looked for besides, with what each counts against a word of the question. Of a word and its ``alternatives`` the one that
        scores best counts; an alternative to several words counts besides them.
        """
        terms = list(dict.fromkeys(self.terms(question)))
        if not terms or allowed == set():
            return []
        clauses = [(Occur.Should, query) for query in self._asked(terms, alternatives)]
        clauses += [(Occur.Should, Query.boost_query(self._term(term), weight)) for term, weight in (also or {}).items() if weight > 0]
        query = Query.boolean_query(clauses)
        if allowed is not None:
            within = Query.const_score_query(self._keyed(sorted(allowed)), 0.0)
            query = Query.boolean_query([(Occur.Must, query), (Occur.Must, within)])
        searcher = self._index.searcher()
        return [(searcher.doc(address)["key"][0], float(score)) for score, address in searcher.search(query, count).hits]

    def expansion(self, texts: Sequence[str]) -> dict[str, float]:
        """The stems that mark the first few texts found, with what each should count: feedback in the manner of RM3 (Lavrenko and
        Croft, SIGIR 2001; Abdul-Jaleel and others, TREC 2004), the weight of a text falling with its rank."""
        marked: defaultdict[str, float] = defaultdict(float)
        for rank, text in enumerate(texts, start=1):
            counted = Counter(term for term in self.terms(text[:_FEEDBACK_LENGTH]) if not term.isdigit())
            for term, number in counted.items():
                marked[term] += number / counted.total() * self._stem_rarity(term) / rank
        best = sorted(marked.items(), key=lambda pair: -pair[1])[:_FEEDBACK_TERMS]
        return {term: _FEEDBACK_WEIGHT * weight / best[0][1] for term, weight in best}

    def terms(self, text: str) -> list[str]:
        """The stems that ``text`` is searched by."""
        asked = " ".join(word for word in re.findall(r"\w+(?:[.'’-]\w+)*|[£%]", text) if word.lower() not in _ASKING)
        return list(self._analyser.analyze(asked))

    def stems(self, text: str) -> dict[str, float]:
        """The stems that ``text`` is searched by, each with its rarity."""
        return {stem: self._stem_rarity(stem) for stem in dict.fromkeys(self.terms(text))}

    def rarity(self, word: str) -> float:
        """How rare a word is in the collection: log(1 + chunks / (1 + chunks with it)); a function word is in all."""
        stems = self.terms(word)
        return min((self._stem_rarity(stem) for stem in stems), default=math.log(2))

    def _stem_rarity(self, stem: str) -> float:
        searcher = self._index.searcher()
        return math.log(1 + int(searcher.num_docs) / (1 + int(searcher.doc_freq("text", stem))))

    def clear(self) -> None:
        """Drop everything."""
        writer = self._writer()
        writer.delete_all_documents()
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def holds(self, word: str) -> bool:
        """True where the word stands in any chunk's text or context line; a function word counts as held."""
        searcher = self._index.searcher()
        return all(searcher.doc_freq("text", stem) or searcher.doc_freq("context", stem) for stem in self.terms(word))

    def keys(self) -> set[int]:
        """Every key held."""
        searcher = self._index.searcher()
        everything = searcher.search(Query.all_query(), max(int(searcher.num_docs), 1)).hits
        return {searcher.doc(address)["key"][0] for _, address in everything}

    def _writer(self) -> IndexWriter:
        """The one writer that the folder admits, waited for a while. Raises `IndexBusy`."""
        until = time.monotonic() + _PATIENCE
        while True:
            try:
                return self._index.writer(_MEMORY, 1)
            except ValueError as error:
                if time.monotonic() > until:
                    raise IndexBusy("another briefing is writing to this home; try again when it is done") from error
                time.sleep(0.1)

    def _keyed(self, keys: Sequence[int]) -> Query:
        return Query.term_set_query(self._schema, "key", list(keys))

    def _asked(self, terms: Sequence[str], alternatives: Sequence[Alternative]) -> Iterator[Query]:
        """What the question's words are looked for as."""
        instead: defaultdict[str, list[Query]] = defaultdict(list)
        for alternative in alternatives:
            asked, other = self._analyser.analyze(alternative.asked), self._analyser.analyze(alternative.other)
            if len(asked) == 1 and other and asked != other:
                instead[asked[0]].append(self._as_rare(asked[0], other))
            elif len(other) == 1 and other[0] not in terms:
                yield Query.boost_query(self._term(other[0]), _BESIDE_WEIGHT)
        for term in terms:
            yield Query.disjunction_max_query([self._term(term), *instead[term]]) if instead[term] else self._term(term)

    def _as_rare(self, term: str, phrase: Sequence[str]) -> Query:
        """The phrase, made to count as one word that stands wherever it or the term does; by itself it would count as much as all its words."""
        query, searcher = self._phrase(phrase), self._index.searcher()
        found = searcher.search(Query.boolean_query([(Occur.Should, query), (Occur.Should, self._term(term))]), 1)
        held = [int(found.count), *(int(searcher.doc_freq("text", stem)) for stem in phrase)]  # type: ignore[attr-defined]  # not in the stubs
        either, *each = (math.log(1 + (searcher.num_docs - number + 0.5) / (number + 0.5)) for number in held)  # as BM25 has it
        return Query.boost_query(query, either / sum(each))

    def _term(self, term: str) -> Query:
        return self._phrase([term])

    def _phrase(self, stems: Sequence[str]) -> Query:
        text, context = (
            Query.term_query(self._schema, field, stems[0]) if len(stems) == 1 else Query.phrase_query(self._schema, field, list(stems), _GAPS)
            for field in ("text", "context")
        )
        return Query.boolean_query([(Occur.Should, text), (Occur.Should, Query.boost_query(context, _CONTEXT_WEIGHT))])


def _document(entry: Words) -> Document:
    document = Document()
    document.add_unsigned("key", entry.key)  # given to the constructor it would be a signed number
    document.add_text("text", entry.text)
    document.add_text("context", entry.context)
    return document


def _analyser() -> TextAnalyzer:
    builder = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.remove_long(40)).filter(Filter.lowercase())
    return builder.filter(Filter.ascii_fold()).filter(Filter.stopword("english")).filter(Filter.stemmer("english")).build()
