"""What is missing behind a claim or a text, as drafts of findings.

One function a rule, listed in ``CLAIM_RULES`` and ``TEXT_RULES``. Only a fact has findings of
its own. ``key`` names what is missing by content, so that the same thing missing for two claims
is one finding: an unnamed source belongs to the text that speaks of it, a named one to no text.
Left out: whether a document is captured and how drift is found; both come in as facts.
"""

from collections.abc import Callable, Iterator, Sequence

from provenance.canonical import content_key
from provenance.grading.phrases import exact_phrases, key_words, quoted, source_search
from provenance.languages import language_name
from provenance.model import AttributionStep, ClaimKind, StepRole
from provenance.model.evidence import SourceType
from provenance.model.record import Digest, RecordId, Value
from provenance.text import fold

PRIMARY = "primary document not captured"
VERIFIERS = "verifiers unnamed"
VERIFIER_INVOLVED = "verifier not independent"
UNNAMED = "source unnamed"
CREDITED = "credited text not captured"
UNDATED = "no date or outlet for this text"
ONE_ORIGIN = "one origin only"
CIRCULAR = "circular reporting"
HEDGE = "hedge lost along the chain"
LANGUAGE = "language not read"
IN_PART = "read in part"
CORRECTED = "corrects or retracts a captured text"
NOTICE = "retraction notice"

# A document has its own rule, and the writer of a text is missed with its outlet.
_NO_SPEAKERS = (SourceType.DOCUMENT, SourceType.WRITER)
_PRONOUNS = ("he", "she", "they", "it")
_BACK = "go back to one origin"
_OPENING = 400  # code points of a text in which its matter is told
MOST_PHRASES = 8  # of one finding; nobody searches for more


class AppearanceFacts(Value):
    """One place where a claim appears, and the chain behind it there.

    ``captured`` holds the places in ``steps`` whose source is itself captured.
    """

    document: RecordId
    text: Digest  # of the document
    quote: str
    at: int  # where the quote begins
    steps: tuple[AttributionStep, ...] = ()
    captured: frozenset[int] = frozenset()
    outlet: str | None = None


class ClaimFacts(Value):
    """All that the findings of a claim may rest on."""

    claim: RecordId
    wording: str
    type: ClaimKind
    origins: int
    appearances: tuple[AppearanceFacts, ...]
    proposed: bool = False  # whether the origins rest on a tie that no person has confirmed
    circular: tuple[str, ...] = ()  # sentences
    hedges_lost: tuple[str, ...] = ()  # sentences


class NoticeFacts(Value):
    """A captured text that another one, or it itself, says was taken back."""

    document: RecordId
    text: Digest
    name: str
    words: str  # that say so
    itself: bool = False
    claims: tuple[RecordId, ...] = ()  # the facts found in it


class TextFacts(Value):
    """All that the findings of a document may rest on; ``claims`` are the facts found in it."""

    document: RecordId
    digest: Digest
    text: str
    outlet: str | None
    published: str | None
    language: str | None
    language_read: bool
    read_to: int | None = None  # the end of the last statement, where there may be further ones
    credited: tuple[str, ...] = ()  # what it names as where it has something from, not captured
    claims: tuple[RecordId, ...] = ()
    corrects: tuple[str, ...] = ()  # captured texts that it says it corrects or retracts
    notices: tuple[NoticeFacts, ...] = ()


class FindingDraft(Value):
    """Something missing: which claims it concerns, what to look for, where it is spoken of."""

    rule: str
    key: Digest
    sentence: str
    search: tuple[str, ...] = ()
    claims: tuple[RecordId, ...] = ()
    documents: tuple[RecordId, ...] = ()
    at: int = 0  # first place in the text


def findings(
    claims: Sequence[ClaimFacts], texts: Sequence[TextFacts] = ()
) -> tuple[FindingDraft, ...]:
    """Return what is missing behind claims and texts, one draft for each thing missing."""
    drafts: list[FindingDraft] = []
    for claim in claims:
        if claim.type is ClaimKind.FACT:
            for claim_rule in CLAIM_RULES:
                drafts.extend(claim_rule(claim))
    for text in texts:
        for text_rule in TEXT_RULES:
            drafts.extend(text_rule(text))
    return combined(drafts)


def combined(drafts: Sequence[FindingDraft]) -> tuple[FindingDraft, ...]:
    """Return the drafts with those of one key made one; the order of the input is no matter."""
    groups: dict[str, list[FindingDraft]] = {}
    for draft in drafts:
        groups.setdefault(draft.key, []).append(draft)
    return tuple(sorted((_one(group) for group in groups.values()), key=in_text_order))


def in_text_order(draft: FindingDraft) -> tuple[int, str, str]:
    """Return the sort key of a draft: place in the text, sentence, key."""
    return draft.at, draft.sentence, draft.key


def _one(group: list[FindingDraft]) -> FindingDraft:
    # By what they say first: ids are random, and say nothing about which one should stand.
    group.sort(key=lambda draft: (draft.at, draft.sentence, draft.search, draft.claims))
    first = group[0]
    phrases = dict.fromkeys(phrase for draft in group for phrase in draft.search)
    return first.model_copy(
        update={
            "search": tuple(phrases)[:MOST_PHRASES],
            "claims": tuple(sorted({claim for draft in group for claim in draft.claims})),
            "documents": tuple(sorted({one for draft in group for one in draft.documents})),
        }
    )


def _primary_not_captured(claim: ClaimFacts) -> Iterator[FindingDraft]:
    """Say where a document is said to show it and that document is not here."""
    for appearance in claim.appearances:
        for place, step in enumerate(appearance.steps):
            if (
                step.type is SourceType.DOCUMENT
                and step.role is not StepRole.VERIFIED
                and place not in appearance.captured
            ):
                sentence = f"The document behind it is not captured: “{step.name}”."
                yield _of_step(PRIMARY, claim, appearance, step, sentence)


def _verifiers_unnamed(claim: ClaimFacts) -> Iterator[FindingDraft]:
    """Say where somebody without a name is said to have verified it."""
    for appearance in claim.appearances:
        for step in appearance.steps:
            if step.role is StepRole.VERIFIED and not step.named:
                sentence = (
                    f"Said to be verified by “{step.name}”, without a name: "
                    "who verified it, by what method, and when?"
                )
                yield _of_step(VERIFIERS, claim, appearance, step, sentence)


def _verifier_involved(claim: ClaimFacts) -> Iterator[FindingDraft]:
    """Say where whoever verified it also published or stated it."""
    for appearance in claim.appearances:
        involved = {
            fold(step.name) for step in appearance.steps if step.role is not StepRole.VERIFIED
        }
        involved.add(fold(appearance.outlet or ""))
        for step in appearance.steps:
            if step.role is StepRole.VERIFIED and step.named and fold(step.name) in involved:
                sentence = (
                    f"{step.name} is said to have verified it and also published or stated it: "
                    "that is no independent verification."
                )
                yield _of_step(VERIFIER_INVOLVED, claim, appearance, step, sentence)


def _source_unnamed(claim: ClaimFacts) -> Iterator[FindingDraft]:
    """Say where somebody without a name states it."""
    for appearance in claim.appearances:
        for step in appearance.steps:
            speaks = step.role is not StepRole.VERIFIED and step.type not in _NO_SPEAKERS
            if speaks and not step.named:
                known = fold(step.name) not in _PRONOUNS
                sentence = (
                    f"The source has no name: “{step.name}”."
                    if known
                    else f"Who says it is only called “{step.name}”: the text does not tell who."
                )
                yield _of_step(UNNAMED, claim, appearance, step, sentence)


def _one_origin_only(claim: ClaimFacts) -> Iterator[FindingDraft]:
    """Say that everything that is here goes back to one place, or seems to.

    Claims that only one text makes are one finding about that text: whoever finds another
    origin finds it for the text.
    """
    if claim.origins != 1:
        return
    texts = {appearance.text for appearance in claim.appearances}
    if len(texts) == 1:
        yield _of_lone_text(claim)
    else:
        back = "seem to go back to one origin (proposed)" if claim.proposed else _BACK
        sentence = f"{len(texts)} documents report it, and all {back}."
        yield _of_claim(ONE_ORIGIN, claim, sentence)


def _of_lone_text(claim: ClaimFacts) -> FindingDraft:
    first = min(claim.appearances, key=lambda appearance: appearance.at)
    phrase = quoted(first.quote)
    return FindingDraft(
        rule=ONE_ORIGIN,
        key=content_key("finding", ONE_ORIGIN, first.text),
        sentence="One document reports it, and no other origin is known.",
        search=(phrase,) if phrase else (),
        claims=(claim.claim,),
        documents=tuple(sorted({appearance.document for appearance in claim.appearances})),
        at=first.at,
    )


def _circular(claim: ClaimFacts) -> Iterator[FindingDraft]:
    """Say where reports rest on one another."""
    for sentence in claim.circular:
        yield _of_claim(CIRCULAR, claim, sentence)


def _hedge_lost(claim: ClaimFacts) -> Iterator[FindingDraft]:
    """Say where a later text is more certain than the one it goes back to."""
    for sentence in claim.hedges_lost:
        yield _of_claim(HEDGE, claim, sentence)


def _credited_not_captured(text: TextFacts) -> Iterator[FindingDraft]:
    """Say where the text credits an outlet, and what it credits is not here."""
    for name in text.credited:
        sentence = f"It credits {name}, and no captured text is the one it credits."
        subject = source_search(name, text.text[:_OPENING])
        yield _of_text(CREDITED, text, sentence, (subject,), fold(name))


def _no_date_or_outlet(text: TextFacts) -> Iterator[FindingDraft]:
    """Say that nobody knows when this text was published, or by whom."""
    missing = [
        name for name, known in (("date", text.published), ("outlet", text.outlet)) if not known
    ]
    if missing:
        sentence = f"This text has no {' and no '.join(missing)}: where did it first stand?"
        yield _of_text(UNDATED, text, sentence, exact_phrases(text.text))


def _language_not_read(text: TextFacts) -> Iterator[FindingDraft]:
    """Say that the rules do not read this language: no claim was looked for."""
    if not text.language_read:
        why = (
            f"it is in {language_name(text.language)}, which the rules do not read"
            if text.language
            else "its language cannot be told, and it does not look like English"
        )
        sentence = f"No claims were looked for in this text: {why}. They are marked by hand."
        yield _of_text(LANGUAGE, text, sentence, ())


def _read_in_part(text: TextFacts) -> Iterator[FindingDraft]:
    """Say that the text states more than is kept of one, and where reading it ended."""
    if text.read_to is not None:
        sentence = (
            f"Claims were looked for up to character {text.read_to:,} of {len(text.text):,}: one "
            "text may state so much. Capture what stands behind it as a file of its own."
        )
        draft = _of_text(IN_PART, text, sentence, ())
        yield draft.model_copy(update={"claims": (), "at": text.read_to})


def _corrects_another(text: TextFacts) -> Iterator[FindingDraft]:
    """Say that the text takes back or corrects another one that is here."""
    for name in text.corrects:
        sentence = (
            f"It corrects or retracts “{name}”, which is captured: what rests on that text may "
            "fall with it. Compare both, and record a retraction where it is one."
        )
        yield _of_text(CORRECTED, text, sentence, (), fold(name))


def _notice_captured(text: TextFacts) -> Iterator[FindingDraft]:
    """Say where a text says that a captured one was retracted, and nobody has recorded that."""
    for notice in text.notices:
        which = "itself" if notice.itself else f"“{notice.name}”"
        said = f"says of {which} that it was taken back: “{notice.words}”"
        yield FindingDraft(
            rule=NOTICE,
            key=content_key("finding", NOTICE, text.digest, notice.text),
            sentence=f"This text {said}. If what it means fell, that is for a person to record: "
            "provenance retract.",
            claims=notice.claims,
            documents=tuple(dict.fromkeys((text.document, notice.document))),
        )


CLAIM_RULES: tuple[Callable[[ClaimFacts], Iterator[FindingDraft]], ...] = (
    _primary_not_captured,
    _verifiers_unnamed,
    _verifier_involved,
    _source_unnamed,
    _one_origin_only,
    _circular,
    _hedge_lost,
)
TEXT_RULES: tuple[Callable[[TextFacts], Iterator[FindingDraft]], ...] = (
    _corrects_another,
    _credited_not_captured,
    _no_date_or_outlet,
    _language_not_read,
    _read_in_part,
    _notice_captured,
)


def _of_step(
    rule: str,
    claim: ClaimFacts,
    appearance: AppearanceFacts,
    step: AttributionStep,
    sentence: str,
) -> FindingDraft:
    scope = "" if step.named else appearance.text
    phrases = (source_search(step.name, claim.wording), quoted(appearance.quote))
    return FindingDraft(
        rule=rule,
        key=content_key("finding", rule, scope, fold(step.name)),
        sentence=sentence,
        search=tuple(phrase for phrase in phrases if phrase),
        claims=(claim.claim,),
        documents=(appearance.document,),
        at=appearance.at,
    )


def _of_claim(rule: str, claim: ClaimFacts, sentence: str) -> FindingDraft:
    # Another origin has other words; one key word alone would be found everywhere.
    about = key_words(claim.wording, limit=5)
    subject = " ".join(about) if len(about) > 1 else ""
    quotes = dict.fromkeys(quoted(appearance.quote) for appearance in claim.appearances)
    return FindingDraft(
        rule=rule,
        key=content_key("finding", rule, fold(claim.wording)),
        sentence=sentence,
        search=tuple(phrase for phrase in (subject, *quotes) if phrase)[:MOST_PHRASES],
        claims=(claim.claim,),
        documents=tuple(sorted({appearance.document for appearance in claim.appearances})),
        at=min((appearance.at for appearance in claim.appearances), default=0),
    )


def _of_text(
    rule: str, text: TextFacts, sentence: str, phrases: tuple[str, ...], *which: str
) -> FindingDraft:
    return FindingDraft(
        rule=rule,
        key=content_key("finding", rule, text.digest, *which),
        sentence=sentence,
        search=phrases,
        claims=text.claims,
        documents=(text.document,),
    )
