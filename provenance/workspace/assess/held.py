"""Which passages people put together, and which they kept apart; no run changes that.

What was put under a claim stays there. A refused link is about a passage and a claim, and a
claim is what its passages say: so it holds between the passage and all that belonged to the
claim when it was refused, under whatever claim these stand by now. Claims are put together and
taken apart, by people and by new texts.

A passage is known again by its words and the address at which they stand: a page that is
captured again may hold them elsewhere.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from provenance.model import Appearance, Document, Link, Stance, State, Withdrawal
from provenance.store.store import Store
from provenance.workspace.core import Workspace
from provenance.workspace.picture import LIVE, Picture

Words = tuple[str, str]  # an address, and what stands there


def fixed(workspace: Workspace, picture: Picture) -> dict[str, str]:
    """Return the claim under which a person put each appearance, the oldest claim first."""
    links = [link for link in picture.belongs.values() if link.state is State.CONFIRMED]
    if not links:
        return {}
    handles = workspace.store.handles("c")
    links.sort(key=lambda link: int(handles[link.claim][1:]))
    held = {link.appearance: link.claim for link in links}
    said = {_words(picture, picture.appearances[of]): of for of in held}
    for of, each in picture.appearances.items():
        first = said.get(_words(picture, each))
        if first and of not in held and each.document != picture.appearances[first].document:
            held[of] = held[first]  # captured again, it goes where a person put it
    return held


class Apart:
    """The passages of which a person said that one does not bear on what others say."""

    def __init__(self, workspace: Workspace, picture: Picture) -> None:
        """Read what was refused, and what belonged to these claims then."""
        self._picture = picture
        refused = [
            each
            for each in picture.links
            if each.state is State.REFUSED and each.appearance in picture.appearances
        ]
        words = [_words(picture, picture.appearances[each.appearance]) for each in refused]
        self._claims = {(of, each.claim) for of, each in zip(words, refused, strict=True)}
        self._words: set[tuple[Words, Words]] = set()
        if refused:
            then = _members(workspace.store, refused)
            said = _said(workspace.store, {of for each in then.values() for of in each})
            for of, each in zip(words, refused, strict=True):
                self._words |= {(of, said[member]) for member in then[each.id] if member in said}

    def kept(self, one: str, other: str, claim: str) -> bool:
        """Return whether one appearance was kept from what another says, or from its claim."""
        if not self._claims:
            return False
        appearances = self._picture.appearances
        here = _words(self._picture, appearances[one])
        if (here, claim) in self._claims:
            return True
        return (here, _words(self._picture, appearances[other])) in self._words


def _words(picture: Picture, appearance: Appearance) -> Words:
    return _at(picture.documents[appearance.document].uri, appearance)


def _at(uri: str, appearance: Appearance) -> Words:
    return uri, " ".join(appearance.selector.exact.split())


def _said(store: Store, appearances: Collection[str]) -> dict[str, Words]:
    """Return the words of appearances, which other documents may hold than are looked at."""
    found = store.standing(Appearance, appearances)
    uris = dict(store.cells(Document, "id", "uri", id={each.document for each in found}))
    return {each.of: _at(uris[each.document], each) for each in found if each.document in uris}


def _members(store: Store, refused: Sequence[Link]) -> dict[str, list[str]]:
    """Return what belonged to the claim of each refused link when it was refused."""
    at = {each.id: seq for seq, each in store.versions(Link, id=[e.id for e in refused])}
    claims = {each.claim for each in refused}
    repeats = [Stance.REPEATS]
    ever = {e.appearance for _, e in store.versions(Link, claim=claims, stance=repeats)}
    course: dict[str, list[tuple[int, Link]]] = defaultdict(list)
    for seq, each in store.versions(Link, appearance=ever, stance=repeats):
        course[each.appearance].append((seq, each))
    withdrawn = {each.step: seq for seq, each in store.versions(Withdrawal)}
    return {
        each.id: [of for of in ever if _claim(course[of], at[each.id], withdrawn) == each.claim]
        for each in refused
    }


def _claim(course: Sequence[tuple[int, Link]], at: int, withdrawn: Mapping[int, int]) -> str | None:
    """Return the claim to which an appearance belonged at an entry."""
    stood = [
        link
        for seq, link in course
        if seq <= at and not (seq in withdrawn and withdrawn[seq] <= at)
    ]
    return stood[-1].claim if stood and stood[-1].state in LIVE else None
