"""What the report counts: summary figures, the Admiralty matrix, claims in their groups.

Only a fact has a cell. Forecasts, opinions and norms stand apart and are not graded; claims
that a reviewer refused are listed with the reason and counted nowhere else. F and 6 have
places of their own in the matrix, because unknown is not the worst known value.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from provenance.model import ClaimKind, Stance
from provenance.model.dossier import AppearanceView, ClaimView, Dossier, OriginView
from provenance.model.judgement import CREDIBILITY_DIGITS, RELIABILITY_LETTERS

JUDGED_LETTERS, UNKNOWN_LETTER = RELIABILITY_LETTERS[:-1], RELIABILITY_LETTERS[-1]
JUDGED_DIGITS, UNKNOWN_DIGIT = CREDIBILITY_DIGITS[:-1], CREDIBILITY_DIGITS[-1]
SHADES = 4


@dataclass(frozen=True)
class Cell:
    """One place of the matrix: its claims, and how dark it is drawn (0 to SHADES)."""

    pair: str
    claims: tuple[ClaimView, ...]
    shade: int
    unknown: bool


@dataclass(frozen=True)
class Groups:
    """The claims in the groups in which the report shows them."""

    facts: tuple[ClaimView, ...]
    apart: tuple[tuple[ClaimKind, tuple[ClaimView, ...]], ...]  # not graded
    refused: tuple[ClaimView, ...]


@dataclass(frozen=True)
class Summary:
    """The figures at the head of a report."""

    captures: int
    failed: int
    documents: int
    claims: int
    graded: int
    ungraded: int  # facts that have no grade yet
    apart: int
    refused: int
    origins: int  # summed over the facts
    appearances: int
    circular: int
    one_reviewer: int
    two_reviewers: int
    proposed: int


def groups(claims: Sequence[ClaimView]) -> Groups:
    """Return the claims as facts, statements that are not graded, and refused ones."""
    kept = [claim for claim in claims if claim.state != "refused"]
    apart = sorted(
        (claim for claim in kept if claim.type is not ClaimKind.FACT),
        key=lambda claim: list(ClaimKind).index(claim.type),
    )
    return Groups(
        facts=tuple(claim for claim in kept if claim.type is ClaimKind.FACT),
        apart=tuple((kind, tuple(some)) for kind, some in groupby(apart, lambda claim: claim.type)),
        refused=tuple(claim for claim in claims if claim.state == "refused"),
    )


def summary(dossier: Dossier) -> Summary:
    """Return the figures at the head of the report."""
    parts = groups(dossier.claims)
    states = [claim.state for claim in parts.facts]
    apart = sum(len(some) for _, some in parts.apart)
    graded = sum(claim.credibility is not None for claim in parts.facts)
    return Summary(
        captures=len(dossier.captures),
        failed=sum(capture.outcome == "failed" for capture in dossier.captures),
        documents=len(dossier.documents),
        claims=len(parts.facts) + apart,
        graded=graded,
        ungraded=len(parts.facts) - graded,
        apart=apart,
        refused=len(parts.refused),
        origins=sum(len(supporting_origins(claim)) for claim in parts.facts),
        appearances=sum(len(supporting(claim)) for claim in parts.facts),
        circular=len(dossier.circular),
        one_reviewer=states.count("reviewed"),
        two_reviewers=states.count("second-reviewed"),
        proposed=states.count("proposed"),
    )


def supporting(claim: ClaimView) -> list[AppearanceView]:
    """Return the appearances that state or support the claim."""
    return [one for one in claim.appearances if one.stance in {Stance.REPEATS, Stance.SUPPORTS}]


def supporting_origins(claim: ClaimView) -> list[OriginView]:
    """Return the origins that stand for the claim."""
    return [origin for origin in claim.origins if origin.stance == "supports"]


def matrix(claims: Iterable[ClaimView]) -> tuple[tuple[Cell, ...], ...]:
    """Return the matrix of graded facts, rows A to F, columns 1 to 6."""
    graded = [claim for claim in claims if claim.credibility is not None]
    held = {
        pair: tuple(claim for claim in graded if claim.cell == pair)
        for pair in (row + column for row in RELIABILITY_LETTERS for column in CREDIBILITY_DIGITS)
    }
    most = max((len(some) for some in held.values()), default=0)
    return tuple(
        tuple(
            Cell(
                pair=row + column,
                claims=held[row + column],
                shade=-(-SHADES * len(held[row + column]) // most) if most else 0,
                unknown=row == UNKNOWN_LETTER or column == UNKNOWN_DIGIT,
            )
            for column in CREDIBILITY_DIGITS
        )
        for row in RELIABILITY_LETTERS
    )


def filled(table: Sequence[Sequence[Cell]]) -> list[Cell]:
    """Return the cells that hold claims, those that can be judged first, row by row."""
    cells = [cell for row in table for cell in row if cell.claims]
    return [cell for cell in cells if not cell.unknown] + [cell for cell in cells if cell.unknown]
