"""What a note is asked for, from a file: every field, and everything that can be wrong with one, by line and field."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from assistant.note.asking import inquiry_file
from assistant.note.asking.toml_lines import Place, lines
from assistant.note.inquiry import DEFAULT_WORDS, BadInquiry, Inquiry, NoteKind, Session, Witness
from corpus.document import Kind
from corpus.readers import digests
from index.filters import Filters

FERRIES = """\
title = "Winter  ferries"
terms = [
  "How reliable is the winter timetable?",
  # what it costs
  '''
Who pays for a crossing
that does not run?''',
]
kind = "debate-pack"
committee = "Islands Committee"
words = 1_500
today = 2018-03-08

[session]
date = "2018-03-20"
place = "Long Room"

[[session.witness]]
name = "Merrin Coll"
role = "Chief Inspector"
organisation = "Ferries Inspectorate of Saltmarsh"
about = ["FIS", "Ferries Inspectorate"]

[[session.witness]]
role = "Spokesperson"

[use]
from = 2016
to = 2018-03-08
kinds = ["inspection-report", "debate"]
documents = ["ferries-2017"]
"""
READ = Inquiry(
    "Winter ferries", ("How reliable is the winter timetable?", "Who pays for a crossing that does not run?"), NoteKind.DEBATE, "Islands Committee",
    Session("2018-03-20", "Long Room", (
        Witness("Merrin Coll", "Chief Inspector", "Ferries Inspectorate of Saltmarsh", ("FIS", "Ferries Inspectorate")), Witness("Spokesperson"),
    )),
    Filters((Kind.INSPECTION_REPORT, Kind.DEBATE), since="2016", until="2018-03-08", documents=("ferries-2017",)), 1500, "2018-03-08",
)  # fmt: skip
LEAST = 'title = "Ferries"\nterms = ["How reliable are they?"]\n'


def held() -> list[str]:
    return ["ferries-2017", "harbours-2018"]


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "inquiry.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def problems(folder: Path, text: str | bytes) -> list[str]:
    """What is wrong with such a file, a line each, without the file's name."""
    path = written(folder, text)
    with pytest.raises(BadInquiry) as raised:
        inquiry_file.read(path, held)
    told = str(raised.value).splitlines()
    assert all(line.startswith(f"{path}: ") for line in told)
    return [line.removeprefix(f"{path}: ") for line in told]


# what is read ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", [FERRIES, FERRIES.replace("\n", "\r\n"), "\ufeff" + FERRIES], ids=["plain", "from Windows", "with a byte order mark"])
def test_every_field_is_read(tmp_path: Path, text: str) -> None:
    assert inquiry_file.read(written(tmp_path, text), held) == READ


def test_a_title_and_a_question_are_enough(tmp_path: Path) -> None:
    assert inquiry_file.read(written(tmp_path, LEAST)) == Inquiry("Ferries", ("How reliable are they?",), words=DEFAULT_WORDS)


def test_what_comes_from_elsewhere_need_not_be_in_the_file(tmp_path: Path) -> None:
    assert inquiry_file.read(written(tmp_path, "words = 200\n"), given=("title", "terms")) == Inquiry("", (), words=200)


def test_sixty_terms_are_read(tmp_path: Path) -> None:
    terms = [f"What of pier {number}?" for number in range(60)]
    assert inquiry_file.read(written(tmp_path, f"title = 'x'\nterms = {terms}\n")).terms == tuple(terms)


def test_nobody_is_asked_for_the_documents_where_none_is_named(tmp_path: Path) -> None:
    assert inquiry_file.read(written(tmp_path, LEAST), lambda: pytest.fail("asked")).title == "Ferries"


# what is wrong ---------------------------------------------------------------------------------------------------------

WRONG = [
    ('titel = "x"', "line 3: titel: there is no such field; did you mean title?"),
    ('colour = "x"', "line 3: colour: there is no such field; the fields here are title, terms, "),
    ("[session]\nwords = 300", "line 4: session.words: there is no such field; it belongs at the top of the file"),
    ("documents = []", "line 3: documents: there is no such field; it belongs under [use]"),
    ('kind = "breif"', 'line 3: kind: "breif" is no kind of note; did you mean brief?'),
    ('kind = "x"', 'line 3: kind: "x" is no kind of note; one of brief, debate-pack, one-page'),
    ("kind = ['brief']", 'line 3: kind: ["brief"] is no text; put it in quotes'),
    ('committee = "a\\u0000b"', "line 3: committee: "),
    ("committee = '  '", "line 3: committee: is empty; write something, or leave it out"),
    ("words = 199", "line 3: words: 199 is no length from 200 to 20,000; write a whole number"),
    ("words = 20001", "line 3: words: 20001 is no length"),
    ("words = '3000'", 'line 3: words: "3000" is no length'),
    ("words = true", "line 3: words: true is no length"),
    ("today = 2018", "line 3: today: 2018 is no date; write YYYY-MM-DD"),
    ("today = '3 May 2018'", 'line 3: today: "3 May 2018" is no date; write 2018-05-03'),
    ("[session]\ndate = '2018-02-30'", 'line 4: session.date: "2018-02-30" is no date'),
    ("[session]\ndate = 2018-03-20T10:00:00", "line 4: session.date: "),
    ("session = 3", "line 3: session: 3 is no table; put its fields under [session]"),
    ("[session]\nwitness = ['Coll']", 'line 4: session.witness: ["Coll"] is no list of tables; put each under a line [[session.witness]]'),
    (
        "[[session.witness]]\nname='a'\n[[session.witness]]\norganisation='b'",
        "line 5: session.witness[2].name: is missing; give the witness’s name, or the role",
    ),
    ("[[session.witness]]\nname='a'\nabout='b'", 'line 5: session.witness[1].about: "b" is no list; write ["b"]'),
    ("[[session.witness]]\nname='a'\nnames='b'", "line 5: session.witness[1].names: there is no such field; did you mean name?"),
    ("[use]\nfrom = 2018\nto = 2017", "line 4: use.from: 2018 is after to, 2017; change them round"),
    ("[use]\nfrom = false", "line 4: use.from: false is no date; write YYYY, YYYY-MM or YYYY-MM-DD"),
    ("[use]\nkinds = [\n 'debate',\n 'press-relase']", 'line 6: use.kinds[2]: "press-relase" is no kind of source; did you mean press-release?'),
    ("[use]\ndocuments = ['ferries-2018']", 'line 4: use.documents[1]: "ferries-2018" is no document of the collection; did you mean ferries-2017?'),
    ("[use]\ndocuments = ['x']", 'line 4: use.documents[1]: "x" is no document of the collection; see: briefing index list'),
    (f"committee = {'0' * 90!r}\nkind = {'0' * 90!r}", f'line 4: kind: "{"0" * 59}… is no kind'),
]


@pytest.mark.parametrize(("more", "says"), WRONG)
def test_what_is_wrong_is_told_by_line_and_field(tmp_path: Path, more: str, says: str) -> None:
    (told,) = problems(tmp_path, LEAST + more + "\n")
    assert told.startswith(says)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("terms = ['How?']\n", "line 1: title: is missing; give it"), ("title = ''\nterms = ['How?']\n", "line 1: title: is empty"),
        ("title = 'x'\n", "line 1: terms: there are none; give"), ("title = 'x'\nterms = []\n", "line 2: terms: there are none; give"),
        ("title = 'x'\nterms = 'How?'\n", 'line 2: terms: "How?" is no list; write ["How?"]'),
        ("title = 'x'\nterms = [\n 'How?',\n\n ' ']\n", "line 5: terms[2]: is empty"),
        ("title = 'x'\nterms = [\n 'How?',\n 7]\n", "line 4: terms[2]: 7 is no text; put it in quotes"),
        ("title = 'x'\nterms = [\n 'How?',\n 'how?']\n", "line 4: terms[2]: stands there twice"),
        (f"title = 'x'\nterms = ['{'a' * 2001}']\n", "line 2: terms[1]: the question has 2,001 characters"),
        (f"title = 'x'\nterms = {[f'{n}?' for n in range(61)]}\n", "line 2: terms: there are 61, more than 60; make a note of its own for some"),
    ],
)  # fmt: skip
def test_a_note_needs_a_title_and_terms(tmp_path: Path, text: str, says: str) -> None:
    (told,) = problems(tmp_path, text)
    assert told.startswith(says)


def test_all_that_is_wrong_is_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    told = problems(tmp_path, "terms = [\n  '',\n  3]\nwords = 1\n[use]\nto = 'x'\n[session]\ndate = 'y'\n")
    assert [line.split(": ")[:2] for line in told] == [
        ["line 1", "title"], ["line 2", "terms[1]"], ["line 3", "terms[2]"], ["line 4", "words"], ["line 6", "use.to"], ["line 8", "session.date"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("title = 'x'\nterms = ['a' 'b']\n", "line 2, column 14: is no TOML"),
        ('title = "x\n', "line 1, column "),
        ("title = [", "end of the file: is no TOML"),
        (b"title = 'x'\ncommittee = '\xe9'\n", "line 2: is not UTF-8 text; save the file as UTF-8"),
        ("x = " + "[" * 5000, "is nested too deeply"),
        (f"words = {'9' * 5000}", "some line: is no TOML"),
        ("a = 1\n" * 200_000, "has 1,200,000 bytes"),
    ],
)
def test_a_file_that_is_no_toml_is_one_line(tmp_path: Path, text: str | bytes, says: str) -> None:
    (told,) = problems(tmp_path, text)
    assert told.startswith(says)


def test_what_is_no_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(BadInquiry, match=r"is a folder; name"):
        inquiry_file.read(tmp_path)
    with pytest.raises(BadInquiry, match=r"there is no such file; name one, or “bundled”"):
        inquiry_file.read(tmp_path / "none.toml")


def test_a_damaged_file_is_read_or_refused_and_nothing_else(tmp_path: Path) -> None:
    random_ = random.Random(6)
    for _ in range(300):
        data = bytearray(FERRIES.encode())
        for _ in range(random_.randint(1, 4)):
            at = random_.randrange(len(data))
            match random_.randrange(3):
                case 0:
                    data[at] = random_.choice(b"[]{}=.,'\"\n#a0\xff")
                case 1:
                    del data[at : at + random_.randrange(30)]
                case _:
                    data[at:at] = data[random_.randrange(len(data)) :][: random_.randrange(40)]
        try:
            inquiry_file.read(written(tmp_path, bytes(data)), held)
        except BadInquiry as error:
            assert all(line.startswith(str(tmp_path)) for line in str(error).splitlines())


# on which line ---------------------------------------------------------------------------------------------------------

TOML = [
    FERRIES,
    "a.b.c = 1\n[a.b.d]\n\"x.y\" = '''\n=\n'''\n[a.\"q=[\".'r']\nz = {i = [1, {j = \"}\"}], \"k l\".m = 2}",
    "[[a]]\n[[a.b]]\nc = 1\n[[a.b]]\nc = 2\n[a.d]\ne = 1979-05-27 07:32:28Z # ]\n[[a]]\n[[a.b]]\nf = [[1, 2], [\n3]]",
    'x = """\n[no]\ny = 1\\"""\n"""""\ny = [ # [\n\'#\',"\\"]",\n]\n\n[t]\nu = -1.5e3\nv=[]\nw={}',
    'k = ["""a"""", """b""", \n 2, 3]',
    "k = ['''a'''', '''b''', \n 2]",
]


def places(value: Any, above: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Every value within, with its place."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield (*above, key), each
        yield from places(each, (*above, key))


@pytest.mark.parametrize("text", TOML)
def test_every_value_has_the_line_it_stands_on(text: str) -> None:
    """Cut off right above its line, the file has not got the value yet."""
    found, source = lines(text), text.split("\n")
    for place, value in places(tomllib.loads(text)):
        line = found[place]
        last = place[-1]
        assert isinstance(last, int) or last in source[line - 1], place
        if not isinstance(value, dict | list):
            above = "\n".join(source[: line - 1])
            assert place not in dict(places(_loaded(above))), place


def _loaded(text: str) -> Any:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:  # cut within an array
        return {}


def test_a_random_file_has_every_value_on_the_line_it_was_written_on() -> None:
    random_ = random.Random(7)
    for _ in range(200):
        source, expected = made_up(random_)
        tomllib.loads(source)
        found = lines(source)
        assert {place: found.get(place) for place in expected} == expected


def made_up(random_: random.Random) -> tuple[str, dict[Place, int]]:
    """A TOML file with the line of each of its fields and items."""
    rows: list[str] = []
    expected: dict[Place, int] = {}
    arrays: dict[str, int] = {}
    for number in range(random_.randint(1, 6)):
        here: Place = ()
        if number:
            name = random_.choice("pq")
            at = arrays[name] = arrays.get(name, -1) + 1
            rows.append(random_.choice([f"[[{name}]]", f" [[ '{name}' ]] # [x]"]))
            here = (name, at)
            expected[here] = len(rows)
        for key in random_.sample(["a", "b", "c"], random_.randint(0, 3)):
            place = (*here, key)
            expected[place] = len(rows) + 1
            value, inner = made_up_value(random_)
            expected |= {(*place, item): len(rows) + 1 + offset for item, offset in inner.items()}
            rows += f"{random_.choice([key, repr(key)])} = {value}".split("\n")
        rows += [""] * random_.randint(0, 1)
    return "\n".join(rows), expected


def made_up_value(random_: random.Random) -> tuple[str, dict[int, int]]:
    """A value as it is spelt, and for each item of a list how many lines below the first it stands."""
    simple = ["1", "-2.5", "1979-05-27 07:32:28", '"a # [b] = {"', "'''\nx = 1\n'''", '"""a\\"""b\n\n"""', "true", '{d = 1, e = "}"}', "'it'"]
    if random_.random() < 0.6:
        return random_.choice(simple), {}
    text, items = "[", {}
    for item in range(random_.randint(0, 4)):
        text += random_.choice(["", " ", "\n", "\n# ]\n"])
        items[item] = text.count("\n")
        text += random_.choice(simple) + ","
    return text + "\n]", items


# the ready example -----------------------------------------------------------------------------------------------------


def test_the_ready_example_names_only_whom_the_collection_knows() -> None:
    asked = inquiry_file.read(inquiry_file.bundled(), lambda: [document.id for document in digests.bundled()])
    known = "\n".join(
        f"{p.text} {p.about and (p.about.speaker, p.about.office, p.about.body)} {document.title}" for document in digests.bundled() for p in document.passages
    ).casefold()
    assert asked.title.casefold() in known and len(asked.terms) == 5 and len(asked.session.witnesses) >= 4
    for witness in asked.session.witnesses:
        assert all(name.casefold() in known for name in (witness.name, witness.role, witness.organisation, *witness.about) if name), witness


def test_the_ready_example_ships_beside_the_collection() -> None:
    assert inquiry_file.bundled() == Path(str(files("corpus"))) / "bundled" / "inquiry.toml" and inquiry_file.bundled().is_file()
