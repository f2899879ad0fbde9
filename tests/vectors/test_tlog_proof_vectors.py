"""Proofs as files: one of a public log, the cases of the reference implementation, our own."""

from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from provenance.audit import (
    Checkpoint,
    Cosigner,
    LogProof,
    MemoryHashes,
    check_log_proof,
    cosign,
    leaf_hash,
    make_checkpoint,
    parse_log_proof,
    parse_verifier_key,
    prove_inclusion,
    root_at,
    verifier_key,
)
from provenance.errors import NoteError, ProofError

# Of the checksum database of Go modules, as kept in the tests of transparency-dev/incubator.
PUBLIC = """\
c2sp.org/tlog-proof@v1
index 43930254
Q2cuq1e21q4UC1RQ6wtmXmCxk2q3Wqz/yFvD12P2KSM=
VdgHwjNYSv9fZVxvYzn8kySGvrjqeCnzdJqJILieWf4=
ARfBpZjsj3LSP42V4xBVdCKbHVa4WXSbuFAa0rUSCVQ=
0VYgz0Vmgz6jOM8H6edZBWHtO6+R7tPvN4EOwwRRSws=
vq+ifloynXE+ORFC1wymQT0cpNIJA1tqg2mQpA55+kc=
SCRewH6vHE1/Vwkt5yEW8xT7il0WbWltXjFIVqlGtQQ=
p//fIG8jgZie4MMwjHF7quCIJ4hErr7U4at0HV34MZQ=
D3K5YdBlxQcklrgF8vSbDyT05J5/mA9lzuhhp72uSOk=
jeYlYyH9FhYGwu+ZJmfPr8GvSNdgrydwqmJgHsygoR0=
p6RFgfGhu8Uuy0LyyZdI4MrSPOZkMe+ycwWJFfr8zTI=
AMZsxrVKBPSe8nSNVVCTyTxWns0CiNbChG/FoiSJWuM=
e+rtSmK5Pd1K5LgFwj7VSo5XJXOcq7OOcqPVZn1hqeM=
expmv1e6XiGr5NMUjMRkSZijlcBx+fZcpqQmUnawhOY=
+Wuic0YARH84k80/Q+KJIbhRCldxG8npjLFiHMLtEpo=
NOMeJqlyUxFXUKYRI/1YqAF4WJBfXJr8UM/SlWGqxgY=
Lm6+TAlLb2lvUs/3unZ2t6RSmJw8RO+WuEuUbAw3QEc=
Jhh2EDG15gDBoLmLiF88lVTgd+uvx3L0xczb8Y3kSq8=
taenaiKqtYMXS3gDzIF3q8VZzqAXqftHqL9BC39njaw=
kZNKypGwEANnt1+msLINnqrIrwX+0MGZUTTKXTfbloI=
A4NJSymjVJ5dvGPaGC3Gj04x8qVRKYfh0pP24mwd6Yk=
KQq808D9W4NUgr4ip+rF/RCyAUERYKKCwKiiAJfaFOc=
I3EVN3zM2rDjs5Q06Zr5gxhg+ksnX2h77E75uL+h3aI=
7iNSYSDhMeRkeV7r9krKbKelNPiqDCJU1i6xAn/Fbuw=
MYqdo6zSjxaAn+29EEjNRbPYm0myB3bheu+HTZIAbVY=
S7olT9TPLXk+bbawbV3sAzWMmhcpWrtjbw++9ZTiyn8=
xJ20xXM4QItt5vxFOtolZ5l18p7ej1+RimNkgWmoRFM=

go.sum database tree
58253265
lIyLAEe4zJUQAda6pFFg3yPOf7j1SgfMEDrpgoX39JU=

— sum.golang.org Az3grkvBHbFcpEFQ3BhGlktgB7pcswIW+ez91eWY6rNPtWfAey8bJO2rVoG2yO5zXvgiaikWVHqon+e14JhA+WXvpAY=
"""  # noqa: E501
GO_KEY = parse_verifier_key("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8")
GO_ENTRY = (
    b"github.com/transparency-dev/tessera v1.0.0 h1:4OT1V9xJLa5NnYlFWWlCdZkCm18/o12rdd+bCTje7XE=\n"
    b"github.com/transparency-dev/tessera v1.0.0/go.mod "
    b"h1:TLvfjlkbmsmKVEJUtzO2eb9Q2IBnK3EJ0dI4G0oxEOU=\n"
)

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
LOG = verifier_key("desk.example/log", KEY.public_key().public_bytes_raw())
WITNESS = Cosigner("other.example/w", Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33))))
LEAVES = [leaf_hash(b"entry %d" % number) for number in range(11)]
TREE = MemoryHashes(LEAVES)
CHECKPOINT = Checkpoint("desk.example/log", 11, root_at(11, TREE))
NOTE = cosign(
    make_checkpoint(CHECKPOINT, KEY),
    log=LOG,
    origin=LOG.name,
    seen=None,
    proof=(),
    cosigner=WITNESS,
    at=1_800_000_000,
)
OURS = LogProof(7, prove_inclusion(7, 11, TREE), NOTE)


def test_a_proof_of_a_public_log_checks() -> None:
    proof = parse_log_proof(PUBLIC.encode())
    assert str(proof) == PUBLIC
    checkpoint, signed = check_log_proof(
        proof, leaf_hash(GO_ENTRY), log=GO_KEY, origin="go.sum database tree"
    )
    assert (checkpoint.size, signed) == (58253265, ())


def test_the_same_proof_does_not_fit_another_entry() -> None:
    with pytest.raises(ProofError, match="does not lead"):
        check_log_proof(
            parse_log_proof(PUBLIC),
            leaf_hash(GO_ENTRY + b"\n"),
            log=GO_KEY,
            origin="go.sum database tree",
        )


ONE, TWO = sha256(b"hash1").digest(), sha256(b"hash2").digest()
LINE_ONE, LINE_TWO = b64encode(ONE).decode(), b64encode(TWO).decode()
HEAD = "c2sp.org/tlog-proof@v1\n"
CASES = [
    (
        LogProof(5, (ONE, TWO), "test checkpoint\n"),
        f"{HEAD}index 5\n{LINE_ONE}\n{LINE_TWO}\n\ntest checkpoint\n",
    ),
    (
        LogProof(10, (ONE,), "checkpoint data\n", b"extra information"),
        f"{HEAD}extra ZXh0cmEgaW5mb3JtYXRpb24=\nindex 10\n{LINE_ONE}\n\ncheckpoint data\n",
    ),
    (LogProof(0, (), "checkpoint\n"), f"{HEAD}index 0\n\ncheckpoint\n"),
]


@pytest.mark.parametrize(("proof", "text"), CASES)
def test_files_are_written_as_by_the_reference_implementation(proof: LogProof, text: str) -> None:
    assert str(proof) == text
    assert parse_log_proof(text) == proof


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "not a proof of the kind"),
        ("wrong-header\nindex 0\n\ncheckpoint\n", "not a proof of the kind"),
        (HEAD.replace("v1", "v2") + "index 0\n\ncheckpoint\n", "not a proof of the kind"),
        (HEAD + "extra !!notbase64!!\nindex 0\n\ncheckpoint\n", "not base64"),
        (HEAD + "extra \nindex 0\n\ncheckpoint\n", "none in it"),
        (HEAD + "index 0\nextra AAAA\n\ncheckpoint\n", "not base64"),
        (HEAD + "\n\ncheckpoint\n", "does not say the index"),
        (HEAD + "index notanumber\n\ncheckpoint\n", "does not say the index"),
        (HEAD + "index -5\n\ncheckpoint\n", "does not say the index"),
        (HEAD + "index 05\n\ncheckpoint\n", "does not say the index"),
        (HEAD + "index \u0665\n\ncheckpoint\n", "does not say the index"),
        (HEAD + "index 9223372036854775808\n\ncheckpoint\n", "does not say the index"),
        (HEAD + "index 0\n!!notbase64!!\n\ncheckpoint\n", "not base64"),
        (HEAD + "index 0\n" + "A" * 86 + "==\n\ncheckpoint\n", "32 bytes"),
        (HEAD + "index 0\n" + "A" * 42 + "B=\n\ncheckpoint\n", "right spelling"),
        (HEAD + "index 0\n" + ("A" * 43 + "=\n") * 64 + "\ncheckpoint\n", "more than 63"),
        (HEAD + "index 0\n", "no checkpoint"),
        (HEAD + "index 0\n\n", "no checkpoint"),
        (HEAD.replace("\n", "\r\n") + "index 0\n\ncheckpoint\n", "not a proof of the kind"),
        (HEAD + "index 0\n\n" + "a" * 2_000_001, "larger than"),
        (HEAD + "index 0\n\n\ud800", "UTF-8"),
    ],
)
def test_what_is_not_a_proof_is_refused(text: str, message: str) -> None:
    with pytest.raises(ProofError, match=message):
        parse_log_proof(text)


def test_a_proof_says_its_checkpoint_and_its_witnesses() -> None:
    read = parse_log_proof(str(OURS))
    assert read == OURS
    checkpoint, (witness,) = check_log_proof(
        read, LEAVES[7], log=LOG, origin=LOG.name, witnesses=[WITNESS.verifier]
    )
    assert checkpoint == CHECKPOINT
    assert (witness.key.name, witness.at) == ("other.example/w", 1_800_000_000)


@pytest.mark.parametrize(
    "proof",
    [
        replace(OURS, index=6),
        replace(OURS, index=11),
        replace(OURS, hashes=OURS.hashes[1:]),
        replace(OURS, hashes=(*OURS.hashes, bytes(32))),
        replace(OURS, hashes=OURS.hashes[::-1]),
    ],
)
def test_an_altered_proof_is_refused(proof: LogProof) -> None:
    with pytest.raises(ProofError):
        check_log_proof(proof, LEAVES[7], log=LOG, origin=LOG.name)


def test_a_proof_under_a_forged_checkpoint_is_refused() -> None:
    forged = replace(OURS, checkpoint=NOTE.replace("\n11\n", "\n12\n"))
    with pytest.raises(NoteError, match="does not fit"):
        check_log_proof(forged, LEAVES[7], log=LOG, origin=LOG.name)


def test_a_known_witness_whose_signature_fails_refuses_the_proof() -> None:
    log_line, witness_line = NOTE.split("\n\n")[1].splitlines()
    broken = witness_line[:-8] + ("AAAA" if witness_line[-8:-4] != "AAAA" else "BBBB")
    text = NOTE.split("\n\n")[0] + f"\n\n{log_line}\n{broken}{witness_line[-4:]}\n"
    forged = replace(OURS, checkpoint=text)
    check_log_proof(forged, LEAVES[7], log=LOG, origin=LOG.name)
    with pytest.raises(NoteError, match=r"other\.example/w does not fit"):
        check_log_proof(forged, LEAVES[7], log=LOG, origin=LOG.name, witnesses=[WITNESS.verifier])
