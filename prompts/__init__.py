"""The texts the assistant speaks in, one Markdown file each, and `render`, which fills them in."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from string import Template


class PromptError(Exception):
    """A prompt that does not exist, or a value that it lacks: which, and what to give."""


def render(name: str, /, **values: object) -> str:
    """The prompt ``name`` with ``values`` in place of its ``$placeholders``; values are put in as they are, never parsed.

    Raises `PromptError` that names what is missing or not used.
    """
    template = _template(name)
    wanted = set(template.get_identifiers())
    if missing := sorted(wanted - values.keys()):
        raise PromptError(f"prompt {name}: {', '.join(missing)} missing; give a value for each")
    if unused := sorted(values.keys() - wanted):
        raise PromptError(f"prompt {name}: {', '.join(unused)} not in it; leave out or add to prompts/{name}.md")
    return template.substitute({key: str(value) for key, value in values.items()})


@cache
def _template(name: str) -> Template:
    file = files("prompts").joinpath(f"{name}.md")
    if not file.is_file():
        raise PromptError(f"prompt {name}: there is no prompts/{name}.md; check the name")
    return Template(file.read_text("utf-8").strip())
