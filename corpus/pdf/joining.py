"""Lines put together into running text: a hyphen at a line's end goes only where the word is then right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

BREAK = "\v"
"""Between the lines of a table's cell, until they are joined."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ENDS = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_HYPHENS = ("-", "\u2010")
_BEGINS = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*$")
_ADDRESS_GOES_ON = re.compile(r"\S*[/_=%?&#]|\S*\w[.-]\w\S*|\S+$")


class Joiner:
    """Joins the lines of one document, by the words that stand in it unbroken."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._seen: Counter[str] = Counter()
        for text in texts:
            words = _WORD.findall(text.casefold())
            self._seen.update(words[:-1] if _ENDS.search(text) else words)

    def join(self, texts: Iterable[str]) -> str:
        """The texts as one, with a space between, or none where a word or an address is broken."""
        whole = ""
        for text in texts:
            whole = self._with(whole, text) if whole else text
        return whole.replace("\u00ad", "")

    def join_rows(self, rows: str) -> str:
        """A table's rows with the lines of each cell as one."""
        return "\n".join(" | ".join(self.join(cell.split(BREAK)) for cell in row.split(" | ")) for row in rows.split("\n"))

    def _with(self, whole: str, text: str) -> str:
        ends, begins = _ENDS.search(whole[-60:]), _BEGINS.match(text)
        address = _ADDRESS.search(whole[-400:])
        if address and _ADDRESS_GOES_ON.match(text) and (whole[-1] in "/-_=&?.%#" or re.match(r"\S*[/_=%]", text)):
            return whole + text
        if whole.endswith("\u00ad"):
            return whole[:-1] + text
        if not ends:
            return f"{whole}{text}" if whole.endswith(("—", "/")) or self._figure(whole, text) else f"{whole} {text}"
        compound = bool(begins and text[begins.end() :][:1] in _HYPHENS)
        if begins and begins.group() in {"and", "or", "to"} and not compound:  # short- and long-term
            return f"{whole} {text}"
        if begins and self._one_word(whole, ends[1], begins.group(), compound):
            return whole[:-1] + text
        return whole + text if text[:1].isalnum() else f"{whole} {text}"

    def _figure(self, whole: str, text: str) -> bool:
        """``Covid-`` before ``19``: a hyphen behind a word stays, without a space."""
        return bool(re.search(r"\w-$", whole)) and text[:1].isalnum()

    def _one_word(self, whole: str, first: str, second: str, compound: bool) -> bool:
        """True where the hyphen only parts a word; before a ``compound`` (*up-* before *to-date*) it more likely is one of its own."""
        if not second[0].islower() or re.search(r"\w-[^\W\d_]+[-\u2010]$", whole[-60:]):
            return False
        first, second = first.casefold(), second.casefold()
        one, two = self._seen[first + second], self._seen[f"{first}-{second}"]
        if one or two:
            return one >= two
        return not (self._seen[first] and self._seen[second] and (compound or len(second) > 2))
