"""Records to rows and back; nothing that a record holds is lost on the way."""

import re
from collections.abc import Mapping
from typing import Any, ClassVar, get_args

import pytest
from pydantic import BaseModel

from provenance.canonical import canonical
from provenance.model import RECORD_TYPES, Record
from provenance.store.encoding import by_dump, writers
from provenance.store.tables import (
    BOOKKEEPING,
    Packed,
    columns,
    fields_at,
    insertion,
    recomputed,
    row_type,
    table,
    unpack,
)
from tests.samples import sample

SALT = b"s" * 32


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda each: each.kind)
def test_a_row_gives_the_record_back(record_type: type[Record]) -> None:
    record = sample(record_type)
    assert unpack(record_type, _row(record)) == record


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda each: each.kind)
def test_every_optional_field_may_be_empty(record_type: type[Record]) -> None:
    values = sample(record_type).model_dump(mode="json")
    for name, field in record_type.model_fields.items():
        if type(None) in get_args(field.annotation):
            values[name] = None
    record = record_type.model_validate(values)
    assert unpack(record_type, _row(record)) == record


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda each: each.kind)
def test_fields_are_written_as_a_dump_of_them_would_be(record_type: type[Record]) -> None:
    record = sample(record_type)
    dumped = record.model_dump(mode="json")
    for name, write in writers(record_type).items():
        assert write(getattr(record, name)).encode() == canonical(dumped[name]), name


def test_no_field_is_written_the_slow_way() -> None:
    class Odd(RECORD_TYPES[0]):  # type: ignore[misc,valid-type]  # any record type will do
        table: Mapping[str, int] = {}

    for record_type in RECORD_TYPES:
        assert by_dump not in writers(record_type).values(), record_type.kind
    assert writers(Odd)["table"]({"b": 1, "a": 2}) == '{"a":2,"b":1}'


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda each: each.kind)
def test_any_change_to_a_cell_changes_the_commitment(record_type: type[Record]) -> None:
    row = _row(sample(record_type))
    assert recomputed(record_type, row) == row["commitment"]
    for name in columns(record_type):
        cell = row[name]
        other = cell + 1 if isinstance(cell, int) else f"{cell!s} "
        assert recomputed(record_type, row | {name: other}) != row["commitment"]


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda each: each.kind)
def test_tables_have_the_fields_and_the_bookkeeping(record_type: type[Record]) -> None:
    names = set(table(record_type).columns.keys())
    assert names == set(record_type.model_fields) | set(BOOKKEEPING)
    assert not set(record_type.model_fields) & set(BOOKKEEPING)
    assert row_type(record_type) is row_type(record_type)


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda each: each.kind)
def test_no_record_holds_a_float(record_type: type[Record]) -> None:
    assert not _floats(record_type)


def test_a_later_field_is_absent_from_an_older_version() -> None:
    class Grown(RECORD_TYPES[0]):  # type: ignore[misc,valid-type]  # any record type will do
        since: ClassVar[Mapping[str, int]] = {"name": 2}

    assert "name" not in fields_at(Grown, 1)
    assert "name" in fields_at(Grown, 2)


def _row(record: Record) -> dict[str, Any]:
    """Return the row of a record as the database gives it back."""
    packed = Packed(record, SALT)
    columns_of = re.findall(r'"(\w+)"', insertion(type(record)))[1:]  # after the table's name
    return dict(zip(columns_of, packed.row(1, 0, packed.commitment), strict=True))


def _floats(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return any(_floats(field.annotation) for field in annotation.model_fields.values())
    return annotation is float or any(_floats(part) for part in get_args(annotation))
