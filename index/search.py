"""The way into the index: open a home, add, remove and search."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.characters import seen
from corpus.document import Document, Passage
from index.catalogue import Catalogue
from index.derived import Derived, Progress
from index.embed import Embedder, Vectors
from index.filters import NO_LIMITS, Filters
from index.fuse import reciprocal_rank
from index.hits import Found, Hit, Lists, best_of, folded
from index.rows import Entry, Listed
from index.spelling import other_spellings

if TYPE_CHECKING:
    from index.matching import Match
    from index.rerank import Look, Reranker
    from index.words import KeywordIndex

_FEEDBACK = 5  # chunks whose words are looked for besides the question's
_CANDIDATES = 60  # passages that get a second look, if no more are asked for
_DEEP = 200  # chunks taken from each list before they become passages


class Index:
    """A home's passages, to be searched. The heavy parts are loaded when first needed.

    ``catalogue.sqlite`` is the truth; ``vectors/`` and ``words/`` beside it are derived and may be deleted.
    """

    def __init__(self, home: Path, embedder: Embedder, reranker: Callable[[Embedder, KeywordIndex], Reranker] | None = None) -> None:
        self.home = home
        self.catalogue = Catalogue(home / "catalogue.sqlite")
        self.embedder = embedder
        self._make_reranker = reranker or _late_interaction
        self._reranker: Reranker | None = None
        self._derived = Derived(home, self.catalogue, embedder)

    def close(self) -> None:
        """Let go of the home."""
        self._derived.close()
        self.catalogue.close()

    # what is in it -------------------------------------------------------------------------------------------------

    def put(self, document: Document) -> None:
        """Take a document, as far as a reader can see it, into the catalogue only; `settle` or the next search embeds it."""
        self.catalogue.replace(seen(document))

    def remove(self, document_id: str) -> bool:
        """Take a document out of the catalogue, and out of the rest at once; ``False`` if there is none of that id."""
        gone = self.catalogue.remove(document_id)
        if gone:
            self.settle()
        return gone

    def documents(self) -> list[Listed]:
        """Every document, by title."""
        return self.catalogue.documents()

    def settle(self, progress: Progress | None = None) -> None:
        """Bring the derived indexes to where the catalogue is: forget what is gone, embed what is new."""
        self._derived.settle(progress)

    # search --------------------------------------------------------------------------------------------------------

    def search(self, question: str, k: int = 10, filters: Filters = NO_LIMITS) -> list[Hit]:
        """The ``k`` passages that answer best, the same words found twice as one hit."""
        self.settle()
        vectors, words = self._derived.open()
        allowed = set(self.catalogue.chunk_keys(filters)) if filters else None
        alternatives = [*self.catalogue.glossary.alternatives(question), *other_spellings(question)]
        by_words = dict(words.best(question, _DEEP, allowed, None, alternatives))
        asked = self.embedder.encode([question])
        by_vector = dict(vectors.nearest(self._turned(asked, question), _DEEP, allowed))
        by_feedback = dict(words.best(question, _DEEP, allowed, words.expansion(self._first_texts(by_words, by_vector)), alternatives))
        entries = {key: entry for key, (entry, _) in self.catalogue.by_chunk({*by_words, *by_vector, *by_feedback}).items()}
        told = {entry.passage.id: entry for entry in entries.values()}
        lists = Lists(*(best_of(scores, entries) for scores in (by_words, by_vector, by_feedback)))
        back = self._standing_back(told.values())
        fused = sorted(reciprocal_rank([list(lists.words), list(lists.vectors), list(lists.feedback)]), key=lambda pair: pair[0] in back)
        fused = fused[: max(k, _CANDIDATES)]
        looks = self._second_look(question, [told[i] for i, _ in fused], lists)
        ranked = sorted(zip(fused, looks, strict=True), key=lambda pair: (pair[0][0] in back, -pair[1].score))
        held, own = vectors.of(list(by_vector))
        cosines = best_of(dict(zip(held, (own @ asked[0]).tolist(), strict=True)) if held else {}, entries)
        return folded([(told[i], Found(lists.words.get(i), cosines.get(i), score, look)) for (i, score), look in ranked], k)

    def _turned(self, asked: Vectors, question: str) -> Vectors:
        """The question's vector; the longer the question, the further turned away from what the whole collection is about."""
        from index.rerank import longness

        share = longness(question)
        whitening = self._derived.whitening() if share else None
        turned: Vectors = (whitening.turned(asked, share) if whitening else asked)[0]
        return turned

    def _first_texts(self, *scores: dict[int, float]) -> list[str]:
        """The texts of the first few chunks of the fused lists."""
        first = [key for key, _ in reciprocal_rank([list(each) for each in scores])[:_FEEDBACK]]
        found = self.catalogue.by_chunk(first)
        return [found[key][0].passage.text[found[key][1].start : found[key][1].stop] for key in first if key in found]

    def _standing_back(self, entries: Iterable[Entry]) -> set[str]:
        """Ids of the digests whose original the collection holds: the reader should see the words themselves first."""
        abouts = {entry.passage.id: entry.passage.about for entry in entries if entry.passage.about}
        held = {(a.kind, a.body, a.date): self.catalogue.survey.holds_original(a) for a in abouts.values()}
        return {identity for identity, a in abouts.items() if held[a.kind, a.body, a.date]}

    def match(self, question: str, texts: list[str]) -> list[tuple[Match, ...]]:
        """How well each text matches each word of the question."""
        from index.matching import matches_of

        asked, *told = self.embedder.tokens([question, *texts])
        rarities = [self.rarity(word) for word in asked.words]
        return [matches_of(asked, rarities, text.vectors) for text in told]

    def replies(self, passage: Passage) -> list[Entry]:
        """The passages that reply to one, in order."""
        return self.catalogue.replies(passage)

    def speaker_of(self, passage_id: str) -> str | None:
        """Who said a passage; ``None`` for nobody named or an id that is not here."""
        entry = self.catalogue.passage(passage_id)
        return entry.passage.speaker if entry else None

    def holds(self, word: str) -> bool:
        """True where the word stands anywhere in the collection."""
        return self._derived.open()[1].holds(word)

    def stems(self, text: str) -> dict[str, float]:
        """The stems that a text is searched by, each with its rarity (`KeywordIndex.rarity`)."""
        return self._derived.open()[1].stems(text)

    def rarity(self, word: str) -> float:
        """How rare a word is in the collection (`KeywordIndex.rarity`)."""
        return self._derived.open()[1].rarity(word)

    def _second_look(self, question: str, entries: list[Entry], lists: Lists) -> list[Look]:
        from index.rerank import Candidate

        candidates = [Candidate(f"{self._derived.context(entry)}\n{entry.passage.text}", entry.passage.text, *lists.of(entry.passage.id)) for entry in entries]
        if self._reranker is None:
            self._reranker = self._make_reranker(self.embedder, self._derived.open()[1])
        return self._reranker.look(question, candidates)

    # repair --------------------------------------------------------------------------------------------------------

    def check(self) -> list[str]:
        """What is wrong between the catalogue and the derived indexes, a line each; nothing: an empty list."""
        return self._derived.check()

    def rebuild(self, progress: Progress | None = None) -> None:
        """Make the derived indexes anew from the catalogue."""
        self._reranker = None
        self._derived.rebuild(progress)


def _late_interaction(embedder: Embedder, words: KeywordIndex) -> Reranker:
    from index.rerank import LateInteraction

    return LateInteraction(embedder, words.rarity)
