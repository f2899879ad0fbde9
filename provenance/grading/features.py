"""What a grade may look at: the features of a claim and of a source, by name.

Decides which origins count as *other*: the item is the report that stands first among the
supporting origins that depend on no other (the lowest number), and the letter of its source is
not read. Origins that depend on another one add nothing. A bare denial by an interested party
is counted, and counted apart. An origin that stands on both sides clashes with itself: that is
drift. Left out: how origins are found, and which letter a source has.
"""

from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import Literal

from provenance.model import ClaimKind
from provenance.model.dossier import Independence
from provenance.model.evidence import SourceType
from provenance.model.record import RecordId, Value
from provenance.text import fold

Fit = Literal["agrees", "no conflict", "tends to conflict", "contradicts"]
_FIT_FLAGS: Mapping[str, Fit] = {
    "comparison_agrees": "agrees",
    "comparison_no_conflict": "no conflict",
    "comparison_tends_to_conflict": "tends to conflict",
    "comparison_contradicts": "contradicts",
}


class OriginFeature(Value):
    """One origin of a claim, as grading sees it.

    ``letter`` is the best among the sources of its appearances, "F" where none is known.
    ``interested`` marks a bare denial by a party of which the claim speaks, ``drifted`` a report
    that goes back to a text of the other side, or a text of the other side to it.
    ``named`` says that every report names its source, ``proper_name`` that the name is an outlet's
    or one that some report gives: it stays a name where another report gives none. ``confirmed``
    says that a person confirmed how it bears on the claim; a program only proposes that.
    """

    number: int
    name: str
    stance: Literal["supports", "contradicts"]
    independence: Independence
    letter: Literal["A", "B", "C", "D", "E", "F"] = "F"
    named: bool = False
    proper_name: bool = False
    primary_captured: bool = False
    interested: bool = False
    drifted: bool = False
    confirmed: bool = False
    documents: int = 1
    records: tuple[RecordId, ...] = ()

    @property
    def shown_name(self) -> str:
        """The name, with "unnamed" said aloud."""
        said = self.named or self.proper_name or self.name.startswith("unnamed")
        return self.name if said else f"unnamed: {self.name}"


class ClaimFeatures(Value):
    """All that a claim's digit may rest on.

    ``comparison`` is a record or the analyst's stated baseline, named; without a name it does
    not count. ``access_named`` says that a person confirmed independence and named the separate
    access. ``inquiries`` are sentences of what was looked for in vain. ``fallen`` names whose
    reports do not count: they were retracted, or go back to what was alone.
    """

    type: ClaimKind
    origins: tuple[OriginFeature, ...]
    reports_not_established: int = 0
    drift_clash: bool = False
    comparison: str | None = None
    comparison_fits: Fit | None = None
    found_logical_by_analyst: bool = False
    access_named: bool = False
    inquiries: tuple[str, ...] = ()
    records: tuple[RecordId, ...] = ()
    fallen: tuple[str, ...] = ()
    fallen_records: tuple[RecordId, ...] = ()

    @property
    def standing(self) -> tuple[OriginFeature, ...]:
        """Supporting origins in order; copies and other dependents left out."""
        found = [
            origin
            for origin in self.origins
            if origin.stance == "supports" and origin.independence != "dependent"
        ]
        return tuple(sorted(found, key=attrgetter("number")) if len(found) > 1 else found)

    @property
    def others(self) -> tuple[OriginFeature, ...]:
        """Supporting origins apart from the item's own."""
        return self.standing[1:]

    @property
    def against(self) -> tuple[OriginFeature, ...]:
        """Origins that speak against it, bare denials included; dependents left out."""
        return tuple(
            [
                origin
                for origin in self.origins
                if origin.stance == "contradicts" and origin.independence != "dependent"
            ]
        )

    @property
    def inside(self) -> tuple[OriginFeature, ...]:
        """Those that speak against it from inside an origin that supports it: drift."""
        against = self.against
        if not against:
            return ()
        names = {fold(origin.name) for origin in self.standing}
        return tuple(origin for origin in against if origin.drifted or fold(origin.name) in names)

    @property
    def opposed_by(self) -> tuple[OriginFeature, ...]:
        """Named origins that speak against it, as a person confirmed or a captured record shows.

        A bare denial is not among them, nor is drift.
        """
        against = self.against
        inside = self.inside if against else ()
        return tuple(
            origin
            for origin in against
            if (origin.confirmed or origin.primary_captured)
            and origin.named
            and not origin.interested
            and origin not in inside
        )

    @property
    def compared_with(self) -> str:
        """The name of the comparison, or "" where there is none."""
        return (self.comparison or "").strip() if self.comparison_fits else ""

    def numbers(self) -> dict[str, int]:
        """Return the features that a rule of the credibility table can ask for."""
        standing, against = self.standing, self.against
        others = standing[1:]
        inside, opposed = (self.inside, self.opposed_by) if against else ((), ())
        supported = any(origin.stance == "supports" for origin in self.origins)
        fits = self.comparison_fits if self.compared_with else None
        return {
            "origins_for": supported + len(others),
            "other_origins": len(others),
            "others_shown_independent": len(shown_independent(others)),
            "others_judged": sum(origin.letter != "F" for origin in others),
            "reports_not_established": self.reports_not_established,
            "origins_against": len(against),
            "against_named": len(opposed),
            "against_by_record": sum(origin.primary_captured for origin in opposed),
            "bare_denials": sum(origin.interested for origin in against),
            "access_named": int(self.access_named),
            "drift_clash": int(
                self.drift_clash or any(not origin.primary_captured for origin in inside)
            ),
            "found_logical": int(self.found_logical_by_analyst),
            **{flag: int(fits == fit) for flag, fit in _FIT_FLAGS.items()},
        }

    def texts(self) -> dict[str, str]:
        """Return the names that a sentence of the credibility table can show."""
        others = self.others
        return {
            "comparison": self.compared_with,
            "others": listed(others),
            "independent": listed(shown_independent(others)),
            "against": listed(self.opposed_by),
        }


class SourceFeatures(Value):
    """All that a source's letter may rest on. Nothing that others report is among it."""

    source: RecordId
    name: str
    named: bool
    type: SourceType
    outcomes_confirmed: int = 0
    outcomes_refuted: int = 0
    opinion_section: bool = False
    records: tuple[RecordId, ...] = ()

    def numbers(self) -> dict[str, int]:
        """Return the features that a rule of the reliability table can ask for."""
        return {
            "named": int(self.named),
            "opinion_section": int(self.opinion_section),
            "outcomes": self.outcomes_confirmed + self.outcomes_refuted,
            "outcomes_confirmed": self.outcomes_confirmed,
            "outcomes_refuted": self.outcomes_refuted,
            "mostly_refuted": int(self.outcomes_refuted > self.outcomes_confirmed),
        }

    def texts(self) -> dict[str, str]:
        """Return the names that a sentence of the reliability table can show."""
        return {"name": self.name}


def shown_independent(origins: Sequence[OriginFeature]) -> tuple[OriginFeature, ...]:
    """Return the origins whose independence is shown."""
    return tuple(origin for origin in origins if origin.independence == "shown independent")


def listed(origins: Sequence[OriginFeature]) -> str:
    """Return the names of origins in order of number, each once, joined for a sentence."""
    if not origins:
        return ""
    ordered = sorted(origins, key=attrgetter("number"))
    return "; ".join(dict.fromkeys(origin.shown_name for origin in ordered))
