"""Very many passages that look alike: how many pairs are decided, and that the rest is counted."""

from provenance.corroboration import Compared, Passage
from provenance.corroboration.candidates import PAIRS, _affordable
from provenance.corroboration.outlines import MOST
from provenance.model import ClaimKind, Modality, Quantity


def _said(number: int, wording: str, amount: int = 1) -> Passage:
    people = Quantity(
        words=f"{amount} residents", value=str(amount), unit="resident", exactness="exact"
    )
    return Passage(
        id=f"a{number:05}",
        document="d1",
        content=f"{number:05}",
        wording=wording,
        type=ClaimKind.FACT,
        modality=Modality.ASSERTED,
        quantities=(people,),
        start=number,
    )


def _alike(count: int) -> list[Passage]:
    return [
        _said(n, f"The agency said that {n + 2} residents of Sevafe left the flooded harbour.", n)
        for n in range(count)
    ]


def test_each_of_very_many_look_alikes_is_held_against_its_nearest_and_the_rest_is_counted() -> (
    None
):
    few, many = Compared(_alike(MOST)), Compared(_alike(2 * MOST))
    assert few.pairs()
    assert few.left_out == 0
    assert many.pairs()
    undecided = sum(max(0, others - MOST) for others in range(2 * MOST))
    assert many.left_out == undecided


def test_a_passage_with_more_words_than_are_looked_up_is_found_all_the_same() -> None:
    words = [f"{one}{two}" for one in ("bar", "gol", "tem", "vis") for two in _ENDS]
    long = f"Mira Tolland of Sevafe counted {' and '.join(words)} at the mill."
    found = Compared([_said(1, long), _said(2, long.replace("at the mill", "there"))]).pairs()
    assert [(pair.one, pair.other) for pair in found] == [("a00001", "a00002")]


_ENDS = [f"{one}{two}" for one in "aeiou" for two in ("dan", "kos", "lim", "nur", "pel", "rag")]


def test_of_all_pairs_as_many_are_kept_as_all_may_have() -> None:
    assert _affordable([]) == MOST
    assert _affordable([3, 1, 2]) == MOST
    wordings = PAIRS // 10
    assert _affordable([MOST] * wordings) == 10
    assert _affordable([MOST] * wordings + [1]) == 9
    assert _affordable([MOST] * (2 * PAIRS)) == 1
