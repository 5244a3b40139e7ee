"""Words and their stems: enough to see that *prisoners were released* and *the release of a prisoner* speak of the same things."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache


def listed(words: str) -> frozenset[str]:
    """The words of a list written as one line."""
    return frozenset(words.split())


_WORD = re.compile(r"[£$€]?\d(?:[\d,.]*\d)?%?|[^\W\d_]+(?:['’][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_ENDINGS = tuple(
    [
        "izations",
        "isations",
        "ization",
        "isation",
        "ations",
        "ation",
        "ements",
        "ement",
        "ments",
        "ment",
        "nesses",
        "ness",
        "ability",
        "ibility",
        "ities",
        "ity",
        "ings",
        "ing",
        "edly",
        "ingly",
        "ed",
        "ly",
        "ives",
        "ive",
        "ances",
        "ance",
        "ences",
        "ence",
        "ants",
        "ant",
        "ers",
        "er",
        "ors",
        "or",
        "als",
        "al",
        "ions",
        "ion",
        "ies",
        "es",
        "s",
        "e",
        "y",
    ]
)
_SHORT = frozenset(("ing", "ed", "s"))  # endings that may leave three letters
_LEAST = 4  # letters that a stem keeps
_IRREGULAR = {
    form: base
    for base, forms in {
        "rise": "rose risen", "fall": "fell fallen", "grow": "grew grown", "make": "made", "give": "gave given", "take": "took taken",
        "go": "went gone", "find": "found", "tell": "told", "think": "thought", "bring": "brought", "spend": "spent", "build": "built",
        "hold": "held", "keep": "kept", "meet": "met", "pay": "paid", "send": "sent", "begin": "began begun", "become": "became",
        "choose": "chose chosen", "write": "wrote written", "know": "knew known", "see": "saw seen", "leave": "left", "lose": "lost",
        "lead": "led", "feel": "felt", "woman": "women", "man": "men", "child": "children", "say": "said", "speak": "spoke spoken",
        "show": "shown", "teach": "taught", "buy": "bought", "sell": "sold", "seek": "sought", "win": "won", "die": "died dying dead death deaths",
        "run": "ran", "sit": "sat", "stand": "stood", "understand": "understood", "hear": "heard", "mean": "meant", "draw": "drew drawn",
        "drive": "drove driven", "break": "broke broken", "fail": "failure failures failing", "person": "people persons", "life": "lives",
        "live": "lived living", "worse": "worst worsen worsened", "good": "better best", "poor": "poverty", "die ": "",
    }.items()
    for form in forms.split()
}  # fmt: skip
STOP = listed("""a an the this that these those it its itself he she his her him they them their we our us you your i me my one who whom whose which what
    and or but nor so yet if then than as at by for from in into of off on onto out over to up upon with within without about after before
    against between through during under above below across among amongst around is are was were be been being am have has had having do does
    did doing will would shall should can could may might must ought not no never none neither there here where when while whilst because
    also very too much many more most such same other another any some all each every both either own only just even still already now
    however therefore thus hence although though since until unless whether how why again further once per via s t ve re ll d m don didn
    said says say saying stated that's it's mr mrs ms miss sir dame lord lady baroness hon right noble friend gentleman lady member members
    like well get got make made take taken put let see go going come came takes taking gives given giving way thing things regard regards including include""")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: as written, small, its stem, and where it stands."""

    text: str
    low: str
    stem: str
    start: int
    stop: int

    @property
    def telling(self) -> bool:
        """True for a word of substance."""
        return self.low not in STOP and len(self.low) > 1


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The word without its ending: cut, not looked up, so it need be no word itself."""
    low = _POSSESSIVE.sub("", word.lower())
    low = _IRREGULAR.get(low, low)
    for _ in range(2):  # contractual-ly, regulat-ion-s
        ending = next((e for e in _ENDINGS if low.endswith(e) and len(low) - len(e) >= (3 if e in _SHORT else _LEAST)), None)
        low = low[: -len(ending)] if ending else low
    return low[:-1] if len(low) >= _LEAST and low[-1] == low[-2] and low[-1] not in "aeiou" else low


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[Word, ...]:
    """The words and figures of a text, in order; compounds with a hyphen are two words."""
    return tuple(Word(m[0], m[0].lower().replace("’", "'"), stem(m[0]), m.start(), m.end()) for m in _WORD.finditer(text))


def stems(text: str) -> frozenset[str]:
    """The stems of the words of substance, figures left out."""
    return frozenset(word.stem for word in words(text) if word.telling and not word.low[0].isdigit() and word.low[0] not in "£$€")
