"""Which appearances make one claim, and which others bear on it.

Claims keep their identity: a group of appearances takes the claim that most of them belong to.
A group that has none gets a new one. An appearance that a person put under a claim stays there.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from provenance.canonical import content_key
from provenance.corroboration import Compared, Pair, Passage, gather
from provenance.model import (
    Appearance,
    Claim,
    Link,
    Record,
    Stance,
    State,
)
from provenance.model.amounts import put_forward
from provenance.workspace.assess.held import Apart, fixed
from provenance.workspace.assess.joined import Joint, tied_texts
from provenance.workspace.core import Workspace
from provenance.workspace.picture import LIVE, Picture
from provenance.workspace.processes import mapped

OWN_WORDS = "its own words"
# Reading a passage takes a tenth of a millisecond.
_mapped = partial(mapped, worth=10_000, at_once=250)


Keys = Mapping[str, frozenset[int]]  # of passages, by document


class Gathered(NamedTuple):
    """What gathering recorded, and what it left out."""

    claims: int  # new or changed
    links: int
    uncompared: int  # pairs of look-alike passages of which nothing was decided
    keys: Keys


def gather_claims(workspace: Workspace, picture: Picture) -> Gathered:
    """Record claims and links as they should be now."""
    passages = passages_of(picture)
    compared = Compared(passages, mapped=_mapped)
    records = gathered(workspace, picture, passages, pairs_of(compared, picture.live))
    claims = sum(isinstance(each, Claim) for each in records)
    return Gathered(claims, len(records) - claims, compared.left_out, compared.keys())


def gathered(
    workspace: Workspace, picture: Picture, passages: Sequence[Passage], pairs: Sequence[Pair]
) -> Sequence[Record]:
    """Record the claims and links of passages as pairs of them have it; return what was written."""
    groups = gather(passages, pairs, fixed=fixed(workspace, picture))
    contents = {each.id: each.content for each in passages}
    plan = _Plan(workspace, picture, contents, pairs)
    plan.place(sorted(groups, key=lambda group: min(contents[of] for of in group)))
    plan.bear(pairs)
    workspace.steps("corroborate", plan.records)
    return plan.records


def passages_of(picture: Picture) -> list[Passage]:
    """Return all appearances as corroboration reads them."""
    return [passage_of(picture, each) for each in picture.appearances.values()]


def pairs_of(compared: Compared, ties: Iterable[Joint]) -> tuple[Pair, ...]:
    """Return how passages bear on each other, those of tied texts at a lower bar."""
    return compared.pairs(tied=tied_texts(ties))


def passage_of(picture: Picture, appearance: Appearance) -> Passage:
    """Return an appearance as corroboration reads it."""
    document = picture.documents[appearance.document]
    return Passage(
        id=appearance.of,
        document=document.id,
        content=picture.content(appearance),
        wording=appearance.wording,
        type=appearance.type,
        modality=appearance.modality,
        quantities=put_forward(appearance.wording, appearance.quantities),
        places=appearance.places,
        times=appearance.times,
        persons=tuple(e.words for e in appearance.entities or () if e.type == "person"),
        published=picture.published(document).value,
        start=appearance.selector.start,
    )


class _Plan:
    """The records that bring claims and links to what they should be."""

    def __init__(
        self,
        workspace: Workspace,
        picture: Picture,
        contents: Mapping[str, str],
        pairs: Sequence[Pair],
    ) -> None:
        self.records: list[Record] = []
        self.claims = 0
        self._workspace = workspace
        self._picture = picture
        self._contents = contents
        self._claim_of: dict[str, str] = {}
        self._documents = {each: number for number, each in enumerate(picture.documents)}
        self._founded: dict[str, Appearance] = {}
        self._first: dict[str, str] = {}  # of a claim: the content key of its first appearance
        self._age = {claim: number for number, claim in enumerate(picture.claims)}
        self._by_place = {link.place: link for link in picture.links}
        self._apart = Apart(workspace, picture)
        self._why: dict[str, Pair] = {}
        for pair in pairs:
            if pair.stance is Stance.REPEATS:
                self._why.setdefault(pair.one, pair)
                self._why.setdefault(pair.other, pair)

    def place(self, groups: Sequence[frozenset[str]]) -> None:
        """Give each group its claim, and each appearance its link to it."""
        picture, taken = self._picture, set[str]()
        links: list[Record] = []
        claims: list[Claim] = []
        for group in sorted(groups, key=lambda group: -self._ties(group)):
            members = [picture.appearances[of] for of in group]
            first = members[0] if len(members) == 1 else min(members, key=picture.age)
            claim = self._claim(group, taken)
            record = self._claim_record(claim, first)
            if record is not None:
                claims.append(record)
                self._founded[record.id] = first
            claim = record.of if record is not None else claim
            if claim is None:
                raise AssertionError("a group without a claim gets a new one")
            taken.add(claim)
            self._first[claim] = min(self._contents[of] for of in group)
            for of in sorted(group, key=self._contents.__getitem__):
                self._claim_of[of] = claim
                link = self._belonging(of, claim, alone=len(group) == 1)
                if link is not None:
                    links.append(link)
        claims.sort(key=self._reading_order)
        self.claims = len(claims)
        self.records += claims + links

    def _reading_order(self, claim: Claim) -> tuple[int, int]:
        """Return the sort key by which claims get their handles: as a reader meets them."""
        first = self._founded[claim.id]
        return self._documents[first.document], first.selector.start

    def _ties(self, group: frozenset[str]) -> int:
        """Return how many of a group belong to its likeliest claim: larger ones choose first."""
        counts = self._counts(group)
        return max(counts.values(), default=0)

    def _counts(self, group: frozenset[str]) -> Mapping[str, int]:
        belongs = self._picture.belongs
        claims = [belongs[of].claim for of in group if of in belongs]
        return Counter(claims) if len(claims) > 1 else dict.fromkeys(claims, 1)

    def _claim(self, group: frozenset[str], taken: set[str]) -> str | None:
        fixed = [self._picture.belongs[of] for of in group if of in self._picture.belongs]
        decided = sorted(link.claim for link in fixed if link.state is State.CONFIRMED)
        if decided:
            return decided[0]
        counts = self._counts(group)
        free = [claim for claim in counts if claim not in taken]
        return min(free, key=lambda claim: (-counts[claim], self._age[claim]), default=None)

    def _claim_record(self, identity: str | None, first: Appearance) -> Claim | None:
        """Return the version that a claim needs, or None where it has it or a person wrote it."""
        current = self._picture.claims.get(identity or "")
        if current is not None and current.why:
            return None
        record_id = self._workspace.new_id()
        wanted = Claim(
            id=record_id,
            of=identity or record_id,
            supersedes=current.id if current else None,
            wording=first.wording,
            type=first.type,
            quantities=first.quantities,
            places=first.places,
            times=first.times,
        )
        kept = {"id", "supersedes"}
        if current and current.model_dump(exclude=kept) == wanted.model_dump(exclude=kept):
            return None
        return wanted

    def _belonging(self, of: str, claim: str, *, alone: bool) -> Link | None:
        pair = None if alone else self._why.get(of)
        return self._link(
            of,
            claim,
            Stance.REPEATS,
            pair.rule if pair else OWN_WORDS,
            pair.words if pair else (),
        )

    def bear(self, pairs: Sequence[Pair]) -> None:
        """Link appearances to the claims that they support or contradict."""
        wanted: dict[tuple[str, str], Pair] = {}
        for pair in pairs:
            if pair.stance is Stance.REPEATS:
                continue
            for one, other in ((pair.one, pair.other), (pair.other, pair.one)):
                claim = self._claim_of[other]
                if claim != self._claim_of[one] and not self._apart.kept(one, other, claim):
                    wanted.setdefault((one, claim), pair)
        for (of, claim), pair in wanted.items():
            link = self._link(of, claim, pair.stance, pair.rule, pair.words)
            if link is not None:
                self.records.append(link)
        self._retract(wanted)

    def _link(
        self, of: str, claim: str, stance: Stance, rule: str, words: tuple[str, ...]
    ) -> Link | None:
        """Return the link that is needed, or None where it stands or a person decided."""
        slot = "belongs" if stance is Stance.REPEATS else claim
        current = self._by_place.get((of, slot))
        if current is not None and current.state in (State.CONFIRMED, State.REFUSED):
            return None
        said = (claim, stance, State.PROPOSED, rule, words)
        if current is not None and said == (
            current.claim,
            current.stance,
            current.state,
            current.rule,
            current.words,
        ):
            return None
        return Link(
            id=self._workspace.new_id(),
            appearance=of,
            claim=claim,
            stance=stance,
            state=State.PROPOSED,
            rule=rule,
            words=words,
            key=content_key("link", stance, self._contents[of], self._first[claim]),
            supersedes=current.id if current else None,
        )

    def _retract(self, wanted: Mapping[tuple[str, str], Pair]) -> None:
        """Take back proposals that are no longer made."""
        for link in self._picture.links:
            stale = (
                link.stance is not Stance.REPEATS
                and link.state in LIVE
                and link.state is not State.CONFIRMED
                and link.appearance in self._contents
                and (link.appearance, link.claim) not in wanted
            )
            if stale:
                update = {
                    "id": self._workspace.new_id(),
                    "state": State.RETRACTED,
                    "supersedes": link.id,
                }
                self.records.append(link.model_copy(update=update))
