"""The bound by words alone: it leaves out nothing about which something would be decided."""

from itertools import permutations

from provenance.corroboration import Compared, Passage, compare
from provenance.corroboration.asked import Asked
from provenance.corroboration.reading import read
from provenance.model import ClaimKind, Modality
from provenance.workspace.check.carrying import may_match

SAID = (
    "The port of Kelso sold two cranes to a shipping firm for 4 million euros, Ines Vale said.",
    "Port of Kelso sells two cranes to a shipping firm for 4 million euros.",
    "According to the Kelso Post, the port of Kelso had sold 2 cranes for 5 million euros.",
    "The port of Kelso denied that it had sold two cranes to a shipping firm.",
    "Kelso’s port never sold cranes.",
    "Two cranes left the port of Kelso on a barge on Wednesday.",
    "A landslide closed the road between Dunmore and Ashby on Monday, the road office said.",
    "The road between Dunmore and Ashby was closed by a landslide.",
    "The museum in Leith bought a painting of a storm for 90,000 pounds.",
)


def passages() -> list[Passage]:
    return [
        Passage(
            id=f"p{number}",
            document=f"d{number}",
            content=f"{number:03}",
            wording=wording,
            type=ClaimKind.FACT,
            modality=Modality.ASSERTED,
        )
        for number, wording in enumerate(SAID)
    ]


def test_what_is_decided_is_not_left_out_by_its_words() -> None:
    said = {each.id: each for each in passages()}
    decided = [(pair.one, pair.other) for pair in compare(list(said.values()))]
    assert len(decided) >= 3
    for pair in decided:
        for one, other in permutations(pair):
            assert Asked([read(said[one])]).may_meet(said[other].wording)
            assert may_match(read(said[one]), read(said[other]))


def test_words_about_something_else_are_left_out() -> None:
    first, *_, last = map(read, passages())
    assert not Asked([first]).may_meet(last.passage.wording)
    assert not may_match(first, last)


def test_pairs_about_some_passages_are_those_that_hold_one_of_them() -> None:
    said = passages()
    every = compare(said)
    for each in said:
        own = {each.id}
        found = Compared(said).pairs(about=frozenset(own))
        assert set(found) == {pair for pair in every if not own.isdisjoint((pair.one, pair.other))}
        ends = {end for pair in found for end in (pair.one, pair.other)}
        assert ends <= Compared(said).bearing(frozenset(own))
