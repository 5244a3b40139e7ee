"""A GGUF file on this machine, run by llama.cpp inside this process; its OpenAI-compatible server listens on loopback, with a key of its own."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from assistant.models.failure import BadModel, shown

_MAGIC = b"GGUF"  # https://github.com/ggml-org/ggml/blob/master/docs/gguf.md


@dataclass(frozen=True, slots=True)
class LocalServer:
    """A model that runs: where it listens and what it wants to be let in with. It stops when nobody holds it any more."""

    address: str
    key: str = field(repr=False)
    running: object = field(repr=False)


@lru_cache(maxsize=1)  # two models at once would take the memory of both; the earlier one stops
def served(file: str, context: int) -> LocalServer:
    """The file's model, holding ``context`` tokens. Raises `BadModel`; `ImportError` where the extra is not installed."""
    from xllamacpp import CommonParams, Server

    path = _checked(Path(file).expanduser())
    key = secrets.token_urlsafe()  # other programs on this machine, and web pages, are kept out
    given = CommonParams()
    given.model.path, given.n_ctx, given.n_parallel, given.api_keys = str(path), context, 1, [key]
    given.cpuparams.n_threads = given.cpuparams_batch.n_threads = _threads()
    given.port, given.ui, given.offline, given.verbosity = 0, False, True, -1
    try:
        server = Server(given)
    except RuntimeError:
        raise BadModel(f"{shown(file)}: llama.cpp cannot load this file; it may be broken, too new, or larger than the memory that is free") from None
    return LocalServer(server.listening_address, key, server)


def _threads() -> int:
    """All cores but one: where anything else wants to run, threads that wait for each other on every core are ten times slower."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 2
    return max(1, usable - 1)


def _checked(path: Path) -> Path:
    try:
        with path.open("rb") as opened:
            magic = opened.read(len(_MAGIC))
    except OSError as error:
        raise BadModel(f"{shown(str(path))}: cannot be read ({error.strerror}); give the path of a .gguf file") from None
    if magic != _MAGIC:
        raise BadModel(f"{shown(str(path))}: not a GGUF file; give a model in that format")
    return path
