"""What a careful clerk checks of a sentence with a finger on the cited passages: written from the raw text alone, sharing nothing with `assistant.verify`.

It knows no meaning and no grammar. Quotations, figures, names, who is made to speak, citation numbers, and what must never be in plain words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Protocol

from corpus.document import Passage


class Cited(Protocol):
    """A numbered citation of an answer."""

    @property
    def number(self) -> int: ...

    @property
    def passage(self) -> Passage: ...

    @property
    def title(self) -> str: ...

    @property
    def publisher(self) -> str | None: ...


_WORDS_OF_A_QUOTATION = 4
_HOME = {"i", "uk", "united", "kingdom", "britain", "british"}  # where the record is from, named or not
_QUOTED = re.compile(r"“([^“”]*)”|\"([^\"]*)\"")
_TITLED = re.compile(r"(?<!\w)‘((?:[^‘’]|(?<=\w)’(?=\w))*)’(?!\w)")
_FIGURE = re.compile(r"(?P<sign>[£$€]?)(?P<figure>\d+(?:[.,:]\d+)*)(?:\s?(?P<share>%|per ?cent\b)|\s?(?P<scale>million|billion|thousand|bn|m)\b)?")
_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
_CAPITAL = re.compile(r"(?<![\w-])[^\W\d_a-zß-öø-ÿ][\w’'-]*")
_BEGINS = re.compile(r"(?:^|[.?!][”’\"')]*\s+|[“\"‘]|\s[-–—]\s)$")  # what stands before a sentence's first word
_NAME = r"(?:(?:Lord|Lady|Dame|Sir|Mr|Mrs|Ms|Dr|Baroness|Earl|Viscount)\.? )?[A-Z][\w’'-]+(?: (?:(?:of|for|the|and|de) )*[A-Z][\w’'-]+)*"
_SAYS = (
    r"said|says|told|argued|argues|reported|reports|found|finds|stated|states|claimed|claims|warned|wrote|writes|asked|called|recalled"
    r"|concluded|noted|recommended|announced"
)
_SPOKEN = re.compile(
    rf"(?P<who>{_NAME})(?:, [^,]{{1,60}},| \([^()]{{1,80}}\))? (?:also |has |had |have )?(?:{_SAYS})\b|(?i:according to) (?:the )?(?P<after>{_NAME})"
)
_MARK = re.compile(r"[\[［【](?:\D{0,12})(\d+)[^\]］】]{0,20}[\]］】]")
_UNPLAIN = re.compile(r"(?i)[a-z][a-z0-9+.-]*://|www\.\w|(?:java|vb)script:|data:\w+/|mailto:|</?[a-z!][^>]*>?|!\[|\]\(|&(?:#\w+|[a-z]+);")


def faults(text: str, numbers: Sequence[int], cited: Sequence[Cited]) -> list[str]:
    """What is wrong with a sentence that cites ``numbers`` of an answer's citations: ``kind: what`` for each thing; none where nothing is."""
    own = [each for each in cited if each.number in numbers]
    found = [*_citations(text, numbers, cited), *_unplain(text)]
    return [*found, *_quotations(text, own), *_figures(text, own), *_names(text, own), *_speakers(text, own)]


def _citations(text: str, numbers: Sequence[int], cited: Sequence[Cited]) -> Iterator[str]:
    if not numbers:
        yield "citation: none"
    known = [each.number for each in cited]
    yield from (f"citation: {number}" for number in numbers if known.count(number) != 1)
    yield from (f"citation: {mark[0]}" for mark in _MARK.finditer(_QUOTED.sub("", text)) if int(mark[1]) not in numbers)


def _unplain(text: str) -> Iterator[str]:
    yield from (f"markup: {found}" for found in _UNPLAIN.findall(text))
    for character in text:
        name = unicodedata.name(character, "")
        if unicodedata.category(character) in {"Cc", "Cf", "Co", "Cs", "Cn"} or "VARIATION SELECTOR" in name or "FILLER" in name:
            yield f"hidden: U+{ord(character):04X}"


def _quotations(text: str, own: Sequence[Cited]) -> Iterator[str]:
    """Quoted words of four or more stand to the letter, each part between ellipses; what single marks hold may be a title as well."""
    for pattern, places in ((_QUOTED, [each.passage.text for each in own]), (_TITLED, [all_of(each) for each in own])):
        held = [_even(place) for place in places]
        for match in pattern.finditer(text):
            for part in re.split(r"…|\.\.\.", next(group for group in match.groups() if group is not None)):
                words = _even(part).rstrip(".,;:")
                if len(words.split()) >= _WORDS_OF_A_QUOTATION and not any(words in place or words[:1].swapcase() + words[1:] in place for place in held):
                    yield f"quotation: {part.strip()}"


def _figures(text: str, own: Sequence[Cited]) -> Iterator[str]:
    """Every figure stands in a cited passage with its sign and scale; a day or a year may be of the passage's date, a number of its place or title."""
    told = {figure for each in own for figure in _figures_of(each.passage.text)}
    beside = {figure for each in own for figure in _figures_of(_beside(each))} | {figure for each in own for figure in _dates(each)}
    yield from (f"figure: {' '.join(figure).strip()}" for figure in _figures_of(_MARK.sub("", text)) if figure not in told | beside)


def _figures_of(text: str) -> list[tuple[str, str, str]]:
    scales = {"m": "million", "bn": "billion"}
    return [
        (found["sign"], found["figure"].replace(",", ""), "%" if found["share"] else scales.get(found["scale"] or "", found["scale"] or ""))
        for found in _FIGURE.finditer(text)
    ]


def _dates(each: Cited) -> Iterator[tuple[str, str, str]]:
    about = each.passage.about
    for date in (each.passage.date, about.date if about else None):
        yield from (("", part.lstrip("0"), "") for part in (date or "").split("-")[::2])  # the year and the day


def _months(own: Sequence[Cited]) -> set[str]:
    dates = [date for each in own for date in (each.passage.date, each.passage.about and each.passage.about.date) if date]
    return {_MONTHS[int(date.split("-")[1]) - 1].lower() for date in dates if "-" in date}


def _names(text: str, own: Sequence[Cited]) -> Iterator[str]:
    """Every capitalised word that begins no sentence stands in a cited passage or in what is known of it; an abbreviation may be of words there."""
    held = [all_of(each) for each in own]
    known = {word for place in held for word in _bare(place)} | _months(own) | _HOME
    for match in _CAPITAL.finditer(text):
        if _BEGINS.search(text[: match.start()]):
            continue
        for word in _bare(match[0]):
            if word not in known and word.removesuffix("s") not in known and not any(_shortens(match[0], place) for place in held):
                yield f"name: {match[0]}"


def _bare(text: str) -> list[str]:
    low = re.sub(r"['’]s?(?!\w)", "", text.lower())
    return re.findall(r"[^\W\d_]+", low)


def _shortens(word: str, place: str) -> bool:
    """True for *MoJ* where *Ministry of Justice* stands, *HMIP* where *HM Inspectorate of Probation* does; small words may count or not."""
    letters = "".join(character for character in re.sub(r"['’]?s$", "", word) if character.isalpha())
    every = [each if each.isupper() else each[0] for each in re.findall(r"[^\W\d_]+", place)]
    large = [each if each.isupper() else each[0] for each in re.findall(r"[^\W\d_]+", place) if each[0].isupper()]
    return 2 <= len(letters) <= 6 and any(letters.upper() in "".join(initials).upper() for initials in (every, large))


def _speakers(text: str, own: Sequence[Cited]) -> Iterator[str]:
    """Whoever says something is the voice of one cited passage, or stands in it whole as somebody it tells of or quotes."""
    for match in _SPOKEN.finditer(_TITLED.sub("‘’", _QUOTED.sub("“”", text))):
        who = re.sub(r"^(?:The|Our|Mr|Mrs|Ms|But|And|In|When) ", "", match["who"] or match["after"])
        who = re.sub(r"['’]s?$", "", who)
        begins = _BEGINS.search(text[: match.start()]) and " " not in who  # *Inspectors found*: a first word need be no name
        if not begins and not any(_even(who).lower() in _even(all_of(each)).lower() or _shortens(who, all_of(each)) for each in own):
            yield f"speaker: {who}"


def _beside(each: Cited) -> str:
    """What is known of a passage beside its words, for figures."""
    p = each.passage
    return " ".join(part for part in (p.locator, each.title, *p.headings, p.origin and p.origin.quoted_in, p.series, p.number) if part)


def all_of(each: Cited) -> str:
    """A passage's words and all that is known of it."""
    p, about = each.passage, each.passage.about
    fields = [p.speaker, p.office, p.party, p.body, each.publisher, p.kind.words]
    fields += [about.title, about.speaker, about.office, about.party, about.body, about.locator, about.kind.words] if about else []
    return " . ".join(part for part in (p.text, _beside(each), *fields) if part)


def _even(text: str) -> str:
    """Quotation marks, dashes and spaces as one sort each."""
    text = re.sub(r"[“”„\"«»]|(?<!\w)['‘’]|['‘’](?!\w)", " ", text).replace("’", "'").replace("‘", "'")
    text = re.sub(r"\s*[‐‑‒–—-]+\s*", "-", unicodedata.normalize("NFC", text))
    return " ".join(re.sub(r"\s+([,.;:!?)])", r"\1", text).split())
