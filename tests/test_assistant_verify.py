"""A sentence is shown only where the passage it cites bears it out: one true sentence of every sort, and each way of getting it wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.verify.verdict import Fault
from corpus.document import Kind, Passage
from tests.verified import ACCOUNT, ANSWER, COMMENT, DIGEST, MINISTER, PLANTS, REPORT, SURVEY, TABLE, TOWNS, judged

SCOTS = replace(
    REPORT,
    text="The Fishing (Scotland) Act 2006 was passed by the Scottish Parliament. The letter gives the extent of change in the State Pension age. It was sent "
    "to the Secretary of State for Work and Pensions.",
)
COVID = replace(
    REPORT,
    text="The plans were old. New clause 6 about agreements under section [Power to enter into agreements with bodies]. The strategy develops a number of "
    "announcements in the Digital Britain report for the whole UK.",
    kind=Kind.INQUIRY_REPORT, speaker="UK Covid-19 Inquiry", body="UK Covid-19 Inquiry", origin=None,
)  # fmt: skip
LENT = replace(COMMENT, text="At the end of the summer, less than 1% of the Company’s shares were on loan, a figure that has climbed to over 12% since then.")
SENT = replace(COMMENT, text="The rejection rate of forms was high, and many were returned for errors.")
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
    (PLANTS, "To take one example, the inspectors found that the Salt Works had its own Merrow Board."),
    (PLANTS, "The inspectors found that the risk of flooding in Sandport or Merrow was growing."),
    (PLANTS, "The inspectors reported that the older figures are for Great Britain, while those since 1997 are for the United Kingdom."),
    (PLANTS, "The inspectors found that two owners were told within three years."),
    (PLANTS, "Sandport Council concluded that the Merrow Board should have warned the owners in May 2012."),
    (MINISTER, "Lord Oak of Merrow, for the Government, replied that two-thirds of the traders have left."),
    (MINISTER, "“Two-thirds of the traders have left”, replied Lord Oak of Merrow, for the Government."),
    (MINISTER, "Two-thirds of the traders have left, said Lord Oak (1)."),
    (SURVEY, "In April 2017 HM Inspectorate of Probation found that telephone supervision in Elmshire was used for 40% of cases."),
    (replace(ACCOUNT, text="I am approaching my 15-year anniversary in the office."), "A practitioner of almost 15 years in the office wrote this."),
    (
        replace(REPORT, text="The traders were alarmed by the risk.", headings=("A scandal",)),
        "HM Inspectorate of Probation reported that the risk alarmed traders.",
    ),
    (replace(COMMENT, text="The Council should have made an attempt to mend it."), "A reader commented that the Council made no attempt to mend it."),
    (LENT, "An anonymous reader commented that the share of Company stock on loan had risen from under 1% at the end of summer to more than 12%."),
    (SENT, "A reader commented that many forms were sent back for errors."),
    (SCOTS, "HM Inspectorate of Probation reported that the Fishing (Scotland) Act 2006 was passed by Holyrood."),
    (replace(COMMENT, text="The owners do not seem to have thought of the tide."), "A reader said that the owners had not thought of the tide."),
    (replace(COMMENT, text="Anti-semitism was found in the harbour office."), "A reader found antisemitic words in the office of the harbour."),
    (replace(ANSWER, body="Foreign, Commonwealth and Development Office"), "The Foreign Office answered that it has no plans to employ more wardens."),
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
    (
        PLANTS,
        "The inspectors found that, to take one example, the Merrow Board had its own Salt Works, which sat within its Tides Directorate.",
        Fault.NAME,
        "Salt",
    ),
    (PLANTS, "The inspectors reported that the risk of flooding in the Salt Works was growing.", None, ""),
    (PLANTS, "The Merrow Board concluded that Sandport Council should have warned the owners in May 2012.", Fault.SPEAKER, "Inspectorate"),
    (PLANTS, "The inspectors found that this report gives the position at 15 July 2009.", Fault.DATE, "16 October 2010"),
    (PLANTS, "The inspectors found that the charge was raised to 50 per cent.", Fault.NUMBER, "70"),
    (PLANTS, "The inspectors found that the older figures are for the UK, those since 1997 for Great Britain.", Fault.NAME, "Great Britain"),
    (PLANTS, "The inspectors found that the dangerous risk of flooding in Merrow or Sandport was growing.", Fault.SUBJECT, "dangerous"),
    (PLANTS, "HM Inspectorate of Probation called the Tides Directorate a great success.", Fault.SUBJECT, "success"),
    (replace(SURVEY, headings=("A scandal",)), "HM Inspectorate of Probation called telephone supervision in Elmshire a scandal.", Fault.SUBJECT, "scandal"),
    (replace(REPORT, text="This suggests that the hub needs more staff."), "This suggests that the hub needs more staff.", Fault.STANCE, "view"),
    (replace(SURVEY, headings=("A scandal",)), "The inspectors thought it scandalous that 40% of Elmshire supervision was by telephone.", Fault.SUBJECT, ""),
    (SCOTS, "HM Inspectorate of Probation reported that the Fishing (Scottish Parliament) Act 2006 was passed by Scotland.", Fault.NAME, ""),
    (
        SCOTS,
        "HM Inspectorate of Probation reported that the letter gives the extent of change in the Secretary of State for Work and Pensions age.",
        Fault.NAME,
        "",
    ),
    (COVID, "The Chairman’s inquiry report says that the plans were old.", Fault.SPEAKER, "chair"),
    (
        COVID,
        "UK Covid-19 Inquiry’s inquiry report says: “new clause 6 about agreements under section [Power to enter into agreements with gulls]”.",
        Fault.QUOTATION,
        "",
    ),
    (COVID, "UK Covid-19 Inquiry reported that the strategy develops a number of announcements in the UK report.", Fault.NAME, "Digital Britain"),
    (REPORT, "The Chairman’s inspection report says that some 45 officers had left.", Fault.SPEAKER, "chair"),
    (
        replace(REPORT, text="“[W]hen the tide is high, the hub is shut.”"),
        "The inspection report says: “[Tell]hen the tide is high, the hub is shut.”",
        Fault.QUOTATION,
        "",
    ),
    (MINISTER, "Lord Oak of Merrow, for the Opposition, replied that two-thirds of the traders have left.", Fault.OFFICE, "for the Opposition"),
    (SURVEY, "In November 2015 HM Inspectorate of Probation found that telephone supervision in Elmshire was used for 40% of cases.", Fault.DATE, "2017"),
    (MINISTER, "Two-thirds of the traders have left under section 4 (1).", Fault.NUMBER, "4"),
]


@pytest.mark.parametrize(("passage", "sentence", "fault", "told"), WRONG)
def test_what_does_not_follow_is_withheld_and_the_reason_says_what_the_passage_has(passage: Passage, sentence: str, fault: Fault | None, told: str) -> None:
    verdict = judged(sentence, passage)
    assert not verdict.supported and verdict.reason and "\n" not in verdict.reason
    assert fault in (None, verdict.fault) and told in verdict.reason, verdict
