"""Stamps: what outside authorities have said of the log, and how much of it nobody has seen."""

from provenance.clock import Clock
from provenance.model import Stamp
from provenance.store.blobs import Blobs
from provenance.workspace.verify.log import Ledger
from provenance.workspace.verify.outcome import Outcome


def check_anchors(ledger: Ledger, blobs: Blobs, clock: Clock, outcome: Outcome) -> None:
    """Check every stamp from its own evidence; say what each shows, and what lies after them."""
    stamps = [each for _, each in ledger.seen.told if isinstance(each, Stamp)]
    if not stamps:
        outcome.not_checked.append(
            "whether the log existed at a time that an authority vouches for: it has no stamp "
            "(provenance audit anchor)"
        )
        return
    from provenance.workspace.stamps import check_stamps, unanchored  # loads a reader of ASN.1

    log = [entry for entry, _ in ledger.log]
    found = check_stamps(stamps, blobs=blobs, log=log, key=ledger.log_key, now=clock.now())
    outcome.problems += found.problems
    for each in found.stamps:
        outcome.shows.append(
            f"{each.sentence}. {each.shows}; not {each.does_not_show}. Trusted root: {each.root}"
        )
        outcome.notes += each.notes
    outcome.notes.append(unanchored(log, found.covered).sentence)
