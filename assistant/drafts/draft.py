"""A draft as it is judged: its sentences in order, where each stands, and the notes that it calls."""

from __future__ import annotations

from dataclasses import dataclass


class BadDraft(Exception):
    """A draft, or a file of claims, that cannot be used: which, why, and what to do about it."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """A sentence of a draft, its marks taken off.

    ``paragraph`` counts from 1, headings left out; of a heading it is that of the paragraph above. ``stop`` is where in the draft's Markdown
    the sentence ends with all its marks. ``notes`` are the words of the footnotes that it calls. A block quotation is one sentence, in quotation
    marks, with the words that lead it in before it.
    """

    text: str
    paragraph: int
    stop: int
    heading: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft: its text as Markdown (as written, or made from a Word file), and its sentences."""

    markdown: str
    sentences: tuple[Drafted, ...]
