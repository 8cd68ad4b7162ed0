"""Records to and from plain dictionaries, for files and for other processes.

The dictionary of a record has its fields' names as keys; tuples become lists, enumerations their
values. `from_dict` reads the types from the record itself, so a new field needs no code here.
"""

from __future__ import annotations

import dataclasses
import types
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Record = TypeVar("Record")


def to_dict(record: Any) -> Any:
    """Return a record (or a tuple, enumeration or plain value inside one) as JSON-ready values."""
    if dataclasses.is_dataclass(record) and not isinstance(record, type):
        return {field.name: to_dict(getattr(record, field.name)) for field in dataclasses.fields(record)}
    if isinstance(record, tuple | list):
        return [to_dict(value) for value in record]
    return record.value if isinstance(record, Enum) else record


def from_dict(kind: type[Record], data: Any) -> Record:
    """Return the record of this kind that `to_dict` made these values of.

    Raises:
        TypeError, ValueError, KeyError: the values are not those of such a record.

    """
    return _read(kind, data)  # type: ignore[no-any-return]  # the annotation is looked up at run time


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _read(hint: Any, value: Any) -> Any:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        options = [option for option in get_args(hint) if option is not type(None)]
        return None if value is None else _read(options[0], value)
    if origin is tuple:
        inner = get_args(hint)
        if len(inner) == 2 and inner[1] is Ellipsis:
            return tuple(_read(inner[0], item) for item in value)
        return tuple(_read(kind, item) for kind, item in zip(inner, value, strict=True))
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        hints = _hints(hint)
        return hint(**{name: _read(hints[name], item) for name, item in value.items()})
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value)
    return value
