"""A body as sent and as decoded (RFC 9110, section 8.4), under a bound, with both digests."""

import hashlib
import zlib
from dataclasses import replace

from provenance.network.exchange import Exchange

MIB = 1 << 20
TOO_LARGE = "too large"


def decoded(raw: bytes, coding: str, limit: int) -> tuple[bytes, str]:
    """Return a body with its content codings undone as far as they can be, and the trouble."""
    body = raw
    for name in reversed([part.strip().lower() for part in coding.split(",") if part.strip()]):
        if name == "identity":
            continue
        if name not in {"gzip", "x-gzip", "deflate"}:
            return b"", f"the body is coded as {name!r}, which is not read here"
        body, trouble = inflated(body, name, limit)
        if trouble:
            return body, trouble
    return body, ""


def inflated(coded: bytes, name: str, limit: int) -> tuple[bytes, str]:
    """Return inflated bytes; "deflate" is zlib by RFC 9110, and bare from some servers."""
    bare = name == "deflate" and (not coded or coded[0] & 0x0F != 8)
    inflater = zlib.decompressobj(-zlib.MAX_WBITS if bare else 32 + zlib.MAX_WBITS)
    out = bytearray()
    try:
        while coded and not inflater.eof:
            out += inflater.decompress(coded, min(MIB, limit + 1 - len(out)))
            if len(out) > limit:
                return b"", TOO_LARGE
            coded = inflater.unconsumed_tail
    except zlib.error:
        return bytes(out), f"the body is not valid {name}"
    return bytes(out), "" if inflater.eof else f"the {name} body ends early"


def with_body(answered: Exchange, raw: bytes, body: bytes) -> Exchange:
    """Return the exchange with its body, and what was sent where the two differ."""
    if body == raw:
        return replace(answered, body=body)
    return replace(answered, body=body or None, sent=raw, transfer=digest(raw))


def digest(data: bytes) -> str:
    """Return the SHA-256 of bytes, with the name of the algorithm."""
    return "sha256:" + hashlib.sha256(data).hexdigest()
