"""The canonical JSON of a record's fields, written from the fields themselves.

Gives what ``canonical`` gives for a dump of the record (RFC 8785), in a third of the time: what
a field may hold is known from its annotation, so its writer is made once for each record type,
and no dump of plain lists and dictionaries stands between. A test holds the two equal.
"""

import types
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from json.encoder import encode_basestring
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from provenance.canonical import canonical
from provenance.model import Record

Writer = Callable[[Any], str]
_CONSTANTS = {None: "null", True: "true", False: "false"}


@cache
def writers(record_type: type[Record]) -> Mapping[str, Writer]:
    """Return what writes each field of a record type, in the order of the fields."""
    return {name: _writer(field.annotation) for name, field in record_type.model_fields.items()}


def _writer(annotation: Any) -> Writer:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _writer(arguments[0])
    if origin is Literal:
        return _writer(type(arguments[0]))
    if origin in (Union, types.UnionType):
        kept = [part for part in arguments if part is not types.NoneType]
        return _optional(_writer(kept[0])) if len(kept) == 1 else by_dump
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return _sequence(_writer(arguments[0]))
    return _single(annotation)


def _single(annotation: Any) -> Writer:
    if not isinstance(annotation, type):
        return by_dump
    if issubclass(annotation, (str, StrEnum)):
        return encode_basestring
    if annotation is bool:
        return _CONSTANTS.__getitem__
    if annotation is int:
        return int.__repr__
    if issubclass(annotation, BaseModel):
        return _object(annotation)
    return by_dump


def by_dump(value: Any) -> str:
    """Return what a field holds whose annotation says nothing of it."""
    dumped = value.model_dump(mode="json") if isinstance(value, BaseModel) else value
    return canonical(dumped).decode()


def _optional(write: Writer) -> Writer:
    return lambda value: "null" if value is None else write(value)


def _sequence(write: Writer) -> Writer:
    return lambda values: f"[{','.join(map(write, values))}]" if values else "[]"


def _object(value_type: type[BaseModel]) -> Writer:
    names = sorted(value_type.model_fields)
    parts = [(f'"{n}":', n, _writer(value_type.model_fields[n].annotation)) for n in names]

    def write(value: Any) -> str:
        fields = value.__dict__
        return "{" + ",".join([label + one(fields[name]) for label, name, one in parts]) + "}"

    return write
