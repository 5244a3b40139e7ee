"""Statements that one Minister puts before a House for another: whose words they are, and through whom they came."""

from __future__ import annotations

import re

from corpus.parlparse.people import Speaker

_LONGEST = 400  # characters of the line that says so
_FOR_ANOTHER = re.compile(
    r"(?:Today )?my (?:right )?(?:hon\.?|honourable|noble) friend,? (?:and noble friend )?(?:the )?(?P<post>[^()]{3,200}?)"
    r"(?:,? \((?P<name>[^()]{3,60})\)|, (?P<peer>(?:Lord|Lady|Baroness|Earl|Viscount|Viscountess|Countess) [^,]{2,60}),)?"
    r",? (?:has |have )?(?:today |yesterday )?(?:made|issued|published) the following (?:written |ministerial |joint )*statement\b",
    re.I,
)


def made_by(opening: str) -> Speaker | None:
    """Who made the statement that a speech opening so goes on to give; ``None`` where it is the speaker's own.

    A Minister who is not named goes by the post alone, as in the record.
    """
    found = _FOR_ANOTHER.match(opening[:_LONGEST])
    if not found:
        return None
    post = found["post"].strip(" ,")
    name = (found["name"] or found["peer"] or "").strip()
    return Speaker(name, post) if name else Speaker(f"The {post}")
