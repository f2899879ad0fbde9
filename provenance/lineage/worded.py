"""Signs of dependence in the words of two texts: runs, wording, quotations, lead, names, slips.

Each rule returns what it finds, with the words of both sides, or None. What it comes to at most
stands beside it in ``dependence``, which leaves out what cannot change the judgement.
"""

from provenance.lineage.reading import SPOKEN, Reading
from provenance.lineage.shared import same_order
from provenance.lineage.signs import HALF, SHOWN, WHOLE, Sign, thousandths
from provenance.lineage.wording import covered, tiled

CHANCE = 80  # thousandths of runs of three words that texts about one thing share by chance
STOCK = 10  # runs of three words that a stock phrase or two come to
RUNS = (5, 10, 20)  # words of longer runs, each of which says more
LEAD = 30  # stems of the first words
MOST_WORDING = 2500  # thousandths of log odds
FEW = 12  # stems of a lead, or of a whole text, that can be compared
SHARED_RUNS, SAME_WORDING, SAME_QUOTATIONS = "shared runs", "same wording", "same quotations"


def taken(one: Reading, other: Reading) -> int:
    """Return in thousandths how much of one text's own words stand in the other, in runs."""
    three = _held(one, other, 3)
    if three <= CHANCE or len(one.grams(3).keys() & other.grams(3).keys()) < STOCK:
        return 0
    beyond = WHOLE * (three - CHANCE) // (WHOLE - CHANCE)
    return (beyond + sum(_held(one, other, size) for size in RUNS)) // (1 + len(RUNS))


def _held(one: Reading, other: Reading, size: int) -> int:
    here, there = one.grams(size), other.grams(size)
    return thousandths(len(here.keys() & there.keys()), min(len(here), len(there)))


def runs(one: Reading, other: Reading) -> Sign | None:
    """Return what it says that own words of one stand in the other."""
    share = taken(one, other)
    if not share:
        return None
    size = next(
        size for size in (*reversed(RUNS), 3) if one.grams(size).keys() & other.grams(size).keys()
    )
    here, there = one.grams(size), other.grams(size)
    key = min(here.keys() & there.keys(), key=lambda key: here[key])
    return Sign(
        rule=SHARED_RUNS,
        points=round(9 * WHOLE * (share / WHOLE) ** 0.7),
        sentence="Runs of own words of one text stand in the other; "
        f"{_held(one, other, 3) // 10} % of the runs of three words do.",
        here=one.show(here[key], here[key] + size - 1),
        there=other.show(there[key], there[key] + size - 1),
    )


def wording(one: Reading, other: Reading) -> Sign | None:
    """Return what it says that stems of one stand in the other in runs."""
    short, long = _by_stems(one, other)
    if len(short.stems) < FEW:
        return None
    share = thousandths(tiled(short.beside, long.beside), len(short.stems))
    return Sign(
        rule=SAME_WORDING,
        points=_of_wording(share),
        sentence=f"{share // 10} % of the words with content of the shorter text stand in the "
        "other beside the same word.",
    )


def wording_at_most(one: Reading, other: Reading) -> int:
    """Return what the sign ``wording`` comes to at most, without laying out the runs."""
    short, long = _by_stems(one, other)
    return _of_wording(thousandths(covered(short.beside, long.beside), len(short.stems)))


def _by_stems(one: Reading, other: Reading) -> tuple[Reading, Reading]:
    return (one, other) if len(one.stems) <= len(other.stems) else (other, one)


def _of_wording(share: int) -> int:
    return min(MOST_WORDING, 8 * max(0, share - 150))


def quotations(one: Reading, other: Reading) -> Sign | None:
    """Return what it says that one has in quotation marks what the other has too."""
    met = (one.quoted.keys() & other.anywhere.keys()) | (other.quoted.keys() & one.anywhere.keys())
    if not met:
        return None
    fewer = min(len(one.quoted), len(other.quoted)) or max(len(one.quoted), len(other.quoted))
    first = min(met, key=lambda key: one.anywhere[key])
    here, there = one.anywhere[first], other.anywhere[first]
    share = min(WHOLE, thousandths(len(met), fewer) + 300)
    return Sign(
        rule=SAME_QUOTATIONS,
        points=min(2500, 200 * len(met)) * share // WHOLE,
        sentence=f"{len(met)} runs of four words that one text has in quotation marks stand in "
        "the other.",
        here=one.show(here, here + SPOKEN - 1),
        there=other.show(there, there + SPOKEN - 1),
    )


def lead(one: Reading, other: Reading) -> Sign | None:
    """Return what it says that the first words are the same."""
    here, there = dict.fromkeys(one.stems[:LEAD]), dict.fromkeys(other.stems[:LEAD])
    both = [word for word in here if word in there]
    fewer = min(len(here), len(there))
    if fewer < FEW:
        return None
    share = thousandths(len(both), fewer)
    return Sign(
        rule="same lead",
        points=3 * max(0, share - 200),
        sentence=f"{len(both)} of the first {fewer} words with content are the same.",
        here=" ".join(both),
        there=" ".join(both),
    )


def title(one: Reading, other: Reading) -> Sign | None:
    """Return what it says that the headlines are the same."""
    fewer = min(len(one.headline), len(other.headline))
    share = thousandths(len(one.headline & other.headline), fewer)
    if fewer < SHOWN or share < HALF:
        return None
    return Sign(
        rule="same title",
        points=2 * (share - HALF) + 300,
        sentence="The headlines say the same.",
        here=one.text.title or "",
        there=other.text.title or "",
    )


def marks(one: Reading, other: Reading) -> Sign | None:
    """Return what it says that many or few names and numbers are the same, in one order."""
    fewer = min(len(one.marks), len(other.marks))
    both = [mark for mark in one.marks if mark in other.places]
    if not fewer:
        return None
    shown, order = ", ".join(both), same_order(one, other)
    return Sign(
        rule="names and numbers",
        points=min(1500, 5 * (thousandths(order, fewer) - 150)),
        sentence=f"{len(both)} of the {fewer} names and numbers of one text stand in the other, "
        f"{order} of them in the same order.",
        here=shown,
        there=shown,
    )


def slips(one: Reading, other: Reading) -> Sign | None:
    """Return what it says that both make one slip."""
    both = ", ".join(shown for slip, shown in one.slips.items() if slip in other.slips)
    if not both:
        return None
    sentence = "The same slip of writing stands in both."
    return Sign(rule="same slip", points=1500, sentence=sentence, here=both, there=both)
