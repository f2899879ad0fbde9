"""The policies that come along are read; malformed ones are refused with the rule's name."""

import re

import pytest

from provenance.errors import PolicyError
from provenance.model.judgement import Axis
from provenance.model.policy import default_policy, parse_policy
from provenance.model.rules import DEFINITION_SETS, FEATURES, better

STANAG = default_policy("stanag-2511").decode()
RULE = """
[[rule]]
axis = "credibility"
name = "ours"
when = {when}
{gives}
sentence = "{sentence}"
"""


def with_rule(
    when: str = '["comparison_agrees = yes", "origins_for >= 9"]',
    gives: str = 'gives = "3"',
    sentence: str = "Because.",
) -> bytes:
    """Return the default policy with one more rule in front of its table."""
    rule = RULE.format(when=when, gives=gives, sentence=sentence)
    return STANAG.replace("[[rule]]", rule.strip() + "\n\n[[rule]]", 1).encode()


@pytest.mark.parametrize("name", DEFINITION_SETS)
def test_a_default_policy_is_read_and_names_its_definition_set(name: str) -> None:
    policy = parse_policy(default_policy(name))
    assert (policy.name, policy.definition_set) == (name, name)
    assert sorted(policy.wordings) == sorted("ABCDEF123456")
    assert policy.labels["F"] == "Reliability cannot be judged"
    assert policy.labels["6"] == "Truth cannot be judged"


def test_an_unknown_default_is_refused() -> None:
    with pytest.raises(PolicyError, match="stanag-2511, fm-2-22"):
        default_policy("../../secrets")


def test_a_desk_can_add_a_rule_of_its_own() -> None:
    policy = parse_policy(with_rule())
    features = dict.fromkeys(FEATURES[Axis.CREDIBILITY], 0) | {
        "comparison_agrees": 1,
        "origins_for": 9,
    }
    value, rules = policy.decide(Axis.CREDIBILITY, features)
    assert (value, [rule.name for rule in rules]) == ("3", ["ours"])


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (with_rule(when='["own_letter = 1"]'), "'ours'.*own_letter is no feature of credibility"),
        (with_rule(when='["outcomes >= 3"]'), "outcomes is no feature of credibility"),
        (with_rule(when='["origins_for > 2"]'), "origins_for > 2"),
        (with_rule(when='["origins_for >= 02"]'), "origins_for >= 02"),
        (with_rule(when='["origins_for = yes"]'), "compares a count with yes or no"),
        (with_rule(when='["access_named = 1"]'), "compares a count with yes or no"),
        (with_rule(when='["access_named >= yes"]'), "compares a count with yes or no"),
        (with_rule(when="[3]"), "'ours': 3 is not"),
        (with_rule(when='"origins_for >= 2"'), "'ours': when is not a list"),
        (with_rule(when='["origins_for >= 3", "origins_for <= 2"]'), "'ours' can never hold"),
        (with_rule(gives='gives = "B"'), "'B' is no value of credibility"),
        (with_rule(gives="gives = 3"), "3 is no value of credibility"),
        (with_rule(gives='at_best = "6"'), "6 means unknown and cannot be a cap"),
        (with_rule(gives='gives = "2"\nat_best = "3"'), "rule 1 has unknown gives"),
        (with_rule(gives='gives = "2"\nweight = 3'), "rule 1 has unknown weight"),
        (with_rule(sentence="See {letter}."), "'ours': the sentence names unknown letter"),
        (with_rule(sentence="See {comparison.__class__}."), "the sentence names unknown"),
        (with_rule(sentence=" "), "the sentence must be one line"),
        (with_rule(gives='gives = "1"'), "'ours' gives 1 without access_named"),
        (with_rule(gives='gives = "4"'), "'ours' gives 4 without a named comparison"),
        (with_rule(when="[]", gives='gives = "3"'), "is never reached: 'ours' stands before"),
        (with_rule(when='["origins_for >= 1"]'), "'ours' gives 3 for one report and nothing"),
        (with_rule(when='["origins_for >= 2"]', gives='gives = "2"'), "all from sources graded F"),
        (
            with_rule(when='["other_origins >= 2"]', gives='gives = "2"'),
            "all from sources graded F",
        ),
        (with_rule(when='["bare_denials >= 1"]'), "'ours' gives 3 for a bare denial"),
        (with_rule(when='["drift_clash = yes"]'), "'ours' gives 3 for a clash inside one origin"),
        (with_rule().replace(b'"ours"', b'"no comparison at hand"'), "stands twice"),
        (with_rule().replace(b'axis = "credibility"', b'axis = "truth"', 1), "axis 'truth'"),
        (STANAG.replace("[credibility.4]", "[credibility.7]").encode(), r"\[credibility\] lacks 4"),
        (STANAG.replace('label = "Doubtful"', "label = 4").encode(), r"\[credibility.4\] label"),
        (STANAG.replace('label = "Doubtful"\n', "").encode(), "lacks label"),
        (STANAG.replace('set = "stanag-2511"', 'set = "AJP"').encode(), "'AJP' is not one of"),
        (("extra = 1\n" + STANAG).encode(), "the policy has unknown extra"),
        (STANAG.split("[[rule]]")[0].encode(), "the policy lacks rule"),
        (with_rule().replace(b'axis = "credibility"', b"axis = [1]", 1), r"axis \[1\]"),
        (b"name = ", "not TOML"),
        (b"name = " + b"9" * 5_000, "not TOML"),
        (b"\xff\xfe", "not TOML in UTF-8"),
        (b"a = " + b"[" * 50_000, "not TOML"),
        (b"#" * 100_001, "100001 bytes"),
    ],
)
def test_a_malformed_policy_is_refused(data: bytes, problem: str) -> None:
    with pytest.raises(PolicyError, match=problem):
        parse_policy(data)


@pytest.mark.parametrize("axis", list(Axis))
def test_a_table_that_does_not_end_in_unknown_is_refused(axis: Axis) -> None:
    last = {"credibility": "no comparison at hand", "reliability": "cannot be judged"}[axis]
    blocks = re.split(r"(?=\[\[rule\]\])", STANAG)
    without = "".join(block for block in blocks if f'name = "{last}"' not in block)
    with pytest.raises(PolicyError, match=f"the last rule of {axis} must give"):
        parse_policy(without.encode())


def test_rules_that_are_not_a_list_of_tables_are_refused() -> None:
    head = STANAG.split("[[rule]]")[0]
    with pytest.raises(PolicyError, match=r"under \[\[rule\]\]"):
        parse_policy(("rule = 3\n" + head).encode())
    with pytest.raises(PolicyError, match="rule 1 is not a table"):
        parse_policy(("rule = [3]\n" + head).encode())


def test_unknown_is_neither_better_nor_worse() -> None:
    for axis, unknown, worst in ((Axis.RELIABILITY, "F", "E"), (Axis.CREDIBILITY, "6", "5")):
        assert not better(worst, unknown, axis)
        assert not better(unknown, worst, axis)
    assert better("A", "B", Axis.RELIABILITY)
    assert not better("3", "3", Axis.CREDIBILITY)
