"""The rule table of a policy: features, conditions, rules, and how a table decides.

For each axis the first rule whose conditions all hold gives the letter or digit; then every cap
that holds keeps it from being better than the cap says. A condition compares one feature with
one constant, so the same table can be evaluated as expressions over columns. Features are
whole numbers; a yes-or-no feature is 1 or 0. The letter of the item's own source is no feature
of a claim, and corroboration is no feature of a source: the axes cannot touch.
"""

from collections.abc import Mapping
from typing import Literal, get_args

from provenance.model.judgement import CREDIBILITY_DIGITS, RELIABILITY_LETTERS, Axis
from provenance.model.record import Value

DefinitionSet = Literal["stanag-2511", "fm-2-22.3"]
DEFINITION_SETS: tuple[str, ...] = get_args(DefinitionSet)

VALUES = {Axis.RELIABILITY: RELIABILITY_LETTERS, Axis.CREDIBILITY: CREDIBILITY_DIGITS}
UNKNOWN = {Axis.RELIABILITY: "F", Axis.CREDIBILITY: "6"}

# Each feature with its highest value. "Other" means: apart from the origin of the item itself.
MANY = 10**6
FEATURES: Mapping[Axis, Mapping[str, int]] = {
    Axis.CREDIBILITY: {
        "origins_for": MANY,
        "other_origins": MANY,
        "others_shown_independent": MANY,
        "others_judged": MANY,  # whose letter is not F
        "reports_not_established": MANY,
        "origins_against": MANY,
        # named, more than a bare denial by an interested party, and confirmed by a person or
        # shown by a captured record
        "against_named": MANY,
        "against_by_record": MANY,  # of these, those whose primary document is captured
        "bare_denials": MANY,
        "access_named": 1,
        "drift_clash": 1,
        "found_logical": 1,
        "comparison_agrees": 1,
        "comparison_no_conflict": 1,
        "comparison_tends_to_conflict": 1,
        "comparison_contradicts": 1,
    },
    Axis.RELIABILITY: {
        "named": 1,
        "opinion_section": 1,
        "outcomes": MANY,
        "outcomes_confirmed": MANY,
        "outcomes_refuted": MANY,
        "mostly_refuted": 1,
    },
}
TEXTS: Mapping[Axis, frozenset[str]] = {
    Axis.CREDIBILITY: frozenset({"comparison", "others", "independent", "against"}),
    Axis.RELIABILITY: frozenset({"name"}),
}
# The features that name what a claim was compared with, and the text that holds the name.
NAMES_COMPARISON: Mapping[str, str] = {
    "comparison_agrees": "comparison",
    "comparison_no_conflict": "comparison",
    "comparison_tends_to_conflict": "comparison",
    "comparison_contradicts": "comparison",
    "against_named": "against",
    "against_by_record": "against",
}
CONFLICTS = (
    "comparison_tends_to_conflict",
    "comparison_contradicts",
    "against_named",
    "against_by_record",
)

# Situations whose answer no policy may change: axis, features that are not 0, values allowed.
PROBES: Mapping[str, tuple[Axis, Mapping[str, int], str]] = {
    "one report and nothing to compare it with": (Axis.CREDIBILITY, {"origins_for": 1}, "6"),
    "a bare denial by an interested party": (
        Axis.CREDIBILITY,
        {"origins_for": 1, "origins_against": 1, "bare_denials": 1},
        "6",
    ),
    "several reports, all from sources graded F": (
        Axis.CREDIBILITY,
        {"origins_for": 3, "other_origins": 2, "reports_not_established": 3},
        "36",
    ),
    "a clash inside one origin": (Axis.CREDIBILITY, {"origins_for": 1, "drift_clash": 1}, "6"),
    "an unnamed source": (Axis.RELIABILITY, {}, "F"),
    "a source without outcomes": (Axis.RELIABILITY, {"named": 1}, "F"),
}


class Condition(Value):
    """A feature compared with a constant."""

    feature: str
    op: Literal["=", ">=", "<="]
    constant: int

    def holds(self, features: Mapping[str, int]) -> bool:
        """Return whether the features meet it; every feature of the axis must be there."""
        value = features[self.feature]
        if self.op == "=":
            return value == self.constant
        return value >= self.constant if self.op == ">=" else value <= self.constant

    def interval(self, most: int) -> tuple[int, int]:
        """Return the least and the greatest value that meet it."""
        low = 0 if self.op == "<=" else self.constant
        high = most if self.op == ">=" else self.constant
        return low, high


class Rule(Value):
    """One line of the table: when it holds, what it gives, what the analyst reads.

    A cap gives the best value that is still allowed.
    """

    axis: Axis
    name: str
    when: tuple[Condition, ...]
    gives: str
    cap: bool
    sentence: str

    def holds(self, features: Mapping[str, int]) -> bool:
        """Return whether all conditions hold."""
        return all(condition.holds(features) for condition in self.when)

    def region(self) -> dict[str, tuple[int, int]]:
        """Return, for each feature that a condition names, the values that remain."""
        found: dict[str, tuple[int, int]] = {}
        for condition in self.when:
            most = FEATURES[self.axis][condition.feature]
            low, high = condition.interval(most)
            before = found.get(condition.feature, (0, most))
            found[condition.feature] = (max(low, before[0]), min(high, before[1]))
        return found

    def forestalls(self, later: "Rule") -> bool:
        """Return whether this rule holds wherever the later one does."""
        theirs = later.region()
        for feature, (low, high) in self.region().items():
            other = theirs.get(feature, (0, FEATURES[self.axis][feature]))
            if other[0] < low or other[1] > high:
                return False
        return True


class Wording(Value):
    """What a letter or digit is called and what it means in a definition set."""

    label: str
    meaning: str


class PolicyTable(Value):
    """A policy as read: wordings of A-F and 1-6, rules in order, caps."""

    name: str
    definition_set: DefinitionSet
    wordings: Mapping[str, Wording]
    rules: tuple[Rule, ...]

    def decide(self, axis: Axis, features: Mapping[str, int]) -> tuple[str, tuple[Rule, ...]]:
        """Return the value, and the rules that made it: the one that gave it, caps that cut it."""
        rules = [rule for rule in self.rules if rule.axis is axis and rule.holds(features)]
        given = next(rule for rule in rules if not rule.cap)
        value, made = given.gives, [given]
        for cap in rules:
            if cap.cap and better(value, cap.gives, axis):
                value = cap.gives
                made.append(cap)
        return value, tuple(made)

    @property
    def labels(self) -> dict[str, str]:
        """Return the label of each letter and digit."""
        return {value: wording.label for value, wording in self.wordings.items()}


def better(one: str, other: str, axis: Axis) -> bool:
    """Return whether one value is better than another; F and 6 are not better or worse."""
    if UNKNOWN[axis] in (one, other):
        return False
    return VALUES[axis].index(one) < VALUES[axis].index(other)
