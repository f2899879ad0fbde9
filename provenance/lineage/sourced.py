"""Signs of dependence in whom two texts credit: one source, one primary source, or their own."""

from collections.abc import Iterable, Iterator

from provenance.lineage.names import head_key, same_name
from provenance.lineage.reading import Reading
from provenance.lineage.signs import Sign, thousandths
from provenance.lineage.speakers import Said
from provenance.lineage.whom import LITTLE, met

SAME_SOURCE, SAME_UNNAMED, SAME_PRIMARY = (
    "same source",
    "same unnamed source",
    "same primary source",
)


def sources(one: Reading, other: Reading) -> Sign | None:
    """Return what it says that both credit one name, or that they do not."""
    return same_source(one, other) or _apart(one, other)


def same_source(one: Reading, other: Reading) -> Sign | None:
    """Return what it says that both credit one name: the more each rests on it, the more."""
    here, there = one.whom, other.whom
    both = met(here, there)
    if not both:
        return None
    rests = [
        thousandths(_weight({mine for mine, _ in both}), max(LITTLE, here.weight)),
        thousandths(_weight({twin for _, twin in both}), max(LITTLE, there.weight)),
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


def _apart(one: Reading, other: Reading) -> Sign | None:
    """Return what it says that no name is credited in both."""
    here, there = one.whom.names, other.whom.names
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


def unnamed(one: Reading, other: Reading) -> Sign | None:
    """Return what it says that both describe one whom they do not name in the same words."""
    there = dict(other.whom.unnamed)
    for said, each in one.whom.unnamed:
        if said in there:
            return Sign(
                rule=SAME_UNNAMED,
                points=1500,
                sentence=f"Both texts credit \u201c{each.name}\u201d, whom neither names.",
                here=each.words,
                there=there[said].words,
            )
    return None


def things(one: Reading, other: Reading) -> Sign | None:
    """Return what it says that both speak at their head of one primary source."""
    there = other.whom.things
    for key, each in one.whom.things.items():
        if key in there:
            return Sign(
                rule=SAME_PRIMARY,
                points=1000,
                sentence=f"Both texts speak at their head of a {key}.",
                here=each.words,
                there=there[key].words,
            )
    return None


def outlets(one: Reading, other: Reading) -> Iterator[Sign]:
    """Yield what it says that one credits the outlet of the other."""
    for text, up in ((one, other), (other, one)):
        key = head_key(up.text.outlet or "")
        said = next((e for e in text.whom.names if key and same_name(e.key, key)), None)
        if said is not None:
            sentence = f"One text credits {up.text.outlet}, from which the other is."
            yield Sign(
                rule="credits the outlet",
                points=1500,
                sentence=sentence,
                here=said.words if text is one else "",
                there=said.words if text is other else "",
            )
