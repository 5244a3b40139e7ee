"""A foreword's voice: whoever signs it, by name and office, speaks in it for the body that publishes the paper.

Covered: a name and an office on lines of their own under a heading *Foreword* or *Preface*, the name set as text or in bold.
Not covered: signatures in pictures, forewords under other headings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.pages import people
from corpus.papers.block import Block, Role
from corpus.papers.gathering import Voice

_FOREWORD = re.compile(r"(?i)^(?:[\w’'.]+ ){0,5}(?:foreword|preface)(?: by .{3,80})?$")
_FAR = 60  # blocks: a foreword is not longer


def voiced(blocks: Sequence[Block], voice: Voice) -> list[tuple[Block, Voice]]:
    """Each block with its voice: ``voice``, but in a foreword whoever signs it. The name that signs heads nothing."""
    found = [(block, voice) for block in blocks]
    for start, block in enumerate(blocks):
        end = _signature(blocks, start) if block.role is Role.HEADING and _FOREWORD.match(block.text) else None
        person = people.signature(blocks[end].text, blocks[end + 1].text) if end else None
        if end and person:
            own = replace(voice, speaker=person.name, office=person.office)
            found[start + 1 : end + 2] = [(replace(each, role=Role.PARAGRAPH, level=0) if i == end else each, own)
                                          for i, each in enumerate(blocks[start + 1 : end + 2], start + 1)]  # fmt: skip
    return found


def _signature(blocks: Sequence[Block], start: int) -> int | None:
    """Where the name stands that signs the foreword whose heading is at ``start``, an office on the line below it."""
    for i in range(start + 1, min(len(blocks) - 1, start + _FAR)):
        if people.signature(blocks[i].text, blocks[i + 1].text):
            return i
        if blocks[i].role is Role.HEADING and blocks[i].level <= blocks[start].level:
            break
    return None
