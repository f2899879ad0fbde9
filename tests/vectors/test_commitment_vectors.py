"""Frozen vectors: what a released schema version commits to never changes.

A vector is never edited. ``commitments-N.json`` holds what schema 000N brought: when a field is
added, its ``since`` gives the new version, and a new file of vectors joins these. The
construction is checked against RFC 8785 and HMAC as others implement them.
"""

import hashlib
import hmac
import json
from pathlib import Path

import pytest
import rfc8785

from provenance.canonical import canonical, commitment
from provenance.model import RECORD_TYPES, Record
from provenance.store.tables import Packed, fields_at
from tests.samples import sample

SALT = bytes(range(32))
FROZEN: dict[str, list[str]] = {}  # for each kind, its versions from the first on
for _path in sorted(Path(__file__).parent.glob("commitments-*.json")):
    for _kind, _digest in json.loads(_path.read_text("utf-8")).items():
        FROZEN.setdefault(_kind, []).append(_digest)


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda each: each.kind)
def test_a_record_of_the_newest_version_keeps_its_commitment(record_type: type[Record]) -> None:
    assert len(FROZEN[record_type.kind]) == record_type.version
    assert Packed(sample(record_type), SALT).commitment.hex() == FROZEN[record_type.kind][-1]


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda each: each.kind)
def test_a_record_of_an_older_version_keeps_its_commitment(record_type: type[Record]) -> None:
    value = sample(record_type).model_dump(mode="json")
    for version, frozen in enumerate(FROZEN[record_type.kind], 1):
        fields = {name: canonical(value[name]) for name in fields_at(record_type, version)}
        assert commitment(record_type.kind, version, SALT, fields).hex() == frozen


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda each: each.kind)
def test_the_construction_as_others_compute_it(record_type: type[Record]) -> None:
    record = sample(record_type)
    digests = {}
    for name, value in record.model_dump(mode="json").items():
        salt = hmac.new(SALT, name.encode(), hashlib.sha256).digest()
        digests[name] = hashlib.sha256(salt + rfc8785.dumps(value)).hexdigest()
    whole = rfc8785.dumps({"digests": digests, "kind": record.kind, "schema": record.version})
    assert Packed(record, SALT).commitment == hashlib.sha256(whole).digest()


def test_null_is_not_absent() -> None:
    null = commitment("k", 1, SALT, {"a": canonical("x"), "b": canonical(None)})
    assert null != commitment("k", 1, SALT, {"a": canonical("x")})


def test_no_vector_is_left_without_a_record() -> None:
    assert set(FROZEN) == {record_type.kind for record_type in RECORD_TYPES}
