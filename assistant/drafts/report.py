"""What ``briefing verify`` prints: the sentences that do not hold, each with what the record has, and the JSON that others rely on."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import Any

from assistant import citations as refs
from assistant.drafts.finding import WRONG, Finding, Status

_WIDTH = 100
_IN_WORDS = {
    Status.VERIFIED: "verified", Status.MISQUOTED: "misquoted", Status.WRONG_SPEAKER: "wrong speaker, office or date", Status.NOT_FOUND: "not found",
    Status.NOT_CHECKED: "not checked",
}  # fmt: skip


def wrong(findings: Sequence[Finding]) -> list[Finding]:
    """The findings on sentences that do not hold."""
    return [finding for finding in findings if finding.status in WRONG]


def text(findings: Sequence[Finding]) -> str:
    """The sentences that do not hold, in order, and a line that sums up."""
    return "\n".join([line for finding in wrong(findings) for line in (*_lines(finding), "")] + [summary(findings)])


def summary(findings: Sequence[Finding]) -> str:
    """How many sentences came out how: *12 sentences: 7 verified, 1 misquoted, 4 not checked*."""
    told = [finding for finding in findings if not finding.sentence.heading]
    counted = Counter(finding.status for finding in told)
    parts = ", ".join(f"{counted[status]} {_IN_WORDS[status]}" for status in Status if counted[status])
    return f"{len(told)} {'sentence' if len(told) == 1 else 'sentences'}: {parts}"


def as_json(findings: Sequence[Finding]) -> dict[str, Any]:
    """The findings in the names of the JSON contract (``briefing verify --json``); headings are left out."""
    return {"sentences": [_row(finding) for finding in findings if not finding.sentence.heading]}


def _row(finding: Finding) -> dict[str, Any]:
    return {
        "text": finding.sentence.text, "status": finding.status.value, "reason": finding.reason,
        "citations": [citation.as_json() for citation in finding.citations], "paragraph": finding.sentence.paragraph, "record": finding.record,
    }  # fmt: skip


def _lines(finding: Finding) -> list[str]:
    fill = partial(textwrap.fill, width=_WIDTH, break_long_words=False, break_on_hyphens=False)
    indented = partial(fill, initial_indent="    ", subsequent_indent="    ")
    lines = [f"paragraph {finding.sentence.paragraph} · {_IN_WORDS[finding.status]}", fill(finding.sentence.text, initial_indent="  ", subsequent_indent="  ")]
    lines += [indented(finding.reason)] if finding.reason else []
    for citation in finding.citations:
        lines.append(fill(f"[{citation.number}] {refs.reference(citation.passage, citation.title)}", initial_indent="    ", subsequent_indent="        "))
    return lines
