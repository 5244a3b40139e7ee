"""What comes back for a question: sentences, each resting on numbered citations, and the citations themselves."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from assistant import citations as refs
from corpus.document import Passage


@dataclass(frozen=True, slots=True)
class Citation:
    """One numbered citation: the passage, and the document it stands in. ``also_at`` are other passages of the same words."""

    number: int
    passage: Passage
    title: str
    publisher: str | None
    also_at: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The citation in the names of the JSON contract."""
        p = self.passage
        about = asdict(p.about) if p.about else None
        return {
            "number": self.number, "passage_id": p.id, "document_id": p.document_id, "title": self.title, "kind": p.kind.value,
            "publisher": p.body or self.publisher, "speaker": p.speaker, "office": p.office, "party": p.party, "date": p.date, "locator": p.locator,
            "url": p.url, "reference": refs.reference(p, self.title), "quoted_in": p.origin.quoted_in if p.origin else None,
            "also_in": [*p.also_in, *self.also_at], "headings": list(p.headings), "about": about, "text": p.text,
            "mark": p.mark and p.mark.value, "mark_number": p.number, "remark": p.remark,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an answer with the numbers of the citations it rests on. ``quoted`` are the source's words in it."""

    text: str
    citations: tuple[int, ...]
    quoted: tuple[str, ...] = ()
    group: str | None = None
    status: Literal["verified", "unsupported"] = "verified"


@dataclass(frozen=True, slots=True)
class Withheld:
    """A sentence that was not shown, and why."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question. ``abstained`` is true where the collection does not answer; ``reason`` then says so. ``notice`` says what went
    otherwise than asked for: that a language model could not be used, and why."""

    question: str
    standalone_question: str
    mode: str
    sentences: tuple[Sentence, ...] = ()
    citations: tuple[Citation, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    abstained: bool = False
    reason: str | None = None
    notice: str | None = None

    def as_json(self) -> dict[str, Any]:
        """The answer in the names of the JSON contract (``briefing ask --json``)."""
        return {
            "question": self.question, "standalone_question": self.standalone_question, "mode": self.mode,
            "abstained": self.abstained, "reason": self.reason,
            "sentences": [{"text": s.text, "citations": list(s.citations), "status": s.status} for s in self.sentences],
            "withheld": [{"text": w.text, "reason": w.reason} for w in self.withheld],
            "citations": [citation.as_json() for citation in self.citations],
            **({"notice": self.notice} if self.notice else {}),
        }  # fmt: skip
