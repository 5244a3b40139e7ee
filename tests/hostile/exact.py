"""Mutations of what is exact: numbers, quotations, names, speakers, offices, dates, citations and kinds of source.

Each gives the sentence with one thing wrong, or ``None`` where there is nothing to put wrong.
"""

from __future__ import annotations

import random
import re
from dataclasses import replace

from assistant.verify.moments import moments
from assistant.verify.names import known, names
from corpus.dates import in_words
from corpus.document import Kind
from tests.hostile import elsewhere, figures
from tests.hostile.elsewhere import one_name
from tests.hostile.truths import Mutation, Pool, True_, told


def _speaker(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    speaker = true.passage.speaker
    if not speaker or speaker not in true.lead or " " not in speaker:
        return None
    other = chance.choice(pool.speakers)
    return replace(true, lead=true.lead.replace(speaker, other)) if other.split()[-1] not in speaker + true.passage.text else None


def _office(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    office = true.passage.office
    if not office or office not in true.lead:
        return None
    other = chance.choice(pool.offices)
    plain = [re.sub(r"(?i)^the ", "", each).lower() for each in (office, other)]
    return replace(true, lead=true.lead.replace(office, other)) if plain[0] not in plain[1] and plain[1] not in plain[0] else None


def _date(part: str) -> Mutation:
    def mutate(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
        where = chance.choice(("lead", "said"))
        text = getattr(true, where)
        found = [m for m in moments(text) if getattr(m, part) and not m.words and (part != "day" or m.month)]
        if not found:
            return None
        m = chance.choice(found)
        said = _moved(m.said, part, getattr(m, part), chance)
        there = [*moments(true.passage.text), *(x for h in true.passage.headings for x in moments(h))]
        new = next(iter(moments(said)), None)
        if not new or said == m.said or any(new.holds(x) for x in there) or (true.passage.date and new.holds(moments(in_words(true.passage.date))[0])):
            return None
        return replace(true, **{where: text[: m.start] + said + text[m.stop :]})

    return mutate


_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]


def _moved(said: str, part: str, value: int, chance: random.Random) -> str:
    if part == "year":
        return said.replace(str(value), str(value + chance.choice((-3, -2, -1, 1, 2, 3))), 1)
    if part == "month":
        return re.sub(r"[A-Z][a-z]+", chance.choice([m for i, m in enumerate(_MONTHS, 1) if i != value]), said, count=1)
    return re.sub(r"\b\d{1,2}", str(value % 28 + 1), said, count=1)


def _citation(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    other = chance.choice(pool.items)
    same = true.said in other.passage.text or other.passage.text in true.passage.text or true.passage.text in other.passage.text
    return None if same else replace(true, evidence=(replace(other.evidence[0], number=1),))


def _neighbour(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    """A wrong citation close at hand: another passage of the same speaker or body."""
    near = [
        o
        for o in pool.items
        if o.passage.document_id == true.passage.document_id and o.passage.speaker == true.passage.speaker and o.passage.id != true.passage.id
    ]
    found = [o for o in near if true.said[1:-1] not in o.passage.text]
    return replace(true, evidence=chance.choice(found).evidence) if found else None


def _invented_quotation(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    other = chance.choice(pool.items)
    return replace(true, said=other.said) if true.quoted and other.quoted and other.said not in true.passage.text else None


def _altered_word(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    if not true.quoted:
        return None
    m = chance.choice(list(re.finditer(r"[a-z]{4,}", true.said)) or [None])
    new = chance.choice(pool.vocabulary)
    said = true.said[: m.start()] + new + true.said[m.end() :] if m else true.said
    return told(true, said) if said not in true.passage.text else None


def _unknown_citation(true: True_, pool: Pool, chance: random.Random) -> str:
    return f"{true.text} [{chance.randint(2, 60)}]"


_REPORTS = (
    "HM Inspectorate of Probation’s inspection report says",
    "The Justice Committee’s report says",
    "The inspection report found",
    "The inspectors found",
    "An official report said",
)


def _called_report(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    if true.passage.kind not in (Kind.COMMENT, Kind.TESTIMONY, Kind.ARTICLE, Kind.DEBATE, Kind.PRESS_RELEASE, Kind.WRITTEN_QUESTION):
        return None
    lead = chance.choice(_REPORTS)
    if (
        (true.passage.body or "x") in lead
        or re.search(r"(?i)report|inspect", true.passage.text)
        or re.search("(?i)inspect", f"{true.passage.speaker} {true.passage.office}")
    ):
        return None
    return replace(true, lead=lead if true.quoted else f"{lead} that")


def _name(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    found = [n for n in names(true.said) if not n.opens and n.start > 0 and n.parts and n.said in true.said and f"[{n.said}]" not in true.said]
    if not found:
        return None
    n = chance.choice(found)
    other = chance.choice(pool.names)
    fake = names(f"x {other}")
    if (
        not fake
        or known(fake[0], true.passage.text)
        or one_name(n.said, other)
        or any(known(fake[0], each) for each in (*true.passage.headings, true.evidence[0].title, true.passage.speaker or ""))
    ):
        return None
    return told(true, true.said.replace(n.said, other, 1))


EXACT: dict[str, Mutation] = {
    "digit changed": figures.digit, "number-word changed": figures.number_word, "unit changed": figures.unit, "bound turned": figures.bound,
    "speaker swapped": _speaker,
    "office changed": _office, "year changed": _date("year"), "month changed": _date("month"), "day changed": _date("day"), "wrong citation": _citation,
    "wrong citation, same voice": _neighbour, "invented quotation": _invented_quotation, "altered quotation word": _altered_word,
    "invented citation number": _unknown_citation, "comment called a report": _called_report, "name or place swapped": _name,
    "figures crossed": elsewhere.figures_crossed, "figure of another sentence": elsewhere.figure_from_elsewhere,
    "date of another sentence": elsewhere.date_from_elsewhere, "names crossed": elsewhere.names_crossed,
    "name of another sentence": elsewhere.name_from_elsewhere,
}  # fmt: skip
