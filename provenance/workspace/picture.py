"""What follows from the current records of a workspace; what the verbs look at.

A picture is never changed: after a step a new one is made. What is computed and not kept
(origins, independence, drift, rings, letters of a cell) is computed here by the parts.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from copy import copy
from functools import cached_property
from typing import NamedTuple

from provenance import lineage
from provenance.canonical import content_key
from provenance.clock import dated_key, lies_ahead
from provenance.lineage.corrections import refutes
from provenance.lineage.credits import outlet_key
from provenance.lineage.denied import put_forward_to_refute
from provenance.lineage.ties import Ties
from provenance.model import (
    Appearance,
    Axis,
    ClaimKind,
    CollectorStatement,
    Declaration,
    DeclaredOrigin,
    Derivation,
    Document,
    Genre,
    Link,
    Modality,
    Record,
    SameAs,
    Source,
    SourceType,
    Stance,
    State,
)
from provenance.model.amounts import put_forward
from provenance.text import fold
from provenance.workspace.core import Workspace
from provenance.workspace.fallen import fallen
from provenance.workspace.narrow import Narrowed
from provenance.workspace.readings import BY_HAND, SaidGenres
from provenance.workspace.records import Records, grouped

AHEAD = "dated after its capture"
LIVE = (State.PROPOSED, State.CONFIRMED)
# A host that ends in a number is an address of a machine, and no domain (WHATWG URL, 3.5).
_MACHINE = re.compile(r"https?://(?:[^/?#]*\.)?[0-9]+(?::[0-9]*)?(?:[/?#]|$)")


class Known(NamedTuple):
    """A value and where it is known from."""

    value: str | None
    basis: str  # "page", "address", "collector" or "unknown"


class Picture(Records):
    """What is current in a workspace at one moment, and how it hangs together."""

    def __init__(self, workspace: Workspace, narrowed: Narrowed | None = None) -> None:
        """Read nothing yet."""
        super().__init__(workspace, narrowed)
        self._contents: dict[str, str] = {}  # by appearance; asked for again and again
        self._outlets: dict[str, Known] = {}  # by document
        self._domains: dict[str, str | None] = {}  # by address
        self._letters_of_outlets: dict[str, str] = {}  # by name
        self._dates: dict[str, str] = {}  # sort keys, by document
        self._refutes: dict[str, bool] = {}  # by document
        self._said_genres = SaidGenres(workspace.store)
        self._captured: dict[str, frozenset[int]] = {}  # places of steps, by appearance
        self._lone: dict[object, lineage.Origin] = {}  # by the chain of a lone mention

    def renewed(self, *changed: str, written: Sequence[Record] | None = None) -> "Picture":
        """Return a picture after steps that changed records of these kinds; the rest is kept.

        ``written`` is all that was written since, None where somebody else may have written too.
        """
        fresh = Picture(self.workspace, self.narrowed and self.narrowed.again())
        fresh._contents = self._contents  # another picture of the same workspace
        fresh._domains = self._domains
        fresh._said_genres = self._said_genres  # a run of the program gives no genre by hand
        fresh.take_over(self, changed, written)
        return fresh

    # ---- how they hang together

    @cached_property
    def belongs(self) -> Mapping[str, Link]:
        """The live link by which each appearance belongs to its claim."""
        return {
            each.appearance: each
            for each in self.links
            if each.stance is Stance.REPEATS
            and each.state in LIVE
            and each.appearance in self.appearances  # not withdrawn or taken back
        }

    @cached_property
    def members(self) -> Mapping[str, Sequence[Appearance]]:
        """The appearances of each claim, the first published first."""
        found: dict[str, list[Appearance]] = defaultdict(list)
        for appearance, link in self.belongs.items():
            found[link.claim].append(self.appearances[appearance])
        return {
            claim: sorted(each, key=self.age) if len(each) > 1 else each
            for claim, each in found.items()
        }

    @cached_property
    def bearing(self) -> Mapping[str, Sequence[Link]]:
        """The live links of other appearances that bear on each claim."""
        found = [
            each
            for each in self.links
            if each.stance is not Stance.REPEATS
            and each.state in LIVE
            and each.appearance in self.appearances
        ]
        return grouped(found, "claim")

    @cached_property
    def live(self) -> Sequence[Derivation]:
        """The derivations that are proposed or confirmed."""
        return [each for each in self.derivations if each.state in LIVE]

    @cached_property
    def ties(self) -> Ties:
        """The live derivations as a graph."""
        return Ties(self.live)

    @cached_property
    def facts_in(self) -> Mapping[str, Sequence[str]]:
        """The claims of fact that appear in each document."""
        found: dict[str, list[str]] = defaultdict(list)
        for claim, appearances in self.members.items():
            if self.claims[claim].type is ClaimKind.FACT:
                for document in {each.document for each in appearances}:
                    found[document].append(claim)
        return found

    @cached_property
    def addresses(self) -> frozenset[str]:
        """Addresses that are captured, and whose text did not fall."""
        known = self.workspace.store.cells(Document, "id", "uri")
        return frozenset(uri for of, uri in known if of not in self.fallen.documents)

    @cached_property
    def titles(self) -> frozenset[str]:
        """Folded titles of captured documents that did not fall."""
        known = self.workspace.store.cells(Document, "id", "title")
        gone = self.fallen.documents
        return frozenset(fold(title) for of, title in known if title and of not in gone)

    def content(self, appearance: Appearance) -> str:
        """Return a key of an appearance by content, the same in every workspace."""
        if appearance.of not in self._contents:
            document = self.documents[appearance.document]
            span = f"{appearance.selector.start}-{appearance.selector.end}"
            key = content_key("appearance", document.text_digest, document.uri, span)
            self._contents[appearance.of] = key
        return self._contents[appearance.of]

    def age(self, appearance: Appearance) -> tuple[str, str]:
        """Return the sort key of an appearance: first published, undated last, then by content."""
        document = appearance.document
        if document not in self._dates:
            self._dates[document] = dated_key(self.published(self.documents[document]).value)
        return self._dates[document], self.content(appearance)

    # ---- what is known about a document

    @cached_property
    def _said_about(self) -> Mapping[tuple[str | None, str], Mapping[str, str]]:
        """What is said about bytes at an address, by whichever capture; the latest word stands."""
        found: dict[tuple[str | None, str], dict[str, str]] = defaultdict(dict)
        for each in self.said.values():
            capture = self.captures[each.of]
            words = each.model_dump(include={"uri", "outlet", "author", "published"})
            found[capture.payload, capture.uri] |= {k: v for k, v in words.items() if v}
        return found

    def said_about(self, document: Document) -> Mapping[str, str]:
        """Return what collectors say about a document."""
        return self._said_about.get((document.payload, document.uri), {})

    def outlet(self, document: Document) -> Known:
        """Return who published a document, and where that is known from.

        What the collector says stands before what the page says: a person corrects a program.
        """
        if document.id not in self._outlets:
            self._outlets[document.id] = self._outlet(document)
        return self._outlets[document.id]

    def _outlet(self, document: Document) -> Known:
        if said := self.said_about(document).get("outlet"):
            return Known(said, "collector")
        if document.site:
            return Known(document.site, "page")
        domain = self._domain(document.uri)
        return Known(domain, "address") if domain else Known(None, "unknown")

    def _domain(self, uri: str) -> str | None:
        if uri not in self._domains:
            self._domains[uri] = registrable_domain(uri)
        return self._domains[uri]

    @cached_property
    def outlet_names(self) -> frozenset[str]:
        """The names of all outlets of which a text is captured, of other documents' too."""
        if not self.narrowed:
            return frozenset(filter(None, (self.outlet(e).value for e in self.documents.values())))
        store = self.workspace.store
        pages = store.cells(Document, "site", "uri")
        said = {outlet for (outlet,) in store.cells(CollectorStatement, "outlet")}
        found = {site or self._domain(uri) for site, uri in pages} | said
        return frozenset(filter(None, found))

    def author(self, document: Document) -> Known:
        """Return who wrote a document, and where that is known from."""
        if said := self.said_about(document).get("author"):
            return Known(said, "collector")
        return Known(", ".join(document.authors) or None, "page" if document.authors else "unknown")

    def published(self, document: Document) -> Known:
        """Return when a document was published, and where that is known from.

        A page that dates itself after it was captured tells nothing of when it came out.
        """
        if said := self.said_about(document).get("published"):
            return Known(said, "collector")
        captured = self.captures.get(document.capture)
        if captured is not None and lies_ahead(document.published, captured.ended_at):
            return Known(None, f"{AHEAD} ({document.published})")
        return Known(document.published, document.published_basis)

    def declared(self, document: Document) -> tuple[Genre, Sequence[DeclaredOrigin]]:
        """Return the genre of a document, and where it says that it comes from.

        A document that no assessment has read since declarations are kept is read here.
        """
        known = self.declaration(document)
        if known is not None:
            return known.genre, known.origins
        from provenance.declared import declare  # its patterns take a tenth of a second

        found = declare(document)
        return found.genre, found.origins

    def declaration(self, document: Document) -> Declaration | None:
        """Return what a document says of itself, with the genre that a person gave its text."""
        known = self.declarations.get(document.id)
        if known is None or known.rule == BY_HAND:
            return known
        said = self._said_genres.of(document)
        return known if said is None else said.model_copy(update={"origins": known.origins})

    def is_opinion(self, document: Document) -> bool:
        """Return whether a document is an opinion page or a guest column."""
        return self.declared(document)[0] in (Genre.OPINION, Genre.GUEST_COLUMN)

    def text(self, document: Document) -> lineage.Text:
        """Return a document as lineage reads it."""
        published = self.published(document).value
        return lineage.Text(
            id=document.id,
            digest=document.text_digest,
            uri=document.uri,
            domain=self._domain(document.uri),
            outlet=self.outlet(document).value,
            title=document.title,
            text=document.text,
            published=published,
            published_known=published is not None,
            authors=document.authors,
            origins=tuple(self.declared(document)[1]),
            language=document.language,
            links=document.links,
            said_uri=self.said_about(document).get("uri"),
        )

    # ---- what follows from it

    @cached_property
    def letters(self) -> Mapping[str, str]:
        """The letter of each source that has one: a person's before the program's.

        Where joined sources have several, one that is known stands before F, and the lower of
        two: joining raises no letter.
        """
        program = self.workspace.program.id
        found: dict[str, tuple[bool, bool, str]] = {}
        for subject, grades in self.grades.items():
            source = self.same.get(subject, subject)
            for grade in grades:
                if grade.axis is Axis.RELIABILITY:
                    rank = (grade.rater != program, grade.value != "F", grade.value)
                    found[source] = max(rank, found.get(source, rank))
        return {source: letter for source, (_, _, letter) in found.items()}

    @cached_property
    def outlets(self) -> Mapping[str, Source]:
        """The source record of each outlet, by folded name."""
        return {
            fold(each.name): each
            for each in self.sources.values()
            if each.type is SourceType.OUTLET
        }

    @cached_property
    def ours(self) -> frozenset[str]:
        """Our own publications: ids of documents and of sources, and keys of outlets' names."""
        marked = {self.same.get(each.of, each.of) for each in self.sources.values() if each.ours}
        found: set[str] = set()
        for source in self.sources.values():
            if self.same.get(source.of, source.of) in marked:
                found |= {source.of, source.document or source.of}
                found |= {outlet_key(source.name)} if source.type is SourceType.OUTLET else set()
        for document in self.documents.values() if marked else ():
            if outlet_key(self.outlet(document).value or "") in found:
                found.add(document.id)
        return frozenset(found - {""})

    @cached_property
    def fallen(self) -> lineage.Fallen:
        """What fell, as people say: it counts for no grade."""
        return fallen(self, [each.subject for each in self.retractions])

    def without(self, subject: str) -> "Picture":
        """Return what would follow if a document, a capture or a source fell too."""
        supposed = copy(self)
        for name in ("titles", "addresses"):
            supposed.__dict__.pop(name, None)
        subjects = [*(each.subject for each in self.retractions), subject]
        anew = {"_lone": {}, "_captured": {}, "fallen": fallen(self, subjects)}
        supposed.__dict__.update(anew)
        return supposed

    def letter_of_outlet(self, name: str | None) -> str:
        """Return the letter of an outlet, F where it has none."""
        if not name:
            return "F"
        if name not in self._letters_of_outlets:
            source = self.outlets.get(fold(name))
            identity = self.same.get(source.of, source.of) if source else ""
            self._letters_of_outlets[name] = self.letters.get(identity, "F")
        return self._letters_of_outlets[name]

    def mention(self, appearance: Appearance, stance: Stance) -> lineage.Mention:
        """Return an appearance as origins and drift read it."""
        document = self.documents[appearance.document]
        chain = self.attributions.get(appearance.of)
        return lineage.Mention(
            id=appearance.of,
            document=document.id,
            content=self.content(appearance),
            stance=stance,
            sources=tuple(
                lineage.SourceRef(
                    id=self.same.get(step.source or "", step.source or step.name),
                    name=step.name,
                    named=step.named,
                    role=step.role,
                    type=step.type,
                )
                for step in (chain.steps if chain else ())
            ),
            outlet=self.outlet(document).value,
            wording=appearance.wording,
            modality=appearance.modality,
            quantities=put_forward(appearance.wording, appearance.quantities),
            published=self.published(document).value,
            level=appearance.level,
        )

    def mentions(self, claim: str) -> tuple[lineage.Mention, ...]:
        """Return the appearances that bear on a claim, as origins read them.

        A text that puts forward what others tell, in order to refute it, denies the claim.
        """
        members = self.members.get(claim, ())
        own = [self.mention(each, Stance.REPEATS) for each in members]
        refuted = [self._is_refuted(each) for each in members] if len(members) > 1 else []
        if any(refuted) and not all(refuted):
            denied = {"stance": Stance.CONTRADICTS, "modality": Modality.DENIED, "sources": ()}
            own = [
                mention.model_copy(update=denied) if no else mention
                for mention, no in zip(own, refuted, strict=True)
            ]
        others = [
            self.mention(self.appearances[link.appearance], link.stance)
            for link in self.bearing.get(claim, ())
            if link.appearance in self.appearances and link.stance is not Stance.UNSURE
        ]
        return (*own, *others)

    def _is_refuted(self, appearance: Appearance) -> bool:
        """Return whether an appearance is put forward for nobody, as what is not so.

        Where a person has said that it makes the claim, it does.
        """
        if self.belongs[appearance.of].state is State.CONFIRMED:
            return False
        document = self.documents[appearance.document]
        if document.id not in self._refutes:
            self._refutes[document.id] = refutes(document.title, document.text)
        if not self._refutes[document.id]:
            return False
        chain = self.attributions.get(appearance.of)
        if any(step.named for step in (chain.steps if chain else ())):
            return False
        place = appearance.selector.start, appearance.selector.end
        return put_forward_to_refute(document.title or "", document.text, *place)

    def origins(self, mentions: Sequence[lineage.Mention]) -> tuple[lineage.Origin, ...]:
        """Return the origins of one claim's mentions.

        A mention that stands alone, in a document that is tied to nothing, goes back to what its
        chain says and to nothing else: the same chain has the same origin.
        """
        if len(mentions) != 1 or self.is_tied(mentions[0].document):
            return self._origins(mentions)
        (mention,) = mentions
        if mention.document in self.fallen.documents:
            return ()
        own = mention.document in self.ours
        key = (mention.stance, mention.outlet, mention.sources, own)
        known = self._lone.get(key)
        if known is None:
            found = self._origins(mentions)
            if len(found) == 1:
                self._lone[key] = found[0]
            return found
        return (known.model_copy(update={"mentions": (mention.id,)}),)

    def _origins(self, mentions: Sequence[lineage.Mention]) -> tuple[lineage.Origin, ...]:
        return lineage.origins(
            mentions,
            self.ties,
            separate=self.separate,
            outlets=self.outlets_of,
            ours=self.ours,
            fallen=self.fallen,
            apart=self.apart,
        )

    @cached_property
    def apart(self) -> frozenset[frozenset[str]]:
        """Pairs of sources of which a person says that they are two."""
        return frozenset(
            frozenset(self.same.get(side, side) for side in (each.one, each.other))
            for each in self._store.current(SameAs)
            if each.state == "refused"
        )

    @cached_property
    def outlets_of(self) -> Mapping[str, str]:
        """The outlet of each document that has one."""
        known = {each.id: self.outlet(each).value for each in self.documents.values()}
        return {document: outlet for document, outlet in known.items() if outlet}

    def is_tied(self, document: str) -> bool:
        """Return whether a document goes back to anything, or shares its text with another."""
        return document in self.ties.up or document in self.ties.beside

    def captured_steps(self, appearance: Appearance) -> frozenset[int]:
        """Return the places of the steps whose document is itself captured.

        A named document is captured where a captured text bears its name as title, or where the
        appearance's own words link to a captured address.
        """
        if appearance.of not in self._captured:
            chain = self.attributions.get(appearance.of)
            self._captured[appearance.of] = frozenset(
                place
                for place, step in enumerate(chain.steps if chain else ())
                if step.type is SourceType.DOCUMENT
                and (
                    (step.named and fold(step.name) in self.titles) or self._links_here(appearance)
                )
            )
        return self._captured[appearance.of]

    def _links_here(self, appearance: Appearance) -> bool:
        """Return whether an appearance's own words link to a captured address."""
        return any(
            link.start is not None
            and appearance.selector.start <= link.start < appearance.selector.end
            and link.uri in self.addresses
            for link in self.documents[appearance.document].links
        )

    @cached_property
    def rings(self) -> tuple[lineage.Ring, ...]:
        """Circular reporting among all documents."""
        texts = [self.text(each) for each in self.documents.values()]
        return lineage.circular(texts, self.ties, self.ours)

    def drift(
        self, mentions: Sequence[lineage.Mention], doubtful: Sequence[lineage.Mention] = ()
    ) -> tuple[lineage.Drift, ...]:
        """Return what changed along the chains that carry one claim."""
        return lineage.drift(mentions, self.ties, doubtful)

    def doubtful(self, claim: str) -> tuple[lineage.Mention, ...]:
        """Return the appearances of which nobody knows yet whether they bear on a claim.

        First those of which that is said, then those of their claims, and those of which nobody
        knows whether they bear on these: what one of them became another may have become next.
        """
        unsure = self._unsure(claim)
        near = [self.belongs[each].claim for each in unsure if each in self.belongs]
        further = [of for each in near for of in (*self._makers(each), *self._unsure(each))]
        own = set(self._makers(claim))
        tiers = (set(unsure) - own, set(further) - own - set(unsure))
        return tuple(
            mention
            for tier in tiers
            for mention in sorted(
                (self.mention(self.appearances[of], Stance.UNSURE) for of in tier),
                key=lambda mention: mention.order,
            )
        )

    def _unsure(self, claim: str) -> list[str]:
        links = self.bearing.get(claim, ())
        unsure = [link.appearance for link in links if link.stance is Stance.UNSURE]
        return [of for of in unsure if of in self.appearances]

    def _makers(self, claim: str) -> list[str]:
        return [each.of for each in self.members.get(claim, ())]


def registrable_domain(uri: str) -> str | None:
    """Return the registrable domain of an address by the public suffix list, or None."""
    if not uri.startswith(("http://", "https://")) or _MACHINE.match(uri):
        return None
    import tld

    found = tld.get_fld(uri, fail_silently=True)
    return found if isinstance(found, str) else None
