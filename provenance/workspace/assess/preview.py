"""What reading documents again would change: the first stage of ``assess``, nothing written.

Which claims and grades follow is not computed ahead: it follows from what is found.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from provenance.model import AttributionStep, Value
from provenance.model.reading import Finder
from provenance.workspace.assess.again import Match
from provenance.workspace.assess.due import Why
from provenance.workspace.assess.find import Read, readings
from provenance.workspace.assess.recording import Sources, falls
from provenance.workspace.configuration import read_configuration
from provenance.workspace.core import Workspace, quiet
from provenance.workspace.jobs import finder_of
from provenance.workspace.picture import Picture

_NAMES = {"type": "kind", "selector": "quote"}
_UNSAID = {"id", "of", "supersedes", "why", "finder", "document", "withdrawn"}


class Difference(Value):
    """One thing that would be said otherwise."""

    field: str
    before: str
    after: str


class Change(Value):
    """A statement that would be added, be gone, or be said otherwise."""

    claim: str  # its handle, empty for a new one
    type: str
    quote: str
    differences: tuple[Difference, ...] = ()


class Reread(Value):
    """What would change in one document."""

    document: str
    title: str
    why: Why
    added: tuple[Change, ...]
    gone: tuple[Change, ...]
    changed: tuple[Change, ...]
    same: int
    decided: int  # left as a person decided


class Preview(Value):
    """What would change, by document and in sum."""

    finder: str
    documents: tuple[Reread, ...]
    added: int
    gone: int
    changed: int
    same: int
    decided: int
    fields: Mapping[str, int]  # how many statements would change in it


def preview(workspace: Workspace, *, finder: Finder | None = None) -> Preview:
    """Return what a finder would change by reading what is to be read; write nothing.

    It is the finder that the workspace's file names, unless another one is given.
    """
    finder = finder or finder_of(read_configuration(workspace.root).finder.engine)
    picture = Picture(workspace)
    sources = Sources(workspace)
    read = readings(workspace, picture, quiet, finder, sources)
    shown = _Shown(workspace, picture)
    documents = tuple(shown.reread(each) for each in read)
    changed = [change for each in documents for change in each.changed]
    fields = Counter(one.field for change in changed for one in change.differences)
    return Preview(
        finder=finder.name,
        documents=documents,
        added=sum(len(each.added) for each in documents),
        gone=sum(len(each.gone) for each in documents),
        changed=len(changed),
        same=sum(each.same for each in documents),
        decided=sum(each.decided for each in documents),
        fields=dict(fields.most_common()),
    )


class _Shown:
    """Statements under the handles by which people know them."""

    def __init__(self, workspace: Workspace, picture: Picture) -> None:
        self._picture = picture
        self._claims = workspace.store.handles("c")
        self._documents = workspace.store.handles("d")

    def reread(self, read: Read) -> Reread:
        """Return what comes of one document."""
        free = [each for each in read.matches if each.known is None or not each.known.decided]
        both = [each for each in free if each.known is not None and each.found is not None]
        added = [e for e in free if _is_new(e)]
        gone = [e for e in free if e.found is None and not _is_new(e)]
        changes = [self._change(each) for each in both if not _is_new(each)]
        changed = tuple(each for each in changes if each.differences)
        return Reread(
            document=self._documents.get(read.due.document.id, "?"),
            title=read.due.document.title or "",
            why=read.due.why,
            added=tuple(self._change(each) for each in added),
            gone=tuple(self._change(e) for e in gone if e.known and falls(e.known.appearance)),
            changed=changed,
            same=len(changes) - len(changed),
            decided=len(read.matches) - len(free),
        )

    def _change(self, match: Match) -> Change:
        known, found = match.known, match.found
        link = self._picture.belongs.get(known.appearance.of) if known else None
        stands = found[0] if found is not None else known.appearance if known else None
        if stands is None:
            raise AssertionError("a match has one side at least")
        return Change(
            claim=self._claims.get(link.claim, "") if link else "",
            type=stands.type,
            quote=stands.selector.exact,
            differences=() if _is_new(match) else differences(match),
        )


def _is_new(match: Match) -> bool:
    """Return whether nothing stands for it: it is not recorded, or withdrawn and found again."""
    known = match.known
    return match.found is not None and (known is None or bool(known.appearance.withdrawn))


def differences(match: Match) -> tuple[Difference, ...]:
    """Return what is found otherwise than it is recorded."""
    if match.known is None or match.found is None:
        return ()
    before = _said(dict(match.known.appearance), dict(match.known.attribution))
    after = _said(*map(dict, match.found))
    return tuple(
        Difference(field=name, before=one, after=after[name])
        for name, one in before.items()
        if one != after[name]
    )


def _said(statement: Mapping[str, Any], chain: Mapping[str, Any]) -> dict[str, str]:
    """Return what is said of a statement, in words, by the names that people know."""
    found = {_NAMES.get(k, k): _words(v) for k, v in statement.items() if k not in _UNSAID}
    found["attribution"] = _words(chain["steps"]) or str(chain["status"])
    found["attribution rule"] = chain["rule"]
    for name in ("details", "content"):
        found[f"attribution {name}"] = _words(chain[name])
    return found


def _words(value: Any) -> str:
    if value is None:
        return "not looked for"
    if isinstance(value, AttributionStep):
        return f"{value.role} {value.name}"
    if isinstance(value, tuple):
        return "; ".join(_words(each) for each in value)
    if isinstance(value, Value):
        exact = getattr(value, "exact", None)
        fields = value.model_dump(mode="json", exclude_none=True).values()
        return exact or " ".join(str(each) for each in fields if each != "")
    return str(value)
