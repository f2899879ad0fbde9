"""Time stamps by outside authorities (RFC 3161, with RFC 5816): requests, checks, states.

A stamp shows one thing: that the bytes it covers existed no later than its genTime, in the word
of the authority. Not who made them, not that they are true, not that they are older than that.

``check_response`` follows RFC 3161, section 2.4.2 and appendix B: granted, imprint, nonce, one
signer that the signed attributes name (ESSCertID, RFC 5816), whose certificate is for time
stamping and nothing else (section 2.3), a signature that fits, a chain to a root that the caller
trusts, everything valid at genTime. The response is kept by the caller whole, as it came; the
library that verifies wants the certificates in DER order (X.690, section 11.6), which the tools
of many authorities do not write, so it is given a copy put in order. The signature does not
cover that order.

Left out: the serial number's uniqueness, accuracy and ordering, for which nothing here asks.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal

from asn1crypto import algos, cms, core, tsp
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import Certificate, ExtendedKeyUsage, ExtensionNotFound
from cryptography.x509.oid import ExtendedKeyUsageOID
from rfc3161_client import (
    TimeStampResponse,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

from provenance.clock import timestamp
from provenance.errors import StampError

Algorithm = Literal["sha256", "sha512"]
MAX_RESPONSE = 1 << 20  # bytes; a response with a long chain has about ten thousand
RENEWAL = b"provenance-desk stamp renewal v1\n"
_MAX_CHAIN = 10
_WEAK = frozenset({"md2", "md5", "sha1"})
_GRANTED = frozenset({"granted", "granted_with_mods"})
# What the readers of ASN.1 and X.509 raise over bytes that are no such structure.
_MALFORMED = (
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    OverflowError,
    RecursionError,
    UnsupportedAlgorithm,
    x509.DuplicateExtension,
    x509.InvalidVersion,
    x509.UnsupportedGeneralNameType,
)

_REASON = re.compile(r'(?:Verify error: |reason: ")([^"]{1,200})')
_PLAIN = {
    "certificate has expired": "a certificate of the authority had expired when it stamped",
    "certificate is not yet valid": (
        "a certificate of the authority was not valid yet when it stamped"
    ),
    "unable to get": "the chain leads to no root that is trusted here",
}

SHOWS = "The authority says that these bytes existed no later than this time"
DOES_NOT_SHOW = (
    "who made them, that they are true, how much older they are, or that the authority's clock "
    "and key were sound"
)


class _Response(core.Sequence):  # type: ignore[misc]  # the library has no types
    """TimeStampResp (2.4.2); the library's own demands a token of those who refuse, too."""

    _fields = [("status", tsp.PKIStatusInfo), ("token", cms.ContentInfo, {"optional": True})]  # noqa: RUF012  # as the library reads it


class StampState(StrEnum):
    """What a stamp is worth now, in plain words."""

    VALID = "valid when stamped"
    EXPIRED = "valid when stamped, certificate expired since"
    REVOKED = "valid when stamped, certificate revoked since"
    NOT_VALID = "not valid"


@dataclass(frozen=True)
class Stamped:
    """What a response that was checked says."""

    stamped_at: str  # genTime, cut to milliseconds
    algorithm: Algorithm
    policy: str
    signer: str
    expires_at: str  # the first moment at which a certificate of the chain is out of date
    chain: tuple[bytes, ...]  # DER, from the signer's certificate to the trusted root


def make_request(data: bytes, *, algorithm: Algorithm, nonce: int) -> bytes:
    """Return the request to stamp these bytes: certificates wanted, a nonce in it (2.4.1)."""
    imprint = {
        "hash_algorithm": {"algorithm": algorithm},
        "hashed_message": hashlib.new(algorithm, data).digest(),
    }
    request = tsp.TimeStampReq(
        {"version": "v1", "message_imprint": imprint, "nonce": nonce, "cert_req": True}
    )
    made: bytes = request.dump()
    return made


def renewal_of(checkpoint: bytes, earlier: Sequence[bytes]) -> bytes:
    """Return the bytes that a renewal stamps: the checkpoint and all that the stamp stood on.

    ``earlier`` is the response, the certificates of its chain, its revocation lists. Each part
    stands behind its length in decimal and a line feed, so that no two lists are the same bytes.
    """
    parts = (b"%d\n%s" % (len(part), part) for part in (checkpoint, *earlier))
    return RENEWAL + b"".join(parts)


def parse_roots(pem: bytes) -> tuple[bytes, ...]:
    """Return the certificates of a PEM file as DER; a file without any is a StampError."""
    try:
        found = x509.load_pem_x509_certificates(pem)
    except ValueError as error:
        raise StampError(f"holds no certificates that can be read: {error}") from error
    return tuple(each.public_bytes(Encoding.DER) for each in found)


def check_response(
    response: bytes, data: bytes, *, request: bytes, roots: Sequence[bytes]
) -> Stamped:
    """Return what a response says when it stamps these bytes; anything else is a StampError."""
    algorithm, nonce = _asked(request)
    signed, ordered = _read(response)
    with _malformed("the response"):
        info = ordered.tst_info
        imprint = info.message_imprint
        _check_imprint(imprint.hash_algorithm.dotted_string, imprint.message, algorithm, data)
        if info.nonce != nonce:
            raise StampError("the nonce is not the one that was asked with: an answer to another")
        leaf, others = _signer(signed, ordered)
        _check_purpose(leaf)
        moment = info.gen_time
        policy = info.policy.dotted_string
    trusted = _loaded(roots)
    chain = _chain(leaf, others, trusted)
    _check_signature(ordered, data, algorithm, trusted)
    return Stamped(
        stamped_at=timestamp(moment),
        algorithm=algorithm,
        policy=policy,
        signer=leaf.subject.rfc4514_string(),
        expires_at=timestamp(min(each.not_valid_after_utc for each in chain)),
        chain=tuple(_der(each) for each in chain),
    )


def state_of(stamped_at: str, expires_at: str, now: str, *, revoked_since: bool) -> StampState:
    """Return what a stamp that was checked is worth now; timestamps compare as text."""
    if revoked_since:
        return StampState.REVOKED
    if stamped_at <= now and expires_at < now:
        return StampState.EXPIRED
    return StampState.VALID


def named(certificate: bytes) -> str:
    """Return a certificate's subject and its SHA-256, by which a person can compare it."""
    digest = hashlib.sha256(certificate).hexdigest()
    return f"{_loaded([certificate])[0].subject.rfc4514_string()} (sha256:{digest})"


@contextmanager
def _malformed(what: str) -> Iterator[None]:
    """Turn what the readers raise over malformed bytes into a StampError."""
    try:
        yield
    except _MALFORMED as error:
        reason = str(error).partition("\n")[0][:200] or type(error).__name__
        raise StampError(f"{what} is no time stamp that can be read: {reason}") from error


def _asked(request: bytes) -> tuple[Algorithm, int]:
    """Return the digest algorithm and the nonce of a request."""
    with _malformed("the request"):
        parsed = tsp.TimeStampReq.load(request, strict=True)
        name = parsed["message_imprint"]["hash_algorithm"]["algorithm"].native
        nonce = parsed["nonce"].native
        if name not in ("sha256", "sha512") or not isinstance(nonce, int):
            raise StampError("the request is not one of ours: no nonce, or another digest")
        return name, nonce


def _read(response: bytes) -> tuple[Any, TimeStampResponse]:
    """Return the signed data, and the response with its certificates in DER order."""
    if len(response) > MAX_RESPONSE:
        raise StampError(f"the response is larger than {MAX_RESPONSE:,} bytes")
    with _malformed("the response"):
        parsed = _Response.load(response, strict=True)
        status = parsed["status"]["status"].native
        if status not in _GRANTED:
            raise StampError(f"the authority refused: {_refusal(parsed['status'])}")
        if status != "granted":
            parsed["status"]["status"] = "granted"  # with modifications: they are checked below
        if parsed["token"]["content_type"].native != "signed_data":
            raise StampError("the response holds no signed data")
        signed = parsed["token"]["content"]
        if not signed["certificates"]:
            raise StampError("the response came without certificates, which were asked for")
        for each in signed["certificates"]:
            if each.chosen.serial_number < 1:
                raise StampError("a certificate that came has no serial number (RFC 5280)")
        signed["certificates"] = cms.CertificateSet(list(signed["certificates"]))
        return signed, decode_timestamp_response(parsed.dump())


def _refusal(status: Any) -> str:
    """Return why an authority did not stamp, in its own words as far as there are any."""
    told = status["status_string"].native or []
    failure = status["fail_info"].native or ()
    return "; ".join([str(status["status"].native), *map(str, told), *sorted(failure)])[:300]


def _check_imprint(oid: str, digest: bytes, algorithm: Algorithm, data: bytes) -> None:
    found = algos.DigestAlgorithmId(oid).native
    if found != algorithm:
        raise StampError(f"stamped was a digest by {found}, asked was {algorithm}")
    if digest != hashlib.new(algorithm, data).digest():
        raise StampError("the digest that was stamped is not that of these bytes")


def _signer(signed: Any, ordered: TimeStampResponse) -> tuple[Certificate, tuple[Certificate, ...]]:
    """Return the one signer's certificate, as the signed attributes name it, and the others."""
    infos = ordered.signed_data.signer_infos
    if len(infos) != 1:
        raise StampError(f"signed by {len(infos)}, where one authority signs")
    info = next(iter(infos))
    certificates = _loaded(sorted(ordered.signed_data.certificates))
    for each in certificates:
        if each.issuer == info.issuer and each.serial_number == info.serial_number:
            _check_named(signed["signer_infos"][0], _der(each))
            return each, tuple(other for other in certificates if other is not each)
    raise StampError("the signer's certificate is not among those that came")


def _check_named(info: Any, certificate: bytes) -> None:
    """Return when the signed attributes name this certificate (RFC 3161, 2.4.2; RFC 5816)."""
    digest = info["digest_algorithm"]["algorithm"].native
    if digest in _WEAK:
        raise StampError(f"the authority signed with {digest}, which no longer shows anything")
    named = False
    for attribute in info["signed_attrs"]:
        kind = attribute["type"].native
        if kind not in ("signing_certificate", "signing_certificate_v2"):
            continue
        first = attribute["values"][0]["certs"][0]
        by = (
            "sha1" if kind == "signing_certificate" else first["hash_algorithm"]["algorithm"].native
        )
        if first["cert_hash"].native != hashlib.new(by, certificate).digest():
            raise StampError("the signed attributes name another certificate than the signer's")
        named = True
    if not named:
        raise StampError("the signed attributes do not name the signer's certificate")


def _check_purpose(certificate: Certificate) -> None:
    """Return when a certificate is for time stamping and nothing else (RFC 3161, section 2.3)."""
    try:
        usage = certificate.extensions.get_extension_for_class(ExtendedKeyUsage)
    except ExtensionNotFound as error:
        raise StampError("the signer's certificate does not say what it is for") from error
    if not usage.critical or list(usage.value) != [ExtendedKeyUsageOID.TIME_STAMPING]:
        raise StampError("the signer's certificate is not for time stamping alone")


def _chain(
    leaf: Certificate, others: Sequence[Certificate], roots: Sequence[Certificate]
) -> list[Certificate]:
    """Return the certificates from the signer's to a trusted root."""
    chain = [leaf]
    while chain[-1] not in roots and len(chain) <= _MAX_CHAIN:
        issuer = next((each for each in (*roots, *others) if _issued(each, chain[-1])), None)
        if issuer is None:
            break
        chain.append(issuer)
    if chain[-1] not in roots:
        name = chain[-1].issuer.rfc4514_string()
        raise StampError(f"the chain leads to {name!r}, which is none of the roots trusted here")
    return chain


def _issued(issuer: Certificate, certificate: Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm):
        return False
    return True


def _check_signature(
    ordered: TimeStampResponse, data: bytes, algorithm: Algorithm, roots: Sequence[Certificate]
) -> None:
    """Return when signature and chain hold at genTime."""
    builder = VerifierBuilder(roots=list(roots))
    try:
        builder.build().verify(ordered, hashlib.new(algorithm, data).digest())
    except (VerificationError, ValueError) as error:
        raise StampError(_why(str(error))) from error


def _why(reason: str) -> str:
    """Return the verifier's reason in plain words where it is a common one."""
    plain = next((words for sign, words in _PLAIN.items() if sign in reason), None)
    told = _REASON.findall(reason)
    return plain or f"the authority's signature does not hold: {told[-1] if told else reason[:200]}"


def _loaded(certificates: Sequence[bytes]) -> tuple[Certificate, ...]:
    with _malformed("a certificate"):
        return tuple(x509.load_der_x509_certificate(each) for each in certificates)


def _der(certificate: Certificate) -> bytes:
    return certificate.public_bytes(Encoding.DER)
