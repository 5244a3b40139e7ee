"""Small servers on loopback that speak as model servers do: the OpenAI-compatible, Ollama's and Anthropic's shapes, well and badly."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

KEY = "sk-test-0123456789abcdefghijklmnop"


@dataclass
class Manner:
    """How a server behaves. ``status`` other than 200 is an error whose text quotes the key, as real ones do; ``cut`` breaks off after so many pieces."""

    pieces: tuple[str, ...] = ("The hub ", "opened ", "in 2016 [1].")
    status: int = 200
    code: str = "some_error"
    said: str = ""
    before: float = 0.0  # seconds to the first piece
    between: float = 0.0
    cut: int | None = None
    garbage: bool = False
    keep_alive: bool = False  # comments in between, which reset a client's own time-out
    needs_key: bool = False


@dataclass
class Server:
    """A server that runs: its address, what it was sent, how often a client went away early."""

    address: str
    manner: Manner
    bodies: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    written: int = 0
    left: threading.Event = field(default_factory=threading.Event)


@contextmanager
def serving(shape: str, manner: Manner) -> Iterator[Server]:
    """A server of the shape ``openai``, ``ollama`` or ``anthropic``."""
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    httpd.daemon_threads = True
    made = Server(f"http://127.0.0.1:{httpd.server_address[1]}" + ("/v1" if shape == "openai" else ""), manner)
    httpd.made, httpd.shape = made, shape  # type: ignore[attr-defined]
    threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield made
    finally:
        httpd.shutdown()
        httpd.server_close()


def nobody() -> str:
    """An address on this machine where nobody listens."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{bound.getsockname()[1]}"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        made: Server = self.server.made  # type: ignore[attr-defined]
        shape: str = self.server.shape  # type: ignore[attr-defined]
        made.bodies.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        made.headers.append({name.lower(): value for name, value in self.headers.items()})
        try:
            self._answer(made, shape)
        except OSError:
            made.left.set()

    def _answer(self, made: Server, shape: str) -> None:
        manner = made.manner
        key = self.headers.get("x-api-key") or (self.headers.get("Authorization") or "").removeprefix("Bearer ")
        status = 401 if manner.needs_key and key != KEY else manner.status
        if status != 200:
            self._plain(status, _error(shape, status, manner.code, manner.said or f"Incorrect API key provided: {key}"))
            return
        if manner.garbage:
            self._plain(200, "<html><body>Welcome to the router</body></html>", "text/html")
            return
        self._stream(made, shape)

    def _plain(self, status: int, body: str, kind: str = "application/json") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body.encode())))
        self.end_headers()
        self.wfile.write(body.encode())

    def _stream(self, made: Server, shape: str) -> None:
        manner = made.manner
        self.send_response(200)
        self.send_header("Content-Type", "application/x-ndjson" if shape == "ollama" else "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self._wait(manner.before, shape)
        for event in _opening(shape):
            self._chunk(event)
        for number, piece in enumerate(manner.pieces):
            if number == manner.cut:
                self.connection.shutdown(socket.SHUT_RDWR)
                self.close_connection = True
                return
            self._chunk(_piece(shape, piece))
            made.written += 1
            self._wait(manner.between, shape)
        for event in _closing(shape):
            self._chunk(event)
        self.wfile.write(b"0\r\n\r\n")

    def _wait(self, seconds: float, shape: str) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            time.sleep(min(0.02, seconds))
            if self.server.made.manner.keep_alive and shape != "ollama":  # type: ignore[attr-defined]
                self._chunk(": still here\n\n")

    def _chunk(self, text: str) -> None:
        data = text.encode()
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def _error(shape: str, status: int, code: str, said: str) -> str:
    if shape == "ollama":
        return json.dumps({"error": said})
    if shape == "anthropic":
        return json.dumps({"type": "error", "error": {"type": code, "message": said}})
    return json.dumps({"error": {"message": said, "type": "invalid_request_error", "code": code, "param": "messages"}})


def _event(name: str, **data: object) -> str:
    return f"event: {name}\ndata: {json.dumps({'type': name, **data})}\n\n"


def _choice(delta: dict[str, str], finish: str | None = None) -> str:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return f"data: {json.dumps({'id': 'c1', 'object': 'chat.completion.chunk', 'created': 1, 'model': 'm', 'choices': [choice]})}\n\n"


def _opening(shape: str) -> list[str]:
    if shape == "anthropic":
        usage = {"input_tokens": 9, "output_tokens": 1}
        message = {"id": "m1", "type": "message", "role": "assistant", "model": "m", "content": [], "stop_reason": None, "stop_sequence": None, "usage": usage}
        return [_event("message_start", message=message), _event("content_block_start", index=0, content_block={"type": "text", "text": ""})]
    return [_choice({"role": "assistant", "content": ""})] if shape == "openai" else []


def _piece(shape: str, piece: str) -> str:
    if shape == "anthropic":
        return _event("content_block_delta", index=0, delta={"type": "text_delta", "text": piece})
    if shape == "ollama":
        return json.dumps({"model": "m", "created_at": "2026-01-01T00:00:00Z", "message": {"role": "assistant", "content": piece}, "done": False}) + "\n"
    return _choice({"content": piece})


def _closing(shape: str) -> list[str]:
    if shape == "anthropic":
        delta = {"stop_reason": "end_turn", "stop_sequence": None}
        return [_event("content_block_stop", index=0), _event("message_delta", delta=delta, usage={"output_tokens": 5}), _event("message_stop")]
    if shape == "ollama":
        done = {"model": "m", "created_at": "2026-01-01T00:00:00Z", "message": {"role": "assistant", "content": ""}, "done": True, "done_reason": "stop"}
        return [json.dumps(done) + "\n"]
    return [_choice({}, "stop"), "data: [DONE]\n\n"]
