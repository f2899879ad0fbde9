"""Any bytes are a value that prints back to itself, or the module's own error; nothing else."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import NamedTuple

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.audit import (
    Checkpoint,
    Cosigner,
    LogProof,
    MemoryHashes,
    Tile,
    TileHashes,
    bundle_bytes,
    check_checkpoint,
    check_consistency,
    check_inclusion,
    check_log_proof,
    cosign,
    leaf_hash,
    make_checkpoint,
    parse_bundle,
    parse_checkpoint,
    parse_log_proof,
    parse_note,
    parse_path,
    parse_tile,
    parse_verifier_key,
    prove_inclusion,
    read_edge,
    root_at,
    signed_by,
    tile_bytes,
    verifier_key,
    with_signatures_of,
)
from provenance.errors import AuditError, NoteError, ProofError

pytestmark = pytest.mark.slow  # many tries of chance; the quick suite has the cases by hand

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
LOG = verifier_key("desk.example/log", KEY.public_key().public_bytes_raw())
WITNESS = Cosigner("other.example/w", Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33))))
LEAVES = [leaf_hash(b"entry %d" % number) for number in range(6)]
TREE = MemoryHashes(LEAVES)
CHECKPOINT = Checkpoint("desk.example/log", 6, root_at(6, TREE))
NOTE = cosign(
    make_checkpoint(CHECKPOINT, KEY),
    log=LOG,
    origin=LOG.name,
    seen=None,
    proof=(),
    cosigner=WITNESS,
    at=1_800_000_000,
)
PROOF = LogProof(2, prove_inclusion(2, 6, TREE), NOTE, b"extra")
KEYS = [LOG, WITNESS.verifier]


class Parser(NamedTuple):
    """How something is read, how it is written again, and what it looks like."""

    read: Callable[[bytes], object]
    write: Callable[[object], bytes]
    good: bytes


def _of_text(read: Callable[[str], object]) -> Callable[[bytes], object]:
    return lambda data: read(data.decode("utf-8", "surrogateescape"))


def _as_text(value: object) -> bytes:
    return str(value).encode("utf-8", "surrogateescape")


def _path(value: object) -> bytes:
    assert isinstance(value, Tile)
    return value.path.encode()


def _text(value: object) -> bytes:
    assert isinstance(value, Checkpoint)
    return value.text.encode("utf-8", "surrogateescape")


def _joined(join: Callable[[list[bytes]], bytes]) -> Callable[[object], bytes]:
    def write(value: object) -> bytes:
        assert isinstance(value, tuple)
        return join(list(value))

    return write


PARSERS = {
    "note": Parser(parse_note, _as_text, NOTE.encode()),
    "note as text": Parser(_of_text(parse_note), _as_text, NOTE.encode()),
    "verifier key": Parser(_of_text(parse_verifier_key), _as_text, str(LOG).encode()),
    "checkpoint": Parser(_of_text(parse_checkpoint), _text, CHECKPOINT.text.encode()),
    "proof": Parser(parse_log_proof, _as_text, str(PROOF).encode()),
    "proof as text": Parser(_of_text(parse_log_proof), _as_text, str(PROOF).encode()),
    "path": Parser(_of_text(parse_path), _path, b"tile/0/x001/x234/067.p/8"),
    "tile": Parser(lambda data: parse_tile(data, 3), _joined(tile_bytes), tile_bytes(LEAVES[:3])),
    "bundle": Parser(
        lambda data: parse_bundle(data, 3),
        _joined(bundle_bytes),
        bundle_bytes([b"one", b"", b"three"]),
    ),
}
JUNK = st.binary(max_size=200) | st.text(max_size=80).map(
    lambda text: text.encode("utf-8", "replace")
)
SPLINTERS = st.sampled_from(
    ["\n", "\n\n", " ", "+", "=", "\u2014 ", "\u00a0", "\u2028", "\r", "\0", "0", "A", "x", "/"]
).map(str.encode)


@st.composite
def _damaged(draw: st.DrawFn, good: bytes) -> bytes:
    """Draw something good with a few places cut out, put in, repeated or replaced."""
    data = good
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + 12)))
        middle = draw(
            st.just(b"") | SPLINTERS | st.binary(max_size=4) | st.just(data[start:end] * 2)
        )
        data = data[:start] + middle + data[end:]
    return data


@pytest.mark.parametrize("name", PARSERS)
def test_what_is_good_prints_back_to_itself(name: str) -> None:
    parser = PARSERS[name]
    assert parser.write(parser.read(parser.good)) == parser.good


@pytest.mark.parametrize("name", PARSERS)
@settings(max_examples=150, deadline=None)
@given(st.data())
def test_anything_else_prints_back_or_is_refused(name: str, data: st.DataObject) -> None:
    parser = PARSERS[name]
    raw = data.draw(JUNK | _damaged(parser.good))
    try:
        value = parser.read(raw)
    except AuditError:
        return
    assert parser.write(value) == raw


@settings(max_examples=150, deadline=None)
@given(_damaged(NOTE.encode()))
def test_a_damaged_note_is_refused_or_says_the_same(raw: bytes) -> None:
    with suppress(NoteError):
        if signed_by(raw, KEYS):
            assert parse_note(raw).text == CHECKPOINT.text
    with suppress(NoteError):
        assert check_checkpoint(raw, LOG) == CHECKPOINT
    with suppress(NoteError):
        assert parse_note(with_signatures_of(NOTE, raw)).text == CHECKPOINT.text


@settings(max_examples=150, deadline=None)
@given(_damaged(str(PROOF).encode()))
def test_a_damaged_proof_is_refused_or_proves_the_same(raw: bytes) -> None:
    try:
        proof = parse_log_proof(raw)
        checkpoint, _ = check_log_proof(
            proof, LEAVES[2], log=LOG, origin=LOG.name, witnesses=[WITNESS.verifier]
        )
    except AuditError:
        return
    assert (checkpoint, proof.index, proof.hashes) == (CHECKPOINT, 2, PROOF.hashes)


HASHES = st.lists(st.binary(max_size=40) | st.just(bytes(32)), max_size=6)
NUMBERS = st.integers(-3, 12) | st.integers(2**62, 2**64)


@settings(max_examples=150, deadline=None)
@given(HASHES, NUMBERS, NUMBERS, st.binary(max_size=40) | st.just(bytes(32)))
def test_no_invented_proof_checks(proof: list[bytes], one: int, two: int, root: bytes) -> None:
    with pytest.raises(ProofError):
        check_inclusion(LEAVES[0], proof, index=one, size=two, root=root)
    if root != CHECKPOINT.root:
        with pytest.raises(ProofError):
            check_consistency(
                proof, old_size=one, old_root=root, new_size=two, new_root=CHECKPOINT.root
            )


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 2**40), JUNK)
def test_invented_files_are_no_tiles(size: int, data: bytes) -> None:
    if size:
        with pytest.raises(ProofError):
            read_edge(size, CHECKPOINT.root, lambda _: data)
        with pytest.raises(ProofError):
            prove_inclusion(size // 2, size + 1, TileHashes(size + 1, lambda _: data * 300))


def _lines(note: str, lines: Iterable[str]) -> str:
    return note.rpartition("\n\n")[0] + "\n\n" + "".join(f"{line}\n" for line in lines)


SIGNATURES = NOTE.rpartition("\n\n")[2].splitlines()


@pytest.mark.parametrize(
    ("note", "message"),
    [
        (_lines(NOTE, [SIGNATURES[0]] * 2), "same signature twice"),
        (_lines(NOTE, [f"\u2014 a{n} AAAAAAA=" for n in range(101)]), "more than 100"),
        (_lines(NOTE, []), "no signature block"),
        (_lines(NOTE, [SIGNATURES[0], ""]), "no signature block|not a signature line"),
        (_lines(NOTE, ["\u2014 a AAAA"]), "shorter than its key id"),
        (_lines(NOTE, ["\u2014 a AAAAAB=="]), "not base64"),
        (_lines(NOTE, ["\u2014 a AAAAAAB="]), "right spelling"),
        (_lines(NOTE, [f"{SIGNATURES[0]} "]), "not a signature line"),
        (_lines(NOTE, ["\u2014 a\u00a0b AAAAAAA="]), "not a signature line"),
        (_lines(NOTE, ["- a AAAAAAA="]), "not a signature line"),
        (NOTE.replace("\n", "\r\n"), "no signature block|control characters"),
        (NOTE + "x", "no signature block"),
        (NOTE.replace("desk", "d\x1bsk"), "control characters"),
        (NOTE.replace("desk", "d\ud800sk"), "not UTF-8"),
        ("x" * 1_000_001, "larger than one million"),
        ("\u2014" * 400_000, "larger than one million"),
    ],
)
def test_a_note_that_breaks_a_rule_is_refused_in_words(note: str, message: str) -> None:
    with pytest.raises(NoteError, match=message):
        parse_note(note)


def test_a_note_of_a_million_bytes_is_not_too_large() -> None:
    tail = "\n\n\u2014 a AAAAAAA=\n"
    note = "x" * (1_000_000 - len(tail.encode())) + tail
    assert str(parse_note(note)) == note


def test_bytes_that_are_no_text_are_no_note_and_no_proof() -> None:
    with pytest.raises(NoteError, match="not UTF-8"):
        parse_note(b"\xff" + NOTE.encode())
    with pytest.raises(ProofError, match="not UTF-8"):
        parse_log_proof(b"\xff" + str(PROOF).encode())


def test_a_hundred_signatures_are_not_too_many() -> None:
    note = _lines(NOTE, [*SIGNATURES, *(f"\u2014 a{n} AAAAAAA=" for n in range(98))])
    assert len(signed_by(note, KEYS)) == 2
    with pytest.raises(NoteError, match="more than 100"):
        with_signatures_of(note, _lines(NOTE, ["\u2014 b AAAAAAA="]))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a\n1\n", "at least three lines"),
        ("a\n\n1\n", "at least three lines"),
        ("\n1\nAAAA\n", "at least three lines"),
        ("a\n1\nAAAA\n\n", "at least three lines"),
        ("a\n1\nAAAA", "at least three lines"),
        ("a\n01\nAAAA\n", "not a tree size"),
        ("a\n+1\nAAAA\n", "not a tree size"),
        ("a\n\u0661\nAAAA\n", "not a tree size"),
        ("a\n9223372036854775808\nAAAA\n", "not a tree size"),
        ("a\n1\nAAAA\n", "32 bytes"),
        ("a\n1\n" + "A" * 42 + "B=\n", "right spelling"),
        ("a\n1\n" + "-" * 43 + "=\n", "not base64"),
        ("a\n0\n" + "A" * 43 + "=\n", "another root"),
    ],
)
def test_a_text_that_is_no_checkpoint_is_refused_in_words(text: str, message: str) -> None:
    with pytest.raises(NoteError, match=message):
        parse_checkpoint(text)


@pytest.mark.parametrize("length", [0, 31, 33])
def test_a_key_of_another_length_has_no_verifier_key(length: int) -> None:
    with pytest.raises(NoteError, match="not an Ed25519"):
        verifier_key("desk.example", bytes(length))


@pytest.mark.parametrize("name", ["", "a b", "a+b", "a\u2003b", "a\n", "\ud800"])
def test_a_name_that_no_key_may_have_is_refused(name: str) -> None:
    with pytest.raises(NoteError):
        verifier_key(name, bytes(32))
