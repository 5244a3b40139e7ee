"""A Word note read back: each footnote with what it stands behind, held against the passages of the note.

It reads the file's XML and the passages, and shares nothing with what writes the file but the formal reference.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import unquote

from lxml import etree

from assistant import citations as refs
from assistant.answer import Citation
from assistant.note.note import BriefingNote
from corpus.characters import visible
from corpus.dates import in_words

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True)
class Footnote:
    """A footnote: its number in reading order, what it says, where it links to, the words before its mark, and whether they are a block quotation,
    with the line that leads it in."""

    number: int
    text: str
    links: tuple[str, ...]
    said: str
    block: bool
    lead: str


def part(docx: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return etree.fromstring(archive.read(name))


def footnotes(docx: bytes) -> list[Footnote]:
    """The footnotes in reading order."""
    notes = {note.get(f"{_W}id"): note for note in part(docx, "word/footnotes.xml")}
    links = {relation.get("Id"): relation.get("Target") for relation in part(docx, "word/_rels/footnotes.xml.rels")}
    found: list[Footnote] = []
    before = ""
    for paragraph in part(docx, "word/document.xml").iter(f"{_W}p"):
        block = (style := paragraph.find(f"{_W}pPr/{_W}pStyle")) is not None and style.get(f"{_W}val") == "BlockText"
        for said, identity in _segments(paragraph):
            said = said if said.strip(" ,") else found[-1].said  # a second mark behind the same words
            note = notes[identity]
            found.append(Footnote(len(found) + 1, folded(_text(note)), tuple(links[a.get(_ID)] for a in note.iter(f"{_W}hyperlink")), said, block, before))
        before = folded(_text(paragraph))
    return found


def folded(text: str) -> str:
    return " ".join(visible(text).split())


def _segments(paragraph: etree._Element) -> Iterator[tuple[str, str]]:
    """The words before each mark, from the mark before it on, and the id of the mark's note."""
    words = ""
    for element in paragraph.iter(f"{_W}t", f"{_W}br", f"{_W}footnoteReference"):
        if element.tag == f"{_W}footnoteReference":
            yield folded(words), element.get(f"{_W}id")
            words = ""
        else:
            words += element.text or " "


def _text(element: etree._Element) -> str:
    return "".join(part.text or " " for part in element.iter(f"{_W}t", f"{_W}br"))


def faults(docx: bytes, note: BriefingNote) -> list[str]:
    """What is wrong with the footnotes of a note's file, a line a fault; none where every one is right."""
    found = footnotes(docx)
    return [f"note {each.number}: {fault}" for each in found for fault in _faults(each, found, note)]


def _faults(each: Footnote, found: list[Footnote], note: BriefingNote) -> Iterator[str]:
    later = re.match(r"See note (\d+): ", each.text)
    full = found[int(later[1]) - 1] if later else each
    candidates = [cited for cited in note.citations if full.text == _reference(cited, full)]
    holding = [cited for cited in candidates if _holds(cited, each)]
    if not holding:
        yield f"{'no such quotation in the passage' if candidates else 'no such passage'}: {each.text} behind {each.said}"
        return
    if later and not any(each.text == f"See note {later[1]}: {_folded_label(cited)}" for cited in holding):
        yield f"points back to another passage: {each.text}"
    for cited in holding[:1]:
        yield from _misattributed(cited, f"{each.lead if each.block else ''} {each.said} {full.text}")
        yield from _mislinked(cited, each)


def _reference(cited: Citation, footnote: Footnote) -> str:
    """The formal reference as it must stand there; the address, where it is linked, is that of the link."""
    told = refs.footnote(replace(cited.passage, url=None), cited.title)
    shown = re.search(r" <https?://[^ ]*>\.$", footnote.text)
    told += shown[0].removesuffix(".") if shown and footnote.links else ""
    return folded(told if told.endswith(".") else f"{told}.")


def _folded_label(cited: Citation) -> str:
    told = f"{refs.label(cited.passage)}, {cited.passage.locator}"
    return folded(told if told.endswith(".") else f"{told}.")


def _holds(cited: Citation, each: Footnote) -> bool:
    """True where the words quoted before the mark stand in the passage, to the letter but for what cannot be seen."""
    text = folded(cited.passage.text)
    quoted = each.said if each.block else each.said[each.said.find(": “") + 3 : each.said.rfind("”")]
    return bool(quoted) and (quoted in text or all(run and run in text for run in quoted.split(" … ")))


def _misattributed(cited: Citation, told: str) -> Iterator[str]:
    """A digest is of its original: whose, and of when, are the original's; it speaks for itself, and is not given the office."""
    passage = cited.passage
    of = passage.about or passage
    for what, value in (("speaker", of.speaker), ("office", None if passage.about else of.office), ("date", of.date and in_words(of.date))):
        if value and folded(value) not in told:
            yield f"the {what} ({value}) is not told: {told}"


def _mislinked(cited: Citation, each: Footnote) -> Iterator[str]:
    url = cited.passage.url or ""
    web = re.match(r"https?://[\w.-]+(?:[/?#]|$)", url)
    if bool(each.links) != bool(web) or any(unquote(link) != unquote(url) for link in each.links):
        yield f"links to {each.links}, not to {url}"
