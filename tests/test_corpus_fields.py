"""What the readers give of the real sources, field by field, against what a person saw in the raw file (for a PDF: on the page).

Every expectation was written down from the file itself before a reader was run on it; only what is the project's own way of
writing (ids, the order within a locator, ``[12]`` for a note's mark, a short name given in full) was put in afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

import pytest

from corpus.document import Kind, Mark, Passage
from corpus.reading import read
from tests.conftest import SHARED

SOURCES = SHARED / "sources"


class Unchecked:
    """Stands where the person did not look."""


UNCHECKED = Unchecked()


@dataclass(frozen=True, slots=True)
class Seen:
    """One passage as a person sees it: found by the ``name`` that its id ends in or by the words it ``begins`` with (below the
    heading ``below``, where they stand in more than one place), then what else is to be seen of it. ``answers`` are the first words
    of what it replies to."""

    file: str
    begins: str
    name: str = ""
    below: str = ""
    ends: str = ""
    holds: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    answers: str | Unchecked | None = UNCHECKED
    speaker: str | Unchecked | None = UNCHECKED
    office: str | Unchecked | None = UNCHECKED
    party: str | Unchecked | None = UNCHECKED
    body: str | Unchecked | None = UNCHECKED
    date: str | Unchecked | None = UNCHECKED
    headings: tuple[str, ...] | Unchecked = UNCHECKED
    locator: str | Unchecked = UNCHECKED
    url: str | Unchecked | None = UNCHECKED
    kind: Kind | Unchecked = UNCHECKED
    mark: Mark | Unchecked | None = UNCHECKED
    number: str | Unchecked | None = UNCHECKED
    remark: str | Unchecked | None = UNCHECKED
    series: str | Unchecked | None = UNCHECKED
    volume: str | Unchecked | None = UNCHECKED


PLAIN = ("speaker", "office", "party", "body", "date", "headings", "locator", "url", "kind", "mark", "number", "remark", "series", "volume")
"""The fields that are compared as they are."""

TWFY = "https://www.theyworkforyou.com"
PQ = "https://questions-statements.parliament.uk/written-questions/detail"
P2009, P2016 = "hansard-parlparse/2009", "hansard-parlparse/2016-2020"
MONDAY, TUESDAY, WEDNESDAY = f"{P2009}/debates/debates2009-10-26b.xml", f"{P2009}/debates/debates2009-10-27d.xml", f"{P2009}/debates/debates2009-10-28c.xml"
MAY_2016, JUNE_2020 = f"{P2016}/debates2016-05-09b.xml", f"{P2016}/debates2020-06-15a.xml"
LORDS_26, LORDS_27 = f"{P2009}/lordspages/daylord2009-10-26a.xml", f"{P2009}/lordspages/daylord2009-10-27a.xml"
HALL_27, HALL_28 = f"{P2009}/westminhall/westminster2009-10-27a.xml", f"{P2009}/westminhall/westminster2009-10-28a.xml"
BILL = f"{P2009}/standing/standing2009-10-20_CHILDPOV_06-0_2009-10-27a.xml"
WRITTEN, LORDS_WRITTEN, SCOTS_WRITTEN = (
    f"{P2009}/wrans/answers2009-10-27c.xml", f"{P2009}/lordswrans/lordswrans2009-10-28a.xml", f"{P2009}/sp-written/spwa2009-10-27.xml",
)  # fmt: skip
STATEMENTS, LORDS_STATEMENTS = f"{P2009}/wms/ministerial2009-10-28a.xml", f"{P2009}/lordswms/lordswms2009-10-28a.xml"
SCOTLAND, ASSEMBLY = f"{P2009}/sp/sp2009-10-28.xml", f"{P2009}/ni/ni2009-10-12.xml"

FIRE = ("ORAL ANSWERS TO QUESTIONS", "COMMUNITIES AND LOCAL GOVERNMENT", "Contingency Arrangements (Fire Service)")
DENHAM = "The Secretary of State for Communities and Local Government"
COMMONS = (
    Seen(TUESDAY, "What role his Department plays in making contingency arrangements", speaker="Angela Watkinson", office=None, locator="col 141, Q1",
         headings=FIRE, date="2009-10-27", url=f"{TWFY}/debates/?id=2009-10-27d.141.9", series="HC Deb", body="House of Commons", answers=None, mark=None,
         kind=Kind.DEBATE),
    Seen(TUESDAY, "The making of contingency arrangements for emergencies, including industrial action,", speaker="John Denham", office=DENHAM,
         headings=FIRE, locator="col 141", answers="What role his Department plays", url=f"{TWFY}/debates/?id=2009-10-27d.141.10"),
    Seen(TUESDAY, "I do not follow the connection between the main part", speaker="John Denham", locator="col 141",
         answers="As a member of a fire service family", holds=("performance assessment—of course,",)),
    Seen(TUESDAY, "I join my hon. Friend and, indeed, the hon. Member for Upminster", speaker="John Denham", locator="col 142",
         holds=("Upminster (Angela Watkinson), who asked",), answers="The Secretary of State will be aware that"),
    Seen(MONDAY, "I stand corrected, Mr. Speaker, and I apologise.", speaker="Huw Irranca-Davies", locator="col 30", answers=None),
    Seen(MONDAY, "First Day", holds=("\nProceedings | Time for Conclusion of Proceedings\n",), lacks=("Second Day",), locator="col 30", date="2009-10-26"),
    Seen(MONDAY, "Debate interrupted (Programme Order, this day).", name="26b.125.3/5", speaker=None, office=None, locator="col 125"),
    Seen(MONDAY, "Mr. Speaker put forthwith the Question already proposed from the Chair", name="26b.125.3/6", speaker=None),
    Seen(MONDAY, "", name="26b.125.5/x1", mark=Mark.DIVISION, number="230", speaker=None, locator="col 125", date="2009-10-26",
         holds=("Ayes 158", "Noes 246", "Afriyie, Adam", "Ancram, rh Mr. Michael", "Tellers")),
    Seen(MONDAY, "Object.", name="26b.130.7/1", speaker=None, locator="col 130", headings=("REGIONAL SELECT COMMITTEE (YORKSHIRE AND THE HUMBER)",),
         answers=None),
    Seen(WEDNESDAY, "Before listing my engagements, I know that the whole House", speaker="Gordon Brown", office="The Prime Minister", locator="col 277",
         answers="If he will list his official engagements for Wednesday 28 October."),
    Seen(MAY_2016, "What steps he has taken to increase the number of", name="09b.361.4/1", speaker="Andrew Bingham", mark=Mark.GROUPED,
         locator="col 361, Q16", remark="answered together with Q3", answers=None),
    Seen(MAY_2016, "The Government continue to roll out the programme of automatic enrolment", speaker="Shailesh Vara", locator="col 361",
         answers="What steps he has taken to increase the number of", date="2016-05-09", url=f"{TWFY}/debates/?id=2016-05-09b.361.6",
         headings=("Oral Answers to Questions", "WORK AND PENSIONS", "Pension Schemes: Younger Workers")),
    Seen(MAY_2016, "If his Department will introduce transitional protection for women", name="09b.371.0/1", speaker="Paula Sherriff", mark=Mark.GROUPED,
         locator="col 371, Q22", remark="answered together with Q11"),
    Seen(MAY_2016, "rose—", name="09b.399.0/1", speaker=None, party=None, locator="col 399"),
    Seen(MAY_2016, "The House divided:", name="09b.452.2/6", speaker=None, locator="col 452"),
    Seen(MAY_2016, "I must inform the House that the motion relates exclusively to England.", name="09b.472.0/1", speaker="Natascha Engel"),
    Seen(MAY_2016, "Ayes 273, Noes 176.", name="09b.472.0/5", speaker=None),
    Seen(MAY_2016, "", name="09b.453.0/x1", mark=Mark.DIVISION, number="264", remark="Ayes 286, Noes 260: agreed to by 26",
         headings=("ENERGY BILL [LORDS]", "Onshore Wind Generating Stations in England and Wales"), holds=("Ayes 286", "Noes 260", "Nigel Adams"),
         speaker=None, locator="col 453"),
    Seen(JUNE_2020, "[NB: [V] denotes a Member participating virtually.]", speaker=None, locator="col 503", date="2020-06-15"),
    Seen(JUNE_2020, "As Communities Secretary, ensuring that places of worship can open", speaker="Robert Jenrick", locator="col 503",
         answers="What steps he is taking with Cabinet colleagues to support the wedding",
         headings=("Oral Answers to Questions", "Housing, Communities and Local Government", "Weddings Sector: Covid-19")),
    Seen(JUNE_2020, "What plans he has to reopen places of worship", name="15a.503.7/1", speaker="Chris Green", mark=Mark.GROUPED),
)  # fmt: skip
LORDS = (
    Seen(LORDS_27, "My Lords, the UK's net expenditure transfers to the EU budget", speaker="Lord Myners", locator="col 1095", series="HL Deb",
         body="House of Lords", headings=("EU: Budget — Question",), answers="To ask Her Majesty's Government what impact the United Kingdom's",
         date="2009-10-27", url=f"{TWFY}/lords/?id=2009-10-27a.1095.6"),
    Seen(LORDS_27, "To ask Her Majesty's Government what impact the United Kingdom's", speaker="Lord Vinson", holds=("£7.9 billion,",), answers=None),
    Seen(LORDS_27, "My Lords, it is the turn of the Cross Benches.", speaker="Lord Hunt of Kings Heath", locator="col 1097", answers=None),
    Seen(LORDS_27, "I can assure the noble Lord that I will do so,", speaker="Lord Myners", answers="My Lords, does the Minister agree that"),
    Seen(LORDS_27, "Moved by Lord McKenzie of Luton", name="27a.1138.3/4", locator="col 1138", speaker=None),
    Seen(LORDS_27, "88: Schedule 6, page 95, line 32,", name="27a.1138.3/5", speaker=None, ends='leave out "and"'),
    Seen(LORDS_27, '"Saving Gateway Accounts Act 2009 (c. 8) | Section 3(2)(a)."', locator="col 1138", speaker=None),
    Seen(LORDS_26, "", name="26a.1003.2/x1", mark=Mark.DIVISION, number="1", speaker=None, locator="col 1003",
         holds=("Contents 153", "Not-Contents 127", "Allenby of Megiddo, V.")),
    Seen(LORDS_26, "Amendment 44 agreed.", speaker=None, locator="col 1003"),
    Seen(HALL_27, "It is a delight to serve under your chairmanship this morning,", speaker="Anne Main", locator="col 1WH",
         headings=("[David Taylor in the Chair] — Biofuels",), url=f"{TWFY}/whall/?id=2009-10-27a.1.2", series="HC Deb", date="2009-10-27"),
    Seen(HALL_28, "rose—", name="28a.108.4/1", speaker=None, locator="col 108WH"),
    Seen(HALL_28, "I have been criticised by the Sri Lankan high commission", speaker="Lee Scott", locator="col 109WH",
         headings=("Sri Lanka (IDP Camps) — [Dr. William McCrea in the Chair]",)),
    Seen(HALL_28, "Sitting suspended for a Division in the House.", speaker=None, locator="col 124WH"),
)  # fmt: skip
BILLS = (
    Seen(BILL, "The reason we have included the absolute low-income target", speaker="Stephen Timms", office="The Financial Secretary to the Treasury",
         party=None, locator="col 169", headings=("Child Poverty Bill", "Public Bill Committee", "Clause 4"), date="2009-10-27",
         series="Child Poverty Bill Deb"),
    Seen(BILL, "I suppose every Bill has its clause 4 moment, and", speaker="Steve Webb", party="LD", locator="col 167", holds=("with one’s eyes closed",)),
    Seen(BILL, "It is true that we are hitting a moving target", speaker="Steve Webb", locator="col 169"),
    Seen(BILL, "Question put, That the amendment be made.", name="a.3.12/x1", speaker=None, locator="col 173"),
    Seen(BILL, "", name="a.3.14/x1", mark=Mark.DIVISION, number="2", holds=("Ayes 7", "Noes 9", "Barrett, John"), locator="col 173", speaker=None),
)  # fmt: skip
ANSWERS = (
    Seen(WRITTEN, "Estimates of the monetary value in 2009-10 prices of", speaker="Helen Goodman", locator="PQ 295019, col 209W", mark=None,
         answers="To ask the Secretary of State for Work and Pensions if she will estimate", headings=("WORK AND PENSIONS", "Child Poverty Bill"),
         holds=("(a) £158 per week for a single adult;",), url=f"{TWFY}/wrans/?id=2009-10-27c.295019.r0", date="2009-10-27"),
    Seen(WRITTEN, "holding answer 22 October 2009", name="295019.r0/1", speaker="Helen Goodman", locator="PQ 295019, col 209W"),
    Seen(WRITTEN, "Cold weather payment triggers at Bedford weather station\n", holds=("\n2002-03 | 1\n", "\n2008-09 | 3\n"), ends="Source: DWP records.",
         locator="PQ 295417, col 209W", answers="To ask the Secretary of State for Work and Pensions how many cold weather"),
    Seen(WRITTEN, "Number of households in private rented sector receiving housing benefit", name="296185.r0/x2", lacks=("(1)1,071,050",),
         holds=("England | 692,440",), locator="PQ 296185, col 210W"),
    Seen(LORDS_WRITTEN, "In both Asia and Africa we will continue to provide", speaker="Baroness Kinnock of Holyhead", locator="HL5658, col WA145",
         headings=("Africa and Asia: Consular Services",), answers="To ask Her Majesty's Government what changes are planned to consular"),
    Seen(LORDS_WRITTEN, "To ask Her Majesty's Government what is the most recent", name="28a.160.5/2", speaker="Lord Oakeshott of Seagrove Bay",
         mark=Mark.GROUPED, number="HL5632", remark="answered together with HL5631", locator="HL5632, col WA160", holds=("by £2,000.",)),
    Seen(LORDS_WRITTEN, "Decile | Mean (£)\nBottom | 0\n", holds=("\nTop | 200",), speaker="Lord Myners", locator="HL5631, col WA160"),
    Seen(LORDS_WRITTEN, "It is a requirement of environmental stewardship, a voluntary scheme,", speaker="Lord Davies of Oldham",
         locator="HL5790, col WA146"),
    Seen(SCOTS_WRITTEN, "To ask the Scottish Executive for what reason consumption data", speaker="Robert Brown", party="LD", mark=Mark.GROUPED,
         number="S3W-27992", locator="S3W-27992", remark="answered together with S3W-27924"),
    Seen(SCOTS_WRITTEN, "The report Model-Based Appraisal of Alcohol Minimum Pricing", name="S3W-27992.r0/x1", speaker="Kenny MacAskill", party=None,
         answers="To ask the Scottish Executive what the basis was of", body="Scottish Parliament", date="2009-10-27"),
    Seen(SCOTS_WRITTEN, "| Crimes of Housebreaking | Crimes of Housebreaking per 10,000 population", speaker="Kenny MacAskill", locator="S3W-27892",
         holds=("1999-2000 | 4,349 | 203", "2000-01 | 5,035 | 236")),
    Seen(SCOTS_WRITTEN, "The Scottish Health Survey 2008 suggested a reduction in men’s", name="S3W-27925.r0/x2", locator="S3W-27925",
         answers="To ask the Scottish Executive whether it is concerned that the data"),
)  # fmt: skip
ECOFIN = ("TREASURY", "ECOFIN (20 October 2009)")
ELSEWHERE = (
    Seen(STATEMENTS, "My right hon. Friend the First Secretary of State, Lord Mandelson,", speaker="David Lammy",
         office="The Minister for Higher Education and Intellectual Property", locator="col 13WS", kind=Kind.WRITTEN_STATEMENT, series="HC Deb",
         headings=("BUSINESS, INNOVATION AND SKILLS", "Copyright Strategy"), url=f"{TWFY}/wms/?id=2009-10-28a.13WS.2"),
    Seen(STATEMENTS, "Ministers received an update on process going forward to St. Andrews.", speaker="Alistair Darling", locator="col 14WS",
         office="The Chancellor of the Exchequer"),
    Seen(LORDS_STATEMENTS, "The Department for Business, Innovation and Skills, together with the", speaker="Lord Mandelson", locator="col WS99",
         holds=("publishing © The Way Ahead:",), ends="for Copyright in the Digital Age.", headings=("Copyright",), body="House of Lords",
         url=f"{TWFY}/wms/?id=2009-10-28a.99.3"),
    Seen(SCOTLAND, "I am reminded of my Welsh atheist uncle, who arranged", speaker="Father Paul Kelly", party=None, locator="col 20530"),
    Seen(SCOTLAND, "That is fine for those who believe in God, but", speaker="Father Paul Kelly", locator="col 20529"),
    Seen(SCOTLAND, "Good afternoon, and welcome back from the recess.", speaker="Alasdair Morgan", office="The Deputy Presiding Officer",
         locator="col 20529"),
    Seen(SCOTLAND, "I welcome this opportunity to make a statement to the Parliament", speaker="Fiona Hyslop", locator="col 20531",
         office="The Cabinet Secretary for Education and Lifelong Learning", date="2009-10-28", body="Scottish Parliament"),
    Seen(ASSEMBLY, "With your permission, Mr Deputy Speaker, I will answer questions 1", speaker="Michael McGimpsey",
         office="The Minister of Health, Social Services and Public Safety", answers="1. asked the Minister of Health", date="2009-10-12",
         headings=("Health, Social Services And Public Safety", "Myalgic Encephalomyelitis"), body="Northern Ireland Assembly"),
    Seen(ASSEMBLY, "4. asked the Minister of Health, Social Services and Public", speaker="Alex Attwood", mark=Mark.GROUPED,
         ends="Windsor House. (AQO 190/10)"),
    Seen(ASSEMBLY, "I beg to move", name="2009-10-12.1.2/x1", speaker="Carál Ní Chuilín", headings=("Assembly Business", "Suspension of Standing Orders")),
    Seen(ASSEMBLY, "Question put and agreed to.", name="2009-10-12.1.3/x2", speaker=None),
)  # fmt: skip

OLD, OLD_WRITTEN = "hansard-archive/housecommons_example.xml", "hansard-archive/writtenanswers_example.xml"
ENERGY = ("Oral Answers to Questions", "ENERGY")
ARCHIVE = (
    Seen(OLD, "The reinstatement of sacked Scottish miners is a matter for", speaker="Mr. David Hunt", locator="cols 1–2",
         headings=(*ENERGY, "Scottish Coalfield"),
         answers="Does the Minister accept that to a large extent", holds=("Comparisons vary between different cases",), series="HC Deb", volume="89",
         date="1985-12-16", body="House of Commons"),
    Seen(OLD, "Later—", speaker=None),
    Seen(OLD, "For 1983 the proportions were 17·6 per cent. for nuclear,", speaker="Mr. Alastair Goodlad", locator="cols 3–4",
         office="The Parliamentary Under-Secretary of State for Energy", answers="asked the Secretary of State for Energy what proportion of"),
    Seen(OLD, "asked the Secretary of State for Energy what further representations he", speaker="Mr. Pike", mark=Mark.GROUPED, locator="col 5, Q13"),
    Seen(OLD, "I continue to receive representations from various organisations", speaker="Mr. Peter Walker", office="The Secretary of State for Energy",
         answers="asked the Secretary of State for Energy what representations he", locator="col 5", headings=(*ENERGY, "British Gas")),
    Seen(OLD, "Order. The question is about gas.", speaker="Mr. Speaker", answers=None),
    Seen(OLD, "The main encouraging sign that we shall not need imports", speaker="Mr. Peter Walker", office="The Secretary of State for Energy",
         locator="cols 8–9", holds=("of the coal industry, productivity",)),
    Seen(OLD, "I have no details of anybody refusing an order at", speaker="Mr. Peter Walker", locator="col 8"),
    Seen(OLD, "Several Hon. Members rose—", name="S6CV0089P0-00553", speaker=None, locator="col 31"),
    Seen(OLD, "Does the right hon. Gentleman accept that, even on his", speaker="Mr. Gordon Brown", party=None, locator="col 32"),
    Seen(OLD, "I suggest that the motion to refer the Bill to", speaker="Mr. Harold Walker", office="Mr. Deputy Speaker"),
    Seen(OLD, "The House divided: Ayes 119, Noes 53.", name="S6CV0089P0-00781", mark=Mark.DIVISION, number="27", locator="col 103",
         holds=("Division No. 27]", "Alexander, Richard"), speaker=None),
    Seen(OLD, "I was very careful not to mention enterprise zones.", speaker="Mr. Bill Walker", office=None, party=None),
    Seen(OLD_WRITTEN, "The statistics available to me of the number of representations", speaker="Mr. Waddington", locator="col 10W",
         answers="Mr. Dalyell asked the Secretary of State for the Home Department (1) pursuant", headings=("HOME DEPARTMENT", "Immigration")),
    Seen(OLD_WRITTEN, "At all ports, the number of cases in which a", speaker="Mr. Waddington", locator="cols 9W–10W", holds=("of the work involved and",)),
    Seen(OLD_WRITTEN, "[pursuant to her reply, 13 December 1985]: Our policy for the", speaker="Mrs. Fenner", locator="col 2W", mark=None,
         answers="Mr. Barry Jones asked the Minister of Agriculture, Fisheries and Food if he will outline"),
    Seen(OLD_WRITTEN, "I will write to my hon. Friend as soon as", speaker="Sir George Young", mark=Mark.NON_ANSWER, locator="col 16W"),
    Seen(OLD_WRITTEN, "The storage, handling and related costs of United Kingdom intervention", speaker="Mr. Gummer", locator="col 1W",
         holds=("£46·4 million",),
         answers="Mr. Canavan asked the Minister of Agriculture, Fisheries and Food what is his latest"),
)  # fmt: skip
HTML = "hansard-html/test_data_{}.html"
PAGES = (
    Seen(HTML.format("wms"), "My hon. friend the Minister for the Armed Forces and", speaker="Mr Jonathan Djanogly", locator="cols 89WS–109WS",
         office="The Parliamentary Under-Secretary of State for Justice", holds=("the Government’s deep and abiding gratitude",), date="2011-07-19",
         headings=("Justice", "Deaths of Service Personnel Overseas (Inquests)"), kind=Kind.WRITTEN_STATEMENT),
    Seen(HTML.format("wms"), "The consultation, which will run for 12 weeks, and details", speaker="Mr Crispin Blunt", locator="col 89WS"),
    Seen(HTML.format("written_answers"), "The development of a smartphone application, designed primarily", speaker="John Thurso", locator="col 773W",
         answers="To ask the hon. Member for Caithness, Sutherland and Easter Ross,",
         headings=("House of Commons Commission", "Smartphone Applications")),
    Seen(HTML.format("written_answers"), "To ask the hon. Member for Caithness, Sutherland and Easter Ross,", below="Smartphone Applications",
         speaker="Priti Patel", locator="col 773W, PQ 67110", number="67110"),
    Seen(HTML.format("topical_questions"), "If he will make a statement on his departmental responsibilities.", speaker="Harriett Baldwin",
         party="Conservative", locator="col 771, T1",
         headings=("Oral Answers to Questions", "Foreign and Commonwealth Office", "Topical Questions")),
    Seen(HTML.format("topical_questions"), "We continue to work across all three pillars of the", speaker="Alistair Burt", locator="col 771",
         office="The Parliamentary Under-Secretary of State for Foreign and Commonwealth Affairs", answers="What recent progress his Department has made on"),
    Seen(HTML.format("topical_questions"), "One of the remaining issues in South Sudan is that", speaker="Stephen Mosley", locator="col 785, T2"),
    Seen(HTML.format("debates_and_oral_answers"), "I am in regular contact with Secretary Clinton", speaker="Mr William Hague", locator="col 771",
         office="The Secretary of State for Foreign and Commonwealth Affairs", answers="When he next expects to discuss the situation in Syria"),
    Seen(HTML.format("debate_with_division"), "", mark=Mark.DIVISION, number="321", date="2011-07-12", speaker=None,
         holds=("Abbott, Ms Diane", "Morris, Grahame M. (Easington)", "Davies, David T. C. (Monmouth)", "Norman Lamb")),
    Seen(HTML.format("debate_with_division"), "However, I reiterate my hope that the House can come", speaker="Mr Hurd", locator="col 212",
         date="2011-07-12"),
    Seen(HTML.format("debate_with_division"), "Question put, That the amendment be made.", speaker=None, locator="col 212"),
    Seen(HTML.format("backbench_business_excerpt"), "We are now coming to a maiden speech, and I remind", speaker="Mr Lindsay Hoyle",
         office="Mr Deputy Speaker",
         locator="col 831"),
    Seen(HTML.format("wh_debates"), "Start of speech", speaker="Andrew Gwynne", party="Labour", locator="cols 183WH–184WH"),
)  # fmt: skip
MOJ_2014, MOJ_2017, AG = (f"written-questions/csv/{name}.csv" for name in ("moj_2013-11_2014-06", "moj_2016-11_2017-04", "attorney-general_2014-2018"))
API = "written-questions/api/2023-12.json"
QUESTIONS = (
    Seen(MOJ_2014, "To ask the Secretary of State for Justice, how much", name="2014-06-23/201796/question", speaker="Ben Bradshaw", date="2014-06-23",
         locator="PQ 201796", url=f"{PQ}/2014-06-23/201796", body="House of Commons", answers=None, kind=Kind.WRITTEN_QUESTION),
    Seen(MOJ_2014, "Statistics on the volume and value of family mediation funded", speaker="Simon Hughes", date="2014-06-26", body="Ministry of Justice",
         holds=("\n2010-11 | 26,388 | £6,276,568 | 14,186 | £6,997,924\n",), answers="To ask the Secretary of State for Justice, how much has been spent"),
    Seen(MOJ_2014, "The information requested could not be obtained within the timescale.", name="2014-04-29/197063/answer", mark=Mark.NON_ANSWER,
         speaker="Jeremy Wright", date="2014-05-14"),
    Seen(MOJ_2014, "Bids that were evaluated to have passed a predetermined Non-Price", speaker="Jeremy Wright", locator="PQ 200035",
         holds=("Design, Operation & Security Considerations\n", "Procurement & Commercial Management")),
    Seen(MOJ_2017, "It has not proved possible to respond to this question", name="2017-04-26/HL6859/answer", mark=Mark.NON_ANSWER,
         speaker="Lord Keen of Elie", date="2017-04-27", locator="PQ HL6859", url=f"{PQ}/2017-04-26/HL6859"),
    Seen(MOJ_2017, "To ask Her Majesty’s Government what is the estimated annual expenditure", name="HL6760/question", speaker="Lord Beecham",
         body="House of Lords", mark=Mark.GROUPED),
    Seen(MOJ_2017, "The Ministry of Justice is committed to helping victims, including", name="71061/answer", speaker="Dr Phillip Lee",
         holds=("c£47m (including almost £21m to Victim Support", "Over 180", "c£61m"), lacks=("Over 180Over 110", "c£35mc£61m", "2014/15 12015/16")),
    Seen(AG, "It is clear from the joint HMIC and HMCPSI report", speaker="Jeremy Wright", party=None, body="Attorney General", date="2015-02-23",
         holds=("The introduction of accredited specialist prosecutors in each", "\nA review of the flagging process")),
    Seen(AG, "To ask the Attorney General, what steps he is taking", name="2015-02-10/224098/question", speaker="Greg Mulholland", party="Liberal Democrat"),
    Seen(AG, "The Crown Prosecution Service (CPS) maintains a central record", name="2014-10-29/212436/answer",
         holds=("2009 | 181\n2010 | 163\n", "2013 | 149"),
         speaker="Robert Buckland", answers="To ask the Attorney General, how many fraud prosecutions"),
    Seen(API, "It has not proved possible to respond to the hon. Member", name="2023-12-08/6036/answer", mark=Mark.NON_ANSWER, body="Ministry of Justice",
         speaker=None, date="2024-05-24", headings=("Ministry of Justice", "Offenders: Foreign Nationals"), url=f"{PQ}/2023-12-08/6036", locator="PQ 6036"),
    Seen(API, "To ask the Attorney General, pursuant to the Answer of 12", name="2023-12-13/6774/question", ends="what the cost of each payment was.",
         headings=("Attorney General", "Attorney General: Redundancy Pay"), date="2023-12-13", body="House of Commons", remark=None),
)  # fmt: skip

CHANGE, CHANGED = "reports/Behaviour-Change-Report-Recomm.pdf", "reports/Behaviour-Change-Response.pdf"
COVID, COVID_REPLY = "reports/UK-Covid-19-Inquiry-Module-1-Recomm.pdf", "reports/UK-Covid-19_Inquiry_Module_1_Response.pdf"
PENSIONS = "reports/WASPI-Recomm.pdf"
TRANSLATION = ("CHAPTER 4: EVIDENCE-BASED POLICY", "Translation of research")
COMMITTEE = (
    Seen(CHANGE, "Government scientists have an important role in ensuring", locator="para 4.17, p. 25", holds=("making that link” [69] between",), mark=None,
         headings=(*TRANSLATION, "Role of Government scientists"), series="HL Paper 179", date="2011-07-19", kind=Kind.COMMITTEE_REPORT),
    Seen(CHANGE, "The Government’s Chief Social Scientist (CSS), the head of the", locator="para 4.19, pp. 25–26",
         holds=("and Pensions. [74] Professor Sir John Beddington, Chief",),
         headings=(*TRANSLATION, "The Government Chief Social Scientist"), ends="government”. [76]"),
    Seen(CHANGE, "A cross-departmental social science resource is provided by", locator="para 4.18, p. 25", holds=("most up-to-date scientific findings",)),
    Seen(CHANGE, "Government scientists and social scientists have an important role", locator="para 4.23, pp. 26–27", mark=Mark.RECOMMENDATION,
         ends="to ensure the provision of robust and independent social scientific advice."),
    Seen(CHANGE, "BC 114, Q 71.", mark=Mark.NOTE, number="85", locator="note 85, p. 27"),
    Seen(CHANGE, "Defra’s energy efficient products policy was developed by a team", locator="p. 27", holds=("from 5% to over 70%. [85]",)),
    Seen(CHANGE, "“Although quantitative data are lacking, indications are that very", locator="para 5.32, p. 43", ends="component of a programme ...” [198]"),
    Seen(CHANGE, "We urge ministers to consult their departmental Chief Scientific Advisers", locator="para 8.5, p. 67", mark=Mark.RECOMMENDATION,
         headings=("CHAPTER 8: CONCLUSIONS AND RECOMMENDATIONS", "Evidence-based policy (Chapter 4)", "Addressing the barriers to evidence-based policy")),
    Seen(CHANGED, "We further recommend that the Government consider whether existing", number="8.7", mark=Mark.RECOMMENDATION, kind=Kind.COMMITTEE_REPORT,
         ends="behaviour change interventions (paragraph 4.24).", locator="recommendation 8.7, pp. 4–5"),
    Seen(CHANGED, "In the meantime the Government agrees that more should be", kind=Kind.GOVERNMENT_REPORT, locator="p. 5", mark=None,
         answers="We recommend that, at the earliest opportunity, the Government appoint", remark="answers recommendations 8.6 and 8.7 together"),
    Seen(CHANGED, "The Government agrees that the best expertise and advice from", locator="pp. 5–6",
         holds=("The multi-disciplinary nature", "for example, has established an"),
         answers="Departmental Chief Scientific Advisers, whether or not they have"),
    Seen(CHANGED, "The Government agrees with the need to ensure that Ministers", answers="We urge ministers to consult their departmental",
         locator="p. 4", remark=None),
)  # fmt: skip
NORTHERN = ("Chapter 2: The system – institutions, structures and leadership", "Northern Ireland")
INQUIRY = (
    Seen(COVID, "The role of Chief Medical Officer for Northern Ireland was", locator="para 2.79, pp. 42–43",
         ends="infectious disease outbreaks and pandemics. [187]",
         headings=(*NORTHERN, "Expert medical and scientific advice"), series="HC 18", kind=Kind.INQUIRY_REPORT, body="UK Covid-19 Inquiry",
         date="2024-07-18"),
    Seen(COVID, "“One of the both challenges and advantages of Northern Ireland", locator="para 2.76, p. 42", ends="into the room at the same time.” [182]"),
    Seen(COVID, "Political processes consumed a considerable amount of its “bandwidth”. [193]", locator="para 2.82, p. 44",
         headings=(*NORTHERN, "The suspension of the power-sharing arrangements")),
    Seen(COVID, "INQ000185350_0006 para 22", name="193", mark=Mark.NOTE, number="193", locator="note 193, p. 44"),
    Seen(COVID, "There were five major flaws in the approach to risk", locator="para 3.17, p. 58",
         holds=("Flaw 3: Interconnected risks and a ‘domino effect’ were not",)),
    Seen(COVID, "", name="table-29", holds=("large-scale outbreak of MERS-CoV",)),
    Seen(COVID_REPLY, "The government agrees with the need for a greater Cabinet", kind=Kind.GOVERNMENT_REPORT, series="CP 1240",
         date="2025-01-16", holds=("for whole-system civil emergencies.",), answers="The UK government should: abolish the lead government department model"),
    Seen(COVID_REPLY, "In building the resilience of the UK to respond to", holds=("extensive array of risks, [4] have",)),
    Seen(COVID_REPLY, "The emergency management cycle contains: risk anticipation, risk assessment,", mark=Mark.NOTE, number="4", locator="note 4, p. 12"),
    Seen(COVID_REPLY, "The core structures should be: a single Cabinet-level or equivalent", kind=Kind.INQUIRY_REPORT, mark=Mark.RECOMMENDATION, number="1"),
    Seen(PENSIONS, "The announcement [24] that the Government had decided to equalise", locator="para 84, p. 20", kind=Kind.GOVERNMENT_REPORT, date="2026-01",
         holds=("those born before 6 April 1950",)),
    Seen(PENSIONS, "The changes were enacted through primary legislation and there was", locator="para 85, pp. 20–21", ends="on a woman’s date of birth. [25]"),
    Seen(PENSIONS, "By 2006, the same year the PHSO found the direct", locator="para 90, p. 21", ends="had increased to 90% [29].", lacks=("9029", "90%29")),
    Seen(PENSIONS, "The PHSO selected a sample of six complainants, stating that", locator="para 26, p. 10", headings=("Injustice",)),
    Seen(PENSIONS, "The 1950s-born women were 46-56 during the 2006 research.", mark=Mark.NOTE, number="28", locator="note 28, p. 21"),
    Seen(PENSIONS, "Paying compensation payments of up to £10.3 billion", locator="para 129, p. 30", ends="to improve public services [50]."),
)  # fmt: skip

MENDED = (
    Seen(TUESDAY, "I do not follow the connection between the main part", office=DENHAM),
    Seen(MONDAY, "Division 230:", headings=("Clause 117 — Grounds for designation of MCZs",)),
    Seen(WRITTEN, "Number of households in private rented sector receiving housing benefit", name="296185.r0/x3", holds=("England | ⁽¹⁾1,071,050",)),
    Seen(SCOTS_WRITTEN, "Crimes of Housebreaking¹ Recorded by the Police in Aberdeen City,"),
    Seen(STATEMENTS, "This report set out the policies which will drive the", speaker="Lord Mandelson"),
    Seen(OLD, "Is it not a strange constitutional position when on Sunday", name="S6CV0089P0-00597", speaker="Mr. Merlyn Rees", office=None),
    Seen(AG, "To ask the Attorney General, pursuant to the Answer of 9", name="213821/question", speaker="Christopher Chope", party=None),
)
"""What a person saw and a reader once gave otherwise."""
# WRONG: what a person sees and a reader still gives otherwise; each moves up into its table when it is put right.
# an h4 above an h3 is lost: got ('Summer Adjournment',)
#     Seen(HTML.format("backbench_business_excerpt"), "We are now coming to a maiden speech, and I remind",
#          headings=("Backbench Business", "Summer Adjournment")),

TABLE = (*COMMONS, *LORDS, *BILLS, *ANSWERS, *ELSEWHERE, *ARCHIVE, *PAGES, *QUESTIONS, *COMMITTEE, *INQUIRY, *MENDED)


@cache
def passages(file: str) -> dict[str, Passage]:
    path = SOURCES / file
    if not path.exists():
        pytest.skip("the real sources (../shared/sources) are not on this machine")
    return {p.id: p for document in read(path) for p in document.passages}


def found(seen: Seen) -> Passage:
    named = [p for p in passages(seen.file).values() if p.id.endswith(seen.name) and p.text.startswith(seen.begins)]
    fitting = [p for p in named if not seen.below or seen.below in p.headings]
    if not seen.begins and not seen.name:
        fitting = [p for p in fitting if p.mark == seen.mark]
    assert len(fitting) == 1, f"{len(fitting)} passages of {seen.file} begin “{seen.begins}” with an id that ends “{seen.name}”: {fitting[:3]}"
    return fitting[0]


def differences(seen: Seen, got: Passage) -> list[str]:
    looked_at = [name for name in PLAIN if getattr(seen, name) is not UNCHECKED]
    wrong = [f"{name} is {getattr(got, name)!r}, seen was {getattr(seen, name)!r}" for name in looked_at if getattr(got, name) != getattr(seen, name)]
    if not got.text.endswith(seen.ends):
        wrong.append(f"the text ends {got.text[-60:]!r}, seen was {seen.ends!r}")
    wrong += [f"the text lacks {words!r}: {got.text[:2000]!r}" for words in seen.holds if words not in got.text]
    wrong += [f"the text holds {words!r}" for words in seen.lacks if words in got.text]
    if not isinstance(seen.answers, Unchecked):
        answered = passages(seen.file)[got.reply_to].text if got.reply_to else None
        if (answered is None) != (seen.answers is None) or not (answered or "").startswith(seen.answers or ""):
            wrong.append(f"it answers {answered and answered[:90]!r}, seen was {seen.answers!r}")
    return wrong


@pytest.mark.shared
@pytest.mark.parametrize("seen", TABLE, ids=lambda s: f"{s.file.rpartition('/')[2].rpartition('.')[0]}:{s.name or s.begins[:40]}")
def test_a_real_passage_is_given_as_a_person_sees_it_in_the_file(seen: Seen) -> None:
    got = found(seen)
    wrong = differences(seen, got)
    assert not wrong, "\n".join([f"{got.id} of {seen.file}:", *wrong])


def test_every_field_that_a_person_wrote_down_is_compared() -> None:
    beside = {"file", "begins", "name", "below", "ends", "holds", "lacks", "answers"}
    assert {f.name for f in fields(Seen)} == beside | set(PLAIN)
