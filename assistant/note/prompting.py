"""What the evidence prompts, worded as questions: each sort has one form, in which all that the record says stands between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.abstention import names
from assistant.disagreements.disagreement import Disagreement, Side, Sort
from assistant.note.addressees import speaks_for, to_whom
from assistant.note.evidence import PRACTITIONERS, Piece
from assistant.note.inquiry import Inquiry
from assistant.note.promises import Promise
from assistant.note.responses import Status
from assistant.note.responsible import Responsible
from assistant.note.suggestion import Suggestion, Why, quoted, spoken, who
from assistant.note.tracing import Traced
from assistant.note.unanswered import Unanswered
from corpus.document import Mark

_GOVERNMENT = re.compile(r"(?i)\b(?:governments?|ministers?|ministry|department|secretar(?:y|ies)|administrations?)\b")
_WORKED = "How would Parliament be able to tell whether it has worked?"
_CALLING = ("recommend", "urge", "invite", "call on", "call upon")


def of_disagreements(inquiry: Inquiry, found: Sequence[Disagreement]) -> Iterator[Suggestion]:
    """Sources that differ; not where one of them is an account that nobody can verify."""
    for each in found:
        left, right = spoken(each.left.words), spoken(each.right.words)
        if not left or not right or max(_authority(each.left), _authority(each.right)) >= PRACTITIONERS:
            continue
        changed = each.sort is Sort.INSPECTIONS
        told = f"{_told(each.left, left)} {_told(each.right, right, each.left.date)}"
        texts = [each.left.words, each.right.words, *speaks_for(each.left.hit), *speaks_for(each.right.hit)]
        yield Suggestion(
            Why.DISPUTED, f"{told} {'What explains the change?' if changed else 'How do you explain the difference?'}",
            to_whom(inquiry, texts, "each witness in turn"), (_piece(each.left), _piece(each.right)),
            "What is the position today?" if changed else "Which figures or records would settle the matter?",
        )  # fmt: skip


def of_promises(inquiry: Inquiry, found: Sequence[Promise]) -> Iterator[Suggestion]:
    """Undertakings whose day has passed."""
    for each in found:
        if words := spoken(each.words):
            said = f"{who(each.hit.passage, 'said')}: {quoted(words)}"
            to = to_whom(inquiry, [*speaks_for(each.hit), each.words], "the Government")
            follow_up = "If it was not done in time, what stood in the way?"
            yield Suggestion(Why.PROMISE, f"{said} What became of that?", to, (Piece(each.hit, (each.words,), 1.0),), follow_up)


def of_recommendations(inquiry: Inquiry, found: Sequence[Traced]) -> Iterator[Suggestion]:
    """Recommendations of which the collection does not say what became."""
    for each in found:
        words = spoken(each.recommendation.words)
        if not words or each.status not in (Status.NONE, Status.ANSWERED) or each.later:
            continue
        hit = each.recommendation.hit
        said = f"{who(hit.passage, 'said' if any(call in words for call in _CALLING) else 'recommended')}: {quoted(words)}"
        reply = Piece(each.response.hit, (each.response.words,), 1.0) if each.response else None
        yield Suggestion(
            Why.UNSETTLED if reply else Why.RECOMMENDATION, f"{said} What has been done about that recommendation?",
            to_whom(inquiry, [words], _addressed(words)), (Piece(hit, (each.recommendation.words,), 1.0),),
            "If it has not been accepted, what are the reasons?" if reply else "If nothing has been done, what are the reasons?", reply,
        )  # fmt: skip


def of_findings(found: Sequence[Responsible]) -> Iterator[Suggestion]:
    """Findings that concern the organisation asked."""
    for each in found:
        if words := spoken(" … ".join(each.piece.runs)):
            said = f"{_found(each.piece)}: {quoted(words)}"
            yield Suggestion(Why.FINDING, f"{said} What has {each.organisation} done about that finding?", each.to, (each.piece,), _WORKED, each.said)


def of_shortcomings(found: Sequence[Piece]) -> Iterator[Suggestion]:
    """Findings that something was wanting, whosever it was."""
    for piece in found:
        if words := spoken(" … ".join(piece.runs)):
            said = f"{_found(piece)}: {quoted(words)}"
            yield Suggestion(Why.WANTING, f"{said} What has been done about that finding?", "each witness in turn", (piece,), _WORKED)


def of_unanswered(inquiry: Inquiry, found: Sequence[Unanswered]) -> Iterator[Suggestion]:
    """Questions that were put in Parliament and not answered."""
    for each in found:
        words = spoken(each.words.rstrip("."))
        if not words:
            continue
        reply = Piece(each.reply, (each.reply_words,), 1.0) if each.reply else None
        without = each.reply is not None and each.reply.passage.mark is not Mark.NON_ANSWER
        texts = [*(speaks_for(each.reply) if each.reply else ()), each.hit.passage.text]
        yield Suggestion(
            Why.UNANSWERED if reply else Why.NO_REPLY, f"{who(each.hit.passage, 'asked')}: {quoted(words)} What is the answer today?",
            to_whom(inquiry, texts, "the Government"), (Piece(each.hit, (each.words,), 1.0),),
            "What would it take to find out?" if without else "Why was no answer given at the time?", reply,
        )  # fmt: skip


def _found(piece: Piece) -> str:
    """Who found it, and where the words name nobody and no place the heading that tells of whom they are."""
    passage = piece.hit.passage
    heading = passage.headings[-1] if passage.headings and not passage.about else ""
    under = f", under the heading ‘{heading}’" if heading and not names(" ".join(piece.runs)) and "foreword" not in heading.lower() else ""
    return who(passage, "found") + under


def _addressed(words: str) -> str:
    return "the Government" if _GOVERNMENT.search(words) else "those to whom the recommendation was addressed"


def _told(side: Side, words: str, since: str | None = None) -> str:
    return f"{who(side.hit.passage, 'said', since)}: {quoted(words)}"


def _piece(side: Side) -> Piece:
    return Piece(side.hit, (side.words,), 1.0)


def _authority(side: Side) -> int:
    return side.hit.passage.standing.authority
