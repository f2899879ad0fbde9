"""A tree written as tiles, a little more each time, and read from them again.

``grown`` turns a stream of entries into the files of a tiled log: what it yields between an old
size and a new one is what a directory of the old size lacks, and nothing else; files that stand
there already are never touched, and partial tiles of earlier sizes may stay, as the specification
wants for every size that had a checkpoint. What it has to know of the tree so far, the ``Edge``,
is at most 256 hashes a level and 256 entries: memory does not grow with the log.

``read_edge`` takes the edge from the files themselves and compares it with a root, so that an
altered directory is not built upon; ``check_files`` reads a whole directory again. ``TileHashes``
reads nodes from tiles; what it reads is not trusted, a wrong tile makes a proof that does not
check.

A reader of files is a function from a path to its bytes, or None where there is no such file.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from provenance.audit.hashes import Node, check_node
from provenance.audit.merkle import Range, leaf_hash, parents
from provenance.audit.tiles import (
    HEIGHT,
    WIDTH,
    Tile,
    bundle_bytes,
    needed,
    parse_bundle,
    parse_path,
    parse_tile,
    tile_bytes,
    width_of,
)
from provenance.errors import ProofError

ReadFile = Callable[[str], bytes | None]


@dataclass(frozen=True)
class Edge:
    """The incomplete tiles of a tree, level by level, and the entries of its incomplete bundle."""

    size: int = 0
    levels: tuple[tuple[bytes, ...], ...] = ()  # level 0 first; a level may be empty
    entries: tuple[bytes, ...] = ()

    @property
    def root(self) -> bytes:
        """The root of the tree."""
        nodes = [node for level in reversed(self.levels) for node in _subtrees(level)]
        return Range(self.size, tuple(nodes)).root


def _subtrees(hashes: Sequence[bytes]) -> tuple[bytes, ...]:
    """Return the full subtrees over fewer than 256 hashes of one level, largest first."""
    return Range().extended(hashes).nodes


def read_edge(size: int, root: bytes, read: ReadFile) -> Edge:
    """Return the edge of the tree that lies in files; one without this root is a ProofError."""
    levels: list[tuple[bytes, ...]] = []
    entries: tuple[bytes, ...] = ()
    for tile in needed(size):
        if tile.level is None:
            entries = parse_bundle(_read(tile, read), tile.width)
        else:
            levels.extend(() for _ in range(tile.level - len(levels)))
            levels.append(parse_tile(_read(tile, read), tile.width))
    edge = Edge(size, tuple(levels), entries)
    if edge.root != root:
        raise ProofError(f"the tiles do not have the root of the {size} entries signed for")
    if size % WIDTH and tuple(map(leaf_hash, entries)) != levels[0]:
        raise ProofError("the last bundle holds other entries than the tiles were made from")
    return edge


def entries_in(size: int, read: ReadFile) -> Iterator[bytes]:
    """Yield the entries of the tree that lies in files, as they are; one bundle is read at a time.

    A bundle that is missing or broken is a ProofError.
    """
    for first in range(0, size, WIDTH):
        tile = Tile(None, first // WIDTH, min(WIDTH, size - first))
        yield from parse_bundle(_read(tile, read), tile.width)


def check_files(size: int, root: bytes, read: ReadFile) -> None:
    """Return when the files are the tree of that size and root, all of them; or raise a ProofError.

    The first file that disagrees with the entries is named. Two hashes an entry; memory does not
    grow with the log.
    """
    for path, data in grown(Edge(), entries_in(size, read)):
        if _read(parse_path(path), read) != data:
            raise ProofError(f"the file {path} is not made from the entries beside it")
    if Range().extended(map(leaf_hash, entries_in(size, read))).root != root:
        raise ProofError(f"the tiles do not have the root of the {size} entries signed for")


def grown(edge: Edge, entries: Iterable[bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of every file that the tree has more after these entries.

    ``entries`` are those from index ``edge.size`` on. A tile that fills up is yielded full, at
    once; the partial ones come last. One hash an entry, and one more for each 256.
    """
    size, levels = edge.size, [list(level) for level in edge.levels]
    bundle, stream = list(edge.entries), iter(entries)
    while more := list(islice(stream, WIDTH - len(bundle))):
        bundle += more
        size += len(more)
        _push(levels, 0, list(map(leaf_hash, more)))
        if len(bundle) == WIDTH:
            yield Tile(None, size // WIDTH - 1).path, bundle_bytes(bundle)
            bundle = []
            yield from _filled(levels, size)
    if size == edge.size:
        return
    for tile in needed(size):
        if tile.level is None:
            yield tile.path, bundle_bytes(bundle)
        elif size >> HEIGHT * tile.level > edge.size >> HEIGHT * tile.level:
            yield tile.path, tile_bytes(levels[tile.level])


def _push(levels: list[list[bytes]], level: int, hashes: list[bytes]) -> None:
    if level == len(levels):
        levels.append([])
    levels[level] += hashes


def _filled(levels: list[list[bytes]], size: int) -> Iterator[tuple[str, bytes]]:
    """Yield the tiles that are full at a size, each once its last hash is there; empty them."""
    level = 0
    while level < len(levels) and len(levels[level]) == WIDTH:
        hashes = levels[level]
        yield Tile(level, (size >> HEIGHT * (level + 1)) - 1).path, tile_bytes(hashes)
        levels[level] = []
        for _ in range(HEIGHT):
            hashes = parents(hashes)
        level += 1
        _push(levels, level, hashes)


class TileHashes:
    """The nodes of a tree of a known size, read from its tiles."""

    def __init__(self, size: int, read: ReadFile) -> None:
        """Read the tree of that size from files; partial tiles of other sizes are not looked at."""
        self._size, self._read = size, read

    def read(self, nodes: Sequence[Node]) -> list[bytes]:
        """Return the hash of each node; each tile is read once, about 256 hashes are made of it."""
        tiles: dict[tuple[int, int], list[list[bytes]]] = {}
        found = []
        for level, index in nodes:
            check_node((level, index), self._size)
            tile_level, height = divmod(level, HEIGHT)
            tile_index, place = divmod(index << height, WIDTH)
            key = (tile_level, tile_index)
            if key not in tiles:
                tiles[key] = _heights(self._hashes(*key))
            found.append(tiles[key][height][place >> height])
        return found

    def _hashes(self, level: int, index: int) -> tuple[bytes, ...]:
        width = width_of(level, index, self._size)
        return parse_tile(_read(Tile(level, index, width), self._read), width)


def _heights(hashes: Sequence[bytes]) -> list[list[bytes]]:
    """Return the hashes of a tile and those of the seven levels above them within it."""
    heights = [list(hashes)]
    for _ in range(HEIGHT - 1):
        heights.append(parents(heights[-1]))
    return heights


def _read(tile: Tile, read: ReadFile) -> bytes:
    """Return a tile's bytes; of a partial one that is gone, the beginning of the full one."""
    data = read(tile.path)
    if data is None and tile.width < WIDTH:
        full = read(Tile(tile.level, tile.index).path)
        if full is not None and tile.level is None:
            return bundle_bytes(parse_bundle(full, WIDTH)[: tile.width])
        if full is not None:
            return tile_bytes(parse_tile(full, WIDTH)[: tile.width])
    if data is None:
        raise ProofError(f"there is no file {tile.path}")
    return data
