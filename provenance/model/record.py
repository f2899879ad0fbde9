"""What every record has in common: frozen, strict, and where it is unique.

A **record** is kept, committed to and never changed. A **value** is a part of a record.
Neither holds a float: quantities are text or scaled integers, so that a committed value has
one spelling (RFC 8785 leaves numbers beyond 2**53 and float formatting to ECMAScript).
"""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from provenance.clock import DATE_PATTERN, TIMESTAMP_PATTERN

RecordId = Annotated[str, Field(pattern=r"^[a-z2-7]{26}$")]
Digest = Annotated[str, Field(pattern=r"^sha256:[0-9a-f]{64}$")]
Timestamp = Annotated[str, Field(pattern=TIMESTAMP_PATTERN)]
Date = Annotated[str, Field(pattern=DATE_PATTERN)]


class Frozen(BaseModel):
    """What never changes: which fields were given and which were left out makes no difference.

    So the set of those that were given, a third of the memory of each, is one for all.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    _all: ClassVar[set[str]] = set()

    @classmethod
    def __pydantic_init_subclass__(cls, **_kwargs: object) -> None:
        cls._all = set(cls.model_fields)

    def model_post_init(self, _context: object, /) -> None:
        """Share the set of fields with all of this type."""
        object.__setattr__(self, "__pydantic_fields_set__", self._all)


class Value(Frozen):
    """A frozen part of a record, or a frozen result that is not kept."""


class Record(Frozen):
    """A frozen thing that is kept for ever.

    ``kind`` names the record and its table. ``version`` is the schema version that new
    records of the kind are written with; ``since`` gives the version that brought a field in
    (1 where it is not named), because a commitment covers the fields of the record's own
    version for ever. ``handle`` is the letter of its short handles, or empty. ``indexed``
    names the fields by which records are looked up.
    """

    kind: ClassVar[str]
    version: ClassVar[int] = 1
    since: ClassVar[Mapping[str, int]] = {}
    handle: ClassVar[str] = ""
    indexed: ClassVar[tuple[str, ...]] = ()

    id: RecordId

    @property
    def place(self) -> tuple[str, str]:
        """Return (subject, slot): at most one record of the kind is current there."""
        return self.id, ""

    @property
    def replaces(self) -> str | None:
        """Return the id of the record that this one supersedes, if any."""
        return None

    @property
    def identity(self) -> str:
        """Return the id that all versions of this record share; handles stand for it."""
        return self.id


class Versioned(Record):
    """A record that later ones may correct: ``of`` is the id of the first version."""

    of: RecordId
    supersedes: RecordId | None = None
    why: str = ""

    @property
    def place(self) -> tuple[str, str]:
        """One version of a subject is current."""
        return self.of, ""

    @property
    def replaces(self) -> str | None:
        """The version that this one corrects."""
        return self.supersedes

    @property
    def identity(self) -> str:
        """The first version's id."""
        return self.of
