"""What can go wrong with a language model. Every text is one line: what, which model, what to do; never a key, never a provider's own words.

::

    ModelFailed
    ├── BadModel       the setting names no model that can be used: spelling, address, key not set, extra not installed, file
    ├── Unreachable    nobody answers at the address
    ├── Refused        the key is wrong or may not use the model (401, 403)
    ├── NotThere       the server has no such model or path (404)
    ├── RateLimited    too many requests, or the quota is used up (429)
    ├── TooLong        the passages and the question do not fit the model's context
    ├── TimedOut       no first word, or no end, in the time allowed
    ├── ServerFailed   an error of the server's (5xx), a request it rejects, a connection that broke off
    └── Nonsense       nothing came, or nothing that can be read
"""

from __future__ import annotations

import re

_KEY_LIKE = re.compile(r"\b(?:sk|pk|key|gsk|xai|hf|ls)[-_][\w-]{6,}|[A-Za-z0-9+_-]{36,}")
_LONGEST = 120


class ModelFailed(Exception):
    """A language model could not be used, or broke off; the text is one clear line."""


class BadModel(ModelFailed):
    """The setting names no model that can be used."""


class Unreachable(ModelFailed):
    """Nobody answers at the address."""


class Refused(ModelFailed):
    """The key is wrong, or may not use the model."""


class NotThere(ModelFailed):
    """The server knows no such model, or no such path."""


class RateLimited(ModelFailed):
    """Too many requests for now, or the quota is used up."""


class TooLong(ModelFailed):
    """What is to be read does not fit the model's context."""


class TimedOut(ModelFailed):
    """The model took longer than allowed."""


class ServerFailed(ModelFailed):
    """The server reported an error, rejected the request, or broke off."""


class Nonsense(ModelFailed):
    """The model returned nothing, or nothing that can be read."""


def shown(value: str) -> str:
    """A setting's value fit for an error line: printable, not too long, and nothing in it that looks like a key (people paste them anywhere)."""
    printable = "".join(character if character.isprintable() else "�" for character in value)
    hidden = _KEY_LIKE.sub("(hidden)", printable)
    return hidden if len(hidden) <= _LONGEST else f"{hidden[:_LONGEST]}…"
