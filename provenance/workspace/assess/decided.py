"""Which appearances a person decided about: these a program leaves as they are.

Decided is what was marked or corrected by hand, whose attribution was corrected, which was put
under a claim or kept from one; and each appearance of a claim that was reviewed, corrected,
compared or inquired about, or of which a person said what bears on it.
"""

from collections import defaultdict

from provenance.model import Appearance, Link, Stance, State
from provenance.workspace.assess.due import BY_HAND
from provenance.workspace.picture import Picture

_SETTLED = (State.CONFIRMED, State.REFUSED)


def decided(picture: Picture) -> frozenset[str]:
    """Return the identities of the appearances that a person decided about."""
    claims = _claims(picture)
    links: dict[str, list[Link]] = defaultdict(list)
    for link in picture.links:
        links[link.appearance].append(link)
    return frozenset(
        each.of
        for each in picture.appearances.values()
        if _by_hand(picture, each) or any(_settles(link, claims) for link in links[each.of])
    )


def _claims(picture: Picture) -> frozenset[str]:
    """Return the claims that people did something about. Only what they write has a reason."""
    found = {*picture.reviews, *picture.comparisons}
    found |= {of for of, claim in picture.claims.items() if claim.why}
    found |= {about for inquiry in picture.inquiries for about in inquiry.about}
    found |= {link.claim for link in picture.links if link.state in _SETTLED}
    return frozenset(found)


def _by_hand(picture: Picture, appearance: Appearance) -> bool:
    chain = picture.attributions.get(appearance.of)
    return (
        appearance.finder == BY_HAND
        or bool(appearance.why)
        or (chain is not None and (bool(chain.why) or chain.rule == BY_HAND))
    )


def _settles(link: Link, claims: frozenset[str]) -> bool:
    return link.state in _SETTLED or (link.stance is Stance.REPEATS and link.claim in claims)
