"""Tables, derived from the records by one function, and the way of a record to a row and back.

Three kinds: **record** tables (committed to; one a record type), **log** tables (``entry``,
``checkpoint``, ``erased``) and **derived** tables (``current``, ``handle``), which can be rebuilt
from the others. Beside its fields a record's row keeps where it stands in the log (event,
ordinal), its schema version, its salt and its commitment.

A text field is a text column, an integer field an integer column; everything else is kept as
the RFC 8785 text that the commitment covers, so that what is verified is what is stored.
"""

import types
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from json.encoder import encode_basestring
from threading import Lock
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic_core import from_json
from sqlalchemy import BigInteger, Index, LargeBinary, MetaData, Table
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

from provenance.canonical import FieldOrder, Preimage, canonical, commitment, committed, in_order
from provenance.model import RECORD_TYPES, Record
from provenance.store.encoding import Writer, writers

Cell = None | str | int | bytes
R = TypeVar("R", bound=Record)
_MAKING = Lock()  # a table that two threads make at once would be there twice


class Base(SQLModel, registry=registry()):
    """The root of all tables."""


class EntryRow(Base, table=True):
    """The log: one row a step, append-only."""

    __tablename__ = "entry"

    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: str
    actor: bytes = Field(sa_type=LargeBinary)
    kind: str
    count: int
    root: bytes = Field(sa_type=LargeBinary)
    signature: bytes = Field(sa_type=LargeBinary)


class CheckpointRow(Base, table=True):
    """Signed checkpoints of the log, append-only."""

    __tablename__ = "checkpoint"

    origin: str = Field(primary_key=True)
    size: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    note: str


class ErasedRow(Base, table=True):
    """What is left of an erased record: where it stood, and its commitment. Append-only."""

    __tablename__ = "erased"

    id: str = Field(primary_key=True)
    kind: str
    identity: str  # the first version's id: handles stand for it
    event: int
    ordinal: int
    commitment: bytes = Field(sa_type=LargeBinary)
    erasure: str  # id of the Erasure that says why


class CurrentRow(Base, table=True):
    """Derived: which record is current at each place."""

    __tablename__ = "current"
    __table_args__ = (Index("current_record", "record"),)

    kind: str = Field(primary_key=True)
    subject: str = Field(primary_key=True)
    slot: str = Field(primary_key=True)
    record: str


class HandleRow(Base, table=True):
    """Derived: short handles, numbered in the order of the log, never reused."""

    __tablename__ = "handle"

    letter: str = Field(primary_key=True)
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    identity: str = Field(unique=True)


class PostingRow(Base, table=True):
    """Derived: which documents bear a key, by the numbers of their handles."""

    __tablename__ = "posting"
    __table_args__ = ({"sqlite_with_rowid": False},)  # its key is all there is to a row

    kind: str = Field(primary_key=True)
    key: int = Field(primary_key=True, sa_type=BigInteger)
    document: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})


class PostedRow(Base, table=True):
    """Derived: whose keys are posted, as which version made them, and what they add up to."""

    __tablename__ = "posted"

    document: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    version: int = Field(sa_type=BigInteger)
    count: int
    total: int = Field(sa_type=BigInteger)  # of the low 32 bits of each key, and the version


class AssessedRow(Base, table=True):
    """Derived: up to which entry everything was followed up; one row, or none."""

    __tablename__ = "assessed"

    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    version: int = Field(sa_type=BigInteger)
    total: int = Field(sa_type=BigInteger)  # of both, by which a change of one is noticed


LOG_TABLES: tuple[type[SQLModel], ...] = (EntryRow, CheckpointRow, ErasedRow)
DERIVED_TABLES: tuple[type[SQLModel], ...] = (
    CurrentRow,
    HandleRow,
    PostingRow,
    PostedRow,
    AssessedRow,
)
BOOKKEEPING = ("event", "ordinal", "schema", "salt", "commitment")


def column_type(annotation: Any) -> Literal["text", "integer", "json"]:
    """Return how a field of this annotation is kept."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return column_type(get_args(annotation)[0])
    if origin is Literal:
        return column_type(type(get_args(annotation)[0]))
    if origin in (Union, types.UnionType):
        kept = [part for part in get_args(annotation) if part is not types.NoneType]
        return column_type(kept[0]) if len(kept) == 1 else "json"
    if isinstance(annotation, type) and issubclass(annotation, (str, StrEnum)):
        return "text"
    if annotation is int:
        return "integer"
    return "json"


@cache
def columns(record_type: type[Record]) -> Mapping[str, Literal["text", "integer", "json"]]:
    """Return name and kind of column of each field of a record type."""
    return {name: column_type(field.annotation) for name, field in record_type.model_fields.items()}


def row_type(record_type: type[Record]) -> type[SQLModel]:
    """Return the SQLModel table class of a record type, made when first asked for."""
    with _MAKING:
        return _row_type(record_type)


@cache
def _row_type(record_type: type[Record]) -> type[SQLModel]:
    def body(namespace: dict[str, Any]) -> None:
        annotations: dict[str, Any] = {}
        for name, kind in columns(record_type).items():
            base = int if kind == "integer" else str
            if name == "id":
                annotations[name], namespace[name] = base, Field(primary_key=True)
                continue
            nullable = _nullable(record_type.model_fields[name].annotation)
            nullable = nullable or record_type.since.get(name, 1) > 1
            annotations[name] = base | None if nullable else base
            namespace[name] = Field(nullable=nullable, index=name in record_type.indexed)
        annotations |= {"event": int, "ordinal": int, "schema_": int}
        annotations |= {"salt": bytes, "commitment": bytes}
        namespace["schema_"] = Field(sa_column_kwargs={"name": "schema"})
        namespace["salt"] = Field(sa_type=LargeBinary)
        namespace["commitment"] = Field(sa_type=LargeBinary)
        namespace["__annotations__"] = annotations
        namespace["__tablename__"] = record_type.kind
        namespace["__module__"] = __name__
        namespace["__table_args__"] = (
            Index(f"{record_type.kind}_log", "event", "ordinal", unique=True),
        )

    return types.new_class(f"{record_type.__name__}Row", (Base,), {"table": True}, body)


def _nullable(annotation: Any) -> bool:
    if get_origin(annotation) is Annotated:
        return _nullable(get_args(annotation)[0])
    return get_origin(annotation) in (Union, types.UnionType) and types.NoneType in get_args(
        annotation
    )


def table(record_type: type[Record]) -> Table:
    """Return the Core table of a record type, for bulk statements."""
    found: Table = row_type(record_type).__table__  # type: ignore[attr-defined]  # set by SQLModel
    return found


@cache
def fields_at(record_type: type[Record], schema: int) -> tuple[str, ...]:
    """Return the names of the fields that a schema version of a record type has."""
    return tuple(name for name in columns(record_type) if record_type.since.get(name, 1) <= schema)


class Packed:
    """A record on its way into the store: what its cells hold, and what commits to it.

    Both stand in RFC 8785's order of the fields' names. The commitment is made of ``preimage``
    apart from the rest: it takes longest, and needs nothing else.
    """

    __slots__ = ("preimage", "record", "values")
    record: Record
    values: list[Cell]
    preimage: Preimage

    def __init__(self, record: Record, salt: bytes) -> None:
        """Write a record out, under a fresh row salt."""
        cells: list[Cell] = []
        encoded: list[bytes] = []
        fields = record.__dict__
        order, packing = _packing(type(record))
        for name, kind, write in packing:
            value = fields[name]
            text = write(value)
            encoded.append(text.encode())
            if value is None or kind == "integer":
                cells.append(value)
            else:
                cells.append(text if kind == "json" else str.__str__(value))  # an enum's text
        self.record = record
        self.values = cells
        self.preimage = (record.kind, record.version, salt, order, encoded)

    @property
    def commitment(self) -> bytes:
        """The commitment to the record."""
        return committed(*self.preimage)

    def row(self, event: int, ordinal: int, commitment: bytes) -> tuple[Cell, ...]:
        """Return the row to insert, where the record stands in the log."""
        _, schema, salt, _, _ = self.preimage
        return event, ordinal, *self.values, schema, salt, commitment


@cache
def _packing(
    record_type: type[Record],
) -> tuple[FieldOrder, tuple[tuple[str, Literal["text", "integer", "json"], Writer], ...]]:
    """Return the order of the fields, with the kind of column and the writer of each."""
    kinds, write = columns(record_type), writers(record_type)
    order = in_order(tuple(kinds))
    return order, tuple((name, kinds[name], write[name]) for name, _, _ in order)


@cache
def insertion(record_type: type[Record]) -> str:
    """Return the statement that inserts the rows of ``Packed``."""
    order, _ = _packing(record_type)
    names = (name for name, _, _ in order)
    return insertion_into(
        record_type.kind, "event", "ordinal", *names, "schema", "salt", "commitment"
    )


def insertion_into(name: str, *columns: str) -> str:
    """Return the statement that inserts rows, given as tuples, into a table of ours."""
    quoted = ", ".join(f'"{column}"' for column in columns)
    places = ", ".join("?" for _ in columns)
    return f'INSERT INTO "{name}" ({quoted}) VALUES ({places})'  # noqa: S608  # our names


def unpack(record_type: type[R], row: Mapping[str, Any]) -> R:
    """Return the record of a row; columns that its schema version lacks take their default."""
    return record_type.model_validate(
        {
            name: from_json(cell) if is_json and (cell := row[name]) is not None else row[name]
            for name, is_json in _unpacking(record_type, row["schema"])
        }
    )


@cache
def _unpacking(record_type: type[Record], schema: int) -> tuple[tuple[str, bool], ...]:
    """Return the fields of a schema version, and which of them are kept as JSON."""
    kinds = columns(record_type)
    return tuple((name, kinds[name] == "json") for name in fields_at(record_type, schema))


def encoded_cell(kind: str, cell: Cell) -> bytes:
    """Return the canonical bytes that a stored cell stands for, whatever it holds."""
    if kind == "json" and isinstance(cell, str):
        return cell.encode("utf-8", "surrogatepass")
    return canonical(cell if not isinstance(cell, bytes) else {"bytes": cell.hex()})


def recomputed(record_type: type[Record], row: Mapping[str, Any]) -> bytes:
    """Return the commitment that a stored row should have, from its cells as they stand."""
    fields: dict[str, bytes] = {}
    for name, is_json in _unpacking(record_type, row["schema"]):
        cell = row[name]
        if is_json or type(cell) is not str:
            fields[name] = encoded_cell("json" if is_json else "text", cell)
        else:  # most are plain text
            fields[name] = encode_basestring(cell).encode()
    return commitment(record_type.kind, row["schema"], row["salt"], fields)


TYPE_OF: Mapping[str, type[Record]] = {each.kind: each for each in RECORD_TYPES}
TYPE_OF_HANDLE: Mapping[str, type[Record]] = {
    each.handle: each for each in RECORD_TYPES if each.handle
}


def schema() -> MetaData:
    """Return every table of a workspace; those of records are else made when first asked for."""
    for record_type in RECORD_TYPES:
        row_type(record_type)
    return Base.metadata
