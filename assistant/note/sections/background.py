"""The background, in order of time: the dated official and parliamentary sentences that set the scene."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.note.gathering.scene import Scene, chosen
from assistant.note.note import Own, Paragraph, Section
from assistant.note.wording import Wording

_PER_SOURCE = 2


def section(scenes: Sequence[Scene], words: int, wording: Wording, told: Sequence[str] = ()) -> Section | None:
    """The sentences within ``words``, oldest first, without those ``told`` already; ``None`` where nothing dated sets the scene."""
    kept = chosen(scenes, words, _PER_SOURCE, told)
    if not kept:
        return None
    opening = Paragraph((Own("What official and parliamentary sources say of how the matter came to be as it is, oldest first."),))
    return Section("background", "Background", (opening, *wording.quoted([scene.piece for scene in kept], by_time=True)))
