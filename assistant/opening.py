"""From settings to the chain that answers: with a language model where one is set, by quotation alone where none is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.chain import AnswerChain
from assistant.models.failure import BadModel, shown

if TYPE_CHECKING:
    from assistant.settings import Settings
    from assistant.writing.written import Written
    from index.hits import Hit
    from index.search import Index


@dataclass(frozen=True, slots=True)
class CannotWrite:
    """A writer in place of one that cannot be had: fails with the reason, so that every answer is a quotation and says why."""

    mode: str
    why: BadModel

    def write(self, question: str, hits: Sequence[Hit]) -> Iterator[Written]:
        """Raises the reason."""
        raise self.why

    def rewrite(self, sentence: Written, reason: str, passages: Mapping[int, Hit]) -> Written | None:
        """Nothing."""
        return None


def open_chain(index: Index, settings: Settings) -> AnswerChain:
    """The chain over ``index``. A model that cannot be used, or fails later, makes no error: the answer is then a quotation and says why."""
    if not settings.model:
        return AnswerChain(index)
    from assistant.models.chat import open_chat
    from assistant.models.limits import Limits
    from assistant.writing.condensing import ModelUnderstanding
    from assistant.writing.writer import Writer

    limits = Limits(first=min(Limits().first, settings.patience), total=settings.patience, context=settings.context)
    try:
        chat = open_chat(settings.model, settings.base_url, limits)
    except BadModel as error:
        return AnswerChain(index, writer=CannotWrite(shown(settings.model), error))
    return AnswerChain(index, ModelUnderstanding(chat), Writer(chat))
