"""What a disclosure shows by itself, and the page that says so."""

import re
from pathlib import Path

import pytest

from provenance.audit.disclosure import (
    KINDS,
    NEEDED,
    SHOWN,
    Disclosed,
    disclosed_fields,
    parse_record,
    shown,
    with_digests,
)
from provenance.canonical import canonical, commitment
from provenance.errors import PackageError
from provenance.model import RECORD_TYPES

PAGE = (Path(__file__).parents[2] / "docs" / "formats" / "disclosure.md").read_text("utf-8")
TYPES = {each.kind: each for each in RECORD_TYPES}


@pytest.mark.parametrize("kind", KINDS)
def test_the_lists_name_fields_that_there_are(kind: str) -> None:
    assert NEEDED[kind] <= SHOWN[kind] <= set(TYPES[kind].model_fields)


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_has_the_same_lists(kind: str) -> None:
    row = re.search(rf"^\| `{kind}` \| (.+) \| (.+) \|$", PAGE, re.MULTILINE)
    assert row is not None
    fields = TYPES[kind].model_fields
    assert re.findall(r"`(\w+)`", row[1]) == [name for name in fields if name in SHOWN[kind]]
    assert re.findall(r"`(\w+)`", row[2]) == [name for name in fields if name not in SHOWN[kind]]
    assert set(re.findall(r"\*\*`(\w+)`\*\*", row[1])) == NEEDED[kind]


def test_a_field_of_a_later_version_is_withheld_unless_named() -> None:
    assert not shown("claim", "brought_in_later", "a value")
    assert shown("claim", "brought_in_later", "a value", frozenset({"claim.brought_in_later"}))
    assert not shown("kind_of_a_later_version", "id", "a value")


@pytest.mark.parametrize(
    ("value", "open_"),
    [
        ("https://example.org/a", True),
        ("http://example.org/a", True),
        ("-", True),
        ("stdin:", True),
        ("file:///somebody/notes.txt", False),
        ("notes.txt", False),
        ("../from-source/notes.txt", False),
        ("httpx.txt", False),
    ],
)
def test_an_address_is_shown_and_a_path_is_not(value: str, *, open_: bool) -> None:
    for name in ("uri", "requested"):
        assert shown("capture", name, value) is open_
        assert shown("capture", name, value, frozenset({f"capture.{name}"}))


def test_what_is_withheld_takes_its_digests_along() -> None:
    found = with_digests(frozenset({"document.text"}))
    assert {"document.text_digest", "document.payload", "capture.payload", "capture.transfer"} < (
        found
    )
    assert with_digests(frozenset({"claim.wording"})) == {"claim.wording"}


def test_the_commitment_is_the_same_whatever_is_shown() -> None:
    salt, values = bytes(range(32)), {"id": b'"a"', "name": b'"b"', "size": b"null"}
    wanted = commitment("agent", 1, salt, values)
    for names in ((), ("id",), ("id", "name"), ("id", "name", "size")):
        fields = disclosed_fields(salt, values, names)
        record = Disclosed("agent", 1, fields, step=1, ordinal=0, proof=(bytes(32),))
        assert record.commitment == wanted
        assert set(record.shown) == set(names)
        assert set(record.withheld) == values.keys() - set(names)
        assert salt.hex().encode() not in record.encoded
        assert parse_record(record.encoded, "it") == record


def test_a_null_is_shown_as_one_and_is_not_absent() -> None:
    salt = bytes(32)
    fields = disclosed_fields(salt, {"size": b"null"}, ("size",))
    assert fields["size"]["value"] is None
    without = Disclosed("capture", 1, {}, 1, 0, ())
    assert Disclosed("capture", 1, fields, 1, 0, ()).commitment != without.commitment


def test_bad_records_say_which_file() -> None:
    for bad in (b"", b"[]", b"{}", canonical({"fields": {}}), b"\xff"):
        with pytest.raises(PackageError, match=r"records/x\.json"):
            parse_record(bad, "records/x.json")
