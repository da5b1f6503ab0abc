"""Dataclasses from and to plain JSON values, by their declared types, checked on the way in."""

import base64
import dataclasses
import os
import re
import types
from collections.abc import Callable
from enum import StrEnum
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from studio.errors import PresetError
from studio.presets.codec import preset_from_json, preset_to_json
from studio.presets.model import Preset

T = TypeVar("T")

_FRACTION = re.compile(r"-?[0-9]{1,40}(?:/[0-9]{1,40})?", re.ASCII)

_Reader = Callable[[Any], Any]
_BYTES_KEY = "base64"
_BUILT_IN_KEY = "built_in"
"""Beside the preset's own keys: whether it was shipped with the program."""


class PlainError(ValueError):
    """The JSON value does not describe what was asked for; the text names the field."""


def path_to_plain(path: Path) -> object:
    """Return a path as text, or as ``{"base64": ...}`` where its bytes are not UTF-8."""
    raw = os.fsencode(path)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return {_BYTES_KEY: base64.b64encode(raw).decode("ascii")}


def path_from_plain(data: object) -> Path:
    """Return the path that ``path_to_plain`` wrote.

    Raises:
        PlainError: it is neither text nor base64, or holds a NUL.
    """
    try:
        if isinstance(data, str):
            raw = data.encode("utf-8")
        elif isinstance(data, dict) and isinstance(data.get(_BYTES_KEY), str):
            raw = base64.b64decode(data[_BYTES_KEY], validate=True)
        else:
            raise PlainError("not a path")
        if not raw or b"\0" in raw:
            raise PlainError("not a path")
        return Path(os.fsdecode(raw))
    except ValueError as error:  # of the codecs, or our own
        raise PlainError("not a path") from error


def preset_to_plain(preset: Preset) -> dict[str, object]:
    """Return a preset's JSON object, with the mark whether it was shipped."""
    return {**preset_to_json(preset), _BUILT_IN_KEY: preset.built_in}


def preset_from_plain(data: object) -> Preset:
    """Return the preset that ``preset_to_plain`` wrote, checked like any preset file.

    Raises:
        PlainError: it is not valid.
    """
    if not isinstance(data, dict):
        raise PlainError("not a preset")
    own = {key: value for key, value in data.items() if key != _BUILT_IN_KEY}
    try:
        return preset_from_json(own, built_in=data.get(_BUILT_IN_KEY) is True)
    except PresetError as error:
        raise PlainError(f"{error.what} {error.detail}".strip()) from error


def to_plain(value: object) -> Any:
    """Return what ``json.dumps`` takes for a dataclass of this program.

    A ``Fraction`` becomes text (``30000/1001``), a tuple a list, an enum its value, bytes
    ``{"base64": ...}``.
    """
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        return str(value)  # an enum is its value
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, Path):
        return path_to_plain(value)
    if isinstance(value, bytes):
        return {_BYTES_KEY: base64.b64encode(value).decode("ascii")}
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if isinstance(value, Preset):
        return preset_to_plain(value)
    if dataclasses.is_dataclass(value):
        return {name: to_plain(getattr(value, name)) for name in _names(value.__class__)}
    raise TypeError(f"{type(value).__name__} is not saved")


def from_plain(kind: type[T], data: object) -> T:
    """Return the ``kind`` that ``to_plain`` wrote.

    Unknown keys are ignored, and missing ones get the field's default, so that a field can
    be added without a new schema.

    Raises:
        PlainError: a value has another type than the field, or a needed key is missing.
    """
    declared: Any = kind
    value: T = _reader(declared)(data)
    return value


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


@cache
def _reader(kind: Any) -> _Reader:
    """Return the function that reads one declared type."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (types.UnionType, Union):
        return _optional_reader(*inner)
    if origin is tuple:
        return _tuple_reader(inner)
    if kind is Preset:
        return preset_from_plain
    if dataclasses.is_dataclass(kind):
        return _dataclass_reader(kind)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _by(kind, str)
    if kind is Fraction:
        return _by(_fraction, str)
    if kind is Path:
        return path_from_plain
    if kind is bytes:
        return _by(_bytes, dict)
    if kind is float:
        return _by(float, int, float)
    if kind in (str, int, bool):
        return _by(kind, kind)
    raise TypeError(f"{kind!r} is not saved")


def _fraction(text: str) -> Fraction:
    if _FRACTION.fullmatch(text) is None:  # "1e999999999" would be computed to its last digit
        raise PlainError("not a fraction")
    return Fraction(text)


def _bytes(data: dict[str, Any]) -> bytes:
    return base64.b64decode(str(data.get(_BYTES_KEY)), validate=True)


def _by(make: Callable[[Any], Any], *allowed: type) -> _Reader:
    def read(data: Any) -> Any:
        if type(data) not in allowed:
            raise PlainError(f"{type(data).__name__} instead of {allowed[0].__name__}")
        try:
            return make(data)
        except (ValueError, ArithmeticError) as error:
            raise PlainError(f"not a {getattr(make, '__name__', 'value')}") from error

    return read


def _optional_reader(*kinds: Any) -> _Reader:
    """Return a reader for ``X | None``, the only union that is saved."""
    (wanted,) = (kind for kind in kinds if kind is not types.NoneType)
    read = _reader(wanted)
    return lambda data: None if data is None else read(data)


def _tuple_reader(inner: tuple[Any, ...]) -> _Reader:
    if len(inner) == 2 and inner[1] is Ellipsis:
        read_item = _reader(inner[0])
        return lambda data: tuple(read_item(item) for item in _list(data))
    readers = tuple(_reader(kind) for kind in inner)

    def read(data: Any) -> Any:
        if len(_list(data)) != len(readers):
            raise PlainError(f"{len(data)} values instead of {len(readers)}")
        return tuple(one(item) for one, item in zip(readers, data, strict=True))

    return read


def _list(data: Any) -> list[Any]:
    if not isinstance(data, list):
        raise PlainError(f"{type(data).__name__} instead of list")
    return data


def _dataclass_reader(kind: Any) -> _Reader:
    hints = get_type_hints(kind)
    readers = {name: _reader(hints[name]) for name in _names(kind)}
    needed = {
        field.name
        for field in dataclasses.fields(kind)
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    }

    def read(data: Any) -> Any:
        if not isinstance(data, dict):
            raise PlainError(f"{type(data).__name__} instead of object")
        values = {}
        for name, read_value in readers.items():
            if name in data:
                try:
                    values[name] = read_value(data[name])
                except PlainError as error:
                    raise PlainError(f"{name}: {error}") from error
            elif name in needed:
                raise PlainError(f"{name} is missing")
        return kind(**values)

    return read
