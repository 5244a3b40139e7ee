"""A model's sentence as plain text: no links, no images, no HTML, no Markdown, nothing hidden; only the words are kept."""

from __future__ import annotations

import html
import re

from corpus.characters import visible

_IMAGE = re.compile(r"!\[[^\[\]]{0,300}\](?:\([^()]{0,2000}\)|\[[^\[\]]{0,100}\])?")
_NUMBERED = re.compile(r"\[(\d{1,4})\]\([^()]{0,2000}\)")  # a citation mark made a link
_LINK = re.compile(r"\[([^\[\]]{1,500})\]\([^()]{0,2000}(?:\([^()]{0,200}\)[^()]{0,200})?\)")
_SCRIPT = re.compile(r"(?is)<(script|style|iframe|svg|object)\b.{0,4000}?</\1\s*>")
_TAG = re.compile(r"<[A-Za-z/!?|｜][^<>]{0,2000}>|<<?/?[A-Z]{2,10}>>?")
_UNCLOSED = re.compile(r"(?s)<[A-Za-z/!?|｜].*")
_ADDRESS = re.compile(r"(?i)\b(?:[a-z][a-z0-9+.-]{1,20}://|(?:javascript|vbscript|data|mailto|tel|file|blob):(?=\S)|www\.)[^\s”’\"]*")
_TURN = re.compile(r"\[/?[A-Z][A-Z_]{2,30}\]")
_LEFT_OVER = re.compile(r"\]?\(\s*\)|!\[|\]\(")
_EMPHASIS = re.compile(r"\*+|__+|~~+|`+|(?<![\w])_(?=\w)|(?<=\w)_(?![\w])")


def plain(text: str) -> str:
    """The words alone. Citation marks stay."""
    text = visible(_unescaped(text))
    text = _NUMBERED.sub(r"[\1]", _IMAGE.sub("", text))
    text = _LINK.sub(r"\1", text)
    text = _without_tags(text)
    text = _LEFT_OVER.sub("", _ADDRESS.sub("", _TURN.sub("", text)))
    return re.sub(r"\s+", " ", _EMPHASIS.sub("", text)).strip()


def _without_tags(text: str) -> str:
    """What is between tags; a tag within a tag is found when the outer one is gone, and one that never closes takes the rest with it."""
    before = ""
    while text != before:
        before, text = text, _TAG.sub("", _SCRIPT.sub("", text))
    return _UNCLOSED.sub("", text)


def _unescaped(text: str) -> str:
    """Character references spelt out, also those that are hidden in others."""
    for _ in range(4):
        text, before = html.unescape(text), text
        if text == before:
            break
    return text
