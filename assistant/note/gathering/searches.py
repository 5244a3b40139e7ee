"""What is looked for on a term of reference: the term, its parts, and the term in each standing of source on its own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.note.evidence import AUTHORS, OFFICIAL, ORGANISATIONS, PARLIAMENT, PRACTITIONERS, READERS
from assistant.verify.words import Word, listed, words
from corpus.document import Kind
from index.filters import Filters

STANDINGS = {
    OFFICIAL: "official findings",
    PARLIAMENT: "what was said in Parliament",
    ORGANISATIONS: "positions of organisations",
    AUTHORS: "authors’ accounts",
    PRACTITIONERS: "practitioners’ accounts",
    READERS: "readers’ comments",
}
"""Each standing in words."""
EVERYTHING = "everything"
"""What a search is among that is not limited to a standing."""
_MANY = 12  # terms from which each is given fewer searches, so that an inquiry of sixty is done in minutes
_PARTS = 6  # parts of a term that are looked for by themselves
_CLAUSES = re.compile(
    r"[?;:.]\s+|,?\s+and\s+(?=(?:how|what|why|whether|to what extent|is|are|has|have|does|do|did)\b)|,\s+(?=(?:how|what|why|whether)\b)", re.I
)
_JOINTS = re.compile(r"[,?;:.()]|\b(?:and|or|on|in|for|to|by|from|with|including|where|which|that|as|between|about|into)\b", re.I)
_RELATION = re.compile(r"(?i)\b(?:together|between|relationships?|relations|co-?operat\w+|co-?ordinat\w+|joint\w*|partnerships?|each other|one another)\b")
_NAMES = re.compile(r"(?<![.?!:] )(?<!^)\b[A-Z][\w’'-]+(?: (?:(?:of|for|and|the) )?[A-Z][\w’'-]+)+")
_ASKING = listed("""effect effects impact role state evidence extent good done well meant intended worked place people case cases issue issues part number
    lesson lessons step steps measure measures change changes progress effective effectively far affected affect companies bodies way ways means kind use used
    need needed put make made happen happened seen role roles main different current recent new old lead led quality""")
"""Words that say how something is asked about and not what."""


@dataclass(frozen=True, slots=True)
class Search:
    """One search: what is looked for, within which limits, for how many passages, and what it is among in words."""

    query: str
    limits: Filters
    k: int
    among: str = EVERYTHING

    @property
    def told(self) -> str:
        """The search as a reader is told of it."""
        return f"“{self.query}” among {self.among}"


def planned(term: str, title: str, limits: Filters, terms: int) -> list[Search]:
    """The searches for a term of an inquiry with so many ``terms``: the term and its parts in everything, and the term in each standing."""
    few = terms > _MANY
    everywhere = [term, *([] if few else parts(term, title))]
    found = [Search(query, limits, 25 if few else 40) for query in dict.fromkeys(everywhere)]
    for authority, told in STANDINGS.items():
        if own := within(limits, authority):
            found.append(Search(term, own, 10 if few else 20, told))
    return found


def within(limits: Filters, *authorities: int) -> Filters | None:
    """The limits narrowed to some standings; ``None`` where they let nothing of them through."""
    kinds = tuple(kind for kind in Kind if kind.authority in authorities and (not limits.kinds or kind in limits.kinds))
    return replace(limits, kinds=kinds) if kinds else None


def parts(term: str, title: str) -> list[str]:
    """What a term asks for, part by part: its clauses where it has several, and what it lists. Words of the inquiry's title and names of bodies say
    nothing of what is asked about them, unless it is asked how they get on."""
    clauses = [clause.strip(" ?.,") for clause in _CLAUSES.split(f"{term} ")]
    several = [clause for clause in clauses if len(clause.split()) > 2] if len([clause for clause in clauses if clause]) > 1 else []
    known = {word.stem for word in words(title)}
    phrases = [_telling(phrase, known) for phrase in _JOINTS.split(_NAMES.sub(" ", term))]
    between = [segment.strip() for segment in re.split(r"[,?;:.]|\bon\b", term) if _RELATION.search(segment) and _NAMES.search(segment)]
    return list(dict.fromkeys([*several, *between[:1], *(phrase for phrase in phrases if phrase)]))[:_PARTS]


def topic(term: str) -> str:
    """The term without the names of bodies, where enough is left to go by."""
    bare = " ".join(_NAMES.sub(" ", term).split())
    return bare if sum(word.telling and word.low not in _ASKING for word in words(bare)) > 1 else term


def _telling(phrase: str, known: set[str]) -> str:
    """The phrase without words that stand in the title, nor at its ends such as only ask; nothing where that is all it has."""
    kept = [word for word in words(phrase) if _tells(word) and word.stem not in known]
    while kept and kept[0].low in _ASKING:
        kept.pop(0)
    while kept and kept[-1].low in _ASKING:
        kept.pop()
    return " ".join(word.text for word in kept) if [word.low for word in kept] != ["work"] else ""


def _tells(word: Word) -> bool:
    return word.telling or (word.text.isupper() and len(word.text) > 1)  # IT is not it
