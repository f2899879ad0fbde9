"""What a workspace found about a world, told in the world's own ids, from its dossier.

Documents are recognised by the digest of their bytes; what is not of this world keeps its own
id. Claims are recognised by the sentence in which a story's fragment stands. An origin is taken
whole: a document of another story in it counts against it. Where the appearances of one story
lie in several claims, each claim brings its origins. An appearance that supports or contradicts
a claim counts as one of its places, as in the truth; one that is only "unsure" does not.
"""

from collections.abc import Iterable, Mapping

from provenance.canonical import sha256
from provenance.model import SourceType, Stance, StepRole
from provenance.model.dossier import AppearanceView, ClaimView, Dossier
from seeds.evaluate import Found, FoundDerivation
from seeds.world import World

_MARKS = '"\u201c\u201d. '


def found(dossier: Dossier, world: World, rings: Iterable[Iterable[str]] = ()) -> Found:
    """Return what a dossier holds about a world; ``rings`` are ids of document records."""
    names = {sha256(article.body): article.id for article in world.articles}
    views = [view for view in dossier.documents if view.capture.payload in names]
    by_handle = {view.handle: names[view.capture.payload or ""] for view in views}
    by_id = {view.id: by_handle[view.handle] for view in views}
    origins: dict[str, list[frozenset[str]]] = {}
    grades: dict[tuple[str, str], str] = {}
    drifts: set[tuple[str, str, str]] = set()
    for claim in dossier.claims:
        stories = _stories(claim, world, by_handle)
        for story, document in stories:
            grades.setdefault((story, document), claim.cell)
        groups = [
            frozenset(by_handle.get(each, each) for each in origin.documents)
            for origin in claim.origins
        ]
        drifts.update(
            (
                by_handle.get(each.downstream, each.downstream),
                by_handle.get(each.upstream, ""),
                each.change,
            )
            for each in (claim.drift if stories else ())
        )
        for story in sorted({story for story, _ in stories}):
            origins.setdefault(story, []).extend(groups)
    return Found(
        origins=origins,
        derivations=tuple(
            FoundDerivation(
                by_handle[edge.downstream], by_handle[edge.upstream], edge.type, edge.directed
            )
            for edge in dossier.derivations
            if edge.upstream in by_handle and edge.downstream in by_handle
        ),
        rings=frozenset(frozenset(by_id.get(each, each) for each in ring) for ring in rings),
        grades=grades,
        kinds=_kinds(dossier, world, by_handle),
        chains=_chains(dossier, world, by_handle),
        drifts=frozenset(drifts),
    )


def _stories(claim: ClaimView, world: World, names: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return (story, document) for each place where the claim states a story.

    A place of which the program is unsure whether it bears on the claim does not state it: what
    the claim's origins are says nothing of that story, whose own claim has them.
    """
    return [
        (story, names[place.document])
        for place in claim.appearances
        if place.document in names and place.stance is not Stance.UNSURE
        for story in world.truth.stories_at(names[place.document], place.selector.exact)
    ]


def _kinds(dossier: Dossier, world: World, names: Mapping[str, str]) -> dict[tuple[str, str], str]:
    places = [place for claim in dossier.claims for place in claim.appearances]
    return {
        (sentence.document, sentence.fragment): place.type.value
        for sentence in world.truth.sentences
        for place in places
        if names.get(place.document) == sentence.document and _within(sentence.fragment, place)
    }


def _chains(
    dossier: Dossier, world: World, names: Mapping[str, str]
) -> dict[tuple[str, str], frozenset[str]]:
    """Return who says and who told each sentence that was found, verifiers left out."""
    places = [place for claim in dossier.claims for place in claim.appearances]
    return {
        (told.document, told.fragment): frozenset(
            step.name
            for step in place.steps
            if step.role is not StepRole.VERIFIED and step.type is not SourceType.WRITER
        )
        for told in world.truth.chains
        for place in places
        if names.get(place.document) == told.document and _around(told.fragment, place)
    }


def _around(fragment: str, place: AppearanceView) -> bool:
    """Whether a statement stands in a sentence or the other way round, quotation marks aside."""
    here, there = fragment.strip(_MARKS), place.selector.exact.strip(_MARKS)
    return here in there or there in here


def _within(fragment: str, place: AppearanceView) -> bool:
    return fragment in place.selector.exact or place.selector.exact in fragment
