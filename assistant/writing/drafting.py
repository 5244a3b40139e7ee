"""The text of a model, as it streams, into sentences to be checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assistant.models.limits import Limits
from assistant.writing import chatter
from assistant.writing.marks import parted
from assistant.writing.plain import plain
from assistant.writing.splitting import Splitter
from assistant.writing.thoughts import WithoutThoughts
from assistant.writing.written import NotAnswered, Written

_AGAIN = 4  # sentences said again, after which nothing new is expected


def drafted(pieces: Iterable[str], limits: Limits) -> Iterator[Written]:
    """The sentences that the pieces of text make, each as soon as it is whole; none twice.

    Ends at the limits of characters and sentences. Raises `NotAnswered` where the model says so instead of answering.
    """
    told: set[str] = set()
    declined, again = False, 0
    for raw in _sentences(pieces, limits.characters):
        written = sentence(raw)
        if not told and not written.citations and chatter.is_refusal(written.text):
            raise NotAnswered
        if not told and not written.citations and chatter.is_soft_refusal(written.text):
            declined = True
        elif written.text in told:
            again += 1
            if again == _AGAIN:
                return  # small models go round in circles
        elif is_worth_checking(written):
            told.add(written.text)
            yield written
            if len(told) >= limits.sentences:
                return
    if declined and not told:
        raise NotAnswered


def sentence(raw: str) -> Written:
    """A sentence as the model wrote it, made plain, its marks as numbers."""
    text, citations = parted(plain(raw))
    item = citations and text[-1:].isalnum()  # an item of a list goes without its full stop
    return Written(chatter.without_label(text) + ("." if item else ""), citations)


def is_worth_checking(written: Written) -> bool:
    """False for what is no sentence of an answer: a preamble, a heading, a fragment."""
    if chatter.is_refusal(written.text) or chatter.is_copied(written.text):
        return False
    if written.citations:
        return sum(character.isalpha() for character in written.text) > 1
    return not chatter.is_fragment(written.text) and not chatter.is_chatter(written.text)


def _sentences(pieces: Iterable[str], longest: int) -> Iterator[str]:
    thoughts, splitter, length = WithoutThoughts(), Splitter(), 0
    for piece in pieces:
        said = thoughts.feed(piece)
        length += len(said)
        yield from splitter.feed(said)
        if length > longest:
            return  # what is not whole by now is left out
    yield from splitter.feed(thoughts.end())
    yield from splitter.end()
