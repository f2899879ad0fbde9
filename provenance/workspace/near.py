"""``near``: which captured texts tell of the same event as a document or a draft.

Texts are ranked by their words, names and numbers (``corroboration.events``): reports of one
event, and what an article may rest on, stand before others of its kind. That is a place to look,
and decides about no claim; a draft is read, and nothing of it is recorded. What is rare is rare
among the texts of the workspace, so that a score is no measure across workspaces.
"""

from collections.abc import Mapping
from itertools import islice
from pathlib import Path

from provenance.corroboration.events import Events, Told
from provenance.errors import UnknownHandleError
from provenance.model import Document
from provenance.model.nearness import NearView
from provenance.workspace.check.reading import draft_of
from provenance.workspace.core import Workspace
from provenance.workspace.views import Views

DRAFT = ""


def near_document(workspace: Workspace, handle: str, most: int) -> tuple[NearView, ...]:
    """Return the other captured texts that are nearest to a document."""
    kind, identity = workspace.store.identity(handle)
    views = Views(workspace)
    if kind is not Document or identity not in views.picture.documents:
        raise UnknownHandleError(f"{handle} is no document; this wants one, such as d1")
    return _nearest(views, _told(views), identity, most)


def near_draft(workspace: Workspace, path: Path, most: int) -> tuple[NearView, ...]:
    """Return the captured texts that are nearest to a file; a UsageError where it is unreadable."""
    text = draft_of(path)
    views = Views(workspace)
    draft = Told(id=DRAFT, text=text.text, title=text.title)
    return _nearest(views, {**_told(views), DRAFT: draft}, DRAFT, most)


def _told(views: Views) -> Mapping[str, Told]:
    texts = (views.picture.text(each) for each in views.picture.documents.values())
    return {
        each.id: Told(id=each.id, text=each.text, title=each.title, uri=each.uri) for each in texts
    }


def _nearest(views: Views, told: Mapping[str, Told], to: str, most: int) -> tuple[NearView, ...]:
    events = Events(told.values())
    found = ((each, events.alike(to, each)) for each in events.nearest(to))
    return tuple(
        NearView(
            document=views.handle(each),
            outlet=views.picture.outlet(views.picture.documents[each]).value,
            title=told[each].title,
            published=views.picture.published(views.picture.documents[each]).value,
            score=alike.score,
            words=alike.words,
        )
        for each, alike in islice(found, most)
        if alike.score
    )
