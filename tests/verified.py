"""Small passages of every sort that sentences are checked against, and a check of a sentence that cites them all."""

from __future__ import annotations

from dataclasses import replace

from assistant.verify.check import check
from assistant.verify.evidence import Evidence
from assistant.verify.verdict import Verdict
from corpus.document import About, Kind, Origin, Passage

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
PLANTS = replace(
    REPORT,
    text="To take one example, the Salt Works had its own Merrow Board, which sat within its Tides Directorate. Letters went out in April 2009, but Sandport "
    "Council concluded that the Merrow Board should have warned the owners in May 2012. Progress has been made since the report of 15 July 2009. This report "
    "gives the position at 16 October 2010. The charge was raised to 70 per cent compared with only 50 per cent in the year before the crisis. The older "
    "figures are for Great Britain, those since 1997 for the UK. Both owners were told within 36 months."
    " The risk of flooding in Merrow or Sandport was growing. The Pensions (Elmshire) Act was passed by the Elmshire Parliament.",
)
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
    """What the check makes of a sentence that cites these passages."""
    return check(sentence, [Evidence(number, passage, "Another day", None) for number, passage in enumerate(passages, 1)])
