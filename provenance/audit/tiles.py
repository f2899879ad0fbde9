"""Tiles (c2sp.org/tlog-tiles): a tree as files that any static web server can serve.

``tile/<L>/<N>`` holds 256 hashes side by side: those of the full subtrees of 256**L leaves from
number 256·N on. ``tile/entries/<N>`` holds the 256 entries under tile N of level 0, each behind
its length as a big-endian 16-bit number. The last tile of a level may be narrower, W hashes wide;
its path then ends in ``.p/<W>``. N is written in groups of three digits, all but the last behind
an ``x``: 1234067 is ``x001/x234/067``.

Parsing refuses what does not print back to itself, with a ProofError. What these functions return
is as trustworthy as the file; ``provenance.audit.tiling`` compares it with a root.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from provenance.audit.merkle import HASH, MAX_SIZE
from provenance.errors import ProofError

WIDTH = 256  # hashes in a full tile
HEIGHT = 8  # levels of the tree in a tile: 256 is 2**8
MAX_LEVEL = 63
MAX_ENTRY = 0xFFFF  # bytes; the length has 16 bits
CHECKPOINT = "checkpoint"
_PATH = re.compile(
    r"tile/(entries|[0-9]{1,2})/((?:x[0-9]{3}/){0,6}[0-9]{3})(?:\.p/([0-9]{1,3}))?", re.ASCII
)


@dataclass(frozen=True)
class Tile:
    """The place of a tile, or of a bundle of entries, in the tree."""

    level: int | None  # of the tile, 8 levels of the tree each; None for a bundle of entries
    index: int
    width: int = WIDTH

    def __post_init__(self) -> None:
        """Refuse a place that no tree has (ValueError)."""
        if not (
            0 <= (self.level or 0) <= MAX_LEVEL
            and 0 <= self.index <= MAX_SIZE
            and 1 <= self.width <= WIDTH
        ):
            raise ValueError("a tile has a level up to 63, an index and a width of 1 to 256")

    @property
    def path(self) -> str:
        """The path of the tile below the address of the log."""
        digits = str(self.index)
        digits = digits.zfill(-(-len(digits) // 3) * 3)
        groups = [digits[start : start + 3] for start in range(0, len(digits), 3)]
        index = "/".join([*(f"x{group}" for group in groups[:-1]), groups[-1]])
        level = "entries" if self.level is None else self.level
        part = "" if self.width == WIDTH else f".p/{self.width}"
        return f"tile/{level}/{index}{part}"


def parse_path(path: str) -> Tile:
    """Return the tile that has this path; anything else is a ProofError."""
    match = _PATH.fullmatch(path)
    if match is None:
        raise ProofError(f"not the path of a tile: {path[:80]!r}")
    level, index, width = match.groups()
    try:
        tile = Tile(
            None if level == "entries" else int(level),
            int(index.replace("/", "").replace("x", "")),
            WIDTH if width is None else int(width),
        )
    except ValueError as error:
        raise ProofError(f"not the path of a tile: {path[:80]!r}") from error
    if tile.path != path:
        raise ProofError(f"not the path of a tile in its one right spelling: {path[:80]!r}")
    return tile


def tile_bytes(hashes: Sequence[bytes]) -> bytes:
    """Return the content of a tile of these hashes, 1 to 256."""
    if not 1 <= len(hashes) <= WIDTH:
        raise ValueError("a tile holds 1 to 256 hashes")
    return b"".join(hashes)


def parse_tile(data: bytes, width: int) -> tuple[bytes, ...]:
    """Return the hashes of a tile of that width; another length is a ProofError."""
    if len(data) != width * HASH:
        raise ProofError(
            f"a tile {width} hashes wide has {width * HASH} bytes; this has {len(data)}"
        )
    return tuple(data[start : start + HASH] for start in range(0, len(data), HASH))


def bundle_bytes(entries: Sequence[bytes]) -> bytes:
    """Return the content of a bundle of these entries; one over 65,535 bytes is a ProofError."""
    if not 1 <= len(entries) <= WIDTH:
        raise ValueError("a bundle holds 1 to 256 entries")
    for entry in entries:
        check_entry_length(entry)
    return b"".join([len(entry).to_bytes(2, "big") + entry for entry in entries])


def parse_bundle(data: bytes, width: int) -> tuple[bytes, ...]:
    """Return the entries of a bundle of that width; bytes too few or too many are a ProofError."""
    entries, start = [], 0
    for number in range(width):
        begin = start + 2
        start = begin + int.from_bytes(data[start:begin], "big")
        if begin > len(data) or start > len(data):
            raise ProofError(f"the bundle ends within entry {number + 1} of {width}")
        entries.append(data[begin:start])
    if start != len(data):
        raise ProofError(f"the bundle has {len(data) - start} bytes after its {width} entries")
    return tuple(entries)


def check_entry_length(entry: bytes) -> None:
    """Return when a bundle can hold the entry; one over 65,535 bytes is a ProofError."""
    if len(entry) > MAX_ENTRY:
        raise ProofError(f"an entry of {len(entry)} bytes is larger than a bundle can hold, 65535")


def width_of(tile_level: int, index: int, size: int) -> int:
    """Return how many hashes a tile has in the tree of that size; 0 for a tile not begun."""
    return max(0, min(WIDTH, (size >> HEIGHT * tile_level) - index * WIDTH))


def needed(size: int) -> list[Tile]:
    """Return the partial tiles of the tree of that size, and its partial bundle, if any.

    With the full tiles before them they are the whole tree; beside its size they tell its root.
    """
    tiles, level = [], 0
    while size >> HEIGHT * level:
        index, width = divmod(size >> HEIGHT * level, WIDTH)
        if width:
            tiles.append(Tile(level, index, width))
        level += 1
    if size % WIDTH:
        tiles.append(Tile(None, size // WIDTH, size % WIDTH))
    return tiles
