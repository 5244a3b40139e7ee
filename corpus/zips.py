"""Packed folders: what a ``.zip`` holds, and the limits that keep a hostile one from filling memory or leaving its place."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path, PurePosixPath

from corpus.unreadable import UnreadableDocument

MOST_FILES = 5_000
MOST_BYTES = 512 * 1024 * 1024  # unpacked, of all together
MOST_OF_ONE = 32 * 1024 * 1024  # unpacked, of one file
MOST_RATIO = 200  # unpacked over packed: text packs to a tenth, a bomb to a thousandth
_SMALL = 1024 * 1024  # below this the ratio says nothing

OPENING_ERRORS = (OSError, ValueError, NotImplementedError, RecursionError, zipfile.BadZipFile)
UNPACKING_ERRORS = (OSError, ValueError, RuntimeError, NotImplementedError, EOFError, zlib.error, zipfile.BadZipFile)
"""What the standard library raises at packed files that are damaged, encrypted, or packed in a way it does not know."""

Load = Callable[[], bytes]


def members(path: Path, source: str) -> list[tuple[str, Load]]:
    """The files in a ``.zip`` as (name, how to get its bytes), in order of name, hidden ones left out.

    Raises `UnreadableDocument` for what is no ``.zip``, for one that holds a name outside its folder (``../``), a ``.zip`` of its
    own, or more than the limits above; nothing is unpacked to find that out.
    """
    try:
        with zipfile.ZipFile(path) as packed:
            held = [info for info in packed.infolist() if not info.is_dir()]
    except OPENING_ERRORS as error:
        raise UnreadableDocument(source, f"is no .zip that can be opened ({error}); pack it again") from error
    _within_limits(held, source)
    shown = [info for info in held if not _hidden(info.filename)]
    if not shown:
        raise UnreadableDocument(source, "holds no files; there is nothing to add")
    return [(info.filename, partial(_unpacked, path, info, f"{source}/{info.filename}")) for info in sorted(shown, key=lambda i: i.filename)]


def is_bomb(info: zipfile.ZipInfo) -> bool:
    """True where a packed file says that it unpacks to more than any honest one does."""
    return info.file_size > _SMALL and info.file_size > MOST_RATIO * max(info.compress_size, 1)


def _within_limits(held: list[zipfile.ZipInfo], source: str) -> None:
    for info in held:
        place = PurePosixPath(info.filename.replace("\\", "/"))
        if place.is_absolute() or ".." in place.parts or ":" in place.parts[0]:
            raise UnreadableDocument(source, f"holds {info.filename!r}, a name outside its own folder; unpack it yourself if you trust it")
        if place.suffix.lower() == ".zip":
            raise UnreadableDocument(source, f"holds {info.filename!r}, a .zip of its own; unpack it and add the folder")
        if is_bomb(info):
            raise UnreadableDocument(source, f"unpacks {info.filename!r} to more than {MOST_RATIO} times its size, as a zip bomb does; unpack it yourself")
    if len(held) > MOST_FILES:
        raise UnreadableDocument(source, f"holds {len(held):,} files, more than {MOST_FILES:,}; split it")
    if (size := sum(info.file_size for info in held)) > MOST_BYTES:
        raise UnreadableDocument(source, f"unpacks to {size / 1e6:.0f} MB, more than the {MOST_BYTES / 1e6:.0f} MB it may; split it")


def _hidden(name: str) -> bool:
    return any(part.startswith(".") or part == "__MACOSX" for part in PurePosixPath(name).parts)


def _unpacked(path: Path, info: zipfile.ZipInfo, source: str) -> bytes:
    """The bytes of one member, read up to the limit whatever its header says."""
    try:
        with zipfile.ZipFile(path) as packed, packed.open(info) as file:
            data = file.read(MOST_OF_ONE + 1)
    except UNPACKING_ERRORS as error:
        raise UnreadableDocument(source, f"cannot be unpacked ({error}); pack it again") from error
    if len(data) > MOST_OF_ONE:
        raise UnreadableDocument(source, f"unpacks to more than the {MOST_OF_ONE / 1e6:.0f} MB a file may have; split it")
    return data
