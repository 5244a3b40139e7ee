"""What a PDF says of itself outside its text. Often a template's name or a log-in name: only what may be a title or a name is kept."""

from __future__ import annotations

import re
from collections.abc import Mapping

from corpus.document import fold
from corpus.papers.block import Facts

_NO_TITLE = re.compile(r"microsoft word|template|untitled|layout|\.(?:docx?|indd|pdf|qxd|rtf|pub)$|\b[vV]?\d+\.\d+$", re.I)


def facts_of(info: Mapping[str, str]) -> Facts:
    """Title and author from the document's information. The dates there are the file's, not the paper's, and are left out."""
    title, author = fold(info.get("Title", "")), fold(info.get("Author", ""))
    titled = len(title) > 8 and " " in title and not _NO_TITLE.search(title)
    return Facts(title if titled else None, author if " " in author and not any(char.isdigit() for char in author.replace("-19", "")) else None)
