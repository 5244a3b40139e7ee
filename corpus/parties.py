"""Parties as the record abbreviates them in brackets after a Member's name."""

from __future__ import annotations

_NAMES = {
    "Con": "Conservative", "Lab": "Labour", "LD": "Liberal Democrat", "CB": "Crossbench", "Lab/Co-op": "Labour/Co-operative",
    "Lab Co-op": "Labour/Co-operative", "Lab/Coop": "Labour/Co-operative", "LDem": "Liberal Democrat", "Lib Dem": "Liberal Democrat", "SNP": "SNP",
    "PC": "Plaid Cymru", "DUP": "DUP", "UUP": "Ulster Unionist Party", "Ind": "Independent", "Non-Afl": "Non-affiliated", "GP": "Green", "Green": "Green",
}  # fmt: skip
ABBREVIATIONS = tuple(_NAMES)
"""The abbreviations of which the name is sure."""
_AS_THEY_ARE = (
    "Plaid", "UDUP", "UKUP", "UU", "SF", "Sinn Féin", "SDLP", "Alliance", "APNI", "Scottish Green", "Independent", "UKIP", "BP", "TUV", "PUP", "Alba", "SSP",
    "SSCUP", "Reform", "Reform UK", "Respect", "Bishops", "Spk", "Speaker", "Ind Con", "Ind Lab", "Ind LD", "Ind SD", "Ulster Unionist", "Conservative",
    "Labour", "Liberal Democrat",
)  # fmt: skip
_KNOWN = frozenset(name.casefold() for name in (*_NAMES, *_AS_THEY_ARE))


def is_party(words: str) -> bool:
    """True where words in brackets are a party's, in whatever case, and not a seat or an office."""
    return words.casefold() in _KNOWN


def party(short: str | None) -> str | None:
    """A party's name for the abbreviation that Hansard puts in brackets (``Con``); other names as they are."""
    return _NAMES.get(short, short) if short else None
