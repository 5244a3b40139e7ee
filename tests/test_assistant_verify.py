"""A sentence is shown only where the passages it cites bear it out: one true sentence of every sort, and each way of getting it wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from assistant.verify.check import check, check_claim, prepare
from assistant.verify.evidence import Evidence
from assistant.verify.verdict import Fault, Verdict
from corpus.document import About, Kind, Mark, Origin, Passage

MINISTER = Passage(
    "d#1", "d", 1,
    "The pier at Merrow was closed on 4 May 2016. In 2015 it had 12,400 visitors, and in 2014 it had 9,100. We will not reopen it before the sea "
    "wall is mended, "
    "which may cost up to £277 million. Two-thirds of the traders have left. Takings fell by 40 per cent.",
    Kind.DEBATE, "col 517", speaker="Lord Oak of Merrow", office="Parliamentary Under-Secretary of State for Tides", body="House of Lords", date="2018-03-03",
)  # fmt: skip
REPORT = Passage(
    "r#1", "r", 1,
    "Supervision in Elmshire was not good enough. Some 45 officers had left, at least 30 of them since January 2017. Mr Birch said that “the "
    "caseload has become "
    "quite impossible to manage”. The number of complaints rose from 110 to 180. All the hubs that we visited were clean.",
    Kind.INSPECTION_REPORT, "para 3", speaker="HM Inspectorate of Probation", body="HM Inspectorate of Probation", date="2017-04-20", headings=("Leadership",),
    origin=Origin("‘Another day’, 20 April 2017"),
)  # fmt: skip
SURVEY = replace(REPORT, text="We found that telephone supervision in Elmshire was used for 40% of cases.")
TOWNS = replace(REPORT, text="Staff in Merrow were moved to the hub in Sandport. Some 90 homes were flooded in the spring and 40 in the autumn of that year.")
ANSWER = Passage(
    "q#2", "q", 2, "The Ministry of Tides employed 1,200 wardens on 31 March 2013. It has no plans to employ more.",
    Kind.WRITTEN_QUESTION, "PQ 5460", speaker="Ada Merrow", body="Ministry of Tides", date="2013-11-06", reply_to="q#1",
)  # fmt: skip
COMMENT = Passage("p#5", "p", 5, "The new hub in Elmshire is a disgrace and nobody answers the telephone there.", Kind.COMMENT, "comment 5")
ACCOUNT = replace(COMMENT, id="p#6", kind=Kind.TESTIMONY, locator="account 1")
DIGEST = Passage(
    "g#1", "g", 1, "Lord Oak defended the closing of the pier.", Kind.DIGEST, "para 1",
    about=About(Kind.DEBATE, "a Lords question", "House of Lords", "Lord Oak of Merrow", "Minister", date="2018-03-03", locator="Contribution 2"),
)  # fmt: skip
TABLE = replace(ANSWER, text="Year | Orders\n2013/14 | 6,023\n2014/15 | 5,907")


def judged(sentence: str, *passages: Passage) -> Verdict:
    return check(sentence, [Evidence(number, passage, "Another day", None) for number, passage in enumerate(passages, 1)])


TRUE = [
    (MINISTER, "Lord Oak, the minister, told the House on 3 March 2018 that the pier at Merrow was closed on 4 May 2016."),
    (MINISTER, "Lord Oak of Merrow said the sea wall may cost up to £277m [1]."),
    (MINISTER, "According to Lord Oak, two thirds of the traders have left."),
    (MINISTER, "The then Under-Secretary of State for Tides said that the pier would not be reopened before the sea wall had been mended."),
    (MINISTER, "Takings fell by 40%, Lord Oak told peers."),
    (MINISTER, "Lord Oak said that in 2015 the pier had 12,400 visitors."),
    (MINISTER, "Lord Oak said: “Two-thirds of the traders have left … Takings fell by 40 per cent.”"),
    (MINISTER, "“We will not reopen it,” Lord Oak said, “before the sea wall is mended”."),
    (REPORT, "HM Inspectorate of Probation’s inspection report of 20 April 2017 says that some 45 officers had left."),
    (REPORT, "HMI Probation found that the number of complaints rose from 110 to 180."),
    (REPORT, "Mr Birch said that the caseload had become impossible to manage."),
    (REPORT, "The inspectors reported that 45 officers or so had left."),
    (ANSWER, "The Ministry of Tides employed 1,200 wardens on 31 March 2013."),
    (ANSWER, "In a written answer on 6 November 2013 Ada Merrow said that there are no plans to employ more wardens."),
    (COMMENT, "An anonymous reader called the new hub in Elmshire a disgrace."),
    (ACCOUNT, "An unnamed practitioner said that nobody answers the telephone at the Elmshire hub."),
    (DIGEST, "Our digest of Lord Oak in the House of Lords on 3 March 2018 reads: “Lord Oak defended the closing of the pier.”"),
    (TABLE, "The Ministry of Tides answered that there were 5,907 orders in 2014/15."),
    (SURVEY, "HM Inspectorate of Probation found that supervision in Elmshire was by telephone in 40% of cases."),
    (ANSWER, "The Ministry of Tides had 1,200 wardens on its staff on 31 March 2013."),
    (COMMENT, "An anonymous reader called the hub in Elmshire disgraceful."),
]


@pytest.mark.parametrize(("passage", "sentence"), TRUE)
def test_what_follows_is_shown(passage: Passage, sentence: str) -> None:
    verdict = judged(sentence, passage)
    assert verdict.supported and verdict.fault is None and verdict.rests_on == (1,), verdict


WRONG = [
    (MINISTER, "Lord Oak said that the pier had 12,500 visitors in 2015.", Fault.NUMBER, "12,400"),
    (MINISTER, "Lord Oak said that the sea wall may cost up to £277 billion.", Fault.NUMBER, "£277 million"),
    (MINISTER, "Lord Oak said that the sea wall may cost at least £277 million.", Fault.NUMBER, "at most £277 million"),
    (MINISTER, "Lord Oak said that three-quarters of the traders have left.", Fault.NUMBER, "Two-thirds"),
    (MINISTER, "Lord Oak said that takings fell by 40 percentage points.", Fault.NUMBER, "40 per cent"),
    (MINISTER, "Lord Oak said that in 2014 the pier had 12,400 visitors.", Fault.DATE, "2015"),
    (MINISTER, "Lord Oak said that the pier at Merrow was closed on 5 May 2016.", Fault.DATE, "4 May 2016"),
    (MINISTER, "Lord Oak told the House on 4 March 2018 that the pier at Merrow was closed.", Fault.DATE, "3 March 2018"),
    (MINISTER, "Lord Oak said that the pier at Sandport was closed on 4 May 2016.", Fault.NAME, "Sandport"),
    (MINISTER, "Lord Ash said that the pier at Merrow was closed on 4 May 2016.", Fault.SPEAKER, "Lord Oak of Merrow"),
    (MINISTER, "Lord Oak of Sandport said that two-thirds of the traders have left.", Fault.SPEAKER, "Lord Oak of Merrow"),
    (MINISTER, "Baroness Oak said that two-thirds of the traders have left.", Fault.SPEAKER, "Lord Oak of Merrow"),
    (MINISTER, "Lord Oak, the Secretary of State for Tides, said that two-thirds of the traders have left.", Fault.OFFICE, "Under-Secretary"),
    (MINISTER, "Lord Oak, the Shadow Minister for Tides, said that two-thirds of the traders have left.", Fault.OFFICE, "Under-Secretary"),
    (MINISTER, "Lord Oak told the House of Commons that two-thirds of the traders have left.", Fault.ATTRIBUTION, "House of Lords"),
    (MINISTER, "Lord Oak’s report says that two-thirds of the traders have left.", Fault.KIND, "debate"),
    (MINISTER, "Lord Oak said that the pier will be reopened before the sea wall is mended.", Fault.NEGATION, ""),
    (MINISTER, "Lord Oak said that two-thirds of the traders have not left.", Fault.NEGATION, "not"),
    (MINISTER, "Lord Oak denied that two-thirds of the traders have left.", Fault.NEGATION, "denied"),
    (MINISTER, "Lord Oak said that takings rose by 40 per cent.", Fault.DIRECTION, "fell"),
    (MINISTER, "Lord Oak said that the pier will reopen after the sea wall is mended.", None, ""),
    (MINISTER, "Two-thirds of the traders have left.", Fault.STANCE, "Lord Oak of Merrow"),
    (MINISTER, "Lord Oak said that the harbour master keeps forty bees.", None, ""),
    (MINISTER, "Lord Oak said: “Two-thirds of the bakers have left.”", Fault.QUOTATION, "traders"),
    (MINISTER, "Lord Oak said: “Takings fell by 40 per cent … Two-thirds of the traders have left.”", Fault.QUOTATION, ""),
    (MINISTER, "Lord Oak said: “We will … reopen it before the sea wall is mended”.", Fault.QUOTATION, ""),
    (MINISTER, "Lord Oak called the wall “very dear indeed”.", Fault.QUOTATION, ""),
    (MINISTER, "Lord Oak said that two-thirds of the traders have left [7].", Fault.UNKNOWN_CITATION, "[7]"),
    (REPORT, "The inspectorate reported that fewer than 30 of the officers had left since January 2017.", Fault.NUMBER, "at least 30"),
    (REPORT, "HM Inspectorate of Prisons found that the number of complaints rose from 110 to 180.", Fault.SPEAKER, "Probation"),
    (REPORT, "HM Inspectorate of Probation said: “the caseload has become quite impossible to manage”.", Fault.SPEAKER, "Birch"),
    (REPORT, "The inspectors reported that some of the hubs that they visited were clean.", Fault.DIRECTION, "All"),
    (REPORT, "Supervision in Elmshire was good enough.", None, ""),
    (ANSWER, "Ada Merrow asked in a written question how many wardens there were, namely 1,200.", Fault.KIND, "written answer"),
    (SURVEY, "HM Inspectorate of Probation called telephone supervision in Elmshire a scandal.", Fault.SUBJECT, "scandal"),
    (SURVEY, "HM Inspectorate of Probation criticised telephone supervision in Elmshire.", Fault.SUBJECT, "criticised"),
    (SURVEY, "HM Inspectorate of Probation praised telephone supervision in Elmshire.", Fault.SUBJECT, "praised"),
    (SURVEY, "HM Inspectorate of Probation found that dangerous telephone supervision in Elmshire was used for 40% of cases.", None, "dangerous"),
    (SURVEY, "HM Inspectorate of Probation found that telephone supervision in Elmshire was banned for 40% of cases.", None, ""),
    (SURVEY, "HM Inspectorate of Probation found that telephone supervision in Elmshire was used for 40% of cases, which alarmed victims.", None, "alarmed"),
    (ANSWER, "The Ministry of Tides sacked 1,200 wardens on 31 March 2013.", None, "sacked"),
    (ANSWER, "The Ministry of Tides painted 1,200 wardens on 31 March 2013.", None, "painted"),
    (MINISTER, "Lord Oak said that visitors to Merrow pier will pay more.", Fault.SUBJECT, "more"),
    (MINISTER, "Lord Oak said that the traders were pleased that the pier at Merrow was closed.", Fault.SUBJECT, "pleased"),
    (COMMENT, "A reader reported that the hub has no telephone line.", Fault.SUBJECT, "line"),
    (COMMENT, "An anonymous reader found in an inspection that the hub is a disgrace.", Fault.KIND, "comment"),
    (TOWNS, "The inspectors found that staff in Sandport were moved to the hub in Merrow.", Fault.NAME, "Merrow"),
    (TOWNS, "The inspectors found that 40 homes were flooded in the spring and 90 in the autumn of that year.", Fault.NUMBER, "90"),
    (ANSWER, "The Ministry of Tides employed 1,200 pilots on 31 March 2014.", Fault.DATE, ""),
    (ANSWER, "The Ministry of Justice answered that it employed 1,200 wardens on 31 March 2013.", Fault.SPEAKER, "Ministry of Tides"),
    (COMMENT, "An inspection report called the new hub in Elmshire a disgrace.", Fault.KIND, "comment"),
    (COMMENT, "The new hub in Elmshire is a disgrace.", Fault.STANCE, "reader"),
    (ACCOUNT, "Inspectors found that nobody answers the telephone at the Elmshire hub.", Fault.KIND, "practitioner"),
    (DIGEST, "Lord Oak said: “Lord Oak defended the closing of the pier.”", Fault.ATTRIBUTION, "digest"),
    (TABLE, "The Ministry of Tides answered that there were 5,907 orders in 2013/14.", Fault.DATE, "2014/15"),
]


@pytest.mark.parametrize(("passage", "sentence", "fault", "told"), WRONG)
def test_what_does_not_follow_is_withheld_and_the_reason_says_what_the_passage_has(passage: Passage, sentence: str, fault: Fault | None, told: str) -> None:
    verdict = judged(sentence, passage)
    assert not verdict.supported and verdict.reason and "\n" not in verdict.reason
    assert fault in (None, verdict.fault) and told in verdict.reason, verdict


def test_a_sentence_without_a_citation_fails() -> None:
    assert check("The pier was closed.", []).fault is Fault.NO_CITATION


def test_two_passages_are_not_run_into_one_statement() -> None:
    other = replace(REPORT, text="The new computer system in Elmshire lost the records of most offenders under supervision.")
    spliced = "HM Inspectorate of Probation found that the number of complaints rose after the computer system lost the records of most offenders."
    assert judged(spliced, REPORT, other).fault is Fault.SPLICE
    joined = (
        "HM Inspectorate of Probation found that the number of complaints rose, and HM Inspectorate of Probation found that the computer system lost records."
    )
    assert judged(joined, REPORT, other).supported


def test_each_clause_with_a_speaker_of_its_own_is_checked_by_itself() -> None:
    both = "Lord Oak said that takings fell by 40 per cent, while the Ministry of Tides answered that it employed 1,200 wardens."
    assert judged(both, MINISTER, ANSWER).rests_on == (1, 2)
    crossed = "Lord Oak said that the ministry employed 1,200 wardens, while the Ministry of Tides answered that takings fell by 40 per cent."
    assert not judged(crossed, MINISTER, ANSWER).supported


def test_it_rests_on_those_it_cites_that_bear_it() -> None:
    assert judged("Takings fell by 40 per cent, Lord Oak said.", COMMENT, MINISTER).rests_on == (2,)


def test_a_recommendation_and_a_question_are_not_facts() -> None:
    wish = replace(REPORT, text="The area should appoint a second manager for every hub.", mark=Mark.RECOMMENDATION)
    assert judged("The area appoints a second manager for every hub.", wish).fault is Fault.STANCE
    assert judged("The inspectorate recommended that the area appoint a second manager for every hub.", wish).supported
    question = replace(ANSWER, text="To ask the Secretary of State for Tides, whether the pier will be closed.", reply_to=None)
    assert judged("The pier will be closed.", question).fault is Fault.STANCE


def test_what_may_be_is_not_told_as_what_is() -> None:
    risk = replace(REPORT, text="The delay may have harmed the victims.")
    assert judged("The inspectorate found that the delay has harmed the victims.", risk).fault is Fault.STANCE
    assert judged("The inspectorate found that the delay may have harmed the victims.", risk).supported


def test_whom_a_reply_answers_is_asked_of_the_record() -> None:
    sentence = "Answering Bo Birch, Ada Merrow said that there are no plans to employ more."
    evidence = [Evidence(1, ANSWER, "Another day")]
    assert check(sentence, evidence, asked_by=lambda _: "Bo Birch").supported
    assert check(sentence, evidence, asked_by=lambda _: "Cy Cedar").fault is Fault.SPEAKER
    assert check(sentence, evidence).fault is Fault.SPEAKER


def test_closeness_tells_where_words_do_not() -> None:
    def near(value: float) -> Verdict:
        def closeness(sentence: str, texts: Sequence[str]) -> list[float]:
            return [value] * len(texts)

        return check("The inspectorate reported grievances climbing steeply there.", [Evidence(1, REPORT, "Another day")], closeness)

    assert near(0.9).score > near(0.1).score and near(0.1).fault is Fault.MEANING


def test_one_attribution_carries_over_to_a_second_statement_of_another_passage() -> None:
    other = replace(REPORT, text="The new computer system in Elmshire lost the records of most offenders under supervision.")
    sentence = "HM Inspectorate of Probation found that the number of complaints rose from 110 to 180, and that the computer system lost records."
    assert judged(sentence, REPORT, other).rests_on == (1, 2)
    assert not judged(sentence.replace("lost", "kept"), REPORT, other).supported


def test_a_word_not_in_the_passage_is_borne_by_one_near_in_meaning() -> None:
    def closeness(sentence: str, texts: Sequence[str]) -> list[float]:
        return [0.9 if len(sentence.split()) > 1 or (sentence, text) == ("grievances", "complaints") else 0.0 for text in texts]

    sentence = "The inspectorate reported that the number of {} rose from 110 to 180."
    assert check(sentence.format("grievances"), [Evidence(1, REPORT, "Another day")], closeness).supported
    assert not check(sentence.format("pilots"), [Evidence(1, REPORT, "Another day")], closeness).supported


def test_what_checks_will_ask_is_asked_beforehand() -> None:
    asked: set[str] = set()

    def closeness(sentence: str, texts: Sequence[str]) -> list[float]:
        asked.update((sentence, *texts))
        return [0.5] * len(texts)

    evidence = [Evidence(1, REPORT, "Another day")]
    prepare(evidence, closeness)
    known = frozenset(asked)
    check("The inspectorate reported that protests multiplied from 110 to 180.", evidence, closeness)
    assert all("protests" in text or "multiplied" in text or "110" in text for text in asked - known), asked - known


def test_a_claim_is_checked_against_bare_texts() -> None:
    texts = ["The bridge was opened in 1932 and is 504 metres long.", "It was painted grey."]
    assert check_claim("The bridge, opened in 1932, is 504 metres long.", texts).supported
    assert check_claim("The bridge was opened in 1933.", texts).fault is Fault.DATE
    assert check_claim("The bridge was not opened in 1932.", texts).fault is Fault.NEGATION
    assert check_claim("The bridge was opened in 1932.", [" "]).fault is Fault.NO_CITATION
