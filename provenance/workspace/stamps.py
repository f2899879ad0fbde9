"""What the stamps of a workspace show, and what is not yet anchored. Reads; never writes.

``check_stamps`` checks each stamp from its own evidence: that its
checkpoint is signed by this log and that the log leads to its root, that the response stamps
just those bytes, and how the authority's certificates stood. The root that it trusts is the one
that was trusted when the stamp was taken; it is named, so that a person can compare it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from provenance.audit import Entry, Range, VerifierKey, check_checkpoint
from provenance.audit.revocation import Standing, check_standing
from provenance.audit.stamp import (
    DOES_NOT_SHOW,
    SHOWS,
    Stamped,
    StampState,
    check_response,
    named,
    renewal_of,
    state_of,
)
from provenance.clock import parse_timestamp
from provenance.errors import NoteError, StampError, WorkspaceError
from provenance.model import Stamp, Value
from provenance.store.blobs import Blobs
from provenance.store.inspection import Problem
from provenance.workspace.configuration import located, read_configuration
from provenance.workspace.core import Workspace
from provenance.workspace.places import copies_in

ANCHOR, RENEW = "anchor", "renew"  # kinds of steps
KeyAt = Callable[[str, int], VerifierKey]
_SLACK = timedelta(minutes=1)  # genTime often has whole seconds, and clocks differ a little


class StampView(Value):
    """What one stamp shows."""

    id: str
    size: int
    authority: str
    signer: str
    root: str  # name and digest of the root certificate that was trusted
    algorithm: str
    stamped_at: str
    expires_at: str
    renews: str | None
    state: StampState
    sentence: str
    shows: str = SHOWS
    does_not_show: str = DOES_NOT_SHOW
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class StampsChecked:
    """What each stamp shows, and what disagrees."""

    stamps: tuple[StampView, ...]
    problems: tuple[Problem, ...]

    @property
    def covered(self) -> dict[str, int]:
        """How many entries each authority's valid stamps cover, by its address."""
        found: dict[str, int] = {}
        for each in self.stamps:
            found[each.authority] = max(each.size, found.get(each.authority, 0))
        return found


class Behind(Value):
    """A named place or authority that has not seen all of the log."""

    place: str
    entries: int
    since: str  # the time of the first of them


class Unanchored(Value):
    """How much of the log nothing outside covers, and which places are behind."""

    entries: int
    since: str | None  # the time of the first of them
    behind: tuple[Behind, ...]
    sentence: str


def check_stamps(
    stamps: Sequence[Stamp],
    *,
    blobs: Blobs,
    log: Sequence[Entry],
    key: KeyAt,
    now: str,
) -> StampsChecked:
    """Return what the stamps of a log show.

    ``key`` gives the key that signs the log under an origin at a size, or raises a NoteError.
    """
    by_id = {stamp.id: stamp for stamp in stamps}
    roots = _roots(log, {stamp.size for stamp in stamps})
    good: dict[str, tuple[Stamped, Standing]] = {}
    problems = []
    for stamp in sorted(stamps, key=lambda each: (each.stamped_at, each.id)):
        try:
            _check_checkpoint(stamp, blobs, roots, key)
            good[stamp.id] = check_stamp(stamp, by_id.get(stamp.renews or ""), blobs)
        except (StampError, NoteError, WorkspaceError) as error:
            problems.append(Problem("stamp", _name(stamp), f"{StampState.NOT_VALID}: {error}"))
    renewed = {by_id[each].renews: by_id[each] for each in reversed(good)}  # the first of several
    views = [
        _view(by_id[each], found, by_id, renewed.get(each), log, now)
        for each, found in good.items()
    ]
    return StampsChecked(tuple(views), tuple(problems))


def check_stamp(stamp: Stamp, earlier: Stamp | None, blobs: Blobs) -> tuple[Stamped, Standing]:
    """Return what a stamp's response says when it stamps what the record says: else an error.

    ``earlier`` is the stamp that it renews. StampError, or a WorkspaceError for a blob.
    """
    covers, chain = blobs.get(stamp.covers), [blobs.get(each) for each in stamp.chain]
    if stamp.renews is None:
        expected = blobs.get(stamp.checkpoint)
    elif earlier is None:
        raise StampError("it renews a stamp that is not here")
    else:
        expected = covered_by_renewal(earlier, blobs)
    if covers != expected:
        raise StampError("what was stamped is not what the record names")
    request, response = blobs.get(stamp.request), blobs.get(stamp.response)
    said = check_response(response, covers, request=request, roots=chain[-1:])
    found = (said.stamped_at, said.algorithm, said.policy, said.signer, said.expires_at)
    kept = (stamp.stamped_at, stamp.algorithm, stamp.policy, stamp.signer, stamp.expires_at)
    if found != kept or said.chain != tuple(chain):
        raise StampError("the response says something else than the record")
    return said, check_standing(chain, [blobs.get(d) for d in stamp.revocation], said.stamped_at)


def covered_by_renewal(earlier: Stamp, blobs: Blobs) -> bytes:
    """Return the bytes that a renewal of a stamp covers."""
    digests = (earlier.response, *earlier.chain, *earlier.revocation)
    return renewal_of(blobs.get(earlier.checkpoint), [blobs.get(each) for each in digests])


def is_about_stamps(entry: Entry) -> bool:
    """Return whether an entry only keeps stamps, and so needs no stamp itself."""
    return entry.kind in (ANCHOR, RENEW)


def unanchored(log: Sequence[Entry], covered: Mapping[str, int]) -> Unanchored:
    """Return what of a log lies after the entries that places cover; ``log`` may begin there."""
    most = max(covered.values(), default=0)
    waiting = _after(log, most)
    behind = [
        Behind(place=place, entries=len(lacking), since=lacking[0].at)
        for place, size in covered.items()
        if (lacking := _after(log, size))
    ]
    since = waiting[0].at if waiting else None
    told = f"not yet anchored outside: {len(waiting)} entries since {since}"
    if not waiting:
        told = "the whole log is anchored outside"
    elif not covered:
        told += "; no place is named in workspace.toml"
    told = "; ".join([told, *(f"{b.place} lacks {b.entries} since {b.since}" for b in behind)])
    return Unanchored(entries=len(waiting), since=since, behind=tuple(behind), sentence=told)


def not_yet_anchored(workspace: Workspace) -> Unanchored:
    """Return what of the log the places and authorities that the desk names have not seen.

    A command tells nobody what became of what it was given, and is left out.
    """
    origin, size = workspace.log_key.origin, workspace.store.size()
    places = read_configuration(workspace.root).anchor
    stamps = workspace.store.current(Stamp, origin=origin)
    covered = {authority.url: 0 for authority in places.authorities}
    for stamp in stamps:
        covered[stamp.authority] = max(stamp.size, covered.get(stamp.authority, 0))
    for given in (*places.folders, *places.git):
        kept = copies_in(located(workspace.root, given), origin)
        covered[given] = max((each for each in kept if each <= size), default=0)
    least = min(covered.values(), default=0)
    return unanchored([entry for entry, _ in workspace.store.entries(least)], covered)


def _after(log: Sequence[Entry], size: int) -> list[Entry]:
    return [entry for entry in log if entry.seq > size and not is_about_stamps(entry)]


def _roots(log: Sequence[Entry], sizes: set[int]) -> dict[int, bytes]:
    """Return the log's root at each size, as far as the log goes."""
    covered, found = Range(), {}
    for size in sorted(each for each in sizes if 0 < each <= len(log)):
        covered = covered.extended(entry.leaf for entry in log[covered.size : size])
        found[size] = covered.root
    return found


def _check_checkpoint(stamp: Stamp, blobs: Blobs, roots: Mapping[int, bytes], key: KeyAt) -> None:
    """Return when what is stamped is a checkpoint of this log, and the log leads to it."""
    checkpoint = check_checkpoint(blobs.get(stamp.checkpoint), key(stamp.origin, stamp.size))
    if (checkpoint.origin, checkpoint.size) != (stamp.origin, stamp.size):
        raise StampError("the checkpoint is not the one that the record names")
    if stamp.size not in roots:
        raise StampError("the log is shorter than what was stamped: its end has been cut off")
    if checkpoint.root != roots[stamp.size]:
        raise StampError("the log has another history than the one that was stamped")


def _view(
    stamp: Stamp,
    found: tuple[Stamped, Standing],
    by_id: Mapping[str, Stamp],
    renewal: Stamp | None,
    log: Sequence[Entry],
    now: str,
) -> StampView:
    said, standing = found
    state = state_of(said.stamped_at, said.expires_at, now, revoked_since=standing.revoked_since)
    notes = [*standing.notes, *_of_renewal(stamp, by_id.get(stamp.renews or ""), renewal)]
    last = log[stamp.size - 1]
    if parse_timestamp(last.at) - parse_timestamp(said.stamped_at) > _SLACK:
        notes.append(
            f"the desk's clock was ahead: it dates entry {last.seq} {last.at}, after the stamp"
        )
    return StampView(
        id=stamp.id,
        size=stamp.size,
        authority=stamp.authority,
        signer=said.signer,
        root=named(said.chain[-1]),
        algorithm=said.algorithm,
        stamped_at=said.stamped_at,
        expires_at=said.expires_at,
        renews=stamp.renews,
        state=state,
        sentence=(
            f"{_name(stamp)}: {state}. In the word of {said.signer} it existed no later than "
            f"{said.stamped_at}"
        ),
        notes=tuple(notes),
    )


def _of_renewal(stamp: Stamp, earlier: Stamp | None, renewal: Stamp | None) -> list[str]:
    notes = []
    if earlier is not None and stamp.stamped_at > earlier.expires_at:
        notes.append(
            "it came after the certificate of the stamp that it renews had expired, so it does "
            f"not show that stamp to be older than {stamp.stamped_at}"
        )
    if renewal is not None and renewal.stamped_at <= stamp.expires_at:
        notes.append(f"renewed in time, on {renewal.stamped_at}, by {renewal.signer}")
    return notes


def _name(stamp: Stamp) -> str:
    what = "renewed stamp over" if stamp.renews else "stamp over"
    return f"{what} {stamp.size} entries by {stamp.authority}"
