"""A language model as the writer of an answer: a question and passages in, sentences with citation numbers out, unchecked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace

from assistant.models.chat import Chat, Message
from assistant.models.classify import too_long
from assistant.models.failure import ModelFailed, Nonsense
from assistant.writing.budget import Tokens, estimated, fitting
from assistant.writing.chatter import REFUSAL
from assistant.writing.drafting import drafted, is_worth_checking
from assistant.writing.material import fence, harmless, material
from assistant.writing.written import NotAnswered, Written
from index.hits import Hit
from prompts import render

_SECOND_TRY = 30.0  # seconds, at most, for one sentence


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes answers with ``chat``. ``tokens`` counts for its model; ``number`` draws a fence's number."""

    chat: Chat
    tokens: Tokens = estimated
    number: Callable[[], str] = fence

    @property
    def mode(self) -> str:
        """``provider:model``."""
        return self.chat.mode

    def write(self, question: str, hits: Sequence[Hit]) -> Iterator[Written]:
        """The answer's sentences, each as soon as it is whole; citation *n* is ``hits[n - 1]``, and the last hits may have been left out for room.

        Raises `NotAnswered`, and `ModelFailed`, also in mid-answer. Closing the iterator stops the model.
        """
        passages = {at: hit for at, hit in enumerate(hits, start=1)}
        number, asked = self.number(), harmless(question)
        some = False
        with closing(self.chat.stream(self._messages("question", passages, number, question=asked))) as pieces:
            for written in drafted(pieces, self.chat.limits):
                some = True
                yield written
        if not some:
            raise Nonsense(f"{self.chat.spec.where}: the model returned nothing that can be read as an answer; try another model")

    def rewrite(self, sentence: Written, reason: str, passages: Mapping[int, Hit]) -> Written | None:
        """A second try at a sentence that failed for ``reason``, told the passages (by citation number); ``None`` where there is none."""
        number, limits = self.number(), self.chat.limits
        cited = "".join(f" [{at}]" for at in sentence.citations)
        hurried = replace(limits, first=min(limits.first, _SECOND_TRY), total=min(limits.total, _SECOND_TRY), sentences=1)
        try:
            messages = self._messages("rewrite", passages, number, sentence=harmless(sentence.text) + cited, reason=harmless(reason))
            with closing(self.chat.stream(messages, hurried)) as pieces:
                made = next(drafted(pieces, hurried), None)
        except (ModelFailed, NotAnswered):
            return None
        return made if made and made.citations and is_worth_checking(made) and made != sentence else None

    def _messages(self, prompt: str, passages: Mapping[int, Hit], number: str, **values: str) -> list[Message]:
        """The rules and what is to be done, with as many passages as fit. Raises `TooLong` where not even the first does."""
        rules = render("answer", number=number, refusal=REFUSAL)
        bare = render(prompt, passages="", number=number, refusal=REFUSAL, **values)
        kept = fitting(passages, rules + bare, self.chat.limits, self.tokens)
        if not kept:
            raise too_long(self.chat.spec)
        return [("system", rules), ("human", render(prompt, passages=material(kept, number), number=number, refusal=REFUSAL, **values))]
