"""The invented press of the scale benchmark, and how what is found in it is scored."""

from benchmarks.scale.press import made
from benchmarks.scale.score import families, of_families, of_pairs
from provenance.lineage.keys import ASKED, bounded

SOURCES = ((), (0,), (1,), (), (0, 3))


def test_the_same_seed_makes_the_same_texts() -> None:
    one, two = made(40, seed=5), made(40, seed=5)
    assert one == two
    assert made(40, seed=6).texts != one.texts
    assert any(one.sources)
    assert all(source < text for text, own in enumerate(one.sources) for source in own)


def test_a_tie_to_any_text_of_the_source_counts() -> None:
    assert of_pairs([(1, 0), (2, 1), (4, 0), (4, 3)], SOURCES) == (1.0, 1.0, 1.0)
    assert of_pairs([(1, 0), (0, 2), (4, 2), (4, 3)], SOURCES) == (1.0, 1.0, 1.0)
    assert of_pairs([(1, 0), (2, 1), (4, 0)], SOURCES).recall == 3 / 4
    assert of_pairs([], SOURCES) == (1.0, 0.0, 0.0)


def test_a_tie_across_families_is_wrong() -> None:
    apart = ((), (0,), ())
    assert of_pairs([(1, 0), (1, 2)], apart).precision == 1 / 2
    assert of_families([(1, 0), (1, 2)], apart).precision == 1 / 3


def test_spliced_texts_make_no_family() -> None:
    assert of_families([(1, 0), (2, 0), (4, 0), (4, 3)], SOURCES) == (1.0, 1.0, 1.0)
    assert families([(3, 1), (1, 2)], 5) == [0, 1, 1, 1, 4]


def test_of_very_many_keys_the_least_are_kept() -> None:
    keys = frozenset(range(2 * ASKED))
    assert bounded(keys, ASKED) == list(range(ASKED))
    assert bounded(keys, len(keys)) == keys
