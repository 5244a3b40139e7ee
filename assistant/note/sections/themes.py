"""The themes: for each term of reference what the record has, each standing by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.note.gathering.choosing import GROUPS, Shown
from assistant.note.note import Block, Own, Paragraph, Section
from assistant.note.wording import Wording

HEADINGS = {
    "official": "What official findings say",
    "parliament": "What was said in Parliament",
    "organisations": "Positions of organisations",
    "accounts": "Authors’, practitioners’ and readers’ accounts",
}
_LEADS = {
    "accounts": "Accounts of unnamed practitioners and readers are unverified; they are quoted as what was said and not as what is so.",
    "questions": "Each suggested question is prompted by the evidence cited with it; in it the words between quotation marks are the source’s.",
}
"""What is said once of a sort of section, where there is one."""

Further = Callable[[Shown], Sequence[Section]]
"""Gives the sections that stand below a theme's evidence: where sources disagree, and suggested questions."""


def section(shown: Sequence[Shown], wording: Wording, further: Further) -> Section:
    """A section a theme, in the order of the terms, under a word on what is the same in all of them."""
    inner = tuple(_theme(each, wording, further) for each in shown)
    names = {section.name.rsplit("/", 1)[-1] for each in inner for section in each.walk()}
    leads = tuple(Own(words) for name, words in _LEADS.items() if name in names)
    return Section("themes", "Themes", (Paragraph(leads),) if leads else (), inner)


def _theme(shown: Shown, wording: Wording, further: Further) -> Section:
    name = f"themes/{shown.theme.number}"
    below = [_group(name, group, shown, wording) for group, standings in GROUPS.items() if shown.of(standings)]
    return Section(name, f"Theme {shown.theme.number}: {shown.theme.term}", _opening(shown), (*below, *further(shown)))


def _opening(shown: Shown) -> tuple[Block, ...]:
    if not shown.pieces and not shown.elsewhere:
        return (Paragraph((Own(f"The collection has nothing that bears on this term; {_looked_for(shown)}"),)),)
    if shown.elsewhere:
        return (
            Paragraph((Own(f"See also {_listed([f'theme {number}' for number in shown.elsewhere])}, where some of the evidence on this term is quoted."),)),
        )
    return ()


def _looked_for(shown: Shown) -> str:
    made = shown.theme.looked_for
    return f"{len(made)} searches were made, the first for {made[0]}." if made else "no search could be made."


def _listed(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def _group(name: str, group: str, shown: Shown, wording: Wording) -> Section:
    return Section(f"{name}/{group}", HEADINGS[group], wording.paragraphs(shown.theme.term, shown.of(GROUPS[group])))
