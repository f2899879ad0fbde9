"""Whether an authority's certificates were revoked: certificate revocation lists (RFC 5280, 5).

A list says what its issuer had revoked by its thisUpdate. What RFC 3161, section 4 makes of it:
a stamp given before a certificate was revoked goes on showing what it shows only where the list
says that the key was not compromised (unspecified, affiliationChanged, superseded,
cessationOfOperation). Without a reason, or with another, it shows nothing any more.

Left out: OCSP, delta lists, lists signed by somebody else than the certificate's issuer. What no
list covers is said to be unknown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.x509 import ReasonFlags

from provenance.clock import parse_timestamp, timestamp
from provenance.errors import StampError

_HARMLESS = frozenset(
    {
        ReasonFlags.unspecified,
        ReasonFlags.affiliation_changed,
        ReasonFlags.superseded,
        ReasonFlags.cessation_of_operation,
    }
)
# What the reader of X.509 raises over bytes that are no such structure.
_MALFORMED = (
    ValueError,
    TypeError,
    UnsupportedAlgorithm,
    x509.DuplicateExtension,
    x509.InvalidVersion,
    x509.UnsupportedGeneralNameType,
)


@dataclass(frozen=True)
class Standing:
    """How the certificates of a chain stood: ``notes`` are sentences, unknown said aloud."""

    revoked_since: bool
    notes: tuple[str, ...]


def addresses(chain: Sequence[bytes]) -> tuple[str, ...]:
    """Return where the certificates of a chain say that their revocation lists lie (http)."""
    found: dict[str, None] = {}
    for certificate in _loaded(chain)[:-1]:
        for point in _points(certificate):
            for name in point.full_name or ():
                if isinstance(name, x509.UniformResourceIdentifier) and _web(name.value):
                    found[name.value] = None
    return tuple(found)


def read_list(raw: bytes) -> bytes:
    """Return a fetched revocation list as DER; anything else is a StampError."""
    from cryptography.hazmat.primitives.serialization import Encoding

    try:
        if raw.lstrip().startswith(b"-----BEGIN"):
            return x509.load_pem_x509_crl(raw).public_bytes(Encoding.DER)
        return x509.load_der_x509_crl(raw).public_bytes(Encoding.DER)
    except _MALFORMED as error:
        raise StampError("what came is no revocation list") from error


def check_standing(chain: Sequence[bytes], lists: Sequence[bytes], stamped_at: str) -> Standing:
    """Return how a chain stood when it stamped; a StampError where that undoes the stamp."""
    certificates = _loaded(chain)
    try:
        known = [x509.load_der_x509_crl(each) for each in lists]
        since, notes = False, []
        for certificate, issuer in pairwise(certificates):
            revoked, note = _standing(certificate, issuer, known, stamped_at)
            since = since or revoked
            notes.append(note)
    except _MALFORMED as error:
        raise StampError(f"a revocation list cannot be read: {str(error)[:200]}") from error
    return Standing(since, tuple(notes))


def _standing(
    certificate: x509.Certificate,
    issuer: x509.Certificate,
    lists: Sequence[x509.CertificateRevocationList],
    stamped_at: str,
) -> tuple[bool, str]:
    """Return whether a certificate was revoked after it stamped, and the sentence for it."""
    name = certificate.subject.rfc4514_string()
    public_key = issuer.public_key()
    ours = [
        each
        for each in lists
        if each.issuer == certificate.issuer and each.is_signature_valid(public_key)  # type: ignore[arg-type]  # a CA's key signs
    ]
    if not ours:
        return False, f"whether {name} was revoked is not known: no list of its issuer is kept"
    newest = max(ours, key=lambda each: each.last_update_utc)
    entry = newest.get_revoked_certificate_by_serial_number(certificate.serial_number)
    as_of = timestamp(newest.last_update_utc)
    if entry is None:
        until = newest.next_update_utc
        if until is not None and until < parse_timestamp(stamped_at):
            return False, f"whether {name} was revoked is not known: the list kept is older"
        return False, f"{name} was not revoked as of {as_of}"
    when = timestamp(entry.revocation_date_utc)
    if when <= stamped_at or _reason(entry) not in _HARMLESS:
        raise StampError(f"{name} was revoked on {when}, in a way that undoes its stamps")
    return True, f"{name} was revoked on {when}, after it stamped"


def _reason(entry: x509.RevokedCertificate) -> ReasonFlags | None:
    try:
        return entry.extensions.get_extension_for_class(x509.CRLReason).value.reason
    except x509.ExtensionNotFound:
        return None


def _points(certificate: x509.Certificate) -> Sequence[x509.DistributionPoint]:
    try:
        found = certificate.extensions.get_extension_for_class(x509.CRLDistributionPoints)
    except (x509.ExtensionNotFound, *_MALFORMED):
        return ()
    return tuple(found.value)


def _web(address: str) -> bool:
    try:
        return urlsplit(address).scheme in {"http", "https"}
    except ValueError:
        return False


def _loaded(certificates: Sequence[bytes]) -> list[x509.Certificate]:
    try:
        return [x509.load_der_x509_certificate(each) for each in certificates]
    except _MALFORMED as error:
        raise StampError(f"a certificate cannot be read: {str(error)[:200]}") from error
