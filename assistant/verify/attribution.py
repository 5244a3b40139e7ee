"""Whether the words are credited to whom they belong: speaker, office at the time, body, kind of source, day and House."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.verify import dates, kinds, offices, retold, roles
from assistant.verify.frames import Frame
from assistant.verify.moments import moments
from assistant.verify.names import STYLES
from assistant.verify.retold import parts
from assistant.verify.source import Source
from assistant.verify.verdict import Fault, Problem
from assistant.verify.voices import Voice, voice
from assistant.verify.wording import a, the, what, whose
from assistant.verify.words import listed
from corpus.document import Kind
from corpus.pages import bodies

_SIGNED = re.compile(r"(?:Introduction|Foreword|Preface|Statement) by (?P<who>.+)")
_FEMALE = listed("mrs ms miss lady baroness dame countess viscountess duchess")
_MALE = listed("mr lord sir viscount earl baron duke marquess")
_LORDS = listed("lord lady baroness baron viscount viscountess earl countess")


def check(frame: Frame, source: Source) -> Problem | None:
    """What is wrong with crediting the source's words so; ``None`` where nothing is."""
    if not source.voiced:
        return None
    credited = voice(frame.who)
    wrong = next((problem for problem in _problems(frame, credited, source) if problem), None)
    return _setting(frame, source, True) if wrong and _told(credited, source) else wrong


def telling(frame: Frame, source: Source) -> tuple[str, ...]:
    """The sentences in which the passage tells what the one credited said; none where the passage is that one's own words."""
    credited = voice(frame.who)
    if not source.voiced or not any(_problems(frame, credited, source)):
        return ()
    return _told(credited, source)


def _told(credited: Voice, source: Source) -> tuple[str, ...]:
    if any(_is_speaker(person, source) for person in credited.persons) or roles.unverified(source):
        return ()
    return retold.sentences(credited, source)


def is_voice(who: str, source: Source) -> bool:
    """True where ``who`` are words for whose words the passage is."""
    return not any((_persons(voice(who), source), _bodies(voice(who), source), roles.check(voice(who), source)))


def _problems(frame: Frame, credited: Voice, source: Source) -> Iterator[Problem | None]:
    yield roles.kept(frame.who + " " + frame.setting, frame.verb, source)
    yield _persons(credited, source)
    yield _bodies(credited, source)
    yield roles.check(credited, source)
    yield _office(credited, source)
    yield _setting(frame, source, False)


def _persons(credited: Voice, source: Source) -> Problem | None:
    for person in credited.persons:
        if not _is_speaker(person, source) and not _initialled(person, set(_signed(source))) and person != source.passage.body:
            return Problem(Fault.SPEAKER, f"The words are {whose(source)}, not those of {person}.")
    return None


def _is_speaker(person: str, source: Source) -> bool:
    """True where the name is the speaker's, in full or in short, and no style contradicts."""
    passage = source.passage
    known = passage.about.speaker if passage.about else passage.speaker
    signed = (m["who"] for heading in passage.headings if (m := _SIGNED.match(heading)))
    return any(_is(person, name) for name in (known, *signed) if name)


def _is(person: str, known: str) -> bool:
    own, theirs = parts(person), parts(known)
    if not own - STYLES:
        return own <= theirs
    styles, held = own & STYLES, theirs & STYLES
    against = (styles & _FEMALE and held & _MALE) or (styles & _MALE and held & _FEMALE) or (styles & _LORDS and not held & _LORDS)
    return own - STYLES <= theirs and not against and not (held & _LORDS and styles & {"mr", "mrs", "ms", "miss"})


def _bodies(credited: Voice, source: Source) -> Problem | None:
    own = {body.name for known in _signed(source) for body in bodies.mentioned(known)} | set(_signed(source))
    for body in credited.bodies:
        if body not in own and not _within(body, own) and not _initialled(body, own):
            signed = source.passage.body
            also = f" ({signed})" if signed and signed != source.passage.speaker else ""
            return Problem(Fault.SPEAKER, f"The words are {whose(source)}{also}, not those of {the(body)}.")
    return None


def _within(body: str, own: set[str]) -> bool:
    """True for *the Science and Technology Committee* of the *House of Lords Science and Technology Select Committee*."""
    return any(_substance(body) <= _substance(other) for other in own)


def _substance(body: str) -> set[str]:
    return set(re.findall(r"[a-z]+", bodies.plain(body).lower().replace("'s", ""))) - {"select", "the", "of", "for", "and", "hm", "uk", "s", "on"}


def _initialled(body: str, own: set[str]) -> bool:
    short = {re.sub(r"[^A-Z]", "", body), body.upper()}
    return bool(re.fullmatch(r"[A-Z][A-Za-z]{1,7}", body)) and any(
        len(other.split()) > 1 and re.sub(r"[^A-Z]", "", re.sub("^The ", "", other)) in short for other in own
    )


def _signed(source: Source) -> list[str]:
    passage = source.passage
    about = passage.about
    heads = passage.headings if passage.kind is Kind.WRITTEN_QUESTION and passage.reply_to else ()
    known = [passage.speaker, passage.body, passage.office, *heads, source.publisher if passage.kind.authority == 1 else None]
    known += [source.title] if passage.kind is Kind.WRITTEN_QUESTION and passage.reply_to else []
    return [each for each in (*known, *((about.body, about.speaker, about.office) if about else ())) if each]


def _office(credited: Voice, source: Source) -> Problem | None:
    if not credited.office:
        return None
    passage = source.passage
    held = passage.about.office if passage.about else passage.office
    if not credited.persons:
        held = held or passage.speaker
    around = " ".join(each for each in (passage.body, passage.party, source.publisher if passage.body is None else None, *_answers_for(source)) if each)
    if offices.fits(credited.office, held, around):
        return None
    if not credited.persons:
        return Problem(Fault.OFFICE, f"The words are {whose(source)}{f', {held}' if held else ''}, not those of {credited.office}.")
    if held:
        return Problem(Fault.OFFICE, f"The record gives {credited.persons[0]} as {held}, not as {credited.office}.")
    return Problem(Fault.OFFICE, f"The record does not give {credited.persons[0]} as {credited.office}.")


def _answers_for(source: Source) -> tuple[str, ...]:
    return ("minister", *source.passage.headings[:1]) if source.passage.kind is Kind.WRITTEN_QUESTION and source.passage.reply_to else ()


def _setting(frame: Frame, source: Source, told: bool) -> Problem | None:
    """The day, the House and the kind of source that the attribution gives with the name."""
    words = f"{frame.lead} {frame.who} {frame.setting}"
    given = [moment for part in (frame.lead, frame.who, frame.setting) for moment in moments(part)]
    problem = dates.check(words, [source]) if told else dates.spoken(given, source)
    return problem or _kind(words, source, told) or roles.house(frame.setting + " " + frame.lead, source, told)


def _kind(words: str, source: Source, told: bool) -> Problem | None:
    noun = kinds.wrong(re.sub(r"(?i)\bAnswering [^,]*,", "", words), source)
    if noun is None or (told and re.search(rf"(?i)\b{re.escape(noun.split()[-1])}", source.text)):
        return None
    return Problem(Fault.KIND, f"The words are from {a(what(source))}, not from {a(noun)}.")
