"""The report as a table: one row for each claim and appearance, for a spreadsheet.

RFC 4180: comma, CRLF, every cell in quotes. UTF-8 **with** a byte order mark, because a
spreadsheet that opens the file by a double click takes it for another encoding without one;
read it with ``utf-8-sig``. No cell begins a formula (OWASP, CSV injection). A claim without
an appearance has one row. What is not known is an empty cell only where the column's own word
for it does not exist.
"""

import csv
import io
from collections.abc import Iterator

from provenance.display import for_csv
from provenance.model import StepRole
from provenance.model.dossier import AppearanceView, ClaimView, DocumentView, Dossier
from provenance.report import overview, words

_NOBODY = "no identified source"
CLAIM_COLUMNS = (
    "claim",
    "wording",
    "kind",
    "cell",
    "letter",
    "letter_of",
    "digit",
    "digit_basis",
    "grade_state",
    "review",
    "stale",
    "origins_supporting",
    "origins_against",
    "reports_not_established",
    "circular",
)
APPEARANCE_COLUMNS = (
    "document",
    "title",
    "address",
    "outlet",
    "outlet_basis",
    "published",
    "published_basis",
    "quote",
    "start",
    "end",
    "quote_found",
    "kind_here",
    "modality",
    "cue",
    "stance",
    "link_state",
    "attribution",
    "says",
    "told_by",
    "said_to_have_verified",
    "chain_changed_by_a_person",
    "chain_letter",
    "chain_letter_of",
    "outlet_letter",
    "origin",
    "independence",
    "capture",
    "captured_at",
    "payload_digest",
)


def table(dossier: Dossier) -> bytes:
    """Return one row for each claim and appearance as CSV bytes."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(CLAIM_COLUMNS + APPEARANCE_COLUMNS)
    documents = {document.id: document for document in dossier.documents}
    for claim in dossier.claims:
        head = _claim_cells(claim, dossier.case.reviewers)
        for tail in _appearance_rows(claim, documents):
            writer.writerow([for_csv(cell) for cell in (*head, *tail)])
    return out.getvalue().encode("utf-8-sig")


def _claim_cells(claim: ClaimView, required: int) -> list[str]:
    graded = claim.credibility is not None
    return [
        claim.handle,
        claim.wording,
        claim.type.value,
        claim.cell if graded else "not graded",
        claim.reliability if graded else "",
        (claim.letter_of or _NOBODY) if graded else "",
        claim.credibility or "",
        claim.basis,
        ("proposed" if claim.proposed else "confirmed") if graded else "",
        words.review(claim, required),
        "stale" if claim.stale else "",
        str(len(overview.supporting_origins(claim))),
        str(len(claim.origins) - len(overview.supporting_origins(claim))),
        str(claim.reports_not_established),
        " ".join(claim.circular),
    ]


def _appearance_rows(claim: ClaimView, documents: dict[str, DocumentView]) -> Iterator[list[str]]:
    if not claim.appearances:
        yield [""] * len(APPEARANCE_COLUMNS)
    independence = {origin.number: origin.independence for origin in claim.origins}
    for appearance in claim.appearances:
        yield [
            *_where(appearance, documents.get(appearance.document_id)),
            *_who(appearance),
            str(appearance.origin),
            independence.get(appearance.origin, "not established"),
            *_capture(documents.get(appearance.document_id)),
        ]


def _where(appearance: AppearanceView, document: DocumentView | None) -> list[str]:
    return [
        appearance.document,
        appearance.title or "",
        appearance.uri,
        appearance.outlet or "unknown",
        appearance.outlet_basis,
        appearance.published or "unknown",
        document.published_basis if document else "unknown",
        appearance.selector.exact,
        str(appearance.selector.start),
        str(appearance.selector.end),
        _found(appearance, document),
        appearance.type.value,
        appearance.modality.value,
        appearance.cue,
        appearance.stance.value,
        appearance.link_state.value,
    ]


def _found(appearance: AppearanceView, document: DocumentView | None) -> str:
    """Return whether the quote stands in the text where its selector says."""
    if document is None:
        return "document not at hand"
    return "yes" if appearance.selector.holds(document.text) else "no"


def _who(appearance: AppearanceView) -> list[str]:
    return [
        appearance.attribution.value,
        *(_steps(appearance, role) for role in StepRole),
        appearance.attribution_why,
        appearance.letter,
        appearance.letter_of or _NOBODY,
        appearance.outlet_letter,
    ]


def _steps(appearance: AppearanceView, role: StepRole) -> str:
    return "; ".join(
        f"{step.name} ({words.source_of(step, told)})"
        for step, told in zip(appearance.steps, appearance.told, strict=True)
        if step.role is role
    )


def _capture(document: DocumentView | None) -> list[str]:
    if document is None:
        return ["", "", ""]
    capture = document.capture
    return [capture.handle, capture.ended_at, capture.payload or ""]
