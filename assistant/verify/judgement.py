"""Words of judgement, and words of what is so grave that it is never said in passing. Written by hand; no row holds opposites."""

from __future__ import annotations

from functools import lru_cache

from assistant.verify.words import listed, stem

JUDGED = (
    "scandal scandalous disgrace disgraceful shambles omnishambles fiasco debacle shame shameful ashamed outrage outrageous appalling dreadful "
    "deplorable disaster disastrous catastrophe catastrophic chaos chaotic farce farcical mess crisis damning terrible awful atrocious horrific "
    "unacceptable inexcusable woeful dire abysmal",
    "failure fail failing failed failings poor poorly inadequate weak weakness bad badly insufficient unsatisfactory substandard deficient "
    "deficiency incompetent incompetence ineffective broken collapse collapsed flaw flawed shortcoming shortcomings worse neglect neglected "
    "unsuccessful difficulty difficult problem botched bungled mismanaged unfit lack lost insufficiently missed",
    "praise praised success successful succeed succeeded triumph excellent excellence outstanding exemplary impressive impressed tribute commend "
    "commended superb brilliant admirable remarkable wonderful congratulate congratulated applaud hail",
    "good better best well strong effective positive improve improved success sound satisfactory great excellent",
    "pleased delighted happy glad welcome welcomed satisfied content grateful thankful proud pleasure delight enjoy relieved thank thanks pleasing",
    "alarm alarming alarmed worry worried worrying concern concerned concerning fear fears feared afraid anxious anxiety frightened scared troubling "
    "uneasy disturbing panic distress distressed risk adverse",
    "upset frustrated frustrating frustration unhappy dissatisfied disappointed disappointing disappointment regret regrettable sad sadly sorry "
    "unfortunate unfortunately dismay dismayed distress hurt adverse",
    "anger angry angered fury furious infuriated resentful resentment outrage outraged annoyed hostile",
    "blame blamed condemn condemned criticise criticised critical criticism denounce denounced attack attacked censure accuse accused fault slammed "
    "rebuke rebuked",
    "lie lied lying mislead misled misleading deceive deceived dishonest fraud fraudulent corrupt corruption cover-up untrue false falsified",
    "illegal illegally unlawful unlawfully criminal crime crimes offence breach breached broke",
    "shock shocked shocking stunned astonished astonishing amazed amazing surprise surprised surprising",
    "unsafe danger dangerous dangerously hazard hazardous peril perilous threat harm harmful risk",
    "waste wasted wasteful squander squandered", "unfair unfairly unjust injustice discriminate discriminated discrimination inequality inequitable",
    "secret secretly secretive conceal concealed hide hid hidden covert",
    "ridiculous absurd ludicrous nonsense foolish stupid silly naive",
    "reckless careless irresponsible negligent negligence complacent complacency", "popular beloved favourite", "unpopular hated despised",
    "brave courageous heroic", "cruel brutal inhumane callous abuse abused abusive",
    "racist racism sexist antisemitic antisemitism",
    "expensive costly dear",
    "sack sacked dismiss dismissed dismissal fired redundant redundancy redundancies", "resign resigned resignation", "bankrupt bankruptcy insolvent demise",
    "kill killed killing murder murdered die death", "prosecute prosecuted prosecution charged", "arrest arrested", "sue sued lawsuit", "ban banned prohibit",
    "privatise privatised privatisation outsource outsourced private", "nationalise nationalised", "abolish abolished scrap scrapped axed",
)  # fmt: skip
"""Rows of such words that may stand for one another."""
_PLAIN = frozenset(
    stem(word)
    for word in listed("""good better best well strong sound great due resulted caused driven improve improved effective
    positive risk lost lack dear charged concerned concern concerning outstanding responsible private content death die missed enjoy fault success
    successful succeed welcome welcomed thank thanks""")
)


def judges(word: str) -> bool:
    """True for the stem of a word of judgement, or of something so grave that it is never said in passing."""
    return word in _judging()


def weighs(word: str) -> bool:
    """True for the stem of any word that may judge, *good* and *success* among them."""
    return word in _weighing()


@lru_cache(maxsize=1)
def _judging() -> frozenset[str]:
    return _weighing() - _PLAIN


@lru_cache(maxsize=1)
def _weighing() -> frozenset[str]:
    return frozenset(stem(word) for row in JUDGED for word in row.split())
