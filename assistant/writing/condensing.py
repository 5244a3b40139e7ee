"""A follow-up question made to stand by itself by a language model; by the rules where the model fails or makes something up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.followups.exchange import Exchange, remembered, voices
from assistant.followups.understanding import standalone
from assistant.models.chat import Chat
from assistant.models.failure import ModelFailed
from assistant.writing.material import harmless
from assistant.writing.plain import plain
from assistant.writing.thoughts import WithoutThoughts
from corpus.document import fold
from prompts import render

_REACH = 4  # exchanges back
_SECONDS = 20.0
_LONGEST = 400  # characters of a question
_TELLING = re.compile(r"\d[\d,.]*\d|\d|(?<![.?!] )(?<!^)\b[A-Z][\w’'-]+|\b\w{5,}\b")  # figures, names, and words long enough to mean something
_OURS = {"about", "after", "before", "between", "during", "following", "regarding", "which", "where", "there", "their", "these", "those", "while",
    "since", "other", "answer", "question", "report", "reported", "happened", "according", "concerning", "specific", "findings"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ModelUnderstanding:
    """An `Understand` that asks ``chat``; nothing may stand in what it gives that was not asked or cited before."""

    chat: Chat

    def __call__(self, question: str, history: Sequence[Exchange | str]) -> str:
        """What ``question`` means after ``history`` (oldest first), as a question that stands by itself."""
        before = remembered(history)[-_REACH:]
        if not before:
            return question.strip()
        limits = replace(self.chat.limits, first=_SECONDS, total=_SECONDS)
        asked = "\n".join(_told(past) for past in before)
        try:
            said = self.chat.reply([("human", render("condense", history=asked, question=fold(harmless(question))))], limits)
        except ModelFailed:
            return standalone(question, history)
        made = _question(said)
        return made if made and not _strange(made, f"{asked} {question}") else standalone(question, history)


def _told(past: Exchange) -> str:
    people = dict.fromkeys(", ".join(part for part in (voice.person, voice.office, voice.body) if part) for voice in voices(past))
    cited = f" (the answer cited: {'; '.join(name for name in people if name)})" if any(people) else ""
    return f"- {fold(harmless(past.standalone + cited))}"


def _question(said: str) -> str | None:
    """The one question in what the model said; ``None`` where there is none or more than one."""
    thoughts = WithoutThoughts()
    text = thoughts.feed(said) + thoughts.end()
    lines = [line for line in (plain(line) for line in text.splitlines()) if line]
    asked = re.sub(r"(?i)^(?:standalone |rewritten )?question\s?:\s*", "", lines[-1]).strip("“”\"' ") if lines else ""
    return asked if len(lines) <= 2 and asked.endswith("?") and asked.count("?") == 1 and len(asked) <= _LONGEST else None


def _strange(made: str, known: str) -> list[str]:
    """Figures, names and long words in the question that nobody has said: the model's inventions."""
    held = {word[:5] for word in re.findall(r"\w+", known.lower())}
    words = [word for match in _TELLING.findall(made) for word in re.findall(r"\w+", match.lower())]
    return [word for word in words if word[:5] not in held and word not in _OURS]
