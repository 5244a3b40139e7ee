"""A language model to talk to: messages in, text as it is written out, all that goes wrong as `ModelFailed`."""

from __future__ import annotations

import os
from collections.abc import Generator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.models.failure import Nonsense
from assistant.models.limits import Limits
from assistant.models.spec import ModelSpec

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

Message = tuple[str, str]
"""``system`` or ``human``, and the words."""


@dataclass(frozen=True, slots=True)
class Chat:
    """A LangChain chat model with its name and its limits; any model of LangChain's can be put in."""

    model: BaseChatModel
    spec: ModelSpec
    limits: Limits = field(default_factory=Limits)

    @property
    def mode(self) -> str:
        """``provider:model``, as an answer is marked."""
        return self.spec.mode

    def stream(self, messages: Sequence[Message], limits: Limits | None = None) -> Generator[str, None, None]:
        """The text, piece by piece. Closing the iterator closes the connection. Raises `ModelFailed`; also where nothing but white space came."""
        from assistant.models.streaming import pieces

        blank = True
        with closing(pieces(self.model, messages, limits or self.limits, self.spec)) as coming:
            for piece in coming:
                blank = blank and not piece.strip()
                yield piece
        if blank:
            raise Nonsense(f"{self.spec.where}: the model returned nothing; ask again, or try another model")

    def reply(self, messages: Sequence[Message], limits: Limits | None = None) -> str:
        """The whole text, cut at the number of characters that an answer may have. Raises `ModelFailed`."""
        text = ""
        for piece in self.stream(messages, limits):
            text += piece
            if len(text) > self.limits.characters:
                break
        return text


def open_chat(model: str, base_url: str | None = None, limits: Limits | None = None, environment: Mapping[str, str] = os.environ) -> Chat:
    """The model that ``model`` names (`ModelSpec`); keys come from ``environment`` alone. Nothing is asked of the server yet. Raises `BadModel`."""
    from assistant.models.providers import chat_model

    spec, limits = ModelSpec.parse(model, base_url), limits or Limits()
    return Chat(chat_model(spec, limits, environment), spec, limits)
