"""One claim with all that is said of it: appearances, origins, drift, lineage, judgements."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from provenance import grading, review
from provenance.lineage import Origin
from provenance.model import Appearance, Derivation, Link, State, When
from provenance.model.dossier import (
    AppearanceView,
    ClaimView,
    DerivationView,
    DriftStep,
    OriginView,
)
from provenance.model.reading import by_model
from provenance.workspace.features import Standing, inquiries_about, letter_of
from provenance.workspace.views.alarms import alarms_of
from provenance.workspace.views.judged import Judged
from provenance.workspace.views.lookup import Lookup, decided
from provenance.workspace.views.retracted import fallen_words, stale_because

SHARES = "shares text with"  # what an unconfirmed derivation reads as
_WORDING = {
    "copy": "is a copy of",
    "rewrite": "is a rewrite of",
    "quotation": "quotes",
    "citation": "credits",
    "original": "was pasted from",
    "correction": "corrects",
    "translation": "is a translation of",
    "same primary": "rests on the same record as",
    "same statement": "rests on the same statement as",
    "same unnamed source": "rests on the same unnamed source as",
    "same owner": "has the same owner as",
}
_UNCONFIRMED = {
    "citation": "names as a source",
    "quotation": "has words in common with",
    "translation": "says in another language what stands in",
    "same primary": "rests on the same named source as",
    "same statement": "rests on the same named source as",
    "same unnamed source": "rests on a source described in the same words as",
    "same owner": "seems to have the same owner as",
}


class Claims:
    """The claims of one picture, each shown when asked for."""

    def __init__(self, lookup: Lookup, judged: Judged) -> None:
        """Show what one picture holds."""
        self._lookup, self._judged = lookup, judged
        self._picture = lookup.picture

    def blinded(self, identity: str) -> ClaimView:
        """Return a claim as the one who looks may see it."""
        view, me = self.claim(identity), self._lookup.me
        if me is None:
            return view
        shown = review.blinded(
            view,
            reviewer=me,
            proposal=self._lookup.proposal(identity),
            reviews=self._picture.reviews.get(identity, ()),
            agents=self._picture.agents,
            reviewers=self._picture.case.reviewers,
        )
        # The basis belongs to the digit that is shown: its absence would tell what was decided.
        return shown.model_copy(update={"basis": self._basis(identity, shown.credibility)})

    def claim(self, identity: str) -> ClaimView:
        """Return a claim with all that is said of it."""
        picture, record = self._picture, self._picture.claims[identity]
        found, proposal = self._lookup.standing(identity), self._lookup.proposal(identity)
        reviews = picture.reviews.get(identity, ())
        letter, letter_of_, digit = decided(reviews, proposal)
        agreed = review.agreement(reviews)
        origins = {each: origin.number for origin in found.origins for each in origin.mentions}
        return ClaimView(
            id=identity,
            version=record.id,
            handle=self._lookup.handle(identity),
            wording=record.wording,
            type=record.type,
            quantities=record.quantities,
            places=record.places,
            times=record.times,
            reliability=letter,
            letter_of=letter_of_,
            credibility=digit,
            proposed=not reviews,
            state=review.state(reviews, picture.case.reviewers),
            stale=self._lookup.is_stale(identity),
            stale_because=stale_because(self._lookup, identity),
            appearances=tuple(self._appearances(identity, origins, found)),
            origins=tuple(self._origin(origin, found) for origin in found.origins),
            reports_not_established=found.features.reports_not_established,
            circular=tuple(self._lookup.circular.get(each, each) for each in found.rings),
            alarms=alarms_of(self._lookup, identity, found),
            drift=tuple(self._drift(found)),
            derivations=tuple(self._derivations(found)),
            refused=tuple(self._refused(found)),
            grades=tuple(self._judged.grades(identity, found)),
            findings=tuple(self._judged.findings(identity, found)),
            inquiries=tuple(
                self._judged.inquiry(each) for each in inquiries_about(picture, identity)
            ),
            basis=self._basis(identity, digit),
            reviews=tuple(self._judged.review(each) for each in reviews),
            agreement=agreed.sentence if agreed else "",
        )

    def _basis(self, claim: str, digit: str | None) -> str:
        """Return what a 6 rests on; nothing for any other digit."""
        return grading.basis(self._lookup.standing(claim).features) if digit == "6" else ""

    def _appearances(
        self, claim: str, origins: Mapping[str, int], found: Standing
    ) -> Iterable[AppearanceView]:
        links = [self._picture.belongs[each.of] for each in self._picture.members.get(claim, ())]
        gone = fallen_words(self._lookup, found)
        stances = {mention.id: mention.stance for mention in found.mentions}
        for link in (*links, *self._picture.bearing.get(claim, ())):
            appearance = self._picture.appearances[link.appearance]
            view = self._appearance(appearance, link, origins)
            if (stance := stances.get(appearance.of, link.stance)) is not link.stance:
                view = view.model_copy(update={"stance": stance})
            told = gone.get(appearance.of)
            yield view.model_copy(update={"fallen": told}) if told else view

    def _appearance(
        self, appearance: Appearance, link: Link, origins: Mapping[str, int]
    ) -> AppearanceView:
        picture = self._picture
        document = picture.documents[appearance.document]
        outlet, chain = picture.outlet(document), picture.attributions[appearance.of]
        choice = letter_of(picture, appearance)
        published = picture.published(document).value
        return AppearanceView(
            id=appearance.of,
            document=self._lookup.handle(document.id),
            document_id=document.id,
            uri=document.uri,
            title=document.title,
            outlet=outlet.value,
            outlet_basis=outlet.basis,
            published=published,
            selector=appearance.selector,
            type=appearance.type,
            modality=appearance.modality,
            cue=appearance.cue,
            rule=appearance.rule,
            stance=link.stance,
            link_state=link.state,
            link_rule=link.rule,
            link_words=link.words,
            attribution=chain.status,
            steps=chain.steps,
            details=chain.details or (),
            attribution_rule=chain.rule,
            attribution_why=chain.why,
            letter=choice.letter,
            letter_of=choice.letter_of,
            outlet_letter=picture.letter_of_outlet(outlet.value),
            origin=origins.get(appearance.of, 0),
            beside=appearance.finder if by_model(appearance.finder) else "",
            entities=appearance.entities or (),
            dates=_counted(appearance, published),
            level=appearance.level,
            worth=appearance.worth,
        )

    def _origin(self, origin: Origin, found: Standing) -> OriginView:
        documents = {m.id: m.document for m in found.mentions}
        return OriginView(
            number=origin.number,
            name=origin.name,
            stance=origin.stance,
            appearances=origin.mentions,
            documents=tuple(
                dict.fromkeys(self._lookup.handle(documents[each]) for each in origin.mentions)
            ),
            independence=origin.independence,
            sentence=origin.sentence,
            proposed=origin.proposed,
        )

    def _drift(self, found: Standing) -> Iterable[DriftStep]:
        for each in found.drift:
            yield DriftStep(
                **each.model_dump(exclude={"upstream", "downstream"}),
                upstream=self._lookup.handle(each.upstream),
                downstream=self._lookup.handle(each.downstream),
            )

    def _derivations(self, found: Standing) -> Iterable[DerivationView]:
        """Return the derivations among the documents of a claim, and those to what is named."""
        documents = {mention.document for mention in (*found.mentions, *found.fallen)}
        for each in self._picture.live:
            if each.downstream in documents and (
                each.upstream is None or each.upstream in documents
            ):
                yield self.derivation(each)

    def _refused(self, found: Standing) -> Iterable[DerivationView]:
        """Return what a person refused of what was proposed between the documents of a claim."""
        documents = {mention.document for mention in found.mentions}
        for each in self._all_refused:
            if each.downstream in documents:
                yield self.derivation(each)

    @cached_property
    def _all_refused(self) -> Sequence[Derivation]:
        return [each for each in self._picture.derivations if each.state is State.REFUSED]

    def told(self) -> Sequence[Derivation]:
        """Return the derivations that are proposed, confirmed or refused."""
        return [e for e in self._picture.derivations if e.state is not State.RETRACTED]

    def derivation(self, each: Derivation) -> DerivationView:
        """Return one derivation with the words that it reads as."""
        # Where no direction is known, none of the two is called a copy.
        way = each.directed or not each.type.textual
        confirmed = each.state is State.CONFIRMED and way
        wording = (
            _WORDING.get(each.type, f"has the {each.type} as")
            if confirmed
            else _UNCONFIRMED.get(each.type, SHARES)
        )
        handle = self._lookup.handle
        return DerivationView(
            id=each.id,
            downstream=handle(each.downstream),
            upstream=handle(each.upstream) if each.upstream else None,
            upstream_name=each.upstream_name,
            type=each.type,
            directed=each.directed,
            state=each.state,
            wording=wording,
            evidence=each.evidence,
        )


def _counted(appearance: Appearance, published: str | None) -> tuple[When, ...]:
    """Return the times of an appearance as counted from the publication date known by now."""
    if not appearance.dates:
        return ()
    from provenance.claims.dates import redated  # with the whole finder: only when used

    return redated(appearance.dates, appearance.selector.exact, published)
