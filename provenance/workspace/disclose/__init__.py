"""``audit disclose``: records of chosen claims, some fields withheld, with all that checks them.

The package is written beside its final name, checked as a recipient would check it, written down
as custody of each capture in it, and only then given its name: no package leaves that does not
verify or that the log does not know of.

``records``  which records     ``redact``   which of their fields
``package``  files and proofs  ``words``    the page for whoever opens it
"""

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from provenance.audit import disclosure
from provenance.clock import Clock, SystemClock
from provenance.errors import PackageError, UnknownHandleError, UsageError
from provenance.model import Capture, Claim, Custody, CustodyAction, Value
from provenance.workspace.copies import note_copy
from provenance.workspace.core import Workspace
from provenance.workspace.disclose.package import Asked, Packing
from provenance.workspace.disclose.records import Gathered, blobs_of
from provenance.workspace.disclose.redact import NAMES, Redaction, repeated
from provenance.workspace.picture import Picture

STEP = "disclose"
_SIGNED = (
    "Who is withheld as {} has signed the step, and is named: leave out --disclose agent.name."
)


class Handed(Value):
    """A package that was made."""

    path: str
    digest: str
    records: int
    blobs: int
    size: int  # entries that its checkpoint covers
    captures: int
    withheld: tuple[str, ...]  # ``kind.field``
    repeated: tuple[str, ...]  # sentences: where withheld words are still to be read


class WithheldView(Value):
    """The fields of a kind of record that a package withholds."""

    kind: str
    fields: tuple[str, ...]


class PackageResult(Value):
    """What a package was found to hold, what that shows, and what not."""

    origin: str
    verifier_key: str
    trusted: bool  # whether the reader brought the key
    entries: int
    root: str
    records: int
    steps: int
    blobs: int
    recipient: str
    withheld: tuple[WithheldView, ...]
    shows: tuple[str, ...]
    does_not_show: tuple[str, ...]
    notes: tuple[str, ...]


class Order(Value):
    """For whom a package is, and what is to be in it.

    ``withhold`` and ``also`` (beyond what is shown anyway) name fields, ``kind.field`` or
    ``field``.
    """

    recipient: str
    withhold: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    with_blobs: bool = False
    allow_repeats: bool = False
    why: str = ""


def disclose(workspace: Workspace, handles: Sequence[str], path: Path, order: Order) -> Handed:
    """Write a package about claims (``c1``) and captures (``k1``), and record that it was.

    A UsageError where that cannot be done as ordered, and nothing is written.
    """
    if not order.recipient.strip():
        raise UsageError("say to whom the package goes: --to")
    if path.exists():
        raise UsageError(f"{path} is there already; name another file")
    redaction = Redaction(order.withhold, order.also)
    if order.with_blobs and redaction.hides_bytes:
        raise UsageError(
            "what is withheld stands in the captured bytes: leave them out, --without-blobs"
        )
    gathered, subjects = _gathered(workspace, handles)
    packing = Packing(workspace, gathered.records, redaction)
    found = repeated(packing.laid, redaction.asked | NAMES)
    signed = redaction.told_by_signatures
    told = tuple(_sentence(field, where) for field, where in found.items())
    told += tuple(_SIGNED.format(each) for each in signed)
    if (signed or redaction.asked & found.keys()) and not order.allow_repeats:
        raise UsageError(f"{' '.join(told)} Or say that this is meant: --allow-repeats")
    blobs = blobs_of(record for record, _, _ in packing.laid) if order.with_blobs else []
    part = path.with_name(path.name + ".part")
    asked = Asked(subjects, order.recipient, workspace.clock.now(), path.name)
    try:
        with part.open("wb") as out:
            disclosure.write_archive(out, packing.files(asked, blobs))
        check_package(part, clock=workspace.clock)
        with part.open("rb") as written:
            digest = f"sha256:{hashlib.file_digest(written, 'sha256').hexdigest()}"
        captures = [each for each, _, _ in packing.laid if isinstance(each, Capture)]
        _record(workspace, captures, order, digest)
        note_copy(workspace, "disclosure package", path)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return Handed(
        path=str(path),
        digest=digest,
        records=len(packing.laid),
        blobs=len(blobs),
        size=packing.size,
        captures=len(captures),
        withheld=tuple(
            sorted(
                {
                    f"{record.kind}.{name}"
                    for record, place, shown in packing.laid
                    for name in place.values.keys() - shown
                }
            )
        ),
        repeated=told,
    )


def _gathered(workspace: Workspace, handles: Sequence[str]) -> tuple[Gathered, dict[str, str]]:
    """Return the records that handles stand for, with what they stand on."""
    if not handles:
        raise UsageError("name what to disclose: claims such as c1, captures such as k1")
    picture = Picture(workspace)
    gathered, subjects = Gathered(picture), dict[str, str]()
    for handle in handles:
        kind, identity = workspace.store.identity(handle)
        if kind is Claim and identity in picture.members:
            gathered.claim(identity)
            subjects[handle] = picture.claims[identity].id
        elif kind is Capture and identity in picture.captures:
            gathered.capture(identity)
            subjects[handle] = identity
        else:
            raise UnknownHandleError(
                f"{handle} is no claim or capture that stands; name some such as c1 or k1"
            )
    gathered.close()
    return gathered, subjects


def _record(workspace: Workspace, captures: Iterable[Capture], order: Order, digest: str) -> None:
    made = [
        Custody(
            id=workspace.new_id(),
            capture=each.id,
            action=CustodyAction.DISCLOSED,
            recipient=order.recipient,
            package=digest,
            why=order.why,
        )
        for each in captures
    ]
    if made:
        workspace.steps(STEP, made)


def _sentence(field: str, where: Sequence[str]) -> str:
    return (
        f"What is withheld as {field} can still be read in {', '.join(where)}; "
        f"withhold that too: {' '.join(f'--withhold {each}' for each in where)}."
    )


def check_package(
    path: Path, *, trusted: str | None = None, clock: Clock | None = None
) -> PackageResult:
    """Return what a package shows, without any workspace; a PackageError where it does not hold.

    ``trusted`` is the verifier key of the log, if the reader has it from somebody else.
    """
    try:
        with path.open("rb") as file:
            archive = disclosure.read_archive(file)
            checked = disclosure.check_package(archive, trusted=trusted)
            now = (clock or SystemClock()).now()
            stamps = disclosure.check_stamps(archive, checked, now=now)
    except OSError as error:
        raise PackageError(f"{path} cannot be read: {error.strerror}") from error
    return _result(checked, stamps, trusted=trusted is not None)


def _result(
    checked: disclosure.Checked, stamps: Sequence[disclosure.StampSeen], *, trusted: bool
) -> PackageResult:
    withheld: dict[str, set[str]] = {}
    for each in checked.records:
        withheld.setdefault(each.kind, set()).update(each.withheld)
    notes = [note for each in stamps for note in each.notes]
    if not trusted:
        notes.append(
            "the log's key is the package's own: compare it with the one that the desk gave you"
        )
    if checked.verifier != f"sha256:{hashlib.sha256(disclosure.verifier_source()).hexdigest()}":
        notes.append(
            "the verifier that lies in the package is not the one of this program; "
            "do not run it unread"
        )
    return PackageResult(
        origin=checked.checkpoint.origin,
        verifier_key=str(checked.key),
        trusted=trusted,
        entries=checked.checkpoint.size,
        root=checked.checkpoint.root.hex(),
        records=len(checked.records),
        steps=len(checked.steps),
        blobs=len(checked.blobs),
        recipient=checked.manifest.recipient,
        withheld=tuple(
            WithheldView(kind=kind, fields=tuple(sorted(names)))
            for kind, names in sorted(withheld.items())
            if names
        ),
        shows=(
            (
                f"{len(checked.records)} records were in the log when its "
                f"{checked.checkpoint.size} entries were signed for, and are unchanged since, "
                "withheld fields too"
            ),
            f"which key signed each of their {len(checked.steps)} steps",
            *(each.sentence for each in stamps),
        ),
        does_not_show=(
            "that what was recorded is true",
            "that the desk's clock was right"
            + ("" if stamps else ": no outside authority has stamped this"),
            "whose keys these are",
            "that nothing else was recorded, or that no later record corrects one of these",
        ),
        notes=tuple(notes),
    )
