"""Sentences of several statements, passages and voices; what a check asks of closeness; claims against bare texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.verify.check import check, check_claim, prepare
from assistant.verify.evidence import Evidence
from assistant.verify.normal import cited_in
from assistant.verify.verdict import Fault, Verdict
from assistant.verify.voices import voice
from corpus.document import Mark
from tests.verified import ANSWER, COMMENT, MINISTER, REPORT, judged


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


def test_a_sentence_that_begins_as_one_passage_and_ends_as_another_is_spliced() -> None:
    one = replace(REPORT, text="This was a matter that recurred in the evidence. Staff had considered it before the flood came.")
    other = replace(REPORT, text="The plans were considered by staff before the flood came. It was a matter for them, and one that recurred.")
    stitched = "The inspectors reported that this was a matter that recurred and considered by staff before the flood came."
    assert judged(stitched, one, other).fault is Fault.SPLICE
    assert judged("The inspectors reported that this was a matter that recurred in the evidence.", one, other).supported


def test_a_later_statement_may_have_a_voice_of_its_own_without_a_verb() -> None:
    gapped = "Lord Oak said that takings fell by 40 per cent, and the Ministry of Tides that it employed 1,200 wardens."
    named = "Lord Oak said that takings fell by 40 per cent, and Ada Merrow that there are no plans to employ more wardens."
    assert judged(named, MINISTER, ANSWER).rests_on == (1, 2)
    assert not judged(named.replace("Ada Merrow", "Bo Birch"), MINISTER, ANSWER).supported
    assert not judged(gapped.replace("1,200", "12,400"), MINISTER, ANSWER).supported


def test_another_reader_says_what_another_comment_says() -> None:
    other = replace(COMMENT, text="The roof of the pier has a hole and the rain comes in.")
    both = "One anonymous reader commented that the hub is a disgrace, and another that the roof of the pier has a hole."
    assert judged(both, COMMENT, other).rests_on == (1, 2)
    assert not judged(both.replace("the roof of the pier", "the roof of the hub"), COMMENT, other).supported
    assert not judged("Lord Oak said that takings fell by 40 per cent, and another that two-thirds of the traders have left.", MINISTER, MINISTER).supported


def test_a_clause_with_a_year_before_its_voice_is_checked_by_itself() -> None:
    both = "In 2013 the Ministry of Tides answered that it employed 1,200 wardens, and in 2018 Lord Oak said that takings fell by 40 per cent."
    assert judged(both, MINISTER, ANSWER).supported
    assert judged(both.replace("2018", "2017"), MINISTER, ANSWER).fault is Fault.DATE


def test_a_statement_that_goes_on_with_the_subject_of_the_first_rests_on_a_passage_that_names_it() -> None:
    other = replace(REPORT, text="Elmshire also lost the records of offenders when its computer system broke down.")
    sentence = "According to HM Inspectorate of Probation, Elmshire was not good enough at supervision, and lost the records of offenders."
    assert judged(sentence, REPORT, other).rests_on
    assert not judged(sentence, REPORT, replace(other, text=other.text.replace("Elmshire", "Sandport"))).supported


def test_a_mark_in_round_brackets_is_a_citation_only_at_the_end_and_of_a_passage_cited() -> None:
    assert cited_in("It was shut (1).", {1}) == ("It was shut.", [1])
    for text in ("It was shut under section 4(1).", "It was shut under section 4 (1).", "See paragraph (1).", "(1) It was shut.", "It was shut (2)."):
        assert cited_in(text, {1}) == (text, [])


def test_a_clause_with_a_voice_of_its_own_is_not_compared_with_the_passages_of_others() -> None:
    other = replace(ANSWER, text=f"{ANSWER.text} Its income fell as well.")
    both = "Lord Oak said that income fell by 40 per cent, while the Ministry of Tides answered that it employed 1,200 wardens."

    def closeness(sentence: str, texts: Sequence[str]) -> list[float]:
        return [0.9] * len(texts)

    assert check(both, [Evidence(1, MINISTER, "Another day"), Evidence(2, other, "Another day")], closeness).supported


def test_a_word_that_may_stand_for_one_of_the_passage_is_not_taken_from_another() -> None:
    other = replace(REPORT, text="Many jobs in Sandport went.")
    assert judged(
        "HM Inspectorate of Probation found that some 45 staff had left their jobs.", replace(REPORT, text="Some 45 staff had left their posts."), other
    ).supported


def test_many_strange_words_are_not_borne_however_near_each_is() -> None:
    def closeness(sentence: str, texts: Sequence[str]) -> list[float]:
        return [0.9] * len(texts)

    sentence = "The inspectorate reported that complaints were pertinent, artful and gentle."
    assert check(sentence, [Evidence(1, REPORT, "Another day")], closeness).fault is Fault.SUBJECT


def test_a_date_before_a_body_is_no_part_of_its_name() -> None:
    assert voice("In November 2015 HM Inspectorate of Probation").persons == ()
