"""What kind of text a document is, as a person says."""

from provenance.errors import UsageError
from provenance.model import Genre
from provenance.workspace.core import Workspace
from provenance.workspace.correct.step import BY_HAND, keep, next_version
from provenance.workspace.picture import Picture


def correct_genre(workspace: Workspace, document: str, genre: Genre, why: str = "") -> None:
    """Say what kind of text a document is; what it declares of its origin stays."""
    picture = Picture(workspace)
    known = picture.declarations.get(document)
    if known is None:
        raise UsageError("nobody has looked at this document yet; see: provenance assess")
    now = picture.declaration(picture.documents[document])
    if now is not None and (now.genre, now.rule) == (genre, BY_HAND):
        raise UsageError(f"a person has said before that it is: {genre}")
    said = next_version(
        workspace, known, genre=genre, rule=BY_HAND, words="", why=why or "corrected by hand"
    )
    keep(workspace, "genre", [said])
