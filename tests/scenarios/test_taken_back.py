"""A correction, and a notice of retraction at the old address, open a finding until it fell."""

from pathlib import Path

from provenance.model import Document, Finding
from provenance.workspace.assess import assess
from provenance.workspace.capture import capture
from provenance.workspace.core import Workspace
from provenance.workspace.correct.retract import retract
from tests.desks import desk
from tests.newsroom import Newsroom

TAKEN_BACK = {"corrects or retracts a captured text", "retraction notice"}
SOLD = (
    "The Vikster council sold its stadium to Aldo Works on Monday for 2 million crowns.",
    "Mayor Anna Rehn said the money would pay for a new bridge over the Sarn.",
)


def open_findings(workspace: Workspace) -> list[Finding]:
    return [f for f in workspace.store.current(Finding) if f.rule in TAKEN_BACK and f.open]


def test_a_correction_that_links_to_its_text_is_a_finding(tmp_path: Path) -> None:
    room = Newsroom()
    story = room.publish("Vikster Post", "Stadium sold", *SOLD)
    note = room.publish(
        "Vikster Post",
        "A correction",
        f"Correction: our article [Stadium sold]({story.uri}) named a wrong price.",
        "The stadium of Vikster went for 3 million crowns. We regret the error.",
    )
    workspace = desk(tmp_path)
    capture(workspace, [story.uri, note.uri], fetcher=room)
    assess(workspace)
    (finding,) = open_findings(workspace)
    assert "Stadium sold" in finding.sentence


def test_a_notice_in_the_place_of_a_text_is_a_finding_until_the_text_fell(tmp_path: Path) -> None:
    room = Newsroom()
    story = room.publish("Vikster Post", "Stadium sold", *SOLD)
    workspace = desk(tmp_path)
    capture(workspace, [story.uri], fetcher=room)
    assess(workspace)
    first = workspace.store.current(Document)[0].id
    assert not open_findings(workspace)
    room.retract(story, "No contract was signed.")
    capture(workspace, [story.uri], fetcher=room)
    assess(workspace)
    (finding,) = open_findings(workspace)
    assert "Stadium sold" in finding.sentence
    notice = next(d.id for d in workspace.store.current(Document) if d.id != first)
    retract(workspace, first, "the Post took it back", notice)
    assess(workspace)
    assert not open_findings(workspace)
