"""Names, dates and figures in each other's place: where the sentence runs as the passage does, each stands where the passage has it.

All may well be in the passage, each of something else; so each counts as one word, whatever it is, and what stands beside it tells.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.verify.moments import Moment, moments
from assistant.verify.names import STYLES, Name, known, names
from assistant.verify.numbers import equal
from assistant.verify.quantities import Quantity, quantities
from assistant.verify.source import Place
from assistant.verify.verdict import Fault, Problem
from assistant.verify.words import listed, words

_ALIKE = 0.6  # of a sentence's words, a name counting as one, that run as the passage's do
_BESIDE = 3  # words that have to run alike together with a name, the ends of the sentence counted
_LOOKED_AT = 3  # places
_ARTICLES = listed("the a an")
_JOINING = listed("and or nor with both between as well the a an of")
_SMALL = listed("of for and upon on the de a an in to at") | STYLES
_BRITAIN = {frozenset(("great", "britain")), frozenset(("gb",))}
_KINGDOM = {frozenset(("united", "kingdom")), frozenset(("uk",))}
_NATIONS = listed("united kingdom great gb eu european union europe scotland scottish scot wale welsh england english ireland irish britain british uk")


@dataclass(frozen=True, slots=True)
class _Token:
    """A word, or a name, date or figure as one; ``key`` is what is laid beside the passage's."""

    key: str
    said: str
    start: int
    held: Name | Moment | Quantity | None = None


@dataclass(frozen=True, slots=True)
class _Pair:
    """A name, date or figure of the sentence, the one in its place in the passage, and the passage's words beside that which the sentence has not."""

    mine: _Token
    had: _Token
    beside: tuple[_Token, ...]


def check(claim: str, best: Sequence[Place]) -> Problem | None:
    """The first name, date or figure that stands where the passage's sentence, otherwise much the same, has another."""
    laid = [found for place in best[:_LOOKED_AT] if (found := _laid(claim, place.sentence))]
    most = max((alike for alike, _ in laid), default=0)
    return next((problem for alike, problem in sorted(laid, key=lambda each: each[1] is not None) if alike == most), None)


def _laid(claim: str, sentence: str) -> tuple[int, Problem | None] | None:
    """How many words run alike and what is in another's place; ``None`` where too few do."""
    own, theirs = _tokens(claim, sentence), _tokens(sentence, claim)
    blocks = difflib.SequenceMatcher(None, [t.key for t in own], [t.key for t in theirs], autojunk=False).get_matching_blocks()
    alike = sum(block.size for block in blocks if block.size > 1)
    if alike < _ALIKE * len(own):
        return None
    return alike, next((found for pair in _pairs(own, theirs, blocks) if (found := _other(pair, theirs))), None)


def _pairs(own: Sequence[_Token], theirs: Sequence[_Token], blocks: Sequence[difflib.Match]) -> Iterator[_Pair]:
    """The names, dates and figures laid beside each other with words that run alike on both sides."""
    ends = [0, *(block.b + block.size for block in blocks)]
    for number, block in enumerate(blocks[:-1]):
        a, b, size = block
        starts, stops = a == b == 0, a + size == len(own)
        run = own[a : a + size]
        if sum(token.held is None for token in run) + starts + (stops and b + size == len(theirs)) < _BESIDE:
            continue
        for at, mine in enumerate(run):
            if mine.held and (at or starts) and (at < size - 1 or stops):
                before = theirs[ends[number] : b] if number and at == 0 else ()
                after = theirs[b + size : blocks[number + 1].b] if at == size - 1 and number + 2 < len(blocks) else ()
                yield _Pair(mine, theirs[b + at], (*before, *after))


def _other(pair: _Pair, theirs: Sequence[_Token]) -> Problem | None:
    if any(_same(pair.mine, token) for token in (pair.had, *pair.beside)) or _joined(pair, theirs):
        return None
    fault = {Name: Fault.NAME, Moment: Fault.DATE, Quantity: Fault.NUMBER}[type(pair.mine.held)]
    return Problem(fault, f"The passage has “{pair.had.said}” where the sentence has “{pair.mine.said}”.")


def _tokens(text: str, other: str) -> list[_Token]:
    found: list[_Token] = [_Token("\0date", m.said, m.start, m) for m in moments(text) if not m.words]
    found += [_Token(f"\0{q.unit}", q.said, q.start, q) for q in quantities(text) if q.unit != "nth"]
    found += [_Token("\0name", n.said, n.start, n) for n in names(text) if not n.opens or _again(n, text, other)]
    taken = [(slot.start, slot.start + len(slot.said) + _possessive(text, slot)) for slot in found]
    plain = [word for word in words(text) if word.low not in _ARTICLES]  # *the UK* stands where *Britain* does
    found += [_Token(w.stem, w.text, w.start) for w in plain if not any(start <= w.start < stop for start, stop in taken)]
    return sorted(found, key=lambda token: token.start)


def _possessive(text: str, slot: _Token) -> int:
    match = re.compile(r"['’]s?").match(text, slot.start + len(slot.said))
    return len(match[0]) if match else 0


def _again(name: Name, text: str, other: str) -> bool:
    """True for a word that opens a sentence and stands as a name elsewhere."""
    return any(name.parts & each.parts and not each.opens for each in (*names(text), *names(other)))


def _same(mine: _Token, had: _Token) -> bool:
    """True for one and the same, told in full or in short."""
    match mine.held, had.held:
        case Name() as own, Name() as theirs:
            return _one_name(own, theirs)
        case Moment() as own_date, Moment() as their_date:
            return own_date.holds(their_date) or their_date.holds(own_date)
        case Quantity() as figure, Quantity() as their_figure:
            turned = figure.value in (12 * their_figure.value, their_figure.value / 12)  # months for years, which numbers judges
            return turned or equal(figure, their_figure)
    return False


def _one_name(own: Name, theirs: Name) -> bool:
    """True where one is the other in short, or known by it; a country is not its parliament."""
    mine, had = _words(own.said), _words(theirs.said)
    if _short(mine, had) or _short(had, mine):
        return True
    apart = {frozenset(mine), frozenset(had)}
    told_apart = bool(apart & _BRITAIN and apart & _KINGDOM) or _of_country(mine, had) or _of_country(had, mine)
    return not set(mine) & set(had) and not told_apart and (known(own, theirs.said) or known(theirs, own.said))


def _of_country(country: tuple[str, ...], body: tuple[str, ...]) -> bool:
    """True for a country and a name that has more in it: a parliament, a report on it."""
    return set(country) <= _NATIONS and not set(body) <= _NATIONS


def _short(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """True where the words of one stand together in the other, or at its two ends: *State Pension* is no *Secretary of State for … Pensions*."""
    if any(other[at : at + len(one)] == one for at in range(len(other) - len(one) + 1)):
        return True
    return set(one) <= set(other) and len(one) > 1 and one[0] == other[0] and one[-1] == other[-1]


def _words(said: str) -> tuple[str, ...]:
    told = (word.low.removesuffix("'s").removesuffix("s") for word in words(said))
    return tuple(word for word in told if word not in _SMALL)


def _joined(pair: _Pair, theirs: Sequence[_Token]) -> bool:
    """True where the passage joins the two as equals (*A, B and C*), so that either may stand first."""
    at = theirs.index(pair.had)
    run = [*_equals(theirs[:at][::-1]), *_equals(theirs[at + 1 :])]
    return isinstance(pair.mine.held, Name) and any(_same(pair.mine, token) for token in run)


def _equals(tokens: Sequence[_Token]) -> Iterator[_Token]:
    for token in tokens:
        if not isinstance(token.held, Name) and token.said.lower() not in _JOINING:
            return
        yield token
