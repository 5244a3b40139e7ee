"""A second look at what the check lets through, written from the raw text and without anything of `assistant.verify`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.verify.evidence import Evidence
from corpus.dates import in_words

_OURS = frozenset(("According", "House", "Commons", "Lords", "Member", "An", "MPs"))


def inexact(text: str, evidence: Sequence[Evidence]) -> str | None:
    """The first figure or capitalised word of a shown sentence that stands nowhere in its passages or what is known of them.

    Written from the raw text and without anything of `assistant.verify`, as a check on it. Words that open a sentence or a quotation are left
    out, as are ours that say who speaks.
    """
    known = " ".join(str(part) for e in evidence for part in (e.passage, e.title, e.publisher, in_words(e.passage.date) if e.passage.date else ""))
    digits = {re.sub(r"\D", "", each) for each in re.findall(r"\d[\d,.]*", known)} | {str(int(each)) for each in re.findall(r"\d+", known)}
    plain = known.lower()
    said = re.sub(r"\[\d+\]$", "", text)
    for match in re.finditer(r"\d[\d,.]*\d|\d|(?<![.?!:“‘] )(?<![“‘.])(?<!^)\b[A-Z][\w’'-]+", said):
        word = re.sub(r"['’]s?$", "", match[0])
        if word[0].isdigit() and re.sub(r"\D", "", word) not in digits and re.sub(r"\D", "", word).lstrip("0") not in digits:
            return word
        if not word[0].isdigit() and word.lower() not in plain and word not in _OURS:
            return word
    return None
