"""The wording of lead-ins: what an author's line says it hands over to, and what it only speaks about."""

from __future__ import annotations

import re

from corpus.document import Kind
from corpus.pages import cues
from corpus.pages.bodies import Body
from corpus.pages.people import PEER, SAY

TESTIMONY = re.compile(
    r"(?i)\btestimon|\bguest blog|\b(?:practitioners?|colleagues?|officers?|staff|insiders?|contributors?|PSOs?|POs?|SPOs?)\b.{0,60}"
    r"\b(?:sent|writes?|wrote|email|e-mail|contact|in touch|got in|told (?:me|us)|reports? that|experiences?|accounts?)"
    r"|\b(?:sent in|emailed|e-mailed|received|passed on)\b.{0,60}\b(?:practitioners?|colleagues?|officers?|staff|readers?|contributors?)\b"
    r"|\b(?:came|come|arrived|landed|received) (?:in|via)\b.{0,30}\b(?:e-?mail|inbox|post)\b"
    r"|\bfrom (?:a|an|another|one|some|several|two)\b[^,.;]{0,40}\b(?:practitioners?|colleagues?|officers?|insiders?|contributors?|PSO|PO|SPO)s?\b"
)
COMMENTS = re.compile(
    r"(?i)\b(?:comments?|remarks?)\b.{0,40}\b(?:left|posted|yesterday|readers?|overnight|facebook|twitter|from)\b|\bseen on (?:facebook|twitter)"
    r"|\b(?:on|from|via) (?:facebook|twitter)\b|\btweet(?:s|ed)?\b|\breaders? (?:says?|writes?|wrote|asks?|has|have)\b"
)
HOUSE = re.compile(
    r"(?i)\bhouse of (?:lords|commons)\b|\bhansard\b|\bwestminster hall\b|\b(?:lords|commons) (?:debate|question)|\bpmqs?\b"
    r"|\bin (?:the lords|the commons|parliament)\b(?! square)"
)
_MEMBER = rf"(?P<name>{PEER}|(?:(?:Sir|Dame|Dr|Mr|Mrs|Ms|Miss)\s+)?[A-Z][\w’'-]+ [A-Z][\w’'-]+)\s*(?:\((?P<party>[^)]{{2,20}})\))?"
MEMBER_SAID = re.compile(rf"(?:^|[\s,–—-]){_MEMBER}\s*(?:MP)?[-–—,\s]*{SAY}\s*[:–—-]*$")
MEMBER_SPOKE = re.compile(rf"(?:^|[\s,–—-]){_MEMBER}\s*(?:MP)?,?\s+(?:speaking|speaks|spoke|speech|(?:had|has) (?:this )?to say|{SAY})\b")
HEADING = re.compile(r"(?i)^(?:(?P<body>.{2,60}?)\s+)?(?:press|media) (?:release|statement|notice)(?:\s+(?:from|by)\s+(?P<by>.{2,60}?))?\s*[:–—-]*$")
SPOOF = re.compile(r"(?i)\bspoof|\bsatir|\bparod|\bimagin(?:e|ary|ed)\b|\bmade[- ]up\b")
_OWN = re.compile(
    r"(?i)\b(?:I|I['’]ve|we|we['’]ve)(?: have| had| also| then| once)? (?:wrote|written|sent|emailed|asked|put|submitted|replied)\b"
    r"|\bmy (?:\w+ ){0,2}(?:response|letter|e-?mail|reply|submission|evidence|view|take|thoughts?|reasons?|points?|questions?|list|guess)\b"
    r"|\bwhat\b.{0,60}\b(?:did ?n['’]t|did not|do(?:es)?n['’]t|should have|fail(?:s|ed)? to|forg[eo]t|missed?|won['’]t|wouldn['’]t)\b"
    r"|\b(?:I|we) (?:\w+ )?(?:think|reckon|say|believe|suspect|wonder|conclude)[\s:–—-]*$"
)
_OBJECT = re.compile(
    r"(?i)\b(?:about|(?:in )?(?:response|reaction|reply|letter|evidence|submission|answer) to|(?:respond|react|repl)(?:ed|s|ied|ies|ing)? to"
    r"|(?:wrote|written|writes|writing|spoke|speaking) to|comments? on|thoughts? on|(?<![’']\s)(?<![’']s\s)(?:views?|opinions?) (?:on|of)"
    r"|critique of|analysis of|(?:take|piece|article|post|blog|statement|say|spin|verdict|line) (?:about|on)"
    r"|(?:questions?|message|advice|letter|challenge|note|lesson)s? (?:for|to)|(?:dis)?agree with"
    r"|(?:told|tell|tells|asked?|asks) (?:the )?(?:chief )?inspect\w+"
    r"|(?:produced|written|done|made) (?:a|an|this) (?:\w+ )?summary of|what .{2,30} thinks? of)\b[^,;:]*"
)
POINTS = re.compile(
    r"(?i)^(?:it|they|he|she)\b|\bwhat (?:it|they|he|she)\b"
    r"|\b(?:its|their|his|her|the) (?:\w+ ){0,2}(?:report|foreword|introduction|summary|findings?|conclusions?|recommendations?|statement|letter)\b"
)
_PAPER = re.compile(r"(?i)\b(?:report|paper|strategy|review|bulletin|statistics|guidance|instruction|evaluation|consultation)\b")
_ELSEWHERE = re.compile(
    r"(?i)\btold (?:the )?(?:BBC|Today|Guardian|Times|Sun|Mail|programme|press|conference)\b|\binterview|\btweeted\b|\blecture\b|\bconference\b|\bspeech\b"
)
TOLD = re.compile(r"\btold (?:the )?[A-Z]\w+(?: [A-Z]\w+)?")
_EVIDENCE = re.compile(r"(?i)\bevidence (?:session|to|before)\b|\btold (?:the )?(?:[\w-]+ ){0,4}committee\b|\bappear(?:ed|ing) before\b")
_SPEAK = (
    rf"(?:{SAY}|found|finds?|conclu\w+|publish\w*|findings?|views?|verdict|reports?|recommend\w+|note|say|saw|felt|clear|critical|concerned|damning"
    r"|shows?|lists?|identif\w+|highlight\w*|prais\w+|criticis\w+|describ\w+|summar\w+|set out|sets out|looked|made|makes|according to|puts? it)"
)
INSPECTORS = re.compile(rf"(?i)\binspect(?:or|orate|ion)s?\b['’]?.{{0,40}}?\b{_SPEAK}\b|\b{_SPEAK} (?:of|by|from) (?:the )?inspect(?:or|orate|ion)s?\b")
REPORT_SAYS = re.compile(rf"(?i)\b(?:the|this|its|their)\s+(?:\w+\s+){{0,2}}report(?:[’']s)?\b(?!\s+(?:by|from|of|on|into)\b).{{0,40}}?\b{_SPEAK}\b")
SPEAKS = re.compile(rf"(?i)\b{_SPEAK}\b")
WHAT_SAID = re.compile(rf"(?i:what)\s+(?P<name>{PEER})\s+(?:had|has|{SAY})|(?P<other>{PEER})\b.*\b(?:he|she|they)\s+{SAY}\b")
_VERB = re.compile(rf"(?i)\b(?:{SAY}|is|are|was|were|has|have|had|found|finds?|makes?|made|gives?|puts?|goes|looks?|got|came)\b")
_LABEL_WORDS = 6
DATED = re.compile(r"(?i)\b(?:published|issued|released|dated|yesterday|today|this morning)(?: on| today| yesterday)?\W{0,3}$")


def leads(text: str) -> bool:
    """True for a line that ends in a colon, with or without a dash, or hands the word to a Member (“Lord X (Con) - said”)."""
    return cues.colon(text) or bool(HOUSE.search(text) and MEMBER_SAID.search(text))


def label(text: str) -> bool:
    """True for a lead-in that is a heading rather than a sentence (“Napo press release:-”, “Seen on Twitter:-”)."""
    return len(text.split()) <= _LABEL_WORDS and not _VERB.search(text) and bool(HEADING.match(text) or COMMENTS.search(text) or TESTIMONY.search(text))


def own_words(text: str) -> bool:
    """True for a lead-in to what its writer has to say (“my three reasons:”, “I wrote to the inspectorate:”)."""
    return bool(_OWN.search(cues.last_sentence(text)))


def spoken_of(text: str) -> str:
    """``text`` without what its writer, or whoever it names, only speaks *about*, answers, or writes to."""
    return _OBJECT.sub(" ", text)


def kind_of(text: str, body: Body) -> Kind:
    """What the body's words are here: evidence to a committee, something said outside a report, or its report."""
    if body.official and _EVIDENCE.search(text):
        return Kind.ORAL_EVIDENCE
    outside = _ELSEWHERE.search(text) or (body.department and not _PAPER.search(text))
    return Kind.PRESS_RELEASE if body.official and outside else body.report
