"""Attributions in a sentence: *X said in the House of Lords on 3 March that …*, *according to X*, *…, said X*, *in X's view*."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.verify.voices import voice

_SAY = (
    r"(?:said|says|say|saying|told|tells|asked|asks|ask|answered|answers|replied|replies|argued|argues|argue|claimed|claims|claim|stated|states"
    r"|wrote|writes|write"
    r"|explained|explains|noted|notes|note|warned|warns|warn|added|adds|concluded|concludes|conclude|found|finds|find|reported|reports|reads|recommended"
    r"|recommends|recommend|confirmed|confirms|admitted|admits|denied|denies|deny|insisted|insists|suggested|suggests|suggest|believed|believes|believe"
    r"|thought|thinks|think|considered|considers|consider|alleged|alleges|allege|complained|complains|observed|observes|pointed out|points out"
    r"|announced|announces"
    r"|promised|promises|pledged|pledges|urged|urges|urge|called|calls|welcomed|welcomes|criticised|criticises|praised|praises|described|describes"
    r"|acknowledged|acknowledges|accepted|accepts|agreed|agrees|rejected|rejects|refused|refuses|stressed|stresses|emphasised|emphasises|hoped|hopes"
    r"|expected|expects|expect|predicted|predicts|proposed|proposes|propose|questioned|questions|wondered|wonders|inquired|enquired|sought|indicated|indicates"
    r"|maintained|maintains|remarked|remarks|declared|declares|assured|informed|estimated|estimates|feared|fears|doubted|doubts|disputed|contended"
    r"|contends|gives the division|has, from a voice that it does not name|set out|sets out|outlined|recalled|reckoned|reckons|felt|feels|lamented|regretted"
    r"|committed|undertook|expressed|identified|identifies|raised|quoted(?! in)|highlighted|highlights|records|recorded|lists|listed|shows|showed"
    r"|commented|comments|heard|hears|blamed|blames|attributed|attributes"
    r"|responded|responds|apologised|thanked|paid tribute|opposed|opposes|supported|supports|wanted|wants|requested|invited|put it|puts it|mentioned|asserted"
    r"|asserts|ruled out|described|gave|gives|likened|compared|accused|accuses|drew attention|cited|cites|judged|judges|cautioned|hailed|defended|made clear"
    r"|made the point|reminded|challenged|pressed|spoke|speaks|reports that|discussed|saw|sees|promises|gave|offered|reaffirmed|reiterated"
    r"|repeated|backed|testified|conceded|disagreed|disagrees|objected|preferred|prefers|protested|replying|pleaded|favoured|favours|quipped|joked"
    r"|mused|speculated|sympathised|congratulated|is quoted(?! in)|(?:did|does|do) not (?:think|believe|accept|agree|consider|expect|want|support"
    r"|share)|(?:could|can|did) not (?:recall|remember)|took the view|takes the view|holds|held that)"
)
_DATE = r"(?:\(?(?:[0-3]?\d(?:st|nd|rd|th)? )?(?:January|February|March|April|May|June|July|August|September|October|November|December)? ?(?:1[6-9]|20)\d\d\)?)"
_VENUE = (
    r"(?:Lords|Commons|Parliament|Assembly|[Cc]ommittee|evidence|answer|answers|reply|response|statement|report|article|comments?|post|debate|question|speech"
    r"|Hall|digest|submission|release|blog|account|paper|House|foreword|inquiry|testimony|record|letter|review|interview|Chamber|sitting|thread"
    r"|contribution|inspection|remarks?|writing)"
)
_PIECE = (
    rf"(?:,? ?(?:(?:back )?(?:on|in|of|dated) (?:the )?{_DATE}|{_DATE}"
    rf"|(?:to |in |at |before |during |under |from |of |through |for )(?:(?:the|a|an|its|his|her|their|our|this|that|oral|written|same) )*"
    rf"(?:[\w’'‘-]+ ){{0,5}}?{_VENUE}\b(?: \d+(?:, reply \d+)?)?(?: on (?:the article )?‘[^’]*(?:’\w[^’]*)*’)?"
    r"|(?:the )?(?:House(?: of (?:Lords|Commons))?|Lords|Commons|Chamber|(?:[A-Z]\w+ )*Committee|Assembly)\b"
    r"|MPs|peers|Members|Parliament|unverified|also|under ‘[^’]*(?:’\w[^’]*)*’|quoted in ‘[^’]*(?:’\w[^’]*)*’"
    r"|\(as pasted into a reader’s comment\)|as saying|as follows),?)"
)
_TAIL = re.compile(rf"(?:,? {_PIECE})*[,:]?(?: (?:that|whether|if)\b)?")
_LEAD = re.compile(
    rf"^(?:(?:Back |Later )?(?:[Ii]n|[Oo]n|[Bb]y) (?:early |late |mid-)?{_DATE},? (?=the |[A-Z])|"
    r"(?:(?:In|On|At|During|Speaking|Answering|Asked|Replying|Responding|Writing|Giving|Questioned|Introducing|Opening|Closing|Winding|Also|As"
    r"|Within|For|When|"
    r"Under|Before|From|Following)\b[^:]{0,160}?, (?=\S)))"
)
_VERB = re.compile(
    rf"\b(?:(?:has|have|had|also|then|later|further|repeatedly|rightly|again|therefore|first|even|once|openly|nevertheless) )*(?P<verb>{_SAY})\b"
)
_ACCORDING = re.compile(
    r"(?i)(?:^|[,;] |\b)(?:according to|in the (?:view|opinion|words|judge?ment|experience) of|as (?:told|explained|put) by"
    r"|as quoted by) (?P<who>[^,;:_]{2,120})[,.]?"
)
_VIEW = re.compile(r"(?i)(?:^|, )in (?P<who>[^,;:]{2,80}?)[’']s? (?:view|opinion|words|judge?ment|experience|account|telling|estimation)\b,?")
_TOLD = r"House(?: of (?:Lords|Commons))?|Lords|Commons|Committee|committee|Assembly|Inquiry|MPs|peers"
_AFTER = re.compile(
    rf"(?:,[”\"_]*|_) (?:(?P<who>[A-Z][^,;:_]{{1,80}}|(?:(?:the|an?|one|some) |(?:he|she|they)\b)[^,;:_]{{0,80}}?) (?P<verb>{_SAY})(?: (?:the )?(?:{_TOLD}))?"
    rf"|(?P<verb2>{_SAY}) (?P<who2>[^;:_]{{2,100}}?(?:, (?:speaking |replying )?for the (?:Government|Opposition))?))(?=[.,;]|$)"
)
_END = re.compile(
    rf"(?:,[”\"_]*|_) (?P<who>(?:[A-Z]|(?:the|an?|one|he|she|they) )[^,;:_]{{0,100}}?(?:, (?!and |but )[^,;:_]{{2,90}},)?) (?:(?:has|have|had|also"
    rf"|then) )*(?P<verb>{_SAY})(?P<tail>(?:,? {_PIECE})*(?: (?:the )?(?:[A-Z][\w’'.-]*(?: of| and| the| for)* ?){{1,7}})?)[.]?\s*$"
)
_PASSIVE = re.compile(
    r"\b(?P<verb>said|claimed|alleged|argued|asked|criticised|welcomed|described|told|warned) by (?P<who>[^,;:_]{2,80}?)(?= that\b| in\b| on\b| as\b|[,.;:]|$)"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """An attribution: ``who`` is credited, with what ``verb``; ``setting`` is the rest of it (place, kind of source, day, whom it
    answers); ``spans`` are its words in the sentence."""

    who: str
    verb: str
    setting: str
    spans: tuple[tuple[int, int], ...]
    lead: str = ""


def frames(sentence: str) -> list[Frame]:
    """The attributions that a sentence makes, the one that opens it first. Quotations in it are to be blanked with underscores."""
    opening, closing = _opening(sentence), _closing(sentence)
    if closing and (opening is None or opening.spans[0][1] >= closing.spans[0][0]):
        return [closing]
    return [opening] if opening else _following(sentence)


def _closing(sentence: str) -> Frame | None:
    """*…, X told the House on 3 March.*"""
    found = _END.search(sentence)
    if (
        not found
        or re.match(r"(?i)as\b", found["who"])
        or _ACCORDING.match(sentence)
        or _VIEW.match(sentence)
        or _FINITE.search(found["who"])
        or not voice(found["who"]).speaks
    ):
        return None
    return Frame(found["who"], found["verb"], found["tail"], (found.span(),))


def _opening(sentence: str) -> Frame | None:
    shown = _TITLE.sub(lambda title: "‘" + "~" * (len(title[0]) - 2) + "’", sentence)
    if _ACCORDING.match(shown) or _VIEW.match(shown):
        return None  # found among those that may stand anywhere
    lead = _LEAD.match(shown)
    lead = None if lead and _FINITE.search(lead[0]) else lead
    for start in dict.fromkeys((lead.end() if lead else 0, 0)):
        verb = next((m for m in _VERB.finditer(shown, start) if _subject(shown[start : m.start()])), None)
        if verb:
            stop = _stop(shown, verb.end())
            return Frame(sentence[start : verb.start()].strip(" ,"), verb["verb"], sentence[verb.end() : stop], ((0, stop),), sentence[:start])
    return None


def _stop(shown: str, verb: int) -> int:
    """Where an attribution ends: at the colon before a quotation, else after what tells where and when."""
    led = _LED.search(shown, verb)
    if led:
        return led.end()
    tail = _TAIL.match(shown, verb)
    return tail.end() if tail else verb


def _subject(words: str) -> bool:
    """True for words that name who speaks."""
    outside = re.sub(
        r"\([^)]*\)|‘~*’|, (?:who|whose|which) [^,]*,|\b(?:whom|that|which|whose|who) (?:the record|it|is|was|are|were|has|had|account|source)\b.*"
        r"|(?<=[MD]r)\.|(?<=rs)\.",
        " ",
        words,
    )
    plain = (
        len(outside.split()) <= 32
        and not _PAST.search(outside)
        and not _FINITE.search(outside)
        and "_" not in words
        and ";" not in words
        and not re.search(r"(?<![A-Z])\. ", outside)
    )
    return plain and bool(words.strip()) and not _POINTS.match(words) and voice(words.strip(" ,")).speaks


_POINTS = re.compile(r"(?i)(?:this|that|these|those|there)\s*$|(?:it|this|that|these|those|there|he|she|they|we|i) (?!also|then)\w+ \w")  # no voice
_TITLE = re.compile(r"‘[^’]*(?:’\w[^’]*)*’")
_LED = re.compile(r":(?= ?_+[\s.]*$)")
_PAST = re.compile(r"\b(?!quoted|unnamed|named|based|appointed|retired|aged|related|signed|dated|entitled|titled|pasted|unverified)[a-z]{2,}ed\b")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|may|might|must|does|did|do|that|when|if|because|rose|fell|increased|while)\b"
)


def _following(sentence: str) -> list[Frame]:
    found = [Frame(m["who"].strip(" ."), "said", "", ((m.start(), m.end()),)) for form in (_ACCORDING, _VIEW) for m in form.finditer(sentence)]
    found += [Frame((m["who"] or m["who2"]).strip(), m["verb"] or m["verb2"], "", ((m.start(), m.end()),)) for m in _AFTER.finditer(sentence)]
    found = [each for each in found if voice(each.who).speaks]
    passive = () if found else _PASSIVE.finditer(sentence)
    return found or [made for m in passive if voice((made := Frame(m["who"].strip(), m["verb"], "", ((m.start(), m.end()),))).who).speaks]


def _start(opening: Frame, cut: re.Match[str]) -> str:
    """The attribution that a later statement takes over; its own name or *another* stands for who is credited."""
    credited = voice(opening.who)
    who = "Another" if cut["other"] and (credited.persons or credited.bodies) else cut["name"] or opening.who
    return f"{who} {opening.verb} {cut['that']} " if cut["that"] else f"{who} "


_CARRIED = re.compile(
    rf",? (?:and|but|while|whereas)(?:,? (?:also|elsewhere|then|later|in (?:another|an earlier|a later|a separate|a further|a second) \w+),?"
    rf"| (?P<other>another)(?: \w+)?| (?P<name>[A-Z][\w.’'-]*(?: (?:of |and |for |the )*[A-Z][\w.’'-]*){{0,6}})(?= that))*"
    rf" (?:(?P<that>that|whether) |(?:(?:it|he|she|they) )?(?={_SAY}\b(?! by\b)))"
)


def carried(sentence: str, hidden: str) -> list[str]:
    """The statements of a sentence whose one attribution carries over to several: *X said that …, and that …*, *X said …, and asked …*.

    ``hidden`` is the sentence with its quotations blanked.
    """
    opening = _opening(hidden)
    cuts = [cut for cut in _CARRIED.finditer(hidden) if opening and cut.start() > opening.spans[0][1]]
    if not opening or not cuts:
        return [sentence]
    starts = [_start(opening, cut) for cut in cuts]
    ends = [*(cut.start() for cut in cuts[1:]), len(sentence)]
    return [sentence[: cuts[0].start()], *(f"{start}{sentence[cut.end() : end]}" for start, cut, end in zip(starts, cuts, ends, strict=True))]
