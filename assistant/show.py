"""What the command line prints: answers, hits and lists as text, and as the JSON that others rely on."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from assistant import citations as refs

if TYPE_CHECKING:
    from assistant.answer import Answer
    from assistant.library import Additions
    from index.hits import Hit
    from index.rows import Listed

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
        if sentence.group != group:
            group = sentence.group
            lines += [f"{group}", ""]
        lines += [_wrapped(sentence.text + " " + "".join(f"[{n}]" for n in sentence.citations)), ""]
    for citation in told.citations:
        lines.append(_wrapped(f"[{citation.number}] {refs.reference(citation.passage, citation.title)}", "    "))
        lines += [f"    {citation.passage.url}"] if citation.passage.url else []
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
            "speaker": p.speaker, "date": p.date, "locator": p.locator, "url": p.url, "text": p.text, "source": hit.source, "scores": from_where,
        })  # fmt: skip
    return {"question": question, "hits": rows}


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
    return f"added {len(done.added)}, updated {len(done.updated)}, unchanged {len(done.unchanged)}, failed {len(done.failed)}"


def additions_json(done: Additions) -> dict[str, Any]:
    """What came of adding, in the names of the JSON contract (``briefing index add --json``)."""
    return asdict(done)


def progress(done: int, total: int) -> None:
    """Progress of embedding on stderr: one line that is written over on a terminal, else a line at the end."""
    if sys.stderr.isatty():
        print(f"\rindexing {done:,} of {total:,} chunks", end="\n" if done == total else "", file=sys.stderr, flush=True)
    elif done == total:
        print(f"indexed {total:,} chunks", file=sys.stderr)


def plain(name: str) -> str:
    """A file's name as it can be printed anywhere, bytes that are no text written as such."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _wrapped(text: str, later: str = "", first: str = "") -> str:
    return textwrap.fill(text, _WIDTH, initial_indent=first, subsequent_indent=later, break_long_words=False, break_on_hyphens=False)
