"""Frozen dataclasses as plain JSON and back, by their types, to the last field.

Covered: dataclasses, unions of dataclasses (told apart by ``is``), enums of text, tuples, text, whole numbers, truth values, and nothing. A field
that has its default is left out. Whatever else is read is refused: a field that is not there, of another type, or missing.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


class NotRead(Exception):
    """JSON that does not stand for the type asked for: where, and why."""


def written(value: Any) -> Any:
    """The value as what `json.dumps` takes."""
    if is_dataclass(value) and not isinstance(value, type):
        return _object(value, type(value), tagged=False)
    raise TypeError(f"{type(value).__name__} is no dataclass")


def read(kind: type[T], data: Any) -> T:
    """What ``data`` stands for. Raises `NotRead`."""
    found: T = _read(kind, data, "the whole")
    return found


# there -----------------------------------------------------------------------------------------------------------------


def _object(value: Any, kind: Any, *, tagged: bool) -> dict[str, Any]:
    hints = _hints(kind)
    kept = {each.name: getattr(value, each.name) for each in fields(value) if not _is_default(each, getattr(value, each.name))}
    tag = {"is": _tag(type(value))} if tagged else {}
    return {**tag, **{name: _written(hints[name], each) for name, each in kept.items()}}


def _written(hint: Any, value: Any) -> Any:
    if isinstance(value, tuple):
        inner = get_args(hint)
        return [_written(inner[0] if inner[-1] is Ellipsis else inner[at], each) for at, each in enumerate(value)]
    if is_dataclass(value):
        return _object(value, type(value), tagged=len(_choices(hint)) > 1)
    return value.value if isinstance(value, StrEnum) else value


# and back --------------------------------------------------------------------------------------------------------------


def _read(hint: Any, data: Any, where: str) -> Any:
    if get_origin(hint) in (Union, UnionType):
        return _one_of(hint, data, where)
    if get_origin(hint) is tuple:
        return _tuple(get_args(hint), data, where)
    if is_dataclass(hint):
        return _made(hint, data, where)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        if not isinstance(data, str) or data not in list(hint):
            raise NotRead(f"{where} is none of {', '.join(hint)}")
        return hint(data)
    if type(data) is not hint:
        raise NotRead(f"{where} is {_named(data)} and no {hint.__name__}")
    if hint is str and any("\ud800" <= character <= "\udfff" for character in data):
        raise NotRead(f"{where} holds half a character")
    return data


def _one_of(hint: Any, data: Any, where: str) -> Any:
    if data is None and NoneType in get_args(hint):
        return None
    choices = _choices(hint)
    if len(choices) < 2:
        return _read(next(each for each in get_args(hint) if each is not NoneType), data, where)
    tag = data.get("is") if isinstance(data, dict) else None
    kind = next((each for each in choices if _tag(each) == tag), None)
    if kind is None:
        raise NotRead(f"{where} is none of {', '.join(map(_tag, choices))}")
    return _made(kind, {name: value for name, value in data.items() if name != "is"}, where)


def _tuple(inner: tuple[Any, ...], data: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(data, list):
        raise NotRead(f"{where} is {_named(data)} and no list")
    if inner[-1] is Ellipsis:
        return tuple(_read(inner[0], each, f"{where}[{at}]") for at, each in enumerate(data))
    if len(data) != len(inner):
        raise NotRead(f"{where} has {len(data)} items and not {len(inner)}")
    return tuple(_read(hint, each, f"{where}[{at}]") for at, (hint, each) in enumerate(zip(inner, data, strict=True)))


def _made(kind: Any, data: Any, where: str) -> Any:
    if not isinstance(data, dict):
        raise NotRead(f"{where} is {_named(data)} and no {_tag(kind)}")
    hints = _hints(kind)
    if unknown := next((name for name in data if name not in hints), None):
        raise NotRead(f"{where} has a field {unknown[:40]!r} that none has")
    if missing := next((each.name for each in fields(kind) if each.name not in data and _must(each)), None):
        raise NotRead(f"{where} has no {missing}")
    return kind(**{name: _read(hints[name], value, f"{where}, {name}") for name, value in data.items()})


# what both need --------------------------------------------------------------------------------------------------------


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _choices(hint: Any) -> list[Any]:
    """The dataclasses of a union."""
    return [each for each in get_args(hint) if is_dataclass(each)] if get_origin(hint) in (Union, UnionType) else []


def _tag(kind: Any) -> str:
    return str(kind.__name__).lower()


def _must(each: Field[Any]) -> bool:
    return each.default is MISSING and each.default_factory is MISSING


def _is_default(each: Field[Any], value: Any) -> bool:
    return each.default is not MISSING and type(value) is type(each.default) and bool(value == each.default)


def _named(data: Any) -> str:
    return {dict: "an object", list: "a list", str: "text", bool: "true or false", NoneType: "nothing"}.get(type(data), "a number")
