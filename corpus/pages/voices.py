"""Who speaks in each block of a page: the author, or somebody the author hands the word to, and until where.

A quotation at length is a *run*. How it ends depends on how it began: after ``:-``, or where the quoted text brings its own
headings, it goes on to the next section mark; after a plain colon it is an excerpt and ends at the next heading or lead-in;
where it opens with a quotation mark it lasts as long as the paragraphs do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum

from corpus.dates import full_date, month_date
from corpus.document import Kind
from corpus.pages import bodies, exchange, leadin, people
from corpus.pages.layout import Block, Shape, looks_like_heading
from corpus.pages.leadin import Voice

_QUOTE = "“\"‘'"
_RECORD_LINK = re.compile(r"^https?://\S*(?:hansard|theyworkforyou|parliament)\S*$", re.I)
_FOREWORD = re.compile(r"(?i)^(?:chief inspector’?'?s )?(?:foreword|introduction|preface)\b")
_REPORTING = re.compile(r"(?i)\b(?:findings?|recommendations?|report|inspectors?)\b")
_PASTED = {Kind.DEBATE, Kind.PRESS_RELEASE}  # what a reader may paste; nobody's finding rests on a reader's word
_SAME_WORDS = 8  # words: a paragraph at least this long that stands twice is the same paragraph


class Style(Enum):
    """How a run of quoted blocks ends."""

    OPEN = "at the next section mark"
    EXCERPT = "at the next heading, lead-in or turn to the reader"
    MARKED = "with the quotation marks"


@dataclass(frozen=True, slots=True)
class Spoken:
    """A block with its voice. ``part`` numbers testimonies and contributions; ``replies_to`` is a contribution's part."""

    text: str
    voice: Voice
    headings: tuple[str, ...] = ()
    part: int | None = None
    replies_to: int | None = None


@dataclass(slots=True)
class _Run:
    voice: Voice
    style: Style
    start: int  # index in the output of the run's first block
    part: int | None = None
    bulleted: bool = False


class Speakers:
    """Goes through a page's blocks once and keeps who has the word. ``base`` is whose page (or comment) it is."""

    def __init__(self, base: Voice, register: people.Register) -> None:
        self.base = base
        self.register = register
        self.spoken: list[Spoken] = []
        self._run: _Run | None = None
        self._official: Voice | None = None
        self._headings: tuple[str, ...] = ()
        self._headed = False  # the block before was a heading
        self._last_named: people.Person | None = None
        self._seen: dict[str, Spoken] = {}
        self._testimonies = 0
        self._exchanges = 0

    def listen(self, blocks: list[Block]) -> list[Spoken]:
        """Every spoken block in order, signatures and marks used up."""
        for section in _sections(blocks):
            self._run, self._headings, self._headed = None, (), False
            begins = exchange.begins_at(section)
            self._ordinary(section[:begins])
            if begins is not None:
                self._exchange(section[begins:])
        return self.spoken

    # one section ---------------------------------------------------------------------------------------------------

    def _ordinary(self, section: list[Block]) -> None:
        i = 0
        while i < len(section):
            block, following = section[i], section[i + 1] if i + 1 < len(section) else None
            if following and (person := people.signature(block.text, following.text)):
                i += self._sign(person, section[i : i + 4])
            elif block.shape is Shape.HEADING:
                self._head(block.text, first=i == 0)
                i += 1
            elif block.shape is Shape.BREAK:
                self._break()
                i += 1
            else:
                i += self._speak(block, section[i + 1 :], first=i == 0)

    def _head(self, text: str, first: bool) -> None:
        if self._run and self._run.style is not Style.OPEN:
            self._run = None
        if self._run is None and first and self._official:
            self._begin(self._official, Style.OPEN)
        self._headings = (*self._headings, text) if self._headed else (text,)
        self._headed = True

    def _break(self) -> None:
        if self._run and self._run.voice.kind is Kind.TESTIMONY:
            self._testimonies += 1
            self._run.part = self._testimonies
        elif self._run and self._run.voice.kind is not Kind.DEBATE:
            self._run = None

    def _speak(self, block: Block, rest: list[Block], first: bool) -> int:
        """Take in one paragraph or bullet (and the quotation its “said:” leads to); the number of blocks used."""
        text = block.text
        if known := self._twice(text):
            self._say(text, known.voice, known.part)
            if not known.voice.quoted and leadin.leads(text):
                self._lead(text, rest)
            return 1
        if self._run is None and first and (voice := leadin.statement(text)):
            self._begin(voice, Style.OPEN)
        if self._run and self._goes_on(block):
            return self._quote(block, rest)
        self._run = None
        return self._own(block, rest)

    def _own(self, block: Block, rest: list[Block]) -> int:
        if (voice := leadin.looking_back(block.text, self.register)) and self.spoken:
            self.spoken[-1] = replace(self.spoken[-1], voice=voice)
        self._last_named = self.register.named_in(block.text) or self._last_named
        if not leadin.leads(block.text):
            self._say(block.text, self.base)
            return 1
        label = len(block.text.split()) <= 6 and leadin.introduces(block.text, self.register)
        if not label:
            self._say(block.text, self.base)
        self._lead(block.text, rest)
        return 1

    def _lead(self, text: str, rest: list[Block]) -> None:
        """Begin a run after a lead-in, if it names a source (or, with ``:-``, even if it does not)."""
        if not rest:
            return
        voice = leadin.introduces(text, self.register, self._last_named)
        opens = leadin.opens(text)
        headed = rest[0].shape is Shape.HEADING
        marked = rest[0].text[:1] in _QUOTE
        if self.base.kind is Kind.COMMENT and (voice is None or voice.kind not in _PASTED):
            return
        if voice is None or (voice.kind is Kind.ARTICLE and headed):
            voice = self._signed_below(rest) or voice
        if voice is None and self._official and (opens if headed else self._reports(text)):
            voice = self._official
        if voice is None and opens:
            voice = Voice(Kind.ARTICLE)
        if voice is None:
            return
        self._headings = (text.rstrip(" :-–—"),) if len(text.split()) <= 6 else self._headings
        style = Style.OPEN if headed or opens or voice.kind is Kind.DEBATE else Style.EXCERPT
        self._begin(voice, Style.MARKED if marked and style is Style.EXCERPT else style)

    def _reports(self, text: str) -> bool:
        """True where a lead-in, or the heading it stands under, announces what the report already quoted from says."""
        return bool(_REPORTING.search(" ".join((text, *self._headings))))

    def _signed_below(self, rest: list[Block]) -> Voice | None:
        """The official body whose head signs further down."""
        for first, second in zip(rest, rest[1:], strict=False):
            person = people.signature(first.text, second.text)
            if person and (body := bodies.of_office(person.office or "")):
                return leadin.of_body(body)
        return None

    # runs ----------------------------------------------------------------------------------------------------------

    def _begin(self, voice: Voice, style: Style) -> None:
        if voice.kind.authority == 1:
            self._official = replace(voice, speaker=voice.body, office=None)
        begun = any(said.voice.kind is Kind.TESTIMONY and said.part == self._testimonies for said in self.spoken)
        if voice.kind is Kind.TESTIMONY and (begun or not self._testimonies):
            self._testimonies += 1
        self._run = _Run(voice, style, len(self.spoken), self._testimonies if voice.kind is Kind.TESTIMONY else None)

    def _goes_on(self, block: Block) -> bool:
        run = self._run
        assert run is not None
        text = block.text
        if leadin.to_reader(text) or (leadin.opens(text) and run.voice.kind is not Kind.DEBATE):
            return False
        if run.style is Style.MARKED:
            return text[:1] in _QUOTE
        if run.style is Style.EXCERPT:
            after_bullets = run.bulleted and block.shape is not Shape.BULLET
            return not after_bullets and not leadin.leads(text) and not leadin.looking_back(text, self.register)
        return True

    def _quote(self, block: Block, rest: list[Block]) -> int:
        run, text, used = self._run, block.text, 1
        assert run is not None
        if run.voice.kind is Kind.DEBATE and _RECORD_LINK.match(text):
            self._link(run, text)
            return 1
        if run.voice.kind is Kind.PRESS_RELEASE:
            if len(self.spoken) == run.start and looks_like_heading(text):
                self._headings = (text,)
                return 1
            if text.endswith(":") and rest and rest[0].text[:1] in _QUOTE:
                text, used = f"{text} {rest[0].text}", 2
            self._say(text, leadin.named_speaker(text, run.voice, self.register), run.part)
        else:
            self._say(text, run.voice, run.part)
        run.bulleted = block.shape is Shape.BULLET
        return used

    def _link(self, run: _Run, url: str) -> None:
        """A link to the record under pasted words belongs to all of them; what follows is the reader's own again."""
        for i in range(run.start, len(self.spoken)):
            self.spoken[i] = replace(self.spoken[i], voice=replace(self.spoken[i].voice, url=url))
        self._run = None

    def _sign(self, person: people.Person, below: list[Block]) -> int:
        """A signature: it signs back to the foreword's heading or the run's start. The number of blocks it took."""
        used = 2
        dated = below[2].text if len(below) > 2 else ""
        date = None
        if len(dated.split()) <= 4 and (full_date(dated) or month_date(dated)):
            found = full_date(dated)
            date, used = found[0] if found else month_date(dated), 3
        body = bodies.of_office(person.office or "")
        if self._run and body:
            self._sign_back(self._run, leadin.signed(replace(leadin.of_body(body), date=date), person))
        after = below[used] if len(below) > used else None
        if after is None or after.shape is not Shape.HEADING:
            self._run = None
        elif self._run and body:
            self._run.voice = replace(leadin.of_body(body), date=date)
        return used

    def _sign_back(self, run: _Run, voice: Voice) -> None:
        own = range(run.start, len(self.spoken))
        foreword = [i for i in own if any(map(_FOREWORD.match, self.spoken[i].headings))]
        for i in foreword or own:
            self.spoken[i] = replace(self.spoken[i], voice=voice)
        if self._official:
            self._official = replace(leadin.of_body(bodies.of_office(voice.office or "") or bodies.known()[0]), date=voice.date)

    # exchanges and repeats -------------------------------------------------------------------------------------------

    def _exchange(self, blocks: list[Block]) -> None:
        said = exchange.contributions(blocks)
        lords = any(c.header and re.match(people.PEER, c.header.name) for c in said)
        for c in said:
            who = c.header
            voice = Voice(
                Kind.DEBATE, who and who.name, who and who.office, who and who.party,
                "House of Lords" if lords else "House of Commons", c.date,
            )  # fmt: skip
            for text in c.texts:
                self.spoken.append(Spoken(text, voice, self._headings, c.number, c.replies_to))

    def _twice(self, text: str) -> Spoken | None:
        return self._seen.get(text) if len(text.split()) >= _SAME_WORDS else None

    def _say(self, text: str, voice: Voice, part: int | None = None) -> None:
        entry = Spoken(text, voice, self._headings, part)
        self._headed = False
        self.spoken.append(entry)
        self._seen.setdefault(text, entry)


def _sections(blocks: list[Block]) -> list[list[Block]]:
    sections: list[list[Block]] = [[]]
    for block in blocks:
        if block.shape is Shape.MARK:
            sections.append([])
        else:
            sections[-1].append(block)
    return [section for section in sections if section]
