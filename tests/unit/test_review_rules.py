"""Who may decide what about a claim, and what a second reviewer sees."""

from typing import Any, Literal

import pytest

from provenance.errors import ConflictError, ReviewError
from provenance.model import ClaimKind
from provenance.model.dossier import ClaimRow, ClaimView, GradeView, ReviewView
from provenance.model.evidence import Agent, AgentRole
from provenance.model.judgement import Axis, Decision, Review
from provenance.review import (
    Basis,
    Proposal,
    Submission,
    agreement,
    blinded,
    blinded_row,
    check,
    decided,
    is_final,
    must_be_blind,
    reason,
    stage_for,
    state,
    wording,
)

VERSION, GRADE = "v" * 26, "g" * 26


def agent(letter: str, key: str | None, role: AgentRole = AgentRole.PERSON) -> Agent:
    return Agent(id=letter * 26, name=f"Agent {letter}", role=role, public_key=key)


ADA, BEA, CYD = agent("a", "key a"), agent("b", "key b"), agent("c", "key c")
TWIN = agent("t", "key a")
PROGRAM = agent("p", None, AgentRole.PROGRAM)
VISITOR = agent("u", None)
AGENTS = {one.id: one for one in (ADA, BEA, CYD, TWIN, PROGRAM, VISITOR)}


def review(
    reviewer: Agent,
    stage: Literal[1, 2] = 1,
    decision: Decision = Decision.ACCEPT,
    cell: str = "F6",
) -> Review:
    refused = decision is Decision.REFUSE
    return Review(
        id=reviewer.id[:13] + "r" * 13,
        claim="c" * 26,
        stage=stage,
        decision=decision,
        saw=(VERSION, GRADE),
        reliability=None if refused else cell[0],
        credibility=None if refused else cell[1:] or None,
        reason="",
        reviewer=reviewer.id,
    )


REFUSED = review(ADA, decision=Decision.REFUSE)
FIRST, SECOND = review(ADA), review(BEA, 2)


def proposal(kind: ClaimKind = ClaimKind.FACT) -> Proposal:
    return Proposal(
        type=kind,
        reliability="C",
        letter_of="Sundgate Post",
        credibility="3" if kind is ClaimKind.FACT else None,
        records=(VERSION, GRADE),
        basis=Basis(other_reports=1, others_judged=1),
    )


def submission(decision: Decision, **known: Any) -> Submission:
    return Submission.model_validate({"decision": decision, "saw": (GRADE, VERSION), **known})


def attempt(
    what: Submission,
    *earlier: Review,
    reviewer: Agent = ADA,
    kind: ClaimKind = ClaimKind.FACT,
    reviewers: Literal[1, 2] = 2,
) -> None:
    check(
        what,
        reviewer=reviewer,
        proposal=proposal(kind),
        reviews=earlier,
        agents=AGENTS,
        reviewers=reviewers,
    )


@pytest.mark.parametrize(
    ("reviews", "of_two", "of_one"),
    [
        ((), "proposed", "proposed"),
        ((FIRST,), "reviewed", "reviewed, one reviewer"),
        ((FIRST, SECOND), "second-reviewed", "reviewed, one reviewer"),
        ((SECOND, FIRST), "second-reviewed", "reviewed, one reviewer"),
        ((SECOND,), "reviewed", "reviewed, one reviewer"),  # the first one was taken back
        ((REFUSED,), "refused", "refused, one reviewer"),
        ((REFUSED, SECOND), "second-reviewed", "reviewed, one reviewer"),
        ((FIRST, review(BEA, 2, Decision.REFUSE)), "refused", "refused, one reviewer"),
    ],
)
def test_how_far_a_claim_has_come(reviews: tuple[Review, ...], of_two: str, of_one: str) -> None:
    assert state(reviews, 2) == wording(reviews, 2) == of_two
    assert wording(reviews, 1) == of_one


def test_a_case_with_one_reviewer_is_final_after_one() -> None:
    assert is_final((FIRST,), 1)
    assert not is_final((FIRST,), 2)
    assert is_final((FIRST, SECOND), 2)
    assert not is_final((), 1)


def test_the_stage_of_a_decision() -> None:
    assert stage_for(ADA, (), AGENTS, 2) == 1
    assert stage_for(BEA, (FIRST,), AGENTS, 2) == 2
    assert stage_for(ADA, (FIRST,), AGENTS, 2) == 1  # revises their own
    assert stage_for(BEA, (FIRST, SECOND), AGENTS, 2) == 2
    assert stage_for(ADA, (SECOND,), AGENTS, 2) == 1  # the first one was taken back


@pytest.mark.parametrize(
    ("reviewer", "earlier", "reviewers", "problem"),
    [
        (TWIN, (FIRST,), 2, "signs with the same key as Agent a"),
        (CYD, (FIRST, SECOND), 2, "Agent a and Agent b reviewed this claim already"),
        (BEA, (FIRST,), 1, "Agent a reviewed this claim already"),
        (PROGRAM, (), 2, "is a program"),
        (VISITOR, (), 2, "has no key here"),
    ],
)
def test_who_may_not_decide(
    reviewer: Agent, earlier: tuple[Review, ...], reviewers: Literal[1, 2], problem: str
) -> None:
    with pytest.raises(ReviewError, match=problem):
        attempt(submission(Decision.ACCEPT), *earlier, reviewer=reviewer, reviewers=reviewers)


@pytest.mark.parametrize(
    ("what", "cell"),
    [
        (submission(Decision.ACCEPT), ("C", "3")),
        (submission(Decision.ACCEPT, reliability="C", credibility="3"), ("C", "3")),
        (submission(Decision.OVERRIDE, reliability="E", reason="r"), ("E", "3")),
        (submission(Decision.OVERRIDE, credibility="6", reason="r"), ("C", "6")),
        (submission(Decision.OVERRIDE, reliability="F", credibility="2", reason="r"), ("F", "2")),
        (
            submission(Decision.OVERRIDE, credibility="1", reason="r", access="a harbour pilot"),
            ("C", "1"),
        ),
        (submission(Decision.REFUSE, reason="r"), (None, None)),
    ],
)
def test_an_allowed_decision_settles_the_cell(
    what: Submission, cell: tuple[str | None, str | None]
) -> None:
    attempt(what)
    assert decided(what, proposal()) == cell


@pytest.mark.parametrize(
    ("what", "problem"),
    [
        (submission(Decision.ACCEPT, credibility="2"), "2 is an override"),
        (submission(Decision.OVERRIDE, credibility="2"), "an override needs a reason"),
        (submission(Decision.OVERRIDE, credibility="2", reason=" \n"), "needs a reason"),
        (submission(Decision.OVERRIDE, reason="r"), "names a letter A-F or a digit 1-6"),
        (submission(Decision.OVERRIDE, reliability="G", reason="r"), "'G' is no letter"),
        (submission(Decision.OVERRIDE, credibility="0", reason="r"), "'0' is no digit"),
        (submission(Decision.OVERRIDE, credibility="1", reason="r"), "separate access named"),
        (
            submission(Decision.OVERRIDE, credibility="1", reason="r", access=" "),
            "separate access named",
        ),
        (submission(Decision.REFUSE), "a refusal needs a reason"),
        (submission(Decision.REFUSE, reason="r", credibility="5"), "gives no letter"),
    ],
)
def test_a_decision_that_is_not_allowed(what: Submission, problem: str) -> None:
    with pytest.raises(ReviewError, match=problem):
        attempt(what)


@pytest.mark.parametrize("kind", [ClaimKind.FORECAST, ClaimKind.OPINION, ClaimKind.NORM])
def test_only_a_fact_gets_a_digit(kind: ClaimKind) -> None:
    attempt(submission(Decision.ACCEPT), kind=kind)
    assert decided(submission(Decision.ACCEPT), proposal(kind)) == ("C", None)
    with pytest.raises(ReviewError, match=f"this is a {kind}; only a fact"):
        attempt(submission(Decision.OVERRIDE, credibility="6", reason="r"), kind=kind)


def test_a_decision_about_what_is_no_longer_current_is_a_conflict() -> None:
    stale = Submission(decision=Decision.ACCEPT, saw=(VERSION, "h" * 26))
    with pytest.raises(ConflictError, match="changed while you decided"):
        attempt(stale)


def test_a_change_after_both_have_decided_needs_a_reason() -> None:
    with pytest.raises(ReviewError, match="needs a reason"):
        attempt(submission(Decision.ACCEPT), FIRST, SECOND)
    attempt(submission(Decision.ACCEPT, reason="the register came in"), FIRST, SECOND)
    attempt(submission(Decision.ACCEPT), FIRST)


def test_the_separate_access_is_kept_with_the_reason() -> None:
    what = submission(Decision.OVERRIDE, credibility="1", reason=" seen ", access="a pilot")
    assert reason(what) == "seen\nSeparate access: a pilot"
    what = submission(Decision.OVERRIDE, credibility="4", reason="seen", compare=" d7 ")
    assert reason(what) == "seen\nCompared with d7: tends to conflict"
    assert reason(submission(Decision.REFUSE, reason="not a claim")) == "not a claim"


def grade(rater: str, axis: Axis, value: str) -> GradeView:
    return GradeView(
        id="g" * 26,
        axis=axis,
        value=value,
        label="",
        definition_set="stanag-2511",
        policy="stanag-2511",
        rater=rater,
        proposed=False,
        at="2031-01-01T00:00:00.000Z",
        rationale=(),
    )


def view() -> ClaimView:
    """Return a claim that Ada has overridden to B2."""
    return ClaimView(
        id="c" * 26,
        version=VERSION,
        handle="c1",
        wording="Belmark ships radar parts.",
        type=ClaimKind.FACT,
        quantities=(),
        places=(),
        times=(),
        reliability="B",
        letter_of="somebody Ada trusts",
        credibility="2",
        proposed=False,
        state="refused",
        stale=False,
        appearances=(),
        origins=(),
        reports_not_established=0,
        circular=(),
        drift=(),
        derivations=(),
        grades=(
            grade("assess", Axis.CREDIBILITY, "3"),
            grade("Agent a", Axis.CREDIBILITY, "2"),
            grade("Agent a", Axis.RELIABILITY, "B"),
        ),
        findings=(),
        inquiries=(),
        basis="",
        reviews=(
            ReviewView(
                stage=1,
                decision="override",
                reliability="B",
                credibility="2",
                reason="she sounded certain",
                reviewer="Agent a",
                at="2031-01-01T00:00:00.000Z",
            ),
        ),
    )


def seen_by(reviewer: Agent, *reviews: Review, reviewers: Literal[1, 2] = 2) -> ClaimView:
    return blinded(
        view(),
        reviewer=reviewer,
        proposal=proposal(),
        reviews=reviews,
        agents=AGENTS,
        reviewers=reviewers,
    )


def test_a_second_reviewer_sees_nothing_of_the_first() -> None:
    blind = seen_by(BEA, review(ADA, decision=Decision.OVERRIDE, cell="B2"))
    assert (blind.cell, blind.letter_of) == ("C3", "Sundgate Post")
    assert (blind.proposed, blind.state, blind.reviews) == (True, "reviewed", ())
    assert [(one.rater, one.proposed) for one in blind.grades] == [("assess", True)]
    shown = blind.model_dump_json(exclude={"refused"})  # links, not decisions
    assert not any(word in shown for word in ("Agent a", "certain", "Ada", "refused"))


@pytest.mark.parametrize(
    ("reviewer", "reviews", "reviewers"),
    [
        (ADA, (FIRST,), 2),  # their own
        (TWIN, (FIRST,), 2),  # the same person
        (BEA, (FIRST, SECOND), 2),  # has decided
        (CYD, (FIRST, SECOND), 2),  # no decision is left
        (BEA, (FIRST,), 1),
        (BEA, (), 2),
    ],
)
def test_whoever_gives_no_second_review_sees_it_all(
    reviewer: Agent, reviews: tuple[Review, ...], reviewers: Literal[1, 2]
) -> None:
    assert seen_by(reviewer, *reviews, reviewers=reviewers) == view()


def test_a_visitor_without_a_key_is_blind_too() -> None:
    stranger = review(agent("z", "key z"))
    assert must_be_blind(VISITOR, (stranger,), AGENTS, 2)


def test_the_queue_hides_it_too() -> None:
    row = ClaimRow(
        id="c" * 26,
        handle="c1",
        wording="",
        type=ClaimKind.FACT,
        cell="B2",
        proposed=False,
        state="refused",
        origins=1,
        appearances=1,
        flags=(),
        document="d1",
    )

    def shown(reviewer: Agent, kind: ClaimKind = ClaimKind.FACT) -> tuple[str, bool, str]:
        seen = blinded_row(
            row,
            reviewer=reviewer,
            proposal=proposal(kind),
            reviews=(REFUSED,),
            agents=AGENTS,
            reviewers=2,
        )
        return seen.cell, seen.proposed, seen.state

    assert shown(BEA) == ("C3", True, "reviewed")
    assert shown(BEA, ClaimKind.NORM) == ("–", True, "reviewed")
    assert shown(ADA) == ("B2", False, "refused")


@pytest.mark.parametrize(
    ("one", "other", "exact", "letter", "digit"),
    [
        ("B2", "B2", True, "same", "same"),
        ("B2", "B3", False, "same", "different"),
        ("B2", "C2", False, "different", "same"),
        ("F6", "F6", True, "not comparable", "not comparable"),
        ("E5", "F6", False, "not comparable", "not comparable"),
        ("C", "C", True, "same", "not comparable"),  # a kind without a digit
    ],
)
def test_agreement_is_the_exact_cell_and_unknown_is_not_compared(
    one: str, other: str, exact: bool, letter: str, digit: str
) -> None:
    found = agreement((review(BEA, 2, cell=other), review(ADA, cell=one)))
    assert found is not None
    assert (found.exact, found.reliability, found.credibility) == (exact, letter, digit)
    assert one in found.sentence
    assert other in found.sentence


def test_a_refusal_agrees_with_a_refusal_alone() -> None:
    both = agreement((REFUSED, review(BEA, 2, Decision.REFUSE)))
    assert both is not None
    assert (both.exact, both.credibility) == (True, "not comparable")
    one = agreement((REFUSED, SECOND))
    assert one is not None
    assert not one.exact
    assert one.sentence == "First reviewer: refused; second reviewer: F6."


def test_one_review_agrees_with_nobody() -> None:
    assert agreement((FIRST,)) is None
    assert agreement(()) is None
