"""Which sentences a note shows: the strongest of every theme within the note's length, from different sources, and none in two themes.

Taken one by one, what bears most for its length first: a further sentence of a passage that is quoted already costs only its own words, a first
one also what leads it in.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from heapq import heapify, heappop, heappush

from assistant.attribution import lead_in
from assistant.note.evidence import AUTHORS, OFFICIAL, ORGANISATIONS, PARLIAMENT, PRACTITIONERS, READERS, Piece, Theme
from assistant.note.gathering.gather import Found, is_said, needed_for, said_at
from assistant.note.gathering.worth import quotable
from assistant.quotation import runs
from assistant.selection import Chosen, substance
from index.hits import Hit

GROUPS = {"official": (OFFICIAL,), "parliament": (PARLIAMENT,), "organisations": (ORGANISATIONS,), "accounts": (AUTHORS, PRACTITIONERS, READERS)}
"""The sub-sections of a theme, in order, by the standings they hold."""
_SHARES = {"official": 0.55, "parliament": 0.3, "organisations": 0.15, "accounts": 0.12}
"""What of a theme's length each may take at most, where the others have as much to say; what one leaves the official ones may use."""
_AGAIN = 0.03  # of what a sentence is worth that it loses for each passage of its source that is quoted already
_BY_LENGTH = 0.5  # the power of a sentence's length by which its worth is divided
_SHORT = 25  # words
_FROM_ONE = 3  # sentences quoted from one passage under one theme


@dataclass(slots=True)
class Shown:
    """What is shown of a theme: passages with the sentences ``taken``, about ``words`` words with what leads them in. ``elsewhere`` are the
    numbers of other themes under which stands what also bears on this one."""

    theme: Theme
    taken: dict[str, Chosen] = field(default_factory=dict)
    elsewhere: list[int] = field(default_factory=list)
    words: int = 0

    @property
    def pieces(self) -> list[Piece]:
        """What is shown, the best first."""
        made = [Piece(own.hit, tuple(runs(own)), max(own.likeness[i] for i in own.taken)) for own in self.taken.values()]
        return sorted(made, key=lambda piece: (-piece.bearing, piece.hit.passage.id))

    def of(self, authorities: Sequence[int]) -> list[Piece]:
        """The pieces of these standings."""
        return [piece for piece in self.pieces if piece.authority in authorities]


@dataclass(frozen=True, slots=True)
class _Point:
    """A sentence ``i`` of a passage looked at for one theme, with what it leans on."""

    theme: int
    choice: Chosen
    i: int
    needed: frozenset[int]

    @property
    def group(self) -> str:
        return group_of(self.choice.hit)


def choose(found: Sequence[Found], words: int) -> list[Shown]:
    """What each theme shows within ``words`` for all together: first every group within its share, that of most authority first (which is then quoted for
    what several say), then whatever is best in what room is left.
    What bears on two themes stands under the one on which it bears more, each measured by the best that theme has."""
    shown = [Shown(each.theme) for each in found]
    tops = [max((value for choice in each.looked for value in choice.likeness), default=0.0) for each in found]
    points = [_Point(n, choice, i, frozenset(needed_for(choice, i))) for n, each in enumerate(found) for choice in each.looked for i in _some(choice)]
    room = words / max(sum(top > 0 for top in tops), 1)
    said: list[set[str]] = []
    rest = dict.fromkeys(("official", "parliament", "organisations"), 1.0)
    for shares in (*({name: share} for name, share in _SHARES.items()), rest):
        _fill(points, shown, tops, room, shares, said)
    for each, own in zip(shown, found, strict=True):
        each.taken = {identity: _whole(choice) for identity, choice in each.taken.items()}
        each.elsewhere = _elsewhere(each, own, shown)
    return shown


def _some(choice: Chosen) -> list[int]:
    return [i for i, value in enumerate(choice.likeness) if value]


def _fill(points: Sequence[_Point], shown: Sequence[Shown], tops: Sequence[float], room: float, shares: Mapping[str, float], said: list[set[str]]) -> None:
    """Take the points of all themes, the best first; what one is worth falls and rises with what was taken before it."""
    waiting = [(_worth(each, shown[each.theme], tops[each.theme]), at) for at, each in enumerate(points) if each.group in shares]
    heapify(waiting)
    while waiting:
        worth, at = heappop(waiting)
        point = points[at]
        own = shown[point.theme]
        now = _worth(point, own, tops[point.theme])
        if now > worth + 1e-9 and waiting:
            heappush(waiting, (now, at))
        elif not is_said(said_at(point.choice, point.i), said) and _fits(point, own, room, room * shares[point.group]):
            _take(point, own, said)
            again = [(_worth(points[k], own, tops[point.theme]), k) for _, k in waiting if points[k].choice.hit is point.choice.hit]
            for each in again:
                heappush(waiting, each)


def _worth(point: _Point, own: Shown, top: float) -> float:
    """Less is better, for the heap."""
    same = sum(source(other.hit) == source(point.choice.hit) for identity, other in own.taken.items() if identity != point.choice.hit.passage.id)
    return (_AGAIN * same - point.choice.likeness[point.i] / top) / math.pow(max(_cost(point, own), 1), _BY_LENGTH)


def _cost(point: _Point, own: Shown) -> int:
    """About how many words more the note has with the point."""
    hit, taken = point.choice.hit, own.taken.get(point.choice.hit.passage.id)
    words = sum(len(said_at(point.choice, j).split()) for j in point.needed - (taken.taken if taken else set()))
    return words if taken else words + _led_in(hit, own)


def _led_in(hit: Hit, own: Shown) -> int:
    again = any(voice(other.hit) == voice(hit) for other in own.taken.values())
    return len(lead_in(hit.passage, hit.title, "", again=again).split())


def _fits(point: _Point, own: Shown, room: float, most: float) -> bool:
    cost, taken = _cost(point, own), own.taken.get(point.choice.hit.passage.id)
    group = sum(length(piece) for piece in own.pieces if group_of(piece.hit) == point.group)
    return own.words + cost <= room and group + cost <= most and len(point.needed | (taken.taken if taken else set())) <= _FROM_ONE


def _take(point: _Point, own: Shown, said: list[set[str]]) -> None:
    own.words += _cost(point, own)
    identity = point.choice.hit.passage.id
    before = own.taken.get(identity, point.choice).taken
    said += [substance(said_at(point.choice, j)) for j in point.needed - before]
    own.taken[identity] = replace(point.choice, taken=before | point.needed)


def _whole(choice: Chosen) -> Chosen:
    """The choice with a short sentence left out between two that are taken: less is lost by quoting it than by breaking off."""
    between = {i for i in range(min(choice.taken), max(choice.taken)) if {i - 1, i + 1} <= choice.taken and quotable(choice.hit.passage, said_at(choice, i))}
    return replace(choice, taken=choice.taken | {i for i in between if len(said_at(choice, i).split()) <= _SHORT})


def _elsewhere(own: Shown, found: Found, shown: Sequence[Shown]) -> list[int]:
    """Under which other themes something stands that is among the best of this one."""
    best = {choice.hit.passage.id: max(choice.likeness) for choice in found.looked}
    strong = {identity for identity, value in best.items() if value >= 0.85 * max(best.values())} - own.taken.keys()
    return [other.theme.number for other in shown if other is not own and strong & other.taken.keys()]


def group_of(hit: Hit) -> str:
    """The sub-section in which a passage stands."""
    return next(name for name, standings in GROUPS.items() if hit.passage.standing.authority in standings)


def length(piece: Piece) -> int:
    """How many words a piece takes by itself, with what leads it in."""
    quoted = " … ".join(piece.runs)
    return len(f"{lead_in(piece.hit.passage, piece.hit.title, quoted)} {quoted}".split())


def source(hit: Hit) -> tuple[object, ...]:
    """What a passage comes from: an original by its body, kind and day, else the document."""
    passage = hit.passage
    about = passage.about
    return (about.kind, about.body, about.date) if about else (passage.kind, passage.body, passage.date, passage.document_id)


def voice(hit: Hit) -> tuple[object, ...]:
    """Who speaks in a passage, and in what."""
    return (*source(hit), hit.passage.about.speaker if hit.passage.about else hit.passage.speaker)
