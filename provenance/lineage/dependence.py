"""How far two texts depend on each other: a graded judgement, with the words that speak for it.

Two texts depend on each other where one goes back to the other, or both to one origin. Signs are
weighed by hand, in thousandths of log odds, and added; the score is what the sum comes to between
0 and 1000. Half of it says that as much speaks for dependence as against it.

========================  ===================================================================
sign                      what it is
========================  ===================================================================
shared runs               own words of one in the other, in runs; chance is taken off first
same wording              stems of content words of one in the other, in runs (heavy rewrites)
same quotations           words that one has in quotation marks, and the other has too
same source               both credit one name; the more each rests on it, the more it says
names the source          one names what the other credits above all
same unnamed source       both describe one whom they do not name in the same words
same primary source       both speak early, and again, of one video, post, letter or paper
same lead, same title     the first words, or the headlines, are the same
names and numbers         of those of the shorter text many or few stand in the other
same slip                 one error of writing in both
own sources               each credits somebody, and no one whom the other credits
one refutes, one denies   what the other tells; words that a text quotes to refute them say half
========================  ===================================================================

Page furniture is left out (``reading``). Left out as well: what both texts leave out, pictures,
and how rare a word is elsewhere, which would make a judgement of two texts hang on all others.
"""

from collections.abc import Callable, Iterable, Iterator
from math import exp

from provenance.lineage.corrections import denies, is_refutation
from provenance.lineage.names import head_key, same_name
from provenance.lineage.reading import SPOKEN, Reading
from provenance.lineage.slips import same_slips
from provenance.lineage.speakers import Kind, Said
from provenance.lineage.wording import stems, tiled
from provenance.model.record import Value
from provenance.text import words

HALF = 500  # thousandths from which two texts are said to depend on each other
CHANCE = 80  # thousandths of runs of three words that texts about one thing share by chance
STOCK = 10  # runs of three words that a stock phrase or two come to
RUNS = (5, 10, 20)  # words of longer runs, each of which says more
START = -2600  # thousandths of log odds from which the sum begins
LEAD = 30  # stems of the first words
FEW = 12  # stems of a lead, or of a whole text, that can be compared
LITTLE = 8  # weight of credits below which a text hardly says what it rests on
SHOWN = 3  # of several words or names that are shown
WHOLE = 1000


class Sign(Value):
    """One thing that speaks for dependence, or below nothing against it; with both sides' words."""

    rule: str
    points: int  # thousandths of log odds
    sentence: str
    here: str = ""
    there: str = ""


class Dependence(Value):
    """How far two texts depend on each other, in thousandths, and what speaks for and against."""

    score: int
    taken: int  # how much of the wording of one stands in the other
    signs: tuple[Sign, ...]

    @property
    def likely(self) -> bool:
        """Whether more speaks for dependence than against it."""
        return self.score >= HALF


def dependence(one: Reading, other: Reading) -> Dependence:
    """Return how far two texts depend on each other: the same score in either order."""
    signs = tuple(
        found for rule in _RULES for found in _made(rule(one, other)) if found.points != 0
    )
    share = taken(one, other)
    total = START + sum(sign.points for sign in signs) - _quoted_to_refute(signs, share)
    score = round(WHOLE / (1 + exp(-total / 1000)))
    return Dependence(score=score, taken=share, signs=signs)


def _quoted_to_refute(signs: tuple[Sign, ...], share: int) -> int:
    """Return what shared words say too much where one text quotes the other to refute it."""
    if share >= HALF or all(sign.rule != REFUTES for sign in signs):
        return 0
    return sum(sign.points for sign in signs if sign.rule in _WORDS) // 2


def source_signs(one: Reading, other: Reading) -> tuple[Sign, ...]:
    """Return the signs that both texts rest on the same source."""
    rules = (_sources, _unnamed, _things)
    found = (made for rule in rules for made in _made(rule(one, other)))
    return tuple(sign for sign in found if sign.rule in (SAME_SOURCE, SAME_UNNAMED, SAME_PRIMARY))


def _made(found: Sign | Iterable[Sign] | None) -> Iterable[Sign]:
    if found is None:
        return ()
    return (found,) if isinstance(found, Sign) else found


# ---- words


def taken(one: Reading, other: Reading) -> int:
    """Return in thousandths how much of one text's own words stand in the other, in runs."""
    three = _held(one, other, 3)
    if three <= CHANCE or len(one.grams(3).keys() & other.grams(3).keys()) < STOCK:
        return 0
    beyond = WHOLE * (three - CHANCE) // (WHOLE - CHANCE)
    return (beyond + sum(_held(one, other, size) for size in RUNS)) // (1 + len(RUNS))


def _held(one: Reading, other: Reading, size: int) -> int:
    here, there = one.grams(size), other.grams(size)
    return _share(len(here.keys() & there.keys()), min(len(here), len(there)))


def _share(part: int, whole: int) -> int:
    return WHOLE * part // whole if whole else 0


def _runs(one: Reading, other: Reading) -> Sign | None:
    share = taken(one, other)
    if not share:
        return None
    size = next(
        size for size in (*reversed(RUNS), 3) if one.grams(size).keys() & other.grams(size).keys()
    )
    here, there = one.grams(size), other.grams(size)
    key = min(here.keys() & there.keys(), key=lambda key: here[key])
    return Sign(
        rule=_WORDS[0],
        points=round(9 * WHOLE * (share / WHOLE) ** 0.7),
        sentence="Runs of own words of one text stand in the other; "
        f"{_held(one, other, 3) // 10} % of the runs of three words do.",
        here=one.show(here[key], here[key] + size - 1),
        there=other.show(there[key], there[key] + size - 1),
    )


def _wording(one: Reading, other: Reading) -> Sign | None:
    short, long = sorted((one.stems, other.stems), key=len)
    if len(short) < FEW:
        return None
    share = _share(tiled(short, long), len(short))
    return Sign(
        rule=_WORDS[1],
        points=min(2500, 8 * max(0, share - 150)),
        sentence=f"{share // 10} % of the words with content of the shorter text stand in the "
        "other beside the same word.",
    )


def _quotations(one: Reading, other: Reading) -> Sign | None:
    met = (one.quoted.keys() & other.anywhere.keys()) | (other.quoted.keys() & one.anywhere.keys())
    if not met:
        return None
    fewer = min(len(one.quoted), len(other.quoted)) or max(len(one.quoted), len(other.quoted))
    first = min(met, key=lambda key: one.anywhere[key])
    here, there = one.anywhere[first], other.anywhere[first]
    share = min(WHOLE, _share(len(met), fewer) + 300)
    return Sign(
        rule=_WORDS[2],
        points=min(2500, 200 * len(met)) * share // WHOLE,
        sentence=f"{len(met)} runs of four words that one text has in quotation marks stand in "
        "the other.",
        here=one.show(here, here + SPOKEN - 1),
        there=other.show(there, there + SPOKEN - 1),
    )


def _lead(one: Reading, other: Reading) -> Sign | None:
    here, there = dict.fromkeys(one.stems[:LEAD]), dict.fromkeys(other.stems[:LEAD])
    both = [word for word in here if word in there]
    fewer = min(len(here), len(there))
    if fewer < FEW:
        return None
    share = _share(len(both), fewer)
    return Sign(
        rule="same lead",
        points=3 * max(0, share - 200),
        sentence=f"{len(both)} of the first {fewer} words with content are the same.",
        here=" ".join(both),
        there=" ".join(both),
    )


def _title(one: Reading, other: Reading) -> Sign | None:
    here, there = (frozenset(stems(words(each.text.title or ""))) for each in (one, other))
    fewer = min(len(here), len(there))
    share = _share(len(here & there), fewer)
    if fewer < SHOWN or share < HALF:
        return None
    return Sign(
        rule="same title",
        points=2 * (share - HALF) + 300,
        sentence="The headlines say the same.",
        here=one.text.title or "",
        there=other.text.title or "",
    )


def _marks(one: Reading, other: Reading) -> Sign | None:
    fewer = min(len(one.marks), len(other.marks))
    both = [mark for mark in one.marks if mark in other.places]
    if not fewer:
        return None
    shown = ", ".join(both)
    return Sign(
        rule="names and numbers",
        points=max(-1500, min(1000, 3 * (_share(len(both), fewer) - 350))),
        sentence=f"{len(both)} of the {fewer} names and numbers of one text stand in the other.",
        here=shown,
        there=shown,
    )


def _slips(one: Reading, other: Reading) -> Sign | None:
    both = ", ".join(same_slips(one.words, other.words))
    if not both:
        return None
    sentence = "The same slip of writing stands in both."
    return Sign(rule="same slip", points=1500, sentence=sentence, here=both, there=both)


# ---- whom they credit


def _of(reading: Reading, *kinds: Kind) -> list[Said]:
    return [each for each in reading.credits if each.kind in kinds]


def _sources(one: Reading, other: Reading) -> Sign | None:
    here, there = _of(one, "name"), _of(other, "name")
    both = [(mine, twin) for mine in here for twin in there if same_name(mine.key, twin.key)]
    if not both:
        return _apart(one, other, here, there)
    rests = [
        _share(weight, max(LITTLE, whole))
        for weight, whole in (
            (_weight({mine for mine, _ in both}), _weight(here)),
            (_weight({twin for _, twin in both}), _weight(there)),
        )
    ]
    mine, twin = max(both, key=lambda pair: min(pair[0].weight, pair[1].weight))
    return Sign(
        rule=SAME_SOURCE,
        points=2 * sum(rests) - 700,
        sentence=f"Both texts credit {mine.name}.",
        here=mine.words,
        there=twin.words,
    )


def _weight(given: Iterable[Said]) -> int:
    return sum(each.weight for each in given)


def _apart(one: Reading, other: Reading, here: list[Said], there: list[Said]) -> Sign | None:
    """Return what it says that no name is credited in both."""
    for given, named in ((here, other), (there, one)):
        for each in given:
            if each.weight >= LITTLE and f" {each.key} " in named.joined:
                sentence = f"One text credits {each.name}, whom the other names."
                return Sign(rule="names the source", points=700, sentence=sentence, here=each.words)
    if not (here and there):
        return None
    sentence = f"One text credits {here[0].name}, the other {there[0].name}."
    return Sign(
        rule="own sources",
        points=-700,
        sentence=sentence,
        here=here[0].words,
        there=there[0].words,
    )


def _unnamed(one: Reading, other: Reading) -> Sign | None:
    there = {tuple(stems(each.key.split())): each for each in _of(other, "unnamed")}
    for each in _of(one, "unnamed"):
        said = tuple(stems(each.key.split()))
        if len(said) >= SHOWN and said in there:
            return Sign(
                rule=SAME_UNNAMED,
                points=1500,
                sentence=f"Both texts credit \u201c{each.name}\u201d, whom neither names.",
                here=each.words,
                there=there[said].words,
            )
    return None


def _things(one: Reading, other: Reading) -> Sign | None:
    there = {each.key: each for each in _of(other, "thing") if each.weight >= LITTLE}
    for each in _of(one, "thing"):
        if each.weight >= LITTLE and each.key in there:
            return Sign(
                rule=SAME_PRIMARY,
                points=1000,
                sentence=f"Both texts speak at their head of a {each.name}.",
                here=each.words,
                there=there[each.key].words,
            )
    return None


def _outlets(one: Reading, other: Reading) -> Iterator[Sign]:
    for text, up in ((one, other), (other, one)):
        key = head_key(up.text.outlet or "")
        said = next((e for e in _of(text, "name") if key and same_name(e.key, key)), None)
        if said is not None:
            sentence = f"One text credits {up.text.outlet}, from which the other is."
            yield Sign(
                rule="credits the outlet",
                points=1500,
                sentence=sentence,
                here=said.words if text is one else "",
                there=said.words if text is other else "",
            )


def _against(one: Reading, other: Reading) -> Sign | None:
    if is_refutation(one.text) != is_refutation(other.text):
        sentence = "One text refutes something, the other does not."
        return Sign(rule=REFUTES, points=-1500, sentence=sentence)
    if denies(one.text, other.text) or denies(other.text, one.text):
        sentence = "One text begins with a denial, the other does not."
        return Sign(rule="one denies", points=-300, sentence=sentence)
    return None


REFUTES = "one refutes"
_WORDS = ("shared runs", "same wording", "same quotations")
SAME_SOURCE, SAME_UNNAMED, SAME_PRIMARY = (
    "same source",
    "same unnamed source",
    "same primary source",
)
_RULES: tuple[Callable[[Reading, Reading], Sign | Iterable[Sign] | None], ...] = (
    _runs,
    _wording,
    _quotations,
    _sources,
    _unnamed,
    _things,
    _outlets,
    _lead,
    _title,
    _marks,
    _slips,
    _against,
)
