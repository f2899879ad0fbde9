"""How much of a workspace an assessment has to look at: all of it, or what new texts touch.

What is found out about a document rests on the documents that it is tied to, on the claims that
it shares with others, and on theirs. So new documents need these looked at anew, and nothing
else: the index (``lineage.keys``, ``corroboration.keys``) leads to those that may be tied to
them, comparing tells which are, and from there the ties and claims that are recorded lead on.

Everything is looked at where much is new, where the rules or the finder are others than before,
and where anything but captures and decisions was recorded since everything was last followed up.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from provenance.lineage.keys import VERSION
from provenance.model import (
    Appearance,
    Attribution,
    Claim,
    CollectorStatement,
    Comparison,
    Declaration,
    Derivation,
    Document,
    Examination,
    Grade,
    Inquiry,
    Link,
    Record,
    Retraction,
    SameAs,
    Separation,
    Source,
    State,
)
from provenance.store.postings import Followed
from provenance.store.store import Store
from provenance.text import fold
from provenance.workspace.assist import permission
from provenance.workspace.core import Workspace

HALF = 2
SHARE = 4  # new documents, as one in so many, from which on everything is looked at
# Steps from which nothing follows for other documents than those that they bring in.
_HARMLESS = frozenset(
    {
        "add agent",
        "anchor",
        "capture",
        "case",
        "corroborate",
        "cosigned",
        "custody",
        "declare",
        "find claims",
        "grade",
        "key use",
        "review",
        "trace lineage",
        "witness",
    }
)


# Records that bear on documents and claims that they do not name.
_FAR = (CollectorStatement, Grade, Inquiry, Retraction, SameAs)
Keys = Mapping[str, Mapping[str, Iterable[int]]]  # by kind, of each document


class Extent(NamedTuple):
    """What is new in a workspace, and whether everything has to be looked at."""

    new: frozenset[str]  # documents
    whole: bool


def extent(workspace: Workspace, finder: str) -> Extent:
    """Return how much an assessment with this finder has to look at."""
    store, postings = workspace.store, workspace.postings
    documents = {each for (each,) in store.cells(Document, "id")}
    new = frozenset(documents - postings.posted(VERSION))
    followed = postings.followed()
    whole = (
        followed is None
        or followed.version != VERSION
        or SHARE * len(new) > len(documents)
        or any(entry.kind not in _HARMLESS for entry, _ in store.entries(after=followed.seq))
        or any(name != finder for (name,) in store.cells(Examination, "finder"))
        or _fills_a_gap(store, new)
        or _asks(workspace)
    )
    return Extent(new, whole)


def _asks(workspace: Workspace) -> bool:
    """Return whether a language model may be asked, again where it did not answer."""
    given = permission(workspace)
    return given is not None and given.allowed


def _fills_a_gap(store: Store, new: Collection[str]) -> bool:
    """Return whether a new document bears the name of one that others speak of."""
    titles = {fold(title) for (title,) in store.cells(Document, "title", id=new) if title}
    named = store.cells(Source, "name", type=["document"])
    return any(fold(name) in titles for (name,) in named)


def closed(store: Store, documents: Collection[str]) -> frozenset[str]:
    """Return documents with all that they are tied to, or share a claim with, near or far."""
    known: set[str] = set()
    further = set(documents)
    while further:
        known |= further
        further = (_tied(store, further) | _sharing(store, further)) - known
    return frozenset(known)


def _tied(store: Store, documents: Collection[str]) -> set[str]:
    up = store.cells(Derivation, "upstream", "state", downstream=documents)
    down = store.cells(Derivation, "downstream", "state", upstream=documents)
    return {each for each, state in (*up, *down) if each and state != State.RETRACTED}


def _sharing(store: Store, documents: Collection[str]) -> set[str]:
    said = [of for (of,) in store.cells(Appearance, "of", document=documents)]
    claims = [claim for (claim,) in store.cells(Link, "claim", subjects=said)]
    others = [each for (each,) in store.cells(Link, "appearance", claim=claims)]
    return {each for (each,) in store.cells(Appearance, "document", subjects=others)}


def concerned(workspace: Workspace, records: Sequence[Record]) -> frozenset[str] | None:
    """Return the documents that have to be looked at after a person's records.

    None where they may bear on any: letters, names and dates of sources and captures.
    """
    if any(isinstance(each, _FAR) or _is_marked(each) for each in records):
        return None
    store = workspace.store
    documents: set[str | None] = set()
    appearances: set[str] = set()
    claims: set[str] = set()
    for each in records:
        if isinstance(each, (Appearance, Declaration)):
            documents.add(each.document)
        elif isinstance(each, Attribution):
            appearances.add(each.of)
        elif isinstance(each, Link):
            before = store.get(Link, each.supersedes) if each.supersedes else None
            appearances.add(each.appearance)
            claims |= {each.claim} | ({before.claim} if before else set())
        elif isinstance(each, Claim):
            claims.add(each.of)
        elif isinstance(each, Comparison):
            claims.add(each.claim)
        elif isinstance(each, Derivation):
            documents |= {each.downstream, each.upstream}
        elif isinstance(each, Separation):
            documents |= {each.one, each.other}
    appearances |= {of for (of,) in store.cells(Link, "appearance", claim=claims)}
    documents |= {of for (of,) in store.cells(Appearance, "document", subjects=appearances)}
    return closed(store, {each for each in documents if each})


def _is_marked(record: Record) -> bool:
    """Return whether a record says anew that a source is ours, or is not."""
    return isinstance(record, Source) and (record.ours or record.supersedes is not None)


def follow_up(workspace: Workspace, given: Extent, keys: Keys) -> None:
    """Put the keys of new documents into the index, and note that everything was followed up."""
    postings = workspace.postings
    postings.post({each: keys[each] for each in sorted(given.new) if each in keys}, VERSION)
    postings.follow(Followed(workspace.store.size(), VERSION))
