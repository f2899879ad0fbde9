"""What a digit that a person gives has to stand on."""

import pytest

from provenance.errors import ReviewError
from provenance.model import ClaimKind
from provenance.model.evidence import Agent, AgentRole
from provenance.model.judgement import Decision, Review
from provenance.review import Basis, Proposal, Submission, check, named_in
from provenance.review.basis import check_basis

ADA = Agent(id="a" * 26, name="Ada", role=AgentRole.PERSON, public_key="key a")
NOTHING = Basis()
FM = Basis(definition_set="fm-2-22.3")


def compared(fits: str, basis: Basis = NOTHING) -> Basis:
    return basis.model_copy(update={"comparison": "Register of berths", "fits": fits})


ENOUGH = {
    "another report, judged": ("2", Basis(other_reports=1, others_judged=1)),
    "no conflict with a named one": ("3", compared("no conflict")),
    "agrees with a named one": ("3", compared("agrees")),
    "tends to conflict with a named one": ("4", compared("tends to conflict")),
    "contradicted by a named one, and called doubtful": ("4", compared("contradicts")),
    "a report that a person confirmed against it": ("4", Basis(against_named=1)),
    "contradicted by a named one": ("5", compared("contradicts")),
    "a captured record against it": ("5", Basis(against_named=1, against_by_record=1)),
    "unknown": ("6", NOTHING),
    "one report, agrees, the other tradition": ("2", compared("agrees", FM)),
    "no conflict, the other tradition": ("3", compared("no conflict", FM)),
}
TOO_LITTLE = {
    "one report": ("2", NOTHING, "several reports"),
    "one report that agrees with a named one": ("2", compared("agrees"), "several reports"),
    "several reports, all F": ("2", Basis(other_reports=2), "not all from sources graded F"),
    "nothing named for a 3": ("3", NOTHING, "3 needs a named comparison.*compared with d7"),
    "a 3 against what it conflicts with": (
        "3",
        compared("tends to conflict"),
        "now it is “Register of berths”: tends to conflict",
    ),
    "nothing named for a 4": ("4", NOTHING, "tends to conflict with: name"),
    "a 4 against what it agrees with": ("4", compared("agrees"), "“Register of berths”: agrees"),
    "nothing named for a 5": ("5", NOTHING, "positively contradicts"),
    "a 5 on a report alone": ("5", Basis(against_named=1), "positively contradicts"),
    "a 5 on a mere tendency": ("5", compared("tends to conflict"), "positively contradicts"),
    "several reports, the other tradition": (
        "2",
        Basis(definition_set="fm-2-22.3", other_reports=2, others_judged=2),
        "2 needs a named comparison",
    ),
}


@pytest.mark.parametrize(("digit", "basis"), ENOUGH.values(), ids=ENOUGH)
def test_enough_to_stand_on(digit: str, basis: Basis) -> None:
    check_basis(digit, basis)


@pytest.mark.parametrize(("digit", "basis", "says"), TOO_LITTLE.values(), ids=TOO_LITTLE)
def test_too_little_to_stand_on(digit: str, basis: Basis, says: str) -> None:
    with pytest.raises(ReviewError, match=says):
        check_basis(digit, basis)


def attempt(digit: str | None, *earlier: Review, compare: str = "", proposed: str = "6") -> None:
    proposal = Proposal(
        type=ClaimKind.FACT, reliability="F", letter_of="Quay", credibility=proposed, records=()
    )
    submission = Submission(
        decision=Decision.OVERRIDE,
        saw=(),
        reliability="B",
        credibility=digit,
        reason="it fits what the port published",
        compare=compare,
    )
    check(submission, reviewer=ADA, proposal=proposal, reviews=earlier, agents={}, reviewers=1)


@pytest.mark.parametrize("digit", ["3", "4", "5"])
def test_a_comparison_named_with_the_digit_is_its_basis(digit: str) -> None:
    with pytest.raises(ReviewError, match=f"{digit} needs a named comparison"):
        attempt(digit)
    attempt(digit, compare="d7")


def test_what_is_proposed_has_its_basis_in_the_rule_that_proposed_it() -> None:
    attempt("3", proposed="3")
    attempt(None)


def test_a_digit_that_was_given_before_is_kept_with_the_basis_it_had() -> None:
    before = Review(
        id="r" * 26,
        claim="c" * 26,
        stage=1,
        decision=Decision.OVERRIDE,
        saw=(),
        reliability="C",
        credibility="3",
        reason="compared with d7",
        reviewer=ADA.id,
    )
    attempt("3", before)
    with pytest.raises(ReviewError, match="4 needs a named comparison"):
        attempt("4", before)


@pytest.mark.parametrize("digit", [None, "6"])
def test_a_comparison_without_a_digit_that_rests_on_one_is_refused(digit: str | None) -> None:
    with pytest.raises(ReviewError, match="a digit from 2 to 5"):
        attempt(digit, compare="d7")


@pytest.mark.parametrize(
    ("reason", "named"),
    [
        ("compared with d7: the berth was empty", "d7"),
        ("Compared to earlier counts of this port.", "earlier counts of this port"),
        ("the berth was empty", ""),
        ("compared with ", ""),
    ],
)
def test_a_reason_can_name_the_comparison(reason: str, named: str) -> None:
    assert named_in(reason) == named
