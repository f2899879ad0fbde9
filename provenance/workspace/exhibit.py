"""``exhibit``: one PDF to sign about one capture, with a package and its verifier beside it.

The package is made first, and the PDF is made from it: it says nothing of the capture that the
package does not show, so what is withheld there is withheld here. Only the custody is read from
the log anew, because it has one line more by then: this disclosure.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from provenance.audit import disclosure
from provenance.audit.disclosure import Checked, Disclosed
from provenance.errors import UnknownHandleError, UsageError
from provenance.model import Capture, Value
from provenance.report.exhibit import CustodyRow, Exhibit, PackageFile, Row, check_typst
from provenance.report.exhibit import exhibit_pdf as _pdf
from provenance.workspace.copies import note_copy
from provenance.workspace.core import Workspace
from provenance.workspace.custody import CustodyStep, chain
from provenance.workspace.disclose import Handed, Order, disclose

NO_OFFSET = "unknown: the machine's clock was compared with no time server"
_WHAT = (
    ("Address asked for", "requested"),
    ("Address that answered", "uri"),
    ("By way of", "via"),
    ("Outcome", "outcome"),
    ("Reason", "reason"),
    ("HTTP status", "status"),
    ("Media type", "media_type"),
    ("Character set", "charset"),
    ("Bytes", "size"),
    ("Server", "peer"),
    ("Tool", "tool"),
    ("Version of the tool", "tool_version"),
)
_TIMES = (("Begun", "begun_at"), ("Ended", "ended_at"), ("File last changed", "modified_at"))
_DIGESTS = (
    ("Bytes captured", "payload"),
    ("Bytes as sent", "transfer"),
    ("TLS certificate", "certificate"),
)
_SAID = (("Outlet", "outlet"), ("Author", "author"), ("Published", "published"), ("Address", "uri"))


class Exhibited(Value):
    """The files that were written."""

    path: str
    verifier: str
    package: Handed


def exhibit(workspace: Workspace, handle: str, path: Path, order: Order) -> Exhibited:
    """Write the PDF of a capture to a path, and package and verifier beside it."""
    check_typst()
    package, verifier = path.with_suffix(".zip"), path.with_name("verify_package.py")
    if path.suffix.lower() != ".pdf":
        raise UsageError(f"{path} is to be a PDF file: give it a name that ends in .pdf")
    if path.exists():
        raise UsageError(f"{path} is there already; name another file")
    kind, identity = workspace.store.identity(handle)
    capture = workspace.store.get(Capture, identity) if kind is Capture else None
    if capture is None:
        raise UnknownHandleError(f"{handle} is no capture; this wants one, such as k1")
    handed = disclose(workspace, [handle], package, order)
    checked, stamps = _read(package, workspace.clock.now())
    made = facts_of(checked, stamps, handed, chain(workspace, capture), handle)
    note_copy(workspace, "exhibit", path)
    path.write_bytes(_pdf(made))
    verifier.write_bytes(disclosure.verifier_source())
    return Exhibited(path=str(path), verifier=str(verifier), package=handed)


def _read(package: Path, now: str) -> tuple[Checked, tuple[disclosure.StampSeen, ...]]:
    with package.open("rb") as file:
        archive = disclosure.read_archive(file)
        checked = disclosure.check_package(archive)
        return checked, disclosure.check_stamps(archive, checked, now=now)


def facts_of(
    checked: Checked,
    stamps: tuple[disclosure.StampSeen, ...],
    handed: Handed,
    custody: tuple[CustodyStep, ...],
    handle: str,
) -> Exhibit:
    """Return what an exhibit says of a capture in a package."""
    capture = next(
        each
        for each in checked.of("capture")
        if each.shown["id"] == checked.manifest.subjects[handle]
    )
    names = _names(checked)
    said = _latest(checked.of("collector_statement"))
    document = _latest(checked.of("document"))
    return Exhibit(
        title=f"Exhibit {handle}",
        made_at=checked.manifest.made_at,
        recipient=checked.manifest.recipient,
        package=PackageFile(file=Path(handed.path).name, digest=handed.digest),
        what=(
            *_rows(capture, _WHAT),
            ("Collector", names.get(str(capture.shown.get("collector")), "withheld")),
        ),
        times=(*_rows(capture, _TIMES), ("Clock minus true time", _offset(capture))),
        digests=(*_rows(capture, _DIGESTS), *_text_digest(document)),
        said=_rows(said, _SAID) if said else (),
        custody=tuple(_custody(each, names, handed) for each in custody),
        stamps=tuple(each.sentence for each in stamps),
        log=(
            ("Log", checked.checkpoint.origin),
            ("Step of the capture", str(capture.step)),
            ("Entries signed for", str(checked.checkpoint.size)),
            ("Root over them", f"sha256:{checked.checkpoint.root.hex()}"),
            ("Key of the log", str(checked.key)),
        ),
        shows=_shows(capture, checked, stamps),
        does_not_show=_does_not_show(stamps),
        withheld=_withheld(checked),
        check=(
            f"provenance verify {Path(handed.path).name}",
            f"or, with Python alone: python verify_package.py {Path(handed.path).name}",
            "Compare the key of the log with the one that the desk gives out another way.",
        ),
        **_text(document),
    )


def _names(checked: Checked) -> Mapping[str, str]:
    """Return what each agent is called here: by name where that is shown."""
    return {
        each.shown["id"]: each.shown.get("name") or f"agent {each.shown['id'][:8]}"
        for each in checked.of("agent")
    }


def _latest(versions: Iterable[Disclosed]) -> Disclosed | None:
    """Return the version that was written down last."""
    return max(versions, key=lambda each: (each.step, each.ordinal), default=None)


def _rows(record: Disclosed, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return labels and values; what is null or empty is left out, what is withheld says so."""
    found = []
    for label, name in rows:
        if name in record.withheld:
            found.append((label, "withheld"))
        elif record.shown.get(name) not in (None, ""):
            found.append((label, str(record.shown[name])))
    return tuple(found)


def _offset(capture: Disclosed) -> str:
    if "clock_offset_ms" in capture.withheld:
        return "withheld"
    offset = capture.shown.get("clock_offset_ms")
    return NO_OFFSET if offset is None else f"{offset} ms"


def _text_digest(document: Disclosed | None) -> tuple[Row, ...]:
    return _rows(document, (("Text read from them", "text_digest"),)) if document else ()


def _text(document: Disclosed | None) -> dict[str, Any]:
    """Return the text of a capture as paragraphs, and by what it was read."""
    text = document.shown.get("text") if document else None
    if document is None or not text:
        return {"text": (), "text_note": ""}
    tool = " ".join(str(document.shown.get(n, "")) for n in ("extractor", "extractor_version"))
    note = (
        f"As {tool.strip() or 'the tool'} read it from the captured bytes: the main text, without "
        "what surrounds it on a page. It is no picture of the page."
    )
    return {"text": tuple(text.split("\n")), "text_note": note}


def _custody(step: CustodyStep, names: Mapping[str, str], handed: Handed) -> CustodyRow:
    here = step.package == handed.digest
    what = step.what + (f" for {step.to}: the package named here" if here else "")
    return CustodyRow(
        entry=str(step.entry),
        at=step.at,
        by=names.get(step.agent, f"agent {step.agent[:8]}"),
        what=what,
        package=step.package or "",
    )


def _shows(
    capture: Disclosed, checked: Checked, stamps: tuple[disclosure.StampSeen, ...]
) -> tuple[str, ...]:
    lines = [
        (
            "That the holder of the key that signed the step wrote down, at the time which the "
            "desk's clock gave, that the tool named here had got bytes with these digests."
        ),
        (
            f"That this record was in the log when its {checked.checkpoint.size} entries were "
            "signed for, and was not altered since; the fields that are withheld neither."
        ),
    ]
    covered = [each for each in stamps if each.size >= capture.step]
    if covered:
        first = min(each.stamped_at for each in covered)
        lines.append(f"That the record existed no later than {first}, in an authority's word.")
    return tuple(lines)


def _does_not_show(stamps: tuple[disclosure.StampSeen, ...]) -> tuple[str, ...]:
    clock = "" if stamps else " No outside authority has stamped the record."
    return (
        "That what was published is true, or who wrote it.",
        (
            "What the server sent to others, or at other times. TLS leaves nothing that a third "
            "party could check afterwards."
        ),
        f"That the desk's clock was right.{clock}",
        "Who holds a key. That is for the desk and the declaration to say.",
        "That nothing else was captured or recorded, or that no later record corrects this one.",
    )


def _withheld(checked: Checked) -> tuple[Row, ...]:
    found: dict[str, set[str]] = {}
    for each in checked.records:
        found.setdefault(each.kind, set()).update(each.withheld)
    return tuple(
        (kind.replace("_", " "), ", ".join(sorted(names)))
        for kind, names in sorted(found.items())
        if names
    )
