"""Records of anchoring: what outside authorities have said of the log, and when.

A stamp is about a checkpoint, so that one covers all that the log held before it. What is not
yet anchored is computed from stamps and log, never kept.
"""

from typing import ClassVar, Literal

from provenance.model.record import Digest, Record, RecordId, Timestamp


class Stamp(Record):
    """An authority's time stamp over a checkpoint, with all that checking it again takes.

    The response (RFC 3161) is kept whole, as it came. ``covers`` are the bytes whose digest was
    stamped: those of the checkpoint, or, for a renewal, the checkpoint together with the earlier
    response, its chain and its revocation data.
    """

    kind: ClassVar[str] = "stamp"

    origin: str  # of the log
    size: int  # entries that the checkpoint covers
    checkpoint: Digest  # of the signed note
    covers: Digest
    algorithm: Literal["sha256", "sha512"]  # of the digest that was stamped
    authority: str  # the address that was asked
    signer: str  # subject of the authority's certificate (RFC 4514)
    policy: str  # under which the authority stamped, an object identifier
    stamped_at: Timestamp  # genTime: what it covers existed no later than this
    expires_at: Timestamp  # the first moment at which a certificate of the chain is out of date
    request: Digest
    response: Digest
    chain: tuple[Digest, ...]  # certificates, DER, from the signer's to the trusted root
    revocation: tuple[Digest, ...]  # revocation lists, DER, as fetched after the stamp came
    renews: RecordId | None = None
