"""Words of the record that stand for one another, and words too common to say anything by themselves.

Written by hand. A word may stand in several rows; words in one row need not mean the same, only be fair to put for one another in a
report of what somebody said. No row holds opposites.
"""

from __future__ import annotations

from functools import lru_cache

from assistant.verify.judgement import JUDGED
from assistant.verify.words import listed, stem

_ALIKE = (
    "start begin commence launch introduce open initial first new onset", "end finish stop cease close terminate conclude abolish", "help assist support aid",
    "give provide supply offer grant award hand deliver furnish", "receive get obtain gain draw", "use employ apply draw utilise rely deploy make",
    "money fund finance funding cash budget spending savings save", "pay payment compensate compensation reimburse reimbursement wage salary remedy",
    "spend expenditure spending cost outlay", "home house dwelling property", "job work employment post role occupation", "employ hire recruit staff",
    "worker employee staff workforce officer", "firm company business enterprise employer", "country nation state land abroad foreign international national",
    "people person individual citizen public everybody everyone somebody anyone resident population human man woman",
    "child young youth pupil boy girl minor", "young youngster youth child junior", "old elderly older pensioner age", "ill sick illness disease health",
    "disabled disability disabilities", "doctor physician gp practitioner", "medicine drug medication treatment vaccine", "school education academy college",
    "teach teacher educate education", "prison jail custody gaol", "prisoner inmate offender", "court judge judicial judiciary",
    "law legislation act statute bill legal", "rule regulation", "police constabulary officer force", "crime offence criminal offend offending reoffending",
    "reoffend reoffending offend", "victim sufferer", "army military forces armed defence force", "war conflict fighting", "weapon arms", "money sum amount",
    "share proportion percentage part rate", "number figure count total amount quantity", "figures statistics data number statistical",
    "increase rise grow expand climb growth expansion up double", "decrease fall reduce decline cut drop lower reduction shrink down less fewer",
    "cut reduce reduction slash", "change alter amend modify reform vary amendment", "improve better enhance improvement upgrade",
    "worsen deteriorate decline", "important vital crucial essential key significant importance necessary", "need require must necessary essential should",
    "must required compulsory mandatory obligation duty", "allow permit enable let may can able authorise", "prevent stop avoid block",
    "big large great major considerable substantial extensive huge enormous massive vast", "small minor little slight few low",
    "many numerous several range large number", "mostly mainly chiefly largely primarily predominantly main majority most generally",
    "whole entire complete all", "exact precise exactly precisely", "wide broad widely widespread extensive", "fast quick rapid swift speedy rapidly",
    "slow gradual delay", "early soon prompt earlier sooner prior previous", "late delay overdue", "often frequently regularly repeatedly", "seldom rarely",
    "always constantly continually", "about around roughly approximately", "right correct true accurate proper properly appropriate",
    "suitable appropriate proper fit suited", "wrong incorrect error mistake", "clear plain evident obvious", "hard difficult tough challenging difficulty",
    "easy simple straightforward", "likely probable chance probability may", "chance opportunity possibility", "possible feasible may might potential",
    "sure certain ensure guarantee", "try attempt seek endeavour effort aim", "aim goal objective purpose target intend intention",
    "plan intend intention scheme programme proposal strategy initiative", "promise pledge commitment undertake commit",
    "propose suggest recommend proposal recommendation advise", "advise recommend advice guidance", "decide decision determine choose resolve",
    "choose select pick option choice prefer", "think believe consider view opinion feel", "view opinion position belief", "know aware knowledge understand",
    "understand grasp comprehend", "hope wish want desire", "like enjoy keen fond", "dislike hate distaste", "say state speak tell mention",
    "ask question inquire query", "answer reply respond response", "show demonstrate reveal indicate illustrate", "find discover finding identify",
    "see observe notice witness", "look examine inspect study investigate consider review inquire", "watch monitor oversee supervise eye track",
    "check verify inspect examine audit", "supervise supervision oversee manage", "manage run operate administer control handle",
    "lead head direct chair guide", "leader head minister chief", "control restrain curb limit restraint",
    "limit restrict cap constraint restriction limited", "keep retain maintain hold remain preserve continue", "continue remain persist go stay",
    "stay remain keep", "send transmit dispatch submit", "submit bid apply application submission", "return come back", "move transfer shift relocate",
    "transfer move hand", "leave depart exit quit", "arrive come reach arrival", "bring carry fetch introduce", "put place set lay deposit",
    "place location site area spot", "area region district place locality", "local municipal area council", "town city urban", "building premises property",
    "build construct construction erect", "make create produce form manufacture", "produce make generate manufacture output", "set establish found up",
    "establish set create found", "include contain comprise cover involve encompass among", "cover include extend", "involve include engage participate part",
    "take part participate engage involve", "attend present participate go", "meet meeting gather session", "join link unite connect",
    "link connect tie connection relate", "work operate function act", "cooperate collaborate partnership together collaboration interact",
    "together joint jointly collaborate interact partnership", "joint together shared", "separate apart distinct",
    "different various varied differ vary range", "vary differ variety range various difference", "same equal identical", "similar alike comparable",
    "compare comparison", "deal handle tackle address treat", "tackle address confront deal combat", "solve resolve settle fix", "fix repair mend",
    "problem difficulty issue trouble challenge", "gap shortage deficit absence", "shortage lack scarcity", "lack absence shortage miss",
    "enough sufficient adequate shortage", "extra additional further more", "more additional further", "part section element component",
    "effect impact consequence result influence affect", "affect influence impact effect", "cause reason lead result bring due",
    "reason cause ground because why", "result outcome consequence", "happen occur arise", "event incident occurrence", "danger risk threat hazard",
    "risk danger threat potential", "safe secure protect safety safeguard", "protect guard safeguard defend shield keep", "defend justify protect",
    "safeguard protect", "care treatment nursing", "treat treatment care", "cure heal remedy", "death die fatality", "birth born", "marry marriage",
    "family relative household", "parent mother father", "friend colleague", "colleague hon member friend", "minister secretary government",
    "government ministers administration state", "parliament house commons lords", "conservative tory tories conservatives", "labour opposition",
    "devolved scotland wales northern", "vote ballot poll election", "elect election vote", "agree consent accept agreement", "approve endorse back support",
    "back support endorse favour", "oppose against resist object", "reject refuse turn decline", "deny dispute refute", "admit acknowledge concede accept",
    "accept agree acknowledge", "recognise acknowledge know", "explain describe outline set account", "describe depict portray",
    "announce declare publish reveal", "inspect inspector inspectorate inspection hmi hmip", "draw rest base rely depend",
    "publish available accessible", "nurture foster promote cultivate develop", "streamline simplify", "useful helpful", "agreement contract",
    "run conduct carry operate", "combine use together mix", "publish release issue print", "publication report document paper", "document paper file record",
    "write written letter draft", "read study", "record register note log", "report account statement", "list table schedule", "table chart list",
    "example instance case", "case instance matter", "matter issue subject question", "topic subject issue theme", "detail particulars information specific",
    "information data details knowledge", "news information", "inform tell notify communicate", "communicate contact communication inform",
    "contact reach communicate touch", "phone telephone call", "call telephone urge demand", "demand require need call", "order command instruct",
    "request ask seek apply", "urge encourage press call", "encourage promote urge incentive", "promote encourage advance further", "persuade convince",
    "influence affect persuade nudge", "attract draw appeal interest", "interest concern attention", "attention focus notice", "focus concentrate",
    "mindful aware mind conscious", "remember recall mind", "forget overlook ignore", "ignore neglect disregard overlook", "escape avoid evade",
    "obstacle barrier hurdle block", "barrier obstacle", "background history origin context", "history past previous", "past previous former last",
    "former previous ex then forerunner preceded predecessor", "predecessor forerunner preceded", "follow succeed after comply", "comply follow obey adhere",
    "replace substitute supersede instead", "instead rather replace alternative", "alternative option other", "alone only solely single",
    "only solely alone merely", "main chief principal primary", "basic fundamental", "special particular specific", "particular specific especially notable",
    "especially particularly above notably", "usual normal typical ordinary", "general common overall", "common shared general", "public community society",
    "community local neighbourhood", "group body organisation set", "organisation body agency institution stakeholder partner", "partner organisation body",
    "member belong", "expert specialist scientist scientific", "science scientific research", "research study investigation", "evidence proof data",
    "prove demonstrate evidence", "test trial pilot examine", "measure gauge assess quantify step", "assess evaluate judge appraise assessment",
    "judge assess consider deem conclude", "estimate calculate forecast", "expect anticipate foresee forecast", "predict forecast foresee",
    "future forward ahead", "wait queue await", "time period duration long", "year annual annually", "month monthly", "week weekly", "day daily",
    "today now current", "current present existing", "new recent fresh novel", "modern contemporary", "energy power electricity fuel",
    "car vehicle motor driving", "transport travel traffic", "travel journey trip transport", "train rail railway", "ship vessel maritime seafarer",
    "sailor seafarer crew", "trade commerce export", "buy purchase acquire procure", "sell sale", "price cost charge", "cheap inexpensive", "tax levy duty",
    "debt owe borrow", "poor poverty deprived", "rich wealthy", "food eat diet", "eat food overeat consume", "overweight obese weight obesity",
    "drink alcohol", "water sea river", "land ground site", "environment surrounding green", "climate weather", "world global international",
    "union eu european", "speech address remarks", "debate discussion discuss", "discuss debate talk", "fair just equitable fairness", "equal equality",
    "free freedom liberty", "right entitlement entitle", "entitle right eligible qualify", "eligible qualify entitle", "claim application",
    "grant award allocate", "allocate assign distribute", "share divide distribute", "carry conduct out perform implement",
    "implement effect apply carry introduce", "perform carry do", "complete finish full", "full complete entire", "empty vacant", "quiet silence noise order",
    "loud noise", "strict stringent tight", "honest frank", "open transparent reopen", "closed shut close", "reopen open", "lost lose loss", "lose miss loss",
    "win gain victory", "prize award", "fight combat tackle struggle", "force compel oblige", "compel force require", "automatic automatically auto",
    "enrol register join", "pension retirement", "retire retirement pension", "own possess have", "property asset", "loan lend borrow", "stock share",
    "market trade", "vanish disappear gone", "disappear vanish gone", "turn become", "become turn grow", "feel sense", "sympathy sympathise",
    "respect regard", "honour respect", "visit tour see", "guest visitor", "tourist visitor", "stand status position", "status position state",
    "suspend suspension", "sanction penalty punish suspend", "punish penalty sentence", "fine penalty", "sentence term imprison", "release free",
    "detain hold custody", "search seek look", "seek look search ask", "collect gather", "gather collect", "store keep hold", "remove withdraw take",
    "withdraw remove", "add contribute extra", "contribute add part", "respond react", "toolkit tool resource", "tool instrument resource", "resource means",
    "method way means approach", "approach method way", "process procedure", "procedure process", "system scheme structure", "structure system framework",
    "step measure action", "action act step measure", "act action behave", "behave behaviour conduct", "attitude outlook view opinion",
    "outlook attitude view", "surroundings environment", "capable able capacity", "capacity able ability", "ability able skill", "skill expertise ability",
    "train training skill", "training train course", "learn lesson study", "lesson learn", "endorse validate approve support", "validate endorse confirm",
    "confirm verify", "quality standard", "standard level quality", "level degree tier", "tier level", "individual personal person",
    "personal individual own", "hear listen heard", "interrupt noise", "think consider carefully", "weigh consider consideration", "consultation consult",
    "consult consultation ask",
)  # fmt: skip
LIGHT = listed("""
    deal deals dealt dealing know thought think thinks look looked looks looking find found show set setting sets run runs two place places 
    placed part parts turned turn turns together whole
    keep keeps kept bring brings brought mean means meant long hoped hope named name called call calls getting gets far near down back hand hard
    new past lead use used uses using number act able place people year years month months day days week time times 
    everyone everybody somebody anyone nobody else
    somewhere elsewhere anything something nothing whatever whichever whoever lot kind sort type form way ways case cases matter matters point points side
    end first second last next later earlier early usually mostly mainly largely chiefly generally almost nearly quite 
    rather instead soon sooner likely possible
    little few big great small large whole alone others other's own one's done asked told say telling tells answer 
    answers reply replies replied question questions
    carry carried carries leave left stand stands stood stay stays hold holds held let lets letting begin starts start add adds adding usefully certain
    concerned described following based regarding relating towards alongside besides despite outside inside forward round stage view views respect
    decided decide wants want needs need wish wishes role terms term detail details report reports ways involved 
    involve involves work works working worked put puts
    seeing saw seen talked spoke speech draw drawn effect effects result results group groups different several 
    included give gives given giving take takes taking
    wanted anonymous reader writer author colleague others' properly exactly peers mps para paragraph least bn mn cent""")
"""Words that say little by themselves: they need not stand in the passage."""


@lru_cache(maxsize=1)
def _rows() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in (*JUDGED, *_ALIKE):
        stems = {each for word in row.split() for each in _inflected(word)}
        for each in stems:
            found.setdefault(each, set()).update(stems)
    return {each: frozenset(alike) for each, alike in found.items()}


def _inflected(word: str) -> set[str]:
    """The stems of a word's forms, which need not be one."""
    bare = word.removesuffix("e")
    return {stem(form) for form in (word, f"{word}s", f"{bare}ed", f"{bare}ing", f"{word}{word[-1]}ing")}


def alike(word: str) -> frozenset[str]:
    """The stems of the words that may stand for the one with this stem, its own among them."""
    return _rows().get(word, frozenset()) | {word}
