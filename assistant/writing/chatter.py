"""What models say around an answer, and how they say that there is none."""

from __future__ import annotations

import re

REFUSAL = "NOT ANSWERED"
"""The line that a model is told to write where the passages do not answer."""
_REFUSAL = re.compile(r"(?i)[\W_]*not[ _-]answered[\W_]*")
_SOFT = re.compile(
    r"(?i)(?:unfortunately,? |sorry,? |i(?:’|')?m sorry,? (?:but )?|based on the (?:passages|information)[^,.]{0,40}, )?"
    r"(?:(?:the|these|none of the|no) (?:provided |given )?(?:passages?|sources?|texts?|material|information|documents?)(?: provided| given| above)? "
    r"(?:do(?:es)? not|don(?:’|')t|doesn(?:’|')t|answers?|contains? no|provides? no)"
    r"|(?:i|we) (?:cannot|can(?:’|')t|could not|am unable to|do not have|don(?:’|')t have)|there is (?:no|not enough|insufficient) (?:information|evidence))\b"
)
_PREAMBLE = re.compile(
    r"(?i)(?:sure|certainly|of course|okay|ok|absolutely|great|good question|yes, i can|no problem|thank you|thanks|happy to|glad to"
    r"|here(?:’s|'s| is| are)|as an ai|as a language model|i (?:hope|will|would|have (?:read|reviewed|looked)|can help|am (?:happy|glad|here))"
    r"|i(?:’|')(?:ll|d|ve)|let(?: me|’s|'s| us) |let me know|below (?:is|are)|the following|please (?:note|let)|note that|feel free|if you (?:have|need|would)"
    r"|in (?:summary|conclusion)[:.]?$|do you )\b"
)
_LABEL = re.compile(r"(?i)(?:final answer|answer|response|summary|assistant)\s?:\s+")

_COPIED = re.compile(r"(?:Number|Reference|Speaker|Office|Party|Body|Kind|Date|Quoted in|Under|Known of it|Words):")


def without_label(text: str) -> str:
    """The text without an “Answer:” before it."""
    return _LABEL.sub("", text, count=1) if _LABEL.match(text) else text


def is_refusal(text: str) -> bool:
    """True for the agreed line, in whatever dress."""
    return bool(_REFUSAL.fullmatch(text))


def is_soft_refusal(text: str) -> bool:
    """True for a sentence that says, in a model's own words, that the passages do not answer; only of use where it cites nothing."""
    return bool(_SOFT.match(text))


def is_chatter(text: str) -> bool:
    """True for what a model says about its answer, and for a heading; only of use where it cites nothing."""
    return text.endswith(":") or bool(_PREAMBLE.match(text))


def is_copied(text: str) -> bool:
    """True for a line that is copied from what stands beside a passage (`material.fenced`), as small models do."""
    return bool(_COPIED.match(text))


def is_fragment(text: str) -> bool:
    """True for what is no sentence: nothing ends it, or next to no letters."""
    letters = sum(character.isalpha() for character in text)
    return letters < 2 or 2 * letters < len(text.replace(" ", "")) or text.rstrip("”’\"')")[-1:] not in tuple(".?!…")
