"""A small press world of which a person decides something, and what may happen after that."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from provenance.model import Stance, State
from provenance.model.dossier import AppearanceView
from provenance.store.postings import Followed
from provenance.workspace.assess import assess
from provenance.workspace.capture import capture
from provenance.workspace.core import Workspace
from provenance.workspace.correct import (
    merge,
)
from provenance.workspace.undo import undo
from provenance.workspace.views import Views
from tests.desks import desk
from tests.newsroom import Newsroom, Publication

WIRE, HERALD, DENIAL, OTHER = "Kelso Wire", "Vale Herald", "Strait Today", "Harbour Radio"
SOLD = (
    "The port authority of Kelso sold two cranes to a shipping firm on Monday, according to "
    "Harbour Minister Ines Vale."
)
DENIED = (
    "The port authority of Kelso denied that it had sold two cranes to a shipping firm on Monday."
)
FURTHER = "Two tugs waited at the outer mole until the evening, and the harbour was closed."
MORE = (
    "The oldest of the cranes stood on the north quay for forty years and lifted coal first.",
    "A ballad was written of the night in which its arm fell into the basin beside a ferry.",
)
REVIEW, GAZETTE = "Quay Review", "Mole Gazette"  # papers that print it later
ADDED = {
    WIRE: "The ticket office opens at six on market days.",
    HERALD: "Our readers may write to us until Sunday.",
    DENIAL: "A list of all notices hangs in the town hall.",
    OTHER: "This page was last changed in the evening.",
    REVIEW: "The next issue appears after the holidays.",
    GAZETTE: "Tide tables hang at the mole.",
}


class World(NamedTuple):
    """A desk, and the press that it reads."""

    desk: Workspace
    room: Newsroom
    stories: dict[str, Publication]

    def take(self, *outlets: str) -> None:
        """Capture what stands at the addresses of outlets now, and assess."""
        wanted = [self.stories[each].uri for each in outlets or self.stories]
        capture(self.desk, wanted, fetcher=self.room)
        assess(self.desk)

    def rewrite(self, outlet: str, *more: str) -> None:
        """Add lines to a story; its address serves other bytes from now on."""
        story = self.stories[outlet]
        self.stories[outlet] = self.room.rewrite(story, *story.page.paragraphs, *more)

    def documents(self, outlet: str) -> set[str]:
        """Return the handles of an outlet's documents."""
        return {each.handle for each in Views(self.desk).documents() if each.outlet == outlet}

    def claim(self, words: str) -> str:
        """Return the claim with words in one of its places, by identity."""
        views = Views(self.desk)
        return next(
            claim
            for claim, members in views.picture.members.items()
            if any(words in each.selector.exact for each in members)
        )

    def ties(self) -> set[State]:
        """Return what is said now of ties between the herald's texts and the wire's."""
        copies, stories = self.documents(HERALD), self.documents(WIRE)
        return {
            each.state
            for each in Views(self.desk).derivations()
            if {each.downstream in copies, each.upstream in copies} == {True, False}
            and {each.downstream in stories, each.upstream in stories} == {True, False}
        }

    def bearing(self) -> set[tuple[Stance, State]]:
        """Return how the denial bears on the sale."""
        places = Views(self.desk).claim(self.claim(SOLD[:40])).appearances
        return {
            (each.stance, each.link_state)
            for each in places
            if each.outlet == DENIAL and each.stance is not Stance.REPEATS
        }

    def first(self, outlet: str) -> str:
        """Return the first document of an outlet, by id."""
        return next(each.id for each in Views(self.desk).documents() if each.outlet == outlet)

    def places(self, words: str) -> tuple[AppearanceView, ...]:
        """Return where the claim with these words stands, and what bears on it."""
        return Views(self.desk).claim(self.claim(words)).appearances

    def denial(self) -> str:
        """Return the place of the denial."""
        return next(
            each.of
            for each in Views(self.desk).picture.appearances.values()
            if each.selector.exact == DENIED
        )

    def step(self, kind: str) -> int:
        """Return the number of the last step of a kind."""
        return [entry.seq for entry, _ in self.desk.store.entries() if entry.kind == kind][-1]

    def origins(self) -> int:
        """Return how many origins the sale has."""
        return len(Views(self.desk).claim(self.claim(SOLD[:40])).origins)


def pressed(tmp_path: Path) -> World:
    """Return a story, its copy, a denial and something else, all read."""
    room = Newsroom()
    story = room.publish(WIRE, "Port sells two cranes", SOLD, FURTHER)
    stories = {
        WIRE: story,
        HERALD: room.syndicate(story, HERALD, credit=False),
        DENIAL: room.publish(DENIAL, "Authority denies sale", DENIED),
        OTHER: room.publish(OTHER, "Bridge to close", "The bridge at Leith closes on Friday."),
    }
    made = World(desk(tmp_path), room, stories)
    made.take()
    return made


def nothing(world: World) -> None:
    assess(world.desk)


def same_bytes(world: World) -> None:
    world.take()


def same_words(world: World) -> None:
    """The same words are served in other bytes."""
    for outlet, story in world.stories.items():
        page = story.page
        world.stories[outlet] = world.room.rewrite(story, *(f"{e} " for e in page.paragraphs))
    world.take()


def other_words(world: World) -> None:
    for outlet in world.stories:
        world.rewrite(outlet, ADDED[outlet])
    world.take()


def words_before(world: World) -> None:
    """All words move along in their texts, one after another."""
    for outlet, story in world.stories.items():
        page = story.page
        world.stories[outlet] = world.room.rewrite(story, ADDED[outlet], *page.paragraphs)
        world.take(outlet)


def other_rules(world: World) -> None:
    """Everything is read as after a change of the rules."""
    size = world.desk.store.size()
    world.desk.postings.follow(Followed(size, 1))
    assess(world.desk)


def merged(world: World) -> None:
    """The sale is put under another claim."""
    merge(world.desk, world.claim(SOLD[:40]), world.claim(FURTHER[:30]), "")
    assess(world.desk)


def merge_undone(world: World) -> None:
    merged(world)
    undo(world.desk)
    assess(world.desk)


def other_press(world: World) -> None:
    """A third paper prints both claims in one text, and a fourth the denial."""
    for outlet, words in ((REVIEW, f"{SOLD} {FURTHER}"), (GAZETTE, DENIED)):
        world.stories[outlet] = world.room.publish(outlet, "From the harbour", words)
    world.take(REVIEW, GAZETTE)


LATER: dict[str, Callable[[World], None]] = {
    each.__name__: each
    for each in (
        nothing,
        same_bytes,
        same_words,
        other_words,
        words_before,
        other_rules,
        merge_undone,
        other_press,
    )
}
