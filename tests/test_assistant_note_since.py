"""The record of a note, read back to the last field; and what changed between two notes."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from assistant.answer import Citation, Withheld
from assistant.note.footnotes import Footnotes
from assistant.note.inquiry import Inquiry, NoteKind, Session, Witness
from assistant.note.keeping import record, since, since_section
from assistant.note.keeping.changes import Changes, Point
from assistant.note.keeping.record import BadRecord
from assistant.note.note import BriefingNote, Bullets, Event, MadeFrom, Own, Paragraph, Run, Said, Section, Table, Timeline, said
from corpus.document import About, Kind, Mark, Origin, Passage
from index.filters import Filters
from tests import notes

# the record ------------------------------------------------------------------------------------------------------------


def words(random_: random.Random) -> str:
    return "".join(random_.choice('ab é\n\t"\\“”{}[]\u2028😀\x00<') for _ in range(random_.randint(0, 12)))


def perhaps(random_: random.Random, make: Callable[[random.Random], Any]) -> Any:
    return make(random_) if random_.random() < 0.5 else None


def several(random_: random.Random, make: Callable[[random.Random], Any]) -> tuple[Any, ...]:
    return tuple(make(random_) for _ in range(random_.randint(0, 3)))


def any_note(random_: random.Random) -> BriefingNote:
    """A note in which every field has been given a value at random, its default among them."""
    cited = tuple(any_citation(random_, number) for number in range(1, random_.randint(1, 5)))
    w = words
    inquiry = Inquiry(
        w(random_), several(random_, w), random_.choice(list(NoteKind)), perhaps(random_, w),
        Session(perhaps(random_, w), perhaps(random_, w), several(random_, lambda r: Witness(w(r), perhaps(r, w), perhaps(r, w), several(r, w)))),
        Filters(several(random_, lambda r: r.choice(list(Kind))), perhaps(random_, w), perhaps(random_, w), perhaps(random_, w), perhaps(random_, w),
                several(random_, w), random_.random() < 0.5),
        random_.randint(0, 9), perhaps(random_, w),
    )  # fmt: skip
    made_from = MadeFrom(several(random_, lambda r: (w(r), w(r))), w(random_), w(random_), w(random_), w(random_))
    sections = tuple(any_section(random_, len(cited), 3) for _ in range(3))
    return BriefingNote(inquiry, sections, cited, made_from, several(random_, lambda r: Withheld(w(r), w(r))), perhaps(random_, w))


def any_citation(random_: random.Random, number: int) -> Citation:
    w = words
    about = perhaps(random_, lambda r: About(r.choice(list(Kind)), w(r), *(perhaps(r, w) for _ in range(6))))
    passage = Passage(
        w(random_), w(random_), random_.randint(0, 99), w(random_), random_.choice(list(Kind)), w(random_), *(perhaps(random_, w) for _ in range(5)),
        several(random_, w), perhaps(random_, w), perhaps(random_, lambda r: Origin(w(r))), perhaps(random_, w), several(random_, w), about,
        perhaps(random_, lambda r: r.choice(list(Mark))), *(perhaps(random_, w) for _ in range(4)),
    )  # fmt: skip
    return Citation(number, passage, w(random_), perhaps(random_, w), several(random_, w))


def any_section(random_: random.Random, known: int, depth: int) -> Section:
    def run(r: random.Random) -> Run:
        if r.random() < 0.5:
            return Own(words(r), r.random() < 0.5)
        return one_said(r)

    def one_said(r: random.Random) -> Said:
        return Said(words(r), several(r, lambda r: r.randint(1, known)) if known else (), several(r, words), r.random() < 0.5)

    def runs(r: random.Random) -> tuple[Run, ...]:
        return several(r, run)

    def block(r: random.Random) -> Any:
        return r.choice([
            lambda: Paragraph(runs(r)), lambda: Bullets(several(r, runs), r.random() < 0.5),
            lambda: Table(several(r, words), several(r, lambda r: several(r, runs))),
            lambda: Timeline(several(r, lambda r: Event(words(r), words(r), one_said(r)))),
        ])()  # fmt: skip

    below = tuple(any_section(random_, known, depth - 1) for _ in range(random_.randint(0, 2))) if depth else ()
    return Section(words(random_), words(random_), several(random_, block), below)


@pytest.mark.parametrize("seed", range(40))
def test_a_note_is_read_back_as_it_was(tmp_path: Path, seed: int) -> None:
    note, path = any_note(random.Random(seed)), tmp_path / "a.note.json"
    record.save(note, path)
    assert record.load(path) == note
    assert record.dumped(record.load(path)) == path.read_bytes()


def test_the_same_note_gives_the_same_bytes() -> None:
    assert record.dumped(notes.rich()) == record.dumped(notes.rich())


def test_a_record_says_what_each_sentence_rests_on_and_what_each_citation_said() -> None:
    note, made = notes.rich(), record.as_json(notes.rich())
    assert {"record", "format", "inquiry", "sections", "citations", "made_from"} <= set(made)
    (bullets,) = made["sections"][1]["blocks"]
    assert bullets["items"][0][1]["passages"] == ["inspectorate-2017#12"]
    assert {len(each["sha256"]) for each in made["citations"]} == {64} and len({each["sha256"] for each in made["citations"]}) == len(note.citations)


def test_a_record_stands_beside_its_note() -> None:
    assert record.beside(Path("a/note.v2.docx")) == Path("a/note.v2.note.json")


def changed(change: Callable[[dict[str, Any]], object]) -> str:
    data = json.loads(record.dumped(notes.rich()))
    change(data)
    return json.dumps(data)


NOT_RECORDS: list[tuple[str | bytes, str]] = [
    ("", "is no JSON"),
    ("{", "is no JSON"),
    (b"\xff", "is no JSON"),
    ("[" * 100_000, "is no JSON"),
    ("[]", "is no record of a note"),
    ("{}", "is no record of a note"),
    (changed(lambda d: d.update(record="x")), "is no record of a note"),
    (changed(lambda d: d.update(format=2)), "of format 2, and this version reads 1"),
    (changed(lambda d: d.pop("format")), "of format null"),
    (changed(lambda d: d.pop("sections")), "sections is nothing and no list"),
    (changed(lambda d: d.update(extra=1)), "a field 'extra' that none has"),
    (changed(lambda d: d["inquiry"].update(kind="essay")), "is none of brief, debate-pack"),
    (changed(lambda d: d["inquiry"].update(words="many")), "inquiry, words is text and no int"),
    (changed(lambda d: d["inquiry"].update(words=True)), "is true or false"),
    (changed(lambda d: d["inquiry"].pop("title")), "inquiry has no title"),
    (changed(lambda d: d["inquiry"].update(title="\ud800")), "holds half a character"),
    (changed(lambda d: d["citations"].pop()), "a sentence cites what is not there"),
    (changed(lambda d: d["citations"][0].update(number=4)), "not numbered from 1"),
    (changed(lambda d: d.update(citations=3)), "citations is a number and no list"),
    (changed(lambda d: d["made_from"]["documents"][0].append("x")), "has 3 items and not 2"),
    (changed(lambda d: d["sections"][0]["blocks"][0].update({"is": "poem"})), "is none of paragraph, bullets, table, timeline"),
    (changed(lambda d: d["sections"][0].update(blocks=["x"])), "is none of paragraph"),
    (changed(lambda d: d.update(sections=[7])), "is a number and no section"),
    (changed(lambda d: d["citations"][0]["passage"].update(text="Another text.")), "was changed after the note was made"),
    (changed(lambda d: d["citations"][0].update(sha256="0" * 64)), "was changed after the note was made"),
    (changed(lambda d: d["sections"][1]["blocks"][0]["items"][0][1].update(passages=["x"])), "was changed after the note was made"),
]


@pytest.mark.parametrize(("content", "says"), NOT_RECORDS)
def test_what_is_no_record_is_refused_in_one_line(tmp_path: Path, content: str | bytes, says: str) -> None:
    path = tmp_path / "a.note.json"
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    with pytest.raises(BadRecord) as raised:
        record.load(path)
    assert says in str(raised.value) and str(raised.value).startswith(f"{path}: ") and "\n" not in str(raised.value)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    for path, says in ((tmp_path, "is a folder"), (tmp_path / "x", "there is no such file")):
        with pytest.raises(BadRecord, match=says):
            record.load(path)


# what changed ----------------------------------------------------------------------------------------------------------

TERMS = ("How reliable are the crossings?", "Who pays?")
FIGURES = notes.passage(1, "audit-2018", Kind.GOVERNMENT_REPORT, "The cost was 4.1 million crowns. Nobody kept an account of it.", "p. 9", body="Audit House",
                        date="2018-02-01", url="https://audit.example/9")  # fmt: skip


class Draft:
    """Makes notes of themes, each with some passages (or words of them) quoted under *official*, and a table of recommendations."""

    def __init__(self) -> None:
        self.footnotes = Footnotes(notes.Silent())

    def say(self, of: Passage, *runs: str) -> Said:
        return self.footnotes.say(notes.piece(of, notes.TITLES.get(of.document_id, "The audit"), *runs))

    def note(self, terms: tuple[str, ...], themes: dict[int, list[Said]], *more: Section, documents: dict[str, str], made: str = "2018-05-03") -> BriefingNote:
        each = tuple(
            Section(
                f"themes/{n}", f"Theme {n}: {terms[n - 1]}", (), (Section(f"themes/{n}/official", "What official findings say", (Paragraph(tuple(told)),)),)
            )
            for n, told in themes.items()
        )
        sections = (Section("session", "The session"), *more[:1], Section("themes", "Themes", (), each), *more[1:], Section("sources", "Sources"))
        numbered, citations = self.footnotes.numbered(sections)
        return BriefingNote(Inquiry("Crossings", terms), numbered, citations, MadeFrom(tuple(documents.items()), "quotation", "words", "0.1.0", made))


DOCUMENTS = {"inspectorate-2017": "a" * 64, "saltmarsh-debate": "b" * 64, "wherrymen-2017": "c" * 64}
FIRST, SECOND, _ = notes.LONG.split(". ", 2)


def earlier() -> BriefingNote:
    d = Draft()
    return d.note(TERMS, {1: [d.say(notes.report, FIRST), d.say(notes.press)], 2: [d.say(notes.debate)]}, documents=DOCUMENTS)


def told(changes: Changes) -> dict[str, tuple[list[str], list[str], list[tuple[str, str]]]]:
    """For each section the words that are new, gone, and changed."""

    def taken(point: Point) -> str:
        return point.identity[1][0]

    return {
        each.name: ([taken(p) for p in each.new], [taken(p) for p in each.gone], [(taken(a), taken(b)) for a, b in each.changed]) for each in changes.sections
    }


def test_the_same_note_has_no_changes() -> None:
    found = since.changes(earlier(), earlier())
    assert not found and found == Changes("2018-05-03")


def test_points_are_new_gone_or_changed_by_section() -> None:
    d = Draft()
    now = d.note(TERMS, {1: [d.say(notes.report, SECOND)], 2: [d.say(notes.debate), d.say(FIGURES)]}, documents={**DOCUMENTS, "audit-2018": "d" * 64})
    assert told(since.changes(earlier(), now)) == {
        "themes/1/official": ([], [notes.press.text], [(FIRST, SECOND)]), "themes/2/official": ([FIGURES.text], [], []),
    }  # fmt: skip


def test_how_a_point_is_led_in_and_in_what_order_it_stands_is_no_change() -> None:
    d = Draft()
    led = replace(d.say(notes.report, FIRST), text=f"It adds: “{FIRST}”")
    now = d.note(TERMS, {1: [d.say(notes.press), led], 2: [d.say(notes.debate)]}, documents=DOCUMENTS)
    assert not since.changes(earlier(), now)


def test_a_worded_sentence_is_the_point_where_nothing_is_quoted() -> None:
    d, e = Draft(), Draft()
    before = e.note(TERMS, {1: [replace(e.say(notes.report), text="Boats were late.", quoted=())]}, documents=DOCUMENTS)
    now = d.note(TERMS, {1: [replace(d.say(notes.report), text="Boats were often late.", quoted=())]}, documents=DOCUMENTS)
    assert told(since.changes(before, now)) == {"themes/1/official": ([], [], [("Boats were late.", "Boats were often late.")])}


def test_a_point_in_several_sections_is_told_once_under_its_theme() -> None:
    d = Draft()
    summary = Section("summary", "Summary", (Bullets(((d.say(FIGURES),), (d.say(notes.debate),))),))
    now = d.note(TERMS, {1: [d.say(notes.report, FIRST), d.say(notes.press)], 2: [d.say(notes.debate), d.say(FIGURES)]}, summary, documents=DOCUMENTS)
    assert told(since.changes(earlier(), now)) == {"themes/2/official": ([FIGURES.text], [], [])}


def test_a_theme_is_known_again_by_its_term() -> None:
    d = Draft()
    terms = ("What of whales?", "who  PAYS?", TERMS[0])
    now = d.note(terms, {2: [d.say(notes.debate)], 3: [d.say(notes.report, FIRST), d.say(notes.press), d.say(FIGURES)]}, documents=DOCUMENTS)
    assert told(since.changes(earlier(), now)) == {"themes/3/official": ([FIGURES.text], [], [])}
    fewer = Draft()
    left = fewer.note(TERMS[1:], {1: [fewer.say(notes.debate)]}, documents=DOCUMENTS)
    (gone,) = since.changes(earlier(), left).sections
    assert gone.headings == (f"Theme 1: {TERMS[0]}", "What official findings say") and len(gone.gone) == 2


def test_documents_are_added_gone_or_changed_by_their_content() -> None:
    d = Draft()
    documents = {"inspectorate-2017": "e" * 64, "debate-renamed": "b" * 64, "audit-2018": "d" * 64}
    found = since.changes(earlier(), d.note(TERMS, {}, documents=documents)).documents
    assert (found.added, found.gone, found.changed) == (("audit-2018",), ("wherrymen-2017",), ("inspectorate-2017",))


def test_inquiries_with_no_term_in_common_are_told_apart() -> None:
    one = Inquiry("x", ("How? ", "Why?"))
    assert since.shares_terms(one, Inquiry("y", ("WHY?",))) and not since.shares_terms(one, Inquiry("x", ("Whither?",)))


def recommended(d: Draft, *cells: tuple[Run, ...]) -> Section:
    table = Table(("Recommendation", "Response", "Later findings"), (((d.say(notes.advice),), *cells),))
    return Section("recommendations", "Previous recommendations", (table,))


NONE = (Own("No response found in the collection."),)


def test_what_became_of_a_recommendation_is_told_by_column() -> None:
    d, e = Draft(), Draft()
    nothing = Section("summary", "Summary")
    before = e.note(TERMS, {}, nothing, recommended(e, NONE, ()), documents=DOCUMENTS)
    now = d.note(TERMS, {}, nothing, recommended(d, (Own("Accepted.", True), d.say(notes.debate)), ()), documents=DOCUMENTS)
    (found,) = since.changes(before, now).recommendations
    assert (found.column, found.before) == ("Response", NONE) and found.now[0] == Own("Accepted.", True)
    assert not since.changes(now, now) and not since.changes(before, now).sections


def test_a_setting_that_is_another_is_told_and_is_no_change_by_itself() -> None:
    now = earlier()
    found = since.changes(earlier(), replace(now, inquiry=replace(now.inquiry, words=900)))
    assert found.settings == (("words aimed at", "3,000", "900"),) and not found


# and how it is told ----------------------------------------------------------------------------------------------------


def nobody(passage_id: str) -> None:
    """Nobody is known to have said any passage."""


def changed_note() -> tuple[BriefingNote, BriefingNote]:
    """A note with its section of changes, and as it was before that: a point gone with its document, one with what its document was, one chosen no more."""
    d, e = Draft(), Draft()
    before = e.note(TERMS, {1: [e.say(notes.report, FIRST), e.say(notes.press), e.say(notes.asked)], 2: [e.say(notes.debate)]}, documents=DOCUMENTS)
    documents = {"inspectorate-2017": "e" * 64, "saltmarsh-debate": "b" * 64, "audit-2018": "d" * 64}
    now = d.note(TERMS, {1: [d.say(FIGURES)], 2: [d.say(notes.debate)]}, documents=documents, made="2018-06-04")
    return since_section.with_changes(now, since.changes(before, now), {"wherrymen-2017": "Our winter"}, nobody), now


def section(note: BriefingNote) -> Section:
    return next(each for each in note.sections if each.name == "since")


def test_the_section_stands_right_after_the_session_and_citations_are_in_reading_order() -> None:
    note, before = changed_note()
    assert [each.name for each in note.sections] == ["session", "since", "themes", "sources"]
    assert section(note).heading == "What changed since the note of 3 May 2018"
    met = dict.fromkeys(number for each in note.walk() for one in said(each) for number in one.citations)
    assert list(met) == list(range(1, len(note.citations) + 1)) == [each.number for each in note.citations]
    for one, other in zip(said_of(note), said_of(before), strict=True):
        assert [note.citations[n - 1].passage for n in one.citations] == [before.citations[n - 1].passage for n in other.citations]


def said_of(note: BriefingNote) -> list[Said]:
    return [one for each in note.walk() if each.name.startswith("themes") for one in said(each)]


def test_gone_evidence_has_its_old_reference_and_no_link() -> None:
    note, _ = changed_note()
    cited = {each.passage.document_id: each.passage for each in note.citations if each.passage.id != notes.debate.id}
    assert cited["wherrymen-2017"].url is None and cited["wherrymen-2017"].remark == "as cited in the note of 3 May 2018; no longer in the collection"
    assert cited["inspectorate-2017"].url is None and "its document has changed since" in str(cited["inspectorate-2017"].remark)
    assert cited["saltmarsh-debate"] == notes.asked and cited["audit-2018"] == FIGURES
    assert {each.passage.text for each in note.citations} == {p.text for p in (notes.report, notes.press, notes.asked, notes.debate, FIGURES)}


def test_words_that_a_changed_document_still_has_are_cited_as_they_are_now() -> None:
    d = Draft()
    now = d.note(
        TERMS, {1: [d.say(notes.report, SECOND), d.say(notes.press)], 2: [d.say(notes.debate)]}, documents={**DOCUMENTS, "inspectorate-2017": "e" * 64}
    )
    note = since_section.with_changes(now, since.changes(earlier(), now), {}, nobody)
    assert [each.passage for each in note.citations if each.passage.document_id == "inspectorate-2017"] == [notes.report]


def test_every_quotation_in_the_section_stands_in_the_passage_it_cites() -> None:
    note, _ = changed_note()
    quoted = [(words, number) for each in section(note).walk() for one in said(each) for words in one.quoted for number in one.citations]
    assert len(quoted) == 4 and all(words in note.citations[number - 1].passage.text for words, number in quoted)


def test_a_sentence_that_leant_on_the_one_before_is_led_in_anew() -> None:
    d, e = Draft(), Draft()
    leaning = replace(d.say(notes.advice), text=f"The same report also says: “{notes.advice.text}”")
    answer = replace(notes.debate, id="x", reply_to=notes.asked.id)
    now = d.note(TERMS, {1: [d.say(notes.report, FIRST), leaning, d.say(answer)]}, documents=DOCUMENTS)
    changes = since.changes(e.note(TERMS, {1: [e.say(notes.report, FIRST)]}, documents=DOCUMENTS), now)
    note = since_section.with_changes(now, changes, {}, {notes.asked.id: "Brid Sandling"}.get)
    one, other = (one.text for each in section(note).walk() for one in said(each))
    assert one.startswith(f"{notes.INSPECTORATE}’s inspection report") and one.endswith(f": “{notes.advice.text}”")
    assert other.startswith("Answering Brid Sandling, Ansel Wherry")


def test_the_text_tells_what_changed_and_why() -> None:
    note, _ = changed_note()
    text = " ".join(since_section.text(note).split())
    for part in (
        "1 point new; 3 points gone.",
        "Documents used now that were not used then: ‘The audit’.",
        "Documents used then that are not used now: ‘Our winter’.",
        f"Documents of other content now: ‘{notes.REPORT}’.",
        f"Theme 1: {TERMS[0]} · What official findings say",
        "- New: ",
        "- No longer in the collection: ",
        "- No longer among the points; its document has changed: ",
        "- No longer among the points chosen, though its document is still there: ",
        "no longer in the collection])",
    ):
        assert part in text


def test_what_changed_is_part_of_no_later_comparison(tmp_path: Path) -> None:
    note, before = changed_note()
    record.save(note, tmp_path / "a.note.json")
    assert not since.changes(record.load(tmp_path / "a.note.json"), before)


def test_many_changes_are_counted_and_not_all_told() -> None:
    d, e = Draft(), Draft()
    many = [notes.passage(n, "audit-2018", Kind.GOVERNMENT_REPORT, f"Crossing {n} cost {n} crowns.", f"p. {n}") for n in range(9)]
    now = d.note(TERMS, {1: [d.say(each) for each in many]}, documents=DOCUMENTS)
    note = since_section.with_changes(now, since.changes(e.note(TERMS, {}, documents=DOCUMENTS), now), {}, nobody)
    (inner,) = section(note).sections
    assert isinstance(inner.blocks[0], Bullets) and len(inner.blocks[0].items) == 6
    assert inner.blocks[1] == Paragraph((Own("3 more changes are not shown."),))


def test_nothing_changed_is_said_in_a_sentence() -> None:
    same = since_section.with_changes(earlier(), since.changes(earlier(), earlier()), {}, nobody)
    assert since_section.text(same).splitlines()[2:] == ["Nothing has changed in the documents, the points or the recommendations."]
