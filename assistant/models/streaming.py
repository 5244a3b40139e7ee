"""A model's text as an ordinary iterator, with limits of time that hold whatever the provider's client does, and a close that closes the connection.

The clients' asynchronous halves do the talking, all on one event loop in a thread of its own: there a call can be cancelled at any point, and it
works the same from a script, a web server's thread and a notebook that runs a loop of its own.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncGenerator, Callable, Generator, Sequence
from contextlib import aclosing
from functools import cache
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, cast

from assistant.models.classify import failure, timed_out
from assistant.models.failure import ModelFailed
from assistant.models.limits import Limits
from assistant.models.spec import ModelSpec

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel


_starting = threading.Lock()


class _End:
    """Nothing more comes."""


_Put = Callable[["str | ModelFailed | _End"], None]


def pieces(model: BaseChatModel, messages: Sequence[tuple[str, str]], limits: Limits, spec: ModelSpec) -> Generator[str, None, None]:
    """The text of the model's reply as it comes. Raises `ModelFailed`. Closing the iterator cancels the call."""
    queue: SimpleQueue[str | ModelFailed | _End] = SimpleQueue()
    task = asyncio.run_coroutine_threadsafe(_pump(model, messages, limits, spec, queue.put), _the_loop())
    try:
        while not isinstance(got := queue.get(), _End):
            if isinstance(got, ModelFailed):
                raise got
            yield got
    finally:
        task.cancel()


async def _pump(model: BaseChatModel, messages: Sequence[tuple[str, str]], limits: Limits, spec: ModelSpec, put: _Put) -> None:
    began, clock = False, asyncio.timeout(limits.first)
    start = asyncio.get_running_loop().time()
    try:
        async with clock, aclosing(cast("AsyncGenerator[Any, None]", model.astream(list(messages)))) as stream:
            async for chunk in stream:
                text = str(chunk.text)
                if text and not began:
                    began = True
                    clock.reschedule(start + limits.total)
                if text:
                    put(text)
        put(_End())
    except Exception as error:
        put(timed_out(spec, limits.total if began else limits.first, began=began) if clock.expired() else failure(error, spec))


def _the_loop() -> asyncio.AbstractEventLoop:
    with _starting:  # two callers at once must not start two
        return _loop()


@cache
def _loop() -> asyncio.AbstractEventLoop:
    """The one loop, begun when first needed; the clients pool their connections on it."""
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, name="language models", daemon=True).start()
    return loop
