"""What grading sees of a claim and of a source: origins, letters, captured primaries, inquiries."""

from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from provenance import grading, lineage
from provenance.grading.features import OriginFeature
from provenance.grading.findings import AppearanceFacts, ClaimFacts, NoticeFacts, TextFacts
from provenance.languages import is_read
from provenance.lineage import (
    Drift,
    Library,
    Mention,
    Notice,
    Origin,
    Ring,
    may_take_back,
)
from provenance.lineage.drift import CLASHES, STRONGER, clashing
from provenance.model import (
    Appearance,
    Claim,
    ClaimKind,
    DerivationKind,
    Document,
    Inquiry,
    InquiryResult,
    SourceType,
    Stance,
    State,
)
from provenance.model.reading import MOST
from provenance.workspace.parties import is_own_denial, wordings
from provenance.workspace.picture import Picture

_BEARING = (Stance.REPEATS, Stance.SUPPORTS, Stance.CONTRADICTS)  # what origins are counted of


class Standing(NamedTuple):
    """What follows for one claim from all that is current."""

    mentions: tuple[Mention, ...]
    origins: tuple[Origin, ...]
    drift: tuple[Drift, ...]
    rings: tuple[str, ...]  # sentences
    features: grading.ClaimFeatures
    fallen: tuple[Mention, ...] = ()  # reports that no longer count


def standing(picture: Picture, claim: Claim) -> Standing:
    """Return what follows for a claim."""
    mentions = picture.mentions(claim.of)
    origins = picture.origins(mentions)
    mentions, fallen = _standing(mentions, origins) if picture.fallen else (mentions, ())
    drift = picture.drift(mentions, picture.doubtful(claim.of))
    documents = {mention.document for mention in mentions if mention.stance is Stance.REPEATS}
    rings: tuple[str, ...] = ()
    if len(documents) > 1 or picture.ours:
        rings = tuple(r.sentence for r in picture.rings if closes(r, documents))
    features = _features(picture, claim, mentions, origins, drift)
    if fallen:
        features = features.model_copy(update=_uncounted(fallen))
    return Standing(mentions, origins, drift, rings, features, fallen)


def _standing(
    mentions: tuple[Mention, ...], origins: Sequence[Origin]
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Return the mentions that stand, and those that go back to nothing but what fell."""
    held = {each for origin in origins for each in origin.mentions}
    gone = tuple(each for each in mentions if each.stance in _BEARING and each.id not in held)
    return tuple(each for each in mentions if each not in gone) if gone else mentions, gone


def _uncounted(fallen: Sequence[Mention]) -> Mapping[str, tuple[str, ...]]:
    names = (mention.outlet or "a text whose outlet is unknown" for mention in fallen)
    return {
        "fallen": tuple(dict.fromkeys(names)),
        "fallen_records": tuple(mention.id for mention in fallen),
    }


def closes(ring: Ring, documents: Set[str]) -> bool:
    """Return whether a ring is closed by documents that make one claim."""
    return len(documents & set(ring.documents)) >= min(2, len(ring.documents))


def _features(
    picture: Picture,
    claim: Claim,
    mentions: Sequence[Mention],
    origins: Sequence[Origin],
    drift: Sequence[Drift],
) -> grading.ClaimFeatures:
    by_id = {mention.id: mention for mention in mentions}
    comparison = picture.comparisons.get(claim.of)
    if comparison and comparison.record in picture.fallen.documents:
        comparison = None
    supporting = [origin for origin in origins if origin.stance == "supports"]
    across = _across(mentions, drift)
    clash = {mention.id for mention in clashing(mentions)}
    changed = {each.downstream for each in drift if each.change in CLASHES}
    confirmed = frozenset(
        link.appearance
        for link in picture.bearing.get(claim.of, ())
        if link.state is State.CONFIRMED
    )
    about = wordings(claim, mentions)
    standing_ = [origin for origin in supporting if origin.independence != "dependent"]
    unsure = [origin for origin in standing_[1:] if origin.independence == "not established"]
    return grading.ClaimFeatures(
        type=claim.type,
        origins=tuple(
            _origin(picture, origin, by_id, across, confirmed, about) for origin in origins
        ),
        reports_not_established=len(unsure),
        drift_clash=any(
            not origin.root_captured
            and (
                len(clash.intersection(origin.mentions)) > 1
                or any(by_id[each].document in changed for each in origin.mentions)
            )
            for origin in supporting
        ),
        comparison=_comparison(picture, comparison.record, comparison.baseline)
        if comparison
        else None,
        comparison_fits=comparison.fits if comparison else None,
        found_logical_by_analyst=comparison is not None and comparison.fits == "agrees",
        access_named=any(o.independence == "shown independent" for o in supporting),
        inquiries=tuple(
            _in_vain(inquiry)
            for inquiry in inquiries_about(picture, claim.of)
            if inquiry.result is not InquiryResult.FOUND
        ),
        records=(claim.id, *(mention.id for mention in mentions)),
    )


def _across(mentions: Sequence[Mention], drift: Sequence[Drift]) -> frozenset[str]:
    """Return the documents that speak against a claim and are tied to one that makes it."""
    if not drift:
        return frozenset()
    against = {m.document for m in mentions if m.stance is Stance.CONTRADICTS}
    ends = [{change.upstream, change.downstream} for change in drift]
    return frozenset(d for pair in ends if len(pair & against) == 1 for d in pair & against)


def _origin(
    picture: Picture,
    origin: Origin,
    by_id: Mapping[str, Mention],
    across: frozenset[str],
    confirmed: frozenset[str],
    about: Sequence[str],
) -> OriginFeature:
    mentions = [by_id[each] for each in origin.mentions]
    appearances = [picture.appearances[mention.id] for mention in mentions]
    letters = [letter_of(picture, each).letter for each in appearances]
    judged = sorted(letter for letter in letters if letter != "F")
    ends = [_last_source(mention) for mention in mentions]
    return OriginFeature(
        number=origin.number,
        name=origin.name,
        stance=origin.stance,
        independence=origin.independence,
        letter=judged[0] if judged else "F",
        named=all(end is None or end.named for end in ends)
        and any(
            end is not None or mention.outlet for end, mention in zip(ends, mentions, strict=True)
        ),
        proper_name=any(
            mention.outlet == origin.name
            or any(each.named and each.name == origin.name for each in mention.sources)
            for mention in mentions
        ),
        primary_captured=any(picture.captured_steps(each) for each in appearances),
        interested=all(is_own_denial(picture, mention, about) for mention in mentions),
        drifted=any(mention.document in across for mention in mentions),
        confirmed=not confirmed.isdisjoint(origin.mentions),
        documents=len({mention.document for mention in mentions}),
        records=tuple(mention.id for mention in mentions),
    )


def _last_source(mention: Mention) -> lineage.SourceRef | None:
    chain = [s for s in mention.sources if s.role != "verified" and s.type is not SourceType.WRITER]
    return chain[-1] if chain else None


def letter_of(picture: Picture, appearance: Appearance) -> grading.CellChoice:
    """Return whose letter stands for an appearance."""
    document = picture.documents[appearance.document]
    outlet = picture.outlet(document).value
    chain = picture.attributions.get(appearance.of)
    steps = [step for step in (chain.steps if chain else ()) if step.type is not SourceType.WRITER]
    return grading.whose_letter(
        steps,
        {
            step.source: picture.letters.get(picture.same.get(step.source, step.source), "F")
            for step in steps
            if step.source
        },
        outlet=outlet,
        outlet_letter=picture.letter_of_outlet(outlet),
        opinion_section=picture.is_opinion(document),
    )


def _comparison(picture: Picture, record: str | None, baseline: str) -> str:
    document = picture.documents.get(record or "")
    if document is not None:
        return document.title or document.uri
    claim = picture.claims.get(record or "")
    return claim.wording if claim is not None else baseline


def inquiries_about(picture: Picture, claim: str) -> list[Inquiry]:
    """Return the inquiries about a claim, and those about the case as a whole."""
    return [each for each in picture.inquiries if not each.about or claim in each.about]


def _in_vain(inquiry: Inquiry) -> str:
    return f"{inquiry.sought} at {inquiry.where} on {inquiry.at[:10]}: {inquiry.result}"


def claim_facts(picture: Picture, claim: Claim, found: Standing) -> ClaimFacts:
    """Return what the findings of a claim may rest on."""
    supporting = [o for o in found.origins if o.stance == "supports" and not o.ours]
    return ClaimFacts(
        claim=claim.of,
        wording=claim.wording,
        type=claim.type,
        origins=len(supporting),
        appearances=tuple(
            _appearance(picture, each)
            for each in picture.members.get(claim.of, ())
            if each.of not in found.features.fallen_records
        ),
        proposed=any(origin.proposed for origin in supporting),
        circular=found.rings,
        hedges_lost=tuple(
            f"{change.change}: “{change.before}” became “{change.after}”"
            for change in found.drift
            if change.change in STRONGER
        ),
    )


def _appearance(picture: Picture, appearance: Appearance) -> AppearanceFacts:
    chain = picture.attributions.get(appearance.of)
    document = picture.documents[appearance.document]
    return AppearanceFacts(
        document=document.id,
        outlet=picture.outlet(document).value,
        text=document.text_digest,
        quote=appearance.selector.exact,
        at=appearance.selector.start,
        steps=chain.steps if chain else (),
        captured=picture.captured_steps(appearance),
    )


def text_facts(
    picture: Picture, document: Document, taking_back: Sequence[Notice] = ()
) -> TextFacts:
    """Return what the findings of a document may rest on, and what it takes back."""
    return TextFacts(
        document=document.id,
        digest=document.text_digest,
        text=document.text,
        outlet=picture.outlet(document).value,
        published=picture.published(document).value,
        language=document.language,
        language_read=is_read(document.language, document.text),
        read_to=_read_to(picture, document),
        credited=tuple(
            sorted(
                {
                    tie.upstream_name
                    for tie in picture.ties.up.get(document.id, ())
                    if tie.upstream_name and tie.type is DerivationKind.CITATION
                }
            )
        ),
        claims=tuple(picture.facts_in.get(document.id, ())),
        corrects=_corrected(picture, document, {notice.means for notice in taking_back}),
        notices=tuple(_notice(picture, each) for each in taking_back),
    )


def _read_to(picture: Picture, document: Document) -> int | None:
    """Return where reading a document ended, where it states as much as is kept of one text."""
    reading = picture.examinations.get(document.id)
    if reading is None or reading.found < MOST:
        return None
    here = (each for each in picture.appearances.values() if each.document == document.id)
    return max((each.selector.end for each in here), default=0)


def notices(picture: Picture) -> Mapping[str, Sequence[Notice]]:
    """Return which captured texts that did not fall others take back, by the text that does so."""
    documents = picture.documents
    telling = [each for each in documents.values() if may_take_back(each.title, each.text)]
    library = Library([picture.text(each) for each in documents.values()] if telling else ())
    found: dict[str, list[Notice]] = {}
    for each in telling:
        for notice in library.notices(picture.text(each)):
            if notice.means not in picture.fallen.documents:
                found.setdefault(each.id, []).append(notice)
    return found


def _notice(picture: Picture, notice: Notice) -> NoticeFacts:
    meant = picture.documents[notice.means]
    return NoticeFacts(
        document=meant.id,
        text=meant.text_digest,
        name=meant.title or picture.outlet(meant).value or meant.uri,
        words=notice.words,
        itself=notice.text == notice.means,
        claims=tuple(picture.facts_in.get(meant.id, ())),
    )


def _corrected(picture: Picture, document: Document, told: Set[str]) -> tuple[str, ...]:
    """Return the captured texts that a document corrects or retracts and that have not fallen."""
    fell = {each.subject for each in picture.retractions} | told
    ups = [
        picture.documents.get(tie.upstream or "")
        for tie in picture.ties.up.get(document.id, ())
        if tie.type is DerivationKind.CORRECTION and tie.upstream not in fell
    ]
    return tuple(sorted({up.title or up.uri for up in ups if up is not None}))


def is_graded(claim: Claim) -> bool:
    """Return whether a claim's credibility is graded: only a fact's is."""
    return claim.type is ClaimKind.FACT
