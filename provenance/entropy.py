"""Randomness: record ids and row salts. Ids carry no time, so they reveal no order.

A fixed source exists for tests and golden files only; it is refused elsewhere, because
salts that can be guessed undo the hiding of withheld fields.
"""

import hashlib
import secrets
from itertools import count
from typing import Protocol

ID_LENGTH = 26  # 16 bytes in unpadded base32
SALT_LENGTH = 32
_DIGITS = "abcdefghijklmnopqrstuvwxyz234567"  # RFC 4648, section 6, in lower case
_PAIRS = [one + other for one in _DIGITS for other in _DIGITS]


class Entropy(Protocol):
    """Gives unpredictable bytes."""

    deterministic: bool

    def take(self, length: int) -> bytes:
        """Return that many bytes, never the same twice."""
        ...


class SystemEntropy:
    """The operating system's source."""

    deterministic = False

    def take(self, length: int) -> bytes:
        """Return that many bytes from the operating system."""
        return secrets.token_bytes(length)


class FixedEntropy:
    """A reproducible source for tests: SHA-256 over a seed and a counter."""

    deterministic = True

    def __init__(self, seed: str = "tests") -> None:
        """Start the counter for a seed."""
        self._seed = seed.encode()
        self._calls = count()

    def take(self, length: int) -> bytes:
        """Return the next bytes of the sequence (at most 32)."""
        return hashlib.sha256(self._seed + b"\n%d" % next(self._calls)).digest()[:length]


def new_id(entropy: Entropy) -> str:
    """Return a fresh record id: 16 random bytes as 26 lower-case base32 characters."""
    bits = int.from_bytes(entropy.take(16), "big") << 2  # 26 digits of 5 bits hold 130
    return "".join([_PAIRS[bits >> shift & 1023] for shift in range(120, -1, -10)])
