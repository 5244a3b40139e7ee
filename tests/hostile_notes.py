"""A note made by hand of hostile sources."""

from __future__ import annotations

from assistant.note.inquiry import Inquiry, NoteKind
from assistant.note.note import BriefingNote, Bullets, Event, Own, Paragraph, Section, Table, Timeline
from corpus.document import Kind
from tests.notes import Writing, note, passage

HOSTILE = (
    "*bold* _under_ `code` $x^2$ ~~gone~~ ~sub~ ^sup^ [a](javascript:alert(1)) ![p](http://evil.example/p.png)",
    "# heading", "1. list", "- dash", "+ plus", "> quote", "    code", "| a | b |", "|---|---|", 
    "---", "===", ": definition", "[^1] and [^1]: note", "@cite [@cite]",
    "<script>alert(1)</script> <b>x</b> <!-- c --> &amp; &#x41; ]]> <![CDATA[x]]>", "\\textbf{x} \\begin{a} \\* \\", ":x: :smile: a:b:c", 
    "{#id .class} {=html}", "::: div",
    "\u200fعربي\u200f \u202egnp.exe\u202c end", "bell\x07 nul\x00 esc\x1b[31m tag\U000e0041", 
    "it's \"straight\" ... -- ---", "a\u00a0b “open", "```\nfence\n```", "%title", "Term\n: def",
    "http://bare.example/x_y_z?a=1&b=2", "www.bare.example", "(@) example", "\u4e2d\u6587 \U0001f6f3 e\u0301", "<w:p/>${body}$ $body$ %s {0}",
)  # fmt: skip
"""Texts that would be markup somewhere, and characters that are not to be seen."""


def hostile() -> BriefingNote:
    """Every text a trap: in quotations, titles, headings, speakers, addresses and the inquiry itself."""
    own = Writing()
    addresses = [
        "javascript:alert(1)",
        'https://a.example/(b c)/[d]?e="f"&g=<h>',
        "data:text/html,x",
        "file:///etc/passwd",
        "//no.example",
        "https://[broken",
        None,
    ]
    passages = [
        passage(at, f"trap-{at}", Kind.COMMITTEE_REPORT, text.strip(), f"para {at} {text[:12].strip()}", body=text,
            date="2017-01-02", headings=(text,), url=addresses[at % len(addresses)])
        for at, text in enumerate(HOSTILE)
    ]  # fmt: skip
    long = passage(99, "trap-long", Kind.DEBATE, "It was “said” * " * 200 + "a | b\nc | d", "col 1", speaker="A [B](c)", date="2017")
    cells = Table(("|", "<b>"), tuple(((Own(text),), (own.say(each),)) for text, each in zip(HOSTILE, passages, strict=True)))
    lists = Bullets(tuple((own.say(each), Own(text)) for text, each in zip(HOSTILE, passages, strict=True)), numbered=True)
    events = Timeline(tuple(Event(f"20{at:02}", text, own.say(each)) for at, (text, each) in enumerate(zip(HOSTILE, passages, strict=True), start=1)))
    sections = [
        Section(
            f"themes/{at}",
            text,
            (Paragraph((Own(text),)), Paragraph((own.say(each),)), Paragraph((Own(text), own.say(long), Own("javascript:x https://ok.example/a_b.")))),
        )
        for at, (text, each) in enumerate(zip(HOSTILE, passages, strict=True), start=1)
    ]
    sections.append(Section("all", "All", (cells, lists, events)))
    return note(sections, own.footnotes, Inquiry(" ".join(HOSTILE), HOSTILE, NoteKind.DEBATE, committee=HOSTILE[0]))
