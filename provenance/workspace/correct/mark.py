"""A person marks a claim in a text: words that stand there, and what they say.

It works in any language, and in texts that no finder reads. What is marked is a claim of its
own, or another appearance of one that is known; a person put it there, so no finder moves it.
Where the program reads the language it proposes who says so; what is given stands before that.
"""

from provenance.canonical import content_key
from provenance.clock import is_date
from provenance.errors import UsageError
from provenance.languages import is_read
from provenance.model import (
    Appearance,
    Attribution,
    AttributionStatus,
    Claim,
    ClaimKind,
    Document,
    Level,
    Link,
    Modality,
    Quantity,
    Record,
    Selector,
    Stance,
    State,
    Value,
    When,
)
from provenance.model.reading import Chain
from provenance.workspace.assess.recording import Sources
from provenance.workspace.core import Workspace
from provenance.workspace.correct.attribution import Attributed, Chains
from provenance.workspace.correct.step import BY_HAND, keep
from provenance.workspace.picture import Picture
from provenance.workspace.quote import place

ADDED = "added by hand"


class Marked(Value):
    """What a person says of the words that they mark; what is not given is as it mostly is."""

    quote: str
    occurrence: int | None = None
    at: int | None = None  # a code point within the words
    type: ClaimKind = ClaimKind.FACT
    modality: Modality = Modality.ASSERTED
    wording: str = ""  # by default the quote
    times: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    level: Level | None = None
    attribution: Attributed | None = None  # what is not given is as the program reads it


def mark(
    workspace: Workspace, document: str, given: Marked, *, claim: str | None = None, why: str = ""
) -> str:
    """Record words of a document as a claim, or as an appearance of one; return the claim."""
    picture = Picture(workspace)
    text = picture.documents[document]
    handle = workspace.store.handles("d")[document]
    start, end = place(
        text.text, given.quote, where=handle, occurrence=given.occurrence, at=given.at
    )
    selector = Selector.of(text.text, start, end)
    _check_new(workspace, picture, document, selector)
    published = picture.published(text).value
    appearance = _appearance(workspace.new_id(), text, selector, given, published)
    appearance = appearance.model_copy(update={"why": why or ADDED})
    records: list[Record] = []
    if claim is None:
        records.append(claim_of(workspace.new_id(), appearance, why or ADDED))
        claim = records[0].id
    records += [appearance, *_attribution(workspace, picture, appearance, given, why or ADDED)]
    records.append(belonging(workspace, picture, appearance, claim, why or ADDED))
    keep(workspace, "mark", records)
    return claim


def _check_new(workspace: Workspace, picture: Picture, document: str, selector: Selector) -> None:
    for each in picture.appearances.values():
        link = picture.belongs.get(each.of)
        same = (each.selector.start, each.selector.end) == (selector.start, selector.end)
        if each.document == document and same and link is not None:
            handle = workspace.store.handles("c")[link.claim]
            raise UsageError(
                f"these words are {handle} already; to change what is said of it: "
                f"provenance correct {handle}"
            )


def _appearance(
    record_id: str,
    document: Document,
    selector: Selector,
    given: Marked,
    published: str | None,
) -> Appearance:
    return Appearance(
        id=record_id,
        of=record_id,
        document=document.id,
        selector=selector,
        type=given.type,
        modality=given.modality,
        wording=given.wording.strip() or " ".join(selector.exact.split()),
        quantities=_quantities(document, selector),
        times=given.times,
        places=given.places,
        dates=tuple(when(each, published) for each in given.times) or None,
        level=given.level,
        rule=BY_HAND,
        finder=BY_HAND,
    )


def _quantities(document: Document, selector: Selector) -> tuple[Quantity, ...]:
    """Return the amounts in what is marked, where the program reads the language."""
    if not is_read(document.language, document.text):
        return ()
    from provenance.claims.quantities import quantities

    return quantities(selector.exact)


def when(words: str, published: str | None = None) -> When:
    """Return a time as a person gives it, with the date that it comes to."""
    from provenance.claims.dates import dates

    if is_date(words):
        return When(words=words, value=words, basis=BY_HAND)
    told = dates(words, published)
    value = told[0].value if len(told) == 1 else None
    return When(words=words, value=value, basis=BY_HAND)


def claim_of(record_id: str, appearance: Appearance, why: str) -> Claim:
    """Return the claim that an appearance makes alone."""
    return Claim(
        id=record_id,
        of=record_id,
        wording=appearance.wording,
        type=appearance.type,
        quantities=appearance.quantities,
        places=appearance.places,
        times=appearance.times,
        why=why,
    )


def belonging(
    workspace: Workspace,
    picture: Picture,
    appearance: Appearance,
    claim: str,
    why: str,
) -> Link:
    """Return the link by which a person puts an appearance under a claim."""
    return Link(
        id=workspace.new_id(),
        appearance=appearance.of,
        claim=claim,
        stance=Stance.REPEATS,
        state=State.CONFIRMED,
        rule=BY_HAND,
        key=content_key("link", Stance.REPEATS, picture.content(appearance), claim),
        why=why,
    )


def _attribution(
    workspace: Workspace, picture: Picture, appearance: Appearance, given: Marked, why: str
) -> list[Record]:
    """Return the attribution of what is marked, with the sources that it brings in."""
    document = picture.documents[appearance.document]
    records: list[Record] = []
    chain = _read(picture, document, appearance)
    steps = Sources(workspace).of_chain(chain, document, records)
    made = Attribution(
        **dict(chain) | {"steps": steps}, id=workspace.new_id(), of=appearance.of, why=why
    )
    if given.attribution is None:
        return [*records, made]
    chains = Chains(workspace, picture, why)
    made = chains.given(appearance, made, given.attribution)
    named = {step.source for step in made.steps}
    kept = [each for each in records if each.identity in named]
    return [*kept, *chains.sources, made.model_copy(update={"rule": BY_HAND})]


def _read(picture: Picture, document: Document, appearance: Appearance) -> Chain:
    """Return who says so as the program reads it; nobody where it does not read the language."""
    if not is_read(document.language, document.text):
        return Chain(status=AttributionStatus.UNATTRIBUTED, steps=(), rule=BY_HAND)
    from provenance.attribution import attribute

    (chain,) = attribute(
        document.text,
        [(appearance.selector, appearance.type)],
        authors=document.authors,
        outlet=picture.outlet(document).value,
    )
    return Chain.model_validate(dict(chain))
