"""Signed notes against the C2SP specification's example key, and their own mirror."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from provenance.audit import (
    Checkpoint,
    check_checkpoint,
    make_checkpoint,
    parse_verifier_key,
    verifier_key,
)
from provenance.audit.note import Note, signed
from provenance.errors import NoteError

EXAMPLE = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
CHECKPOINT = Checkpoint("desk.example/log", 7, bytes(32))
VKEY = verifier_key("desk.example/log", KEY.public_key().public_bytes_raw())


def test_the_specifications_key_prints_back() -> None:
    assert str(parse_verifier_key(EXAMPLE)) == EXAMPLE


@pytest.mark.parametrize(
    "text",
    [
        "",
        "example.com/foo",
        EXAMPLE.replace("530d903a", "530d903b"),
        EXAMPLE.replace("foo", "bar"),
        EXAMPLE[:-4],
        EXAMPLE + "=",
        EXAMPLE.replace("AekyeRrm", "BekyeRrm"),
    ],
)
def test_a_key_that_is_not_one_is_refused(text: str) -> None:
    with pytest.raises(NoteError):
        parse_verifier_key(text)


def test_what_is_signed_is_read_back() -> None:
    assert check_checkpoint(make_checkpoint(CHECKPOINT, KEY), VKEY) == CHECKPOINT


def test_a_note_is_the_bytes_that_the_specification_describes() -> None:
    note = make_checkpoint(CHECKPOINT, KEY)
    zero_root = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
    assert note.startswith(f"desk.example/log\n7\n{zero_root}\n\n\u2014 desk.example/log ")
    assert note.endswith("\n")
    assert note.count("\n") == 5


def test_a_signature_by_an_unknown_key_is_ignored_beside_a_good_one() -> None:
    stranger = Ed25519PrivateKey.from_private_bytes(bytes(32))
    other = make_checkpoint(CHECKPOINT, stranger).rpartition("\n\n")[2]
    note = make_checkpoint(CHECKPOINT, KEY)
    assert check_checkpoint(note + other, VKEY) == CHECKPOINT


def _with(old: str, new: str) -> str:
    return make_checkpoint(CHECKPOINT, KEY).replace(old, new)


@pytest.mark.parametrize(
    ("note", "message"),
    [
        ("", "no signature block"),
        (_with("\n7\n", "\n8\n"), "does not fit"),
        (_with("\n7\n", "\n07\n"), "does not fit"),
        (_with("\u2014", "-"), "not a signature line"),
        (_with("desk.example/log\n7", "desk.example/lag\n7"), "does not fit"),
        (make_checkpoint(CHECKPOINT, KEY)[:-1], "no signature block"),
        (make_checkpoint(Checkpoint("other.example/log", 7, bytes(32)), KEY), "no signature by"),
        ("x" * 1_000_001, "larger than"),
        ("a\x1b[31m\n\n\u2014 a AAAA\n", "control characters"),
    ],
)
def test_a_forged_or_broken_note_is_refused(note: str, message: str) -> None:
    with pytest.raises(NoteError, match=message):
        check_checkpoint(note, VKEY)


@pytest.mark.parametrize(
    "text",
    ["", "no line feed", "a\n\nb", "control \x07\n", "\ud800\n", "x\n\n\u2014 a AAAAAAA="],
)
def test_a_text_that_could_not_be_read_back_is_not_signed(text: str) -> None:
    with pytest.raises(NoteError):
        signed(Note(text), "desk.example/log", KEY)


def test_a_signed_text_that_is_no_checkpoint_is_refused() -> None:
    for text in ("desk.example/log\n7\n", "desk.example/log\n07\nAAAA\n", "x\n1\nAAAA\n"):

        class Odd(Checkpoint):
            @property
            def text(self) -> str:
                return text  # noqa: B023  # used within the turn of the loop

        with pytest.raises(NoteError):
            check_checkpoint(make_checkpoint(Odd("desk.example/log", 7, bytes(32)), KEY), VKEY)
