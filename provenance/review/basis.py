"""What a digit that a person gives has to stand on: the least basis of each, by definition set.

A digit says how a claim fits what else is known, so it names what that is. The table of the
policy holds programs to this; here people are held to it. ``stanag-2511``: 2 takes another
report from a source that is not graded F; 3 a named comparison that it does not conflict with;
4 and 5 a named one that it conflicts with. ``fm-2-22.3``: 2 and 3 take a named comparison that
it agrees or does not conflict with. A comparison is named by a record or in the analyst's own
words; what a program proposes has its basis in the rule that proposed it.

Left out: whether the comparison is a good one, and 1, which takes a named separate access.
"""

import re
from collections.abc import Mapping
from typing import Literal

from provenance.errors import ReviewError
from provenance.model.record import Value
from provenance.model.rules import DefinitionSet

Fit = Literal["agrees", "no conflict", "tends to conflict", "contradicts"]

# What a comparison that is named together with a digit must mean.
FIT_OF: Mapping[str, Fit] = {
    "2": "agrees",
    "3": "no conflict",
    "4": "tends to conflict",
    "5": "contradicts",
}
_FITTING: tuple[Fit, ...] = ("agrees", "no conflict")
# How a reason names it, where nothing else does: "compared with d7: the register says otherwise".
_NAMED = re.compile(r"\bcompared (?:with|to) ([^\n;:]{1,300})", re.IGNORECASE)
_CONFLICTING: tuple[Fit, ...] = ("tends to conflict", "contradicts")


class Basis(Value):
    """What is at hand about a claim that a digit can stand on.

    ``comparison`` is the name of what a person compared it with, "" where nobody did.
    """

    definition_set: DefinitionSet = "stanag-2511"
    comparison: str = ""
    fits: Fit | None = None
    other_reports: int = 0  # supporting origins apart from the claim's own
    others_judged: int = 0  # of these, those whose source is not graded F
    against_named: int = 0  # reports that a person confirmed to contradict it, or records
    against_by_record: int = 0

    def compared(self, name: str, digit: str) -> "Basis":
        """Return the basis with a comparison that is named together with a digit."""
        return self.model_copy(update={"comparison": name.strip(), "fits": FIT_OF.get(digit)})

    def has(self, *fits: Fit) -> bool:
        """Return whether a named comparison fits in one of these ways."""
        return bool(self.comparison) and self.fits in fits


def named_in(reason: str) -> str:
    """Return what a reason says the claim is compared with, or ""."""
    found = _NAMED.search(reason)
    return found.group(1).strip(" .") if found else ""


def check_basis(digit: str, basis: Basis) -> None:
    """Return None where a digit has its least basis; a ReviewError says what to name."""
    if digit == "2" and basis.definition_set == "stanag-2511":
        _check_reports(basis)
    elif digit in ("2", "3") and not basis.has(*_FITTING):
        raise ReviewError(
            f"{digit} needs a named comparison that the claim does not conflict with"
            f"{_ask(basis, digit)}"
        )
    elif digit == "4" and not basis.against_named and not basis.has(*_CONFLICTING):
        raise ReviewError(
            f"4 needs a named comparison that the claim tends to conflict with{_ask(basis, digit)}"
        )
    elif digit == "5" and not basis.against_by_record and not basis.has("contradicts"):
        raise ReviewError(
            f"5 needs a named comparison that positively contradicts the claim{_ask(basis, digit)}"
        )


def _check_reports(basis: Basis) -> None:
    if not basis.other_reports:
        raise ReviewError(
            "2 needs several reports, and there is one origin here: capture another report, or "
            "put another one under this claim; with a named comparison alone the best is 3"
        )
    if not basis.others_judged:
        raise ReviewError(
            "2 needs several reports that are not all from sources graded F: the sources of the "
            "other reports have no letter yet; give one a letter, with the reason, first"
        )


def _ask(basis: Basis, digit: str) -> str:
    """Return what to name and how, with the decision or apart, and what it is compared with now."""
    now = f" (now it is “{basis.comparison}”: {basis.fits})" if basis.comparison else ""
    return (
        f"{now}: name a document, another claim or what is known, and say so in the reason: "
        '"compared with d7: what it says"; or name it apart from the decision, as a comparison '
        f"(the command compare) that reads “{FIT_OF[digit]}”"
    )
