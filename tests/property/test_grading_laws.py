"""Laws of grading that hold for every claim, source and policy that comes along."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.grading import (
    ClaimFeatures,
    OriginFeature,
    SourceFeatures,
    cell,
    credibility,
    reliability,
)
from provenance.model import ClaimKind
from provenance.model.evidence import SourceType
from provenance.model.judgement import Axis
from provenance.model.policy import default_policy, parse_policy
from provenance.model.rules import FEATURES, VALUES, PolicyTable

pytestmark = pytest.mark.slow  # many tries of chance; the quick suite has the cases by hand

STANAG = parse_policy(default_policy("stanag-2511"))
POLICIES = st.sampled_from([STANAG, parse_policy(default_policy("fm-2-22.3"))])
LETTERS = st.sampled_from("ABCDEF")
FITS = st.sampled_from(["agrees", "no conflict", "tends to conflict", "contradicts"])
RECORD = "a" * 26
law = settings(deadline=None)  # a shared machine is no slow rule


@st.composite
def origins(draw: st.DrawFn, number: int) -> OriginFeature:
    return OriginFeature.model_validate(
        {
            "number": number,
            "name": f"Origin {number}",
            "stance": draw(st.sampled_from(["supports", "contradicts"])),
            "independence": draw(
                st.sampled_from(["shown independent", "dependent", "not established"])
            ),
            "letter": draw(LETTERS),
            "named": draw(st.booleans()),
            "primary_captured": draw(st.booleans()),
            "interested": draw(st.booleans()),
            "drifted": draw(st.booleans()),
            "documents": draw(st.integers(1, 9)),
        }
    )


@st.composite
def claims(draw: st.DrawFn) -> ClaimFeatures:
    count = draw(st.integers(0, 5))
    return ClaimFeatures.model_validate(
        {
            "type": ClaimKind.FACT,
            "origins": tuple(draw(origins(number)) for number in range(1, count + 1)),
            "reports_not_established": draw(st.integers(0, 9)),
            "drift_clash": draw(st.booleans()),
            "comparison": draw(st.sampled_from([None, "", "Register"])),
            "comparison_fits": draw(st.none() | FITS),
            "found_logical_by_analyst": draw(st.booleans()),
            "access_named": draw(st.booleans()),
            "inquiries": tuple(draw(st.lists(st.just("the register"), max_size=2))),
        }
    )


def digit(features: ClaimFeatures, policy: PolicyTable) -> str:
    proposal = credibility(features, policy)
    assert proposal is not None
    return proposal.value


def but(features: ClaimFeatures, **changes: Any) -> ClaimFeatures:
    return ClaimFeatures.model_validate(features.model_dump() | changes)


@law
@given(claims(), POLICIES)
def test_every_fact_gets_a_digit_and_its_reasons(
    features: ClaimFeatures, policy: PolicyTable
) -> None:
    proposal = credibility(features, policy)
    assert proposal is not None
    assert proposal.value in VALUES[Axis.CREDIBILITY]
    assert proposal.rationale
    assert all("{" not in reason.sentence for reason in proposal.rationale)


@law
@given(claims(), LETTERS, POLICIES)
def test_the_letter_of_the_items_own_source_never_moves_its_digit(
    features: ClaimFeatures, letter: str, policy: PolicyTable
) -> None:
    others = {origin.number for origin in features.others}
    changed = tuple(
        origin if origin.number in others else origin.model_copy(update={"letter": letter})
        for origin in features.origins
    )
    assert digit(but(features, origins=changed), policy) == digit(features, policy)


@law
@given(st.lists(origins(1), max_size=4), POLICIES)
def test_corroboration_never_moves_a_letter(
    corroborating: list[OriginFeature], policy: PolicyTable
) -> None:
    source = SourceFeatures(
        source=RECORD, name="The Gazette", named=True, type=SourceType.OUTLET, outcomes_confirmed=4
    )
    assert not set(FEATURES[Axis.RELIABILITY]) & set(FEATURES[Axis.CREDIBILITY])
    assert set(source.numbers()) == set(FEATURES[Axis.RELIABILITY])
    claim = ClaimFeatures(type=ClaimKind.FACT, origins=tuple(corroborating))
    assert set(claim.numbers()) == set(FEATURES[Axis.CREDIBILITY])
    assert reliability(source, policy).value == "C"


@law
@given(claims(), st.data(), POLICIES)
def test_known_copies_change_nothing(
    features: ClaimFeatures, data: st.DataObject, policy: PolicyTable
) -> None:
    stances = {origin.stance for origin in features.origins}
    copies = tuple(
        data.draw(origins(number)).model_copy(update={"independence": "dependent"})
        for number in (0, 3, 50)
    )
    copies = tuple(copy for copy in copies if copy.stance in stances)
    longer = tuple(
        origin.model_copy(update={"documents": origin.documents + 9}) for origin in features.origins
    )
    assert digit(but(features, origins=(*copies, *longer)), policy) == digit(features, policy)


@law
@given(claims(), POLICIES, st.randoms())
def test_the_order_of_the_origins_does_not_matter(
    features: ClaimFeatures, policy: PolicyTable, random: Any
) -> None:
    shuffled = list(features.origins)
    random.shuffle(shuffled)
    assert digit(but(features, origins=tuple(shuffled)), policy) == digit(features, policy)
    assert cell(shuffled) == cell(features.origins)


@law
@given(claims(), POLICIES)
def test_a_machine_never_gives_1(features: ClaimFeatures, policy: PolicyTable) -> None:
    assert digit(but(features, access_named=False), policy) != "1"


@law
@given(claims())
def test_reports_that_are_not_established_raise_to_2_at_most_and_not_when_all_are_f(
    features: ClaimFeatures,
) -> None:
    reports = tuple(
        origin.model_copy(update={"independence": "not established"}) for origin in features.origins
    )
    unshown = but(features, origins=reports)
    assert digit(unshown, STANAG) != "1"
    unknown = tuple(origin.model_copy(update={"letter": "F"}) for origin in reports)
    assert digit(but(unshown, origins=unknown), STANAG) not in "12"


@law
@given(claims(), POLICIES)
def test_a_bare_denial_by_an_interested_party_gives_neither_4_nor_5(
    features: ClaimFeatures, policy: PolicyTable
) -> None:
    denials = tuple(
        origin.model_copy(update={"interested": origin.stance == "contradicts"})
        for origin in features.origins
    )
    assert digit(but(features, origins=denials, comparison=None), policy) not in "45"


@law
@given(claims(), POLICIES)
def test_drift_inside_one_origin_caps_at_3_and_is_no_contradiction(
    features: ClaimFeatures, policy: PolicyTable
) -> None:
    with_drift = digit(but(features, drift_clash=True), policy)
    without = digit(but(features, drift_clash=False), policy)
    assert with_drift == ("3" if without in "12" else without)


@law
@given(claims(), POLICIES)
def test_a_machine_alone_on_one_document_never_gives_better_than_6(
    features: ClaimFeatures, policy: PolicyTable
) -> None:
    alone = but(
        features,
        origins=features.origins[:1],
        comparison=None,
        access_named=False,
        found_logical_by_analyst=False,
    )
    if all(origin.stance == "supports" for origin in alone.origins):
        assert digit(alone, policy) == "6"


@law
@given(claims(), POLICIES)
def test_nothing_found_never_changes_a_digit(features: ClaimFeatures, policy: PolicyTable) -> None:
    looked = but(features, inquiries=("the register", "the ministry"))
    assert digit(looked, policy) == digit(but(features, inquiries=()), policy)


@law
@given(claims())
def test_f_is_never_compared_as_a_letter(features: ClaimFeatures) -> None:
    judged = tuple(origin for origin in features.origins if origin.letter != "F")
    supported = any(origin.stance == "supports" for origin in judged)
    if supported:
        assert cell(features.origins) == cell(judged)
    else:
        assert cell(features.origins).letter == "F"


@st.composite
def feature_rows(draw: st.DrawFn, axis: Axis) -> Mapping[str, int]:
    return {name: draw(st.integers(0, min(most, 4))) for name, most in FEATURES[axis].items()}


@law
@given(POLICIES, st.data(), st.sampled_from(list(Axis)))
def test_a_policy_decides_every_row(policy: PolicyTable, data: st.DataObject, axis: Axis) -> None:
    row = data.draw(feature_rows(axis))
    value, rules = policy.decide(axis, row)
    assert value in VALUES[axis]
    assert all(rule.axis is axis and rule.holds(row) for rule in rules)
    assert value == rules[-1].gives


@law
@given(POLICIES, st.data(), st.sampled_from(list(Axis)))
def test_a_rule_that_forestalls_another_holds_wherever_it_does(
    policy: PolicyTable, data: st.DataObject, axis: Axis
) -> None:
    row = data.draw(feature_rows(axis))
    table = [rule for rule in policy.rules if rule.axis is axis]
    for one in table:
        for other in table:
            if one.forestalls(other) and other.holds(row):
                assert one.holds(row)
