"""One full record of each type, made from its fields: every optional one is set."""

import types
from enum import StrEnum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from provenance.model import Record, Selector

ID = "abcdefghijklmnopqrstuvwxyz"
TIME = "2026-03-04T05:06:07.089Z"
DIGEST = "sha256:" + "ab" * 32
_BY_NAME: dict[str, Any] = {"exact": "e", "start": 3, "end": 4}
_BY_PATTERN = {"[a-z2-7]{26}": ID, "sha256": DIGEST, "Z": TIME}


def sample(record_type: type[Record]) -> Record:
    """Return a record of a type with every field set."""
    return record_type.model_validate(_fields(record_type))


def _fields(model: type[BaseModel]) -> dict[str, Any]:
    if model is Selector:
        return {"start": 3, "end": 4, "exact": "é", "prefix": 'a"\n', "suffix": "\u2028"}
    return {
        name: _value(name, field.annotation, str(field.metadata))
        for name, field in model.model_fields.items()
    }


def _value(name: str, annotation: Any, metadata: str) -> Any:  # noqa: PLR0911  # one return a shape
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _value(name, arguments[0], str(arguments[1:]))
    if origin in (Union, types.UnionType):
        return _value(name, arguments[0], metadata)
    if origin is Literal:
        return arguments[0]
    if origin is tuple:
        return [_value(name, arguments[0], metadata)]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _fields(annotation)
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return next(iter(annotation))
    if annotation in (bool, int):
        return annotation(7)
    for pattern, value in _BY_PATTERN.items():
        if pattern in metadata:
            return value
    return f"{name} é\u202e\u0000"
