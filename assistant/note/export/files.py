"""Where a note is written: checked before the work begins, and written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path


class CannotExport(Exception):
    """A note that cannot be written: which file, why, and what to do."""


def writable(path: Path) -> None:
    """Raises `CannotExport` where it can be seen beforehand that a file cannot be put there."""
    if path.is_dir():
        raise CannotExport(f"{path}: is a folder; name a file in it")
    if path.exists() and not path.is_file():
        raise CannotExport(f"{path}: is not a file that can be written over; name another")
    if not path.parent.is_dir():
        raise CannotExport(f"{path}: cannot be written (there is no folder {path.parent}); make it, or name another")
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise CannotExport(f"{path}: cannot be written (no permission to write into {path.parent}); name another folder")


def put(path: Path, data: bytes) -> None:
    """The bytes as that file, in place of what was there; a link is followed. Raises `CannotExport`; the old file then stands as it was."""
    target = path.resolve()
    part = target.with_name(f".{target.name[:100]}.{os.getpid()}.part")  # beside it: only within one disk is putting it in place a single act
    try:
        try:
            part.write_bytes(data)
            os.replace(part, target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise CannotExport(f"{path}: cannot be written ({error.strerror}); name another file") from error
