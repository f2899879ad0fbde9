"""A new document: what is looked at for it is what it touches, and nothing is missed."""

import random
from pathlib import Path
from typing import Any, TypeVar

import pytest

from provenance.model import Document, Record
from provenance.store.postings import Followed
from provenance.store.store import Store
from provenance.workspace.assess import NOTHING, assess
from provenance.workspace.assess.extent import extent
from provenance.workspace.capture import Said, capture
from provenance.workspace.core import Workspace
from provenance.workspace.correct import Correction, correct
from provenance.workspace.jobs import RULES
from provenance.workspace.verify import verify_workspace
from provenance.workspace.views import Views
from seeds.generator import generate
from seeds.run import fetcher
from seeds.serve import served
from tests.desks import NoNetwork, desk
from tests.worlds import found

R = TypeVar("R", bound=Record)

pytestmark = pytest.mark.slow  # whole desks

STORIES = (
    "The port of Kelso sold two cranes to a shipping firm for 4 million euros, Ines Vale said.",
    "A landslide closed the road between Dunmore and Ashby on Monday, the road office said.",
    "The museum in Leith bought a painting of a storm for 90,000 pounds, its director said.",
    "Teachers in Corran refused to mark 1,200 papers after a dispute over pay, a union said.",
    "The bakery of Tom Farrow in Selby reopened on Friday after a fire in its oven, he said.",
)
COPY = "Port of Kelso sold two cranes to a shipping firm for 4 million euros, says Ines Vale."


@pytest.fixture
def read(tmp_path: Path) -> Workspace:
    """A desk that has read five texts about five things."""
    workspace = desk(tmp_path)
    for number, story in enumerate(STORIES):
        add(workspace, tmp_path / f"{number}.txt", story)
    assess(workspace)
    return workspace


def add(workspace: Workspace, path: Path, text: str) -> str:
    path.write_text(text)
    capture(workspace, [str(path)], fetcher=NoNetwork())
    return workspace.store.current(Document)[-1].id


class Watched(Store):
    """A store that notes which documents were read."""

    read: set[str]

    def current(self, record_type: type[R], **equal: Any) -> list[R]:
        """Read current records."""
        records = super().current(record_type, **equal)
        if record_type is Document:
            self.read.update(each.id for each in records)
        return records


def watched(workspace: Workspace) -> Watched:
    """Return the store of a workspace, which notes from now on what is read."""
    store = Watched(workspace.database_path)
    store.read = set()
    workspace.store = store
    return store


def looked_at_whole(workspace: Workspace) -> None:
    """Look at everything, and hold that nothing of it is otherwise."""
    size = workspace.store.size()
    workspace.postings.follow(Followed(size, 0))
    assert extent(workspace, RULES.name).whole
    assert assess(workspace) == NOTHING
    assert workspace.store.size() == size


def test_where_nothing_is_new_nothing_is_done(read: Workspace) -> None:
    size = read.store.size()
    assert extent(read, RULES.name) == (frozenset(), False)
    assert assess(read) == NOTHING
    assert read.store.size() == size


def test_a_new_text_leads_to_what_it_speaks_of_alone(read: Workspace, tmp_path: Path) -> None:
    first = read.store.current(Document)[0].id
    new = add(read, tmp_path / "copy.txt", COPY)
    assert extent(read, RULES.name) == (frozenset({new}), False)
    store = watched(read)
    assert assess(read).documents == 1
    assert store.read == {first, new}
    claim = Views(read).picture.belongs
    assert len({link.claim for link in claim.values()}) == len(STORIES)


def test_a_correction_has_everything_looked_at(read: Workspace, tmp_path: Path) -> None:
    claim = next(iter(Views(read).picture.members))
    correct(read, claim, Correction(wording="Two cranes were sold."))
    add(read, tmp_path / "copy.txt", COPY)
    assert extent(read, RULES.name).whole
    assess(read)
    assert not extent(read, RULES.name).whole


def test_another_finder_has_everything_looked_at(read: Workspace) -> None:
    assert extent(read, "another finder 1").whole


def test_much_that_is_new_has_everything_looked_at(read: Workspace, tmp_path: Path) -> None:
    for number in range(2):
        add(read, tmp_path / f"more-{number}.txt", COPY + f" That was on day {number}.")
    assert extent(read, RULES.name).whole


@pytest.mark.parametrize("seed", [7, 11])
def test_what_is_found_is_what_looking_at_everything_finds(tmp_path: Path, seed: int) -> None:
    world = generate(seed, 3)
    at_once, later = desk(tmp_path / "at-once"), desk(tmp_path / "later")
    with served(world) as base:
        uris = [world.address(article, base) for article in world.articles if article.outlet]
        capture(at_once, uris, fetcher=fetcher())
        assess(at_once)
        random.Random(seed).shuffle(uris)  # noqa: S311  # an order, not a secret
        first = len(uris) * 3 // 4
        capture(later, uris[:first], fetcher=fetcher())
        assess(later)
        for uri in uris[first:]:
            capture(later, [uri], fetcher=fetcher())
            assert not extent(later, RULES.name).whole
            assess(later)
    assert found(later) == found(at_once)
    looked_at_whole(later)
    assert verify_workspace(later).clean


OUTLETS = ("Kelso Post", "Coast Radio", "Vale Herald", "Quay Review", "Strait Today", "Leith Mail")
# What was told of one evening: each line in two wordings, some with another amount or doubt.
EVENING = (
    (
        "A ferry ran aground off the Senn sandbank on Tuesday evening with 212 people on board.",
        "The ferry that ran aground off the Senn sandbank on Tuesday had 240 people on board.",
    ),
    (
        "Lifeboats brought 180 passengers ashore before midnight, the coastguard in Leith said.",
        "According to the Kelso Post, lifeboats brought about 150 passengers ashore by midnight.",
    ),
    (
        "Captain Ruth Alder said: “The steering failed and nobody on the bridge was to blame.”",
        "Ruth Alder told Coast Radio: “We had asked for another sandbank buoy since the summer.”",
    ),
    (
        "The operator, Senn Lines, denied that the steering had failed before the accident.",
        "A mechanic at Senn Lines said the steering had reportedly failed twice in March.",
    ),
    (
        "Divers found a crack 3 metres long in the hull, a report by the harbour office says.",
        "Divers found a crack 9 metres long in the hull, according to the harbour office.",
    ),
    (
        "Two engines of the ferry were replaced in Corran in 2024 for 6 million euros.",
        "Senn Lines paid 8 million euros in 2024 for two engines, replaced in Corran.",
    ),
    (
        "Eleven passengers were treated in the hospital of Dunmore for cold and bruises.",
        "The hospital of Dunmore treated 14 passengers, the nurse Ina Brandt said.",
    ),
    (
        "The minister Piet Maron promised a law on older ferries by the end of the year.",
        "A law on older ferries will come this year, Piet Maron told the Vale Herald.",
    ),
    (
        "Tugs from Selby pulled the ship off the sand at dawn and towed it into the port.",
        "At dawn three tugs from Selby towed the ship from the sand into the port.",
    ),
    (
        "A lorry with 40 sheep stood on the car deck, and all the animals survived.",
        "All 40 sheep on a lorry on the car deck survived, said the farmer Tom Farrow.",
    ),
    (
        "The lighthouse at Ashby had been dark since Sunday, according to two fishermen.",
        "The lighthouse authority denied that the light at Ashby had been dark.",
    ),
    (
        "Prosecutors in Kelso opened an inquiry against the first officer on Wednesday.",
        "An inquiry against the first officer was opened, prosecutors in Kelso confirmed.",
    ),
)


def evening(seed: int, count: int) -> list[str]:
    """Return texts about one event: own ones, copies, cut ones, with credits and without."""
    rng = random.Random(seed)  # noqa: S311  # texts, not secrets
    texts: list[list[str]] = []
    for number in range(count):
        if texts and rng.random() < 0.3:
            lines = list(rng.choice(texts))
            if rng.random() < 0.5:
                lines = lines[: max(2, len(lines) - 1)]
            if rng.random() < 0.4:
                lines.append(f"This was first reported by the {rng.choice(OUTLETS)}.")
        else:
            told = sorted(rng.sample(range(len(EVENING)), rng.randint(2, 4)))
            lines = [rng.choice(EVENING[each]) for each in told]
            lines.append(f"Witness number {number} watched from pier {rng.randint(2, 60)}.")
        texts.append(lines)
    return ["\n\n".join(lines) for lines in texts]


@pytest.mark.timeout(400)  # thirty assessments, and one of everything
@pytest.mark.parametrize("seed", [None, 3])
def test_a_case_about_one_event_ends_as_when_all_is_looked_at(
    tmp_path: Path, seed: int | None
) -> None:
    texts = list(enumerate(evening(5, 30)))
    at_once, later = desk(tmp_path, name="at-once"), desk(tmp_path, name="later")
    for number, text in texts:
        told(at_once, tmp_path / f"{number}.txt", number, text)
    assess(at_once)
    if seed is not None:
        random.Random(seed).shuffle(texts)  # noqa: S311  # an order, not a secret
    for number, text in texts:
        told(later, tmp_path / f"{number}.txt", number, text)
        assess(later)
    assert found(later) == found(at_once)
    looked_at_whole(later)
    assert verify_workspace(later).clean


def told(workspace: Workspace, path: Path, number: int, text: str) -> None:
    """Capture a text of an outlet; two of three are dated."""
    path.write_text(text)
    date = f"2026-03-{1 + number % 20:02}" if number % 3 else None
    said = Said(outlet=OUTLETS[number % len(OUTLETS)], published=date)
    capture(workspace, [str(path)], fetcher=NoNetwork(), said=said)
