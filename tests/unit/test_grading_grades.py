"""Digits and letters by the tables that come along, one situation each."""

from typing import Any

import pytest

from provenance.grading import (
    ClaimFeatures,
    OriginFeature,
    SourceFeatures,
    basis,
    credibility,
    reliability,
)
from provenance.model import ClaimKind
from provenance.model.evidence import SourceType
from provenance.model.policy import default_policy, parse_policy

STANAG = parse_policy(default_policy("stanag-2511"))
FM = parse_policy(default_policy("fm-2-22.3"))
RECORD = "a" * 26


def origin(number: int = 1, **known: Any) -> OriginFeature:
    return OriginFeature.model_validate(
        {
            "number": number,
            "name": f"Gazette {number}",
            "stance": "supports",
            "independence": "not established",
            "named": True,
            **known,
        }
    )


def against(number: int = 9, **known: Any) -> OriginFeature:
    known = {"confirmed": True, **known}
    return origin(number, name="Harbour Office", stance="contradicts", **known)


def fact(*origins: OriginFeature, **known: Any) -> ClaimFeatures:
    return ClaimFeatures.model_validate({"type": ClaimKind.FACT, "origins": origins, **known})


AGREES = {"comparison": "Port register of 2031", "comparison_fits": "agrees"}
NO_CONFLICT = {**AGREES, "comparison_fits": "no conflict"}
TENDS = {**AGREES, "comparison_fits": "tends to conflict"}
CONTRADICTS = {**AGREES, "comparison_fits": "contradicts"}
CONFIRMED = (origin(1, letter="B"), origin(2, independence="shown independent"))

SITUATIONS = {
    "one document": (fact(origin(1, letter="A")), "6", "6"),
    "several reports, all F": (fact(origin(1), origin(2), origin(3)), "6", "6"),
    "several reports, another one judged": (fact(origin(1), origin(2, letter="C")), "2", "3"),
    "only the item's own source judged": (fact(origin(1, letter="A"), origin(2)), "6", "6"),
    "known copies": (
        fact(origin(1), origin(2, letter="A", independence="dependent")),
        "6",
        "6",
    ),
    "independence shown, nobody names the access": (fact(*CONFIRMED), "6", "6"),
    "independence shown and access named": (fact(*CONFIRMED, access_named=True), "1", "1"),
    "access named for a single origin": (
        fact(origin(1, independence="shown independent"), access_named=True),
        "6",
        "6",
    ),
    "agrees with a named record": (fact(origin(), **AGREES), "3", "3"),
    "no conflict with a named record": (fact(origin(), **NO_CONFLICT), "3", "6"),
    "found logical, agrees": (fact(origin(), found_logical_by_analyst=True, **AGREES), "3", "2"),
    "found logical, consistent": (
        fact(origin(), found_logical_by_analyst=True, **NO_CONFLICT),
        "3",
        "2",
    ),
    "found logical, nothing else": (fact(origin(), found_logical_by_analyst=True), "6", "6"),
    "a comparison without a name": (
        fact(origin(), comparison=" ", comparison_fits="contradicts"),
        "6",
        "6",
    ),
    "tends to conflict": (fact(origin(), **TENDS), "4", "4"),
    "contradicted": (fact(origin(), **CONTRADICTS), "5", "5"),
    "contradicted, though several report it": (
        fact(origin(1), origin(2, letter="B"), **CONTRADICTS),
        "5",
        "5",
    ),
    "another report against it": (fact(origin(), against()), "4", "4"),
    "a captured record against it": (fact(origin(), against(primary_captured=True)), "5", "5"),
    "a report against it that nobody has confirmed": (
        fact(origin(), against(confirmed=False)),
        "6",
        "6",
    ),
    "a captured record against it that nobody has confirmed": (
        fact(origin(), against(confirmed=False, primary_captured=True)),
        "5",
        "5",
    ),
    "an unnamed report against it": (fact(origin(), against(named=False)), "6", "6"),
    "a bare denial": (
        fact(origin(), against(interested=True, primary_captured=True)),
        "6",
        "6",
    ),
    "an origin on both sides": (
        fact(origin(), against().model_copy(update={"name": "GAZETTE 1"})),
        "6",
        "6",
    ),
    "an origin on both sides, although several report it": (
        fact(
            origin(1),
            origin(2, letter="B"),
            against().model_copy(update={"name": "Gazette 2", "primary_captured": False}),
        ),
        "3",
        "3",
    ),
    "an amount that changed on the way": (
        fact(origin(1), origin(2, letter="B"), against(drifted=True), drift_clash=True),
        "3",
        "3",
    ),
    "an amount that changed on the way, nothing else": (
        fact(origin(), against(drifted=True), drift_clash=True),
        "6",
        "6",
    ),
    "drift beside another report against it": (
        fact(origin(), against(8, drifted=True), against(9).model_copy(update={"name": "Else"})),
        "4",
        "4",
    ),
    "drift, nothing else": (fact(origin(), drift_clash=True), "6", "6"),
    "drift, although several report it": (
        fact(origin(1), origin(2, letter="C"), drift_clash=True),
        "3",
        "3",
    ),
    "drift, although confirmed": (
        fact(*CONFIRMED, access_named=True, drift_clash=True),
        "3",
        "3",
    ),
    "confirmed and contradicted": (
        fact(*CONFIRMED, against(), access_named=True),
        "3",
        "3",
    ),
    "no origin at all": (fact(), "6", "6"),
}


@pytest.mark.parametrize("situation", SITUATIONS)
def test_the_digit_of_a_situation(situation: str) -> None:
    features, stanag, fm = SITUATIONS[situation]
    for policy, digit in ((STANAG, stanag), (FM, fm)):
        proposal = credibility(features, policy)
        assert proposal is not None
        assert (policy.name, proposal.value) == (policy.name, digit)
        assert proposal.definition_set == policy.definition_set
        assert all("{" not in reason.sentence for reason in proposal.rationale)


@pytest.mark.parametrize("kind", [ClaimKind.FORECAST, ClaimKind.OPINION, ClaimKind.NORM])
def test_only_a_fact_is_graded(kind: ClaimKind) -> None:
    features = fact(origin(), **AGREES).model_copy(update={"type": kind})
    assert credibility(features, STANAG) is None


def sentences(features: ClaimFeatures) -> str:
    proposal = credibility(features, STANAG)
    assert proposal is not None
    return "\n".join(reason.sentence for reason in proposal.rationale)


def test_every_six_says_whether_nobody_has_looked() -> None:
    assert "Nobody has looked" in sentences(fact(origin()))
    looked = fact(origin(), inquiries=("the port register, in the national archive",))
    assert "Looked for in vain: the port register, in the national archive." in sentences(looked)
    assert basis(looked) in sentences(looked)


def test_every_no_contradiction_says_its_basis() -> None:
    assert "No contradiction is at hand. Nobody has looked" in sentences(fact(origin(), **AGREES))
    assert "No contradiction" not in sentences(fact(origin(), **TENDS))
    assert "No contradiction" not in sentences(fact(origin(), against()))


def test_a_denial_stands_under_against() -> None:
    text = sentences(fact(origin(), against(interested=True)))
    assert "Against: Harbour Office denies it." in text
    assert "neither 4 nor 5" in text


def test_what_nobody_has_confirmed_stands_under_against_and_is_called_so() -> None:
    text = sentences(fact(origin(), against(confirmed=False)))
    assert "Against: Harbour Office. Nobody has confirmed that it contradicts this" in text
    assert "No contradiction" not in text
    assert "Nobody has confirmed" not in sentences(fact(origin(), against()))


def test_drift_stands_under_against_and_is_called_so() -> None:
    features = fact(origin(), against().model_copy(update={"name": "Gazette 1"}))
    assert "Against: Gazette 1, from inside an origin that supports it: drift" in sentences(
        features
    )


def test_reports_without_known_lineage_are_counted_apart() -> None:
    assert "not established: 4." in sentences(fact(origin(), reports_not_established=4))


@pytest.mark.parametrize(
    ("features", "comparison"),
    [
        (fact(origin(), **AGREES), "Port register of 2031"),
        (fact(origin(), **TENDS), "Port register of 2031"),
        (fact(origin(), against()), "Harbour Office"),
        (fact(origin(), origin(2, letter="C")), ""),
        (fact(origin()), ""),
    ],
)
def test_a_proposal_names_its_comparison(features: ClaimFeatures, comparison: str) -> None:
    proposal = credibility(features, STANAG)
    assert proposal is not None
    assert proposal.comparison == comparison


def test_a_reason_stands_on_the_records_of_its_origins() -> None:
    features = fact(origin(), against(records=(RECORD,)), records=("b" * 26,))
    proposal = credibility(features, STANAG)
    assert proposal is not None
    assert proposal.rationale[0].records == (RECORD,)


def test_braces_in_a_captured_name_are_not_filled_in() -> None:
    text = sentences(fact(origin(), against(number=9).model_copy(update={"name": "{comparison}"})))
    assert "what is reported elsewhere: {comparison}." in text


def source(**known: Any) -> SourceFeatures:
    return SourceFeatures.model_validate(
        {
            "source": RECORD,
            "name": "The Gazette",
            "named": True,
            "type": SourceType.OUTLET,
            **known,
        }
    )


@pytest.mark.parametrize("policy", [STANAG, FM], ids=lambda policy: policy.name)
@pytest.mark.parametrize(
    ("features", "letter", "words"),
    [
        (source(), "F", "No claim of The Gazette has been confirmed or refuted here"),
        (source(named=False, outcomes_confirmed=9), "F", "not named"),
        (source(opinion_section=True, outcomes_confirmed=9), "F", "does not inherit"),
        (source(outcomes_confirmed=2), "F", "Too few"),
        (source(outcomes_refuted=3), "E", "3 were refuted here and none"),
        (source(outcomes_confirmed=1, outcomes_refuted=4), "D", "(4) than confirmed (1)"),
        (source(outcomes_confirmed=4), "C", "4 were confirmed"),
        (source(outcomes_confirmed=2, outcomes_refuted=2), "C", "2 were confirmed"),
        (source(outcomes_confirmed=9, outcomes_refuted=1), "C", "1 refuted"),
        (source(outcomes_confirmed=5), "B", "none was refuted"),
    ],
)
def test_the_letter_of_a_record_of_outcomes(
    policy: Any, features: SourceFeatures, letter: str, words: str
) -> None:
    proposal = reliability(features, policy)
    assert proposal.value == letter
    assert words in proposal.rationale[0].sentence
