"""The draft with references put in: a footnote after each sentence that holds, and one that says what is wrong after each that does not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant import citations as refs
from assistant.answer import Citation
from assistant.drafts.draft import Draft
from assistant.drafts.finding import WRONG, Finding, Status

_OF_MARKDOWN = re.compile(r"([\\`*_\[\]])")
_WHAT = {Status.MISQUOTED: "Misquoted", Status.WRONG_SPEAKER: "Wrong speaker, office or date", Status.NOT_FOUND: "Not found"}


def with_references(draft: Draft, findings: Sequence[Finding]) -> str:
    """The draft's Markdown with its own notes kept; the same reference is given one footnote however often it is called."""
    prefix = next(word for word in ("r", "ref", "reference", "briefing-ref") if f"[^{word}1]" not in draft.markdown)
    numbers: dict[str, int] = {}
    pieces, at = list[str](), 0
    for finding in sorted(findings, key=lambda each: each.sentence.stop):
        marks = "".join(f"[^{prefix}{numbers.setdefault(words, len(numbers) + 1)}]" for words in _notes(finding))
        pieces += [draft.markdown[at : finding.sentence.stop], marks]
        at = finding.sentence.stop
    body = "".join([*pieces, draft.markdown[at:]]).rstrip("\n")
    return "\n\n".join([body, *(f"[^{prefix}{number}]: {words}" for words, number in numbers.items())]) + "\n"


def _notes(finding: Finding) -> list[str]:
    if finding.status is Status.VERIFIED:
        return [_reference(citation) for citation in finding.citations]
    if finding.status not in WRONG:
        return []
    nearest = "; ".join(_reference(citation) for citation in finding.citations)
    return [f"**{_WHAT[finding.status]}.** {_escaped(finding.reason or '')}" + (f" {nearest}" if nearest else "")]


def _reference(citation: Citation) -> str:
    url = citation.passage.url
    return _escaped(f"{refs.reference(citation.passage, citation.title)}.") + (f" <{url}>" if url else "")


def _escaped(text: str) -> str:
    return _OF_MARKDOWN.sub(r"\\\1", " ".join(text.split()))
