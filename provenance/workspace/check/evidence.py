"""What stands behind a claim that carries a statement: the texts that are furthest upstream.

A copy that dropped a hedge is no evidence for the stronger wording. So a statement is held
beside those texts of its claim that go back to no other of them; of texts that go back to each
other, beside all.
"""

from collections.abc import Sequence
from typing import NamedTuple

from provenance import lineage
from provenance.lineage.ties import Ties
from provenance.model import Appearance, SourceType, Stance, StepRole
from provenance.model.checking import SideView
from provenance.model.dossier import ClaimView
from provenance.workspace.alarms import Alarm
from provenance.workspace.check.carrying import Match
from provenance.workspace.check.reading import Piece, Text
from provenance.workspace.picture import Picture
from provenance.workspace.views import Views


class Upstream(NamedTuple):
    """An appearance that a statement is held beside."""

    mention: lineage.Mention
    appearance: Appearance
    handle: str  # of its document

    def side(self, words: str = "") -> SideView:
        """Return words of it, by default the whole quote."""
        return SideView(
            document=self.handle,
            outlet=self.mention.outlet,
            words=words or self.appearance.selector.exact,
        )

    @property
    def says(self) -> tuple[lineage.SourceRef, ...]:
        """Those to whom it goes back by its chain, the verifier apart."""
        return tuple(
            each
            for each in self.mention.sources
            if each.role is not StepRole.VERIFIED and each.type is not SourceType.WRITER
        )


class Held(NamedTuple):
    """A statement beside the claim that carries it."""

    text: Text
    piece: Piece
    mention: lineage.Mention
    match: Match
    claim: ClaimView
    upstream: tuple[Upstream, ...]  # furthest upstream
    every: tuple[Upstream, ...]  # all that state the claim, the text itself left out
    against: tuple[Upstream, ...]
    alarms: tuple[Alarm, ...]  # that stand on the claim
    disputed: bool  # the text says elsewhere that it is disputed


class Around(NamedTuple):
    """What is the same for all statements of a text."""

    told: frozenset[str]  # claims that some sentence of it carries
    denied: frozenset[str]  # claims that some sentence of it denies
    alarms: tuple[Alarm, ...]  # of the workspace


def held(
    views: Views,
    text: Text,
    piece: Piece,
    match: Match,
    *,
    claim: ClaimView,
    around: Around,
) -> Held:
    """Return a statement beside its claim."""
    picture = views.picture
    mentions = picture.mentions(match.claim)
    own = [each for each in mentions if each.stance is not Stance.CONTRADICTS]
    against = [each for each in mentions if each.stance is Stance.CONTRADICTS]
    belongs = picture.belongs
    opposed = {belongs[each.id].claim for each in against if each.id in belongs} - {match.claim}
    within = any(each.document == text.id for each in against)
    return Held(
        text=text,
        piece=piece,
        mention=piece.mention(text),
        match=match,
        claim=claim,
        upstream=_upstream(views, furthest(own, picture.ties, below=text.id)),
        every=_upstream(views, [each for each in own if each.document != text.id]),
        against=_upstream(views, against),
        alarms=tuple(each for each in around.alarms if claim.handle in each.claims),
        disputed=within or match.claim in around.denied or not opposed.isdisjoint(around.told),
    )


def _upstream(views: Views, mentions: Sequence[lineage.Mention]) -> tuple[Upstream, ...]:
    picture = views.picture
    return tuple(
        Upstream(each, picture.appearances[each.id], views.handle(each.document))
        for each in sorted(mentions, key=lambda each: _age(picture, each))
    )


def _age(picture: Picture, mention: lineage.Mention) -> tuple[str, str]:
    return picture.age(picture.appearances[mention.id])


def furthest(
    mentions: Sequence[lineage.Mention], ties: Ties, *, below: str
) -> list[lineage.Mention]:
    """Return the mentions in documents that go back to no other document of the claim.

    Where the document ``below`` is one of the claim's, only those that it goes back to.
    """
    documents = {each.document for each in mentions}
    up = {each: above(each, ties) & documents - {each} for each in documents}
    roots = {each for each, higher in up.items() if all(each in up[further] for further in higher)}
    if below in documents:
        roots &= up[below]
    return [each for each in mentions if each.document in roots and each.document != below]


def above(document: str, ties: Ties) -> set[str]:
    """Return all documents that a document goes back to, over any number of steps."""
    found: set[str] = set()
    waiting = [document]
    while waiting:
        for tie in ties.up.get(waiting.pop(), ()):
            if tie.upstream is not None and tie.upstream not in found:
                found.add(tie.upstream)
                waiting.append(tie.upstream)
    return found
