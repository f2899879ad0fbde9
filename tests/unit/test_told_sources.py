"""What is shown of a step's source: title, organisation, kind, and why it is not named."""

import pytest

from provenance.model import (
    AttributionStep,
    ClaimKind,
    SourceKind,
    SourceType,
    StepDetail,
    StepRole,
)
from provenance.model.dossier import AppearanceView
from provenance.report.words import chain, source_of
from tests.tui.fake_views import appearance, document


def step(*, named: bool, kind: SourceType = SourceType.PERSON) -> AttributionStep:
    return AttributionStep(
        role=StepRole.SAYS, name="Ada Example", named=named, type=kind, words="Example", cue="said"
    )


TOLD = [
    (StepDetail(kind=None, source=None, cue=None), ""),
    (
        StepDetail(
            kind=SourceKind.NAMED_PERSON,
            source=None,
            cue=None,
            title="head",
            organisation="the Port Office",
        ),
        "head, the Port Office",
    ),
    (
        StepDetail(
            kind=SourceKind.NAMED_PERSON,
            source=None,
            cue=None,
            title="runs the Port Office",
            organisation="the Port Office",
        ),
        "runs the Port Office",
    ),
    (
        StepDetail(
            kind=SourceKind.ANONYMOUS_SOURCE,
            source=None,
            cue=None,
            withheld="asked not to be named",
        ),
        "not named: “asked not to be named”",
    ),
    (
        StepDetail(kind=SourceKind.NAMED_PERSON, source=None, cue=None, also="origin"),
        "is where it comes from itself",
    ),
]


@pytest.mark.parametrize(("detail", "told"), TOLD)
def test_what_is_told_beside_the_kind(detail: StepDetail, told: str) -> None:
    assert detail.told == told


def test_beside_a_step_stands_what_its_text_tells() -> None:
    assert source_of(step(named=True), "head") == "named person, head"
    assert source_of(step(named=False), "") == "unnamed person"


def place(*details: StepDetail) -> AppearanceView:
    found = appearance(1, document(1, "Cranes are gone."), "Cranes are gone.", ClaimKind.FACT)
    return found.model_copy(update={"details": details})


def test_the_kind_is_shown_where_the_step_alone_does_not_show_it() -> None:
    paper = StepDetail(kind=SourceKind.DOCUMENT, source=None, cue=None)
    hidden = StepDetail(
        kind=SourceKind.ANONYMOUS_SOURCE, source=None, cue=None, withheld="asked not to be named"
    )
    found = place(paper, hidden)
    assert found.told == ("", "anonymous source, not named: “asked not to be named”")
    assert "port engineers (unnamed group, anonymous source, not named" in chain(found)


def test_chains_without_details_tell_nothing_of_their_sources() -> None:
    assert place().told == ("", "")
