"""What a person decided about links and ties stays decided, and can be taken back."""

from dataclasses import replace
from pathlib import Path

import pytest

from provenance.canonical import content_key
from provenance.model import (
    Derivation,
    DerivationKind,
    Evidence,
    Link,
    Stance,
    State,
)
from provenance.model.dossier import AppearanceView, ClaimView, DerivationView
from provenance.network import Exchange
from provenance.workspace.assess import assess
from provenance.workspace.capture import capture
from provenance.workspace.core import Workspace
from provenance.workspace.correct import (
    add_derivation,
    link,
    move,
    settle_derivation,
    unlink,
)
from provenance.workspace.undo import undo
from provenance.workspace.verify import verify_workspace
from provenance.workspace.views import Views
from tests.desks import NoNetwork, desk, write
from tests.newsroom import Newsroom
from tests.worlds import harbour

WIRE, HERALD, DENIAL = "Kelso Wire", "Vale Herald", "Strait Today"


class Anew:
    """Serves the same texts in pages of other bytes."""

    def __init__(self, room: Newsroom) -> None:
        self._room = room

    def fetch(self, uri: str) -> Exchange:
        found = self._room.fetch(uri)
        return replace(found, body=(found.body or b"") + b"<!-- served again -->\n")


@pytest.fixture(scope="module")
def room() -> Newsroom:
    """The press world."""
    return harbour()


@pytest.fixture
def read(room: Newsroom, tmp_path: Path) -> Workspace:
    """A desk that has read it."""
    workspace = desk(tmp_path)
    take(workspace, room)
    return workspace


def take(workspace: Workspace, fetcher: Newsroom | Anew, *outlets: str) -> None:
    """Capture what outlets published, and assess."""
    articles = harbour().world().articles
    wanted = [each.uri for each in articles if not outlets or each.outlet in outlets]
    capture(workspace, wanted, fetcher=fetcher)
    assess(workspace)


def of_outlet(workspace: Workspace, outlet: str) -> str:
    """Return the first document of an outlet, by id."""
    return next(each.id for each in Views(workspace).documents() if each.outlet == outlet)


def ties(workspace: Workspace, *outlets: str) -> set[str]:
    """Return how any documents of two outlets are tied, without what is refused."""
    names = {each.handle: each.outlet for each in Views(workspace).documents()}
    return {
        f"{names[each.downstream]} {each.type} {each.state}"
        for each in Views(workspace).derivations()
        if {names[each.downstream], names.get(each.upstream or "")} == set(outlets)
        and each.state is not State.REFUSED
    }


def sale(workspace: Workspace) -> ClaimView:
    """Return the claim that cranes were sold."""
    views = Views(workspace)
    found = [views.claim(each) for each in views.picture.members]
    return next(each for each in found if "according to Harbour Minister" in each.wording)


def against(workspace: Workspace) -> list[AppearanceView]:
    """Return what contradicts that claim."""
    return [each for each in sale(workspace).appearances if each.stance is Stance.CONTRADICTS]


def refuse(workspace: Workspace) -> None:
    pair = of_outlet(workspace, HERALD), of_outlet(workspace, WIRE)
    settle_derivation(workspace, *pair, State.REFUSED, "two reporters at one table")


def test_a_refused_tie_does_not_come_back_for_the_same_bytes_or_text(
    read: Workspace, room: Newsroom
) -> None:
    assert ties(read, HERALD, WIRE), "nothing was proposed"
    refuse(read)
    assert ties(read, HERALD, WIRE) == set()
    assess(read)
    take(read, room)  # the same bytes
    assert ties(read, HERALD, WIRE) == set()
    before = len(Views(read).documents())
    take(read, Anew(room), HERALD)  # the same text in other bytes
    assert len(Views(read).documents()) == before + 1
    assert ties(read, HERALD, WIRE) == set()
    take(read, Anew(room), WIRE)
    assert ties(read, HERALD, WIRE) == set()
    assert any(each.state is State.REFUSED for each in Views(read).derivations())
    assert verify_workspace(read).clean


def test_what_was_captured_again_adds_no_origin_after_a_refusal(
    read: Workspace, room: Newsroom
) -> None:
    refuse(read)
    before = len(sale(read).origins)
    take(read, Anew(room), HERALD)
    assert len(sale(read).origins) == before


def test_a_refused_tie_does_not_come_back_under_other_rules(room: Newsroom, tmp_path: Path) -> None:
    workspace = desk(tmp_path)
    articles = [e.uri for e in room.world().articles if e.outlet in (HERALD, WIRE)]
    capture(workspace, articles, fetcher=room)
    down, up = of_outlet(workspace, HERALD), of_outlet(workspace, WIRE)
    earlier = Derivation(  # as earlier rules proposed it: of another kind, under another key
        id=workspace.new_id(),
        downstream=up,
        upstream=down,
        upstream_name=None,
        type=DerivationKind.QUOTATION,
        directed=True,
        evidence=(Evidence(rule="earlier", sentence="Some words are the same."),),
        state=State.REFUSED,
        key=content_key("earlier rules", down, up),
    )
    step = workspace.step("settle derivation", [earlier])
    assess(workspace)
    assert ties(workspace, HERALD, WIRE) == set()
    undo(workspace, seq=step.seq)
    assess(workspace)
    assert ties(workspace, HERALD, WIRE) != set()


def test_a_refused_tie_comes_back_by_undo_and_by_a_later_decision(read: Workspace) -> None:
    before = ties(read, HERALD, WIRE)
    refuse(read)
    undo(read)
    assert ties(read, HERALD, WIRE) == before
    refuse(read)
    pair = of_outlet(read, HERALD), of_outlet(read, WIRE)
    settle_derivation(read, *pair, State.CONFIRMED, "their editor says so")
    assess(read)
    assert ties(read, HERALD, WIRE) == {each.replace("proposed", "confirmed") for each in before}


def test_a_tie_that_a_person_adds_stands_against_what_the_program_sees(
    read: Workspace, room: Newsroom
) -> None:
    before = ties(read, HERALD, WIRE)
    down, up = of_outlet(read, WIRE), of_outlet(read, HERALD)  # the other way round
    add_derivation(read, down, up, DerivationKind.COPY, why="the editor told us")
    wanted = {f"{WIRE} copy confirmed"}
    assert ties(read, HERALD, WIRE) == wanted
    take(read, room)
    assess(read)
    assert ties(read, HERALD, WIRE) == wanted
    assert not sale(read).circular
    settle_derivation(read, down, up, State.REFUSED, "the editor was wrong")
    assess(read)
    assert ties(read, HERALD, WIRE) == set()
    undo(read)
    undo(read)
    assess(read)
    assert ties(read, HERALD, WIRE) == before
    assert verify_workspace(read).clean


def test_a_tie_to_what_is_only_named_is_added_and_refused(read: Workspace) -> None:
    down = of_outlet(read, "Harbour Radio")
    kind = DerivationKind.CITATION
    add_derivation(read, down, None, kind, name="Port Gazette", why="as they say on air")

    def named() -> list[DerivationView]:
        return [e for e in Views(read).derivations() if e.upstream_name == "Port Gazette"]

    assess(read)
    assert [each.state for each in named()] == [State.CONFIRMED]
    settle_derivation(read, down, None, State.REFUSED, "misheard", name="The Port Gazette")
    assess(read)
    assert [each.state for each in named()] == [State.REFUSED]


def test_a_refused_link_does_not_come_back_for_the_same_bytes_or_text(
    read: Workspace, room: Newsroom
) -> None:
    (denial,) = against(read)
    unlink(read, denial.id, sale(read).id, "another sale")
    assert against(read) == []
    assess(read)
    take(read, room)
    take(read, Anew(room), DENIAL)
    assert against(read) == []
    undo(read)
    assert [each.link_state for each in against(read)] == [State.PROPOSED]


def test_a_refused_link_takes_its_other_side_with_it(tmp_path: Path) -> None:
    workspace = desk(tmp_path)
    sold = "The port of Kelso sold two cranes to Alder Lines on 4 March 2026, Ines Vale said."
    denied = "The port of Kelso did not sell two cranes to Alder Lines on 4 March 2026, he said."
    files = [write(tmp_path, "sold.txt", sold), write(tmp_path, "denied.txt", denied)]
    capture(workspace, files, fetcher=NoNetwork())
    assess(workspace)
    bearing = Views(workspace).picture.bearing
    assert {each.stance for links in bearing.values() for each in links} == {Stance.CONTRADICTS}
    assert len(bearing) == 2
    claim, (known, *_) = next(iter(bearing.items()))
    unlink(workspace, known.appearance, claim, "other cranes")
    assess(workspace)
    assert Views(workspace).picture.bearing == {}
    undo(workspace)
    assert set(Views(workspace).picture.bearing) == set(bearing)


def test_a_refused_link_does_not_come_back_as_another_stance(
    read: Workspace, room: Newsroom
) -> None:
    (denial,) = against(read)
    (known,) = read.store.current(Link, appearance=denial.id, claim=sale(read).id)
    other = known.model_copy(  # as other rules would have proposed it before
        update={
            "id": read.new_id(),
            "stance": Stance.SUPPORTS,
            "state": State.REFUSED,
            "supersedes": known.id,
        }
    )
    read.step("link", [other])
    take(read, Anew(room), DENIAL)
    assert against(read) == []


def test_a_link_that_a_person_adds_stays_and_can_be_refused(
    read: Workspace, room: Newsroom
) -> None:
    views = Views(read)
    seen = next(
        each
        for claim in views.picture.members
        for each in views.claim(claim).appearances
        if each.outlet == "Harbour Radio" and "barge" in each.selector.exact
    )
    claim = sale(read).id
    link(read, seen.id, claim, Stance.SUPPORTS, "the same cranes")

    def stands() -> list[State]:
        return [each.link_state for each in sale(read).appearances if each.id == seen.id]

    take(read, room)
    assert stands() == [State.CONFIRMED]
    unlink(read, seen.id, claim, "other cranes")
    assess(read)
    assert stands() == []
    link(read, seen.id, claim, Stance.CONTRADICTS)
    assess(read)
    assert stands() == [State.CONFIRMED]


def test_a_place_that_was_put_elsewhere_stays_there_when_captured_again(
    read: Workspace, room: Newsroom
) -> None:
    place = next(each for each in sale(read).appearances if each.outlet == HERALD)
    own = move(read, [place.id], None, "a sale of its own")
    take(read, Anew(room), HERALD)

    def stating(claim: str) -> list[str | None]:
        places = Views(read).claim(claim).appearances
        return [each.outlet for each in places if each.stance is Stance.REPEATS]

    assert stating(own) == [HERALD, HERALD]
    assert HERALD not in stating(sale(read).id)
