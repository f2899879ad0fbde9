"""A draft about the newsroom's stories: five sentences whose verdicts an editor would give."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from provenance.model.checking import CheckedView
from provenance.workspace.check import check_document, check_draft
from provenance.workspace.core import Workspace
from seeds.run import assessed
from seeds.world import NEWSROOM, load

pytestmark = pytest.mark.slow  # a whole newsroom over HTTP

STRONGER = (
    "Norvik Optics supplied fourteen coastal radar masts to the navy of Valdoria for 100 million "
    "dollars."
)
CIRCULAR = (
    "Inspectors have found cracks in three of the twelve gates of the Tolm dam, the Valley Gazette "
    "reported."
)
UNKNOWN = "A volcano near Lun buried nine farms under ash on 3 May."
CLEAN = (
    "The council of the Sarrow Islands has ordered four ferries for 96 million euros, council "
    "leader Wanda Ekholm announced on Tuesday."
)
OPINION = "The deal is a disgrace."
SIGNED = (
    "The agreement that Tomas Brede read out was signed on 3 March by the directors of Brisk Yards."
)


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("newsroom")
    workspace = assessed(folder / "desk", load(NEWSROOM), folder / "home")
    yield workspace
    workspace.close()


@pytest.fixture(scope="module")
def checked(newsroom: Workspace, tmp_path_factory: pytest.TempPathFactory) -> CheckedView:
    path = tmp_path_factory.mktemp("draft") / "draft.md"
    path.write_text(f"{STRONGER}\n\n{CIRCULAR}\n\n{UNKNOWN}\n\n{CLEAN}\n\n{OPINION}", "utf-8")
    return check_draft(newsroom, path)


def test_the_verdicts_are_those_of_an_editor(checked: CheckedView) -> None:
    assert {each.text: each.verdict for each in checked.pieces} == {
        STRONGER: "amiss",
        CIRCULAR: "amiss",
        UNKNOWN: "no claim carries it",
        CLEAN: "nothing amiss",
        OPINION: "apart",
    }
    assert not checked.clean


def test_the_reasons_are_named(checked: CheckedView) -> None:
    stronger, circular, *_ = checked.pieces
    found = {each.rule: each for each in stronger.amiss}
    assert {"another amount", "contradicted and put as undisputed", "attribution lost"} <= set(
        found
    )
    assert {"modality raised", "agreed became delivered"} & set(found)
    assert found["another amount"].words == "100 million dollars"
    assert {side.words for side in found["another amount"].beside} == {"about 62 million dollars"}
    assert {side.outlet for side in found["another amount"].beside} == {"Open Ledger"}
    assert "about 62 million dollars" in stronger.instead
    assert "circular reporting" in {each.rule for each in circular.amiss}


def test_a_copy_is_held_beside_what_it_goes_back_to(newsroom: Workspace) -> None:
    handles = newsroom.store.handles("d")
    read = [check_document(newsroom, handle) for handle in handles.values()]
    found = {rule.rule for text in read for each in text.facts for rule in each.amiss}
    assert "circular reporting" in found
    assert found & {"hedge dropped", "modality raised", "another amount"}
    french = [text for text in read if not text.language_read]
    assert [text.language for text in french] == ["French"]
    for text in read:
        assert all(each.carrier is not None for each in text.facts)


@pytest.mark.parametrize(
    ("statement", "verdict", "rule", "beside"),
    [
        (
            SIGNED,
            "no claim carries it",
            "shares words; its text seems to say it",
            "",
        ),
        (
            "Radar masts were sold with a licence from the export office in Lun.",
            "amiss",
            "shares words; its text seems to say otherwise",
            "granted no licence",
        ),
        (
            "The Tolm dam was completed in 1986.",
            "amiss",
            "shares words; its text seems to say otherwise",
            "completed in 1968",
        ),
        (
            "Harald Minke showed the order book of Norvik Optics to reporters.",
            "no claim carries it",
            "shares words",
            "",
        ),
    ],
)
def test_what_no_claim_carries_is_held_against_the_text_of_the_nearest_one(
    newsroom: Workspace,
    tmp_path: Path,
    statement: str,
    verdict: str,
    rule: str,
    beside: str,
) -> None:
    path = tmp_path / "draft.md"
    path.write_text(statement, "utf-8")
    (piece,) = check_draft(newsroom, path).pieces
    assert piece.verdict == verdict
    assert piece.nearest is not None
    assert piece.nearest.rule == rule
    shown = " ".join(side.words for each in piece.amiss for side in each.beside)
    assert beside in shown
    assert [each.rule for each in piece.amiss] == (["against a text"] if beside else [])
