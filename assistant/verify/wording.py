"""How a verdict's reason names a source and whose words it is."""

from __future__ import annotations

from assistant.verify.names import STYLES
from assistant.verify.source import Source
from corpus.document import Kind


def what(source: Source) -> str:
    """What sort of source it is, in words."""
    passage = source.passage
    if passage.kind is Kind.WRITTEN_QUESTION:
        return "written answer" if passage.reply_to else "written question"
    return f"digest of {a(passage.about.kind.words)}" if passage.about else passage.kind.words


def whose(source: Source) -> str:
    """Whose words the passage is, in words."""
    passage = source.passage
    if passage.kind is Kind.TESTIMONY or (passage.kind is Kind.COMMENT and not passage.speaker):
        return f"those of {a(passage.kind.words)}"
    name = (passage.about.speaker or passage.about.body) if passage.about else passage.speaker or passage.body
    return f"those of {the(name)}" if name else "those of a voice that is not named"


def the(name: str) -> str:
    """A name with its article, where it takes one."""
    return name if " " not in name or name.startswith(("HM ", "The ", "UK ")) or name.split()[0].lower() in STYLES or len(name.split()) < 3 else f"the {name}"


def a(words: str) -> str:
    """Words with *a* or *an*."""
    return f"an {words}" if words[:1] in "aeiou" else f"a {words}"
