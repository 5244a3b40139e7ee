"""The web chat: what its HTML says and never lets through, how it waits for the index, and a visit in a real browser."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from threading import Lock
from types import SimpleNamespace

import pytest

from assistant.answer import Answer, Citation, Sentence
from assistant.aside import WriterAside
from assistant.chain import QUOTATION
from assistant.models.failure import ModelFailed
from assistant.models.limits import Limits
from assistant.models.spec import ModelSpec
from assistant.opening import choices, open_chains
from assistant.question import BadQuestion
from assistant.settings import BadSetting, Settings
from assistant.web import render, source
from assistant.web.app import CannotListen, serve, tick
from assistant.web.desk import Desk, NotReady, Source, Status, Turn
from assistant.writing.written import Written
from corpus.document import About, Document, Kind, Origin, Passage
from index.embed import ModelUnavailable
from index.search import Index
from tests.conftest import WordEmbedder
from tests.model_servers import nobody

ROOT = Path(__file__).parent.parent
PATIENCE = 60  # seconds, until what never happens is given up
NASTY = "<script>alert(\"x\")</script> & 'more'"
REPORT = Passage("r#2", "r", 2, "One thing. Two things, said twice. Three.", Kind.INSPECTION_REPORT, "para 2", body="HM Inspectorate of Probation")


def shown(passage: Passage = REPORT, title: str = "A report", **more: object) -> str:
    """The pane of a passage."""
    quoted = more.pop("quoted", ())
    one = Source(Citation(1, passage, title, None), more.get("above"), more.get("below"), more.get("replied_to"), quoted)
    return source.pane(one, render.marked(passage.text, quoted, "mark"))


def told(passage: Passage, sentence: Sentence, title: str = "A report") -> str:
    """The page with one answered question."""
    citation = Citation(1, passage, title, None)
    answer = Answer("Who?", "Who?", "quotation", (sentence,), (citation,))
    return render.record((Turn("Who?", answer, (Source(citation, None, None, None, sentence.quoted),), done=True),))


# what the HTML says ------------------------------------------------------------------------------------------------------


def test_no_markup_of_a_source_or_a_reader_survives() -> None:
    about = About(Kind.DEBATE, NASTY, NASTY, NASTY, NASTY, NASTY, "2017-10-31", NASTY)
    passage = replace(
        REPORT, text=NASTY, locator=NASTY, speaker=NASTY, office=NASTY, party=NASTY, body=NASTY, headings=(NASTY,), also_in=(NASTY,),
        origin=Origin(NASTY), url=f'https://example.org/"{NASTY}',
    )  # fmt: skip
    near = replace(REPORT, id="r#1", text=NASTY)
    panes = [shown(p, NASTY, above=near, below=near, replied_to=near, quoted=(NASTY[:9],)) for p in (passage, replace(passage, about=about))]
    page = told(passage, Sentence(NASTY, (1,), (NASTY[:9],), NASTY), NASTY) + render.record((Turn(NASTY, note=NASTY),)) + render.notice(NASTY)
    for html in [*panes, page, render.record((), (NASTY,))]:
        assert "<script" not in html and '"x"' not in html and "&#x27;more&#x27;" in html


def test_exactly_the_quoted_words_are_marked() -> None:
    assert "<mark>Two things, said twice.</mark>" in shown(quoted=("Two things, said twice.",))
    assert shown(quoted=("Two things, said twice.", "not in it")).count("<mark>") == 1
    assert "<mark" not in shown(quoted=("said thrice",))


def test_marks_that_touch_or_overlap_become_one_and_lose_no_word() -> None:
    html = render.marked("abc & def", ["bc &", "c & d"], "mark")
    assert html == "a<mark>bc &amp; d</mark>ef"
    assert render.marked("ab", ["b", "a"], "mark") == "<mark>ab</mark>"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//example.org", "http://", "http://[", "", None])
def test_nothing_but_a_web_address_becomes_a_link(url: str | None) -> None:
    assert "<a" not in shown(replace(REPORT, url=url))


def test_a_link_out_tells_the_other_side_nothing() -> None:
    html = shown(replace(REPORT, url="https://hansard.parliament.uk/x?a=1&b=2"))
    assert 'href="https://hansard.parliament.uk/x?a=1&amp;b=2"' in html and 'rel="noopener noreferrer"' in html


def test_the_pane_says_whose_words_these_are_and_through_whom_they_came() -> None:
    debate = Passage(
        "d#1", "d", 1, "Words.", Kind.DEBATE, "col 517", "Lord Keen", "Advocate-General", "Con", "House of Lords", "2017-10-31", ("Probation",),
        origin=Origin("a post of 1 November 2017"), also_in=("the bound volume",),
    )  # fmt: skip
    question = replace(debate, id="d#0", speaker="Lord Beecham", text="What of it?")
    html = shown(debate, "Contracts", replied_to=question)
    assert dict(re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", html)) == {
        "Said by": "Lord Keen", "Office": "Advocate-General", "Party": "Con", "Body": "House of Lords", "Date": "31 October 2017", "Place": "col 517",
        "In reply to": "Lord Beecham: What of it?", "Quoted in": "a post of 1 November 2017", "Also in": "the bound volume",
    }  # fmt: skip
    for words in (">Debate<", ">Contracts<", ">Probation<", "HL Deb 31 October 2017, col 517", ", quoted in a post of 1 November 2017"):
        assert words in html
    assert "digest" not in html


def test_a_digest_is_called_ours_and_names_its_original() -> None:
    about = About(Kind.INSPECTION_REPORT, "the Suffolk report", "HM Inspectorate of Probation", date="2017-06-16", locator="paragraph 3")
    said = re.sub(r"<[^>]+>", "", shown(replace(REPORT, kind=Kind.DIGEST, about=about)))
    assert "Our digest of an inspection report" in said and "This is our own digest, not the words of the original." in said
    assert "It sums up the Suffolk report. In the original: paragraph 3." in said and "Said by" not in said


def test_standing_is_told_in_words_as_well_as_colour() -> None:
    html = told(REPORT, Sentence("It reads: “One thing.”", (1,), ("One thing.",), "Official findings"))
    assert '<section class="group standing-1"><h3>Official findings</h3>' in html


def test_a_chip_is_a_button_that_names_its_source() -> None:
    html = told(REPORT, Sentence("It reads: “One thing.”", (1,), ("One thing.",)))
    assert re.search(r'<button type="button" class="chip[^>]*aria-label="Source 1: HM Inspectorate of Probation, inspection report"', html)


def test_a_refusal_gives_its_reason_and_no_citation() -> None:
    turn = Turn("Kent?", Answer("Kent?", "Kent?", "quotation", abstained=True, reason="Nothing mentions Kent."), done=True)
    html = render.record((turn,))
    assert "Nothing mentions Kent." in html and "chip" not in html


def test_a_question_understood_otherwise_is_shown_as_it_was_understood() -> None:
    turn = Turn("and in Kent?", Answer("and in Kent?", "Suffolk: and in Kent?", "quotation", abstained=True, reason="No."), done=True)
    assert "Understood as: Suffolk: and in Kent?" in render.record((turn,))
    assert "Understood" not in render.record((replace(turn, answer=replace(turn.answer, standalone_question="and in Kent?")),))


def test_what_no_source_bears_out_is_said_to_be_so() -> None:
    assert "not borne out" in told(REPORT, Sentence("It is so.", (1,), status="unsupported"))
    assert "not borne out" not in told(REPORT, Sentence("It is so.", (1,)))


# waiting for the index ---------------------------------------------------------------------------------------------------


class SlowIndex:
    """An index that settles when it is told to, and says how far it is."""

    def __init__(self, error: Exception | None = None) -> None:
        self.go, self.error = threading.Event(), error
        self.catalogue = SimpleNamespace(neighbours=lambda passage: [passage], passage=lambda _: None)

    def settle(self, progress: object) -> None:
        progress(120, 360)
        self.go.wait(10)
        if self.error:
            raise self.error

    def search(self, question: str, k: int) -> list[object]:
        return []

    def documents(self) -> list[object]:
        return [SimpleNamespace(passages=43)] * 8


class Echo:
    """A chain that answers with the questions it was given."""

    def stream(self, asked: object) -> object:
        yield Answer(asked.question, " | ".join([*(past.standalone for past in asked.history), asked.question]), "quotation", abstained=True, reason="No.")


def echoing(lock: object) -> dict[str, Echo]:
    return {"quotation": Echo()}


def test_a_question_asked_too_early_is_told_why_it_waits_and_is_then_answered() -> None:
    index = SlowIndex()
    desk = Desk(index, echoing)
    desk.open()
    growing = desk.ask("Who?", ())
    notes = (turn.note for turn in growing)
    assert next(note for note in notes if note and "Opening" not in note) == (
        "Indexing the collection: 120 of 360 sections. Your question is answered as soon as that is done."
    )
    index.go.set()
    *_, last = growing
    assert last.done and last.answer.question == "Who?"
    assert desk.now().words == "Ready: 8 documents, 344 passages"


@pytest.mark.parametrize("error", [ModelUnavailable("model x: cannot be loaded"), RuntimeError("burst")])
def test_an_index_that_cannot_be_got_ready_is_said_to_be_so(error: Exception) -> None:
    index = SlowIndex(error)
    index.go.set()
    desk = Desk(index, echoing)
    desk.open()
    with pytest.raises(NotReady, match="cannot be searched"):
        list(desk.ask("Who?", ()))
    assert desk.now().failed and desk.now().settled


def test_the_status_line_is_asked_for_until_it_shows_the_last_word() -> None:
    last = Status("Ready", settled=True)
    line, timer = tick(SimpleNamespace(now=lambda: Status("Loading"), status=last))
    assert "Loading" in line and timer.active
    assert not tick(SimpleNamespace(now=lambda: last, status=last))[1].active


def test_a_follow_up_is_asked_with_what_was_asked_before() -> None:
    index = SlowIndex()
    index.go.set()
    desk = Desk(index, echoing)
    desk.open()
    *_, first = desk.ask("A?", ())
    *_, second = desk.ask("B?", (first,))
    assert second.answer.standalone_question == "A? | B?"


def test_a_choice_that_is_not_offered_any_more_is_turned_down_at_once() -> None:
    with pytest.raises(BadQuestion, match="reload the page"):
        next(Desk(SlowIndex(), echoing).ask("Who?", (), "openai:gone"))


def test_an_empty_question_is_turned_down_at_once() -> None:
    with pytest.raises(BadQuestion):
        next(Desk(SlowIndex(), echoing).ask("  ", ()))


def test_a_port_that_is_taken_is_named_and_nothing_is_touched(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(CannotListen, match=rf"127\.0\.0\.1:{port}: cannot be listened at \(.+\); name another with --port"):
            serve(Settings(tmp_path / "home"), port=port)
    assert not (tmp_path / "home").exists()


# which model writes, and nobody waiting for it ------------------------------------------------------------------------------

QUESTION = "How was telephone supervision used in Rutland?"
TRUE = "HM Inspectorate of Probation found that telephone supervision in Rutland was used for 40% of cases [1]."
PHASES = ("understand", "write", "write again")


class Phases:
    """A model that stops ``before`` one of the phases of an answer, if told to, until it may ``go``. Its first sentence is false, its second try true."""

    spec, limits, mode = ModelSpec("openai", "slow"), Limits(), "openai:slow"

    def __init__(self, before: str | None = None, go: Callable[[], object] | None = None) -> None:
        self.before, self.reached, self.may_go = before, threading.Event(), threading.Event()
        self.go = go or (lambda: self.may_go.wait(PATIENCE))
        self.gone_on = False

    def reply(self, messages: object, limits: object = None) -> str:
        self._at("understand")
        return QUESTION

    def stream(self, messages: Sequence[tuple[str, str]], limits: object = None) -> Iterator[str]:
        again = "45%" in messages[-1][1]
        self._at("write again" if again else "write")
        yield TRUE if again else TRUE.replace("40%", "45%")

    def _at(self, phase: str) -> None:
        if phase == self.before:
            self.reached.set()
            self.go()
            self.gone_on = True


@pytest.fixture
def desk_with(tmp_path: Path, embedder: WordEmbedder, monkeypatch: pytest.MonkeyPatch) -> Callable[[Phases], Desk]:
    """A desk over two reports, where a visitor may choose the model."""
    index = Index(tmp_path, embedder)
    texts = ("We found that telephone supervision in Rutland was used for 40% of cases.", "Offices in Rutland closed on Fridays.")
    passages = tuple(replace(REPORT, id=f"r#{n}", ordinal=n, text=text) for n, text in enumerate(texts, start=1))
    index.put(Document("r", "A report", Kind.INSPECTION_REPORT, "r", "0", passages))

    def made(model: Phases) -> Desk:
        monkeypatch.setattr("assistant.models.chat.open_chat", lambda *_: model)
        desk = Desk(index, lambda lock: open_chains(index, Settings(tmp_path, model="openai:slow"), lock))
        desk.open()
        return desk

    return made


@pytest.mark.parametrize("phase", PHASES)
def test_while_a_model_talks_another_question_is_answered_by_quotation(phase: str, desk_with: Callable[[Phases], Desk]) -> None:
    model = Phases(before=phase)
    desk = desk_with(model)
    *_, first = desk.ask(QUESTION, (), QUOTATION)
    slow: list[Turn] = []
    asking = threading.Thread(target=lambda: slow.extend(desk.ask("And in Rutland?", (first,))), daemon=True)
    asking.start()
    assert model.reached.wait(PATIENCE)
    *_, other = desk.ask(QUESTION, (), QUOTATION)
    assert other.answer.mode == QUOTATION and other.answer.sentences and not model.gone_on
    model.may_go.set()
    asking.join(PATIENCE)
    assert slow[-1].done and slow[-1].answer.mode == "openai:slow" and slow[-1].answer.sentences[0].text.endswith("40% of cases.")


@pytest.mark.parametrize("phase", PHASES)
def test_two_may_wait_for_a_model_at_the_same_time(phase: str, desk_with: Callable[[Phases], Desk]) -> None:
    both = threading.Barrier(2)
    desk = desk_with(Phases(before=phase, go=lambda: both.wait(PATIENCE)))
    *_, first = desk.ask(QUESTION, (), QUOTATION)
    told: list[Turn] = []
    asking = [threading.Thread(target=lambda: told.extend(desk.ask("And in Rutland?", (first,))), daemon=True) for _ in range(2)]
    for each in asking:
        each.start()
    for each in asking:
        each.join(PATIENCE)
    assert [turn.answer.mode for turn in told if turn.done] == ["openai:slow"] * 2


@pytest.mark.parametrize("fails", [False, True])
def test_the_lock_is_let_go_while_a_model_talks_and_held_again_whatever_comes_of_it(fails: bool) -> None:
    lock, seen = Lock(), []

    class Writer:
        mode = "openai:x"

        def write(self, *_: object) -> Iterator[Written]:
            seen.append(lock.locked())
            if fails:
                raise ModelFailed("no")
            yield Written("One.")
            seen.append(lock.locked())

        def rewrite(self, *_: object) -> None:
            seen.append(lock.locked())

    writer = WriterAside(Writer(), lock)
    with lock:
        with pytest.raises(ModelFailed) if fails else nullcontext():
            for _ in writer.write("Who?", ()):
                assert lock.locked()
        assert lock.locked()
        writer.rewrite(Written("One."), "It is not.", {})
        assert lock.locked()
    assert seen and not any(seen)


def test_a_question_given_up_stops_the_model(desk_with: Callable[[Phases], Desk]) -> None:
    class Endless(Phases):
        left = threading.Event()

        def stream(self, messages: Sequence[tuple[str, str]], limits: object = None) -> Iterator[str]:
            try:
                yield f"{TRUE} "
                while True:
                    yield "And so on "
            finally:
                self.left.set()

    model = Endless()
    growing = desk_with(model).ask(QUESTION, ())
    assert any(turn.answer and turn.answer.sentences for turn in growing) and not model.left.is_set()
    growing.close()
    assert model.left.is_set()


def test_the_choice_names_models_without_address_or_folder_the_first_named_first(tmp_path: Path) -> None:
    settings = Settings(tmp_path, model="ollama:b@http://10.0.0.1:11434", others=("gguf:/home/somebody/small.gguf", "openai:a", "openai:a"))
    found = choices(settings)
    assert list(found) == ["ollama:b", "gguf:small.gguf", "openai:a", QUOTATION]
    assert [each.model for each in found.values()] == [*settings.models[:3], None]
    assert list(choices(Settings(tmp_path))) == [QUOTATION]


def test_one_model_at_two_servers_is_two_choices(tmp_path: Path) -> None:
    assert list(choices(Settings(tmp_path, model="openai:a@http://one/v1", others=("openai:a@http://two/v1",)))) == ["openai:a (1)", "openai:a (2)", QUOTATION]


@pytest.mark.parametrize("others", [("gguf:/x/b.gguf",), ("parrot:polly",), ("openai:a@http://u:secret@host/v1",)])
def test_what_cannot_be_offered_is_told_before_anything_is_touched(others: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("assistant.library.open_index")
    with pytest.raises(BadSetting) as told:
        serve(Settings(tmp_path / "home", model="gguf:/x/a.gguf", others=others))
    assert "\n" not in str(told.value) and "secret" not in str(told.value)


def test_the_choice_is_a_labelled_list_and_is_not_there_where_there_is_none() -> None:
    html = render.choice(("openai:a", NASTY, QUOTATION))
    assert '<label for="choice">Answers</label><select id="choice"><option value="openai:a">written by openai:a, every sentence checked</option>' in html
    assert html.endswith('<option value="quotation">quoted from the record</option></select></p>') and "<script" not in html
    assert render.choice((QUOTATION,)) == ""


# a visit in a browser ----------------------------------------------------------------------------------------------------

_SERVE = """
import sys; from pathlib import Path
from assistant.settings import Settings; from assistant.web.app import serve
home, *models = sys.argv[1:]
serve(Settings(Path(home), model=models[0] if models else None, others=tuple(models[1:])), port=0)
"""
_QUIET = ("no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking", "disable-component-update", "disable-sync")
ANSWERED = "Had biometric fingerprint sign-in been introduced in Northamptonshire by April 2017?"
SEVERAL = "What was staff morale like?"
REFUSED = "What quota did UK fishing boats get for North Sea cod after Brexit?"


@pytest.fixture(scope="module")
def browser():
    """A Chromium that is installed already."""
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        pytest.skip("no Chromium is installed")
    with api.sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=chromium, args=[f"--{switch}" for switch in _QUIET])
        yield running
        running.close()


@contextmanager
def served(home: Path, *models: str) -> Iterator[str]:
    """Where the page is served, over a home and with models to choose from."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    server = subprocess.Popen([sys.executable, "-c", _SERVE, str(home), *models], stdout=subprocess.PIPE, text=True, env=environment, cwd=home)
    try:
        line = server.stdout.readline()
        yield re.search(r"http://\S+", line).group()
    finally:
        server.terminate()
        server.wait(20)


@pytest.fixture(scope="module")
def address(browser, tmp_path_factory):
    """Where the page is served, over a new home."""
    with served(tmp_path_factory.mktemp("home")) as at:
        yield at


@pytest.fixture
def visit(browser, address):
    """A visitor with a session of their own; what the browser asked for is kept in ``asked_for``."""
    with browser.new_context(viewport={"width": 1280, "height": 860}) as context:
        page = context.new_page()
        page.asked_for = []
        page.faults = []
        context.on("request", lambda request: page.asked_for.append(request.url))
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.goto(address)
        page.wait_for_selector("#record .welcome")
        yield page
        assert page.faults == []


def ask(page, question: str) -> str:
    """Ask, wait for the whole answer, and give its text."""
    number = page.locator(".turn").count() + 1
    page.fill("#box textarea", question)
    page.keyboard.press("Enter")
    turn = page.locator(f'.turn[data-turn="{number}"]:not([data-said=""])')
    turn.wait_for(timeout=90_000)
    return turn.inner_text()


@pytest.mark.browser
@pytest.mark.model
def test_every_chip_opens_the_passage_with_the_words_its_sentence_quotes(visit) -> None:
    ask(visit, SEVERAL)
    chips = visit.locator(".chip")
    assert chips.count() > 1
    for number in range(chips.count()):
        sentence = visit.locator(".sentence", has=visit.locator(f'[data-source="source-1-{number + 1}"]')).inner_text()
        chips.nth(number).click()
        marks = visit.locator("#source[open] mark").all_inner_texts()
        assert marks and all(words in sentence for words in marks)
    assert visit.locator("#source .near").count() >= 1
    visit.keyboard.press("Escape")
    assert chips.last.evaluate("chip => chip === document.activeElement")


@pytest.mark.browser
@pytest.mark.model
def test_a_source_is_opened_and_closed_by_keyboard_at_360_pixels(visit) -> None:
    visit.set_viewport_size({"width": 360, "height": 740})
    ask(visit, ANSWERED)
    chip = visit.locator(".chip").first
    chip.focus()
    visit.keyboard.press("Enter")
    assert "fingerprint" in visit.locator("#source[open]").inner_text().lower().replace("finger-print", "fingerprint")
    visit.keyboard.press("Escape")
    assert visit.locator("#source[open]").count() == 0
    assert chip.evaluate("chip => chip === document.activeElement")
    assert visit.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.browser
@pytest.mark.model
def test_the_page_gets_ready_an_example_is_asked_with_a_click_and_clear_brings_the_examples_back(visit) -> None:
    visit.wait_for_selector("#status .ready", timeout=90_000)
    assert visit.locator("#status").inner_text() == "Ready: 12 documents, 344 passages"
    assert visit.locator(".example").count() == 8 and visit.locator("select").count() == 0
    question = visit.locator(".example").nth(1).inner_text()
    visit.locator(".example").nth(1).click()
    visit.wait_for_selector('.turn:not([data-said=""])', timeout=90_000)
    assert visit.locator(".question").inner_text() == question
    visit.click("#clear")
    visit.wait_for_selector(".example")
    assert visit.locator(".turn").count() == 0


@pytest.mark.browser
@pytest.mark.model
def test_a_question_that_the_collection_does_not_answer_is_refused_with_its_reason(visit) -> None:
    assert re.search(r"No answer in the collection\s+\S.*12 documents", ask(visit, REFUSED))
    assert visit.locator(".chip").count() == 0


@pytest.mark.browser
@pytest.mark.model
def test_a_follow_up_leans_on_its_own_session_only(visit, browser, address) -> None:
    ask(visit, ANSWERED)
    assert "Understood as: Had biometric" in ask(visit, "And in Suffolk?")
    with browser.new_context() as other:
        page = other.new_page()
        page.goto(address)
        page.wait_for_selector("#record .welcome")
        assert "Understood as" not in ask(page, "And in Suffolk?")


@pytest.mark.browser
@pytest.mark.model
def test_who_writes_is_chosen_by_keyboard_for_this_tab_only(browser, tmp_path: Path) -> None:
    absent = [f"openai:{name}@{nobody()}/v1" for name in ("one", "two")]
    with served(tmp_path, *absent) as at, browser.new_context(viewport={"width": 360, "height": 740}) as context:
        page, other = context.new_page(), context.new_page()
        for each in (page, other):
            each.goto(at)
            each.wait_for_selector("#record .welcome")
        page.get_by_role("combobox", name="Answers").focus()
        page.keyboard.press("ArrowDown")
        assert "openai:two at http://127.0.0.1" in ask(page, ANSWERED)
        page.get_by_label("Answers").focus()
        page.keyboard.press("End")
        assert "nobody answers" not in ask(page, ANSWERED) and page.get_by_label("Answers").input_value() == QUOTATION
        assert "openai:one at http://127.0.0.1" in ask(other, ANSWERED)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.browser
@pytest.mark.model
def test_markup_in_a_question_is_shown_as_it_was_typed(visit) -> None:
    question = "${1+1} {{value}} <img src=x onerror=alert(1)> <b>who</b>?"
    assert ask(visit, question).startswith(question)


@pytest.mark.browser
def test_an_empty_question_gets_one_calm_line_and_nothing_else(visit) -> None:
    visit.click("#ask")
    visit.wait_for_selector("#notice .notice")
    assert visit.locator("#notice").inner_text() == "The question is empty; ask something."
    assert visit.locator(".turn").count() == 0 and visit.locator(".toast-body").count() == 0


@pytest.mark.browser
@pytest.mark.model
def test_a_whole_visit_asks_nothing_of_any_other_machine(visit, address) -> None:
    ask(visit, ANSWERED)
    visit.locator(".chip").first.click()
    visit.wait_for_selector("#source[open] mark")
    ask(visit, REFUSED)
    visit.wait_for_timeout(1000)
    beyond = [url for url in visit.asked_for if not url.startswith((address, "data:", "blob:"))]
    assert visit.asked_for and beyond == []


@pytest.mark.browser
def test_the_page_is_not_allowed_to_fetch_from_elsewhere_nor_answers_to_another_name(visit, address) -> None:
    forbidden = """() => new Promise(tell => { addEventListener('securitypolicyviolation', event => tell(event.blockedURI));
        fetch('http://localhost:9/').catch(() => setTimeout(() => tell('tried'), 500)) })"""
    assert visit.evaluate(forbidden) == "http://localhost:9/"
    assert "default-src 'self'" in urllib.request.urlopen(address).headers["Content-Security-Policy"]
    with pytest.raises(urllib.error.HTTPError, match="400"):
        urllib.request.urlopen(urllib.request.Request(address, headers={"Host": "elsewhere.example"}))
