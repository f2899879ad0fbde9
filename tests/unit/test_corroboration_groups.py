"""Which passages come together under one claim."""

from provenance.corroboration import Pair, Passage, compare, gather
from provenance.model import ClaimKind, Modality, Stance


def passage(name: str, wording: str = "") -> Passage:
    return Passage(
        id=name,
        document=f"document {name}",
        content=name,
        wording=wording or name,
        type=ClaimKind.FACT,
        modality=Modality.ASSERTED,
    )


def tie(one: str, other: str, stance: Stance = Stance.REPEATS) -> Pair:
    return Pair(one=one, other=other, stance=stance, rule="test", words=("word",))


def groups(found: tuple[frozenset[str], ...]) -> list[list[str]]:
    return sorted(sorted(group) for group in found)


def test_only_repeats_join() -> None:
    pairs = [tie("a", "b"), tie("b", "c", Stance.CONTRADICTS), tie("c", "d", Stance.SUPPORTS)]
    found = gather([passage(n) for n in "abcd"], pairs, fixed={})
    assert groups(found) == [["a", "b"], ["c"], ["d"]]


def test_a_chain_does_not_join_its_ends() -> None:
    pairs = [tie("a", "b"), tie("b", "c"), tie("c", "d"), tie("d", "e")]
    found = gather([passage(n) for n in "abcde"], pairs, fixed={})
    assert groups(found) == [["a", "b", "c"], ["d", "e"]]


def test_what_a_person_joined_stays_together_and_takes_its_ties_along() -> None:
    found = gather([passage(n) for n in "abc"], [tie("b", "c")], fixed={"a": "x", "b": "x"})
    assert groups(found) == [["a", "b", "c"]]


def test_what_a_person_parted_is_never_joined() -> None:
    pairs = [tie("a", "b"), tie("a", "c"), tie("b", "c")]
    found = gather([passage(n) for n in "abc"], pairs, fixed={"a": "x", "b": "y"})
    assert groups(found) == [["a", "c"], ["b"]]


def test_twins_follow_their_like() -> None:
    wording = "The Telland ferry company ordered six new vessels from a yard in Marovia."
    passages = [passage(name, wording) for name in "abc"]
    passages.append(passage("d", f"Officials said that {wording}"))
    passages.append(passage("e", f"Officials said that {wording}"))
    assert groups(gather(passages, compare(passages), fixed={})) == [["a", "b", "c", "d", "e"]]


def test_order_of_input_changes_nothing() -> None:
    passages = [passage(n) for n in "abcde"]
    pairs = [tie("a", "b"), tie("b", "c"), tie("c", "d"), tie("d", "e")]
    assert gather(passages[::-1], pairs[::-1], fixed={}) == gather(passages, pairs, fixed={})


def test_a_later_copy_joins_the_older_of_two_claims_that_people_hold() -> None:
    pairs = [tie("a", "c"), tie("b", "c")]
    for older, newer in (("x", "y"), ("y", "x")):
        found = gather([passage(n) for n in "abc"], pairs, fixed={"a": older, "b": newer})
        assert groups(found) == [["a", "c"], ["b"]]


def test_a_later_copy_joins_the_claim_of_which_it_repeats_more() -> None:
    pairs = [tie("a", "d"), tie("b", "d"), tie("c", "d")]
    held = {"a": "x", "b": "y", "c": "y"}
    assert groups(gather([passage(n) for n in "abcd"], pairs, fixed=held)) == [
        ["a"],
        ["b", "c", "d"],
    ]
