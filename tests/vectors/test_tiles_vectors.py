"""Tiles against the examples of the C2SP specification and of the programs that implement it."""

from collections.abc import Iterator

import pytest

from provenance.audit import (
    EMPTY_ROOT,
    Edge,
    MemoryHashes,
    Tile,
    TileHashes,
    bundle_bytes,
    check_files,
    entries_in,
    grown,
    leaf_hash,
    parse_bundle,
    parse_path,
    parse_tile,
    prove_consistency,
    prove_inclusion,
    range_at,
    read_edge,
    root_at,
    tile_bytes,
)
from provenance.audit.tiles import needed, width_of
from provenance.errors import ProofError

pytestmark = pytest.mark.slow  # whole desks, one after the other

PATHS = [
    ("tile/0/000", Tile(0, 0)),
    ("tile/0/067", Tile(0, 67)),
    ("tile/0/067.p/8", Tile(0, 67, 8)),
    ("tile/0/x001/000", Tile(0, 1000)),
    ("tile/0/x001/x234/067", Tile(0, 1234067)),
    ("tile/0/x001/x234/067.p/8", Tile(0, 1234067, 8)),
    ("tile/63/000", Tile(63, 0)),
    ("tile/entries/000.p/1", Tile(None, 0, 1)),
    ("tile/entries/000.p/255", Tile(None, 0, 255)),
    ("tile/entries/010", Tile(None, 10)),
    ("tile/entries/x001/x234/067.p/6", Tile(None, 1234067, 6)),
]


@pytest.mark.parametrize(("path", "tile"), PATHS)
def test_paths_of_the_specification_and_its_programs(path: str, tile: Tile) -> None:
    assert tile.path == path
    assert parse_path(path) == tile


@pytest.mark.parametrize(
    "path",
    [
        "",
        "checkpoint",
        "tile/0/0",
        "tile/0/0000",
        "tile/00/000",
        "tile/64/000",
        "tile/-1/000",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/08",
        "tile/0/123/456/078",
        "tile/0/x000/067",
        "tile/0/x001/x067",
        "tile/0/x001/x234/067/",
        "/tile/0/000",
        "tile/0/000\n",
        "tile/0/../000",
        "tile/data/000",
        "tile/0/" + "x999/" * 6 + "999",
        "tile/0/" + "x001/" * 7 + "000",
        "tile/0/\u0660\u0660\u0660",
    ],
)
def test_what_is_no_path_of_a_tile_is_refused(path: str) -> None:
    with pytest.raises(ProofError, match="not the path of a tile"):
        parse_path(path)


@pytest.mark.parametrize(
    ("level", "index", "width"), [(64, 0, 1), (-1, 0, 1), (0, -1, 1), (0, 0, 0), (0, 0, 257)]
)
def test_a_tile_that_no_tree_has_cannot_be_named(level: int, index: int, width: int) -> None:
    with pytest.raises(ValueError, match="level up to 63"):
        Tile(level, index, width)


ENTRIES = [b"entry %d" % number for number in range(70_000)]
TREE = MemoryHashes(map(leaf_hash, ENTRIES))
FILES = dict(grown(Edge(), ENTRIES))


def test_a_tree_of_70000_has_the_tiles_that_the_specification_names() -> None:
    tiles = [parse_path(path) for path in FILES]
    assert sum(tile.level == 0 and tile.width == 256 for tile in tiles) == 273
    assert sum(tile.level is None for tile in tiles) == 274
    partial = {tile.path for tile in tiles if tile.width < 256}
    assert partial == {
        "tile/0/273.p/112",
        "tile/1/001.p/17",
        "tile/2/000.p/1",
        "tile/entries/273.p/112",
    }
    assert "tile/1/000" in FILES
    assert partial == {tile.path for tile in needed(70_000)}


def test_a_tree_of_256_has_a_full_tile_and_one_hash_above_it() -> None:
    files = dict(grown(Edge(), ENTRIES[:256]))
    assert set(files) == {"tile/0/000", "tile/1/000.p/1", "tile/entries/000"}
    assert files["tile/1/000.p/1"] == root_at(256, TREE)


def test_each_tile_holds_the_subtrees_that_the_specification_defines() -> None:
    for path, data in FILES.items():
        tile = parse_path(path)
        if tile.level is None:
            entries = parse_bundle(data, tile.width)
            assert list(entries) == ENTRIES[tile.index * 256 :][: tile.width]
            continue
        nodes = [(8 * tile.level, tile.index * 256 + place) for place in range(tile.width)]
        assert list(parse_tile(data, tile.width)) == TREE.read(nodes)
        assert width_of(tile.level, tile.index, 70_000) == tile.width


def test_bundles_are_lengths_of_16_bits_and_entries() -> None:
    assert bundle_bytes([b"", b"ab"]) == b"\0\0\0\2ab"
    assert parse_bundle(b"\0\0\0\2ab", 2) == (b"", b"ab")
    largest = bytes(65_535)
    assert parse_bundle(bundle_bytes([largest]), 1) == (largest,)


@pytest.mark.parametrize(
    ("data", "width", "message"),
    [
        (b"", 1, "ends within entry 1 of 1"),
        (b"\0", 1, "ends within entry 1 of 1"),
        (b"\0\2a", 1, "ends within entry 1 of 1"),
        (b"\0\1a", 2, "ends within entry 2 of 2"),
        (b"\0\1a\0", 1, "1 bytes after its 1 entries"),
        (b"\0\1a\0\1b", 1, "3 bytes after its 1 entries"),
    ],
)
def test_a_bundle_cut_short_or_too_long_is_refused(data: bytes, width: int, message: str) -> None:
    with pytest.raises(ProofError, match=message):
        parse_bundle(data, width)


def test_an_entry_that_no_bundle_can_hold_is_refused() -> None:
    with pytest.raises(ProofError, match="65536 bytes is larger"):
        list(grown(Edge(), [bytes(65_536)]))


@pytest.mark.parametrize("number", [0, 257])
def test_tiles_and_bundles_hold_1_to_256(number: int) -> None:
    with pytest.raises(ValueError, match="1 to 256"):
        tile_bytes([bytes(32)] * number)
    with pytest.raises(ValueError, match="1 to 256"):
        bundle_bytes([b""] * number)


@pytest.mark.parametrize("length", [0, 31, 33, 8191, 8193, 16384])
def test_a_tile_of_another_length_is_refused(length: int) -> None:
    with pytest.raises(ProofError, match=f"this has {length}"):
        parse_tile(bytes(length), 256)


STOPS = [0, 1, 2, 100, 255, 256, 257, 511, 512, 66_000, 69_999, 70_000]


def test_a_later_export_adds_files_and_touches_none() -> None:
    files: dict[str, bytes] = {}
    size = 0
    for stop in STOPS:
        edge = read_edge(size, root_at(size, TREE), files.get)
        new = dict(grown(edge, ENTRIES[size:stop]))
        assert not files.keys() & new.keys()
        files |= new
        size = stop
        whole = dict(grown(Edge(), ENTRIES[:stop]))
        assert whole.items() <= files.items()
        assert new.keys() <= whole.keys()
    assert FILES.items() <= files.items()


def test_nothing_new_writes_nothing() -> None:
    edge = read_edge(70_000, root_at(70_000, TREE), FILES.get)
    assert list(grown(edge, ())) == []
    assert list(grown(Edge(), ())) == []
    assert Edge().root == EMPTY_ROOT


def test_entries_are_taken_as_they_come_and_files_given_as_they_fill() -> None:
    taken = 0

    def stream() -> Iterator[bytes]:
        nonlocal taken
        for entry in ENTRIES:
            taken += 1
            yield entry

    next(grown(Edge(), stream()))
    assert taken == 256


@pytest.mark.parametrize("path", [tile.path for tile in needed(70_000)])
@pytest.mark.parametrize("what", ["a bit flipped", "cut short", "missing"])
def test_an_altered_directory_is_not_built_upon(path: str, what: str) -> None:
    files = dict(FILES)
    data = files.pop(path)
    if what == "a bit flipped":
        files[path] = data[:-1] + bytes([data[-1] ^ 1])
    if what == "cut short":
        files[path] = data[:-1]
    with pytest.raises(ProofError):
        read_edge(70_000, root_at(70_000, TREE), files.get)


def test_a_directory_of_another_tree_is_not_built_upon() -> None:
    with pytest.raises(ProofError, match="do not have the root"):
        read_edge(70_000, bytes(32), FILES.get)


@pytest.mark.parametrize("size", [1, 2, 255, 256, 257, 65_536, 65_537, 70_000])
def test_proofs_are_read_from_tiles(size: int) -> None:
    files = dict(grown(Edge(), ENTRIES[:size]))
    tiles = TileHashes(size, files.get)
    assert root_at(size, tiles) == root_at(size, TREE)
    assert range_at(size, tiles) == range_at(size, TREE)
    for index in {0, size // 3, size // 2, size - 1}:
        assert prove_inclusion(index, size, tiles) == prove_inclusion(index, size, TREE)
        assert prove_consistency(index, size, tiles) == prove_consistency(index, size, TREE)


def test_full_tiles_stand_in_for_partial_ones_that_are_gone() -> None:
    full = {path: data for path, data in FILES.items() if ".p/" not in path}
    assert root_at(256, TileHashes(256, FILES.get)) == root_at(256, TREE)
    assert root_at(200, TileHashes(200, full.get)) == root_at(200, TREE)
    assert read_edge(200, root_at(200, TREE), full.get).entries == tuple(ENTRIES[:200])


def test_each_tile_is_read_once_for_a_proof() -> None:
    asked: list[str] = []

    def read(path: str) -> bytes | None:
        asked.append(path)
        return FILES.get(path)

    prove_inclusion(300, 70_000, TileHashes(70_000, read))
    assert sorted(asked) == ["tile/0/001", "tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17"]


@pytest.mark.parametrize("node", [(0, 70_000), (8, 273), (17, 0), (0, -1), (4, -1), (-1, 0)])
def test_a_node_that_the_tree_does_not_have_is_refused(node: tuple[int, int]) -> None:
    with pytest.raises(ProofError, match="lacks a node"):
        TileHashes(70_000, FILES.get).read([node])
    with pytest.raises(ProofError, match="lacks a node"):
        TREE.read([node])


def test_a_missing_tile_is_named() -> None:
    files = {path: data for path, data in FILES.items() if path != "tile/0/273.p/112"}
    with pytest.raises(ProofError, match=r"no file tile/0/273\.p/112"):
        root_at(70_000, TileHashes(70_000, files.get))


def test_a_whole_directory_is_read_again() -> None:
    size = 66_000
    files = dict(grown(Edge(), ENTRIES[:size]))
    assert list(entries_in(size, files.get)) == ENTRIES[:size]
    check_files(size, root_at(size, TREE), files.get)
    check_files(0, EMPTY_ROOT, files.get)
    with pytest.raises(ProofError, match="do not have the root"):
        check_files(size, root_at(size - 1, TREE), files.get)
    with pytest.raises(ProofError, match="do not have the root"):
        check_files(300, root_at(299, TREE), dict(grown(Edge(), ENTRIES[:300])).get)


@pytest.mark.parametrize(
    "path", ["tile/0/000", "tile/0/257.p/208", "tile/1/000", "tile/1/001.p/1", "tile/2/000.p/1"]
)
def test_the_first_file_that_disagrees_with_the_entries_is_named(path: str) -> None:
    files = dict(grown(Edge(), ENTRIES[:66_000]))
    files[path] = files[path][:-1] + bytes([files[path][-1] ^ 1])
    with pytest.raises(ProofError, match=f"the file {path} is not made from"):
        check_files(66_000, root_at(66_000, TREE), files.get)


def test_two_entries_that_changed_places_are_found() -> None:
    swapped = [*ENTRIES[:255], ENTRIES[300], *ENTRIES[256:300], ENTRIES[255], *ENTRIES[301:600]]
    root = root_at(600, TREE)
    files = dict(grown(Edge(), ENTRIES[:600]))
    with pytest.raises(ProofError, match="do not have the root"):
        check_files(600, root, dict(grown(Edge(), swapped)).get)
    bundles = {path: data for path, data in grown(Edge(), swapped) if "entries" in path}
    with pytest.raises(ProofError, match="the file tile/0/000 is not made"):
        check_files(600, root, (files | bundles).get)
