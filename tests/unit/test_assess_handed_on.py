"""What a stage wrote is handed on to the next one as it would be read back."""

from provenance.model import Case
from provenance.workspace.assess import _Course
from provenance.workspace.assess.derive import derive
from provenance.workspace.assess.find import find_claims
from provenance.workspace.assess.gather import gather_claims
from provenance.workspace.capture import capture
from provenance.workspace.core import Workspace, quiet
from provenance.workspace.jobs import RULES
from provenance.workspace.picture import Picture
from tests.worlds import harbour

KINDS = ("sources", "appearances", "attributions", "claims", "links", "derivations")


def _captured(workspace: Workspace) -> None:
    room = harbour()
    capture(workspace, [each.uri for each in room.world().articles], fetcher=room)


def _same(handed: Picture, workspace: Workspace) -> None:
    fresh = Picture(workspace)
    for kind in KINDS:
        one, other = getattr(handed, kind), getattr(fresh, kind)
        assert one == other, kind
        assert list(one) == list(other), kind  # in the same order


def test_each_stage_sees_what_it_would_read_back(empty: Workspace) -> None:
    _captured(empty)
    for again in (False, True):  # the second time nothing is new
        course = _Course(empty)
        with course.stage("sources", "appearances", "attributions", "findings") as picture:
            found = find_claims(empty, picture, quiet, RULES).documents
        assert bool(found) is not again
        _same(course.picture, empty)
        with course.stage("derivations") as picture:
            derive(empty, picture)
        _same(course.picture, empty)
        with course.stage("claims", "links") as picture:
            gather_claims(empty, picture)
        _same(course.picture, empty)


def test_what_somebody_else_wrote_meanwhile_is_read(empty: Workspace) -> None:
    _captured(empty)
    course, other = _Course(empty), Workspace(empty.root, empty.settings)
    with course.stage("sources", "appearances", "attributions", "findings") as picture:
        find_claims(empty, picture, quiet, RULES)
        before = other.case
        changed = {"id": other.new_id(), "supersedes": before.id, "question": "Who sold them?"}
        other.step("case", [Case.model_validate(before.model_dump() | changed)])
        find_claims(other, Picture(other), quiet, RULES)
    _same(course.picture, empty)
    assert course.picture.case.question == "Who sold them?"
