"""“What did the Minister reply?”, “what did practitioners say?”: whose words on the matter that was just asked about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.followups import voices
from assistant.followups.exchange import Exchange
from assistant.followups.frame import SAYING, frame, without_source

_AND = r"(?:(?:and|but|so|or|then)\b,? ?)?"
_BACK = r"(?: (?:to that|to this|to it|back|then|in reply|in response|in answer|in return|about (?:it|that|this)|of (?:it|that|this)|on (?:it|that|this)|for))?"
_SAID = re.compile(rf"(?i)^{_AND}(?P<ask>what|how) (?P<aux>did|does|do|has|have|had) (?P<who>(?:[\w’'-]+ ){{1,6}}?)(?P<verb>{SAYING}){_BACK}$")
_REPLY = re.compile(
    rf"(?i)^{_AND}(?:what (?:was|is|were) )?(?P<who>the|his|her|their|(?:[\w’'-]+ ){{0,5}}?[\w-]+['’]s?)"
    rf" (?P<what>answer|reply|response|reaction|view|verdict){_BACK}$"
)
_DID = re.compile(
    rf"(?i)^{_AND}(?P<aux>did|does|has|have) (?P<who>(?:[\w’'-]+ ){{1,6}}?)(?P<verb>reply|respond|comment|answer|agree|disagree|say anything){_BACK}$"
)
_ANSWERS = ("reply", "respond", "answer", "replied", "responded", "answered", "response", "reaction")
_PRONOUNS = ("he", "she", "they", "it")
_OFFICE = re.compile(rf"^(?:the )?(?P<office>{voices.OFFICE})$")


def asked_of(question: str, history: Sequence[Exchange]) -> str | None:
    """The matter of the last question asked of whom ``question`` names or points to; ``None`` where it asks no such thing."""
    text = question.strip().rstrip(" ?.!")
    reply, said, did = _REPLY.match(text), _SAID.match(text), _DID.match(text)
    if reply:
        return _told(_whose(reply["who"]), reply["what"].lower(), history)
    if said:
        return _told(said["who"].strip(), said["verb"], history, said["ask"], said["aux"].lower())
    if did:
        who = _resolved(did["who"].strip(), did["verb"], history)
        return f"{without_source(history[-1].standalone)}, and {did['aux'].lower()} {who or did['who'].strip()} {did['verb']}?"
    return None


def _whose(owner: str) -> str:
    pronoun = {"the": "", "his": "he", "her": "she", "their": "they"}.get(owner.lower())
    return re.sub(r"['’]s?$", "", owner) if pronoun is None else pronoun


def _told(who: str, verb: str, history: Sequence[Exchange], ask: str = "what", auxiliary: str = "did") -> str | None:
    """“What did Lord Oak reply to Lord Elm about hubs?”, as much of that as is known."""
    replies = verb.lower() in _ANSWERS
    whom = _resolved(who, verb, history)
    if whom and whom.lower() in _PRONOUNS:
        return None
    asker = voices.asker(history) if replies else None
    to = f" to {asker}" if asker and asker != whom else ""
    framed = frame(history[-1].standalone)
    told = {"response": "reply", "reaction": "say", "view": "say", "verdict": "say", "answer": "reply" if to else "answer"}.get(verb.lower(), verb)
    if not whom:
        verb = {"answer": "answer", "answered": "answer", "replied": "reply", "respond": "response", "responded": "response"}.get(verb, verb)
        return f"What was the {verb}{to} about {framed.matter}?" if framed else f"{without_source(history[-1].standalone)}, and what was the {verb}?"
    if not framed:
        return f"{without_source(history[-1].standalone)}, and {ask.lower()} {auxiliary} {whom} {told}?"
    if replies:
        return f"What did {whom} {told}{to} about {framed.matter}?"
    preposition = framed.prep if framed.prep == "on" or (framed.prep == "of" and told in ("say", "think")) else "about"
    return f"What {auxiliary} {whom} {told} {preposition} {framed.matter}?"


def _resolved(who: str, verb: str, history: Sequence[Exchange]) -> str | None:
    """The name of whom the words mean; the words themselves where they mean a sort of people (“practitioners”)."""
    low = who.lower()
    office = _OFFICE.match(who)
    replies = verb.lower() in _ANSWERS
    if not who:
        return voices.replier(history)
    if low in ("he", "she"):
        asked = replies and voices.asker(history)
        return voices.replier(history) if asked else voices.person(low, history) or who
    if low in ("they", "it"):
        return voices.body(history) or who
    if office:
        told = voices.holder(office["office"], history) or (voices.replier(history) if replies and "inister" in who else None)
        return told or re.sub(r"\bminister\b", "Minister", who)
    return who
