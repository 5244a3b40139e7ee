"""A PDF as blocks in reading order: pages to lines, lines to paragraphs, paragraphs to what they are."""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpus.papers.block import Block, Role
from corpus.pdf.aligned import with_tables
from corpus.pdf.contents import without_contents
from corpus.pdf.folios import printed
from corpus.pdf.furniture import edges, without_furniture
from corpus.pdf.headings import Setting, below_chapters, caption, levels, setting, usual
from corpus.pdf.indents import margins, set_in
from corpus.pdf.joining import Joiner
from corpus.pdf.lines import Line
from corpus.pdf.notes import number_of, split_notes
from corpus.pdf.numbering import judge
from corpus.pdf.paragraphs import Draft, continues, drafts, ended, is_spaced
from corpus.pdf.sheets import Sheet

_SCATTERED = 6  # short small lines on end: the words of a drawing


@dataclass(slots=True)
class _Note:
    lines: list[Line]


def assemble(sheets: list[Sheet]) -> list[Block]:
    """The blocks of a document's pages. A paragraph that runs over pages is one, on the page where it begins."""
    pages = without_contents(without_furniture(sheets))
    lines = [line for sheet in pages for flow in sheet.flows for line in flow]
    body = usual(lines)
    split = [split_notes(sheet, body.size) for sheet in pages]
    spaced = is_spaced([flow for flows, _ in split for flow in flows])
    found: list[Draft | _Note] = []
    for flows, notes in split:
        for flow in flows:
            _add(found, flow, spaced)
        for note in notes:
            _add_note(found, note, spaced)
    numbers = printed(sheets, edges(sheets))
    return below_chapters(_blocks(found, body, Joiner(line.text for line in lines if not line.table), numbers))


def _add(found: list[Draft | _Note], flow: list[Line], spaced: bool) -> None:
    fresh = drafts(with_tables(flow), len(found), spaced)
    last = next((each for each in reversed(found) if isinstance(each, Draft) and not each.first.table), None)
    numbered = sum(isinstance(each, Draft) and each.label is not None and each.label.parts > 0 for each in found) > 5
    if last and fresh and fresh[0].first.page - last.last.page <= 1 and continues(last, fresh[0].first, numbered):
        last.lines.extend(fresh.pop(0).lines)
    found.extend(fresh)


def _add_note(found: list[Draft | _Note], lines: list[Line], spaced: bool) -> None:
    """Add a note; without a number it is the rest of the one before, or no note where there is none close by."""
    last = next((each for each in reversed(found) if isinstance(each, _Note)), None)
    if number_of(lines[0])[0] is not None:
        found.append(_Note(lines))
    elif last and lines[0].page - last.lines[-1].page <= 1:
        last.lines.extend(lines)
    else:
        found.extend(drafts(lines, len(found), spaced))


def _blocks(found: list[Draft | _Note], body: Line, joiner: Joiner, numbers: dict[int, str]) -> list[Block]:
    texts = [each for each in found if isinstance(each, Draft)]
    headings = {id(each): form for each in texts if (form := setting(each, body)) and not caption(each)}
    paragraphs, items = judge([each for each in texts if id(each) not in headings or ended(each.last.text)])
    headings = {key: form for key, form in headings.items() if key not in paragraphs and key not in items}
    depth = levels(list(headings.values()))
    numbered = margins([each for each in texts if id(each) in paragraphs])
    made: list[Block] = []
    for group in _scattered(found, body, headings):
        each = group[0]
        if len(group) > 1:
            rows = "\n".join(joiner.join(draft.texts) for draft in group if isinstance(draft, Draft))
            block = Block(rows, Role.TABLE, 0, each.lines[0].page)
        elif isinstance(each, _Note):
            block = _note(each, joiner)
        elif id(each) in headings:
            block = Block(joiner.join(line.text for line in each.lines), Role.HEADING, depth[headings[id(each)]], each.first.page)
        else:
            block = _text(each, id(each) in paragraphs, id(each) in items, joiner)
            block = replace(block, indented=None if block.number else set_in(each, numbered))
        made.append(_paged(block, each.lines[0].page, each.lines[-1].page, numbers))
    return [block for block in made if block.text]


def _paged(block: Block, first: int, last: int, numbers: dict[int, str]) -> Block:
    """The block with the printed numbers of the pages that it begins and ends on."""
    to = numbers.get(last, str(last)) or None
    return replace(block, printed=numbers.get(first), to=to if last > first else None)


def _scattered(found: list[Draft | _Note], body: Line, headings: dict[int, Setting]) -> list[list[Draft | _Note]]:
    """Each paragraph or note by itself, but the many short small ones that the words of a drawing make as one group."""
    groups: list[list[Draft | _Note]] = []
    run: list[Draft | _Note] = []
    for each in [*found, None]:
        scrap = isinstance(each, Draft) and not each.first.table and id(each) not in headings and _scrap(each, body)
        if run and not (scrap and each and each.lines[0].page == run[-1].lines[0].page):
            groups.extend([run] if len(run) >= _SCATTERED else [[one] for one in run])
            run = []
        if each is not None and scrap:
            run.append(each)
        elif each is not None:
            groups.append([each])
    return groups


def _scrap(draft: Draft, body: Line) -> bool:
    return draft.first.size <= 0.9 * body.size and draft.label is None and sum(map(len, draft.texts)) < 200 and not draft.last.text.endswith(".")


def _note(note: _Note, joiner: Joiner) -> Block:
    number, rest = number_of(note.lines[0])
    return Block(joiner.join([rest, *(line.text for line in note.lines[1:])]), Role.NOTE, 0, note.lines[0].page, number)


def _text(draft: Draft, paragraph: bool, item: bool, joiner: Joiner) -> Block:
    line, label = draft.first, draft.label
    bold = all(each.bold for each in draft.lines)
    if line.table:
        return Block(joiner.join_rows(line.text), Role.TABLE, 0, line.page)
    if label and label.parts and not (paragraph or item):
        label = None
    if label is None:
        raised = f"[{line.raised}] " if line.raised else ""
        return Block(raised + joiner.join(each.text for each in draft.lines), Role.PARAGRAPH, 0, line.page, bold=bold)
    role = Role.PARAGRAPH if paragraph else Role.ITEM
    return Block(joiner.join(draft.texts), role, 0, line.page, label.number, bold)
