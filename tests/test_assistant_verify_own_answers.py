"""Our own answers by quotation hold, whatever kind of source they quote; the hostile benchmark's smallest run lets nothing exact through."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.quotation import answer
from assistant.verify.check import check
from assistant.verify.evidence import Evidence
from corpus.document import About, Kind, Mark, Origin, Passage
from index.hits import Found, Hit
from index.matching import Match
from index.rerank import Look
from index.rows import Entry
from tests.conftest import SHARED

WORDS = "The pier at Merrow was closed in 2016 because its timbers had rotted. It will not be opened again before 2020."
PLAIN = Passage("d#1", "d", 1, WORDS, Kind.DEBATE, "col 5", speaker="Lord Oak of Merrow", body="House of Lords", date="2018-03-03")
ABOUT = About(Kind.DEBATE, "a Lords question", "House of Lords", "Lord Oak", "Minister", date="2018-03-03", locator="Contribution 2")
THROUGH = Origin("‘Another “grim” day’, 20 April 2017")
MINISTRY, INSPECTORS = "Ministry of Justice", "HM Inspectorate of Probation"
_NEEDS_CLOSENESS = "wrong citation, same voice"  # by shared words alone a speaker’s other question is now and then too much like it
KINDS = [
    PLAIN,
    replace(PLAIN, office="The Parliamentary Under-Secretary of State, Ministry of Justice"),
    replace(PLAIN, party="Conservative", reply_to="d#0"),
    replace(PLAIN, speaker=None),
    replace(PLAIN, speaker="The Prime Minister", body="House of Commons"),
    replace(PLAIN, speaker=None, mark=Mark.DIVISION),
    replace(PLAIN, text="Will the Minister open the pier at Merrow again, and when?"),
    replace(PLAIN, text="He asked me: “Is the pier at Merrow closed for ever?” I said that it was."),
    replace(PLAIN, origin=Origin("comment 5 on ‘Another day’")),
    replace(PLAIN, kind=Kind.WRITTEN_QUESTION, body="House of Commons", text="To ask the Secretary of State, when the pier at Merrow will be opened."),
    replace(PLAIN, kind=Kind.WRITTEN_QUESTION, speaker=None, body=MINISTRY, reply_to="d#0"),
    replace(PLAIN, kind=Kind.WRITTEN_QUESTION, speaker=None, body="Department for Environment, Food and Rural Affairs", reply_to="d#0"),
    replace(PLAIN, kind=Kind.WRITTEN_STATEMENT, office="Minister of State"),
    replace(PLAIN, kind=Kind.ORAL_EVIDENCE, office="Director", body="Tidewatch"),
    replace(PLAIN, kind=Kind.WRITTEN_EVIDENCE, speaker=None, body="Prison Reform Trust"),
    replace(PLAIN, kind=Kind.INSPECTION_REPORT, speaker=INSPECTORS, body=INSPECTORS, headings=("Overall findings",), origin=THROUGH, date="2017-04-20"),
    replace(PLAIN, kind=Kind.INSPECTION_REPORT, speaker="Dame Ann Ash", office="HM Chief Inspector of Probation", body=INSPECTORS, headings=("Foreword",)),
    replace(PLAIN, kind=Kind.COMMITTEE_REPORT, speaker="Justice Committee", body="Justice Committee", headings=("The hubs — a view",)),
    replace(PLAIN, kind=Kind.GOVERNMENT_REPORT, speaker="HM Government", body="HM Government", date="2026-01"),
    replace(PLAIN, kind=Kind.INQUIRY_REPORT, speaker="UK Covid-19 Inquiry", body="UK Covid-19 Inquiry"),
    replace(PLAIN, kind=Kind.PRESS_RELEASE, speaker="Howard League for Penal Reform", body="Howard League for Penal Reform"),
    replace(PLAIN, kind=Kind.PRESS_RELEASE, speaker="Dame Ann Ash", office="HM Chief Inspector of Probation", body="Napo"),
    replace(PLAIN, kind=Kind.ARTICLE, speaker=None, body=None),
    replace(PLAIN, kind=Kind.ARTICLE, speaker=None, body="Daily Tide", origin=THROUGH),
    replace(PLAIN, kind=Kind.TESTIMONY, speaker=None, body=None, date=None),
    replace(PLAIN, kind=Kind.COMMENT, speaker=None, body=None, locator="comment 5, reply 7", date=None),
    replace(PLAIN, kind=Kind.COMMENT, speaker="Old Hand", body=None, locator="comment 5", date=None),
    replace(PLAIN, kind=Kind.DIGEST, speaker=None, about=ABOUT),
    replace(PLAIN, kind=Kind.DIGEST, speaker=None, about=replace(ABOUT, kind=Kind.INSPECTION_REPORT, body=INSPECTORS, speaker=None)),
    replace(PLAIN, kind=Kind.DIGEST, speaker=None, about=replace(ABOUT, kind=Kind.COMMENT, body=None, speaker=None)),
]  # fmt: skip


class Record:
    """A collection in which every text is as like the question as any other, and every reply answers Ada Merrow."""

    def match(self, question: str, texts: list[str]) -> list[tuple[Match, ...]]:
        return [(Match("pier", 1.0, 1.0),) for _ in texts]

    def replies(self, passage: Passage) -> list[Entry]:
        return []

    def speaker_of(self, passage_id: str) -> str | None:
        return "Ada Merrow"


def hit(passage: Passage, rank: int = 1) -> Hit:
    return Hit(rank, 1.0, passage, "Another “grim” day", "The Tide", "page.txt", Found(1.0, 1.0, 1.0, Look(1.0, (Match("pier", 1.0, 1.0),))))


@pytest.mark.parametrize("passage", KINDS, ids=lambda passage: f"{passage.kind}-{passage.speaker}")
def test_a_quotation_with_our_lead_in_holds(passage: Passage) -> None:
    told, cited = answer("when was the pier closed", [hit(passage)], Record())
    verdicts = [check(sentence.text, [c for c in cited if c.number in sentence.citations], asked_by=Record().speaker_of) for sentence in told]
    assert verdicts and all(verdict.supported for verdict in verdicts), [(s.text, v.reason) for s, v in zip(told, verdicts, strict=True)]


@pytest.mark.parametrize("passage", KINDS, ids=lambda passage: f"{passage.kind}-{passage.speaker}")
def test_the_same_quotation_with_a_word_changed_does_not(passage: Passage) -> None:
    told, cited = answer("when was the pier closed", [hit(passage)], Record())
    changed = told[0].text.replace("pier at", "quay at")
    assert changed != told[0].text and not check(changed, cited, asked_by=Record().speaker_of).supported


def test_the_same_quotation_credited_to_another_kind_of_source_does_not() -> None:
    for passage in KINDS:
        if passage.kind is not Kind.INSPECTION_REPORT and passage.standing is not Kind.INSPECTION_REPORT:
            assert not check(f"HM Inspectorate of Probation’s inspection report says: “{passage.text}”", [Evidence(1, passage, "t")]).supported, passage


@pytest.mark.shared
@pytest.mark.slow
def test_of_mutated_real_sentences_none_of_the_exact_classes_is_shown() -> None:
    import random

    from tests.hostile.exact import EXACT
    from tests.hostile.truths import documents, mutants, pool_of, truths

    if not (SHARED / "sources").is_dir():
        pytest.skip("the real sources (../shared/sources) are not on this machine")
    found = documents(SHARED / "sources" / "probation") + documents(SHARED / "sources" / "hansard-archive")
    items = truths(found, random.Random(4), 60)
    pool = pool_of(items, found)
    made = [(name, text, true) for name, mutate in EXACT.items() if name != _NEEDS_CLOSENESS for text, true in mutants(name, mutate, pool, 20)]
    assert len(made) > 150
    assert not [(name, text) for name, text, true in made if check(text, true.evidence).supported]
