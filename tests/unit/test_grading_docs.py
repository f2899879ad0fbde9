"""The page on grading tells the rules, wordings and features as they are."""

from pathlib import Path

import pytest

from provenance.model.judgement import Axis
from provenance.model.policy import default_policy, parse_policy
from provenance.model.rules import DEFINITION_SETS, FEATURES, Condition, Rule

PAGE = (Path(__file__).parents[2] / "docs" / "grading.md").read_text()


def shown(condition: Condition, axis: Axis) -> str:
    flag = FEATURES[axis][condition.feature] == 1
    constant = ("no", "yes")[condition.constant] if flag else str(condition.constant)
    return f"`{condition.feature} {condition.op} {constant}`"


def row(rule: Rule) -> str:
    when = " and ".join(shown(condition, rule.axis) for condition in rule.when) or "always"
    return f"| {rule.name} | {when} | {'at best ' if rule.cap else ''}{rule.gives} |"


def rows(part: str) -> list[str]:
    lines = part.splitlines()
    start = next(at for at, line in enumerate(lines) if line == "|---|---|---|") + 1
    end = next(at for at, line in enumerate(lines[start:], start) if not line.startswith("|"))
    return lines[start:end]


@pytest.mark.parametrize("name", DEFINITION_SETS)
def test_the_page_shows_each_rule_in_order(name: str) -> None:
    policy = parse_policy(default_policy(name))
    for title, axis in (
        (f"### `{name}`: credibility\n", Axis.CREDIBILITY),
        ("### Both: reliability\n", Axis.RELIABILITY),
    ):
        expected = [row(rule) for rule in policy.rules if rule.axis is axis]
        assert rows(PAGE.split(title)[1]) == expected


def test_the_page_shows_each_wording() -> None:
    stanag, fm = (parse_policy(default_policy(name)).wordings for name in DEFINITION_SETS)
    for value in "ABCDEF123456":
        wordings = f"{stanag[value].label} | {stanag[value].meaning} | {fm[value].meaning}"
        assert f"| {value} | {wordings} |" in PAGE
        assert stanag[value].label == fm[value].label


def test_the_page_explains_each_feature() -> None:
    explained = {line.split("`")[1] for line in PAGE.splitlines() if line.startswith("| `")}
    assert explained == {feature for axis in Axis for feature in FEATURES[axis]}


def test_the_example_of_a_rule_is_read() -> None:
    example = PAGE.split("```toml\n")[1].split("```")[0]
    default = default_policy("stanag-2511").decode()
    policy = parse_policy(default.replace("[[rule]]", f"{example}\n[[rule]]", 1).encode())
    assert policy.rules[0].name == "three other reports"
