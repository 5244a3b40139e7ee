"""The parts of a Word file, unpacked within limits whatever its directory says of their sizes."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from lxml import etree

from corpus import markup, zips
from corpus.unreadable import UnreadableDocument

MOST_BYTES = 64 * 1024 * 1024  # unpacked, of the parts that are read
MOST_TAGS = 3_000_000  # in one part: the tree takes 100 to 200 bytes for each
_MAIN = "word/document.xml"
_DECLARES = re.compile(rb"<\0?!\0?D\0?O\0?C\0?T\0?Y\0?P\0?E|<\0?!\0?E\0?N\0?T\0?I\0?T\0?Y")


@dataclass(slots=True)
class Parts:
    """An opened Word file: its parts by name, read when asked for."""

    source: str
    packed: zipfile.ZipFile
    main: str = _MAIN
    _read: int = field(default=0)

    @classmethod
    def of(cls, data: bytes, source: str) -> Parts:
        """The parts of a ``.docx``. Raises `UnreadableDocument` for what is no packed file, or unpacks to too much."""
        try:
            packed = zipfile.ZipFile(io.BytesIO(data))
            held = packed.infolist()
        except zips.OPENING_ERRORS as error:
            raise UnreadableDocument(source, f"is no Word file that can be unpacked ({_line(error)}); save it again as .docx") from error
        if len(held) > zips.MOST_FILES:
            raise UnreadableDocument(source, f"holds {len(held):,} parts, more than {zips.MOST_FILES:,}; save it again as .docx")
        parts = cls(source, packed)
        parts.main = parts._main()
        return parts

    def xml(self, name: str) -> etree._Element | None:
        """The root of the part ``name`` (beside the main one), or ``None`` where there is none."""
        return self._parsed(str(PurePosixPath(self.main).with_name(name)))

    def document(self) -> etree._Element:
        """The root of the main part. Raises `UnreadableDocument` where there is none."""
        root = self._parsed(self.main)
        if root is None:
            raise UnreadableDocument(self.source, "holds no Word text (word/document.xml is missing); save it again as .docx")
        return root

    def properties(self) -> etree._Element | None:
        """What the file says of itself, or ``None`` where that cannot be read: it is of no weight."""
        try:
            return self._parsed("docProps/core.xml")
        except UnreadableDocument:
            return None

    def _main(self) -> str:
        """The name of the main part, which the file's own list of relations gives."""
        if _MAIN in self.packed.namelist():
            return _MAIN
        root = self._parsed("_rels/.rels")
        for relation in root if root is not None else ():
            if isinstance(relation.tag, str) and relation.get("Type", "").endswith("/officeDocument"):
                return str(relation.get("Target", _MAIN)).lstrip("/")
        return _MAIN

    def _parsed(self, name: str) -> etree._Element | None:
        try:
            info = self.packed.getinfo(name)
        except KeyError:
            return None
        data = self._unpacked(info)
        if _DECLARES.search(data):
            raise UnreadableDocument(self.source, f"declares entities in {name}, which no Word file does; save it again as .docx")
        tags = data.count(b"<") + data.count(b'="') + data.count(b"='")
        if tags > MOST_TAGS:
            raise UnreadableDocument(self.source, f"holds {tags / 1e6:.0f} million tags in {name}, more than a text has; split it")
        return markup.parse_xml(data, self.source)

    def _unpacked(self, info: zipfile.ZipInfo) -> bytes:
        most = min(zips.MOST_OF_ONE, MOST_BYTES - self._read)
        if info.file_size > most or zips.is_bomb(info):
            raise UnreadableDocument(self.source, f"unpacks {info.filename!r} to {info.file_size / 1e6:.0f} MB, more than a text has; split it")
        try:
            with self.packed.open(info) as file:
                data = file.read(most + 1)
        except zips.UNPACKING_ERRORS as error:
            raise UnreadableDocument(self.source, f"cannot be unpacked ({_line(error)}); save it again as .docx") from error
        if len(data) > most:
            raise UnreadableDocument(self.source, f"unpacks {info.filename!r} to more than {most / 1e6:.0f} MB; split it")
        self._read += len(data)
        return data


def name_of(element: etree._Element) -> str:
    """The local name of an element, whichever of Word's name spaces (transitional, strict) it is in; empty for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(element: etree._Element | None, key: str = "val") -> str | None:
    """The attribute ``key`` of an element, in whichever name space."""
    if element is None:
        return None
    return next((found for name, found in element.attrib.items() if name.rpartition("}")[2] == key), None)


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first child of that name, and its child, and so on; ``None`` where one of them is missing."""
    for name in path:
        element = next((part for part in element if name_of(part) == name), None) if element is not None else None
    return element


def on(element: etree._Element | None) -> bool:
    """Whether a switch such as ``w:b`` is there and not turned off."""
    return element is not None and (value(element) or "true").lower() not in {"false", "0", "off", "none"}


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
