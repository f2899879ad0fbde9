"""What follows from new documents, where nothing else is new: found by looking at what changes.

Three things are looked at, each as far as a new document can reach, and no further:

lineage        the new documents and those that turn out to be tied to one of them, with what is
               tied to these (``lineage.Added``)
corroboration  the passages of new documents, those whose texts hang together otherwise by now,
               and what these repeat, support or contradict, with the claims of all of it
grades         the claims that changed, those in documents whose chains changed, and those in the
               same documents

What is written is what looking at everything would write, but for bounds on how many documents a
key leads to. A case in which all texts are about one event is one piece to neither of them.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from provenance import lineage
from provenance.corroboration import Compared, Pair, Passage
from provenance.corroboration.asked import Asked
from provenance.corroboration.keys import KIND
from provenance.corroboration.retriever import ByKeys, Retriever
from provenance.corroboration.tied import chains_of
from provenance.lineage.keys import related
from provenance.model import Appearance, Claim, Derivation, Document, Link, Record
from provenance.workspace.assess.derive import recorded, texts_of
from provenance.workspace.assess.extent import Keys
from provenance.workspace.assess.gather import gathered, passage_of, passages_of
from provenance.workspace.assess.hanging import (
    Row,
    around,
    below,
    between,
    documents_of,
    live,
    piece,
    sharing,
)
from provenance.workspace.assess.joined import Ends, tied_texts
from provenance.workspace.assess.judge import judge
from provenance.workspace.core import Workspace
from provenance.workspace.narrow import Narrowed
from provenance.workspace.picture import Picture

Tell = Callable[[str, int, int], None]
TOGETHER = 100  # texts that hang together, of more of which those tied to a new one are looked at


class Traced(NamedTuple):
    """What became of the lineage of new documents and of those tied to them."""

    records: Sequence[Derivation]
    before: frozenset[Row]  # the ties of the piece in which they stand now
    after: frozenset[Row]
    keys: Mapping[str, lineage.keys.Keys]


def follow_new(workspace: Workspace, picture: Picture, tell: Tell) -> tuple[dict[str, int], Keys]:
    """Record what follows from the documents of a picture; return how much of each, and keys."""
    new = frozenset(picture.documents)
    tell("tracing lineage", 0, 1)
    woven = _traced(workspace, picture)
    tell("tracing lineage", 1, 1)
    tell("corroborating", 0, 1)
    written, uncompared, keys = _corroborated(workspace, picture, woven)
    tell("corroborating", 1, 1)
    tell("grading", 0, 1)
    claims = _claims(workspace, written)
    changed = _saying(workspace, claims) | _rewoven(woven) | new
    grades, findings = judge(workspace, _about(workspace, changed, claims))
    tell("grading", 1, 1)
    count = sum(isinstance(each, Claim) for each in written)
    made = {
        "derivations": len(woven.records),
        "claims": count,
        "links": len(written) - count,
        "uncompared": uncompared,
        "grades": grades,
        "findings": findings,
    }
    return made, {of: {**woven.keys[of], KIND: keys.get(of, ())} for of in new}


def _over(workspace: Workspace, documents: Collection[str]) -> Picture:
    return Picture(workspace, Narrowed(workspace.store, documents))


def _about(workspace: Workspace, documents: Collection[str], claims: Collection[str]) -> Picture:
    """Return a picture about documents, and all that have the same text, and claims."""
    store = workspace.store
    digests = {each for (each,) in store.cells(Document, "text_digest", id=documents)}
    documents = {each for (each,) in store.cells(Document, "id", text_digest=digests)}
    return Picture(workspace, Narrowed(store, around(store, documents), documents, claims))


# ---- lineage


def _traced(workspace: Workspace, picture: Picture) -> Traced:
    """Record how new documents come from others, and what this changes in the ties of these."""
    new = texts_of(picture)
    near = {each for text in new for each in related(text, workspace.postings)}
    known = texts_of(_over(workspace, near - picture.documents.keys()))
    added = lineage.Added(new, known, picture.outlet_names)
    before = piece(workspace.store, added.core)
    together = added.core.union(*(each.ends for each in before))
    few = len(together) <= TOGETHER
    decided = together if few else added.core
    looked_at = _over(workspace, together if few else between(before, decided))
    inside = looked_at.documents.keys()
    ties = [
        each
        for each in looked_at.derivations
        if each.downstream in inside and (each.upstream is None or each.upstream in inside)
    ]

    def decides(tie: Derivation | lineage.Proposed) -> bool:
        """Return whether it is told by what is looked at here whether there is such a tie."""
        if tie.upstream is not None and not {tie.downstream, tie.upstream} <= inside:
            return False
        if tie.directed:
            return tie.downstream in decided
        ends = {tie.downstream, tie.upstream}
        return ends <= decided or not ends.isdisjoint(picture.documents)

    proposals = added.proposed(texts_of(looked_at), ties, decided)
    records = recorded(workspace, looked_at, proposals, decides)
    after = piece(workspace.store, added.core) if records else before
    return Traced(records, before, after, added.keys())


def _rewoven(woven: Traced) -> frozenset[str]:
    """Return the documents whose claims may go back to other places now."""
    ends = {e for tie in woven.records for e in (tie.downstream, tie.upstream) if e}
    return below(live(woven.before | woven.after), ends)


# ---- corroboration


def _corroborated(
    workspace: Workspace, picture: Picture, woven: Traced
) -> tuple[Sequence[Record], int, Mapping[str, frozenset[int]]]:
    """Record the claims of new documents and what they bear on; return it, what was left out, keys.

    Left out are pairs of look-alike passages; the keys are those of passages, by document.
    """
    store = workspace.store
    tied = tied_texts(live(woven.after))
    others = _tied_anew(woven, tied, picture.documents.keys())
    seeds = _over(workspace, picture.documents.keys() | others.keys())
    said = passages_of(seeds)
    compared = Compared(said)
    keys = compared.keys()
    near = {partner for partners in others.values() for partner in partners}
    near |= {end for ends in tied for end in ends if not picture.documents.keys().isdisjoint(ends)}
    may = _near(workspace, picture, compared, {each.id: each.document for each in said})
    looked_at = _over(workspace, seeds.documents.keys() | near)
    about = frozenset(each.id for each in said)
    pairs = Compared(passages_of(looked_at)).pairs(tied=tied, about=about)
    bearing = Compared([*said, *_passages(workspace, may - about)]).bearing(about)
    whole = sharing(store, about | _ends(pairs) | bearing)
    while True:
        among = _over(workspace, documents_of(store, whole))
        passages = passages_of(among)
        ties = tied_texts(live(piece(store, among.documents)))
        compared = Compared(passages)
        pairs = compared.pairs(tied=ties, about=whole)
        further = _ends(pairs) - whole
        if not further:
            break
        whole = sharing(store, whole | further)
    own = [each for each in passages if each.id in whole]
    return gathered(workspace, among, own, pairs), compared.left_out, keys


def _near(
    workspace: Workspace, picture: Picture, compared: Compared, of: Mapping[str, str]
) -> frozenset[str]:
    """Return the passages of other documents that may bear on one of a new document."""
    retriever: Retriever = ByKeys(workspace.postings)
    found: set[str] = set()
    new = [each for each in compared.readings if of[each.passage.id] in picture.documents]
    for document in picture.documents:
        found.update(retriever.documents(e for e in new if of[e.passage.id] == document))
    found -= picture.documents.keys()
    asked = Asked(new)
    rows = workspace.store.cells(Appearance, "of", "wording", "withdrawn", document=found)
    return frozenset(of for of, said, gone in rows if not gone and asked.may_meet(said))


def _passages(workspace: Workspace, appearances: Collection[str]) -> list[Passage]:
    """Return appearances as corroboration reads them, and no others of their documents."""
    found = workspace.store.standing(Appearance, appearances)
    picture = _over(workspace, {each.document for each in found})
    return [passage_of(picture, each) for each in found]


def _tied_anew(woven: Traced, after: set[Ends], new: Collection[str]) -> dict[str, set[str]]:
    """Return of old documents those beside which their passages are to be held again.

    They are tied by now, or were so, or stand in one chain now.
    """
    before = tied_texts(live(woven.before))
    known = {end for each in woven.before | woven.after for end in each.ends} - set(new)
    found: dict[str, set[str]] = {}
    for one, other in before ^ after:
        if one in known and other in known:
            found.setdefault(one, set()).add(other)
    then = _chains(known, before)
    now = _chains(known, after)
    for chain in now | then:
        for parts in (then, now):
            joined = sorted((each & chain for each in parts if each & chain), key=len)
            for part in joined[:-1]:
                for document in part:
                    found.setdefault(document, set()).update(chain - part)
    return found


def _chains(documents: Iterable[str], tied: set[Ends]) -> set[frozenset[str]]:
    of = chains_of({each: (each,) for each in documents}, tied)
    chains: dict[str, set[str]] = {}
    for document, roots in of.items():
        for root in roots or {document}:
            chains.setdefault(root, set()).add(document)
    return {frozenset(each) for each in chains.values()}


def _ends(pairs: Iterable[Pair]) -> frozenset[str]:
    return frozenset(end for pair in pairs for end in (pair.one, pair.other))


def _claims(workspace: Workspace, written: Sequence[Record]) -> frozenset[str]:
    """Return the claims that changed, those to which nothing belongs any more included."""
    claims = {each.of for each in written if isinstance(each, Claim)}
    for each in written:
        if isinstance(each, Link):
            before = workspace.store.get(Link, each.supersedes) if each.supersedes else None
            claims |= {each.claim} | ({before.claim} if before else set())
    return frozenset(claims)


def _saying(workspace: Workspace, claims: Collection[str]) -> frozenset[str]:
    """Return the documents with an appearance that bears on a claim."""
    said = {of for (of,) in workspace.store.cells(Link, "appearance", claim=claims)}
    return documents_of(workspace.store, said)
