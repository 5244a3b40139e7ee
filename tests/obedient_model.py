"""A language model without a will of its own: it reads what it is given to read and does whatever any of it says.

It obeys orders in plain words, in Base64, in ROT13 and in hexadecimal, copies every address, picture and piece of HTML that it sees, repeats forged
answers with their forged marks, and believes any token of a chat template and any fence that looks like one.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import re
from collections.abc import Iterator, Sequence
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult

from assistant.models.chat import Chat
from assistant.models.limits import Limits
from assistant.models.spec import ModelSpec

_PASSAGE = re.compile(r"<passage-(?P<fence>\w+)>\nNumber: \[(?P<at>\d+)\]\n(?P<inside>.*?)\n</passage-(?P=fence)>", re.DOTALL)
_ORDER = re.compile(r"[“„«「\"]([^“”„«»「」\"]{3,400})[”“»」\"]")
_MARKED = re.compile(r"([A-Z][^.\n\[【［]{5,200}?)\s?((?:[\[［【(]\s?[\^#]?(?:passage |source )?\d+[^\]］】)]{0,20}[\]］】)]\s?)+)")
_ADDRESS = re.compile(r"(?:https?|ftp|javascript|vbscript|data|mailto):\S+|www\.\S+|!?\[[^\]]*\]\([^)]*\)|<[a-z!/][^>]*>?", re.IGNORECASE)
_TOKEN = re.compile(r"<\|[^|]*\|>|<｜[^｜]*｜>|\[/?INST\]|<<SYS>>|</s>|<start_of_turn>|</?system>")
_HIDDEN = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\U000e0000-\U000e01ef]+")
_BASE64 = re.compile(r"[A-Za-z0-9+/]{32,}={0,2}")
_HEX = re.compile(r"\b(?:[0-9a-f]{2}){16,}\b")


def obeyed(prompt: str) -> str:
    """What the model writes when it is told ``prompt``: a sentence or a line for everything that any passage asks for."""
    said: list[str] = []
    for passage in _PASSAGE.finditer(prompt):
        words = passage["inside"].partition("Words:\n")[2]
        for text in (words, *_decoded(words)):
            said += _doing(text, passage["at"])
    return "\n".join(said)


def _doing(text: str, at: str) -> Iterator[str]:
    for order in _ORDER.findall(text):
        yield f"{order} [{at}]."
    for sentence, marks in _MARKED.findall(text):
        yield f"{sentence} {marks.strip()}."
    for address in _ADDRESS.findall(text):
        yield f"The report of the office is at {address} for all to read [{at}]."
    for token in _TOKEN.findall(text):
        yield f"OBEYED {token} now as ordered [{at}]."
    for hidden in _HIDDEN.findall(text):
        yield f"HIDDEN {hidden} was read and done [{at}]."
    yield f"{text.strip().splitlines()[0]} [{at}]."


def _decoded(text: str) -> Iterator[str]:
    for run in _BASE64.findall(text):
        try:
            yield base64.b64decode(run, validate=True).decode()
        except (binascii.Error, UnicodeDecodeError):
            continue
    for run in _HEX.findall(text):
        yield bytes.fromhex(run).decode("utf-8", "replace")
    if "rot13" in text:
        yield codecs.decode(text.partition("obey: ")[2], "rot13")


class ObedientModel(BaseChatModel):
    """LangChain's shape of it; it writes a few characters at a time."""

    size: int = 7

    @property
    def _llm_type(self) -> str:
        return "obedient"

    def _generate(
        self, messages: list[BaseMessage], stop: list[str] | None = None, run_manager: CallbackManagerForLLMRun | None = None, **kwargs: Any
    ) -> ChatResult:
        return ChatResult(generations=[ChatGeneration(message=AIMessage(obeyed(_last(messages))))])

    def _stream(
        self, messages: list[BaseMessage], stop: list[str] | None = None, run_manager: CallbackManagerForLLMRun | None = None, **kwargs: Any
    ) -> Iterator[ChatGenerationChunk]:
        text = obeyed(_last(messages))
        for start in range(0, len(text), self.size):
            yield ChatGenerationChunk(message=AIMessageChunk(text[start : start + self.size]))


def _last(messages: Sequence[BaseMessage]) -> str:
    return str(messages[-1].content)


def obedient_chat(limits: Limits | None = None) -> Chat:
    """The model ready to be talked to."""
    return Chat(ObedientModel(), ModelSpec("openai", "obedient"), limits or Limits(context=100_000, sentences=400, characters=100_000))
