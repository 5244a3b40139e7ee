"""The web chat: a page that asks the chain and shows the answer with its sources. Served on this computer alone."""

from __future__ import annotations

import logging
import socket
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib.resources import files
from threading import Thread
from typing import Any

import gradio as gr
import uvicorn
from fastapi import FastAPI
from starlette.middleware.trustedhost import TrustedHostMiddleware

from assistant import library
from assistant.opening import choices, open_chains
from assistant.settings import Settings
from assistant.web import render
from assistant.web.desk import KNOWN_ERRORS, Desk, NotReady, Open, Turn
from assistant.web.guard import OnlyFromHere
from index.search import Index

TITLE = "Parliamentary briefing assistant"
EXAMPLES = (
    "What was staff morale like?",
    "Did inspectors in 2018 find caseloads and morale improved at London CRC?",
    "Had biometric fingerprint sign-in been introduced in Northamptonshire by April 2017?",
    "What did Lord Beecham say about probation in Northumbria?",
    "Who deserved the credit for improvement at London CRC, in Napo's opinion?",
    "What caseload were London CRC practitioners carrying in November 2017?",
    "How big are caseloads at Interserve, according to commenters?",
    "What did HMIP find on through-the-gate services in Kent?",  # refused: the collection says nothing of Kent
)
_FONTS = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Helvetica Neue", "Noto Sans", "Liberation Sans", "Arial", "sans-serif"]
_SOURCE_PANE = (
    '<dialog id="source" aria-labelledby="source-title"><form method="dialog"><button class="close" aria-label="Close the source">Close</button></form>'
    '<div id="source-body"></div></dialog><p id="spoken" class="sr-only" aria-live="polite"></p>'
)
_CHOSEN = '(question, turns) => [question, turns, document.getElementById("choice")?.value ?? ""]'
"""Takes what is chosen along with a question; the choice is the browser's own control, which Gradio has none of."""

Shown = tuple[str, Any, tuple[Turn, ...], str]
"""What an event changes: the record, the question box, the turns kept for the session, and the notice."""


class CannotListen(Exception):
    """The address cannot be listened at: which, why, and what to do."""


def serve(settings: Settings, host: str = "127.0.0.1", port: int = 7860, open_browser: bool = False) -> None:
    """Serve the page until interrupted. Raises `CannotListen`, `BadSetting` for what is no model's name, and `CatalogueError` for a home that
    cannot be used."""
    choices(settings)  # a slip of the pen is told before anything is touched
    with _listening(host, port) as listener:
        index = library.open_index(settings)
        address = f"http://{host}:{listener.getsockname()[1]}/"
        page = build(index, lambda lock: open_chains(index, settings, lock))
        server = uvicorn.Server(uvicorn.Config(application(page, host), log_level="warning", timeout_graceful_shutdown=1))
        print(f"{TITLE}: {address} (stop with Ctrl+C)", flush=True)
        if open_browser:
            Thread(target=webbrowser.open, args=(address,), daemon=True).start()
        with suppress(KeyboardInterrupt):
            server.run(sockets=[listener])


def build(index: Index, open_chains: Open) -> gr.Blocks:
    """The page over ``index``, which it begins to get ready in the background; a visitor chooses which of the chains answers."""
    desk = Desk(index, open_chains)
    bundled = any(document.source.startswith("bundled:") for document in index.documents())
    examples = EXAMPLES if bundled else ()
    desk.open()
    page: gr.Blocks = gr.Blocks(title=TITLE, analytics_enabled=False)
    with page:
        _lay_out(desk, examples)
    return page


def application(page: gr.Blocks, host: str = "127.0.0.1") -> FastAPI:
    """The page as an ASGI application that answers to this computer's names only, unless ``host`` is another's."""
    outer = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    outer.add_middleware(OnlyFromHere)
    outer.add_middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost"] if host in ("127.0.0.1", "localhost") else ["*"])
    here = files(__package__)
    style, script = (here.joinpath(name).read_text("utf-8") for name in ("page.css", "page.js"))
    gr.mount_gradio_app(
        outer, page, path="/", server_name=host, footer_links=[], run_history=False, ssr_mode=False, show_error=False, pwa=False, mcp_server=False,
        theme=gr.themes.Base(font=_FONTS, font_mono=["ui-monospace", "monospace"]),
        head=f"<style>{style}</style><script>{script}</script>", favicon_path=str(here.joinpath("favicon.svg")),
    )  # fmt: skip
    return outer


def _lay_out(desk: Desk, examples: tuple[str, ...]) -> None:
    _html(f"<header><h1>{TITLE}</h1></header>", "masthead")
    status = _html(lambda: render.status(desk.now()), "status")
    record = _html(render.record((), examples), "record")
    with gr.Column(elem_id="asking"):
        notice = _html("", "notice")
        offered = _html(render.choice(desk.choices), "offered")
        with gr.Row(elem_id="form"):
            box = gr.Textbox(label="Your question", placeholder="Ask the record a question", lines=1, max_lines=5, autofocus=True, elem_id="box")
            ask = gr.Button("Ask", variant="primary", elem_id="ask")
            clear = gr.Button("Clear", elem_id="clear")
    _html(_SOURCE_PANE, "pane")
    turns = gr.State(())
    shown = [record, box, turns, notice]

    def reply(question: str, before: tuple[Turn, ...], choice: str) -> Iterator[Shown]:
        yield from _reply(desk, question, before, choice, examples)

    asking = gr.on(
        [box.submit, ask.click], reply, [box, turns, offered], shown, js=_CHOSEN, show_progress="hidden", concurrency_limit=16, api_visibility="private"
    )  # fmt: skip
    clear.click(lambda: (render.record((), examples), "", (), ""), None, shown, show_progress="hidden", cancels=[asking], api_visibility="private")
    timer = gr.Timer(1)
    timer.tick(lambda: tick(desk), None, [status, timer], show_progress="hidden", api_visibility="private")


def tick(desk: Desk) -> tuple[str, gr.Timer]:
    """The status line, and the timer that asks for it, which stops with the line that will not change any more."""
    now = desk.now()
    return render.status(now), gr.Timer(active=not now.settled)


def _html(value: str | Callable[[], str], name: str) -> gr.HTML:
    return gr.HTML(value, elem_id=name, apply_default_css=False, js_on_load=None)


def _reply(desk: Desk, question: str, before: tuple[Turn, ...], choice: str, examples: tuple[str, ...]) -> Iterator[Shown]:
    """What the page shows while a question is answered. A question that fails stays in its box, to be put right."""
    try:
        for turn in desk.ask(question, before, choice):
            yield render.record((*before, turn)), "", (*before, turn) if turn.done else before, ""
    except (*KNOWN_ERRORS, NotReady) as error:
        yield render.record(before, examples), question, before, render.notice(str(error))
    except Exception as error:  # a page without a word of explanation is worse; the terminal has the traceback
        logging.exception("a question could not be answered")
        yield render.record(before, examples), question, before, render.notice(f"this could not be answered ({type(error).__name__})")


def _listening(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port))
    except (OSError, OverflowError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise CannotListen(f"{host}:{port}: cannot be listened at ({why}); name another with --port") from error
