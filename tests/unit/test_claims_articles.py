"""Whole invented articles: what a careful reader takes from them, in order, and who says it."""

from provenance.attribution import attribute
from provenance.claims import find

OPINION = """\
Leaked ledgers, authenticated this week by accountants, show Alder Rail hid 40 derailments.
The bundle of papers covers four years and names three ministers.
The company is also scrapping brakes at two depots—just what passengers need.
This is how an empire rots.
For commuters, the outlook is bleak.
If the regulator looks away, the next train will not stop in time.
Another cold winter may close the northern line.
Trains on this line have never been slower.
Parliament must take the keys back.
Who will be held to account?
Photo: Una Merrow / Alm Courier
The Bridge to Nowhere: Why We Keep Building It
"""

NEWS = """\
SENN, May 4 (AFP) - The port of Senn lost 12 percent of its trade last year, according to figures \
published by the statistics office.
“We saw it coming,” said harbour master Ines Kolar. “The ice came early.”
Kolar denied that any ship was turned away.
Two pilots, who asked not to be named, told the Alm Courier that the channel had been closed twice.
The port authority may have known, the pilots said.
Sign up to our newsletter.
"""


def _taken(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    found = find(text, language="en")
    chains = attribute(text, [(claim.selector, claim.type) for claim in found])
    return [
        (claim.type.value, chain.status.value, tuple(step.name for step in chain.steps))
        for claim, chain in zip(found, chains, strict=True)
    ]


def test_opinion_article() -> None:
    ledgers = "Leaked ledgers"
    writer = ("writer", ("the writer",))
    assert _taken(OPINION) == [
        ("fact", "attributed", (ledgers, "accountants")),
        ("fact", "attributed", (ledgers,)),
        ("fact", "attributed", (ledgers,)),
        ("fact", "unattributed", ()),
        ("opinion", *writer),
        ("opinion", *writer),
        ("forecast", *writer),
        ("forecast", *writer),
        ("fact", "unattributed", ()),
        ("norm", *writer),
    ]


def test_news_article() -> None:
    assert _taken(NEWS) == [
        ("fact", "attributed", ("figures",)),
        ("fact", "attributed", ("Ines Kolar",)),
        ("fact", "attributed", ("Ines Kolar",)),
        ("fact", "attributed", ("Ines Kolar",)),
        ("fact", "attributed", ("Alm Courier", "Two pilots")),
        ("fact", "attributed", ("Two pilots",)),
    ]
