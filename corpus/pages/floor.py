"""The floor: what has been said on a page so far, under which headings, and who has the word now."""

from __future__ import annotations

from dataclasses import replace

from corpus.document import Kind
from corpus.pages import cues, handover, signing
from corpus.pages.layout import Block, Shape
from corpus.pages.runs import Run, Style
from corpus.pages.voice import Spoken, Voice

_SAME_WORDS = 8  # words: a paragraph at least this long that stands twice is the same paragraph


class Floor:
    """Keeps the spoken blocks of one page (or comment) in order, the run that has the word, and the report quoted last."""

    def __init__(self) -> None:
        self.spoken: list[Spoken] = []
        self.run: Run | None = None
        self.official: Voice | None = None
        self.carried: Voice | None = None  # the report in whose midst the section before ended
        self.headings: tuple[str, ...] = ()
        self._headed = False  # the block before was a heading
        self._accounts = 0
        self._seen: dict[str, Spoken] = {}

    def new_section(self, run: Run | None) -> None:
        """A section mark: no heading holds beyond it, and nobody but the page itself has the word."""
        open_run = self.run is not None and self.run.style is Style.OPEN and self.run.voice.official
        self.carried = self.run.voice if open_run and self.run else None
        self.headings, self._headed, self.run = (), False, run

    def head(self, text: str) -> None:
        """A heading; two in a row are a path."""
        self.headings = (*self.headings, text) if self._headed else (text,)
        self._headed = True

    def label(self, text: str) -> None:
        """A heading that stands for itself."""
        self.headings, self._headed = (text,), False

    def say(self, text: str, voice: Voice, part: int | None = None) -> None:
        """Take down one block."""
        entry = Spoken(text, voice, self.headings, part)
        self._headed = False
        self.spoken.append(entry)
        self._seen.setdefault(text, entry)

    def before(self, text: str) -> Spoken | None:
        """The same words where they stood before, if they are long enough to be no accident."""
        return self._seen.get(text) if len(text.split()) >= _SAME_WORDS else None

    def begin(self, voice: Voice, style: Style, rest: list[Block]) -> None:
        """Give the word to ``voice`` for the first of the blocks ``rest`` and as many more as ``style`` allows."""
        if voice.official:
            self.official = replace(voice, speaker=voice.body, office=None)
        begun = any(said.voice.kind is Kind.TESTIMONY and said.part == self._accounts for said in self.spoken)
        if voice.kind is Kind.TESTIMONY and (begun or not self._accounts):
            self._accounts += 1
        self.run = Run(
            voice, style, len(self.spoken), self._accounts if voice.kind is Kind.TESTIMONY else None,
            left=max(1, cues.quoted_span([block.text for block in rest])),
            letter=handover.is_letter(rest), signed=signing.below(rest) is not None,
        )  # fmt: skip

    def pause(self) -> None:
        """A row of asterisks: the next account begins; any other quotation ends, but a debate's gap is only a gap."""
        if self.run and self.run.voice.kind is Kind.TESTIMONY:
            self._accounts += 1
            self.run.part = self._accounts
        elif self.run and self.run.voice.kind is not Kind.DEBATE:
            self.run = None

    def link(self, start: int, url: str) -> None:
        """A link to the record under pasted words belongs to all of them; what follows is the reader's own again."""
        for i in range(start, len(self.spoken)):
            self.spoken[i] = replace(self.spoken[i], voice=replace(self.spoken[i].voice, url=url))
        self.run = None

    def sign(self, signature: signing.Signature, after: list[Block]) -> int:
        """A signature: it signs back to the foreword's heading or the run's start. The number of blocks it took."""
        run = self.run
        voice = signature.voice(run) if run else None
        if run and voice:
            signing.sign_back(self.spoken, run, voice)
            run.voice = replace(voice, speaker=voice.body, office=None)
            self.official = run.voice if voice.official else self.official
        if after and after[0].shape is not Shape.HEADING:
            self.run, self.headings = None, ()
        return signature.used
