"""Requests and responses of RFC 3161: what is taken, and what is refused and why."""

import dataclasses
import subprocess
from pathlib import Path
from typing import Literal

import pytest
from asn1crypto import tsp
from cryptography.x509.oid import ExtendedKeyUsageOID, ObjectIdentifier
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.audit.stamp import (
    MAX_RESPONSE,
    StampState,
    check_response,
    make_request,
    parse_roots,
    renewal_of,
    state_of,
)
from provenance.errors import StampError
from tests.stamping import OPENSSL, POLICY, Authority, authority, needs_openssl, openssl_accepts

pytestmark = needs_openssl
DATA = b"provenance-desk/example\n3\nAAAA\n"
REQUEST = make_request(DATA, algorithm="sha256", nonce=2**63 + 5)


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return authority(tmp_path_factory.mktemp("tsa"))


@pytest.fixture(scope="module")
def response(local: Authority) -> bytes:
    return local.stamp(REQUEST)


def refused(
    response: bytes, roots: tuple[bytes, ...], *, data: bytes = DATA, request: bytes = REQUEST
) -> str:
    with pytest.raises(StampError) as told:
        check_response(response, data, request=request, roots=roots)
    return str(told.value)


def test_a_request_asks_for_certificates_and_brings_a_nonce(tmp_path: Path) -> None:
    (tmp_path / "q").write_bytes(REQUEST)
    shown = subprocess.run(  # noqa: S603  # openssl reads what we wrote
        [str(OPENSSL), "ts", "-query", "-in", str(tmp_path / "q"), "-text"],
        capture_output=True,
        check=True,
    ).stdout.decode()
    assert "Hash Algorithm: sha256" in shown
    assert "Nonce: 0x8000000000000005" in shown
    assert "Certificate required: yes" in shown


def test_what_a_good_response_says(local: Authority, response: bytes) -> None:
    said = check_response(response, DATA, request=REQUEST, roots=local.roots_der)
    assert (said.algorithm, said.policy) == ("sha256", POLICY)
    assert said.signer == "CN=quay time stamps"
    assert len(said.chain) == 2
    assert said.chain[-1:] == local.roots_der
    assert said.stamped_at < said.expires_at
    end = local.signer.not_valid_after_utc
    assert said.expires_at.startswith(end.strftime("%Y-%m-%dT%H:%M:%S"))


def test_openssl_takes_the_response_as_it_is_kept(
    local: Authority, response: bytes, tmp_path: Path
) -> None:
    root = local.roots_der[0]
    assert openssl_accepts(tmp_path / "a", data=DATA, response=response, root=root)
    assert not openssl_accepts(tmp_path / "b", data=DATA + b"x", response=response, root=root)


def test_certificates_out_of_order_are_put_in_order_for_reading_alone(tmp_path: Path) -> None:
    """A signer's RSA certificate stands before the smaller root, which DER would put first."""
    local = authority(tmp_path / "tsa")
    local.options = f"certs = {local.roots}"
    response = local.stamp(REQUEST)
    held = tsp.TimeStampResp.load(response)["time_stamp_token"]["content"]["certificates"]
    encoded = [each.dump() for each in held]
    assert encoded != sorted(encoded)
    said = check_response(response, DATA, request=REQUEST, roots=local.roots_der)
    assert said.chain == (encoded[0], encoded[1])
    root = local.roots_der[0]
    assert openssl_accepts(tmp_path / "a", data=DATA, response=response, root=root)


def test_a_longer_root_needs_no_reordering(tmp_path: Path) -> None:
    local = authority(tmp_path / "tsa", root_bits=3072)
    local.options = f"certs = {local.roots}"
    said = check_response(local.stamp(REQUEST), DATA, request=REQUEST, roots=local.roots_der)
    assert len(said.chain) == 2


def test_other_bytes_than_those_stamped_are_refused(local: Authority, response: bytes) -> None:
    assert "not that of these bytes" in refused(response, local.roots_der, data=DATA + b" ")


def test_an_answer_to_another_request_is_refused(local: Authority, response: bytes) -> None:
    other = make_request(DATA, algorithm="sha256", nonce=7)
    assert "nonce" in refused(response, local.roots_der, request=other)


def test_another_digest_than_asked_is_refused(local: Authority, response: bytes) -> None:
    other = make_request(DATA, algorithm="sha512", nonce=2**63 + 5)
    told = refused(response, local.roots_der, request=other)
    assert told == "stamped was a digest by sha256, asked was sha512"


def test_a_root_nobody_here_trusts_is_refused(
    local: Authority, response: bytes, tmp_path: Path
) -> None:
    foreign = authority(tmp_path / "foreign", name="elsewhere")
    assert "none of the roots trusted here" in refused(response, foreign.roots_der)
    namesake = authority(tmp_path / "namesake")  # the same names, another key
    assert "none of the roots trusted here" in refused(response, namesake.roots_der)
    assert local.roots_der != namesake.roots_der


def test_no_root_at_all_is_refused(response: bytes) -> None:
    assert "none of the roots trusted here" in refused(response, ())


@pytest.mark.parametrize(
    ("valid", "words"),
    [((-48.0, -24.0), "had expired when it stamped"), ((24.0, 48.0), "was not valid yet")],
    ids=["expired", "not yet valid"],
)
def test_a_certificate_that_was_not_valid_at_the_time_is_refused(
    tmp_path: Path, valid: tuple[float, float], words: str
) -> None:
    local = authority(tmp_path / "tsa", signer_valid=valid)
    assert words in refused(local.stamp(REQUEST), local.roots_der)


def test_a_root_that_had_expired_is_refused(tmp_path: Path) -> None:
    local = authority(tmp_path / "tsa", root_valid=(-48, -1))
    assert "had expired when it stamped" in refused(local.stamp(REQUEST), local.roots_der)


STAMPING, CODE = ExtendedKeyUsageOID.TIME_STAMPING, ExtendedKeyUsageOID.CODE_SIGNING


def test_a_response_signed_again_by_its_key_is_taken(local: Authority, response: bytes) -> None:
    again = local.signed_again(response)
    check_response(again, DATA, request=REQUEST, roots=local.roots_der)


@pytest.mark.parametrize(
    ("purposes", "critical"),
    [([CODE], True), ([STAMPING, CODE], True), ([STAMPING], False)],
    ids=["another", "more", "not critical"],
)
def test_a_certificate_that_is_not_for_time_stamping_alone_is_refused(
    local: Authority, response: bytes, purposes: list[ObjectIdentifier], critical: bool
) -> None:
    again = local.signed_again(
        response, certificate=local.certified_for(purposes, critical=critical)
    )
    assert "not for time stamping alone" in refused(again, local.roots_der)


@pytest.mark.parametrize(
    ("naming", "words"),
    [("another", "name another certificate"), ("none", "do not name the signer's certificate")],
)
def test_the_certificate_is_the_one_that_the_signature_covers(
    local: Authority, response: bytes, naming: Literal["another", "none"], words: str
) -> None:
    assert words in refused(local.signed_again(response, naming=naming), local.roots_der)


def test_an_authority_that_signs_with_a_broken_digest_is_refused(local: Authority) -> None:
    weak = dataclasses.replace(local, options="signer_digest = sha1")
    assert "signed with sha1" in refused(weak.stamp(REQUEST), local.roots_der)


def test_two_signers_are_one_too_many(local: Authority, response: bytes) -> None:
    parsed = tsp.TimeStampResp.load(response)
    signed = parsed["time_stamp_token"]["content"]
    second = signed["signer_infos"][0].copy()
    second["signature"] = bytes(256)
    signed["signer_infos"] = [signed["signer_infos"][0], second]
    assert refused(parsed.dump(), local.roots_der) == "signed by 2, where one authority signs"


def test_a_certificate_without_a_serial_number_is_refused(
    local: Authority, response: bytes
) -> None:
    parsed = tsp.TimeStampResp.load(response)
    certificate = parsed["time_stamp_token"]["content"]["certificates"][0].chosen
    certificate["tbs_certificate"]["serial_number"] = 0
    assert "no serial number" in refused(parsed.dump(force=True), local.roots_der)


def test_a_refusal_tells_the_authority_s_own_words(local: Authority) -> None:
    weak = tsp.TimeStampReq.load(REQUEST)
    weak["message_imprint"]["hash_algorithm"] = {"algorithm": "sha384"}
    weak["message_imprint"]["hashed_message"] = bytes(48)
    told = refused(local.stamp(weak.dump()), local.roots_der)
    assert told.startswith("the authority refused: rejection")
    assert "bad_alg" in told


def test_bytes_cut_off_anywhere_are_refused(local: Authority, response: bytes) -> None:
    for at in range(0, len(response), 7):
        refused(response[:at], local.roots_der)


@pytest.mark.parametrize(
    "junk",
    [b"", b"<html><body>We moved.</body></html>", b"0\x80", b"\x30\x03\x02\x01\x00", bytes(99)],
)
def test_what_is_no_response_is_refused(local: Authority, junk: bytes) -> None:
    refused(junk, local.roots_der)


def test_bytes_after_the_response_are_refused(local: Authority, response: bytes) -> None:
    refused(response + b"\0", local.roots_der)


def test_an_endless_response_is_refused_unread(local: Authority) -> None:
    assert "larger than" in refused(bytes(MAX_RESPONSE + 1), local.roots_der)


def test_a_request_that_is_none_of_ours_is_refused(local: Authority, response: bytes) -> None:
    assert "request" in refused(response, local.roots_der, request=b"junk")
    bare = tsp.TimeStampReq.load(REQUEST)
    del bare["nonce"]
    assert "no nonce" in refused(response, local.roots_der, request=bare.dump())


@settings(max_examples=300, deadline=None)
@given(
    change=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=4)
)
def test_whatever_bytes_come_the_error_is_the_module_s_own(
    local: Authority, response: bytes, change: list[tuple[float, int]]
) -> None:
    raw = bytearray(response)
    for where, value in change:
        raw[int(where * len(raw))] = value
    try:
        said = check_response(bytes(raw), DATA, request=REQUEST, roots=local.roots_der)
    except StampError:
        return
    good = check_response(response, DATA, request=REQUEST, roots=local.roots_der)
    assert (said.stamped_at, said.chain) == (good.stamped_at, good.chain)


@settings(max_examples=200, deadline=None)
@given(raw=st.binary(max_size=400))
def test_noise_is_refused(local: Authority, raw: bytes) -> None:
    refused(raw, local.roots_der)


def test_roots_that_are_none_are_refused() -> None:
    with pytest.raises(StampError, match="no certificates"):
        parse_roots(b"nothing of the kind")


def test_a_renewal_s_bytes_say_where_each_part_ends() -> None:
    assert renewal_of(b"ab", [b"c"]) == b"provenance-desk stamp renewal v1\n2\nab1\nc"
    assert renewal_of(b"ab", [b"c"]) != renewal_of(b"a", [b"bc"])
    assert renewal_of(b"ab", [b"c"]) != renewal_of(b"ab1\nc", [])


STAMPED, END = "2026-01-01T00:00:00.000Z", "2027-01-01T00:00:00.000Z"


@pytest.mark.parametrize(
    ("now", "revoked", "words"),
    [
        ("2026-06-01T00:00:00.000Z", False, "valid when stamped"),
        (END, False, "valid when stamped"),
        ("2027-01-01T00:00:00.001Z", False, "valid when stamped, certificate expired since"),
        ("2026-06-01T00:00:00.000Z", True, "valid when stamped, certificate revoked since"),
    ],
)
def test_states_in_plain_words(now: str, revoked: bool, words: str) -> None:
    assert state_of(STAMPED, END, now, revoked_since=revoked) == StampState(words)


def test_a_signature_that_was_changed_is_refused_in_plain_words(
    local: Authority, response: bytes
) -> None:
    told = refused(response[:-1] + bytes([response[-1] ^ 1]), local.roots_der)
    assert told.startswith("the authority's signature does not hold: ")
    assert "ErrorStack" not in told
