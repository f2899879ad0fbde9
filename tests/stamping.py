"""A local time-stamping authority made with ``openssl ts``: called as a function, or served.

Keys and certificates are made here, so that they can be valid when a test wants them to be;
the stamps themselves are made by OpenSSL, whose ``ts -verify`` is also the judge.
"""

import hashlib
import shutil
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal

import pytest
from asn1crypto import cms, tsp
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from provenance.clock import timestamp
from provenance.network import Exchange

OPENSSL = shutil.which("openssl")
needs_openssl = pytest.mark.skipif(OPENSSL is None, reason="openssl is not installed")
URL = "http://127.0.0.1/tsa"
LISTS = "http://127.0.0.1/root.crl"
POLICY = "1.3.6.1.4.1.57264.2"
Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
Hours = tuple[float, float]  # from, until: hours from now


@dataclass
class Authority:
    """A root, a certificate for time stamping under it, and how it stamps."""

    folder: Path
    root: x509.Certificate
    root_key: Key
    signer: x509.Certificate
    key: rsa.RSAPrivateKey
    options: str = ""
    ahead: timedelta = timedelta()  # how far its clock is ahead

    @property
    def roots(self) -> Path:
        """The PEM file with the root."""
        return self.folder / "root.pem"

    @property
    def roots_der(self) -> tuple[bytes, ...]:
        """The root as those who check are given it."""
        return (self.root.public_bytes(Encoding.DER),)

    def stamp(self, request: bytes) -> bytes:
        """Return the response to a request, as ``openssl ts -reply`` makes it."""
        (self.folder / "request.tsq").write_bytes(request)
        (self.folder / "tsa.cnf").write_text(_CONFIGURATION.format(self.folder, self.options))
        made = _openssl(
            *("ts", "-reply", "-config", self.folder / "tsa.cnf"),
            *("-queryfile", self.folder / "request.tsq", "-out", self.folder / "response.tsr"),
        )
        assert made.returncode == 0, made.stderr
        response = (self.folder / "response.tsr").read_bytes()
        if not self.ahead:
            return response
        return self.signed_again(response, moment=datetime.now(UTC) + self.ahead)

    def signed_again(
        self,
        response: bytes,
        *,
        certificate: x509.Certificate | None = None,
        naming: Literal["it", "another", "none"] = "it",
        moment: datetime | None = None,
    ) -> bytes:
        """Return a response signed by the same key with something changed in it.

        OpenSSL stamps neither under a certificate for other purposes nor at another time than
        the machine's, so such tokens are signed here.
        """
        der = (certificate or self.signer).public_bytes(Encoding.DER)
        loaded = asn1.Certificate.load(der)
        parsed = tsp.TimeStampResp.load(response)
        signed = parsed["time_stamp_token"]["content"]
        signed["certificates"] = [cms.CertificateChoices("certificate", loaded)]
        said = signed["encap_content_info"]["content"].parsed
        if moment is not None:
            said["gen_time"] = moment.replace(microsecond=0)
        content = said.dump(force=True)
        info = signed["signer_infos"][0]
        number = {"issuer": loaded.issuer, "serial_number": loaded.serial_number}
        info["sid"] = {"issuer_and_serial_number": number}
        kept = []
        for attribute in info["signed_attrs"]:
            kind = attribute["type"].native
            if kind == "message_digest":
                attribute["values"] = [hashlib.sha256(content).digest()]
            if kind.startswith("signing_certificate"):
                if naming == "none":
                    continue
                named = attribute["values"][0]["certs"][0]
                by = "sha256" if kind.endswith("v2") else "sha1"
                named["cert_hash"] = hashlib.new(by, der if naming == "it" else b"").digest()
                named["issuer_serial"] = None
            kept.append(attribute)
        info["signed_attrs"] = kept
        attributes = info["signed_attrs"].untag().dump(force=True)
        info["signature"] = self.key.sign(attributes, PKCS1v15(), hashes.SHA256())
        made: bytes = parsed.dump(force=True)
        return made

    def certified_for(
        self, purposes: Sequence[x509.ObjectIdentifier], *, critical: bool = True
    ) -> x509.Certificate:
        """Return a certificate of the same key for other purposes."""
        made = _certificate("quay time stamps", self.key, self.root.subject, (-24, 24))
        made = made.add_extension(x509.ExtendedKeyUsage(purposes), critical=critical)
        return made.sign(self.root_key, hashes.SHA256())

    def revoking(
        self,
        *,
        when: datetime,
        reason: x509.ReasonFlags | None,
        later: timedelta = timedelta(),
    ) -> bytes:
        """Return the root's list of what it has revoked, with the signer's certificate on it."""
        entry = x509.RevokedCertificateBuilder(self.signer.serial_number, when)
        if reason is not None:
            entry = entry.add_extension(x509.CRLReason(reason), critical=False)
        return self.list_of([entry.build()], later=later)

    def list_of(
        self, revoked: list[x509.RevokedCertificate], *, later: timedelta = timedelta()
    ) -> bytes:
        """Return the root's signed list of revoked certificates, DER."""
        now = datetime.now(UTC) + later
        made = (
            x509.CertificateRevocationListBuilder()
            .issuer_name(self.root.subject)
            .last_update(now)
            .next_update(now + timedelta(days=7))
        )
        for each in revoked:
            made = made.add_revoked_certificate(each)
        return made.sign(self.root_key, hashes.SHA256()).public_bytes(Encoding.DER)


@dataclass
class Service:
    """A network on which authorities answer: what each address gives, and what was asked."""

    authorities: dict[str, Authority] = field(default_factory=dict)
    pages: dict[str, tuple[str, bytes]] = field(default_factory=dict)  # media type, body
    asked: list[str] = field(default_factory=list)

    def ask(self, uri: str, body: bytes, media_type: str) -> Exchange:
        """Answer as the authority at an address does."""
        self.asked.append(uri)
        assert media_type == "application/timestamp-query"
        if uri in self.authorities:
            return _answer(uri, "application/timestamp-reply", self.authorities[uri].stamp(body))
        return self._page(uri)

    def fetch(self, uri: str) -> Exchange:
        """Give what lies at an address."""
        self.asked.append(uri)
        return self._page(uri)

    def _page(self, uri: str) -> Exchange:
        if uri in self.pages:
            return _answer(uri, *self.pages[uri])
        return Exchange(uri, uri, "failed", reason="the server refused the connection")


def authority(
    folder: Path,
    *,
    root_bits: int = 0,
    signer_valid: Hours = (-24, 24 * 365),
    root_valid: Hours = (-48, 24 * 3650),
    purposes: tuple[x509.ObjectIdentifier, ...] = (ExtendedKeyUsageOID.TIME_STAMPING,),
    name: str = "quay",
    lists: str | None = None,
    options: str = "",
) -> Authority:
    """Return a fresh authority: an RSA certificate under an elliptic root, or under an RSA one."""
    folder.mkdir(parents=True, exist_ok=True)
    root_key: Key = (
        rsa.generate_private_key(65537, root_bits)
        if root_bits
        else ec.generate_private_key(ec.SECP256R1())
    )
    key = rsa.generate_private_key(65537, 2048)
    root = _certificate(f"{name} root", root_key, None, root_valid).sign(root_key, hashes.SHA256())
    building = _certificate(f"{name} time stamps", key, root.subject, signer_valid)
    building = building.add_extension(x509.ExtendedKeyUsage(purposes), critical=True)
    if lists is not None:
        address = [x509.UniformResourceIdentifier(lists)]
        point = x509.DistributionPoint(address, None, None, None)
        building = building.add_extension(x509.CRLDistributionPoints([point]), critical=False)
    signer = building.sign(root_key, hashes.SHA256())
    (folder / "root.pem").write_bytes(root.public_bytes(Encoding.PEM))
    (folder / "signer.pem").write_bytes(signer.public_bytes(Encoding.PEM))
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / "signer.key").write_bytes(pem)
    (folder / "serial").write_text("01\n")
    return Authority(folder, root, root_key, signer, key, options)


@contextmanager
def served(made: Authority) -> Iterator[str]:
    """Serve an authority on 127.0.0.1 and yield its address."""

    class Office(BaseHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

        def do_POST(self) -> None:
            body = made.stamp(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response_only(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Office)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def openssl_accepts(
    folder: Path, *, data: bytes, response: bytes, root: bytes, hour: float = 0
) -> bool:
    """Return whether ``openssl ts -verify`` takes a response, so many hours from now."""
    folder.mkdir(exist_ok=True)
    for name, content in (("data", data), ("response.tsr", response)):
        (folder / name).write_bytes(content)
    certificate = x509.load_der_x509_certificate(root)
    (folder / "root.pem").write_bytes(certificate.public_bytes(Encoding.PEM))
    done = _openssl(
        *("ts", "-verify", "-data", folder / "data", "-in", folder / "response.tsr"),
        *("-CAfile", folder / "root.pem"),
        *("-attime", int((datetime.now(UTC) + timedelta(hours=hour)).timestamp())),
    )
    return done.returncode == 0 and b"Verification: OK" in done.stdout


def hours(number: float) -> str:
    """Return the time so many hours from now."""
    return timestamp(datetime.now(UTC) + timedelta(hours=number))


def digest(data: bytes) -> str:
    """Return the digest under which a blob lies."""
    return "sha256:" + hashlib.sha256(data).hexdigest()


def _certificate(
    name: str, key: Key, issuer: x509.Name | None, valid: Hours
) -> x509.CertificateBuilder:
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer or subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + timedelta(hours=valid[0]))
        .not_valid_after(now + timedelta(hours=valid[1]))
        .add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
    )


def _answer(uri: str, media_type: str, body: bytes) -> Exchange:
    return Exchange(uri, uri, "complete", status=200, media_type=media_type, body=body)


def _openssl(*words: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([str(OPENSSL), *map(str, words)], capture_output=True, check=False)  # noqa: S603  # test words


_CONFIGURATION = (
    """[tsa]
default_tsa = local
[local]
serial = {0}/serial
signer_cert = {0}/signer.pem
signer_key = {0}/signer.key
signer_digest = sha256
default_policy = """
    + POLICY
    + """
digests = sha256, sha512
accuracy = secs:1
{1}
"""
)
