"""Files of learnt weights: a line of JSON that says what they are, then 16-bit integers.

The integers are little-endian (two's complement), one a slot. The line names the model, the
version, what it was learnt from and by which command; the same stands in its card. A file that
does not hold what its line says is refused.
"""

import json
import sys
from array import array
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from provenance.errors import ProvenanceError

UNIT = 10_000  # a weight of one, in the integers kept
LIMIT = (1 << 15) - 1


class Weights(NamedTuple):
    """Learnt weights in ten-thousandths, with what their first line says of them."""

    about: Mapping[str, str | int]
    values: Sequence[int]

    @property
    def model(self) -> str:
        """Name and version, as records keep them."""
        return f"{self.about['name']} {self.about['version']}"

    def number(self, key: str) -> int:
        """Return a number that the first line gives."""
        return int(self.about[key])


def pack(about: Mapping[str, str | int], values: Sequence[int]) -> bytes:
    """Return the bytes of a file of weights."""
    packed = array("h", values)
    if sys.byteorder == "big":
        packed.byteswap()
    line = json.dumps({**about, "slots": len(values)}, sort_keys=True)
    return line.encode() + b"\n" + packed.tobytes()


def unpack(data: bytes) -> Weights:
    """Return the weights that a file holds; raise where it does not hold what it says."""
    line, _, packed = data.partition(b"\n")
    try:
        about = json.loads(line)
        slots = int(about["slots"])
    except (ValueError, TypeError, KeyError) as error:
        raise ProvenanceError("learnt weights do not say what they are") from error
    if len(packed) != 2 * slots:
        raise ProvenanceError(f"learnt weights say {slots} numbers and hold others")
    values = array("h", packed)
    if sys.byteorder == "big":
        values.byteswap()
    return Weights(about, values)


@cache
def shipped(name: str) -> Weights:
    """Return the weights of a name that come with the package; read once."""
    return unpack(files(__package__).joinpath(f"{name}.weights").read_bytes())
