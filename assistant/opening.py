"""From settings to the chain that answers: with a language model where one is set, by quotation alone where none is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from threading import Lock
from typing import TYPE_CHECKING

from assistant.aside import UnderstandingAside, WriterAside
from assistant.chain import QUOTATION, AnswerChain
from assistant.models.failure import BadModel, shown
from assistant.models.spec import ModelSpec
from assistant.settings import BadSetting, Settings
from assistant.verify.checker import Checker
from assistant.verify.closeness import EmbeddingCloseness
from assistant.verify.entailment import CrossEncoderEntailment
from index.crossencoder import SentenceTransformerCrossEncoder

if TYPE_CHECKING:
    from assistant.composing import Writes
    from assistant.writing.written import Written
    from index.embed import Embedder
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


def checker(settings: Settings, embedder: Embedder, asked_by: Callable[[str], str | None] | None = None) -> Checker:
    """The check of sentences, with a model of entailment where one is set (loaded on first use: raises `ModelUnavailable` then)."""
    entails = CrossEncoderEntailment(SentenceTransformerCrossEncoder(settings.entailment_model)) if settings.entailment_model else None
    return Checker(EmbeddingCloseness(embedder), entails, asked_by)


def open_writer(settings: Settings) -> Writes | None:
    """The model that is set as a writer; one that cannot be had makes no error, but fails with the reason when it is to write. None where none is."""
    if not settings.model:
        return None
    from assistant.models.chat import open_chat
    from assistant.models.limits import Limits
    from assistant.writing.writer import Writer

    limits = Limits(first=min(Limits().first, settings.patience), total=settings.patience, context=settings.context)
    try:
        return Writer(open_chat(settings.model, settings.base_url, limits))
    except BadModel as error:
        return CannotWrite(shown(settings.model), error)


def open_chain(index: Index, settings: Settings) -> AnswerChain:
    """The chain over ``index``. A model that cannot be used, or fails later, makes no error: the answer is then a quotation and says why."""
    return _opened(index, settings, checker(settings, index.embedder, index.speaker_of), None)


def open_chains(index: Index, settings: Settings, lock: Lock) -> dict[str, AnswerChain]:
    """A chain for each of the `choices`, to be asked by whoever holds ``lock``; a model is waited for without it. Raises `BadSetting`."""
    checks = checker(settings, index.embedder, index.speaker_of)
    return {name: _opened(index, own, checks, lock) for name, own in choices(settings).items()}


def choices(settings: Settings) -> dict[str, Settings]:
    """What may write the answers, by the name to show, the default first: each model that is set, and quotation. Raises `BadSetting`."""
    found: dict[ModelSpec, Settings] = {}
    for model in settings.models:
        try:
            found.setdefault(ModelSpec.parse(model, settings.base_url), replace(settings, model=model))
        except BadModel as error:
            raise BadSetting(str(error)) from error
    if len(files := [spec.mode for spec in found if spec.provider == "gguf"]) > 1:
        raise BadSetting(f"{' and '.join(files)}: only one model file can run at a time; name one, and the other as openai:NAME@http://SERVER/v1")
    return {**_named(found), QUOTATION: replace(settings, model=None)}


def _named(found: Mapping[ModelSpec, Settings]) -> dict[str, Settings]:
    """By their modes; two of the same mode, which two servers may have, are numbered."""
    modes = [spec.mode for spec in found]
    names = (f"{mode} ({modes[: at + 1].count(mode)})" if modes.count(mode) > 1 else mode for at, mode in enumerate(modes))
    return dict(zip(names, found.values(), strict=True))


def _opened(index: Index, settings: Settings, checks: Checker, lock: Lock | None) -> AnswerChain:
    from assistant.writing.condensing import ModelUnderstanding
    from assistant.writing.writer import Writer

    writer = open_writer(settings)
    if not isinstance(writer, Writer):
        return AnswerChain(index, writer=writer, checks=checks)
    understand = ModelUnderstanding(writer.chat)
    if lock is None:
        return AnswerChain(index, understand, writer, checks)
    return AnswerChain(index, UnderstandingAside(understand, lock), WriterAside(writer, lock), checks)
