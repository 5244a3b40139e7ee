"""Each sentence of a draft judged: what the record bears out, what it has otherwise, whose it is instead, and what it has not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from assistant import citations as refs
from assistant.answer import Citation
from assistant.drafts import nearest, notes
from assistant.drafts.draft import Draft, Drafted
from assistant.drafts.finding import Finding, Status
from assistant.drafts.lookup import Lookup, share
from assistant.drafts.naming import Named, led, named, resolved, spoken_of
from assistant.verify.checker import Checker
from assistant.verify.quantities import quantities
from assistant.verify.verdict import Fault, Verdict
from assistant.verify.words import stems

_CREDIT = frozenset({Fault.SPEAKER, Fault.OFFICE, Fault.KIND, Fault.ATTRIBUTION})
_OTHERWISE = frozenset({Fault.NUMBER, Fault.DATE, Fault.NAME, Fault.NEGATION, Fault.DIRECTION, Fault.QUOTATION})
_OF_ANOTHER_DAY = ("The words are of ", "The passage does not say that it is of ")  # how `verify.dates.spoken` begins
_FIGURES = frozenset({Fault.NUMBER, Fault.DATE, Fault.NEGATION, Fault.DIRECTION})
_LEAST = 2  # words of substance without which a statement cannot be looked up, unless it has a figure
_SURE = 0.6  # of a verdict's score: among many passages looked through, one that is barely near enough is there by chance
_CLOSE = 0.5  # share of a statement's words in a passage from which a difference in a figure is told as one
_CLOSE_UNNAMED = 0.65  # the same for a sentence that credits nobody


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges sentences against a collection."""

    lookup: Lookup
    checks: Checker = field(default_factory=Checker)

    def draft(self, draft: Draft) -> Iterator[Finding]:
        """A finding for each sentence, in order. Whom *he* or *she* means is looked for among those credited before in the paragraph."""
        paragraph, earlier = 0, list[str]()
        for sentence in draft.sentences:
            if sentence.paragraph != paragraph:
                paragraph, earlier = sentence.paragraph, []
            apart = named(led(sentence.text), self.lookup)
            yield self._noted(self._sentence(sentence, apart, earlier))
            earlier += [*spoken_of(sentence.text, self.lookup), *(who for voice in apart.voices for who in (*voice.persons, *voice.bodies))]

    def _sentence(self, sentence: Drafted, apart: Named, earlier: Sequence[str]) -> Finding:
        if sentence.heading or not (apart.quoted or apart.firmly or apart.lightly or sentence.notes):
            return Finding(sentence, Status.NOT_CHECKED)
        text = led(sentence.text)
        told = resolved(text, earlier) if apart.pronoun else [text]
        found = [self._quoting(replace(sentence, text=text), apart) if apart.quoted else self._stating(replace(sentence, text=text), apart) for text in told]
        best = next((each for each in found if each.status is Status.VERIFIED), found[0])
        return replace(best, sentence=sentence)

    def _noted(self, finding: Finding) -> Finding:
        """The finding, or what the draft's own note has wrong of the passage that bears the sentence out."""
        wrong = notes.wrong(finding.sentence.notes, finding.citations, self.lookup.surnames) if finding.status is Status.VERIFIED else None
        return replace(finding, status=Status.WRONG_SPEAKER, reason=wrong) if wrong else finding

    # a sentence that quotes ----------------------------------------------------------------------------------------

    def _quoting(self, sentence: Drafted, apart: Named) -> Finding:
        held = [self.lookup.holding(quote) for quote in apart.quoted]
        if missing := next((quote for quote, holders in zip(apart.quoted, held, strict=True) if not holders), None):
            near = self.lookup.nearest(missing)
            if near is None:
                return Finding(sentence, Status.NOT_FOUND, f"The words “{_shortened(missing.text)}” stand nowhere in the collection, nor anything near them.")
            cited = (replace(_citation(near.evidence), number=1),)
            return Finding(sentence, Status.MISQUOTED, f"The record has “{_shortened(near.words, 60)}”: {nearest.in_words(near.differs)}.", cited, near.words)
        return self._credited(sentence, apart, _together(held))

    def _credited(self, sentence: Drafted, apart: Named, sets: Sequence[tuple[Citation, ...]]) -> Finding:
        """The finding for quotations that stand to the letter: are they credited to whom they belong?"""
        verdicts = [self._check(sentence.text, cited) for cited in sets]
        if good := next((_verified(sentence, v, cited) for v, cited in zip(verdicts, sets, strict=True) if v.supported), None):
            return good
        if wider := self._wider(sentence, sets):
            return wider
        faults = _OTHERWISE - {Fault.NAME} if apart.framed else _OTHERWISE  # rightly credited, it may speak of others in words of its own
        verdict, cited = min(zip(verdicts, sets, strict=True), key=lambda pair: _credit(pair[0]) + (pair[0].fault in faults))
        if _credit(verdict):
            return Finding(sentence, Status.WRONG_SPEAKER, f"{verdict.reason} {_whose(cited[0])}", cited)
        if verdict.fault in faults:
            told = f"The quotation stands so, but not what is said beside it. {verdict.reason}"
            return Finding(sentence, Status.MISQUOTED, told, cited, cited[0].passage.text)
        return Finding(sentence, Status.VERIFIED, "The quotation stands so; the words around it are the draft’s own.", cited)

    def _wider(self, sentence: Drafted, sets: Sequence[tuple[Citation, ...]]) -> Finding | None:
        """Verified after all, where what is said beside the quotation stands elsewhere in the same document."""
        bearing = self.lookup.bearing(sentence.text, ())
        for cited in sets:
            ids = {each.passage.id for each in cited}
            around = [each for each in bearing if each.passage.document_id == cited[0].passage.document_id and each.passage.id not in ids]
            wide = (*cited, *around)
            if around and (verdict := self._check(sentence.text, wide)).supported:
                return _verified(sentence, verdict, wide, cited)
        return None

    # a sentence that tells -----------------------------------------------------------------------------------------

    def _stating(self, sentence: Drafted, apart: Named) -> Finding:
        if len(stems(apart.content)) < _LEAST and not quantities(apart.content):
            return Finding(sentence, Status.NOT_CHECKED, "It says too little to be looked up.")
        candidates = self.lookup.bearing(apart.content or sentence.text, apart.voices)
        verdicts = [(self._check(sentence.text, (_as_original(each),)), each) for each in candidates]
        if good := next(((verdict, each) for verdict, each in verdicts if _surely(verdict)), None):
            return _verified(sentence, good[0], (good[1],))
        if joint := self._jointly(sentence, verdicts):
            return joint
        if other := next((pair for pair in verdicts if self._borne_but_for_credit(apart, *pair)), None):
            return Finding(sentence, Status.WRONG_SPEAKER, f"{other[0].reason} {_whose(other[1])}", (other[1],), other[1].passage.text)
        bound, faults = (_CLOSE, _OTHERWISE | {Fault.STANCE}) if apart.firmly else (_CLOSE_UNNAMED, _FIGURES)
        near = next(((v, each) for v, each in verdicts if v.fault in faults and share(apart.content or sentence.text, each) >= bound), None)
        if near:
            return Finding(sentence, Status.MISQUOTED, f"{near[0].reason} {_whose(near[1])}", (near[1],), near[1].passage.text)
        if not apart.firmly:
            return Finding(sentence, Status.NOT_CHECKED, "It names nobody as its source, and nothing in the collection says this.")
        closest = next((f" The nearest is {refs.label(each.passage)}: {v.reason}" for v, each in verdicts if v.reason and not _credit(v)), "")
        return Finding(sentence, Status.NOT_FOUND, f"Nothing in the collection says this.{closest}")

    def _jointly(self, sentence: Drafted, verdicts: Sequence[tuple[Verdict, Citation]]) -> Finding | None:
        """Verified where what the one credited said in several places of one document bears the sentence out together."""
        fitting = [each for verdict, each in verdicts if not _credit(verdict)]
        cited = [each for each in fitting if each.passage.document_id == fitting[0].passage.document_id]
        verdict = self._check(sentence.text, [_as_original(each) for each in cited]) if len(cited) > 1 else None
        return _verified(sentence, verdict, cited) if verdict and _surely(verdict) else None

    def _borne_but_for_credit(self, apart: Named, verdict: Verdict, citation: Citation) -> bool:
        return _credit(verdict) and bool(apart.content) and self.checks.claim(apart.content, [citation.passage.text]).supported

    def _check(self, text: str, cited: Sequence[Citation]) -> Verdict:
        numbered = [replace(each, number=number) for number, each in enumerate(cited, start=1)]
        return self.checks(text, numbered)


def _verified(sentence: Drafted, verdict: Verdict, cited: Sequence[Citation], always: Sequence[Citation] = ()) -> Finding:
    rests = [each for number, each in enumerate(cited, start=1) if number in verdict.rests_on or each in always] or list(cited[:1])
    through = any(each.passage.about for each in rests)
    reason = "Borne out by a digest of the original; the original itself is not here." if through else None
    return Finding(sentence, Status.VERIFIED, reason, tuple(replace(each, number=number) for number, each in enumerate(rests, start=1)))


def _together(held: Sequence[list[Citation]]) -> list[tuple[Citation, ...]]:
    """The passages that hold every quotation, each by itself; where none does, the first that holds each."""
    every = [each for each in held[0] if all(any(each.passage.id == other.passage.id for other in others) for others in held[1:])]
    if every:
        return [(each,) for each in every]
    firsts = {each[0].passage.id: each[0] for each in held}
    return [tuple(firsts.values())]


def _as_original(citation: Citation) -> Citation:
    """A digest as if it were its original: what it tells is the original's, though its words are not."""
    passage, about = citation.passage, citation.passage.about
    if about is None:
        return citation
    told = replace(passage, kind=about.kind, speaker=about.speaker or about.body, office=about.office, party=about.party, body=about.body,
                   date=about.date or passage.date, about=None, origin=None)  # fmt: skip
    return replace(citation, passage=told)


def _credit(verdict: Verdict) -> bool:
    """True where the fault is in whom, what office, what day or what kind of source the words are credited to."""
    return verdict.fault in _CREDIT or (verdict.fault is Fault.DATE and (verdict.reason or "").startswith(_OF_ANOTHER_DAY))


def _surely(verdict: Verdict) -> bool:
    return verdict.supported and verdict.score >= _SURE


def _whose(citation: Citation) -> str:
    return f"The record: {refs.label(citation.passage)}."


def _citation(evidence: object) -> Citation:
    assert isinstance(evidence, Citation)
    return evidence


def _shortened(text: str, most: int = 24) -> str:
    words = text.split()
    return " ".join(words[:most]) + (" …" if len(words) > most else "")
