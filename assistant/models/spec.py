"""A model as a person names it: ``ollama:MODEL``, ``openai:MODEL``, ``openai:MODEL@http://127.0.0.1:9000/v1``, ``anthropic:MODEL``, ``gguf:FILE``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from assistant.models.failure import BadModel, shown

PROVIDERS = ("ollama", "openai", "anthropic", "gguf")
SPELLINGS = "ollama:MODEL, openai:MODEL, openai:MODEL@http://SERVER/v1, anthropic:MODEL or gguf:FILE"


@dataclass(frozen=True, slots=True)
class ModelSpec:
    """Which provider, which of its models (for ``gguf`` the file), and the server's address where it is not the provider's own."""

    provider: str
    name: str
    base_url: str | None = None

    @classmethod
    def parse(cls, text: str, base_url: str | None = None) -> ModelSpec:
        """The model that ``text`` names, at ``base_url`` if given. Raises `BadModel`."""
        provider, _, rest = text.strip().partition(":")
        name, at = _parted(rest)
        if provider not in PROVIDERS or not name:
            raise BadModel(f"model “{shown(text)}”: not a model's name; write {SPELLINGS}")
        if at and base_url and at != base_url:
            raise BadModel(f"model “{provider}:{shown(name)}”: its address is given twice; leave out either the part after @ or the base URL")
        address = at or base_url or None
        if provider == "gguf" and address:
            raise BadModel(f"model “gguf:{shown(name)}”: a file on this machine has no address; leave the base URL out")
        return cls(provider, name, _checked(address) if address else None)

    @property
    def mode(self) -> str:
        """What an answer is marked with: ``openai:gpt-4.1``; of a file its name only, never where it lies, and never a server's address."""
        return f"{self.provider}:{shown(Path(self.name).name if self.provider == 'gguf' else self.name)}"

    @property
    def where(self) -> str:
        """The model and its server for an error line."""
        return f"{self.mode} at {self.base_url}" if self.base_url else self.mode


def _parted(rest: str) -> tuple[str, str | None]:
    for scheme in ("@http://", "@https://"):
        name, found, address = rest.partition(scheme)
        if found:
            return name.strip(), scheme[1:] + address.strip()
    return rest.strip(), None


def _checked(address: str) -> str:
    """The address without a slash at its end; one that holds a password or a query is refused, and not shown, as it may hold a key."""
    try:
        parts = urlsplit(address)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        raise BadModel("the model's base URL is no address; write it like http://127.0.0.1:9000/v1") from None
    if _secret(parts):
        raise BadModel("the model's base URL holds a password or a query; give the bare address, and the key in the environment")
    if not usable or not address.isprintable() or " " in address:
        raise BadModel(f"the model's base URL “{shown(address)}” is no address; write it like http://127.0.0.1:9000/v1")
    return address.rstrip("/")


def _secret(parts: SplitResult) -> bool:
    return "@" in parts.netloc or bool(parts.query) or bool(parts.fragment)
