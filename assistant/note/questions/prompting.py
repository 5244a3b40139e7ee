"""What the evidence prompts, worded as questions: each sort has one form, in which all that the record says stands between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.abstention import names
from assistant.disagreements.disagreement import Disagreement, Side, Sort
from assistant.note.evidence import PRACTITIONERS, Piece
from assistant.note.inquiry import Inquiry
from assistant.note.questions import follow_up
from assistant.note.questions.addressees import speaks_for, to_whom
from assistant.note.questions.promises import Promise
from assistant.note.questions.responsible import Responsible
from assistant.note.questions.suggestion import Suggestion, Told, Why, spoken, who
from assistant.note.questions.unanswered import Unanswered
from assistant.note.recommending.responses import Status
from assistant.note.recommending.tracing import Traced
from corpus.document import Mark

_GOVERNMENT = re.compile(r"(?i)\b(?:governments?|ministers?|ministry|department|secretar(?:y|ies)|administrations?)\b")
_CALLING = ("recommend", "urge", "invite", "call on", "call upon")


def of_disagreements(inquiry: Inquiry, found: Sequence[Disagreement]) -> Iterator[Suggestion]:
    """Sources that differ; not where one of them is an account that nobody can verify."""
    for each in found:
        left, right = _side(each.left), _side(each.right, each.left.date)
        if not left or not right or max(_authority(each.left), _authority(each.right)) >= PRACTITIONERS:
            continue
        changed = each.sort is Sort.INSPECTIONS
        texts = [each.left.words, each.right.words, *speaks_for(each.left.hit), *speaks_for(each.right.hit)]
        yield Suggestion(
            Why.DISPUTED, (left, right), "What explains the change?" if changed else "How do you explain the difference?",
            to_whom(inquiry, texts, "each witness in turn"), follow_up.of_dispute(each.sort),
        )  # fmt: skip


def of_promises(inquiry: Inquiry, found: Sequence[Promise]) -> Iterator[Suggestion]:
    """Undertakings whose day has passed."""
    for each in found:
        if words := spoken(each.words):
            told = Told(who(each.hit.passage, "said"), words, Piece(each.hit, (each.words,), 1.0))
            to = to_whom(inquiry, [*speaks_for(each.hit), each.words], "the Government")
            yield Suggestion(Why.PROMISE, (told,), "What became of that?", to, "If it was not done in time, what stood in the way?")


def of_recommendations(inquiry: Inquiry, found: Sequence[Traced]) -> Iterator[Suggestion]:
    """Recommendations of which the collection does not say what became."""
    for each in found:
        words = spoken(each.recommendation.words)
        if not words or each.status not in (Status.NONE, Status.ANSWERED) or each.later:
            continue
        hit = each.recommendation.hit
        calls = "said" if any(call in words for call in _CALLING) else "recommended"
        told = Told(who(hit.passage, calls), words, Piece(hit, (each.recommendation.words,), 1.0))
        reply = Piece(each.response.hit, (each.response.words,), 1.0) if each.response else None
        yield Suggestion(
            Why.UNSETTLED if reply else Why.RECOMMENDATION, (told,), "What has been done about that recommendation?",
            to_whom(inquiry, [words], _addressed(words)),
            "If it has not been accepted, what are the reasons?" if reply else "If nothing has been done, what are the reasons?", reply,
        )  # fmt: skip


def of_findings(found: Sequence[Responsible]) -> Iterator[Suggestion]:
    """Findings that concern the organisation asked."""
    for each in found:
        if told := _found(each.piece):
            yield Suggestion(
                Why.FINDING, (told,), f"What has {each.organisation} done about that finding?", each.to, follow_up.of_finding(each.piece), each.said
            )


def of_shortcomings(found: Sequence[Piece]) -> Iterator[Suggestion]:
    """Findings that something was wanting, whosever it was."""
    for piece in found:
        if told := _found(piece):
            yield Suggestion(Why.WANTING, (told,), "What has been done about that finding?", "each witness in turn", follow_up.of_finding(piece))


def of_unanswered(inquiry: Inquiry, found: Sequence[Unanswered]) -> Iterator[Suggestion]:
    """Questions that were put in Parliament and not answered."""
    for each in found:
        words = spoken(each.words.rstrip("."))
        if not words:
            continue
        reply = Piece(each.reply, (each.reply_words,), 1.0) if each.reply else None
        without = each.reply is not None and each.reply.passage.mark is not Mark.NON_ANSWER
        texts = [*(speaks_for(each.reply) if each.reply else ()), each.hit.passage.text]
        told = Told(who(each.hit.passage, "asked"), words, Piece(each.hit, (each.words,), 1.0))
        yield Suggestion(
            Why.UNANSWERED if reply else Why.NO_REPLY, (told,), "What is the answer today?", to_whom(inquiry, texts, "the Government"),
            "What would it take to find out?" if without else "Why was no answer given at the time?", reply,
        )  # fmt: skip


def _found(piece: Piece) -> Told | None:
    """Who found it, and where the words name nobody and no place the heading that tells of whom they are; nothing that cannot be read out."""
    passage, words = piece.hit.passage, spoken(" … ".join(piece.runs))
    heading = passage.headings[-1] if passage.headings and not passage.about else ""
    under = f", under the heading ‘{heading}’" if heading and not names(" ".join(piece.runs)) and "foreword" not in heading.lower() else ""
    return Told(who(passage, "found") + under, words, piece) if words else None


def _addressed(words: str) -> str:
    return "the Government" if _GOVERNMENT.search(words) else "those to whom the recommendation was addressed"


def _side(side: Side, since: str | None = None) -> Told | None:
    words = spoken(side.words)
    return Told(who(side.hit.passage, "said", since), words, Piece(side.hit, (side.words,), 1.0)) if words else None


def _authority(side: Side) -> int:
    return side.hit.passage.standing.authority
