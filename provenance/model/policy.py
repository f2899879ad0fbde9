"""A policy is data: a rule table and the wordings of A-F and 1-6, read strictly from TOML.

Refused, with the rule's name: a feature of the other axis or of none, a rule that an earlier one
always forestalls or whose conditions exclude each other, a cap at F or 6 (unknown has no order),
a 1 without a person naming separate access, a 4 or 5 without a named comparison, a table that
does not end in F or 6, and a table that answers one of the ``PROBES`` otherwise.

Left out: whether several earlier rules together forestall a later one.
"""

import re
import tomllib
from collections.abc import Mapping
from importlib.resources import files

from provenance.errors import PolicyError
from provenance.model.judgement import Axis
from provenance.model.rules import (
    CONFLICTS,
    DEFINITION_SETS,
    FEATURES,
    PROBES,
    TEXTS,
    UNKNOWN,
    VALUES,
    Condition,
    PolicyTable,
    Rule,
    Wording,
)

SIZE_LIMIT = 100_000  # bytes
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_CONDITION = re.compile(r"([a-z_]{1,40}) (=|>=|<=) (yes|no|0|[1-9][0-9]{0,5})")


def default_policy(name: str) -> bytes:
    """Return the bytes of a policy that comes with the program."""
    if name not in DEFINITION_SETS:
        known = ", ".join(DEFINITION_SETS)
        raise PolicyError(f"there is no policy named {name!r}; those that come along: {known}")
    return files("provenance.model").joinpath("policies", f"{name}.toml").read_bytes()


def parse_policy(data: bytes) -> PolicyTable:
    """Return the policy that the bytes hold; anything not fully understood is a PolicyError."""
    if len(data) > SIZE_LIMIT:
        raise PolicyError(f"the policy has {len(data)} bytes; at most {SIZE_LIMIT} are read")
    try:
        table = tomllib.loads(data.decode())
    except (ValueError, RecursionError) as error:  # also a number too long to read
        raise PolicyError(f"the policy is not TOML in UTF-8: {error}") from error
    _keys(table, {"name", "definition_set", "reliability", "credibility", "rule"}, "the policy")
    definition_set = table["definition_set"]
    if definition_set not in DEFINITION_SETS:
        known = ", ".join(DEFINITION_SETS)
        raise PolicyError(f"definition_set {definition_set!r} is not one of {known}")
    rows = table["rule"]
    if not isinstance(rows, list):
        raise PolicyError("rules stand under [[rule]]")
    policy = PolicyTable(
        name=_text(table["name"], "the policy's name"),
        definition_set=definition_set,
        wordings={**_wordings(table, Axis.RELIABILITY), **_wordings(table, Axis.CREDIBILITY)},
        rules=tuple(_rule(row, number) for number, row in enumerate(rows, start=1)),
    )
    _check_table(policy)
    return policy


def _keys(table: object, allowed: set[str], where: str) -> None:
    if not isinstance(table, dict):
        raise PolicyError(f"{where} is not a table")
    for problem, keys in (("lacks", allowed - set(table)), ("has unknown", set(table) - allowed)):
        if keys:
            raise PolicyError(f"{where} {problem} {', '.join(sorted(keys))}")


def _text(value: object, where: str) -> str:
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        raise PolicyError(f"{where} must be one line of text")
    return value


def _wordings(table: Mapping[str, object], axis: Axis) -> dict[str, Wording]:
    section = table[axis]
    _keys(section, set(VALUES[axis]), f"[{axis}]")
    assert isinstance(section, dict)  # noqa: S101  (narrows the type; _keys has refused the rest)
    wordings = {}
    for value in VALUES[axis]:
        where = f"[{axis}.{value}]"
        _keys(section[value], {"label", "meaning"}, where)
        wordings[value] = Wording(
            label=_text(section[value]["label"], f"{where} label"),
            meaning=_text(section[value]["meaning"], f"{where} meaning"),
        )
    return wordings


def _rule(row: object, number: int) -> Rule:
    where = f"rule {number}"
    gives = "at_best" if isinstance(row, dict) and "at_best" in row else "gives"
    _keys(row, {"axis", "name", "when", gives, "sentence"}, where)
    assert isinstance(row, dict)  # noqa: S101  (narrows the type; _keys has refused the rest)
    where = f"rule {_text(row['name'], where)!r}"
    if row["axis"] not in tuple(Axis):
        raise PolicyError(f"{where}: axis {row['axis']!r} is not reliability or credibility")
    axis = Axis(row["axis"])
    if row[gives] not in VALUES[axis]:
        raise PolicyError(f"{where}: {gives} {row[gives]!r} is no value of {axis}")
    if gives == "at_best" and row[gives] == UNKNOWN[axis]:
        raise PolicyError(f"{where}: {row[gives]} means unknown and cannot be a cap")
    if not isinstance(row["when"], list):
        raise PolicyError(f"{where}: when is not a list of conditions")
    return Rule(
        axis=axis,
        name=row["name"],
        when=tuple(_condition(text, axis, where) for text in row["when"]),
        gives=row[gives],
        cap=gives == "at_best",
        sentence=_sentence(row["sentence"], axis, where),
    )


def _condition(text: object, axis: Axis, where: str) -> Condition:
    match = _CONDITION.fullmatch(text) if isinstance(text, str) else None
    if match is None:
        raise PolicyError(f"{where}: {text!r} is not '<feature> = | >= | <= <number, yes or no>'")
    feature, op, word = match.groups()
    most = FEATURES[axis].get(feature)
    if most is None:
        raise PolicyError(f"{where}: {feature} is no feature of {axis}")
    if (most == 1) != (word in ("yes", "no")) or (most == 1 and op != "="):
        raise PolicyError(f"{where}: {text!r} compares a count with yes or no, or the reverse")
    constant = {"yes": 1, "no": 0}.get(word)
    return Condition.model_validate(
        {"feature": feature, "op": op, "constant": int(word) if constant is None else constant}
    )


def _sentence(value: object, axis: Axis, where: str) -> str:
    sentence = _text(value, f"{where}: the sentence")
    unknown = set(PLACEHOLDER.findall(sentence)) - set(FEATURES[axis]) - TEXTS[axis]
    if unknown:
        raise PolicyError(f"{where}: the sentence names unknown {', '.join(sorted(unknown))}")
    return sentence


def _check_table(policy: PolicyTable) -> None:
    names = [rule.name for rule in policy.rules]
    for name in names:
        if names.count(name) > 1:
            raise PolicyError(f"rule {name!r} stands twice")
    for axis in Axis:
        table = [rule for rule in policy.rules if rule.axis is axis]
        for rule in table:
            _check_basis(rule)
        _check_order([rule for rule in table if not rule.cap], axis)
    for probe, (axis, known, allowed) in PROBES.items():
        value, made = policy.decide(axis, dict.fromkeys(FEATURES[axis], 0) | dict(known))
        if value not in allowed:
            raise PolicyError(
                f"rule {made[-1].name!r} gives {value} for {probe}; that must stay {allowed[-1]}"
            )


def _check_basis(rule: Rule) -> None:
    region = rule.region()
    for feature, (low, high) in region.items():
        if low > high:
            raise PolicyError(f"rule {rule.name!r} can never hold: {feature} contradicts itself")
    if rule.cap:
        return
    if rule.gives == "1" and region.get("access_named") != (1, 1):
        raise PolicyError(
            f"rule {rule.name!r} gives 1 without access_named = yes: "
            "only a person who names the separate access confirms"
        )
    if rule.gives in ("4", "5") and not any(region.get(f, (0, 0))[0] for f in CONFLICTS):
        raise PolicyError(
            f"rule {rule.name!r} gives {rule.gives} without a named comparison: "
            f"it must stand on one of {', '.join(CONFLICTS)}"
        )


def _check_order(table: list[Rule], axis: Axis) -> None:
    if not table or table[-1].when or table[-1].gives != UNKNOWN[axis]:
        raise PolicyError(
            f"the last rule of {axis} must give {UNKNOWN[axis]} without any condition"
        )
    for position, rule in enumerate(table):
        for earlier in table[:position]:
            if earlier.forestalls(rule):
                raise PolicyError(
                    f"rule {rule.name!r} is never reached: {earlier.name!r} stands before it "
                    "and holds wherever it holds"
                )
