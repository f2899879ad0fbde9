"""Ids are base32 without padding, of all their random bits."""

from base64 import b32encode

import pytest

from provenance.entropy import ID_LENGTH, FixedEntropy, new_id


class _Given:
    deterministic = True

    def __init__(self, given: bytes) -> None:
        self._given = given

    def take(self, length: int) -> bytes:
        assert length == len(self._given)
        return self._given


@pytest.mark.parametrize(
    "given", [b"\0" * 16, b"\xff" * 16, b"\0" * 15 + b"\1", *(bytes([n] * 16) for n in range(256))]
)
def test_an_id_is_the_base32_of_sixteen_bytes(given: bytes) -> None:
    made = new_id(_Given(given))
    assert made == b32encode(given).decode().rstrip("=").lower()
    assert len(made) == ID_LENGTH


def test_ids_differ() -> None:
    entropy = FixedEntropy()
    assert len({new_id(entropy) for _ in range(1000)}) == 1000
