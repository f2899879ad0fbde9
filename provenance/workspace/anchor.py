"""``audit anchor`` and ``audit renew``: checkpoints kept outside, and stamped by authorities.

The checkpoint taken is the first that covers every entry which is not itself about stamps, so
that doing it again without new work takes the same one: copies that are there are found, stamps
that were got are not asked for twice, and an authority that was down is asked again. Each place
is told apart; one that fails leaves the others alone. Nothing is asked under the write lock.

A renewal stamps the checkpoint again, together with the earlier stamp and all it stands on, by a
longer digest and before the earlier certificates are out of date. It does not make the log's own
digests longer: those are SHA-256, whatever stamps them.
"""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Literal

from provenance.clock import parse_timestamp
from provenance.errors import StampError, UsageError, WorkspaceError
from provenance.model import Stamp, Value
from provenance.network import Service
from provenance.workspace.authorities import Signed, ask_for_stamp
from provenance.workspace.configuration import (
    FILE,
    Anchoring,
    Authority,
    located,
    read_configuration,
)
from provenance.workspace.core import Workspace
from provenance.workspace.places import (
    PlaceError,
    commit_into,
    copy_into,
    file_name,
    give_to,
)
from provenance.workspace.stamps import (
    ANCHOR,
    RENEW,
    Unanchored,
    check_stamp,
    is_about_stamps,
    not_yet_anchored,
)

RENEW_WITHIN_DAYS = 90
_EXAMPLE = (
    f"no place is named in {FILE}; for example: [anchor] with folders, git, commands = "
    '[["program", "argument"]] or authorities = [{url = "https://tsa.example/", roots = "tsa.pem"}]'
)
Kind = Literal["folder", "repository", "command", "authority"]


class Placed(Value):
    """What became of one place or authority."""

    kind: Kind
    place: str
    done: bool
    sentence: str


class Anchored(Value):
    """What became of a checkpoint, place by place."""

    origin: str
    size: int
    placed: tuple[Placed, ...]
    left: Unanchored

    @property
    def complete(self) -> bool:
        """Whether nothing failed."""
        return all(each.done for each in self.placed)


class Renewed(Value):
    """What became of the stamps whose certificates end soon."""

    due: int
    placed: tuple[Placed, ...]

    @property
    def complete(self) -> bool:
        """Whether nothing failed."""
        return all(each.done for each in self.placed)


def anchor(workspace: Workspace, *, service: Service) -> Anchored:
    """Put the newest checkpoint into every place that the desk names, and have it stamped."""
    places = read_configuration(workspace.root).anchor
    if not (places.folders or places.git or places.commands or places.authorities):
        raise UsageError(_EXAMPLE)
    checkpoint = _newest(workspace)
    stamps: list[Stamp] = []
    placed = _copies(workspace.root, places, checkpoint)
    for authority in places.authorities:
        ask = partial(_stamped, workspace, authority, checkpoint, service, stamps)
        placed.append(_tried("authority", authority.url, ask))
    if stamps:
        workspace.step(ANCHOR, stamps)
    return Anchored(
        origin=checkpoint.origin,
        size=checkpoint.size,
        placed=tuple(placed),
        left=not_yet_anchored(workspace),
    )


def renew(
    workspace: Workspace, *, service: Service, within_days: int = RENEW_WITHIN_DAYS
) -> Renewed:
    """Stamp again, by a longer digest, what stamps with certificates that end soon cover."""
    kept = {stamp.id: stamp for stamp in workspace.store.current(Stamp)}
    renewed = {stamp.renews for stamp in kept.values()}
    now = parse_timestamp(workspace.clock.now())
    until = now + timedelta(days=within_days)
    due = [
        stamp
        for stamp in kept.values()
        if stamp.id not in renewed and parse_timestamp(stamp.expires_at) <= until
    ]
    authorities = read_configuration(workspace.root).anchor.authorities
    if due and not authorities:
        raise UsageError(_EXAMPLE)
    placed, made = [], list[Stamp]()
    for stamp in due:
        authority = next((a for a in authorities if a.url == stamp.authority), authorities[0])
        if parse_timestamp(stamp.expires_at) < now:
            told = Placed(kind="authority", place=authority.url, done=False, sentence=_late(stamp))
        else:
            before = kept.get(stamp.renews or "")
            ask = partial(_renewed, workspace, authority, (stamp, before), service, made)
            told = _tried("authority", authority.url, ask)
        placed.append(told)
    if made:
        workspace.step(RENEW, made)
    return Renewed(due=len(due), placed=tuple(placed))


def _newest(workspace: Workspace) -> Signed:
    """Return the first checkpoint over all that is not about stamps, signed now if need be."""
    origin = workspace.log_key.origin
    found = _covering(workspace, origin)
    if found is None:
        workspace.seal()
        found = _covering(workspace, origin)
    kept = _checkpoints(workspace, origin)
    if not kept:
        raise WorkspaceError(
            "there is no signed checkpoint of this log, and this account does not hold its key"
        )
    size, note = found or kept[-1]
    return Signed(origin=origin, size=size, note=note.encode())


def _covering(workspace: Workspace, origin: str) -> tuple[int, str] | None:
    """Return the first checkpoint with nothing after it but stamps; reads no more of the log."""
    found, end = None, workspace.store.size()
    for size, note in reversed(_checkpoints(workspace, origin)):
        after = workspace.store.entries(size, end)
        if not all(is_about_stamps(entry) for entry, _ in after):
            break
        found, end = (size, note), size
    return found


def _checkpoints(workspace: Workspace, origin: str) -> list[tuple[int, str]]:
    kept = workspace.store.checkpoints()  # by size
    return [(size, note) for named, size, note in kept if named == origin]


def _copies(root: Path, places: Anchoring, checkpoint: Signed) -> list[Placed]:
    """Return what became of each place that takes a copy."""
    note, name = checkpoint.note, file_name(checkpoint.origin, checkpoint.size)
    folders = [located(root, each) for each in places.folders]
    repositories = [located(root, each) for each in places.git]
    return [
        *(_tried("folder", str(each), partial(_copied, each, name, note)) for each in folders),
        *(
            _tried("repository", str(each), partial(_committed, each, name, note))
            for each in repositories
        ),
        *(
            _tried("command", " ".join(words), partial(give_to, words, note, root))
            for words in places.commands
        ),
    ]


def _tried(kind: Kind, place: str, act: Callable[[], str]) -> Placed:
    """Return what became of one place, whatever became of it."""
    try:
        return Placed(kind=kind, place=place, done=True, sentence=act())
    except (PlaceError, StampError, WorkspaceError) as error:
        return Placed(kind=kind, place=place, done=False, sentence=str(error))


def _there(folder: Path) -> None:
    if not folder.is_dir():
        raise PlaceError("is not there; it is never made here, because a disk may be away")


def _copied(folder: Path, name: str, note: bytes) -> str:
    _there(folder)
    return copy_into(folder, name, note)


def _committed(repository: Path, name: str, note: bytes) -> str:
    _there(repository)
    return commit_into(repository, name, note)


def _stamped(
    workspace: Workspace,
    authority: Authority,
    checkpoint: Signed,
    service: Service,
    stamps: list[Stamp],
) -> str:
    """Add an authority's stamp to those to record, unless there is one, and tell of it."""
    same = workspace.store.current(Stamp, origin=checkpoint.origin, size=checkpoint.size)
    for stamp in same:
        if stamp.authority == authority.url:
            return f"had stamped it already, on {stamp.stamped_at}"
    try:
        got = ask_for_stamp(workspace, authority, checkpoint, None, service)
    except StampError as error:
        raise StampError(
            f"{error}; it is asked again by the next: provenance audit anchor"
        ) from error
    stamps.append(got.stamp)
    return got.sentence


def _renewed(
    workspace: Workspace,
    authority: Authority,
    chain: tuple[Stamp, Stamp | None],
    service: Service,
    made: list[Stamp],
) -> str:
    """Add a renewal to those to record, and tell of it; one that lasts no longer is not kept."""
    stamp, before = chain
    check_stamp(stamp, before, workspace.blobs)
    note = workspace.blobs.get(stamp.checkpoint)
    checkpoint = Signed(origin=stamp.origin, size=stamp.size, note=note)
    got = ask_for_stamp(workspace, authority, checkpoint, stamp, service)
    if got.stamp.expires_at <= stamp.expires_at:
        raise StampError(
            f"its certificate still ends on {got.stamp.expires_at}, no later than that of the "
            "stamp to renew; ask when the authority has a new one, or name another authority"
        )
    made.append(got.stamp)
    return f"renewed the stamp of {stamp.stamped_at}: {got.sentence}"


def _late(stamp: Stamp) -> str:
    return (
        f"too late for the stamp of {stamp.stamped_at} over {stamp.size} entries: a certificate "
        f"ended on {stamp.expires_at}. It reads: valid when stamped, certificate expired since. "
        "A new stamp shows from now on only: provenance audit anchor"
    )
