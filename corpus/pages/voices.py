"""Who speaks in each block of a page: the author, or somebody the author hands the word to, and until where.

A quotation at length is a *run*. How it ends depends on how it began: after ``:-``, or where the quoted text brings its own
headings, it goes on to the next section mark; after a plain colon it is an excerpt and ends at the next heading or lead-in;
where it stands in quotation marks it lasts as long as they do.
"""

from __future__ import annotations

from dataclasses import replace

from corpus.dates import full_date
from corpus.document import Kind
from corpus.pages import cues, exchange, handover, leadin, people, signing, statements, wording
from corpus.pages.floor import Floor
from corpus.pages.layout import Block, Shape, looks_like_heading
from corpus.pages.runs import Run, Style
from corpus.pages.voice import Spoken, Voice


class Speakers:
    """Goes through a page's blocks once and keeps who has the word.

    ``base`` is whose page (or comment) it is; ``recorded`` the day of the sitting where the page is a debate's own.
    """

    def __init__(self, base: Voice, register: people.Register, recorded: str | None = None) -> None:
        self.base = base
        self._floor = Floor()
        self._heard = leadin.Heard(register)
        self._recorded = recorded
        self._contributions = 0

    def listen(self, blocks: list[Block]) -> list[Spoken]:
        """Every spoken block in order, signatures and marks used up."""
        for section in _sections(blocks):
            own = Run(self.base, Style.OPEN, len(self._floor.spoken), signed=True) if self.base.kind is Kind.PRESS_RELEASE else None
            self._floor.new_section(own)
            begins = exchange.begins_at(section)
            self._ordinary(section[:begins])
            if begins is not None:
                self._exchange(section[begins:])
        return self._floor.spoken

    # one section ---------------------------------------------------------------------------------------------------

    def _ordinary(self, section: list[Block]) -> None:
        i = 0
        while i < len(section):
            block, rest = section[i], section[i + 1 :]
            signature = signing.at(section[i:]) if self._floor.run or self._by_an_author() else None
            if signature:
                i += self._floor.sign(signature, section[i + signature.used :])
            elif cues.ends(block.text):
                self._end(rest)
                i += 1
            elif block.shape is Shape.HEADING:
                self._head(block.text, rest, first=i == 0)
                i += 1
            elif block.shape is Shape.BREAK:
                self._floor.pause()
                i += 1
            else:
                i += self._speak(block, rest, first=i == 0)

    def _by_an_author(self) -> bool:
        """True where a signature that signs nothing is none of the page's own words: on a page that nobody is named as the author of
        it may be the author's, and in a comment the reader's."""
        return self.base.kind is not Kind.COMMENT and bool(self.base.speaker)

    def _head(self, text: str, rest: list[Block], first: bool) -> None:
        if self._floor.run and self._floor.run.style is not Style.OPEN:
            self._floor.run = None
        if self._floor.run is None and first and cues.guest(text):
            self._floor.begin(Voice(Kind.TESTIMONY), Style.OPEN, rest)
        elif self._floor.run is None and first and self._floor.carried and _goes_on(self._floor.carried, text, rest):
            self._floor.begin(self._floor.carried, Style.OPEN, rest)
        self._floor.head(text)

    def _end(self, rest: list[Block]) -> None:
        """*ENDS*: a statement's own notes may still follow; in a post the author has the word again."""
        if self._floor.run and not (rest and cues.notes(rest[0].text)):
            self._floor.run.ended = self.base.kind is not Kind.PRESS_RELEASE

    def _speak(self, block: Block, rest: list[Block], first: bool) -> int:
        """Take in one paragraph or bullet (and the quotation its “said:” leads to); the number of blocks used."""
        text = block.text
        if known := self._floor.before(text):
            self._floor.say(text, known.voice, known.part)
            if not known.voice.quoted and wording.leads(text) and (led := self._led(text, rest)):
                self._floor.begin(*led, rest)
            return 1
        if self._floor.run is None and first and _quotes_somebody(rest) and (voice := statements.statement(text)):
            self._floor.begin(voice, Style.OPEN, [block, *rest])
        if self._floor.run and self._floor.run.goes_on(block, len(self._floor.spoken) > self._floor.run.start, self._heard.register):
            return self._quote(self._floor.run, block, rest)
        self._floor.run = None
        self._own(block.text, rest)
        return 1

    def _own(self, text: str, rest: list[Block]) -> None:
        """The author's (or reader's) own paragraph, and what it leads to. A short lead-in is a heading."""
        if (voice := statements.looking_back(text, self._heard.register)) and self._floor.spoken:
            self._floor.spoken[-1] = replace(self._floor.spoken[-1], voice=voice)
        self._heard = self._heard.after(text)
        led = self._led(text, rest) if wording.leads(text) else None
        if led and wording.label(text):
            self._floor.label(text.rstrip(" :-–—"))
        else:
            self._floor.say(text, self.base)
        if led:
            self._floor.begin(*led, rest)

    def _led(self, text: str, rest: list[Block]) -> tuple[Voice, Style] | None:
        if not rest:
            return None
        place = handover.Place(self._heard, self._floor.official, self._floor.headings, rest)
        by = handover.by_reader if self.base.kind is Kind.COMMENT else handover.by_author
        return by(text, place)

    # runs ----------------------------------------------------------------------------------------------------------

    def _quote(self, run: Run, block: Block, rest: list[Block]) -> int:
        text, used = block.text, 1
        if run.voice.kind is Kind.DEBATE and handover.RECORD_LINK.match(text):
            self._floor.link(run.start, text)
            return 1
        voice = run.voice
        if run.voice.kind is Kind.PRESS_RELEASE and not run.letter:
            if len(self._floor.spoken) == run.start and looks_like_heading(text):
                self._floor.label(text)
                return 1
            if text.endswith(":") and rest and cues.marked(rest[0].text):
                text, used = f"{text} {rest[0].text}", 2
            voice = self._within(run, text)
        self._floor.say(text, voice, run.part)
        run.bulleted, run.left = block.shape is Shape.BULLET, run.left - used
        return used

    def _within(self, run: Run, text: str) -> Voice:
        """Who speaks at ``text`` in a statement; a quotation that the paragraph before left open goes on."""
        before = self._floor.spoken[-1] if len(self._floor.spoken) > run.start else None
        if before and cues.marked(text) and cues.unclosed(before.text):
            return before.voice
        return statements.named_speaker(text, run.voice, self._heard.register)

    # exchanges and repeats -------------------------------------------------------------------------------------------

    def _exchange(self, blocks: list[Block]) -> None:
        """The exchange that ``blocks`` begin with, and whatever follows a link to its record or a turn to the reader."""
        until = next((i for i, block in enumerate(blocks) if handover.RECORD_LINK.match(block.text) or cues.to_reader(block.text)), len(blocks))
        start = len(self._floor.spoken)
        said = exchange.contributions(blocks[:until], self._lead_date() or self._recorded, after=self._contributions)
        self._floor.spoken += exchange.spoken(said, self._floor.headings)
        self._contributions += len(said)
        self._floor.run = None
        if until < len(blocks) and handover.RECORD_LINK.match(blocks[until].text):
            self._floor.link(start, blocks[until].text)
            until += 1
        self._ordinary(blocks[until:])

    def _lead_date(self) -> str | None:
        """The date in the line that leads to an exchange."""
        before = self._floor.spoken[-1].text if self._floor.spoken and cues.colon(self._floor.spoken[-1].text) else ""
        found = full_date(before)
        return found[0] if found else None


def _goes_on(report: Voice, heading: str, rest: list[Block]) -> bool:
    """True where a section that opens with ``heading`` carries on the report in whose midst the section before it ended."""
    after = next((block.text for block in rest if block.shape is not Shape.HEADING), "")
    own = cues.aside(heading) or any(cues.first_person(text) or cues.to_reader(text) for text in (heading, after))
    return not own and not statements.statement(after) and not leadin.names_another(heading, report)


def _quotes_somebody(blocks: list[Block]) -> bool:
    return any(people.speaking(block.text) for block in blocks)


def _sections(blocks: list[Block]) -> list[list[Block]]:
    sections: list[list[Block]] = [[]]
    for block in blocks:
        if block.shape is Shape.MARK:
            sections.append([])
        else:
            sections[-1].append(block)
    return [section for section in sections if section]
