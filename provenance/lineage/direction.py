"""Which of two texts that share words goes back to the other.

In this order: a pasted text goes back to the page on which it stands; a credit, a link or the
collector's address says it; a quotation goes back to what it quotes, a translation to what it is
from, a correction to what it corrects; then publication dates whose intervals do not overlap;
last, the one text names the outlet of the other. Where none holds, the direction is unknown.
"""

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence

from provenance.clock import before
from provenance.lineage.corrections import is_correction
from provenance.lineage.credits import outlet_key
from provenance.lineage.reading import Reading
from provenance.lineage.shared import QUOTED, Shared
from provenance.model import DerivationKind, Evidence

WHOLE = 90  # percent of a pasted text that stand on its page
NEARLY = 95  # percent of the best: a second page that has as much leaves the original open
NAMED = "names the outlet"
# Both go back to something else: neither to the other.
BESIDE = frozenset(
    {
        DerivationKind.SAME_PRIMARY,
        DerivationKind.SAME_STATEMENT,
        DerivationKind.SAME_UNNAMED,
        DerivationKind.SAME_OWNER,
    }
)


class Direction:
    """What is known beforehand: the pairs that texts name themselves, the pages of pasted texts."""

    def __init__(self, said: Container[tuple[str, str]], pages: Mapping[str, Reading]) -> None:
        """Hold what is known; ``said`` holds (downstream, upstream)."""
        self._said = said
        self.pages = pages

    def is_original(self, down: Reading, up: Reading) -> bool:
        """Return whether one is the page from which the other was pasted."""
        return self.pages.get(down.text.id) is up

    def is_said(self, down: Reading, up: Reading) -> bool:
        """Return whether the text or its collector names the other as where it comes from."""
        return (down.text.id, up.text.id) in self._said

    def of(self, shared: Shared) -> tuple[Reading, Reading, bool]:
        """Return (downstream, upstream, whether the direction is known)."""
        one, other = shared.one, shared.other
        for known in (self.is_original, self.is_said):
            forth, back = known(one, other), known(other, one)
            if forth != back:
                return (one, other, True) if forth else (other, one, True)
        if shared.type is DerivationKind.QUOTATION and shared.rule == QUOTED:
            return one, other, before(one.text.date, other.text.date) is not True
        if shared.type is DerivationKind.TRANSLATION or shared.type in BESIDE:
            return one, other, shared.type is DerivationKind.TRANSLATION
        corrected = is_correction(one.text), is_correction(other.text)
        if corrected[0] != corrected[1]:
            return (one, other, True) if corrected[0] else (other, one, True)
        earlier = before(one.text.date, other.text.date)
        if earlier is not None:
            return (other, one, True) if earlier else (one, other, True)
        forth, back = _names(one, other), _names(other, one)
        return (other, one, True) if back and not forth else (one, other, forth and not back)


def clue(down: Reading, up: Reading) -> Evidence | None:
    """Return what shows the direction of a pair beside what the texts share."""
    if before(up.text.date, down.text.date):
        sentence = f"The other text was published earlier ({up.text.date}, {down.text.date})."
        return Evidence(rule="publication dates", sentence=sentence)
    if before(down.text.date, up.text.date) is None and _names(down, up):
        return Evidence(rule=NAMED, sentence=f"The text names {up.text.outlet}.")
    return None


def _names(down: Reading, up: Reading) -> bool:
    """Return whether a text names the outlet of another, which is not its own."""
    if not up.text.outlet:
        return False
    key = outlet_key(up.text.outlet)
    return key != outlet_key(down.text.outlet or "") and f" {key} " in down.joined


def originals(found: Sequence[Shared]) -> dict[str, Reading]:
    """Return the page of each pasted text that stands as good as whole on one page."""
    pages: dict[str, list[tuple[int, Reading]]] = defaultdict(list)
    for shared in found:
        for here, there in ((shared.one, shared.other), (shared.other, shared.one)):
            held = 100 * len(shared.common) >= WHOLE * here.size
            if held and _is_pasted(here) and _is_page(there) and _may_be(here, there):
                pages[here.text.id].append((len(shared.common), there))
    chosen: dict[str, Reading] = {}
    for pasted, held_by in pages.items():
        most = max(count for count, _ in held_by)
        near = [page for count, page in held_by if 100 * count >= NEARLY * most]
        if len(near) == 1:
            chosen[pasted] = near[0]
    return chosen


def settled(found: Sequence[Shared], pages: Mapping[str, Reading]) -> list[Shared]:
    """Return what is shared, without what a pasted text shares with others than its page."""
    return [
        shared
        for shared in found
        if all(
            pages.get(here.text.id, there) is there
            for here, there in ((shared.one, shared.other), (shared.other, shared.one))
        )
    ]


def _is_page(reading: Reading) -> bool:
    return reading.text.uri.startswith(("http://", "https://"))


def _is_pasted(reading: Reading) -> bool:
    return reading.text.said_uri is not None and not _is_page(reading)


def _may_be(pasted: Reading, page: Reading) -> bool:
    said, outlet = pasted.text.outlet, page.text.outlet
    return not said or (outlet is not None and outlet_key(said) == outlet_key(outlet))
