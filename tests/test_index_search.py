"""The index: catalogue, vectors and words always agree, a run cut short is finished by the next, and a search obeys its limits."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from corpus.document import About, Document, Kind, Passage
from index.context import context_line
from index.embed import Vectors
from index.filters import NO_LIMITS, Filters
from index.hits import Hit
from index.search import Index
from index.vectors import VectorStore
from index.words import KeywordIndex, Words
from tests.conftest import WordEmbedder

HUBS = "The hubs in Harrowdale were slow to answer letters from staff."
TAGGING = "The contract for tagging was let in spring to a firm from Wexcombe."
LONG = " ".join(f"Sentence {n} of the long speech speaks of caseloads and of officer {n}." for n in range(60))


@pytest.fixture
def index(tmp_path: Path, embedder: WordEmbedder) -> Iterator[Index]:
    opened = Index(tmp_path / "home", embedder)
    yield opened
    opened.close()


def document(identity: str, *texts: str, kind: Kind = Kind.DEBATE, **fields) -> Document:
    passages = [Passage(f"{identity}#{n}", identity, n, text, kind, f"para {n}", **fields) for n, text in enumerate(texts, start=1)]
    return Document(identity, f"Title of {identity}", kind, f"/saved/{identity}.txt", "0" * 64, tuple(passages))


def filled(index: Index) -> Index:
    """With three documents: two of paragraphs, one of a passage of many chunks."""
    index.put(document("hubs", HUBS, "Staff left in spring.", speaker="Ada Merrow", date="2014-03-12"))
    index.put(document("tags", TAGGING, "Nobody in Wexcombe was asked about hubs.", kind=Kind.INSPECTION_REPORT, date="2017"))
    index.put(document("long", LONG, speaker="Tobias Finch"))
    index.settle()
    return index


def held(index: Index) -> tuple[set[int], set[int], set[int]]:
    """The chunk keys of the catalogue, of the vectors and of the words."""
    vectors, words = index._derived.open()
    return set(index.catalogue.chunk_keys(NO_LIMITS)), vectors.keys(), words.keys()


@pytest.fixture(scope="module")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """The filled index, to be searched only."""
    opened = Index(tmp_path_factory.mktemp("settled"), WordEmbedder())
    yield filled(opened)
    opened.close()


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """The filled index among hundreds of readers' comments on the same matter, to be searched only."""
    opened = Index(tmp_path_factory.mktemp("crowded"), WordEmbedder())
    opened.put(document("many", *[f"Paragraph {n} on hubs in Harrowdale." for n in range(400)], kind=Kind.COMMENT))
    opened.put(document("needle", "Nothing to the point.", kind=Kind.COMMENT))
    yield filled(opened)
    opened.close()


def told(hits: Sequence[Hit]) -> list[tuple]:
    return [(hit.rank, hit.passage, hit.title, pytest.approx(hit.score, abs=1e-5), [entry.passage.id for entry in hit.also_at]) for hit in hits]


def ids(hits: Sequence[Hit]) -> list[str]:
    return [hit.passage.id for hit in hits]


# the three agree -------------------------------------------------------------------------------------------------------


def test_what_is_put_in_is_held_by_all_three_and_in_order(index: Index) -> None:
    catalogue, vectors, words = held(filled(index))
    assert catalogue == vectors == words
    assert len(catalogue) > 6
    assert index.check() == []


def test_a_document_is_embedded_once_a_chunk(index: Index, embedder: WordEmbedder) -> None:
    assert embedder.encoded == 0
    filled(index)
    assert embedder.encoded == len(index.catalogue.chunk_keys(NO_LIMITS))


def test_settling_again_embeds_nothing(index: Index, embedder: WordEmbedder) -> None:
    filled(index)
    before = embedder.encoded
    index.settle()
    assert embedder.encoded == before


def test_opening_a_settled_home_embeds_nothing(index: Index, tmp_path: Path) -> None:
    filled(index).close()
    again = Index(tmp_path / "home", WordEmbedder())
    again.settle()
    assert again.embedder.encoded == 0
    assert again.check() == []
    again.close()


def test_putting_in_documents_embeds_nothing_until_it_is_settled(index: Index, embedder: WordEmbedder, tmp_path: Path) -> None:
    index.put(document("hubs", HUBS))
    assert embedder.encoded == 0
    assert not (tmp_path / "home" / "vectors").exists()


def test_a_changed_document_replaces_its_passages_in_all_three(index: Index, embedder: WordEmbedder) -> None:
    old = set(filled(index).catalogue.chunk_keys(Filters(documents=("hubs",))))
    before = embedder.encoded
    index.put(document("hubs", "The hubs in Harrowdale were closed."))
    index.settle()
    catalogue, vectors, words = held(index)
    assert catalogue == vectors == words
    assert not old & catalogue
    assert embedder.encoded == before + 1, "only the changed document is embedded"
    assert ids(index.search("slow to answer letters", filters=Filters(documents=("hubs",)))) == ["hubs#1"]
    assert index.search("hubs in Harrowdale closed")[0].passage.text == "The hubs in Harrowdale were closed."


def test_a_removed_document_leaves_nothing_in_any_of_the_three(index: Index) -> None:
    gone = set(filled(index).catalogue.chunk_keys(Filters(documents=("long",))))
    assert len(gone) > 2
    assert index.remove("long") is True
    catalogue, vectors, words = held(index)
    assert not gone & (catalogue | vectors | words)
    assert catalogue == vectors == words != set()
    assert index.catalogue.pending.leftovers() == []
    assert index.search("caseloads of officer 7", filters=Filters(documents=("long",))) == []


def test_removing_what_is_not_there_says_so(index: Index) -> None:
    assert filled(index).remove("none") is False
    assert len(index.documents()) == 3


def test_progress_runs_up_to_the_number_of_chunks(index: Index) -> None:
    signs: list[tuple[int, int]] = []
    index.put(document("hubs", HUBS, TAGGING))
    index.put(document("many", *[f"Paragraph {n}." for n in range(300)]))
    index.settle(lambda done, total: signs.append((done, total)))
    assert signs == [(2, 302), (258, 302), (302, 302)]


# a run cut short -------------------------------------------------------------------------------------------------------


class Failing(WordEmbedder):
    """Raises on one call of `encode`, once."""

    def __init__(self, call: int) -> None:
        super().__init__()
        self.calls = 0
        self.call = call

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.calls += 1
        if self.calls == self.call:
            raise MemoryError("the model ran out of memory")
        return super().encode(texts)


@pytest.mark.parametrize("call", [1, 2, 3, 4])
def test_a_settling_cut_short_is_finished_by_the_next(call: int, tmp_path: Path, embedder: WordEmbedder) -> None:
    index = Index(tmp_path / "home", Failing(call))
    for made in (document("hubs", HUBS), document("many", *[f"Paragraph {n}." for n in range(300)]), document("tags", TAGGING)):
        index.put(made)
    with pytest.raises(MemoryError):
        index.settle()
    assert "to be indexed" in index.check()[0]
    index.close()
    again = Index(tmp_path / "home", embedder)
    assert ids(again.search("tagging contract"))[0] == "tags#1", "a search finishes it too"
    assert again.check() == []
    catalogue, vectors, words = held(again)
    assert catalogue == vectors == words
    assert len(catalogue) == 302
    again.close()


def test_a_change_cut_short_leaves_nothing_of_the_old_document_behind(tmp_path: Path) -> None:
    index = Index(tmp_path / "home", Failing(2))
    index.put(document("hubs", HUBS))
    index.settle()
    (old,) = index.catalogue.chunk_keys(NO_LIMITS)
    index.put(document("hubs", "Closed."))
    with pytest.raises(MemoryError):
        index.settle()
    index.settle()
    catalogue, vectors, words = held(index)
    assert catalogue == vectors == words != {old}
    assert len(catalogue) == 1
    index.close()


def test_what_is_missing_or_too_much_is_told_and_repaired(index: Index) -> None:
    vectors, words = filled(index)._derived.open()
    key, *_ = sorted(vectors.keys())
    vectors.forget([key])
    words.put([Words(10_000, "left over", "")])
    assert index.check() == ["vectors: 1 chunks missing", "words: 1 chunks of no passage"]
    index.rebuild()
    assert index.check() == []


# rebuilding ------------------------------------------------------------------------------------------------------------

ASKED = ("slow hubs", "who let the tagging contract in Wexcombe?", "officer 41", "spring")


def test_rebuilding_gives_the_same_results(index: Index, embedder: WordEmbedder) -> None:
    before = [told(filled(index).search(question)) for question in ASKED]
    embedded = embedder.encoded
    index.rebuild()
    assert embedder.encoded - embedded == len(index.catalogue.chunk_keys(NO_LIMITS)), "everything is embedded anew"
    assert [told(index.search(question)) for question in ASKED] == before
    assert all(before)


def test_rebuilding_after_the_derived_folders_were_deleted_gives_the_same_results(index: Index, tmp_path: Path) -> None:
    before = [told(filled(index).search(question)) for question in ASKED]
    index.close()
    for folder in ("vectors", "words"):
        shutil.rmtree(tmp_path / "home" / folder)
    again = Index(tmp_path / "home", WordEmbedder())
    again.rebuild()
    assert again.check() == []
    assert [told(again.search(question)) for question in ASKED] == before
    again.close()


@pytest.mark.parametrize("folder", ["vectors", "words"])
def test_a_derived_folder_that_was_deleted_is_made_again_by_the_next_search(folder: str, index: Index, tmp_path: Path) -> None:
    before = told(filled(index).search("slow hubs"))
    index.close()
    shutil.rmtree(tmp_path / "home" / folder)
    again = Index(tmp_path / "home", WordEmbedder())
    assert told(again.search("slow hubs")) == before
    assert again.check() == []
    again.close()


def test_an_index_that_was_closed_may_be_closed_again(index: Index) -> None:
    filled(index).close()
    index.close()


class Renamed(WordEmbedder):
    """Another model: another name, and vectors of another length."""

    name = "longer words"

    def encode(self, texts: Sequence[str]) -> Vectors:
        vectors = super().encode(texts)
        return np.hstack([vectors, vectors]) / np.float32(np.sqrt(2))


def test_another_model_embeds_everything_anew(index: Index, tmp_path: Path) -> None:
    chunks = filled(index).catalogue.chunk_keys(NO_LIMITS)
    before = ids(index.search("tagging contract"))
    index.close()
    other = Index(tmp_path / "home", Renamed())
    assert ids(other.search("tagging contract")) == before
    assert other.embedder.encoded >= len(chunks)
    assert other.check() == []
    before_again = other.embedder.encoded
    other.settle()
    assert other.embedder.encoded == before_again
    other.close()


# searching -------------------------------------------------------------------------------------------------------------


def test_an_empty_index_has_no_hits(index: Index) -> None:
    assert index.search("hubs") == []
    assert index.search("hubs", filters=Filters(speaker="Merrow")) == []


@pytest.mark.parametrize("question", ["?!", "the of and", "", "zzz qqq", "\0", 'AND OR NOT text:* "', "£", "hubs " * 500])
def test_any_question_whatever_its_signs_is_searched_for(question: str, settled: Index) -> None:
    assert len(settled.search(question)) == 5


def test_the_passage_with_the_words_asked_for_comes_first(settled: Index) -> None:
    asked = ("Which firm got the contract for tagging?", "slow to answer letters", "officer 41")
    assert [ids(settled.search(question))[0] for question in asked] == ["tags#1", "hubs#1", "long#1"]


def test_a_hit_says_where_it_is_from_and_how_it_was_found(settled: Index) -> None:
    hit = settled.search("the tagging contract")[0]
    assert (hit.rank, hit.passage.text, hit.title, hit.source) == (1, TAGGING, "Title of tags", "/saved/tags.txt")
    assert (entry := settled.catalogue.passage("tags#1")) and hit.passage == entry.passage
    assert hit.found.words and hit.found.words > 0 and hit.found.vectors and -1.0001 <= hit.found.vectors <= 1.0001
    assert hit.score == hit.found.look.score


def test_hits_are_ranked_from_1_by_falling_score_without_a_passage_twice(settled: Index) -> None:
    hits = settled.search("hubs in Harrowdale and caseloads of officers")
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert len(set(ids(hits))) == len(hits)


@pytest.mark.parametrize("k", [1, 3, 10, 30, 60])
def test_there_are_k_hits_where_the_collection_holds_as_many(k: int, crowded: Index) -> None:
    assert len(crowded.search("hubs", k)) == k


@pytest.mark.parametrize(
    "filters",
    [
        Filters(kinds=(Kind.INSPECTION_REPORT,)), Filters(speaker="merrow"), Filters(speaker="finch"), Filters(since="2014", until="2014"),
        Filters(since="2016"), Filters(documents=("long",)), Filters(kinds=(Kind.DEBATE,), documents=("tags", "hubs")), Filters(documents=("needle",)),
    ],
)  # fmt: skip
def test_every_hit_passes_the_filters_and_none_that_passes_is_lost(filters: Filters, crowded: Index) -> None:
    expected = {entry.passage.id for entry, _ in crowded.catalogue.by_chunk(crowded.catalogue.chunk_keys(filters)).values()}
    assert set(ids(crowded.search("slow hubs in Harrowdale", filters=filters))) == expected
    assert 1 <= len(expected) <= 2


def test_a_filter_that_nothing_passes_gives_no_hits(settled: Index) -> None:
    assert settled.search("hubs", filters=Filters(speaker="nobody")) == []


def test_the_same_words_in_two_documents_are_one_hit_of_the_higher_authority(index: Index) -> None:
    filled(index)
    index.put(document("blog", HUBS, kind=Kind.COMMENT))
    index.put(document("report", HUBS, kind=Kind.INSPECTION_REPORT))
    hits = index.search("slow hubs in Harrowdale")
    assert hits[0].passage.id == "report#1"
    assert {entry.passage.id for entry in hits[0].also_at} == {"blog#1", "hubs#1"}
    assert [hit.passage.text for hit in hits].count(HUBS) == 1
    assert all(hit.also_at == () for hit in hits[1:])
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))


def test_the_same_words_outside_the_filters_are_not_told_of(index: Index) -> None:
    filled(index)
    index.put(document("blog", HUBS, kind=Kind.COMMENT))
    (hit, *_) = index.search("slow hubs in Harrowdale", filters=Filters(kinds=(Kind.DEBATE,)))
    assert (hit.passage.id, hit.also_at) == ("hubs#1", ())


def test_a_long_passage_is_found_by_its_last_words_as_one_hit(settled: Index) -> None:
    hits = settled.search("officer 59")
    assert ids(hits).count("long#1") == 1
    assert hits[0].passage.text == LONG


def test_a_word_is_the_rarer_the_fewer_passages_have_it(settled: Index) -> None:
    assert settled.rarity("zebra") > settled.rarity("tagging") > settled.rarity("hubs") > settled.rarity("the")


# what goes with a chunk ------------------------------------------------------------------------------------------------


def test_a_passage_is_found_by_its_speaker_and_its_heading_too(index: Index) -> None:
    index.put(document("a", "It was closed.", speaker="Ada Merrow", headings=("Prison Libraries",)))
    index.put(document("b", "It was closed then.", speaker="Tobias Finch", headings=("Courts Bill",)))
    hit = index.search("What did Merrow say?")[0]
    assert hit.passage.id == "a#1" and hit.found.words, "by the word, not by what is like it"
    assert [ids(index.search(q))[0] for q in ("What did Merrow say?", "What did Finch say?", "libraries", "the Courts Bill")] == ["a#1", "b#1", "a#1", "b#1"]


def test_a_digest_s_context_has_its_original_s_speaker_and_kind() -> None:
    about = About(Kind.INSPECTION_REPORT, "A Report", body="HM Inspectorate", speaker="Dame Ada Merrow", office="Chief Inspector")
    digest = Passage("d#1", "d", 1, "Words.", Kind.DIGEST, "para 1", date="2017-04", headings=("Findings",), about=about)
    assert context_line("Digest", digest) == "Digest. Findings. Dame Ada Merrow. Chief Inspector. inspection report. April 2017"
    unsigned = replace(digest, about=replace(about, speaker=None, office=None))
    assert context_line("Digest", unsigned) == "Digest. Findings. HM Inspectorate. inspection report. April 2017"


# the two derived indexes by themselves ---------------------------------------------------------------------------------


@pytest.mark.parametrize("allowed", [None, 3, 500, 2100], ids=["no limit", "3", "500", "more than Chroma is given the ids of"])
def test_the_nearest_vectors_are_those_that_comparing_all_of_them_gives(allowed: int | None, tmp_path: Path) -> None:
    chance = np.random.default_rng(7)
    vectors = chance.normal(size=(2500, 16)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    store = VectorStore(tmp_path / "vectors")
    store.put(range(1, 2501), vectors)
    among = None if allowed is None else {int(key) for key in chance.choice(np.arange(1, 2501), allowed, replace=False)}
    alike = vectors @ vectors[41]
    expected = [int(i) + 1 for i in np.argsort(-alike) if among is None or i + 1 in among][:20]
    found = store.nearest(vectors[41], 20, among)
    assert [key for key, _ in found] == expected
    assert [score for _, score in found] == pytest.approx([float(alike[key - 1]) for key in expected], abs=1e-4)
    store.close()


def test_a_keyword_index_finds_stems_and_obeys_its_limits(tmp_path: Path) -> None:
    words = KeywordIndex(tmp_path / "words")
    words.put([Words(1, "Officers were tagging offenders.", ""), Words(2, "An officer wrote.", "tagging"), Words(3, "Naïve hopes.", "")])
    assert [key for key, _ in words.best("tagged", 9)] == [1, 2], "a word of the text counts more than one of the context"
    assert [key for key, _ in words.best("naive", 9)] == [3]
    assert [key for key, _ in words.best("officers", 1)] in ([1], [2])
    assert [key for key, _ in words.best("tagging", 9, {2, 3})] == [2]
    assert words.best("tagging", 9, set()) == words.best("what did they say about", 9) == []


def test_a_keyword_index_keeps_the_last_words_given_for_a_key_and_forgets_what_it_is_told_to(tmp_path: Path) -> None:
    words = KeywordIndex(tmp_path / "words")
    words.put([Words(1, "tagging", ""), Words(2, "hubs", "")])
    words.put([Words(1, "libraries", "")])
    assert (words.best("tagging", 9), [key for key, _ in words.best("libraries", 9)]) == ([], [1])
    words.forget([2, 77])
    assert words.keys() == {1}
    words.clear()
    assert words.keys() == set()


# answers and feedback --------------------------------------------------------------------------------------------------


def exchange(kind: Kind) -> Document:
    """A question and an answer that shares no word of substance with it, among other answers."""
    asked = Passage("x/1", "x", 1, "What plans he has for the lighthouse at Harrowdale.", kind, "col 1")
    answers = [Passage(f"x/{n}", "x", n, text, kind, f"col {n}") for n, text in enumerate(("We have none.", "I agree with him.", "It was done."), start=2)]
    return Document("x", "Answers", kind, "/saved/x.xml", "e" * 64, (asked, replace(answers[0], reply_to="x/1"), *answers[1:]))


@pytest.mark.parametrize(("kind", "found"), [(Kind.DEBATE, True), (Kind.WRITTEN_QUESTION, True), (Kind.COMMENT, False)])
def test_an_answer_is_found_by_what_it_answers_though_a_comment_is_not_by_its_parent(kind: Kind, found: bool, index: Index) -> None:
    index.put(exchange(kind))
    hits = index.search("plans for the lighthouse", 2)
    assert (hits[1].passage.id == "x/2" and hits[1].found.words is not None) is found


def test_feedback_finds_what_says_the_same_in_the_first_texts_other_words(index: Index) -> None:
    texts = ["Tagging at Harrowdale uses bracelets.", "The bracelets failed in the rain.", *[f"Words of another thing {n}." for n in range(12)]]
    index.put(Document("f", "Notes", Kind.ARTICLE, "/saved/f.txt", "f" * 64, tuple(
        Passage(f"f#{n}", "f", n, text, Kind.ARTICLE, f"paragraph {n}") for n, text in enumerate(texts, start=1)
    )))  # fmt: skip
    index.settle()
    words = index._derived.open()[1]
    expansion = words.expansion(texts[:1])
    assert expansion and max(expansion.values()) == pytest.approx(0.3)
    plain = {key for key, _ in words.best("tagging", 20)}
    fed = {key for key, _ in words.best("tagging", 20, None, expansion)}
    assert len(plain) == 1 and len(fed) == 2
    assert words.expansion([]) == {}
