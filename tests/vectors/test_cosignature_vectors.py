"""Cosignatures made by other people's witnesses, and notes signed by other people's programs."""

from base64 import b64decode

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from provenance.audit import (
    Checkpoint,
    Cosigner,
    MemoryHashes,
    check_checkpoint,
    check_foreign_checkpoint,
    cosign,
    leaf_hash,
    make_checkpoint,
    parse_note,
    parse_verifier_key,
    prove_consistency,
    root_at,
    signed_by,
    verifier_key,
    with_signatures_of,
)
from provenance.audit.note import COSIGNATURE, Note, signed
from provenance.errors import ForkError, NoteError, ProofError

# A checkpoint of a public Certificate Transparency log, cosigned by public witnesses.
PUBLIC = """\
arche2025h1.staging.ct.transparency.dev
1432088532
U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

— arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=
— arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
— transparency.dev/DEV:witness-little-garden 2AQqhwAAAABqEiEgzgFIqqhbUoDwjMWE6UP8nd8/KYTzwZ2rhIgcqoXHAwVkjZr4AscylP3v7sEodkRAErumC2q44vdgJY096st5BQ==
— witness1.smartit.nu/witness1 pIyCDwAAAABqEiEghIp82KWebrw7/oHQwlTAm3g2RKS4+eebl8eO0WH+/iEcxZ75W3u5hNI7TOQtmJbqmNWVuE0tgh0XwzdZsDsUAQ==
— remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==
— witness.stagemole.eu Z/euoAAAAABqEiEgw0i+7g2ENfDAWHmtRzCfKTHSDwYDJA2NmKeGi9Y8FtEyOUvVr+AJmIY/2TUFucgKi7lI7cUiOvKFYe/TmN9DAg==
"""  # noqa: E501
PUBLIC_LOG = parse_verifier_key(
    "arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f"
)
PUBLIC_WITNESS = parse_verifier_key(
    "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2"
)
AT = 1779573024  # 0x6a122120, the time that the witnesses' signatures begin with

LOG_KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
LOG = verifier_key("desk.example/log", LOG_KEY.public_key().public_bytes_raw())
WITNESS = Cosigner("other.example/w", Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33))))
SECOND = Cosigner("third.example/w", Ed25519PrivateKey.from_private_bytes(bytes(range(2, 34))))
TREE = MemoryHashes(leaf_hash(b"entry %d" % number) for number in range(9))


def _checkpoint(size: int) -> Checkpoint:
    return Checkpoint("desk.example/log", size, root_at(size, TREE))


def _cosigned(size: int, seen: int | None = None, at: int = 1_800_000_000) -> str:
    return cosign(
        make_checkpoint(_checkpoint(size), LOG_KEY),
        log=LOG,
        origin="desk.example/log",
        seen=None if seen is None else _checkpoint(seen),
        proof=() if seen is None else prove_consistency(seen, size, TREE),
        cosigner=WITNESS,
        at=at,
    )


def test_a_public_witness_has_cosigned_a_public_checkpoint() -> None:
    (witness,) = signed_by(PUBLIC, [PUBLIC_WITNESS])
    assert witness.at == AT
    checkpoint = check_foreign_checkpoint(PUBLIC, PUBLIC_LOG, origin=PUBLIC_LOG.name)
    assert checkpoint.size == 1432088532
    assert str(parse_note(PUBLIC)) == PUBLIC


def test_keys_that_sign_in_another_way_are_passed_over() -> None:
    other = verifier_key("remora.n621.de", PUBLIC_WITNESS.public_key)
    assert signed_by(PUBLIC, [other, LOG]) == ()


@pytest.mark.parametrize("changed", [("1432088532", "1432088533"), ("qEiEgPlfF", "qEiEhPlfF")])
def test_a_cosignature_covers_the_text_and_the_time(changed: tuple[str, str]) -> None:
    with pytest.raises(NoteError, match="does not fit"):
        signed_by(PUBLIC.replace(*changed), [PUBLIC_WITNESS])


def test_a_witness_key_does_not_speak_for_the_log() -> None:
    with pytest.raises(NoteError, match="of a witness"):
        check_foreign_checkpoint(PUBLIC, PUBLIC_WITNESS, origin=PUBLIC_LOG.name)


def test_the_origin_is_the_one_that_the_reader_expects() -> None:
    with pytest.raises(NoteError, match=r"not a checkpoint of other\.example"):
        check_foreign_checkpoint(PUBLIC, PUBLIC_LOG, origin="other.example")


def test_keys_print_back_with_their_type() -> None:
    assert str(PUBLIC_WITNESS).endswith("+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2")
    assert PUBLIC_WITNESS.kind == COSIGNATURE


# The note that golang.org/x/mod/sumdb/note signs in its tests.
SEED = b64decode("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz")[1:]
WORDS = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
)
PETER = (
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdng"
    "otpRZb6KE6RyyBwJnAM=\n"
)
ENOCH = (
    "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWL"
    "ox33WWd1RvMc+QQ=\n"
)
KEYS = [
    parse_verifier_key("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"),
    parse_verifier_key("EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop"),
]


def test_a_note_is_signed_byte_for_byte_as_by_the_reference_implementation() -> None:
    key = Ed25519PrivateKey.from_private_bytes(SEED)
    assert str(signed(Note(WORDS), "PeterNeumann", key)) == WORDS + "\n" + PETER


def test_several_signatures_are_told_in_the_order_of_the_keys() -> None:
    note = WORDS + "\n" + ENOCH + PETER
    assert [each.key.name for each in signed_by(note, KEYS)] == ["PeterNeumann", "EnochRoot"]
    assert [each.key.name for each in signed_by(WORDS + "\n" + ENOCH, KEYS)] == ["EnochRoot"]
    assert signed_by(note, []) == ()


def test_one_known_key_that_fails_refuses_the_note_whoever_else_signed() -> None:
    note = WORDS + "\n" + PETER + ENOCH.replace("Q5ovTG01", "Q5ovTG02")
    assert [each.key.name for each in signed_by(note, KEYS[:1])] == ["PeterNeumann"]
    with pytest.raises(NoteError, match="EnochRoot does not fit"):
        signed_by(note, KEYS)


def test_a_cosignature_is_the_bytes_that_the_specification_describes() -> None:
    note = parse_note(_cosigned(5))
    signature = note.signatures[1]
    assert signature.name == "other.example/w"
    assert signature.key_id == WITNESS.verifier.key_id
    assert signature.value[:8] == (1_800_000_000).to_bytes(8, "big")
    WITNESS.key.public_key().verify(
        signature.value[8:], f"cosignature/v1\ntime 1800000000\n{note.text}".encode()
    )


def test_the_log_and_its_witnesses_are_told_apart_by_their_times() -> None:
    found = signed_by(_cosigned(5), [LOG, WITNESS.verifier, SECOND.verifier])
    assert [(each.key.name, each.at) for each in found] == [
        ("desk.example/log", None),
        ("other.example/w", 1_800_000_000),
    ]


def test_what_was_cosigned_is_still_a_checkpoint_of_the_log() -> None:
    assert check_checkpoint(_cosigned(5), LOG) == _checkpoint(5)


def test_a_log_that_only_grew_is_cosigned_again() -> None:
    for size in (5, 6, 9):
        assert signed_by(_cosigned(size, seen=5), [WITNESS.verifier])


def test_of_several_cosignatures_by_one_witness_the_newest_counts() -> None:
    again = with_signatures_of(_cosigned(5), _cosigned(5, at=1_900_000_000))
    (found,) = signed_by(again, [WITNESS.verifier])
    assert found.at == 1_900_000_000


def test_copies_from_several_witnesses_become_one() -> None:
    first, plain = _cosigned(5), make_checkpoint(_checkpoint(5), LOG_KEY)
    second = cosign(
        plain,
        log=LOG,
        origin="desk.example/log",
        seen=None,
        proof=(),
        cosigner=SECOND,
        at=1_700_000_000,
    )
    both = with_signatures_of(first, second)
    assert len(signed_by(both, [LOG, WITNESS.verifier, SECOND.verifier])) == 3
    assert with_signatures_of(both, first) == both
    with pytest.raises(NoteError, match="the same text"):
        with_signatures_of(first, _cosigned(6))


def test_one_key_under_two_names_is_one_witness() -> None:
    other = Cosigner("alias.example/w", WITNESS.key)
    note = str(signed(parse_note(_cosigned(5)), other.name, other.key, cosigned_at=1))
    assert len(signed_by(note, [WITNESS.verifier, other.verifier])) == 1


def test_a_log_key_that_also_cosigns_is_one_signer() -> None:
    both = signed(parse_note(_cosigned(5)), LOG.name, LOG_KEY, cosigned_at=1)
    keys = [LOG, Cosigner(LOG.name, LOG_KEY).verifier, WITNESS.verifier]
    assert [each.key for each in signed_by(str(both), keys)] == [LOG, WITNESS.verifier]


FORKED = MemoryHashes(leaf_hash(b"other %d" % number) for number in range(9))


@pytest.mark.parametrize(
    ("size", "tree", "seen", "message"),
    [
        (5, FORKED, 5, "two roots at 5"),
        (9, FORKED, 5, "not shown"),
        (4, TREE, 5, "it had 5"),
        (0, TREE, 5, "it had 5"),
    ],
)
def test_a_log_that_shrank_or_was_rewritten_is_not_cosigned(
    size: int, tree: MemoryHashes, seen: int, message: str
) -> None:
    checkpoint = Checkpoint("desk.example/log", size, root_at(size, tree))
    with pytest.raises(ForkError, match=message):
        cosign(
            make_checkpoint(checkpoint, LOG_KEY),
            log=LOG,
            origin="desk.example/log",
            seen=_checkpoint(seen),
            proof=prove_consistency(seen, size, tree) if size > seen else (),
            cosigner=WITNESS,
            at=1,
        )


def test_what_was_seen_of_another_log_proves_nothing() -> None:
    seen = Checkpoint("other.example/log", 0, root_at(0, TREE))
    with pytest.raises(ForkError, match=r"of other\.example/log"):
        cosign(
            make_checkpoint(_checkpoint(5), LOG_KEY),
            log=LOG,
            origin="desk.example/log",
            seen=seen,
            proof=(),
            cosigner=WITNESS,
            at=1,
        )


def test_a_first_cosignature_takes_no_proof() -> None:
    with pytest.raises(ProofError, match="no earlier checkpoint"):
        cosign(
            make_checkpoint(_checkpoint(5), LOG_KEY),
            log=LOG,
            origin="desk.example/log",
            seen=None,
            proof=(bytes(32),),
            cosigner=WITNESS,
            at=1,
        )


def test_a_checkpoint_that_the_log_did_not_sign_is_not_cosigned() -> None:
    stranger = Ed25519PrivateKey.from_private_bytes(bytes(32))
    with pytest.raises(NoteError, match="no signature by"):
        cosign(
            make_checkpoint(_checkpoint(5), stranger),
            log=LOG,
            origin="desk.example/log",
            seen=None,
            proof=(),
            cosigner=WITNESS,
            at=1,
        )


def test_a_log_cannot_witness_itself() -> None:
    with pytest.raises(NoteError, match="own key"):
        cosign(
            make_checkpoint(_checkpoint(5), LOG_KEY),
            log=LOG,
            origin="desk.example/log",
            seen=None,
            proof=(),
            cosigner=Cosigner("other.example/w", LOG_KEY),
            at=1,
        )


@pytest.mark.parametrize("at", [-1, 2**63])
def test_a_time_that_cannot_be_is_not_signed(at: int) -> None:
    with pytest.raises(NoteError, match="the time"):
        _cosigned(5, at=at)


def test_a_signed_time_beyond_the_specified_range_is_refused() -> None:
    text = _checkpoint(5).text
    value = (2**63).to_bytes(8, "big") + WITNESS.key.sign(
        f"cosignature/v1\ntime {2**63}\n{text}".encode()
    )
    note = parse_note(_cosigned(5))
    line = type(note.signatures[1])("other.example/w", WITNESS.verifier.key_id, value)
    with pytest.raises(NoteError, match="a time that cannot be"):
        signed_by(str(Note(text, (line,))), [WITNESS.verifier])


def test_extension_lines_of_another_log_are_kept_and_cosigned() -> None:
    checkpoint = Checkpoint("desk.example/log", 5, root_at(5, TREE), ("kept for others", "1"))
    note = make_checkpoint(checkpoint, LOG_KEY)
    cosigned = cosign(
        note,
        log=LOG,
        origin="desk.example/log",
        seen=None,
        proof=(),
        cosigner=WITNESS,
        at=1,
    )
    assert check_foreign_checkpoint(cosigned, LOG, origin=LOG.name) == checkpoint
    with pytest.raises(NoteError, match="does not fit"):
        signed_by(cosigned.replace("kept for", "lost for"), [WITNESS.verifier])
    with pytest.raises(NoteError, match="three lines"):
        check_checkpoint(cosigned, LOG)
