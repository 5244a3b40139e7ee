"""A response to a committee, an inquiry or an ombudsman: each recommendation it quotes, and the reply that follows it.

A recommendation's words are quoted only where the response marks them: under a heading or label that says so, up to the words
with which the reply begins, or for as long as they are numbered or bold; or by their place in the report, *(Paragraph 3)*, after
them. The quoted words are the committee's, not the Government's; the reply names the passage it answers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.dates import in_words
from corpus.document import Mark, Origin, Passage
from corpus.pages.bodies import Body
from corpus.papers import marks, numbers, report
from corpus.papers.block import Block, Role
from corpus.papers.front import Cover
from corpus.papers.gathering import Extra, Gathering, Voice

_LABEL = re.compile(
    r"(?i)^(?:the )?(?:(?:\w+ ){0,3}(?:inquiry|committee|ombudsman|report)(?:['’]?s)? )?(?:conclusions? and )?recommendations?(?:\s*\([^)]*\))?\s*[:.]?$"
)
_ANSWER = re.compile(
    r"(?i)^(?:(?:the )?(?:uk |hm |scottish |welsh )?(?:government|ministry|department|office|\w+)(?:['’]s|s['’])? )?response\s*(?:[:.–—-]\s*|$)"
)
_WHO = (
    r"(?:in (?:response|reply)[^.]{0,60}, )?(?:the |this |our )?(?:uk |hm |scottish |welsh |current )?"
    r"(?:government|ministry|department|ministers?|cabinet office|home office|treasury|[\w ]{1,40} (?:office|ministry|department|government))"
    r"(?: (?:of|for) \w+(?: \w+){0,4}?)?(?: therefore| also| fully| partially| broadly| strongly)?"
)
_DOES = (
    r"(?:agrees?|accepts?|recogni[sz]es?|notes?|welcomes?|rejects?|does not|do not|disagrees?|supports?|acknowledges?|is|are|has|have|will|shares?"
    r"|remains?|considers?|believes?|thanks?|intends?|cannot|can)\b"
)
_REPLIES = re.compile(
    rf"(?i)^(?:{_WHO} {_DOES}"
    r"|(?:agreed?|accept(?:ed)?|partially accept(?:ed)?|accepted in (?:part|principle)|reject(?:ed)?|not accepted"
    r"|partly agreed?|disagreed?|noted)[.,:;]?(?:\s|$)"
    r"|we (?:therefore |also |fully |partially |strongly )?(?:agree|accept|welcome|recogni[sz]e|note|reject|do not|disagree|support|acknowledge|share|thank)\b)"
)
_ASKS = re.compile(r"\b(?:should|must|[Rr]ecommends?|urges?|invites?|calls? (?:on|upon)|asks?|needs? to|ought)\b|^[a-z]")
_PLACED = re.compile(r"(?i)[.!?][”\"’]?\s*\((?:conclusion |recommendation )?\(?(?:paragraphs?|paras?\.?)\s[\d.,;–& and-]{1,60}\)\.?$")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_FAR = 40  # blocks: a quoted recommendation is not longer


@dataclass(slots=True)
class _Turn:
    """Where the response is: the passages quoted last, and whether the reply to them has begun."""

    quoted: list[Passage] | None = None
    replying: bool = False


def passages(blocks: Sequence[Block], gathering: Gathering, voice: Voice, answers: Body, cover: Cover) -> None:
    """Add every block, quoted recommendations as the words of ``answers``, what follows each as the reply to it."""
    when = f", {in_words(cover.date)}" if cover.date else ""
    theirs = Voice(answers.report, answers.name, body=answers.name, origin=Origin(f"‘{cover.title}’{when}"))
    turn = _Turn()
    held = list(report.joined(report.headed(blocks)))
    quoting = _quotations(held)
    for i, block in enumerate(held):
        if i in quoting:
            turn = _quote(block, quoting[i], gathering, theirs, turn)
        elif block.role is Role.HEADING:
            turn = _head(block, gathering, turn)
        else:
            turn = _reply(block, gathering, voice, turn)


def _quotations(blocks: list[Block]) -> dict[int, marks.Marked]:
    """Which blocks quote a recommendation, each with its mark."""
    found: dict[int, marks.Marked] = {}
    for start, block in enumerate(blocks):
        label = _LABEL.match(block.text)
        marked = marks.labelled(block.text)
        if block.role is not Role.NOTE and _PLACED.search(block.text) and (marked or block.bold or block.number or _answered(blocks, start + 1)):
            found[start] = marked or _of_the_report(block)
        if start in found or not (label or marked) or _contents(block):
            continue
        if marked and not label and block.role is not Role.HEADING and not _bare(block.text):
            if _answered(blocks, start + 1) or block.bold:
                found[start] = marked
            continue
        found.update(_after(blocks, start, marked or marks.Marked(Mark.RECOMMENDATION)))
    return found


def _of_the_report(block: Block) -> marks.Marked:
    """The mark of a block that says which paragraph of the report it stands in: a conclusion where it asks for nothing."""
    number = block.number or numbers.split(block.text)[0]
    return marks.Marked(Mark.RECOMMENDATION if _ASKS.search(block.text) else Mark.CONCLUSION, number)


def _after(blocks: list[Block], start: int, marked: marks.Marked) -> dict[int, marks.Marked]:
    """The blocks quoted after the heading or label at ``start``: while numbered or bold where the first one is, else up to the
    words with which the reply begins."""
    region: list[int] = []
    for i in range(start + 1, min(len(blocks), start + _FAR)):
        if opens(blocks[i]):
            return _marked(blocks, _set_apart(blocks, region) or _asking(blocks, region), marked)
        if _LABEL.match(blocks[i].text) or marks.labelled(blocks[i].text) or (blocks[i].role is Role.HEADING and region):
            break
        if blocks[i].role not in (Role.HEADING, Role.NOTE):
            region.append(i)
    asked = _asking(blocks, region) if blocks[start].role is Role.HEADING else []
    ends = asked if len(asked) < len(region) else []  # the reply begins where nothing more is asked for
    return _marked(blocks, _set_apart(blocks, region) or ends, marked)


def _set_apart(blocks: list[Block], region: list[int]) -> list[int]:
    """The first blocks of a region as long as they are numbered, bold, or go on with what is."""
    apart: list[int] = []
    for i in region:
        block = blocks[i]
        goes_on = apart and (block.role is Role.ITEM or block.text[:1].islower())
        if not (block.number or block.bold or goes_on):
            break
        apart.append(i)
    return apart


def _asking(blocks: list[Block], region: list[int]) -> list[int]:
    """The first blocks of a region as long as they say what should be done: further ones may be the reply's own."""
    asking: list[int] = []
    for i in region:
        if blocks[i].role is not Role.ITEM and not _ASKS.search(_SENTENCE.split(blocks[i].text, maxsplit=1)[0]):
            break
        asking.append(i)
    return asking


def _marked(blocks: list[Block], region: list[int], marked: marks.Marked) -> dict[int, marks.Marked]:
    """Each block of a region with its own number where it has one."""
    found: dict[int, marks.Marked] = {}
    for i in region:
        printed = numbers.split(blocks[i].text)[0]  # where the layout did not show it to be one
        number = (blocks[i].number or printed) if blocks[i].role is Role.PARAGRAPH else None
        found[i] = marks.labelled(blocks[i].text) or (marks.Marked(marked.mark, number) if number else marked)
    return found


def opens(block: Block) -> bool:
    """True where a reply begins: it says so, or it is the Government that speaks."""
    return bool(_ANSWER.match(block.text)) or (block.role is not Role.HEADING and not block.number and not block.bold and bool(_REPLIES.match(block.text)))


def _answered(blocks: list[Block], start: int) -> bool:
    return any(opens(block) for block in blocks[start : start + 4])


def _bare(text: str) -> bool:
    """``Recommendation 5`` and no more."""
    return len(text.split()) <= 2 or bool(re.fullmatch(r"(?i)recommendation \w+[:.]?", text))


def _contents(block: Block) -> bool:
    return bool(re.search(r"\.{4,}", block.text))


def _quote(block: Block, marked: marks.Marked, gathering: Gathering, theirs: Voice, turn: _Turn) -> _Turn:
    """Add a quoted block; a further one for the same reply says so."""
    before = turn.quoted if turn.quoted and not turn.replying else None
    tail = f"rec-{marked.number}" if marked.number else None
    place = f"recommendation {marked.number}" if marked.number else None
    remark = f"answered together with {before[0].locator}" if before and marked.number and before[0].number != marked.number else None
    passage = gathering.add(block, theirs, Extra(marked.mark, marked.number, remark=remark, tail=tail, place=place))
    return _Turn([*(before or []), passage])


def _head(block: Block, gathering: Gathering, turn: _Turn) -> _Turn:
    """A heading ends the reply, unless it only announces it (*Government response*) or stands within it."""
    gathering.head(block)
    if _ANSWER.match(block.text):
        return replace(turn, replying=True)
    starts = marks.labelled(block.text) or _LABEL.match(block.text)
    return _Turn() if starts or not turn.quoted or block.level <= 1 else turn


def _reply(block: Block, gathering: Gathering, voice: Voice, turn: _Turn) -> _Turn:
    if block.role is Role.NOTE:
        gathering.add(block, voice, Extra(Mark.NOTE, block.number))
        return turn
    if _LABEL.match(block.text) or (_bare(block.text) and marks.labelled(block.text)):
        gathering.leave(99)
        gathering.head(replace(block, role=Role.HEADING, level=98))
        return _Turn()
    if re.fullmatch(_ANSWER, block.text):
        return replace(turn, replying=True)
    numbers = list(dict.fromkeys(p.number for p in turn.quoted or [] if p.number))
    remark = f"answers recommendations {', '.join(numbers[:-1])} and {numbers[-1]} together" if len(numbers) > 1 else None
    gathering.add(block, voice, Extra(reply_to=turn.quoted[0].id if turn.quoted else None, remark=remark))
    return replace(turn, replying=True)
