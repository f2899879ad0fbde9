"""Packages from whole logs that somebody made up: every proof fits, and any value may stand in it.

Nothing can refuse such a log but a key that the reader trusts. What it must not do is end a
verifier in anything but a verdict, or get two verdicts.
"""

from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from provenance.audit import (
    Checkpoint,
    Entry,
    MemoryHashes,
    leaf_hash,
    make_checkpoint,
    prove_inclusion,
    root_of,
    sign_entry,
    step_root,
    verifier_key,
)
from provenance.audit.disclosure import Disclosed, Manifest, Step, disclosed_fields, verifier_source
from provenance.canonical import canonical, sha256
from tests.packages import Files, put_together, refused

pytestmark = pytest.mark.slow  # many tries of chance; the quick suite has the cases by hand

ORIGIN = "example.org/made-up"
KEY, LOG = (Ed25519PrivateKey.from_private_bytes(bytes([n]) * 32) for n in (1, 2))
Record = tuple[str, Mapping[str, Any]]


def known(number: int) -> str:
    """Return an id."""
    return "a" * 25 + "abcdefghijklmnopqrstuvwxyz234567"[number]


KEY_TEXT = b64encode(KEY.public_key().public_bytes_raw()).decode()
AGENT: Record = ("agent", {"public_key": KEY_TEXT})
LOG_KEY: Record = (
    "log_key",
    {
        "origin": ORIGIN,
        "verifier_key": str(verifier_key(ORIGIN, LOG.public_key().public_bytes_raw())),
    },
)


def forged(*others: Record) -> Files:
    """Return the files of a package over a log of one step that holds these records."""
    records = [AGENT, LOG_KEY, *others]
    made = []
    for number, (kind, values) in enumerate(records):
        encoded = {n: canonical(v) for n, v in {"id": known(number), **values}.items()}
        fields = disclosed_fields(bytes([number]) * 32, encoded, encoded)
        made.append(Disclosed(kind, 1, fields, step=1, ordinal=number, proof=()))
    commitments = [each.commitment for each in made]
    tree = MemoryHashes(map(leaf_hash, commitments))
    at = "2026-01-01T00:00:00.000Z"
    entry = Entry(1, at, commitments[0], "init", len(made), step_root(commitments))
    root = root_of([entry.encoded])
    files = {
        "README.txt": b"",
        "verify_package.py": verifier_source(),
        "checkpoint": make_checkpoint(Checkpoint(ORIGIN, 1, root), LOG).encode(),
        "log/1.json": Step(entry, sign_entry(entry, KEY), ()).encoded,
    }
    for number, each in enumerate(made):
        proof = prove_inclusion(number, len(made), tree)
        whole = Disclosed(each.kind, 1, each.fields, 1, number, proof)
        files[f"records/{each.kind}-{known(number)}.json"] = whole.encoded
    digests = {name: sha256(data) for name, data in files.items()}
    files["manifest.json"] = Manifest(at, "somebody", {}, digests).encoded
    return files


def test_a_log_of_somebody_else_hangs_together(tmp_path: Path) -> None:
    path = put_together(tmp_path / "p.zip", forged(("claim", {"wording": "The moon is cheese."})))
    assert refused(path) == ""
    other = str(verifier_key(ORIGIN, KEY.public_key().public_bytes_raw()))
    assert "the key that you trust" in refused(path, trusted=other)


TEXT: Record = ("document", {"text": "a b"})
ANY = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**65), 2**65) | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["start", "end", "exact", "id"]), inner, max_size=3)
    ),
    max_leaves=6,
)
VALUE = ANY | st.sampled_from([known(0), known(1), known(2), ORIGIN, "agent", "log", sha256(b"")])
NAMES = (
    *("document", "text", "text_digest", "selector", "payload", "transfer", "digest", "former"),
    *("key", "former_signature", "signature", "record", "of", "origin", "size", "checkpoint"),
    *("covers", "request", "response", "chain", "revocation", "renews", "public_key"),
    *("verifier_key", "stamped_at"),
)
KINDS = ("agent", "appearance", "capture", "document", "key_change", "log_key", "stamp", "unheard")
RECORDS = st.tuples(
    st.sampled_from(KINDS), st.dictionaries(st.sampled_from(NAMES), VALUE, max_size=8)
)


@settings(
    max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(records=st.lists(RECORDS, min_size=1, max_size=3))
@example(records=[TEXT, ("appearance", {"document": known(2), "selector": 5})])
@example(records=[("key_change", {"record": known(0), "former": KEY_TEXT, "key": ""})])
@example(records=[("capture", {"payload": ["a"]})])
@example(records=[("stamp", {"renews": {}})])
def test_any_values_get_one_verdict(tmp_path: Path, records: list[Record]) -> None:
    refused(put_together(tmp_path / "p.zip", forged(*records)))


QUOTE = {"start": 4, "end": 8, "exact": "quay"}


@pytest.mark.parametrize(
    ("quote", "says"),
    [
        (QUOTE, ""),
        ({**QUOTE, "exact": "pier"}, "is not in its text"),
        ({**QUOTE, "start": 5}, "is not in its text"),
        ({**QUOTE, "end": 4}, "has no place"),
        ({**QUOTE, "start": -8}, "has no place"),
        ({**QUOTE, "start": True}, "has no place"),
        ({**QUOTE, "end": "8"}, "has no place"),
        ({}, "has no place"),
        ("quay", "has no place"),
    ],
)
def test_quotes_stand_where_they_are_said_to(tmp_path: Path, quote: Any, says: str) -> None:
    text = "The quay is closed."
    document = ("document", {"text": text, "text_digest": sha256(text.encode())})
    appearance = ("appearance", {"document": known(2), "selector": quote})
    found = refused(put_together(tmp_path / "p.zip", forged(document, appearance)))
    assert says in found
    assert bool(says) == bool(found)


def test_a_text_with_another_digest(tmp_path: Path) -> None:
    document = ("document", {"text": "The quay.", "text_digest": sha256(b"The pier.")})
    assert "has another digest" in refused(put_together(tmp_path / "p.zip", forged(document)))


def test_two_keys_for_one_log(tmp_path: Path) -> None:
    assert "no one record" in refused(put_together(tmp_path / "p.zip", forged(LOG_KEY)))


@pytest.mark.parametrize("hidden", ["former_signature", "signature", "former", "key", "record"])
def test_a_change_of_keys_that_hides_something(tmp_path: Path, hidden: str) -> None:
    change = {
        "of": "agent",
        "record": known(0),
        "former": KEY_TEXT,
        "key": b64encode(bytes(32)).decode(),
        "former_signature": b64encode(bytes(64)).decode(),
        "signature": b64encode(bytes(64)).decode(),
    }
    del change[hidden]
    assert refused(put_together(tmp_path / "p.zip", forged(("key_change", change)))) != ""
