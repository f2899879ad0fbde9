"""What falls with a text or a source, and what stands without it."""

import pytest

from provenance.canonical import content_key
from provenance.lineage import Fallen, Mention, Proposed, SourceRef, origins
from provenance.model import DerivationKind, Evidence, SourceType, Stance, StepRole

CLAIM = "The council of Ostrel voted to close the lighthouse."


def source(
    name: str, kind: SourceType = SourceType.PERSON, role: StepRole = StepRole.SAYS
) -> SourceRef:
    return SourceRef(id=name, name=name, named=True, role=role, type=kind)


KEEPER, OFFICE = source("Ada Example"), source("Harbour Office", SourceType.ORGANISATION)
COURIER = source("A Courier", SourceType.OUTLET)


def mention(document: str, *sources: SourceRef, stance: Stance = Stance.REPEATS) -> Mention:
    return Mention(
        id=document,
        document=document,
        content=document,
        stance=stance,
        sources=sources,
        outlet=f"{document.upper()} Courier",
        wording=CLAIM,
    )


def tie(
    downstream: str,
    upstream: str | None,
    kind: DerivationKind = DerivationKind.COPY,
    *,
    directed: bool = True,
    name: str | None = None,
) -> Proposed:
    return Proposed(
        downstream=downstream,
        upstream=upstream,
        upstream_name=name,
        type=kind,
        directed=directed,
        evidence=(Evidence(rule="test", sentence="Shown.", downstream_words=CLAIM),),
        key=content_key("derivation", kind, downstream, upstream or "", name or ""),
    )


CREDIT = DerivationKind.CITATION
A_FELL = Fallen(documents=frozenset({"a"}))
KEEPER_FELL = Fallen(sources=frozenset({KEEPER.id}))
A_AND_B = [mention("a"), mention("b")]


@pytest.mark.parametrize(
    ("situation", "mentions", "ties", "fallen", "left"),
    [
        ("no more than itself", A_AND_B, [], A_FELL, [["b"]]),
        ("its copy falls with it", A_AND_B, [tie("b", "a")], A_FELL, []),
        ("the copy falls alone", A_AND_B, [tie("a", "b")], A_FELL, [["b"]]),
        (
            "a copy of its copy falls with it",
            [*A_AND_B, mention("c")],
            [tie("b", "a"), tie("c", "b")],
            A_FELL,
            [],
        ),
        (
            "two copies do not become two origins",
            [mention("a"), mention("b"), mention("c"), mention("d")],
            [tie("b", "a"), tie("c", "a")],
            A_FELL,
            [["d"]],
        ),
        (
            "what came by way of it falls, what it came from stands",
            [mention("a"), mention("b"), mention("c")],
            [tie("a", "c"), tie("b", "a")],
            A_FELL,
            [["c"]],
        ),
        (
            "who has another place too keeps that one",
            [*A_AND_B, mention("c")],
            [tie("b", "a", CREDIT), tie("b", "c", CREDIT)],
            A_FELL,
            [["b", "c"]],
        ),
        (
            "shared text of unknown direction takes nothing along",
            A_AND_B,
            [tie("b", "a", directed=False)],
            A_FELL,
            [["b"]],
        ),
        (
            "two that shared text with it do not come apart",
            [mention("a"), mention("b"), mention("c")],
            [tie("b", "a", directed=False), tie("c", "a", directed=False)],
            A_FELL,
            [["b", "c"]],
        ),
        (
            "two that rest on each other fall together",
            A_AND_B,
            [tie("a", "b"), tie("b", "a")],
            A_FELL,
            [],
        ),
        (
            "a source that the fallen text named is not the copy's own",
            [mention("a", KEEPER), mention("b", KEEPER)],
            [tie("b", "a")],
            A_FELL,
            [],
        ),
        (
            "a source that it did not name is",
            [mention("a", KEEPER), mention("b", OFFICE)],
            [tie("b", "a", CREDIT)],
            A_FELL,
            [["b"]],
        ),
        (
            "without a tie it is a second witness of the source",
            [mention("a", KEEPER), mention("b", KEEPER)],
            [],
            A_FELL,
            [["b"]],
        ),
        (
            "who has it from the paper has it from its fallen text",
            [mention("a"), mention("b", COURIER)],
            [],
            A_FELL,
            [],
        ),
        (
            "all that a source said falls with it, and copies of that",
            [mention("a", KEEPER), mention("b"), mention("c")],
            [tie("b", "a")],
            KEEPER_FELL,
            [["c"]],
        ),
        (
            "a chain holds as its weakest link does",
            [mention("a", OFFICE, KEEPER), mention("b", OFFICE)],
            [],
            KEEPER_FELL,
            [["b"]],
        ),
        (
            "a verifier takes nothing along",
            [mention("a", source(KEEPER.name, role=StepRole.VERIFIED))],
            [],
            KEEPER_FELL,
            [["a"]],
        ),
        (
            "who goes back to a paper by name falls with the paper",
            A_AND_B,
            [tie("b", None, CREDIT, name="The Ostrel Post")],
            Fallen(sources=frozenset({"s"}), names=frozenset({"ostrel post"})),
            [["a"]],
        ),
        (
            "the other side is counted apart",
            [mention("a"), mention("b", stance=Stance.CONTRADICTS)],
            [],
            A_FELL,
            [["b"]],
        ),
    ],
)
def test_what_stands(
    situation: str,
    mentions: list[Mention],
    ties: list[Proposed],
    fallen: Fallen,
    left: list[list[str]],
) -> None:
    found = origins(mentions, ties, fallen=fallen)
    assert sorted(sorted(origin.mentions) for origin in found) == left, situation


def test_what_fell_elsewhere_changes_nothing() -> None:
    ties = [tie("b", "a"), tie("c", None, CREDIT, name="Ostrel Post")]
    mentions = [*A_AND_B, mention("c", OFFICE)]
    elsewhere = Fallen(frozenset({"z"}), frozenset({"y"}), frozenset({"x"}))
    assert origins(mentions, ties, fallen=elsewhere) == origins(mentions, ties)
