"""What documents say of themselves, of those of which nothing is recorded yet."""

from collections.abc import Callable

from provenance.declared import Declared, declare
from provenance.model import Declaration, Document
from provenance.workspace.core import Workspace
from provenance.workspace.picture import Picture
from provenance.workspace.processes import mapped


def declare_texts(
    workspace: Workspace, picture: Picture, tell: Callable[[str, int, int], None]
) -> int:
    """Record what new documents say of themselves; return how many there are."""
    new = [each for each in picture.documents.values() if each.id not in picture.declarations]
    records: list[Declaration] = []
    for number, (document, declared) in enumerate(zip(new, mapped(declare, new), strict=True), 1):
        records.append(_declaration(workspace.new_id(), document, declared))
        tell("reading what texts say of themselves", number, len(new))
    workspace.steps("declare", records)
    return len(records)


def _declaration(identity: str, document: Document, declared: Declared) -> Declaration:
    return Declaration(
        id=identity,
        of=identity,
        document=document.id,
        genre=declared.genre,
        rule=declared.rule,
        words=declared.words,
        origins=declared.origins,
    )
