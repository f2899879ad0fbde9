"""Whatever is done to a policy's bytes, it is refused as a PolicyError or it keeps the rules."""

from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.errors import PolicyError
from provenance.model.judgement import Axis
from provenance.model.policy import default_policy, parse_policy
from provenance.model.rules import DEFINITION_SETS, FEATURES, PROBES, UNKNOWN

law = settings(deadline=None)  # a shared machine is no slow rule
BYTES = st.sampled_from([default_policy(name) for name in DEFINITION_SETS])
WORDS = st.sampled_from(
    ["1", '"2"', "[]", "[[rule]]", "= yes", "= no", ">= 1", "access_named", '"6"', "3", "{own}", ""]
)


def holds_its_ground(data: bytes) -> None:
    try:
        policy = parse_policy(data)
    except PolicyError:
        return
    for axis, known, allowed in PROBES.values():
        row = dict.fromkeys(FEATURES[axis], 0) | dict(known)
        assert policy.decide(axis, row)[0] in allowed
    crowd = dict.fromkeys(FEATURES[Axis.CREDIBILITY], 1) | {"access_named": 0}
    assert policy.decide(Axis.CREDIBILITY, crowd)[0] != "1"
    nothing = dict.fromkeys(FEATURES[Axis.RELIABILITY], 0)
    assert policy.decide(Axis.RELIABILITY, nothing)[0] == UNKNOWN[Axis.RELIABILITY]


@law
@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    holds_its_ground(data)


@law
@given(BYTES, st.data())
def test_lines_dropped_doubled_and_moved(data: bytes, choice: st.DataObject) -> None:
    lines = data.decode().splitlines()
    one, other = (choice.draw(st.integers(0, len(lines) - 1)) for _ in range(2))
    holds_its_ground("\n".join([*lines[:one], *lines[one + 1 :]]).encode())
    holds_its_ground("\n".join([*lines[:one], lines[other], *lines[one:]]).encode())
    lines[one], lines[other] = lines[other], lines[one]
    holds_its_ground("\n".join(lines).encode())


@law
@given(BYTES, WORDS, WORDS)
def test_words_put_in_the_place_of_others(data: bytes, word: str, other: str) -> None:
    if word:
        holds_its_ground(data.decode().replace(word, other).encode())
        holds_its_ground(data.decode().replace(word, other, 1).encode())


@law
@given(BYTES, st.data())
def test_rules_in_another_order(data: bytes, choice: st.DataObject) -> None:
    head, *rules = data.decode().split("[[rule]]")
    shuffled = choice.draw(st.permutations(rules))
    holds_its_ground("\n[[rule]]".join([head, *shuffled]).encode())
