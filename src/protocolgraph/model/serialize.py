"""Records to and from plain dictionaries and JSON, for files and for other processes.

The dictionary of a record has its fields' names as keys; tuples and sets become lists, enumerations
their values. `from_dict` reads the types from the record itself, so a new field needs no code here.
`to_json` and `from_json` are the same by way of text, for the files of which a graph has millions of records.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, Union, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    import msgspec

Record = TypeVar("Record")


def to_dict(record: Any) -> Any:
    """Return a record (or a tuple, enumeration or plain value inside one) as JSON-ready values."""
    kind: Any = type(record)
    if kind in _PLAIN:
        return record
    if names := _names(kind):
        return {name: to_dict(getattr(record, name)) for name in names}
    if isinstance(record, tuple | list):
        return [to_dict(value) for value in record]
    if isinstance(record, frozenset):
        return sorted(to_dict(value) for value in record)
    return record.value if isinstance(record, Enum) else record


def from_dict(kind: type[Record], data: Any) -> Record:
    """Return the record of this kind that `to_dict` made these values of.

    Raises:
        TypeError, ValueError, KeyError: the values are not those of such a record.

    """
    hint: Any = kind
    made: Record = _reader(hint)(data)
    return made


def to_json(record: Any) -> str:
    """Return the text of what `to_dict` makes of a record, keys sorted: equal records, equal text."""
    return _encoder().encode(record).decode()


def from_json(kind: type[Record], text: str | bytes) -> Record:
    """Return the record of this kind that `to_json` made this text of.

    Raises:
        ValueError: the text is not that of such a record.

    """
    hint: Any = kind
    made: Record = _decoder(hint).decode(text)
    return made


@cache
def _encoder() -> msgspec.json.Encoder:
    import msgspec  # here and below, as it takes a while to import and not every use of the records needs it

    return msgspec.json.Encoder(order="sorted")


@cache
def _decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    import msgspec

    return msgspec.json.Decoder(kind)


_PLAIN = frozenset({str, int, float, bool, type(None)})
Reader = Callable[[Any], Any]
"""Makes a value of what `to_dict` made of it."""


@cache
def _names(kind: type) -> tuple[str, ...]:
    """Return the names of a record's fields; none for what is no record."""
    return tuple(field.name for field in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else ()


@cache
def _reader(hint: Any) -> Reader:
    """Return what reads values of this type: made once for each type, as a graph has millions of values."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        inner = _reader(next(option for option in get_args(hint) if option is not type(None)))
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        return _tuple_reader(get_args(hint))
    if origin is frozenset:
        inner = _reader(get_args(hint)[0])
        return lambda values: frozenset(map(inner, values))
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return _record_reader(hint)
    return hint if isinstance(hint, type) and issubclass(hint, Enum) else _same


def _same(value: Any) -> Any:
    return value


def _tuple_reader(kinds: tuple[Any, ...]) -> Reader:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        inner = _reader(kinds[0])
        return tuple if inner is _same else lambda values: tuple(map(inner, values))
    readers = tuple(map(_reader, kinds))
    return lambda values: tuple(read(value) for read, value in zip(readers, values, strict=True))


def _record_reader(kind: Any) -> Reader:
    readers = {name: _reader(hint) for name, hint in get_type_hints(kind).items()}
    return lambda values: kind(**{name: readers[name](value) for name, value in values.items()})
