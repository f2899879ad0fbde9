"""Two texts that share no running text, but rest on the same: with what kind of tie.

====================  =======================================================================
kind                  holds where
====================  =======================================================================
translation           a text says that it is translated, its language is another, and names and
                      numbers come in the same order in both; it goes back to the other
same statement        both credit one name above all, and the judgement of both says that more
                      speaks for dependence than against it
same primary          the same, for a video, a post, a letter or a paper
same unnamed source   the same, for one whom neither names
same owner            texts of two outlets about one thing have one owner, or one author
====================  =======================================================================

All are only proposed. None is looked for where a text refutes or denies what the other tells.
A shared owner or author says nothing of a claim before a person confirms it (``ties``).
"""

from provenance.lineage.dependence import depends, source_signs
from provenance.lineage.names import outlet_key
from provenance.lineage.reading import Reading
from provenance.lineage.shared import MARKS, ORDERED, TAKEN, Shared, same_order
from provenance.lineage.signs import Sign
from provenance.lineage.sourced import SAME_PRIMARY, SAME_SOURCE, SAME_UNNAMED
from provenance.model import DerivationKind

SAME_AUTHOR, SAME_OWNER = "same author", "same owner"
# What each rule proposes of two texts that share no words.
KINDS = {
    SAME_SOURCE: DerivationKind.SAME_STATEMENT,
    SAME_PRIMARY: DerivationKind.SAME_PRIMARY,
    SAME_UNNAMED: DerivationKind.SAME_UNNAMED,
    SAME_AUTHOR: DerivationKind.SAME_OWNER,
    SAME_OWNER: DerivationKind.SAME_OWNER,
}


def resting(one: Reading, other: Reading) -> Shared | None:
    """Return what ties two texts that are about one thing; a translation comes first of both."""
    shared = len(one.places.keys() & other.places.keys())
    if shared < MARKS or 100 * shared < TAKEN * min(len(one.marks), len(other.marks)):
        return None
    outlets = {outlet_key(each.text.outlet) for each in (one, other) if each.text.outlet}
    if len(outlets) == 1 and one.text.outlet and other.text.outlet:
        return None
    return translated(one, other) or _one_source(one, other) or _one_hand(one, other)


def translated(one: Reading, other: Reading) -> Shared | None:
    """Return how one text is a translation of the other, where it says so."""
    for down, up in ((one, other), (other, one)):
        languages = down.text.language, up.text.language
        said = next((o for o in down.text.origins if o.kind == "translated from"), None)
        if said is None or None in languages or languages[0] == languages[1]:
            continue
        order = same_order(down, up)
        both = ", ".join(mark for mark in down.marks if mark in up.places)
        if order >= MARKS and 100 * order >= ORDERED * len(down.places.keys() & up.places.keys()):
            sentence = (
                f"The text says that it is translated (\u201c{said.words}\u201d), and {order} "
                "names and numbers come in the same order in both."
            )
            kind = DerivationKind.TRANSLATION
            return Shared(down, up, kind, "translated from", sentence, both, both)
    return None


def _one_source(one: Reading, other: Reading) -> Shared | None:
    """Return a tie by what both credit; the whole judgement is made only where there is one."""
    if one.refutes != other.refutes or one.denies != other.denies:
        return None
    found = [sign for sign in source_signs(one, other) if sign.points > 0]
    if not found or not depends(one, other):
        return None
    best = max(found, key=_points)
    kind = KINDS[best.rule]
    return Shared(one, other, kind, best.rule, best.sentence, best.here, best.there, rests=True)


def _points(sign: Sign) -> int:
    return sign.points


def _one_hand(one: Reading, other: Reading) -> Shared | None:
    """Return a tie by one owner or author of texts of two outlets."""
    here, there = one.text, other.text
    if not (here.outlet and there.outlet):
        return None
    written = {outlet_key(author): author for author in here.authors}
    author = next((a for a in there.authors if outlet_key(a) in written), None)
    owned = here.owner and there.owner and outlet_key(here.owner) == outlet_key(there.owner)
    if author is not None:
        rule, sentence = SAME_AUTHOR, f"Both texts are by {author}."
        words = written[outlet_key(author)], author
    elif owned:
        rule, sentence = SAME_OWNER, f"Both outlets belong to {here.owner}."
        words = f"{here.outlet}: {here.owner}", f"{there.outlet}: {there.owner}"
    else:
        return None
    return Shared(one, other, KINDS[rule], rule, sentence, *words, rests=True)
