"""Does a sentence follow from the passages that it cites?

Exact: quotations, numbers, dates, names, and who is credited with the words. By rules: mood, negation, direction. By the share of words
and closeness: the rest. Not covered: sums, comparisons that the passage does not make, and what only somebody who knows the matter sees.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.verify import (
    attribution,
    borne,
    commentary,
    dates,
    direction,
    exchanged,
    extent,
    inner,
    letter,
    meaning,
    names,
    numbers,
    parallel,
    polarity,
    quotations,
    slots,
    stance,
)
from assistant.verify.evidence import Closeness, Evidence, EvidenceLike
from assistant.verify.frames import Frame, carried, frames
from assistant.verify.normal import cited_in
from assistant.verify.quotes import Quote, blanked, quotes
from assistant.verify.source import Source, places, source
from assistant.verify.verdict import Fault, Problem, Verdict
from corpus.document import Kind, Passage

_CLAUSES = re.compile(r"(?:;|, (?:while|whereas|but|and)|\.) (?=[A-Z“]|the |an? |in [12]\d{3} |on \d)")


@dataclass(frozen=True, slots=True)
class _Claim:
    """A sentence, or a clause of it with an attribution of its own, taken apart: ``bare`` has no quotations, ``content`` no attributions either."""

    text: str
    quoted: tuple[Quote, ...]
    framed: tuple[Frame, ...]
    bare: str
    content: str


def check(sentence: str, cited: Sequence[EvidenceLike], closeness: Closeness | None = None, asked_by: Callable[[str], str | None] | None = None) -> Verdict:
    """Whether ``sentence`` follows from the passages ``cited``. Citation marks in it are checked against their numbers.

    ``closeness`` tells how near in meaning two texts are; without it shared words alone tell. ``asked_by`` gives the speaker of the
    passage whose id it is given: whom a reply answers (*Answering X, Y said*).
    """
    numbers_there = {each.number for each in cited}
    bare, marked = cited_in(sentence, numbers_there)
    if not cited and not marked:
        return _fails(Problem(Fault.NO_CITATION, "The sentence cites no passage."))
    if unknown := [number for number in marked if number not in numbers_there]:
        return _fails(Problem(Fault.UNKNOWN_CITATION, f"There is no passage [{unknown[0]}] to cite."))
    return _verdict(bare, [source(each) for each in cited], closeness, asked_by)


def prepare(cited: Sequence[EvidenceLike], closeness: Closeness) -> None:
    """Has a closeness that remembers see what checks against these passages will ask of it, so that the first check is as quick as the rest."""
    for each in (source(one) for one in cited):
        closeness(each.text, [*each.sentences, *(each.near(at) for at in range(len(each.sentences))), *borne.asked_of(each)])


def check_claim(claim: str, evidence: Sequence[str], closeness: Closeness | None = None) -> Verdict:
    """Whether ``claim`` follows from bare texts of which nobody knows who said them; ``rests_on`` numbers them from 1."""
    passages = [Passage(f"text#{i}", "text", i, text, Kind.GOVERNMENT_REPORT, f"text {i}") for i, text in enumerate(evidence, 1) if text.strip()]
    if not passages:
        return _fails(Problem(Fault.NO_CITATION, "There is no text to check the claim against."))
    return _verdict(cited_in(claim)[0], [source(Evidence(p.ordinal, p, ""), voiced=False) for p in passages], closeness, None)


def _verdict(sentence: str, sources: Sequence[Source], closeness: Closeness | None, asked_by: Callable[[str], str | None] | None) -> Verdict:
    parts = _clauses(sentence, len(sources) > 1)
    verdicts = [_checked(_taken_apart(part, sources), sources, len(parts) == 1, closeness, asked_by) for part in parts]
    wrong = next((verdict for verdict in verdicts if not verdict.supported), None)
    if wrong:
        return wrong
    rests = tuple(dict.fromkeys(number for verdict in verdicts for number in verdict.rests_on))
    return Verdict(True, None, None, min(verdict.score for verdict in verdicts), rests)


def _clauses(sentence: str, many: bool = False) -> list[str]:
    """The sentence, or its clauses where each credits somebody of its own."""
    hidden = blanked(sentence, [(quote.start, quote.stop) for quote in quotes(sentence, lambda words: False)])
    cuts = [match for match in _CLAUSES.finditer(hidden) if (f := frames(hidden[match.end() :])) and f[0].spans[0][0] == 0]
    if not cuts or not frames(hidden[: cuts[0].start()]):
        return carried(sentence, hidden) if many else [sentence]
    edges = [0, *(edge for cut in cuts for edge in (cut.start(), cut.end())), len(sentence)]
    clauses = [(sentence[a:b], hidden[a:b]) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    return [part for clause, shown in clauses for part in (carried(clause, shown) if many else [clause])]


def _taken_apart(sentence: str, sources: Sequence[Source]) -> _Claim:
    quoted = quotes(sentence, lambda words: any(quotations.stands(words, each.text) for each in sources), [known for each in sources for known in each.about])
    bare = blanked(sentence, [(quote.start, quote.stop) for quote in quoted if not quote.single])
    framed = [frame for frame in frames(bare) if not _sources_own(frame, sources)]
    spans = [span for frame in framed for span in frame.spans]
    content = " ".join(re.sub(r"_{2,}", " ", blanked(bare, spans)).split())
    return _Claim(sentence, tuple(quoted), tuple(framed), bare, content)


def _sources_own(frame: Frame, sources: Sequence[Source]) -> bool:
    """True for *he said* where the passage has it so: then it credits whomever the passage speaks of, and not the passage's speaker."""
    alone = frame.who.lower() in ("he", "she", "they", "it", "we", "i")
    return alone and any(f"{frame.who} {frame.verb}".lower() in source.text.lower() for source in sources)


def _checked(claim: _Claim, sources: Sequence[Source], alone: bool, closeness: Closeness | None, asked_by: Callable[[str], str | None] | None) -> Verdict:
    """``alone`` is true of a whole sentence: it is compared with all that it cites, a clause of it only with what its own attribution fits."""
    if problem := quotations.check(claim.quoted, sources):
        return _fails(problem)
    fitting, problem = _credited(claim, sources, asked_by)
    if problem:
        return _fails(problem)
    if problem := quotations.check(claim.quoted, fitting) or inner.check(claim.quoted, claim.framed, fitting):
        return _fails(problem)
    return _content(claim, fitting, sources if alone else fitting, closeness)


def _credited(claim: _Claim, sources: Sequence[Source], asked_by: Callable[[str], str | None] | None) -> tuple[list[Source], Problem | None]:
    """The sources whose words the attributions fit, or what is wrong with them where they fit none."""
    fitting, wrong = [], []
    for each in sources:
        problem = next((found for frame in claim.framed if (found := attribution.check(frame, each) or inner.asked(frame, each, asked_by))), None)
        if problem:
            wrong.append((places(claim.text, [each])[0].share, problem))
        else:
            fitting.append(_narrowed(claim.framed, each))
    return (fitting, None) if fitting else ([], max(wrong, key=lambda each: each[0])[1])


def _narrowed(framed: Sequence[Frame], each: Source) -> Source:
    """The source, or only those of its sentences that tell what the one credited said, where that is not its speaker."""
    for frame in framed:
        if sentences := attribution.telling(frame, each):
            return replace(each, sentences=sentences, passage=replace(each.passage, text=" ".join(sentences)))
    return each


def _content(claim: _Claim, sources: Sequence[Source], every: Sequence[Source], closeness: Closeness | None) -> Verdict:
    told = re.sub(r"[“”\"]", " ", claim.text) if not any(quote.whole and not quote.single for quote in claim.quoted) else claim.content
    told = _without(told, claim) if told is not claim.content else told
    best = places(f"{told} {' '.join(quote.text for quote in claim.quoted if not quote.single)}", sources)
    problem = next((found for found in _exact(claim, told, sources, best) if found), None)
    if problem:
        return _fails(problem)
    problem, score = meaning.check(told, every, best, closeness)
    problem = (
        problem or letter.check(told, best, closeness) or borne.check(told, " ".join(f"{f.lead} {f.setting}" for f in claim.framed), sources, best, closeness)
    )
    if problem:
        return _fails(problem, score)
    return Verdict(True, None, None, round(score, 3), tuple(sorted({place.source.number for place in best[:3] if place.share >= 0.6 * best[0].share})))


def _exact(claim: _Claim, told: str, sources: Sequence[Source], best: Sequence[object]) -> Iterator[Problem | None]:
    found = places(told, sources)
    verb = claim.framed[0].verb if claim.framed else None
    yield numbers.check(told, sources) or numbers.check(_unblanked(claim), sources)
    yield dates.check(told, sources)
    yield names.check(_unblanked(claim), sources)
    yield commentary.check(told, sources)
    yield stance.owned(claim.text, bool(claim.framed), found)
    yield polarity.check(told, verb, sources, found)
    yield exchanged.check(told, sources, found) or slots.check(told, found)
    yield direction.check(told, found) or extent.check(told, found)
    yield parallel.check(told, verb, found)
    yield stance.hedged(told, verb, found) or stance.promised(verb, found)
    yield inner.dropped(claim.text, told, sources, found)
    yield borne.tone(told, verb, sources, found)


def _unblanked(claim: _Claim) -> str:
    """What of the sentence is our own words: no quotations, no titles."""
    text = blanked(claim.bare, [(quote.start, quote.stop) for quote in claim.quoted if quote.single])
    leads = [(at, at + len(frame.lead)) for frame in claim.framed if inner.answers(frame) and (at := text.find(frame.lead)) >= 0]
    return re.sub(r"_{2,}", " … ", blanked(text, leads))


def _without(text: str, claim: _Claim) -> str:
    spans = [span for frame in claim.framed for span in frame.spans]
    return " ".join(re.sub(r"_{2,}", " ", blanked(text, spans)).split())


def _fails(problem: Problem, score: float = 0.0) -> Verdict:
    return Verdict(False, problem.reason, problem.fault, round(score, 3))
