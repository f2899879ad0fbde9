"""Builders of dossiers and their parts with defaults; every id comes from its label.

The cases built from them: ``dossier_small``, ``dossier_hostile``.
"""

from base64 import b32encode
from hashlib import sha256
from typing import Any, Literal

from provenance.model import (
    AttributionStatus,
    AttributionStep,
    ClaimKind,
    DerivationKind,
    Modality,
    Selector,
    Stance,
    State,
    StepRole,
)
from provenance.model.dossier import (
    AppearanceView,
    CaptureView,
    CaseView,
    ClaimView,
    DerivationView,
    DocumentView,
    Dossier,
    GradeView,
    LogView,
    OriginView,
    ReviewView,
)
from provenance.model.evidence import Header, SourceType
from provenance.model.judgement import Axis, Reason

LABELS = {
    "A": "Completely reliable",
    "B": "Usually reliable",
    "C": "Fairly reliable",
    "D": "Not usually reliable",
    "E": "Unreliable",
    "F": "Reliability cannot be judged",
    "1": "Confirmed by other sources",
    "2": "Probably true",
    "3": "Possibly true",
    "4": "Doubtful",
    "5": "Improbable",
    "6": "Truth cannot be judged",
}
MADE_AT = "2031-05-14T09:30:00.000Z"


def rid(label: str) -> str:
    """Return the record id that stands for a label."""
    return b32encode(sha256(label.encode()).digest()[:16]).decode().rstrip("=").lower()


def digest(label: str) -> str:
    """Return a payload digest for a label."""
    return "sha256:" + sha256(label.encode()).hexdigest()


def case(**changes: Any) -> CaseView:
    """Return a case in which nothing is written yet."""
    return CaseView(
        **{
            "id": rid("case"),
            "version": rid("case"),
            "name": "Ferry inquiry",
            "question": "",
            "handling": "TLP:CLEAR",
            "bottom_line": "",
            "caveats": (),
            "reviewers": 2,
            **changes,
        }
    )


def capture(handle: str, **changes: Any) -> CaptureView:
    """Return a complete capture of a page."""
    uri = f"https://news.example/{handle}"
    return CaptureView(
        **{
            "id": rid(handle),
            "handle": handle,
            "requested": uri,
            "uri": uri,
            "via": "http",
            "outcome": "complete",
            "reason": "",
            "status": 200,
            "hops": (),
            "headers": (Header(name="Content-Type", value="text/html"),),
            "media_type": "text/html",
            "charset": "utf-8",
            "payload": digest(handle),
            "size": 18422,
            "peer": "192.0.2.10",
            "certificate": None,
            "begun_at": "2031-05-12T08:00:01.250Z",
            "ended_at": "2031-05-12T08:00:01.900Z",
            "clock_offset_ms": None,
            "collector": "Ines Moraga",
            "tool": "provenance 0.1.0",
            "said": None,
            "document": None,
            **changes,
        }
    )


def document(handle: str, text: str, **changes: Any) -> DocumentView:
    """Return a document with its capture (d1 comes from k1)."""
    held = changes.pop("capture", None) or capture("k" + handle[1:], document=handle)
    return DocumentView(
        **{
            "id": rid(handle),
            "handle": handle,
            "capture": held,
            "title": None,
            "text": text,
            "whole": None,
            "outlet": None,
            "outlet_basis": "unknown",
            "author": None,
            "author_basis": "unknown",
            "published": None,
            "published_basis": "unknown",
            "language": "en",
            "section": None,
            "extractor": "trafilatura 2.3.1",
            **changes,
        }
    )


def step(
    role: StepRole,
    name: str,
    *,
    named: bool,
    type: SourceType,  # noqa: A002
    **more: Any,
) -> AttributionStep:
    """Return one step of an attribution chain."""
    return AttributionStep(
        **{
            "role": role,
            "name": name,
            "named": named,
            "type": type,
            "words": name,
            "cue": "",
            **more,
        }
    )


def appearance(held: DocumentView, quote: str, **changes: Any) -> AppearanceView:
    """Return the place where a document holds a quote."""
    start = held.text.index(quote)
    return AppearanceView(
        **{
            "id": rid(f"{held.handle} {quote}"),
            "document": held.handle,
            "document_id": held.id,
            "uri": held.capture.uri,
            "title": held.title,
            "outlet": held.outlet,
            "outlet_basis": held.outlet_basis,
            "published": held.published,
            "selector": Selector.of(held.text, start, start + len(quote)),
            "type": ClaimKind.FACT,
            "modality": Modality.ASSERTED,
            "cue": "",
            "rule": "past-event",
            "stance": Stance.REPEATS,
            "link_state": State.PROPOSED,
            "link_rule": "same-proposition",
            "link_words": (),
            "attribution": AttributionStatus.UNATTRIBUTED,
            "steps": (),
            "attribution_rule": "none",
            "letter": "F",
            "letter_of": "",
            "outlet_letter": "F",
            "origin": 1,
            **changes,
        }
    )


def origin(number: int, name: str, *places: AppearanceView, **changes: Any) -> OriginView:
    """Return a group of appearances that go back to one place."""
    return OriginView(
        **{
            "number": number,
            "name": name,
            "stance": "supports",
            "appearances": tuple(place.id for place in places),
            "documents": tuple(place.document for place in places),
            "independence": "not established",
            "sentence": "Nothing shows where it has this from.",
            **changes,
        }
    )


def grade(axis: Axis, value: str, *sentences: str, **changes: Any) -> GradeView:
    """Return a grade with one reason for each sentence."""
    return GradeView(
        **{
            "id": rid(f"grade {axis} {value} {sentences}"),
            "axis": axis,
            "value": value,
            "label": LABELS[value],
            "definition_set": "stanag-2511",
            "policy": "desk-default 1",
            "rater": "provenance 0.1.0",
            "proposed": True,
            "at": "2031-05-12T09:00:00.000Z",
            "rationale": tuple(
                Reason(rule=f"rule-{number}", sentence=sentence)
                for number, sentence in enumerate(sentences, 1)
            ),
            **changes,
        }
    )


def claim(handle: str, wording: str, **changes: Any) -> ClaimView:
    """Return a claim of fact that a program graded F6 and nobody has reviewed."""
    return ClaimView(
        **{
            "id": rid(handle),
            "version": rid(handle),
            "handle": handle,
            "wording": wording,
            "type": ClaimKind.FACT,
            "quantities": (),
            "places": (),
            "times": (),
            "reliability": "F",
            "letter_of": "",
            "credibility": "6",
            "proposed": True,
            "state": "proposed",
            "stale": False,
            "appearances": (),
            "origins": (),
            "reports_not_established": 0,
            "circular": (),
            "drift": (),
            "derivations": (),
            "grades": (),
            "findings": (),
            "inquiries": (),
            "basis": "",
            "reviews": (),
            **changes,
        }
    )


def ungraded(handle: str, wording: str, type: ClaimKind, **changes: Any) -> ClaimView:  # noqa: A002
    """Return a forecast, an opinion or a norm."""
    return claim(handle, wording, type=type, credibility=None, **changes)


def derivation(downstream: str, upstream: str | None, **changes: Any) -> DerivationView:
    """Return a proposed derivation by shared text."""
    return DerivationView(
        **{
            "id": rid(f"{downstream} {upstream}"),
            "downstream": downstream,
            "upstream": upstream,
            "upstream_name": None,
            "type": DerivationKind.COPY,
            "directed": True,
            "state": State.PROPOSED,
            "wording": "shares text with",
            "evidence": (),
            **changes,
        }
    )


def review(
    stage: Literal[1, 2], reviewer: str, cell: str | None = None, **changes: Any
) -> ReviewView:
    """Return a reviewer's decision to accept."""
    return ReviewView(
        **{
            "stage": stage,
            "decision": "accept",
            "reliability": cell[0] if cell else None,
            "credibility": cell[1] if cell else None,
            "reason": "",
            "reviewer": reviewer,
            "at": f"2031-05-13T1{stage}:00:00.000Z",
            **changes,
        }
    )


def dossier(**changes: Any) -> Dossier:
    """Return a dossier in which there is nothing yet."""
    return Dossier(
        **{
            "case": case(),
            "log": LogView(origin="desk.example/log", size=1, root="0" * 64, checkpoint=""),
            "made_at": MADE_AT,
            "made_with": "provenance 0.1.0",
            "policy": "desk-default 1",
            "definition_set": "stanag-2511",
            "labels": LABELS,
            "claims": (),
            "documents": (),
            "captures": (),
            "sources": (),
            "derivations": (),
            "leads": (),
            "circular": (),
            **changes,
        }
    )
