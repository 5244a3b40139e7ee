"""parlparse XML, the form in which TheyWorkForYou keeps Hansard: debates of the Commons and the Lords.

Covered: ``speech`` with its paragraphs (``pid``), headings by order, column, office, questions and the replies to them,
divisions as one passage with the count. Not covered yet: written answers (``ques``/``reply``), names in division lists.
Source of the format: https://github.com/mysociety/parlparse (publicwhip XML).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from corpus.dates import in_words, is_iso
from corpus.document import Document, Kind, Passage, fold
from corpus.unreadable import UnreadableDocument

_ID = re.compile(r"uk\.org\.publicwhip/(?P<section>\w+)/(?P<date>\d{4}-\d\d-\d\d)")
_SECTIONS = {
    "debate": ("House of Commons debates", "House of Commons", "debates"),
    "lords": ("House of Lords debates", "House of Lords", "lords"),
    "westminhall": ("Westminster Hall debates", "House of Commons", "whall"),
}
_ASKS = re.compile(r"^(?:To ask|asked (?:the|Her|His)\b|What (?:\w+ ){1,4}he|If (?:he|she) will)")


@dataclass(slots=True)
class _Sitting:
    """Where the reader is: headings above, ids taken so far, and who asked what last."""

    document_id: str
    section: str
    date: str
    passages: list[Passage] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    headings: dict[str, str] = field(default_factory=dict)
    asked: Passage | None = None
    answerer: str | None = None


def read(data: bytes, source: str, sha256: str) -> list[Document]:
    """The sitting in ``data``. Raises `UnreadableDocument` for other XML and for a superseded version."""
    root = _parse(data, source)
    if root.tag != "publicwhip":
        raise UnreadableDocument(source, f"is XML with root <{root.tag}>, for which there is no reader; parlparse files begin <publicwhip>")
    if root.get("latest") == "no":
        raise UnreadableDocument(source, 'is a superseded version (latest="no"); add the latest one')
    first = next((match for element in root.iter("*") if (match := _ID.match(element.get("id", "")))), None)
    if first is None or first["section"] not in _SECTIONS:
        raise UnreadableDocument(source, f"holds {first['section'] if first else 'no'} debates; readable are {', '.join(_SECTIONS)}")
    if not is_iso(first["date"]):
        raise UnreadableDocument(source, f"is dated {first['date']}, which is no day; fetch it again")
    title, house, _ = _SECTIONS[first["section"]]
    part = re.search(r"(\d{4}-\d\d-\d\d[a-z]?)\.", "".join(e.get("id", "") + " " for e in root.iter("speech")))
    sitting = _Sitting(f"{first['section']}-{part[1] if part else first['date']}", first["section"], first["date"])
    for element in root:
        _take(sitting, element)
    if not sitting.passages:
        raise UnreadableDocument(source, "holds no speeches; there is nothing to add")
    title = f"{title}, {in_words(sitting.date)}"
    return [Document(sitting.document_id, title, Kind.DEBATE, source, sha256, tuple(sitting.passages), sitting.date, house)]


def _parse(data: bytes, source: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities="internal", no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableDocument(source, f"is not well-formed XML ({fold(error.msg)}); fetch it again") from error


def _take(sitting: _Sitting, element: etree._Element) -> None:
    tag = element.tag
    if tag in {"oral-heading", "major-heading", "minor-heading"}:
        _head(sitting, str(tag), fold("".join(element.itertext())))
    elif tag == "speech":
        _speech(sitting, element)
    elif tag == "division":
        _division(sitting, element)


def _head(sitting: _Sitting, tag: str, text: str) -> None:
    order = ["oral-heading", "major-heading", "minor-heading"]
    kept = order[: order.index(tag)]
    sitting.headings = {level: words for level, words in sitting.headings.items() if level in kept} | {tag: text}
    sitting.asked = sitting.answerer = None


def _speech(sitting: _Sitting, speech: etree._Element) -> None:
    speaker = speech.get("speakername") if speech.get("nospeaker") != "true" else None
    replies_to = _replies_to(sitting, speaker)
    texts = [(fold("".join(part.itertext())), part.get("pid")) for part in speech if isinstance(part.tag, str)]
    added = [_add(sitting, speech, text, pid, speaker, replies_to) for text, pid in texts if text]
    asks = speech.get("oral-qnum") or any(p.get("qnum") for p in speech.iter("p")) or (added and _ASKS.match(added[0].text))
    if speaker and added and (asks or (sitting.answerer and speaker != sitting.answerer)):
        sitting.asked = added[0]
    elif replies_to and speaker:
        sitting.answerer = speaker


def _replies_to(sitting: _Sitting, speaker: str | None) -> str | None:
    """The question that a speech answers: after a question, the first other Member and then the same answerer again."""
    asked = sitting.asked
    if not asked or not speaker or speaker == asked.speaker:
        return None
    return asked.id if sitting.answerer in (None, speaker) else None


def _add(sitting: _Sitting, speech: etree._Element, text: str, pid: str | None, speaker: str | None, replies_to: str | None) -> Passage:
    """Add one passage; where the source gives no ``pid``, or one it has given before, its ordinal stands in the id."""
    _, house, page = _SECTIONS[sitting.section]
    identity, ordinal = speech.get("id", ""), len(sitting.passages) + 1
    own = f"{identity}/{pid.rpartition('/')[2]}" if pid else None
    question = f", Q{speech.get('oral-qnum')}" if speech.get("oral-qnum") else ""
    passage = Passage(
        id=own if own and own not in sitting.taken else f"{identity}/x{ordinal}",
        document_id=sitting.document_id, ordinal=ordinal, text=text, kind=Kind.DEBATE,
        locator=f"col {speech.get('colnum', '?')}{question}", speaker=speaker, office=speech.get("speakeroffice"), body=house,
        date=sitting.date, headings=tuple(sitting.headings.values()), reply_to=replies_to,
        url=f"https://www.theyworkforyou.com/{page}/?id={identity.rpartition('/')[2]}",
    )  # fmt: skip
    sitting.passages.append(passage)
    sitting.taken.add(passage.id)
    return passage


def _division(sitting: _Sitting, division: etree._Element) -> None:
    count = division.find("divisioncount")
    if count is None:
        return
    sides = (("ayes", "Ayes"), ("noes", "Noes"), ("content", "Contents"), ("not-content", "Not-Contents"))
    votes = ", ".join(f"{name} {count.get(key)}" for key, name in sides if count.get(key))
    text = f"Division {division.get('divnumber', '')}: {votes}."
    _add(sitting, division, text, None, None, None)
