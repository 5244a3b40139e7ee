"""Answers by quotation over a small collection: verbatim, attributed, kept apart by standing, and refused where nothing answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import selection
from assistant.abstention import mentions, names
from assistant.chain import AnswerChain, Asked, search
from assistant.question import LONGEST_QUESTION, BadQuestion
from assistant.speaker import whose_words
from corpus.document import Document, Kind, Passage
from corpus.pages import passages
from index.filters import NO_LIMITS, Filters
from index.hits import Found, Hit
from index.rerank import Look
from index.search import Index
from tests.conftest import WordEmbedder

PAGE = """Thursday 20 April 2017

A Report on Rutland

HM Inspectorate of Probation has reported on Rutland:-

Foreword

Telephone supervision in Rutland was used far too often by the company. Staff in Rutland carried ninety cases each.

Dame Ann Ash
HM Chief Inspector of Probation

--oo00oo--

Thanks to a reader for spotting this in the House of Lords:-
Lord Elm Crossbench 2:39 pm, 31st October 2017
My Lords, will the Minister publish the review of telephone supervision in Rutland?
Lord Oak The Advocate-General for Scotland, Lords Spokesperson (Ministry of Justice)
My Lords, the review of telephone supervision in Rutland will be published in the spring.

2 comments:

  1. Telephone supervision in Rutland is a scandal and everybody knows it.

    ReplyDelete
  2. Parking at the Rutland office is dreadful.

    ReplyDelete
"""


@pytest.fixture
def chain(tmp_path: Path, embedder: WordEmbedder) -> AnswerChain:
    index = Index(tmp_path, embedder)
    index.put(passages.document(PAGE, "rutland.txt", "0"))
    return AnswerChain(index)


def test_every_quoted_word_stands_in_the_passage_it_cites(chain: AnswerChain) -> None:
    answer = chain.invoke(Asked("telephone supervision in Rutland"))
    cited = {citation.number: citation.passage.text for citation in answer.citations}
    assert answer.sentences
    for sentence in answer.sentences:
        assert sentence.quoted and sentence.citations
        assert all(words in cited[sentence.citations[0]] and words in sentence.text for words in sentence.quoted)


def test_official_findings_come_before_parliament_and_a_comment_is_left_out_unless_asked_for(chain: AnswerChain) -> None:
    answer = chain.invoke(Asked("telephone supervision in Rutland"))
    standing = [citation.passage.kind for citation in answer.citations]
    assert standing == sorted(standing, key=lambda kind: kind.authority)
    assert Kind.INSPECTION_REPORT in standing and Kind.COMMENT not in standing
    asked_for = chain.invoke(Asked("what do readers say of telephone supervision in Rutland"))
    assert Kind.COMMENT in [citation.passage.kind for citation in asked_for.citations]


def test_a_comment_is_used_where_nothing_else_speaks_and_is_called_what_it_is(chain: AnswerChain) -> None:
    answer = chain.invoke(Asked("parking dreadful at the Rutland office"))
    assert [citation.passage.kind for citation in answer.citations] == [Kind.COMMENT]
    assert answer.sentences[0].text.startswith("An anonymous reader claimed, unverified")


def test_a_question_in_the_lords_comes_with_the_ministers_answer(chain: AnswerChain) -> None:
    answer = chain.invoke(Asked("will the Minister publish the review of telephone supervision in Rutland"))
    speakers = [citation.passage.speaker for citation in answer.citations]
    assert "Lord Elm" in speakers and "Lord Oak" in speakers
    assert any(sentence.text.startswith("Answering Lord Elm, Lord Oak") for sentence in answer.sentences)


def test_nothing_is_quoted_twice_and_the_answer_is_no_dump(chain: AnswerChain) -> None:
    answer = chain.invoke(Asked("telephone supervision in Rutland"))
    quoted = [words for sentence in answer.sentences for words in sentence.quoted]
    assert len(quoted) == len(set(quoted)) <= 6
    assert len({citation.passage.id for citation in answer.citations}) == len(answer.citations)


def test_a_place_nobody_mentions_is_refused_by_name_and_the_coverage_is_told(chain: AnswerChain) -> None:
    answer = chain.invoke(Asked("telephone supervision in Cornwall and Devon"))
    assert answer.abstained and not answer.sentences and not answer.citations
    assert "Cornwall" in (answer.reason or "") and "1 document from" in (answer.reason or "")


def test_an_empty_collection_refuses_and_says_how_to_fill_it(tmp_path: Path, embedder: WordEmbedder) -> None:
    answer = AnswerChain(Index(tmp_path, embedder)).invoke(Asked("anything at all?"))
    assert answer.abstained and "briefing index add" in (answer.reason or "")


def test_the_answer_streams_sentence_by_sentence_and_the_last_is_the_whole(chain: AnswerChain) -> None:
    grown = list(chain.stream(Asked("telephone supervision in Rutland")))
    assert [len(answer.sentences) for answer in grown] == list(range(len(grown))) and len(grown) > 1
    assert grown[-1] == chain.invoke(Asked("telephone supervision in Rutland"))


@pytest.mark.parametrize("question", ["", "   ", "x" * (LONGEST_QUESTION + 1)])
def test_an_empty_or_endless_question_is_refused_in_one_line(chain: AnswerChain, question: str) -> None:
    with pytest.raises(BadQuestion) as error:
        chain.invoke(Asked(question))
    assert len(str(error.value)) < 120 and "\n" not in str(error.value)


def test_names_are_told_from_general_words_and_found_under_other_names() -> None:
    assert names("What did the Minister say about Cornwall in mid-2017?") == ["Cornwall", "2017"]
    assert mentions("the risk of serious recidivism score", "RSR") and not mentions("the risk of harm score", "RSR")
    assert mentions("hm inspectorate of probation said", "HMIP")
    assert mentions("sodexo’s plan", "Sodexo") and not mentions("sodexology", "Sodexo")


def test_the_same_words_in_two_documents_are_cited_once(tmp_path: Path, embedder: WordEmbedder) -> None:
    index = Index(tmp_path, embedder)
    words = "Hedgehogs crossed the Rutland bypass in record numbers."
    for name in ("one", "two"):
        passage = Passage(f"{name}#1", name, 1, words, Kind.ARTICLE, "para 1")
        index.put(Document(name, f"Document {name}", Kind.ARTICLE, f"{name}.txt", name, (passage,)))
    answer = AnswerChain(index).invoke(Asked("hedgehogs on the Rutland bypass"))
    assert len(answer.citations) == 1 and len(answer.as_json()["citations"][0]["also_in"]) == 1


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("What did Lord Keen say about caseloads?", "Lord Keen of Elie"),
        ("What did Lord Keen of Elie say about caseloads?", "Lord Keen of Elie"),
        ("Did Glenys Stacey criticise open booths?", "Dame Glenys Stacey"),
        ("According to Frances Crook, what failed?", "Frances Crook"),
        ("What was said to Lord Keen about caseloads?", None),
        ("What are caseloads like?", None),
    ],
)
def test_a_question_for_one_persons_words_is_known_from_one_that_only_names_them(question: str, who: str | None) -> None:
    assert whose_words(question, ["Lord Keen of Elie", "Dame Glenys Stacey", "Frances Crook"]).person == who


def test_asked_for_one_persons_words_nobody_elses_are_given(chain: AnswerChain) -> None:
    answer = chain.invoke(Asked("What did Lord Oak say about the review of telephone supervision in Rutland?"))
    assert {citation.passage.speaker for citation in answer.citations} == {"Lord Oak"}


def test_words_of_somebody_who_does_not_speak_here_are_refused_by_name(chain: AnswerChain) -> None:
    for question, who in (("What did Lord Ponsonby propose on Rutland?", "Lord Ponsonby"), ("How did Nacro respond on telephone supervision?", "Nacro")):
        answer = chain.invoke(Asked(question))
        assert answer.abstained and f"Nothing in it is said by {who}" in (answer.reason or "")


def test_a_capital_at_the_start_of_a_sentence_or_throughout_names_nobody() -> None:
    assert names("Why not? What then? The hubs in Rutland.") == ["Rutland"]
    assert names("WHAT DID THEY SAY ABOUT RUTLAND?") == []
    assert names("Was Sodexo’s plan Labour's?") == ["Sodexo", "Labour"]


def test_no_answer_has_an_empty_quotation(chain: AnswerChain) -> None:
    for question in ("telephone supervision in Rutland", "What did Lord Elm ask about the review?", "ninety cases each in Rutland"):
        assert all(all(sentence.quoted) and "“”" not in sentence.text for sentence in chain.invoke(Asked(question)).sentences)


def test_what_a_body_says_is_looked_for_among_its_own_words_however_many_others_speak_of_it(tmp_path: Path, embedder: WordEmbedder) -> None:
    index = Index(tmp_path, embedder)
    others = [Passage(f"o#{n}", "o", n, f"Napo on hubs and pay, said reader {n}.", Kind.COMMENT, f"comment {n}") for n in range(1, 40)]
    index.put(Document("o", "Readers", Kind.ARTICLE, "o.txt", "o", tuple(others)))
    own = Passage("n#1", "n", 1, "The hubs and the pay of officers are a disgrace to everybody.", Kind.PRESS_RELEASE, "para 1", speaker="Napo", body="Napo")
    index.put(Document("n", "A statement", Kind.PRESS_RELEASE, "n.txt", "n", (own,)))
    hits, asked = search(index, "What did Napo say on hubs and pay?", 10, NO_LIMITS)
    assert asked.name == "Napo" and [hit.passage.id for hit in hits] == ["n#1"]


def test_a_person_outside_the_limits_set_is_not_called_silent_in_the_whole_collection(chain: AnswerChain) -> None:
    answer = chain.invoke(Asked("What did Lord Oak say about the review?", filters=Filters(since="2019")))
    assert answer.abstained and "Nothing within the limits set is said by Lord Oak" in (answer.reason or "")


# the place that is asked about ------------------------------------------------------------------------------------------


def found(n: int, text: str) -> Hit:
    passage = Passage(f"d#{n}", "d", n, text, Kind.INSPECTION_REPORT, f"para {n}", body="HM Inspectorate of Probation")
    return Hit(n, 5.0 - n / 10, passage, "A report", None, "/saved/d.txt", Found(1.0, 0.5, 0.1, Look(0.0, ())))


ELSEWHERE = found(1, "In Wexshire supervision relied too much on the telephone.")
THERE = found(2, "In Harrowdale nobody answered the telephone at the hub.")


@pytest.mark.parametrize(
    ("question", "admitted"),
    [
        ("What was said of the telephone in Harrowdale?", [THERE]),
        ("What was said of the telephone in Wexshire?", [ELSEWHERE]),
        ("What was said of the telephone in Marling?", [ELSEWHERE, THERE]),
        ("What did Harrowdale say of the telephone?", [ELSEWHERE, THERE]),
    ],
)
def test_of_a_place_that_is_asked_about_only_what_mentions_it_is_quoted(question: str, admitted: list[Hit]) -> None:
    assert selection._admitted(question, [ELSEWHERE, THERE]) == admitted
