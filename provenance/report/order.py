"""What a reader sees first: claims with something to see, then the rest under their documents.

A claim is set out at length where it stands in several documents, where something speaks
against it, where its texts differ or run in a circle, where a person has acted on it, or where
its digit is not the 6 of what cannot be judged. Every other claim is kept whole but folded,
under the document it first appears in. Nothing is left out, and the order says nothing of how
far a claim can be believed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from provenance.model import Stance, State
from provenance.model.dossier import AppearanceView, ClaimView, DocumentView, GradeView
from provenance.model.judgement import Axis
from provenance.report.overview import UNKNOWN_DIGIT

SHORT = 8  # up to this many claims nothing is folded away


@dataclass(frozen=True)
class Sheaf:
    """Claims that first appear in one document; ``document`` is None where it is not at hand."""

    document: DocumentView | None
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True)
class Sorted:
    """Claims to be set out at length, and the others."""

    first: tuple[ClaimView, ...]
    rest: tuple[ClaimView, ...]


@dataclass(frozen=True)
class Verdict:
    """Grades that say the same thing by the same rater at the same time, their reasons apart."""

    shown: GradeView
    grades: tuple[GradeView, ...]


def flags(claim: ClaimView) -> tuple[str, ...]:
    """Return what is to be seen in a claim at a glance, in short words."""
    against = [one for one in claim.appearances if one.stance is Stance.CONTRADICTS]
    settled = any(one.link_state is State.CONFIRMED for one in against)
    noted = (
        ("contradicted" if settled else "possible contradiction", bool(against)),
        ("circular", bool(claim.circular)),
        ("confirmed by itself", any(a.kind != "circular" for a in claim.alarms)),
        ("retracted", any(one.fallen for one in claim.appearances)),
        ("differs along the chain", bool(claim.drift)),
        ("stale", claim.stale),
    )
    return tuple(word for word, holds in noted if holds)


def reports(claim: ClaimView) -> int:
    """Return in how many documents a claim appears, those that contradict it included."""
    return len({appearance.document_id for appearance in claim.appearances})


def at_length(claim: ClaimView) -> bool:
    """Return whether a claim is set out at length."""
    judged = claim.credibility is not None and claim.credibility != UNKNOWN_DIGIT
    return bool(reports(claim) > 1 or flags(claim) or claim.reviews or claim.inquiries or judged)


def arranged(claims: Sequence[ClaimView]) -> Sorted:
    """Return the claims in two parts, the given order kept; a short list is not parted."""
    if len(claims) <= SHORT:
        return Sorted(tuple(claims), ())
    first = tuple(claim for claim in claims if at_length(claim))
    return Sorted(first, tuple(claim for claim in claims if not at_length(claim)))


def in_document_order(
    places: Sequence[AppearanceView], documents: Sequence[DocumentView]
) -> list[AppearanceView]:
    """Return appearances in the order of their documents, those not at hand last."""
    ranks = {document.id: rank for rank, document in enumerate(documents)}
    return sorted(places, key=lambda place: ranks.get(place.document_id, len(ranks)))


def sheaves(claims: Sequence[ClaimView], documents: Sequence[DocumentView]) -> list[Sheaf]:
    """Return claims under the documents they first appear in, in the documents' order."""
    held: dict[str, list[ClaimView]] = {document.id: [] for document in documents}
    loose: list[ClaimView] = []
    for claim in claims:
        place = claim.appearances[0].document_id if claim.appearances else ""
        held.get(place, loose).append(claim)
    found = [Sheaf(one, tuple(held[one.id])) for one in documents if held[one.id]]
    return [*found, Sheaf(None, tuple(loose))] if loose else found


def verdicts(claim: ClaimView, axis: Axis) -> list[Verdict]:
    """Return a claim's grades on one axis, those that differ only in their reasons together."""
    together: dict[tuple[object, ...], list[GradeView]] = {}
    for grade in claim.grades:
        if grade.axis == axis:
            key = (
                *(grade.value, grade.label, grade.definition_set, grade.policy),
                *(grade.rater, grade.proposed, grade.at),
            )
            together.setdefault(key, []).append(grade)
    return [Verdict(some[0], tuple(some)) for some in together.values()]
