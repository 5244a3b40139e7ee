"""The file that gives a Word note its look: pandoc's own reference file with styles, page, header and footer of ours.

Made anew from the pandoc that is there, so that whatever its writer asks of the file is in it. Styles are in ``styles.xml``, as Word has them.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

from assistant.note.export import front, pandoc
from assistant.note.export.archive import Element, R, W, element, file_of, in_bytes, parsed, parts_of
from assistant.note.note import BriefingNote
from corpus.characters import visible

_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = ("header", "footer")
_TITLE = 90  # characters of a title that a header's line holds
_PAGE = f"""<w:sectPr xmlns:w="{W}" xmlns:r="{R}">
  <w:headerReference w:type="default" r:id="rIdHeader"/><w:footerReference w:type="default" r:id="rIdFooter"/>
  <w:footerReference w:type="first" r:id="rIdFooter"/>
  <w:footnotePr><w:numRestart w:val="continuous"/></w:footnotePr>
  <w:pgSz w:w="11906" w:h="16838"/>
  <w:pgMar w:top="1588" w:right="1418" w:bottom="1418" w:left="1418" w:header="680" w:footer="624" w:gutter="0"/>
  <w:titlePg/>
</w:sectPr>"""


def docx(note: BriefingNote) -> bytes:
    """The reference file for this note. Raises `CannotExport`."""
    parts = parts_of(_default())
    parts["word/styles.xml"] = _styles(parts["word/styles.xml"])
    parts["word/document.xml"] = _page(parts["word/document.xml"])
    parts["word/settings.xml"] = _settings(parts["word/settings.xml"])
    parts["word/header1.xml"] = _header(note)
    parts["word/footer1.xml"] = _footer()
    parts["word/_rels/document.xml.rels"] = _related(parts["word/_rels/document.xml.rels"])
    parts["[Content_Types].xml"] = _typed(parts["[Content_Types].xml"])
    return file_of(parts)


@cache
def _default() -> bytes:
    return pandoc.default("reference.docx")


def _styles(theirs: bytes) -> bytes:
    """Their styles, each of ours in the place of the one with its id or after the last."""
    root, ours = parsed(theirs), parsed(resources.files(__package__).joinpath("styles.xml").read_bytes())
    known = {style.get(f"{{{W}}}styleId"): style for style in root.findall(f"{{{W}}}style")}
    root.replace(root.find(f"{{{W}}}docDefaults"), ours.find(f"{{{W}}}docDefaults"))
    for style in ours.findall(f"{{{W}}}style"):
        old = known.get(style.get(f"{{{W}}}styleId"))
        if old is None:
            root.append(style)
        else:
            root.replace(old, style)
    return in_bytes(root)


def _page(document: bytes) -> bytes:
    """Their document on A4 with header and footer; pandoc takes nothing else of it."""
    root = parsed(document)
    old = root.find(f"{{{W}}}body/{{{W}}}sectPr")
    old.getparent().replace(old, parsed(_PAGE.encode()))
    return in_bytes(root)


def _settings(settings: bytes) -> bytes:
    """Their settings as of Word 2013, without which Word says that the file is in compatibility mode."""
    root = parsed(settings)
    compat = element("compat")
    compat.append(element("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val="15"))
    root.find(f"{{{W}}}footnotePr").addnext(compat)
    return in_bytes(root)


def _header(note: BriefingNote) -> bytes:
    """The title and the day; below them from how many documents the note was prepared. The first page has all that below its own heading."""
    title = " ".join(visible(note.inquiry.title).split())
    return _part("header", [_line("Header", title if len(title) <= _TITLE else f"{title[: _TITLE - 1].rstrip()}…"), _line("Header", _below(note))])


def _below(note: BriefingNote) -> str:
    return " · ".join(part for part in (front.day(note), front.prepared(note)) if part)


def _footer() -> bytes:
    return _part("footer", [_line("Footer", "Page ", "PAGE", " of ", "NUMPAGES")])


def _part(name: str, lines: list[Element]) -> bytes:
    root = element({"header": "hdr", "footer": "ftr"}[name])
    root.extend(lines)
    return in_bytes(root)


def _line(style: str, *pieces: str) -> Element:
    """A line of text; every second piece is a field, which Word reckons as it lays the page out."""
    line = element("p")
    line.append(element("pPr"))
    line[0].append(element("pStyle", val=style))
    for at, piece in enumerate(pieces):
        run = element("r", "1" if at % 2 else piece)
        if at % 2:
            field = element("fldSimple", instr=f" {piece} ")
            field.append(run)
        line.append(field if at % 2 else run)
    return line


def _related(relations: bytes) -> bytes:
    root = parsed(relations)
    for name in _PARTS:
        root.append(root.makeelement(f"{{{root.nsmap[None]}}}Relationship", {"Id": f"rId{name.title()}", "Type": f"{R}/{name}", "Target": f"{name}1.xml"}))
    return in_bytes(root)


def _typed(types: bytes) -> bytes:
    root = parsed(types)
    for name in _PARTS:
        about = {"PartName": f"/word/{name}1.xml", "ContentType": f"{_OFFICE}.{name}+xml"}
        root.append(root.makeelement(f"{{{root.nsmap[None]}}}Override", about))
    return in_bytes(root)
