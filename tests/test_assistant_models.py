"""Contract tests of the models layer: three shapes of server, every way of going wrong, and keys that never show."""

from __future__ import annotations

import logging
import sys
import threading
import time
from pathlib import Path

import pytest

from assistant.models.chat import Chat, open_chat
from assistant.models.failure import (
    BadModel,
    ModelFailed,
    Nonsense,
    NotThere,
    RateLimited,
    Refused,
    ServerFailed,
    TimedOut,
    TooLong,
    Unreachable,
)
from assistant.models.limits import Limits
from assistant.models.spec import ModelSpec
from tests.model_servers import KEY, Manner, nobody, serving

SHAPES = ("openai", "ollama", "anthropic")
ENVIRONMENT = {"OPENAI_API_KEY": KEY, "ANTHROPIC_API_KEY": KEY, "OLLAMA_API_KEY": KEY}
ASKED = [("system", "Be brief."), ("human", "When did the hub open?")]
QUICK = Limits(first=8, total=8)


@pytest.fixture(autouse=True)
def _packages(monkeypatch: pytest.MonkeyPatch) -> None:
    for package in ("langchain_openai", "langchain_ollama", "langchain_anthropic"):
        pytest.importorskip(package)
    monkeypatch.setenv("OLLAMA_API_KEY", KEY)
    for name in ("OPENAI_BASE_URL", "OPENAI_API_BASE", "OLLAMA_HOST", "ANTHROPIC_BASE_URL", "ANTHROPIC_API_URL", "LANGSMITH_TRACING", "LANGCHAIN_TRACING_V2"):
        monkeypatch.delenv(name, raising=False)


def chat(shape: str, address: str, limits: Limits = QUICK) -> Chat:
    return open_chat(f"{shape}:small", address, limits, ENVIRONMENT)


def failing(shape: str, manner: Manner, limits: Limits = QUICK) -> tuple[list[str], ModelFailed]:
    """What came before the failure, and the failure."""
    came: list[str] = []
    with serving(shape, manner) as server, pytest.raises(ModelFailed) as failed:
        for piece in chat(shape, server.address, limits).stream(ASKED):
            came.append(piece)
    return came, failed.value


# what works --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("shape", SHAPES)
def test_text_comes_piece_by_piece_and_the_key_only_where_it_belongs(shape: str) -> None:
    with serving(shape, Manner(needs_key=True)) as server:
        assert list(chat(shape, server.address).stream(ASKED)) == ["The hub ", "opened ", "in 2016 [1]."]
    assert "When did the hub open?" in str(server.bodies[0])
    assert KEY not in str(server.bodies)
    assert KEY in str(server.headers)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_first_piece_does_not_wait_for_the_last(shape: str) -> None:
    with serving(shape, Manner(between=0.3)) as server:
        began = time.monotonic()
        stream = chat(shape, server.address).stream(ASKED)
        assert next(stream) == "The hub "
        first = time.monotonic() - began
        assert "".join(stream) == "opened in 2016 [1]."
        assert time.monotonic() - began > first + 0.25


@pytest.mark.parametrize("shape", SHAPES)
def test_closing_the_stream_closes_the_connection(shape: str) -> None:
    with serving(shape, Manner(pieces=("word ",) * 400, between=0.02)) as server:
        stream = chat(shape, server.address).stream(ASKED)
        next(stream)
        stream.close()
        assert server.left.wait(4)
        assert server.written < 200


def test_ollama_is_told_how_much_context_is_wanted() -> None:
    with serving("ollama", Manner()) as server:
        chat("ollama", server.address, Limits(context=5000)).reply(ASKED)
    assert server.bodies[0]["options"]["num_ctx"] == 5000


def test_a_reply_is_cut_at_its_limit_and_the_model_stopped() -> None:
    with serving("openai", Manner(pieces=("word ",) * 400, between=0.01)) as server:
        text = chat("openai", server.address, Limits(characters=50)).reply(ASKED)
        assert 50 < len(text) <= 60
        assert server.left.wait(4)


def test_one_loop_serves_callers_in_many_threads() -> None:
    with serving("openai", Manner(between=0.02)) as server:
        said: list[str] = []
        threads = [threading.Thread(target=lambda: said.append(chat("openai", server.address).reply(ASKED))) for _ in range(5)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert said == ["The hub opened in 2016 [1]."] * 5


# what goes wrong -----------------------------------------------------------------------------------------------------------

BAD = {
    "a wrong key": (Manner(status=401), Refused, "does not accept the key"),
    "a key without leave": (Manner(status=403), Refused, "does not accept the key"),
    "no such model": (Manner(status=404), NotThere, "knows no such model"),
    "too many requests": (Manner(status=429), RateLimited, "wait a little"),
    "a quota used up": (Manner(status=429, code="insufficient_quota", said="You exceeded your current quota"), RateLimited, "quota is used up"),
    "a server's fault": (Manner(status=500), ServerFailed, "failed (500)"),
    "a long prompt": (Manner(status=400, said="prompt is too long: the maximum context length is 4096 tokens"), TooLong, "do not fit"),
    "a request rejected": (Manner(status=400, said="bad"), ServerFailed, "rejects the request (400"),
    "a gateway that gave up": (Manner(status=504), TimedOut, "gave up waiting"),
    "something that is no model": (Manner(garbage=True), ModelFailed, ""),
    "nothing": (Manner(pieces=()), Nonsense, "returned nothing"),
    "only white space": (Manner(pieces=(" ", "\n\n")), Nonsense, "returned nothing"),
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", BAD)
def test_every_failure_is_one_clear_line_of_its_kind_without_the_key(name: str, shape: str, caplog: pytest.LogCaptureFixture) -> None:
    manner, kind, words = BAD[name]
    caplog.set_level(logging.DEBUG)
    came, failed = failing(shape, manner)
    assert isinstance(failed, kind)
    assert words in str(failed)
    assert f"{shape}:small" in str(failed)
    assert not "".join(came).strip()
    assert "\n" not in str(failed) and len(str(failed)) < 300
    assert not fragments_in(f"{failed!r} {failed} {failed.__cause__!r} {caplog.text}")
    assert failed.__cause__ is None


def fragments_in(text: str) -> list[str]:
    """Pieces of the key of eight characters that stand in a text."""
    return [KEY[i : i + 8] for i in range(len(KEY) - 7) if KEY[i : i + 8] in text]


def test_the_check_for_keys_sees_a_part_of_one() -> None:
    assert fragments_in(f"Incorrect API key provided: {KEY[:12]}***")


@pytest.mark.parametrize("shape", SHAPES)
def test_a_connection_that_breaks_off_is_said_after_what_came(shape: str) -> None:
    came, failed = failing(shape, Manner(cut=2))
    assert "".join(came) == "The hub opened "
    assert isinstance(failed, ServerFailed)
    assert "broke off" in str(failed)


@pytest.mark.parametrize("shape", SHAPES)
def test_nobody_at_the_address_is_said_with_the_address(shape: str) -> None:
    address = nobody()
    with pytest.raises(Unreachable, match="nobody answers there") as failed:
        chat(shape, address).reply(ASKED)
    assert address in str(failed.value)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("keep_alive", [False, True])
def test_a_model_that_writes_nothing_in_time_is_given_up(shape: str, keep_alive: bool) -> None:
    began = time.monotonic()
    _, failed = failing(shape, Manner(before=5, keep_alive=keep_alive), Limits(first=0.4, total=4))
    assert isinstance(failed, TimedOut)
    assert "wrote nothing in 0.4 seconds" in str(failed)
    assert time.monotonic() - began < 3


@pytest.mark.parametrize("shape", SHAPES)
def test_a_model_that_never_ends_is_stopped(shape: str) -> None:
    came, failed = failing(shape, Manner(pieces=("word ",) * 1000, between=0.05), Limits(first=3, total=0.8))
    assert isinstance(failed, TimedOut)
    assert "had not finished after 0.8 seconds" in str(failed)
    assert came


# settings ------------------------------------------------------------------------------------------------------------------


def test_a_model_is_named_by_provider_name_and_address() -> None:
    assert ModelSpec.parse("ollama:llama3.2:3b") == ModelSpec("ollama", "llama3.2:3b")
    assert ModelSpec.parse("openai:a/b@http://127.0.0.1:9000/v1/") == ModelSpec("openai", "a/b", "http://127.0.0.1:9000/v1")
    assert ModelSpec.parse("openai:a@b", "https://example.org/v1") == ModelSpec("openai", "a@b", "https://example.org/v1")
    assert ModelSpec.parse("gguf:/models/small.gguf").mode == "gguf:small.gguf"


@pytest.mark.parametrize(
    ("text", "address", "words"),
    [
        ("gpt-4", None, "write ollama:MODEL"),
        ("openai:", None, "write ollama:MODEL"),
        ("bing:x", None, "write ollama:MODEL"),
        ("openai:a@http://h/v1", "http://i/v1", "given twice"),
        ("openai:a", "127.0.0.1:9000", "no address"),
        ("openai:a", "ftp://h/v1", "no address"),
        ("openai:a", "http://h:99999/v1", "no address"),
        ("openai:a", f"http://me:{KEY}@h/v1", "password or a query"),
        ("openai:a", f"http://h/v1?key={KEY}", "password or a query"),
        (KEY, None, "(hidden)"),
        (f"key:{KEY}", None, "(hidden)"),
        ("gguf:x.gguf", "http://h", "no address"),
    ],
)
def test_a_setting_that_names_no_model_is_one_line_without_a_key(text: str, address: str | None, words: str) -> None:
    with pytest.raises(BadModel) as failed:
        open_chat(text, address, environment=ENVIRONMENT)
    assert words in str(failed.value)
    assert not fragments_in(str(failed.value))


@pytest.mark.parametrize("shape", ["openai", "anthropic"])
def test_without_a_key_the_variable_is_named(shape: str) -> None:
    with pytest.raises(BadModel, match=f"{shape.upper()}_API_KEY is not set"):
        open_chat(f"{shape}:small", environment={})


def test_a_key_with_a_character_that_no_key_has_is_refused_and_not_shown() -> None:
    with pytest.raises(BadModel, match="holds characters") as failed:
        open_chat("openai:small", environment={"OPENAI_API_KEY": f"{KEY}é"})
    assert not fragments_in(str(failed.value))


@pytest.mark.parametrize("shape", [*SHAPES, "gguf"])
def test_a_missing_extra_names_the_command(shape: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for package in ("langchain_openai", "langchain_ollama", "langchain_anthropic", "xllamacpp"):
        monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(BadModel) as failed:
        open_chat(f"{shape}:{tmp_path / 'small.gguf'}", environment=ENVIRONMENT)
    assert f"pip install 'parliamentary-briefing[{shape}]'" in str(failed.value)


def test_the_key_is_in_no_representation() -> None:
    opened = open_chat("openai:small", "http://127.0.0.1:1/v1", environment=ENVIRONMENT)
    assert not fragments_in(f"{opened!r} {opened.model!r} {opened.model.model_dump()}")


def test_nothing_is_traced_unless_the_user_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    from langsmith.utils import get_env_var, tracing_is_enabled

    monkeypatch.setenv("LANGSMITH_API_KEY", KEY)
    get_env_var.cache_clear()
    open_chat("openai:small", "http://127.0.0.1:1/v1", environment=ENVIRONMENT)
    assert tracing_is_enabled() is False


# a file on this machine ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("content", "words"), [(None, "cannot be read"), (b"PK\x03\x04", "not a GGUF file"), (b"GGUF" + bytes(64), "cannot load this file")])
def test_a_file_that_is_no_model_is_one_line(content: bytes | None, words: str, tmp_path: Path) -> None:
    pytest.importorskip("xllamacpp")
    file = tmp_path / "small.gguf"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(BadModel, match=words):
        open_chat(f"gguf:{file}")
