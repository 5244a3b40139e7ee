"""What the command line prints: answers, hits and lists as text, and as the JSON that others rely on."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING, Any

from assistant import citations as refs
from assistant.answer import Citation

if TYPE_CHECKING:
    from assistant.answer import Answer
    from assistant.library import Additions
    from corpus.document import Passage
    from index.hits import Hit
    from index.rows import Entry, Listed

_WIDTH = 100


def answer(told: Answer) -> str:
    """The answer as text: sentences under their groups with [numbers], then what the numbers stand for."""
    lines: list[str] = []
    if told.standalone_question != told.question:
        lines += [f"(understood as: {told.standalone_question})", ""]
    if told.abstained:
        return "\n".join([*lines, _wrapped(told.reason or "")])
    group = None
    for sentence in told.sentences:
        if sentence.group and sentence.group != group:
            group = sentence.group
            lines += [f"{group}", ""]
        lines += [_wrapped(sentence.text + " " + "".join(f"[{n}]" for n in sentence.citations)), ""]
    for citation in told.citations:
        lines.append(_wrapped(f"[{citation.number}] {refs.reference(citation.passage, citation.title)}", "    "))
        lines += [f"    {citation.passage.url}"] if citation.passage.url else []
    lines += ["", "Written by the model, but not borne out by the record:"] if told.withheld else []
    lines += [_wrapped(f"“{withheld.text}” {withheld.reason}", "    ", "  - ") for withheld in told.withheld]
    return "\n".join(lines)


def hits(found: Sequence[Hit]) -> str:
    """Hits as text, a passage each."""
    if not found:
        return "nothing found"
    heads = [f"{hit.rank}. {refs.label(hit.passage)}: {hit.title}, {hit.passage.locator}" for hit in found]
    return "\n\n".join(f"{head}\n{_wrapped(hit.passage.text, '   ', '   ')}" for head, hit in zip(heads, found, strict=True))


def hits_json(question: str, found: Sequence[Hit]) -> dict[str, Any]:
    """Hits in the names of the JSON contract (``briefing search --json``)."""
    rows = []
    for hit in found:
        p = hit.passage
        from_where = {"words": hit.found.words, "vectors": hit.found.vectors, "fused": hit.found.fused, "alike": hit.found.look.alike}
        rows.append({
            "rank": hit.rank, "score": hit.score, "passage_id": p.id, "document_id": p.document_id, "title": hit.title, "kind": p.kind.value,
            "speaker": p.speaker, "date": p.date, "locator": p.locator, "url": p.url, "text": p.text, "source": hit.source, "mark": p.mark and p.mark.value,
            "mark_number": p.number, "remark": p.remark, "scores": from_where,
        })  # fmt: skip
    return {"question": question, "hits": rows}


def passage_id(given: str) -> str:
    """The id in what a person has at hand: an id as it is, or a TheyWorkForYou link (``…/debates/?id=2009-10-27d.141.9``)."""
    link = re.fullmatch(r"https?://www\.theyworkforyou\.com/(\w+)/\?id=([\w.-]+)(?:#.*)?", given)
    sections = {"debates": "debate", "whall": "westminhall", "sp": "spor", "spwrans": "spwa"}
    return f"uk.org.publicwhip/{sections.get(link[1], link[1])}/{link[2]}" if link else given


def entry(found: Entry, around: Sequence[Passage]) -> str:
    """A passage whole, with its neighbours and its reference."""
    lines = [_wrapped(refs.reference(found.passage, found.title)), *([found.passage.url] if found.passage.url else []), ""]
    for passage in around:
        here = passage.id == found.passage.id
        lines += [f"{'>' if here else ' '} {passage.locator} · {refs.label(passage)} · {passage.id}"]
        lines += [_wrapped(passage.text, "    ", "    "), ""]
    return "\n".join(lines).rstrip()


def entry_json(found: Entry, around: Sequence[Passage]) -> dict[str, Any]:
    """A passage whole, in the names of a citation, and the ids of its neighbours."""
    told = Citation(1, found.passage, found.title, found.publisher).as_json()
    del told["number"]
    return {**told, "source": found.source, "around": [passage.id for passage in around]}


def documents(listed: Sequence[Listed]) -> str:
    """The collection as text, a document a line."""
    if not listed:
        return "no documents; add some with: briefing index add PATH"
    return "\n".join(f"{d.document_id}  {d.date or '?'}  {d.kind}  {d.passages} passages  {d.title}" for d in listed)


def documents_json(listed: Sequence[Listed]) -> dict[str, Any]:
    """The collection in the names of the JSON contract (``briefing index list --json``)."""
    return {"documents": [asdict(document) for document in listed]}


def additions(done: Additions) -> str:
    """What came of adding, as a line."""
    superseded = f"superseded {len(done.superseded)}, " if done.superseded else ""
    return f"added {len(done.added)}, updated {len(done.updated)}, unchanged {len(done.unchanged)}, {superseded}failed {len(done.failed)}"


def additions_json(done: Additions) -> dict[str, Any]:
    """What came of adding, in the names of the JSON contract (``briefing index add --json``)."""
    told = asdict(done)
    if not done.superseded:  # seldom there, and others rely on the other names
        del told["superseded"]
    return told


def plain(name: str) -> str:
    """A file's name as it can be printed anywhere, bytes that are no text written as such."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _wrapped(text: str, later: str = "", first: str = "") -> str:
    """The text wrapped; rows of a table stay on lines of their own."""
    head, *rows = text.split("\n")
    fill = partial(textwrap.fill, width=_WIDTH, subsequent_indent=later, break_long_words=False, break_on_hyphens=False)
    return "\n".join([fill(head, initial_indent=first), *(fill(row, initial_indent=later) for row in rows)])
