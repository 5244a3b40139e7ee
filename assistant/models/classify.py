"""A provider's exception into one line of ours. Its own words are looked into and never shown: they may hold parts of a key or of the prompt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.models.failure import ModelFailed, Nonsense, NotThere, RateLimited, Refused, ServerFailed, TimedOut, TooLong, Unreachable
from assistant.models.spec import ModelSpec

_KEYS = {"openai": "OPENAI_API_KEY", "anthropic": "ANTHROPIC_API_KEY", "ollama": "OLLAMA_API_KEY"}
_OVERFLOW = re.compile(
    r"context[ _-]?(?:length|size|window|limit)|prompt is too long|too many (?:input )?tokens|maximum (?:number of )?tokens|exceed_context|input is too long"
)
_QUOTA = re.compile(r"insufficient_quota|exceeded your current quota|credit balance")
_CODE = re.compile(r"[a-z][a-z_.]{1,40}")
_UNREACHABLE = {"ConnectError", "ConnectTimeout", "ConnectionRefusedError", "ConnectionError", "gaierror", "APIConnectionError"}
_BROKEN = {"RemoteProtocolError", "ReadError", "IncompleteRead", "ConnectionResetError", "BrokenPipeError"}
_UNREADABLE = {
    "JSONDecodeError",
    "ValidationError",
    "APIResponseValidationError",
    "UnicodeDecodeError",
    "DecodingError",
    "KeyError",
    "TypeError",
    "AttributeError",
}


def failure(error: BaseException, spec: ModelSpec) -> ModelFailed:
    """What went wrong, as a `ModelFailed` of the kind that fits."""
    if isinstance(error, ModelFailed):
        return error
    chain = list(_chain(error))
    names = {kind.__name__ for each in chain for kind in type(each).__mro__}
    said = " ".join(str(each)[:2000] for each in chain).lower()
    status = next((code for code in (getattr(each, "status_code", None) for each in chain) if isinstance(code, int) and code > 0), None)
    if (status in (None, 400, 413, 422, 500) and _OVERFLOW.search(said)) or "ContextOverflowError" in names or status == 413:
        return too_long(spec)
    return _by_status(status, said, chain, spec) if status else _by_name(names, spec)


def too_long(spec: ModelSpec) -> TooLong:
    """The line for a prompt that does not fit."""
    return TooLong(f"{spec.where}: the passages do not fit the model's context; look at fewer (-k), or take a model with a larger context")


def timed_out(spec: ModelSpec, seconds: float, *, began: bool) -> TimedOut:
    """The line for a model that took too long to its first word, or to its last."""
    what = f"had not finished after {seconds:g} seconds" if began else f"wrote nothing in {seconds:g} seconds"
    return TimedOut(f"{spec.where}: the model {what}; allow it more time, or take a smaller model")


def _by_status(status: int, said: str, chain: list[BaseException], spec: ModelSpec) -> ModelFailed:
    if status in (401, 403):
        return Refused(f"{spec.where}: the server does not accept the key ({status}); check {_KEYS.get(spec.provider, 'the key')} in the environment")
    if status == 404:
        return NotThere(f"{spec.where}: the server knows no such model or path (404); check the model's name{_hint(spec)}")
    if status == 429:
        todo = "the quota is used up (429); see to your account" if _QUOTA.search(said) else "too many requests (429); wait a little and ask again"
        return RateLimited(f"{spec.where}: {todo}")
    if status in (408, 504):
        return TimedOut(f"{spec.where}: the server gave up waiting for the model ({status}); ask again, or take a smaller model")
    if status >= 500:
        return ServerFailed(f"{spec.where}: the server failed ({status}); ask again later")
    return ServerFailed(f"{spec.where}: the server rejects the request ({status}{_codes(chain)}); the model may not be one for chat")


def _by_name(names: set[str], spec: ModelSpec) -> ModelFailed:
    if "ConnectTimeout" not in names and any("Timeout" in name for name in names):
        return TimedOut(f"{spec.where}: the server fell silent; ask again, or take a smaller model")
    if names & _BROKEN:
        return ServerFailed(f"{spec.where}: the connection broke off; ask again")
    if names & _UNREACHABLE:
        return Unreachable(f"{spec.where}: nobody answers there; start the server, or check its address")
    if names & _UNREADABLE:
        return Nonsense(f"{spec.where}: what came back is not what such a server sends; check the address{_hint(spec)}")
    return ServerFailed(f"{spec.where}: the server reported an error; ask again, or try another model")


def _hint(spec: ModelSpec) -> str:
    if spec.provider == "ollama":
        return f", or fetch it with: ollama pull {spec.mode.partition(':')[2]}"
    return " (most end in /v1)" if spec.provider == "openai" and spec.base_url and not spec.base_url.endswith("/v1") else ""


def _codes(chain: list[BaseException]) -> str:
    """The short names that a provider gives its errors (``unsupported_value``, ``temperature``), nothing longer or freer."""
    given = [str(getattr(each, field, None)) for each in chain for field in ("code", "param")]
    return "".join(f", {code}" for code in dict.fromkeys(given) if code != "None" and _CODE.fullmatch(code))


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    step: BaseException | None = error
    while step is not None and id(step) not in seen:
        seen.add(id(step))
        yield step
        step = step.__cause__ or step.__context__
