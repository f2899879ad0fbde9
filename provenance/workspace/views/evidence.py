"""Captures and documents as they are shown."""

from collections.abc import Mapping
from functools import cached_property

from provenance.errors import UnknownHandleError
from provenance.languages import is_read
from provenance.model import Capture, Document, ModelUse
from provenance.model.dossier import (
    CaptureView,
    DeclaredView,
    DocumentView,
    ModelUseView,
    SaidView,
)
from provenance.workspace.assist import use_view
from provenance.workspace.views.lookup import Lookup


class Evidence:
    """What was captured, and what was read from it."""

    def __init__(self, lookup: Lookup) -> None:
        """Show what one picture holds."""
        self._lookup = lookup
        self._picture = lookup.picture

    def captures(self) -> tuple[CaptureView, ...]:
        """Return every capture, failed ones included."""
        return tuple(self._capture(each) for each in self._picture.captures.values())

    @cached_property
    def _documents_of(self) -> Mapping[tuple[str | None, str], Document]:
        return {(each.payload, each.uri): each for each in self._picture.documents.values()}

    def _capture(self, each: Capture) -> CaptureView:
        said = self._picture.said.get(each.id)
        document = self._documents_of.get((each.payload, each.uri))
        names = CaptureView.model_fields.keys() & Capture.model_fields.keys()
        return CaptureView(
            **each.model_dump(include=set(names) - {"collector", "tool"}),
            tool=f"{each.tool} {each.tool_version}",
            handle=self._lookup.handle(each.id),
            collector=self._lookup.agent(each.collector),
            said=SaidView(**said.model_dump(include=set(SaidView.model_fields))) if said else None,
            document=self._lookup.handle(document.id) if document else None,
            unread="" if document else self._unread.get(each.id, ""),
        )

    @cached_property
    def _unread(self) -> Mapping[str, str]:
        """Why captures that were kept have no document: what was found about them."""
        return {about: f.sentence for f in self._picture.findings for about in f.about}

    def documents(self) -> tuple[DocumentView, ...]:
        """Return every document."""
        return tuple(self._document(each) for each in self._picture.documents.values())

    def document(self, handle: str) -> DocumentView:
        """Return the document that a handle stands for."""
        kind, identity = self._lookup.store.identity(handle)
        if kind is not Document or identity not in self._picture.documents:
            raise UnknownHandleError(f"{handle} is no document; this wants one, such as d1")
        return self._document(self._picture.documents[identity])

    def _declared(self, each: Document) -> DeclaredView | None:
        known = self._picture.declaration(each)
        names = set(DeclaredView.model_fields)
        return DeclaredView.model_validate(known.model_dump(include=names)) if known else None

    @cached_property
    def _models(self) -> Mapping[str, tuple[ModelUseView, ...]]:
        """The readings by language models, by document."""
        found: dict[str, tuple[ModelUseView, ...]] = {}
        for each in self._lookup.store.current(ModelUse):
            view = use_view(each, self._lookup.handle(each.document))
            found[each.document] = (*found.get(each.document, ()), view)
        return found

    def _document(self, each: Document) -> DocumentView:
        picture = self._picture
        outlet, author = picture.outlet(each), picture.author(each)
        published = picture.published(each)
        return DocumentView(
            id=each.id,
            handle=self._lookup.handle(each.id),
            capture=self._capture(picture.captures[each.capture]),
            title=each.title,
            text=each.text,
            whole=each.whole,
            outlet=outlet.value,
            outlet_basis=outlet.basis,
            author=author.value,
            author_basis=author.basis,
            published=published.value,
            published_basis=published.basis,
            language=each.language,
            section=each.section,
            language_read=is_read(each.language, each.text),
            declared=self._declared(each),
            models=self._models.get(each.id, ()),
            extractor=f"{each.extractor} {each.extractor_version}",
        )
