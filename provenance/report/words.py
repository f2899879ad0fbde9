"""Each coded value in plain words, for a reader who has never heard of the grading system.

Every function returns text as data; making it safe for a format is the format's own work.
Unknown is said aloud. A letter and a digit keep the wording of the dossier's definition set.
"""

from provenance.model import (
    AttributionStatus,
    AttributionStep,
    ClaimKind,
    Modality,
    Stance,
    State,
    StepRole,
)
from provenance.model.dossier import (
    AppearanceView,
    ClaimView,
    DeclaredView,
    DerivationView,
    Dossier,
    Independence,
    InquiryView,
    SourceView,
)
from provenance.report.plain import counted, moment, sentence_case

KIND = {
    ClaimKind.FACT: "fact",
    ClaimKind.FORECAST: "forecast",
    ClaimKind.OPINION: "opinion",
    ClaimKind.NORM: "norm",
}
STANCE = {
    Stance.REPEATS: "states the claim",
    Stance.SUPPORTS: "supports the claim",
    Stance.CONTRADICTS: "contradicts the claim",
    Stance.UNSURE: "bearing on the claim not settled",
}
ROLE = {
    StepRole.SAYS: "says so",
    StepRole.TOLD: "told by",
    StepRole.VERIFIED: "said to have verified it",
}
ALARM = {
    "circular": "circular reporting",
    "no independent confirmation": "confirmation that returns to its own origin",
}
INDEPENDENCE: dict[Independence, str] = {
    "shown independent": "shown independent of the other origins",
    "dependent": "dependent on another origin",
    "not established": "independence not established",
}
_MODALITY = {
    Modality.ASSERTED: "asserted",
    Modality.HEDGED: "hedged",
    Modality.DENIED: "denied",
    Modality.CONDITIONAL: "conditional",
    Modality.QUOTED: "in another\u2019s words",
}
_PROPOSED_STANCE = {
    Stance.REPEATS: "read as stating the claim",
    Stance.SUPPORTS: "read as supporting the claim",
    Stance.CONTRADICTS: "read as contradicting the claim",
    Stance.UNSURE: "bearing on the claim not settled",
}
_BASIS = {
    "page": "as the page says",
    "address": "by its address",
    "collector": "as the collector says",
    "json-ld": "as the page\u2019s metadata say",
    "meta": "as the page\u2019s metadata say",
}
_UNNAMED = "unnamed: "
_LONG = 200  # code points of evidence shown


def cell_label(dossier: Dossier, value: str) -> str:
    """Return the wording of a letter or digit in the dossier's definition set."""
    return dossier.labels.get(value, "no wording in this definition set")


def declared(view: DeclaredView) -> str:
    """Return the genre of a text and where it says it comes from, with the words that show it."""
    by = f"{view.rule}: \u201c{view.words}\u201d" if view.words else view.rule
    origins = "; ".join(
        f"{each.kind} {each.name} (\u201c{each.words}\u201d)" for each in view.origins
    )
    changed = f"; changed by a person: {view.why}" if view.why else ""
    return f"{view.genre} ({by}{changed})" + (f"; it declares: {origins}" if origins else "")


def with_basis(value: str | None, basis: str, what: str) -> str:
    """Return a value with where it comes from, or that it is unknown."""
    if value is None:
        return f"{what} unknown"
    if basis in {"", "unknown"}:
        return f"{moment(value)} (basis unknown)"
    return f"{moment(value)} ({_BASIS.get(basis, f'read from {basis}')})"


def modality(appearance: AppearanceView) -> str:
    """Return how the statement is put forward, with the words that show it."""
    word = _MODALITY[appearance.modality]
    return f"{word} (shown by \u201c{appearance.cue}\u201d)" if appearance.cue else word


def named(step: AttributionStep) -> str:
    """Return whether a step of the chain is named, and what kind of source it is."""
    state = "named" if step.named else "unnamed"
    return state if step.type == "unknown" else f"{state} {step.type}"


def source_of(step: AttributionStep, told: str) -> str:
    """Return what is known of a step's source; ``told`` is what its text tells of it."""
    return ", ".join(part for part in (named(step), told) if part)


def source_kind(source: SourceView) -> str:
    """Return whether a source is named, and of what kind it is."""
    state = "named" if source.named else "unnamed"
    return state if source.type == "unknown" else f"{state} {source.type}"


def one_with(source: SourceView) -> str:
    """Return which sources a person says are this one, and which may be; nothing where none."""
    same = f"the same as {', '.join(source.same_as)}" if source.same_as else ""
    may = f"may be the same as {', '.join(source.may_be)} (same name)" if source.may_be else ""
    own = "our own publication" if source.ours else ""
    return "; ".join(part for part in (own, same, may) if part)


def shown_by(step: AttributionStep) -> str:
    """Return the words that show a step, or nothing where they were not kept."""
    shown = f"shown by \u201c{step.words}\u201d" if step.words else ""
    if step.by_context:
        return f"{shown}, carried over from an earlier sentence".removeprefix(", ")
    return shown


def unchained(appearance: AppearanceView) -> str:
    """Return what is to be said where the text names nobody, else nothing."""
    if appearance.attribution is AttributionStatus.WRITER:
        return "put forward by the writer"
    if appearance.attribution is AttributionStatus.UNATTRIBUTED or not appearance.steps:
        return "unattributed: the text does not say who says so"
    return ""


def chain(appearance: AppearanceView) -> str:
    """Return the chain behind an appearance on one line."""
    steps = [
        f"{ROLE[step.role]}: {step.name} ({source_of(step, told)})"
        for step, told in zip(appearance.steps, appearance.told, strict=True)
    ]
    parts = (unchained(appearance), *steps, by_person(appearance))
    return "; ".join(part for part in parts if part)


def by_person(appearance: AppearanceView) -> str:
    """Return that a person changed the chain, and why; nothing where it is the program's."""
    why = appearance.attribution_why
    return f"changed by a person ({why})" if why else ""


def bearing(appearance: AppearanceView) -> str:
    """Return how an appearance bears on its claim, and whether a person says so."""
    state = appearance.link_state
    wording = _PROPOSED_STANCE if state is State.PROPOSED else STANCE
    return f"{wording[appearance.stance]} ({_proposal(state)})"


def whose(letter_of: str) -> str:
    """Return whose letter it is; an unnamed source is never given a name."""
    if not letter_of:
        return "no identified source"
    if letter_of.startswith(_UNNAMED):
        return f"an unnamed source: {letter_of.removeprefix(_UNNAMED)}"
    return letter_of


def resting(claim: ClaimView) -> str:
    """Return how many of the derivations behind the origins no person has confirmed."""
    waiting = sum(view.state is State.PROPOSED for view in claim.derivations)
    if not waiting:
        return ""
    if waiting == len(claim.derivations):
        all_of, them = ("", "it") if waiting == 1 else ("all ", "them")
        of = counted(waiting, "derivation", "derivations")
        return f"This follows from {of} below, {all_of}proposed: no person has confirmed {them}."
    return (
        f"This follows from {len(claim.derivations)} derivations below, {waiting} of them only "
        f"proposed, with no person\u2019s confirmation."
    )


def shortened(words: str) -> str:
    """Return words of evidence cut in the middle, the cut shown; the JSON report holds all."""
    if len(words) <= _LONG:
        return words
    head, tail = words[: _LONG // 2].rpartition(" ")[0], words[-_LONG // 2 :].partition(" ")[2]
    return f"{head or words[: _LONG // 2]} [\u2026] {tail or words[-_LONG // 2 :]}"


def derivation(view: DerivationView) -> str:
    """Return the wording of a derivation; only a confirmed one may speak of copying."""
    speaks = "cop" in view.wording.casefold()
    if view.state is State.CONFIRMED or not speaks:
        return view.wording
    return "shares text with"


def derivation_state(view: DerivationView) -> str:
    """Return how far a derivation has come, and whether its direction is known."""
    direction = "" if view.directed else "; direction not established"
    return _proposal(view.state) + direction


def _proposal(state: State) -> str:
    return {
        State.PROPOSED: "proposed",
        State.CONFIRMED: "confirmed by a person",
        State.REFUSED: "refused by a person",
    }[state]


def review(claim: ClaimView, required: int) -> str:
    """Return how far the review of a claim has come, with the reviewers' names."""
    if claim.state == "proposed":
        return "proposed: no person has reviewed it"
    names = dict.fromkeys(step.reviewer for step in claim.reviews)
    people = " and ".join(names) or "name not recorded"
    if claim.state == "refused":
        return f"refused in review by {people}"
    if claim.state == "second-reviewed":
        return f"two reviewers: {people}"
    if len(names) > 1:  # the case asked for two once, and asks for one now
        return f"reviewed by {people}"
    waiting = "; a second reviewer has not decided yet" if required == 2 else ""
    return f"one reviewer: {people}{waiting}"


def settled(claim: ClaimView, required: int) -> str:
    """Return who stands behind a claim's grade, as one sentence."""
    if claim.proposed:
        return "Made by rule and proposed; no person has confirmed it."
    if claim.state == "proposed":
        return "Graded by a person; no review is recorded."
    return f"{sentence_case(review(claim, required))}."


def against_basis(claim: ClaimView) -> str:
    """Return what "nothing speaks against it" rests on: nobody has looked, or these looked."""
    if not claim.inquiries:
        return (
            "No contradiction was found in the captured documents. "
            "Nobody has looked beyond them: no inquiry is recorded."
        )
    made = (
        "one inquiry is" if len(claim.inquiries) == 1 else f"{len(claim.inquiries)} inquiries are"
    )
    return f"No contradiction was found in the captured documents; {made} recorded below."


def inquiry(view: InquiryView) -> str:
    """Return an inquiry as one sentence."""
    words = f", in the words \u201c{view.words}\u201d" if view.words else ""
    note = f" ({view.note})" if view.note else ""
    return (
        f"{view.sought}: {view.where}{words}, {moment(view.at)}, by {view.by}. "
        f"Result: {view.result}{note}."
    )


def short_review(claim: ClaimView) -> str:
    """Return how far the review has come, in a word or two."""
    return {
        "proposed": "proposed",
        "reviewed": "one reviewer",
        "second-reviewed": "two reviewers",
        "refused": "refused",
    }[claim.state]
