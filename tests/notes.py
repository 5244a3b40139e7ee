"""A note made by hand, of some pages as a clerk would have it, about ferries that never were."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.note.evidence import Piece
from assistant.note.footnotes import Footnotes
from assistant.note.inquiry import Inquiry, Session, Witness
from assistant.note.note import BriefingNote, Bullets, Event, MadeFrom, Own, Paragraph, Run, Said, Section, Table, Timeline
from corpus.document import About, Kind, Mark, Origin, Passage
from index.hits import Found, Hit
from index.matching import Match
from index.rerank import Look
from index.rows import Entry

INSPECTORATE = "Ferries Inspectorate of Saltmarsh"
LONG = (
    "We found that the replacement vessel had been out of service on 61 of the 182 days that we examined, that passengers on the outer islands had been given "
    "notice of less than two hours on 40 of those days, and that the operator had kept no record of the reasons. The licensing authority told us that it had "
    "not asked for any. We do not consider that acceptable where the service is the only means of reaching a hospital."
)


class Silent:
    """A record of which nothing more is known than what is cited."""

    def match(self, question: str, texts: list[str]) -> list[tuple[Match, ...]]:
        return [() for _ in texts]

    def replies(self, passage: Passage) -> list[Entry]:
        return []

    def speaker_of(self, passage_id: str) -> str | None:
        return None


def hit(passage: Passage, title: str, publisher: str | None = None) -> Hit:
    """The passage as a search would hand it out."""
    return Hit(1, 1.0, passage, title, publisher, f"/collection/{passage.document_id}", Found(None, None, 0.0, Look(0.0, ())))


def piece(passage: Passage, title: str, *runs: str) -> Piece:
    """Words of the passage (all of it, unless said which)."""
    return Piece(hit(passage, title), runs or (passage.text,), 1.0)


def passage(ordinal: int, document: str, kind: Kind, text: str, locator: str, **more: object) -> Passage:
    return Passage(f"{document}#{ordinal}", document, ordinal, text, kind, locator, **more)  # type: ignore[arg-type]


REPORT = "Outer islands: the winter timetable"
report = passage(
    12, "inspectorate-2017", Kind.INSPECTION_REPORT, LONG, "para 3.12, p. 14", body=INSPECTORATE, date="2017-04-20",
    headings=("Findings", "Reliability"), url="https://inspectorate.saltmarsh.example/reports/outer-islands(2017)#para-3.12",
)  # fmt: skip
advice = passage(
    40, "inspectorate-2017", Kind.INSPECTION_REPORT, "We recommend that the authority publish the reasons for every cancelled crossing within a month.",
    "para 5.1, p. 31", body=INSPECTORATE, date="2017-04-20", headings=("Recommendations",), mark=Mark.RECOMMENDATION, number="2",
    url="https://inspectorate.saltmarsh.example/reports/outer-islands(2017)#para-5.1",
)  # fmt: skip
debate = passage(
    3, "saltmarsh-debate", Kind.DEBATE, "The contract will be let again by April 2018, and its terms will be published.", "col 517", speaker="Ansel Wherry",
    office="Minister for Crossings", body="Saltmarsh Assembly", date="2017-06-08", series="SA Deb", volume="12", url="https://assembly.saltmarsh.example/8-june#c517",
)  # fmt: skip
asked = passage(
    2, "saltmarsh-debate", Kind.DEBATE, "When will the Minister tell the islands who pays for a crossing that does not run?", "col 516",
    speaker="Brid Sandling", party="Islands Party", body="Saltmarsh Assembly", date="2017-06-08", series="SA Deb", volume="12",
    url="https://assembly.saltmarsh.example/8-june#c516",
)  # fmt: skip
press = passage(
    1, "wherrymen-2017", Kind.PRESS_RELEASE, "Nine in ten crossings ran, and most of those that did not were stopped by the weather.", "para 2",
    body="Association of Wherrymen", date="2017-05", url="https://wherrymen.example/news?id=4 2&x=(a)",
)  # fmt: skip
told = passage(
    7, "islands-blog", Kind.TESTIMONY, "We were told at the quay, not before. Some had slept there.", "account 2, para 3", date="2017-12-01",
    origin=Origin("‘A night on the quay’, Islands Letter, December 2017"), url="https://letter.example/quay",
)  # fmt: skip
remark = passage(
    9, "islands-blog", Kind.COMMENT, "The boat was in the repair yard all summer and everyone on the island knew it.", "comment 4", date="2017-12-02",
)  # fmt: skip
digest = passage(
    5, "digest-audit", Kind.DIGEST, "The auditors put the cost of the cancelled crossings at 4.1 million crowns over two winters.", "para 5", date="2018-02-01",
    about=About(Kind.GOVERNMENT_REPORT, "Crossings: value for money", "Audit House of Saltmarsh", date="2018", locator="para 2.4"),
)  # fmt: skip
TITLES = {
    "inspectorate-2017": REPORT, "saltmarsh-debate": "Ferries: contract", "wherrymen-2017": "Our winter in figures", "islands-blog": "A night on the quay",
    "digest-audit": "Digest of the audit of crossings",
}  # fmt: skip


Say = Callable[..., Said]


class Writing:
    """Quotes passages one after another."""

    def __init__(self) -> None:
        self.footnotes = Footnotes(Silent())

    def say(self, of: Passage, *runs: str) -> Said:
        return self.footnotes.say(piece(of, TITLES.get(of.document_id, of.document_id), *runs))


def note(sections: Sequence[Section], footnotes: Footnotes, inquiry: Inquiry) -> BriefingNote:
    """The note with these sections, as `writing` would hand it out."""
    numbered, citations = footnotes.numbered(sections)
    documents = tuple(sorted({(cited.passage.document_id, "0" * 64) for cited in citations}))
    return BriefingNote(inquiry, numbered, citations, MadeFrom(documents, "quotation", "words", "0.1.0", "2018-03-06"))


def rich() -> BriefingNote:
    """About three pages, with every kind of block and of source."""
    own = Writing()
    say = own.say
    sections = (
        Section("session", "Session", (
            _para(Own("The Committee takes evidence on 8 March 2018 in the Long Room. Its terms of reference are:")),
            Bullets(((Own("How reliable were the crossings to the outer islands?"),), (Own("Who pays for a crossing that does not run?"),)), numbered=True),
            _table("Witness|Role|Organisation", "Ansel Wherry|Minister for Crossings|Saltmarsh Executive",
                   "Merrin Coll|Chief Inspector|Ferries Inspectorate of Saltmarsh"),
        )),
        Section("summary", "Summary", (Bullets(((Own("Reliability:", True), say(report, LONG.split(". ")[2])), (Own("Cost:", True), say(digest)))),)),
        Section("background", "Background", (_para(say(asked)), _para(say(debate)))),
        Section("timeline", "Timeline", (_timeline(say),)),
        Section("themes", "Themes", (), (_reliability(say), _cost(say))),
        Section("recommendations", "Previous recommendations", (_recommended(say),)),
        Section("gaps", "What the collection does not cover", (
            _para(Own("No official finding bears on the second term of reference; the searches made were “who pays”, “refund” and “cancelled crossing”.")),)),
        Section("sources", "Sources", (Bullets((
            (Own("Ferries Inspectorate of Saltmarsh, ‘Outer islands: the winter timetable’ (20 April 2017), inspection report; 2 passages cited. "
                 "https://inspectorate.saltmarsh.example/reports/outer-islands(2017)"),),
            (Own("Islands Letter, ‘A night on the quay’ (December 2017), accounts and comments; 2 passages cited (https://letter.example/quay)."),),
        )),)),
    )  # fmt: skip
    witnesses = (Witness("Ansel Wherry", "Minister for Crossings", "Saltmarsh Executive"), Witness("Merrin Coll", "Chief Inspector", INSPECTORATE))
    terms = ("How reliable were the crossings to the outer islands?", "Who pays for a crossing that does not run?")
    session = Session("2018-03-08", "Long Room", witnesses)
    return note(sections, own.footnotes, Inquiry("Crossings to the outer islands", terms, committee="Islands Committee", session=session))


def _reliability(say: Say) -> Section:
    return Section("themes/1", "1. How reliable were the crossings to the outer islands?", (), (
        Section("themes/1/official", "What official findings say", (_para(say(report)), _para(say(advice)))),
        Section("themes/1/organisations", "Positions of organisations", (_para(say(press)),)),
        Section("themes/1/accounts", "Practitioners’ and readers’ accounts (unverified)", (_para(say(told), say(remark)),)),
        Section("themes/1/disagreements", "Where they disagree", (
            Table(("About", "One side", "The other"), (((Own("Crossings that ran"),), (say(report, LONG.split(". ")[0] + "."),), (say(press),)),)),)),
        Section("themes/1/questions", "Suggested questions", (Bullets((
            (Own("What has the authority done since to learn why crossings were cancelled?"), Own("To the Minister. Prompted by:"), say(advice)),
            (Own("Which of the two figures for crossings that ran do you accept?"), Own("To the Chief Inspector. Prompted by:"), say(press)),
        ), numbered=True),)),
    ))  # fmt: skip


def _cost(say: Say) -> Section:
    return Section("themes/2", "2. Who pays for a crossing that does not run?", (), (
        Section("themes/2/official", "What official findings say", (_para(say(digest)),)),
        Section("themes/2/parliament", "What was said in Parliament", (_para(say(asked), say(debate)),)),
    ))  # fmt: skip


def _recommended(say: Say) -> Table:
    return Table(("Recommendation", "Response", "Later finding"), (
        ((say(advice),), (Own("No response found in the collection."),), (say(digest),)),
        ((say(report, LONG.split(". ")[2]),), (say(debate),), ()),
    ))  # fmt: skip


def _timeline(say: Say) -> Timeline:
    dated = [
        ("2016", "Contract let for the outer islands", asked), ("2017-04-20", "Ferries Inspectorate on the winter timetable", report),
        ("2017-05", "Association of Wherrymen’s statement", press), ("2017-06-08", "Minister in the Assembly", debate),
        ("2017-12-01", "Accounts from the quay", told), ("2017-12-02", "Readers’ comments", remark), ("2018-02-01", "Audit of crossings", digest),
    ]  # fmt: skip
    return Timeline(tuple(Event(date, label, say(of)) for date, label, of in dated))


def _para(*runs: Run) -> Paragraph:
    return Paragraph(runs)


def _table(header: str, *rows: str) -> Table:
    return Table(tuple(header.split("|")), tuple(tuple((Own(cell),) for cell in row.split("|")) for row in rows))
