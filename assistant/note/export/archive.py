"""A Word file as its parts: an archive of XML. The same parts make the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

Element = Any
"""An element of lxml, which ships no types."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def parts_of(docx: bytes) -> dict[str, bytes]:
    """The parts by name, in their order."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def file_of(parts: Mapping[str, bytes]) -> bytes:
    """The file of these parts."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)  # dated 1980, whenever it is made
    return into.getvalue()


def parsed(data: bytes) -> Element:
    """A part's root."""
    from lxml import etree

    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, huge_tree=True))


def in_bytes(root: Element) -> bytes:
    """A part as it is stored."""
    from lxml import etree

    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def element(name: str, text: str | None = None, /, **values: str) -> Element:
    """An element of Word's with attributes of Word's; ``text`` stands in a ``w:t`` below it."""
    from lxml import etree

    made = etree.Element(f"{{{W}}}{name}", nsmap={"w": W, "r": R})
    for key, value in values.items():
        made.set(f"{{{W}}}{key}", value)
    if text is not None:
        made.append(element("t"))
        made[0].text = text
        made[0].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made
