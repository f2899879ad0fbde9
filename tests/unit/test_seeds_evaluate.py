from dataclasses import replace

import pytest

from seeds.evaluate import Found, FoundDerivation, Score, evaluate, perfect, table, total
from seeds.world import Appearance, Chain, Derivation, Drift, Story, Truth, load

TRUTH = load().truth


def scores(truth: Truth, found: Found) -> dict[str, Score]:
    return {score.name: score for score in evaluate(truth, found)}


def edge(
    downstream: str, upstream: str, kind: str = "copy", *, directed: bool = True
) -> FoundDerivation:
    return FoundDerivation(downstream, upstream, kind, directed)


CHAIN = Truth(derivations=(Derivation("b", "a", "copy"), Derivation("c", "b", "citation")))


def test_the_truth_itself_is_perfect() -> None:
    for score in evaluate(TRUTH, perfect(TRUTH)):
        assert (score.precision, score.recall) == (1.0, 1.0), score.name


def test_nothing_found_has_no_precision_and_no_recall() -> None:
    result = scores(TRUTH, Found())
    assert result["origins"].precision is None
    assert result["origins"].recall == 0.0
    assert result["direction"].recall is None


def test_nothing_to_find_has_no_recall() -> None:
    assert scores(Truth(), Found())["circular"].recall is None


def test_one_origin_for_all_costs_precision_alone() -> None:
    story = Story(
        "s", "", "F6", tuple(Appearance(d, "x", o) for d, o in (("a", "1"), ("b", "1"), ("c", "2")))
    )
    merged = scores(Truth((story,)), Found(origins={"s": [frozenset("abc")]}))["origins"]
    assert merged.precision == pytest.approx(1 / 3)
    assert merged.recall == 1.0


def test_a_document_of_another_story_in_an_origin_is_wrong() -> None:
    story = Story("s", "", "F6", (Appearance("a", "x", "1"), Appearance("b", "x", "1")))
    found = scores(Truth((story,)), Found(origins={"s": [frozenset({"a", "b", "z"})]}))["origins"]
    assert (found.right, found.found) == (1, 3)


def test_a_split_origin_costs_recall_alone() -> None:
    split = replace(perfect(TRUTH), origins={})
    assert scores(TRUTH, split)["origins"].recall == 0.0


def test_an_edge_to_an_ancestor_is_right() -> None:
    found = scores(CHAIN, Found(derivations=(edge("c", "a"),)))["derivations"]
    assert (found.right, found.found) == (1, 1)


def test_edges_that_lead_to_one_root_find_the_step_between() -> None:
    found = scores(CHAIN, Found(derivations=(edge("c", "a"), edge("b", "a"))))["derivations"]
    assert found.recall == 1.0


def test_a_turned_edge_is_wrong_and_finds_nothing() -> None:
    result = scores(CHAIN, Found(derivations=(edge("a", "b"),)))
    assert result["derivations"].precision == 0.0
    assert result["derivations"].recall == 0.0
    assert result["direction"].precision == 0.0


def test_an_undirected_edge_is_a_wrong_direction() -> None:
    result = scores(CHAIN, Found(derivations=(edge("b", "a", directed=False),)))
    assert result["derivations"].precision == 0.0
    assert result["direction"].precision == 0.0


def test_an_edge_between_strangers_says_nothing_about_direction() -> None:
    result = scores(CHAIN, Found(derivations=(edge("b", "z"),)))
    assert result["derivations"].precision == 0.0
    assert result["direction"].precision is None


def test_a_copy_found_as_a_citation_is_the_same_dependence() -> None:
    found = Found(derivations=(edge("b", "a", "citation"),))
    assert scores(CHAIN, found)["derivations"].precision == 1.0


@pytest.mark.parametrize("kind", ["correction", "original"])
def test_corrections_and_originals_are_not_mere_dependence(kind: str) -> None:
    truth = Truth(derivations=(Derivation("b", "a", kind),))
    wrong = scores(truth, Found(derivations=(edge("b", "a", "copy"),)))["derivations"]
    assert wrong.recall == 0.0
    right = scores(truth, Found(derivations=(edge("b", "a", kind),)))["derivations"]
    assert (right.precision, right.recall) == (1.0, 1.0)


def test_same_owner_and_the_like_are_not_scored() -> None:
    found = Found(derivations=(edge("b", "a", "same owner"),))
    assert scores(CHAIN, found)["derivations"].found == 0


def test_a_ring_of_the_wrong_documents_is_wrong() -> None:
    found = replace(perfect(TRUTH), rings=frozenset({frozenset({"x", "y"})}))
    ring = scores(TRUTH, found)["circular"]
    assert (ring.precision, ring.recall) == (0.0, 0.0)


def test_a_better_cell_than_expected_is_wrong() -> None:
    whole = perfect(TRUTH)
    key = next(iter(whole.grades))
    broken = replace(whole, grades={**whole.grades, key: "F2"})
    grades = scores(TRUTH, broken)["grades"]
    assert grades.right == grades.found - 1


def test_a_forecast_taken_for_a_fact_is_wrong() -> None:
    whole = perfect(TRUTH)
    broken = replace(whole, kinds=dict.fromkeys(whole.kinds, "fact"))
    precision = scores(TRUTH, broken)["kinds"].precision
    assert precision is not None
    assert precision < 0.5


def test_worlds_are_summed_by_their_counts() -> None:
    one, other = evaluate(CHAIN, perfect(CHAIN)), evaluate(CHAIN, Found())
    derivations = total([one, other])[1]
    assert (derivations.right, derivations.found) == (2, 2)
    assert (derivations.recalled, derivations.expected) == (2, 4)


def test_the_table_shows_every_score_and_a_dash_for_no_figure() -> None:
    text = table(evaluate(CHAIN, Found()))
    assert len(text.splitlines()) == 9
    assert "–" in text
    assert "0/2" in text


def test_a_chain_is_right_by_its_name_and_wrong_where_nobody_speaks() -> None:
    truth = Truth(
        chains=(Chain("a", "x", "the mayor"), Chain("a", "y", ""), Chain("a", "z", "Roe"))
    )
    named = {("a", "x"): frozenset({"Mayor", "an aide"}), ("a", "y"): frozenset({"Doe"})}
    chains = scores(truth, Found(chains=named))["chains"]
    assert (chains.right, chains.found, chains.recalled, chains.expected) == (1, 3, 1, 2)


def test_drift_is_right_by_its_place_and_kind_and_lost_names_only_where_told() -> None:
    told = (Appearance("a", "x", "o"), Appearance("b", "y", "o"), Appearance("c", "z", "o"))
    truth = Truth(
        stories=(Story("s", "", "F6", told),),
        chains=(Chain("a", "x", "the mayor"), Chain("b", "y", "")),
        drifts=(
            Drift("b", "a", "attribution lost", "x", "y"),
            Drift("b", "a", "hedge dropped", "x", "y"),
        ),
    )
    drifts = {
        ("b", "a", "attribution lost"),
        ("c", "a", "attribution lost"),  # the truth does not tell who says it in "c"
        ("a", "b", "hedge dropped"),
    }
    drift = scores(truth, Found(drifts=frozenset(drifts)))["drift"]
    assert (drift.right, drift.found, drift.recalled, drift.expected) == (1, 2, 1, 2)
