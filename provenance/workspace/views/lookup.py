"""What every view looks up: handles, times, names of agents, and what follows for a claim."""

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from provenance import grading, review
from provenance.errors import ForeignKeyError, KeyNotFoundError, UnknownHandleError
from provenance.model import Agent, Axis, Claim, Decision, Grade, Review, State
from provenance.workspace.core import Workspace
from provenance.workspace.features import Standing, standing
from provenance.workspace.picture import Picture

UNCONFIRMED = "Proposed: it rests on ties that no person has confirmed."


class Lookup:
    """One picture, its handles and times, and what was computed about its claims."""

    def __init__(self, workspace: Workspace, picture: Picture) -> None:
        """Look nothing up yet."""
        self.workspace = workspace
        self.picture = picture
        self.store = workspace.store
        self._lettered: dict[str, Mapping[str, str]] = {}
        self._standing: dict[str, Standing] = {}
        self._proposals: dict[str, review.Proposal] = {}

    # ---- names and times

    def handles(self, letter: str) -> Mapping[str, str]:
        """Return the handles of one letter by identity, read once."""
        if letter not in self._lettered:
            self._lettered[letter] = self.store.handles(letter)
        return self._lettered[letter]

    @cached_property
    def _handles(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for letter in "acdfiks":
            found |= self.handles(letter)
        return found

    def handle(self, identity: str) -> str:
        """Return the short handle of a record's identity."""
        return self._handles.get(identity, "?")

    @cached_property
    def at(self) -> Mapping[int, str]:
        """When each entry was made."""
        return {entry.seq: entry.at for entry, _ in self.store.entries()}

    @cached_property
    def times(self) -> Mapping[str, str]:
        """When each current grade and review was made."""
        found: dict[str, str] = {}
        for kind in (Grade, Review):
            found |= {record: self.at[seq] for record, seq in self.store.events(kind).items()}
        return found

    def agent(self, agent: str) -> str:
        """Return the name of an agent."""
        known = self.picture.agents.get(agent)
        return known.name if known else "unknown"

    @cached_property
    def me(self) -> Agent | None:
        """Who looks, as an agent; None for a reader without a key here.

        A locked key stays locked: its public half says who must see a claim blind.
        """
        try:
            return self.workspace.me
        except (KeyNotFoundError, ForeignKeyError):
            return None

    def claim_identity(self, handle: str) -> str:
        """Return the identity of the claim that a handle stands for; UnknownHandleError."""
        kind, identity = self.store.identity(handle)
        if kind is not Claim:
            raise UnknownHandleError(f"{handle} is a {kind.kind}; this wants a claim, such as c1")
        if identity not in self.picture.members:
            raise UnknownHandleError(
                f"the claim {handle} has no appearance any more: it was put under another one"
            )
        return identity

    @cached_property
    def unconfirmed(self) -> frozenset[str]:
        """Documents that go back to something by a proposal that no person has confirmed."""
        return frozenset(
            each.downstream for each in self.picture.live if each.state is State.PROPOSED
        )

    @cached_property
    def circular(self) -> Mapping[str, str]:
        """The sentence of each ring as it is shown: it says where the ring is only proposed."""
        return {
            ring.sentence: f"{ring.sentence} {UNCONFIRMED}"
            if self.unconfirmed & set(ring.documents)
            else ring.sentence
            for ring in self.picture.rings
        }

    # ---- what follows for a claim

    def standing(self, claim: str) -> Standing:
        """Return what follows for a claim, computed once."""
        if claim not in self._standing:
            self._standing[claim] = standing(self.picture, self.picture.claims[claim])
        return self._standing[claim]

    def proposal(self, claim: str) -> review.Proposal:
        """Return what the program proposes for a claim now, computed once."""
        if claim not in self._proposals:
            self._proposals[claim] = self._proposal(claim)
        return self._proposals[claim]

    def is_stale(self, claim: str) -> bool:
        """Return whether what the last decision about a claim was about has changed since.

        A grade that says again what was seen, as after a step was taken back, is no change.
        """
        reviews = self.picture.reviews.get(claim, ())
        if not reviews:
            return False
        saw, now = set(reviews[-1].saw), set(self.proposal(claim).records)
        if saw == now:
            return False
        before, after = (self._said_by(records) for records in (saw - now, now - saw))
        return before is None or before != after

    def _said_by(self, records: Collection[str]) -> Mapping[str, object] | None:
        """Return what one grade says apart from its place in the log; None for anything else."""
        grade = self.store.get(Grade, next(iter(records))) if len(records) == 1 else None
        return grade.model_dump(exclude={"id", "supersedes"}) if grade is not None else None

    def _proposal(self, claim: str) -> review.Proposal:
        record = self.picture.claims[claim]
        features = self.standing(claim).features
        choice = grading.cell(features.origins)
        numbers = features.numbers()
        grade = self._program_grade(claim)
        graded = grade is not None and record.type == "fact"
        return review.Proposal(
            type=record.type,
            reliability=choice.letter,
            letter_of=choice.letter_of,
            credibility=grade.value if grade is not None and graded else None,
            records=(record.id, *([grade.id] if grade is not None and graded else [])),
            basis=review.Basis(
                definition_set=self.picture.policy.definition_set,
                comparison=features.compared_with,
                fits=features.comparison_fits,
                other_reports=numbers["other_origins"],
                others_judged=numbers["others_judged"],
                against_named=numbers["against_named"],
                against_by_record=numbers["against_by_record"],
            ),
        )

    def _program_grade(self, claim: str) -> Grade | None:
        program = self.workspace.program.id
        for grade in self.picture.grades.get(claim, ()):
            if grade.axis is Axis.CREDIBILITY and grade.rater == program:
                return grade
        return None


def decided(reviews: Sequence[Review], proposal: review.Proposal) -> tuple[str, str, str | None]:
    """Return letter, whose letter, digit: the last decision's, or the proposal's.

    What was refused has no digit.
    """
    last = reviews[-1] if reviews else None
    if last is not None and last.decision is Decision.REFUSE:
        return proposal.reliability, proposal.letter_of, None
    if last is None or last.reliability is None:
        return proposal.reliability, proposal.letter_of, proposal.credibility
    same = last.reliability == proposal.reliability
    return last.reliability, proposal.letter_of if same else "the reviewer", last.credibility


def number(handle: str) -> int:
    """Return the number of a handle, by which handles are listed."""
    return int(handle[1:]) if handle[1:].isdecimal() else 0
