"""Questions and answers as HTML. Whatever comes from a source or a reader is escaped here; nothing else makes HTML of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

from assistant import citations as refs
from assistant.answer import Answer, Sentence
from assistant.chain import QUOTATION
from assistant.web.desk import Source, Status, Turn
from assistant.web.source import pane
from prompts import render as prompt

_NUMBER = {words: number for number, words in refs.GROUPS.items()}


def record(turns: Sequence[Turn], examples: Sequence[str] = ()) -> str:
    """Everything asked so far, oldest first; before the first question a welcome with examples to click."""
    if not turns:
        return _welcome(examples)
    return "".join(_turn(number, turn) for number, turn in enumerate(turns, start=1))


def status(now: Status) -> str:
    """The line that says how far the index is."""
    state = "failed" if now.failed else "ready" if now.settled else "busy"
    return f'<p class="status {state}" role="status"><span class="dot" aria-hidden="true"></span>{escape(now.words)}</p>'


def choice(names: Sequence[str]) -> str:
    """The choice of what words the answers, the first taken unless another is; nothing where there is nothing to choose."""
    options = "".join(f'<option value="{escape(name)}">{escape(_worded(name))}</option>' for name in names)
    return f'<p class="choice"><label for="choice">Answers</label><select id="choice">{options}</select></p>' if len(names) > 1 else ""


def notice(words: str) -> str:
    """A calm line for something that cannot be done; nothing for no words."""
    return f'<p class="notice" role="alert">{escape(_as_sentence(words))}</p>' if words else ""


def marked(text: str, pieces: Iterable[str], tag: str) -> str:
    """The text escaped, with the first place of each of ``pieces`` in it inside ``<tag>``; a piece that is not in it marks nothing."""
    out, at = "", 0
    for start, stop in _spans(text, pieces):
        out += f"{escape(text[at:start])}<{tag}>{escape(text[start:stop])}</{tag}>"
        at = stop
    return out + escape(text[at:])


def _spans(text: str, pieces: Iterable[str]) -> list[tuple[int, int]]:
    """Where the pieces stand, in order, those that touch or overlap as one."""
    found = sorted((text.find(piece), text.find(piece) + len(piece)) for piece in pieces if piece and piece in text)
    spans: list[tuple[int, int]] = []
    for start, stop in found:
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(stop, spans[-1][1]))
        else:
            spans.append((start, stop))
    return spans


def _worded(name: str) -> str:
    return "quoted from the record" if name == QUOTATION else f"written by {name}, every sentence checked"


def _welcome(examples: Sequence[str]) -> str:
    asked = "".join(f'<li><button type="button" class="example" data-ask="{escape(text)}">{escape(text)}</button></li>' for text in examples)
    tried = f'<h2>Questions to start with</h2><ul class="examples">{asked}</ul>' if asked else ""
    return f'<section class="welcome"><p>{escape(prompt("welcome"))}</p>{tried}</section>'


def _turn(number: int, turn: Turn) -> str:
    said = escape(_spoken(turn)) if turn.done else ""
    return (
        f'<article class="turn" data-turn="{number}" data-said="{said}"><h2 class="question">{escape(turn.question)}</h2>'
        f"{_understood(turn.answer)}{_body(number, turn)}</article>"
    )


def _spoken(turn: Turn) -> str:
    """What a screen reader says when the answer is whole."""
    answer = turn.answer
    if answer is None or answer.abstained:
        return "The collection does not answer this."
    return f"Answer complete: {len(answer.sentences)} cited statements, {len(answer.citations)} sources."


def _understood(answer: Answer | None) -> str:
    if answer is None or answer.standalone_question == answer.question:
        return ""
    return f'<p class="understood">Understood as: {escape(answer.standalone_question)}</p>'


def _body(number: int, turn: Turn) -> str:
    answer = turn.answer
    if answer is None:
        return f'<p class="waiting">{escape(turn.note or "")}</p>'
    if answer.abstained:
        return f'<div class="refusal"><h3>No answer in the collection</h3><p>{escape(_unheaded(answer.reason or ""))}</p></div>'
    if not answer.sentences:
        return '<p class="waiting">Looking through the collection…</p>'
    sources = {source.citation.number: source for source in turn.sources}
    groups = "".join(_group(number, name, list(own), sources) for name, own in groupby(answer.sentences, lambda s: s.group))
    panes = "".join(f'<div hidden id="source-{number}-{n}">{pane(source, _words(source))}</div>' for n, source in sources.items())
    return groups + (_ending(answer) if turn.done else "") + panes


def _words(source: Source) -> str:
    return marked(source.citation.passage.text, source.quoted, "mark")


def _group(turn: int, name: str | None, sentences: Sequence[Sentence], sources: dict[int, Source]) -> str:
    heading = f"<h3>{escape(name)}</h3>" if name else ""
    told = "".join(_sentence(turn, sentence, sources) for sentence in sentences)
    return f'<section class="group standing-{_NUMBER.get(name or "", 0)}">{heading}{told}</section>'


def _sentence(turn: int, sentence: Sentence, sources: dict[int, Source]) -> str:
    chips = "".join(_chip(turn, sources[number]) for number in sentence.citations if number in sources)
    doubt = ' <span class="doubt">not borne out by its source</span>' if sentence.status == "unsupported" else ""
    led = " quotes" if sentence.quoted else ""
    return f'<p class="sentence{led}">{marked(sentence.text, sentence.quoted, "b")}{doubt} <span class="chips">{chips}</span></p>'


def _chip(turn: int, source: Source) -> str:
    number, label = source.citation.number, escape(refs.label(source.citation.passage))
    return (
        f'<button type="button" class="chip standing-{source.citation.passage.standing.authority}" data-source="source-{turn}-{number}"'
        f' aria-haspopup="dialog" aria-label="Source {number}: {label}" title="{label}">{number}</button>'
    )


def _ending(answer: Answer) -> str:
    quoted = answer.mode == QUOTATION
    how = "Quoted word for word from the collection; no language model wrote any of it." if quoted else f"Worded by {answer.mode}."
    withheld = "".join(f"<li>{escape(item.text)} <em>{escape(item.reason)}</em></li>" for item in answer.withheld)
    count = f"{len(answer.withheld)} {'sentence' if len(answer.withheld) == 1 else 'sentences'} withheld"
    notice = f'<p class="how">{escape(answer.notice)}</p>' if answer.notice else ""
    return f'{notice}<p class="how">{escape(how)}</p>' + (f"<details><summary>{count}</summary><ul>{withheld}</ul></details>" if withheld else "")


def _unheaded(reason: str) -> str:
    """The reason without the words that the heading above it says already."""
    return reason.removeprefix("The collection does not answer this.").strip() or reason


def _as_sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}" + ("" if words.endswith(".") else ".")
