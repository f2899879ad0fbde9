"""What people say fell, as it is shown, and what it means for what is shown."""

from collections.abc import Iterable, Mapping

from provenance.model import Decision, Grade, Retraction, Review
from provenance.model.dossier import RetractionView
from provenance.text import fold
from provenance.workspace.features import Standing
from provenance.workspace.views.lookup import Lookup


def retractions(lookup: Lookup) -> tuple[RetractionView, ...]:
    """Return what people say fell, in the order in which they said so."""
    times = lookup.store.events(Retraction)
    return tuple(
        RetractionView(
            handle=lookup.handle(each.subject),
            name=name_of(lookup, each.subject),
            notice=lookup.handle(each.notice) if each.notice else None,
            why=each.why,
            by=lookup.agent(each.by),
            at=lookup.at.get(times.get(each.id, 0), ""),
        )
        for each in lookup.picture.retractions
    )


def name_of(lookup: Lookup, subject: str) -> str:
    """Return what a document, a capture or a source is called."""
    picture = lookup.picture
    if subject in picture.sources:
        source = picture.sources[subject]
        return source.name if source.named else f"unnamed: {source.name}"
    if subject in picture.documents:
        document = picture.documents[subject]
        return picture.outlet(document).value or document.title or document.uri
    return picture.captures[subject].uri if subject in picture.captures else ""


def fallen_words(lookup: Lookup, found: Standing) -> Mapping[str, str]:
    """Return why each report of a claim that no longer counts does not, by appearance."""
    told: dict[str, str] = {}
    for mention in found.fallen:
        own = "; ".join(_of_mention(lookup, mention.id))
        told[mention.id] = own or "it goes back to nothing but what fell"
    return told


def _of_mention(lookup: Lookup, appearance: str) -> Iterable[str]:
    """Yield the retractions that take a report itself, each with the reason given."""
    picture = lookup.picture
    record = picture.appearances[appearance]
    document = picture.documents[record.document]
    chain = picture.attributions.get(appearance)
    named = {step.source for step in (chain.steps if chain else ()) if step.role != "verified"}
    outlet = picture.outlets.get(fold(picture.outlet(document).value or ""))
    mine = {picture.same.get(each, each) for each in named if each}
    mine |= {picture.same.get(outlet.of, outlet.of)} if outlet else set()
    mine |= {document.id, document.capture}
    for each in picture.retractions:
        if picture.same.get(each.subject, each.subject) in mine:
            yield f"{lookup.handle(each.subject)} fell: {each.why}"


def stale_because(lookup: Lookup, claim: str) -> str:
    """Return what the last decision about a claim stood on, and what is proposed since."""
    reviews, proposal = lookup.picture.reviews.get(claim, ()), lookup.proposal(claim)
    if not lookup.is_stale(claim):
        return ""
    last = reviews[-1]
    cell = f"{proposal.reliability}{proposal.credibility}" if proposal.credibility else "no grade"
    decided = "refused" if last.decision is Decision.REFUSE else _decided(last)
    fell = "; ".join(dict.fromkeys(_fell(lookup, claim)))
    return (
        f"Decided as {decided}{_saw(lookup, last)}. What is proposed now is {cell}"
        f"{f', because {fell}' if fell else ''}."
    )


def _decided(review: Review) -> str:
    return f"{review.reliability}{review.credibility}" if review.credibility else "not graded"


def _saw(lookup: Lookup, review: Review) -> str:
    """Return the digit that was proposed when a decision was made, with its first reason."""
    for identity in review.saw:
        grade = lookup.store.get(Grade, identity)
        if grade is not None:
            return f", when {grade.value} was proposed: {grade.rationale[0].sentence.rstrip('.')}"
    return ""


def _fell(lookup: Lookup, claim: str) -> Iterable[str]:
    found = lookup.standing(claim)
    for mention in found.fallen:
        yield from _of_mention(lookup, mention.id)
