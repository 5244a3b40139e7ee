"""A model's name into LangChain's chat model for it. Each provider's package is an extra, imported when it is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pydantic import SecretStr

from assistant.models.failure import BadModel
from assistant.models.limits import Limits
from assistant.models.spec import ModelSpec

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

_RETRIES = 1  # for what passes: 429 and 5xx; the limits of time hold over all tries
_ANTHROPIC = "https://api.anthropic.com"
_NO_KEY = "none"  # servers of one's own mostly want no key, and the client will not go without


def chat_model(spec: ModelSpec, limits: Limits, environment: Mapping[str, str]) -> BaseChatModel:
    """LangChain's model for ``spec``. Raises `BadModel` where its extra is not installed, its key not set, or its file no model."""
    with _extra(spec.provider):
        return _MAKERS[spec.provider](spec, limits, environment)


@contextmanager
def _extra(provider: str) -> Iterator[None]:
    try:
        yield
    except ImportError:
        command = f"pip install 'parliamentary-briefing[{provider}]'"
        raise BadModel(f"{provider} models need the extra “{provider}”, which is not installed; install it with: {command}") from None


def _openai(spec: ModelSpec, limits: Limits, environment: Mapping[str, str]) -> BaseChatModel:
    from langchain_openai import ChatOpenAI

    address = spec.base_url or environment.get("OPENAI_BASE_URL") or environment.get("OPENAI_API_BASE") or None
    key = _key("OPENAI_API_KEY", environment, needed=address is None)
    responses = False if address else None  # elsewhere only the older interface is common
    return ChatOpenAI(
        model=spec.name, base_url=address, api_key=key, temperature=0, timeout=_patience(limits), max_retries=_RETRIES, use_responses_api=responses
    )


def _anthropic(spec: ModelSpec, limits: Limits, environment: Mapping[str, str]) -> BaseChatModel:
    from langchain_anthropic import ChatAnthropic

    address = spec.base_url or environment.get("ANTHROPIC_BASE_URL") or environment.get("ANTHROPIC_API_URL") or _ANTHROPIC
    key = _key("ANTHROPIC_API_KEY", environment, needed=address == _ANTHROPIC)
    return ChatAnthropic(model_name=spec.name, base_url=address, api_key=key, temperature=0, timeout=_patience(limits), max_retries=_RETRIES, stop=None)


def _ollama(spec: ModelSpec, limits: Limits, environment: Mapping[str, str]) -> BaseChatModel:
    from langchain_ollama import ChatOllama

    address = spec.base_url or environment.get("OLLAMA_HOST") or None
    # without num_ctx Ollama holds a few thousand tokens and drops the beginning of anything longer without a word
    return ChatOllama(model=spec.name, base_url=address, temperature=0, num_ctx=limits.context, client_kwargs={"timeout": _patience(limits)})


def _gguf(spec: ModelSpec, limits: Limits, environment: Mapping[str, str]) -> BaseChatModel:
    from langchain_openai import ChatOpenAI

    from assistant.models.gguf import served

    server = served(spec.name, limits.context)
    return ChatOpenAI(
        model=spec.mode, base_url=f"{server.address}/v1", api_key=SecretStr(server.key), temperature=0, timeout=_patience(limits), max_retries=0,
        use_responses_api=False,
    )  # fmt: skip


def _patience(limits: Limits) -> float:
    """Seconds of silence that the client bears: more than we do, so that it is our limits that hold."""
    return max(limits.first, limits.total) + 10


def _key(name: str, environment: Mapping[str, str], *, needed: bool) -> SecretStr:
    key = (environment.get(name) or "").strip()
    if not key and needed:
        raise BadModel(f"{name} is not set; put your key in that environment variable, or name a server of your own with the base URL")
    if not key.isascii() or not key.isprintable():
        raise BadModel(f"{name} holds characters that no key has; set it again")
    return SecretStr(key or _NO_KEY)


_MAKERS: dict[str, Callable[[ModelSpec, Limits, Mapping[str, str]], BaseChatModel]] = {
    "openai": _openai, "anthropic": _anthropic, "ollama": _ollama, "gguf": _gguf,
}  # fmt: skip
