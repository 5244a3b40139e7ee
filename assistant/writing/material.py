"""What the model is given to read: each passage fenced, with who said it, in what office, where and when beside it.

A passage's words, and what is known of it, come from anybody. The fence has a number that is drawn anew for each question, so that no passage can
close it; and what could pass for one of our marks, or for the tokens that models mark speakers with, is changed so that it no longer can.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping

from assistant import citations as refs
from assistant.writing.marks import MARK
from corpus.characters import visible
from corpus.dates import in_words
from corpus.document import Kind, Passage, fold
from index.hits import Hit

_TAG = re.compile(r"<(?=[A-Za-z/!?|｜<])|(?<=[|｜])>")  # <|im_start|>, </s>, <start_of_turn>, <<SYS>>, <b>
_TURN = re.compile(r"\[(/?[A-Z][A-Z_]{2,30})\]")  # [INST], [/INST], [TOOL_CALLS]
_BRACKETS = str.maketrans("[]［］【】⟦⟧", "()()()()")
_UNVERIFIED = {Kind.TESTIMONY, Kind.COMMENT}


def harmless(text: str) -> str:
    """The text as the model sees it: nothing hidden in it, no citation marks and no tokens of a chat template."""
    seen = MARK.sub(lambda mark: mark[0].translate(_BRACKETS), visible(text))
    return _TURN.sub(r"(\1)", _TAG.sub(lambda found: "‹" if found[0] == "<" else "›", seen))


def fence() -> str:
    """A fence's number, which nobody can guess."""
    return secrets.token_hex(6)


def material(passages: Mapping[int, Hit], number: str) -> str:
    """The passages under their numbers, fenced."""
    return "\n\n".join(fenced(at, hit, number) for at, hit in passages.items())


def fenced(at: int, hit: Hit, number: str) -> str:
    """One passage between its fences: its number for citing, what is known of it, and its words."""
    about = "\n".join(f"{name}: {fold(harmless(value))}" for name, value in _known(hit) if value)
    words = "\n".join(line for line in harmless(hit.passage.text).splitlines() if line.strip())
    return f"<passage-{number}>\nNumber: [{at}]\n{about}\nWords:\n{words}\n</passage-{number}>"


def _known(hit: Hit) -> list[tuple[str, str | None]]:
    p, source = hit.passage, hit.passage.about or hit.passage
    kind = source.kind.words + (", unverified" if source.kind in _UNVERIFIED else "")
    return [
        ("Reference", refs.reference(p, hit.title)), ("Speaker", refs.voice(p)), ("Office", source.office), ("Party", source.party),
        ("Body", source.body or hit.publisher), ("Kind", f"digest of a source of the kind {kind}; these words are the digest’s" if p.about else kind),
        ("Date", in_words(source.date) if source.date else None), ("Quoted in", p.origin.quoted_in if p.origin else None),
        ("Under", " / ".join(p.headings) or None), ("Known of it", _mark(p)),
    ]  # fmt: skip


def _mark(passage: Passage) -> str | None:
    marked = " ".join(part for part in (passage.mark and passage.mark.value, passage.number) if part)
    return "; ".join(part for part in (marked, passage.remark) if part) or None
